"""Who each kind of reader is, and who may read each word that stands somewhere in the full neighbourhood."""

# Who each kind is; `weak` is Marieke with the mailed code alone, and a visitor is nobody.
CAST = {
    "resident": "riet",
    "opener": "marieke",
    "member": "fatima",
    "inviter": "jan",
    "later": "nora",
    "volunteer": "wim",
    "professional": "bram",
    "breaker": "yusuf",
    "keeper": "sara",
    "third": "loes",
    "administrator": "ada",
    "parent": "kim",
    "child": "lin",
}
KINDS = ("visitor", "weak", *CAST)

CIRCLE = {"resident", "opener", "member", "inviter"}
# Behind broken glass the story is read, but for what is sealed and what is somebody's own.
BEHIND = CIRCLE | {"breaker"}
# Who lives or works in the neighbourhood.
NEAR = set(CAST) - {"parent", "child"}
MAY_READ = {
    "zeehondje": BEHIND,  # a moment before Nora came
    "zonnebloem": BEHIND | {"later"},  # a moment after it
    "vuurtoren": BEHIND,  # what Riet said she wants
    "vliegertouw": {"visitor", *CAST},  # a line of a neighbourhood's list, which stands ready for Riet
    "klaproosje": {"visitor", *CAST},  # what the neighbourhood agreed
    "mopperkontje": set(CAST) - {"child"},  # what Marieke said of it, to whoever lives or works there
    "kleurpotlood": BEHIND,  # how it went, before Nora came
    "verrekijker": BEHIND,  # a promise nobody was asked for
    "kruipluikje": BEHIND,  # how one comes in, before Nora came
    "tuinhulpje": BEHIND,  # who helped when it was counted, before Nora came
    "soeppannetje": BEHIND,  # what Jan gives, told before Nora came
    "meelopertje": BEHIND | {"later"},  # what Jan was asked
    "terugbelbriefje": {"opener"} | CIRCLE,  # something to come back to
    "wandelkaartje": BEHIND,  # what was learned, before Nora came
    "onderonsje": {"resident", "opener", "breaker"},  # the smaller circle of Riet and Marieke
    "dagboekje": {"opener"},  # Marieke's own
    "stiekempje": {"resident"},  # Riet's own
    "blauweplek": {"opener", "keeper"},  # the sealed note
    "overlegje": {"opener", "keeper"},  # why it is sealed
    "zorgelijk": {"opener", "member"},  # what Fatima confided to Marieke
    "noodkreet": {"breaker", "third"},  # why the glass was broken
    "bezwaartje": {"resident", "opener"},  # Riet's objection, to whoever answers
    "struikelpartij": BEHIND,  # beside the first moment, which Nora does not read
    # A moment that Riet limited; its writer reads it still, and so does whoever broke the glass: danger goes before it.
    "ingeperkt": {"resident", "opener", "breaker"},
    "toetsangst": {"opener", "child"},  # what Lin told, and its parent does not read
    "rapportje": {"opener", "child", "parent"},  # what is about Lin and its parent reads
    "paspoortje": {"parent"},  # Kim's own story
    "kiekje": BEHIND,  # what is on a picture of before Nora came
    "krabbeltje": {"volunteer"},  # what Wim is still writing
    "breikransje": {"volunteer", "professional"},  # what Wim wants on the map, to who coordinates there
    "mondharmonica": {"volunteer"},  # what Wim can, not shown
    "0612349876": {"volunteer"},  # how Wim is reached
    "dienstproza": {"administrator"},  # why an administrator switched somebody off
    "aanmaninkje": {"resident", "inviter", "professional"},  # what Jan asked Bram for Riet
    "rozenknopje": {"inviter", "professional"},  # how Bram thanked him
    "genodigde": CIRCLE | {"later"},  # whom Jan asked by letter
    "grasmaaier": NEAR,  # what Wim offers
    "fietsketting": {"opener", "inviter"},  # what Marieke wrote down that Jan gladly does, before his yes
    "taartpuntje": {"visitor", *CAST},  # what Fatima is there for, as everybody may know
    "loketjes": NEAR,  # to what Wim knows the way, as the neighbourhood may know
    "lampenkap": NEAR,  # what Riet asks, without her name
    "kennisje": {"opener", "inviter", "breaker", "keeper"},  # why Jan, Sara and Yusuf would meet
    "buurtkoffie": {"professional", "member", "volunteer"},  # why Fatima and Wim met
    "groetje": {"member", "volunteer"},  # what Wim wrote Fatima
    "tweesprongetje": BEHIND | {"later", "professional", "volunteer"},  # what Marieke asks people to weigh
    "kiezelsteentje": {"inviter"},  # why Jan chooses so, before its time
    "kattenluik": BEHIND | {"later"},  # what Marieke asks for Jan, from Riet's story, before his yes
}

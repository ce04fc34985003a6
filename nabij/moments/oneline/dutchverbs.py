"""A small store of Dutch verbs: enough to tell what happened from what is to come, and who will do it."""

import re

# infinitive, he or she does, did, done.
DOING = """
wisselen wisselt wisselde gewisseld|verzorgen verzorgt verzorgde verzorgd|boeken boekt boekte geboekt
knippen knipt knipte geknipt|timmeren timmert timmerde getimmerd|nodigen nodigt nodigde genodigd
plakken plakt plakte geplakt|naaien naait naaide genaaid|hangen hangt hing gehangen|lenen leent leende geleend
appen appt appte geappt|bakken bakt bakte gebakken|bellen belt belde gebeld|bestellen bestelt bestelde besteld
betalen betaalt betaalde betaald|beslissen beslist besliste beslist
bezoeken bezoekt bezocht bezocht|brengen brengt bracht gebracht
checken checkt checkte gecheckt|controleren controleert controleerde gecontroleerd|delen deelt deelde gedeeld
doen doet deed gedaan|fixen fixt fixte gefixt|geven geeft gaf gegeven|halen haalt haalde gehaald
helpen helpt hielp geholpen|herstellen herstelt herstelde hersteld|installeren installeert installeerde geïnstalleerd
kijken kijkt keek gekeken|klussen klust kluste geklust|koken kookt kookte gekookt|kopen koopt kocht gekocht
leggen legt legde gelegd|lenen leent leende geleend|leveren levert leverde geleverd|lezen leest las gelezen
mailen mailt mailde gemaild|maken maakt maakte gemaakt|melden meldt meldde gemeld|meten meet mat gemeten
nemen neemt nam genomen|oefenen oefent oefende geoefend|overleggen overlegt overlegde overlegd
pakken pakt pakte gepakt|passen past paste gepast|plaatsen plaatst plaatste geplaatst|poetsen poetst poetste gepoetst
printen print printte geprint|proberen probeert probeerde geprobeerd|regelen regelt regelde geregeld
repareren repareert repareerde gerepareerd|rijden rijdt reed gereden|ruimen ruimt ruimde geruimd
schilderen schildert schilderde geschilderd|schrijven schrijft schreef geschreven|snoeien snoeit snoeide gesnoeid
spreken spreekt sprak gesproken|bespreken bespreekt besprak besproken|sturen stuurt stuurde gestuurd
tekenen tekent tekende getekend|tillen tilt tilde getild|vertellen vertelt vertelde verteld
vervangen vervangt verving vervangen|verlengen verlengt verlengde verlengd
vullen vult vulde gevuld|wassen wast waste gewassen|zeggen zegt zei gezegd|zetten zet zette gezet
zorgen zorgt zorgde gezorgd|noteren noteert noteerde genoteerd
reageren reageert reageerde gereageerd|antwoorden antwoordt antwoordde geantwoord|laten laat liet gelaten
"""
HAPPENING = """
logeren logeert logeerde gelogeerd|verven verft verfde geverfd|douchen doucht douchte gedoucht
vragen vraagt vroeg gevraagd|zoeken zoekt zocht gezocht
beginnen begint begon begonnen|breien breit breide gebreid|denken denkt dacht gedacht|drinken drinkt dronk gedronken
eten eet at gegeten|fietsen fietst fietste gefietst|gaan gaat ging gegaan|komen komt kwam gekomen
krijgen krijgt kreeg gekregen|leren leert leerde geleerd|lopen loopt liep gelopen|maken maakt maakte gemaakt
ontmoeten ontmoet ontmoette ontmoet|openen opent opende geopend|plannen plant plande gepland
praten praat praatte gepraat|rusten rust rustte gerust|schaken schaakt schaakte geschaakt
schuiven schuift schoof geschoven|sluiten sluit sloot gesloten|spelen speelt speelde gespeeld
starten start startte gestart|stoppen stopt stopte gestopt|verhuizen verhuist verhuisde verhuisd
vieren viert vierde gevierd|volgen volgt volgde gevolgd|voorkomen voorkomt voorkwam voorgekomen
vertrekken vertrekt vertrok vertrokken|verzetten verzet verzette verzet|wandelen wandelt wandelde gewandeld
wachten wacht wachtte gewacht|werken werkt werkte gewerkt|zien ziet zag gezien|zwemmen zwemt zwom gezwommen
evalueren evalueert evalueerde geëvalueerd|herinneren herinnert herinnerde herinnerd|horen hoort hoorde gehoord
"""
# What lasts or is felt: their past kills a day, their present plans nothing.
LASTING = """
zijn is was geweest|hebben heeft had gehad|worden wordt werd geworden|blijven blijft bleef gebleven
duren duurt duurde geduurd|houden houdt hield gehouden|huilen huilt huilde gehuild|klagen klaagt klaagde geklaagd
liggen ligt lag gelegen|slapen slaapt sliep geslapen|staan staat stond gestaan|vallen valt viel gevallen
vinden vindt vond gevonden|vergeten vergeet vergat vergeten|voelen voelt voelde gevoeld|weten weet wist geweten
willen wil wilde gewild|wonen woont woonde gewoond|zitten zit zat gezeten|lijken lijkt leek geleken
kunnen kan kon gekund|mogen mag mocht gemogen|moeten moet moest gemoeten|hopen hoopt hoopte gehoopt
missen mist miste gemist|lukken lukt lukte gelukt|schijnen schijnt scheen geschenen
overlijden overlijdt overleed overleden|treffen treft trof getroffen|verliezen verliest verloor verloren
roepen roept riep geroepen|genezen geneest genas genezen|zingen zingt zong gezongen|winnen wint won gewonnen
"""


def words(said: str) -> frozenset[str]:
    return frozenset(said.split())


def _column(verbs: str, column: int) -> frozenset[str]:
    return frozenset(verb.split()[column] for line in verbs.split("\n") for verb in line.split("|") if verb)


def _plurals(past: frozenset[str]) -> frozenset[str]:
    return frozenset(word + ("n" if word.endswith("e") else "en") for word in past)


def _first_persons(third: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:-1] if word.endswith("t") and len(word) > 3 else word for word in third)


PARTICLES = words(
    "aan af bij binnen dicht door kennis klaar langs los mee na onder op open over rond samen schoon tegen terug thuis "
    "toe uit vast voor vooruit weg weer verder in om"
)
_PARTICLE = re.compile(f"({'|'.join(sorted(PARTICLES, key=len, reverse=True))})")

THIRD_DOING = _column(DOING, 1)
FIRST_DOING = _first_persons(THIRD_DOING) - {"was", "mee", "laa"} | words("zal beloof beloofde meet laat")
THIRD_HAPPENING = _column(HAPPENING, 1) | words("kom ga krijg gaan komen krijgen moet wordt worden")
INFINITIVES = _column(DOING, 0) | _column(HAPPENING, 0)
_PAST_ONE = (_column(DOING, 2) | _column(HAPPENING, 2) | _column(LASTING, 2)) - {"at", "mat", "verzet"}
PAST = (
    _PAST_ONE | _plurals(_PAST_ONE) | {"waren", "zeiden", "deden", "gaven", "zagen", "namen", "lagen", "zaten", "wou"}
)
DONE = _column(DOING, 3) | _column(HAPPENING, 3) | _column(LASTING, 3)
WILL = words("zou zouden zal zullen")
PROMISES = words("belooft beloofde beloofd toegezegd")
# A participle in these is no past: it is planned, or must be so by then.
STILL_TO_COME = WILL | words("moet moeten wordt worden kan kunnen mag mogen gaat gaan")
PLANNED = words(
    "afgesproken verplaatst verzet uitgesteld gepland ingepland verschoven vooruitgeschoven uitgenodigd beloofd "
    "toegezegd ingeschreven opgegeven besteld"
)
_ENDS_IN_EREN = re.compile(r"(?!\w*(?:kinderen|goederen|liederen)$)\w{4,}eren$")
_PARTICIPLE = re.compile(r"ge\w{2,}(?:d|t)$")
_NO_PARTICIPLE = re.compile(
    r"(?:ge(?:ld|zond|duld|bied|luid|weld|zicht|wicht|dicht|recht|bit|bed|raamt|boort|moed|rust|heugt|stalt|vecht|want))$"
)


def is_infinitive(word: str) -> bool:
    """Also with a particle before it: "openmaken", "terugbellen"."""
    return word in INFINITIVES or _bare(word) in INFINITIVES or _ENDS_IN_EREN.match(word) is not None


def is_done(word: str) -> bool:
    """A past participle: "gebeld", "opgehaald"."""
    for form in (word, _bare(word)):
        if form in DONE or (_PARTICIPLE.match(form) and not _NO_PARTICIPLE.match(form)):
            return True
    return False


def is_past(word: str) -> bool:
    """A verb that says it is over: "was", "belde", "langskwam"."""
    return word in PAST or (len(word) > 6 and _bare(word) in PAST)


def does(word: str) -> bool:
    """He or she does something for another: "belt", and in a side clause "opstuurt"."""
    return word in THIRD_DOING or _bare(word) in THIRD_DOING


def i_do(word: str) -> bool:
    """A first person with its particle, as behind "dat ik": "terugbel", "opstuur"."""
    return _bare(word) in FIRST_DOING


def happens(word: str) -> bool:
    return word in THIRD_HAPPENING or _bare(word) in THIRD_HAPPENING


def _bare(word: str) -> str:
    """The verb without its particle: "terugbellen" to "bellen"."""
    particle = _PARTICLE.match(word)
    return word[particle.end() :] if particle and len(word) - particle.end() > 2 else ""

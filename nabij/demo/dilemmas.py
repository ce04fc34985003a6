"""Ten dilemmas in the manner of the bingo case, as people here weighed them; tests and the demo share them.

Told as they are raised: without names. Of whoever is not in the cast it stands here what they are called. Of each voice
the values stand in the order of the options, from 1 (rather not) to 5 (gladly). Nothing here knows the database.
"""

from dataclasses import dataclass

FACILITATOR = "kees"
RESIDENT = ""  # The hat of whom it concerns.


@dataclass(frozen=True)
class VoiceFact:
    """What somebody says of every option, in which hat of theirs, and why of the options by number."""

    who: str
    hat: str
    values: tuple[int, ...]
    why: str = ""
    about: int = 1  # Of which option `why` speaks.
    # Of whoever is not in the cast.
    called: str = ""
    formal: bool = True


@dataclass(frozen=True)
class DilemmaFact:
    """One dilemma: how it is told, how it looks from four sides, who thinks what, and what was decided.

    told_in: the story in whose circle it was raised. sides: (logic, who, words). chosen: the number of an option.
    """

    key: str
    told_in: str
    raised_by: str
    question: str
    facts: str
    unknown: str
    options: tuple[str, ...]
    sides: tuple[tuple[str, str, str], ...]
    voices: tuple[VoiceFact, ...]
    chosen: int
    decision: str
    reasons: str
    minority: str
    carried_by: str
    came: str = ""


V = VoiceFact
BINGO = DilemmaFact(
    key="bingo",
    told_in="kim",
    raised_by="marieke",
    question="Iemand met een uitkering won geld met bingo op internet. Wat doen we nu wij het weten?",
    facts="Drie keer gewonnen in vijf maanden, samen 640 euro. Ongeveer 380 euro ingezet. Niet doorgegeven. Zij"
    " vertelde het zelf. Een deel ging naar een schoolreis.",
    unknown="Hoe het hele overzicht eruitziet. Of stoppen lukt.",
    options=(
        "Zij geeft het zelf door, met overzicht en iemand erbij. Wat overbleef telt, kleine termijnen, geen boete",
        "Wij zeggen niets",
        "Alles van die maanden terugbetalen",
        "Eerst drie maanden hulp bij stoppen, dan doorgeven",
    ),
    sides=(
        ("client", "kim", "Het was drie keer een avond zonder buikpijn."),
        ("professional", "marieke", "Haar vertrouwen is de weg naar de schulden."),
        ("management", "ilse", "Een winst die wij kennen en niet melden, is ons probleem bij de controle."),
        (
            "political",
            FACILITATOR,
            "Aan tafel gehoord: het is geld van iedereen. En een kind betaalt ook voor de spanning.",
        ),
    ),
    voices=(
        V("kim", RESIDENT, (4, 4, 1, 3), "Als er iemand meegaat durf ik het."),
        V("theo", "geldmaatje", (5, 3, 1, 4), "Met het overzicht erbij is het eerlijk, en te doen."),
        V("fatima", "wandelleider", (4, 1, 1, 3), "Zwijgen maakt het alleen maar groter."),
        V("marieke", "wijkwerker", (5, 2, 1, 3), "Zij kwam er zelf mee. Dat is iets waard."),
        V("ilse", "sociaal raadsvrouw", (4, 1, 2, 2), "Zelf doorgeven helpt haar het meest."),
        V("loes", "beleid", (3, 1, 3, 2), "Zonder boete leren we anderen dat melden niet hoeft."),
    ),
    chosen=1,
    decision="Zij geeft het zelf door, en er gaat iemand mee.",
    reasons="Zij vertelde het zelf en hield weinig over. Een boete kost meer dan zij won, en ons haar vertrouwen.",
    minority="Zonder boete leren we anderen dat melden niet hoeft.",
    carried_by="marieke",
    came="Doorgegeven, met het overzicht erbij. Terugbetalen gaat in kleine termijnen, zonder boete.",
)
GROCERIES = DilemmaFact(
    key="boodschappen",
    told_in="dochter64",
    raised_by="sanne",
    question="Een moeder brengt haar dochter elke week een tas boodschappen. Telt dat mee voor de uitkering?",
    facts="Ongeveer 50 euro per week, voor hen samen. Niet doorgegeven. Tot 1.200 euro per jaar telt een gift niet.",
    unknown="Hoe lang de moeder dit volhoudt.",
    options=(
        "Doorgeven, tot de grens als gift tellen, niets terug",
        "Rekenen met vaste bedragen",
        "Aanraden om ermee te stoppen",
    ),
    sides=(
        ("client", "dochter64", "Mijn moeder helpt, en dan ben ik een dief."),
        ("professional", "sanne", "Wij vragen om hulp van de familie en straffen die dan."),
        ("management", "ilse", "Gelijke gevallen, één lijn."),
        ("political", FACILITATOR, "Aan tafel gehoord: mensen moeten het elkaar bij de kassa kunnen uitleggen."),
    ),
    voices=(
        V(
            "dochter64",
            RESIDENT,
            (5, 1, 1),
            "Dan hoeft mijn moeder niet te stoppen.",
            called="de dochter van de boodschappen",
        ),
        V("jan", "buurman", (5, 1, 1), "Eten geven is geen inkomen."),
        V("bep", "naaister", (5, 2, 1), "Zo doen moeders dat."),
        V("sanne", "wijkwerker", (4, 2, 1), "Onder de grens is het een gift."),
        V("ilse", "sociaal raadsvrouw", (4, 2, 1), "Doorgeven beschermt haar."),
        V("loes", "beleid", (3, 3, 1), "Wekelijks is geen gift."),
    ),
    chosen=1,
    decision="Doorgeven. Tot de grens telt het als gift, en er gaat niets terug.",
    reasons="Het gaat om eten, in de familie, onder de grens. Wie hulp van dichtbij straft, raakt die kwijt.",
    minority="Wekelijks is geen gift.",
    carried_by="sanne",
    came="Haar moeder komt weer elke week, en het is doorgegeven. Niemand hoefde iets terug te betalen.",
)
COUCH = DilemmaFact(
    key="logeren",
    told_in="sandra",
    raised_by="sanne",
    question="Een zoon van 28 slaapt bij zijn moeder. Schrijft hij zich in, dan daalt haar uitkering. Wat doen we?",
    facts="Zijn relatie is uit, hij heeft geen adres. Zonder inschrijving krijgt hij geen uitkering en geen post. Kort"
    " logeren mag buiten de regel blijven.",
    unknown="Hoe snel hij iets anders vindt.",
    options=(
        "Inschrijven, en de regel een half jaar niet toepassen",
        "Een briefadres bij de gemeente",
        "De regel zoals hij is",
    ),
    sides=(
        ("client", "sandra", "Ik kan kiezen: mijn kind of mijn huur."),
        ("professional", "sanne", "Een bank is goedkoper dan de opvang."),
        ("management", "chantal", "Wie bewaakt dat halve jaar?"),
        ("political", FACILITATOR, "Aan tafel gehoord: één uitzondering is een voorbeeld voor de volgende."),
    ),
    voices=(
        V("sandra", RESIDENT, (5, 3, 1), "Dan kan hij blijven."),
        V("corrie", "loopt mee", (5, 3, 1), "Een kind zet je niet buiten."),
        V("ina", "kookploeg", (4, 3, 1), "Met een einddatum is het te doen."),
        V("sanne", "wijkwerker", (5, 3, 1), "Zo heeft hij een adres om vanuit te zoeken."),
        V("peter", "sociaal raadsman", (4, 4, 2), "Briefadres was genoeg.", about=2),
        V("chantal", "woonconsulent", (4, 2, 2), "Een half jaar is te overzien."),
    ),
    chosen=1,
    decision="Inschrijven. De regel geldt een half jaar niet. Op 1 mei kijken we opnieuw.",
    reasons="Het is tijdelijk, en zonder adres komt hij nergens aan de beurt.",
    minority="Briefadres was genoeg.",
    carried_by="sanne",
)
NEAR = DilemmaFact(
    key="dichtbij",
    told_in="kim",
    raised_by="marieke",
    question="Een kleuter komt vaak te laat en is moe. Vragen we er iemand bij, of blijven we dichtbij?",
    facts="Veertien keer te laat. Moe, geen blauwe plekken. De school wil het melden. De wijkwerker wil acht weken met"
    " een steungezin.",
    unknown="Hoe de nachten zijn.",
    options=(
        "Acht weken, elke week kijken school en wijk samen, en vooraf opschrijven waar we op letten",
        "Nu advies vragen zonder naam",
        "Nu melden",
    ),
    sides=(
        ("client", "kim", "Als jullie melden doe ik de deur niet meer open."),
        (
            "professional",
            "marieke",
            "Twee soorten kennis: van de juf en van de wijk. De een staat niet boven de ander.",
        ),
        ("management", "mirjam", "De meldcode heeft termijnen."),
        ("political", FACILITATOR, "Aan tafel gehoord: geen kind mag gemist worden."),
    ),
    voices=(
        V("kim", RESIDENT, (5, 3, 1), "Dan weet ik waar ik aan toe ben."),
        V("tineke", "steungezin", (4, 4, 1), "Hij is welkom bij ons."),
        V("wil", "kookploeg", (4, 3, 2), "Ze eten hier op donderdag. Dat gaat goed."),
        V("marieke", "wijkwerker", (5, 4, 1), "Dichtbij zien we het meest."),
        V("mirjam", "jeugdverpleegkundige", (3, 5, 3), "Advies zonder naam kan vandaag nog.", about=2),
        V("juf", "leerkracht", (3, 4, 4), "Acht weken is voor een kleuter een half jaar.", called="de juf van groep 1"),
    ),
    chosen=2,
    decision="Vandaag advies vragen zonder naam. Daarna acht weken met elke week samen kijken.",
    reasons="Advies kost niets en kan meteen. Wat we afspreken, schrijven we vooraf op.",
    minority="Acht weken is voor een kleuter een half jaar.",
    carried_by="marieke",
)
TYRE = DilemmaFact(
    key="fietsband",
    told_in="samir",
    raised_by="marieke",
    question="Iemand met een uitkering plakt banden voor een tientje. Wat doen we nu we het zagen?",
    facts="Hij maakt fietsen, en krijgt tien euro of soep. Een wijkwerker zag het.",
    unknown="Hoe vaak het is.",
    options=(
        "Er een plek van maken, met een vergoeding voor vrijwilligers",
        "Doorgeven als inkomen",
        "De andere kant op kijken",
    ),
    sides=(
        ("client", "samir", "In mijn stad had ik een winkel."),
        ("professional", "marieke", "Werk is hoe je binnenkomt."),
        ("management", "hanneke", "We weten het nu wel."),
        ("political", FACILITATOR, "Aan tafel gehoord: geld in de hand is niet eerlijk tegen de fietsenwinkel."),
    ),
    voices=(
        V("samir", RESIDENT, (5, 1, 3), "Dan mag het gezien worden."),
        V("henk", "klussenploeg", (5, 1, 3), "Vakwerk. Wij hebben de ruimte."),
        V("sjaak", "monteur", (5, 2, 2), "Hij leert ons nog wat."),
        V("marieke", "wijkwerker", (5, 2, 2), "Zo wordt het een begin."),
        V("hanneke", "Wmo-consulent", (4, 2, 1), "Een plek is te regelen."),
        V("loes", "beleid", (4, 3, 1), "Wat geweest is blijft ongemeld.", about=2),
    ),
    chosen=1,
    decision="Er komt een plek waar hij fietsen maakt, met een vergoeding voor vrijwilligers.",
    reasons="Het is klein, het is nuttig, en het is een weg naar werk.",
    minority="Wat geweest is blijft ongemeld.",
    carried_by="marieke",
    came="De plek is er: op zaterdag, bij het repareren in de garage.",
)
PARCEL = DilemmaFact(
    key="pakket",
    told_in="ruud",
    raised_by="henk",
    question="Iemand wil eten van de voedselbank en geen hulp met geld. Geven we het pakket?",
    facts="Schaamte en schulden. Van een plan wil hij niets weten. De voedselbank vraagt om een plan, meestal op maat.",
    unknown="Hoe groot de schulden zijn.",
    options=(
        "Acht pakketten, en het plan is één gesprek met een vrijwilliger die hij kent",
        "Vasthouden aan de regel",
        "Maaltijden van buren",
    ),
    sides=(
        ("client", "ruud", "Ik wil brood, geen cursus."),
        ("professional", "marieke", "Eerst eten, dan praten."),
        ("management", "peter", "Zonder plan geen einde."),
        ("political", FACILITATOR, "Aan tafel gehoord: het pakket is niet het beleid."),
    ),
    voices=(
        V("ruud", RESIDENT, (5, 1, 2), "Eén gesprek, dat lukt."),
        V("henk", "klussenploeg", (5, 2, 3), "Met mij praat hij wel."),
        V("theo", "geldmaatje", (4, 3, 3), "Wie niks hoeft komt terug.", about=2),
        V("marieke", "wijkwerker", (4, 2, 2), "Eén gesprek is een begin."),
        V("ilse", "sociaal raadsvrouw", (4, 2, 2), "Acht weken geeft ruimte."),
        V("peter", "sociaal raadsman", (3, 4, 1), "Zonder plan is er geen einde aan.", about=2),
    ),
    chosen=1,
    decision="Acht pakketten. Het plan is één gesprek met iemand die hij kent.",
    reasons="Wie honger heeft, leert niets. Eén gesprek telt als begin.",
    minority="Wie niks hoeft komt terug. Zonder plan is er geen einde aan.",
    carried_by="henk",
)
PLANTS = DilemmaFact(
    key="berging",
    told_in="tante",
    raised_by="marieke",
    question="In een berging staan wietplanten van een neef. Wat doen we met wat ons in vertrouwen is verteld?",
    facts="Er was al eens een klein brandje. Zij is bang om hem kwijt te raken. Er wonen zestig huishoudens.",
    unknown="Of hij alleen is.",
    options=(
        "Zij en de wijkwerker praten met hem: weg binnen 72 uur, anders melden",
        "Nu melden",
        "Zwijgen",
    ),
    sides=(
        ("client", "tante", "Als hij weg is heb ik niemand."),
        ("professional", "marieke", "Dat het onder ons blijft, draagt het werk."),
        ("management", "yusuf", "Gevaar dat je kent, is jouw verantwoordelijkheid."),
        ("political", FACILITATOR, "Aan tafel gehoord: zestig huizen."),
    ),
    voices=(
        V("tante", RESIDENT, (4, 1, 3), "Dan kan ik het hem zelf zeggen.", called="de tante van de berging"),
        V("jan", "flatcommissie", (4, 3, 1), "Drie dagen, en dan is het klaar."),
        V("truus", "kookploeg", (3, 4, 1), "Ik slaap hier boven.", about=2),
        V("marieke", "wijkwerker", (4, 2, 1), "Zij houdt hem, en het gevaar gaat weg."),
        V("yusuf", "wijkverpleging", (4, 3, 1), "Met een harde grens kan het."),
        V("chantal", "woonconsulent", (2, 5, 1), "Brand wacht niet.", about=2),
    ),
    chosen=1,
    decision="Praten met de neef: binnen 72 uur is alles weg, anders melden wij.",
    reasons="Zo is het gevaar het snelst weg, en zij houdt haar neef.",
    minority="Brand wacht niet. Wie erboven slaapt, weet van niets.",
    carried_by="marieke",
)
CHILDCARE = DilemmaFact(
    key="opvang",
    told_in="darwish",
    raised_by="marieke",
    question="Iemand vindt zelf werk, en de kinderopvang wordt alleen betaald bij hulp naar werk. Betalen we?",
    facts="Hij werkt via een uitzendbureau, zij heeft taalles. De uren vallen samen. Er is niemand die kan oppassen.",
    unknown="Hoe lang het werk duurt.",
    options=("Betalen, als maatwerk", "Hem op papier in een plan naar werk zetten", "Weigeren"),
    sides=(
        ("client", "samir", "Ik werk juist zelf."),
        ("professional", "marieke", "Een plan op papier is een leugen."),
        ("management", "hanneke", "Op papier is het netjes."),
        ("political", FACILITATOR, "Aan tafel gehoord: wie zelf werk vindt, mag niet slechter af zijn."),
    ),
    voices=(
        V("samir", RESIDENT, (5, 3, 1), "Dan kan mijn vrouw blijven leren."),
        V("bilal", "taalmaatje", (5, 2, 1), "Zij mist anders haar les."),
        V("ans", "taalmaatje", (4, 2, 1), "Taal en werk horen samen."),
        V("marieke", "wijkwerker", (5, 2, 1), "Dit is waar de regel voor bedoeld is."),
        V("esther", "taaldocent", (4, 3, 1), "Tot het einde van de cursus."),
        V("hanneke", "Wmo-consulent", (4, 4, 1), "Op papier had ook gekund.", about=2),
    ),
    chosen=1,
    decision="Wij betalen de opvang, tot het einde van haar cursus.",
    reasons="Wie zelf werk vindt, mag niet slechter af zijn. Een plan op papier helpt niemand.",
    minority="Op papier had ook gekund.",
    carried_by="marieke",
)
DOG = DilemmaFact(
    key="hond",
    told_in="bianca",
    raised_by="marieke",
    question="Iemand zonder huis gaat naar de kliniek, als haar hond ergens terechtkan. Wie zorgt daarvoor?",
    facts="Zij gaat als de hond goed zit. De regeling betaalt geen hondenhotel, maar altijd nee zeggen mag ook niet.",
    unknown="Hoe lang de opname duurt.",
    options=("Acht weken hondenhotel betalen", "De hond bij buren", "Nee"),
    sides=(
        ("client", "bianca", "Zonder mijn hond ga ik niet."),
        ("professional", "bram", "De hond is het behandelplan."),
        ("management", "yusuf", "Reken maar na: doormodderen kost meer."),
        ("political", FACILITATOR, "Aan tafel gehoord: dit kan zo in de krant."),
    ),
    voices=(
        V("bianca", RESIDENT, (4, 5, 1), "Bij iemand thuis, dat wil hij.", about=2, called="de vrouw met de hond"),
        V("jan", "buurman", (4, 4, 1), "Hij kan mee met de mijne.", about=2),
        V("nadia", "loopt mee", (4, 5, 1), "Wij lopen toch elke dag.", about=2),
        V("bram", "praktijkondersteuner", (5, 4, 1), "Maak het niet afhankelijk van één buurman."),
        V("marieke", "wijkwerker", (4, 4, 1), "Bij buren, en het hotel als dat niet lukt.", about=2),
        V("yusuf", "wijkverpleging", (3, 4, 2), "Dit is het kleinste dat werkt.", about=2),
    ),
    chosen=2,
    decision="De hond gaat naar een buurman, en wij betalen de dierenarts. Valt hij uit, dan het hondenhotel.",
    reasons="Dit kan morgen. De hond blijft in de buurt, en zij gaat.",
    minority="Maak het niet afhankelijk van één buurman.",
    carried_by="marieke",
    came="Zij ging op maandag. De hond loopt elke ochtend mee.",
)
NUMBER = DilemmaFact(
    key="privenummer",
    told_in="blom",
    raised_by="marieke",
    question="Een wijkwerker gaat weg. Elf gezinnen bellen haar privénummer. Wat gebeurt daarmee?",
    facts="Het nummer geven hoort hier bij het werk. De werkgever wil na het vertrek geen contact. Iemand belt om elf"
    " uur 's avonds.",
    unknown="Wie er na haar 's avonds belt.",
    options=(
        "Het nummer stopt op 1 januari, na drie bezoeken samen met de opvolger",
        "Voor twee mensen blijft het tot het voorjaar",
        "Het blijft voor iedereen",
    ),
    sides=(
        ("client", "gerda", "Jij weet hoe het zit, een ander begint bij nul."),
        ("professional", "marieke", "Dichtbij zijn was het gereedschap."),
        ("management", "bart", "Wie is er verantwoordelijk voor?"),
        ("political", FACILITATOR, "Aan tafel gehoord: een buurt mag niet aan één telefoon hangen."),
    ),
    voices=(
        V("gerda", RESIDENT, (2, 5, 3), "Dit is voor jullie een regel."),
        V("jan", "buurman", (3, 4, 2), "Voor een paar mensen is het hard.", about=2),
        V("riet", "buurvrouw", (4, 4, 1), "Drie keer samen komen is netjes."),
        V("marieke", "wijkwerker", (4, 4, 1), "Ik wil het goed overdragen."),
        V("sanne", "wijkwerker", (4, 3, 1), "Dan kennen ze mij al."),
        V("bart", "teamleider", (5, 2, 1), "Anders blijft zij in dienst zonder baan."),
    ),
    chosen=1,
    decision="Het nummer stopt op 1 januari, na drie bezoeken samen. Eén kaart per jaar mag, als buurvrouw.",
    reasons="Een buurt mag niet aan één telefoon hangen. We leggen het aan alle elf uit.",
    minority="Om wie het gaat zegt: dit is voor jullie een regel.",
    carried_by="marieke",
)

DILEMMAS = (BINGO, GROCERIES, COUCH, NEAR, TYRE, PARCEL, PLANTS, CHILDCARE, DOG, NUMBER)

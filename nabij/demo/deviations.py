"""Which rule each of the ten dilemmas ran into, what was done otherwise, and who stood behind it.

Of whoever is not in the cast it stands here what they are called. In the last dilemma nobody did otherwise: its rule
was explained to all eleven. Nothing here knows the database.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class RuleFact:
    """A rule as the neighbourhood wrote it down; mandate: the role of who may back doing otherwise."""

    name: str
    words: str
    made_by: str
    mandate: str
    source: str = ""


@dataclass(frozen=True)
class BackerFact:
    """Who stood behind it, in which role, formal or not; whether that role is the one the rule asks for."""

    who: str
    role: str
    formal: bool
    called: str = ""


@dataclass(frozen=True)
class DeviationFact:
    """What was done otherwise after a decision, until how many days later, and who stood behind it."""

    dilemma: str
    rule: RuleFact
    instead: str
    why: str
    interest: str
    days: int
    backers: tuple[BackerFact, ...]


R, B = RuleFact, BackerFact
FATIMA = B("fatima", "wandelleider", formal=False)
DEVIATIONS = (
    DeviationFact(
        "bingo",
        R(
            "Inlichtingenplicht",
            "Wie een uitkering heeft, meldt elk inkomen.",
            "law",
            "teamleider inkomen",
            "Participatiewet, artikel 17",
        ),
        "Geen boete. Alleen wat overbleef telt, met kleine termijnen.",
        "Zij vertelde het zelf, en het geld ging naar een schoolreis.",
        "Van haar en haar kinderen, en van wie zelf iets durft te zeggen.",
        100,
        (FATIMA, B("teamleider", "teamleider inkomen", formal=True, called="de teamleider inkomen")),
    ),
    DeviationFact(
        "boodschappen",
        R("Middelen tellen mee", "Wat iemand krijgt, telt mee.", "law", "kwaliteitsmedewerker inkomen"),
        "Tot de grens is het een gift, en er gaat niets terug.",
        "Het gaat om eten, in de familie.",
        "Van een moeder en een dochter die elkaar helpen.",
        180,
        (
            B("jan", "buurman", formal=False),
            B("kwaliteit", "kwaliteitsmedewerker inkomen", formal=True, called="wie op kwaliteit let"),
        ),
    ),
    DeviationFact(
        "logeren",
        R("Kostendelersnorm", "Wie samen woont, krijgt minder.", "law", "klantmanager"),
        "De norm geldt een half jaar niet.",
        "Een bank is goedkoper dan de opvang.",
        "Van een zoon die een adres zoekt, en van haar huur.",
        160,
        (
            B("noor", "coördinator vrijwilligers", formal=True),
            B("klant", "klantmanager", formal=True, called="de klantmanager"),
            B("corrie", "loopt mee", formal=False),  # Two formal hats beside a formal one are not enough.
        ),
    ),
    DeviationFact(
        "dichtbij",
        R("Meldcode", "Wie zich zorgen maakt om een kind, volgt vijf stappen.", "law", "jeugdverpleegkundige"),
        "Vandaag advies zonder naam. Daarna acht weken met elke week samen kijken.",
        "Wie nu meldt, verliest de deur.",
        "Van een kleuter die dichtbij gezien wordt.",
        56,
        (FATIMA, B("mirjam", "jeugdverpleegkundige", formal=True)),
    ),
    DeviationFact(
        "fietsband",
        R("Inkomen melden", "Elk inkomen wordt gemeld.", "law", "klantmanager"),
        "Een plek als vrijwilliger, met een vergoeding. Wat was, blijft.",
        "Werk is het begin.",
        "Van iemand die vakwerk levert.",
        90,
        (B("henk", "klussenploeg", formal=False), B("klant", "klantmanager", formal=True, called="de klantmanager")),
    ),
    # Henk carries this one, so that another volunteer stands behind it with the board.
    DeviationFact(
        "pakket",
        R(
            "Geen pakket zonder traject",
            "Wie een pakket krijgt, volgt een traject.",
            "organisation",
            "bestuur voedselbank",
        ),
        "Acht pakketten. Het plan is één gesprek.",
        "Eerst eten, dan praten.",
        "Van iemand die zich schaamt.",
        56,
        (
            B("wil", "kookploeg", formal=False),
            B("bestuur", "bestuur voedselbank", formal=True, called="iemand van het bestuur"),
        ),
    ),
    DeviationFact(
        "berging",
        R("Beroepsgeheim", "Wat iemand toevertrouwt, blijft daar, behalve bij gevaar.", "law", "teamleider"),
        "Drie dagen om het weg te halen, en anders melden.",
        "Zwijgen draagt het werk. Gevaar gaat voor.",
        "Van haar, en van zestig huizen.",
        3,
        (
            B("bart", "teamleider", formal=True),
            B("aandacht", "aandachtsfunctionaris", formal=True, called="de aandachtsfunctionaris"),
            B("jan", "flatcommissie", formal=False),
        ),
    ),
    DeviationFact(
        "opvang",
        R(
            "Opvang bij een traject",
            "Opvang is er voor wie een traject volgt.",
            "municipality",
            "kwaliteitsmedewerker inkomen",
        ),
        "Wij betalen de opvang zonder traject.",
        "Wie zelf werk vindt, mag niet slechter uit zijn.",
        "Van twee ouders die leren en werken.",
        120,
        (
            B("emine", "contactvrouw", formal=False),
            B("kwaliteit", "kwaliteitsmedewerker inkomen", formal=True, called="wie op kwaliteit let"),
        ),
    ),
    DeviationFact(
        "hond",
        R("Geen dierenopvang", "Zo doen we het hier: dieren vallen er niet onder.", "house", "Wmo-consulent"),
        "Wij betalen de dierenarts, en zo nodig het hondenhotel.",
        "Zonder hond gaat zij niet.",
        "Van wie nu wel de kliniek in durft.",
        56,
        (FATIMA, B("hanneke", "Wmo-consulent", formal=True)),  # Jan takes the dog: he is a party.
    ),
)

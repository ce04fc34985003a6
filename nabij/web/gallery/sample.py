"""The people of the gallery. Invented, and small on purpose: the example neighbourhood itself is in `nabij/demo`."""

from datetime import datetime, timedelta

from nabij.stories.going import Face as Chosen
from nabij.web.atonce import BOTH, MINE, THEIRS, AtOnce, Field
from nabij.web.faces import Act, CarriedLine, Entry, Face, HatPeg, MomentLine, PromiseLine, Rung, Wardrobe
from nabij.web.goings import FOOT, MOUTHS, STEP, Goings, Mark, Said
from nabij.web.ringmap import Around
from nabij.web.sketch import Outline, Spot
from nabij.web.story.choosing import Choosing, Option
from nabij.web.today.why import Why

RIET = Face("Riet Kuiper", "own", "over haar gaat het")
MARIEKE = Face("Marieke Bos", "formal", "wijknetwerk")
FATIMA = Face("Fatima El Amrani", "informal", "wandelgroep")
YUSUF = Face("Yusuf Demir", "formal", "wijkverpleging")
JAN = Face("Jan de Groot", "informal", "buurman")
NOBODY = Face("buurman met de hond", "unknown")
PEOPLE = (RIET, MARIEKE, FATIMA, YUSUF, JAN, NOBODY)

WHY = Why(
    sentence="Om samen te helpen met wat jij wilt.",
    chosen="samen",
    options=(
        ("samen", "Om samen te helpen met wat jij wilt."),
        ("onderzoek", "Om uit te zoeken welke hulp de gemeente moet regelen."),
    ),
)
CHOOSING = Choosing(
    circle=None,
    options=(
        Option("1", "Iedereen rond Riet", (RIET, MARIEKE, FATIMA, YUSUF), chosen=True),
        Option("2", "Riet en Marieke", (RIET, MARIEKE), chosen=False),
    ),
    seen="voorbeeld",
)


def goings(now: datetime) -> Goings:
    """A face, a number and words alone, a month apart."""
    days = [now - timedelta(days=30 * back) for back in (2, 1, 0)]
    marks = (
        Mark(STEP // 2, 40, MOUTHS[Chosen.FINE], None),
        Mark(STEP // 2 + STEP, 60, "", 5),
        Mark(STEP // 2 + 2 * STEP, FOOT, "", None),
    )
    rows = (
        Said(days[2], "De hond was er.", "", "Riet zelf"),
        Said(days[1], "Gewoon.", "een 5", "Riet vertelde het, Fatima schreef het op"),
        Said(days[0], "Ik ben tot de brug geweest.", "goed", "Riet zelf"),
    )
    return Goings("Riet", marks, rows, days[0], days[2])


WARDROBE = Wardrobe(
    person="voorbeeld",
    name="Marieke Bos",
    action="/stijl/",
    profile="/stijl/",
    leave="/stijl/",
    pegs=(
        HatPeg("1", "Wijknetwerk Wheermolen", MARIEKE, worn=True),
        HatPeg("2", "Buurvrouw in de Gasinjetstraat", Face("Marieke Bos", "informal")),
        HatPeg("3", "Schuldhulpmaatje", Face("Marieke Bos", "informal")),
    ),
)


def moments(now: datetime) -> tuple[MomentLine, ...]:
    def ago(**back: int) -> datetime:
        return now - timedelta(**back)

    return (
        MomentLine(FATIMA, "Wandelgroep gaat door, ook als het regent. Riet wil weer mee.", ago(minutes=32)),
        MomentLine(
            RIET, "Jan heeft de hond gebracht. Gezellig, een hele middag.", ago(hours=17), "schreef zelf", own=True
        ),
        MomentLine(YUSUF, "Been is genezen. Lopen mag, rustig aan.", ago(days=1), themes=("lopen",)),
        MomentLine(JAN, "De lift doet het weer. Ik heb het briefje van de deur gehaald.", ago(days=2, hours=3)),
        MomentLine(MARIEKE, "Op de koffie geweest. Riet mist haar zus meer dan ze zegt.", ago(days=14)),
        MomentLine(NOBODY, "Vroeg of er nog iemand kan lopen met de hond.", ago(days=400)),
    )


def promises(now: datetime) -> tuple[PromiseLine, ...]:
    done = (Act("Gedaan", "/stijl/", icon="check"), Act("Geef door", "/stijl/", weight="subtle"))
    return (
        PromiseLine("regelt de rollator", now - timedelta(days=1), MARIEKE, acts=done),
        PromiseLine("loopt mee naar de markt", now + timedelta(days=5, minutes=48), FATIMA),
        PromiseLine("kijkt naar de lift", None, JAN, note="Kreeg hij van Marieke, 6 november"),
        PromiseLine("belt Ineke op zondag", now, RIET, note="Als het niet lukt, belt Marieke vrijdag"),
    )


def carried() -> tuple[CarriedLine, ...]:
    since = "Doorlopend vanaf 1 juni."
    return (
        CarriedLine(MARIEKE, "houdt contact met de gemeente", since, "Wel de brieven. Niet het geld."),
        CarriedLine(JAN, "let op of de gordijnen open gaan", "Doorlopend vanaf 1 juli, tot en met 1 maart."),
    )


def own_promises(now: datetime) -> tuple[PromiseLine, ...]:
    acts = (Act("Gedaan", "/stijl/", icon="check"), Act("Geef door", "/stijl/", weight="subtle"))
    return (
        PromiseLine("Rollator regelen voor Riet, bij de thuiszorgwinkel.", now - timedelta(days=1), acts=acts),
        PromiseLine("Henk laten weten of dinsdag doorgaat.", now, acts=acts),
    )


def _ask(name: str, *, first: bool = False) -> tuple[Act, ...]:
    return (Act(f"Vraag het {name}", "/stijl/", weight="primary" if first else "secondary"),)


CALL = Act("Bel Yusuf nu", "tel:+31750000000", weight="primary", icon="phone")
RUNGS = (
    Rung(
        1,
        "Eigen mensen",
        "informal",
        empty="Riets eigen kring is klein. Haar dochter werkt op dinsdag. Vraag hier nu niets extra.",
    ),
    Rung(
        2,
        "Buren",
        "informal",
        (
            Entry(
                Face("Jan", "informal", "buurman, nummer 14"),
                ("Is dinsdag vrij", "Loopt al met de hond langs de markt", "Riet noemt hem zelf"),
                acts=_ask("Jan", first=True),
            ),
        ),
    ),
    Rung(
        3,
        "Initiatieven",
        "informal",
        (
            Entry(
                Face("Samen Wandelen", "informal", "elke dinsdag, 10 uur"),
                ("Start 200 meter van Riets deur", "Fatima kent Riet al"),
                reach="075 000 00 00",
                reach_url="tel:+31750000000",
                acts=_ask("Fatima"),
            ),
        ),
    ),
    Rung(
        4,
        "Beroepskrachten",
        "formal",
        (Entry(YUSUF, ("Weet hoe het met haar been gaat", "Komt maandag al langs"), acts=_ask("Yusuf")),),
    ),
    Rung(5, "Specialisten", "formal", empty="Niemand. Voor deze vraag is dat ook niet nodig."),
)

AROUND = (
    Around(
        "01", Face("Jan", "informal", "buurman met de hond"), 1, "strong", "Brengt de hond.", "Riet past op de hond."
    ),
    Around("02", Face("Anneke", "informal", "dochter, woont in Hoorn"), 1, "plain", "Belt elke zondag."),
    Around("03", Face("Fatima", "informal", "wandelgroep"), 2, "plain", "Loopt mee.", "Riet leert haar breien."),
    Around("04", Face("Marieke Bos", "formal", "wijknetwerk"), 2, "plain", "Denkt mee, regelt de rollator."),
    Around(
        "05",
        Face("Ineke Oud", "informal", "zus, woont in Edam"),
        2,
        "weak",
        words="Weinig contact sinds de verhuizing.",
    ),
    Around("06", Face("Yusuf Demir", "formal", "wijkverpleging"), 3, "plain", "Verzorgt het been."),
    Around(
        "07",
        Face("Huisarts", "formal", "praktijk Overwhere"),
        3,
        "weak",
        "Controle, twee keer per jaar.",
        thing="group",
    ),
    Around(
        "08", Face("Koor", "informal", "gestopt in 2024"), 3, "weak", takes="Riet zong er twintig jaar.", thing="group"
    ),
    Around("09", Face("De Koemarkt", "place"), 3, "plain", "Een doel om heen te lopen.", thing="place"),
)


def _square(west: float, south: float, east: float, north: float) -> list[list[list[tuple[float, float]]]]:
    bend = (west + east) / 2
    return [
        [[(west, south), (bend, south - 0.0007), (east, south), (east, north), (bend, north - 0.0007), (west, north)]]
    ]


OUTLINES = (
    Outline("Wheermolen", _square(4.955, 52.508, 4.970, 52.516), here=True),
    Outline("Overwhere", _square(4.940, 52.508, 4.955, 52.520)),
    Outline("Centrum", _square(4.945, 52.500, 4.962, 52.508)),
    Outline("Purmer", _square(4.970, 52.502, 4.986, 52.516)),
)
SPOTS = (
    Spot("1", "Eettafel De Wheerplaats", "informal", 4.9625, 52.5125),
    Spot("2", "Soep op de stoep", "informal", 4.9631, 52.5123),
    Spot("3", "Maaltijd aan huis", "formal", 4.951, 52.505),
    Spot("4", "Koken met Kees", "informal", 4.977, 52.509),
)
ANSWERS = (
    ("yes", "Ja, ik kom", "Riet en Marieke krijgen bericht", "check"),
    ("other", "Liever een andere dag", "Je kiest zelf wanneer", "calendar"),
    ("no", "Nee, dit keer niet", "Dat is goed. Je hoeft niet te zeggen waarom", "cross"),
)


def at_once(now: datetime) -> AtOnce:
    """Jan saved while Riet wrote."""
    choices = ((MINE, "Wat ik schreef"), (THEIRS, "Wat Jan schreef"), (BOTH, "Allebei, onder elkaar"))
    mine, theirs = "Ik wil weer zelf naar de markt.", "Ik wil op zaterdag mee naar de markt."
    return AtOnce("Jan", now, "", (Field("words", "Wat wil je zelf?", mine, theirs, choices, BOTH),))

"""A dilemma for the gallery: how people look at it, what each chose, and who thinks otherwise. Nobody in it exists."""

from nabij.web.weighing.dots import Dots, Option, Voice
from nabij.web.weighing.looks import Logic, Said

LOGICS = (
    Logic("De bewoner", (Said("Het was drie keer een avond zonder buikpijn."),), own=True),
    Logic("Het vak", (Said("Haar vertrouwen is de weg naar de schulden.", "Sanne, wijknetwerk"),)),
    Logic(
        "De organisatie", (Said("Winst waarvan wij weten en die niet gemeld is, wordt bij de controle ons probleem."),)
    ),
    Logic(
        "De gemeente",
        (Said("Het is geld van ons allemaal."), Said("En een kind betaalt mee voor de zorgen.", "Loes, gemeente")),
    ),
)
OTHERS = (Said("Zonder boete leren we anderen dat melden niet hoeft.", "Loes, gemeente"),)


def _voices(resident: int, informal: tuple[int, ...], formal: tuple[int, ...], **why: str) -> tuple[Voice, ...]:
    """Of two informal and three formal voices beside the resident's; why: by name."""
    names = {"informal": ("Fatima", "Theo"), "formal": ("Marieke", "Yusuf", "Loes")}
    said = [Voice(resident, "own", why=why.get("own", ""))]
    for shape, values in (("informal", informal), ("formal", formal)):
        for name, value in zip(names[shape], values, strict=True):
            said.append(Voice(value, shape, name, why.get(name.lower(), "")))
    return tuple(said)


BINGO = Dots(
    (
        Option(
            "Ze meldt het zelf, en wij gaan mee. Terugbetalen in kleine stukjes, zonder boete",
            _voices(
                4,
                (5, 4),
                (5, 4, 3),
                own="Als er iemand naast me zit, durf ik het.",
                loes="Zonder boete leren we anderen dat melden niet hoeft.",
            ),
        ),
        Option(
            "We zeggen niets", _voices(4, (3, 1), (2, 1, 1), theo="Dan liegen we met haar mee, en komt het later uit.")
        ),
        Option("Alles moet terug", _voices(1, (1, 1), (1, 2, 3))),
        Option("Eerst drie maanden hulp bij stoppen, daarna melden", _voices(3, (4, 3), (3, 2, 2))),
    )
)
# As many as sit at a large table, so that a crowd is looked at as well.
FULL = Dots(
    (
        Option(
            "De eettafel blijft op donderdag",
            (
                Voice(5, "own"),
                *(Voice(5, "informal") for _n in range(17)),
                *(Voice(4, "formal") for _n in range(9)),
                *(Voice(3, "informal") for _n in range(6)),
                *(Voice(2, "formal") for _n in range(4)),
                *(Voice(1, "unknown") for _n in range(3)),
            ),
        ),
    )
)

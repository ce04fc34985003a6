"""Listening to a question: what it asks for, whether it can wait, on which day, in which language.

It recognises words and never judges: what it is not sure of, the screen asks.
"""

import re
from dataclasses import dataclass

from nabij.bridge.kinds import Kind, named_in
from nabij.bridge.ladder import RungName
from nabij.bridge.meaning import nearest_kind

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
# Name in a question -> code as persons and listings have it.
TONGUES = {
    "arabisch": "ar", "darija": "ar", "berber": "ber", "tamazight": "ber", "turks": "tr", "koerdisch": "ku",
    "engels": "en", "duits": "de", "frans": "fr", "spaans": "es", "portugees": "pt", "pools": "pl",
    "roemeens": "ro", "bulgaars": "bg", "russisch": "ru", "oekraïens": "uk", "farsi": "fa", "perzisch": "fa",
    "dari": "fa", "pasjtoe": "ps", "tigrinya": "ti", "amhaars": "am", "somalisch": "so", "chinees": "zh",
    "mandarijn": "zh", "papiaments": "pap", "sranan": "srn", "hindi": "hi", "urdu": "ur", "vietnamees": "vi",
    "gebarentaal": "ngt",
}  # fmt: skip

SAFETY = "safety"
VAGUE = "company"  # Heard in words that say little: alone, nobody, talk.
WHO = r"(me|mij|ons|mijn (kind|kinderen|zoon|dochter))"
DANGER_FROM_PEOPLE = tuple(
    re.compile(said)
    for said in (
        rf"\b(slaat|sloeg|schopt|wurgt|knijpt|bedreigt|bedreigde|mishandelt) {WHO}\b",
        r"\b(ik|wij|we) (word|worden|ben|werd|werden) (weer |net |gister(en|avond) )?"
        r"(geslagen|mishandeld|bedreigd|gestalkt|opgesloten)",
        r"\b(doet|deed) (me|mij|ons) pijn|\bdwingt (me|mij)\b",
        r"\bbang (voor|van) (hem|haar|mijn (man|vrouw|ex|vriend|zoon|dochter|vader|broer|partner))\b",
        # Threatened with a bill or an eviction is bad, and no danger.
        r"\b(be)?dreig(t|en|de|ing)\b"
        r"(?!.*(straat|huis|eruit|ontruim|afsluit|af te sluiten|ontslag|boete|beslag|korten))",
        r"\b(mes|wapen|pistool)\b.*\b(heeft|had|pakte|zwaait)|\b(heeft|pakte|zwaait met) een (mes|wapen|pistool)",
        r"\bvoor de deur\b.*\bbang\b|\bbang\b.*\bvoor de deur\b",
        r"\b(durf|kan) niet naar huis\b",
    )
)
CANNOT_WAIT = tuple(
    re.compile(said)
    for said in (
        r"\bzonder jas\b|\bweggelopen\b|\bvermist\b|\bspoorloos\b",
        r"\bis (al .{1,14})?weg\b.*\b(uur|uren|minuten|vannacht)\b",
        r"\b(wil|hoef) niet (meer|langer) (leven|verder leven)|\bwil dood\b|\bdood wil|zelfmoord"
        r"|einde aan maken|\b(er|hier) niet meer (te )?zijn\b",
        r"\bbewusteloos|ademt niet|pijn op de borst|\bin brand\b|\bbrand in\b|gaslucht",
    )
)
LIFE = re.compile(
    r"niet (meer|langer) (verder )?leven|wil dood|dood wil|zelfmoord|einde aan maken|\b(er|hier) niet meer (te )?zijn\b"
)
PERHAPS = re.compile(
    r"\bbang\b(?! (dat|om|voor de|voor een|voor het))|geslagen|mishandel|niet veilig|onveilig|geweld|gevaar"
)
LETTING_GO = re.compile(
    r"\b(wil|kan|hoef|lukt (me|mij)?) ?niet (meer |)(altijd|steeds|elke|iedere|alles|alleen)"
    r"|\bniet meer (altijd|steeds|elke)"
    r"|\b(ik|we|wij) (kan|kunnen|trek|hou|houd)( het| dit)? niet meer\b|\bliever niet meer\b"
)
UNOPENED = re.compile(r"(durf|maak|doe|nog)\b.*\bniet\b.*\bopen|ongeopend|dichte (post|brief|envelop)")


@dataclass(frozen=True)
class Heard:
    """What was heard in one question."""

    question: str
    kinds: tuple[Kind, ...]
    urgent: bool = False
    perhaps_danger: bool = False
    life: bool = False  # Somebody may want to die.
    letting_go: bool = False  # Somebody wants to be let off something.
    unopened: bool = False
    weekday: int | None = None
    tongues: tuple[str, ...] = ()  # Codes of the languages it names.

    @property
    def kind(self) -> Kind | None:
        return self.kinds[0] if self.kinds else None

    @property
    def clear(self) -> tuple[Kind, ...]:
        """The kinds that say something; what is heard in vague words counts when it is all there is."""
        return tuple(kind for kind in self.kinds if kind.key != VAGUE) or self.kinds

    @property
    def starts(self) -> RungName:
        return self.kind.starts if self.kind else RungName.OWN

    def is_about(self, *keys: str) -> bool:
        return any(kind.key in keys for kind in self.kinds)


def listen(question: str, *, kinds: tuple[Kind, ...], urgent: bool = False) -> Heard:
    """What a question asks for; words first, and meaning when no word is known."""
    low = " ".join(question.lower().split())
    found = named_in(low, kinds)
    if all(kind.key == VAGUE for kind in found):
        meant = [kind for kind in nearest_kind(question, kinds) if kind not in found]
        found = meant + found
    from_people = any(said.search(low) for said in DANGER_FROM_PEOPLE)
    if from_people and not any(kind.key == SAFETY for kind in found):
        found = [kind for kind in kinds if kind.key == SAFETY] + found
    danger = from_people or any(said.search(low) for said in CANNOT_WAIT)
    return Heard(
        question=question,
        kinds=tuple(found),
        urgent=urgent or danger,
        perhaps_danger=bool(PERHAPS.search(low)) or any(kind.key in (SAFETY, "missing") for kind in found),
        life=bool(LIFE.search(low)),
        letting_go=bool(LETTING_GO.search(low)),
        unopened=bool(UNOPENED.search(low)),
        weekday=next((number for number, name in enumerate(WEEKDAYS) if name in low), None),
        tongues=tuple(dict.fromkeys(code for name, code in TONGUES.items() if name in low)),
    )

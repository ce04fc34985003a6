"""Listening to a question: what it asks for, whether it can wait, on which day, in which language.

It recognises words and never judges: what it is not sure of, the screen asks.
"""

import re
from dataclasses import dataclass

from nabij.bridge.kinds import Kind, named_in
from nabij.bridge.ladder import RungName
from nabij.bridge.meaning import nearest_kind
from nabij.moments import urgency

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

SAFETY, MISSING = "safety", "missing"
VAGUE = "company"  # Heard in words that say little: alone, nobody, talk.
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
    danger = urgency.hear(low)
    first = SAFETY if danger.from_people else MISSING if danger.gone else ""
    found = [kind for kind in kinds if kind.key == first] + [kind for kind in found if kind.key != first]
    return Heard(
        question=question,
        kinds=tuple(found),
        urgent=urgent or danger.now,
        perhaps_danger=danger.perhaps or any(kind.key in (SAFETY, MISSING) for kind in found),
        life=danger.life,
        letting_go=bool(LETTING_GO.search(low)),
        unopened=bool(UNOPENED.search(low)),
        weekday=next((number for number, name in enumerate(WEEKDAYS) if name in low), None),
        tongues=tuple(dict.fromkeys(code for name, code in TONGUES.items() if name in low)),
    )

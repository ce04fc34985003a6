"""What else an ask or an offer says, beside its kind: how often, at night, rather a woman; what somebody adds to it.

It recognises words and never judges. Where somebody wrote something else, nothing is heard and nothing is lost.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from nabij.bridge import reasons
from nabij.bridge.fitting import TRADES, kin, speaks_of_trade
from nabij.bridge.kinds import Kind, pattern
from nabij.bridge.weeks import DAYS, PART_NAMES, PARTS, SLOTS

# What only who was trained for it may do. Fetching medicine is an errand; giving it is not.
MEDICAL = re.compile(
    r"\b(pil(len)?|medicijn(en)?|medicatie|tabletten|baxter)\b.{0,30}"
    r"\b(uitzet\w*|klaarzet\w*|geven|toedien\w*|innemen|verdelen|inneemt)"
    r"|\b(uitzetten|toedienen)\b.{0,30}\b(pil(len)?|medicijn(en)?|medicatie)\b"
    r"|\b(injecti\w*|inject\w+|prikken|spuiten|insuline|katheter\w*|sondevoeding|infuus|stoma|zuurstof)\b"
    r"|\b(wond(en)?|verband)\b.{0,20}\b(verzorg\w*|verbind\w*|schoonma\w*|verwissel\w*)"
)
OFTEN = re.compile(
    r"\b(twee|drie|vier|vijf|zes|zeven|[2-7])\s*(keer|maal|x)?\s*(per|in de|elke)\s*week\b"
    r"|\b(elke|iedere) dag\b|\bdagelijks\b|\bdag en nacht\b"
)
NIGHT = re.compile(r"['’]s nachts\b|\bmidden in de nacht\b|\bin de nacht\b|\bnachten\b")
MANY = re.compile(r"\b(twee|drie|vier|2|3|4) (mensen|man|personen|paar handen)\b|\bmet z'?n (tweeën|drieën)\b")
A_WOMAN = re.compile(
    r"\b(liefst|liever|graag|het liefst|bij voorkeur) (met |aan )?(een |van een )?(vrouw|dame|buurvrouw)"
)
A_MAN = re.compile(r"\b(liefst|liever|graag|het liefst|bij voorkeur) (met |aan )?(een |van een )?(man|buurman)\b")
NOT_NEAR = re.compile(
    r"\bniet uit mijn (eigen )?(flat|buurt|straat|portiek|trap)|\bniet (hier )?uit de (flat|buurt|straat)"
    r"|\bliever (iemand )?(van |uit )?(verder weg|een andere buurt)"
)
LIVED_IT = re.compile(
    r"\b(ook|zelf) (heeft |hebben )?mee(ge)?maak|\blotgeno|\bervaring mee|\bhetzelfde meemaak|\bzelf weet"
)
TO_DO = re.compile(r"\b(wil|wou|kan) (ook |graag |zelf )*(iets|wat) (doen|betekenen|bijdragen)|\bwil (graag )?helpen\b")

# As somebody begins to say who they are; "verloor haar man" says nothing of that.
WHO = r"(?:^|\bik ben |\bals )(?:een |jonge |oude |gepensioneerde )*"
WOMAN_SAYS = re.compile(rf"{WHO}(vrouw|buurvrouw|moeder|oma|juf|lerares|weduwe|dame)\b")
MAN_SAYS = re.compile(rf"{WHO}(man|buurman|vader|opa|meester|weduwnaar|buurtvader|jongen)\b")
LITTLE_DUTCH = re.compile(r"\b(weinig|beetje|nog niet (zo )?(goed|veel)) nederlands\b")
# What somebody adds: what they cannot, or only so, and how it is arranged.
ADDED = re.compile(
    r"\b(alleen|geen|niet|liever|liefst|hooguit|maximaal|hoogstens|vooral|korte|slecht|via|zonder|ongeveer)\b"
)
NUMBER = re.compile(r"\b\d{2,}\b")
CAR = re.compile(r"\b(auto|rijbewijs|busje|brommobiel)\b")

DAY_WORDS = dict(
    zip(DAYS, ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"), strict=True)
)
PART_WORDS = {"morning": r"ochtend|morgens", "afternoon": r"middag", "evening": r"avond"}
IN_WEEKEND = re.compile(r"\bweekend")
BY_DAY = re.compile(r"\boverdag\b")

# Beginnings of words of one experience: who lived through it knows what it is.
LIVED = (
    ("gevlucht", "vlucht", "nieuwkomer", "nieuw in nederland", "azc", "statushouder", "aangekomen"),
    ("verloor", "verloren", "weduw", "overleden", "overlijden", "rouw"),
    ("schuld", "deurwaarder", "incasso", "bijstand", "rood gestaan"),
    ("mantelzorg", "dement", "alzheimer", "zorgde voor"),
    ("gescheiden", "scheiding", "alleenstaande"),
    ("kanker", "ziek", "herstel", "beroerte"),
    ("verslaa", "verslav", "gok", "gestopt met drinken"),
    ("werkloos", "ontslag", "ontslagen", "baan kwijt"),
    ("depressi", "burn-out", "overspannen", "psych"),
)


@dataclass(frozen=True)
class Wish:
    """What the line of an ask wishes beside its kind."""

    medical: bool = False
    often: bool = False
    night: bool = False
    many: bool = False
    woman: bool = False
    man: bool = False
    not_near: bool = False
    lived_it: bool = False
    to_do: bool = False

    @property
    def somebody(self) -> bool:
        """Whether a woman is wished, or a man."""
        return self.woman or self.man


def wish_of(line: str) -> Wish:
    low = " ".join(line.lower().split())
    return Wish(
        medical=bool(MEDICAL.search(low)),
        often=bool(OFTEN.search(low)),
        night=bool(NIGHT.search(low)),
        many=bool(MANY.search(low)),
        woman=bool(A_WOMAN.search(low)),
        man=bool(A_MAN.search(low)),
        not_near=bool(NOT_NEAR.search(low)),
        lived_it=bool(LIVED_IT.search(low)),
        to_do=bool(TO_DO.search(low)),
    )


def slots_in(line: str) -> tuple[str, ...]:
    """The parts of a week that a line names: "dinsdagavond", "'s avonds", "in het weekend", "overdag"."""
    low = line.lower()
    days = [day for day, word in DAY_WORDS.items() if word in low] or (["sat", "sun"] if IN_WEEKEND.search(low) else [])
    parts = [part for part, word in PART_WORDS.items() if re.search(word, low)]
    parts = parts or (list(PARTS[:2]) if BY_DAY.search(low) else [])
    if not days and not parts:
        return ()
    return tuple(slot for slot in SLOTS if slot[:3] in (days or DAYS) and slot[4:] in (parts or PARTS))


def days_in(slots: Iterable[str]) -> list[int]:
    """The days of some parts of a week, Monday is 0."""
    return sorted({DAYS.index(slot[:3]) for slot in slots})


def say_week(slots: Iterable[str]) -> str:
    """Dinsdagavond; maandag tot en met vrijdag in de middag en de avond; elke dag."""
    parts_of = {day: tuple(part for part in PARTS if f"{DAYS[day]}-{part}" in set(slots)) for day in days_in(slots)}
    alike: dict[tuple[str, ...], list[int]] = {}
    for day, parts in parts_of.items():
        alike.setdefault(parts, []).append(day)
    return reasons.listed([say_parts(days, parts) for parts, days in alike.items()])


def say_parts(days: list[int], parts: tuple[str, ...]) -> str:
    """The same parts of some days."""
    said = reasons.say_days(days)
    if len(parts) == len(PARTS):
        return said
    if len(days) == 1 and len(parts) == 1:
        return f"{said}{PART_NAMES[parts[0]]}"
    return _("%(days)s in de %(parts)s") % {
        "days": said,
        "parts": _(" en de ").join(str(PART_NAMES[one]) for one in parts),
    }


def said_to_be(texts: Iterable[str]) -> str:
    """ "woman" or "man" as somebody's own words say it; empty when they do not."""
    low = [text.lower() for text in texts]
    woman, man = any(map(WOMAN_SAYS.search, low)), any(map(MAN_SAYS.search, low))
    return "" if woman == man else "woman" if woman else "man"


def added(line: str) -> str:
    """What somebody adds to what they offer: the parts of the sentence that say only, not, rather."""
    clauses = [part.strip(" .;") for part in re.split(r"[,;.]|\bmaar\b", line)]
    return ", ".join(part for part in clauses[1:] if ADDED.search(part.lower()))


def speaks_little(texts: Iterable[str]) -> bool:
    """Whether somebody says that they speak little Dutch."""
    return bool(LITTLE_DUTCH.search(" ".join(texts).lower()))


def same_word(asked: str, said: str, kinds: Sequence[Kind]) -> bool:
    """Whether both speak of the very same thing: one word of these kinds, or one size or number."""
    low, other = asked.lower(), said.lower()
    if (numbers := set(NUMBER.findall(low))) and numbers & set(NUMBER.findall(other)):
        return True
    both = (word for kind in kinds for word in words_in(low, kind.words))
    return any(pattern(word).search(other) for word in both) or kin(asked, said)


@lru_cache(maxsize=256)
def words_in(low: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Those of a kind's words that stand in a text of small letters."""
    return tuple(word for word in words if pattern(word).search(low))


def trade_in_common(asked: str, said: str) -> bool:
    return bool(trades_in(asked) & trades_in(said))


@lru_cache(maxsize=4096)
def trades_in(text: str) -> frozenset[int]:
    """The trades of which a text speaks, by number."""
    low = text.lower()
    return frozenset(number for number, trade in enumerate(TRADES) if speaks_of_trade(low, trade))


def lived_in_common(one: str, other: str) -> bool:
    low, low_too = one.lower(), other.lower()
    return any(any(stem in low for stem in stems) and any(stem in low_too for stem in stems) for stems in LIVED)

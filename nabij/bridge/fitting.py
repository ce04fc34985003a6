"""Whether what somebody can, gives or likes fits a question: by kind of help, by trade, by the same word."""

import re
from collections.abc import Iterable
from functools import lru_cache

from nabij.bridge.kinds import named_in
from nabij.bridge.listening import WEEKDAYS, Heard

# Beginnings of words of one trade: who knows one can tell about the other.
TRADES = (
    ("elektr", "installat", "monteur", "loodgiet", "techniek", "technisch", "lamp", "stopcontact"),
    ("kok", "kook", "koken", "keuken", "horeca", "bakker", "kantine", "cater"),
    ("verpleeg", "verzorg", "thuiszorg", "kraamzorg"),
    ("bouw", "timmer", "metsel", "schilder", "stukadoor", "aannemer"),
    ("schoonma", "interieur", "huishoud"),
    ("chauffeur", "vrachtwagen", "taxi", "koerier", "bezorg"),
    ("winkel", "kassa", "verkoop", "vakkenvul", "magazijn"),
    ("hovenier", "tuin", "groenvoorz", "kweker"),
    ("kapper", "kapster", "schoonheid"),
    ("leraar", "lerares", "onderwijs", "docent", "juf", "meester"),
    ("naai", "kleermak", "textiel", "mode"),
    ("computer", "programm", "systeembeh", "helpdesk"),
    ("boekhoud", "administrat", "financ", "accountant"),
)
SAME = 7  # As many first letters make two words kin: gitaarles, gitaarspelen.
DAYS = frozenset(day[:SAME] for day in WEEKDAYS) | {"niemand", "iemand ", "mensen ", "geworde", "elkaars"}


@lru_cache(maxsize=4096)
def long_words(text: str) -> frozenset[str]:
    return frozenset(word[:SAME] for word in re.findall(r"\w+", text.lower()) if len(word) >= SAME)


def fits(heard: Heard, texts: Iterable[str]) -> bool:
    """Whether one of these texts speaks of what the question asks for."""
    return any(_fits(heard, text) for text in texts if text)


def _fits(heard: Heard, text: str) -> bool:
    return bool(named_in(text, heard.clear)) or same_trade(heard, text) or kin(heard.question, text)


def same_trade(heard: Heard, text: str) -> bool:
    if not heard.is_about("work"):
        return False
    asked, said = heard.question.lower(), text.lower()
    return any(speaks_of_trade(asked, trade) and speaks_of_trade(said, trade) for trade in TRADES)


def speaks_of_trade(text: str, trade: tuple[str, ...]) -> bool:
    return any(
        re.search(rf"\b\w{{0,12}}{stem}", text) if len(stem) > 4 else re.search(rf"\b{stem}", text) for stem in trade
    )


def kin(question: str, text: str) -> bool:
    """Whether two texts share the beginning of a long word."""
    return bool((long_words(question) & long_words(text)) - DAYS)

"""Names in a text: the patterns for all that somebody may be called, and for numbers that lead to somebody's door."""

import re
from collections.abc import Iterable

SHORTEST = 3  # Letters of a first name that is looked for in a text: "Jo" would be found everywhere.
# First names that are words of every day as well: those are names only as a name is written, with a capital. A short
# list: who writes reads the text before it is kept, and a name that stays does more harm than a word that goes.
ORDINARY = frozenset(
    "bas beer bloem dag dot els engel fee fleur hoop iris jet juli juni lente linde lot mark max mei rein roos ster"
    " storm wil wolf zon".split()
)
TITLES = r"mevrouw|mevr|mejuffrouw|mw|mijnheer|meneer|dhr|(?:de\s)?heer|mrs|ms"
_BETWEEN = r"(?:[a-z]\.\s?)*(?:(?:van|de|den|der|het|ten|ter|el|al|von|la|le|'t)\s+)*"


def any_of(names: Iterable[str], *, exactly: bool = True) -> re.Pattern[str]:
    """One of these names, mentioned with @ or not; whole names first, so that of two words none stays behind.

    exactly: with capitals as they are written here.
    """
    either = _either(names)
    return re.compile(rf"(?<!\w)@?(?P<name>{either})(?!\w)", 0 if exactly else re.IGNORECASE)


def titled(names: Iterable[str]) -> re.Pattern[str]:
    """Mevrouw or meneer with one of these family names, and what stands between: mw. R. van Kuiper."""
    either = _either(names)
    return re.compile(rf"(?<!\w)(?:{TITLES})\.?\s+{_BETWEEN}(?P<name>{either})(?!\w)", re.IGNORECASE)


# The same with any name that has a capital, and "familie" with one.
TITLED = re.compile(
    rf"(?<!\w)(?i:(?P<title>{TITLES}|(?:de\s)?familie)\.?\s+{_BETWEEN})(?P<name>[^\W\d_a-z][\w'-]*)(?!\w)"
)

MAIL = re.compile(r"(?<!\w)[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
ACCOUNT = re.compile(r"(?<!\w)[a-z]{2}\d{2}(?:\s?[a-z0-9]{4}){2,7}(?:\s?[a-z0-9]{1,3})?(?!\w)", re.IGNORECASE)
POSTCODE = re.compile(r"(?<!\w)[1-9]\d{3}(?:\s?[A-Z]{2}|[a-z]{2})(?!\w)")
_NO_DATE = r"(?!\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}(?!\d))"
PHONE = re.compile(
    rf"(?<!\w){_NO_DATE}(?:(?:\+|00)\d{{1,3}}[\s-]?(?:\(0\)\s?)?\d|\(?0\d)(?:[\s()/.-]{{0,2}}\d){{7,10}}(?!\w)"
)
# Nine digits in a row or in three groups are the number of a citizen; seven or more lead somewhere in any case.
NUMBER = re.compile(r"(?<!\w)(?:\d{7,}|\d{3}[ .]\d{3}[ .]\d{3}|\d{4}[ .]\d{2}[ .]\d{3})(?!\w)")
_STREET = (
    r"(?:straat|laan|weg|pad|plein|hof|kade|gracht|dijk|singel|steeg|dreef|plantsoen|park|burg|baan|erf|markt|ring|oord"
    r"|weide|akker|veld|werf|meent|wal|haven|dam|brink|sluis|hout|tuin|zoom|berg|kamp|stede|horst)"
)
_DOOR = r"\s+(?:nr\.?\s*|nummer\s+)?\d{1,4}(?:\s?-\s?\d{1,4}|\s?[a-zA-Z](?!\w)|\s?(?:hs|bis)(?!\w))?"
_SMALL = (
    "Aan|Achter|Bij|De|Door|En|Er|Het|Hij|Hun|Ik|In|Langs|Met|Naar|Naast|Om|Onder|Op|Over|Sinds|Tegenover|Tot|Tussen"
    "|Uit|Vanaf|Via|Voor|We|Wij|Woont|Ze|Zij"
)
_NO_ROAD = "onderweg|heenweg|terugweg|uitweg|supermarkt|rommelmarkt|achtertuin|voortuin|speeltuin|moestuin|volkstuin"
_ROAD = (
    rf"(?:(?!(?:{_SMALL})\s)[^\W\d_a-z][\w'-]*\s+(?:(?:van|de|den|der|het|ten|ter)\s+)*)*[^\W\d_a-z][\w'-]*{_STREET}"
)
# A street without a capital only when the number ends the sentence or a part of it: "onderweg 14 mensen" is none.
ADDRESS = re.compile(
    rf"(?<!\w)(?:(?:de|het|De|Het)\s+)?(?!(?i:{_NO_ROAD})\s)(?:{_ROAD}{_DOOR}(?!\w)|\w{{3,}}{_STREET}{_DOOR}(?=\s*(?:[,.;:!?)]|$)))"
)


def _either(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))

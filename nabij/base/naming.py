"""Names in a text: the patterns for all that somebody may be called, and for numbers that lead to somebody's door."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

SHORTEST = 3  # Letters of a first name that is looked for in a text: "Jo" would be found everywhere.
# First names that are words of every day as well: those are names only as a name is written, with a capital. A short
# list: who writes reads the text before it is kept, and a name that stays does more harm than a word that goes.
ORDINARY = frozenset(
    "bas beer bloem dag dot els engel fee fleur hoop iris jet juli juni lente linde lot mark max mei rein roos ster"
    " storm wil wolf zon".split()
)
TITLES = r"mevrouw|mevr|mejuffrouw|mw|mijnheer|meneer|dhr|(?:de\s)?heer|mrs|ms"
_BETWEEN = r"(?:[a-z]\.\s?)*(?:(?:van|de|den|der|het|ten|ter|el|al|von|la|le|'t)\s+)*"


class Sort(StrEnum):
    """What a hit may be. What is part of something longer comes after it."""

    MAIL = "mail"
    ACCOUNT = "account"
    ADDRESS = "address"
    POSTCODE = "postcode"
    CITIZEN = "citizen"  # A BSN.
    PHONE = "phone"
    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True)
class Hit:
    """Something in a text that may say whom it is about: text[start:end] are its words."""

    words: str
    start: int
    end: int
    sort: Sort


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
# As people write such a number: in groups with the same sign between them, or behind "bsn" without a space.
_CITIZEN = re.compile(r"(?<!\d)(?:\d{9}|\d{2,4}(?P<between>[ .-])\d{2,3}(?:(?P=between)\d{2,4}){1,2})(?!\d)")
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


DOORS = (
    (Sort.MAIL, MAIL),
    (Sort.ACCOUNT, ACCOUNT),
    (Sort.ADDRESS, ADDRESS),
    (Sort.POSTCODE, POSTCODE),
    (Sort.PHONE, PHONE),
    (Sort.NUMBER, NUMBER),
)


def hits(
    text: str, *, names: Iterable[str], known_as: Iterable[str] = (), ordinary: Iterable[str] = ORDINARY
) -> list[Hit]:
    """Each name and each number or address in a text, in its order, for a person to look at one by one.

    names: whole names of people; of each the first and the last word are looked for as well. known_as: what else they
    are called, whole. ordinary: names in small letters that are words of every day. Rather one too many than one too
    few: mevrouw or meneer with any name is one, and an ordinary word with a capital. What overlaps is one hit.
    """
    found: list[tuple[int, int, Sort]] = []
    for start, end, sort in sorted(_spans(text, *called(names, known_as=known_as, ordinary=ordinary))):
        if found and start < found[-1][1]:
            first, last, before = found.pop()
            start, end, sort = first, max(last, end), min(before, sort, key=list(Sort).index)
        found.append((start, end, sort))
    return [Hit(text[start:end], start, end, sort) for start, end, sort in found]


def called(
    names: Iterable[str], *, known_as: Iterable[str] = (), ordinary: Iterable[str] = ORDINARY
) -> tuple[set[str], set[str]]:
    """What is looked for of people's names in any capitals, and what with these capitals alone.

    Whole names, and first names that are no word of every day, in any; other first names and family names exactly.
    """
    names, everyday = list(names), set(ordinary)
    anyhow, exactly = {name for name in (*names, *known_as) if len(name.split()) > 1}, set[str]()
    for words in map(str.split, names):
        exactly |= {one for one in (*words[:1], *words[1:][-1:]) if len(one) >= SHORTEST}
        anyhow |= {one for one in words[:1] if len(one) >= SHORTEST and one.lower() not in everyday}
    return anyhow, exactly


def is_citizen(number: str) -> bool:
    """Whether nine digits can be the number of a citizen: 9a + 8b + ... + 2h - i can be divided by eleven."""
    digits = [int(sign) for sign in number if sign.isdecimal()]
    weighed = sum(weight * digit for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=False))
    return len(digits) == 9 and any(digits) and weighed % 11 == 0


def _spans(text: str, anyhow: set[str], exactly: set[str]) -> Iterator[tuple[int, int, Sort]]:
    for sort, door in DOORS:
        yield from ((*found.span(), sort) for found in door.finditer(text))
    yield from ((*found.span(), Sort.CITIZEN) for found in _CITIZEN.finditer(text) if is_citizen(found[0]))
    yield from ((*found.span(), Sort.NAME) for found in TITLED.finditer(text))
    for written, names in ((True, exactly), (False, anyhow)):
        theirs = names | {f"{name}s" for name in names}  # Riets bril.
        if names:
            yield from ((*found.span("name"), Sort.NAME) for found in any_of(theirs, exactly=written).finditer(text))


def _either(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))

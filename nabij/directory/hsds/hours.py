"""Hours in words ("8:30am-5:00pm, Mon-Fri", "ma-vr 9-16", "24/7") into days and times, where there is one reading."""

import datetime as dt
import re
from typing import NamedTuple

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SHORT = {"mo": 0, "ma": 0, "tu": 1, "di": 1, "we": 2, "wo": 2, "th": 3, "do": 3, "fr": 4, "vr": 4}
_SHORT |= {"sa": 5, "za": 5, "su": 6, "zo": 6}
_DAY = (
    r"(?:mon(?:day)?s?|tue(?:s|sday)?s?|wed(?:s|nesday)?s?|thu(?:r|rs|rsday)?s?|fri(?:day)?s?|sat(?:urday)?s?|sun(?:day)?s?"
    r"|ma(?:andag)?|di(?:nsdag)?|wo(?:ensdag)?|do(?:nderdag)?|vr(?:ijdag)?|za(?:terdag)?|zo(?:ndag)?"
    r"|mo|tu|we|th|fr|sa|su)\b\.?"
)
_DAYS_PART = rf"{_DAY}(?:\s*(?:-|t/m|to|tot en met|through|,|&|and|en|/|\s)\s*{_DAY})*"
_TIME = r"\d{1,2}(?:[:.]\d{2})?\s*(?:[ap]\.?\s?m\.?|[ap]\b)?|noon|midnight|\d{3,4}\s*(?:am|pm)"
_RANGE = rf"(?:{_TIME})\s*(?:uur|u)?\s*(?:-|tot|to)\s*(?:{_TIME})(?:\s*(?:uur|u)\b)?"
_RANGES = rf"{_RANGE}(?:\s*(?:&|and|en|/|,)\s*{_RANGE})*"
_ALWAYS = re.compile(
    r"^(?:24\s*/\s*7|24\s*(?:hours?|hrs?|uur)(?:\s*(?:a|per|/)?\s*(?:day|dag))?[\s,/;-]*(?:7|seven|zeven)\s*(?:days|dagen)"
    r"(?:\s*(?:a|per|/|in de)?\s*week)?|dag en nacht|open 24 hours|always open)\.?$"
)
_EVERY_DAY = re.compile(r"^(?:daily|every day|elke dag|dagelijks|7 days a week)$")
_UNTIL = re.compile(r"\s*(?:-|\btot\b|\bto\b)\s*")
MANGLED = ("GÇô", "GÇö", "â€“", "â€”")


class Opening(NamedTuple):
    """On these days open from, until; until not later than from means: past midnight."""

    days: tuple[str, ...]
    opens: dt.time
    closes: dt.time


def clock(text: str) -> tuple[dt.time, bool] | None:
    """A time and whether it is sure about morning or evening; None when it is no time."""
    word = text.strip().lower().rstrip(".")
    if word in ("noon", "12 noon", "12:00 noon"):
        return dt.time(12), True
    if word in ("midnight", "12 midnight", "12:00 midnight", "24:00", "24:00:00"):
        return dt.time(0), True
    found = re.fullmatch(
        r"(\d{1,2}?)(?:[:.h]?(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(?:([ap])\.?\s?(?:m\.?)?)?\s*(?:uur|u)?\s*(?:z|[+-]\d\d:?\d\d)?",
        word,
    )
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if minute > 59 or hour > 23 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    # Only a program writes seconds, and it counts to 24.
    return dt.time(hour, minute), bool(half) or hour > 12 or bool(re.match(r"\d\d:\d\d:\d\d", word))


def between(opens: str, closes: str) -> tuple[dt.time, dt.time] | None:
    """Two times of one day; None when one of them leaves morning or evening open while the other does not."""
    one, two = clock(opens), clock(closes)
    if not one or not two:
        return None
    halves = [bool(re.search(r"[ap]\.?\s?m?\.?\s*$", text.strip().lower())) for text in (opens, closes)]
    if halves[0] != halves[1] and not (one[1] and two[1]):
        return None
    return one[0], two[0]


def days_in(text: str) -> tuple[str, ...] | None:
    """Mon-Fri, ma t/m vr, Tue & Thur, MO,WE: as codes in the order of the week."""
    said = text.strip().lower().strip(".,:;")
    if not re.fullmatch(_DAYS_PART, said):
        return None
    parts = re.findall(rf"({_DAY})\s*(-|t/m|to\b|tot en met|through)?", said)
    found: set[int] = set()
    start: int | None = None
    for day, until in parts:
        at = _SHORT[day[:2]]
        if start is not None:
            found.update((start + step) % 7 for step in range((at - start) % 7 + 1))
        found.add(at)
        start = at if until else None
    return tuple(DAYS[at] for at in sorted(found))


def openings(prose: str) -> list[Opening] | None:
    """All openings a sentence tells; None as soon as one bit of it is not understood."""
    text = " ".join(unmangled(prose).lower().replace("–", "-").replace("—", "-").split(" "))
    if _ALWAYS.match(" ".join(text.split()).strip()):
        return [Opening(DAYS, dt.time(0), dt.time(0))]
    parts = [part for part in _parts(text) if part]
    found: list[Opening] = []
    waiting: list[tuple[dt.time, dt.time]] = []
    for part in parts:
        read = _part(part)
        if read is None:
            return None
        days, times = read
        if not days:
            waiting += times
            continue
        found += [Opening(days, *pair) for pair in (*waiting, *times)]
        waiting = []
    return found if found and not waiting else None


def _parts(text: str) -> list[str]:
    """Cut at ; and at new lines, and before each 'monday:'."""
    cut = re.sub(rf"(?<!^)\s+(?={_DAY}\s*:)", ";", text)
    return [" ".join(part.split()).strip(" ,.") for part in re.split(r"[;\n]+", cut)]


def _part(part: str) -> tuple[tuple[str, ...], list[tuple[dt.time, dt.time]]] | None:
    """`times days` or `days times` or times alone."""
    shapes = (rf"(?P<t>{_RANGES})(?:[\s,]+(?P<d>.+))?", rf"(?P<d>.+?)[\s:,]+(?P<t>{_RANGES})")
    for shape in shapes:
        if not (read := re.fullmatch(shape, part)):
            continue
        said = read["d"] or ""
        days = DAYS if _EVERY_DAY.match(said) else days_in(said) if said else ()
        times = [between(*_UNTIL.split(bit, maxsplit=1)) for bit in re.findall(_RANGE, read["t"])]
        if days is not None and times and all(times):
            return days, [pair for pair in times if pair]
    return None


def unmangled(text: str) -> str:
    """A dash that went through the wrong code page is a dash again."""
    for wrong in MANGLED:
        text = text.replace(wrong, "-")
    return text

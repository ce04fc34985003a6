"""One cell: what it says, repaired where only one reading is possible, doubted where there are more."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext as _

from nabij.directory.hsds.report import Repair

Note = Callable[[Repair], None]


class Doubtful(Exception):
    """A cell that can be read in more than one way, or in none; the sentence says why."""


PADDING = "\ufeff \t\r\n\xa0"
_UNREADABLE = re.compile("[\x00\ud800-\udfff]")


def tidy(raw: str, note: Note) -> str:
    """Text without padding, literal backslash-n, NULL words and unreadable signs."""
    text = raw
    if _UNREADABLE.search(text):
        text = _UNREADABLE.sub("", text)
        note(Repair.NUL)
    if "\\" in text and ("\\n" in text or "\\r" in text):
        text = text.replace("\\r\\n", "\n").replace("\\n", "\n").replace("\\r", "\n")
        note(Repair.NEWLINE)
    stripped = text.strip(PADDING)
    if stripped != text and len(raw) != len(stripped):
        note(Repair.PADDED)
    if len(stripped) > 1 and stripped[0] == stripped[-1] == '"' and '"' not in stripped[1:-1]:
        stripped = stripped[1:-1].strip(PADDING)
        note(Repair.QUOTES)
    if stripped in ("NULL", "null", "\\N"):
        note(Repair.NOTHING)
        return ""
    return stripped


_SCHEME = re.compile(r"^https?://[^\s\\]+$", re.IGNORECASE)
_SLIP = re.compile(r"^(https?)(?::/(?!/)|//|;//|:///+)(?=\w)", re.IGNORECASE)
_HOST = re.compile(r"^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#][^\s\\]*)?$", re.IGNORECASE)


def url(text: str, note: Note) -> str:
    """A web address with its scheme."""
    if _SLIP.match(text):
        text = _SLIP.sub(r"\1://", text)
        note(Repair.SLASHES)
    if _HOST.match(text):
        note(Repair.SCHEME)
        text = "http://" + text
    if _SCHEME.match(text):
        if (plain := as_uri(text)) != text:
            note(Repair.ESCAPED)
        return plain
    raise Doubtful(_("dit is geen webadres: %(value)s") % {"value": short(text)})


def as_uri(text: str) -> str:
    """A web address with signs that may stand in one (RFC 3986): é becomes %C3%A9."""
    head, mark, tail = text.partition("#")
    parts = [re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", quote(part, safe="%/:?@!$&'()*+,;=~")) for part in (head, tail)]
    return mark.join(parts)


_EMAIL = re.compile(r"^[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+$")


def email(text: str, note: Note) -> str:
    """A mail address with an @ and a domain."""
    if text.lower().startswith("mailto:"):
        text = text[7:].strip()
        note(Repair.MAILTO)
    if is_email(text):
        return text
    raise Doubtful(_("dit is geen mailadres: %(value)s") % {"value": short(text)})


def is_email(text: str) -> bool:
    return bool(_EMAIL.match(text))


def number(text: str, note: Note) -> float:
    """A number; a comma may stand for the point, and a currency or unit around it is dropped."""
    if re.fullmatch(r"-?\d{1,15}(?:\.\d{1,24})?(?:[eE][+-]?\d{1,2})?", text, re.ASCII):
        return float(text)
    bare = re.fullmatch(r"[€$£\s]*(-?\d{1,15})(?:[.,](\d{1,10}))?\s*(?:euro|eur|jaar|years?|\+)?[.,-]*", text.lower())
    if not bare:
        raise Doubtful(_("dit is geen getal: %(value)s") % {"value": short(text)})
    note(Repair.NUMBER)
    return float(f"{bare[1]}.{bare[2] or 0}")


def year(text: str, note: Note) -> float:
    """A year, also when the whole day stands there."""
    try:
        return number(text, note)
    except Doubtful:
        return float(date(text, note).year)


_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MAANDEN = {"maa": 3, "mrt": 3, "mei": 5, "okt": 10}


def date(text: str, note: Note) -> dt.date:
    """A day of the calendar; 3/4/2020 could be two days and is therefore doubted."""
    if iso := re.match(r"^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$", text):
        return _day(text, *map(int, iso.groups()))
    if year_first := re.fullmatch(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", text):
        note(Repair.DATE)
        return _day(text, *map(int, year_first.groups()))
    if named := re.fullmatch(r"(?:(\d{1,2})\.?\s+)?([a-z]{3})[a-z]*\.?\s*(?:(\d{1,2}),)?\s*(\d{4})", text.lower()):
        day, month = named[1] or named[3], named[2]
        if day and (month in _MONTHS or month in _MAANDEN):
            note(Repair.DATE)
            return _day(text, int(named[4]), _MAANDEN.get(month) or _MONTHS.index(month) + 1, int(day))
    if slashed := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})", text):
        one, two, year = map(int, slashed.groups())
        year += 2000 if year < 100 else 0
        if one <= 12 < two or one == two:
            note(Repair.DATE)
            return _day(text, year, one, two)
        if two <= 12 < one:
            note(Repair.DATE)
            return _day(text, year, two, one)
        if one <= 12 and two <= 12:
            raise Doubtful(_("dag en maand zijn niet te onderscheiden: %(value)s") % {"value": short(text)})
    raise Doubtful(_("dit is geen datum: %(value)s") % {"value": short(text)})


def moment(text: str, note: Note) -> dt.datetime:
    """A day with its hour; without a time zone it is UTC's, and without an hour midnight."""
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        found = dt.datetime.combine(date(text, note), dt.time())
    if found.tzinfo:
        return found.astimezone(dt.UTC)
    note(Repair.ZONE)
    return found.replace(tzinfo=dt.UTC)


def _day(text: str, year: int, month: int, day: int) -> dt.date:
    try:
        return dt.date(year, month, day)
    except ValueError:
        raise Doubtful(_("deze datum bestaat niet: %(value)s") % {"value": short(text)}) from None


ACTIVE = {"active", "actief", "open", "yes", "y", "ja", "j", "true", "1", "a", "act", "published", "live", "current"}
AWAY = {"inactive", "inactief", "closed", "gesloten", "no", "n", "nee", "false", "0", "i", "suspended", "archived"}


def status(text: str, note: Note) -> str:
    """One of the four of HSDS; a missing or coded one is active unless the code says it is not."""
    word = text.lower().replace("_", " ").replace("-", " ")
    if not word:
        note(Repair.STATUS_MISSING)
        return "active"
    if text in ("active", "inactive", "defunct", "temporarily closed"):
        return text
    note(Repair.STATUS_CODED)
    if "tempor" in word or "tijdelijk" in word:
        return "temporarily closed"
    if word in ("defunct", "d", "deleted", "opgeheven", "gestopt"):
        return "defunct"
    return "inactive" if word in AWAY else "active"


def kind_of_place(text: str, note: Note) -> str:
    """physical, postal or virtual; silence means physical."""
    word = text.lower()
    if not word:
        note(Repair.KIND_MISSING)
        return "physical"
    known = {"mailing": "postal", "mail": "postal", "post": "postal", "online": "virtual", "fysiek": "physical"}
    found = known.get(word, word)
    if found not in ("physical", "postal", "virtual"):
        raise Doubtful(_("onbekende soort plek of adres: %(value)s") % {"value": short(text)})
    return found


_EXTENSION = re.compile(r"^(.*\d.*?)[\s,;]*(?:x|ext\.?|extension|toestel|tst\.?)\s*[.:]?\s*(\d{1,7})$", re.IGNORECASE)


def phone(values: dict[str, Any], note: Note) -> None:
    """Number and extension apart."""
    if not values.get("extension") and (split := _EXTENSION.match(values.get("number", ""))):
        values["number"], values["extension"] = split[1].strip(), split[2]
        note(Repair.EXTENSION)


def short(text: str) -> str:
    """A value as it may stand in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= 80 else line[:79] + "…"

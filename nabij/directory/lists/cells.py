"""The cells of a list before they become rows: emptied of what says nothing, and doubted where a list goes wrong."""

import datetime as dt
import re
from contextlib import suppress

from django.utils.translation import gettext as _

from nabij.directory.hsds.cells import Doubtful, number, short, tidy
from nabij.directory.hsds.report import Repair, Report

NOTHING = {"-", "--", "—", "*", "?", "n.v.t.", "nvt", "n/a", "nan", "none", "x"}
BROKEN = {"#n/a", "#n/b", "#ref!", "#verw!", "#value!", "#waarde!", "#name?", "#naam?", "#div/0!", "#deel/0!", "#num!"}
LATE = dt.time(6)  # What closes before six in the morning goes on past midnight; later than that it is a mistake.
NETHERLANDS = ((50.5, 53.9), (3.0, 7.5))


def said(cell: str, report: Report) -> str:
    """What a cell says; empty when it says that there is nothing. Raises `Doubtful` for an error of the spreadsheet."""
    text = tidy(_unmangled(cell, report), report.repair)
    if text.lower() in BROKEN:
        raise Doubtful(_("hier staat een fout van het rekenblad: %(value)s") % {"value": text})
    return "" if text.lower() in NOTHING else text


def _unmangled(cell: str, report: Report) -> str:
    """cafÃ© went through the wrong code page, and can only have been café."""
    if not re.search("Ã[\u0080-\u00bf\u0152-\u0192\u2013-\u2122]|â€|Â[\u0080-\u00bf]", cell):
        return cell
    with suppress(UnicodeError):
        right = cell.encode("cp1252").decode("utf-8")
        report.repair(Repair.MANGLED)
        return right
    return cell


def phones(text: str, report: Report) -> list[str]:
    """The numbers in one cell. Raises `Doubtful` when there is a word where a number should be."""
    found = []
    for part in re.split(r"[;|\n]|\s/\s|,\s|\bof\b|\ben\b|\bor\b", text):
        if not (bit := part.strip(" ,.")):
            continue
        digits = re.sub(r"\D", "", bit)
        if not 3 <= len(digits) <= 20 or len(re.sub(r"[\W\d]", "", bit)) > 20:
            raise Doubtful(_("dit is geen telefoonnummer: %(value)s") % {"value": short(bit)})
        if re.fullmatch(r"[1-9]\d{8}", bit):  # A spreadsheet drops the nought; no Dutch number has nine digits.
            report.repair(Repair.NOUGHT)
            bit = f"0{bit}"
        found.append(bit)
    return found


def postcode(text: str) -> str:
    """1234ab is 1234 AB; what has no such form is doubted."""
    if not (found := re.fullmatch(r"(\d{4})\s*([A-Za-z]{2})?", text)):
        raise Doubtful(_("dit is geen postcode: %(value)s") % {"value": short(text)})
    return " ".join(filter(None, (found[1], (found[2] or "").upper())))


def _silent(repair: Repair) -> None:
    """Reading it says so itself."""


def refuse_swapped(latitude: str, longitude: str) -> None:
    """Raises `Doubtful` when the two lie in the Netherlands only the other way round."""
    try:
        north, east = number(latitude, _silent), number(longitude, _silent)
    except Doubtful:
        return  # Reading them says so.
    (south, top), (west, right) = NETHERLANDS
    if south < east < top and west < north < right:
        sentence = _("breedte- en lengtegraad zijn verwisseld: %(north)s en %(east)s")
        raise Doubtful(sentence % {"north": latitude, "east": longitude})


def refuse_backwards(opens: object, closes: object) -> None:
    """Raises `Doubtful` when it closes before it opens, and not in the night."""
    if isinstance(opens, dt.time) and isinstance(closes, dt.time) and closes <= opens and closes > LATE:
        sentence = _("het sluit (%(closes)s) voordat het opengaat (%(opens)s)")
        raise Doubtful(sentence % {"opens": f"{opens:%H:%M}", "closes": f"{closes:%H:%M}"})

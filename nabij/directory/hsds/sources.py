"""Opening what somebody hands in: a folder, a zip or a JSON file, with limits on what may come out of it."""

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from nabij.directory.hsds.report import Repair, Report, Unreadable

MEGABYTE = 1 << 20
LARGEST_FILE = 200 * MEGABYTE
LARGEST_JSON = 64 * MEGABYTE
LARGEST_TOGETHER = 400 * MEGABYTE
SWOLLEN = 200
MOST_FILES = 1000


@dataclass(frozen=True)
class Source:
    """One file of the input: its name as people see it, and its bytes."""

    name: str
    content: bytes

    @property
    def kind(self) -> str:
        return self.name.rpartition(".")[2].lower()

    @property
    def stem(self) -> str:
        return Path(self.name).stem

    def text(self, report: Report) -> str:
        """Its text; what is no UTF-8 is UTF-16 with a mark, or else Latin-1."""
        if self.content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            report.repair(Repair.UTF16)
            return self.content.decode("utf-16", errors="replace")
        try:
            return self.content.decode("utf-8-sig")
        except UnicodeDecodeError:
            report.repair(Repair.LATIN)
            report.problem(self.name, None, field="", problem=_("geen UTF-8; gelezen als Latin-1"))
            return self.content.decode("cp1252", errors="replace")

    def document(self, report: Report) -> Any:
        """Its JSON."""
        if len(self.content) > LARGEST_JSON:
            raise Unreadable(_("%(file)s is groter dan 64 MB; lever het aan als CSV.") % {"file": self.name})
        try:
            return json.loads(self.text(report))
        except (json.JSONDecodeError, RecursionError) as error:
            line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
            sentence = _("%(file)s is geen leesbare JSON (regel %(line)s).")
            raise Unreadable(sentence % {"file": self.name, "line": line}) from None


def opened(path: Path, *, named: str = "") -> Iterator[Source]:
    """Every CSV and JSON file in what was handed in, in the order of their names; or only those with one name."""
    if not path.exists():
        raise Unreadable(_("%(path)s bestaat niet.") % {"path": path})
    try:
        if path.is_dir():
            yield from _of_folder(path, named)
        elif zipfile.is_zipfile(path) or path.suffix.lower() == ".zip":
            yield from _of_zip(path, named)
        elif path.suffix.lower() in (".json", ".csv", ".tsv"):
            yield Source(path.name, _whole(path, path.name))
        else:
            raise Unreadable(_("%(path)s is geen map, zip, CSV of JSON.") % {"path": path.name})
    except OSError as error:
        sentence = _("%(path)s kan niet gelezen worden: %(why)s.")
        raise Unreadable(sentence % {"path": path, "why": error.strerror}) from None


def _wanted(name: str, named: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    if named:
        return not hidden and parts[-1].lower() == named
    return not hidden and parts[-1].rpartition(".")[2].lower() in ("csv", "tsv", "json")


def _whole(file: Path, name: str) -> bytes:
    if file.stat().st_size > LARGEST_FILE:
        raise Unreadable(_("%(file)s is groter dan 200 MB; knip het in stukken.") % {"file": name})
    return file.read_bytes()


def _of_folder(path: Path, named: str) -> Iterator[Source]:
    together = 0
    for file in sorted(path.rglob("*")):
        name = file.relative_to(path).as_posix()
        if not file.is_file() or not _wanted(name, named):
            continue
        together += file.stat().st_size
        _refuse_too_much(together)
        yield Source(name, _whole(file, name))


def _of_zip(path: Path, named: str) -> Iterator[Source]:
    together = 0
    try:
        with zipfile.ZipFile(path) as archive:
            _refuse_too_many(len(archive.infolist()))
            for member in sorted(archive.infolist(), key=lambda member: member.filename):
                if member.is_dir() or not _wanted(member.filename, named):
                    continue
                _refuse_swollen(member)
                together += member.file_size
                _refuse_too_much(together)
                yield Source(member.filename, _unpacked(archive, member))
    except (zipfile.BadZipFile, zipfile.LargeZipFile, RuntimeError, NotImplementedError, EOFError, ValueError):
        raise Unreadable(_("%(path)s is geen leesbare zip.") % {"path": path.name}) from None


def _refuse_swollen(member: zipfile.ZipInfo) -> None:
    swollen = member.file_size > MEGABYTE and member.file_size > SWOLLEN * max(member.compress_size, 1)
    if swollen or member.file_size > LARGEST_FILE:
        raise Unreadable(_("%(file)s wordt uitgepakt te groot; dit is geen gewone zip.") % {"file": member.filename})


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """A zip may lie about its sizes, so reading stops at the size it named."""
    with archive.open(member) as stream:
        content = stream.read(member.file_size + 1)
    if len(content) > member.file_size:
        raise Unreadable(_("%(file)s wordt uitgepakt te groot; dit is geen gewone zip.") % {"file": member.filename})
    return content


def _refuse_too_many(files: int) -> None:
    if files > MOST_FILES:
        raise Unreadable(_("Meer dan 1000 bestanden in een zip; dit is geen gewone sociale kaart."))


def _refuse_too_much(together: int) -> None:
    if together > LARGEST_TOGETHER:
        raise Unreadable(_("Samen meer dan 400 MB; lever het in delen aan."))


def as_lines(text: str) -> io.StringIO:
    """Text as the csv module wants it: line ends untouched."""
    return io.StringIO(text, newline="")

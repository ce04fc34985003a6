"""A file as it was sent becomes one that can be kept: told by its content, without where, when and by which device.

A picture is drawn anew, so that nothing is left of it but what one sees. A paper is written anew without what it says
of itself; one that does something when it is opened, or carries another file, is refused. Knows neither Django's
database nor Nabij.
"""

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

LARGEST = 10_000_000
MOST_DOTS = 50_000_000  # Of a picture: unpacked 150 MB, four times what a telephone makes.
SIDE, SMALL_SIDE = 2400, 320
MOST_PAGES, MOST_OBJECTS = 300, 20_000
DOES = {"/JS", "/Launch", "/EF", "/EmbeddedFiles", "/XFA", "/RichMediaContent"}
ACTS = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/GoToR", "/Rendition", "/Movie", "/Sound"}
SAYS = ("/Metadata", "/PieceInfo", "/LastModified", "/Info")


@dataclass(frozen=True)
class Clean:
    """What is kept: jpg or pdf, and of a picture a small one."""

    kind: str
    content: bytes
    small: bytes = b""


class Unkept(ValueError):
    """A file that is not kept, and why, in a sentence."""

    why: str | Promise = ""

    def __init__(self) -> None:
        super().__init__(str(self.why))


class NoFile(Unkept):
    """Nothing was chosen, or it is empty."""

    why = _("Er is nog geen foto of papier gekozen.")


class TooHeavy(Unkept):
    """More than ten megabytes."""

    why = _("Dit bestand is groter dan 10 MB. Kies een kleinere foto, of maak er een foto van.")


class OtherKind(Unkept):
    """Neither a picture nor a PDF, by what is in it."""

    why = _("Dit is geen foto (JPEG, PNG, WebP) en geen PDF. Het maakt niet uit hoe het bestand heet.")


class BrokenPicture(Unkept):
    """It begins as a picture and is none."""

    why = _("Deze foto kunnen we niet openen. Misschien is het bestand beschadigd.")


class TooManyDots(Unkept):
    """A picture that would fill the memory."""

    why = _("Deze foto heeft te veel beeldpunten. Maak hem kleiner dan 50 megapixel.")


class BrokenPaper(Unkept):
    """It begins as a PDF and is none, or it has too much in it."""

    why = _("Deze PDF kunnen we niet openen. Misschien is het bestand beschadigd, of heel groot.")


class LockedPaper(Unkept):
    """A PDF with a password."""

    why = _("Op deze PDF zit een wachtwoord. Haal het er eerst af.")


class ActingPaper(Unkept):
    """A PDF that does something, or in which another file is hidden."""

    why = _("In deze PDF zit een script of een ander bestand. Print hem opnieuw als PDF, of maak er een foto van.")


def clean(data: bytes) -> Clean:
    """What is kept of this file; Unkept with a sentence when it is not."""
    if not data:
        raise NoFile
    if len(data) > LARGEST:
        raise TooHeavy
    if data.startswith(b"%PDF-"):
        return clean_paper(data)
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")) or data[:4] + data[8:12] == b"RIFFWEBP":
        return clean_picture(data)
    raise OtherKind


def clean_picture(data: bytes) -> Clean:
    """Drawn anew from its dots alone: upright, on white, and no larger than a screen needs."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as picture:
                if picture.width * picture.height > MOST_DOTS:
                    raise TooManyDots
                drawn = upright(picture)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise TooManyDots from bomb
    except TooManyDots:
        raise
    # A broken picture makes the library stumble in many ways.
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, MemoryError, ArithmeticError) as broken:
        raise BrokenPicture from broken
    except (IndexError, KeyError, TypeError, AttributeError) as broken:
        raise BrokenPicture from broken
    return Clean("jpg", as_jpeg(drawn, side=SIDE), as_jpeg(drawn, side=SMALL_SIDE))


def upright(picture: Image.Image) -> Image.Image:
    """Its dots, turned as it was held, on white where it was open; nothing else of it."""
    picture.draft("RGB", (SIDE, SIDE))
    picture.load()
    whole = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    whole.thumbnail((SIDE, SIDE))
    turned = ImageOps.exif_transpose(whole)
    if turned.mode == "RGBA":
        white = Image.new("RGBA", turned.size, "white")
        white.alpha_composite(turned)
        turned = white.convert("RGB")
    return Image.frombytes("RGB", turned.size, turned.tobytes())


def as_jpeg(drawn: Image.Image, *, side: int) -> bytes:
    copy, to = drawn.copy(), io.BytesIO()
    copy.thumbnail((side, side))
    copy.save(to, "JPEG", quality=85, optimize=True)
    return to.getvalue()


def clean_paper(data: bytes) -> Clean:
    """Written anew without what it says of itself; refused when it acts, or carries another file."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise LockedPaper
        if not 0 < len(reader.pages) <= MOST_PAGES:
            raise BrokenPaper
        writer = PdfWriter(clone_from=reader)
        for one in things(writer):
            refuse_acting(one)
            say_nothing(one)
        writer.metadata = None
        to = io.BytesIO()
        writer.write(to)
    except Unkept:
        raise
    except Exception as broken:  # A broken PDF makes the library stumble in more ways than it names.
        raise BrokenPaper from broken
    if to.tell() > LARGEST:
        raise TooHeavy
    return Clean("pdf", to.getvalue())


def things(writer: PdfWriter) -> Iterator[DictionaryObject]:
    """Every dictionary in it, also those inside others."""
    left: list[Any] = [*writer._objects, writer._root_object]
    seen = 0
    while left:
        one, seen = left.pop(), seen + 1
        if seen > MOST_OBJECTS * 10 or len(writer._objects) > MOST_OBJECTS:
            raise BrokenPaper
        if isinstance(one, IndirectObject) or one is None:
            continue  # It stands in the list itself.
        if isinstance(one, DictionaryObject):
            yield one
            left += [one.raw_get(name) for name in one]
        elif isinstance(one, ArrayObject):
            left += list(one)


def refuse_acting(one: DictionaryObject) -> None:
    if DOES & one.keys() or str(one.get("/S")) in ACTS or one.get("/Type") == "/EmbeddedFile":
        raise ActingPaper


def say_nothing(one: DictionaryObject) -> None:
    """Takes out what it says of itself; of a photograph in it as well."""
    for name in SAYS:
        if name in one:
            del one[NameObject(name)]
    if isinstance(one, StreamObject) and one.get("/Subtype") == "/Image" and "/DCTDecode" in str(one.get("/Filter")):
        one._data = without_words(one._data)


def without_words(jpeg: bytes) -> bytes:
    """A JPEG without the parts that hold words (where it was taken, by which device); its dots are not touched."""
    if not jpeg.startswith(b"\xff\xd8"):
        return jpeg
    kept, at = bytearray(jpeg[:2]), 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4])
        words = jpeg[at + 1] == 0xFE or (0xE1 <= jpeg[at + 1] <= 0xEF and jpeg[at + 1] not in (0xE2, 0xEE))
        kept += b"" if words else jpeg[at:end]
        at = end
    return bytes(kept + jpeg[at:])

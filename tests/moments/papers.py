"""Pictures and papers as people send them: with where they were taken in them, locked, or doing something."""

import io
from collections.abc import Callable

from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, NumberObject, StreamObject, TextStringObject

MAKER, WHERE, TURNED, COMMENT = "Geheimcamera", "52 graden noord", 6, b"hierwoonik"


def photo(size: tuple[int, int] = (60, 40)) -> bytes:
    """A photograph of a telephone held upright, which says where it was taken."""
    exif, to = Image.Exif(), io.BytesIO()
    exif[0x010F], exif[0x0112], exif[0x8825] = MAKER, TURNED, {1: "N", 2: (52.0, 30.0, 0.0), 29: WHERE}
    Image.new("RGB", size, "teal").save(to, "JPEG", exif=exif, comment=COMMENT)
    return to.getvalue()


def drawing(mode: str = "RGBA", size: tuple[int, int] = (60, 40), kind: str = "PNG") -> bytes:
    to = io.BytesIO()
    Image.new(mode, size).save(to, kind)
    return to.getvalue()


def paper(change: Callable[[PdfWriter], object] = lambda _writer: None) -> bytes:
    """A PDF of one page with a photograph in it, which names its author."""
    writer, to = PdfWriter(), io.BytesIO()
    page = writer.add_blank_page(200, 200)
    scan = StreamObject()
    scan._data = photo()
    scan[NameObject("/Subtype")], scan[NameObject("/Filter")] = NameObject("/Image"), NameObject("/DCTDecode")
    scan[NameObject("/Width")], scan[NameObject("/Height")] = NumberObject(60), NumberObject(40)
    pictures = DictionaryObject({NameObject("/Scan"): writer._add_object(scan)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): pictures})
    writer.add_metadata({"/Author": MAKER})
    change(writer)
    writer.write(to)
    return to.getvalue()


def with_script(writer: PdfWriter) -> None:
    act = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert(1)")}
    writer._root_object[NameObject("/OpenAction")] = DictionaryObject(act)


def with_file(writer: PdfWriter) -> None:
    writer.add_attachment("geheim.txt", b"x")


def locked(writer: PdfWriter) -> None:
    writer.encrypt("wachtwoord")

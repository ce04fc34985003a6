"""A file becomes one that can be kept: told by its content, without where and when; or a sentence says why not."""

import io

import pytest
from PIL import Image
from pypdf import PdfReader

from nabij.moments.cleaning import (
    LARGEST,
    ActingPaper,
    BrokenPaper,
    BrokenPicture,
    LockedPaper,
    NoFile,
    OtherKind,
    TooHeavy,
    TooManyDots,
    clean,
)
from tests.moments.papers import COMMENT, MAKER, WHERE, drawing, locked, paper, photo, with_file, with_script

SECRETS = (MAKER.encode(), WHERE.encode(), COMMENT, b"Exif")


def test_a_photograph_keeps_its_dots_upright_and_nothing_else():
    sent = photo((3000, 2000))
    assert all(one in sent for one in SECRETS)
    kept = clean(sent)
    assert kept.kind == "jpg" and not [one for one in SECRETS if one in kept.content + kept.small]
    with Image.open(io.BytesIO(kept.content)) as shown, Image.open(io.BytesIO(kept.small)) as small:
        assert shown.size == (1600, 2400) and max(small.size) == 320, "turned as it was held, and no larger than needed"
        assert not dict(shown.getexif())
    for mode, kind in (("P", "PNG"), ("LA", "PNG"), ("I;16", "PNG"), ("CMYK", "JPEG"), ("RGBA", "WEBP")):
        assert clean(drawing(mode, kind=kind)).kind == "jpg"


def test_a_paper_keeps_its_pages_and_says_nothing_of_who_made_it():
    sent = paper()
    assert all(one in sent for one in SECRETS)
    kept = clean(sent)
    assert kept.kind == "pdf" and not kept.small
    assert not [one for one in SECRETS if one in kept.content]
    (page,) = PdfReader(io.BytesIO(kept.content)).pages
    (scan,) = page.images
    assert scan.image.size == (60, 40)


BAD = {
    "nothing": (b"", NoFile),
    "too heavy": (b"\xff\xd8\xff" + b"x" * LARGEST, TooHeavy),
    "words": (b"hoi", OtherKind),
    "a page": (b"<svg onload=alert(1)>", OtherKind),
    "a picture of another kind": (b"GIF89a", OtherKind),
    "only the beginning of a photograph": (photo()[:200], BrokenPicture),
    "a photograph in name": (b"\xff\xd8\xff", BrokenPicture),
    "a drawing in name": (b"\x89PNG\r\n\x1a\n" + b"x" * 50, BrokenPicture),
    "a bomb": (drawing("L", (8000, 7000)), TooManyDots),
    "a larger bomb": (drawing("1", (20_000, 20_000)), TooManyDots),
    "half a paper": (paper()[:200], BrokenPaper),
    "a paper in name": (b"%PDF-1.7 niets", BrokenPaper),
    "locked": (paper(locked), LockedPaper),
    "with a script": (paper(with_script), ActingPaper),
    "with a file in it": (paper(with_file), ActingPaper),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_not_kept_gets_a_sentence_of_its_own(name):
    data, why = BAD[name]
    with pytest.raises(why) as refused:
        clean(data)
    assert str(refused.value).endswith(".")

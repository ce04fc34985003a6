"""A picture or paper with a moment: put there by its writer, read as the moment is, and gone with it."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from PIL import Image

from nabij.memory.archive import archive
from nabij.memory.own_data import gather
from nabij.moments.models import Attachment, Moment
from nabij.moments.verbs import note
from nabij.post.requests import Thing, limit_own
from nabij.stories import attaching
from nabij.trust.models import Look
from tests.moments.papers import MAKER, locked, paper, photo
from tests.web.asking import logged_in
from tests.world import AT

ALT = "Riet met Jan op de markt"


@pytest.fixture
def moment(world) -> Moment:
    with world.acting("marieke"):
        return note(line="Naar de markt geweest.", circle=world.riets_story.circle, by=world.marieke, at=AT)


def put(client, moment, data=None, *, alt=ALT, name="IMG_2041.exe"):
    file = {} if data is None else {"file": SimpleUploadedFile(name, data, content_type="text/html")}
    return client.post(f"/momenten/{moment.id}/bijlagen/", {**file, "alt": alt})


def test_a_picture_stands_with_its_moment_and_is_read_by_whoever_reads_that(world, moment):
    writer, story = logged_in(world, "marieke"), f"/verhalen/{world.riets_story.id}/"
    assert f"/momenten/{moment.id}/bijlagen/" in writer.get(story).content.decode()
    assert put(writer, moment, photo((900, 600))).status_code == 302
    assert put(writer, moment, paper(), alt="").status_code == 302
    with world.acting("fatima"):
        picture, letter = Attachment.objects.order_by("id")
    reader = logged_in(world, "fatima")
    page = reader.get(story).content.decode()
    assert f'<img src="/bijlagen/{picture.id}/klein/" loading="lazy" alt="{ALT}">' in page
    assert f'href="/bijlagen/{letter.id}/"' in page and f"/bijlagen/{letter.id}/klein/" not in page
    assert f"/momenten/{moment.id}/bijlagen/" not in page, "only who wrote it hangs something on it"

    whole, small = reader.get(f"/bijlagen/{picture.id}/"), reader.get(f"/bijlagen/{picture.id}/klein/")
    assert whole.headers["Content-Type"] == small.headers["Content-Type"] == "image/jpeg"
    assert whole.headers["Content-Disposition"].startswith('attachment; filename="bijlage-') and "IMG" not in str(whole)
    for answer in (whole, small):
        assert "sandbox" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in answer.headers["Cache-Control"]
        assert MAKER.encode() not in answer.content
        Image.open(io.BytesIO(answer.content)).verify()
    assert reader.get(f"/bijlagen/{letter.id}/").headers["Content-Type"] == "application/pdf"
    assert reader.get(f"/bijlagen/{letter.id}/klein/").status_code == 404
    with world.acting("riet"):
        looks = Look.objects.filter(who=world.fatima.id, what="attachment", thing_id=world.riets_story.id)
        assert looks.count() == 2, "each time it was opened, as with the story itself"

    for name in ("yusuf", "kim"):
        other = logged_in(world, name)
        assert other.get(f"/bijlagen/{picture.id}/").status_code == 404
        assert put(other, moment, photo()).status_code == 404
    assert put(reader, moment, photo()).status_code == 404


def test_what_is_wrong_with_it_stands_in_a_sentence_and_loses_nothing(world, moment, monkeypatch):
    writer = logged_in(world, "marieke")
    for data, said in (
        (None, "nog geen foto of papier gekozen"),
        (b"", "nog geen foto of papier gekozen"),
        (b"hoi", "Dit is geen foto"),
        (photo()[:200], "kunnen we niet openen"),
        (b"\xff\xd8\xff" + b"x" * 10_000_000, "groter dan 10 MB"),
        (paper(locked), "zit een wachtwoord"),
    ):
        answer = put(writer, moment, data)
        text = answer.content.decode()
        assert answer.status_code == 400 and said in text
        assert f'value="{ALT}"' in text and "Naar de markt geweest." in text
    monkeypatch.setattr(attaching, "MOST_IN_STORY", 100)
    assert "Er kan niets meer bij" in put(writer, moment, photo()).content.decode()
    assert put(writer, moment, b"x" * 10_200_000).status_code == 413
    with world.acting("marieke"):
        assert not Attachment.objects.exists() and Moment.objects.count() == 1


def test_a_line_that_brings_a_picture_is_kept_first(world):
    client = logged_in(world, "marieke")
    story = world.riets_story
    line = {"line": "Met een foto.", "circle": str(story.circle_id), "fixed": "1", "bijlage": "ja"}
    again = client.post("/momenten/", {**line, "seen": "mij"})
    assert again.status_code == 200 and 'name="bijlage" value="ja" checked' in again.content.decode()
    kept = client.post("/momenten/", {**line, "seen": str(story.circle_id)})
    with world.acting("marieke"):
        made = Moment.objects.get(line="Met een foto.")
    assert kept.headers["Location"] == f"/momenten/{made.id}/bijlagen/"
    assert "Met een foto." in client.get(kept.headers["Location"]).content.decode()


def test_the_rules_of_the_moment_hold_for_what_hangs_on_it(world, moment):
    put(logged_in(world, "marieke"), moment, photo())
    with world.acting("jan"):
        there = Attachment.objects.get()
    said = {"kind": "jpg", "content": b"x", "small": b"x", "size": 1, "at": AT}
    with world.acting("marieke"):
        other = note(line="Elders.", circle=world.riets_story.circle, by=world.marieke, at=AT)
        Attachment.objects.create(moment=other, circle=other.circle, by=world.marieke, **said)
        for wrong in (
            {"moment": moment, "circle": world.kims_story.circle, "by": world.marieke},
            {"moment": moment, "circle": moment.circle, "by": world.riet},
        ):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Attachment.objects.create(**wrong, **said)
    with world.acting("jan"), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Attachment.objects.create(moment=moment, circle=moment.circle, by=world.jan, **said)
    with world.acting("riet"):
        about = Thing("moments.moment", moment.id, moment.circle, world.marieke.id)
        limit_own(thing=about, words="Liever niet.", by=world.riet, at=AT)
    for name, reads in (("riet", True), ("marieke", True), ("jan", False), ("yusuf", False)):
        with world.acting(name):
            assert Attachment.objects.filter(id=there.id).exists() is reads, name


def test_it_is_in_the_own_copy_of_whom_it_is_about(world, moment):
    put(logged_in(world, "marieke"), moment, photo())
    with world.acting("riet"):
        bundle = zipfile.ZipFile(io.BytesIO(archive(gather(person=world.riet, at=AT), installation="Nabij")))
        key = Attachment.objects.get().id
    assert bundle.read(f"bijlagen/{key}.jpg").startswith(b"\xff\xd8\xff")
    assert ALT in bundle.read("csv/bijlagen.csv").decode()
    with world.acting("jan"):
        names = zipfile.ZipFile(io.BytesIO(archive(gather(person=world.jan, at=AT), installation="Nabij"))).namelist()
    assert not [one for one in names if "bijlagen" in one]

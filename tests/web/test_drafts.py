"""What somebody is still writing: kept as they type, shown to them again, read by nobody else."""

import json

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from nabij.stories.models import Draft
from tests.web.asking import logged_in

PLACE = "/verhalen/1/woorden/"


def send(client, *, seen="", place=PLACE, **typed):
    return client.post("/klad/", {"place": place, "seen": seen, "typed": json.dumps(typed)})


def test_a_draft_is_kept_shown_again_on_another_device_and_gone_when_thrown_away(world):
    phone, desk = logged_in(world, "riet"), logged_in(world, "riet")
    assert desk.get("/klad/", {"place": PLACE}).json() == {}
    first = send(phone, words="Naar de mar").json()
    there = desk.get("/klad/", {"place": PLACE}).json()
    assert there == first == {"typed": {"words": "Naar de mar"}, "at": first["at"]}
    second = send(phone, words="Naar de markt", seen=first["at"])
    assert second.status_code == 200
    # The other device did not see that yet: it hears what stands there, and nothing is written over.
    late = send(desk, words="Samen eten", seen=first["at"])
    assert (late.status_code, late.json()["typed"]) == (409, {"words": "Naar de markt"})
    assert send(desk, words="", seen=first["at"]).status_code == 409
    assert send(desk, words=" ", began="x", seen=second.json()["at"]).json() == {}
    with world.acting("riet"):
        assert not Draft.objects.exists()


def test_only_its_writer_reads_changes_or_throws_away_a_draft(world):
    send(logged_in(world, "riet"), words="Alleen van mij")
    assert logged_in(world, "marieke").get("/klad/", {"place": PLACE}).json() == {}
    with world.acting("marieke"):
        assert not Draft.objects.exists() and not Draft.objects.all().update(at=timezone.now())
        assert Draft.objects.all().delete()[0] == 0
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Draft.objects.create(person=world.riet, place="/", typed={"words": "x"}, at=timezone.now())
    with world.acting("riet"):
        assert Draft.objects.get().typed == {"words": "Alleen van mij"}
    page = logged_in(world, "riet").get("/mijn/wat/klad/").content.decode()
    assert "Wat je nog aan het schrijven bent" in page and "Alleen van mij" in page


NONE = ("", "[]", "{", "[" * 5000, '{"a": 1}', '{"a": "\\u0000"}', json.dumps({"a": "x" * 20_001}))


@pytest.mark.parametrize("typed", NONE)
def test_what_is_no_draft_is_refused_with_a_sentence(world, typed):
    answer = logged_in(world, "riet").post("/klad/", {"place": PLACE, "typed": typed})
    assert answer.status_code == 400
    assert "Wat je typte staat nog op je scherm" in answer.json()["problem"]
    assert send(logged_in(world, "riet"), place="x" * 301, words="x").status_code == 400

"""Short lists that a neighbourhood writes for itself, taken into a story and taken up line by line."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from nabij.moments.models import FollowUp
from nabij.people.models import Neighbourhood
from nabij.stories.closing import close
from nabij.stories.handholding import NoHatHere, OnlyWhole, keep_handhold, take_in
from nabij.stories.handholds import Handhold, ReadyLine
from nabij.stories.models import Promise
from nabij.stories.verbs import begin_smaller_circle
from nabij.trust.verbs import let_in
from tests.web.asking import count, logged_in
from tests.world import World

LIST = "/buurt/BU04390302/houvast/"
LINES = ["Eerst koffie", "Vraag wie er al komt", "Zeg wanneer je terugkomt"]


def east() -> Neighbourhood:
    return Neighbourhood.objects.get(code="BU04390302")


def written(world: World, *lines: str) -> Handhold:
    with world.acting("marieke"):
        said = {"name": "Eerste bezoek", "lines": list(lines or LINES), "at": timezone.now()}
        return keep_handhold(neighbourhood=east(), by=world.marieke, **said)


def test_who_wears_a_hat_there_keeps_the_lists_and_who_lives_elsewhere_does_not_even_see_them(world: World):
    written(world)
    for name, sees in (("riet", 1), ("yusuf", 1), ("kim", 0)):
        with world.acting(name):
            assert Handhold.objects.standing().count() == sees, name
    for name in ("riet", "kim"):
        with world.acting(name):
            with pytest.raises(NoHatHere):
                keep_handhold(
                    neighbourhood=east(), name="Ook een", lines=["x"], by=world.people[name], at=timezone.now()
                )
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Handhold.objects.create(neighbourhood_id="BU04390302", name="Ook een", lines=["x"], at=timezone.now())
    with world.acting("yusuf"):
        said = {"neighbourhood": east(), "name": "Eerste bezoek", "by": world.yusuf}
        keep_handhold(lines=["Thee mag ook"], at=timezone.now(), **said)
        assert Handhold.objects.standing().get().lines == ["Thee mag ook"], "the newest stands"
        keep_handhold(lines=[], at=timezone.now() + timedelta(seconds=1), **said)
        assert not Handhold.objects.standing().exists()


def test_a_list_is_written_on_the_page_of_the_neighbourhood_and_is_short(world: World):
    marieke = logged_in(world, "marieke")
    long = "\n".join(f"Regel {number}" for number in range(13))
    for lines in (long, "x" * 121):
        refused = marieke.post(LIST, {"name": "Verhuizen", "lines": lines})
        assert refused.status_code == 400 and "Een houvast is kort" in refused.content.decode()
        assert lines.splitlines()[-1] in refused.content.decode(), "what was typed stays"
    assert marieke.post(LIST, {"name": "", "lines": "Doos"}).status_code == 400
    assert marieke.post(LIST, {"name": "Verhuizen", "lines": "Dozen\n\nWie tilt mee"}).status_code == 302
    assert "Wie tilt mee" in marieke.get(LIST).content.decode()
    riet = logged_in(world, "riet")
    assert "Wie tilt mee" in riet.get(LIST).content.decode()
    assert 'name="lines"' not in riet.get(LIST).content.decode()
    assert riet.post(LIST, {"name": "Verhuizen", "lines": ""}).status_code == 400
    with world.acting("marieke"), pytest.raises(DatabaseError, match="handhold_is_short"), transaction.atomic():
        Handhold.objects.create(neighbourhood=east(), name="Lang", lines=["x"] * 13, at=timezone.now())


def test_each_line_becomes_a_promise_a_come_back_or_goes_in_one_tap(world: World):
    kept = written(world)
    marieke, page = logged_in(world, "marieke"), f"/verhalen/{world.riets_story.id}/"
    few = count(marieke, page)
    assert "Eerst koffie" in marieke.get(page + "houvast/").content.decode()
    for _twice in range(2):
        assert marieke.post(page + "houvast/", {"houvast": str(kept.id)}).status_code == 302
    assert count(marieke, page) == few
    with world.acting("jan"):
        coffee, who, when = ReadyLine.objects.order_by("position")
    jan, outsider = logged_in(world, "jan"), logged_in(world, "yusuf")
    assert outsider.post(f"/houvastregels/{coffee.id}/", {"wordt": "weg"}).status_code == 404
    assert outsider.post(page + "houvast/", {"houvast": str(kept.id)}).status_code == 404
    assert jan.post(f"/houvastregels/{coffee.id}/", {"wordt": "anders"}).status_code == 404
    assert jan.post(f"/houvastregels/{coffee.id}/", {"wordt": "afspraak"}).status_code == 302
    assert marieke.post(f"/houvastregels/{who.id}/", {"wordt": "terugkomen"}).status_code == 302
    assert marieke.post(f"/houvastregels/{when.id}/", {"wordt": "weg"}).status_code == 302
    with world.acting("riet"):
        made, back = Promise.objects.get(), FollowUp.objects.get()
        assert (made.who, made.what, made.state) == (world.jan, "Eerst koffie", "accepted")
        assert (back.person, back.day) == (world.marieke, timezone.localdate() + timedelta(days=7))
        assert not ReadyLine.objects.exists()
    marieke.post(page + "houvast/", {"houvast": str(kept.id)})
    assert marieke.post(page + "houvast/", {"weg": "1"}).status_code == 302
    with world.acting("riet"):
        assert not ReadyLine.objects.exists()


def test_who_reads_a_part_takes_no_list_in_and_a_closed_story_takes_none(world: World):
    kept, now, story = written(world), timezone.now(), world.riets_story
    with world.acting("marieke"):
        small = begin_smaller_circle(story=story, name="Wij", by=world.marieke, at=now, readers=[])
        let_in(circle=small, person=world.yusuf, by=world.marieke, at=now, hat=world.hats["yusuf"])
        there = {"story": story, "circle": story.circle, "what": "Koffie", "position": 0, "at": now}
    with world.acting("yusuf"):
        with pytest.raises(OnlyWhole):
            take_in(handhold=kept, story=story, by=world.yusuf, at=now)
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            ReadyLine.objects.create(by=world.yusuf, **there)
    with world.acting("riet"):
        ReadyLine.objects.create(by=world.riet, **there)
    with world.acting("yusuf"):
        assert ReadyLine.objects.all().delete()[0] == 0
    with world.acting("riet"):
        close(story=story, by=world.riet, at=now)
    refused = logged_in(world, "riet").post(f"/verhalen/{story.id}/houvast/", {"houvast": str(kept.id)})
    assert refused.status_code == 400 and "Dit verhaal is afgesloten" in refused.content.decode()

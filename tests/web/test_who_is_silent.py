"""Who is longer silent than usual: at most three, read by nobody else, and a list that knows when to rest."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from nabij.memory.models import Absence
from nabij.moments.verbs import ComeBack, note
from nabij.people.verbs import note_person
from nabij.post.requests import Thing, limit_own
from nabij.stories.closing import close, reopen
from nabij.stories.heeding import contact_days
from nabij.stories.merging import merge_people
from nabij.stories.models import Promise, SilenceAnswer, Story
from nabij.stories.verbs import open_story
from nabij.trust.models import Look
from nabij.trust.verbs import leave
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.world import World, days_before_now

WEEKS = tuple(range(60, 130, 7))  # Ten contacts, one a week, the last sixty days ago.


def wrote(world: World, name: str, *ago: int, story: Story | None = None, **more: Any) -> None:
    """A line for each of so many days ago."""
    circle = (story or world.riets_story).circle
    with world.acting(name):
        for days in ago:
            at, hat = days_before_now(days), world.hats.get(name)
            note(line="Even gesproken.", circle=circle, by=world.people[name], at=at, hat=hat, **more)


def listed(world: World, name: str = "marieke") -> str:
    page = logged_in(world, name).get("/stil/")
    assert page.status_code == 200
    return page.content.decode().split("<main", 1)[1]


def post(world: World, where: str, name: str = "marieke", **said: str) -> int:
    return logged_in(world, name).post(f"/stil/{world.riets_story.id}/{where}/", said).status_code


def since() -> date:
    return timezone.localdate() - timedelta(days=365)


def more_stories(world: World, how_many: int) -> None:
    with world.acting("marieke"):
        made = []
        for number in range(how_many):
            person = note_person(name=f"Bewoner {number}", by=world.marieke, at=timezone.now())
            made.append(open_story(by=world.marieke, at=timezone.now(), person=person, hat=world.hats["marieke"]))
    for story in made:
        wrote(world, "marieke", *WEEKS, story=story)


def test_who_is_longer_silent_stands_there_for_me_alone(world: World) -> None:
    wrote(world, "marieke", *WEEKS)
    text = listed(world)
    assert "Riet Kuiper" in text
    assert "Meestal hoor je elkaar om de 7 dagen. Nu 60 dagen niet." in text
    assert "Riet Kuiper" not in listed(world, "jan"), "Jan had no contact, and reads of nobody's"
    assert 'href="/stil/"' in logged_in(world, "marieke").get("/").content.decode()
    assert 'href="/stil/"' not in logged_in(world, "jan").get("/").content.decode()
    with world.acting("riet"):
        assert Look.objects.filter(thing_id=world.riets_story.id, who=world.marieke.id, what="listed").count() == 1
        assert contact_days(since=since()) == {}, "nobody is silent towards themselves"


def test_two_stories_that_are_read_as_one_are_silent_as_one(world: World) -> None:
    wrote(world, "marieke", *WEEKS)
    with world.acting("marieke"):
        twice = note_person(name="Mevrouw Kuiper", by=world.marieke, at=timezone.now())
        double = open_story(by=world.marieke, at=timezone.now(), person=twice, hat=world.hats["marieke"])
    wrote(world, "marieke", 3, story=double)
    assert "Riet Kuiper" in listed(world)
    assert "Kuiper</a>" in (work := work_of(world)) and "Mevrouw" in work
    with world.acting("marieke"):
        merge_people(person=world.riet, double=twice, why="twice", by=world.marieke, at=timezone.now())
    assert "Riet Kuiper" not in listed(world), "they were in touch three days ago"
    mine, alone = work_of(world).split("Wat alleen ik weet")
    assert "Mevrouw" not in mine and "Mevrouw" in alone, "nobody else reads what stands under that name"


def work_of(world: World) -> str:
    return logged_in(world, "marieke").get("/mijn/werk/").content.decode().split("<main", 1)[1]


def test_a_volunteer_has_the_same_list_and_who_answers_is_heard(world: World) -> None:
    wrote(world, "fatima", *WEEKS)
    assert "Riet Kuiper" in listed(world, "fatima")
    wrote(world, "marieke", 3)
    assert "Riet Kuiper" in listed(world, "fatima"), "that others were there is no contact of hers"
    wrote(world, "riet", 2)
    assert "Riet Kuiper" not in listed(world, "fatima"), "Riet wrote something herself"


def test_only_what_i_read_counts(world: World) -> None:
    wrote(world, "marieke", *WEEKS, 5)
    assert "Riet Kuiper" not in listed(world)
    with owner():
        newest = world.riets_story.circle.moments.latest("happened_at")
    with world.acting("riet"):
        thing = Thing("moments.moment", newest.id, world.riets_story.circle, world.marieke.id)
        limit_own(thing=thing, words="Liever niet.", by=world.riet, at=timezone.now())
    with world.acting("jan"):
        assert len(contact_days(since=since()).get(world.riets_story.id, [])) == 0
    with world.acting("marieke"):
        assert len(contact_days(since=since())[world.riets_story.id]) == 11, "its writer reads it still"
    with world.acting("riet"):
        seat = world.riets_story.circle.memberships.get(person=world.marieke)
        leave(membership=seat, by=world.riet, at=timezone.now())
    with world.acting("marieke"):
        assert contact_days(since=since()) == {}, "who does not read along any more is told nothing"


def test_a_closed_story_and_my_own_absence_do_not_count(world: World) -> None:
    wrote(world, "marieke", *WEEKS)
    with world.acting("marieke"):
        close(story=world.riets_story, by=world.marieke, at=timezone.now())
    assert "Riet Kuiper" not in listed(world)
    with world.acting("marieke"):
        reopen(story=world.riets_story, by=world.marieke, at=timezone.now())
        assert contact_days(since=since()) == {}, "a rhythm begins anew when a story opens again"
    with owner():
        world.riets_story.closings.all().delete()
    assert "Riet Kuiper" in listed(world)
    today = timezone.localdate()
    with world.acting("marieke"):
        away = {"starts": today - timedelta(days=50), "ends": today - timedelta(days=1)}
        Absence.objects.create(person=world.marieke, stand_in=world.jan, at=timezone.now(), **away)
    assert "Riet Kuiper" not in listed(world)


def test_what_i_promise_stands_in_the_story_and_the_line_goes(world: World) -> None:
    wrote(world, "marieke", *WEEKS)
    url = f"/stil/{world.riets_story.id}/contact/"
    text = logged_in(world, "marieke").get(url).content.decode()
    assert "Neemt contact op met Riet" in text
    assert "Jan" in text, "who will read it stands under the box"
    wrong = logged_in(world, "marieke").post(url, {"what": "Belt Riet even", "day": "2020-01-01"})
    assert wrong.status_code == 400
    assert "Belt Riet even" in wrong.content.decode()
    assert post(world, "contact", what="Belt Riet", day=str(timezone.localdate())) == 302
    with world.acting("riet"):
        assert Promise.objects.get(what="Belt Riet").who == world.marieke
        assert not SilenceAnswer.objects.exists(), "what Marieke answered to the list is hers"
    with world.acting("marieke"):
        assert SilenceAnswer.objects.get().kind == "right"
    assert "Riet Kuiper" not in listed(world)
    assert post(world, "contact", what="Belt Riet", day=str(timezone.localdate())) == 404


def test_who_already_comes_back_to_it_is_not_reminded_twice(world: World) -> None:
    wrote(world, "marieke", *WEEKS, come_backs=[ComeBack(timezone.localdate() + timedelta(days=2), "bellen")])
    assert "Riet Kuiper" not in listed(world)


def test_it_rests_until_a_day_and_an_answer_ends_this_silence(world: World) -> None:
    wrote(world, "marieke", *WEEKS)
    today = timezone.localdate()
    for day in (today, today + timedelta(days=400)):
        refused = logged_in(world, "marieke").post(
            f"/stil/{world.riets_story.id}/rust/", {"until": str(day), "reason": "away"}
        )
        assert refused.status_code == 400
        assert "binnen een jaar" in refused.content.decode()
        assert '<option value="away" selected' in refused.content.decode()
    assert post(world, "rust", until=str(today + timedelta(days=9)), reason="away") == 302
    assert "Riet Kuiper" not in listed(world)
    with owner():
        SilenceAnswer.objects.update(until=today)
    assert "Riet Kuiper" in listed(world)
    assert post(world, "antwoord", "jan", klopte="nee") == 404
    assert post(world, "antwoord", klopte="nee") == 302
    assert "Riet Kuiper" not in listed(world)
    assert "Je gaf er nu 1." in listed(world)


def answered(world: World, *, right: int, of: int, at: datetime) -> None:
    with world.acting("marieke"):
        for number in range(of):
            kind = "right" if number < right else "nothing"
            said = {"circle": world.riets_story.circle, "last": date(2026, 1, 1), "at": at}
            SilenceAnswer.objects.create(person=world.marieke, kind=kind, **said)


def test_it_says_how_often_it_was_right_and_rests_when_that_is_too_little(world: World) -> None:
    wrote(world, "marieke", *WEEKS)
    answered(world, right=7, of=10, at=timezone.now())
    text = listed(world)
    assert "Het klopte 7 van de 10 keer. Dat past bij 40 tot 89 van de 100." in text
    assert "Riet Kuiper" in text
    answered(world, right=0, of=10, at=timezone.now())
    text = listed(world)
    assert "Deze lijst rust" in text
    assert "Riet Kuiper" not in text
    assert 'href="/stil/"' not in logged_in(world, "marieke").get("/").content.decode()
    with owner():
        SilenceAnswer.objects.update(at=timezone.now() - timedelta(days=366))
    assert "Riet Kuiper" in listed(world)


def test_an_answer_is_ones_own_and_about_a_story_one_reads(world: World) -> None:
    said = {"circle": world.riets_story.circle, "last": date(2026, 1, 1), "kind": "right", "at": timezone.now()}
    with world.acting("marieke"):
        SilenceAnswer.objects.create(person=world.marieke, **said)
        for wrong in ({"person": world.jan}, {"person": world.marieke, "circle": world.kims_story.circle}):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                SilenceAnswer.objects.create(**said | wrong)
        with pytest.raises(DatabaseError, match="a_rest_has_a_last_day"), transaction.atomic():
            SilenceAnswer.objects.create(person=world.marieke, **said | {"kind": "rest"})
    for name in ("riet", "jan", "loes"):
        with world.acting(name):
            assert not SilenceAnswer.objects.exists()


def test_at_most_three_at_a_time_and_as_few_questions_for_many_as_for_one(world: World) -> None:
    wrote(world, "marieke", *WEEKS)
    few, today = count(logged_in(world, "marieke"), "/stil/"), count(logged_in(world, "marieke"), "/")
    more_stories(world, 5)
    many = count(logged_in(world, "marieke"), "/stil/")
    assert few == many <= 15
    assert count(logged_in(world, "marieke"), "/") <= today + 2
    assert listed(world).count("Klopt het dat") == 3

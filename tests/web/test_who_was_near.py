"""The five forms of being near on the screen: read from moments and hats, by who may read, month by month."""

import re
from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from nabij.moments.models import Moment
from nabij.moments.verbs import Present, draw_tie, note
from nabij.people.models import Group, Hat
from nabij.people.verbs import note_person
from nabij.stories.families import circle_for, open_file, show_parents
from nabij.stories.verbs import begin_smaller_circle
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Look
from nabij.trust.verbs import let_in
from tests.rules.test_families import child, read_by_parents
from tests.web.asking import count, logged_in
from tests.world import World

TITLES = ("Samen zijn", "Eigen mensen", "Vrijwilligers en initiatieven", "Tussen beroepen", "De gemeente")


@pytest.fixture
def near(world: World) -> World:
    """Riet's story, in which Fatima walks for a group, and Loes is of the municipality."""
    with acting_as(office("beheer")):
        team = Group.objects.create(name="Wijkteam", kind="team", formal=True)
        town = Group.objects.create(name="Gemeente", kind="municipality", formal=True)
        walk = Group.objects.create(name="Samen Wandelen", kind="initiative", formal=False)
        for name, group in (("marieke", team), ("loes", town), ("fatima", walk)):
            Hat.objects.filter(person=world.people[name]).update(group=group)
    return world


def page(world: World) -> str:
    return f"/verhalen/{world.riets_story.id}/nabijheid/"


def wrote(world: World, name: str, *present: str, at: datetime | None = None, **more) -> Moment:
    there = [Present(world.people[one.lstrip("~")], there=not one.startswith("~")) for one in present]
    said = {"line": "Een regel.", "circle": world.riets_story.circle, "at": at or timezone.now(), **more}
    with world.acting(name):
        return note(by=world.people[name], hat=world.hats.get(name), present=there, **said)


def row(world: World, name: str = "marieke", month: int = 0) -> list[int]:
    """The counts of a month, this one first: together, own people, volunteers, professions, municipality, all."""
    text = logged_in(world, name).get(page(world)).content.decode()
    rows = re.findall(r'<tr class="utrecht-table__row">(.*?)</tr>', text, re.S)
    return [int(one) for one in re.findall(r"<td[^>]*>(\d+)</td>", rows[month])] if rows else []


def let_in_both(world: World) -> None:
    """Riet lets Yusuf and Loes read along, each in the hat of their work."""
    with world.acting("riet"):
        for name in ("yusuf", "loes"):
            joined = {"circle": world.riets_story.circle, "person": world.people[name], "hat": world.hats[name]}
            let_in(by=world.riet, at=timezone.now(), **joined)


def test_each_moment_counts_where_its_hats_say(near: World):
    wrote(near, "marieke", "riet")
    assert row(near) == [1, 0, 0, 0, 0, 1]
    wrote(near, "jan", "riet")
    wrote(near, "fatima", "~riet")
    assert row(near) == [2, 1, 1, 0, 0, 3]
    text = logged_in(near, "marieke").get(page(near)).content.decode()
    assert all(title in text for title in TITLES)
    assert "Twee momenten, het laatst op" in text


def test_professions_meet_and_the_municipality_takes_part(near: World):
    let_in_both(near)
    wrote(near, "yusuf", "marieke", "riet")
    assert row(near) == [1, 0, 0, 1, 0, 1]
    wrote(near, "loes", "~marieke")
    assert row(near) == [1, 0, 0, 1, 1, 2], "who was only spoken of did not take part"
    wrote(near, "loes", "marieke")
    assert row(near) == [1, 0, 0, 2, 2, 3]


def test_whose_hat_is_not_known_is_said_and_a_tie_tells_it(near: World):
    at, circle = timezone.now(), near.riets_story.circle
    with near.acting("marieke"):
        near.people["greet"] = note_person(name="Greet Bakker", by=near.marieke, at=at)
    wrote(near, "marieke", "greet")
    assert row(near) == [0, 0, 0, 0, 0, 1]
    assert "Bij één moment weten we niet" in logged_in(near, "jan").get(page(near)).content.decode()
    with near.acting("marieke"):
        draw_tie(circle=circle, owner=near.riet, other=near.greet, kind="family", ring=2, told_by=near.riet, at=at)
    assert row(near) == [0, 1, 0, 0, 0, 1]
    assert "weten we niet" not in logged_in(near, "jan").get(page(near)).content.decode()


def test_what_is_told_may_be_on_the_phone(near: World):
    wrote(near, "marieke", told_by=near.riet)
    assert row(near) == [0, 0, 0, 0, 0, 1]
    wrote(near, "marieke", "riet", told_by=near.riet)
    assert row(near) == [1, 0, 0, 0, 0, 2]


def test_only_what_this_reader_may_see_counts(near: World):
    with near.acting("marieke"):
        small = begin_smaller_circle(story=near.riets_story, name="Wij", by=near.marieke, at=timezone.now(), readers=[])
    wrote(near, "marieke", "riet", circle=small)
    wrote(near, "marieke", "riet")
    assert row(near)[-1] == 2
    assert row(near, "riet")[-1] == 2
    assert row(near, "jan")[-1] == 1
    assert logged_in(near, "yusuf").get(page(near)).status_code == 404
    assert logged_in(near, "kim").get(page(near)).status_code == 404
    assert Client().get(page(near)).status_code == 302


def test_what_a_child_showed_its_parents_is_one_moment(world: World):
    lin = child(world, years=14)
    now = timezone.now()
    with world.acting("marieke"):
        story = open_file(person=lin, by=world.marieke, at=now)
        own = circle_for(story=story, teller=lin)
        told = note(line="Ik slaap slecht.", circle=own, by=world.marieke, at=now, told_by=lin)
    world.people["lin"] = lin
    read_by_parents(story, child=lin)
    with world.acting("lin"):
        show_parents(moment=told, story=story, by=lin, at=now)
    world.riets_story = story
    assert row(world)[-1] == 1
    assert row(world, "kim")[-1] == 1


def test_it_is_a_look_that_the_resident_sees(near: World):
    logged_in(near, "marieke").get(page(near))
    with near.acting("riet"):
        assert Look.objects.filter(thing_id=near.riets_story.id, who=near.marieke.id).count() == 1


def test_an_empty_year_says_what_will_stand_here_and_earlier_years_stay(near: World):
    text = logged_in(near, "marieke").get(page(near)).content.decode()
    assert "nog niets opgeschreven" in text
    assert "<svg" not in text.split("<main", 1)[1]
    last_year = timezone.now() - timedelta(days=366)
    wrote(near, "marieke", "riet", at=last_year)
    assert row(near) == []
    then = logged_in(near, "marieke").get(f"{page(near)}?tot={last_year:%Y-%m}").content.decode()
    assert "Eén moment, op" in then
    assert "Een jaar later" in then
    before = logged_in(near, "marieke").get(f"{page(near)}?tot=2020-01").content.decode()
    assert "In deze maanden is hier niets opgeschreven." in before
    for odd in ("2099-01", "2026-13", "x", "0001-01", "٢٠٢٦-١١"):
        assert logged_in(near, "marieke").get(page(near), {"tot": odd}).status_code == 200


def test_however_much_there_is_it_asks_at_most_twelve_questions(near: World):
    few = count(logged_in(near, "marieke"), page(near))
    for days in range(40):
        wrote(near, "marieke", "riet", "jan", at=timezone.now() - timedelta(days=days * 7))
    many = count(logged_in(near, "marieke"), page(near))
    assert few <= many <= 12

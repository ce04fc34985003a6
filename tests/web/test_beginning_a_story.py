"""Beginning a story: somebody one knows by that name already is asked about, and made a second time only on purpose."""

from datetime import date, timedelta

from django.utils import timezone

from nabij.people.models import Person
from nabij.people.verbs import note_person, put_on
from nabij.stories.models import OwnWords, Story
from nabij.trust.acting import acting_as, office
from nabij.trust.verbs import note_in, own_circle
from tests.web.asking import logged_in
from tests.world import World

NEW = "/verhalen/nieuw/"


def dina(world: World) -> Person:
    with world.acting("marieke"):
        there = note_person(
            name="Dina Post", by=world.marieke, at=timezone.now(), neighbourhood=world.marieke.neighbourhood
        )
        note_in(circle=own_circle(by=world.marieke, at=timezone.now()), person=there, at=timezone.now())
        return there


def test_a_name_one_knows_is_asked_about_and_nothing_typed_is_lost(world):
    there, client = dina(world), logged_in(world, "marieke")
    asked = client.post(NEW, {"name": "dina", "words": "Ik wil naar buiten."})
    text = asked.content.decode()
    assert asked.status_code == 400
    assert "Bedoel je iemand die je al kent?" in text
    assert "Dina Post, Wheermolen-Oost" in text
    assert "iemand anders" in text
    assert "Ik wil naar buiten." in text
    client.post(NEW, {"name": "dina", "words": "Ik wil naar buiten.", "who": str(there.id)})
    with world.acting("marieke"):
        begun = Story.objects.get(person=there)
        assert OwnWords.objects.get(story=begun).person_id == there.id
        assert Person.objects.filter(name__istartswith="dina").count() == 1


def test_somebody_else_of_that_name_is_somebody_new(world):
    there = dina(world)
    logged_in(world, "marieke").post(NEW, {"name": "Dina Post", "who": "anders"})
    with world.acting("marieke"):
        assert Story.objects.get(person__name="Dina Post").person_id != there.id


def test_a_name_of_somebody_one_does_not_see_is_not_asked_about(world):
    dina(world)
    assert logged_in(world, "yusuf").post(NEW, {"name": "Dina Post"}).status_code == 302
    forged = logged_in(world, "yusuf").post(NEW, {"name": "Marieke", "who": str(world.kim.id)})
    assert forged.status_code == 400
    with world.acting("kim"):
        assert Story.objects.count() == 1


def test_what_is_said_of_who_reads_it_now_is_true(world):
    there, client = dina(world), logged_in(world, "marieke")
    begun = client.post(NEW, {"name": "Dina", "who": str(there.id)}, follow=True).content.decode()
    assert "Alleen jij leest het nu." in begun
    assert "Dina leest mee zodra Dina kan inloggen." in begun
    with_riet = client.post(NEW, {"name": "Riet", "who": str(world.riet.id)}, follow=True).content.decode()
    assert "Riet en jij lezen het nu." in with_riet


def test_a_hat_that_ends_some_day_may_read_along_until_then(world):
    with acting_as(office("beheer")):
        hats = [
            put_on(
                person=note_person(name=name, by=None, at=timezone.now()),
                role="stagiair",
                formal=True,
                since=date(2025, 1, 1),
                until=timezone.localdate() + timedelta(days=days),
                neighbourhood=world.marieke.neighbourhood,
                open=True,
            )
            for name, days in (("Sanne Vos", 30), ("Bram Kok", -1))
        ]
    text = logged_in(world, "marieke").get(f"/verhalen/{world.riets_story.id}/lezers/").content.decode()
    assert str(hats[0].id) in text
    assert str(hats[1].id) not in text


def test_whoever_has_a_story_finds_the_way_to_it(world):
    client = logged_in(world, "riet")
    assert 'href="/mijn-verhaal/"' in client.get("/").content.decode()
    assert client.get("/mijn-verhaal/").headers["Location"] == f"/verhalen/{world.riets_story.id}/"
    assert 'href="/mijn-verhaal/"' not in logged_in(world, "yusuf").get("/").content.decode()

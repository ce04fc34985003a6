"""Which circle a line goes to: the one it is about, the one chosen, and never one of several in silence."""

import pytest
from django.utils import timezone

from nabij.moments.models import Moment
from nabij.people.models import Household, HouseholdMember, Person
from nabij.people.verbs import note_person
from nabij.stories.models import Story
from nabij.stories.verbs import begin_smaller_circle, open_story
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Circle
from nabij.trust.verbs import note_in, own_circle
from tests.web.asking import count, logged_in
from tests.world import World

LINE = "@Riet @Gerda allebei gebeld"


@pytest.fixture
def household(world: World) -> Story:
    """Gerda and Piet, in one story that Marieke began."""
    with world.acting("marieke"):
        both = [note_person(name=name, by=world.marieke, at=timezone.now()) for name in ("Gerda Smit", "Piet Smit")]
        for one in both:
            note_in(circle=own_circle(by=world.marieke, at=timezone.now()), person=one, at=timezone.now())
    with acting_as(office("beheer")):
        there = Household.objects.create(name="Gerda en Piet")
        HouseholdMember.objects.bulk_create(HouseholdMember(household=there, person=one) for one in both)
    with world.acting("marieke"):
        return open_story(by=world.marieke, at=timezone.now(), household=there, hat=world.hats["marieke"])


@pytest.fixture
def smaller(world: World) -> Circle:
    """In Riet's story a circle of only Riet and Marieke."""
    with world.acting("marieke"):
        return begin_smaller_circle(
            story=world.riets_story, name="Riet en Marieke", by=world.marieke, at=timezone.now(), readers=[]
        )


def post(world: World, line: str, *, url: str = "/momenten/", **more: str):
    return logged_in(world, "marieke").post(url, {"line": line, "circle": "wie-het-aangaat", "back": "/", **more})


def page_of(story: Story) -> str:
    return f"/verhalen/{story.id}/"


def test_a_line_about_two_stories_asks_and_goes_to_neither_by_itself(world, household):
    asked = post(world, LINE, seen="mij")
    text = asked.content.decode()
    assert asked.status_code == 200
    assert "Voor wie is dit?" in text
    assert "Gerda en Piet" in text
    assert "Dit lees alleen jij" in text
    assert post(world, LINE, seen="mij?").status_code == 302, "the question was seen, and not answered"
    with world.acting("marieke"):
        assert Moment.objects.get().circle.kind == Circle.Kind.OWN
    with world.acting("jan"):
        assert not Moment.objects.exists()


def test_the_story_that_is_answered_gets_it_once_its_readers_were_seen(world, household):
    circle = str(world.riets_story.circle_id)
    shown = post(world, LINE, seen="mij?", **{"voor-wie": circle})
    assert "Dit lezen straks vier mensen" in shown.content.decode()
    assert post(world, LINE, seen=f"{circle}?", **{"voor-wie": circle}).status_code == 302
    with world.acting("jan"):
        assert Moment.objects.get().circle_id == world.riets_story.circle_id


def test_a_circle_the_line_is_not_about_is_no_answer(world, household):
    elsewhere = str(world.kims_story.circle_id)
    assert post(world, LINE, seen="mij?", **{"voor-wie": elsewhere}).status_code == 302
    with world.acting("kim"):
        assert not Moment.objects.exists()
    with world.acting("marieke"):
        assert Moment.objects.get().circle.kind == Circle.Kind.OWN


def test_names_in_plain_words_count_as_well(world, household):
    text = post(world, "@Riet gebeld, daarna bij Gerda Smit langs", url="/momenten/lezing/").content.decode()
    assert "Voor wie is dit?" in text


def test_somebody_of_a_household_means_the_story_of_that_household(world, household):
    text = post(world, "@Piet gevallen", url="/momenten/lezing/").content.decode()
    assert f'name="seen" value="{household.circle_id}"' in text
    assert "Gerda" in text
    with world.acting("jan"):
        assert not Story.objects.filter(id=household.id).exists()
    from_jan = logged_in(world, "jan").post("/momenten/lezing/", {"line": "@Piet gevallen"}).content.decode()
    assert 'name="seen" value="mij"' in from_jan, "Jan does not read that story"


def test_whether_somebody_was_there_is_asked_once_and_by_name(world):
    text = post(world, "@Riet niet thuis", url="/momenten/lezing/").content.decode()
    assert text.count("erbij?") == 1
    assert "Was die erbij?" not in text


def test_under_the_box_of_a_story_stand_the_readers_of_its_circle_once(world, smaller):
    text = logged_in(world, "marieke").get(page_of(world.riets_story)).content.decode()
    box = text.split('id="lezers"')[1].split("</ul>")[0]
    assert box.count("<li>") == 4
    assert "Alleen voor Riet en Marieke: Riet en jij." in text
    readers = text.split("Wie kan dit lezen</h2>")[1].split("</ul>")[0]
    assert readers.count("<li>") == 4
    assert "Vier mensen." in readers


def test_the_writer_chooses_between_the_circles_of_a_story(world, smaller):
    client, there = logged_in(world, "marieke"), {"fixed": "1", "circle": str(smaller.id), "back": "/"}
    assert f'value="{smaller.id}"' in client.get(page_of(world.riets_story)).content.decode()
    assert "kring" not in logged_in(world, "jan").get(page_of(world.riets_story)).content.decode().split("regel")[1]
    shown = client.post("/momenten/", {"line": "Wil niet naar de zus.", "seen": "mij", **there}).content.decode()
    assert "Dit lezen straks twee mensen" in shown
    client.post("/momenten/", {"line": "Wil niet naar de zus.", "seen": str(smaller.id), **there})
    assert "Alleen voor Riet en Marieke" in client.get(page_of(world.riets_story)).content.decode()
    for_riet = logged_in(world, "riet").get("/").content.decode()
    assert "Wil niet naar de zus." in for_riet
    assert "Alleen voor Riet en Marieke" in for_riet
    assert "Wil niet naar de zus." not in logged_in(world, "jan").get(page_of(world.riets_story)).content.decode()


def test_smaller_circles_ask_no_more_questions_than_a_page_may(world, smaller):
    post(world, "Iets.", seen=str(smaller.id), circle=str(smaller.id))
    assert count(logged_in(world, "marieke"), page_of(world.riets_story)) <= 18
    assert count(logged_in(world, "marieke"), "/") <= 15


def test_who_cannot_log_in_does_not_read_yet(world, household):
    client = logged_in(world, "marieke")
    kept = client.post(
        "/momenten/", {"line": "Op de koffie.", "circle": str(household.circle_id), "seen": str(household.circle_id)}
    )
    assert kept.status_code == 302
    text = client.get(page_of(household)).content.decode()
    assert "Alleen jij kunt het lezen" in text
    assert "Gerda en Piet lezen mee zodra ze kunnen inloggen." in text
    assert "Gerda en Piet kunnen dat stoppen" not in text
    assert "Wat Gerda en Piet zeggen" in text
    of_riet = client.get(page_of(world.riets_story)).content.decode()
    assert "zodra" not in of_riet
    assert "Wie meeleest kan iemand erbij vragen. Riet kan dat stoppen." in of_riet
    with world.acting("marieke"):
        assert Person.objects.filter(name="Gerda Smit").count() == 1


def test_the_page_of_ones_own_story_speaks_to_whoever_it_is_about(world):
    text = logged_in(world, "riet").get(page_of(world.riets_story)).content.decode()
    assert "Jij kunt dat stoppen." in text
    assert "Wie er om jou heen staan" in text
    assert "Wie er om jou heen staan" not in logged_in(world, "jan").get(page_of(world.riets_story)).content.decode()

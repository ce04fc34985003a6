"""A look behind broken glass stands with who looked, for each whose words were read, once the circle was told."""

import pytest
from django.utils import timezone

from nabij.memory.own_data import gather
from nabij.memory.things import NoSuchThing, find
from nabij.post.requests import object_to
from nabij.stories.breaking import tell_circle
from nabij.stories.reading import open_story
from nabij.trust.glass import BreakGlass
from nabij.trust.models import Look, Membership, Objection
from nabij.trust.reading import Line, looks_at
from tests.conftest import owner
from tests.rules.danger import behind, broken, now
from tests.web.asking import count, logged_in
from tests.world import AT, World


@pytest.fixture
def opened(watched_world: World) -> BreakGlass:
    """Riet's story is Kim's as well; Yusuf sought Riet, and looked twice."""
    world = watched_world
    seat = {"circle": world.riets_story.circle, "person": world.kim, "as_resident": True}
    with owner():
        Membership.objects.create(**seat, let_in_by=world.marieke, since=AT)
    glass = broken(world)
    assert glass is not None
    with world.acting("yusuf"):
        behind(world, glass)
        behind(world, glass)
    return glass


def told(world: World, glass: BreakGlass) -> None:
    with world.acting("loes"):
        tell_circle(glass=glass, told=True, by=world.loes, at=now())


def emergencies(world: World, name: str) -> list[Line]:
    with world.acting(name):
        return [one for one in looks_at(person=world.people[name]).lines if one.why == "noodopening"]


def looks_on_story(world: World, name: str) -> list[str]:
    with world.acting(name):
        story = open_story(story=world.riets_story, by=world.people[name], hat=None, at=now(), upto=5)
        return [look.what for look in story.looks]


def test_everybody_whose_words_were_read_sees_it_once_told(watched_world: World, opened: BreakGlass) -> None:
    world = watched_world
    for name in ("riet", "kim", "marieke", "jan", "loes", "yusuf"):
        assert emergencies(world, name) == [], name
    assert "break_glass" not in looks_on_story(world, "riet")
    told(world, opened)
    for name in ("riet", "kim"):
        (line,) = emergencies(world, name)
        assert (line.who_name, line.hat_name, line.times) == ("Yusuf Demir", "wijkverpleegkundige", 2)
        assert (line.did, line.purpose) == ("opende je verhaal in nood", "Om te helpen bij gevaar.")
        assert "break_glass" in looks_on_story(world, name)
    for name in ("marieke", "jan", "fatima", "loes", "yusuf"):
        assert emergencies(world, name) == [], "the story is not about them"


def test_one_objects_to_it_once_told(watched_world: World, opened: BreakGlass) -> None:
    world = watched_world
    with world.acting("yusuf"):
        look = Look.objects.filter(what="break_glass").first()
    said = f"trust.look:{look.id}"
    with world.acting("kim"), pytest.raises(NoSuchThing):
        find(said, person=world.kim)
    told(world, opened)
    with world.acting("kim"):
        found = find(said, person=world.kim)
        assert found.words.startswith("Yusuf Demir, wijkverpleegkundige keek op ") and "noodopening" in found.words
        assert found.thing.circle == world.riets_story.circle
        object_to(thing=found.thing, words="Dit was niet nodig.", person=world.kim, by=world.kim, at=now())
        assert Objection.objects.get().request.answerer_id == world.marieke.id
    with world.acting("marieke"), pytest.raises(NoSuchThing):
        find(said, person=world.marieke)


def test_it_stands_on_the_pages_and_in_the_copy(watched_world: World, opened: BreakGlass) -> None:
    world, riet = watched_world, logged_in(watched_world, "riet")
    assert "Yusuf Demir" not in riet.get("/mijn/gekeken/").content.decode()
    told(world, opened)
    page = riet.get("/mijn/gekeken/").content.decode()
    assert "<strong>Yusuf Demir</strong>, wijkverpleegkundige" in page
    assert "Opende je verhaal in nood, twee keer " in page and "Waarom: noodopening." in page
    assert "Maak bezwaar" in page
    assert "Nog niemand. Je ziet hier wie" not in riet.get(f"/verhalen/{world.riets_story.id}/").content.decode()
    assert count(riet, "/mijn/gekeken/") <= 8
    with world.acting("riet"):
        (table,) = [one for one in gather(person=world.riet, at=timezone.now()).tables if one.part.key == "gekeken"]
        assert [row["who_name"] for row in table.rows if row["what"] == "break_glass"] == ["Yusuf Demir"] * 2

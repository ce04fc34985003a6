"""A story says nothing untrue to whoever reads only a part of it, and says of own words who does not read them."""

import pytest
from django.utils import timezone

from nabij.moments.verbs import note
from nabij.stories.families import open_file
from nabij.stories.verbs import promise, tell
from nabij.trust.models import Membership
from nabij.trust.verbs import introduce, let_in, open_past
from tests.rules.test_families import child, read_by_parents
from tests.rules.test_who_came_later import LATER, something_of_everything
from tests.web.asking import count, logged_in
from tests.world import AT, World

BEFORE = "Wat er eerder stond, lees je niet."
UNTRUE = ("Nog geen eigen woorden", "Nog geen afspraken", "Nog niemand genoemd", "Hier komt wat er gebeurt")


@pytest.fixture
def joined(world: World) -> World:
    """Yusuf came later, and the past stayed closed to him."""
    something_of_everything(world)
    with world.acting("yusuf"):
        introduce(person=world.yusuf, to=world.riet, by=world.yusuf, at=AT)
    with world.acting("riet"):
        let_in(circle=world.riets_story.circle, person=world.yusuf, by=world.riet, at=LATER, sees_from=LATER)
    return world


def test_a_newcomer_is_not_told_that_nothing_was_written(joined: World):
    page, yusuf = f"/verhalen/{joined.riets_story.id}/", logged_in(joined, "yusuf")
    shown = yusuf.get(page).content.decode()
    assert not [said for said in UNTRUE if said in shown]
    assert shown.count(BEFORE) == 5
    assert yusuf.get(f"{page}tekst/").content.decode().count(BEFORE) == 2
    assert count(yusuf, page) <= 20
    for name in ("marieke", "riet"):
        assert BEFORE not in logged_in(joined, name).get(page).content.decode()
    with joined.acting("riet"):
        seat = Membership.objects.current().get(circle=joined.riets_story.circle, person=joined.yusuf)
        open_past(membership=seat, by=joined.riet, at=LATER)
    shown = yusuf.get(page).content.decode()
    assert BEFORE not in shown
    assert "Ik wil weer buiten." in shown


def test_what_came_since_stands_there_and_an_empty_story_is_called_empty(joined: World):
    with joined.acting("riet"):
        said = {"story": joined.riets_story, "by": joined.riet, "at": LATER}
        tell(person=joined.riet, words="Nu wil ik rust.", **said)
        promise(circle=joined.riets_story.circle, what="Zelf bellen", **said)
    shown = logged_in(joined, "yusuf").get(f"/verhalen/{joined.riets_story.id}/").content.decode()
    assert "Nu wil ik rust." in shown
    assert "Zelf bellen" in shown
    assert shown.count(BEFORE) == 3, "how it goes, the moments and who stands around"
    empty = logged_in(joined, "kim").get(f"/verhalen/{joined.kims_story.id}/").content.decode()
    assert BEFORE not in empty
    assert "Nog geen afspraken" in empty


# On the pages beside a story: what is said to who reads all of it when there is nothing, and it would not be true.
BESIDE = {
    "nabijheid": "nog niets opgeschreven",
    "lessen": "Nog geen afspraak is voorbij",
    "wie-helpt": "Hier komt wie er nu helpt",
}


def test_the_pages_beside_a_story_tell_a_newcomer_that_they_do_not_read_the_past(joined: World):
    page, yusuf, riet = (
        f"/verhalen/{joined.riets_story.id}/",
        logged_in(joined, "yusuf"),
        logged_in(joined, "riet"),
    )
    sees = "Wat er eerder stond, lees je niet."
    for beside, untrue in BESIDE.items():
        shown = yusuf.get(f"{page}{beside}/").content.decode()
        assert sees in shown, beside
        assert untrue not in shown, beside
        assert sees not in riet.get(f"{page}{beside}/").content.decode(), beside
    with joined.acting("kim"):
        kims = f"/verhalen/{joined.kims_story.id}/"
    for beside, true in BESIDE.items():
        shown = logged_in(joined, "kim").get(f"{kims}{beside}/").content.decode()
        assert true in shown, f"{beside}: who reads all of it is told that there is nothing"
        assert sees not in shown, beside


def test_months_before_somebody_came_are_not_drawn_as_none(joined: World):
    page = f"/verhalen/{joined.riets_story.id}/nabijheid/"
    with joined.acting("riet"):
        note(line="Samen gelopen.", circle=joined.riets_story.circle, by=joined.riet, at=timezone.now())
    newcomer, resident = (logged_in(joined, name).get(page).content.decode() for name in ("yusuf", "riet"))
    assert "Jij leest mee sinds " in newcomer
    assert "bars__floor--unread" in newcomer
    assert newcomer.count('<th scope="row"') == 1, "the month in which Yusuf came, and none before"
    assert resident.count('<th scope="row"') == 12
    assert "bars__floor--unread" not in resident
    assert "Jij leest mee sinds " not in resident


def test_own_words_of_a_child_say_that_its_parents_do_not_read_them(world: World):
    lin = child(world, years=14)
    world.people["lin"] = lin
    with world.acting("marieke"):
        story = open_file(person=lin, by=world.marieke, at=timezone.now())
    read_by_parents(story, child=lin)
    page, mark = f"/verhalen/{story.id}/", "Ouders lezen dit niet."
    marieke = logged_in(world, "marieke")
    marieke.post(f"{page}woorden/", {"words": "Ik wil bij tante wonen."})
    marked = (mark, "Alleen voor Lin, zonder ouders.", "Ik wil bij tante wonen.")
    way = f'href="{page}woorden/">Schrijf het op voor wie het hele verhaal leest'
    lins = logged_in(world, "lin")
    for client, says in ((marieke, "Dan kan Lin zelf het voor hen opschrijven."), (lins, way)):
        shown = client.get(page).content.decode()
        assert [said for said in (*marked, says) if said not in shown] == []
    assert mark in marieke.get(f"{page}tekst/").content.decode()
    parents = logged_in(world, "kim").get(page).content.decode()
    assert mark not in parents
    assert "Ik wil bij tante wonen." not in parents
    again = {"words": "Ik wil bij tante wonen.", "circle": str(story.circle_id)}
    refused = marieke.post(f"{page}woorden/", again)
    assert refused.status_code == 400
    assert "Alleen Lin zelf kan deze woorden voor hen opschrijven." in refused.content.decode()
    assert "Ik wil bij tante wonen." in refused.content.decode(), "what was typed is kept"
    lins.post(f"{page}woorden/", again)
    assert mark not in marieke.get(page).content.decode()
    assert "Ik wil bij tante wonen." in logged_in(world, "kim").get(page).content.decode()

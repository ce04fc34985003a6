"""A story on paper: what goes on it is chosen first, nothing else is read, and that it was printed is written down."""

from datetime import timedelta

import pytest
from django.utils import timezone

from nabij.moments.network import add, note_saying
from nabij.moments.tieline import read_tie
from nabij.moments.verbs import note
from nabij.people.models import WayToReach
from nabij.people.verbs import note_person
from nabij.stories.going import Goes
from nabij.stories.merging import merge_people
from nabij.stories.models import StoryCircle
from nabij.stories.verbs import begin_smaller_circle, open_story, promise, tell
from nabij.trust.models import Look
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.world import World


@pytest.fixture
def full(world: World) -> World:
    """Riet's story with something of everything, and a smaller circle of Marieke, Riet and nobody else."""
    story, at = world.riets_story, timezone.now()
    with world.acting("marieke"):
        by = {"by": world.marieke, "at": at}
        tell(story=story, person=world.riet, words="Weer naar de markt.", matters="De kat.", **by)
        tell(story=story, person=world.riet, words="Het been jeukt.", goes=Goes(face=2), **by)
        soon = timezone.localdate() + timedelta(days=3)
        promise(circle=story.circle, story=story, what="de huur bellen", day=soon, hat=world.hats["marieke"], **by)
        note(line="Koffie gedronken.", circle=story.circle, **by)
        inner = begin_smaller_circle(story=story, name="Wij twee", readers=[], **by)
        note(line="Het geheim van de trap.", circle=inner, **by)
        promise(circle=inner, story=story, what="de sleutel bewaren", **by)
        around = {"circle": story.circle, "owner": world.riet, "told_by": world.riet, **by}
        add(**around, **vars(read_tie("Els, zus, heel dichtbij, geeft soep")))
        add(**around, **vars(read_tie("Barend, ex, verder weg")))
    return world


def test_only_what_was_chosen_goes_on_the_sheet_and_an_outsider_gets_none(full: World) -> None:
    client, url = logged_in(full, "marieke"), f"/verhalen/{full.riets_story.id}/blad/"
    asked = client.get(url).content.decode()
    assert "Papier gaat uit de kring" in asked and "Wij twee" in asked and "Koffie" not in asked
    nothing = client.post(url, {"circles": [str(full.riets_story.circle_id)]})
    assert nothing.status_code == 400 and "Er is nog niets gekozen" in nothing.content.decode()
    with full.acting("riet"):
        assert not Look.objects.filter(what="print").exists()

    widest = {"circles": [str(full.riets_story.circle_id)]}
    some = client.post(url, {**widest, "parts": ["words", "promises"]}).content.decode()
    for there in ("Weer naar de markt.", "De kat.", "de huur bellen", "door Marieke Bos."):
        assert there in some, there
    for away in ("Koffie gedronken.", "Het been jeukt.", "Els", "de sleutel bewaren"):
        assert away not in some, away
    whole = {"parts": ["words", "goes", "around", "promises", "moments"]}
    every = client.post(url, {**widest, **whole}).content.decode()
    assert "Koffie gedronken." in every and "Het been jeukt." in every and "Els" in every
    assert "geheim" not in every, "a smaller circle goes on paper only when it is chosen"
    with full.acting("marieke"):
        inner = StoryCircle.objects.get().circle_id
    both = client.post(url, {**whole, "circles": [*widest["circles"], str(inner)]}).content.decode()
    assert "geheim" in both and "Alleen voor Wij twee." in both
    with full.acting("riet"):
        assert Look.objects.filter(what="print", who=full.marieke.id, about=full.riet.id).count() == 3

    for name, sees in (("jan", 200), ("yusuf", 404)):
        other = logged_in(full, name)
        assert other.get(url).status_code == sees
        assert other.post(url, {**widest, **whole}).status_code == sees
    jans = logged_in(full, "jan").post(url, {**whole, "circles": [str(inner)]})
    assert "geheim" not in jans.content.decode()


def test_who_is_not_safe_is_not_on_paper(full: World) -> None:
    with full.acting("marieke"):
        around = {"circle": full.riets_story.circle, "owner": full.riet, "told_by": full.riet, "by": full.marieke}
        add(at=timezone.now(), **around, **vars(read_tie("Jan, buurman, verder weg")))
    client, url = logged_in(full, "marieke"), f"/verhalen/{full.riets_story.id}/blad/"
    typed = {"parts": ["around"], "circles": [str(full.riets_story.circle_id)]}
    assert "Jan Groen" in client.post(url, typed).content.decode()
    with full.acting("marieke"):
        said = {"circle": full.riets_story.circle, "owner": full.riet, "about": full.jan, "words": ""}
        note_saying(kind="unsafe", by=full.marieke, at=timezone.now(), **said)
    assert "Jan Groen" not in client.post(url, typed).content.decode()


def test_a_card_says_who_does_what_and_how_they_are_reached(full: World) -> None:
    with full.acting("marieke"):
        own = {"person": full.marieke, "kind": "phone", "noted_by": full.marieke}
        WayToReach.objects.create(value="0299 12 34 56", **own)
    client, url = logged_in(full, "fatima"), f"/verhalen/{full.riets_story.id}/kaartje/"
    few, page = count(client, url), client.get(url).content.decode()
    assert 'value="0299 12 34 56"' in page and "de huur bellen" in page and "sleutel" not in page
    with full.acting("marieke"):
        for day in range(6):
            said = {"what": f"ding {day}", "by": full.marieke, "at": timezone.now()}
            made = promise(circle=full.riets_story.circle, story=full.riets_story, **said)
    assert count(client, url) == few <= 20
    reach = {f"reach_{full.marieke.id}": "bel 06 12 34 56 78"}
    gone = client.post(url, {"promises": [str(made.id), str(full.riet.id)], **reach})
    assert gone.status_code == 400 and "bel 06 12 34 56 78" in gone.content.decode()
    assert "Iets van wat je koos, is er niet meer." in gone.content.decode()
    card = client.post(url, {"promises": [str(made.id)], **reach}).content.decode()
    assert "Ding 5" in card and "Ding 4" not in card and "bel 06 12 34 56 78" in card
    assert "door Fatima El Amrani." in card
    wrong = client.post(url, {"promises": [], **reach})
    assert wrong.status_code == 400 and "bel 06 12 34 56 78" in wrong.content.decode(), "what was typed stays"
    assert logged_in(full, "yusuf").get(url).status_code == 404
    with full.acting("fatima"):
        assert [one.value for one in WayToReach.objects.filter(person=full.marieke)] == ["0299 12 34 56"]


def test_two_stories_that_are_read_as_one_go_on_one_card_and_each_says_that_it_was_printed(full: World) -> None:
    at = timezone.now()
    with full.acting("marieke"):
        twice = note_person(name="Mevrouw Kuiper", by=full.marieke, at=at)
        double = open_story(by=full.marieke, at=at, person=twice, hat=full.hats["marieke"])
        promise(circle=double.circle, story=double, what="de post brengen", by=full.marieke, at=at)
        merge_people(person=full.riet, double=twice, why="known", by=full.marieke, at=at)
    where = f"/verhalen/{full.riets_story.id}/"
    asked = logged_in(full, "marieke").get(where + "kaartje/").content.decode()
    assert "de post brengen" in asked and "alleen voor wie ook het verhaal van Mevrouw Kuiper leest" in asked
    assert "de post brengen" not in logged_in(full, "jan").get(where + "kaartje/").content.decode()
    both = {"parts": ["promises"], "circles": [str(full.riets_story.circle_id), str(double.circle_id)]}
    sheet = logged_in(full, "marieke").post(where + "blad/", both).content.decode()
    assert "de post brengen" in sheet and "de huur bellen" in sheet
    with owner():
        printed = set(Look.objects.filter(what="print").values_list("thing_id", flat=True))
    assert printed == {full.riets_story.id, double.id}

"""Forgetting: nothing goes without a granted request, what is only about me goes, and what must stay says why."""

import json

import pytest
from django.db import ProgrammingError, connection, transaction

from nabij.memory.forgetting import NotGranted, forget, what_would_go
from nabij.moments.models import Moment, Saying, Tie
from nabij.moments.network import add, note_saying
from nabij.moments.verbs import Present, note
from nabij.people.models import Account, Person, Strength, WayToReach
from nabij.people.own import be_reached, offer_strength
from nabij.post.requests import Thing, ask, reply
from nabij.stories.models import OwnWords, Promise, Story
from nabij.stories.verbs import ask as ask_promise
from nabij.stories.verbs import keep, promise, tell
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Circle, Correction, Erasure, Limit, Membership, Purpose, Reply, Request, Trace
from nabij.trust.requesting import put_beside
from tests.conftest import owner
from tests.world import AT, World


@pytest.fixture
def told(world: World) -> Moment:
    """Riet's story, full; and Riet in a note of Kim's story."""
    circle = world.riets_story.circle
    with world.acting("marieke"):
        moment = note(line="Riet viel.", circle=circle, by=world.marieke, at=AT, present=[Present(world.riet)])
        add(circle=circle, owner=world.riet, name="Ineke Kuiper", by=world.marieke, at=AT, kind="family", ring=1)
        note_saying(circle=circle, owner=world.riet, about=world.jan, kind="named", by=world.marieke, at=AT, words="x")
        kept = promise(circle=circle, what="belt", by=world.marieke, at=AT, story=world.riets_story)
        keep(promise=kept, kept=True, by=world.marieke, at=AT)
        ask_promise(who=world.jan, circle=circle, what="loopt", by=world.marieke, at=AT, story=world.riets_story)
    with world.acting("riet"):
        be_reached(by=world.riet, kind="phone", value="06 00 00 00 61")
        offer_strength(by=world.riet, kind="can", what="breien", open=False)
        tell(story=world.riets_story, person=world.riet, words="Gewoon lopen.", by=world.riet, at=AT)
        put_beside(note=moment.id, circle=circle, words="Ik struikelde.", by=world.riet, at=AT)
    with owner():
        Membership.objects.create(circle=world.kims_story.circle, person=world.riet, let_in_by=world.kim, since=AT)
    with world.acting("kim"):
        note(
            line="Riet Kuiper kwam koffie drinken, riet lachte.",
            circle=world.kims_story.circle,
            by=world.kim,
            at=AT,
            present=[Present(world.riet)],
        )
    return moment


def granted(world: World, *, thing: Thing | None = None, kind: str = "granted") -> Request:
    with world.acting("riet"):
        asked = ask(kind="erase", person=world.riet, by=world.riet, at=AT, words="Haal mij weg.", thing=thing)
    with world.acting("marieke"):
        reply(request=asked, kind=kind, words="" if kind == "granted" else "nee", by=world.marieke, at=AT)
        return Request.objects.with_answers().get(id=asked.id)


TABLES = (Moment, Tie, Saying, OwnWords, Promise, Story, Circle, Account, WayToReach, Strength, Correction)


def test_nothing_goes_without_a_granted_request_not_even_by_the_office(world: World, told: Moment) -> None:
    with acting_as(office("rights")):
        assert all(model.objects.all().delete()[0] == 0 for model in TABLES)
        assert not Person.objects.filter(id=world.riet.id).update(name="")
    refused = granted(world, kind="refused")
    with world.acting("marieke"), pytest.raises(NotGranted):
        forget(request=refused, by=world.marieke, at=AT)
    with acting_as(office("rights")):
        assert all(model.objects.all().delete()[0] == 0 for model in TABLES)
    with owner():
        assert Moment.objects.count() == 2 and Story.objects.count() == 2


def test_nobody_else_deletes_and_no_other_office(world: World, told: Moment) -> None:
    granted(world)
    for actor in (
        world.acting("marieke"),
        world.acting("riet"),
        acting_as(office("beheer")),
        acting_as(office("post")),
    ):
        with actor:
            try:
                with transaction.atomic():
                    assert Moment.objects.all().delete()[0] == 0
            except ProgrammingError as no_right:
                assert "permission denied" in str(no_right)


def test_what_is_only_about_me_goes_and_elsewhere_i_am_somebody(world: World, told: Moment) -> None:
    asked = granted(world)
    with world.acting("marieke"):
        goes, stays = what_would_go(asked, at=AT)
        assert goes["momenten"] == 1 and goes["verhalen"] == 1
        proof = forget(request=asked, by=world.marieke, at=AT)
        assert proof.counts == goes and [one["kind"] for one in stays] == ["sporen"]
        with pytest.raises(NotGranted):
            forget(request=Request.objects.with_answers().get(id=asked.id), by=world.marieke, at=AT)
    with owner():
        gone = Person.objects.get(id=world.riet.id)
        assert (gone.name, gone.known_as, gone.neighbourhood) == ("", "iemand", None)
        assert [one.line for one in Moment.objects.all()] == ["iemand kwam koffie drinken, iemand lachte."]
        assert list(Story.objects.all()) == [world.kims_story]
        assert not Account.objects.filter(person=world.riet).exists()
        assert not WayToReach.objects.exists() and not Strength.objects.exists() and not OwnWords.objects.exists()
        assert not Membership.objects.current().filter(person=world.riet).exists()
        left = Request.objects.get()
        assert (left.words, left.person_name) == ("", "iemand")
        assert Trace.objects.filter(what="erase").exists()
        words = json.dumps([Erasure.objects.get().counts, Erasure.objects.get().stays])
        assert "Riet" not in words and "viel" not in words


def test_one_note_goes_and_the_rest_stays(world: World, told: Moment) -> None:
    asked = granted(world, thing=Thing("moments.moment", told.id, told.circle, None))
    with world.acting("marieke"):
        proof = forget(request=asked, by=world.marieke, at=AT)
    assert proof.counts == {"rechtzettingen": 1, "momenten": 1}
    with owner():
        assert not Moment.objects.filter(id=told.id).exists() and Story.objects.count() == 2
        assert Account.objects.filter(person=world.riet).exists()


def test_a_note_of_a_strangers_circle_cannot_be_named(world: World) -> None:
    """Riet guesses the key of a note in Kim's story, and Marieke grants it: it stays."""
    with world.acting("kim"):
        kims = note(line="Van Kim.", circle=world.kims_story.circle, by=world.kim, at=AT)
    asked = granted(world, thing=Thing("moments.moment", kims.id, None, None))
    with world.acting("marieke"):
        assert forget(request=asked, by=world.marieke, at=AT).counts == {}
    with owner():
        assert Moment.objects.filter(id=kims.id).exists()


def test_what_the_law_keeps_stays_with_its_reason(world: World, told: Moment) -> None:
    with owner():
        Purpose.objects.create(key="wmo", sentence="Hulp van de gemeente.", ground="Wmo 2015", keep_months=180)
        Purpose.objects.create(key="mag", sentence="Een foto.", ground="Toestemming", keep_months=180)
        Moment.objects.filter(id=told.id).update(purpose="wmo")
    with world.acting("marieke"):
        note(line="Foto gemaakt.", circle=told.circle, by=world.marieke, at=AT)
    with owner():
        Moment.objects.filter(line="Foto gemaakt.").update(purpose="mag")
    asked = granted(world)
    with world.acting("marieke"):
        proof = forget(request=asked, by=world.marieke, at=AT)
    law = proof.stays[0]
    assert (law["kind"], law["count"], law["ground"], law["until"]) == ("momenten", 1, "Wmo 2015", "2041-11-18")
    with owner():
        assert [one.line for one in Moment.objects.filter(circle=told.circle)] == ["Riet viel."]
        assert Person.objects.get(id=world.riet.id).name == "Riet Kuiper", "the law keeps it about somebody"
        assert Story.objects.filter(id=world.riets_story.id).exists() and not Limit.objects.exists()
        assert Reply.objects.exists()
        with connection.cursor() as cursor:
            cursor.execute("select count(*) from stories_promise")
            assert cursor.fetchone() == (0,)

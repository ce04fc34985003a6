"""What people offer stands on the ladder with their own words; who is asked often is told so, and left out nowhere."""

from typing import Any

import pytest
from django.utils import timezone

from nabij.bridge.ladder import RungName
from nabij.bridge.nearest import nearest
from nabij.bridge.offering import load_of, note_asked, offer, pause
from nabij.bridge.offers import Offer
from nabij.bridge.social_map import no_map
from nabij.bridge.verbs import ask_help
from nabij.people.models import Neighbourhood
from nabij.trust.acting import acting_as, person
from tests.world import World

pytestmark = pytest.mark.django_db


def offers_a_lamp(world: World) -> Offer:
    """Yusuf's neighbour Loes offers it: she reads no story here."""
    here = Neighbourhood.objects.get(code="BU04390302")
    said: dict[str, Any] = {"kinds": ["chores"], "week": ["tue-morning"], "room": 2, "neighbourhood": here}
    with acting_as(person(world.loes.id)):
        return offer(line="Ik hang lampen op", by=world.loes, at=timezone.now(), **said)


def on_the_ladder(world: World, question: str) -> list[Any]:
    with world.acting("marieke"):
        said: dict[str, Any] = {"story": world.riets_story, "by": world.marieke, "at": timezone.now()}
        ladder = nearest(question=question, social_map=no_map, **said)
        rungs = (RungName.NEIGHBOURS, RungName.VOLUNTEERS)
        return [one for name in rungs for one in ladder.rung(name).entries if one.person == world.loes.id]


def test_who_offers_what_is_asked_stands_there_in_their_own_words(world: World) -> None:
    lamp = "Wie hangt een lamp op in huis, een klusje?"
    assert on_the_ladder(world, lamp) == []
    offered = offers_a_lamp(world)
    (entry,) = on_the_ladder(world, lamp)
    assert entry.reasons[:2] == ("Biedt zelf aan: “Ik hang lampen op”.", "Kan: dinsdagochtend.")
    assert entry.by_letter and entry.may_be_asked and not entry.remarks
    assert on_the_ladder(world, "Wie past er op de kinderen, een oppas?") == []
    for name in ("riet", "jan"):
        with world.acting(name):
            note_asked(offer=offered, by=world.people[name], at=timezone.now())
    (entry,) = on_the_ladder(world, lamp)
    assert entry.remarks == ("Is deze maand al vaak gevraagd. Kijk ook naar een ander.",) and entry.may_be_asked
    with acting_as(person(world.loes.id)):
        pause(offer=offered, by=world.loes, at=timezone.now())
    assert on_the_ladder(world, lamp) == []


def test_whoever_is_asked_from_the_ladder_is_counted_once(world: World) -> None:
    offered = offers_a_lamp(world)
    with world.acting("marieke"):
        said: dict[str, Any] = {"story": world.riets_story, "by": world.marieke, "at": timezone.now()}
        ask_help(person_id=world.loes.id, what="Een klusje: een lamp", **said)
        assert load_of([offered]) == {offered.id: 1}
        ask_help(person_id=world.fatima.id, what="Een klusje: nog een lamp", **said)
        assert load_of([offered]) == {offered.id: 1}

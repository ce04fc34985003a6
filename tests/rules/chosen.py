"""What the full neighbourhood chose for itself, and who says that they are there for something."""

from datetime import time
from typing import Any

from django.utils import timezone

from nabij.people.granting import open_place
from nabij.people.models import Neighbourhood, Signpost
from nabij.people.structuring import choose, keep_open, stand, step_back, take_off
from tests.world import World


def what_was_chosen(world: World) -> dict[str, Any]:
    """By Bram, who coordinates there: a number, a page of the team, a place. Who stands there: one is for everybody."""
    at = timezone.now()
    with world.acting("bram"):
        here = Neighbourhood.objects.get(code="BU04390302")
        choose(neighbourhood=here, phone="0299 12 34 56", hours="ma-vr", team=True, at=at)
        place = open_place(name="De Kwelder", neighbourhood=here)
        keep_open(place=place, weekdays=[1], opens=time(9), closes=time(12))
    said: dict[str, Any] = {"neighbourhood": here, "called": "", "languages": [], "reach": "In De Kwelder.", "at": at}
    with world.acting("fatima"):
        stand(what="Een taartpuntje.", hat=world.hats["fatima"], public=True, by=world.fatima, **said)
    with world.acting("wim"):
        guide = stand(what="De weg langs loketjes.", hat=None, public=False, by=world.wim, **said)
    with world.acting("riet"):
        stand(what="De bus.", hat=None, public=False, by=world.riet, **said)
    return {"place": place.id, "signpost": guide.id}


def who_steps_back(world: World) -> None:
    """Fatima does so herself, and Bram takes Wim off."""
    at = timezone.now()
    with world.acting("fatima"):
        step_back(signpost=Signpost.objects.get(person=world.fatima), by=world.fatima, at=at)
    with world.acting("bram"):
        wim = Signpost.objects.get(person=world.wim)
        take_off(signpost=wim, why="Hij is verhuisd.", by=world.bram, at=at)

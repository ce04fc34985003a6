"""Forgetting each of the filled neighbourhood: nothing that hangs on somebody stands in the way."""

from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from nabij.memory.forgetting import forget
from nabij.people.models import Person
from nabij.people.verbs import put_on
from nabij.post.requests import ask, reply
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Request
from tests.conftest import owner
from tests.rules.rich import fill
from tests.world import World

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("who", ["riet", "jan", "fatima", "wim", "yusuf"])
def test_somebody_is_forgotten_whatever_hangs_on_them(world: World, who: str) -> None:
    fill(world)
    with acting_as(office("beheer")):
        put_on(person=world.sara, role="privacycontact", formal=True, since=date(2025, 1, 1), open=True)
    one, at = world.people[who], timezone.now()
    said: dict[str, Any] = {"by": one, "at": at, "words": "Haal mij weg."}
    with world.acting(who):
        asked = ask(kind="erase", person=one, **said)
    with owner():
        answerer = next(key for key, person in world.people.items() if person.id == asked.answerer_id)
    with world.acting(answerer):
        by = world.people[answerer]
        reply(request=asked, kind="granted", words="", by=by, at=at)
        forget(request=Request.objects.with_answers().get(id=asked.id), by=by, at=at)
    with owner():
        assert not Person.objects.filter(id=one.id, name=one.name).exists()

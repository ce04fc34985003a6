"""Who is forgotten takes their name and number off the map; what neighbours do there keeps its listing."""

import pytest
from django.utils import timezone

from nabij.directory.entering import approve, enter
from nabij.directory.models import Contact, Initiative, InitiativeAnswer, Phone, Service
from nabij.memory.forgetting import forget
from nabij.people.models import Neighbourhood
from nabij.trust.acting import acting_as, office
from tests.conftest import owner
from tests.memory.test_forgetting import granted
from tests.world import World

SAID = {"name": "Koffie", "contact": "Riet", "role": "gastvrouw", "phone": "06 12 34 56 78", "days": "TU"}


@pytest.fixture(autouse=True)
def without_thinking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nabij.directory.entering.understand", lambda **_known: 0)


def test_the_name_and_number_go_and_of_another_they_stay(world: World) -> None:
    now = timezone.now()
    with owner():
        here = Neighbourhood.objects.get(code="BU04390302")
    for name in ("riet", "jan"):
        by = world.people[name]
        with world.acting(name):
            one, _none = enter(said=SAID | {"contact": by.first_name}, neighbourhood=here, by=by, at=now)
        with acting_as(office("beheer")):
            approve(initiative=Initiative.objects.get(pk=one.pk), by=None, at=now)
    with acting_as(office("rights")):
        assert (Contact.objects.all()._raw_delete("default"), Initiative.objects.all()._raw_delete("default")) == (0, 0)
    asked = granted(world)
    with world.acting("marieke"):
        counts = forget(request=asked, by=world.marieke, at=now).counts
    assert counts["sociale-kaart"] == 3
    with owner():
        assert [one.name for one in Contact.objects.all()] == ["Jan"]
        assert (Phone.objects.count(), Service.objects.count()) == (1, 2)
        assert Initiative.objects.get().by == world.jan
        assert InitiativeAnswer.objects.count() == 1

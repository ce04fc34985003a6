"""Who is forgotten takes what they answered to the invitation to talk again; that of others is not counted."""

from typing import Any

from django.utils import timezone

from nabij.bridge.models import PartnerAnswer
from nabij.memory.forgetting import forget
from nabij.trust.acting import acting_as, office
from tests.conftest import owner
from tests.memory.test_forgetting import granted
from tests.world import World


def test_what_either_answered_goes_and_the_proof_does_not_count_that_of_others(world: World) -> None:
    now = timezone.now()
    said: dict[str, Any] = {"kind": "wrong", "last": timezone.localdate(), "at": now}
    with owner():
        PartnerAnswer.objects.create(person=world.riet, other=world.marieke, **said)
        for one in (world.marieke, world.yusuf):
            PartnerAnswer.objects.create(person=one, other=world.riet, **said)
    with acting_as(office("rights")):
        assert PartnerAnswer.objects.all().delete()[0] == 0, "not before it was granted"
    asked = granted(world)
    with world.acting("marieke"):
        assert forget(request=asked, by=world.marieke, at=now).counts["bijpraten"] == 1
    with owner():
        assert not PartnerAnswer.objects.exists()

"""What is asked of somebody else in the full neighbourhood, and how it goes on."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from nabij.bridge.models import Referral
from nabij.bridge.referring import Said, Words, refer, step, thank, to_hat
from tests.world import World


def what_is_referred(world: World) -> dict[str, Any]:
    """Jan asks Bram for Riet, who takes it up; and lays another before her first."""
    with world.acting("jan"):
        asked: dict[str, Any] = {"about": world.riet, "by": world.jan, "at": timezone.now(), "hat": world.hats["jan"]}
        said, whom = Said(what="Een aanmaninkje lezen", ground="Ze zei ja."), to_hat(world.hats["bram"])
        made = refer(whom=whom, said=said, **asked)
        refer(whom=whom, said=Said(what="Later", ground="Ligt eerst voor."), first_read=True, **asked)
    with world.acting("bram"):
        day = timezone.localdate() + timedelta(days=7)
        step(referral=made, state="accepted", by=world.bram, at=timezone.now(), words=Words(hears_by=day))
        thank(referral=made, to=world.jan.id, words="Een rozenknopje.", by=world.bram, at=timezone.now())
    return {"referral": made.id}


def it_is_done(world: World, keys: dict[str, Any]) -> None:
    with world.acting("bram"):
        there, words = Referral.objects.get(id=keys["referral"]), Words(outcome="hulp-gekregen")
        step(referral=there, state="completed", by=world.bram, at=timezone.now(), words=words)

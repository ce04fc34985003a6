"""What the tests of breaking the glass share: whom it is tried on, by whom, and how it is read."""

from datetime import timedelta

from django.utils import timezone

from nabij.stories.breaking import (
    seek,
)
from nabij.stories.glassreading import read_behind
from nabij.trust.glass import BreakGlass
from tests.world import World

REFUSED = "row-level security"
STREET = "Wheermolen-Oost"


def now():
    return timezone.now()


def in_days(count: int):
    return timezone.localdate() + timedelta(days=count)


def broken(world: World, *, name="riet  KUIPER", place=STREET, reason="Ze roept om hulp.", who="yusuf"):
    with world.acting(who):
        return seek(name=name, place=place, reason=reason, by=world.people[who], hat=world.hats.get(who), at=now())


def behind(world: World, glass: BreakGlass):
    return read_behind(glass_id=glass.id, by=world.yusuf, hat=world.hats["yusuf"], at=now())

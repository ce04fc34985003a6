"""Whatever was written when, and for what: the run deletes just what a plain statement of the terms says."""

from datetime import datetime, timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from django.utils.timezone import localdate
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from nabij.moments.models import Moment
from nabij.trust.acting import acting_as, office
from nabij.trust.grounds import hold
from nabij.trust.models import Circle, Purpose
from nabij.trust.retention import forget
from tests.conftest import owner
from tests.world import World

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
# Around the terms of these purposes, and never on the very day.
ages = st.integers(0, 1100).filter(lambda days: min(abs(days - term) for term in (365, 366, 730, 731)) > 2)
moments = st.lists(st.tuples(ages, st.sampled_from(["samen-helpen", "eigen-verhaal", "zelf-onthouden"])), max_size=6)


def stays(noted: datetime, purpose: Purpose, *, last: datetime, now: datetime) -> bool:
    """The rule in plain words: so many months after it was written, or after the last moment of its circle."""
    counts = noted if purpose.counts_from == "written" else max(noted, last)
    return counts >= now - purpose.keep_months * 30.4375 * DAY


def left_of(several: list, purposes: dict[str, Purpose], *, now: datetime) -> list:
    """What is left of a circle's moments (age, purpose): the last one is the last of those that are still there."""
    last = max((now - age * DAY for age, _key in several), default=now)
    left = [(age, key) for age, key in several if stays(now - age * DAY, purposes[key], last=last, now=now)]
    return left if left == several else left_of(left, purposes, now=now)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=moments, second=moments, held=st.booleans())
@example(first=[], second=[(369, "samen-helpen"), (734, "eigen-verhaal")], held=False)
def test_what_stays_is_what_the_terms_say(world: World, first: list, second: list, held: bool) -> None:
    now = timezone.now()
    with transaction.atomic():
        expected = set()
        circles = [(world.riets_story.circle_id, first, held), (world.kims_story.circle_id, second, False)]
        with owner():
            Circle.objects.update(made_at=now - 1100 * DAY)
            purposes = {one.key: one for one in Purpose.objects.all()}
            for circle, several, kept in circles:
                for age, key in several:
                    at = now - age * DAY
                    made = Moment.objects.create(
                        circle_id=circle, author=world.kim, happened_at=at, noted_at=at, line="Iets.", purpose_id=key
                    )
                    if kept or (age, key) in left_of(several, purposes, now=now):
                        expected.add(made.id)
        if held:
            with acting_as(office("beheer")):
                hold(why="x", by_name="y", until=localdate(now + 30 * DAY), at=now, circle=world.riets_story.circle_id)
        report = forget(at=now)
        with owner():
            assert set(Moment.objects.values_list("id", flat=True)) == expected
        assert report.left == {}
        assert forget(at=now).lines == []
        transaction.set_rollback(True)

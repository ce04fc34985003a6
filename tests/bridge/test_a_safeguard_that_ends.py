"""Whose VOG or training ends soon hears so in time, and so does whoever saw it; once, and by a letter without words."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils.timezone import localdate, make_aware

from nabij.bridge.safeguard_reminding import remind
from nabij.bridge.safeguards import Safeguard
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from tests.bridge.street import AT, Street
from tests.conftest import owner

pytestmark = pytest.mark.django_db
TODAY = localdate(AT)
SIX_WEEKS = timedelta(weeks=6)


def at_noon(day: date) -> datetime:
    return make_aware(datetime.combine(day, time(12)))


def reminded(day: date) -> int:
    with acting_as(office("reminders")):
        return remind(at=at_noon(day))


@pytest.fixture
def street() -> Street:
    made = Street()
    for name in ("Jan Groen", "Marieke Bos", "Bep Oud"):
        made.person(name)
    return made


def seen(street: Street, kind: str, *, until: date | None) -> Safeguard:
    """That Marieke saw something of Jan; the rules about who may note it have tests of their own."""
    both = {"person": street.people["jan"], "seen_by": street.people["marieke"]}
    with owner():
        return Safeguard.objects.create(kind=kind, valid_until=until, at=AT, **both)


def test_both_hear_it_six_weeks_before_and_once(street: Street) -> None:
    ends = TODAY + timedelta(days=90)
    vog = seen(street, "vog", until=ends)
    assert [reminded(ends - SIX_WEEKS + timedelta(days=days)) for days in (-1, 0, 1, 40)] == [0, 2, 0, 0]
    for name in ("jan", "marieke"):
        with street.acting(name):
            letter = Letter.objects.get(about_kind="safeguard_ends")
            assert (letter.kind, letter.about_id, letter.reader, letter.words) == (
                "notice",
                vog.id,
                street.people[name],
                "",
            )
    with street.acting("bep"):
        assert not Letter.objects.exists()


def test_what_holds_for_good_or_was_seen_anew_is_left_alone(street: Street) -> None:
    seen(street, "training", until=None)
    seen(street, "vog", until=TODAY + timedelta(days=20))
    seen(street, "vog", until=TODAY + timedelta(days=400))
    assert reminded(TODAY) == 0
    assert reminded(TODAY + timedelta(days=390)) == 2, "the newer one comes in its own time"


def test_who_cannot_log_in_gets_no_letter_and_the_other_does(street: Street) -> None:
    seen(street, "vog", until=TODAY + timedelta(days=5))
    with owner():
        street.people["jan"].account.delete()
    assert reminded(TODAY) == 1
    with street.acting("marieke"):
        assert Letter.objects.get().reader == street.people["marieke"]

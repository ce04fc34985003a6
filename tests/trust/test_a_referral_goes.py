"""A referral goes a year after its last step, with all that hangs on it; and with whoever it is about or who asked."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from nabij.bridge.models import Receiver, Referral, ReferralStep, Thanks
from nabij.bridge.referring import Said, Words, refer, step, thank, to_hat
from nabij.memory.forgetting import forget
from nabij.people.verbs import put_on
from nabij.post.requests import ask, reply
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Request
from nabij.trust.retention import forget as forget_in_time
from tests.conftest import owner
from tests.trust.aging import older
from tests.world import World

TABLES = ("bridge_receiver", "bridge_referral", "bridge_referralstep", "bridge_thanks")
NOW = timezone.now()


@pytest.fixture
def thanked(world: World) -> Referral:
    with world.acting("jan"):
        said = Said(what="Wie leest de brief mee?", ground="Ze zei ja.")
        made = refer(about=world.riet, whom=to_hat(world.hats["yusuf"]), said=said, by=world.jan, at=NOW)
    with world.acting("yusuf"):
        step(referral=made, state="accepted", by=world.yusuf, at=NOW, words=Words(hears_by=in_a_week()))
        thank(referral=made, to=world.jan.id, words="Dank.", by=world.yusuf, at=NOW)
    return made


def in_a_week():
    return timezone.localdate() + timedelta(days=7)


def left() -> list[int]:
    with owner():
        return [model.objects.count() for model in (Receiver, Referral, ReferralStep, Thanks)]


def test_it_goes_a_year_after_its_last_step(world: World, thanked: Referral) -> None:
    older(timedelta(days=370), tables=("bridge_referral",))
    forget_in_time(at=NOW)
    assert left() == [1, 1, 3, 1]
    older(timedelta(days=360), tables=TABLES)
    forget_in_time(at=NOW)
    assert left() == [1, 1, 3, 1]
    older(timedelta(days=10), tables=TABLES)
    report = forget_in_time(at=NOW)
    assert (left(), {one.table for one in report.lines} >= set(TABLES)) == ([0, 0, 0, 0], True)


def erase(world: World, name: str) -> None:
    """Asked by somebody themselves, granted and done by whoever answers for them."""
    with world.acting(name):
        asked = ask(kind="erase", person=world.people[name], by=world.people[name], at=NOW)
    who = next(key for key, one in world.people.items() if one.id == asked.answerer_id)
    with world.acting(who):
        reply(request=asked, kind="granted", words="", by=world.people[who], at=NOW)
        forget(request=Request.objects.get(id=asked.id), by=world.people[who], at=NOW)


def test_it_goes_with_whom_it_is_about(world: World, thanked: Referral) -> None:
    erase(world, "riet")
    assert left() == [0, 0, 0, 0]


def test_of_who_was_asked_the_name_goes(world: World, thanked: Referral) -> None:
    with acting_as(office("beheer")):
        put_on(person=world.loes, role="privacycontact", formal=True, since=date(2025, 1, 1))
    erase(world, "yusuf")
    with world.acting("jan"):
        assert set(thanked.steps.values_list("who_name", flat=True)) == {"Jan Groen", "iemand"}
        assert list(thanked.receivers.values_list("name", flat=True)) == ["iemand"]
    assert left() == [1, 1, 3, 0]

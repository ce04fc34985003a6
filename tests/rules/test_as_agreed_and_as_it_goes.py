"""How it went beside what is agreed comes out as counts above a threshold, of one quarter as it stood when it ended."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from nabij.bridge.agreements import Agreement, AgreementParty, Signature
from nabij.bridge.models import Ask, AskEnding, Asker, Receiver, Referral, ReferralStep
from nabij.bridge.practice import quarter_before
from nabij.people.models import Group, Hat, Neighbourhood
from nabij.trust.acting import NOBODY, acting_as, administrator, office, person
from nabij.trust.models import Limit, Request
from tests.conftest import owner
from tests.world import World

HERE = "BU04390302"
SENDERS = ("marieke", "jan", "fatima")
TEAM = ("yusuf", "loes", "kim")


def day_of(month: int, day: int) -> date:
    """A day of the first, second or third month of the quarter that is counted now."""
    first, _last = quarter_before(timezone.localdate())
    return first.replace(month=first.month + month - 1, day=day)


def noon(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(12)))


class Quarter:
    """Referrals and asks of the quarter that is over, put there past the rules."""

    def __init__(self, world: World) -> None:
        self.world = world
        with owner():
            self.here = Neighbourhood.objects.get(code=HERE)
            self.team = Group.objects.create(name="Wijkteam", kind="team", formal=True, neighbourhood=self.here)
            for name in TEAM:
                worn: dict[str, Any] = {"since": date(2020, 1, 1), "granted_by": world.marieke, "group": self.team}
                Hat.objects.create(person=world.people[name], role="teamlid", formal=True, **worn)

    def refer(
        self, many: int, *, by: Iterable[str] = SENDERS, days: int | None = 2, on: date | None = None, **more: Any
    ):
        """So many, by these in turn, answered after so many days where five were agreed."""
        names, at, made = list(by), noon(on or day_of(2, 3)), []
        with owner():
            for number in range(many):
                who = self.world.people[names[number % len(names)]]
                said: dict[str, Any] = {"kind": "walk", "neighbourhood": self.here, "at": at, "agreed": True} | more
                one = Referral.objects.create(about=self.world.riet, by=who, what="Wandelen", ground="Ja.", **said)
                Receiver.objects.create(referral=one, group=self.team, name="Wijkteam", at=at)
                step: dict[str, Any] = {"referral": one, "who": who, "hears_by": at.date() + timedelta(days=5)}
                ReferralStep.objects.create(number=1, state="requested", at=at, **step)
                if days is not None:
                    step["who"] = self.world.yusuf
                    ReferralStep.objects.create(number=2, state="accepted", at=at + timedelta(days=days), **step)
                made.append(one)
        return made

    def ask(self, many: int, *, ending: str = "met") -> None:
        at = noon(day_of(1, 9))
        with owner():
            for number in range(many):
                who = self.world.people[SENDERS[number % 3]]
                one = Ask.objects.create(neighbourhood=self.here, line="Wie gaat mee?", kinds=["walk"], at=at)
                Asker.objects.create(ask=one, about=who, asked_by=who, at=at)
                AskEnding.objects.create(ask=one, kind=ending, by=who, at=at)

    def said(self, actor: Any = None, *, place: str = HERE) -> dict[str, int]:
        with acting_as(actor or person(self.world.jan.id)), connection.cursor() as cursor:
            cursor.execute("select part, n from trust.as_it_goes(%s) where kind = 'walk'", [place])
            return dict(cursor.fetchall())


@pytest.fixture
def quarter(world: World) -> Quarter:
    return Quarter(world)


def test_fewer_than_five_or_of_fewer_than_three_people_never_come_out(quarter: Quarter) -> None:
    quarter.refer(4)
    assert quarter.said() == {}, "four"
    quarter.refer(1)
    assert quarter.said() == {"work": 5, "in_time": 5}
    with owner():
        Referral.objects.all().delete()
    quarter.refer(8, by=["marieke", "jan"])
    assert quarter.said() == {}, "two who asked: each takes off their own and is left with the other's"
    with owner():
        Referral.objects.all().delete()
        Hat.objects.filter(group=quarter.team, person=quarter.world.kim).delete()
    quarter.refer(8)
    assert quarter.said() == {}, "two who could answer: it would be a count of one of them, for the other"


def test_only_who_lives_or_works_there_reads_it(quarter: Quarter) -> None:
    quarter.refer(6)
    world = quarter.world
    for name in ("riet", "jan", "marieke"):
        assert quarter.said(person(world.people[name].id)) == {"work": 6, "in_time": 6}, name
    for other in (NOBODY, administrator(world.kim.id), office("post")):
        assert quarter.said(other) == {}
    with owner():
        Hat.objects.filter(person=world.kim).delete()
    assert quarter.said(person(world.kim.id)) == {}, "she lives elsewhere"


def test_it_stands_as_it_stood_when_the_quarter_ended(quarter: Quarter) -> None:
    _first, last = quarter_before(timezone.localdate())
    made = quarter.refer(6, days=None, on=last)
    quarter.refer(6, on=last + timedelta(days=1))
    assert quarter.said() == {"work": 6}, "asked on the last day; there is time left to answer"
    with owner():
        for one in made:
            step: dict[str, Any] = {"referral": one, "who": quarter.world.yusuf, "outcome": "deels"}
            ReferralStep.objects.create(number=2, state="completed", at=timezone.now(), **step)
    assert quarter.said() == {"work": 6}, "what was said since counts for nothing"


def test_what_came_late_or_not_is_said_beside_what_came_in_time(quarter: Quarter) -> None:
    quarter.refer(7)
    quarter.refer(5, days=9)
    quarter.refer(5, days=None)
    assert quarter.said() == {"work": 17, "in_time": 7, "later": 10}


def test_no_small_rest_can_be_worked_out(quarter: Quarter) -> None:
    quarter.refer(7)
    quarter.refer(3, days=9)
    quarter.ask(5)
    found = quarter.said()
    assert found == {"in_time": 7, "work": 10, "near": 5, "met": 5} or "near" not in found
    assert "later" not in found
    assert not {"near", "work"} <= set(found), "ten and five asked, seven in time and five met would leave three"


def test_limited_and_mistaken_ones_do_not_count_and_a_place_with_its_own_agreement_counts_apart(
    quarter: Quarter,
) -> None:
    first, second, *_rest = quarter.refer(6)
    world = quarter.world
    with owner():
        Referral.objects.filter(id=first.id).update(story_key=world.riets_story.id)
    limited(world)
    assert quarter.said() == {"work": 5, "in_time": 5}
    assert quarter.said(place="GM0439") == {"work": 5, "in_time": 5}, "what lies in it counts with it"
    with owner():
        made = Agreement.objects.create(
            neighbourhood=quarter.here, number=1, review_on=date(2099, 1, 1), at=noon(date(2020, 1, 1))
        )
        party = AgreementParty.objects.create(agreement=made, group=quarter.team)
        Signature.objects.create(party=party, at=noon(date(2020, 1, 2)))
    assert quarter.said(place="GM0439") == {} and quarter.said() == {"work": 5, "in_time": 5}
    with owner():
        ReferralStep.objects.create(
            referral=second, number=3, state="entered-in-error", who=world.jan, at=noon(day_of(3, 9))
        )
    assert quarter.said() == {}


def limited(world: World) -> None:
    """Riet's story is kept from all but a few."""
    circle, day = world.riets_story.circle, timezone.localdate()
    asked: dict[str, Any] = {"kind": Request.Kind.LIMIT, "made_at": timezone.now(), "answer_by": day}
    names = {"person_name": "Riet", "noted_by": world.riet, "answerer": world.marieke, "answerer_name": "Marieke"}
    with owner():
        made = Request.objects.create(person=world.riet, **asked, **names)
        Limit.objects.create(request=made, circle=circle, person=world.riet, at=timezone.now())


def test_the_quarter_before() -> None:
    assert quarter_before(date(2026, 11, 22)) == (date(2026, 7, 1), date(2026, 9, 30))
    assert quarter_before(date(2026, 1, 1)) == (date(2025, 10, 1), date(2025, 12, 31))
    assert quarter_before(date(2026, 4, 30)) == (date(2026, 1, 1), date(2026, 3, 31))

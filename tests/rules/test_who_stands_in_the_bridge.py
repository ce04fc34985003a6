"""Who stands in for somebody who is away sees and does in the bridge what must go on; no more, and no longer."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from nabij.bridge.asking import ask, end_ask
from nabij.bridge.asks import Ask, AskEnding, Asker
from nabij.bridge.introducing import answer, propose
from nabij.bridge.introductions import Introduction, IntroductionAnswer, IntroductionOutcome, Side
from nabij.bridge.referral_reading import waiting
from nabij.bridge.referrals import Referral, ReferralStep
from nabij.bridge.referring import Said, Whom, Words, refer, step
from nabij.bridge.telling import asked_of
from nabij.memory.standing_in import be_back, go_away, standing_in
from nabij.people.models import Neighbourhood
from nabij.people.verbs import note_person, put_on
from nabij.trust.acting import acting_as, office
from tests.web.asking import logged_in
from tests.world import World

pytestmark = pytest.mark.django_db
REFUSED = "row-level security"


def now() -> Any:
    return timezone.now()


def here() -> Neighbourhood:
    return Neighbourhood.objects.get(code="BU04390302")


def today() -> Any:
    return timezone.localdate()


def away(world: World, name: str, *, stand_in: str = "yusuf") -> Any:
    with world.acting(name):
        days = {"starts": today(), "ends": today() + timedelta(days=5)}
        return go_away(by=world.people[name], at=now(), stand_in=world.people[stand_in], **days).absence


def back(world: World, absence: Any, name: str) -> None:
    with world.acting(name):
        be_back(absence=absence, by=world.people[name], at=now())


def sees(world: World, name: str, table: Any) -> int:
    with world.acting(name):
        return int(table.objects.count())


def test_an_ask_for_another_goes_on_with_whoever_stands_in(world: World) -> None:
    with world.acting("marieke"):
        shared: dict[str, Any] = {"neighbourhood": here(), "by": world.marieke, "at": now()}
        for_els = note_person(name="Els Zonder", by=world.marieke, at=now())
        theirs = ask(line="Wie leest de krant voor?", about=for_els, **shared)
        ask(line="Wie past op mijn kat?", **shared)
    assert (sees(world, "yusuf", Asker), sees(world, "fatima", Asker)) == (0, 0)
    absence = away(world, "marieke")
    with world.acting("yusuf"):
        assert [one.ask_id for one in Asker.objects.all()] == [theirs.id], "and not what she asks for herself"
        (there,) = standing_in(by=world.yusuf, today=today())
        assert there.asks == [theirs]
    assert sees(world, "fatima", Asker) == 0
    with world.acting("fatima"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        AskEnding.objects.create(ask=theirs, kind="met", by=world.fatima, at=now())
    back(world, absence, "marieke")
    assert sees(world, "yusuf", Asker) == 0, "it ends with the absence"
    with world.acting("yusuf"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        AskEnding.objects.create(ask=theirs, kind="met", by=world.yusuf, at=now())
    away(world, "marieke")
    with world.acting("yusuf"):
        assert end_ask(ask=Ask.objects.get(id=theirs.id), kind="met", by=world.yusuf, at=now())
    assert sees(world, "yusuf", Asker) == 0, "what is over needs nobody"


def test_who_stands_in_for_a_coordinator_knows_who_asks_as_far_as_they_did(world: World) -> None:
    with acting_as(office("beheer")):
        role: dict[str, Any] = {"role": "coördinator", "formal": True, "since": today() - timedelta(days=9)}
        put_on(person=world.fatima, neighbourhood=here(), open=True, **role)
    with world.acting("riet"):
        shared: dict[str, Any] = {"neighbourhood": here(), "by": world.riet, "at": now()}
        known = ask(line="Wie zet een lamp neer?", to_coordinator=True, **shared)
        ask(line="Wie zet een stoel neer?", **shared)
    assert (sees(world, "fatima", Asker), sees(world, "yusuf", Asker)) == (1, 0)
    absence = away(world, "fatima")
    with world.acting("yusuf"):
        assert [one.ask_id for one in Asker.objects.all()] == [known.id]
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            AskEnding.objects.create(ask=known, kind="met", by=world.yusuf, at=now())
    back(world, absence, "fatima")
    assert sees(world, "yusuf", Asker) == 0


def test_a_referral_is_answered_by_whoever_stands_in_and_waits_again_for_who_is_back(world: World) -> None:
    with world.acting("jan"):
        said = Said(what="Een brief lezen", ground="Ze zei ja.")
        made = refer(
            about=world.riet, whom=Whom(name="Marieke", person=world.marieke), said=said, by=world.jan, at=now()
        )
    assert (sees(world, "yusuf", Referral), sees(world, "fatima", Referral)) == (0, 0)
    absence = away(world, "marieke")
    assert (sees(world, "yusuf", Referral), sees(world, "fatima", Referral)) == (1, 0)
    words = Words(hears_by=today() + timedelta(days=7))
    with world.acting("fatima"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        row: dict[str, Any] = {"state": "accepted", "who": world.fatima, "who_name": world.fatima.called, "number": 3}
        ReferralStep.objects.create(referral=made, hears_by=words.hears_by, at=now(), **row)
    with world.acting("yusuf"):
        assert [one.id for one in waiting(by=world.yusuf)] == [made.id]
        step(referral=Referral.objects.get(), state="accepted", by=world.yusuf, at=now(), words=words)
    back(world, absence, "marieke")
    assert sees(world, "yusuf", Referral) == 0
    with world.acting("marieke"):
        assert [one.id for one in waiting(by=world.marieke)] == [made.id], "it is hers again"
    with acting_as(office("reminders")):
        assert asked_of(Referral.objects.get()) == [world.marieke.id]


def test_what_is_done_or_lies_elsewhere_is_not_shown_to_a_stand_in(world: World) -> None:
    with world.acting("jan"):
        shared: dict[str, Any] = {"about": world.riet, "by": world.jan, "at": now()}
        marieke, fatima = (Whom(name=name, person=world.people[name]) for name in ("marieke", "fatima"))
        done = refer(whom=marieke, said=Said(what="Is klaar", ground="Ja."), **shared)
        refer(whom=fatima, said=Said(what="Bij Fatima", ground="Ja."), **shared)
    with world.acting("marieke"):
        words = Words(code="geen-plek", reason="Vol.", alternative="De bieb.")
        step(referral=done, state="rejected", by=world.marieke, at=now(), words=words)
    away(world, "marieke")
    assert sees(world, "yusuf", Referral) == 0


def test_an_introduction_is_heard_of_by_whoever_stands_in(world: World) -> None:
    with world.acting("marieke"):
        shared: dict[str, Any] = {"by": world.marieke, "at": now(), "hat": world.hats["marieke"]}
        made = propose(one=world.riet, other=world.jan, why="Jullie breien allebei", **shared)
    with world.acting("riet"):
        answer(side=Side.objects.get(person=world.riet), kind="yes", by=world.riet, at=now())
    tables = (Introduction, Side, IntroductionAnswer)
    assert [sees(world, "yusuf", table) for table in tables] == [0, 0, 0]
    absence = away(world, "marieke")
    assert [sees(world, "yusuf", table) for table in tables] == [1, 2, 1]
    assert [sees(world, "fatima", table) for table in tables] == [0, 0, 0]
    with world.acting("yusuf"):
        (there,) = standing_in(by=world.yusuf, today=today())
        assert [(it, str(it.one.first_name), it.other.first_name) for it in there.introductions] == [
            (made, "Riet", "Jan")
        ]
        jans = Side.objects.get(person=world.jan)
        answer(side=jans, kind="later", by=world.yusuf, at=now(), via="phone")
    back(world, absence, "marieke")
    assert [sees(world, "yusuf", table) for table in tables] == [0, 0, 0]


def test_an_introduction_is_taken_back_by_whoever_stands_in(world: World) -> None:
    with world.acting("marieke"):
        shared: dict[str, Any] = {"by": world.marieke, "at": now(), "hat": world.hats["marieke"]}
        made = propose(one=world.riet, other=world.jan, why="Jullie breien allebei", **shared)
    off: dict[str, Any] = {"introduction_id": made.id, "kind": "off", "at": now()}
    away(world, "marieke")
    with world.acting("fatima"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        IntroductionOutcome.objects.create(**off)
    assert logged_in(world, "yusuf").post(f"/kennismakingen/{made.id}/einde/").status_code == 302
    with world.acting("marieke"):
        assert IntroductionOutcome.objects.get().kind == "off"

"""A hat whose proof has run out, or that was taken off, opens nothing: decided in SQL, so that it bites everywhere."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from nabij.people.granting import ProofMissing, RunOut, SeenTomorrow, Shown, grant
from nabij.people.models import Duty, Hat, HatRule, Person, Proof
from nabij.people.own import ProofNeeded, put_on_own
from nabij.people.reading import area
from nabij.people.running_out import running_out
from nabij.people.verbs import put_on, take_duty
from nabij.stories.caring import share
from nabij.stories.sealing import answer_as_second, seal
from nabij.stories.seals import SealKeeper
from nabij.trust import administering
from nabij.trust.acting import acting_as, office
from nabij.trust.requesting import privacy_contact
from nabij.trust.verbs import introduce
from tests.conftest import owner
from tests.world import AT, World

TODAY = timezone.localdate


def rule(role: str = "wijkverpleegkundige", since: date | None = None) -> None:
    with acting_as(office("beheer")):
        administering.require_proof(role=role, kind="vog", since=since or TODAY(), by=None, at=AT)


def shown(hat: Hat, until: date | None, seen: date | None = None) -> None:
    with acting_as(office("beheer")):
        Proof.objects.create(hat=hat, kind="vog", seen_on=seen or TODAY() - timedelta(days=400), valid_until=until)


def worn(world: World, name: str) -> bool:
    """As the database says it to whoever wears it, and as a list of hats says it."""
    with world.acting(name), connection.cursor() as cursor:
        cursor.execute("select trust.my_hats()")
        in_sql = world.hats[name].id in cursor.fetchone()[0]
        listed = Hat.objects.worn_on(TODAY()).filter(id=world.hats[name].id).exists()
    assert in_sql is listed
    return in_sql


@pytest.mark.parametrize(
    "until, holds",
    [(None, True), (timedelta(days=0), True), (timedelta(days=5), True), (timedelta(days=-1), False)],
)
def test_it_is_worn_until_the_last_day_of_its_proof(world: World, until: timedelta | None, holds: bool) -> None:
    rule()
    shown(world.hats["yusuf"], None if until is None else TODAY() + until)
    assert worn(world, "yusuf") is holds
    assert worn(world, "marieke"), "a hat of another role needs nothing"


def test_without_any_proof_it_is_worn_until_the_rule_begins(world: World) -> None:
    rule(since=TODAY() + timedelta(days=1))
    assert worn(world, "yusuf")
    with owner():
        HatRule.objects.update(since=TODAY(), role="WIJKVERPLEEGKUNDIGE")
    assert not worn(world, "yusuf")


def test_a_new_proof_makes_up_for_the_old_one(world: World) -> None:
    rule()
    shown(world.hats["yusuf"], TODAY() - timedelta(days=1))
    assert not worn(world, "yusuf")
    shown(world.hats["yusuf"], TODAY() + timedelta(days=1))
    assert worn(world, "yusuf")


def test_a_rule_of_one_neighbourhood_holds_there_alone(world: World) -> None:
    near = world.hats["yusuf"].neighbourhood
    with acting_as(office("beheer")):
        for place in (near.parent, near):
            administering.require_proof(
                role="wijkverpleegkundige", kind="vog", since=TODAY(), neighbourhood=place, by=None, at=AT
            )
    with owner():
        HatRule.objects.filter(neighbourhood=near).update(until=TODAY() - timedelta(days=1))
    assert worn(world, "yusuf"), "the rule of the town speaks of hats of the town"
    with owner():
        HatRule.objects.filter(neighbourhood=near).update(until=None)
    assert not worn(world, "yusuf")


def test_who_wears_it_no_more_sees_the_neighbourhood_no_more_and_is_not_seen(world: World) -> None:
    with acting_as(office("beheer")):
        Person.objects.filter(id=world.yusuf.id).update(neighbourhood=None)

    def sees() -> tuple[bool, bool]:
        with world.acting("yusuf"):
            sees_loes = Person.objects.filter(id=world.loes.id).exists()
        with world.acting("loes"):
            return sees_loes, Person.objects.filter(id=world.yusuf.id).exists()

    assert sees() == (True, True)
    rule()
    shown(world.hats["yusuf"], TODAY() - timedelta(days=1))
    assert sees() == (False, False)
    shown(world.hats["yusuf"], None)
    assert sees() == (True, True)
    with acting_as(office("beheer")):
        administering.take_off_hat(hat=world.hats["yusuf"], by=None, at=AT, why="weg")
    assert sees() == (False, False)


def test_nobody_has_duty_in_it(world: World) -> None:
    hat, now = world.hats["yusuf"], timezone.now()
    with acting_as(office("beheer")):
        hours = {"starts": now - timedelta(hours=1), "ends": now + timedelta(days=1)}
        take_duty(hat=hat, neighbourhood=hat.neighbourhood, phone="0299", **hours)
    with world.acting("riet"):
        assert Duty.objects.on(now).exists()
        assert area(code=hat.neighbourhood_id, at=now).duty
    with acting_as(office("beheer")):
        administering.take_off_hat(hat=hat, by=None, at=AT, why="weg")
    with world.acting("riet"):
        assert not Duty.objects.on(now).exists()


def test_nobody_puts_on_themselves_what_must_be_shown(world: World) -> None:
    rule("maatje")
    said = {"by": world.riet, "at": AT + timedelta(days=9), "can": "", "cannot": "", "neighbourhood": None}
    with world.acting("riet"):
        assert put_on_own(role="buurvrouw", open=False, **said)
        with pytest.raises(ProofNeeded):
            put_on_own(role=" Maatje ", open=False, **said)


def test_a_grant_needs_a_proof_that_was_seen_and_holds(world: World) -> None:
    rule("maatje")
    now = timezone.now()
    said = {"person": world.kim, "role": "maatje", "formal": False, "at": now}
    with acting_as(office("beheer")):
        for proofs, why in (
            ([], ProofMissing),
            ([Shown("training", TODAY())], ProofMissing),
            ([Shown("vog", TODAY() + timedelta(days=1))], SeenTomorrow),
            ([Shown("vog", TODAY() - timedelta(days=9), TODAY() - timedelta(days=1))], RunOut),
        ):
            with pytest.raises(why):
                grant(proofs=proofs, **said)
        assert not Hat.objects.filter(person=world.kim).exists(), "nothing of a refused grant stays"
        assert grant(proofs=[Shown("vog", TODAY(), TODAY())], **said).proofs.count() == 1


def test_it_is_told_six_weeks_before_and_not_when_a_newer_one_holds(world: World) -> None:
    for days, told in ((43, False), (42, True), (-3, True)):
        with owner():
            Proof.objects.all().delete()
        shown(world.hats["yusuf"], TODAY() + timedelta(days=days))
        with world.acting("yusuf"):
            found = running_out(today=TODAY(), of=world.yusuf)
        assert [one.over for one in found] == ([days < 0] if told else [])
        with world.acting("riet"):
            assert running_out(today=TODAY(), of=world.riet) == []
    shown(world.hats["yusuf"], None)
    with world.acting("yusuf"):
        assert running_out(today=TODAY(), of=world.yusuf) == []


def test_a_hat_that_was_taken_off_keeps_nothing_hears_no_concern_and_answers_no_request(world: World) -> None:
    day = timezone.localdate()
    with acting_as(office("beheer")):
        contact = put_on(person=world.loes, role="privacycontact", formal=True, since=date(2025, 1, 1))
        nurse = world.hats["yusuf"]
    with world.acting("riet"):
        introduce(person=world.riet, to=world.yusuf, by=world.riet, at=AT)
        share(to=nurse, words="Zorg.", by=world.riet, at=AT)
        found = privacy_contact()
        assert found and found.id == world.loes.id
    with world.acting("marieke"):
        said = {"words": "Dicht.", "reason": "Overleg.", "second": world.yusuf, "review_on": day + timedelta(days=9)}
        kept = seal(story=world.riets_story, by=world.marieke, at=timezone.now(), **said)
    with world.acting("yusuf"):
        seat = SealKeeper.objects.get(person=world.yusuf)
        answer_as_second(keeper=seat, yes=True, by=world.yusuf, at=timezone.now())
    assert not has_left(world, seat)
    with acting_as(office("beheer")):
        for hat in (contact, nurse):
            administering.take_off_hat(hat=hat, by=None, at=AT, why="Verhuisd.")
    assert has_left(world, seat), "the other may ask somebody else now"
    with world.acting("riet"):
        assert privacy_contact() is None
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            share(to=nurse, words="Zorg.", by=world.riet, at=AT)
    with world.acting("marieke"):
        with pytest.raises((DatabaseError, ValueError)), transaction.atomic():
            seal(story=world.riets_story, by=world.marieke, at=timezone.now(), **said)
        assert SealKeeper.objects.filter(note=kept).count() == 2


def has_left(world: World, seat: SealKeeper) -> bool:
    with world.acting("marieke"), connection.cursor() as cursor:
        cursor.execute("select trust.has_left_seal(%s)", [seat.id])
        return bool(cursor.fetchone()[0])

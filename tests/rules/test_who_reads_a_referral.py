"""A referral is read by who asked, whom it is about and who is asked; and goes as the table of states allows."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from nabij.bridge.lifecycle import State
from nabij.bridge.models import Receiver, Referral, ReferralStep, Thanks
from nabij.bridge.referrals import onward_of
from nabij.bridge.referring import (
    AlternativeNeeded,
    ClosedAlready,
    DayNeeded,
    NotAgreed,
    NothingReferred,
    NothingThanked,
    NotNow,
    OutcomeNeeded,
    Said,
    WhyNeeded,
    Words,
    pass_on,
    refer,
    step,
    thank,
    to_group,
    to_hat,
)
from nabij.bridge.telling import remind, tell, tell_thanks
from nabij.people.models import Group, Hat, Neighbourhood, Person
from nabij.people.verbs import note_birth, note_parent, note_person, put_on
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Trace
from nabij.trust.verbs import note_in
from tests.world import World

REFUSED = "row-level security"
SAID = Said(
    what="Wie kijkt mee naar de aanmaning?",
    lived="Ze maakt de post niet meer open.",
    known="Bewind is in 2024 gestopt.",
    ground="Riet zei ja aan tafel.",
)
NO = Words(code="geen-plek", reason="Er is nu geen plek.", alternative="Het spreekuur op dinsdag.")


def now():
    return timezone.now()


def soon() -> date:
    return timezone.localdate() + timedelta(days=7)


def hear() -> None:
    """What the worker does after each step."""
    with acting_as(office("reminders")):
        for one in ReferralStep.objects.order_by("id"):
            tell(step_id=one.id, at=now())


def told(name: str, world: World, kind: str) -> int:
    with world.acting(name):
        return Letter.objects.filter(reader=world.people[name], about_kind=kind, words="").count()


@pytest.fixture
def sent(world: World) -> Referral:
    """Jan, the neighbour, asks Yusuf of the district nursing, who does not read Riet's story."""
    with world.acting("jan"):
        return refer(about=world.riet, whom=to_hat(world.hats["yusuf"]), said=SAID, by=world.jan, at=now())


def seen(world: World, *names: str) -> dict[str, tuple[int, ...]]:
    counts: dict[str, tuple[int, ...]] = {}
    for name in names:
        with world.acting(name):
            counts[name] = tuple(model.objects.count() for model in (Referral, Receiver, ReferralStep))
    return counts


def test_who_asked_whom_it_is_about_and_who_is_asked_read_it_and_nobody_else(world: World, sent: Referral) -> None:
    everybody = seen(world, "jan", "riet", "yusuf", "marieke", "fatima", "loes", "kim")
    assert everybody == {
        **dict.fromkeys(("jan", "riet", "yusuf"), (1, 1, 2)),
        **dict.fromkeys(("marieke", "fatima", "loes", "kim"), (0, 0, 0)),
    }
    with world.acting("yusuf"):
        there: Any = Referral.objects.as_they_stand().get()
        assert (there.what, there.lived, there.known, there.by_name) == (SAID.what, SAID.lived, SAID.known, "Jan Groen")
        assert there.state == State.REQUESTED and there.hears_by > timezone.localdate()
        assert not Person.objects.filter(id=world.riet.id).exists()  # What was sent, and no more.
        assert Person.objects.filter(id=world.jan.id).exists()
    with world.acting("marieke"):
        assert not Trace.objects.filter(what="refer").exists()


def test_one_asks_in_ones_own_name_about_whom_one_knows(world: World) -> None:
    whom = to_hat(world.hats["yusuf"])
    with world.acting("jan"):
        for about, by in ((world.kim, world.jan), (world.riet, world.fatima)):
            with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                refer(about=about, whom=whom, said=SAID, by=by, at=now())
        with pytest.raises(NothingReferred):
            refer(about=world.riet, whom=whom, said=Said(what=" ", ground="Ja."), by=world.jan, at=now())
        with pytest.raises(NotAgreed):
            refer(about=world.riet, whom=whom, said=Said(what="Help"), by=world.jan, at=now())
        one, two = (refer(about=world.riet, whom=whom, said=SAID, by=world.jan, at=now()) for _time in "12")
        assert one == two and Referral.objects.count() == 1
    with world.acting("riet"):  # The resident herself, the other way round.
        own = refer(about=world.riet, whom=whom, said=Said(what="Kunt u bellen?"), by=world.riet, at=now())
        assert Referral.objects.count() == 2 and own.steps.count() == 2


def test_it_goes_as_the_table_says_and_each_on_their_own_side(world: World, sent: Referral) -> None:
    carry = Words(hears_by=soon())
    with world.acting("jan"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        step(referral=sent, state="accepted", by=world.jan, at=now(), words=carry)
    with world.acting("fatima"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        made = {"number": 3, "state": "cancelled", "code": "anders", "reason": "Nee.", "at": now()}
        ReferralStep.objects.create(referral=sent, who=world.fatima, who_name="Fatima El Amrani", **made)
    with world.acting("yusuf"):
        with pytest.raises(NotNow):
            step(referral=sent, state="completed", by=world.yusuf, at=now(), words=Words(outcome="deels"))
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            made = {"number": 3, "state": "completed", "outcome": "deels", "who": world.yusuf, "at": now()}
            ReferralStep.objects.create(referral=sent, who_name="Yusuf Demir", **made)
        with pytest.raises(DayNeeded):
            step(referral=sent, state="accepted", by=world.yusuf, at=now())
        for half in (Words(), Words(code="geen-plek"), Words(reason="Vol.")):
            with pytest.raises(WhyNeeded):
                step(referral=sent, state="rejected", by=world.yusuf, at=now(), words=half)
        with pytest.raises(AlternativeNeeded):
            step(
                referral=sent, state="rejected", by=world.yusuf, at=now(), words=Words(code="geen-plek", reason="Vol.")
            )
        step(referral=sent, state="accepted", by=world.yusuf, at=now(), words=carry)
        with pytest.raises(NotNow):
            step(referral=sent, state="rejected", by=world.yusuf, at=now(), words=NO)
        with pytest.raises(OutcomeNeeded):
            step(referral=sent, state="completed", by=world.yusuf, at=now())
        step(referral=sent, state="completed", by=world.yusuf, at=now(), words=Words(outcome="hulp-gekregen"))
        with pytest.raises(ClosedAlready):
            step(referral=sent, state="on-hold", by=world.yusuf, at=now(), words=NO)
    hear()
    assert (told("jan", world, "referral_step"), told("riet", world, "referral_about")) == (1, 1)


def test_thanks_are_said_once_and_read_by_whom_they_are_for(world: World, sent: Referral) -> None:
    with world.acting("yusuf"):
        assert thank(referral=sent, to=world.jan.id, words="Fijn dat je belde.", by=world.yusuf, at=now())
        with pytest.raises(NothingThanked):
            thank(referral=sent, to=world.jan.id, words="Nog eens.", by=world.yusuf, at=now())
        with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
            thank(referral=sent, to=world.loes.id, words="Dank.", by=world.yusuf, at=now())
    with acting_as(office("reminders")):
        assert tell_thanks(thanks_id=Thanks.objects.get().id, at=now())
    assert [told(name, world, "thanks") for name in ("jan", "riet")] == [1, 0]
    for name, count in (("jan", 1), ("yusuf", 1), ("riet", 0)):
        with world.acting(name):
            assert Thanks.objects.count() == count


def test_whom_it_is_about_reads_it_first_and_sends_it_by_their_yes(world: World) -> None:
    with world.acting("jan"):
        whom = to_hat(world.hats["yusuf"])
        lain = refer(about=world.riet, whom=whom, said=SAID, by=world.jan, at=now(), first_read=True)
    hear()
    assert seen(world, "yusuf", "riet") == {"yusuf": (0, 0, 0), "riet": (1, 1, 1)}
    assert (told("riet", world, "referral_first"), told("yusuf", world, "referral")) == (1, 0)
    with world.acting("yusuf"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        ReferralStep.objects.create(
            referral=lain,
            number=2,
            state="requested",
            who=world.yusuf,
            who_name="Yusuf Demir",
            hears_by=soon(),
            at=now(),
        )
    with world.acting("riet"):
        step(referral=lain, state="requested", by=world.riet, at=now())
    hear()
    assert seen(world, "yusuf") == {"yusuf": (1, 1, 2)} and told("yusuf", world, "referral") == 1


def a_team(world: World) -> Group:
    with acting_as(office("beheer")):
        east = Neighbourhood.objects.get(code="BU04390302")
        group = Group.objects.create(name="Wijkteam Oost", kind="team", formal=True, neighbourhood=east)
        given = {"formal": True, "since": date(2025, 1, 1), "neighbourhood": east, "group": group, "open": False}
        world.hats["loes"] = put_on(person=world.loes, role="wijkteam", **given)
        Hat.objects.filter(id=world.hats["yusuf"].id).update(group=group)
        world.hats["yusuf"].refresh_from_db()
        walking = Group.objects.create(name="Samen Wandelen", kind="initiative", formal=False)
    with world.acting("fatima"):
        own = {"role": "loopt mee", "formal": False, "since": date(2025, 1, 1), "group": walking}
        Hat.objects.create(person=world.fatima, granted_by=world.fatima, **own)
    return group


def test_a_group_is_whoever_was_given_a_hat_of_it(world: World) -> None:
    group = a_team(world)
    with world.acting("jan"):
        asked = refer(about=world.riet, whom=to_group(group), said=SAID, by=world.jan, at=now())
        walkers = to_group(Group.objects.get(name="Samen Wandelen"))
        refer(about=world.riet, whom=walkers, said=SAID, by=world.jan, at=now())
    assert seen(world, "loes", "yusuf", "fatima", "marieke") == {
        "loes": (1, 1, 2),
        "yusuf": (1, 1, 2),
        "fatima": (0, 0, 0),  # Nobody gave her that hat.
        "marieke": (0, 0, 0),
    }
    hear()
    assert [told(name, world, "referral") for name in ("loes", "yusuf", "fatima")] == [1, 1, 0]
    with world.acting("loes"):
        step(referral=asked, state="accepted", by=world.loes, at=now(), words=Words(hears_by=soon()))
    with world.acting("yusuf"):
        step(referral=asked, state="completed", by=world.yusuf, at=now(), words=Words(outcome="deels"))


def test_a_refusal_is_passed_on_and_the_first_hears_the_end(world: World, sent: Referral) -> None:
    with world.acting("yusuf"):
        said = Said(what="Help met post", ground="Riet zei ja.")
        onward = pass_on(referral=sent, whom=to_hat(world.hats["loes"]), said=said, by=world.yusuf, at=now())
        assert sent.steps.latest("number").state == State.REJECTED
    with world.acting("loes"):
        step(referral=onward, state="accepted", by=world.loes, at=now(), words=Words(hears_by=soon()))
        step(referral=onward, state="completed", by=world.loes, at=now(), words=Words(outcome="hulp-gekregen"))
    hear()
    with world.acting("jan"):
        assert Referral.objects.get() == sent  # Not what Yusuf wrote to Loes: how it stands, and no more.
        lines = [(one.to_name, one.state, one.outcome) for one in onward_of(sent)]
        name = "Loes Hartman, beleidsmedewerker"
        assert lines == [(name, "requested", ""), (name, "accepted", ""), (name, "completed", "hulp-gekregen")]
        letters = Letter.objects.filter(reader=world.jan, about_kind="referral_step")
        assert {one.about_id for one in letters} == {sent.id}
    with world.acting("loes"):
        assert onward_of(sent) == []
    with world.acting("fatima"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        about = Person(id=world.kim.id, name="Kim Lansink")
        refer(about=about, whom=to_hat(world.hats["loes"]), said=said, by=world.fatima, at=now(), came_from=sent)


def test_no_answer_is_asked_again_then_of_the_stand_in_then_of_the_team(world: World) -> None:
    a_team(world)
    with acting_as(office("beheer")):
        Person.objects.filter(id=world.yusuf.id).update(stand_in=world.marieke)
    with world.acting("jan"):
        asked = refer(about=world.riet, whom=to_hat(world.hats["yusuf"]), said=SAID, by=world.jan, at=now())
        day = asked.steps.latest("number").hears_by - timezone.localdate()
    wrote = []
    for later in (-1, 0, 3, 6):
        with acting_as(office("reminders")):
            wrote.append(remind(at=now() + day + timedelta(days=later)))
    assert wrote == [0, 1, 1, 1]
    assert seen(world, "marieke", "loes") == {"marieke": (1, 3, 2), "loes": (1, 3, 2)}
    with world.acting("marieke"):
        step(referral=asked, state="accepted", by=world.marieke, at=now(), words=Words(hears_by=soon()))
    with acting_as(office("reminders")), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        Receiver.objects.create(referral=asked, person=world.kim, name="x", via="sent", at=now())


def test_two_who_answer_at_once_are_one_step(world: World, sent: Referral) -> None:
    with world.acting("yusuf"):
        step(referral=sent, state="accepted", by=world.yusuf, at=now(), words=Words(hears_by=soon()))
        with pytest.raises(DatabaseError), transaction.atomic():
            ReferralStep.objects.create(
                referral=sent, number=3, state="accepted", who=world.yusuf, who_name="Yusuf Demir",
                hears_by=soon(), at=now(),
            )  # fmt: skip
        with connection.cursor() as cursor, pytest.raises(DatabaseError), transaction.atomic():
            cursor.execute("update bridge_referralstep set state = 'completed'")


def test_of_a_child_under_twelve_a_parent_reads_it(world: World) -> None:
    with world.acting("marieke"):
        for name, years, seen in (("lin", 11, 1), ("bo", 14, 0)):
            child = world.people[name] = note_person(name=name.title(), by=world.marieke, at=now())
            born = timezone.localdate() - timedelta(days=years * 366)
            note_birth(person=child, day=born, by=world.marieke, at=now())
            note_parent(child=child, parent=world.riet, by=world.marieke, at=now())
            note_in(circle=world.riets_story.circle, person=child, at=now())
            refer(about=child, whom=to_hat(world.hats["yusuf"]), said=SAID, by=world.marieke, at=now())
            with world.acting("riet"):
                assert Referral.objects.filter(about_id=child.id).count() == seen

"""Who may ask somebody to read along, what a yes opens, and what a letter or a code alone does not."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from nabij.moments.models import Moment
from nabij.moments.verbs import note
from nabij.people.models import Account, Person, WayToReach
from nabij.people.verbs import note_person
from nabij.post import inviting, onthespot
from nabij.post.models import Letter, Link
from nabij.post.verbs import LinkExpired, LinkUsed, make_link
from nabij.stories.models import Story
from nabij.trust.acting import acting_as, link, office, person
from nabij.trust.models import Invitation, InvitationEnd, Knock, Membership, Trace
from nabij.trust.verbs import AlreadyIn, EndGone, introduce, leave, let_in
from tests.conftest import owner
from tests.world import World

ROB = {"name": "Rob Visser", "address": "rob@huis.example"}
REFUSED = "row-level security"


def ask(world: World, by: str = "marieke", **whom) -> Invitation:
    """Somebody asks by letter; without more, Rob, whom nobody here knows, and the past stays closed."""
    now = timezone.now()
    said = (ROB if not whom.get("person") else {}) | {"sees_from": now} | whom
    with world.acting(by):
        return inviting.invite(circle=world.riets_story.circle, by=world.people[by], at=now, **said)


def letter_of(invitation: Invitation) -> Link:
    with acting_as(office("post")):
        letter = Letter.objects.get(about_id=invitation.id, kind="invitation")
        token = make_link(letter=letter, expires=invitation.expires)
    with acting_as(office("door")):
        return Link.objects.of_token(token).get()


def accept(invitation: Invitation, *, login: Person | None = None, at=None, there: Link | None = None) -> Person:
    there = there or letter_of(invitation)
    with acting_as(link(reader=there.reader_id, reach=invitation.id)):
        return inviting.accept_by_link(link=there, login=login, at=at or timezone.now())


def reads(who: Person, world: World) -> bool:
    with acting_as(person(who.id)):
        return Story.objects.filter(id=world.riets_story.id).exists()


def refused():
    return pytest.raises(DatabaseError, match=REFUSED)


def test_a_member_invites_in_their_own_name_and_an_outsider_does_not(world: World):
    made = ask(world, "jan")
    with world.acting("riet"):
        assert [(one.name, one.by) for one in Invitation.objects.all()] == [("Rob Visser", world.jan)]
        assert Trace.objects.get(what="invite").who == world.jan.id, "letting in by letter is as loud as letting in"
    with world.acting("yusuf"):
        assert not Invitation.objects.exists()
        with refused(), transaction.atomic():
            inviting.invite(
                circle=world.riets_story.circle, by=world.yusuf, at=timezone.now(), name="Zus", address="z@huis.example"
            )
    with world.acting("riet"), refused(), transaction.atomic():
        Invitation.objects.create(
            circle=world.riets_story.circle,
            person=world.yusuf,
            by=world.jan,
            at=timezone.now(),
            expires=made.expires,
        )


def test_the_address_is_seen_by_whoever_wrote_it_and_not_by_the_circle(world: World):
    made = ask(world)
    with world.acting("marieke"):
        assert WayToReach.objects.get(id__in=[made.way_id]).value == ROB["address"]
    for other in ("riet", "jan", "yusuf"):
        with world.acting(other):
            assert not WayToReach.objects.filter(id__in=[made.way_id]).exists()


def test_a_yes_by_letter_makes_a_member_who_does_not_read_the_past(world: World):
    circle, now = world.riets_story.circle, timezone.now()
    with world.acting("marieke"):
        note(line="Van vroeger.", circle=circle, by=world.marieke, at=now - timedelta(days=9))
    made = ask(world)
    rob = accept(made)
    assert reads(rob, world)
    with world.acting("marieke"):
        note(line="Van nu.", circle=circle, by=world.marieke, at=timezone.now())
    with acting_as(person(rob.id)):
        assert list(Moment.objects.values_list("line", flat=True)) == ["Van nu."]
    with world.acting("riet"):
        seat = Membership.objects.current().get(circle=circle, person=rob)
        assert (seat.let_in_by, seat.sees_from, seat.as_resident) == (world.marieke, made.sees_from, False)
        assert InvitationEnd.objects.get().kind == "accepted"
        assert Moment.objects.count() == 2
    with world.acting("marieke"):
        assert Letter.objects.filter(reader=world.marieke, kind="news", about_id=made.id).exists()


def test_a_letter_lets_its_own_reader_in_and_nobody_else(world: World):
    made = ask(world)
    there, now = letter_of(made), timezone.now()
    seat = {"circle_id": made.circle_id, "let_in_by_id": made.by_id, "since": now}
    with acting_as(link(reader=there.reader_id, reach=made.id)):
        for wrong in (
            {"person": world.yusuf, "sees_from": made.sees_from},
            {"person": there.reader, "sees_from": None},
            {"person": there.reader, "sees_from": made.sees_from, "as_resident": True},
            {"person": there.reader, "sees_from": made.sees_from, "until": now + timedelta(days=1)},
            {"person": there.reader, "sees_from": made.sees_from, "circle_id": world.kims_story.circle_id},
        ):
            with refused(), transaction.atomic():
                Membership.objects.create(**(seat | wrong))
        Membership.objects.create(person=there.reader, sees_from=made.sees_from, **seat)
    with acting_as(office("door")), refused(), transaction.atomic():
        Membership.objects.create(person=world.yusuf, sees_from=made.sees_from, **seat)


def test_a_letter_works_once_and_in_time_and_not_when_it_was_taken_back(world: World):
    made = ask(world)
    there = letter_of(made)
    accept(made, there=there)
    with pytest.raises(LinkUsed):
        accept(made, there=there)
    late = ask(world, name="Els", address="els@huis.example")
    with pytest.raises(LinkExpired):
        accept(late, at=late.expires + timedelta(minutes=1))
    with world.acting("jan"), refused(), transaction.atomic():
        inviting.withdraw(invitation=late, by=world.jan, at=timezone.now())
    with world.acting("riet"):
        inviting.withdraw(invitation=late, by=world.riet, at=timezone.now())
        with pytest.raises(inviting.InvitationOver):
            inviting.withdraw(invitation=late, by=world.riet, at=timezone.now())
    there = letter_of(late)
    with pytest.raises(inviting.InvitationOver):
        accept(late, there=there)
    with acting_as(office("door")):
        assert Link.objects.get(id=there.id).used_at is None, "nothing is lost"


def test_when_whoever_invited_left_the_letter_opens_nothing(world: World):
    made = ask(world, "jan")
    with world.acting("jan"):
        seat = Membership.objects.current().get(circle=made.circle_id, person=world.jan)
        leave(membership=seat, by=world.jan, at=timezone.now())
    with pytest.raises(inviting.InvitationOver):
        accept(made)
    there = letter_of(made)
    with acting_as(link(reader=there.reader_id, reach=made.id)), refused(), transaction.atomic():
        Membership.objects.create(
            circle_id=made.circle_id,
            person_id=there.reader_id,
            let_in_by=world.jan,
            since=timezone.now(),
            sees_from=made.sees_from,
        )


def test_who_came_later_invites_no_further_back_than_they_read(world: World):
    now, circle = timezone.now(), world.riets_story.circle
    with world.acting("marieke"):
        let_in(circle=circle, person=world.yusuf, by=world.marieke, at=now, sees_from=now)
    made = ask(world, "yusuf", sees_from=None)
    assert made.sees_from == now
    with world.acting("yusuf"), refused(), transaction.atomic():
        Invitation.objects.create(
            circle=circle, person=world.loes, by=world.yusuf, at=now, expires=now + timedelta(days=1)
        )
    assert ask(world, sees_from=None, name="Els", address="els@huis.example").sees_from is None


def test_who_has_a_login_says_yes_as_themselves(world: World):
    made = ask(world, person=world.yusuf)
    there = letter_of(made)
    with pytest.raises(inviting.LogInFirst):
        accept(made, there=there)
    with pytest.raises(inviting.ForSomebodyElse):
        accept(made, there=there, login=world.kim)
    assert not reads(world.yusuf, world)
    assert accept(made, there=there, login=world.yusuf) == world.yusuf
    assert reads(world.yusuf, world)
    assert not reads(world.kim, world)


def test_a_letter_to_the_address_of_a_login_is_for_that_login(world: World):
    """Whoever invites need not know that Yusuf is here already, and does not learn it."""
    made = ask(world, name="Joesoef", address="Yusuf@Voorbeeld.example")
    there = letter_of(made)
    with pytest.raises(inviting.LogInFirst):
        accept(made, there=there)
    with pytest.raises(inviting.ForSomebodyElse):
        accept(made, there=there, login=world.loes)
    assert accept(made, there=there, login=world.yusuf) == world.yusuf
    assert reads(world.yusuf, world)


def noted(world: World) -> Person:
    """Riet as she was before: noted by Marieke, without a log-in."""
    with owner():
        Account.objects.filter(person=world.riet).delete()
    return world.riet


def test_a_resident_gets_a_login_from_whoever_noted_them_and_from_nobody_else(world: World):
    riet = noted(world)
    with pytest.raises(inviting.NotedByAnother):
        ask(world, "jan", person=riet, address="jan@elders.example")
    with world.acting("jan"):
        given = {"kind": "mail", "value": "jan@elders.example", "only_for": world.jan, "noted_by": world.jan}
        way = WayToReach.objects.create(person=riet, **given)
        with refused(), transaction.atomic():
            now = timezone.now()
            Invitation.objects.create(
                circle=world.riets_story.circle,
                person=riet,
                way=way,
                by=world.jan,
                at=now,
                expires=now + inviting.LIVES,
            )
    made = ask(world, person=riet, address="riet@huis.example")
    assert accept(made) == riet
    with acting_as(office("beheer")):
        account = inviting.give_login(person=riet, invitation=made, at=timezone.now())
    assert (account.person, account.email) == (riet, "riet@huis.example")
    with world.acting("riet"):
        assert Membership.objects.filter(person=riet, circle=made.circle_id).count() == 1
        assert Trace.objects.filter(what="invite", who=world.marieke.id).exists()


def test_nobody_is_invited_twice_or_until_a_day_that_is_over(world: World):
    ask(world)
    with pytest.raises(inviting.InvitedAlready):
        ask(world, address="ROB@huis.example")
    with pytest.raises(AlreadyIn):
        ask(world, person=world.jan)
    with pytest.raises(EndGone):
        ask(world, name="Els", address="els@huis.example", until=timezone.now() - timedelta(days=1))
    with pytest.raises(inviting.AddressNeeded):
        ask(world, name="Els", address=" ")
    with pytest.raises(inviting.NameNeeded):
        ask(world, name=" ", address="els@huis.example")


# -- On the spot -------------------------------------------------------------------------------------------------------


def code(world: World, by: str = "marieke", **more) -> Invitation:
    now = timezone.now()
    with world.acting(by):
        return onthespot.show_code(circle=world.riets_story.circle, by=world.people[by], at=now, sees_from=now, **more)


def knock(made: Invitation, *, name: str = "Rob Visser", address: str = "rob@huis.example", who=None, at=None) -> Knock:
    with acting_as(office("door")):
        there = onthespot.behind(onthespot.code_of(made.id))
        return onthespot.knock(invitation=there, name=name, address=address, person=who, at=at or timezone.now())


def confirm(world: World, made: Invitation, by: str = "marieke", *, known: bool = False) -> Person | None:
    with world.acting(by):
        there = Invitation.objects.select_related("circle", "person").get(id=made.id)
        return onthespot.confirm(invitation=there, known=known, by=world.people[by], at=timezone.now())


def test_a_code_alone_opens_nothing_until_whoever_showed_it_says_yes(world: World):
    made = code(world)
    with world.acting("marieke"), pytest.raises(onthespot.NobodyThere):
        onthespot.confirm(invitation=made, known=False, by=world.marieke, at=timezone.now())
    knock(made)
    with world.acting("riet"):
        assert not Knock.objects.exists(), "only whoever invites sees who knocks"
        assert Membership.objects.current().filter(circle=made.circle_id).count() == 4
    with world.acting("jan"), pytest.raises(onthespot.NobodyThere):
        onthespot.confirm(invitation=made, known=False, by=world.jan, at=timezone.now())
    rob = confirm(world, made)
    assert rob.name == "Rob Visser"
    assert reads(rob, world)
    with pytest.raises(inviting.InvitationOver):
        confirm(world, made)


def test_a_code_is_for_one_and_for_ten_minutes_and_no_other_code(world: World):
    made = code(world)
    knock(made)
    with pytest.raises(onthespot.CodeUsed):
        knock(made, name="Els")
    late = code(world)
    with pytest.raises(onthespot.CodeExpired):
        knock(late, at=late.expires + timedelta(seconds=1))
    with acting_as(office("door")), pytest.raises(onthespot.CodeUnknown):
        onthespot.behind("ABCDEFGH")
    with acting_as(office("door")):
        typed = onthespot.code_of(late.id)
        assert onthespot.behind(f"{typed[:4].lower()} - {typed[4:]}") == late
    with world.acting("marieke"):
        inviting.withdraw(invitation=late, by=world.marieke, at=timezone.now())
    with pytest.raises(onthespot.CodeExpired):
        knock(late)


def test_who_was_not_meant_is_refused_and_reads_nothing(world: World):
    made = code(world)
    knock(made, name="Wie is dit", who=None)
    with world.acting("marieke"):
        onthespot.refuse(invitation=made, by=world.marieke, at=timezone.now())
        assert Membership.objects.current().filter(circle=made.circle_id).count() == 4
    with pytest.raises(inviting.InvitationOver):
        confirm(world, made)


def test_who_has_a_login_knocks_as_themselves(world: World):
    made = code(world)
    with world.acting("kim"):
        onthespot.make_oneself_known(invitation=made, by=world.kim, at=timezone.now())
    knock(made, name="Kim Lansink", address="", who=world.kim)
    assert confirm(world, made) is None
    assert reads(world.kim, world)
    assert not reads(world.yusuf, world)


def test_an_address_that_is_somebodys_login_is_asked_by_letter(world: World):
    made = code(world)
    knock(made, name="Yusuf", address="yusuf@voorbeeld.example")
    assert confirm(world, made, known=True) is None
    assert not reads(world.yusuf, world)
    with world.acting("marieke"):
        by_letter = Invitation.objects.open(at=timezone.now()).get(circle=made.circle_id)
    assert accept(by_letter, login=world.yusuf) == world.yusuf
    assert reads(world.yusuf, world)


def test_a_code_gives_a_resident_a_login_by_whoever_noted_them(world: World):
    riet = noted(world)
    with pytest.raises(inviting.NotedByAnother):
        code(world, "jan", person=riet)
    made = code(world, person=riet)
    knock(made, name="Riet", address="riet@huis.example")
    with pytest.raises(onthespot.AddressTaken):
        confirm(world, made, known=True)
    assert confirm(world, made) == riet
    with world.acting("marieke"):
        assert Membership.objects.filter(person=riet, circle=made.circle_id).count() == 1
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Knock.objects.create(invitation=made, name="x", at=timezone.now())


def test_nobody_new_is_known_by_their_key_alone(world: World):
    """Somebody noted by another cannot be asked in by a member who happens to have the key."""
    with world.acting("kim"):
        hers = note_person(name="Nicht van Kim", by=world.kim, at=timezone.now())
    with world.acting("marieke"), refused(), transaction.atomic():
        now = timezone.now()
        Invitation.objects.create(
            circle=world.riets_story.circle, person=hers, by=world.marieke, at=now, expires=now + inviting.LIVES
        )
    with world.acting("yusuf"):
        introduce(person=world.yusuf, to=world.marieke, by=world.yusuf, at=timezone.now())
    assert ask(world, person=world.yusuf).person == world.yusuf


def test_an_address_that_became_a_login_meanwhile_makes_no_second_one(world: World):
    first, second = ask(world, name="Rob"), ask(world, "jan", name="Robert", address="rob2@huis.example")
    with acting_as(office("beheer")):
        inviting.give_login(person=first.person, invitation=first, at=timezone.now())
        with pytest.raises(inviting.LogInFirst):
            inviting.give_login(person=second.person, invitation=second, address="rob@huis.example", at=timezone.now())
        assert Account.objects.filter(email="rob@huis.example").count() == 1

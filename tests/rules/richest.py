"""What else happens in the full neighbourhood: the rarer rules, each with somebody it lets through."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from nabij.moments.models import FollowUp, Moment
from nabij.moments.network import end, move
from nabij.moments.verbs import ComeBack, draw_tie, note, say
from nabij.people.models import Account, Hat, Household, HouseholdMember
from nabij.people.own import be_reached, offer_strength
from nabij.people.verbs import note_birth, note_parent, note_person
from nabij.post.models import Letter, Preference, Sending
from nabij.post.requests import Thing, limit_own, object_to
from nabij.stories.models import Answer, ReadyLine
from nabij.stories.verbs import ask, tell
from nabij.trust import administering
from nabij.trust.acting import acting_as, administrator, link, office
from nabij.trust.glass import BreakGlass
from nabij.trust.models import Circle, Erasure, Hold, Invitation, InvitationEnd, Knock, Membership, Release, Request
from nabij.trust.verbs import introduce, leave, let_in, note_look
from tests.conftest import owner
from tests.rules.chosen import who_steps_back
from tests.rules.danger import behind
from tests.rules.rich import Rich, now
from tests.world import World


def and_also(rich: Rich) -> None:
    world, keys = rich.world, rich.keys
    who_comes_and_goes(world)
    what_is_limited_and_objected(world, keys)
    people_and_their_own(world)
    who_steps_back(world)
    who_knocks(world, keys)
    danger_and_children(world)
    behind_the_scenes(world, keys)


def who_comes_and_goes(world: World) -> None:
    """Wim comes later and reads what is new; Fatima leaves and keeps what she wrote; Bram made a circle of nobody."""
    circle = world.riets_story.circle
    with world.acting("riet"):
        older = Moment.objects.get(line__contains="zeehondje")
        about = Thing("moments.moment", older.id, circle, world.marieke.id)
        object_to(thing=about, words="Nee.", person=world.riet, by=world.riet, at=now(), show_circle=True)
    at = now()
    with world.acting("wim"):
        introduce(person=world.wim, to=world.riet, by=world.wim, at=at)
    with world.acting("riet"):
        let_in(circle=circle, person=world.wim, by=world.riet, at=at, sees_from=at)
    with world.acting("marieke"):
        said: dict[str, Any] = {"circle": circle, "by": world.marieke, "at": now()}
        tell(story=world.riets_story, person=world.riet, words="Nu.", by=world.marieke, at=now())
        note(line="Nieuw.", come_backs=[ComeBack(timezone.localdate(), "bellen")], **said)
        say(about=world.jan, owner=world.riet, kind="named", said_by=world.riet, **said)
        ReadyLine.objects.create(story=world.riets_story, what="Nieuw", position=0, **said)
        other = {"other": world.loes, "kind": "friend", "ring": 2, "told_by": world.riet}
        newer = draw_tie(circle=circle, owner=world.riet, at=now(), **other)
        move(tie=newer, ring=1, by=world.marieke, at=now())
        end(tie=newer, by=world.marieke, at=now())
        asked = ask(who=world.fatima, what="Bellen", **said)
        Answer.objects.create(promise=asked, kind="yes", by=world.fatima, noted_by=world.marieke, at=now())
    with world.acting("fatima"):
        note(line="Van Fatima.", circle=circle, by=world.fatima, at=now())
        leave(
            membership=Membership.objects.current().get(circle=circle, person=world.fatima), by=world.fatima, at=now()
        )
    with world.acting("bram"):
        purpose = circle.purpose_id
        Circle.objects.create(kind="group", name="Nog niemand", made_by=world.bram, made_at=now(), purpose_id=purpose)


def what_is_limited_and_objected(world: World, keys: dict[str, Any]) -> None:
    circle = world.riets_story.circle
    with world.acting("marieke"):
        back = {"circle": circle, "person": world.marieke, "day": timezone.localdate(), "noted_at": now()}
        FollowUp.objects.create(moment_id=keys["limited"], **back)
    with world.acting("riet"):
        thing = Thing("moments.moment", keys["limited"], circle, world.marieke.id)
        limit_own(thing=thing, words="Toch liever niet.", by=world.riet, at=now())
        newest = Moment.objects.get(line="Nieuw.")
        about = Thing("moments.moment", newest.id, circle, world.marieke.id)
        object_to(thing=about, words="Nee.", person=world.riet, by=world.riet, at=now(), show_circle=True)


def people_and_their_own(world: World) -> None:
    with world.acting("wim"):
        offer_strength(by=world.wim, kind="can", what="soep koken", open=True)
    with world.acting("riet"):
        be_reached(by=world.riet, kind="phone", value="0299 11 11 11")
    with acting_as(office("beheer")):
        HouseholdMember.objects.create(household=Household.objects.create(name="Kuiper"), person=world.riet)
    with world.acting("jan"):
        mine = Hat.objects.get(id=world.hats["jan"].id)
        administering.take_off_hat(hat=mine, by=world.jan, at=now(), why="Klaar.")


def who_knocks(world: World, keys: dict[str, Any]) -> None:
    with acting_as(office("door")):
        code = Invitation.objects.get(id=keys["invitation"])
        Knock.objects.create(invitation=code, person=world.kim, name="Kim", at=now())
    with world.acting("marieke"):
        InvitationEnd.objects.create(invitation=code, kind="declined", by=world.marieke, at=now())


def danger_and_children(world: World) -> None:
    with world.acting("yusuf"):
        behind(world, BreakGlass.objects.get())
    with world.acting("marieke"):
        adam = note_person(name="Adam Lansink", by=world.marieke, at=now())
        note_birth(person=adam, day=timezone.localdate() - timedelta(days=8 * 366), by=world.marieke, at=now())
        note_parent(child=adam, parent=world.kim, by=world.marieke, at=now())
        note_look(by=world.marieke, hat=world.hats["marieke"], about=[adam.id], thing=adam, at=now())
    with acting_as(link(reader=adam.id, reach=adam.id)):
        for writer in (None, world.marieke, world.kim):
            Preference.objects.create(person=adam, writer=writer, pace="none", by_link=True, at=now())


def behind_the_scenes(world: World, keys: dict[str, Any]) -> None:
    with acting_as(office("post")):
        Sending.objects.create(letter=Letter.objects.earliest("written_at"), at=now())
    with acting_as(office("beheer")):
        Release.objects.create(hold=Hold.objects.get(), why="Klaar.", by_name="beheer", at=now())
    with acting_as(administrator(world.ada.id)):
        account = Account.objects.select_related("person").get(person=world.loes)
        administering.switch_off(account=account, by=world.ada, at=now(), why="Met verlof.")
    with owner():
        Erasure.objects.create(request=Request.objects.get(id=keys["request_id"]), by=world.marieke, at=now())

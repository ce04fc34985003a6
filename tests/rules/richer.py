"""What happens next in the full neighbourhood: answers, decisions, proofs, an erasure; then everything grows old."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from nabij.moments.verbs import come_back
from nabij.people.granting import Shown
from nabij.people.models import Hat
from nabij.post.inviting import withdraw
from nabij.post.requests import ask as ask_request
from nabij.post.requests import reply, take_longer
from nabij.stories.breaking import judge, tell_circle
from nabij.stories.caring import answer_concern
from nabij.stories.concerns import Concern
from nabij.stories.families import begin_between
from nabij.stories.learning import learn
from nabij.stories.models import Promise, SealedNote, Turn
from nabij.stories.sealing import agree, propose, seal
from nabij.stories.verbs import answer, begin_own, keep, tell
from nabij.trust import administering, chaining
from nabij.trust.acting import acting_as, administrator, office
from nabij.trust.consenting import consent
from nabij.trust.consenting import withdraw as take_back
from nabij.trust.glass import BreakGlass
from nabij.trust.grounds import hold
from nabij.trust.models import Invitation, Limit, Membership, Request
from nabij.trust.requesting import lift
from nabij.trust.verbs import leave, open_past
from tests.rules.bridged import they_go_on
from tests.rules.deviated import they_do_otherwise
from tests.rules.introduced import hands_are_raised, they_answer
from tests.rules.referred import it_is_done
from tests.rules.rich import Rich, now
from tests.rules.weighed import they_weigh_on
from tests.world import World


def go_on(rich: Rich) -> None:
    """Each thing is answered by whom it was asked."""
    world = rich.world
    promises(world, rich.keys)
    closed_things(world, rich.keys)
    requests(world, rich.keys)
    readers(world, rich.keys)
    administration(world, rich.keys)
    they_answer(world, rich.keys)
    they_go_on(world, rich.keys)
    hands_are_raised(world, rich.keys["ask"])
    it_is_done(world, rich.keys)
    they_weigh_on(world, rich.keys)
    they_do_otherwise(world, rich.keys)


def promises(world: World, keys: dict[str, Any]) -> None:
    with world.acting("jan"):
        asked = Promise.objects.get(id=keys["asked"])
        answer(promise=asked, kind="yes", by=world.jan, at=now())
        Turn.objects.create(promise=asked, day=timezone.localdate(), kept=True, by=world.jan, at=now())
        keep(promise=asked, kept=True, by=world.jan, at=now())
    with world.acting("marieke"):
        keep(promise=Promise.objects.get(id=keys["promise"]), kept=True, by=world.marieke, at=now())
        come_back(
            follow_up=world.riets_story.circle.moments.get(id=keys["moment"]).follow_ups.get(),
            by=world.marieke,
            at=now(),
        )
    with world.acting("nora"):
        tell(story=world.riets_story, person=world.riet, words="Later gezegd.", by=world.nora, at=now())
        learn(tried="Eerst koffie.", helped="yes", circle=world.riets_story.circle, by=world.nora, at=now())


def closed_things(world: World, keys: dict[str, Any]) -> None:
    with world.acting("marieke"):
        answer_concern(concern=Concern.objects.get(), kind="answered", words="Gebeld.", by=world.marieke, at=now())
        day = timezone.localdate() + timedelta(days=9)
        said: dict[str, Any] = {"words": "Nog een.", "reason": "Overleg.", "review_on": day}
        seal(story=world.riets_story, second=world.yusuf, by=world.marieke, at=now(), **said)
        note = SealedNote.objects.get(id=keys["note"])
        proposed = propose(sealed=note, kind="delete", why="Niet meer nodig.", by=world.marieke, at=now())
    with world.acting("sara"):
        agree(review=proposed, yes=True, by=world.sara, at=now())
    with world.acting("loes"):
        glass = BreakGlass.objects.get()
        tell_circle(glass=glass, told=True, by=world.loes, at=now())
        judge(glass=glass, verdict="right", words="Terecht.", by=world.loes, at=now())


def requests(world: World, keys: dict[str, Any]) -> None:
    with world.acting("riet"):
        asked = ask_request(kind="access", person=world.riet, by=world.riet, at=now())
        lift(limit=Limit.objects.get(id=keys["limit"]), by=world.riet, at=now())
        given = consent(
            person=world.riet, by=world.riet, circle=world.riets_story.circle, informed="Verteld.", at=now()
        )
        take_back(consent=given, by=world.riet, at=now())
    with world.acting("marieke"):
        take_longer(request=asked, why="Druk.", by=world.marieke, at=now())
        reply(request=Request.objects.get(id=keys["request_id"]), kind="granted", words="", by=world.marieke, at=now())


def readers(world: World, keys: dict[str, Any]) -> None:
    with world.acting("riet"):
        open_past(membership=Membership.objects.get(id=keys["membership"]), by=world.riet, at=now())
    with world.acting("jan"):
        withdraw(invitation=Invitation.objects.get(id=keys["by_letter"]), by=world.jan, at=now())
        leave(
            membership=Membership.objects.current().get(person=world.jan, circle=world.riets_story.circle),
            by=world.jan,
            at=now(),
        )
        begin_own(by=world.jan, at=now(), words="Ik wil lopen.")
    with world.acting("marieke"):
        begin_between(one=world.fatima, other=world.yusuf, by=world.marieke, at=now())


def administration(world: World, keys: dict[str, Any]) -> None:
    by, at = world.ada, now()
    with acting_as(administrator(by.id)):
        administering.grant_hat(by=by, at=at, person=world.kim, role="buddy", formal=False)
        administering.see_proof(
            hat=Hat.objects.get(id=world.hats["wim"].id), shown=Shown("vog", timezone.localdate()), by=by, at=at
        )
        administering.take_off_hat(hat=Hat.objects.get(id=world.hats["bram"].id), by=by, at=at, why="Verhuisd.")
        administering.say_setting(key="terms", words="Wees aardig.", by=by, at=at)
        administering.note_review(changed="niets", by=by, at=at)
        administering.appoint(person=world.loes, by=by, at=at, why="samen")
        administering.open_place(by=by, at=at, name="Buurthuis", neighbourhood=None)
    with acting_as(office("logs")):
        chaining.chain(at=at)
    with acting_as(office("beheer")):
        hold(
            why="Onderzoek.",
            by_name="beheer",
            until=timezone.localdate() + timedelta(days=30),
            at=at,
            person=world.kim.id,
        )


def ask_to_be_forgotten(rich: Rich) -> None:
    world = rich.world
    with world.acting("riet"):
        asked = ask_request(kind="erase", person=world.riet, by=world.riet, at=now(), words="Haal mij weg.")
    with world.acting("marieke"):
        reply(request=asked, kind="granted", words="", by=world.marieke, at=now())

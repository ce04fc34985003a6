"""Leaving: the resident is asked first, each thing goes to who accepts it, and nothing is left without an owner."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from nabij.memory import leaving
from nabij.memory.carrying import State, carried
from nabij.memory.leaving import ask_successor, checks, give_come_back, go, propose, say
from nabij.memory.models import Handover
from nabij.moments.models import FollowUp
from nabij.moments.verbs import ComeBack, note
from nabij.people.models import Account
from nabij.post.inviting import accept_by_link
from nabij.post.models import Letter, Link
from nabij.post.verbs import make_link
from nabij.stories.carrying import DoesItAlready, hand_over
from nabij.stories.models import Promise
from nabij.stories.verbs import DayGone, answer, keep, promise
from nabij.trust.acting import acting_as, link, office
from nabij.trust.models import Invitation, Membership
from tests.conftest import owner
from tests.web.asking import logged_in
from tests.world import World

pytestmark = pytest.mark.django_db
REFUSED = pytest.raises(DatabaseError, match="row-level security")
DAY = timedelta(days=1)
BEGAN_AGAIN = "Bewoners die eerder opnieuw moesten beginnen"


def proposed(world: World, *, to: str = "fatima") -> Handover:
    with world.acting("marieke"):
        last = timezone.localdate() + 9 * DAY
        at = timezone.now()
        return propose(story=world.riets_story, to=world.people[to], last_day=last, by=world.marieke, at=at)


def stands(world: World, kind: str) -> list[State]:
    with world.acting("marieke"):
        found = {one.kind: items for one, items in carried(by=world.marieke, at=timezone.now())}
        return [one.state for one in found.get(kind, [])]


def said_yes(world: World, made: Handover, *, past: str = "all") -> None:
    with world.acting("riet"):
        say(handover=made, past=past, resident=world.riet, by=world.riet, at=timezone.now())
        made.refresh_from_db()


def test_the_resident_hears_it_first_and_nobody_is_asked_before_their_yes(world: World) -> None:
    made = proposed(world)
    assert stands(world, "story") == [State.ASKED]
    for name, seen in (("riet", 1), ("marieke", 1), ("fatima", 0), ("jan", 0), ("kim", 0)):
        with world.acting(name):
            assert Handover.objects.count() == seen, name
            asked = Letter.objects.filter(reader=world.people[name], about_kind="handover").count()
            assert asked == (name == "riet"), name
    with world.acting("marieke"):
        with pytest.raises(leaving.ResidentFirst):
            ask_successor(handover=made, story=world.riets_story, by=world.marieke, at=timezone.now())
        with REFUSED, transaction.atomic():  # She cannot say yes in Riet's name, who logs in herself.
            say(handover=made, past="all", resident=world.riet, by=world.marieke, at=timezone.now())
    said_yes(world, made, past="no")
    assert stands(world, "story") == [State.MINE]
    with world.acting("riet"), pytest.raises(leaving.AnsweredBefore):
        say(handover=made, past="all", resident=world.riet, by=world.riet, at=timezone.now())


def test_who_reads_along_is_asked_as_a_promise_and_the_introduction_is_promised(world: World) -> None:
    made = proposed(world)
    said_yes(world, made)
    with world.acting("marieke"):
        ask_successor(handover=made, story=world.riets_story, by=world.marieke, at=timezone.now())
        together = Promise.objects.get(who=world.marieke)
        assert (together.what, together.day) == ("Stelt Fatima voor aan Riet", made.last_day)
    assert stands(world, "story") == [State.ASKED]
    with world.acting("fatima"):
        asked = Promise.objects.get(who=world.fatima)
        answer(promise=asked, kind="no", by=world.fatima, at=timezone.now())
    assert stands(world, "story") == [State.MINE]
    with world.acting("fatima"):
        answer(promise=asked, kind="yes", by=world.fatima, at=timezone.now())
    assert stands(world, "story") == [State.TAKEN]


def test_who_does_not_read_yet_is_invited_to_what_the_resident_allowed(world: World) -> None:
    made = proposed(world, to="yusuf")
    said_yes(world, made, past="from_now")
    with world.acting("marieke"):
        ask_successor(handover=made, story=world.riets_story, by=world.marieke, at=timezone.now())
        asked = Invitation.objects.get()
        assert asked.sees_from and asked.sees_from >= made.at
    assert stands(world, "story") == [State.ASKED]
    with acting_as(office("post")):
        token = make_link(letter=Letter.objects.get(about_id=asked.id), expires=asked.expires)
        there = Link.objects.select_related("letter", "reader").latest("expires")
    assert token
    with acting_as(link(reader=world.yusuf.id, reach=asked.id)):
        accept_by_link(link=there, login=world.yusuf, at=timezone.now())
    assert stands(world, "story") == [State.TAKEN]


def test_nobody_goes_with_something_in_their_hands(world: World) -> None:
    at = timezone.now()
    with world.acting("marieke"):
        said = {"circle": world.riets_story.circle, "by": world.marieke, "at": at}
        note(line="Iets.", come_backs=[ComeBack(timezone.localdate(), "bellen")], **said)
        bread = promise(what="Brood halen", story=world.riets_story, **said)
        everything = [one for _kind, items in carried(by=world.marieke, at=at) for one in items]
        counts = [one.count for one in checks(by=world.marieke, everything=everything)]
        assert counts == [1, 0, 1, 1, 0, 1, 0, 0, 0, 1, 1, 0, 0]
        with pytest.raises(leaving.StillCarried, match=r"verhalen \(1\), wat je hebt beloofd \(1\)"):
            go(by=world.marieke, at=at)
        hand_over(promise=bread, to=world.jan, by=world.marieke, at=at)
        give_come_back(follow_up=FollowUp.objects.get(), to=world.jan, by=world.marieke, at=at)
        with pytest.raises(DoesItAlready):
            give_come_back(follow_up=FollowUp.objects.get(), to=world.marieke, by=world.marieke, at=at)
    assert stands(world, "promise") == stands(world, "come_back") == [State.ASKED]
    with world.acting("jan"):
        for one in Promise.objects.filter(who=world.jan):
            answer(promise=one, kind="yes", by=world.jan, at=at)
    assert (stands(world, "promise"), stands(world, "come_back")) == ([], [State.TAKEN])
    made = proposed(world, to="jan")
    said_yes(world, made)
    with world.acting("marieke"):
        ask_successor(handover=made, story=world.riets_story, by=world.marieke, at=at)
    with world.acting("jan"):
        for one in Promise.objects.filter(who=world.jan, answer__isnull=True):
            answer(promise=one, kind="yes", by=world.jan, at=at)
    with world.acting("marieke"):
        with pytest.raises(leaving.StillCarried, match=r"wat je hebt beloofd \(1\)"):  # They have not met yet.
            go(by=world.marieke, at=at)
        keep(promise=Promise.objects.get(instead_of=made.id, who=world.marieke), kept=True, by=world.marieke, at=at)
        assert go(by=world.marieke, at=at) == 1
        assert not Membership.objects.current().filter(person=world.marieke, circle=world.riets_story.circle).exists()
    the_resident_says_whether_she_began_again(world)


def the_resident_says_whether_she_began_again(world: World) -> None:
    """A month later, on Today and by letter; her circle reads the answer, and nobody else."""
    riet, page = logged_in(world, "riet"), f"/verhalen/{world.riets_story.id}/opnieuw/"
    asked = f'href="{page}"'
    with owner():
        waits = Letter.objects.filter(about_kind="began_again")
        assert [one.reader.name for one in waits] == ["Riet Kuiper"]
        assert timedelta(days=29) < waits.get().due - timezone.now() < timedelta(days=31)
    assert asked not in riet.get("/").content.decode()
    with owner():
        waits.update(due=timezone.now() - timedelta(hours=1))
    assert asked in riet.get("/").content.decode()
    for said in ({}, {"words": "Drie keer."}):
        wrong = riet.post(page, said)
        assert wrong.status_code == 400 and "Kies ja of nee." in wrong.content.decode()
        assert said.get("words", "") in wrong.content.decode()
    assert riet.post(page, {"again": "start_yes", "words": "Drie keer mijn hele verhaal."}).status_code == 302
    assert asked not in riet.get("/").content.decode()
    story = logged_in(world, "jan").get(f"/verhalen/{world.riets_story.id}/").content.decode()
    assert "Toen iemand anders het overnam:" in story and "Drie keer mijn hele verhaal." in story
    with world.acting("jan"):
        everything = [one for _kind, items in carried(by=world.jan, at=timezone.now()) for one in items]
        assert {one.words: one.count for one in checks(by=world.jan, everything=everything)}[BEGAN_AGAIN] == 1
    for outsider in (logged_in(world, "marieke"), logged_in(world, "yusuf")):
        assert outsider.get(page).status_code == outsider.post(page, {"again": "start_no"}).status_code == 404


def test_to_whom_and_when_it_cannot_be_is_refused_in_a_sentence(world: World) -> None:
    with acting_as(office("beheer")):
        Account.objects.filter(person=world.jan).delete()
    for to, problem in (("jan", leaving.GoneAlready), ("riet", leaving.AboutThem), ("marieke", DoesItAlready)):
        with pytest.raises(problem, match="Kies iemand anders"):
            proposed(world, to=to)
    with world.acting("marieke"), pytest.raises(DayGone):
        day = timezone.localdate() - DAY
        propose(story=world.riets_story, to=world.fatima, last_day=day, by=world.marieke, at=timezone.now())
    with world.acting("kim"), REFUSED, transaction.atomic():
        row = {"circle": world.riets_story.circle, "to": world.kim, "last_day": day, "at": timezone.now()}
        Handover.objects.create(person=world.kim, **row | {"to": world.loes, "to_name": "Loes"})


def test_who_leaves_notes_what_somebody_said_who_cannot_log_in(world: World) -> None:
    with acting_as(office("beheer")):
        Account.objects.filter(person=world.riet).delete()
    made = proposed(world)
    with world.acting("marieke"):
        say(handover=made, past="all", resident=world.riet, by=world.marieke, at=timezone.now())
        made.refresh_from_db()
        assert (made.answered_by, made.noted_by) == (world.riet, world.marieke)

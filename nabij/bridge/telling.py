"""Who hears of a referral, by letters that say nothing of what it is about. The office 'reminders' does it.

Each step is told to whoever asked, along the whole way back to the first; and what waits too long is asked again: of
whom it waits for, then of who stands in for them, then of their team.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.utils.timezone import localdate

from nabij.bridge.lifecycle import CLOSED, GOING, State
from nabij.bridge.referrals import Receiver, Referral, ReferralStep, Thanks
from nabij.people.models import Person
from nabij.post.models import Letter
from nabij.stories.reminding import once

FARTHEST = 20  # Referrals back along one way.
LINK_LIVES = timedelta(days=60)
# So many days after somebody should have heard.
STAND_IN_AFTER, TEAM_AFTER = timedelta(days=3), timedelta(days=6)


def tell(*, step_id: UUID, at: datetime) -> int:
    """Writes to everybody for whom a step is news; returns how many letters that made."""
    step = ReferralStep.objects.select_related("referral").filter(id=step_id).first()
    if step is None:
        return 0
    people = {(kind, who): about for kind, who, about in news_of(step) if who != step.who_id}
    told = [
        once((kind, about, who, step.who_id), at=at, since=step.at) for (kind, who), about in people.items() if can(who)
    ]
    return sum(told) + sum(by_link(step, reader=who, at=at) for who in outside(step))


def news_of(step: ReferralStep) -> Iterator[tuple[str, UUID, UUID]]:
    """What about, for whom, and of which referral: each hears of the one they know."""
    it = step.referral
    if step.state == State.DRAFT:
        if not it.steps.filter(state=State.REQUESTED).exists():
            yield "referral_first", it.about_id, it.id
        return
    # Who asked more than once along the way reads it at the nearest, which comes last.
    yield from (("referral_step", one.by_id, one.id) for one in back_from(it))
    yield "referral_step", it.by_id, it.id
    if step.state == State.REQUESTED:
        yield from (("referral", who, it.id) for who in asked_of(it))
    if step.state == State.REQUESTED or step.state in CLOSED:
        yield "referral_about", it.about_id, it.id


def back_from(it: Referral) -> Iterator[Referral]:
    """The referrals from which this one goes on, back to the first."""
    for _time in range(FARTHEST):
        before = Referral.objects.filter(id=it.came_from).first() if it.came_from else None
        if before is None:
            return
        yield before
        it = before


def asked_of(it: Referral) -> list[UUID]:
    """Everybody who is asked now: persons, and whoever was given a hat of a group that is."""
    found: set[UUID] = set()
    for one in it.receivers.all():
        found |= {one.person_id} if one.person_id else set(people_of(one.group_id))
    for was, now in handed_on(it):
        found = found - {was} | {now}
    return sorted(found)


def handed_on(it: Referral) -> list[tuple[UUID, UUID]]:
    """Who handed it on to whom, in that order."""
    taken = it.handings.filter(yes=True).order_by("answered_at")
    return list(taken.values_list("person_id", "to_id"))


def who_carries(it: Referral, *, last: ReferralStep) -> set[UUID]:
    """Of whom it waits: who said something last, or took it over from them; else everybody who is asked."""
    who, asked = last.who_id, set(asked_of(it))
    for was, now in handed_on(it):
        who = now if who == was else who
    return asked if last.state == State.REQUESTED or who not in asked else {who}


def outside(step: ReferralStep) -> list[UUID]:
    """Who answers by a link: somebody who cannot log in and is asked, or who took it up and has more to say."""
    if step.state == State.REQUESTED:
        asked = step.referral.receivers.exclude(person=None).values_list("person_id", flat=True)
        return [who for who in asked if not can(who)]
    return [step.who_id] if step.by_link and step.state in GOING else []


def by_link(step: ReferralStep, *, reader: UUID, at: datetime) -> bool:
    asked = ("referral", step.referral_id, reader, step.referral.by_id)
    return once(asked, at=at, since=step.at, kind=Letter.Kind.QUESTION, expires=at + LINK_LIVES)


def tell_thanks(*, thanks_id: UUID, at: datetime) -> int:
    said = Thanks.objects.filter(id=thanks_id).first()
    if said is None or not can(said.to_id):
        return 0
    return once(("thanks", said.referral_id, said.to_id, said.by_id), at=at, since=said.at)


def remind(*, at: datetime) -> int:
    """Asks again what waits too long; returns how many letters that made. Twice in a morning asks once."""
    today = localdate(at)
    late = Referral.objects.as_they_stand().filter(Q(state__in=GOING, hears_by__lte=today))
    return sum(ask_again(one, today=today, at=at) for one in late)


def ask_again(it: Referral, *, today: date, at: datetime) -> int:
    last = it.steps.order_by("-number")[0]
    # Who was asked to look along is one person, whom the other chose.
    more = (
        [] if it.together else [*stand_in(it, last=last, today=today, at=at), *team(it, last=last, today=today, at=at)]
    )
    waits_for = who_carries(it, last=last)
    waits_for |= {who for one in more for who in ([one.person_id] if one.person_id else people_of(one.group_id))}
    asked = 0
    for who in sorted(one for one in waits_for if one):
        if can(who):
            asked += once(("referral_due", it.id, who, it.by_id), at=at)
        else:
            again = ("referral", it.id, who, it.by_id)
            asked += once(again, at=at, kind=Letter.Kind.QUESTION, expires=at + LINK_LIVES)
    return asked


def stand_in(it: Referral, *, last: ReferralStep, today: date, at: datetime) -> Iterator[Receiver]:
    """Who stands in for whom it waits for, from a few days on: they read it from then, and may answer."""
    whom = last.who_id if last.state != State.REQUESTED else first_asked(it).person_id
    if whom is None or last.hears_by is None or today < last.hears_by + STAND_IN_AFTER:
        return
    other = word("select trust.stand_in_of(%s)", whom)
    if other and can(other):
        name = word("select trust.called(%s)", other)
        yield also_ask(it, via=Receiver.Via.STAND_IN, person=Person(id=other), name=name, at=at)


def team(it: Referral, *, last: ReferralStep, today: date, at: datetime) -> Iterator[Receiver]:
    """Everybody who was given a hat of the team of whom it was asked."""
    first = first_asked(it)
    if first.team_id and last.hears_by and today >= last.hears_by + TEAM_AFTER:
        group = first.team
        yield also_ask(it, via=Receiver.Via.TEAM, group=group, name=group.name if group else "", at=at)


def first_asked(it: Referral) -> Receiver:
    return it.receivers.select_related("team").get(via=Receiver.Via.SENT)


def also_ask(it: Referral, *, via: str, at: datetime, **whom: object) -> Receiver:
    made, _new = Receiver.objects.get_or_create(referral=it, via=via, defaults={"at": at, **whom})
    return made


def can(who: UUID) -> bool:
    """Whether somebody logs in: who does reads it there, others by a link."""
    return bool(word("select trust.has_account(%s)", who))


def people_of(group: UUID | None) -> list[UUID]:
    return list(word("select trust.group_people(%s)", group)) if group else []


def word(question: str, key: UUID) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(question, [key])
        return cursor.fetchone()[0]

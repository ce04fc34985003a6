"""Referring: asking it of somebody else, and each step after that, until there is an end that everybody hears."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from nabij.bridge.answer_days import answer_day
from nabij.bridge.kinds import named_in
from nabij.bridge.lifecycle import CLOSED, GOING, WITH_WHY, Outcome, Reason, State, is_allowed
from nabij.bridge.referrals import Receiver, Referral, ReferralStep, Thanks
from nabij.bridge.usual_kinds import DEFAULTS
from nabij.directory.models import Confirmation, Service
from nabij.directory.verbs import confirm
from nabij.people.models import Group, Hat, Person, WayToReach
from nabij.people.verbs import note_person
from nabij.stories.models import Story
from nabij.trust.verbs import introduce, leave_trace

LATEST = timedelta(days=180)
WELL = (Outcome.HELPED, Outcome.PARTLY)


class NothingReferred(ValueError):
    """One line says what is asked."""

    def __init__(self) -> None:
        super().__init__(_("Wat vraag je? Eén zin is genoeg."))


class NotAgreed(ValueError):
    """Whom it is about agrees, or it is said why it goes without."""

    def __init__(self) -> None:
        super().__init__(_("Schrijf hoe die ja zei. Of waarom het zonder moet."))


class ClosedAlready(ValueError):
    """What is over takes no answer any more."""

    def __init__(self) -> None:
        super().__init__(_("Deze vraag is al afgesloten. Wat er staat, blijft staan."))


class NotNow(ValueError):
    """A step that the table of states does not allow, or that another took at the same moment."""

    def __init__(self) -> None:
        super().__init__(_("Dit kan nu niet. Iemand gaf al een ander antwoord. Kijk hoe het nu staat."))


class WhyNeeded(ValueError):
    """Who asked hears why."""

    def __init__(self) -> None:
        super().__init__(_("Waarom? Kies een reden en schrijf er één zin bij."))


class AlternativeNeeded(ValueError):
    """A no says who can help instead, or that one does not know."""

    def __init__(self) -> None:
        super().__init__(_("Wie of wat kan wel helpen? Weet je het niet, schrijf dat dan."))


class OutcomeNeeded(ValueError):
    """Nothing ends without an outcome."""

    def __init__(self) -> None:
        super().__init__(_("Wat heeft het gebracht? Kies één antwoord."))


class DayNeeded(ValueError):
    """What goes on is heard of by a day that is still to come."""

    def __init__(self) -> None:
        super().__init__(_("Wanneer laat je weer iets weten? Kies een dag die nog komt, binnen een half jaar."))


class NobodyThere(ValueError):
    """A referral goes to somebody who can answer."""

    def __init__(self) -> None:
        super().__init__(_("Wie vraag je? Kies iemand, een team of een organisatie met een mailadres."))


class NothingThanked(ValueError):
    """Thanks are words, said once."""

    def __init__(self) -> None:
        super().__init__(_("Waarvoor bedank je? Eén zin is genoeg, en één keer."))


@dataclass(frozen=True)
class Whom:
    """Who is asked: somebody in a hat, a group, or whoever is behind a listing outside Nabij."""

    name: str
    person: Person | None = None
    group: Group | None = None
    team: UUID | None = None
    service: UUID | None = None


@dataclass(frozen=True)
class Said:
    """What goes along, as its sender chose it: this is what the receiver reads, and nothing else."""

    what: str
    lived: str = ""
    known: str = ""
    reach: str = ""
    agreed: bool = True
    ground: str = ""


@dataclass(frozen=True)
class Words:
    """What belongs to a step: why, who then, what it brought, and when more is heard."""

    code: str = ""
    reason: str = ""
    alternative: str = ""
    outcome: str = ""
    hears_by: date | None = None


def to_hat(hat: Hat) -> Whom:
    """Somebody in one of their hats; their team is asked when nobody answers."""
    return Whom(name=f"{hat.person.called}, {hat.role}"[:160], person=hat.person, team=hat.group_id)


def to_group(group: Group) -> Whom:
    return Whom(name=group.name, group=group)


def to_service(service: Service, *, by: Person, at: datetime) -> Whom:
    """Whoever reads the mail of a listing: noted anew each time, with the address that stands there now."""
    if not service.email:
        raise NobodyThere
    outside = note_person(name=service.name[:120], by=by, at=at)
    WayToReach.objects.create(person=outside, kind=WayToReach.Kind.MAIL, value=service.email, noted_by=by)
    return Whom(name=service.name[:160], person=outside, service=service.id)


@transaction.atomic
def refer(
    *,
    about: Person,
    whom: Whom,
    said: Said,
    by: Person,
    at: datetime,
    hat: Hat | None = None,
    story: Story | None = None,
    came_from: Referral | None = None,
    first_read: bool = False,
    together: bool = False,
) -> Referral:
    """Asks it of somebody else. The same question pressed twice is one.

    first_read: it lies before whom it is about first, and goes by their yes. together: to look along, and no more.
    """
    refuse_half(about=about, said=said, by=by)
    if whom.person and whom.person.id == by.id:
        raise NobodyThere
    same = same_again(about=about, whom=whom, said=said, by=by)
    if same:
        return same
    asked: dict[str, Any] = {"about": about, "whom": whom, "said": said, "story": story, "came_from": came_from}
    made = put_down(**asked, by=by, at=at, hat=hat, together=together)
    if whom.person and whom.person.id != by.id:
        introduce(person=by, to=whom.person, by=by, at=at)
    leave_trace(by=by, hat=hat, what="refer", thing=made, circle=None, at=at)
    step(referral=made, state=State.DRAFT, by=by, at=at)
    if not first_read or by.id == about.id:
        step(referral=made, state=State.REQUESTED, by=by, at=at)
    return made


def put_down(
    *,
    about: Person,
    whom: Whom,
    said: Said,
    by: Person,
    at: datetime,
    hat: Hat | None,
    story: Story | None,
    came_from: Referral | None,
    together: bool,
) -> Referral:
    """The row of it and of whom it asks; of one that goes on, its name and place are those of the one before."""
    made = Referral.objects.create(
        **as_columns(said),
        about=about,
        about_name=came_from.about_name if came_from else about.called,
        by=by,
        by_name=by.called,
        role=hat.role if hat else "",
        formal=bool(hat and hat.formal),
        to_name=whom.name,
        service_key=whom.service,
        story_key=story.id if story else None,
        came_from=came_from.id if came_from else None,
        neighbourhood_id=came_from.neighbourhood_id if came_from else place_of(about, hat=hat),
        kind=kind_of(said.what),
        together=together,
        at=at,
    )
    asked = {"person": whom.person, "group": whom.group, "team_id": whom.team, "name": whom.name}
    Receiver.objects.create(referral=made, at=at, **asked)
    return made


def refuse_half(*, about: Person, said: Said, by: Person) -> None:
    if not said.what.strip():
        raise NothingReferred
    if by.id != about.id and not said.ground.strip():
        raise NotAgreed


def as_columns(said: Said) -> dict[str, object]:
    texts = {name: getattr(said, name).strip() for name in ("what", "lived", "known", "reach", "ground")}
    return {**texts, "agreed": said.agreed}


def same_again(*, about: Person, whom: Whom, said: Said, by: Person) -> Referral | None:
    """The same question to the same one that is still open."""
    mine = Referral.objects.as_they_stand().filter(by=by, about=about, to_name=whom.name, what=said.what.strip())
    return mine.exclude(Q(state__in=CLOSED)).first()


def place_of(about: Person, *, hat: Hat | None) -> str | None:
    return about.neighbourhood_id or (hat.neighbourhood_id if hat else None)


def kind_of(what: str) -> str:
    """The kind of help that its words name first, if any."""
    return next((kind.key for kind in named_in(what, DEFAULTS)), "")


NO_WORDS = Words()


@transaction.atomic
def step(
    *,
    referral: Referral,
    state: str,
    by: Person,
    at: datetime,
    words: Words = NO_WORDS,
    by_link: bool = False,
) -> ReferralStep:
    """One step, as the table of states allows; whoever asked first hears of it, along the whole way."""
    last = referral.steps.order_by("-number").first()
    refuse_wrong(last.state if last else "", then=state)
    refuse_without(state, words=words, at=at)
    made = ReferralStep(referral=referral, number=last.number + 1 if last else 1, state=state, who=by, at=at)
    made.who_name, made.by_link = by.called, by_link
    made.code, made.reason = words.code, words.reason.strip()
    made.alternative, made.outcome = words.alternative.strip(), words.outcome
    made.hears_by = hears_by(referral, state=state, words=words, at=at)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError as at_once:
        raise NotNow from at_once
    if made.state == State.COMPLETED and made.outcome in WELL and referral.service_key:
        renew(service=referral.service_key, at=at)
    leave_trace(by=by, hat=None, what="step_referral", thing=referral, circle=None, at=at, why=state)
    app.configure_task("tell_referral").defer(step=str(made.id))
    return made


def renew(*, service: UUID, at: datetime) -> None:
    """A contact that went well says that the listing is right: the day of it, and nothing of whom it was about."""
    there = Service.objects.filter(pk=service).first()
    if there:
        day = localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
        confirm(service=there, found=Confirmation.Found.RIGHT, by=None, at=day, said_by=Confirmation.Voice.CONTACT)


def refuse_wrong(was: str, *, then: str) -> None:
    """What the database refuses as well, in a sentence."""
    if was in CLOSED and then != State.IN_ERROR:
        raise ClosedAlready
    if not is_allowed(was, then=then):
        raise NotNow


def refuse_without(state: str, *, words: Words, at: datetime) -> None:
    if state in WITH_WHY and not (words.reason.strip() and words.code in Reason.values):
        raise WhyNeeded
    if state == State.REJECTED and not words.alternative.strip():
        raise AlternativeNeeded
    if state == State.COMPLETED and not words.outcome:
        raise OutcomeNeeded
    day = words.hears_by
    if state in GOING and state != State.REQUESTED and not (day and localdate(at) < day <= localdate(at + LATEST)):
        raise DayNeeded


def hears_by(referral: Referral, *, state: str, words: Words, at: datetime) -> date | None:
    if state == State.REQUESTED:
        return answer_day(localdate(at), neighbourhood=referral.neighbourhood_id, kind=referral.kind)
    return words.hears_by if state in GOING else None


@transaction.atomic
def pass_on(
    *, referral: Referral, whom: Whom, said: Said, by: Person, at: datetime, hat: Hat | None = None
) -> Referral:
    """Asks it further, as a new one that knows the old; who was asked and did not answer yet says so with it."""
    made = refer(
        about=Person(id=referral.about_id, name=referral.about_name),
        whom=whom,
        said=said,
        by=by,
        at=at,
        hat=hat,
        came_from=referral,
    )
    if referral.by_id != by.id and state_of(referral) == State.REQUESTED:
        why = Words(code=Reason.ONWARD, reason=_("Ik vroeg het verder."), alternative=whom.name)
        step(referral=referral, state=State.REJECTED, by=by, at=at, words=why)
    return made


def state_of(referral: Referral) -> str:
    return referral.steps.order_by("-number").values_list("state", flat=True).first() or ""


@transaction.atomic
def thank(*, referral: Referral, to: UUID, words: str, by: Person, at: datetime) -> Thanks:
    """Thanks to somebody of a referral, read by them alone."""
    if not words.strip() or Thanks.objects.filter(referral=referral, by=by, to_id=to).exists():
        raise NothingThanked
    made = Thanks.objects.create(referral=referral, by=by, by_name=by.called, to_id=to, words=words.strip(), at=at)
    leave_trace(by=by, hat=None, what="thank", thing=referral, circle=None, at=at)
    app.configure_task("tell_thanks").defer(thanks=str(made.id))
    return made

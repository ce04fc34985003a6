"""Leaving: what one carries goes to somebody who accepts it, the resident is told first, and nothing stays behind."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.memory.carrying import Carried, State, carried
from nabij.memory.models import Handover
from nabij.moments.models import FollowUp
from nabij.moments.verbs import come_back
from nabij.people.models import Hat, Person, WayToReach
from nabij.post.inviting import invite
from nabij.post.models import Letter
from nabij.post.verbs import write
from nabij.stories.carrying import AskedAnother, DoesItAlready
from nabij.stories.models import Lesson, OwnWords, Promise, Story
from nabij.stories.turns import Course, Rhythm
from nabij.stories.verbs import DayGone, ask, promise
from nabij.trust.models import HasAccount, Membership
from nabij.trust.verbs import leave, leave_trace

Past = Handover.Past
A_MONTH = timedelta(days=30)
KINDS = ("story", "promise", "come_back", "seal", "referral", "ask")  # Of which `checks` counts what is left.


class GoneAlready(ValueError):
    """Who left, or cannot log in, takes nothing over."""

    def __init__(self, person: Person) -> None:
        said = _("%(name)s is hier niet meer, of kan niet inloggen. Kies iemand anders.")
        super().__init__(said % {"name": person.first_name})


class AboutThem(ValueError):
    """A story is not handed to whom it is about."""

    def __init__(self, person: Person) -> None:
        said = _("Dit gaat over %(name)s zelf. Kies iemand anders.")
        super().__init__(said % {"name": person.first_name})


class ResidentFirst(ValueError):
    """Nobody is asked to take over before the resident said yes."""

    def __init__(self) -> None:
        super().__init__(_("Wacht eerst op het antwoord van degene om wie het gaat."))


class AnsweredBefore(ValueError):
    """The answer stands."""

    def __init__(self) -> None:
        super().__init__(_("Hier was al antwoord op."))


class StillCarried(ValueError):
    """Nobody leaves with something in their hands."""

    def __init__(self, counts: list[str]) -> None:
        super().__init__(_("Er ligt nog iets bij jou: %(what)s.") % {"what": ", ".join(counts)})


@transaction.atomic
def propose(*, story: Story, to: Person, last_day: date, by: Person, at: datetime) -> Handover:
    """Proposes who takes a story over; whom it is about hears it now, and nobody else yet."""
    seats = Membership.objects.current().filter(circle=story.circle_id).select_related("person")
    residents = [one.person for one in seats if one.as_resident]
    refuse_proposing(to=to, residents=residents, last_day=last_day, by=by, today=localdate(at))
    made = Handover.objects.create(
        circle_id=story.circle_id, person=by, to=to, to_name=to.called, last_day=last_day, at=at
    )
    leave_trace(by=by, hat=None, what="propose_handover", thing=made, circle=None, at=at)
    for one in Person.objects.filter(id__in=[one.id for one in residents]).filter(HasAccount("id")):
        said = {"reader": one, "writer": by, "about_kind": "handover", "about_id": made.id, "at": at}
        write(kind=Letter.Kind.NOTICE, circle=None, **said)  # type: ignore[arg-type]
    return made


def refuse_proposing(*, to: Person, residents: list[Person], last_day: date, by: Person, today: date) -> None:
    """To somebody else, who is still here, before it is too late."""
    if last_day < today:
        raise DayGone
    if to == by:
        raise DoesItAlready(by)
    if to in residents:
        raise AboutThem(to)
    here = Person.objects.filter(id=to.id).filter(HasAccount("id")).exists()
    if not here or not Hat.objects.worn_on(today).filter(person=to).exists():
        raise GoneAlready(to)


@transaction.atomic
def say(*, handover: Handover, past: str, resident: Person, by: Person, at: datetime) -> None:
    """What the resident says the other may read; by: themselves, or who leaves for who cannot log in."""
    noted = None if by == resident else by
    answer = {"past": past, "answered_by": resident, "noted_by": noted, "answered_at": at}
    if not Handover.objects.filter(id=handover.id, past="").update(**answer):
        raise AnsweredBefore
    leave_trace(by=by, hat=None, what="answer_handover", thing=handover, circle=None, at=at, why=past)
    if noted is None:
        said = {"reader": handover.person, "writer": by, "about_kind": "handover_answered", "about_id": handover.id}
        write(kind=Letter.Kind.NOTICE, circle=None, at=at, **said)  # type: ignore[arg-type]


@transaction.atomic
def ask_successor(*, handover: Handover, story: Story, by: Person, at: datetime) -> None:
    """Asks whoever the resident said yes to, and promises to bring the two together before one goes.

    Who reads along already is asked as a promise, anybody else by an invitation that opens what the resident allowed.
    """
    if handover.past not in (Past.ALL, Past.FROM_NOW):
        raise ResidentFirst
    there = Membership.objects.current().filter(circle=handover.circle_id)
    if there.filter(person=handover.to_id).exists():
        _ask_as_promise(handover, story=story, by=by, at=at)
    else:
        hat = Hat.objects.worn_on(localdate(at)).filter(person=handover.to_id).order_by("-formal", "id").first()
        sees_from = None if handover.past == Past.ALL else at
        invite(circle=story.circle, by=by, at=at, person=handover.to, worn=hat, sees_from=sees_from)
    if not Promise.objects.filter(instead_of=handover.id, who=by).exists():
        names = {"to": handover.to.first_name, "name": story.short}
        shared = {"circle": story.circle, "story": story, "for_whom": story.person, "instead_of": handover.id}
        day = max(handover.last_day, localdate(at))
        promise(what=_("Stelt %(to)s voor aan %(name)s") % names, day=day, by=by, at=at, **shared)  # type: ignore[arg-type]


def _ask_as_promise(handover: Handover, *, story: Story, by: Person, at: datetime) -> None:
    waiting = Promise.objects.open().filter(instead_of=handover.id, who=handover.to_id, answer__isnull=True)
    if waiting.exists():
        raise AskedAnother(handover.to)
    ask(
        who=handover.to,
        circle=story.circle,
        story=story,
        what=_("Neemt dit verhaal over van %(name)s") % {"name": by.first_name},
        course=Course(Rhythm.ALWAYS),
        instead_of=handover.id,
        by=by,
        at=at,
    )


@transaction.atomic
def give_come_back(*, follow_up: FollowUp, to: Person, by: Person, at: datetime) -> Promise:
    """Asks somebody of the circle to come back to it instead; until they say yes it stays one's own."""
    if to == by:
        raise DoesItAlready(by)
    waiting = Promise.objects.open().filter(instead_of=follow_up.id).select_related("who").first()
    if waiting:
        raise AskedAnother(waiting.who)
    story = Story.objects.filter(circle=follow_up.circle_id).first()
    day = max(follow_up.day, localdate(at))
    said = {"circle": follow_up.circle, "story": story, "what": follow_up.action or follow_up.moment.line[:300]}
    return ask(who=to, day=day, instead_of=follow_up.id, by=by, at=at, **said)  # type: ignore[arg-type]


@transaction.atomic
def go(*, by: Person, at: datetime) -> int:
    """Leaves every circle of a story of others, when nothing is left in one's hands; returns how many."""
    everything = carried(by=by, at=at)
    still = [(kind, [one for one in items if one.waits]) for kind, items in everything]
    if any(items for _kind, items in still):
        raise StillCarried([f"{str(kind.title).lower()} ({len(items)})" for kind, items in still if items])
    for one in (one for _kind, items in everything for one in items if one.kind == "come_back"):
        come_back(follow_up=one.it, by=by, at=at)
    seats = Membership.objects.current().filter(person=by, as_resident=False, parent_of__isnull=True)
    theirs = list(seats.filter(circle__kind="story"))
    for handover in (one.it for _kind, items in everything for one in items if one.kind == "story"):
        _ask_in_a_month(handover, by=by, at=at)
    for seat in theirs:
        leave(membership=seat, by=by, at=at)
    return len(theirs)


def _ask_in_a_month(handover: Handover, *, by: Person, at: datetime) -> None:
    """Whether they had to begin again: asked by a letter that waits; of who cannot log in, whoever took over asks."""
    story = Story.objects.get(circle=handover.circle_id)
    seats = Membership.objects.current().filter(circle=handover.circle_id, as_resident=True)
    readers = Person.objects.filter(id__in=seats.values("person")).filter(HasAccount("id"))
    said = {"writer": by, "about_kind": Letter.BEGAN_AGAIN, "about_id": story.id, "circle": handover.circle_id}
    for one in list(readers) or [handover.to]:
        write(kind=Letter.Kind.NOTICE, reader=one, at=at, due=at + A_MONTH, **said)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Check:
    """One thing that gets lost when somebody leaves, and of how many that still holds."""

    words: str
    count: int


def checks(*, by: Person, everything: list[Carried]) -> list[Check]:
    """What gets lost most, as counts. Deviations follow with their room."""
    of = {kind: [one for one in everything if one.kind == kind] for kind in KINDS}
    mine = {kind: len([one for one in items if one.state != State.TAKEN]) for kind, items in of.items()}
    handovers = [one.it for one in of["story"] if one.it]
    circles = {one.circle for one in of["story"]}
    tried = Lesson.objects.filter(moment__circle__in=circles).values_list("moment__circle", flat=True).distinct()
    ways_in = OwnWords.objects.filter(story__circle__in=circles, kind=OwnWords.Kind.WAY_IN)
    told = set(ways_in.values_list("story__circle", flat=True))
    again = OwnWords.objects.filter(story__circle__in=circles, kind__in=OwnWords.AFTERWARDS)
    last = again.order_by("story", "-at", "-id").distinct("story").values_list("kind", flat=True)
    numbers = WayToReach.objects.filter(person=by, only_for__isnull=False).values("only_for").distinct().count()
    asked = {one.id for one in handovers}
    promised = [one for one in of["promise"] if one.it.instead_of in asked]
    unheard = len([one for one in handovers if not one.past])
    return [
        Check(_("Bewoners die nog niet weten dat je weggaat"), len(of["story"]) - len(handovers)),
        Check(_("Bewoners van wie je nog geen antwoord hebt"), unheard),
        Check(_("Verhalen die nog niemand overneemt"), mine["story"]),
        Check(_("Afspraken die nog bij jou liggen"), mine["promise"]),
        Check(_("Kennismakingen die nog moeten komen"), len(promised)),
        Check(_("Dingen waar nog niemand op terugkomt"), mine["come_back"]),
        Check(_("Besloten notities die jij nog bewaart"), mine["seal"]),
        Check(_("Doorverwijzingen waar iemand nog op wacht"), mine["referral"]),
        Check(_("Vragen voor een ander die nog openstaan"), mine["ask"]),
        Check(_("Verhalen waar niet staat wat er is geprobeerd"), len(circles - set(tried))),
        Check(_("Verhalen waar niet staat hoe je binnenkomt"), len(circles - told)),
        Check(_("Bewoners die eerder opnieuw moesten beginnen"), list(last).count(OwnWords.Kind.AGAIN)),
        Check(_("Mensen die een eigen nummer van jou hebben"), numbers),
    ]

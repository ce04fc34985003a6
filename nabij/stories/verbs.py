"""What changes a story: opened, told in one's own words; promises asked, answered and kept."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Func, IntegerField, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.directory.models import Service
from nabij.people.families import FROM_THEN_ON_TELLS
from nabij.people.models import Hat, Household, Person
from nabij.people.verbs import note_person
from nabij.post.models import Letter
from nabij.post.verbs import worn_in, write
from nabij.stories.going import Goes
from nabij.stories.models import Answer, Keeping, OwnWords, Promise, Story, StoryCircle
from nabij.stories.turns import ONCE, Course
from nabij.trust.ages import parents_of as keys_of_parents
from nabij.trust.ages import past_a_parent, years_of
from nabij.trust.models import Circle, Membership
from nabij.trust.verbs import begin_circle, leave_trace, let_in
from nabij.trust.whatfor import purpose_for

LINK_LIVES = timedelta(days=7)


class NothingAsked(ValueError):
    """A promise says what is done."""

    def __init__(self) -> None:
        super().__init__(_("Wat is de afspraak? Een paar woorden zijn genoeg."))


class DayNeeded(ValueError):
    """Who answers 'another day' names it."""

    def __init__(self) -> None:
        super().__init__(_("Welke dag komt je wel uit? Kies een dag."))


class AnsweredAlready(ValueError):
    """Somebody answered in another way before."""

    def __init__(self) -> None:
        super().__init__(_("Hier was al antwoord op. Dat antwoord blijft staan."))


class SaidAlready(ValueError):
    """How a promise went is said once."""

    def __init__(self) -> None:
        super().__init__(_("Hier stond al hoe het ging. Dat blijft staan."))


class SomebodyUnknown(ValueError):
    """A story of a household is of everybody in it."""

    def __init__(self) -> None:
        super().__init__(_("In dit huishouden woont iemand die je nog niet kent. Maak eerst kennis."))


class ParentUnknown(ValueError):
    """A child's story does not begin behind the back of a parent who decides."""

    def __init__(self, child: Person) -> None:
        said = _("Je kent nog niet iedereen die voor %(name)s beslist. Maak eerst kennis met de ouder of voogd.")
        super().__init__(said % {"name": child.first_name})


class OnlyItself(ValueError):
    """A child's own words come before its parents by the child alone."""

    def __init__(self, child: Person) -> None:
        said = _("Ouders lezen hier mee. Alleen %(name)s zelf kan deze woorden voor hen opschrijven.")
        super().__init__(said % {"name": child.first_name})


class CircleNameless(ValueError):
    """A circle is called something, so that one knows to whom one writes."""

    def __init__(self) -> None:
        super().__init__(_("Hoe heet deze kring? Een paar woorden zijn genoeg."))


class DayGone(ValueError):
    """A day that is over cannot be promised."""

    def __init__(self) -> None:
        super().__init__(_("Die dag is al voorbij. Kies een dag die nog komt."))


class NotToday(DayGone):
    """What is looked at again is looked at on a later day: today it was decided."""

    def __init__(self) -> None:
        ValueError.__init__(self, _("Kies een dag na vandaag."))


@transaction.atomic
def open_story(
    *,
    by: Person,
    at: datetime,
    person: Person | None = None,
    household: Household | None = None,
    hat: Hat | None = None,
    readers: Sequence[tuple[Person, Hat | None]] = (),
    purpose: str = "",
) -> Story:
    """Opens a story with its circle: whoever opens it, whom it is about, a young child's parents, and who was chosen.

    purpose: the key of why, by default the usual one for who opens it.
    """
    about = [person] if person else people_of(household=household, at=at) if household else []
    circle = begin_circle(
        name=str(person.called if person else household),
        kind=Circle.Kind.STORY,
        by=by,
        at=at,
        hat=hat,
        residents=about,
        parents=[(parent, person) for parent in parents_of(person)] if person else [],
        purpose=purpose,
    )
    for reader, worn in readers:
        let_in(circle=circle, person=reader, by=by, at=at, hat=worn)
    story = Story.objects.create(circle=circle, person=person, household=household, opened_by=by, opened_at=at)
    leave_trace(by=by, hat=hat, what="open_story", thing=story, circle=circle.id, at=at)
    return story


def parents_of(person: Person) -> list[Person]:
    """Who reads and decides for a child under twelve.

    Nobody from then on: it says itself whether its parents read, also in a story that somebody else begins. So whoever
    does not know of the story it has already opens nothing of it, and learns nothing of it either.
    """
    years = years_of(person.id)
    if years is None or years >= FROM_THEN_ON_TELLS:
        return []
    keys = keys_of_parents(person.id)
    parents = list(Person.objects.filter(id__in=keys).order_by("id"))
    if len(parents) < len(keys):
        raise ParentUnknown(person)
    return parents


def people_of(*, household: Household, at: datetime) -> list[Person]:
    """Who lives there now; refuses when whoever asks does not know them all, so that nobody is left out unseen."""
    living = Q(until__isnull=True) | Q(until__gte=localdate(at))
    people = [member.person for member in household.members.filter(living).select_related("person")]
    size = Func(F("id"), function="trust.household_size", output_field=IntegerField())
    if Household.objects.filter(id=household.id).annotate(size=size).filter(size=len(people)).first() is None:
        raise SomebodyUnknown
    return people


@transaction.atomic
def begin_smaller_circle(
    *, story: Story, name: str, by: Person, at: datetime, readers: Sequence[Person], hat: Hat | None = None
) -> Circle:
    """A smaller circle in a story; whom the story is about is in it, always. Each reads in the hat they have there."""
    if not name.strip():
        raise CircleNameless
    there = Membership.objects.current().filter(circle=story.circle_id).select_related("person", "hat")
    residents = [one.person for one in there if one.as_resident]
    worn = {one.person_id: one.hat for one in there}
    circle = begin_circle(
        name=name.strip(),
        kind=Circle.Kind.STORY,
        by=by,
        at=at,
        hat=hat,
        residents=residents,
        purpose=story.circle.purpose_id or "",
    )
    for reader in {one.id: one for one in readers if one not in (*residents, by)}.values():
        let_in(circle=circle, person=reader, by=by, at=at, hat=worn.get(reader.id))
    StoryCircle.objects.create(story=story, circle=circle)
    return circle


@transaction.atomic
def begin_about(*, name: str, words: str, by: Person, at: datetime, hat: Hat | None = None) -> Story:
    """Opens a story about somebody by name, whom nobody noted before, with their own words if there are any."""
    person = note_person(name=name, by=by, at=at)
    story = open_story(by=by, at=at, person=person, hat=hat)
    if words.strip():
        tell(story=story, person=person, words=words.strip(), by=by, at=at)
    return story


@transaction.atomic
def begin_own(*, by: Person, at: datetime, words: str, matters: str = "") -> Story:
    """Opens one's own story, which only oneself reads until somebody is let in."""
    story = open_story(by=by, at=at, person=by)
    tell(story=story, person=by, words=words, matters=matters, by=by, at=at)
    return story


def tell(
    *,
    story: Story,
    person: Person,
    words: str,
    by: Person,
    at: datetime,
    matters: str = "",
    circle: Circle | None = None,
    goes: Goes | None = None,
    kind: str = OwnWords.Kind.WANTS,
) -> OwnWords:
    """The resident's own words, written by themselves or noted by a member; never mended.

    circle: which of the story's circles reads them; without one, the widest. goes: when they say how it goes.
    """
    how = goes or Goes()
    how.check()
    where = circle.id if circle else story.circle_id
    purpose_for(circle=Circle(id=where))
    if person != by and past_a_parent(circle=where, teller=person.id, writer=by.id):
        raise OnlyItself(person)
    told = OwnWords(story=story, circle_id=where, person=person, words=words, matters=matters, noted_by=by, at=at)
    told.kind, told.face, told.number = OwnWords.Kind.GOES if goes else kind, how.face, how.number
    told.save(force_insert=True)
    return told


@transaction.atomic
def promise(
    *,
    circle: Circle,
    what: str,
    by: Person,
    at: datetime,
    story: Story | None = None,
    for_whom: Person | None = None,
    hat: Hat | None = None,
    day: date | None = None,
    time: time | None = None,
    service: Service | None = None,
    course: Course = ONCE,
    instead_of: UUID | None = None,
) -> Promise:
    """Promises something oneself: asked and accepted in one. service: what of the social map it is about.

    instead_of: the promise that this one takes over.
    """
    rest: dict[str, Any] = {"story": story, "for_whom": for_whom, "hat": hat, "time": time, "service": service}
    made = _put(who=by, circle=circle, what=what, by=by, at=at, day=day, course=course, instead_of=instead_of, **rest)
    Answer.objects.create(promise=made, kind=Answer.Kind.YES, by=by, at=at)
    return made


@transaction.atomic
def ask(
    *,
    who: Person,
    circle: Circle,
    what: str,
    by: Person,
    at: datetime,
    story: Story | None = None,
    for_whom: Person | None = None,
    hat: Hat | None = None,
    day: date | None = None,
    time: time | None = None,
    words: str = "",
    course: Course = ONCE,
    instead_of: UUID | None = None,
) -> Promise:
    """Asks somebody to promise something; a letter with a link goes to them."""
    rest: dict[str, Any] = {"story": story, "for_whom": for_whom, "hat": hat, "time": time}
    asked = _put(who=who, circle=circle, what=what, by=by, at=at, day=day, course=course, instead_of=instead_of, **rest)
    write(
        kind=Letter.Kind.QUESTION,
        reader=who,
        writer=by,
        about_kind="promise",
        about_id=asked.id,
        circle=circle.id,
        words=words,
        at=at,
        expires=at + LINK_LIVES,
    )
    return asked


@transaction.atomic
def note_agreed(*, who: Person, by: Person, at: datetime, circle: Circle, what: str, **rest: Any) -> Promise:
    """Notes what somebody already said yes to; no letter goes out. rest: what `ask` takes as well, but for words."""
    made = _put(who=who, circle=circle, what=what, by=by, at=at, **rest)
    Answer.objects.create(promise=made, kind=Answer.Kind.YES, by=who, noted_by=by, at=at)
    return made


def _put(
    *,
    who: Person,
    circle: Circle,
    what: str,
    by: Person,
    at: datetime,
    day: date | None = None,
    hat: Hat | None = None,
    course: Course = ONCE,
    **rest: Any,
) -> Promise:
    """hat: in which it is done; without one, the hat in which they are in the circle."""
    if not what.strip():
        raise NothingAsked
    if day and day < localdate(at):
        raise DayGone
    course.check(first=day, today=localdate(at))
    purpose_for(circle=circle)
    made = Promise.objects.create(
        who=who,
        hat_id=hat.id if hat else worn_in(circle=circle.id, person=who),
        circle=circle,
        what=what.strip(),
        asked_by=by,
        asked_at=at,
        day=day,
        rhythm=course.rhythm,
        until=course.until,
        bounds=course.bounds.strip(),
        **rest,
    )
    leave_trace(by=by, hat=None, what="ask", thing=made, circle=circle.id, at=at)
    return made


@transaction.atomic
def answer(
    *,
    promise: Promise,
    kind: str,
    by: Person,
    at: datetime,
    day: date | None = None,
    words: str = "",
    noted_by: Person | None = None,
    by_link: bool = False,
) -> Answer:
    """Answers what was asked; an earlier answer gives way. Whoever asked hears it.

    noted_by: who wrote down what `by` said. by_link: the actor is the link of `by`.
    """
    if kind == Answer.Kind.OTHER_DAY and not day:
        raise DayNeeded
    if day and day < localdate(at):
        raise DayGone
    if not by_link:
        Answer.objects.filter(promise=promise).delete()
    try:
        with transaction.atomic():
            given = Answer.objects.create(
                promise=promise, kind=kind, day=day, words=words, by=by, noted_by=noted_by, by_link=by_link, at=at
            )
    except IntegrityError as there:
        raise AnsweredAlready from there
    if not by_link:
        # An earlier answer gives way, so what was said stands in the trace.
        said = f"{kind} {day or ''}".strip()
        leave_trace(by=noted_by or by, hat=None, what="answer", thing=given, circle=promise.circle_id, at=at, why=said)
    if promise.asked_by_id not in (by.id, noted_by and noted_by.id):
        _tell_asker(promise=promise, by=noted_by or by, at=at)
    return given


def _tell_asker(*, promise: Promise, by: Person, at: datetime) -> None:
    asker = Person(id=promise.asked_by_id)
    write(
        kind=Letter.Kind.NEWS,
        reader=asker,
        writer=by,
        about_kind="promise",
        about_id=promise.id,
        circle=promise.circle_id,
        at=at,
    )


@transaction.atomic
def keep(*, promise: Promise, kept: bool, by: Person, at: datetime, why: str = "") -> Keeping:
    """Says that a promise was kept, or not and why."""
    try:
        with transaction.atomic():
            keeping = Keeping.objects.create(promise=promise, kept=kept, why=why, by=by, at=at)
    except IntegrityError as there:
        raise SaidAlready from there
    leave_trace(by=by, hat=None, what="keep" if kept else "not_keep", thing=promise, circle=promise.circle_id, at=at)
    return keeping

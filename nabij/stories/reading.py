"""Reading a story: everything of it that whoever reads may see, and the look that is written down for it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Case, Count, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from nabij.base.standing import Standing
from nabij.moments.models import Attachment, Moment, Tie
from nabij.people.models import Hat, Person
from nabij.stories.handholds import ReadyLine
from nabij.stories.merging import doubles_among, is_merged, joined, was_merged
from nabij.stories.models import Answer, OwnWords, Promise, Story, Turn
from nabij.trust.models import Circle, HasAccount, Look, Looked, Membership, Objection
from nabij.trust.reading import told_glasses
from nabij.trust.verbs import note_look

OBJECTED = timedelta(days=92)  # An answer may take three months; so long a circle sees an objection shown to it.
MOST_TURNS = 30
MOST_ASKED = 20  # Of a few weeks; older questions stand in their stories.
MOST_GOING = 100  # Of how it goes; what is older is found with memory.
FEW = 3  # Looks, beside a story; all of them stand on a page of their own.


def logs_in(member: Membership) -> bool:
    """Of a reader as `readers_of` and `members_of` give them."""
    return bool(getattr(member, "has_account", True))


@dataclass(frozen=True)
class Telling:
    """A story as one reader sees it."""

    story: Story
    circles: list[Circle]
    readers: list[Membership]
    residents: list[Person]
    words: OwnWords | None
    way_in: OwnWords | None
    again: OwnWords | None
    going: list[OwnWords]
    ready: list[ReadyLine]
    moments: list[Moment]
    older: int
    promises: list[Promise]
    ties: list[Tie]
    looks: list[Look]
    objections: list[Objection]
    attachments: dict[UUID, list[Attachment]]
    joined: list[Story]
    beside: list[Circle]

    def is_about(self, person: Person) -> bool:
        return person in self.residents

    def readers_in(self, circle: Circle) -> list[Membership]:
        return [one for one in self.readers if one.circle_id == circle.id]

    @property
    def smaller(self) -> list[Circle]:
        """The circles inside this story in which fewer people read."""
        return self.circles[1:]

    @property
    def only(self) -> dict[UUID, str]:
        """What not everybody reads who reads this story, by circle: for whom it is."""
        return for_whom([*self.smaller, *self.beside], twice=self.joined)


def for_whom(circles: list[Circle], *, twice: list[Story]) -> dict[UUID, str]:
    """By circle for whom it is. twice: the stories that are read on the page of another."""
    said = _("wie ook het verhaal van %(name)s leest")
    theirs = {one.circle_id: said % {"name": one} for one in twice}
    return {one.id: theirs.get(one.id, one.name) for one in circles}


@dataclass(frozen=True)
class Card:
    """A story in a list: whose it is, and the newest of their own words."""

    story: Story
    words: str
    last: datetime


def cards() -> list[Card]:
    """The stories whoever acts reads, those with the newest moment first."""
    newest = OwnWords.objects.wants().filter(story=OuterRef("pk")).order_by("-at").values("words")[:1]
    theirs = Story.objects.select_related("person", "household").annotate(
        words=Coalesce(Subquery(newest), Value(""), output_field=TextField())
    )
    last = Moment.objects.last_in_each_circle()
    hidden = doubles_among(one.circle_id for one in theirs)
    found = [
        Card(story=one, words=one.words, last=last.get(one.circle_id, one.opened_at))
        for one in theirs
        if one.circle_id not in hidden
    ]
    return sorted(found, key=lambda card: (card.last, card.story.id), reverse=True)


def find(story_id: UUID) -> Story:
    """The story, when whoever acts may see it; Story.DoesNotExist when it is not there *for them*."""
    # Not with its circle: who is in a smaller circle alone does not see the widest.
    return Story.objects.select_related("person", "household").annotate(merged=is_merged()).get(id=story_id)


def circles_of(story: Story) -> list[Circle]:
    """The circles of a story that one is in, the widest first."""
    theirs = Circle.objects.filter(Q(id=story.circle_id) | Q(within_story__story=story))
    return sorted(theirs, key=lambda circle: circle.id != story.circle_id)


def circles_beside(circle: UUID) -> list[Circle]:
    """The circles of the story this is a circle of, as far as one is in them."""
    story = Story.objects.filter(Q(circle=circle) | Q(smaller_circles__circle=circle)).first()
    return circles_of(story) if story else []


def readers_of(circles: list[Circle]) -> list[Membership]:
    """Who reads in these circles now, residents first, then in the order they came."""
    theirs = Membership.objects.current().filter(circle__in=circles).annotate(has_account=HasAccount("person_id"))
    return list(theirs.select_related("person", "hat", "hat__group").order_by("-as_resident", "since", "id"))


@dataclass(frozen=True)
class Opened:
    """A story that somebody looks into: its circles, the widest first, and who reads in them."""

    story: Story
    circles: list[Circle]
    readers: list[Membership]

    @property
    def residents(self) -> list[Person]:
        """Whom it is about; they are in each of its circles."""
        return list({one.person_id: one.person for one in self.readers if one.as_resident}.values())

    @property
    def about(self) -> list[UUID]:
        return [one.id for one in self.residents]


def look_into(*, story: Story, by: Person, hat: Hat | None, at: datetime, what: str = Looked.READ) -> Opened:
    """Writes down that `by` sees something of a story, with its circles and readers as they see them."""
    there = with_readers(story)
    purpose = there.circles[0].purpose_id or ""
    note_look(by=by, hat=hat, about=there.about, thing=story, at=at, what=what, purpose=purpose)
    return there


def with_readers(story: Story) -> Opened:
    """A story's circles and readers, of which nothing is shown: only who is asked something, or may read."""
    circles = circles_of(story)
    return Opened(story, circles, readers_of(circles))


def open_story(
    *, story: Story, by: Person, hat: Hat | None, at: datetime, upto: int, what: str = Looked.READ
) -> Telling:
    """Reads a story as `find` gives it, with its newest `upto` moments, and writes down that `by` looked."""
    there = look_into(story=story, by=by, hat=hat, at=at, what=what)
    residents, twice = there.residents, joined(story) if was_merged(story) else []
    beside = [look_into(story=one, by=by, hat=hat, at=at, what=what) for one in twice]
    circles = [*there.circles, *(circle for one in beside for circle in one.circles)]
    stories = [story, *twice]
    moments = Moment.objects.of_circles([circle.id for circle in circles])
    shown, said = list(moments[:upto]), own_words(stories)
    return Telling(
        ready=list(ReadyLine.objects.filter(story__in=stories).order_by("at", "position", "id")),
        story=story,
        circles=there.circles,
        readers=[*there.readers, *(reader for one in beside for reader in one.readers)],
        residents=residents,
        words=said.wants,
        way_in=said.way_in,
        again=said.again,
        going=said.going,
        moments=shown,
        older=max(0, moments.aggregate(n=Count("id"))["n"] - upto),
        promises=list(Promise.objects.at_hand().filter(story__in=stories).earliest_first()),
        ties=list(Tie.objects.current().filter(circle__in=circles)),
        looks=newest_looks(story, by=by) if by in residents else [],
        objections=objections_in(circles, at=at),
        attachments=Attachment.objects.with_moments([one.id for one in shown]),
        joined=twice,
        beside=circles[len(there.circles) :],
    )


def objections_in(circles: list[Circle], *, at: datetime) -> list[Objection]:
    """What somebody objected to and showed to one of these circles."""
    shown = Objection.objects.filter(shown_in__in=[one.id for one in circles], at__gt=at - OBJECTED)
    return list(shown.select_related("person").order_by("-at"))


@dataclass(frozen=True)
class OwnSaid:
    """What a resident said last of each kind, and how it goes, the newest first."""

    wants: OwnWords | None
    way_in: OwnWords | None
    again: OwnWords | None
    going: list[OwnWords]


def own_words(stories: list[Story]) -> OwnSaid:
    """What the resident wants, how one comes in and whether they had to begin again; asked at once."""
    kind, newest = OwnWords.Kind, Q(kind=OwnWords.Kind.GOES)
    for kinds in ([kind.WANTS], [kind.WAY_IN], [kind.AGAIN, kind.NOT_AGAIN]):
        theirs = OwnWords.objects.filter(story__in=stories, kind__in=kinds).order_by("-at", "-id")
        newest |= Q(id=Subquery(theirs.values("id")[:1]))
    said = OwnWords.objects.filter(newest, story__in=stories).select_related("person", "noted_by")
    rows = list(said.order_by("-kind", "-at", "-id")[: MOST_GOING + 3])  # The many of how it goes come last.
    first = {one.kind: one for one in rows if one.kind != kind.GOES}
    again = first.get(kind.AGAIN) or first.get(kind.NOT_AGAIN)
    going = [one for one in rows if one.kind == kind.GOES][:MOST_GOING]
    return OwnSaid(first.get(kind.WANTS), first.get(kind.WAY_IN), again, going)


def newest_looks(story: Story, *, by: Person) -> list[Look]:
    """Who looked at this story last, for one of whom it is about; behind broken glass too, once the circle was told."""
    told = list(told_glasses(by.id, circle=story.circle_id).values_list("id", flat=True))
    theirs = Q(about=by.id, thing_id=story.id)
    newest = Look.objects.filter(theirs | Q(about__in=told) if told else theirs).order_by("-at")[: 3 * FEW]
    # Who opened two pages in one minute stands there once.
    shown: dict[object, Look] = {}
    for one in newest:
        shown.setdefault((one.who_name, one.hat_name, one.what, one.at.replace(second=0, microsecond=0)), one)
    return list(shown.values())[:FEW]


def members_of(circle: UUID) -> list[Membership]:
    """Who reads in one circle now, and who let them in."""
    theirs = Membership.objects.current().filter(circle_id=circle).annotate(has_account=HasAccount("person_id"))
    with_names = theirs.select_related("person", "hat", "hat__group", "let_in_by")
    return list(with_names.order_by("-as_resident", "since", "id"))


def people_around(story: Story, *, me: Person) -> list[Person]:
    """Who can be asked in this story: its readers and the people of its ties, oneself first."""
    there = with_readers(story)
    readers = [one.person for one in there.readers]
    tied = [tie.other for tie in Tie.objects.current().filter(circle__in=there.circles) if tie.other]
    return list({one.id: one for one in (me, *readers, *tied)}.values())


def who_may_take(promise: Promise, *, story: Story | None, me: Person) -> list[Person]:
    """Who can be asked to take something over, oneself first: the people of its story, else of its circle."""
    if story:
        return people_around(story, me=me)
    members = [one.person for one in readers_of([promise.circle])]
    return list({one.id: one for one in (me, *members)}.values())


def before_and_after(promise: Promise) -> list[Promise]:
    """What this promise takes over, and what was asked of others instead of it, as far as one sees them."""
    near = Q(instead_of=promise.id) | (Q(id=promise.instead_of) if promise.instead_of else Q())
    return list(Promise.objects.at_hand().filter(near).order_by("asked_at", "id"))


def turns_of(promise: Promise) -> list[Turn]:
    """How each time went of what comes back, the newest first."""
    return list(promise.turns.order_by("-day")[:MOST_TURNS]) if promise.recurs else []


def is_in(circle: UUID, *, person: Person) -> bool:
    return Membership.objects.current().filter(circle_id=circle, person=person).exists()


def who_may_join(members: list[Membership], *, today: date) -> list[tuple[str, str]]:
    """(id of a hat, how its wearer is called) of everybody whose hat one sees and who does not read here yet.

    Not whom one only knows by name or from another story: other households stand in no list, and are invited.
    """
    inside = {one.person_id for one in members}
    hats = Hat.objects.worn_on(today).select_related("person", "group").order_by("person__name", "id")
    return [(str(hat.id), f"{hat.person.called}, {hat.role}") for hat in hats if hat.person_id not in inside]


def hat_of(person: UUID, *, today: date) -> str:
    """The key of the first hat one sees somebody wear; empty when there is none."""
    return str(
        Hat.objects.worn_on(today).filter(person=person).order_by("id").values_list("id", flat=True).first() or ""
    )


def person_and_hat(hat_id: str) -> tuple[Person, Hat]:
    """Whom a choice of `who_may_join` means."""
    hat = Hat.objects.select_related("person").get(id=hat_id)
    return hat.person, hat


def how_it_goes(story_id: UUID, *, by: Person, hat: Hat | None, at: datetime) -> tuple[Opened, list[OwnWords]]:
    """A story with what its residents said about how it goes, the newest first; the look is written down."""
    there = look_into(story=find(story_id), by=by, hat=hat, at=at)
    return there, list(OwnWords.objects.going().filter(story=there.story)[:MOST_GOING])


def how_i_am(person: Person) -> list[OwnWords]:
    """What somebody said about how it goes with themselves, in whichever story, the newest first."""
    return list(OwnWords.objects.going().filter(person=person)[:MOST_GOING])


def own_story(person: Person) -> Story | None:
    """The first story about this person alone; without one, the first they share, with their household or another."""
    theirs = Membership.objects.current().filter(person=person, as_resident=True)
    about = Story.objects.filter(circle__in=theirs.values("circle"))
    return about.order_by(Case(When(person=person, then=0), default=1), "opened_at", "id").first()


def written_by(person: Person, *, moment: UUID) -> str:
    """The line of a moment of one's own; nothing for another's."""
    return Moment.objects.filter(id=moment, author=person).values_list("line", flat=True).first() or ""


def asked_of_others(*, by: Person, since: datetime) -> list[Promise]:
    """What somebody asked others since then, and what they answered; not what was promised, or is over."""
    theirs = Promise.objects.at_hand().filter(asked_by=by, asked_at__gte=since, keeping__isnull=True)
    waiting = theirs.exclude(who=by).exclude(answer__kind=Answer.Kind.YES)
    return list(waiting.order_by("-asked_at", "-id")[:MOST_ASKED])


def stories_in(circles: set[UUID]) -> dict[UUID, tuple[Story, str]]:
    """The story of each of these circles that has one, and the name of the circle when it is a smaller one."""
    found: dict[UUID, tuple[Story, str]] = {}
    for circle in WITH_STORY.rows(circles=list(circles)):
        if hasattr(circle, "story"):
            found[circle.id] = (circle.story, "")
        elif hasattr(circle, "within_story"):
            found[circle.id] = (circle.within_story.story, circle.name)
    return found


def _with_story(*, circles: list[UUID]) -> QuerySet[Circle]:
    joined = [f"{path}__{whose}" for path in ("story", "within_story__story") for whose in ("person", "household")]
    return Circle.objects.filter(id__any_of=circles, kind=Circle.Kind.STORY).select_related(*joined)


def residents_in(circles: set[UUID]) -> dict[UUID, list[UUID]]:
    """Whom each of these circles is about: {circle: [person]}."""
    found: dict[UUID, list[UUID]] = {}
    for circle, person in RESIDENTS.rows(circles=list(circles)):
        found.setdefault(circle, []).append(person)
    return found


def _residents(*, circles: list[UUID]) -> QuerySet[Membership, tuple[UUID, UUID]]:
    theirs = Membership.objects.current().filter(circle__id__any_of=circles, as_resident=True)
    return theirs.values_list("circle_id", "person_id")


WITH_STORY = Standing(_with_story, circles=list[UUID])
RESIDENTS = Standing(_residents, circles=list[UUID])

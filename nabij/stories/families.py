"""Households in which everybody has a file of their own, children by their age, and stories between two people.

Under twelve a parent reads and decides. From twelve no parent reads before the child says yes, whoever begins its
story; its own words stand in a circle without its parents, and are shown to them one by one. From sixteen somebody
decides alone: a parent's seat ends on that day by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from nabij.moments.models import Moment
from nabij.moments.verbs import note
from nabij.people.families import FROM_THEN_ON_DECIDES, FROM_THEN_ON_TELLS
from nabij.people.models import Hat, Household, Person
from nabij.people.verbs import live_together, note_birth, note_parent, note_person
from nabij.stories.models import Party, Story, StoryCircle
from nabij.stories.reading import Telling, circles_of, readers_of
from nabij.stories.verbs import begin_smaller_circle, open_story
from nabij.trust.ages import parents_of as keys_of_parents
from nabij.trust.ages import years_of
from nabij.trust.models import Circle, Membership
from nabij.trust.verbs import begin_circle, leave_trace, note_in, own_circle, seat_parent


class NoParent(ValueError):
    """A child under sixteen has somebody who decides."""

    def __init__(self, child: Person) -> None:
        super().__init__(_("%(name)s is nog geen 16. Wie is de ouder of voogd?") % {"name": child.first_name})


class Alone(ValueError):
    """A household is of two or more; so is a quarrel."""

    def __init__(self) -> None:
        super().__init__(_("Noem minstens twee mensen."))


class NotItsWord(ValueError):
    """What is shown to a parent is the child's own, and only the child says yes."""

    def __init__(self) -> None:
        super().__init__(_("Alleen wie dit vertelde, kan het aan de ouders laten lezen."))


@dataclass(frozen=True)
class Housemate:
    """Somebody of a household as told at the table: known already, or a name; a child with its day of birth."""

    name: str = ""
    person: Person | None = None
    born: date | None = None
    is_parent: bool = False


@transaction.atomic
def begin_household(
    *, housemates: Sequence[Housemate], name: str, by: Person, at: datetime, hat: Hat | None = None
) -> Story:
    """Opens the story of a household, with its people, how old the children are and whose they are."""
    if len(housemates) < 2:
        raise Alone
    people = [one.person or note_person(name=one.name, by=by, at=at) for one in housemates]
    parents = [person for person, one in zip(people, housemates, strict=True) if one.is_parent]
    for person, one in zip(people, housemates, strict=True):
        if one.born and one.person is None:
            _note_child(person, born=one.born, parents=parents, by=by, at=at)
    for person in people:  # A household is seen by whoever knows its people.
        note_in(circle=own_circle(by=by, at=at), person=person, at=at)
    names = [one.first_name for one in people]
    joined = _("%(most)s en %(last)s") % {"most": ", ".join(names[:-1]), "last": names[-1]}
    household = live_together(people=people, name=name.strip() or joined)
    return open_story(by=by, at=at, household=household, hat=hat)


def _note_child(person: Person, *, born: date, parents: list[Person], by: Person, at: datetime) -> None:
    note_birth(person=person, day=born, by=by, at=at)
    if not parents and counted_years(person) < FROM_THEN_ON_DECIDES:
        raise NoParent(person)
    for parent in parents:
        note_parent(child=person, parent=parent, by=by, at=at)


def counted_years(person: Person) -> int:
    """How old somebody is; who stands here without a day of birth is grown up."""
    years = years_of(person.id)
    return FROM_THEN_ON_DECIDES if years is None else years


@transaction.atomic
def open_file(*, person: Person, by: Person, at: datetime, hat: Hat | None = None) -> Story:
    """Opens the file of one member of a household: their own, which the others of the household do not read.

    A parent of a child under twelve reads along and decides; from twelve a child gets a circle of its own beside it,
    and no parent reads before it says yes (`let_parents_read`).
    """
    years, parents = counted_years(person), keys_of_parents(person.id)
    if years < FROM_THEN_ON_DECIDES and not parents:
        raise NoParent(person)
    story = open_story(by=by, at=at, person=person, hat=hat)
    if keeps_for_itself(person) and by.id not in parents:
        circle_without_parents(story=story, child=person, by=by, at=at, hat=hat)
    return story


def keeps_for_itself(person: Person) -> bool:
    """From twelve, until it decides alone, a child says itself what its parents read."""
    return FROM_THEN_ON_TELLS <= counted_years(person) < FROM_THEN_ON_DECIDES


def circle_without_parents(*, story: Story, child: Person, by: Person, at: datetime, hat: Hat | None = None) -> Circle:
    """A child's own circle in its file: with whoever begins it, and whom the child lets in."""
    name = _("%(name)s, zonder ouders") % {"name": child.first_name}
    return begin_smaller_circle(story=story, name=name, by=by, at=at, readers=[], hat=hat)


def parents_outside(*, story: Story, child: Person, readers: Sequence[Membership]) -> list[UUID]:
    """The parents of a child from twelve who do not read its story: only the child lets them in."""
    if story.person_id != child.id or not keeps_for_itself(child):
        return []
    there = {one.person_id for one in readers if one.circle_id == story.circle_id}
    return [key for key in keys_of_parents(child.id) if key not in there]


@transaction.atomic
def let_parents_read(*, story: Story, by: Person, at: datetime) -> list[Membership]:
    """A child's yes: from now on its parents read its story, until it takes that back or is sixteen."""
    readers = readers_of([story.circle])
    outside = parents_outside(story=story, child=by, readers=readers)
    return [seat_parent(circle=story.circle, parent=one, child=by, at=at) for one in outside]


@transaction.atomic
def begin_between(*, one: Person, other: Person, by: Person, at: datetime, hat: Hat | None = None) -> Story:
    """Opens a story between two people: a circle they share, and beside it one of each alone."""
    if one == other:
        raise Alone
    both = _("%(one)s en %(other)s") % {"one": one.first_name, "other": other.first_name}
    shared = begin_circle(name=both, kind=Circle.Kind.STORY, by=by, at=at, hat=hat, residents=[one, other])
    story = Story.objects.create(circle=shared, called=both, opened_by=by, opened_at=at)
    Party.objects.bulk_create(Party(story=story, person=person) for person in (one, other))
    for person in (one, other):
        own = begin_circle(name=person.called, kind=Circle.Kind.STORY, by=by, at=at, hat=hat, residents=[person])
        StoryCircle.objects.create(story=story, circle=own)
    leave_trace(by=by, hat=hat, what="open_story", thing=story, circle=shared.id, at=at)
    return story


def circle_for(*, story: Story, teller: Person) -> Circle:
    """Where somebody's words stand unless another circle is chosen.

    A child from twelve, or one of two parties: in the circle of their own. Everybody else: in the story's.
    """
    circles = circles_of(story)
    return circle_among(circles, story=story, readers=readers_of(circles), teller=teller)


def circle_among(circles: Sequence[Circle], *, story: Story, readers: Sequence[Membership], teller: Person) -> Circle:
    """The same, for who has the circles of the story and their readers at hand."""
    for circle in circles[1:]:
        about = [one.person_id for one in readers if one.circle_id == circle.id and one.as_resident]
        if about == [teller.id] and speaks_apart(story, teller=teller):
            return circle
    return circles[0]


def speaks_apart(story: Story, *, teller: Person) -> bool:
    """One of two parties, and a child that tells things itself while others decide."""
    return bool(story.called) or keeps_for_itself(teller)


def waiting_for_yes(told: Telling) -> set[UUID]:
    """The moments of a story that a child told in a circle of its own, and did not show its parents."""
    child = told.story.person
    if not (child and told.smaller) or not parent_reads(told, child=child):
        return set()
    if not keeps_for_itself(child):
        return set()
    shown = {one.shown_from_id for one in told.moments}
    own = {circle.id for circle in told.smaller}
    tellers = {one.id: one.told_by_id or one.author_id for one in told.moments if one.circle_id in own}
    return {key for key, teller in tellers.items() if teller == child.id and key not in shown}


def parent_reads(told: Telling, *, child: Person) -> bool:
    """Whether a parent sits in the widest circle of a child's story."""
    return any(one.parent_of_id == child.id for one in told.readers_in(told.circles[0]))


def kept_from_parents(told: Telling) -> bool:
    """Whether the newest own words are a child's that tells things itself, in a circle its parents do not read."""
    words, child = told.words, told.story.person
    if not (words and child) or words.person_id != child.id or words.circle_id == told.story.circle_id:
        return False
    parents = [one for one in told.readers if one.circle_id == words.circle_id and one.parent_of_id == child.id]
    return not parents and keeps_for_itself(child)


@transaction.atomic
def show_parents(*, moment: Moment, story: Story, by: Person, at: datetime, said_yes: Person | None = None) -> Moment:
    """A child's yes: what it told in its own circle now also stands where its parents read.

    said_yes: the child, when `by` writes down that it said so.
    """
    teller = moment.told_by or moment.author
    if (said_yes or by) != teller:
        raise NotItsWord
    shown = note(
        line=moment.line,
        circle=story.circle,
        by=by,
        at=at,
        happened_at=moment.happened_at,
        told_by=None if by == teller else teller,
        findable=moment.findable,
        themes=moment.themes,
        shown_from=moment,
    )
    leave_trace(by=by, hat=None, what="show_parents", thing=shown, circle=moment.circle_id, at=at)
    return shown


def own_files(*, household: Household) -> dict[Person, Story | None]:
    """Everybody of a household, each with the file of their own as far as whoever asks may read it."""
    people = [one.person for one in household.members.select_related("person").order_by("id")]
    files = {one.person_id: one for one in Story.objects.filter(person__in=people).order_by("-opened_at")}
    return {person: files.get(person.id) for person in people}

"""One who stands here twice, or a story: said to be the same, read on one page, and taken apart again.

Nothing that was written moves and no circle changes, so that nobody reads by it what they did not read before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import BooleanField, Exists, F, Func, OuterRef, Q
from django.utils.translation import gettext as _

from nabij.moments.oneline.names import INFIXES, KIN, TITLES, fold
from nabij.people.models import Hat, Person
from nabij.stories.models import Story
from nabij.trust.merges import Merge, MergeEnd
from nabij.trust.merging import same_as
from nabij.trust.models import Circle, HasAccount, Membership, Noted, member_circles
from nabij.trust.verbs import leave_trace

MOST = 50  # People to choose from; more than that nobody reads through.


class TwoLogIns(ValueError):
    """Whoever logs in speaks for themselves."""

    def __init__(self) -> None:
        super().__init__(_("Ze kunnen allebei zelf inloggen. Dan zijn het twee mensen."))


class NotInBoth(ValueError):
    """Only whoever writes in both says that two are the same."""

    def __init__(self) -> None:
        super().__init__(_("Samenvoegen kan alleen als je bij allebei schrijft. Vraag iemand die dat doet."))


class NotTheSame(ValueError):
    """One story twice is about the same people."""

    def __init__(self) -> None:
        super().__init__(_("Deze verhalen gaan niet over dezelfde mensen. Voeg eerst de mensen samen."))


class OneAlready(ValueError):
    """What is one already is not merged again."""

    def __init__(self) -> None:
        super().__init__(_("Dit is al samengevoegd."))


class TwoAlready(ValueError):
    """What was taken apart is two already."""

    def __init__(self) -> None:
        super().__init__(_("Dit is al uit elkaar gehaald."))


class MayWrite(Func):
    """Whether I may write in a circle, for why it writes things down."""

    function = "trust.may_write"
    output_field = BooleanField()


# Two stories on one page: about the same people, or each about one of the two who are one.
OF_STORIES = Q(person__isnull=True) | Q(circle__story__person=F("person"), double_circle__story__person=F("double"))


def is_merged() -> Exists:
    """Whether something was ever said of a story, as part of the question for the story itself."""
    around = Q(circle=OuterRef("circle")) | Q(double_circle=OuterRef("circle"))
    return Exists(Merge.objects.filter(around, end__isnull=True))


def was_merged(story: Story) -> bool:
    """Of a story that was found with `is_merged`: most never were, and ask nothing more."""
    return bool(getattr(story, "merged", True))


def standing() -> "list[Merge]":
    """What stands of stories, as far as one reads both; the oldest first."""
    return list(Merge.objects.standing().filter(OF_STORIES).order_by("at", "id"))


def remains(circle: UUID, *, among: Sequence[Merge]) -> UUID:
    """The circle of the story on whose page this one is read; itself when it stands alone."""
    into = {one.double_circle_id: one.circle_id for one in reversed(among)}
    seen = [circle]
    while (further := into.get(seen[-1])) and further not in seen:
        seen.append(further)
    return circle if into.get(seen[-1]) else seen[-1]  # Around in a ring: each stands alone.


def joined(story: Story) -> list[Story]:
    """The stories that are read on the page of this one."""
    rows = standing()
    circles = {one.double_circle_id for one in rows if remains(one.double_circle_id, among=rows) == story.circle_id}
    return list(Story.objects.filter(circle__in=circles).order_by("opened_at", "id")) if circles else []


def read_elsewhere() -> dict[UUID, UUID]:
    """By the key of a story that is a double, the one on whose page it is read."""
    rows = standing()
    circles = {key for one in rows for key in (one.circle_id, one.double_circle_id)}
    keys = dict(Story.objects.filter(circle__in=circles).values_list("circle_id", "id")) if circles else {}
    there = {circle: remains(circle, among=rows) for circle in keys}
    return {keys[circle]: keys[end] for circle, end in there.items() if end != circle and end in keys}


def forward(story: Story) -> Story | None:
    """The story to whose page this address leads; None when it is read here."""
    if not was_merged(story):
        return None
    there = remains(story.circle_id, among=standing())
    return None if there == story.circle_id else Story.objects.filter(circle=there).first()


def doubles_among(circles: Iterable[UUID]) -> set[UUID]:
    """The circles of stories that are read on the page of another."""
    rows = standing()
    return {one for one in circles if remains(one, among=rows) != one}


# -- People ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Said:
    """That two are the same as a page tells it: which is the other, and by whom it was said, when one sees them."""

    merge: Merge
    other: Person | None
    by: Person | None


def said_of(person: UUID) -> list[Said]:
    """What was said of somebody, each pair once."""
    return _said(Q(person=person) | Q(double=person), about={person})


def said_here(story: Story, *, beside: Sequence[Story]) -> list[Said]:
    """What was said of the stories on one page, or of whom this one is about."""
    circles = [one.circle_id for one in (story, *beside)]
    about = {story.person_id} if story.person_id else set()
    return _said(Q(circle__in=circles) | Q(double_circle__in=circles), about=about)


def _said(which: Q, *, about: set[UUID]) -> list[Said]:
    theirs = Merge.objects.standing().filter(which).order_by("at", "id")
    rows = list({(one.person_id, one.double_id, one.double_id or one.double_circle_id): one for one in theirs}.values())
    keys = {key for one in rows for key in (one.person_id, one.double_id, one.by_id) if key}
    seen = Person.objects.in_bulk(list(keys)) if keys else {}
    others = [next((key for key in (one.double_id, one.person_id) if key and key not in about), None) for one in rows]
    return [
        Said(one, seen.get(other) if other else None, seen.get(one.by_id))
        for one, other in zip(rows, others, strict=True)
    ]


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be the same, and whether their name is alike."""

    person: Person
    alike: bool
    logs_in: bool


def candidates(person: Person, *, by: Person) -> list[Candidate]:
    """Who may be the same person, among those one writes about: alike names first; never two who both log in."""
    circles = writable(by)
    known = Q(id__in=Membership.objects.current().filter(circle__in=circles).values("person"))
    known |= Q(id__in=Noted.objects.filter(circle__in=circles).values("person"))
    others = Person.objects.filter(known).exclude(id__in=[person.id, by.id, *same_as(person.id)])
    others = others.annotate(logs_in=HasAccount("id")).select_related("neighbourhood", "made_by")
    if Person.objects.filter(HasAccount("id"), id=person.id).exists():
        others = others.filter(logs_in=False)
    found = [Candidate(one, alike(one, person), one.logs_in) for one in others]
    return sorted(found, key=lambda one: (not one.alike, one.person.called.casefold(), one.person.id))[:MOST]


def alike(one: Person, other: Person) -> bool:
    """Whether two share a word of how they are called, without accents; a title or a kinship is no name."""
    return bool(_words(one) & _words(other))


def _words(person: Person) -> set[str]:
    said = fold(f"{person.name} {person.known_as}").replace(".", " ").split()
    return {word for word in said if len(word) > 1} - TITLES - INFIXES - KIN


def same_stories(story: Story) -> list[Story]:
    """Other stories about the same people, of which one reads the whole."""
    about = residents_of(story)
    if not about:
        return []
    near = Membership.objects.current().filter(person__in=about, as_resident=True).values("circle")
    others = Story.objects.filter(circle__in=near).exclude(id=story.id).select_related("person", "household")
    hidden = doubles_among([one.circle_id for one in others])
    return [one for one in others if one.circle_id not in hidden and residents_of(one) == about]


def residents_of(story: Story) -> set[UUID]:
    theirs = Membership.objects.current().filter(circle=story.circle_id, as_resident=True)
    return set(theirs.values_list("person_id", flat=True))


def writable(by: Person) -> list[UUID]:
    return list(member_circles(by.id).filter(MayWrite("id")).values_list("id", flat=True))


def places(person: Person, *, within: Sequence[UUID]) -> list[UUID]:
    """Where somebody is known among these circles: those of their own stories, else wherever they are."""
    own = Story.objects.filter(person=person, circle__in=within).order_by("opened_at", "id")
    found = list(own.values_list("circle_id", flat=True))
    if found:
        return found
    there = Membership.objects.current().filter(person=person, circle__in=within).values("circle")
    noted = Noted.objects.filter(person=person, circle__in=within).values("circle")
    return list(
        Circle.objects.filter(Q(id__in=there) | Q(id__in=noted)).order_by("made_at", "id").values_list("id", flat=True)
    )


@transaction.atomic
def merge_people(
    *, person: Person, double: Person, why: str, by: Person, at: datetime, hat: Hat | None = None
) -> list[Merge]:
    """Says that two are the same person, with their stories, where `by` writes about both; who logs in remains."""
    log_in = set(Person.objects.filter(HasAccount("id"), id__in=[person.id, double.id]).values_list("id", flat=True))
    if len(log_in) > 1:
        raise TwoLogIns
    if double.id in same_as(person.id) or person == double:
        raise OneAlready
    if double.id in log_in:
        person, double = double, person
    within = writable(by)
    kept, twice = places(person, within=within), places(double, within=within)
    if not (kept and twice):
        raise NotInBoth
    rows = [
        Merge(person=person, double=double, circle_id=kept[0], double_circle_id=there, why=why, by=by, at=at)
        for there in twice
    ]
    return [_say(one, by=by, hat=hat, at=at) for one in rows]


@transaction.atomic
def merge_stories(*, story: Story, double: Story, why: str, by: Person, at: datetime, hat: Hat | None = None) -> Merge:
    """Says that two stories about the same people are one."""
    if double in joined(story) or story == double:
        raise OneAlready
    if residents_of(story) != residents_of(double):
        raise NotTheSame
    if not {story.circle_id, double.circle_id} <= set(writable(by)):
        raise NotInBoth
    row = Merge(circle_id=story.circle_id, double_circle_id=double.circle_id, why=why, by=by, at=at)
    return _say(row, by=by, hat=hat, at=at)


def _say(row: Merge, *, by: Person, hat: Hat | None, at: datetime) -> Merge:
    row.save(force_insert=True)
    for circle in {row.circle_id, row.double_circle_id}:
        leave_trace(by=by, hat=hat, what="merge", thing=row, circle=circle, at=at)
    return row


@transaction.atomic
def part(*, merge: Merge, by: Person, at: datetime, hat: Hat | None = None) -> list[MergeEnd]:
    """Takes two apart again: all stands where it stood, and what came since stays where it was written."""
    same = Q(person=merge.person_id, double=merge.double_id) if merge.person_id else Q(id=merge.id)
    rows = list(Merge.objects.filter(same, end__isnull=True))
    if not rows:
        raise TwoAlready
    return [_end(one, by=by, hat=hat, at=at) for one in rows]


def _end(row: Merge, *, by: Person, hat: Hat | None, at: datetime) -> MergeEnd:
    try:
        with transaction.atomic():
            ended = MergeEnd.objects.create(merge=row, by=by, at=at)
    except IntegrityError as there:
        raise TwoAlready from there
    leave_trace(by=by, hat=hat, what="part", thing=row, circle=row.circle_id, at=at)
    return ended

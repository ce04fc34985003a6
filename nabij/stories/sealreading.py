"""Reading sealed notes: one's own, one of them whole, and what a resident hears."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.utils.timezone import localdate

from nabij.moments.models import Tie
from nabij.people.families import Parent
from nabij.people.models import Hat, HouseholdMember, Person
from nabij.stories.models import Story
from nabij.stories.seals import SealedLine, SealedNote, SealKeeper, SealOpening, SealReview, SealTold
from nabij.trust.models import HasAccount, Looked, Membership, TrustedThird
from nabij.trust.verbs import note_look

# The hat of whoever administers Nabij; not of whoever runs the community house ("beheerder buurthuis").
ADMINISTERS = r"^((applicatie|functioneel) ?)?beheer(der)?$"
CLOSE = (Tie.Kind.FAMILY, Tie.Kind.FRIEND, Tie.Kind.NEIGHBOUR)


@dataclass(frozen=True)
class Sealed:
    """A sealed note as one of its keepers sees it."""

    note: SealedNote
    keepers: list[SealKeeper]
    reviews: list[SealReview]
    lines: list[SealedLine]
    told: SealTold | None
    placed: SealOpening | None
    erasure_asked: bool = False

    @property
    def looks_again(self) -> date:
        """The day agreed last."""
        return next((one.until for one in self.reviews if one.until and _agreed(one)), self.note.review_on)

    @property
    def proposal(self) -> SealReview | None:
        """What still waits for an answer."""
        return next((one for one in self.reviews if not hasattr(one, "agreement")), None)

    @property
    def outcome(self) -> str:
        """open or delete, once both agreed."""
        return next((one.kind for one in self.reviews if _agreed(one) and one.kind != SealReview.Kind.RENEW), "")

    def is_due(self, today: date) -> bool:
        return not self.outcome and self.looks_again <= today

    def seat(self, person: UUID) -> SealKeeper | None:
        return next((one for one in self.keepers if one.person_id == person and one.until is None), None)

    def other(self, person: UUID) -> SealKeeper | None:
        """Who keeps it beside this person, or was asked to, or said no."""
        theirs = [one for one in self.keepers if one.person_id != person and one.until is None]
        return theirs[-1] if theirs else None

    def waits_for(self, person: UUID) -> str:
        """What this person is asked now: second, proposal, place, another or review; nothing when all is well."""
        seat, other = self.seat(person), self.other(person)
        if seat is None or (self.outcome and (self.placed or self.outcome == SealReview.Kind.DELETE)):
            return ""
        if not hasattr(seat, "answer"):
            return "second"
        if self.outcome:
            return "place"
        if other is None or (hasattr(other, "answer") and not other.answer.yes):
            return "another"
        if self.proposal:
            return "proposal" if self.proposal.by_id != person else ""
        return ""


def _agreed(review: SealReview) -> bool:
    return hasattr(review, "agreement") and review.agreement.yes


def mine(*, by: Person) -> list[Sealed]:
    """Every note one keeps or is asked to keep, the nearest day first."""
    found = list(SealedNote.objects.filter(keepers__person=by, keepers__until__isnull=True).distinct().order_by("id"))
    return sorted(_whole(found), key=lambda one: (one.looks_again, one.note.id))


def asking(*, by: Person, at: datetime) -> list[tuple[Sealed, str]]:
    """For Today: the notes on which something is asked of me now, and what."""
    today = localdate(at)
    found = [(one, one.waits_for(by.id) or ("review" if one.is_due(today) else "")) for one in mine(by=by)]
    return [(one, what) for one, what in found if what and not (what == "review" and one.proposal)]


def in_story(*, story: Story, by: Person) -> list[Sealed]:
    """Those about one story, as far as one keeps them."""
    found = SealedNote.objects.filter(story=story, keepers__person=by, keepers__until__isnull=True)
    return [one for one in _whole(list(found.distinct().order_by("id"))) if not one.outcome]


def open_sealed(*, note_id: UUID, by: Person, hat: Hat | None, at: datetime) -> Sealed:
    """Reads one note and writes down that one did; SealedNote.DoesNotExist when it is not there *for them*.

    The look names the note and not the resident: it would tell them that there is one.
    """
    there = SealedNote.objects.get(id=note_id)
    note_look(by=by, hat=hat, about=[there.id], thing=there, at=at, what=Looked.SEAL)
    return _whole([there])[0]


def _whole(notes: list[SealedNote]) -> list[Sealed]:
    """Everything of some notes, in as many queries as for one."""
    ids = [one.id for one in notes]
    if not ids:
        return []
    keepers = list(SealKeeper.objects.filter(note__in=ids).select_related("answer").order_by("at", "id"))
    reviews = list(SealReview.objects.filter(note__in=ids).select_related("agreement").order_by("-at", "-id"))
    lines = list(SealedLine.objects.filter(note__in=ids).order_by("at", "id"))
    told = {one.note_id: one for one in SealTold.objects.filter(note__in=ids)}
    placed = {one.note_id: one for one in SealOpening.objects.filter(note__in=ids)}
    forgotten = erasure_asked()
    return [
        Sealed(
            note=one,
            keepers=[keeper for keeper in keepers if keeper.note_id == one.id],
            reviews=[review for review in reviews if review.note_id == one.id],
            lines=[line for line in lines if line.note_id == one.id],
            told=told.get(one.id),
            placed=placed.get(one.id),
            erasure_asked=one.id in forgotten,
        )
        for one in notes
    ]


def told_of(*, story: Story) -> list[SealTold]:
    """What a resident hears: that there is one, since when, until which day. Empty for everybody else."""
    return list(SealTold.objects.filter(circle=story.circle_id, until__isnull=True).order_by("since", "id"))


@dataclass(frozen=True)
class Seconds:
    """Whom one may ask: who reads in the story or is the trusted third, and the others one knows in a hat of work."""

    first: list[Hat]
    others: list[Hat]


def is_about(story: Story, *, person: Person) -> bool:
    return Membership.objects.current().filter(circle=story.circle_id, person=person, as_resident=True).exists()


def may_seal(story: Story, *, by: Person, at: datetime) -> bool:
    """Who wears a hat of work, and is not whom the story is about; the database holds both."""
    worn = Hat.objects.worn_on(localdate(at)).filter(person=by, formal=True)
    return worn.exists() and not is_about(story, person=by)


def may_keep(*, story: Story, by: Person, at: datetime) -> Seconds:
    """Whom one may ask as second person."""
    return second_persons(by=by, at=at, circle=story.circle_id)


def second_persons(*, by: Person, at: datetime, circle: UUID | None = None) -> Seconds:
    """One hat of work a person, of everybody one sees who can log in; in a story nobody close to whom it is about.

    Whoever only administers is never asked: that hat reads no content; nor who works elsewhere and not for people here.
    """
    worn = Hat.objects.worn_on(localdate(at)).filter(HasAccount("person_id"), formal=True)
    hats = worn.exclude(person=by).exclude(~Q(employer=""), group__isnull=True, open=False)
    hats = hats.exclude(role__iregex=ADMINISTERS)
    if circle:
        hats = hats.exclude(person__in=close_to(circle=circle))
    found = {hat.person_id: hat for hat in hats.select_related("person", "group").order_by("-id")}
    first = (readers_at_work(circle=circle) if circle else set()) | thirds(on=localdate(at))
    ordered = sorted(found.values(), key=lambda hat: hat.person.called.casefold())
    return Seconds(
        first=[hat for hat in ordered if hat.person_id in first],
        others=[hat for hat in ordered if hat.person_id not in first],
    )


def close_to(*, circle: UUID) -> set[UUID]:
    """Whom the circle is about, who lives in their street, and who is family, friend or neighbour of theirs in it."""
    about = Membership.objects.current().filter(circle=circle, as_resident=True)
    residents = list(Person.objects.filter(id__in=about.values("person_id")))
    streets = {one.street for one in residents if one.street}
    ties = Tie.objects.filter(circle=circle, owner__in=residents, other__isnull=False, kind__in=CLOSE)
    family = Parent.objects.filter(Q(child__in=residents) | Q(parent__in=residents))
    housemates = HouseholdMember.objects.filter(household__members__person__in=residents)
    return (
        {one.id for one in residents}
        | set(Person.objects.filter(street__in=streets).values_list("id", flat=True))
        | set(ties.values_list("other_id", flat=True))
        | {one for pair in family.values_list("child_id", "parent_id") for one in pair}
        | set(housemates.values_list("person_id", flat=True))
    )


def thirds(*, on: date) -> set[UUID]:
    """Who watches over breaking the glass where I am."""
    theirs = TrustedThird.objects.filter(Q(until__isnull=True) | Q(until__gt=on), since__lte=on)
    return set(theirs.values_list("person_id", flat=True))


def readers_at_work(*, circle: UUID) -> set[UUID]:
    """Who reads in a circle in a hat of work."""
    theirs = Membership.objects.current().filter(circle=circle, hat__formal=True)
    return set(theirs.values_list("person_id", flat=True))


def erasure_asked() -> set[UUID]:
    """The notes I keep of which whom they are about was forgotten: only their keepers still know."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.my_erased_seals()")
        return set(cursor.fetchone()[0])

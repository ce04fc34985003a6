"""What is done with a sealed note: sealed, kept by two, looked at again, and then opened, renewed or deleted.

Nothing here happens by itself: on its day both keepers are asked, one proposes and the other agrees. Until the second
person has said yes the note is closed all the same, and they see why it is sealed, not what it says.
"""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.moments.verbs import NothingSaid, Unwritable, note
from nabij.people.models import Hat, Person
from nabij.post.models import Letter
from nabij.post.verbs import write
from nabij.stories.models import Story
from nabij.stories.sealreading import erasure_asked, is_about
from nabij.stories.seals import (
    KeeperAnswer,
    SealAgreement,
    SealedLine,
    SealedNote,
    SealKeeper,
    SealOpening,
    SealReview,
    SealTold,
)
from nabij.stories.verbs import DayGone, NotToday
from nabij.trust.models import Circle, Membership, member_circles
from nabij.trust.verbs import introduce, leave_trace

LONGEST = timedelta(days=184)  # Half a year: a day that never comes is no day.
LONGEST_LINE = 3000


class ReasonNeeded(ValueError):
    """Nothing is kept from somebody without a reason."""

    def __init__(self) -> None:
        super().__init__(_("Waarom nog niet lezen? Eén zin is genoeg."))


class SayWhy(ReasonNeeded):
    """The other keeper must know why it would stay sealed, or go."""

    def __init__(self) -> None:
        ValueError.__init__(self, _("Waarom? Eén zin is genoeg."))


class DayTooFar(ValueError):
    """One looks again within half a year."""

    def __init__(self) -> None:
        super().__init__(_("Dat is te ver weg. Kies een dag binnen een half jaar."))


class WhyNotTold(ValueError):
    """That somebody does not even hear that it exists needs a reason of its own."""

    def __init__(self) -> None:
        super().__init__(_("Waarom is vertellen gevaarlijk? Eén zin is genoeg."))


class OwnStory(ValueError):
    """Whom a story is about seals nothing in it."""

    def __init__(self) -> None:
        super().__init__(_("Dit gaat over jou. Wat alleen jij mag lezen, schrijf je voor jezelf."))


class NotTogether(ValueError):
    """A decision takes two keepers who said yes."""

    def __init__(self) -> None:
        super().__init__(_("Dit besluit je met zijn tweeën. Vraag eerst een tweede persoon."))


class ProposedAlready(ValueError):
    """One proposal at a time."""

    def __init__(self) -> None:
        super().__init__(_("Er ligt al een voorstel. Daar is eerst een antwoord op nodig."))


class OverAlready(ValueError):
    """What was opened or deleted is over."""

    def __init__(self) -> None:
        super().__init__(_("Deze notitie is al geopend of verwijderd."))


class PlaceTaken(ValueError):
    """Two keep a note, no more."""

    def __init__(self) -> None:
        super().__init__(_("Er is al een tweede persoon. Die moet eerst nee zeggen of weg zijn."))


class NowhereToOpen(ValueError):
    """The story was erased: there is nothing left to open it into."""

    def __init__(self) -> None:
        super().__init__(_("Het verhaal is gewist. Openen kan niet meer: houd het langer besloten of verwijder het."))


class LastKeeper(ValueError):
    """Somebody must keep it until it is opened or deleted."""

    def __init__(self) -> None:
        super().__init__(_("Jij bent de laatste die dit bewaart. Vraag eerst iemand anders."))


@transaction.atomic
def seal(
    *,
    story: Story,
    words: str,
    reason: str,
    second: Person,
    review_on: date,
    by: Person,
    at: datetime,
    hat: Hat | None = None,
    why_untold: str | None = None,
) -> SealedNote:
    """Writes what the resident may not read yet, for the writer and a second person.

    why_untold: None tells the resident that there is one; else why telling is the danger.
    """
    _refuse_words(words)
    _refuse_day(review_on, at=at)
    if not reason.strip():
        raise ReasonNeeded
    if why_untold is not None and not why_untold.strip():
        raise WhyNotTold
    if is_about(story, person=by):
        raise OwnStory
    made = SealedNote(story=story, circle_id=story.circle_id, about=str(story)[:120], reason=reason.strip())
    made.why_untold, made.review_on = (why_untold or "").strip(), review_on
    made.by, made.by_name, made.at = by, by.called, at
    made.save(force_insert=True)
    first: dict[str, Any] = {"note": made, "put_by": by, "at": at}
    mine = SealKeeper(person=by, person_name=by.called, **first)
    SealKeeper.objects.bulk_create([mine, SealKeeper(person=second, person_name=second.called, **first)])
    KeeperAnswer.objects.create(keeper=mine, yes=True, at=at)
    write_in(sealed=made, words=words, by=by, at=at)
    if why_untold is None:
        SealTold.objects.create(note=made, circle_id=made.circle_id, since=localdate(at), looks_again=review_on)
    _ask(second, note=made, by=by, at=at)
    leave_trace(by=by, hat=hat, what="seal", thing=made, circle=None, at=at)
    return made


def _refuse_words(words: str) -> None:
    if not words.strip():
        raise NothingSaid
    if any(sign == "\0" or "\ud800" <= sign <= "\udfff" for sign in words):
        raise Unwritable


def _refuse_day(day: date, *, at: datetime) -> None:
    if day <= localdate(at):
        raise NotToday if day == localdate(at) else DayGone
    if day > localdate(at) + LONGEST:
        raise DayTooFar


def _ask(second: Person, *, note: SealedNote, by: Person, at: datetime) -> None:
    """They must know who asks, and each other's answer later."""
    introduce(person=by, to=second, by=by, at=at)
    _notice("seal_asked", reader=second, note=note, by=by, at=at)


def _notice(kind: str, *, reader: Person, note: SealedNote, by: Person, at: datetime) -> None:
    write(kind=Letter.Kind.NOTICE, reader=reader, writer=by, about_kind=kind, about_id=note.id, circle=None, at=at)


def _tell_other(kind: str, *, note: SealedNote, by: Person, at: datetime) -> None:
    for one in current(note):
        if one.person_id != by.id:
            _notice(kind, reader=Person(id=one.person_id), note=note, by=by, at=at)


def current(note: SealedNote) -> list[SealKeeper]:
    """Who keeps it now or is asked to: not who said no."""
    theirs = SealKeeper.objects.filter(note=note, until__isnull=True).exclude(answer__yes=False)
    return list(theirs.select_related("answer").order_by("at", "id"))


@transaction.atomic
def answer_as_second(*, keeper: SealKeeper, yes: bool, by: Person, at: datetime, words: str = "") -> KeeperAnswer:
    """Says whether one keeps it with the writer; until then one sees why, not what."""
    writer = Person(id=keeper.put_by_id)
    given = KeeperAnswer.objects.create(keeper=keeper, yes=yes, words=words.strip(), at=at)
    introduce(person=by, to=writer, by=by, at=at)
    about = SealedNote(id=keeper.note_id)
    _notice("seal_answered", reader=writer, note=about, by=by, at=at)
    leave_trace(by=by, hat=None, what="keep_seal" if yes else "not_keep_seal", thing=keeper, circle=None, at=at)
    return given


@transaction.atomic
def ask_another(*, sealed: SealedNote, person: Person, by: Person, at: datetime) -> SealKeeper:
    """Asks somebody else to keep it, in the place of who said no, never answered or is gone."""
    for one in SealKeeper.objects.filter(note=sealed, until__isnull=True).exclude(person=by):
        if not SealKeeper.objects.filter(id=one.id).update(until=at):
            raise PlaceTaken
    asked = SealKeeper.objects.create(note=sealed, person=person, person_name=person.called, put_by=by, at=at)
    _ask(person, note=sealed, by=by, at=at)
    leave_trace(by=by, hat=None, what="ask_keeper", thing=sealed, circle=None, at=at)
    return asked


@transaction.atomic
def step_down(*, keeper: SealKeeper, by: Person, at: datetime) -> None:
    """Stops keeping a note, once another who said yes keeps it too."""
    others = [one for one in current(SealedNote(id=keeper.note_id)) if one.person_id != by.id and said_yes(one)]
    if not others:
        raise LastKeeper
    _tell_other("seal_left", note=SealedNote(id=keeper.note_id), by=by, at=at)
    leave_trace(by=by, hat=None, what="leave_seal", thing=keeper, circle=None, at=at)
    SealKeeper.objects.filter(id=keeper.id).update(until=at)


def said_yes(keeper: SealKeeper) -> bool:
    return hasattr(keeper, "answer") and keeper.answer.yes


def write_in(*, sealed: SealedNote, words: str, by: Person, at: datetime) -> SealedLine:
    """Adds a line, with its writer and day."""
    _refuse_words(words)
    if outcome(sealed):
        raise OverAlready
    return SealedLine.objects.create(note=sealed, words=words.strip(), by=by, by_name=by.called, at=at)


def outcome(sealed: SealedNote) -> str:
    """open or delete, once both agreed; else nothing."""
    ends = (SealReview.Kind.OPEN, SealReview.Kind.DELETE)
    agreed = SealReview.objects.filter(note=sealed, kind__in=ends, agreement__yes=True)
    return agreed.values_list("kind", flat=True).first() or ""


@transaction.atomic
def propose(
    *, sealed: SealedNote, kind: str, by: Person, at: datetime, why: str = "", until: date | None = None
) -> SealReview:
    """Proposes to open, renew or delete it; the other keeper answers."""
    if outcome(sealed):
        raise OverAlready
    if len([one for one in current(sealed) if said_yes(one)]) < 2:
        raise NotTogether
    if SealReview.objects.filter(note=sealed, agreement__isnull=True).exists():
        raise ProposedAlready
    if kind == SealReview.Kind.RENEW:
        _refuse_day(until or localdate(at), at=at)
    if kind != SealReview.Kind.OPEN and not why.strip():
        raise SayWhy
    _refuse_opening_nowhere(kind, sealed=sealed)
    said = {"kind": kind, "why": why.strip(), "until": until if kind == SealReview.Kind.RENEW else None}
    made = SealReview.objects.create(note=sealed, by=by, by_name=by.called, at=at, **said)
    _tell_other("seal_proposed", note=sealed, by=by, at=at)
    leave_trace(by=by, hat=None, what=f"propose_{kind}_seal", thing=sealed, circle=None, at=at)
    return made


def _refuse_opening_nowhere(kind: str, *, sealed: SealedNote) -> None:
    if kind == SealReview.Kind.OPEN and sealed.id in erasure_asked():
        raise NowhereToOpen


@transaction.atomic
def agree(
    *, review: SealReview, yes: bool, by: Person, at: datetime, hat: Hat | None = None, words: str = ""
) -> SealAgreement:
    """The other keeper agrees, or not. With a yes it is done; whoever reads the story puts there what was opened."""
    if yes:
        _refuse_opening_nowhere(review.kind, sealed=SealedNote(id=review.note_id))
    said = {"yes": yes, "words": words.strip(), "by": by, "by_name": by.called, "at": at}
    given = SealAgreement.objects.create(review=review, **said)
    sealed, told = review.note, SealTold.objects.filter(note=review.note_id)
    leave_trace(
        by=by, hat=hat, what=f"{'agree' if yes else 'disagree'}_{review.kind}", thing=sealed, circle=None, at=at
    )
    _tell_other("seal_decided", note=sealed, by=by, at=at)
    if not yes:
        return given
    if review.kind == SealReview.Kind.RENEW:
        told.update(looks_again=review.until)
        return given
    if review.kind == SealReview.Kind.DELETE:
        told.update(until=localdate(at))
        _empty(sealed)
    elif member_circles(by.id).filter(id=sealed.circle_id).exists():  # Not who reads a smaller circle of it alone.
        put_in_story(sealed=sealed, by=by, at=at, hat=hat)
    return given


def _empty(sealed: SealedNote) -> None:
    """No words stay: only that there was a note, who kept it, and that both agreed to delete it."""
    SealedLine.objects.filter(note=sealed).delete()
    SealReview.objects.filter(note=sealed).update(why="")
    SealAgreement.objects.filter(review__note=sealed).update(words="")
    SealedNote.objects.filter(id=sealed.id).update(reason="", why_untold="")


@transaction.atomic
def put_in_story(*, sealed: SealedNote, by: Person, at: datetime, hat: Hat | None = None) -> SealOpening:
    """Moves what was opened to the story's circle, word for word, each line under the name of who wrote it.

    by: who opens it. They say in a note of their own that it was sealed; whose words follow is for the writer alone.
    """
    opened = SealOpening.objects.create(note=sealed, by=by, at=at)
    story = Story.objects.select_related("circle").get(id=sealed.story_id)
    until = localdate(at).strftime("%d-%m-%Y")
    written: dict[str, Any] = {"circle": story.circle, "by": by, "at": at, "kind": "note"}
    for line in SealedLine.objects.filter(note=sealed).select_related("by").order_by("at", "id"):
        worn = hat if line.by_id == by.id else hat_of(line.by, circle=story.circle, at=at)
        note(line=line.words, author=line.by, hat=worn, happened_at=line.at, **written)
    note(line=_("Hier is een notitie geopend. Die was besloten tot %(day)s.") % {"day": until}, hat=hat, **written)
    SealedLine.objects.filter(note=sealed).delete()
    SealTold.objects.filter(note=sealed).update(until=localdate(at))
    leave_trace(by=by, hat=hat, what="open_seal", thing=sealed, circle=None, at=at)
    return opened


def hat_of(writer: Person, *, circle: Circle, at: datetime) -> Hat | None:
    """In which hat another keeper wrote: the one they read here in, else one of work, for keeping is work."""
    seat = Membership.objects.current().filter(circle=circle, person=writer, hat__isnull=False).select_related("hat")
    worn = Hat.objects.worn_on(localdate(at)).filter(person=writer, formal=True).order_by("id")
    return next((one.hat for one in seat), None) or worn.first()

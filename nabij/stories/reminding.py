"""What waits is asked again, by letters that say nothing of what it is about. The office 'reminders' does it.

A job calls this each morning. Whoever was written to about the same thing in the last week is left alone, so that
calling it twice sends nothing twice.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.timezone import localdate

from nabij.people.models import Person
from nabij.post.models import Letter
from nabij.post.verbs import write
from nabij.stories.concerns import Concern, ConcernAnswer
from nabij.stories.seals import KeeperAnswer, SealAgreement, SealedNote, SealKeeper, SealReview
from nabij.trust.glass import BreakGlass, GlassReview, GlassTelling
from nabij.trust.models import Circle, Membership, ReadsFrom

AGAIN = timedelta(days=7)
A_LITTLE_LESS = timedelta(hours=12)  # The job runs each morning, not each 24 hours to the second.

# (what is asked, about what, of whom, written by whom)
Asked = tuple[str, UUID, UUID, UUID]


def remind(*, at: datetime) -> int:
    """Asks again what waits; returns how many letters that made."""
    return sum(once(one, at=at) for one in (*seals(at=at), *concerns(at=at), *glasses(at=at)))


def once(
    asked: Asked,
    *,
    at: datetime,
    since: datetime | None = None,
    kind: str = Letter.Kind.NOTICE,
    expires: datetime | None = None,
) -> bool:
    """Writes it, unless the same was written since then; by default in the last week."""
    about_kind, about, reader, writer = asked
    since = since or at - AGAIN + A_LITTLE_LESS
    if Letter.objects.filter(about_kind=about_kind, about_id=about, reader_id=reader, written_at__gte=since).exists():
        return False
    write(
        kind=kind,
        reader=Person(id=reader),
        writer=Person(id=writer),
        about_kind=about_kind,
        about_id=about,
        circle=None,
        at=at,
        expires=expires,
    )
    return True


def seals(*, at: datetime) -> Iterable[Asked]:
    """Of each note whose day has come every keeper; of each that waits for a second person both as well."""
    today = localdate(at)
    agreed = set(SealAgreement.objects.filter(yes=True).values_list("review_id", flat=True))
    reviews = list(SealReview.objects.order_by("id").values_list("id", "note_id", "kind", "until"))
    ended = {note for review, note, kind, _until in reviews if review in agreed and kind != SealReview.Kind.RENEW}
    renewed = {note: until for review, note, _kind, until in reviews if review in agreed and until}
    said = dict(KeeperAnswer.objects.values_list("keeper_id", "yes"))
    keepers: dict[UUID, list[UUID]] = {}
    waiting: dict[UUID, UUID] = {}
    for keeper in SealKeeper.objects.filter(until__isnull=True).order_by("at", "id"):
        if said.get(keeper.id) is None:
            waiting[keeper.note_id] = keeper.person_id
        elif said[keeper.id]:
            keepers.setdefault(keeper.note_id, []).append(keeper.person_id)
    for note, day in SealedNote.objects.order_by("id").values_list("id", "review_on"):
        if note in ended:
            continue
        people = keepers.get(note, [])
        if note in waiting and people:
            yield "seal_asked", note, waiting[note], people[0]
        if (renewed.get(note) or day) <= today:
            yield from (("seal_due", note, one, people[0]) for one in people)


def concerns(*, at: datetime) -> Iterable[Asked]:
    """Whoever promised an answer by a day that has come, and gave none."""
    newest: dict[UUID, tuple[str, date | None]] = {
        concern: (kind, day)
        for concern, kind, day in ConcernAnswer.objects.order_by("id").values_list("concern_id", "kind", "day")
    }
    for one in Concern.objects.only("id", "by_id", "to_id", "answer_by"):
        kind, promised = newest.get(one.id, ("", None))
        if kind != ConcernAnswer.Kind.ANSWERED and (promised or one.answer_by) <= localdate(at):
            yield "concern", one.id, one.to_id, one.by_id


def glasses(*, at: datetime) -> Iterable[Asked]:
    """The trusted third: of what is not judged, and of what was put off until a day that has come."""
    judged = set(GlassReview.objects.values_list("glass_id", flat=True))
    told = dict(GlassTelling.objects.order_by("id").values_list("glass_id", "again"))
    for glass in BreakGlass.objects.all():
        again = told.get(glass.id)
        undecided = glass.id not in told or bool(again and again <= localdate(at))
        if undecided or glass.id not in judged:
            yield "glass_broken", glass.id, glass.third_id, glass.by_id


def tell(*, glass_id: UUID, at: datetime) -> int:
    """Writes to everybody of the circles that were opened, once the trusted third agreed."""
    glass = BreakGlass.objects.get(id=glass_id)
    if not GlassTelling.objects.filter(glass=glass, told=True).exists():
        return 0
    current = Membership.objects.current()
    around = current.filter(person=glass.person_id, as_resident=True, circle__kind=Circle.Kind.STORY).values("circle")
    # Who came after it was broken hears nothing older than that.
    here = current.filter(circle__in=around).alias(beginning=ReadsFrom("person_id", "circle_id"))
    people = set(here.filter(beginning__lte=glass.at).values_list("person_id", flat=True))
    people -= {glass.by_id, glass.third_id}
    told = set(Letter.objects.filter(about_kind="glass_told", about_id=glass.id).values_list("reader_id", flat=True))
    return sum(once(("glass_told", glass.id, one, glass.third_id), at=at) for one in sorted(people - told))

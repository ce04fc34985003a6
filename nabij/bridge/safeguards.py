"""What was seen of somebody who offers: a VOG, a training. The paper itself goes back to whoever showed it."""

from datetime import date, datetime
from typing import Self

from django.db import connection, models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.bridge.nonames import Unsayable
from nabij.people.models import Person, ProofKind
from nabij.people.running_out import TOLD_BEFORE
from nabij.trust.verbs import leave_trace


class SafeguardQuerySet(models.QuerySet["Safeguard"]):
    def valid_on(self, day: date) -> Self:
        return self.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day))

    def ending_around(self, day: date) -> Self:
        """What ends within six weeks or did lately, as long as nothing newer was seen."""
        newer = Safeguard.objects.filter(person=OuterRef("person"), kind=OuterRef("kind"))
        newer = newer.filter(Q(valid_until__isnull=True) | Q(valid_until__gt=OuterRef("valid_until")))
        return self.filter(~Exists(newer), valid_until__range=(day - TOLD_BEFORE, day + TOLD_BEFORE))


class Safeguard(Noun):
    """That something was seen of who offers, by whom, and until when it holds ("waarborg")."""

    privacy = Privacy(keep=Keep.PERSON, plain="id kind valid_until at", personal="person seen_by")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="safeguards")
    kind = models.CharField(max_length=40)  # "vog", "training", or a word of one's own.
    valid_until = models.DateField(null=True, blank=True)
    seen_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = SafeguardQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(kind=""), name="safeguard_is_of_a_kind")]
        indexes = [models.Index(fields=["person", "kind"])]

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        """As a neighbour says it."""
        return str(ProofKind(self.kind).label) if self.kind in ProofKind.values else self.kind

    def in_words(self, today: date) -> str:
        """VOG gezien; with until when it holds, or since when it is over."""
        what = capfirst(self.called)
        if self.valid_until is None:
            return _("%(what)s gezien.") % {"what": what}
        said = {"what": what, "day": date_format(self.valid_until, "j F Y")}
        if self.valid_until < today:
            return _("%(what)s liep af op %(day)s.") % said
        return _("%(what)s gezien, geldig tot en met %(day)s.") % said


def ending_soon(*, of: Person, today: date) -> models.QuerySet[Safeguard]:
    """What ends within six weeks or did lately, of oneself or noted by oneself, as long as nothing newer was seen."""
    return Safeguard.objects.ending_around(today).filter(Q(person=of) | Q(seen_by=of))


class OverNow(Unsayable):
    """What is over safeguards nothing."""

    def __init__(self) -> None:
        super().__init__(_("Dit is al verlopen. Vraag een nieuw, of laat de dag leeg."))


class NoKind(Unsayable):
    """What was seen has a name."""

    def __init__(self) -> None:
        super().__init__(_("Wat zag je? Een VOG, een training of iets anders."))


class NotYoursToSee(ValueError):
    """Who coordinates there, or wears a granted hat of the group, notes it; nobody of themselves."""

    def __init__(self) -> None:
        super().__init__(_("Dit noteert wie hier coördineert, of bij dezelfde groep werkt. Niet jij zelf."))


def may_see_papers(person: Person, *, by: Person) -> bool:
    """Whether whoever acts may note what they saw of somebody."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.may_see_papers(%s)", [person.id])
        return bool(cursor.fetchone()[0]) and person != by


@transaction.atomic
def note_seen(*, person: Person, kind: str, by: Person, at: datetime, valid_until: date | None = None) -> Safeguard:
    """Notes that something was seen of who offers, and until when it holds; the same twice stands there once."""
    kind = " ".join(kind.split())[:40]
    if not kind:
        raise NoKind
    if valid_until and valid_until < localdate(at):
        raise OverNow
    if not may_see_papers(person, by=by):
        raise NotYoursToSee
    seen, first = Safeguard.objects.get_or_create(
        person=person, kind=kind, valid_until=valid_until, defaults={"seen_by": by, "at": at}
    )
    if first:
        leave_trace(by=by, hat=None, what="note_safeguard", thing=seen, circle=None, at=at)
    return seen

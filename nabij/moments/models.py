"""Moments, who was there, what to come back to; ties, and what was said of them in a circle."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, JSONObject, Length, NullIf
from django.db.models.lookups import GreaterThan, LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from nabij.base.finders import Finder
from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.moments.attachments import Attachment
from nabij.moments.ties import Placing, TieEnd
from nabij.moments.timespent import TimeSpent
from nabij.moments.words import FITS_AN_INDEX
from nabij.people.models import Group, Hat, Person, Place
from nabij.trust.models import Circle, Correction, Purpose

__all__ = [
    "Attachment",
    "CameBack",
    "FollowUp",
    "Latest",
    "Moment",
    "Placing",
    "Presence",
    "Saying",
    "Stream",
    "Tie",
    "TieEnd",
    "TimeSpent",
]


class Stream(Finder):
    """The newest moments I may see, as ids: `Stream(n)`."""

    function = "trust.stream"


class Latest(Finder):
    """The newest moment of each circle I read, as ids: `Latest()`."""

    function = "trust.latest"


class MomentQuerySet(models.QuerySet["Moment"]):
    def with_beside(self) -> Self:
        """With `beside`: what people put beside each note about them, as [{"words": .., "name": ..}]."""
        theirs = Correction.objects.filter(about_id=OuterRef("id"), circle=OuterRef("circle")).order_by("at", "id")
        name = Coalesce(NullIf("person__name", models.Value("")), "person__known_as")
        return self.annotate(beside=ArraySubquery(theirs.values(said=JSONObject(words="words", name=name))))

    def last_in_each_circle(self) -> dict[UUID, datetime]:
        """When something last happened in each circle I read, as {circle: happened_at}."""
        return dict(self.filter(id__any_of=Latest()).values_list("circle_id", "happened_at"))

    def newest_first(self) -> Self:
        return self.order_by("-happened_at", "-id")

    def stream(self, n: int) -> Self:
        """The n newest moments of all my circles, with author and hat at hand."""
        return (
            self.filter(id__any_of=Stream(n)).select_related("author", "hat", "hat__group").with_beside().newest_first()
        )

    def of_circles(self, circles: list[UUID]) -> Self:
        return (
            self.filter(circle_id__in=circles)
            .select_related("author", "hat", "hat__group", "told_by")
            .with_beside()
            .newest_first()
        )


class Moment(Noun):
    """Something that happened between people ("moment"); one line is enough."""

    privacy = Privacy(
        keep=Keep.STORY,
        plain="id circle shown_from happened_at noted_at kind purpose place",
        personal="author hat told_by",
        sensitive="line findable themes words",
        since="noted_at",
    )

    class Kind(models.TextChoices):
        NOTE = "note", _("moment")
        OWN_WORDS = "own_words", _("eigen woorden")
        LESSON = "lesson", _("wat we leerden")

    # Found by the indexes below, which begin with them.
    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="moments", db_index=False)
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="moments_written", db_index=False)
    hat = models.ForeignKey(Hat, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    # Whose own words these are, when somebody else wrote them down.
    told_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    # What a child told in its own circle, and said yes to showing its parents.
    shown_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="shown")
    happened_at = models.DateTimeField()
    noted_at = models.DateTimeField()
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.NOTE)
    line = models.TextField(max_length=4000)
    # The line without addresses and numbers: nobody is found by where they live.
    findable = models.TextField(max_length=4000, blank=True)
    themes = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    purpose = models.ForeignKey(Purpose, null=True, blank=True, on_delete=models.PROTECT)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.SET_NULL)
    words = models.GeneratedField(
        expression=SearchVector("findable", config="pg_catalog.dutch"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = MomentQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(line=""), name="moment_says_something")]
        indexes = [
            models.Index(fields=["circle", "-happened_at", "-id"]),
            models.Index(fields=["author", "circle"]),
            GinIndex(fields=["words"], fastupdate=False, name="moment_words"),
            # Memory reads the words of all one's circles from the index alone: their moments are strewn over the whole
            # table, a page each. What is longer may not fit an index, and is read where it stands.
            models.Index(
                fields=["circle"],
                include=("id", "happened_at", "author", "told_by", "noted_at", "kind", "words"),
                condition=Q(LessThanOrEqual(Length("findable"), FITS_AN_INDEX)),
                name="moment_words_short",
            ),
            models.Index(
                fields=["circle"],
                condition=Q(GreaterThan(Length("findable"), FITS_AN_INDEX)),
                name="moment_words_long",
            ),
        ]


class Presence(Noun):
    """Somebody in a moment ("wie erbij was"): there, or only concerned."""

    privacy = Privacy(keep=Keep.STORY, plain="id moment there", personal="person hat")

    moment = models.ForeignKey(Moment, on_delete=models.CASCADE, related_name="presences")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="presences")
    hat = models.ForeignKey(Hat, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    there = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["moment", "person"], name="once_in_a_moment")]


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def open_for(self, person: UUID, *, until: date) -> Self:
        """What this person still wanted to come back to, up to a day."""
        mine = self.filter(person_id=person, day__lte=until, done__isnull=True)
        return mine.select_related("moment", "moment__circle").order_by("day", "id")


class FollowUp(Noun):
    """What somebody wants to come back to, and when ("hier kom ik op terug")."""

    privacy = Privacy(
        keep=Keep.STORY,
        plain="id moment circle day noted_at",
        personal="person",
        sensitive="action",
        since="noted_at",
    )

    moment = models.ForeignKey(Moment, on_delete=models.CASCADE, related_name="follow_ups")
    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="follow_ups")
    day = models.DateField()
    action = models.CharField(max_length=300)
    noted_at = models.DateTimeField()

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["person", "day"])]


class CameBack(Noun):
    """That somebody came back to it ("op teruggekomen")."""

    privacy = Privacy(keep=Keep.STORY, plain="id follow_up at", personal="by")

    follow_up = models.OneToOneField(FollowUp, on_delete=models.CASCADE, related_name="done")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class TieQuerySet(models.QuerySet["Tie"]):
    def current(self) -> Self:
        """Those that are not over, the nearest first."""
        return self.filter(ended__isnull=True).placed().order_by("ring_now", "id")

    def placed(self) -> Self:
        """With where they stand now (`stands_in`, `turned`), and with whom."""
        last = Placing.objects.filter(tie=OuterRef("pk")).order_by("-at", "-id")
        return self.annotate(
            ring_now=Coalesce(Subquery(last.values("ring")[:1]), F("ring")),
            turn_now=Coalesce(Subquery(last.values("turn")[:1]), F("turn")),
        ).select_related("other", "group", "place")

    def of_network(self, owner: UUID) -> Self:
        """Those of one person's network, in the order they were told."""
        return self.filter(owner_id=owner).order_by("id")

    def stand(self) -> list[tuple[int, int | None]]:
        """Where each of them stands, as `rings.places` asks it."""
        return [(tie.stands_in, tie.turned) for tie in self]

    def with_history(self) -> Self:
        """Those that are over as well, each with everywhere it stood."""
        return self.select_related("other", "group", "place", "ended").prefetch_related("placings").order_by("id")


class Tie(Noun):
    """A relation in somebody's own network, as told in one circle ("band")."""

    privacy = Privacy(
        keep=Keep.STORY,
        plain="id circle ring turn weight since noted_at",
        personal="owner other group place kind told_by noted_by",
        sensitive="gives takes called name",
        since="noted_at",
    )

    class Kind(models.TextChoices):
        FAMILY = "family", _("familie")
        FRIEND = "friend", _("vriend")
        NEIGHBOUR = "neighbour", _("buur")
        KNOWN = "known", _("bekende")
        GROUP = "group", _("groep of club")
        PLACE = "place", _("plek")
        VOLUNTEER = "volunteer", _("vrijwilliger")
        PROFESSIONAL = "professional", _("werkt met je")

    class Weight(models.TextChoices):
        STRONG = "strong", _("sterk")
        PLAIN = "plain", _("gewoon")
        WEAK = "weak", _("zwak")

    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="ties")
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="ties")
    other = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="ties_to")
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=120, blank=True)  # Of a group or place that nobody keeps here: "het koor".
    kind = models.CharField(max_length=14, choices=Kind)
    called = models.CharField(max_length=120, blank=True)  # "zus", "buurman, nummer 14"
    # Where it stood when it was told; what moved since is a `Placing`. Without a turn the picture finds a place itself.
    ring = models.PositiveSmallIntegerField()
    turn = models.PositiveSmallIntegerField(null=True, blank=True)
    weight = models.CharField(max_length=8, choices=Weight, default=Weight.PLAIN)
    # What goes to and fro; what somebody gives stands here by their own word.
    gives = models.CharField(max_length=300, blank=True)
    takes = models.CharField(max_length=300, blank=True)
    told_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateField(null=True, blank=True)
    noted_at = models.DateTimeField()

    objects = TieQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ring__gte=1, ring__lte=3), name="ring_of_three"),
            models.CheckConstraint(condition=Q(turn__isnull=True) | Q(turn__lt=360), name="tie_within_a_turn"),
            models.CheckConstraint(
                condition=Q(other__isnull=False, group__isnull=True, place__isnull=True, name="")
                | Q(other__isnull=True, group__isnull=False, place__isnull=True, name="")
                | Q(other__isnull=True, group__isnull=True, place__isnull=False, name="")
                | Q(other__isnull=True, group__isnull=True, place__isnull=True) & ~Q(name=""),
                name="tie_to_a_person_a_group_or_a_place",
            ),
            models.CheckConstraint(condition=~Q(other=F("owner")), name="nobody_is_tied_to_themselves"),
        ]
        indexes = [models.Index(fields=["circle", "ring"]), models.Index(fields=["owner"])]

    @property
    def stands_in(self) -> int:
        """The ring in which it stands now, as `current` read it."""
        return int(getattr(self, "ring_now", self.ring))

    @property
    def turned(self) -> int | None:
        """Where on that ring it stands now, as `current` read it."""
        found: int | None = getattr(self, "turn_now", self.turn)
        return found

    @property
    def with_whom(self) -> str:
        """What the person, the group or the place is called; empty when whoever reads does not see them any more."""
        return self.other.called if self.other else str(self.group or self.place or self.name)

    @property
    def formal(self) -> bool:
        """Whether it comes from work."""
        return self.kind == self.Kind.PROFESSIONAL or bool(self.group and self.group.formal)


class Saying(Noun):
    """What was said in a circle about somebody's help ("gezegd"): by whose word, never a judgement of ours."""

    privacy = Privacy(
        keep=Keep.STORY,
        plain="id circle kind at until",
        personal="about owner said_by noted_by",
        sensitive="words",
        since="at",
    )

    class Kind(models.TextChoices):
        TOO_MUCH = "too_much", _("het is te veel")
        QUARREL = "quarrel", _("ruzie")
        UNSAFE = "unsafe", _("niet veilig")
        NOT_TELL = "not_tell", _("mag het niet weten")
        NAMED = "named", _("zelf genoemd")
        OFFERED = "offered", _("bood het aan")

    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="sayings")
    # Whom it is about; the owner of the network it concerns.
    about = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="said_of")
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind)
    words = models.CharField(max_length=300, blank=True)
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["circle", "owner"])]

"""Stories, the resident's own words, and promises with what became of them."""

from datetime import date, timedelta
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Case, DateField, DurationField, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.directory.models import Service
from nabij.people.models import Hat, Household, Person
from nabij.stories.closings import Closing, Reopening
from nabij.stories.concerns import Concern, ConcernAnswer
from nabij.stories.drafts import Draft
from nabij.stories.feeds import Feed
from nabij.stories.going import HIGHEST, Face
from nabij.stories.handholds import Handhold, ReadyLine
from nabij.stories.lessons import Lesson
from nabij.stories.scans import Resource, Scan
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
from nabij.stories.searching import for_memory
from nabij.stories.silences import SilenceAnswer
from nabij.stories.turns import RECURRING, Course, Rhythm, Turn
from nabij.trust.models import Circle, member_circles

__all__ = [
    "Answer",
    "Closing",
    "Concern",
    "ConcernAnswer",
    "Draft",
    "Feed",
    "Handhold",
    "KeeperAnswer",
    "Keeping",
    "Lesson",
    "OwnWords",
    "Promise",
    "ReadyLine",
    "Reopening",
    "Resource",
    "Scan",
    "SealAgreement",
    "SealKeeper",
    "SealOpening",
    "SealReview",
    "SealTold",
    "SealedLine",
    "SealedNote",
    "SilenceAnswer",
    "Story",
    "StoryCircle",
    "Turn",
]


class Story(Noun):
    """What is going on around a person or household ("verhaal")."""

    privacy = Privacy(
        keep=Keep.STORY,
        plain="id circle opened_at reference",
        personal="person household called opened_by",
        since="opened_at",
    )

    circle = models.OneToOneField(Circle, on_delete=models.PROTECT, related_name="story")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="stories")
    household = models.ForeignKey(Household, null=True, blank=True, on_delete=models.PROTECT, related_name="stories")
    called = models.CharField(max_length=120, blank=True)  # "Kim en Ruud": between two people (`Party`).
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    reference = models.CharField(max_length=80, blank=True)  # Of the official case, which stays elsewhere.

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(person__isnull=True) | Q(household__isnull=True))
                & (Q(person__isnull=True, household__isnull=True) ^ Q(called="")),
                name="story_of_a_person_a_household_or_two",
            )
        ]
        indexes = [models.Index(fields=["person"])]

    def __str__(self) -> str:
        return self.called or str(self.person or self.household)

    @property
    def short(self) -> str:
        """How one speaks of whom it is about."""
        return self.person.first_name if self.person else str(self)


class StoryCircle(Noun):
    """A smaller circle of the same story ("kring van een verhaal")."""

    privacy = Privacy(keep=Keep.STORY, plain="id story circle")

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="smaller_circles")
    circle = models.OneToOneField(Circle, on_delete=models.PROTECT, related_name="within_story")


class Party(Noun):
    """One of the two people a story is between ("partij"); each also has a circle of their own in it."""

    privacy = Privacy(keep=Keep.STORY, plain="id story", personal="person")

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="parties")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "person"], name="party_once")]


class OwnWordsQuerySet(models.QuerySet["OwnWords"]):
    def wants(self) -> Self:
        return self.filter(kind=OwnWords.Kind.WANTS)

    def going(self) -> Self:
        """How it goes, the newest first, with who said it and who wrote it down."""
        return self.filter(kind=OwnWords.Kind.GOES).select_related("person", "noted_by").order_by("-at", "-id")


class OwnWords(Noun):
    """What the resident wants, how it goes, what it brought or how one comes in ("eigen woorden"); the newest first."""

    privacy = Privacy(
        keep=Keep.STORY,
        plain="id story circle kind at",
        personal="person noted_by",
        sensitive="words matters face number in_memory",
        since="at",
    )

    class Kind(models.TextChoices):
        WANTS = "wants", _("wat iemand wil")
        GOES = "goes", _("hoe het gaat")
        OUTCOME = "outcome", _("wat het bracht")
        WAY_IN = "way_in", _("hoe je binnenkomt")
        # A month after somebody else took their story over.
        AGAIN = "start_yes", _("moest opnieuw beginnen")
        NOT_AGAIN = "start_no", _("hoefde niet opnieuw te beginnen")

    AFTERWARDS = (Kind.AGAIN, Kind.NOT_AGAIN)

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="own_words")
    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(max_length=2000)
    matters = models.CharField(max_length=500, blank=True)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.WANTS, db_default="wants")
    # Beside how it goes, when they like: one of the two.
    face = models.PositiveSmallIntegerField(choices=Face, null=True, blank=True)
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    in_memory = for_memory("words", "matters")

    objects = OwnWordsQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(face__isnull=True, number__isnull=True) | Q(kind="goes"), name="only_how_it_goes_has_a_face"
            ),
            models.CheckConstraint(condition=Q(face__isnull=True) | Q(number__isnull=True), name="a_face_or_a_number"),
            models.CheckConstraint(
                condition=Q(face__isnull=True) | Q(face__range=(Face.VERY_HARD, Face.VERY_FINE)), name="face_is_known"
            ),
            models.CheckConstraint(
                condition=Q(number__isnull=True) | Q(number__range=(0, HIGHEST)), name="number_to_ten"
            ),
        ]
        indexes = [models.Index(fields=["story", "-at"])]


class HandedOn(models.Func):
    """Whether somebody else said yes to doing it instead, also where one does not see them."""

    function = "trust.handed_on"
    output_field = models.BooleanField()


# Near enough to put the earliest first; the day itself is `Promise.day_on`.
STEPS = ((Rhythm.WEEK, 7), (Rhythm.TWO_WEEKS, 14), (Rhythm.MONTH, 28))
STEP = Case(
    *(When(rhythm=rhythm, then=Value(timedelta(days=days))) for rhythm, days in STEPS),
    default=Value(timedelta(0)),
    output_field=DurationField(),
)
FIRST = Case(When(rhythm=Rhythm.ALWAYS, then=Value(None)), default=F("day"), output_field=DateField())
UPCOMING = Coalesce(Cast(F("last_turn") + STEP, DateField()), FIRST)


class PromiseQuerySet(models.QuerySet["Promise"]):
    def at_hand(self) -> Self:
        """With the people, the answer and the keeping that a line on screen shows."""
        return self.as_it_stands().select_related("who", "hat", "hat__group", "for_whom", "asked_by")

    def as_it_stands(self) -> Self:
        """With what became of it, and no people: also for a link, which sees none."""
        last = Turn.objects.filter(promise=OuterRef("pk")).order_by("-day").values("day")[:1]
        return self.select_related("answer", "keeping").annotate(last_turn=Subquery(last), handed=HandedOn("pk"))

    def within(self, person: UUID) -> Self:
        """Of the circles this person is in, or theirs to answer; what is read behind broken glass is not among them."""
        return self.filter(models.Q(who_id=person) | models.Q(circle__in=member_circles(person)))

    def among(self, person: UUID) -> Self:
        """Of the circles this person is in: those they may hand to somebody else there."""
        return self.filter(circle__in=member_circles(person))

    def open(self) -> Self:
        """Asked or accepted, and not yet kept, let go, handed on or declined."""
        going = self.filter(keeping__isnull=True).exclude(answer__kind=Answer.Kind.NO)
        return going.alias(handed_on=HandedOn("pk")).filter(handed_on=False)

    def of(self, person: UUID) -> Self:
        """What this person promised and still has to do, the earliest first."""
        return self.at_hand().open().filter(who_id=person, answer__kind=Answer.Kind.YES).earliest_first()

    def earliest_first(self) -> Self:
        """By day; what comes back by about its next time, and what always runs or has no day last."""
        return self.order_by(UPCOMING, "id")


class Promise(Noun):
    """Who does what for whom, until when ("afspraak"); somebody was asked, or promised it themselves."""

    privacy = Privacy(
        keep=Keep.STORY,
        plain="id story circle day time rhythm until instead_of asked_at",
        personal="who hat for_whom asked_by",
        sensitive="what service bounds in_memory",
        since="asked_at",
    )

    story = models.ForeignKey(Story, null=True, blank=True, on_delete=models.CASCADE, related_name="promises")
    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="+")
    who = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="promises")
    hat = models.ForeignKey(Hat, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    for_whom = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=300)
    # What of the social map it is about; which help somebody seeks is as private as why.
    service = models.ForeignKey(Service, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    day = models.DateField(null=True, blank=True)
    time = models.TimeField(null=True, blank=True)
    # How often it comes back, from `day` on; what always runs is a responsibility, with its bounds in words.
    rhythm = models.CharField(max_length=10, choices=Rhythm, blank=True, default=Rhythm.ONCE, db_default="")
    until = models.DateField(null=True, blank=True)
    bounds = models.CharField(max_length=300, blank=True, default="", db_default="")
    # The key of the promise that this one takes over, from when its answer is yes; that one may have been erased.
    instead_of = models.UUIDField(null=True, blank=True, db_index=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    in_memory = for_memory("what")

    objects = PromiseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="promise_says_what"),
            models.CheckConstraint(
                condition=~Q(rhythm__in=RECURRING) | Q(day__isnull=False), name="what_comes_back_has_a_first_day"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | (~Q(rhythm="") & (Q(day__isnull=True) | Q(until__gte=F("day")))),
                name="promise_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["circle", "-asked_at"]), models.Index(fields=["who", "day"])]

    @property
    def is_over(self) -> bool:
        """Kept, let go, handed on or declined: nothing more is expected."""
        return self.state in ("kept", "not_kept", "handed", "declined")

    @property
    def recurs(self) -> bool:
        return self.rhythm in RECURRING

    @property
    def is_carried(self) -> bool:
        """Whether it is a responsibility that somebody said yes to."""
        return self.rhythm == Rhythm.ALWAYS and self.state == "accepted"

    @property
    def course(self) -> Course:
        return Course(rhythm=self.rhythm, until=self.until, bounds=self.bounds)

    def day_on(self, today: date) -> date | None:
        """The day to speak of today: of what comes back the time that is at hand, None when all of them are over."""
        if not (self.recurs and self.day):
            return self.day
        return self.course.at_hand(first=self.day, last=self.last_day, today=today)

    @property
    def last_day(self) -> date | None:
        """The last day of which somebody said how it went."""
        if "last_turn" in self.__dict__:
            said: date | None = self.__dict__["last_turn"]
            return said
        return self.turns.order_by("-day").values_list("day", flat=True).first()

    @property
    def state(self) -> str:
        """asked, accepted, declined, other_day, kept, not_kept or handed (which the queries `as_it_stands` know)."""
        if hasattr(self, "keeping"):
            return "kept" if self.keeping.kept else "not_kept"
        if getattr(self, "handed", False):
            return "handed"
        return (
            {"yes": "accepted", "no": "declined", "other_day": "other_day"}[self.answer.kind]
            if hasattr(self, "answer")
            else "asked"
        )


class Answer(Noun):
    """What somebody answered to what was asked ("antwoord"): by login, by link, or as told to whoever noted it."""

    privacy = Privacy(
        keep=Keep.STORY, plain="id promise kind day at by_link", personal="by noted_by", sensitive="words"
    )

    class Kind(models.TextChoices):
        YES = "yes", _("ja")
        NO = "no", _("nee")
        OTHER_DAY = "other_day", _("een andere dag")

    promise = models.OneToOneField(Promise, on_delete=models.CASCADE, related_name="answer")
    kind = models.CharField(max_length=10, choices=Kind)
    day = models.DateField(null=True, blank=True)
    words = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    noted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by_link = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="other_day") | Q(day__isnull=False), name="other_day_names_the_day"
            )
        ]


class Keeping(Noun):
    """That a promise was kept, or why not ("gedaan")."""

    privacy = Privacy(keep=Keep.STORY, plain="id promise kept at", personal="by", sensitive="why")

    promise = models.OneToOneField(Promise, on_delete=models.CASCADE, related_name="keeping")
    kept = models.BooleanField()
    why = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

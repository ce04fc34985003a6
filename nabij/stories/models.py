"""Stories, the resident's own words, and promises with what became of them."""

from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.directory.models import Service
from nabij.people.models import Hat, Household, Person
from nabij.stories.concerns import Concern, ConcernAnswer
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
from nabij.trust.models import Circle, member_circles

__all__ = [
    "Answer",
    "Concern",
    "ConcernAnswer",
    "KeeperAnswer",
    "Keeping",
    "Lesson",
    "OwnWords",
    "Promise",
    "Resource",
    "Scan",
    "SealAgreement",
    "SealKeeper",
    "SealOpening",
    "SealReview",
    "SealTold",
    "SealedLine",
    "SealedNote",
    "Story",
    "StoryCircle",
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


class OwnWords(Noun):
    """What the resident wants and what matters, in their own words ("eigen woorden"); the newest stands first."""

    privacy = Privacy(
        keep=Keep.STORY,
        plain="id story circle at",
        personal="person noted_by",
        sensitive="words matters in_memory",
        since="at",
    )

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="own_words")
    circle = models.ForeignKey(Circle, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(max_length=2000)
    matters = models.CharField(max_length=500, blank=True)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    in_memory = for_memory("words", "matters")

    class Meta:
        indexes = [models.Index(fields=["story", "-at"])]


class PromiseQuerySet(models.QuerySet["Promise"]):
    def at_hand(self) -> Self:
        """With the people, the answer and the keeping that a line on screen shows."""
        return self.select_related("who", "hat", "hat__group", "for_whom", "asked_by", "answer", "keeping")

    def within(self, person: UUID) -> Self:
        """Of the circles this person is in, or theirs to answer; what is read behind broken glass is not among them."""
        return self.filter(models.Q(who_id=person) | models.Q(circle__in=member_circles(person)))

    def open(self) -> Self:
        """Asked or accepted, and not yet kept, let go or declined."""
        return self.filter(keeping__isnull=True).exclude(answer__kind=Answer.Kind.NO)

    def of(self, person: UUID) -> Self:
        """What this person promised and still has to do, the earliest first."""
        return self.at_hand().open().filter(who_id=person, answer__kind=Answer.Kind.YES).order_by("day", "id")


class Promise(Noun):
    """Who does what for whom, until when ("afspraak"); somebody was asked, or promised it themselves."""

    privacy = Privacy(
        keep=Keep.STORY,
        plain="id story circle day time asked_at",
        personal="who hat for_whom asked_by",
        sensitive="what service in_memory",
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
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    in_memory = for_memory("what")

    objects = PromiseQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(what=""), name="promise_says_what")]
        indexes = [models.Index(fields=["circle", "-asked_at"]), models.Index(fields=["who", "day"])]

    @property
    def is_over(self) -> bool:
        """Kept, let go or declined: nothing more is expected."""
        return self.state in ("kept", "not_kept", "declined")

    @property
    def state(self) -> str:
        """asked, accepted, declined, other_day, kept or not_kept."""
        if hasattr(self, "keeping"):
            return "kept" if self.keeping.kept else "not_kept"
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

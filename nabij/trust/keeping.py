"""What must stay for a while after all, and the proof of what went."""

from datetime import date
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q

from nabij.base.finders import Known
from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person


class HoldQuerySet(models.QuerySet["Hold"]):
    def standing(self, *, on: date) -> Self:
        """Not lifted, and not past its last day."""
        return self.filter(release__isnull=True, until__gte=on).order_by("until", "id")


class Hold(Noun):
    """That nothing about a person or in a circle is deleted, by law or for a complaint ("niet weggooien")."""

    privacy = Privacy(
        keep=Keep.LOG, plain="id until at", personal="person_key circle_key by by_name", sensitive="why", since="until"
    )

    # Keys without foreign keys: a hold that is over never keeps anything by itself.
    person_key = models.UUIDField(null=True, blank=True, db_index=True)
    circle_key = models.UUIDField(null=True, blank=True, db_index=True)
    why = models.CharField(max_length=300)
    by = models.UUIDField(null=True, blank=True)
    by_name = models.CharField(max_length=120)
    until = models.DateField()
    at = models.DateTimeField()

    objects = HoldQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(person_key__isnull=False) ^ Q(circle_key__isnull=False), name="hold_of_one_thing"
            ),
            models.CheckConstraint(condition=~Q(why="") & ~Q(by_name=""), name="hold_says_why_and_by_whom"),
        ]


class Release(Noun):
    """That a hold ended before its last day ("mag weer weg")."""

    privacy = Privacy(keep=Keep.LOG, plain="id hold at", personal="by_name", sensitive="why")

    hold = models.OneToOneField(Hold, on_delete=models.CASCADE, related_name="release")
    by_name = models.CharField(max_length=120)
    why = models.CharField(max_length=300)
    at = models.DateTimeField()


class Deletion(Noun):
    """The proof that rows were deleted: how many of what, by which rule; nothing of what stood there ("gewist")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id at table_name rule how_many oldest newest keys_hash")

    at = models.DateTimeField()
    table_name = models.CharField(max_length=80)
    rule = models.CharField(max_length=300)
    how_many = models.PositiveIntegerField()
    oldest = models.DateField(null=True, blank=True)
    newest = models.DateField(null=True, blank=True)
    keys_hash = models.CharField(max_length=64)  # SHA-256 of the keys, sorted: a copy elsewhere can be checked.


class KnownOnly(models.Func):
    """Whether somebody is only known as somebody: no name, no login, in no circle."""

    function = "trust.is_known_only"
    output_field = models.BooleanField()


class HeldCircles(Known):
    """The circles of which nothing may be deleted now."""

    function = "trust.held_circles"


def is_known_only(person: UUID) -> bool:
    """Whether this is a known-as person, who never learns of being noted: exports mask them."""
    theirs = Person.objects.filter(id=person).annotate(only=KnownOnly("id"))
    return bool(theirs.values_list("only", flat=True).first())


def known_only(people: "models.QuerySet[Person]") -> set[UUID]:
    """Those of these people who are only known as somebody; in one question, for an export."""
    theirs = people.annotate(only=KnownOnly("id")).filter(only=True)
    return set(theirs.values_list("id", flat=True))

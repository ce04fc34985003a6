"""How much structure a neighbourhood chooses: one number, when its places are open, and who is there for what.

Nothing of it has to be: without a row it is off.
"""

from datetime import time
from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nabij.base.finders import Known
from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.areas import Place

LONGEST_WHAT = 300


class StructureQuerySet(models.QuerySet["Structure"]):
    def standing(self) -> Self:
        """What each neighbourhood chose last."""
        newest = self.order_by("neighbourhood_id", "-at", "-id").distinct("neighbourhood_id")
        return self.filter(id__in=newest.values("id"))


class Structure(Noun):
    """What a neighbourhood chose: one number, a page of who is there for what ("inrichting"); the last one holds."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id neighbourhood phone hours team at")

    neighbourhood = models.ForeignKey("people.Neighbourhood", on_delete=models.PROTECT, related_name="structures")
    phone = models.CharField(max_length=30, blank=True)
    hours = models.CharField(max_length=120, blank=True)  # When somebody answers that number, in words.
    team = models.BooleanField(default=False)
    at = models.DateTimeField()

    objects = StructureQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(phone="") | Q(hours=""), name="structure_hours_of_a_number")]
        indexes = [models.Index(fields=["neighbourhood", "-at"])]


class PlaceHours(Noun):
    """When a place is open on one day of the week ("openingstijd")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id place weekday opens closes")

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="open_hours")
    weekday = models.PositiveSmallIntegerField()  # Monday is 0.
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(weekday__lte=6), name="place_weekday_of_seven"),
            models.CheckConstraint(
                condition=Q(opens__lt=models.F("closes")) | Q(closes=time.min), name="place_opens_before_it_closes"
            ),
            models.UniqueConstraint(fields=["place", "weekday", "opens", "closes"], name="place_hours_once"),
        ]

    def __str__(self) -> str:
        return f"{self.opens:%-H.%M} - {self.ends}"

    @property
    def ends(self) -> str:
        """Until when, as people write it: midnight is the end of this day."""
        return "24.00" if self.closes == time.min else f"{self.closes:%-H.%M}"

    def overlaps(self, *, opens: time, closes: time) -> bool:
        """Whether it is open then already; the end of one may be the beginning of another."""
        return self.opens < end_of(closes) and opens < end_of(self.closes)


def end_of(closes: time) -> time:
    """Midnight is the end of a day."""
    return time.max if closes == time.min else closes


class SignpostQuerySet(models.QuerySet["Signpost"]):
    def current(self) -> Self:
        return self.filter(until__isnull=True)


class Signpost(Noun):
    """That somebody is there for something, in the team or as a neighbour who knows the way ("wegwijzer")."""

    # What stands here is all that others read, who is not logged in only when `public`: the person stays unseen.

    privacy = Privacy(
        keep=Keep.YEAR,
        plain="id kind neighbourhood formal public at until",
        personal="person hat called role what languages reach ended_by why",
        since="until",
    )

    class Kind(models.TextChoices):
        TEAM = "team", _("team")
        GUIDE = "guide", _("wegwijzer")

    kind = models.CharField(max_length=5, choices=Kind)
    neighbourhood = models.ForeignKey("people.Neighbourhood", on_delete=models.PROTECT, related_name="signposts")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="signposts")
    hat = models.ForeignKey("people.Hat", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    called = models.CharField(max_length=80)
    role = models.CharField(max_length=80, blank=True)
    formal = models.BooleanField(default=False)
    what = models.CharField(max_length=LONGEST_WHAT)
    languages = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    reach = models.CharField(max_length=120)
    public = models.BooleanField(default=False)
    at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    why = models.CharField(max_length=200, blank=True)

    objects = SignpostQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "neighbourhood", "kind"],
                condition=Q(until__isnull=True),
                name="one_signpost_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(kind="team") | Q(hat__isnull=False), name="signpost_in_a_team_has_a_hat"
            ),
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(called="") & ~Q(reach=""), name="signpost_says_who_what_how"
            ),
            models.CheckConstraint(
                condition=Q(ended_by__isnull=True) | Q(ended_by=models.F("person")) | ~Q(why=""),
                name="signpost_taken_off_says_why",
            ),
        ]
        indexes = [
            models.Index(fields=["neighbourhood", "kind"], condition=Q(until__isnull=True), name="signposts_now"),
            models.Index(fields=["until"]),
        ]

    def __str__(self) -> str:
        return self.called

    @property
    def shape(self) -> str:
        return "formal" if self.formal else "informal"


class Signposted(Known):
    """Who is seen to be there for something: by everybody, or by the neighbourhood as well."""

    function = "trust.signposted"

    def __init__(self, *, openly: bool) -> None:
        super().__init__(openly)


def open_places(codes: list[str]) -> list[Place]:
    """The places of these neighbourhoods that are not gone, by name, with their hours."""
    there = Place.objects.standing().filter(neighbourhood__in=codes)
    return list(there.order_by("name", "id").prefetch_related("open_hours"))

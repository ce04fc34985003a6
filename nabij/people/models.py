"""Persons, their hats, and the groups and households they belong to."""

from datetime import date, datetime
from typing import Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.areas import Neighbourhood, Place
from nabij.people.called import WordsOfName
from nabij.people.families import Birth, Parent
from nabij.people.mandates import Administrator, HatRule, LapsedHats, Proof, ProofKind, Suspension, TakingOff
from nabij.people.structure import PlaceHours, Signpost, Structure

__all__ = [
    "Account",
    "Administrator",
    "Birth",
    "Duty",
    "Group",
    "Hat",
    "HatRule",
    "Household",
    "HouseholdMember",
    "Neighbourhood",
    "Parent",
    "Person",
    "Place",
    "PlaceHours",
    "Proof",
    "ProofKind",
    "ReachableHours",
    "Signpost",
    "Strength",
    "Structure",
    "Suspension",
    "TakingOff",
    "WayToReach",
]


class Person(Noun):
    """Anybody ("persoon"); without login, or only "known as", also."""

    privacy = Privacy(
        keep=Keep.PERSON,
        plain="id made_at",
        personal="name known_as languages go_between stand_in neighbourhood street latitude longitude made_by",
        sensitive="community",
    )

    name = models.CharField(max_length=120, blank=True)
    known_as = models.CharField(max_length=120, blank=True)
    languages = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    community = models.CharField(max_length=80, blank=True)
    go_between = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    stand_in = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    neighbourhood = models.ForeignKey(Neighbourhood, null=True, blank=True, on_delete=models.PROTECT)
    street = models.CharField(max_length=120, blank=True)
    # Three decimals are about a hundred metres: the street, never the door.
    latitude = models.DecimalField(max_digits=6, decimal_places=3, null=True, blank=True)
    longitude = models.DecimalField(max_digits=6, decimal_places=3, null=True, blank=True)
    made_by = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(name="") | ~Q(known_as=""), name="person_is_called_something"),
            # Who is only known as somebody never learns of it, so nothing sensitive is noted of them.
            models.CheckConstraint(condition=~Q(name="") | Q(community=""), name="known_as_says_no_community"),
        ]
        indexes = [GinIndex(WordsOfName("name"), name="person_called")]

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        return self.name or self.known_as

    @property
    def first_name(self) -> str:
        """How one speaks of this person: the first name, or the whole of what somebody is known as."""
        return self.name.split()[0] if self.name else self.known_as


class Accounts(BaseUserManager["Account"]):
    """Finds an account by its address, whatever its capitals."""

    def get_by_natural_key(self, email: str | None) -> "Account":
        return self.get(email__iexact=email)


class Account(AbstractBaseUser):
    """The login of a person; a person has at most one ("account")."""

    privacy = Privacy(
        keep=Keep.ACCOUNT,
        plain="id is_active made_at last_login language",
        personal="email person",
        sensitive="password",
        since="made_at",
    )

    email = models.EmailField(unique=True)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="account")
    is_active = models.BooleanField(default=True)
    language = models.CharField(max_length=8, default="nl")
    made_at = models.DateTimeField()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = Accounts()

    def __str__(self) -> str:
        return self.email


class WayToReach(Noun):
    """How a person is reached ("bereikwijze"); private numbers stay with whoever was given them."""

    privacy = Privacy(keep=Keep.PERSON, plain="id kind", personal="person value note only_for noted_by")

    class Kind(models.TextChoices):
        MAIL = "mail", _("mail")
        PHONE = "phone", _("telefoon")
        THROUGH = "through", _("via iemand")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="ways")
    kind = models.CharField(max_length=10, choices=Kind)
    value = models.CharField(max_length=200)
    note = models.CharField(max_length=200, blank=True)
    only_for = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    noted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")


class ReachableHours(Noun):
    """When a person can be reached on one day of the week ("bereikbaar")."""

    privacy = Privacy(keep=Keep.PERSON, personal="person weekday opens closes")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="reachable")
    weekday = models.PositiveSmallIntegerField()  # Monday is 0.
    opens = models.TimeField()
    closes = models.TimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(weekday__lte=6), name="weekday_of_seven"),
            models.CheckConstraint(condition=Q(opens__lt=models.F("closes")), name="reachable_opens_before_it_closes"),
        ]


class Strength(Noun):
    """What somebody can, knows, likes or has lived through ("wat iemand kan")."""

    privacy = Privacy(keep=Keep.PERSON, plain="id kind open", personal="person", sensitive="what")

    class Kind(models.TextChoices):
        CAN = "can", _("kan")
        KNOWS = "knows", _("weet")
        LIKES = "likes", _("houdt van")
        LIVED = "lived", _("heeft meegemaakt")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="strengths")
    kind = models.CharField(max_length=8, choices=Kind)
    what = models.CharField(max_length=200)
    open = models.BooleanField(default=False)  # Whether the neighbourhood may see it, by this person's own word.


class Household(Noun):
    """People who live together ("huishouden")."""

    privacy = Privacy(keep=Keep.PERSON, plain="id", personal="name")

    name = models.CharField(max_length=120, blank=True)

    def __str__(self) -> str:
        return self.name


class HouseholdMember(Noun):
    """Somebody in a household ("huisgenoot"), since and until when."""

    privacy = Privacy(keep=Keep.PERSON, plain="id since until", personal="household person")

    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="households")
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)


class Group(Noun):
    """A team, organisation, residents' initiative or department ("groep")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id name kind formal about neighbourhood place mail phone")

    class Kind(models.TextChoices):
        TEAM = "team", _("team")
        ORGANISATION = "organisation", _("organisatie")
        INITIATIVE = "initiative", _("iets van bewoners")
        MUNICIPALITY = "municipality", _("gemeente")

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=Kind)
    formal = models.BooleanField()
    about = models.CharField(max_length=500, blank=True)
    neighbourhood = models.ForeignKey(Neighbourhood, null=True, blank=True, on_delete=models.PROTECT)
    place = models.ForeignKey(Place, null=True, blank=True, on_delete=models.SET_NULL)
    mail = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)

    def __str__(self) -> str:
        return self.name


class HatQuerySet(models.QuerySet["Hat"]):
    def granted_on(self, day: date) -> Self:
        """Not yet over and not taken off, whether or not what the role needs was shown."""
        taken_off = TakingOff.objects.filter(hat=models.OuterRef("pk"))
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), ~models.Exists(taken_off), since__lte=day)

    def worn_on(self, day: date) -> Self:
        return self.granted_on(day).exclude(id__any_of=LapsedHats(day))


class Hat(Noun):
    """What a person acts as ("pet"): a role, for whom, formal or informal, with a mandate anybody can read."""

    privacy = Privacy(
        keep=Keep.PERSON,
        plain="id formal since until open",
        personal="person role group neighbourhood can cannot employer granted_by",
    )

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="hats")
    role = models.CharField(max_length=80)
    group = models.ForeignKey(Group, null=True, blank=True, on_delete=models.PROTECT, related_name="hats")
    formal = models.BooleanField()
    neighbourhood = models.ForeignKey(Neighbourhood, null=True, blank=True, on_delete=models.PROTECT)
    can = models.TextField(blank=True)
    cannot = models.TextField(blank=True)
    employer = models.CharField(max_length=120, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    # Whether the whole neighbourhood may see this person in this hat, or only the circles they are in.
    open = models.BooleanField(default=False)
    granted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = HatQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["neighbourhood", "open"]),
            models.Index(Lower("role"), name="hat_role_whatever_capitals"),
        ]

    def __str__(self) -> str:
        return self.role

    @property
    def own(self) -> bool:
        """Put on by whoever wears it; any other was granted."""
        return self.granted_by_id == self.person_id

    @property
    def shape(self) -> str:
        return "formal" if self.formal else "informal"


class DutyQuerySet(models.QuerySet["Duty"]):
    def on(self, at: datetime) -> Self:
        """Whoever has duty at this moment, in a hat they wear."""
        off = LapsedHats(timezone.localdate(at))
        return self.filter(starts__lte=at, ends__gt=at).exclude(hat__id__any_of=off).order_by("ends", "id")


class Duty(Noun):
    """Who is on duty for a neighbourhood, and until when ("dienst")."""

    privacy = Privacy(keep=Keep.YEAR, plain="id neighbourhood starts ends phone", personal="hat", since="ends")

    hat = models.ForeignKey(Hat, on_delete=models.CASCADE, related_name="duties")
    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.PROTECT)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    phone = models.CharField(max_length=30)

    objects = DutyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(starts__lt=models.F("ends")), name="duty_starts_before_it_ends")
        ]
        indexes = [models.Index(fields=["neighbourhood", "ends"])]

"""The neighbourhood agreement: clauses per kind of question, who signed it, and what the neighbourhood says of it.

Each version is a row of its own and is never changed. One is in force from the moment the last of its groups signed,
until a later one is. What is public names groups only; who held the pen, and who remarked, stands in tables apart.
"""

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from nabij.base.finders import Known
from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.bridge.ladder import RUNGS, RungName
from nabij.people.areas import upward
from nabij.people.models import Group, Neighbourhood, Person
from nabij.stories.searching import for_memory

MOST_DAYS = 60
LONGEST = 200
BEFORE_REVIEW = timedelta(days=14)  # When Today and a letter begin to say that it is looked at again.


class MySigningGroups(Known):
    """The groups I may sign for."""

    function = "trust.my_signing_groups"


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def signed(self) -> Self:
        """By every group that it names, and there is one."""
        named = AgreementParty.objects.filter(agreement=OuterRef("pk"))
        return self.filter(Exists(named), ~Exists(named.filter(signature__isnull=True)))

    def in_force(self) -> Self:
        """Of each neighbourhood the newest that is signed."""
        newest = Agreement.objects.signed().order_by("neighbourhood_id", "-number").distinct("neighbourhood_id")
        return self.filter(id__in=newest.values("id"))

    def proposed(self) -> Self:
        """Not signed by all, not taken back, and not overtaken by a later one that is in force."""
        later = Agreement.objects.signed().filter(
            neighbourhood=OuterRef("neighbourhood"), number__gte=OuterRef("number")
        )
        return self.filter(~Exists(later), withdrawal__isnull=True)

    def due(self, *, today: date) -> Self:
        """In force, and to be looked at again within two weeks, or already."""
        return self.in_force().filter(review_on__lte=today + BEFORE_REVIEW)


class Agreement(Noun):
    """One version of what a neighbourhood agreed: who does what first ("buurtafspraak")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id neighbourhood number why review_on at")

    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.PROTECT, related_name="agreements")
    number = models.PositiveSmallIntegerField()
    why = models.CharField(max_length=LONGEST, blank=True)  # What changes with it, and why.
    review_on = models.DateField()
    at = models.DateTimeField()

    objects = AgreementQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["neighbourhood", "number"], name="one_agreement_of_a_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="agreements_count_from_one"),
        ]


class ClauseQuerySet(models.QuerySet["Clause"]):
    def in_force(self) -> Self:
        return self.filter(agreement__in=Agreement.objects.in_force())


class Clause(Noun):
    """What is agreed for one kind of question: who first, who then, when a professional ("regel van de afspraak")."""

    privacy = Privacy(
        keep=Keep.FOREVER,
        plain="id agreement position kind starts_on first then professional answer_days feedback in_memory",
    )

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="clauses")
    position = models.PositiveSmallIntegerField()
    kind = models.SlugField(max_length=40)
    starts_on = models.CharField(max_length=14, choices=[(rung.value, rung.label) for rung in RUNGS])
    first = models.CharField(max_length=LONGEST)
    then = models.CharField(max_length=LONGEST, blank=True)
    professional = models.CharField(max_length=LONGEST, blank=True)
    answer_days = models.PositiveSmallIntegerField(null=True, blank=True)
    feedback = models.CharField(max_length=LONGEST, blank=True)
    in_memory = for_memory("first", "then", "professional", "feedback", returned=False)

    objects = ClauseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["agreement", "kind"], name="one_clause_of_a_kind"),
            models.CheckConstraint(condition=~Q(first=""), name="clause_says_who_first"),
            models.CheckConstraint(
                condition=Q(starts_on__in=[rung.value for rung in RUNGS]), name="clause_starts_on_a_rung"
            ),
            models.CheckConstraint(
                condition=Q(answer_days__isnull=True) | Q(answer_days__range=(1, MOST_DAYS)),
                name="answer_within_sixty_days",
            ),
        ]


class AgreementPartyQuerySet(models.QuerySet["AgreementParty"]):
    def mine_to_sign(self) -> Self:
        """Groups I may sign for, that did not sign a proposal yet."""
        return self.filter(waits_to_be_signed(), group__id__any_of=MySigningGroups())

    def mine_to_review(self, *, today: date) -> Self:
        """Groups I may sign for, of an agreement that is soon to be looked at again."""
        return self.filter(waits_to_be_reviewed(today), group__id__any_of=MySigningGroups())

    def mine_to_do(self, *, today: date) -> Self:
        return self.filter(waits_to_be_signed() | waits_to_be_reviewed(today), group__id__any_of=MySigningGroups())


def waits_to_be_signed() -> Q:
    return Q(signature__isnull=True, agreement__in=Agreement.objects.proposed())


def waits_to_be_reviewed(today: date) -> Q:
    return Q(agreement__in=Agreement.objects.due(today=today))


class AgreementParty(Noun):
    """A group that a version names, and that signs it or not ("groep in de afspraak")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id agreement group")

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="parties")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="+")

    objects = AgreementPartyQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["agreement", "group"], name="a_group_is_named_once")]


class Signature(Noun):
    """That a group signed, and when ("handtekening")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id party at")

    party = models.OneToOneField(AgreementParty, on_delete=models.CASCADE, related_name="signature")
    at = models.DateTimeField()


class AgreementWithdrawal(Noun):
    """That who proposed a version took it back before anybody signed ("ingetrokken voorstel")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id agreement at")

    agreement = models.OneToOneField(Agreement, on_delete=models.CASCADE, related_name="withdrawal")
    at = models.DateTimeField()


class InOnesName(Noun):
    """What somebody did around an agreement, under the name and hat they had then; seen by the neighbourhood."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="%(class)ss")
    neighbourhood = models.ForeignKey(Neighbourhood, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    called = models.CharField(max_length=120)
    role = models.CharField(max_length=80, blank=True)
    at = models.DateTimeField()

    class Meta:
        abstract = True


class Penholder(InOnesName):
    """Who proposed a version, or signed it for a group ("wie de pen vasthield")."""

    privacy = Privacy(keep=Keep.PERSON, plain="id agreement neighbourhood signature at", personal="person called role")

    # None for whoever proposed it.
    signature = models.OneToOneField(
        Signature, null=True, blank=True, on_delete=models.CASCADE, related_name="penholder"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["agreement"], condition=Q(signature__isnull=True), name="one_proposes_a_version"
            )
        ]
        indexes = [models.Index(fields=["neighbourhood"])]


class Remark(InOnesName):
    """What somebody says of one clause or of the whole, in one line ("opmerking")."""

    privacy = Privacy(keep=Keep.PERSON, plain="id agreement neighbourhood kind at", personal="person called role words")

    kind = models.SlugField(max_length=40, blank=True)  # Of which clause; empty for the whole.
    words = models.CharField(max_length=LONGEST)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="remark_says_something")]
        indexes = [models.Index(fields=["neighbourhood"])]


def clause_for(*, neighbourhood: str | None, kind: str) -> Clause | None:
    """What is agreed for a kind of question, in this neighbourhood or the nearest around it that says something."""
    here = Neighbourhood.objects.filter(code=neighbourhood).select_related("parent__parent").first()
    codes = upward(here)
    said = Clause.objects.in_force().filter(agreement__neighbourhood__in=codes, kind=kind).select_related("agreement")
    return min(said, key=lambda one: codes.index(one.agreement.neighbourhood_id), default=None)


def answer_days(*, neighbourhood: str | None, kind: str) -> int | None:
    """Within how many days a question of this kind is answered here; None when nothing is agreed about it."""
    clause = clause_for(neighbourhood=neighbourhood, kind=kind)
    return clause.answer_days if clause else None


def first_rung(*, neighbourhood: str | None, kind: str) -> RungName | None:
    """On which rung a question of this kind starts here by agreement; None when nothing is agreed about it."""
    clause = clause_for(neighbourhood=neighbourhood, kind=kind)
    return RungName(clause.starts_on) if clause else None

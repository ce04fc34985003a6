"""What somebody may do about what is known of them: ask, object, put right, limit; and what was answered.

A request is about one thing (`about_kind` and `about_id`, such as "moments.moment"), or without those about everything.
"""

from datetime import date
from typing import Self
from uuid import UUID

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person

LONGEST_NAME = 500  # Of what a request is about, as a sentence.
ONE_OR_ALL = Q(about_kind="", about_id__isnull=True) | (~Q(about_kind="") & Q(about_id__isnull=False))


class RequestQuerySet(models.QuerySet["Request"]):
    def with_answers(self) -> Self:
        return self.select_related("reply", "extension", "erasure")

    def to_answer(self, person: UUID) -> Self:
        """What this person still has to answer, the earliest day first."""
        return self.with_answers().filter(answerer_id=person, reply__isnull=True).order_by("answer_by", "id")

    def of(self, person: UUID) -> Self:
        return self.with_answers().filter(person_id=person).order_by("-made_at", "-id")


class Request(Noun):
    """What somebody asks about their own data ("verzoek"): which right, who answers, and by which day."""

    privacy = Privacy(
        keep=Keep.LOG,
        plain="id kind way about_kind about_id made_at answer_by",
        personal="person person_name answerer answerer_name noted_by",
        sensitive="words about_words",
        since="answer_by",
    )

    class Kind(models.TextChoices):
        ACCESS = "access", _("weten wat er over mij staat")
        CORRECT = "correct", _("iets laten veranderen dat niet klopt")
        ERASE = "erase", _("iets laten wissen")
        LIMIT = "limit", _("laten beperken wie het ziet")
        OBJECT = "object", _("bezwaar maken")
        WITHDRAW = "withdraw", _("toestemming intrekken")
        PORTABILITY = "portability", _("mijn gegevens meenemen")

    class Way(models.TextChoices):
        HERE = "here", _("zelf, hier")
        PAPER = "paper", _("op papier")
        PHONE = "phone", _("per telefoon")
        TALK = "talk", _("in een gesprek")

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="requests")
    person_name = models.CharField(max_length=120)
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=8, choices=Way, default=Way.HERE)
    kind = models.CharField(max_length=12, choices=Kind)
    about_kind = models.CharField(max_length=40, blank=True)
    about_id = models.UUIDField(null=True)
    # Which look it is about: who looked, in which hat, when and for what. Whoever answers does not see the look itself.
    about_words = models.CharField(max_length=LONGEST_NAME, blank=True, default="")
    words = models.TextField(max_length=2000, blank=True)
    made_at = models.DateTimeField()
    answer_by = models.DateField()
    # Both names stand here as well: either side may not see the other's page.
    answerer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="requests_to_answer")
    answerer_name = models.CharField(max_length=120)

    objects = RequestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(person=models.F("answerer")), name="nobody_answers_themselves"),
            models.CheckConstraint(condition=ONE_OR_ALL, name="request_about_one_thing_or_all"),
        ]
        indexes = [
            models.Index(fields=["person", "-made_at"]),
            models.Index(fields=["answerer", "answer_by"]),
            models.Index(fields=["about_id"]),
        ]

    @property
    def due(self) -> date:
        """The day by which there must be an answer, a longer term included."""
        return self.extension.until if hasattr(self, "extension") else self.answer_by

    @property
    def about_everything(self) -> bool:
        return self.about_id is None

    def may_take_longer(self, today: date) -> bool:
        """Not answered, not lengthened before, and the first day is not over."""
        return not (hasattr(self, "reply") or hasattr(self, "extension")) and today <= self.answer_by

    @property
    def can_erase(self) -> bool:
        """Granted, and not erased yet."""
        granted = hasattr(self, "reply") and self.reply.kind in (Reply.Kind.GRANTED, Reply.Kind.PARTLY)
        return self.kind == self.Kind.ERASE and granted and not hasattr(self, "erasure")


class Extension(Noun):
    """That an answer takes longer ("uitstel"): once, two months at most, with the reason said in time."""

    privacy = Privacy(keep=Keep.LOG, plain="id request until at", personal="by", sensitive="why")

    request = models.OneToOneField(Request, on_delete=models.CASCADE, related_name="extension")
    until = models.DateField()
    why = models.CharField(max_length=500)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="extension_says_why")]


class Reply(Noun):
    """What was answered to a request ("antwoord op een verzoek"): granted, in part, or refused with the reason."""

    privacy = Privacy(keep=Keep.LOG, plain="id request kind at", personal="by", sensitive="words")

    class Kind(models.TextChoices):
        GRANTED = "granted", _("Ja")
        PARTLY = "partly", _("Voor een deel")
        REFUSED = "refused", _("Nee")

    request = models.OneToOneField(Request, on_delete=models.CASCADE, related_name="reply")
    kind = models.CharField(max_length=8, choices=Kind)
    words = models.TextField(max_length=2000, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(kind="granted") | ~Q(words=""), name="a_no_says_why")]


class Erasure(Noun):
    """Proof that something was erased ("gewist"): how many of what, and what had to stay, without any content."""

    privacy = Privacy(keep=Keep.LOG, plain="id request counts stays at", personal="by")

    request = models.OneToOneField(Request, on_delete=models.CASCADE, related_name="erasure")
    counts = models.JSONField(default=dict)
    stays = models.JSONField(default=list)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Objection(Noun):
    """That somebody does not want a look, a reader or a note ("bezwaar"); a circle sees it where that is asked."""

    privacy = Privacy(
        keep=Keep.LOG, plain="id request about_kind about_id shown_in at", personal="person", sensitive="words"
    )

    class About(models.TextChoices):
        LOOK = "trust.look", _("dat iemand keek")
        READER = "trust.membership", _("dat iemand meeleest")
        NOTE = "moments.moment", _("wat er is opgeschreven")

    request = models.OneToOneField(Request, on_delete=models.CASCADE, related_name="objection")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="objections")
    about_kind = models.CharField(max_length=40, choices=About)
    about_id = models.UUIDField()
    # The key of the circle that is shown it; none when only whoever answers is.
    shown_in = models.UUIDField(null=True, db_index=True)
    words = models.TextField(max_length=2000)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="objection_says_something")]
        indexes = [models.Index(fields=["person"])]


class Correction(Noun):
    """What somebody puts beside a note about them ("rechtzetting"): every reader reads both from then on."""

    privacy = Privacy(keep=Keep.STORY, plain="id circle about_id at", personal="person noted_by", sensitive="words")

    circle = models.ForeignKey("trust.Circle", on_delete=models.CASCADE, related_name="corrections")
    about_id = models.UUIDField()
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="corrections")
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=1000)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="correction_says_something")]
        indexes = [models.Index(fields=["circle"]), models.Index(fields=["about_id"])]


class LimitQuerySet(models.QuerySet["Limit"]):
    def in_force(self) -> Self:
        return self.filter(lifting__isnull=True)


class Limit(Noun):
    """That a note or a whole circle is kept from all but its author, the resident and the answerer ("beperking")."""

    privacy = Privacy(keep=Keep.STORY, plain="id request circle about_id at", personal="person author answerer")

    request = models.OneToOneField(Request, on_delete=models.CASCADE, related_name="limit")
    circle = models.ForeignKey("trust.Circle", on_delete=models.CASCADE, related_name="limits")
    about_id = models.UUIDField(null=True)  # A note; none when everything in the circle is limited.
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="limits")
    author = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    answerer = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    objects = LimitQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["circle"]), models.Index(fields=["about_id"])]


class Lifting(Noun):
    """That a limit ended, by whom ("beperking voorbij")."""

    privacy = Privacy(keep=Keep.STORY, plain="id limit at", personal="by")

    limit = models.OneToOneField(Limit, on_delete=models.CASCADE, related_name="lifting")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

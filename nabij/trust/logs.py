"""The logs: what changed (trace), who looked (look), the same without who (processing), and the chain over them."""

from datetime import UTC, datetime
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy


class LogRow(Noun):
    """A row of a log: without foreign keys, so that it never blocks or vanishes with what it tells of."""

    at = models.DateTimeField()
    who = models.UUIDField(null=True)
    who_name = models.CharField(max_length=120)
    hat = models.UUIDField(null=True)
    hat_name = models.CharField(max_length=80, blank=True)
    what = models.CharField(max_length=40)
    thing = models.CharField(max_length=40)
    thing_id = models.UUIDField(null=True)
    circle_key = models.UUIDField(null=True)
    trace_id = models.UUIDField(null=True)

    class Meta:
        abstract = True


class Trace(LogRow):
    """What changed, by whom ("spoor"); only ever added to."""

    privacy = Privacy(
        keep=Keep.LOG,
        plain="id at what thing thing_id circle_key trace_id",
        personal="who who_name hat hat_name",
        sensitive="why",
    )

    why = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["who", "-at"], name="trace_of_whom"),
            models.Index(fields=["circle_key"], name="trace_in_circle"),
            models.Index(fields=["-at"], condition=models.Q(circle_key__isnull=True), name="trace_of_no_circle"),
        ]


class Looked(models.TextChoices):
    """What somebody did when they looked; the label is how the one it is about reads it."""

    READ = "read", _("las je verhaal")
    TODAY = "today", _("zag iets uit je verhaal op de pagina Vandaag")
    LISTED = "listed", _("zag je verhaal in de lijst van verhalen")
    SOUGHT = "sought", _("zag iets uit je verhaal bij het zoeken")
    FOUND = "found", _("opende je verhaal na zoeken")
    HELP = "help", _("zocht wie jou kan helpen")
    READERS = "readers", _("keek wie je verhaal kan lezen")
    WRITING = "writing", _("opende je verhaal om erin te schrijven")
    NETWORK = "network", _("keek wie er om je heen staan")
    PROMISE = "promise", _("keek naar een afspraak in je verhaal")
    PAGE = "page", _("bekeek je pagina")
    COPY = "copy", _("nam je verhaal over als tekst")
    PRINT = "print", _("drukte je verhaal af")
    EXPORT = "export", _("nam je verhaal mee in een bestand")
    BREAK_GLASS = "break_glass", _("opende je verhaal in nood")
    SEAL = "read_seal", _("las een besloten notitie")
    ATTACHMENT = "attachment", _("opende een foto of papier uit je verhaal")
    REFERRAL = "referral", _("las wat er over jou aan een ander is gevraagd")
    WHY = "why", _("zocht uit wie iets van jou mag zien")

    @property
    def action(self) -> str:
        """NEN 7513's code of the action: R is read, E is carried out (searching, breaking the glass)."""
        return "E" if self in (Looked.SOUGHT, Looked.FOUND, Looked.HELP, Looked.BREAK_GLASS) else "R"

    @property
    def purpose(self) -> str:
        """The key of the purpose for which one looks so, unless a view says another."""
        return {Looked.PAGE: "buren-helpen", Looked.WHY: "toezicht"}.get(self, "samen-helpen")


class Look(LogRow):
    """Who looked at what is about somebody, in which hat, when, for what ("wie heeft gekeken"); only ever added to."""

    privacy = Privacy(
        keep=Keep.LOG,
        plain="id at what purpose thing thing_id circle_key trace_id",
        personal="who who_name hat hat_name about access_point",
        sensitive="why",
    )

    about = models.UUIDField()
    purpose = models.CharField(max_length=80, blank=True)
    why = models.CharField(max_length=300, blank=True)  # In the words of whoever looked, where they are asked for it.
    access_point = models.CharField(max_length=16, blank=True)

    class Meta:
        indexes = [models.Index(fields=["about", "-at"]), models.Index(fields=["who", "-at"])]

    @property
    def did(self) -> str:
        """What they did, as a sentence goes on after their name."""
        return str(Looked(self.what).label) if self.what in Looked.values else self.what

    @property
    def action(self) -> str:
        return Looked(self.what).action if self.what in Looked.values else "R"

    @property
    def operation_id(self) -> str:
        """The 8 bytes that name this one operation; the row of processing has the same key, and so the same."""
        return self.id.hex[16:]


class Processing(Noun):
    """That something about somebody was processed, and for what, without by whom ("verwerking"); only added to."""

    privacy = Privacy(keep=Keep.LOG, plain="id trace_id status name began ended activity", personal="subject")

    class Status(models.IntegerChoices):
        UNKNOWN, OK, ERROR = 0, 1, 2

    trace_id = models.UUIDField()
    status = models.PositiveSmallIntegerField(choices=Status)
    name = models.CharField(max_length=40)
    began = models.DateTimeField()
    ended = models.DateTimeField()
    activity = models.CharField(max_length=80)
    subject = models.BinaryField()

    @property
    def operation_id(self) -> str:
        return self.id.hex[16:]


class ChainLink(Noun):
    """Some rows of the logs, fixed by a hash that also holds the link before it ("schakel")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id number at upto form keys hashes previous hash")

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    upto = models.DateTimeField(db_index=True)  # Until when everything that was seen stands in the chain.
    form = models.PositiveSmallIntegerField()
    keys = ArrayField(models.UUIDField())
    hashes = models.BinaryField()  # 32 bytes a row, in the order of the keys.
    previous = models.BinaryField()
    hash = models.BinaryField()


class Forgetting(Noun):
    """That rows of the logs went when their five years were over, and how many ("gewist spoor")."""

    privacy = Privacy(keep=Keep.FOREVER, plain="id at before looks traces processings")

    at = models.DateTimeField()
    before = models.DateTimeField()
    looks = models.PositiveBigIntegerField()
    traces = models.PositiveBigIntegerField()
    processings = models.PositiveBigIntegerField()


class TraceId(models.Func):
    """The trace of the transaction in which somebody acts."""

    template = "trust.trace()"
    output_field = models.UUIDField()


def written(key: UUID) -> datetime:
    """When a row was written, by its own key (UUIDv7)."""
    return datetime.fromtimestamp((key.int >> 80) / 1000, tz=UTC)

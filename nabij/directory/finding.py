"""What search stands on: the words and the meaning of each service, and the words that occur at all."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from nabij.base.privacy import Keep, Privacy
from nabij.directory.listed import Real


def _weighed(field: str, weight: str) -> SearchVector:
    return SearchVector(field, weight=weight, config="pg_catalog.dutch")


class ServiceMeaning(models.Model):
    """The words of a service by weight, and their meaning as a direction ("zoektekst"); made anew when it changes."""

    privacy = Privacy(Keep.LISTING, plain="service heading body meaning told made_at", personal="around words")

    service = models.OneToOneField(
        "directory.Service", primary_key=True, on_delete=models.CASCADE, related_name="meaning"
    )
    heading = models.TextField(blank=True, default="")
    body = models.TextField(blank=True, default="")
    around = models.TextField(blank=True, default="")
    words = models.GeneratedField(
        expression=_weighed("heading", "A") + _weighed("body", "B") + _weighed("around", "C"),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    meaning = ArrayField(Real(), default=list)
    # A fingerprint of the text above, so that only what changed is thought about again.
    told = models.CharField(max_length=64)
    made_at = models.DateTimeField()

    class Meta:
        indexes = [GinIndex(fields=["words"], fastupdate=False)]


class SearchWord(models.Model):
    """A word of the social map ("zoekwoord") in bits of three letters, so that a slip of the pen is forgiven."""

    privacy = Privacy(Keep.FOREVER, plain="word bits")

    word = models.TextField(primary_key=True)
    bits = ArrayField(models.TextField())

    class Meta:
        indexes = [GinIndex(fields=["bits"], fastupdate=False)]

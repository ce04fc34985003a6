"""What every table of the social map has in common: a key of its own, and where it came from."""

from typing import Any

from django.db import models

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy


def words() -> Any:
    return models.TextField(blank=True, default="")


def day() -> Any:
    return models.DateField(null=True, blank=True)


def of(table: str, *, name: str) -> Any:
    """A link to what a row belongs to; it goes when that goes."""
    return models.ForeignKey(table, null=True, blank=True, on_delete=models.CASCADE, related_name=name)


def public(plain: str, *, personal: str = "") -> Privacy:
    """The social map is public; who is named in it wanted to be found, and goes with the listing."""
    keep = Keep.LISTING if personal else Keep.FOREVER
    return Privacy(keep, plain=f"id came_from source_key by_content extra {plain}", personal=personal)


class Listed(Noun):
    """A row of the social map ("sociale kaart") with the key its source knows it by."""

    came_from = words()
    source_key = words()
    # The source gave no key of its own: ours is made of what the row says, so a changed row is another row.
    by_content = models.BooleanField(default=False)
    # Columns of the source that HSDS does not know, and values that could not be read for certain.
    extra = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True


class Real(models.FloatField):
    """Four bytes are plenty for one direction of a meaning."""

    def db_type(self, connection: Any) -> str:
        return "real"

"""The register of processing: made from the purposes and from what every table says of its own fields."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Model

from nabij.base.privacy import Keep, Privacy
from nabij.trust.purposes import Purpose

DUTCH = re.compile(r'\("(.+?)"\)')


@dataclass(frozen=True)
class Table:
    """What one table holds about people, and how long."""

    name: str
    word: str
    room: str
    keep: Keep
    plain: tuple[str, ...]
    personal: tuple[str, ...]
    sensitive: tuple[str, ...]

    @property
    def about_people(self) -> bool:
        return bool(self.personal or self.sensitive)


@dataclass(frozen=True)
class Register:
    """The register of processing: why, and what is kept for it."""

    purposes: list[Purpose]
    tables: list[Table]

    @property
    def about_people(self) -> list[Table]:
        return [one for one in self.tables if one.about_people]


def register() -> Register:
    """Everything that is written down here, for whoever asks; purposes first that are in use."""
    purposes = sorted(Purpose.objects.all(), key=lambda one: (not one.enabled, one.position, one.key))
    return Register(purposes, sorted(_tables(), key=lambda one: (list(Keep).index(one.keep), one.word)))


def _tables() -> Iterator[Table]:
    for model in apps.get_models():
        privacy = model.__dict__.get("privacy")
        if isinstance(privacy, Privacy):
            yield _table(model, privacy)


def _table(model: type[Model], privacy: Privacy) -> Table:
    said = DUTCH.search(model.__doc__ or "")
    return Table(
        name=model._meta.db_table,
        word=said[1] if said else model._meta.model_name or "",
        room=model._meta.app_label,
        keep=privacy.keep,
        plain=tuple(privacy.plain.split()),
        personal=tuple(privacy.personal.split()),
        sensitive=tuple(privacy.sensitive.split()),
    )

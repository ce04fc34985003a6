"""What whoever does it changed in their listing, as sentences: what was, what became of it, when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.directory.models import OwnerChange, Service

Field, Status = OwnerChange.Field, Service.Status
NAMES = {
    Field.TIMES: gettext_lazy("Wanneer"),
    Field.PHONE: gettext_lazy("Telefoon"),
    Field.MAIL: gettext_lazy("Mail"),
    Field.WEB: gettext_lazy("Website"),
    Field.DESCRIPTION: gettext_lazy("Wat het is"),
    Field.STATUS: gettext_lazy("Of het er nog is"),
}
STATES = {
    Status.ACTIVE: gettext_lazy("het is er"),
    Status.INACTIVE: gettext_lazy("het is er nu niet"),
    Status.DEFUNCT: gettext_lazy("gestopt"),
    Status.AWAY: gettext_lazy("tijdelijk dicht"),
}


@dataclass(frozen=True)
class Changed:
    """One change: of what, what stood there, what stands there since, and since when."""

    name: str
    was: str
    became: str
    at: datetime


def changed(rows: Iterable[OwnerChange]) -> list[Changed]:
    """The newest first."""
    newest = sorted(rows, key=lambda one: (one.at, one.id), reverse=True)
    return [
        Changed(str(NAMES[Field(one.field)]), _said(one, one.was), _said(one, one.became), one.at) for one in newest
    ]


def _said(one: OwnerChange, text: str) -> str:
    if not text:
        return _("niets")
    return str(STATES[Status(text)]) if one.field == Field.STATUS else text

"""How true the map is: counts by neighbourhood and by subject, for everybody."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from nabij.directory.how_true import KINDS, Row, how_true

HEADINGS = {
    "season": gettext_lazy("in de laatste drie maanden"),
    "year": gettext_lazy("in het laatste jaar"),
    "longer": gettext_lazy("langer geleden"),
    "never": gettext_lazy("nog niet bevestigd"),
    "missed": gettext_lazy("drie keer of vaker niet bereikt"),
}


@dataclass(frozen=True)
class TruthLine:
    """One row of the table: a name, how many, and of those how many stand how."""

    name: str
    total: int
    counts: tuple[tuple[int, str], ...]

    @property
    def fresh(self) -> int:
        """Confirmed within a year: what the bar shows."""
        return self.counts[0][0] + self.counts[1][0]


@require_safe
def how_true_it_is(request: HttpRequest) -> HttpResponse:
    found = how_true(at=timezone.now())
    words = {
        "whole": line(found.whole, nameless=""),
        "tables": [
            (_("Per buurt"), _("Buurt"), [line(row, nameless=_("zonder adres in een buurt")) for row in found.areas]),
            (_("Per onderwerp"), _("Onderwerp"), [line(row, nameless=_("overig")) for row in found.subjects]),
        ],
        "counted": found.at,
        "me": getattr(request, "me", None),
    }
    return render(request, "map/truth.html", words)


def line(row: Row, *, nameless: str) -> TruthLine:
    return TruthLine(row.name or nameless, row.total, tuple((row.counts[kind], str(HEADINGS[kind])) for kind in KINDS))

"""As agreed and as it goes: each clause beside counts of the last whole quarter, for the people from there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from nabij.bridge.agreement_reading import Version, overview
from nabij.bridge.comparing import parts_of
from nabij.bridge.practice import FEW, PEOPLE, Practice, may_read_practice, practice
from nabij.people.models import Neighbourhood
from nabij.web.agreement.lines import name_of
from nabij.web.days import opening, say_date
from nabij.web.me import Request, for_me
from nabij.web.story.lines import listed

# {what a clause speaks of: (its heading, its sentences by part)}; a part that is of too few has no sentence.
SAYS: dict[str, tuple[Any, dict[str, Any]]] = {
    "first": (
        gettext_lazy("Wie eerst"),
        {
            "near": gettext_lazy("%(count)s keer was dat iemand uit de buurt of een vrijwilliger."),
            "work": gettext_lazy("%(count)s keer was dat een beroepskracht."),
        },
    ),
    "answer": (
        gettext_lazy("Antwoord"),
        {
            "in_time": gettext_lazy("%(count)s keer kwam het op tijd."),
            "later": gettext_lazy("%(count)s keer kwam het later, of nog niet."),
        },
    ),
    "end": (
        gettext_lazy("Hoe je het terug hoort"),
        {"ended": gettext_lazy("%(count)s keer hoorde wie vroeg hoe het afliep.")},
    ),
    "asked": (
        gettext_lazy("Op het prikbord"),
        {
            "met": gettext_lazy("Bij %(count)s vragen is er iemand gevonden."),
            "nobody": gettext_lazy("Bij %(count)s vragen is er niemand gevonden."),
        },
    ),
}


@dataclass(frozen=True)
class Beside:
    """One kind of question: what is agreed, and how it went."""

    name: str
    agreed: list[tuple[str, str]]
    went: list[tuple[str, list[str]]]


@require_safe
@for_me
def of_neighbourhood(request: Request, code: str) -> HttpResponse:
    """What holds in a neighbourhood beside how it went; who does not live or work there finds nothing."""
    me = request.me
    try:
        found = overview(code=code, by=me.person)
    except Neighbourhood.DoesNotExist as missing:
        raise Http404 from missing
    if not found.version or not may_read_practice(code):
        raise Http404
    told = practice(version=found.version, at=me.at)
    words = {
        "area": found.here,
        "number": found.version.agreement.number,
        "few": FEW,
        "people": PEOPLE,
        **beside(found.version, told),
        **days_of(told),
    }
    return render(request, "agreement/practice.html", words)


def beside(version: Version, told: Practice) -> dict[str, Any]:
    """Of which something is said, side by side; the others are named in one sentence."""
    said = [one for one in version.clauses if told.of(one.kind)]
    rest = [name_of(version, one.kind) for one in version.clauses if not told.of(one.kind)]
    lines = [Beside(name_of(version, one.kind), parts_of(one), went(told.of(one.kind))) for one in said]
    return {"lines": lines, "unsaid": opening(listed([one.casefold() for one in rest])) if rest else ""}


def went(counts: Mapping[str, int]) -> list[tuple[str, list[str]]]:
    """Under each heading what is said of it."""
    found = []
    for heading, sentences in SAYS.values():
        said = [str(words) % {"count": counts[part]} for part, words in sentences.items() if part in counts]
        if said:
            found.append((str(heading), said))
    return found


def days_of(told: Practice) -> dict[str, str]:
    return {"first": say_date(told.first, year=True), "last": say_date(told.last, year=True)}

"""The page of the five forms in which people are near."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from nabij.insight import nearness as reading
from nabij.insight.measures.proximity import Form
from nabij.stories.models import Story
from nabij.web.days import MONTHS, number, opening
from nabij.web.me import Request, for_me
from nabij.web.nearness.bars import bars

EARLIEST = 2000  # Nothing was written here before.
# Each with what it is called, what it means, the head of its column, and the shape of those who bring it.
WORDS = {
    Form.PHYSICAL: (
        gettext_lazy("Samen zijn"),
        gettext_lazy("Iemand was er echt bij, op dezelfde plek."),
        gettext_lazy("samen"),
        "own",
    ),
    Form.OWN_NETWORK: (
        gettext_lazy("Eigen mensen"),
        gettext_lazy("Familie, vrienden of buren deden mee."),
        gettext_lazy("eigen mensen"),
        "informal",
    ),
    Form.CIVIL: (
        gettext_lazy("Vrijwilligers en initiatieven"),
        gettext_lazy("Een vrijwilliger, of iets van bewoners, deed mee."),
        gettext_lazy("vrijwilligers"),
        "informal",
    ),
    Form.INTERPROFESSIONAL: (
        gettext_lazy("Tussen beroepen"),
        gettext_lazy("Mensen van twee beroepen deden samen mee."),
        gettext_lazy("beroepen"),
        "formal",
    ),
    Form.GOVERNMENTAL: (
        gettext_lazy("De gemeente"),
        gettext_lazy("Iemand van de gemeente deed mee."),
        gettext_lazy("gemeente"),
        "formal",
    ),
}


@require_safe
@for_me
def nearness(request: Request, story: UUID) -> HttpResponse:
    """Five small pictures over twelve months, and the same as a table."""
    me = request.me
    last_month = min(month_in(request.GET.get("tot", "")) or me.today, me.today)
    try:
        told = reading.nearness(story_id=story, by=me.person, hat=me.hat, at=me.at, last_month=last_month)
    except Story.DoesNotExist as missing:
        raise Http404 from missing
    first, last = told.months[0], told.months[-1]
    words = {
        "story": told.story,
        "forms": [form_of(told, form) for form in WORDS],
        "heads": [(head, shape) for _title, _means, head, shape in WORDS.values()],
        "rows": rows_of(told),
        "period": _("%(first)s tot en met %(last)s") % {"first": opening(say_month(first)), "last": say_month(last)},
        "any": any(told.found.moments),
        "closed": told.since if told.since and told.since > first else None,
        "unknown": unknown(told.found.unknown),
        "earlier": f"{first:%Y-%m}" if localdate(told.story.opened_at) < first else "",
        "later": f"{last.replace(year=last.year + 1):%Y-%m}" if last < me.today.replace(day=1) else "",
    }
    return render(request, "nearness/nearness.html", words)


def month_in(said: str) -> date | None:
    """2026-11 as its first day; None for anything else."""
    try:
        month = date.fromisoformat(f"{said}-01")
    except ValueError:
        return None
    return month if month.year >= EARLIEST else None


def say_month(month: date) -> str:
    return f"{MONTHS[month.month - 1]} {month.year}"


def form_of(told: reading.Nearness, form: Form) -> dict[str, Any]:
    title, means, _head, shape = WORDS[form]
    counts = told.found.counts[form]
    return {
        "key": form.value,
        "title": title,
        "means": means,
        "shape": shape,
        "said": said_of(sum(counts), last=told.last.get(form)),
        "drawing": bars(told.months, counts, since=told.since),
    }


def said_of(count: int, *, last: date | None) -> str:
    """How often in these months, and when last."""
    if not last:
        return _("In deze maanden niet opgeschreven.")
    said = ngettext("%(count)s moment, op %(day)s.", "%(count)s momenten, het laatst op %(day)s.", count)
    return opening(said % {"count": number(count), "day": f"{last.day} {MONTHS[last.month - 1]}"})


def rows_of(told: reading.Nearness) -> list[tuple[str, list[int]]]:
    """The table, the newest month first: each form, and all moments at the end.

    A month that lies before what one reads has no row: zero would say that nothing happened.
    """
    columns = [*(told.found.counts[form] for form in WORDS), told.found.moments]
    since = told.since.replace(day=1) if told.since else date.min
    rows = zip(told.months, *columns, strict=True)
    return [(opening(say_month(month)), list(counts)) for month, *counts in rows if month >= since or any(counts)][::-1]


def unknown(count: int) -> str:
    if not count:
        return ""
    said = ngettext(
        "Bij %(count)s moment weten we niet van wie iemand kwam. Daar telt die persoon niet mee.",
        "Bij %(count)s momenten weten we niet van wie iemand kwam. Daar telt die persoon niet mee.",
        count,
    )
    return said % {"count": number(count)}

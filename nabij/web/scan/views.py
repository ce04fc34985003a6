"""The pages on which a story is counted: who helps already, and what changed since last time."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nabij.stories import scanning
from nabij.stories.models import Story
from nabij.trust.models import Circle
from nabij.web.days import number, opening
from nabij.web.faces import Face
from nabij.web.me import Request, for_me
from nabij.web.scan.forms import ScanForm, as_last_time
from nabij.web.scan.marks import marks
from nabij.web.story.acts import allowed, asked, found, page
from nabij.web.story.choosing import choosing
from nabij.web.story.lines import listed

MOST_DRAWN = 8


@require_safe
@for_me
def scan(request: Request, story: UUID) -> HttpResponse:
    """Who helps now, informal and formal beside each other, and earlier counts below."""
    me = request.me
    try:
        told = scanning.who_helps(story_id=story, by=me.person, hat=me.hat, at=me.at)
    except Story.DoesNotExist as missing:
        raise Http404 from missing
    widest = told.story.circle_id
    words = {
        "story": told.story,
        "mine": me.person in told.residents,
        "past_closed": told.past_closed,
        "several": len(told.residents) > 1,
        "short": told.story.short,
        "counts": [one_circle(one, only="" if one.circle.id == widest else one.circle.name) for one in told.counted],
    }
    return render(request, "scan/scan.html", words)


def one_circle(counted: scanning.Counted, *, only: str) -> dict[str, Any]:
    """The counts of one circle as the page shows them. only: the smaller circle that reads them."""
    now, before = counted.now, counted.before
    drawn = [(one.day, len(one.informal), len(one.formal)) for one in reversed(counted.scans[:MOST_DRAWN])]
    return {
        "key": counted.circle.id,
        "only": only,
        "now": now,
        "before": before,
        "said": in_words(len(now.informal), len(now.formal)),
        "kinds": [kind_of(counted, formal=False), kind_of(counted, formal=True)],
        "drawing": marks(drawn),
        "scans": counted.scans,
    }


def kind_of(counted: scanning.Counted, *, formal: bool) -> dict[str, Any]:
    """One of the two lists: each with whether it is new, and who was named last time."""
    shape = "formal" if formal else "informal"
    there = counted.now.formal if formal else counted.now.informal
    gone = counted.gone(formal=formal)
    return {
        "shape": shape,
        "rows": [(Face(one.what, shape, whole=one.what.split(",", 1)[0]), counted.is_new(one)) for one in there],
        "gone": _("Vorige keer ook: %(names)s.") % {"names": listed(gone)} if gone else "",
    }


def in_words(informal: int, formal: int) -> str:
    """The count in a sentence: how many from people around, how many from work."""
    if not informal and not formal:
        return _("Er hielp toen niemand.")
    said = _("%(ours)s uit de eigen omgeving, %(theirs)s vanuit werk.")
    return opening(said % {"ours": number(informal), "theirs": number(formal)})


@page
@for_me
def new_scan(request: Request, story: UUID) -> HttpResponse:
    """Counts who helps; the last count stands there already."""
    there = found(story)
    choice = choosing(request, there)
    form = ScanForm(request.POST or None, initial=begun(request, there, circle=choice.circle))
    if request.method == "POST" and form.is_valid() and choice.circle and kept(request, there, form, choice.circle):
        messages.success(request, _("Bewaard. Tel het later nog eens, dan zie je wat er veranderde."))
        return redirect("scan", there.id)
    title = _("Wie helpt er nu?")
    back = reverse("scan", args=[there.id])
    return asked(request, form, story=there, title=title, button=_("Bewaar"), choosing=choice, back=back)


def begun(request: Request, story: Story, *, circle: Circle | None) -> dict[str, Any]:
    """What stands in the boxes at first: the day of today, and who helped last time in this circle."""
    last = scanning.counts_of(story, circles=[circle]) if circle and request.method != "POST" else []
    return {"day": request.me.today, **as_last_time(last[0] if last else None)}


def kept(request: Request, story: Story, form: ScanForm, circle: Circle) -> bool:
    """Writes the count, unless something is said that cannot be: then the form says so, with what was typed."""
    me = request.me
    told = {"story": story, "circle": circle, "by": me.person, "hat": me.hat, "at": me.at, **form.told()}
    try:
        return allowed(form, lambda: scanning.count_help(**told))
    except (scanning.NobodyNamed, scanning.SomebodyNamed) as problem:
        form.add_error("nobody", str(problem))
    except scanning.DayToCome as problem:
        form.add_error("day", str(problem))
    except (scanning.InBoth, scanning.TooMany, scanning.TooLong) as problem:
        form.add_error(None, str(problem))
    return False

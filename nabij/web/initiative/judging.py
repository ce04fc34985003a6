"""What neighbours want on the map of where one coordinates: yes once, or no with why."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nabij.directory import entering
from nabij.directory.answered import news_of, tell
from nabij.directory.initiatives import MOST_OF_VISITORS, MOST_WAIT, Initiative
from nabij.trust.acting import acting_as, office
from nabij.web.initiative.forms import NoForm
from nabij.web.initiative.lines import Change, Fact, changes, facts
from nabij.web.lists.views import for_coordinators
from nabij.web.me import Request

MOST_STANDING = 300


@dataclass(frozen=True)
class Standing:
    """One that stands on the map: when it last changed, what was written, and what is otherwise since one looked."""

    initiative: Initiative
    at: datetime | None
    facts: list[Fact]
    changes: list[Change]
    form: NoForm

    @property
    def seen(self) -> str:
        return self.initiative.changed_at.isoformat()


@require_safe
@for_coordinators
def waiting(request: Request, codes: list[str]) -> HttpResponse:
    """What waits, the oldest first, and what stands there: first what asks for a look, then the last changed."""
    return page(request, codes)


def page(request: Request, codes: list[str], *, wrong: UUID | None = None, problem: str = "") -> HttpResponse:
    """The page. wrong: which answer could not be taken, and why."""
    there = Initiative.objects.filter(neighbourhood__in=codes).select_related("neighbourhood")
    waits = list(there.waiting().order_by("at", "id")[: MOST_WAIT * len(codes)])
    stands = entering.standing(codes=codes)[:MOST_STANDING]
    new = set(entering.changed().filter(neighbourhood__in=codes))
    words = {
        "full": max(Counter(one.neighbourhood_id for one in waits).values(), default=0) >= MOST_OF_VISITORS,
        "waiting": [(one, facts(one.said), no_of(one, request, wrong=wrong, problem=problem)) for one in waits],
        "standing": [
            Standing(
                one,
                at,
                facts(one.said),
                changes(one) if one in new else [],
                no_of(one, request, wrong=wrong, problem=problem),
            )
            for one, at in sorted(stands, key=lambda pair: (not pair[0].is_left, pair[0] not in new))
        ],
    }
    return render(request, "initiative/waiting.html", words, status=400 if wrong else 200)


def no_of(one: Initiative, request: Request, *, wrong: UUID | None, problem: str) -> NoForm:
    """The box for why not; each has a name of its own on a page of many."""
    form = NoForm(request.POST if wrong == one.pk else None, auto_id=f"waarom-{one.pk}-%s")
    if wrong == one.pk and not form.errors:
        form.add_error("why", problem)
    return form


@require_POST
@for_coordinators
def answer(request: Request, initiative: UUID, codes: list[str]) -> HttpResponse:
    """Yes: it stands on the map at once. No: with why. Seen: it may stand as it is now. Hand: another keeps it."""
    there = get_object_or_404(Initiative.objects.filter(neighbourhood__in=codes), pk=initiative)
    said = request.POST.get("answer", "")
    if said == "no":
        return refused(request, there, codes)
    if said not in ANSWERS:
        raise Http404
    try:
        return ANSWERS[said](request, there)
    except (entering.AnsweredAlready, entering.KeptByAnother, entering.NotAsSeen) as problem:
        messages.warning(request, str(problem))
        return redirect("waiting_initiatives")


def approved(request: Request, initiative: Initiative) -> HttpResponse:
    service = entering.approve(initiative=initiative, seen=looked(request), by=request.me.person, at=request.me.at)
    told(initiative, at=request.me.at)
    messages.success(request, _("“%(name)s” staat op de kaart.") % {"name": service.name})
    return redirect("waiting_initiatives")


def told(initiative: Initiative, *, at: datetime) -> None:
    """Who has no account and gave an address is mailed the answer."""
    if news := news_of(initiative):
        with acting_as(office("reminders"), purpose="kaart"):
            tell(news, at=at)


def seen(request: Request, initiative: Initiative) -> HttpResponse:
    entering.look(initiative=initiative, seen=looked(request), by=request.me.person, at=request.me.at)
    messages.success(request, _("Goed. “%(name)s” blijft zo staan.") % {"name": initiative})
    return redirect("waiting_initiatives")


def looked(request: Request) -> datetime:
    """When what stands on the page had changed; what changed after that is looked at anew."""
    try:
        at = parse_datetime(request.POST.get("seen", ""))
    except ValueError:  # It looks like a day, and is none.
        at = None
    if at is None:
        raise Http404
    return at


def handed(request: Request, initiative: Initiative) -> HttpResponse:
    token = entering.hand_on(initiative=initiative)
    messages.success(request, _("Geef de link hieronder aan wie het gaat bijhouden."))
    return redirect("initiative_by_link", token)


def refused(request: Request, initiative: Initiative, codes: list[str]) -> HttpResponse:
    form = NoForm(request.POST)
    if not form.is_valid():
        return page(request, codes, wrong=initiative.pk)
    try:
        entering.refuse(initiative=initiative, why=form.cleaned_data["why"], by=request.me.person, at=request.me.at)
        told(initiative, at=request.me.at)
        messages.success(request, _("Niet op de kaart. Wie het stuurde, leest waarom."))
    except entering.NoReason as problem:
        return page(request, codes, wrong=initiative.pk, problem=str(problem))
    except entering.AnsweredAlready as problem:
        messages.warning(request, str(problem))
    return redirect("waiting_initiatives")


ANSWERS = {"yes": approved, "seen": seen, "hand": handed}

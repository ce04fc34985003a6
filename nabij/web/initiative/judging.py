"""What neighbours want on the map of where one coordinates: yes once, or no with why."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nabij.directory import entering
from nabij.directory.initiatives import Initiative
from nabij.web.initiative.forms import NoForm
from nabij.web.initiative.lines import facts
from nabij.web.lists.views import for_coordinators
from nabij.web.me import Request

MOST, MOST_STANDING = 50, 300


@require_safe
@for_coordinators
def waiting(request: Request, codes: list[str]) -> HttpResponse:
    """What waits, the oldest first, and what stands there, the last changed first."""
    return page(request, codes)


def page(request: Request, codes: list[str], *, wrong: UUID | None = None, problem: str = "") -> HttpResponse:
    """The page. wrong: which answer could not be taken, and why."""
    there = Initiative.objects.filter(neighbourhood__in=codes).select_related("neighbourhood")
    waits = list(there.waiting().order_by("at", "id")[:MOST])
    stands = entering.standing(codes=codes)[:MOST_STANDING]
    words = {
        "waiting": [(one, facts(one), no_of(one, request, wrong=wrong, problem=problem)) for one in waits],
        "standing": [
            (one, changed, facts(one), no_of(one, request, wrong=wrong, problem=problem)) for one, changed in stands
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
    """Yes: it stands on the map at once. No: with why. Hand: somebody else keeps it by a link."""
    me = request.me
    there = get_object_or_404(Initiative.objects.filter(neighbourhood__in=codes), pk=initiative)
    said = request.POST.get("answer")
    if said not in ("yes", "no", "hand"):
        raise Http404
    try:
        if said == "hand":
            token = entering.hand_on(initiative=there)
            messages.success(request, _("Geef de link hieronder aan wie het gaat bijhouden."))
            return redirect("initiative_by_link", token)
        if said == "yes":
            service = entering.approve(initiative=there, by=me.person, at=me.at)
            messages.success(request, _("“%(name)s” staat op de kaart.") % {"name": service.name})
        else:
            form = NoForm(request.POST)
            if not form.is_valid():
                return page(request, codes, wrong=there.pk)
            entering.refuse(initiative=there, why=form.cleaned_data["why"], by=me.person, at=me.at)
            messages.success(request, _("Niet op de kaart. Wie het stuurde, leest waarom."))
    except entering.NoReason as problem:
        return page(request, codes, wrong=there.pk, problem=str(problem))
    except (entering.AnsweredAlready, entering.KeptByAnother) as problem:
        messages.warning(request, str(problem))
    return redirect("waiting_initiatives")

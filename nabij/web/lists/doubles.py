"""What stands on the map twice: proposed with the reasons, said by a person, and taken back with one button."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nabij.directory.doubles import joining
from nabij.directory.lists.bringing import of_lists
from nabij.directory.models import Service, Twin
from nabij.web.lists.cards import pairs
from nabij.web.lists.mending import SHOWN_AT_ONCE
from nabij.web.lists.views import for_coordinators
from nabij.web.me import Request


@require_http_methods(["GET", "HEAD", "POST"])
@for_coordinators
def proposed(request: Request, codes: list[str]) -> HttpResponse:
    """What looks double of the lists that one keeps, and what was merged."""
    if request.method == "POST":
        return judged(request)
    own = set(of_lists(codes).values_list("pk", flat=True))
    found = joining.proposals(about=own, most=SHOWN_AT_ONCE) if own else []
    words = {"doubles": pairs(found), "merged": joining.merged(about=own), "own": bool(own)}
    return render(request, "lists/doubles.html", words)


def judged(request: Request) -> HttpResponse:
    """One, or two: as somebody says."""
    me = request.me
    kept, double = (service_of(request.POST.get(name, "")) for name in ("kept", "double"))
    found = request.POST.get("found", "")
    try:
        if found == Twin.Found.ONE:
            joining.join(kept=kept, double=double, by=me.person, at=me.at)
            said = _(
                "Samengevoegd. “%(double)s” leidt nu naar “%(kept)s”. Er is niets weg: je draait het hieronder terug."
            )
            messages.success(request, said % {"double": double.name, "kept": kept.name})
        elif found == Twin.Found.TWO:
            joining.keep_apart(one=kept, other=double, by=me.person, at=me.at)
            messages.success(request, _("Het zijn er twee. We vragen het niet nog een keer."))
        else:
            raise Http404
    except ValueError as problem:
        messages.warning(request, str(problem))
    return redirect("doubles")


def service_of(key: str) -> Service:
    try:
        return get_object_or_404(Service, pk=UUID(key))
    except ValueError as problem:
        raise Http404 from problem


@require_POST
@for_coordinators
def taken_back(request: Request, twin: UUID, codes: list[str]) -> HttpResponse:
    """Both stand there again as before."""
    said = get_object_or_404(Twin, pk=twin)
    try:
        joining.take_back(twin=said, by=request.me.person, at=request.me.at)
    except joining.TwoAlready as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(request, _("Teruggedraaid. Ze staan allebei weer op de kaart, zoals eerst."))
    return redirect("doubles")

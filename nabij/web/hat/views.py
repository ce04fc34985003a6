"""The page of a hat, and putting one on: it is kept in the session, where the door reads it for the next page."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from nabij.trust import rights
from nabij.web.back import back
from nabij.web.faces import Face
from nabij.web.me import Request, for_me


@require_safe
@for_me
def hat(request: Request, hat: UUID) -> HttpResponse:
    """What somebody can and cannot do in this hat, for whom, granted by whom, on which proofs, and until when."""
    seen = get_object_or_404(rights.mandates(today=request.me.today), id=hat)
    words = {
        "hat": seen,
        "face": Face(seen.person.called, seen.shape),
        "mine": seen in request.me.hats,
        "worn": seen == request.me.hat,
    }
    return render(request, "hat/hat.html", words)


@require_POST
@for_me
def wear(request: Request) -> HttpResponse:
    chosen = next((hat for hat in request.me.hats if str(hat.id) == request.POST.get("hat")), None)
    if chosen is None:
        raise Http404("not a hat of this person")
    request.session["hat"] = str(chosen.id)
    return redirect(back(request))

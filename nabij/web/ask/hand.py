"""Saying "Dit wil ik wel doen" to an ask, from the board and from its own page."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nabij.bridge import hands
from nabij.bridge.asks import Ask
from nabij.web.ask.board import ask_line
from nabij.web.ask.forms import HandForm, form_for
from nabij.web.me import Request, for_me


@require_POST
@for_me
def raised(request: Request, ask: UUID) -> HttpResponse:
    """The one sentence, or none; refused it says why, and what was typed stays."""
    me, form = request.me, form_for(ask, request.POST)
    if not form.is_valid():
        return near(request, ask, form=form, status=400)
    try:
        made = hands.raise_hand(ask_id=ask, words=form.cleaned_data["words"], by=me.person, at=me.at)
    except Ask.DoesNotExist:
        raise Http404 from None
    except tuple(hands.REFUSED.values()) as problem:
        return near(request, ask, form=form, problem=str(problem), status=409)
    messages.success(request, _("Bewaard. Wie dit vraagt, krijgt bericht en antwoordt zelf."))
    return redirect("introduction", made.id)


def near(
    request: Request, ask: UUID, *, form: HandForm | None = None, problem: str = "", status: int = 200
) -> HttpResponse:
    """An ask as the neighbourhood reads it. What is over is not read there any more; then only why it was refused."""
    there = Ask.objects.select_related("neighbourhood").filter(id=ask).first()
    words = {
        "line": ask_line(there, at=request.me.at) if there else None,
        "ask_id": ask,
        "hand": form or form_for(ask),
        "raised": hands.asked_of_me().get(ask),
        "problem": problem,
    }
    return render(request, "ask/near.html", words, status=status)

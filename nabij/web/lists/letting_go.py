"""What a list does not name any more: let go of by whom keeps the list, as stopped, and put back with one button."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from nabij.directory.lists.bringing import let_go_in, of_lists
from nabij.directory.lists.letting_go import let_go, put_back
from nabij.directory.origins import BY_NEIGHBOURHOOD
from nabij.web.lists.views import for_coordinators
from nabij.web.me import Request


@require_POST
@for_coordinators
def goes(request: Request, codes: list[str]) -> HttpResponse:
    """Those that were ticked stand as stopped."""
    ticked = [key for key in map(key_of, request.POST.getlist("gaat")) if key]
    listed = of_lists(codes).filter(came_from__startswith=BY_NEIGHBOURHOOD, pk__in=ticked)
    went = let_go(listed, at=request.me.at)
    if went:
        told = ngettext(
            "%(count)s vermelding staat nu als gestopt.", "%(count)s vermeldingen staan nu als gestopt.", len(went)
        )
        messages.success(request, f"{told % {'count': len(went)}} {_('Hieronder zet je het terug.')}")
    else:
        messages.info(request, _("Er is niets gekozen. Alles staat nog op de kaart."))
    return redirect("lists")


def key_of(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None


@require_POST
@for_coordinators
def back(request: Request, service: UUID, codes: list[str]) -> HttpResponse:
    """One stands on the map again as it stood there."""
    said = get_object_or_404(let_go_in(codes), service=service)
    put_back([said], at=request.me.at)
    messages.success(request, _("“%(name)s” staat weer op de kaart.") % {"name": said.service.name})
    return redirect("lists")

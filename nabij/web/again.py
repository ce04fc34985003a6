"""Asking again who somebody is, before something sensitive.

    @for_me
    @asked_again
    def export(request): ...

Whoever showed who they are in the last ten minutes goes on. Others are asked, and come back: to the page, or with all
that they had filled in, by one more button.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django_htmx.http import HttpResponseClientRedirect

from nabij.web.login.strength import shown_lately

KEPT = "again"
MOST = 100_000  # Characters of a form that are kept meanwhile; a longer one is filled in again.


def asked_again(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Puts the question before a view."""

    @wraps(view)
    def shown(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        return view(request, *args, **kwargs) if shown_lately(request) else ask(request)

    return shown


def ask(request: HttpRequest) -> HttpResponse:
    """To the page that asks, keeping what was sent for when they come back."""
    request.session.pop(KEPT, None)
    came_from = request.get_full_path()
    if request.method == "POST":
        fields = [(name, one) for name in request.POST for one in request.POST.getlist(name)]
        fields = [(name, one) for name, one in fields if name != "csrfmiddlewaretoken"]
        if sum(len(name) + len(one) for name, one in fields) <= MOST:
            request.session[KEPT] = {"path": came_from, "fields": fields}
    to = f"{reverse('account_reauthenticate')}?{urlencode({'next': came_from})}"
    return HttpResponseClientRedirect(to) if request.headers.get("HX-Request") else redirect(to)

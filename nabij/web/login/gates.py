"""Who may open the pages about one's own log-in, which run as the office 'door' and so need a gate of their own."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme

from nabij.people.models import Account
from nabij.web.login.strength import has_second, weak

View = Callable[..., HttpResponse]


class Asker(HttpRequest):
    """A request of somebody who is logged in, at the door."""

    user: Account


def mine(view: View) -> View:
    """For whoever is logged in, and strongly so when they must be."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, Account):
            return redirect_to_login(request.get_full_path())
        return redirect("second_step") if weak(request) else view(request, *args, **kwargs)

    return shown


def mine_or_first(view: View) -> View:
    """The same, and also for whoever must still make their first passkey or app: there is no other yet to go round."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not isinstance(request.user, Account):
            return redirect_to_login(request.get_full_path())
        if weak(request) and has_second(request.user):
            return redirect("second_step")
        return view(request, *args, **kwargs)

    return shown


def onward(request: HttpRequest) -> str:
    """Where somebody was going, when that is one of our pages."""
    said = request.POST.get("next") or request.GET.get("next") or "/"
    return said if said.startswith("/") and url_has_allowed_host_and_scheme(said, allowed_hosts=None) else "/"

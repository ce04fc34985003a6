"""Logging in: what we add to allauth's pages, the provider, and showing again who one is."""

from typing import Any

from allauth.account import views as allauth
from allauth.account.internal.stagekit import unstash_login
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nabij.people.models import Account
from nabij.web.again import KEPT
from nabij.web.login.asking import answered, drawn_ways, ways_of
from nabij.web.login.forms import ADDRESS
from nabij.web.login.gates import onward
from nabij.web.login.provider import Unfit, Walk, offered, peek, refused
from nabij.web.login.strength import has_second, shown_lately, weak


def login(request: HttpRequest) -> HttpResponse:
    """The page where it begins: a passkey, a code in the mail, or the provider."""
    response = allauth.login(request)
    if getattr(response, "context_data", None) is not None:
        response.context_data["provider"] = settings.OIDC["name"] if offered() else ""
    return response


def code(request: HttpRequest) -> HttpResponse:
    """The page for the code; whoever comes too late is told so, where allauth would send them back in silence."""
    address = address_waiting(request)
    response = allauth.confirm_login_code(request)
    if getattr(response, "url", "").split("?")[0] != reverse("account_request_login_code"):
        return response
    # allauth says it itself when too many codes were wrong.
    if not getattr(messages.get_messages(request), "added_new", False):
        messages.warning(request, _("Deze code werkt niet meer. Vraag hieronder een nieuwe."))
    if address:
        request.session[ADDRESS] = address
    return redirect_to_login(request.POST.get("next") or request.GET.get("next") or "/")


def address_waiting(request: HttpRequest) -> str:
    """For whom a code was asked in this browser."""
    waiting = unstash_login(request, peek=True)
    return str(waiting.email or "") if waiting else ""


@require_safe
def join(request: HttpRequest) -> HttpResponse:
    return render(request, "account/join.html")


@require_safe
def ask_code(request: HttpRequest) -> HttpResponse:
    return redirect("account_login")


@require_POST
def provider(request: HttpRequest) -> HttpResponse:
    """Off to the provider."""
    if not offered():
        raise Http404
    return walk(OAuth2LoginView, request)


@never_cache
@require_safe
def provider_back(request: HttpRequest) -> HttpResponse:
    """Back from it; whatever does not fit is refused in one sentence."""
    if not offered():
        raise Http404
    request.walk_begun = peek(request)  # type: ignore[attr-defined]
    return walk(OAuth2CallbackView, request)


def walk(view: Any, request: HttpRequest) -> HttpResponse:
    try:
        response: HttpResponse = view.adapter_view(Walk(request, settings.OIDC["issuer"]))(request)
    except (OAuth2Error, *Unfit):
        return refused(request, "unfit")
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def second_step(request: HttpRequest) -> HttpResponse:
    """The one page for who wears a formal hat and came with one thing alone: show a second, or make one."""
    if not isinstance(request.user, Account) or not weak(request):
        return redirect(onward(request))
    if not has_second(request.user):
        return render(request, "account/first_second.html", {"next": onward(request)})
    ways = ways_of(request, request.user)
    done, asked = answered(request, request.user, ways)
    if done:
        return redirect(onward(request))
    drawn = drawn_ways(request, request.user, ways, asked) | {"next": onward(request)}
    return render(request, "account/second_step.html", drawn)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def again(request: HttpRequest) -> HttpResponse:
    """Asks again who is there, and goes on with what was begun."""
    if not isinstance(request.user, Account):
        return redirect_to_login(onward(request))
    if weak(request) and has_second(request.user):
        return redirect(f"{reverse('second_step')}?{urlencode({'next': onward(request)})}")
    if request.method != "POST" and "next" in request.GET and shown_lately(request):
        return go_on(request)
    ways = ways_of(request, request.user)
    done, asked = answered(request, request.user, ways)
    if done:
        return go_on(request)
    drawn = drawn_ways(request, request.user, ways, asked) | {"next": onward(request)}
    return render(request, "account/again.html", drawn)


def go_on(request: HttpRequest) -> HttpResponse:
    """Back to the page; what had been filled in goes along with one more button."""
    kept = request.session.pop(KEPT, None)
    if kept and kept["path"] == onward(request):
        return render(request, "account/go_on.html", kept)
    return redirect(onward(request))

"""What we add to allauth's log-in: a sentence when a code is over, and how one joins."""

from allauth.account.views import confirm_login_code
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe


def code(request: HttpRequest) -> HttpResponse:
    """The page for the code; whoever comes too late is told so, where allauth would send them back in silence."""
    response = confirm_login_code(request)
    if getattr(response, "url", "").split("?")[0] != reverse("account_request_login_code"):
        return response
    # allauth says it itself when too many codes were wrong.
    if not getattr(messages.get_messages(request), "added_new", False):
        messages.warning(request, _("Deze code werkt niet meer. Vraag hieronder een nieuwe."))
    return redirect_to_login(request.POST.get("next") or request.GET.get("next") or "/")


@require_safe
def join(request: HttpRequest) -> HttpResponse:
    return render(request, "account/join.html")


@require_safe
def again(request: HttpRequest) -> HttpResponse:
    return redirect("account_login")

"""Where I am logged in: which devices, since when, and logging out of one or of all."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from nabij.trust.doors import Session, end_sessions
from nabij.web.again import asked_again
from nabij.web.login.events import told
from nabij.web.login.gates import Asker, mine
from nabij.web.login.sessions import hashed


@dataclass(frozen=True)
class LoggedIn:
    """One device."""

    key: str
    device: str
    since: datetime
    seen: datetime
    here: bool


@never_cache
@require_safe
@mine
def sessions(request: Asker) -> HttpResponse:
    here = hashed(request.session.session_key)
    rows = Session.objects.filter(account=request.user, expire_date__gt=timezone.now()).order_by("-seen_at")
    drawn = [LoggedIn(one.session_key, one.device, one.begun_at, one.seen_at, one.session_key == here) for one in rows]
    return render(request, "account/sessions.html", {"sessions": sorted(drawn, key=lambda one: not one.here)})


@require_POST
@mine
@asked_again
def end_session(request: Asker, key: str) -> HttpResponse:
    get_object_or_404(Session, session_key=key, account=request.user).delete()
    told("logged_out_elsewhere")
    messages.success(request, _("Dat apparaat is uitgelogd."))
    return redirect("sessions")


@require_POST
@mine
@asked_again
def end_all(request: Asker) -> HttpResponse:
    """Everywhere, here too."""
    end_sessions(account=request.user, at=timezone.now())
    told("logged_out_everywhere")
    logout(request)
    messages.success(request, _("Je bent overal uitgelogd."))
    return redirect("account_login")

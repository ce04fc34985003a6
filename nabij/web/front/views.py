"""Today for whoever is logged in, the front page for whoever is not, and what a demo adds."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from nabij.web.front.cast import everybody
from nabij.web.front.mailbox import newest
from nabij.web.login.devices import device
from nabij.web.login.sessions import DEVICE
from nabij.web.login.strength import shown
from nabij.web.today.views import today

View = Callable[[HttpRequest], HttpResponse]


def only_in_a_demo(view: View) -> View:
    """A page that is not there in an installation of real people."""

    @wraps(view)
    def shown(request: HttpRequest) -> HttpResponse:
        if not settings.DEMO:
            raise Http404
        return view(request)

    return shown


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    if getattr(request, "me", None):
        return today(request)
    return render(request, "front/front.html", {"cast": cast() if settings.DEMO else ()})


def cast() -> object:
    with acting_as(office("door")):
        return everybody(today=timezone.localdate())


@only_in_a_demo
@require_safe
def shoes(request: HttpRequest) -> HttpResponse:
    """Everybody one can be; also for whoever is somebody already."""
    return render(request, "front/shoes.html", {"cast": cast()})


@only_in_a_demo
@require_POST
def step_into(request: HttpRequest) -> HttpResponse:
    """Logs in without a code, as somebody who does not exist."""
    said = request.POST.get("account", "")
    with acting_as(office("door")):
        account = get_object_or_404(Account, id=said if said.isdecimal() and len(said) < 10 else 0, is_active=True)
        request.session.flush()  # The hat of whoever one was stays behind.
        shown(request, account, way="demo")
        login(request, account)
        request.session[DEVICE] = device(request.headers.get("User-Agent", ""))
    return redirect("home")


@only_in_a_demo
@require_safe
def sent_mail(request: HttpRequest) -> HttpResponse:
    mails = newest(Path(settings.EMAIL_FILE_PATH), home=settings.NABIJ_URL)
    return render(request, "front/mail.html", {"mails": mails})

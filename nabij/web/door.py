"""The door: every request runs as somebody, in one transaction, or as nobody."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import cast
from uuid import UUID

from django.conf import settings
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django_htmx.http import HttpResponseClientRedirect

from nabij.people.models import Account
from nabij.trust.acting import NOBODY, access_point, acting_as, office, person
from nabij.web.errors import for_machines
from nabij.web.limits import address_of, slow_down, too_often
from nabij.web.login.accounts import needs_two
from nabij.web.login.events import told
from nabij.web.login.sessions import SessionStore
from nabij.web.login.strength import weak
from nabij.web.me import who_is_there

Respond = Callable[[HttpRequest], HttpResponse]
LOG_IN = "/inloggen/"


def door(get_response: Respond) -> Respond:
    """Middleware: log-in pages run as the office 'door', everything else as whoever is logged in.

    Who must show a second thing and has not (`nabij.web.login.strength`) is nobody yet, and led to the page for it.
    """

    def respond(request: HttpRequest) -> HttpResponse:
        if for_machines(request):
            return as_nobody(request, get_response)
        with acting_as(office("door")):
            end_overdue(request, at=timezone.now())
            who, hat = logged_in(request)
            halfway = weak(request)
            wait = too_often(request, who=who, at=timezone.now())
        if wait:
            return slow_down(request, wait=wait)
        if halfway and not request.path.startswith(LOG_IN):
            return to_second_step(request)
        if request.path.startswith(LOG_IN):
            actor = office("door")
        else:
            actor = person(who, hat=hat) if who else NOBODY
        with acting_as(actor, purpose=purpose(request), point=access_point(address_of(request))):
            request.me = (  # type: ignore[attr-defined]
                who_is_there(person=who, hat=hat, at=timezone.now()) if who and actor.kind == "person" else None
            )
            response = answered(request, get_response)
        if who:
            # After logging out, on a shared computer too, the way back shows nothing.
            response.setdefault("Cache-Control", "no-store")
        return response

    return respond


def as_nobody(request: HttpRequest, get_response: Respond) -> HttpResponse:
    """Open data is the same for everybody: nobody looks whose session it is, so that anybody may keep the answer."""
    with acting_as(office("door")):
        wait = too_often(request, who=None, at=timezone.now())
    if wait:
        return slow_down(request, wait=wait)
    with acting_as(NOBODY, purpose=purpose(request), point=access_point(address_of(request))):
        return answered(request, get_response)


def answered(request: HttpRequest, get_response: Respond) -> HttpResponse:
    response = get_response(request)
    if response.streaming:
        raise RuntimeError("a streamed page would be read after its transaction")
    if response.status_code >= 500:
        transaction.set_rollback(True)
    return response


def logged_in(request: HttpRequest) -> tuple[UUID | None, UUID | None]:
    """Whose session it is, and which hat it says is worn; a hat that is not theirs opens nothing."""
    if not request.user.is_authenticated:
        return None, None
    said = request.session.get("hat")
    return request.user.person_id, UUID(said) if said else None


def end_overdue(request: HttpRequest, *, at: datetime) -> None:
    """Logs out whoever was away too long, or was logged in too long: sooner in a formal hat."""
    account = request.user
    if not isinstance(account, Account):
        return
    formal = needs_two(account)
    idle = settings.SESSION_IDLE_FORMAL if formal else settings.SESSION_IDLE
    longest = settings.SESSION_LONGEST_FORMAL if formal else settings.SESSION_LONGEST
    session = cast(SessionStore, request.session)
    if session.overdue(at=at, idle=timedelta(hours=idle), longest=timedelta(hours=longest)):
        logout(request)
        told("session_overdue")
    else:
        session.seen(at=at)


def to_second_step(request: HttpRequest) -> HttpResponse:
    to = f"{reverse('second_step')}?{urlencode({'next': request.get_full_path() if request.method == 'GET' else '/'})}"
    response: HttpResponse = HttpResponseClientRedirect(to) if request.headers.get("HX-Request") else redirect(to)
    response["Cache-Control"] = "no-store"
    return response


def purpose(request: HttpRequest) -> str:
    """What a page is read for: the first word of its address, such as 'verhalen'."""
    return "".join(sign for sign in request.path.split("/")[1][:40] if sign.isprintable() and sign != "|")

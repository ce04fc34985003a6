"""The feed, and the page of whoever it is of.

Whoever holds the address reads when somebody promised something, and nothing else: so it is no look at a story.
"""

from datetime import date

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nabij.people.models import Account
from nabij.stories.calendars import in_calendar, make_feed, stop_feed
from nabij.stories.models import Feed, Promise
from nabij.trust.acting import acting_as, office, person
from nabij.web.calendar.ics import calendar
from nabij.web.calendar.promised import Event, lines_of
from nabij.web.letter.views import closed
from nabij.web.me import Request, for_me


@never_cache
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """What a calendar asks for each few hours; who cannot log in any more has no feed either."""
    with acting_as(office("door"), purpose="agenda"):
        found = Feed.objects.of_token(token).first()
        account = Account.objects.filter(person=found.person_id, is_active=True).first() if found else None
    if found is None or account is None:
        raise Http404
    with acting_as(person(found.person_id), purpose="agenda"), translation.override(account.language or "nl"):
        said = {"summary": _("Afspraak (%(name)s)") % {"name": settings.NABIJ_NAME}, "site": settings.NABIJ_URL}
        events = [event(one, first=one.day) for one in in_calendar(found.person_id) if one.day]
        text = calendar([lines_of(one, **said) for one in events], name=settings.NABIJ_NAME)
    return closed(HttpResponse(text, content_type="text/calendar; charset=utf-8"))


def event(promise: Promise, *, first: date) -> Event:
    return Event(
        key=promise.id,
        first=first,
        at=promise.time,
        course=promise.course,
        made=promise.asked_at,
        url=settings.NABIJ_URL + reverse("promise", args=[promise.id]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def mine(request: Request) -> HttpResponse:
    """Whether there is a feed; made anew, its address stands there this once, and the former leads nowhere."""
    me, address = request.me, ""
    if request.method == "POST":
        token = make_feed(by=me.person, at=me.at)
        address = settings.NABIJ_URL + reverse("calendar", args=[token])
    there = Feed.objects.filter(person=me.person).first()
    return render(request, "calendar/mine.html", {"feed": there, "address": address})


@require_POST
@for_me
def end(request: Request) -> HttpResponse:
    stop_feed(by=request.me.person, at=request.me.at)
    messages.success(request, _("Gestopt. De link werkt niet meer."))
    return redirect("my_calendar")

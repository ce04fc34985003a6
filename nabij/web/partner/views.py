"""Two who work together: the invitation to talk again, which nobody else reads, and what they write each other."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nabij.bridge import partnering
from nabij.insight.fading import Invitation
from nabij.people.models import Person
from nabij.post.models import Letter
from nabij.stories.verbs import DayGone
from nabij.web.me import Request, for_me
from nabij.web.partner.asked import invited
from nabij.web.partner.forms import CallForm, WriteForm

page = require_http_methods(["GET", "HEAD", "POST"])


@dataclass(frozen=True)
class There:
    """The other, what the two wrote, and the invitation as long as it stands."""

    other: Person
    written: list[Letter]
    invited: Invitation | None
    together: bool  # Whether the two may write each other still.


def found(request: Request, person: UUID) -> There:
    """The page is there while one is invited, and where the two wrote each other; for nobody else, of nobody else.

    What is sent when the invitation has just gone is not lost, as long as the two may write each other.
    """
    me, other = request.me, Person.objects.filter(id=person).first()
    if other is None or other == me.person:
        raise Http404
    asked = invited(me)
    mine = asked if asked and asked.other == other else None
    written = list(partnering.messages_between(one=me.person, other=other))
    together = partnering.works_with(other)
    if not mine and not written and not (together and request.method == "POST"):
        raise Http404
    return There(other, written, mine, together)


def answered(request: Request, person: UUID, *, how: Callable[..., object], thanks: str) -> HttpResponse:
    """Keeps an answer to the invitation; pressed twice, it stands there once."""
    me, there = request.me, found(request, person)
    if there.invited:
        how(other=there.other, last=there.invited.last, by=me.person, at=me.at)
        messages.success(request, thanks)
    return redirect("home")


@page
@for_me
def partner(request: Request, person: UUID) -> HttpResponse:
    """Writing a few words to the other."""
    there = found(request, person)
    form = WriteForm(request.POST or None)
    if request.method != "POST":
        return shown(request, there, form=WriteForm())
    if not form.is_valid():
        return shown(request, there, form=form, status=400)
    last = there.invited.last if there.invited else None
    said: dict[str, Any] = {"other": there.other, "by": request.me.person, "at": request.me.at, "last": last}
    try:
        partnering.write_to_partner(words=form.cleaned_data["words"], **said)
    except partnering.NothingWritten as problem:
        form.add_error("words", str(problem))
        return shown(request, there, form=form, status=400)
    except partnering.NotTogether as problem:
        form.add_error(None, str(problem))
        return shown(request, there, form=form, status=409)
    messages.success(request, _("Verstuurd. Alleen jij en %(name)s lezen dit.") % {"name": there.other.first_name})
    return redirect("partner", there.other.id)


def shown(request: Request, there: There, *, status: int = 200, **forms: Any) -> HttpResponse:
    me = request.me
    words = {"there": there, "me": me.person, "form": WriteForm(), "call": CallForm(initial={"day": me.today})}
    return render(request, "partner/partner.html", words | forms, status=status)


@require_POST
@for_me
def call(request: Request, person: UUID) -> HttpResponse:
    """I call the other myself: a reminder on a day, for me alone."""
    me, asked, form = request.me, found(request, person).invited, CallForm(request.POST)
    if asked is None:
        return redirect("home")
    if form.is_valid():
        said: dict[str, Any] = {"other": asked.other, "last": asked.last, "by": me.person, "at": me.at}
        try:
            partnering.call_oneself(day=form.cleaned_data["day"], **said)
        except DayGone as problem:
            form.add_error("day", str(problem))
        else:
            messages.success(request, _("Bewaard. Op die dag staat het bij Vandaag, en alleen jij ziet het."))
            return redirect("home")
    return shown(request, found(request, person), call=form, status=400)


@require_POST
@for_me
def rest(request: Request, person: UUID) -> HttpResponse:
    """Not now: the invitation rests for four weeks."""
    thanks = _("Goed. We vragen dit vier weken niet. Alleen jij ziet dit.")
    return answered(request, person, how=partnering.let_rest, thanks=thanks)


@require_POST
@for_me
def wrong(request: Request, person: UUID) -> HttpResponse:
    """There is nothing: it is not asked again."""
    thanks = _("Dank je. We vragen dit niet meer. Alleen jij ziet dit.")
    return answered(request, person, how=partnering.not_so, thanks=thanks)

"""What is done about one introduction: answering, saying when, writing, stopping, and saying how it went."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nabij.bridge import hands, introducing
from nabij.bridge.introduction_reading import Seen
from nabij.bridge.introductions import IntroductionAnswer, Side
from nabij.web.introduction.forms import AnswerForm, MeetingForm, MessageForm, WentForm
from nabij.web.introduction.views import found, page
from nabij.web.me import Request, for_me

REFUSED = (
    introducing.AnsweredAlready,
    introducing.NotGoingOn,
    introducing.NoContact,
    introducing.NothingWritten,
    introducing.TimeGone,
)


def done(request: Request, there: Seen, do: Callable[[], object], said: str, **forms: Any) -> HttpResponse:
    """Does it and comes back to the page; what is refused stands at the top, and nothing typed is lost."""
    try:
        do()
    except REFUSED as problem:
        status = 400 if isinstance(problem, introducing.TimeGone | introducing.NothingWritten) else 409
        return page(request, found(request, there.id), problem=str(problem), status=status, **forms)
    messages.success(request, said)
    return redirect("introduction", there.id)


@require_POST
@for_me
def answer(request: Request, introduction: UUID) -> HttpResponse:
    """One's own answer, or what one of two others said on the telephone."""
    me, there, form = request.me, found(request, introduction), AnswerForm(request.POST)
    if not form.is_valid():
        return page(request, there, problem=_("Kies ja, nee of later."), status=400)
    side, via = there.mine, IntroductionAnswer.Via.HERE
    if form.cleaned_data["side"]:
        side, via = of_whom(there, form.cleaned_data["side"]), IntroductionAnswer.Via.PHONE
    if side is None:
        return page(request, there, problem=_("Kies ja, nee of later."), status=400)
    said: dict[str, Any] = {"kind": form.cleaned_data["answer"], "by": me.person, "at": me.at, "via": via}
    return done(request, there, lambda: introducing.answer(side=side, **said), _("Bewaard. Dank je wel."))


def of_whom(there: Seen, key: UUID) -> Side | None:
    return next((one for one in there.sides if one.id == key), None)


@require_POST
@for_me
def meeting(request: Request, introduction: UUID) -> HttpResponse:
    me, there, form = request.me, found(request, introduction), MeetingForm(request.POST, prefix="treffen")
    if not form.is_valid() or there.proposed is None:
        return page(request, there, meeting_form=form, status=400)
    said: dict[str, Any] = {"introduction": there.proposed, "when": form.when, "by": me.person, "at": me.at}
    kept = _("Bewaard. De ander ziet het ook.") if there.mine else _("Bewaard. Ze zien het allebei.")
    return done(request, there, lambda: introducing.say_when(**said), kept, meeting_form=form)


@require_POST
@for_me
def went(request: Request, introduction: UUID) -> HttpResponse:
    me, there, form = request.me, found(request, introduction), WentForm(request.POST)
    if not form.is_valid() or there.other is None:
        return page(request, there, went_form=form, status=400)
    said: dict[str, Any] = {"introduction": there.id, "went": form.went, "by": me.person, "at": me.at}
    return done(request, there, lambda: introducing.say_how(**said), _("Bewaard. Dank je wel."), went_form=form)


@require_POST
@for_me
def message(request: Request, introduction: UUID) -> HttpResponse:
    me, there, form = request.me, found(request, introduction), MessageForm(request.POST)
    if not form.is_valid():
        return page(request, there, message_form=form, status=400)
    said: dict[str, Any] = {"introduction": there.id, "words": form.cleaned_data["words"], "by": me.person, "at": me.at}
    return done(request, there, lambda: introducing.write_message(**said), _("Verstuurd."), message_form=form)


@require_POST
@for_me
def contact(request: Request, introduction: UUID) -> HttpResponse:
    """No more messages, or again."""
    me, there = request.me, found(request, introduction)
    if there.proposed is None or there.mine is None:
        return page(request, there, status=400)
    go_on = request.POST.get("contact") == "weer"
    said: dict[str, Any] = {"introduction": there.proposed, "go_on": go_on, "by": me.person, "at": me.at}
    heard = _("Bewaard.") if go_on else _("Gestopt. Er komen geen berichtjes meer.")
    return done(request, there, lambda: introducing.keep_in_touch(**said), heard)


@require_POST
@for_me
def end(request: Request, introduction: UUID) -> HttpResponse:
    me, there = request.me, found(request, introduction)
    if there.by_hand:
        return take_back(request, there)
    if there.proposed is None:
        return page(request, there, problem=str(introducing.NotGoingOn()), status=409)
    said: dict[str, Any] = {"introduction": there.proposed, "by": me.person, "at": me.at}
    return done(request, there, lambda: introducing.withdraw(**said), _("Ingetrokken."))


def take_back(request: Request, there: Seen) -> HttpResponse:
    """One's own hand, while it waits."""
    if not there.may_end:
        return page(request, there, problem=str(introducing.AnsweredAlready()), status=409)
    said: dict[str, Any] = {"introduction": there.id, "by": request.me.person, "at": request.me.at}
    return done(request, there, lambda: hands.take_hand_back(**said), _("Ingetrokken."))

"""An introduction behind the link in a letter: one thing may be done with each, without a log-in."""

from typing import Any

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from nabij.bridge import introducing, introduction_reading
from nabij.bridge.introduction_letters import WENT
from nabij.bridge.introduction_reading import Seen
from nabij.post.models import Letter, Link
from nabij.post.verbs import LinkExpired, LinkUsed
from nabij.web.introduction.forms import AnswerForm, MessageForm, WentForm
from nabij.web.introduction.lines import answers, when_said
from nabij.web.letter.how import gone

ASKS: dict[type, str] = {AnswerForm: "answer", WentForm: "went", MessageForm: "message"}
REFUSED = (LinkUsed, introducing.AnsweredAlready, introducing.NotGoingOn, introducing.NoContact)


def show(request: HttpRequest, link: Link, token: str) -> HttpResponse:
    return gone(request) if link.expires < timezone.now() else page(request, link)


def answer(request: HttpRequest, link: Link, token: str) -> HttpResponse:
    at, there = timezone.now(), seen(link)
    form = form_of(link, there, request.POST) if there else None
    if form is not None and not form.is_valid():
        return page(request, link, form=form, status=422)
    try:
        do(link, form, at=at)
    except LinkExpired:
        return gone(request)
    except REFUSED as problem:
        return page(request, link, problem=problem, status=409)
    return redirect("letter", token=token)


def do(link: Link, form: Form | None, *, at: Any) -> None:
    """The one thing its letter asks for; a form of something else than what is asked by now is refused."""
    if isinstance(form, AnswerForm):
        introducing.answer_by_link(link=link, kind=form.cleaned_data["answer"], at=at)
    elif isinstance(form, WentForm):
        introducing.say_how_by_link(link=link, went=form.went, at=at)
    elif isinstance(form, MessageForm):
        introducing.write_message_by_link(link=link, words=form.cleaned_data["words"], at=at)
    elif link.used_at:
        raise LinkUsed
    else:
        raise introducing.NotGoingOn


def seen(link: Link) -> Seen | None:
    return introduction_reading.seen(link.letter.about_id, by=link.reader_id)


def form_of(link: Link, there: Seen, data: Any = None) -> Form | None:
    """What this letter asks, while that is still asked."""
    if link.used_at:
        return None
    if there.waits:
        return AnswerForm(data)
    if there.stands != "together":
        return None
    if link.letter.about_kind == WENT:
        return WentForm(data) if there.my_own is None else None
    return MessageForm(data) if there.in_touch else None


def page(
    request: HttpRequest, link: Link, *, form: Form | None = None, problem: ValueError | None = None, status: int = 200
) -> HttpResponse:
    there = seen(link)
    if there is None:
        return render(request, "letter/unknown.html", status=404)
    form = form if form is not None else form_of(link, there)
    words = {
        "link": link,
        "letter": link.letter,
        "message": link.letter if link.letter.kind == Letter.Kind.MESSAGE else None,
        "it": there,
        "form": form,
        "asks": ASKS.get(type(form), ""),
        "answers": answers(),
        "when": when_said(there.meeting, now=timezone.now()),
        "problem": problem,
        "said": said(there, link),
    }
    return render(request, "introduction/letter.html", words, status=status)


def said(there: Seen, link: Link) -> str:
    """How it stands, when nothing is asked any more."""
    if there.stands == "off":
        return _("Deze kennismaking gaat niet door. Je hoeft niets meer te doen.")
    if link.used_at and (link.letter.kind == Letter.Kind.MESSAGE or there.stands == "together"):
        return _("Bewaard. Dank je wel.")
    if there.mine and there.mine.said:
        return {
            "yes": _("Je antwoord: ja. Zegt de ander ook ja, dan krijg je bericht."),
            "no": _("Je antwoord: nee. Dat is goed."),
            "later": _("Je antwoord: later. We vragen het over vier weken nog eens."),
        }[there.mine.said]
    return _("Hier hoef je niets meer te doen.")

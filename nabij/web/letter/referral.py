"""The letter of a referral to somebody who cannot log in: what was sent, and one answer by this link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from nabij.bridge import referring
from nabij.bridge.models import Referral
from nabij.bridge.referral_links import read_by_link, step_by_link
from nabij.post.models import Link
from nabij.post.verbs import LinkExpired, LinkUsed
from nabij.web.letter.how import gone
from nabij.web.referral.forms import StepForm
from nabij.web.referral.lines import asks, nexts, timeline
from nabij.web.referral.views import WRONG, over


def show(request: HttpRequest, link: Link, token: str) -> HttpResponse:
    return gone(request) if link.expires < timezone.now() else page(request, link)


def answer(request: HttpRequest, link: Link, token: str) -> HttpResponse:
    try:
        whole = read_by_link(link)
    except Referral.DoesNotExist:
        return render(request, "letter/unknown.html", status=404)
    state = request.POST.get("state", "")
    if state not in whole.next:
        return page(request, link, problem=str(LinkUsed() if link.used_at else over(whole)), status=409)
    form = StepForm(request.POST, state=state)
    if not form.is_valid():
        return page(request, link, tried=form, status=422)
    try:
        step_by_link(link=link, state=state, words=form.words, at=timezone.now())
    except LinkExpired:
        return gone(request)
    except tuple(WRONG) as wrong:
        form.add_error(WRONG[type(wrong)], str(wrong))
        return page(request, link, tried=form, status=422)
    except (LinkUsed, referring.ClosedAlready, referring.NotNow) as late:
        return page(request, link, problem=str(late), status=409)
    return redirect("letter", token=token)


def page(
    request: HttpRequest, link: Link, *, tried: StepForm | None = None, problem: str = "", status: int = 200
) -> HttpResponse:
    """What was sent, and what may be said as long as this link was not used."""
    try:
        whole = read_by_link(link)
    except Referral.DoesNotExist:
        return render(request, "letter/unknown.html", status=404)
    words = {
        "link": link,
        "it": whole.referral,
        "asks": asks(whole.referral),
        "lines": timeline(whole, now=timezone.now()),
        "nexts": [] if link.used_at else nexts(whole, tried=tried),
        "problem": problem,
        "now": timezone.now(),
    }
    return render(request, "letter/referral.html", words, status=status)

"""Asking it of somebody else, the list of what was asked, one of them, and thanks."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nabij.bridge import referral_reading as reading
from nabij.bridge import referring
from nabij.bridge.lifecycle import State
from nabij.bridge.models import Referral
from nabij.people.models import Person
from nabij.stories.models import Story
from nabij.stories.reading import look_into
from nabij.trust.models import HasAccount, Looked
from nabij.web.me import Me, Request, for_me
from nabij.web.referral.forms import ReferralForm, StepForm, ThanksForm
from nabij.web.referral.lines import asks, nexts, row, timeline
from nabij.web.story.acts import found as find_story
from nabij.web.together.forms import form_along

page = require_http_methods(["GET", "HEAD", "POST"])
WRONG = {
    referring.WhyNeeded: "reason",
    referring.AlternativeNeeded: "alternative",
    referring.OutcomeNeeded: "outcome",
    referring.DayNeeded: "hears_by",
    referring.NotAgreed: "ground",
    referring.NothingReferred: "what",
    referring.NobodyThere: "to",
}


@require_safe
@for_me
def referrals(request: Request) -> HttpResponse:
    """What waits for me, what came to me, what I asked of others, and what is about me."""
    me = request.me
    board = reading.mine(by=me.person, at=me.at)
    parts = {
        name: [row(one, who=me.person.id, waits=name == "waiting") for one in getattr(board, name)]
        for name in ("waiting", "received", "sent", "about_me")
    }
    return render(request, "referral/referrals.html", parts)


@page
@for_me
def new(request: Request, story: UUID | None = None) -> HttpResponse:
    """Asking it of somebody else: from a story, or of oneself."""
    there = find_story(story) if story else None
    people = residents(there, me=request.me) if there else [request.me.person]
    return asked(request, people=people, story=there)


def residents(story: Story, *, me: Me) -> list[Person]:
    """Whom the story is about; that one looked is written down."""
    opened = look_into(story=story, by=me.person, hat=me.hat, at=me.at, what=Looked.WRITING)
    return opened.residents or ([story.person] if story.person else [])


def asked(
    request: Request, *, people: list[Person], story: Story | None = None, before: Referral | None = None
) -> HttpResponse:
    form = form_for(request, people=people, before=before)
    if request.method == "POST" and form.is_valid():
        try:
            made = send(form, me=request.me, story=story, before=before)
        except tuple(WRONG) as problem:
            form.add_error(WRONG[type(problem)] if WRONG[type(problem)] in form.fields else None, str(problem))
        except referring.ClosedAlready as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, sent_words(form, made))
            return redirect("referral", made.id)
    back = reverse("story", args=[story.id]) if story else reverse("referrals")
    back = reverse("referral", args=[before.id]) if before else back
    own = people == [request.me.person]
    words = {"form": form, "story": story, "before": before, "back": back, "own": own, "name": people[0].first_name}
    return render(request, "referral/new.html", words, status=400 if form.errors else 200)


def form_for(request: Request, *, people: list[Person], before: Referral | None) -> ReferralForm:
    me, choice = request.me, request.GET.get("wie", "") or request.POST.get("to", "")
    about = people[0].id if len(people) == 1 else None
    choices = reading.to_choose(by=me.person, about=about, today=me.today, service=listing(choice))
    kept = {name: getattr(before, name) for name in ("what", "lived", "known", "reach")} if before else {}
    reads = Person.objects.filter(HasAccount("id"), id__in=[one.id for one in people]).exists() and not before
    return ReferralForm(
        request.POST or None,
        people=people,
        choices=choices,
        reads=reads,
        own=people == [me.person],
        initial={"to": choice, **kept},
    )


def listing(choice: str) -> UUID | None:
    """The listing one came from."""
    kind, _colon, key = choice.partition(":")
    try:
        return UUID(key) if kind == "service" else None
    except ValueError:
        return None


def send(form: ReferralForm, *, me: Me, story: Story | None, before: Referral | None) -> Referral:
    asked: dict[str, Any] = {"said": form.said, "by": me.person, "at": me.at, "hat": me.hat}
    whom = reading.whom(form.cleaned_data["to"], by=me.person, at=me.at)
    if before:
        return referring.pass_on(referral=before, whom=whom, **asked)
    return referring.refer(about=form.person, whom=whom, story=story, first_read=form.first_read, **asked)


def sent_words(form: ReferralForm, made: Referral) -> str:
    if form.first_read:
        return _("Bewaard. %(name)s leest het eerst. Na een ja gaat het door.") % {"name": made.about_name}
    return _("Gevraagd aan %(name)s. Je hoort bij elke stap hoe het gaat.") % {"name": made.to_name}


def found(request: Request, referral: UUID) -> reading.Whole:
    me = request.me
    try:
        return reading.find(referral, by=me.person, at=me.at, hat=me.hat)
    except Referral.DoesNotExist as missing:
        raise Http404 from missing


@page
@for_me
def referral(request: Request, referral: UUID) -> HttpResponse:
    """One of them: what was sent, what happened since, and what I may say now."""
    whole = found(request, referral)
    if request.method != "POST":
        return shown(request, whole)
    state = request.POST.get("state", "")
    form = StepForm(request.POST, state=state) if state in whole.next else None
    problem = "" if form else str(over(whole))
    if form and form.is_valid():
        try:
            me = request.me
            referring.step(referral=whole.referral, state=state, by=me.person, at=me.at, words=form.words)
        except tuple(WRONG) as wrong:
            form.add_error(WRONG[type(wrong)], str(wrong))
        except (referring.ClosedAlready, referring.NotNow) as late:
            problem = str(late)
        else:
            messages.success(request, _("Bewaard. Wie het vroeg, hoort het."))
            return redirect("referral", referral)
    return shown(request, whole, tried=form, problem=problem, status=409 if problem else 400)


def over(whole: reading.Whole) -> ValueError:
    closed = whole.steps[-1].closes if whole.steps else False
    return referring.ClosedAlready() if closed else referring.NotNow()


def shown(
    request: Request,
    whole: reading.Whole,
    *,
    tried: StepForm | None = None,
    thanks: ThanksForm | None = None,
    along: Any = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    me, it = request.me.person, whole.referral
    people = whole.to_thank(me.id) if whole.state != State.DRAFT else []
    words = {
        "it": it,
        "whole": whole,
        "asks": asks(it),
        "mine": it.by_id == me.id,
        "about_me": it.about_id == me.id,
        "lines": timeline(whole, now=request.me.at),
        "nexts": nexts(whole, tried=tried),
        "thanks_form": thanks or (ThanksForm(people=people) if people else None),
        "said_thanks": [one for one in whole.thanks if one.to_id == me.id],
        "gave_thanks": [one for one in whole.thanks if one.by_id == me.id],
        "problem": problem,
        "along": along or form_along(whole),
        "now_write": it.together and it.by_id == me.id and whole.state == State.COMPLETED,
    }
    return render(request, "referral/referral.html", words, status=status)


@page
@for_me
def onward(request: Request, referral: UUID) -> HttpResponse:
    """Asking it further: as a new one that knows this one."""
    whole = found(request, referral)
    if not whole.may_go_on:
        raise Http404
    before = whole.referral
    return asked(request, people=[Person(id=before.about_id, name=before.about_name)], before=before)


@require_http_methods(["POST"])
@for_me
def thanks(request: Request, referral: UUID) -> HttpResponse:
    """Thanks to one of them, read by them alone."""
    whole, me = found(request, referral), request.me
    form = ThanksForm(request.POST, people=whole.to_thank(me.person.id))
    if form.is_valid():
        to, words = UUID(form.cleaned_data["to"]), form.cleaned_data["words"]
        try:
            referring.thank(referral=whole.referral, to=to, words=words, by=me.person, at=me.at)
        except referring.NothingThanked as problem:
            form.add_error("words", str(problem))
        else:
            messages.success(request, _("Bewaard. Alleen diegene leest het."))
            return redirect("referral", referral)
    return shown(request, whole, thanks=form, status=400)

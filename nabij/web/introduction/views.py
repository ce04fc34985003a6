"""The pages of introductions: all of mine, a new one, and one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nabij.bridge import introducing, introduction_reading
from nabij.bridge.introduction_reading import Seen
from nabij.bridge.strangers import strangers
from nabij.people.models import Person
from nabij.web.back import back
from nabij.web.introduction.forms import ForAskForm, MeetingForm, MessageForm, ProposalForm, WentForm
from nabij.web.introduction.lines import answered, answers, went_said, when_said
from nabij.web.me import Me, Request, for_me
from nabij.web.story.lines import face_of

# Under which box a mistake stands.
UNDER: dict[type[ValueError], str] = {
    introducing.NotIntroduced: "other",
    introducing.NotThesePeople: "other",
    introducing.WhyNotSaid: "why",
    introducing.TimeGone: "day",
}
REFUSED: tuple[type[ValueError], ...] = (introducing.NotYoursToIntroduce, *UNDER)
MOST = 500


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def introductions(request: Request) -> HttpResponse:
    """What is asked of me, with whom I met, and what I proposed; and a new one is posted here."""
    if request.method == "POST":
        return propose_for_ask(request) if "ask" in request.POST else propose(request)
    mine = introduction_reading.all_of(request.me.person)
    return render(request, "introduction/all.html", {"mine": mine, "may_propose": bool(request.me.hats)})


@require_safe
@for_me
def new(request: Request) -> HttpResponse:
    """Two people, why, and if it is known when and where; `een` and `ander` come from a list of people."""
    chosen = {
        "one": request.GET.get("een", ""),
        "other": request.GET.get("ander", ""),
        "why": request.GET.get("om", ""),
    }
    return asked(request, form_of(request.me, initial=chosen))


def form_of(me: Me, data: Any = None, **said: Any) -> ProposalForm:
    return ProposalForm(data, people=people_of(me), me=me.person, **said)


def people_of(me: Me) -> list[Person]:
    """Whom I may introduce: grown people I know by name. Who wears no hat introduces only themselves."""
    return list(Person.objects.exclude(name="").exclude(id=me.person.id).order_by("name", "id")[:MOST])


def asked(request: Request, form: ProposalForm, *, status: int = 200) -> HttpResponse:
    return render(request, "introduction/new.html", {"form": form}, status=status)


def propose(request: Request) -> HttpResponse:
    me, form = request.me, form_of(request.me, request.POST)
    if not form.is_valid():
        return asked(request, form, status=400)
    one, other = form.person("one"), form.person("other")
    said: dict[str, Any] = {
        "why": form.cleaned_data["why"],
        "when": form.when,
        "hat": me.hat,
    }
    try:
        made = introducing.propose(one=one, other=other, by=me.person, at=me.at, **said)
    except tuple(UNDER) as problem:
        form.add_error(UNDER[type(problem)], str(problem))
        return asked(request, form, status=400)
    except introducing.NotYoursToIntroduce as problem:
        form.add_error(None, str(problem))
        return asked(request, form, status=400)
    messages.success(request, _("Bewaard. Zij krijgen een bericht, en antwoorden zelf."))
    return redirect("introduction", made.id)


def propose_for_ask(request: Request) -> HttpResponse:
    """From a short list: an ask and an offer, or an ask and somebody. What is refused is said where one came from."""
    me, form = request.me, ForAskForm(request.POST)
    problem = str(introducing.NotYoursToIntroduce())
    if form.is_valid():
        said = {"ask": form.cleaned_data["ask"], "offer": form.cleaned_data["offer"]}
        try:
            made = introducing.propose_for_ask(
                **said, other=form.cleaned_data["person"], by=me.person, at=me.at, hat=me.hat
            )
        except REFUSED as refused:
            problem = str(refused)
        else:
            messages.success(request, _("Bewaard. We vragen het eerst aan wie kan helpen. Daarna aan wie het vroeg."))
            return redirect("introduction", made.id)
    messages.error(request, problem)
    return redirect(back(request, name="back"))


@require_safe
@for_me
def one(request: Request, introduction: UUID) -> HttpResponse:
    return page(request, found(request, introduction))


def found(request: Request, introduction: UUID) -> Seen:
    there = introduction_reading.seen(introduction, by=request.me.person.id)
    if there is None:
        raise Http404
    return there


def asks_how(there: Seen, *, me: Me) -> bool:
    """Whether one may say how it went: not before they were to meet, when that is known."""
    to_come = there.meeting is not None and there.meeting.meets_at is not None and not there.meeting.is_over(me.at)
    return there.stands == "together" and there.mine is not None and there.my_own is None and not to_come


def page(request: Request, there: Seen, *, problem: str = "", status: int = 200, **forms: Any) -> HttpResponse:
    """One introduction, with what may be done about it now; a form that was refused keeps what was typed."""
    me = request.me
    words: dict[str, Any] = {
        "it": there,
        "problem": problem,
        "when": when_said(there.meeting, now=me.at),
        "answers": answers(),
        "sides": [(one, answered(one, now=me.at, me=me.person.id)) for one in there.sides],
        "went": [went_said(one, there, me=me.person.id) for one in introduction_reading.told(there.id)],
        "asks_how": asks_how(there, me=me),
        "meeting_form": MeetingForm(prefix="treffen"),
        "message_form": MessageForm(),
        "went_form": WentForm(),
    }
    return render(request, "introduction/one.html", words | forms, status=status)


@require_safe
@for_me
def not_met(request: Request) -> HttpResponse:
    """Whom I do not know yet, and what we share; who wears no hat is shown none."""
    me = request.me
    found = strangers(formal=bool(me.hat and me.hat.formal), at=me.at)
    shown = [(one, face_of(one.person, hat=one.hat)) for one in found]
    return render(request, "introduction/not_met.html", {"strangers": shown, "me": me.person})

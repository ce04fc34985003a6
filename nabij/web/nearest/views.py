"""Nearest help: who can help with this question, and asking them in one step."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nabij.bridge.nearest import Sought, seek
from nabij.bridge.verbs import NobodyChosen, NotNow, ask_help, do_it_myself
from nabij.stories.models import Story
from nabij.stories.reading import find, look_into, written_by
from nabij.stories.verbs import DayGone, NothingAsked
from nabij.trust.models import Looked
from nabij.web.me import Me, Request, for_me
from nabij.web.nearest.forms import HelpForm, QuestionForm
from nabij.web.nearest.lines import on_duty, steps


@require_safe
@for_me
def nearest(request: Request, story: UUID) -> HttpResponse:
    """The ladder for a question; without a question the box to write it in, and who to call."""
    me = request.me
    question = " ".join((request.GET.get("vraag", "") or noted(request)).split())[:1000]
    urgent = bool(request.GET.get("spoed"))
    try:
        sought = seek(story_id=story, question=question, by=me.person, hat=me.hat, at=me.at, urgent=urgent)
    except Story.DoesNotExist as missing:
        raise Http404 from missing
    form = QuestionForm(initial={"vraag": question, "spoed": urgent or sought.ladder.urgent})
    return render(request, "nearest/nearest.html", shown(sought, form=form))


def noted(request: Request) -> str:
    """The line one wrote just now, found by its id: what was written stands in no address."""
    try:
        moment = UUID(request.GET.get("moment", ""))
    except ValueError:
        return ""
    return written_by(request.me.person, moment=moment)


def shown(sought: Sought, *, form: QuestionForm) -> dict[str, Any]:
    """All that the page of a ladder shows."""
    ladder = sought.ladder
    return {
        "story": sought.story,
        "short": sought.resident.first_name,
        "mine": sought.asks_self,
        "ladder": ladder,
        "steps": steps(ladder) if ladder.question else [],
        "form": form,
        "asks_this": urlencode({"vraag": ladder.question}),
        "myself": HelpForm(initial={"what": ladder.question[:300]}, auto_id="zelf-%s"),
        **on_duty(ladder),
    }


@require_POST
@for_me
def promise(request: Request, story: UUID) -> HttpResponse:
    """A question to somebody on the ladder, what was agreed with them, or a promise of one's own."""
    try:
        there = find(story)
    except Story.DoesNotExist as missing:
        raise Http404 from missing
    form = HelpForm(request.POST)
    if form.is_valid():
        try:
            messages.success(request, arrange(form.cleaned_data, story=there, me=request.me))
            return redirect("story", there.id)
        except (NothingAsked, DayGone, NotNow, NobodyChosen) as problem:
            form.add_error("day" if isinstance(problem, DayGone) else "what", str(problem))
    me, name = request.me, form["name"].value() or ""
    look_into(story=there, by=me.person, hat=me.hat, at=me.at, what=Looked.WRITING)
    words = {
        "form": form,
        "story": there,
        "title": _("Wat spreek je af met %(name)s?") % {"name": name} if name else _("Wat ga je doen?"),
        "button": _("Bewaar"),
        "back": reverse("nearest", args=[there.id]),
    }
    return render(request, "story/ask.html", words, status=400)


def arrange(said: dict[str, Any], *, story: Story, me: Me) -> str:
    """Does what the form says, and tells what became of it."""
    name = {"name": said["name"]}
    if said["how"] == "mine" or not said["person"]:
        do_it_myself(
            story=story,
            what=said["what"],
            day=said["day"],
            by=me.person,
            hat=me.hat,
            at=me.at,
            service_id=said["service"],
            whom=said["name"],
        )
        return _("Bewaard. Het staat bij jouw afspraken.")
    agreed = said["how"] == "agreed"
    ask_help(
        story=story,
        person_id=said["person"],
        hat_id=said["hat"],
        what=said["what"],
        day=said["day"],
        by=me.person,
        at=me.at,
        agreed=agreed,
    )
    if agreed:
        return _("Bewaard. De afspraak met %(name)s staat in het verhaal.") % name
    return _("Gevraagd. Het antwoord van %(name)s komt in het verhaal te staan.") % name

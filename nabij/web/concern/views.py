"""Sharing a worry with a professional, answering it, and the page about the meldcode."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nabij.bridge.around import on_duty
from nabij.bridge.ladder import OnDuty
from nabij.moments.verbs import Unwritable
from nabij.stories import caring, sealreading
from nabij.stories.concerns import Concern
from nabij.stories.models import Story
from nabij.stories.reading import look_into
from nabij.stories.sealreading import Seconds
from nabij.trust.models import Looked
from nabij.web.concern.forms import AnswerForm, ConcernForm
from nabij.web.days import say_date
from nabij.web.me import Me, Request, for_me
from nabij.web.nearest.lines import duty_block
from nabij.web.story.acts import found as find_story
from nabij.web.today.help import area_of

page = require_http_methods(["GET", "HEAD", "POST"])


@page
@for_me
def new(request: Request, story: UUID | None = None) -> HttpResponse:
    """One line to one professional: those who read the story first, then whoever has duty."""
    me, there = request.me, find_story(story) if story else None
    duties = on_duty(area=area_of(me), at=me.at)
    form = ConcernForm(
        request.POST or None, seconds=professionals(there, duties, me=me), about=str(there) if there else ""
    )
    if request.method == "POST" and form.is_valid():
        said = {key: form.cleaned_data.get(key, "") for key in ("words", "about", "cannot_wait")}
        try:
            made = caring.share(to=form.hat, story=there, by=me.person, at=me.at, **said)
        except (caring.NothingShared, Unwritable) as problem:
            form.add_error("words", str(problem))
        else:
            hears = {"name": made.to_name, "day": say_date(made.answer_by)}
            messages.success(request, _("Gedeeld met %(name)s. Je hoort uiterlijk %(day)s iets.") % hears)
            return redirect("concern", made.id)
    back = reverse("story", args=[there.id]) if there else reverse("home")
    words = {"form": form, "story": there, "back": back, **duty_block(duties)}
    if there:
        # As in a list: the page shows a name, and who is worried about must not find out by who looked.
        look_into(story=there, by=me.person, hat=me.hat, at=me.at, what=Looked.LISTED)
    return render(request, "concern/new.html", words, status=400 if form.errors else 200)


def professionals(story: Story | None, duties: list[OnDuty], *, me: Me) -> Seconds:
    """Who reads the story in a hat of work, then who has duty, then the others one knows."""
    known = sealreading.second_persons(by=me.person, at=me.at, circle=story.circle_id if story else None)
    on = {one.person for one in duties}
    return Seconds(first=known.first, others=sorted(known.others, key=lambda hat: hat.person_id not in on))


@page
@for_me
def concern(request: Request, concern: UUID) -> HttpResponse:
    """One worry: what was shared, and what came back."""
    me = request.me
    there = get_object_or_404(Concern.objects.prefetch_related("answers"), id=concern)
    asked = there.to_id == me.person.id and there.state != "answered"
    form = AnswerForm(request.POST or None) if asked else None
    if form and request.method == "POST" and form.is_valid():
        try:
            caring.answer_concern(concern=there, by=me.person, at=me.at, **form.cleaned_data)
        except caring.DayNeeded as problem:
            form.add_error("day", str(problem))
        except (caring.NothingAnswered, caring.AnsweredAlready) as problem:
            form.add_error("words", str(problem))
        else:
            messages.success(request, _("Bewaard. %(name)s hoort het.") % {"name": there.by_name})
            return redirect("concern", there.id)
    words = {
        "it": there,
        "form": form,
        "mine": there.by_id == me.person.id,
        "answers": sorted(there.answers.all(), key=lambda one: (one.at, one.id)),
    }
    return render(request, "concern/concern.html", words, status=400 if form and form.errors else 200)


@require_safe
def code_of_practice(request: Request) -> HttpResponse:
    """The five steps in plain words, and where the official procedure stands. It keeps nothing."""
    return render(request, "concern/meldcode.html")

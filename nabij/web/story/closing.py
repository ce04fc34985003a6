"""The page on which a story is closed, and the button that opens it again."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from nabij.moments.models import FollowUp
from nabij.moments.verbs import come_back
from nabij.stories import closing, reading, verbs
from nabij.stories.models import Story
from nabij.trust.models import Looked
from nabij.trust.whatfor import MayNotWrite
from nabij.web.me import Request, for_me
from nabij.web.story.acts import found, to_story

WRONG = (closing.StillOpen, closing.NotInWidest, closing.ClosedAlready, verbs.OnlyItself, MayNotWrite)


class ClosingForm(forms.Form):
    """What it brought, in the resident's words; nobody's words are made up, so it may stay empty."""

    outcome = forms.CharField(
        label=gettext_lazy("Wat heeft het gebracht?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def close(request: Request, story: UUID) -> HttpResponse:
    """Closes a story, once nothing that was promised or would be come back to is left open."""
    me, there = request.me, found(story)
    if request.method == "POST" and "come_back" in request.POST:
        return came_back(request, there)
    opened = reading.look_into(story=there, by=me.person, hat=me.hat, at=me.at, what=Looked.WRITING)
    mine = me.person in opened.residents
    teller = me.person if mine else opened.residents[0] if opened.residents else None
    form = ClosingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = {"outcome": form.cleaned_data["outcome"], "person": teller}
        try:
            closing.close(story=there, by=me.person, at=me.at, hat=me.hat, **said)
        except WRONG as problem:
            form.add_error(None, str(problem))
        else:
            return to_story(request, there, _("Het verhaal is afgesloten. Wie het las, kan het blijven lezen."))
    return asked(request, there, form, opened=opened, mine=mine)


def asked(request: Request, story: Story, form: ClosingForm, *, opened: reading.Opened, mine: bool) -> HttpResponse:
    """What is left open first; the question when nothing is, or when something was typed already."""
    left = closing.left_open(story, circles=opened.circles)
    words: dict[str, Any] = {
        "form": form,
        "story": story,
        "mine": mine,
        "left": left,
        "closed": closing.closed(story),
        "ask": not left or form.is_bound,
        "back": reverse("story", args=[story.id]),
        "title": _("Dit verhaal afsluiten"),
        "button": _("Sluit het verhaal af"),
    }
    return render(request, "story/closing.html", words, status=400 if form.is_bound and form.errors else 200)


def came_back(request: Request, story: Story) -> HttpResponse:
    """Somebody of the circle says that a come-back is not needed any more; also of who is away."""
    circles = reading.circles_of(story)
    said = request.POST["come_back"]
    waiting = FollowUp.objects.filter(circle__in=circles, done__isnull=True)
    come_back(follow_up=get_object_or_404(waiting, id=key_in(said)), by=request.me.person, at=request.me.at)
    messages.success(request, _("Gedaan."))
    return redirect("closing", story.id)


def key_in(said: str) -> UUID | None:
    try:
        return UUID(said)
    except ValueError:
        return None


@require_POST
@for_me
def reopen(request: Request, story: UUID) -> HttpResponse:
    """Opens a closed story again, for everybody who read it."""
    there = found(story)
    try:
        closing.reopen(story=there, by=request.me.person, at=request.me.at, hat=request.me.hat)
    except (closing.NotClosed, closing.NotInWidest) as problem:
        messages.warning(request, str(problem))
        return redirect("story", there.id)
    return to_story(request, there, _("Het verhaal is weer open. Alles staat er nog."))

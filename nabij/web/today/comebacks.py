"""Coming back to something: done, or on a later day."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from nabij.memory.standing_in import stood_in_for
from nabij.moments.models import FollowUp
from nabij.moments.verbs import DayIsOver, come_back, come_back_later
from nabij.stories.reading import look_into, stories_in
from nabij.trust.models import Looked, member_circles
from nabij.web.days import say_date
from nabij.web.me import Request, for_me
from nabij.web.story.forms import DAY, NOT_A_DAY


class LaterForm(forms.Form):
    """The day on which one wants to come back to it instead."""

    day = forms.DateField(
        label=gettext_lazy("Welke dag wel?"),
        widget=DAY,
        error_messages={"required": gettext_lazy("Kies een dag."), **NOT_A_DAY},
    )


def mine(request: Request, follow_up: UUID, *, instead: bool = False) -> FollowUp:
    """instead: also of whom one stands in for."""
    me, open_ones = request.me, FollowUp.objects.filter(done__isnull=True).select_related("moment", "circle")
    away = stood_in_for(by=me.person, today=me.today).values("person") if instead else ()
    whose = Q(person=me.person) | Q(person__in=away, circle__in=member_circles(me.person.id))
    return get_object_or_404(open_ones.filter(whose), id=follow_up)


@require_POST
@for_me
def came_back(request: Request, follow_up: UUID) -> HttpResponse:
    """I came back to it."""
    come_back(follow_up=mine(request, follow_up, instead=True), by=request.me.person, at=request.me.at)
    messages.success(request, _("Gedaan."))
    return redirect("home")


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def later(request: Request, follow_up: UUID) -> HttpResponse:
    """Not now: another day."""
    me, there = request.me, mine(request, follow_up)
    form = LaterForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        day = form.cleaned_data["day"]
        try:
            come_back_later(follow_up=there, day=day, by=me.person, at=me.at)
        except DayIsOver as problem:
            form.add_error("day", str(problem))
        else:
            messages.success(request, _("Het komt terug op %(day)s.") % {"day": say_date(day)})
            return redirect("home")
    for story, _name in stories_in({there.circle_id}).values():
        look_into(story=story, by=me.person, hat=me.hat, at=me.at, what=Looked.WRITING)
    words = {"form": form, "title": there.action, "button": _("Bewaar"), "back": reverse("home"), "up": _("Vandaag")}
    return render(request, "story/ask.html", words, status=400 if form.errors else 200)

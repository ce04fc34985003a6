"""The short lists of a neighbourhood: kept by who wears a hat there, and taken into a story."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from nabij.people.models import Neighbourhood
from nabij.stories import handholding, reading
from nabij.stories.handholding import How
from nabij.stories.handholds import LONGEST, MOST_LINES, Handhold, ReadyLine
from nabij.stories.models import Story
from nabij.trust.models import Looked
from nabij.trust.whatfor import MayNotWrite
from nabij.web.me import Request, for_me
from nabij.web.story.acts import found, to_story

page = require_http_methods(["GET", "HEAD", "POST"])
SAID = {
    How.PROMISE: gettext_lazy("Bewaard als afspraak van jou."),
    How.COME_BACK: gettext_lazy("Bewaard. Het komt over een week terug bij Vandaag."),
    How.DROP: gettext_lazy("Weg."),
}


class HandholdForm(forms.Form):
    """A list: what it is for, and its lines."""

    name = forms.CharField(
        label=gettext_lazy("Waarvoor is deze lijst?"),
        max_length=80,
        help_text=gettext_lazy("Bijvoorbeeld: eerste bezoek."),
        error_messages={"required": gettext_lazy("Hoe heet deze lijst? Een paar woorden zijn genoeg.")},
    )
    lines = forms.CharField(
        label=gettext_lazy("Wat staat erop? Elke regel is er een."),
        max_length=(LONGEST + 2) * MOST_LINES * 2,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Hoogstens twaalf korte regels. Zonder regels gaat de lijst weg."),
    )


@page
@for_me
def of_neighbourhood(request: Request, code: str) -> HttpResponse:
    """What lists a neighbourhood has; who wears a hat there writes one, or writes it anew."""
    me, here = request.me, get_object_or_404(Neighbourhood.objects.defer("outline"), code=code)
    standing = list(Handhold.objects.standing().filter(neighbourhood=here))
    chosen = next((one for one in standing if str(one.id) == request.GET.get("lijst")), None)
    begun = {"name": chosen.name, "lines": "\n".join(chosen.lines)} if chosen else {}
    form = HandholdForm(request.POST or None, initial=begun)
    if request.method == "POST" and form.is_valid():
        said = {"name": form.cleaned_data["name"], "lines": form.cleaned_data["lines"].splitlines()}
        try:
            kept = handholding.keep_handhold(neighbourhood=here, by=me.person, at=me.at, **said)
        except (handholding.NoHatHere, handholding.TooMuch) as problem:
            form.add_error("lines", str(problem))
        else:
            messages.success(request, _("Bewaard.") if kept.lines else _("De lijst is weg."))
            return redirect("handholds", here.code)
    words = {
        "form": form,
        "area": here,
        "lists": standing,
        "may": handholding.may_keep(neighbourhood=here, by=me.person, at=me.at),
    }
    return render(request, "story/handholds.html", words, status=400 if form.errors else 200)


@page
@for_me
def in_story(request: Request, story: UUID) -> HttpResponse:
    """The lists one may take into a story; taking one in puts its lines ready there."""
    me, there = request.me, found(story)
    lists = list(Handhold.objects.standing().select_related("neighbourhood"))
    wrong = ""
    if request.method == "POST":
        chosen = next((one for one in lists if str(one.id) == request.POST.get("houvast")), None)
        if chosen is None and "weg" not in request.POST:
            raise Http404
        try:
            return taken(request, there, chosen)
        except (handholding.OnlyWhole, MayNotWrite) as problem:
            wrong = str(problem)
    reading.look_into(story=there, by=me.person, hat=me.hat, at=me.at, what=Looked.WRITING)
    words = {"story": there, "lists": lists, "wrong": wrong, "back": reverse("story", args=[there.id])}
    return render(request, "story/take_in.html", words, status=400 if wrong else 200)


def taken(request: Request, story: Story, chosen: Handhold | None) -> HttpResponse:
    if chosen is None:
        handholding.drop_all(story)
        return to_story(request, story, _("De lijst is weg."))
    handholding.take_in(handhold=chosen, story=story, by=request.me.person, at=request.me.at)
    return to_story(request, story, _("De lijst staat klaar. Niets ervan hoeft."))


@require_POST
@for_me
def line(request: Request, line: UUID) -> HttpResponse:
    """What becomes of one line, in one tap."""
    me = request.me
    there = get_object_or_404(ReadyLine.objects.select_related("story"), id=line)
    how = request.POST.get("wordt", "")
    if how not in How.values:
        raise Http404
    try:
        handholding.settle(line=there, how=how, by=me.person, at=me.at, hat=me.hat)
    except MayNotWrite as problem:
        messages.warning(request, str(problem))
        return redirect("story", there.story_id)
    return to_story(request, there.story, str(SAID[How(how)]))

"""The pages of households, children and stories between two people. Each calls one verb."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nabij.moments.models import Moment
from nabij.people.families import FROM_THEN_ON_DECIDES, FROM_THEN_ON_TELLS
from nabij.people.models import Person
from nabij.people.verbs import BornLater, note_person
from nabij.stories import families
from nabij.stories.models import Story
from nabij.stories.writing import called_so
from nabij.trust.ages import years_of
from nabij.web.family.forms import BetweenForm, HouseholdForm, YesForm
from nabij.web.me import Me, Request, for_me
from nabij.web.story.acts import allowed, found
from nabij.web.story.lines import face_of

page = require_http_methods(["GET", "HEAD", "POST"])


@page
@for_me
def new_household(request: Request) -> HttpResponse:
    """Begins the story of a household: who lives there, and who decides for the children."""
    me, form = request.me, HouseholdForm(request.POST or None, known=called_so)
    if request.method == "POST" and form.is_valid():
        housemates = form.housemates()
        try:
            story = families.begin_household(
                housemates=housemates, name=form.cleaned_data["name"], by=me.person, at=me.at, hat=me.hat
            )
        except (families.Alone, families.NoParent, BornLater) as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Het verhaal is begonnen. Ieder kan hier ook een eigen verhaal hebben."))
            return redirect("household", story.id)
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "family/new_household.html", {"form": form}, status=status)


@page
@for_me
def new_between(request: Request) -> HttpResponse:
    """Begins a story between two people, each with a circle of their own."""
    me, form = request.me, BetweenForm(request.POST or None, known=called_so)
    if request.method == "POST" and form.is_valid():
        try:
            story = families.begin_between(
                one=whom(form, "one", me=me), other=whom(form, "other", me=me), by=me.person, at=me.at, hat=me.hat
            )
        except families.Alone as problem:
            form.add_error("other", str(problem))
        else:
            messages.success(request, _("Het verhaal is begonnen. Ieder heeft er ook een eigen kring."))
            return redirect("story", story.id)
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "family/new_between.html", {"form": form}, status=status)


def whom(form: BetweenForm, name: str, *, me: Me) -> Person:
    return form.meant(f"which_{name}") or note_person(name=form.cleaned_data[name], by=me.person, at=me.at)


@require_safe
@for_me
def household(request: Request, story: UUID) -> HttpResponse:
    """Who lives here, and the file of each as far as one may read it."""
    there = found(story)
    if there.household is None:
        raise Http404
    rows = [
        {"person": person, "face": face_of(person, hat=None, about=[person.id]), "file": file, "says": age_says(person)}
        for person, file in families.own_files(household=there.household).items()
    ]
    return render(
        request, "family/household.html", {"story": there, "rows": rows, "back": reverse("story", args=[story])}
    )


def age_says(person: Person) -> str:
    """What somebody's age means for who reads; nothing for whoever decides alone."""
    years = years_of(person.id)
    if years is None or years >= FROM_THEN_ON_DECIDES:
        return ""
    name = {"name": person.first_name}
    if years < FROM_THEN_ON_TELLS:
        return _("%(name)s is nog geen 12. Een ouder leest mee en beslist wie er leest.") % name
    return _("%(name)s is nog geen 16. Een eigen verhaal lezen ouders pas als %(name)s dat zelf wil.") % name


@require_POST
@for_me
def own_file(request: Request, story: UUID, person: UUID) -> HttpResponse:
    """Opens somebody's own file beside the household's."""
    me, there = request.me, found(story)
    members = there.household.members.select_related("person") if there.household else ()
    who = next((one.person for one in members if one.person_id == person), None)
    if who is None:
        raise Http404
    try:
        begun = families.open_file(person=who, by=me.person, at=me.at, hat=me.hat)
    except families.NoParent as problem:
        messages.error(request, str(problem))
        return redirect("household", story)
    said = _("Het eigen verhaal van %(name)s is begonnen.")
    if who != me.person and families.keeps_for_itself(who):
        said = _("Het eigen verhaal van %(name)s is begonnen. Ouders lezen het pas als %(name)s dat zelf wil.")
    messages.success(request, said % {"name": who.first_name})
    return redirect("story", begun.id)


@require_POST
@for_me
def parents_read(request: Request, story: UUID) -> HttpResponse:
    """A child lets its parents read its story from now on."""
    me, there = request.me, found(story)
    if there.person_id != me.person.id:
        raise Http404
    if families.let_parents_read(story=there, by=me.person, at=me.at):
        messages.success(request, _("Je ouders lezen nu mee, vanaf vandaag."))
    return redirect("readers", story)


@page
@for_me
def parents(request: Request, moment: UUID) -> HttpResponse:
    """A child says yes: its parents may read this too."""
    me = request.me
    there = get_object_or_404(Moment.objects.select_related("author", "told_by", "circle"), id=moment)
    story = Story.objects.filter(smaller_circles__circle=there.circle_id).first()
    teller = there.told_by or there.author
    if story is None or families.circle_for(story=story, teller=teller).id != there.circle_id:
        raise Http404
    mine = teller == me.person
    label = _("Ja, mijn ouders mogen dit lezen") if mine else _("%(name)s zei zelf ja") % {"name": teller.first_name}
    form: forms.Form = YesForm(request.POST if request.method == "POST" else None, label=label)
    if request.method == "POST" and form.is_valid():
        said: dict[str, Any] = {"moment": there, "story": story, "said_yes": None if mine else teller}
        if allowed(form, lambda: families.show_parents(by=me.person, at=me.at, **said)):
            messages.success(request, _("Bewaard. De ouders kunnen dit nu lezen."))
            return redirect("story", story.id)
    words = {"form": form, "moment": there, "teller": teller, "mine": mine, "back": reverse("story", args=[story.id])}
    return render(request, "family/parents.html", words, status=400 if form.is_bound and form.errors else 200)

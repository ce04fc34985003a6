"""Two that are the same: chosen among whom one writes about, said with how one knows, and taken apart by one button."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nabij.people.models import Person
from nabij.stories import merging
from nabij.stories.models import Story
from nabij.trust.merges import Merge
from nabij.trust.models import Looked, MyPeople
from nabij.trust.verbs import note_look
from nabij.web.me import Me, Request, for_me
from nabij.web.merge.forms import MergeForm
from nabij.web.story.acts import found, page, seen

WRONG = (merging.TwoLogIns, merging.NotInBoth, merging.NotTheSame, merging.OneAlready)


@page
@for_me
def of_person(request: Request, person: UUID) -> HttpResponse:
    """Somebody who stands here twice, whether or not there is a story about them."""
    me = request.me
    there = get_object_or_404(Person, id=person, id__any_of=MyPeople())
    if there == me.person or not reading_both(there, me=me):
        raise Http404
    form = MergeForm(request.POST or None, people=merging.candidates(there, by=me.person))
    if request.method == "POST" and form.is_valid() and (kept := said(form, person=there, story=None, me=me)):
        messages.success(request, done())
        return redirect(kept)
    note_look(by=me.person, hat=me.hat, about=[there.id], thing=there, at=me.at, what=Looked.PAGE)
    return asked(request, form, called=there.called, back=reverse("person", args=[there.id]))


def reading_both(person: Person, *, me: Me) -> bool:
    return bool(merging.places(person, within=merging.writable(me.person)))


@page
@for_me
def of_story(request: Request, story: UUID) -> HttpResponse:
    """A story that stands here twice, or whom it is about."""
    me, there = request.me, found(story)
    people = merging.candidates(there.person, by=me.person) if there.person else []
    form = MergeForm(request.POST or None, people=people, stories=merging.same_stories(there))
    if request.method == "POST" and form.is_valid() and (kept := said(form, person=there.person, story=there, me=me)):
        messages.success(request, done())
        return redirect(kept)
    seen(request, there, what=Looked.WRITING)
    return asked(request, form, called=str(there), back=reverse("story", args=[there.id]))


def said(form: MergeForm, *, person: Person | None, story: Story | None, me: Me) -> str:
    """Merges, and says where what remains is read; empty when that cannot be, and then the form says why."""
    how: dict[str, Any] = {"why": form.cleaned_data["why"], "by": me.person, "at": me.at, "hat": me.hat}
    try:
        if form.person and person:
            rows = merging.merge_people(person=person, double=form.person, **how)
            return reverse("story", args=[story.id]) if story else reverse("person", args=[rows[0].person_id])
        if story:
            merging.merge_stories(story=story, double=form.story, **how)
            return reverse("story", args=[story.id])
    except WRONG as problem:
        form.add_error(None, str(problem))
    return ""


def done() -> str:
    return _("Samengevoegd. Niemand leest er iets bij. Klopt het niet, dan haal je het hier weer uit elkaar.")


def asked(request: Request, form: MergeForm, *, called: str, back: str) -> HttpResponse:
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "merge/merge.html", {"form": form, "called": called, "back": back}, status=status)


@require_POST
@for_me
def end(request: Request, merge: UUID) -> HttpResponse:
    """Takes two apart again; also for whom it is about, with one button."""
    me, row = request.me, get_object_or_404(Merge, id=merge)
    about_me = me.person.id in (row.person_id, row.double_id)
    try:
        merging.part(merge=row, by=me.person, at=me.at, hat=me.hat)
    except merging.TwoAlready as problem:
        messages.warning(request, str(problem))
    else:
        messages.success(
            request,
            _("Uit elkaar gehaald. Alles staat waar het stond. Wat er later bij kwam, blijft waar het is geschreven."),
        )
    story = None if about_me else Story.objects.filter(circle=row.circle_id).first()
    return redirect("story", story.id) if story else redirect("mine" if about_me else "today")

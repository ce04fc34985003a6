"""Giving a story or a come-back to somebody, what the resident says of it, and asking whoever they said yes to."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from nabij.memory import leaving
from nabij.memory.models import Handover
from nabij.memory.standing_in import my_stories
from nabij.moments.models import FollowUp
from nabij.people.models import Person
from nabij.post.inviting import InvitedAlready
from nabij.stories import reading
from nabij.stories.carrying import AskedAnother, DoesItAlready
from nabij.stories.models import Story
from nabij.stories.verbs import DayGone
from nabij.trust.models import HasAccount, Looked, Membership, member_circles
from nabij.trust.whatfor import MayNotWrite, NeedsYes
from nabij.web.circle.forms import DAYS
from nabij.web.me import Request, for_me
from nabij.web.story.forms import DAY, NOBODY_YET, NOT_A_DAY

page = require_http_methods(["GET", "HEAD", "POST"])
WHO = {"required": gettext_lazy("Wie neemt het over? Kies iemand.")}
ASKED = (AskedAnother, InvitedAlready, MayNotWrite, NeedsYes, leaving.ResidentFirst)


class GiveForm(forms.Form):
    """Who takes it over, and until when one is there oneself."""

    to = forms.ChoiceField(label=gettext_lazy("Wie neemt het over?"), error_messages=WHO)
    last_day = forms.DateField(
        label=gettext_lazy("Wat is je laatste dag?"),
        widget=DAY,
        input_formats=DAYS,
        error_messages={"required": gettext_lazy("Wat is je laatste dag? Kies er een."), **NOT_A_DAY},
    )

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [NOBODY_YET, *people]  # type: ignore[attr-defined]


class ToForm(forms.Form):
    """Who of the circle comes back to it instead."""

    to = forms.ChoiceField(label=gettext_lazy("Wie komt hierop terug?"), error_messages=WHO)

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.id): one for one in people}
        choices = [NOBODY_YET, *((key, one.called) for key, one in self.people.items())]
        self.fields["to"].choices = choices  # type: ignore[attr-defined]


class PastForm(forms.Form):
    """What the resident says the other may read."""

    past = forms.ChoiceField(
        choices=Handover.Past,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Mag het? Kies een antwoord.")},
    )

    def __init__(self, *args: Any, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["past"].label = _("Mag %(name)s het overnemen en meelezen?") % {"name": name}


def asking(request: Request, form: forms.Form, *, title: str, button: str, **more: Any) -> HttpResponse:
    words = {"form": form, "title": title, "button": button, "back": reverse("carrying"), "up": _("Wat je draagt")}
    return render(request, "leaving/asking.html", words | more, status=400 if form.errors else 200)


@page
@for_me
def story(request: Request, story: UUID) -> HttpResponse:
    """Proposes who takes a story over; the resident hears it first."""
    me, there = request.me, get_object_or_404(my_stories(request.me.person), id=story)
    mine = {str(one.id) for one in me.hats}
    people = [(key, said) for key, said in reading.who_may_join([], today=me.today) if key not in mine]
    form = GiveForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        to, _hat = reading.person_and_hat(form.cleaned_data["to"])
        try:
            leaving.propose(story=there, to=to, last_day=form.cleaned_data["last_day"], by=me.person, at=me.at)
        except DayGone as problem:
            form.add_error("last_day", str(problem))
        except (DoesItAlready, leaving.AboutThem, leaving.GoneAlready) as problem:
            form.add_error("to", str(problem))
        else:
            messages.success(request, _("Bewaard. %(name)s zegt eerst of het mag.") % {"name": there.short})
            return redirect("carrying")
    reading.look_into(story=there, by=me.person, hat=me.hat, at=me.at, what=Looked.LISTED)
    title = _("Wie neemt het verhaal van %(name)s over?") % {"name": there}
    return asking(request, form, title=title, button=_("Stel het voor"), first=there.short)


def residents_of(handover: Handover) -> list[Person]:
    theirs = Membership.objects.current().filter(circle=handover.circle_id, as_resident=True)
    return list(Person.objects.filter(id__in=theirs.values("person")).annotate(reads=HasAccount("id")).order_by("id"))


@page
@for_me
def handover(request: Request, handover: UUID) -> HttpResponse:
    """Whom it is about says what the other may read; for who cannot log in, whoever leaves notes it."""
    me, there = request.me, get_object_or_404(Handover.objects.select_related("person"), id=handover)
    residents = residents_of(there)
    speaks = next((one for one in residents if one == me.person), None)
    if speaks is None and there.person_id == me.person.id:
        speaks = next((one for one in residents if not getattr(one, "reads", True)), None)
    form = PastForm(request.POST or None, name=there.other) if speaks and not there.past else None
    if request.method == "POST" and form and speaks and form.is_valid():
        try:
            leaving.say(handover=there, past=form.cleaned_data["past"], resident=speaks, by=me.person, at=me.at)
        except leaving.AnsweredBefore as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, _("Bewaard."))
        return redirect("handover", there.id)
    if there.person_id == me.person.id:
        look_at(there, request=request)
    words = {"handover": there, "form": form, "about": residents, "mine": there.person_id == me.person.id}
    words["about_me"] = me.person in residents
    return render(request, "leaving/handover.html", words, status=400 if form and form.errors else 200)


def look_at(handover: Handover, *, request: Request) -> None:
    me, story = request.me, Story.objects.filter(circle=handover.circle_id).first()
    if story:
        reading.look_into(story=story, by=me.person, hat=me.hat, at=me.at, what=Looked.LISTED)


@require_POST
@for_me
def question(request: Request, handover: UUID) -> HttpResponse:
    """Asks whoever the resident said yes to."""
    me = request.me
    there = get_object_or_404(Handover.objects.select_related("to"), id=handover, person=me.person)
    story = my_stories(me.person).filter(circle=there.circle_id).first()
    if story is None:
        raise Http404
    try:
        leaving.ask_successor(handover=there, story=story, by=me.person, at=me.at)
    except ASKED as problem:
        messages.error(request, str(problem))
    else:
        said = _("Gevraagd. Bij je afspraken staat dat je %(name)s voorstelt.")
        messages.success(request, said % {"name": there.other})
    return redirect("carrying")


@page
@for_me
def come_back(request: Request, follow_up: UUID) -> HttpResponse:
    """Asks somebody of the circle to come back to something instead."""
    me = request.me
    mine = FollowUp.objects.filter(done__isnull=True, person=me.person, circle__in=member_circles(me.person.id))
    there = get_object_or_404(mine.select_related("moment", "circle").exclude(circle__kind="own"), id=follow_up)
    people = [one.person for one in reading.readers_of([there.circle]) if one.person_id != me.person.id]
    form = ToForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        try:
            leaving.give_come_back(follow_up=there, to=form.people[form.cleaned_data["to"]], by=me.person, at=me.at)
        except (AskedAnother, MayNotWrite) as problem:
            form.add_error("to", str(problem))
        else:
            messages.success(request, _("De vraag is gesteld."))
            return redirect("carrying")
    for story, _name in reading.stories_in({there.circle_id}).values():
        reading.look_into(story=story, by=me.person, hat=me.hat, at=me.at, what=Looked.WRITING)
    return asking(request, form, title=there.action or there.moment.line, button=_("Vraag het"))

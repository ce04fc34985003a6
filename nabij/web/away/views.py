"""Saying that one is away, the page of one absence, and being back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nabij.memory import standing_in
from nabij.memory.models import Absence
from nabij.memory.standing_in import Away
from nabij.stories import reading
from nabij.stories.models import Story
from nabij.stories.verbs import DayGone
from nabij.trust.models import Looked
from nabij.trust.verbs import note_looks
from nabij.web.away.forms import AwayForm
from nabij.web.away.lines import instead_line, period
from nabij.web.me import Me, Request, for_me
from nabij.web.story.lines import listed

# Under which box a mistake stands.
UNDER: dict[type[ValueError], str] = {
    standing_in.EndsBeforeItBegins: "ends",
    DayGone: "starts",
    standing_in.TooFarAhead: "starts",
    standing_in.AwayAlready: "starts",
    standing_in.StandInYourself: "stand_in",
    standing_in.CannotLogIn: "stand_in",
    standing_in.AwayToo: "stand_in",
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def away(request: Request) -> HttpResponse:
    """From until, who stands in, and in which stories they read along."""
    me, mine = request.me, list(standing_in.my_stories(request.me.person))
    people, usual = others(me)
    form = AwayForm(request.POST or None, people=people, mine=mine, initial={"starts": me.today, "stand_in": usual})
    if request.method == "POST" and form.is_valid():
        try:
            made = gone(form, me=me)
        except tuple(UNDER) as problem:
            form.add_error(UNDER[type(problem)], str(problem))
        else:
            say_what_stays(request, made)
            return redirect("absence", made.absence.id)
    listed_now(mine, me=me)
    words: dict[str, Any] = {"form": form, "title": _("Als je er niet bent"), "button": _("Bewaar")}
    words |= {"up": _("Mijn pagina"), "back": reverse("my_page"), "there": still_to_come(me)}
    return render(request, "away/away.html", words, status=400 if form.errors else 200)


def others(me: Me) -> tuple[list[tuple[str, str]], str]:
    """Whom I can ask to stand in, by hat; and the hat of whom I named before as my usual one."""
    mine = {str(one.id) for one in me.hats}
    hats = [(key, said) for key, said in reading.who_may_join([], today=me.today) if key not in mine]
    usual = reading.hat_of(me.person.stand_in_id, today=me.today) if me.person.stand_in_id else ""
    return hats, usual


def gone(form: AwayForm, *, me: Me) -> Away:
    said = form.cleaned_data
    person, hat = reading.person_and_hat(said["stand_in"])
    return standing_in.go_away(
        by=me.person,
        at=me.at,
        starts=said["starts"],
        ends=said["ends"],
        stand_in=person,
        hat=hat,
        stories=form.chosen,
        sees_from=form.sees_from(at=me.at),
    )


def say_what_stays(request: Request, made: Away) -> None:
    """What was opened, and which stories stayed closed: there a resident says yes first."""
    who = made.absence.stand_in.first_name
    messages.success(request, _("Bewaard. %(name)s hoort het nu.") % {"name": who})
    if made.closed:
        said = {"name": who, "stories": listed([str(one) for one in made.closed])}
        messages.warning(request, _("Hier leest %(name)s niet mee: %(stories)s. Vraag het daar eerst zelf.") % said)


def listed_now(stories: list[Story], *, me: Me) -> None:
    """Naming somebody's story is a look, as the list of stories is."""
    about = reading.residents_in({one.circle_id for one in stories})
    seen = [(one, about.get(one.circle_id, [])) for one in stories]
    note_looks(by=me.person, hat=me.hat, seen=seen, at=me.at, what=Looked.LISTED)


def still_to_come(me: Me) -> list[tuple[Absence, str]]:
    found = Absence.objects.to_come(me.today).filter(person=me.person).with_people().order_by("starts")
    return [(one, period(one)) for one in found]


def mine(absence: UUID, *, me: Me) -> Absence:
    """Of whoever is away, and of whoever stands in."""
    theirs = Absence.objects.filter(Q(person=me.person) | Q(stand_in=me.person)).with_people()
    return get_object_or_404(theirs, id=absence)


@require_safe
@for_me
def absence(request: Request, absence: UUID) -> HttpResponse:
    """One absence: who reads where until when, and what there is to do in that time."""
    me, there = request.me, mine(absence, me=request.me)
    circles = {one.circle_id for one in standing_in.seats_of(there)}
    theirs = standing_in.theirs(there, by=me.person, until=there.ends)
    circles |= theirs.circles
    stories = [story for story, _name in reading.stories_in(circles).values()]
    listed_now(stories, me=me)
    words = {
        "absence": there,
        "period": period(there),
        "away": there.person_id == me.person.id,
        "stories": sorted({one.id: one for one in stories}.values(), key=str),
        "to_tell": listed([one.called for one in standing_in.to_tell(there)])
        if there.person_id == me.person.id
        else "",
        "theirs": instead_line(theirs, me=me),
        "over": there.ended_at is not None or there.ends < me.today,
    }
    return render(request, "away/absence.html", words)


@require_POST
@for_me
def end(request: Request, absence: UUID) -> HttpResponse:
    """Back sooner, or not able to after all."""
    me, there = request.me, mine(absence, me=request.me)
    try:
        standing_in.be_back(absence=there, by=me.person, at=me.at)
    except standing_in.BackAlready as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("Bewaard. Het meelezen is gestopt."))
    return redirect("home")

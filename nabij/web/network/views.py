"""The page of the map; on it one adds by one line, and holds the map of an earlier day beside today's."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nabij.moments import network as around
from nabij.moments.models import Tie
from nabij.moments.rings import RING_WORDS
from nabij.stories import netmap
from nabij.stories.merging import forward
from nabij.stories.models import Story
from nabij.trust.models import Circle, Looked
from nabij.trust.whatfor import MayNotWrite
from nabij.web.faces import Face
from nabij.web.me import Request, for_me
from nabij.web.network.days import day_in, seasons
from nabij.web.network.forms import LineForm
from nabij.web.network.lines import changes, drawn, facts, prompts, what_changed
from nabij.web.ringmap import ringmap
from nabij.web.story.acts import found
from nabij.web.story.choosing import choosing
from nabij.web.story.lines import face_of


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def network(request: Request, story: UUID) -> HttpResponse:
    """Who stands around; one line adds somebody, an earlier day shows how it was."""
    me = request.me
    day, wrong = day_in(request.GET.get("op", ""), today=me.today)
    there = found(story)
    if kept := forward(there):
        return redirect("network", kept.id)
    told = opened(request, there, day=day)
    form = LineForm(
        request.POST or None,
        me=me.person,
        residents=told.residents,
        label=label_of(told),
        initial={"told": request.GET.get("woord", "")},
    )
    choice = choosing(request, told.story)
    if request.method == "POST":
        if not told.may_draw(me.person):
            raise Http404
        if form.is_valid() and choice.circle and (tie := added(request, told, form, circle=choice.circle)):
            where = {"name": tie.with_whom, "ring": RING_WORDS[tie.ring]}
            messages.success(request, _("Bewaard. %(name)s staat er nu bij: %(ring)s.") % where)
            return redirect(f"{reverse('network', args=[story])}?woord={form.told_by.id}")
    words = words_of(request, told, day=day) | {"form": form, "choosing": choice, "wrong": wrong}
    bad = wrong or (form.is_bound and (form.errors or choice.problem))
    return render(request, "network/network.html", words, status=400 if bad else 200)


def opened(request: Request, story: Story, *, day: date | None) -> netmap.NetMap:
    me, what = request.me, Looked.WRITING if request.method == "POST" else Looked.NETWORK
    return netmap.open_map(story=story, by=me.person, hat=me.hat, at=me.at, day=day, what=what)


def added(request: Request, told: netmap.NetMap, form: LineForm, *, circle: Circle) -> Tie | None:
    """Draws the tie of the line, or says in the form why not; what was typed stays."""
    me, line = request.me, form.cleaned_data["line"]
    said = {"owner": told.centre, "told_by": form.told_by, "by": me.person, "hat": me.hat, "at": me.at, **vars(line)}
    try:
        return around.add(circle=circle, **said)
    except (around.InTheMiddle, around.StandsThere, around.OnlyByThemselves, MayNotWrite) as problem:
        form.add_error("line", str(problem))
        return None


def words_of(request: Request, told: netmap.NetMap, *, day: date | None) -> dict[str, Any]:
    """What stands on the page."""
    me = request.me
    centre = face_of(told.centre, hat=None, about=[told.centre.id])
    rows = changes(told) if day else []
    return {
        "story": told.story,
        "title": title_of(told, mine=told.is_about(me.person)),
        "picture": ringmap(centre, drawn(told.now)),
        "steps": steps(told),
        "facts": facts(told) if told.now else [],
        "prompts": prompts(told),
        "ever": told.ever or bool(day),
        "may_draw": told.may_draw(me.person),
        "chosen": request.GET.get("band", ""),
        "day": day,
        "before": ringmap(centre, drawn(told.then)) if day else None,
        "changes": rows,
        "changed": what_changed(rows) if rows else [],
        "closed": told.closed_before,
        "closed_then": bool(day and told.closed_before and netmap.end_of(day) <= told.closed_before),
        "seasons": seasons(since=localdate(told.story.opened_at), today=me.today),
    }


def label_of(told: netmap.NetMap) -> str:
    return _("Wie staat er ook?") if told.now else _("Wie ziet %(name)s wel eens?") % {"name": told.centre.first_name}


def title_of(told: netmap.NetMap, *, mine: bool) -> str:
    if mine:
        return _("Wie er om jullie heen staan") if len(told.residents) > 1 else _("Wie er om jou heen staan")
    return _("Wie er om %(name)s heen staan") % {"name": told.story.short}


def steps(told: netmap.NetMap) -> list[dict[str, Any]]:
    """Everybody as a row with the steps one can take: the same as dragging, with buttons."""
    return [
        {
            "id": str(one.tie.id),
            "face": Face(name=row.face.name, shape=row.face.shape, role=row.face.role),
            "ring": RING_WORDS[one.ring],
            "nearer": one.ring > 1,
            "farther": one.ring < 3,
        }
        for one, row in zip(told.now, drawn(told.now), strict=True)
    ]

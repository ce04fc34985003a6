"""My data on one calm page, and each kind of it on a page of its own."""

from dataclasses import replace

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from nabij.memory.own_data import counts, note_promises_read, table_of
from nabij.memory.parts import BY_KEY
from nabij.memory.readable import readable
from nabij.moments.models import Moment
from nabij.stories.merging import said_of
from nabij.stories.models import Promise
from nabij.stories.reading import readers_of
from nabij.trust.models import Circle, Hold, Limit, Look, Looked, Membership, Request
from nabij.trust.reading import looks_at
from nabij.web.me import Request as Page
from nabij.web.me import for_me
from nabij.web.mine.consents import consent_lines
from nabij.web.mine.lines import objected, request_line
from nabij.web.story.lines import reader_faces

FEW = 3
SHOWN = 200


@require_safe
def moved(request: Page) -> HttpResponse:
    """Where this stood before."""
    return redirect("mine", permanent=True)


@require_safe
@for_me
def mine(request: Page) -> HttpResponse:
    """What is known about me, who reads it, who looked, what I asked, and what I can do."""
    me = request.me
    asked = list(Request.objects.of(me.person.id)[:20])
    words = {
        "kinds": [(part, count) for part, count in counts(me.person) if count],
        "circles": my_circles(request),
        "looks": looks_at(person=me.person).lines[:FEW],
        "merged": said_of(me.person.id),
        "asked": [request_line(one, me=me) for one in asked],
        "limits": my_limits(request),
        "consents": consent_lines(me.person),
        "holds": list(Hold.objects.standing(on=me.today)),
    }
    return render(request, "mine/mine.html", words)


def my_circles(request: Page) -> list[tuple[Circle, object]]:
    """Each circle that is about me, with the faces of its readers; two questions, however many circles."""
    me = request.me.person
    circles = list(
        Circle.objects.filter(memberships__in=Membership.objects.current().filter(person=me, as_resident=True))
        .select_related("story")
        .order_by("made_at", "id")
    )
    readers = readers_of(circles)
    return [
        (circle, reader_faces([one for one in readers if one.circle_id == circle.id], me=me.id)) for circle in circles
    ]


def my_limits(request: Page) -> list[tuple[Limit, str]]:
    """What is limited on my word, each with the line of the note it is about."""
    me = request.me.person
    limits = list(Limit.objects.in_force().filter(person=me).select_related("circle").order_by("-at"))
    keys = [one.about_id for one in limits if one.about_id]
    lines = dict(Moment.objects.filter(id__in=keys).values_list("id", "line")) if keys else {}
    return [(one, lines.get(one.about_id, "") if one.about_id else "") for one in limits]


def my_seats(request: Page) -> set[str]:
    """Where I read along myself, to which nobody objects."""
    mine = Membership.objects.filter(person=request.me.person).values_list("id", flat=True)
    return {f"{Membership._meta.label_lower}:{key}" for key in mine}


@require_safe
@for_me
def kind(request: Page, kind: str) -> HttpResponse:
    """One kind of what is known about me: each row in plain words, and what I can do about it."""
    part = BY_KEY.get(kind)
    if part is None or part.model is Look:
        raise Http404(kind)
    me = request.me
    table = table_of(me.person, part=part, most=SHOWN + 1)
    if part.model is Promise:
        note_promises_read(person=me.person, by=me.person, at=me.at, what=Looked.PROMISE)
    shown = replace(table, rows=table.rows[:SHOWN])
    said = part.model._meta.label_lower
    facts = readable(shown, without=part.says)
    waits = objected(me.person)
    rows = [
        (key, row.get(part.says, ""), about, waits.get(key))
        for key, row, about in zip((f"{said}:{row['id']}" for row in shown.rows), shown.rows, facts, strict=True)
    ]
    me_there = my_seats(request) if part.model is Membership else set()
    words = {
        "part": part,
        "rows": rows,
        "more": len(table.rows) > SHOWN,
        "notes": kind == "momenten",
        "me_there": me_there,
    }
    return render(request, "mine/kind.html", words)

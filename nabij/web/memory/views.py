"""Memory: a question over everything one may read, and opening what was found."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nabij.memory.hits import MOMENT, PROMISE, WORDS, Answers, open_hit, remember
from nabij.memory.search import NothingToLookFor, TooManyWords
from nabij.moments.models import Moment
from nabij.web.me import Request, for_me
from nabij.web.memory.forms import MemoryForm
from nabij.web.memory.lines import called, face_of_thing, hit_line, note, where, whole_text
from nabij.web.story.lines import moment_line

A_PAGE, FURTHEST = 20, 100


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def memory(request: Request) -> HttpResponse:
    """The box to ask in, and what was found. The question comes in the body: see docs/decisions/0012."""
    if request.method != "POST":
        return render(request, "memory/memory.html", {"form": MemoryForm()})
    form = MemoryForm(request.POST)
    form.is_valid()
    me, upto = request.me, asked_for(request)
    try:
        answers = remember(form.words, upto=upto, by=me.person, hat=me.hat, at=me.at, within=form.within(at=me.at))
    except (NothingToLookFor, TooManyWords) as problem:
        form.add_error("vraag", str(problem))
        return render(request, "memory/memory.html", {"form": form}, status=400)
    form.offer_stories(answers.stories)
    return render(request, "memory/memory.html", {"form": form, "asked": True, **shown(answers, upto=upto)})


def asked_for(request: Request) -> int:
    said = request.POST.get("tot", "")
    return min(max(int(said), A_PAGE), FURTHEST) if said.isdecimal() and len(said) < 6 else A_PAGE


def shown(answers: Answers, *, upto: int) -> dict[str, Any]:
    lines = [hit_line(one) for one in answers.hits]
    more = answers.total > upto < FURTHEST
    return {"lines": lines, "further": upto + A_PAGE if more else 0}


@require_safe
@for_me
def hit(request: Request, kind: str, key: UUID) -> HttpResponse:
    """What was found, whole, with what happened around it."""
    if kind not in (MOMENT, PROMISE, WORDS):
        raise Http404
    me = request.me
    try:
        opened = open_hit(kind=kind, key=key, by=me.person, hat=me.hat, at=me.at)
    except ObjectDoesNotExist as missing:
        raise Http404 from missing
    thing = opened.thing
    own = called(thing) == _("eigen woorden")
    words = {
        "thing": thing,
        "may_learn": isinstance(thing, Moment) and thing.kind != Moment.Kind.LESSON,
        "face": face_of_thing(thing, about=opened.about),
        "kind": called(thing),
        "text": whole_text(opened),
        "voice": own,
        "note": note(thing),
        "where": where(opened.place),
        "story": opened.place.story,
        "at": getattr(thing, "happened_at", None) or getattr(thing, "asked_at", None) or getattr(thing, "at", None),
        "beside": [(one["name"].split(" ", 1)[0], one["words"]) for one in getattr(thing, "beside", ())],
        "before": [moment_line(one, about=opened.about) for one in opened.before],
        "after": [moment_line(one, about=opened.about) for one in opened.after],
    }
    return render(request, "memory/hit.html", words)

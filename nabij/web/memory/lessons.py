"""What was tried before in a story, and writing down what was learned, without names."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nabij.memory.nameless import names_in, without_names
from nabij.memory.tried import Tried, tried_before
from nabij.moments.models import Moment
from nabij.moments.verbs import NothingSaid, Unwritable
from nabij.stories.learning import learn
from nabij.stories.models import Story
from nabij.trust.whatfor import MayNotWrite
from nabij.web.faces import Act, MomentLine
from nabij.web.me import Request, for_me
from nabij.web.memory.forms import LessonForm
from nabij.web.story.lines import listed, moment_line, promise_line, reader_faces


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def tried(request: Request, story: UUID) -> HttpResponse:
    """Lessons and promises of a story, lessons like it, and the form for a new lesson."""
    me = request.me
    try:
        found = tried_before(story_id=story, by=me.person, hat=me.hat, at=me.at)
    except Story.DoesNotExist as missing:
        raise Http404 from missing
    form = LessonForm(request.POST or None)
    if form.is_valid():
        if proposed := nameless(form, found=found):
            return page(request, found=found, form=proposed, proposed=True)
        if kept(form, found=found, request=request):
            messages.success(request, _("Bewaard. %(who)s kunnen het lezen.") % {"who": names_of(found)})
            return redirect("tried", found.story.id)
    return page(request, found=found, form=form)


def nameless(form: LessonForm, *, found: Tried) -> LessonForm | None:
    """The same form with the text without names, as long as its writer did not read precisely that text."""
    said = form.cleaned_data
    text = without_names(said["tried"], names=names_in(found.story))
    if text == said["tried"] or said["tried"] == said["seen"]:
        return None
    return LessonForm({"tried": text, "helped": said["helped"], "seen": text})


def kept(form: LessonForm, *, found: Tried, request: Request) -> bool:
    me, said = request.me, form.cleaned_data
    try:
        learn(
            tried=said["tried"],
            helped=said["helped"],
            circle=found.circles[0],
            by=me.person,
            hat=me.hat,
            at=me.at,
            came_from=learned_from(request.GET),
        )
    except (NothingSaid, Unwritable, MayNotWrite) as problem:
        form.add_error("tried", str(problem))
        return False
    return True


def learned_from(asked: Mapping[str, str]) -> UUID | None:
    try:
        return UUID(asked.get("moment", ""))
    except ValueError:
        return None


def names_of(found: Tried) -> str:
    return listed([one.person.first_name for one in found.readers])


def page(request: Request, *, found: Tried, form: LessonForm, proposed: bool = False) -> HttpResponse:
    me = request.me
    words: dict[str, Any] = {
        "story": found.story,
        "form": form,
        "proposed": proposed,
        "past_closed": found.past_closed,
        "lessons": [lesson_line(one, found=found) for one in found.lessons],
        "promises": [promise_line(one, about=found.about, me=me.person, now=me.at) for one in found.promises],
        "alike": [lesson_line(one, found=found, elsewhere=True) for one in found.alike],
        "readers": reader_faces(found.readers, me=me.person.id),
    }
    status = 400 if form.is_bound and form.errors else 200
    return render(request, "memory/tried.html", words, status=status)


def lesson_line(moment: Moment, *, found: Tried, elsewhere: bool = False) -> dict[str, Any]:
    """A lesson: whether it helped, the words, and the way back to where it came from."""
    lesson = getattr(moment, "lesson", None)
    source = lesson.came_from if lesson and lesson.came_from in found.sources else moment.id if elsewhere else None
    line: MomentLine = moment_line(moment, about=found.about)
    return {
        "helped": lesson.get_helped_display() if lesson else "",
        "kind": lesson.helped if lesson else "",
        "line": line,
        "nameless": bool(lesson),
        "source": Act(label=_("Waar dit vandaan komt"), url=reverse("hit", args=["moment", source]))
        if source
        else None,
    }

"""A dilemma behind the link in a letter: one voice, to be changed until the voices are open; without a log-in."""

from typing import Any
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from nabij.post.models import Link
from nabij.web.letter.how import gone
from nabij.web.weighing.acts import REFUSED
from nabij.web.weighing.forms import PerspectiveForm, TogetherForm, VoiceForm
from nabij.web.weighing.views import forms_of, told
from nabij.weighing import deciding, raising, reading, speaking
from nabij.weighing.dilemmas import Dilemma
from nabij.weighing.reading import Whole
from nabij.weighing.speaking_as import hats_to_speak_in

STOP = "niet"


def show(request: HttpRequest, link: Link, token: str) -> HttpResponse:
    return gone(request) if link.expires < timezone.now() else page(request, link)


def answer(request: HttpRequest, link: Link, token: str) -> HttpResponse:
    """The one thing that was pressed; what is refused leaves what was typed."""
    if link.expires < timezone.now():
        return gone(request)
    try:
        whole = reading.whole_by_link(link)
    except Dilemma.DoesNotExist:
        return over(request, status=409)
    name, form = pressed(whole, data=request.POST)
    tried: dict[str, Any] = {name: form} if form else {}
    if form is not None and not form.is_valid():
        return page(request, link, status=422, **tried)
    try:
        do(link, form, what=request.POST.get("wat", ""))
    except REFUSED as problem:
        return page(request, link, problem=str(problem), status=409, **tried)
    return redirect("letter", token=token)


def pressed(whole: Whole, *, data: Any) -> tuple[str, Form | None]:
    """What was pressed: a voice, a side, how it goes with somebody, or nothing that needs a form."""
    what = data.get("wat", "")
    if what == "stem":
        return "voice_form", VoiceForm(data, options=whole.options, hats=hats_to_speak_in())
    if what == "blik":
        return "perspective_form", PerspectiveForm(data, hats=hats_to_speak_in(), prefix="blik")
    other = next((one for one in whole.people if str(one.person_id) == what), None)
    return ("together_form", TogetherForm(data, prefix=f"met-{other.id}")) if other else ("", None)


def do(link: Link, form: Form | None, *, what: str) -> None:
    at = timezone.now()
    if isinstance(form, VoiceForm):
        speaking.speak_by_link(link=link, said=form.valued, hat=form.worn, at=at)
    elif isinstance(form, PerspectiveForm):
        said = {"logic": form.cleaned_data["logic"], "words": form.cleaned_data["words"]}
        speaking.tell_perspective_by_link(link=link, **said, hat=form.worn, at=at)
    elif isinstance(form, TogetherForm):
        deciding.say_how_it_goes_by_link(link=link, other=UUID(what), goes=form.goes, at=at)
    elif what == STOP:
        raising.stop_by_link(link=link, at=at)


def page(request: HttpRequest, link: Link, *, problem: str = "", status: int = 200, **forms: Any) -> HttpResponse:
    try:
        whole = reading.whole_by_link(link)
    except Dilemma.DoesNotExist:
        return over(request)
    hats = hats_to_speak_in()
    may = forms_of(whole, who=link.reader, hat=hats[0].hat if hats else None, at=timezone.now())
    words = told(whole) | may | {"link": link, "problem": problem, "now": timezone.now(), "may_stop": not whole.is_open}
    return render(request, "weighing/letter.html", words | forms, status=status)


def over(request: HttpRequest, *, status: int = 200) -> HttpResponse:
    """Whoever stopped, or was asked no more, sees nothing of it any more."""
    return render(request, "weighing/over.html", {"said": speaking.NotAnyMore()}, status=status)

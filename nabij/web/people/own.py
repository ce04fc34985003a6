"""My own page, and what I say on it. Each form calls one verb; a mistake stands there with what was typed."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nabij.bridge.reasons import listed, tongue
from nabij.memory.hatless import CarriedInIt, take_off
from nabij.people import own, reading
from nabij.people.chosen import of_mine
from nabij.people.granting import Ungranted
from nabij.people.models import Hat, Neighbourhood, ReachableHours, Strength, WayToReach
from nabij.people.running_out import running_out
from nabij.stories.reading import how_i_am
from nabij.web.days import WEEKDAYS
from nabij.web.faces import Face
from nabij.web.goings import goings
from nabij.web.me import Request, for_me
from nabij.web.people.forms import (
    GiveBackForm,
    HatForm,
    HomeForm,
    HoursForm,
    LanguagesForm,
    MandateForm,
    Own,
    StrengthForm,
    ThroughForm,
    WayForm,
)

View = Callable[..., HttpResponse]


@require_safe
@for_me
def my_page(request: Request) -> HttpResponse:
    """What I said of myself, with a small form under each part."""
    return page(request)


def page(request: Request, typed: Own | None = None) -> HttpResponse:
    """My page; a form with a mistake (`typed`) stands open, and nothing of it is lost."""
    me = request.me
    seen = reading.portrait(person_id=me.person.id, at=me.at)
    near = areas()
    said: dict[str, Own] = {
        one.address: one
        for one in (
            LanguagesForm(person=seen.person),
            HomeForm(areas=near, person=seen.person),
            ThroughForm(person=seen.person),
            StrengthForm(),
            HoursForm(),
            WayForm(),
            HatForm(areas=near, person=seen.person),
        )
    }
    if typed and typed.address in said:
        said[typed.address] = typed
    words = {
        "seen": seen,
        "face": Face(seen.person.called, me.hat.shape if me.hat else "informal"),
        "say": said,
        "own": [(hat, mandate_of(hat, typed)) for hat in seen.hats if not hat.formal],
        "granted": [(hat, give_back(hat, typed)) for hat in seen.hats if hat.formal],
        "ends": running_out(today=me.today, of=me.person),
        "goings": goings(how_i_am(me.person)),
        "signposts": of_mine(me.person),
        "strengths": [(StrengthForm.STARTS[one.kind], one) for one in seen.strengths],
        "hours": [(WEEKDAYS[one.weekday], one) for one in seen.hours],
        "languages": listed([tongue(code) for code in seen.person.languages]),
        "in_the_open": any(hat.open and hat.neighbourhood_id for hat in seen.hats),
    }
    return render(request, "people/my_page.html", words, status=400 if typed else 200)


def areas() -> list[Neighbourhood]:
    return list(Neighbourhood.objects.defer("outline", "source").order_by("code"))


def give_back(hat: Hat, typed: Own | None) -> GiveBackForm:
    return typed if isinstance(typed, GiveBackForm) and typed.hat == hat else GiveBackForm(hat=hat)


def mandate_of(hat: Hat, typed: Own | None) -> MandateForm:
    return typed if isinstance(typed, MandateForm) and typed.hat == hat else MandateForm(hat=hat)


def saying(view: View) -> View:
    """Something I say, by a form on my page; whoever opens its address finds the page itself."""

    @wraps(view)
    def answered(request: Request, **which: UUID) -> HttpResponse:
        return view(request, **which) if request.method == "POST" else redirect("my_page")

    return require_http_methods(["GET", "HEAD", "POST"])(for_me(answered))


def kept(request: Request, form: Own, verb: Callable[[dict[str, Any]], Any], said: str) -> HttpResponse:
    """Calls the verb with what the form says; a mistake is told beside the field where it was made."""
    if form.is_valid():
        try:
            verb(form.cleaned_data)
        except own.Unsaid as problem:
            form.add_error(problem.field or None, str(problem))
        except (Ungranted, CarriedInIt) as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, said)
            return redirect("my_page")
    return page(request, form)


@saying
def languages(request: Request) -> HttpResponse:
    me = request.me
    form = LanguagesForm(request.POST, person=me.person)
    return kept(request, form, lambda _said: own.speak(by=me.person, languages=form.languages), _("Bewaard."))


@saying
def home(request: Request) -> HttpResponse:
    me = request.me
    form = HomeForm(request.POST, areas=areas(), person=me.person)
    return kept(request, form, lambda said: own.live_in(by=me.person, **said), _("Bewaard."))


@saying
def through(request: Request) -> HttpResponse:
    me = request.me
    form = ThroughForm(request.POST, person=me.person)
    known = {name: named(form, name, request=request) for name in ("go_between", "stand_in")}
    return kept(request, form, lambda said: own.come_in_through(by=me.person, **(said | known)), _("Bewaard."))


def named(form: forms.Form, name: str, *, request: Request) -> object:
    """Whoever is meant in this field; when that is nobody, the form says so."""
    try:
        return own.whom(called=form.cleaned_data.get(name, "") if form.is_valid() else "", by=request.me.person)
    except own.NobodySo as problem:
        form.add_error(name, str(problem))
        return None


@saying
def strengths(request: Request) -> HttpResponse:
    me, form = request.me, StrengthForm(request.POST)
    return kept(request, form, lambda said: own.offer_strength(by=me.person, **said), _("Bewaard."))


@saying
def hours(request: Request) -> HttpResponse:
    me, form = request.me, HoursForm(request.POST)
    return kept(request, form, lambda said: own.be_reachable(by=me.person, **said), _("Bewaard."))


@saying
def ways(request: Request) -> HttpResponse:
    me, form = request.me, WayForm(request.POST)
    return kept(request, form, lambda said: own.be_reached(by=me.person, **said), _("Bewaard."))


@saying
def hats(request: Request) -> HttpResponse:
    me = request.me
    form = HatForm(request.POST, areas=areas(), person=me.person)
    done = _("Bewaard. Rechtsboven kies je welke pet je draagt.")
    return kept(request, form, lambda said: own.put_on_own(by=me.person, at=me.at, **said), done)


@saying
def mandate(request: Request, hat: UUID) -> HttpResponse:
    me = request.me
    form = MandateForm(request.POST, hat=my_hat(request, hat))
    return kept(request, form, lambda _said: own.say_mandate(hat=form.hat, by=me.person, **form.said), _("Bewaard."))


@saying
def hat_ends(request: Request, hat: UUID) -> HttpResponse:
    """A hat of my own goes off at once; one that was granted I give back, and say why."""
    me, worn = request.me, get_object_or_404(Hat, id=hat, person=request.me.person)
    if not worn.formal:
        try:
            take_off(hat=worn, by=me.person, at=me.at)
        except CarriedInIt as problem:
            messages.error(request, str(problem))
            return redirect("carrying")
        messages.success(request, _("Deze pet is af. De buurt ziet hem niet meer."))
        return redirect("my_page")
    form, done = GiveBackForm(request.POST, hat=worn), _("Je gaf deze pet terug. Hij is af, vanaf nu.")
    return kept(request, form, lambda said: take_off(hat=worn, by=me.person, at=me.at, **said), done)


def my_hat(request: Request, hat: UUID) -> Hat:
    """A hat of my own; one that was granted is not changed here."""
    return get_object_or_404(Hat, id=hat, person=request.me.person, formal=False)


@saying
def strength_ends(request: Request, thing: UUID) -> HttpResponse:
    return taken_back(request, get_object_or_404(Strength, id=thing, person=request.me.person))


@saying
def hours_end(request: Request, thing: UUID) -> HttpResponse:
    return taken_back(request, get_object_or_404(ReachableHours, id=thing, person=request.me.person))


@saying
def way_ends(request: Request, thing: UUID) -> HttpResponse:
    return taken_back(request, get_object_or_404(WayToReach, id=thing, person=request.me.person))


def taken_back(request: Request, thing: Strength | ReachableHours | WayToReach) -> HttpResponse:
    own.take_back(thing)
    messages.success(request, _("Weggehaald."))
    return redirect("my_page")

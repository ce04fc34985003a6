"""What is done about one dilemma: a voice, a side, who thinks along, the decision, and what came of it."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nabij.web.me import Request, for_me
from nabij.web.weighing.forms import AlongForm, CameForm, DecisionForm, PerspectiveForm, TogetherForm, VoiceForm
from nabij.web.weighing.views import found, page, people_of
from nabij.weighing import deciding, raising, speaking, speaking_as
from nabij.weighing.outsiders import ask_outsider
from nabij.weighing.reading import Whole
from nabij.weighing.speaking_as import hats_to_speak_in

REFUSED = (
    deciding.DecidedAlready,
    deciding.NotBetweenYou,
    deciding.NotYoursToDecide,
    deciding.ReasonsNeeded,
    deciding.SaidAlready,
    deciding.StillBlind,
    raising.AskedAlready,
    raising.FacilitatorIsParty,
    raising.NotWhomItConcerns,
    raising.NotYoursToAsk,
    raising.StoppedAlready,
    raising.VoicesOpen,
    speaking.IsDecided,
    speaking.LeadsTheTalk,
    speaking.NotAnyMore,
    speaking.NothingTold,
    speaking.OptionMissing,
    speaking.OutOfRange,
    speaking.TooLate,
    speaking_as.NotAsked,
    speaking_as.NotYourHat,
)


def done(request: Request, whole: Whole, do: Callable[[], object], said: str, **forms: Any) -> HttpResponse:
    """Does it and comes back to the page; what is refused stands at the top, and nothing typed is lost."""
    try:
        do()
    except REFUSED as problem:
        return page(request, found(request, whole.dilemma.id), problem=str(problem), status=409, **forms)
    messages.success(request, said)
    return redirect("dilemma", whole.dilemma.id)


@require_POST
@for_me
def voice(request: Request, dilemma: UUID) -> HttpResponse:
    """One's own voice; until the voices are open it may be changed."""
    me, whole = request.me, found(request, dilemma)
    form = VoiceForm(request.POST, options=whole.options, hats=hats_to_speak_in())
    if not form.is_valid():
        return page(request, whole, voice_form=form, status=400)
    said: dict[str, Any] = {"said": form.valued, "hat": form.worn, "by": me.person, "at": me.at}
    words = _("Je stem is bewaard. Je kunt hem veranderen tot iedereen een stem gaf.")
    return done(request, whole, partial(speaking.speak, dilemma=dilemma, **said), words, voice_form=form)


@require_POST
@for_me
def perspective(request: Request, dilemma: UUID) -> HttpResponse:
    me, whole = request.me, found(request, dilemma)
    form = PerspectiveForm(request.POST, hats=hats_to_speak_in(), prefix="blik")
    if not form.is_valid():
        return page(request, whole, perspective_form=form, status=400)
    said = {"logic": form.cleaned_data["logic"], "words": form.cleaned_data["words"], "hat": form.worn}
    do = partial(speaking.tell_perspective, dilemma=dilemma, **said, by=me.person, at=me.at)
    return done(request, whole, do, _("Bewaard."), perspective_form=form)


@require_POST
@for_me
def people(request: Request, dilemma: UUID) -> HttpResponse:
    """Somebody one knows, or somebody from outside by their mail."""
    me, whole = request.me, found(request, dilemma)
    form = AlongForm(request.POST, people=people_of(whole, me=me), prefix="mee")
    if not form.is_valid():
        return page(request, whole, along_form=form, status=400)

    def do() -> object:
        if form.known:
            return raising.ask_along(dilemma=whole.dilemma, asked=form.known, by=me.person, at=me.at)
        said = {name: form.cleaned_data[name] for name in ("name", "mail", "part")}
        return ask_outsider(dilemma=whole.dilemma, **said, by=me.person, at=me.at)

    return done(request, whole, do, _("Gevraagd. Wie niet kan inloggen, krijgt een link per mail."), along_form=form)


@require_POST
@for_me
def end(request: Request, dilemma: UUID, participant: UUID) -> HttpResponse:
    """One stops thinking along, or whoever raised it takes the question back."""
    me, whole = request.me, found(request, dilemma)
    one = next((one for one in whole.people if one.id == participant), None)
    if one is None:
        raise Http404
    do = partial(raising.stop, participant=one, by=me.person, at=me.at)
    return done(request, whole, do, _("%(name)s denkt niet meer mee.") % {"name": one.name})


@require_POST
@for_me
def decision(request: Request, dilemma: UUID) -> HttpResponse:
    """What is decided; who thinks otherwise stays with it, to begin with in their own words."""
    me, whole = request.me, found(request, dilemma)
    form = DecisionForm(request.POST, options=whole.options, hats=hats_to_speak_in(), prefix="besluit")
    if not form.is_valid():
        return page(request, whole, decision_form=form, status=400)
    said: dict[str, Any] = {"decided": form.decided, "hat": form.worn, "by": me.person, "at": me.at}
    do = partial(deciding.decide, dilemma=dilemma, **said)
    try:
        return done(request, whole, do, _("Het besluit staat er."), decision_form=form)
    except deciding.MinorityNeeded as problem:
        typed = request.POST.copy()
        typed["besluit-minority"] = problem.offers
        form = DecisionForm(typed, options=whole.options, hats=hats_to_speak_in(), prefix="besluit")
        form.add_error("minority", str(problem))
        return page(request, whole, decision_form=form, status=400)


@require_POST
@for_me
def came(request: Request, dilemma: UUID) -> HttpResponse:
    me, whole = request.me, found(request, dilemma)
    form = CameForm(request.POST, prefix="vervolg")
    if whole.decision is None:
        raise Http404
    if not form.is_valid():
        return page(request, whole, came_form=form, status=400)
    said: dict[str, Any] = {"decision": whole.decision, "words": form.cleaned_data["words"]}
    do = partial(deciding.say_what_came, **said, by=me.person, at=me.at)
    return done(request, whole, do, _("Bewaard."), came_form=form)


@require_POST
@for_me
def together(request: Request, dilemma: UUID, other: UUID) -> HttpResponse:
    """How working with one other goes; read by oneself alone, until one shares it."""
    me, whole = request.me, found(request, dilemma)
    one = next((one for one in whole.people if one.person_id == other), None)
    if whole.decision is None or one is None:
        raise Http404
    form = TogetherForm(request.POST, prefix=f"met-{one.id}")
    if not form.is_valid():
        return page(request, whole, problem=_("Kies hoe het samenwerken gaat."), status=400)
    said: dict[str, Any] = {"decision": whole.decision.id, "other": other, "goes": form.goes}
    do = partial(deciding.say_how_it_goes, **said, by=me.person, at=me.at)
    return done(request, whole, do, _("Bewaard."))

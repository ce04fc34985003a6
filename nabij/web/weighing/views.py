"""The pages of what is weighed together: all of mine, and one."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nabij.people.models import Person
from nabij.web.me import Me, Request, for_me
from nabij.web.weighing.forms import AlongForm, CameForm, DecisionForm, PerspectiveForm, TogetherForm, VoiceForm
from nabij.web.weighing.lines import beside, facilitators, how_far, logics, otherwise, side_by_side
from nabij.weighing import deciding, reading
from nabij.weighing.decisions import WorkingTogether
from nabij.weighing.dilemmas import Dilemma, Participant
from nabij.weighing.letters import A_MONTH
from nabij.weighing.reading import Whole
from nabij.weighing.speaking_as import hats_to_speak_in

Part = Participant.Part
MOST = 500


@require_safe
@for_me
def dilemmas(request: Request) -> HttpResponse:
    """Where I think along, and what was raised in circles I read; the newest first."""
    who = request.me.person.id
    lists = {"mine": reading.where_i_think_along(who)[:MOST], "around": reading.around(who)[:MOST]}
    return render(request, "weighing/all.html", lists)


@require_safe
@for_me
def one(request: Request, dilemma: UUID) -> HttpResponse:
    return page(request, found(request, dilemma))


def found(request: Request, dilemma: UUID) -> Whole:
    try:
        return reading.whole(dilemma, who=request.me.person)
    except Dilemma.DoesNotExist:
        raise Http404 from None


def page(request: Request, whole: Whole, *, problem: str = "", status: int = 200, **forms: Any) -> HttpResponse:
    """One dilemma, with what may be done about it now; a form that was refused keeps what was typed."""
    words = told(whole, me=request.me) | forms_of(whole, me=request.me) | {"problem": problem}
    return render(request, "weighing/one.html", words | forms, status=status)


def told(whole: Whole, *, me: Me) -> dict[str, Any]:
    return {
        "it": whole,
        "logics": logics(whole.perspectives),
        "dots": side_by_side(whole),
        "beside": beside(whole, me=me.person.id),
        "facilitators": facilitators(whole),
        "how_far": how_far(whole),
        "others": otherwise(whole),
        "raised": whole.dilemma.raised_by_id == me.person.id,
    }


def forms_of(whole: Whole, *, me: Me) -> dict[str, Any]:
    """Only what may be done as things stand; the rules say so again."""
    hats, mine = hats_to_speak_in(), whole.mine
    along = mine if mine and not hasattr(mine, "ended") else None
    found: dict[str, Any] = {}
    if along and not whole.is_open and along.part != Part.FACILITATES:
        found["voice_form"] = VoiceForm(options=whole.options, voice=whole.my_voice, hats=hats, **worn_by(along, me=me))
    if along and not whole.decision:
        found["perspective_form"] = PerspectiveForm(hats=hats, prefix="blik", **worn_by(along, me=me))
    if along and whole.is_open and not whole.decision and along.part == Part.WEIGHS:
        found["decision_form"] = DecisionForm(options=whole.options, hats=hats, prefix="besluit", **initial(me))
    if whole.dilemma.raised_by_id == me.person.id and not whole.is_open:
        found["along_form"] = AlongForm(people=people_of(whole, me=me), prefix="mee")
    if along and whole.decision:
        found["came_form"] = CameForm(prefix="vervolg")
        found["pairs"] = pairs(whole, me=me.person, at=me.at)
    return found


def worn_by(mine: Participant, *, me: Me) -> dict[str, Any]:
    """Whom it concerns speaks as themselves, unless they choose a hat."""
    if mine.part == Part.RESIDENT:
        return {"initial": {"hat": ""}, "bare": _("als mezelf")}
    return initial(me)


def initial(me: Me) -> dict[str, Any]:
    return {"initial": {"hat": str(me.hat.id) if me.hat else ""}}


def people_of(whole: Whole, *, me: Me) -> list[Person]:
    """Whom I know by name and who was not asked yet."""
    there = [one.person_id for one in whole.people]
    return list(Person.objects.exclude(name="").exclude(id__in=there).order_by("name", "id")[:MOST])


Pair = tuple[Participant, TogetherForm | None, WorkingTogether | None, WorkingTogether | None]


def pairs(whole: Whole, *, me: Person, at: datetime) -> list[Pair]:
    """With whom I am asked, a month later, how working together goes; what I said, and what the other shared."""
    if whole.decision is None or at < whole.decision.at + A_MONTH:
        return []
    others = deciding.whom_it_went_against(whole.decision.id)
    said = {(one.person_id, one.other_id): one for one in whole.together}
    return [
        (one, None if mine else TogetherForm(prefix=f"met-{one.id}"), mine, said.get((one.person_id, me.id)))
        for one in whole.people
        if one.person_id in others
        for mine in [said.get((me.id, one.person_id))]
    ]

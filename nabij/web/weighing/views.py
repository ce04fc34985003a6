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
    me = request.me
    words = told(whole) | forms_of(whole, who=me.person, hat=me.hat.id if me.hat else None, at=me.at)
    words |= {"beside": beside(whole, me=me.person.id), "facilitators": facilitators(whole), "problem": problem}
    if whole.dilemma.raised_by_id == me.person.id and not whole.is_open:
        words["along_form"] = AlongForm(people=people_of(whole, me=me), prefix="mee")
    return render(request, "weighing/one.html", words | forms, status=status)


def told(whole: Whole) -> dict[str, Any]:
    """What everybody reads of it who thinks along, here or by a link."""
    return {
        "it": whole,
        "logics": logics(whole.perspectives),
        "dots": side_by_side(whole),
        "how_far": how_far(whole),
        "others": otherwise(whole),
    }


def forms_of(whole: Whole, *, who: Person, hat: UUID | None, at: datetime) -> dict[str, Any]:
    """Only what may be done as things stand, here or by a link; the rules say so again."""
    hats, found = hats_to_speak_in(), dict[str, Any]()
    said = worn_by(whole.along, hat=hat) | {"hats": hats}
    if whole.may_speak:
        found["voice_form"] = VoiceForm(options=whole.options, voice=whole.my_voice, **said)
    if whole.may_tell:
        found["perspective_form"] = PerspectiveForm(prefix="blik", **said)
    if whole.may_decide:
        found["decision_form"] = DecisionForm(options=whole.options, prefix="besluit", **said)
    if whole.along and whole.decision:
        found["came_form"] = CameForm(prefix="vervolg")
        found["pairs"] = pairs(whole, me=who) if whole.asks_how(at=at) else []
    return found


def worn_by(along: Participant | None, *, hat: UUID | None) -> dict[str, Any]:
    """Whom it concerns speaks as themselves, unless they choose a hat."""
    if along and along.part == Part.RESIDENT:
        return {"initial": {"hat": ""}, "bare": _("als mezelf")}
    return {"initial": {"hat": str(hat or "")}}


def people_of(whole: Whole, *, me: Me) -> list[Person]:
    """Whom I know by name and who was not asked yet."""
    there = [one.person_id for one in whole.people]
    return list(Person.objects.exclude(name="").exclude(id__in=there).order_by("name", "id")[:MOST])


Pair = tuple[Participant, TogetherForm | None, WorkingTogether | None, WorkingTogether | None]


def pairs(whole: Whole, *, me: Person) -> list[Pair]:
    """With whom I am asked how working together goes; what I said, and what the other shared."""
    others = deciding.whom_it_went_against(whole.decision.id) if whole.decision else []
    said = {(one.person_id, one.other_id): one for one in whole.together}
    return [
        (one, None if mine else TogetherForm(prefix=f"met-{one.id}"), mine, said.get((one.person_id, me.id)))
        for one in whole.people
        if one.person_id in others
        for mine in [said.get((me.id, one.person_id))]
    ]

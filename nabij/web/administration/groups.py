"""Groups, places to meet and who has duty."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from nabij.people.models import Duty, Group, Place
from nabij.people.running_out import BARE
from nabij.trust import administering, rights
from nabij.web.administration.door import for_administrators, kept
from nabij.web.administration.forms import Doing, DutyForm, GroupForm, PlaceForm
from nabij.web.administration.people import areas
from nabij.web.me import Request


@require_http_methods(["GET", "HEAD", "POST"])
@for_administrators
def groups(request: Request) -> HttpResponse:
    """Every group; posting adds one."""
    if request.method != "POST":
        return groups_page(request)
    form, me = GroupForm(request.POST, action=request.path, areas=areas()), request.me

    def verb(said: dict[str, Any]) -> None:
        administering.begin_group(by=me.person, at=me.at, **said)

    return kept(request, form, verb, said=_("De groep is er."), to="administration_groups", page=groups_page)


def groups_page(request: Request, typed: Doing | None = None) -> HttpResponse:
    found = Group.objects.select_related("neighbourhood").defer("neighbourhood__outline").order_by("name", "id")
    words = {"groups": found, "group": typed or GroupForm(action=request.path, areas=areas())}
    return render(request, "administration/groups.html", words, status=400 if typed else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_administrators
def places(request: Request) -> HttpResponse:
    """Every place to meet; posting adds one."""
    if request.method != "POST":
        return places_page(request)
    form, me = PlaceForm(request.POST, action=request.path, areas=areas()), request.me

    def verb(said: dict[str, Any]) -> None:
        administering.open_place(by=me.person, at=me.at, **said)

    return kept(request, form, verb, said=_("De plek is er."), to="administration_places", page=places_page)


def places_page(request: Request, typed: Doing | None = None) -> HttpResponse:
    found = (
        Place.objects.standing().select_related("neighbourhood").defer("neighbourhood__outline").order_by("name", "id")
    )
    words = {"places": found, "place": typed or PlaceForm(action=request.path, areas=areas())}
    return render(request, "administration/places.html", words, status=400 if typed else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@for_administrators
def duties(request: Request) -> HttpResponse:
    """Who has duty from now on; posting adds one."""
    if request.method != "POST":
        return duties_page(request)
    form, me = duty_form(request, data=request.POST), request.me

    def verb(_said: dict[str, Any]) -> None:
        administering.put_on_duty(by=me.person, at=me.at, **form.said)

    return kept(request, form, verb, said=_("De dienst staat erbij."), to="administration_duties", page=duties_page)


def duty_form(request: Request, *, data: Any = None) -> DutyForm:
    worn = rights.hats(today=request.me.today).filter(formal=True).prefetch_related(None)
    hats = [one for one in worn if not one.lapsed]  # type: ignore[attr-defined]
    return DutyForm(data, action=request.path, areas=areas(), hats=hats)


def duties_page(request: Request, typed: Doing | None = None) -> HttpResponse:
    coming = Duty.objects.filter(ends__gt=request.me.at).select_related("hat__person", "neighbourhood")
    words = {
        "duties": coming.defer(*BARE, "neighbourhood__outline").order_by("starts", "id")[:60],
        "duty": typed or duty_form(request),
    }
    return render(request, "administration/duties.html", words, status=400 if typed else 200)


@require_POST
@for_administrators
def duty_ends(request: Request, duty: UUID) -> HttpResponse:
    one = get_object_or_404(Duty.objects.select_related("hat__person", "neighbourhood").defer(*BARE), id=duty)
    administering.drop_duty(duty=one, by=request.me.person, at=request.me.at)
    messages.success(request, _("Weggehaald."))
    return redirect("administration_duties")

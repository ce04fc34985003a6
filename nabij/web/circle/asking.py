"""Asking somebody in by a letter, giving a log-in to somebody the circle knows, and taking an invitation back."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nabij.post import inviting
from nabij.stories.circles import noted_by_me
from nabij.trust.models import Invitation, Membership
from nabij.trust.verbs import AlreadyIn, EndGone
from nabij.trust.whatfor import NeedsYes
from nabij.web.circle.forms import InvitationForm, LogInForm
from nabij.web.circle.views import current, inside, page, sheet
from nabij.web.me import Request, for_me

IN_NAME = (inviting.NameNeeded, inviting.InvitedAlready, AlreadyIn, NeedsYes)


@page
@for_me
def by_letter(request: Request, circle: UUID) -> HttpResponse:
    """Asks in somebody who is not here yet, by a letter that tells nothing of the story."""
    me, seen = request.me, inside(circle, request=request)
    form = InvitationForm(request.POST or None, people=noted_by_me(seen, by=me.person))
    if request.method == "POST" and form.is_valid():
        said, bounds = form.cleaned_data, form.bounds(at=me.at)
        try:
            inviting.invite(
                circle=seen.circle,
                person=form.person,
                name=said["name"],
                address=said["address"],
                by=me.person,
                hat=me.hat,
                at=me.at,
                sees_from=bounds["sees_from"],
                until=bounds["until"],
            )
        except (*IN_NAME, inviting.AddressNeeded, inviting.Yourself, EndGone) as problem:
            form.add_error(field_of(problem), str(problem))
        else:
            messages.success(request, sent(form.called))
            return redirect("circle", circle)
    words = {"form": form, "seen": seen, "story": seen.story, "title": _("Nodig iemand uit")}
    return render(request, "circle/letter.html", words, status=400 if form.errors else 200)


def field_of(problem: ValueError) -> str:
    if isinstance(problem, EndGone):
        return "last"
    return "name" if isinstance(problem, IN_NAME) else "address"


def sent(name: str) -> str:
    return _("De uitnodiging voor %(name)s gaat per mail weg. Je hoort wat het antwoord is.") % {"name": name}


@page
@for_me
def log_in(request: Request, membership: UUID) -> HttpResponse:
    """Gives a log-in to somebody who stands in the circle without one: by letter, to their own address."""
    it, form = current(membership, me=request.me.person), LogInForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and asked_in(form, it=it, request=request):
        messages.success(request, sent(it.person.first_name))
        return redirect("circle", it.circle_id)
    title = _("Een eigen inlog voor %(name)s") % {"name": it.person.first_name}
    words = _("%(name)s krijgt een mail. Na een ja kan %(name)s hier zelf lezen en schrijven.")
    more = words % {"name": it.person.first_name}
    return sheet(request, it, form, title=title, button=_("Stuur de uitnodiging"), words=more)


def asked_in(form: forms.Form, *, it: Membership, request: Request) -> bool:
    me = request.me
    try:
        inviting.invite(
            circle=it.circle, person=it.person, address=form.cleaned_data["address"], by=me.person, hat=me.hat, at=me.at
        )
    except (inviting.NotedByAnother, inviting.InvitedAlready, inviting.AddressNeeded, AlreadyIn, NeedsYes) as problem:
        form.add_error("address", str(problem))
        return False
    return True


@require_POST
@for_me
def withdrawal(request: Request, invitation: UUID) -> HttpResponse:
    """Takes an open invitation back."""
    me = request.me
    there = get_object_or_404(Invitation.objects.open(at=me.at), id=invitation)
    try:
        inviting.withdraw(invitation=there, by=me.person, at=me.at)
    except inviting.InvitationOver as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("De uitnodiging is ingetrokken."))
    return redirect("circle", there.circle_id)

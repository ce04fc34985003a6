"""The code on the screen of whoever invites: shown, scanned, and confirmed once it is clear who knocks."""

from io import BytesIO
from uuid import UUID

import segno
import structlog
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nabij.post import inviting, onthespot
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Invitation, Membership
from nabij.trust.verbs import AlreadyIn, EndGone
from nabij.web.circle.forms import CodeForm
from nabij.web.circle.views import inside, page
from nabij.web.me import Request, for_me

log = structlog.get_logger("nabij.invitations")
# What htmx makes of an answer: leave the page as it is, with the focus where it was; or show it, and ask no more.
NOTHING_NEW, STOP_ASKING = 204, 286


@page
@for_me
def begin(request: Request, circle: UUID) -> HttpResponse:
    """Says what whoever scans will read; then the code stands there, for ten minutes."""
    me, seen, form = request.me, inside(circle, request=request), CodeForm(request.POST or None)
    member = own_member(request, circle)
    if request.method == "POST" and form.is_valid():
        try:
            made = onthespot.show_code(
                circle=seen.circle,
                by=me.person,
                at=me.at,
                person=member.person if member else None,
                **form.bounds(at=me.at),
            )
        except EndGone as problem:
            form.add_error("last", str(problem))
        except inviting.NotedByAnother as problem:
            form.add_error(None, str(problem))
        else:
            return redirect("code", made.id)
    words = {"form": form, "seen": seen, "story": seen.story, "member": member}
    return render(request, "circle/new_code.html", words, status=400 if form.errors else 200)


def own_member(request: Request, circle: UUID) -> Membership | None:
    """For whom of the circle the code is, when it is to give somebody a log-in."""
    said = request.POST.get("member") or request.GET.get("lid", "")
    try:
        theirs = Membership.objects.current().filter(circle=circle, id=UUID(said)) if said else None
    except ValueError:
        return None
    return theirs.select_related("person").first() if theirs else None


def mine(request: Request, invitation: UUID) -> Invitation:
    """My own invitation on the spot; another's is not here."""
    own = Invitation.objects.filter(by=request.me.person, code_hash__isnull=False)
    return get_object_or_404(own.select_related("circle", "person", "end", "knock", "knock__person"), id=invitation)


@require_safe
@for_me
def code(request: Request, invitation: UUID) -> HttpResponse:
    """The code, and who knocks; asked again every few seconds by a page that can."""
    there = mine(request, invitation)
    asks = bool(request.headers.get("HX-Request"))
    if asks and there.still_waits and not hasattr(there, "knock") and there.expires > request.me.at:
        return HttpResponse(status=NOTHING_NEW)
    typed = onthespot.code_of(there.id)
    words = {
        "it": there,
        "knock": getattr(there, "knock", None),
        "end": getattr(there, "end", None),
        "over": there.expires <= request.me.at,
        "typed": f"{typed[:4]} {typed[4:]}",
        "address": settings.NABIJ_URL + reverse("come_in_by_code"),
    }
    if asks:
        return render(request, "circle/who_knocks.html", words, status=STOP_ASKING)
    return render(request, "circle/code.html", words)


@require_safe
@for_me
def picture(request: Request, invitation: UUID) -> HttpResponse:
    """The code as a picture. Its address holds only the key of the invitation, and only its maker gets it."""
    there = mine(request, invitation)
    if not there.still_waits or there.expires <= request.me.at:
        raise Http404("the code is over")
    drawn, address = BytesIO(), settings.NABIJ_URL + reverse("come_in", args=[onthespot.code_of(there.id)])
    segno.make_qr(address, error="m").save(
        drawn, kind="svg", scale=8, border=4, dark="#000", light="#fff", xmldecl=False
    )
    return HttpResponse(drawn.getvalue(), content_type="image/svg+xml", headers={"Cache-Control": "no-store"})


@require_POST
@for_me
def confirmation(request: Request, invitation: UUID) -> HttpResponse:
    """Yes, that is who I meant; or no. Only after a yes anything opens."""
    there = mine(request, invitation)
    try:
        said = settled(there, request=request)
    except (inviting.InvitationOver, onthespot.NobodyThere, onthespot.AddressTaken, AlreadyIn) as problem:
        log.info("invitation_refused", why=type(problem).__name__)
        messages.error(request, str(problem))
        return redirect("code", there.id)
    messages.success(request, said)
    return redirect("circle", there.circle_id)


def settled(there: Invitation, *, request: Request) -> str:
    """What the answer brings about, in a sentence."""
    me, knock = request.me, onthespot.knocked(there)
    if request.POST.get("answer") != "yes":
        onthespot.refuse(invitation=there, by=me.person, at=me.at)
        return _("Er is niemand binnengelaten.")
    with acting_as(office("door")):
        known = onthespot.has_login(knock.address) if knock else False
    person = onthespot.confirm(invitation=there, known=known, by=me.person, at=me.at)
    name = {"name": knock.name if knock else there.name}
    if known and not (knock and knock.person):
        return _("%(name)s krijgt nu een mail om zelf ja te zeggen.") % name
    if person and knock:
        with acting_as(office("beheer")):
            inviting.give_login(person=person, invitation=there, address=knock.address, at=me.at)
    return _("%(name)s leest nu mee.") % name

"""The page behind an invitation: who invites, what one will read, and a yes or a no.

Looking has no effect, because mail scanners open links before people do. Nobody is let in by a link alone when they
have a log-in: then they say yes as themselves.
"""

import structlog
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from nabij.people.models import Person
from nabij.post import inviting, onthespot
from nabij.post.models import Letter, Link
from nabij.post.verbs import LinkExpired, LinkUsed
from nabij.trust.acting import acting_as, office
from nabij.trust.acting import link as through
from nabij.trust.acting import person as as_oneself
from nabij.trust.models import Invitation
from nabij.trust.verbs import AlreadyIn
from nabij.web.circle.lines import last_day
from nabij.web.circle.onthespot import NOTHING_NEW, STOP_ASKING
from nabij.web.faces import Face
from nabij.web.invite.forms import NothingMore, TypedCode, WhoForm
from nabij.web.story.lines import role_of

log = structlog.get_logger("nabij.invitations")
page = require_http_methods(["GET", "HEAD", "POST"])
STATUS = {
    LinkExpired: 410,
    LinkUsed: 409,
    inviting.InvitationOver: 410,
    AlreadyIn: 409,
    inviting.ForSomebodyElse: 403,
    onthespot.CodeExpired: 410,
    onthespot.CodeUsed: 409,
    onthespot.CodeUnknown: 404,
}
NO_CODE = (onthespot.CodeUnknown, onthespot.CodeExpired, onthespot.CodeUsed)
OVER = (LinkExpired, LinkUsed, inviting.InvitationOver, AlreadyIn)


def login_of(request: HttpRequest) -> Person | None:
    me = getattr(request, "me", None)
    return me.person if me else None


def closed(response: HttpResponse) -> HttpResponse:
    """The address holds the key: no search engine hears it, and no other site (the settings say `same-origin`).

    "no-referrer" would be too much: a browser then sends its forms as from nowhere, and they are refused.
    """
    response["X-Robots-Tag"] = "noindex"
    return response


def refused(request: HttpRequest, problem: ValueError) -> HttpResponse:
    """A sentence, and a line in the log that says nothing of anybody."""
    log.info("invitation_refused", why=type(problem).__name__)
    words = {
        "problem": problem,
        "other": isinstance(problem, inviting.ForSomebodyElse),
        "path": request.path,
        "login": login_of(request),
        "form": TypedCode() if isinstance(problem, NO_CODE) else None,
    }
    return closed(render(request, "invite/closed.html", words, status=STATUS[type(problem)]))


@never_cache
@page
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The invitation in a letter."""
    with acting_as(office("door"), purpose="uitnodiging"):
        there = Link.objects.of_token(token).filter(letter__kind=Letter.Kind.INVITATION).first()
    if there is None:
        log.info("invitation_refused", why="LinkUnknown")
        return closed(render(request, "letter/unknown.html", status=404))
    try:
        # Inside the try: what goes wrong takes back all of the answer.
        with acting_as(through(reader=there.reader_id, reach=there.letter.about_id), purpose="uitnodiging"):
            return closed(answer(request, there) if request.method == "POST" else show(request, there))
    except (*OVER, inviting.ForSomebodyElse) as problem:
        return refused(request, problem)
    except inviting.LogInFirst:
        return closed(redirect_to_login(request.path))


def show(request: HttpRequest, link: Link) -> HttpResponse:
    """What is asked, as long as a yes would count."""
    if link.expires < timezone.now():
        raise LinkExpired
    if link.used_at:
        raise LinkUsed
    there = inviting.invitation_of(link)
    if not inviting.still_open(there):
        raise inviting.InvitationOver
    try:
        inviting.whose(there, reader=link.reader, login=login_of(request))
        log_in = False
    except inviting.LogInFirst:
        log_in = True
    hat, writer = link.letter.hat, link.letter.writer
    asker = Face(writer.called if writer else "", hat.shape if hat else "informal", role_of(hat))
    words = {"it": there, "link": link, "asker": asker, "log_in": log_in, "reads": reads(there), "path": request.path}
    return render(request, "invite/invitation.html", words)


def reads(there: Invitation) -> str:
    """What whoever says yes will read, and until when."""
    said = (
        _("Je leest wat er vanaf nu wordt geschreven.") if there.sees_from else _("Je leest ook wat er eerder stond.")
    )
    if there.until:
        return said + " " + _("Dat kan tot en met %(day)s.") % {"day": last_day(there.until)}
    return said


def answer(request: HttpRequest, link: Link) -> HttpResponse:
    """Yes or no. A yes of somebody new makes their log-in; the letter proved the address."""
    at, login = timezone.now(), login_of(request)
    if request.POST.get("answer") != "yes":
        inviting.decline_by_link(link=link, at=at)
        return render(
            request, "invite/declined.html", {"name": link.letter.writer.first_name if link.letter.writer else ""}
        )
    there = inviting.invitation_of(link)
    who = inviting.accept_by_link(link=link, login=login, at=at)
    if login:
        messages.success(request, _("Je leest nu mee."))
        return redirect("circle", there.circle_id)
    with acting_as(office("beheer")):
        inviting.give_login(person=who, invitation=there, at=at)
    messages.success(request, _("Je doet mee. Log nu in met het mailadres waarop je de uitnodiging kreeg."))
    return redirect_to_login(reverse("circle", args=[there.circle_id]))


@never_cache
@page
def by_code(request: HttpRequest) -> HttpResponse:
    """For who cannot scan: the code, typed."""
    form = TypedCode(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("come_in", onthespot.plain(form.cleaned_data["code"]) or "-")
    return render(request, "invite/by_code.html", {"form": form}, status=400 if form.errors else 200)


@never_cache
@page
def come_in(request: HttpRequest, code: str) -> HttpResponse:
    """The page behind a code: who one is; then whoever showed it says whether that is so."""
    with acting_as(office("door"), purpose="kom"):
        try:
            there = onthespot.behind(code)
            if is_mine(request, there):
                return closed(waits(request, there))
            return closed(knocks(request, there))
        except NO_CODE as problem:
            return refused(request, problem)


def is_mine(request: HttpRequest, there: Invitation) -> bool:
    """Whether it was I who knocked: from this browser, or as who is logged in."""
    return request.session.get("knocked") == str(there.id)


def waits(request: HttpRequest, there: Invitation) -> HttpResponse:
    """Waiting for a yes, and what became of it."""
    words = {"it": there, "end": getattr(there, "end", None), "knock": there.knock, "login": login_of(request)}
    words["over"] = not words["end"] and there.expires + onthespot.LIVES <= timezone.now()
    if not request.headers.get("HX-Request"):
        return render(request, "invite/waiting.html", words)
    if not words["end"] and not words["over"]:
        return HttpResponse(status=NOTHING_NEW)
    return render(request, "invite/answered.html", words, status=STOP_ASKING)


def knocks(request: HttpRequest, there: Invitation) -> HttpResponse:
    at, login = timezone.now(), login_of(request)
    if hasattr(there, "knock"):
        raise onthespot.CodeUsed
    if there.expires <= at or not inviting.still_open(there):
        raise onthespot.CodeExpired
    form = (NothingMore if login and not there.person_id else WhoForm)(
        request.POST if request.method == "POST" else None
    )
    if there.person_id:
        form.fields.pop("name", None)
    if not form.is_valid():
        words = {
            "it": there,
            "form": form,
            "reads": reads(there),
            "asker": Face(there.by.called, "informal"),
            "login": login,
        }
        return render(request, "invite/come_in.html", words, status=400 if form.errors else 200)
    knock(there, form.cleaned_data, request=request)
    return redirect(request.path)


def knock(there: Invitation, said: dict[str, str], *, request: HttpRequest) -> None:
    at, login = timezone.now(), login_of(request)
    own = None if there.person_id else login
    name = own.called if own else said.get("name") or there.name
    onthespot.knock(invitation=there, name=name, address=said.get("address", ""), person=own, at=at)
    if own:
        with acting_as(as_oneself(own.id)):
            onthespot.make_oneself_known(invitation=there, by=own, at=at)
    request.session["knocked"] = str(there.id)

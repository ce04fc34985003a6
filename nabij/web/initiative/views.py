"""Putting what one does on the map, and keeping it: in one's own name, or without account by a link."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from nabij.directory import entering, reading
from nabij.directory.initiatives import Initiative
from nabij.people.models import Neighbourhood
from nabij.trust.acting import NOBODY, acting_as, link, office
from nabij.web.initiative.forms import InitiativeForm, as_typed
from nabij.web.initiative.lines import told
from nabij.web.letter.views import closed
from nabij.web.map.views import home_of
from nabij.web.me import Me, Request, for_me

NOBODY_READS = UUID(int=0)  # The link is of the initiative: no letter and no reader.


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """The sheet to fill in; with an account also what one put on the map before."""
    me: Me | None = getattr(request, "me", None)
    form = form_of(request, home=home_of(request))
    if request.method == "POST" and form.is_valid():
        try:
            return sent(request, form, me)
        except entering.ManyWait as problem:
            form.add_error(None, str(problem))
    own = Initiative.objects.filter(by=me.person).order_by("-at") if me else []
    words = {"form": form, "own": own, "me": me}
    return render(request, "initiative/enter.html", words, status=400 if form.errors else 200)


def sent(request: HttpRequest, form: InitiativeForm, me: Me | None) -> HttpResponse:
    """Sent in, for the first time or anew. Raises `ManyWait`."""
    by = me.person if me else None
    one, token = entering.enter(said=form.said, neighbourhood=form.place_of, by=by, at=timezone.now())
    messages.success(request, _("Verstuurd. Het komt op de kaart als iemand van de buurt ja zegt."))
    return redirect("initiative_by_link", token) if token else redirect("initiative", one.pk)


def form_of(request: HttpRequest, *, home: str, of: Initiative | None = None) -> InitiativeForm:
    """The sheet, with what was typed, or with what is kept already."""
    areas = list(Neighbourhood.objects.defer("outline", "source").order_by("code"))
    subjects = [one.name for one in reading.subjects()]
    if of and (own := of.said.get("category")):
        subjects.append(own)
    form = InitiativeForm(
        request.POST if request.method == "POST" else None,
        initial=as_typed(of.said) if of else None,
        areas=areas,
        subjects=subjects,
        home=of.neighbourhood_id if of else home,
    )
    if of and entering.is_kept(of):  # It stays where it was said yes to.
        form.fields["neighbourhood"].disabled = True
    return form


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def mine(request: Request, initiative: UUID) -> HttpResponse:
    """What I put on the map, how it stands, and the sheet to change it."""
    own = Initiative.objects.select_related("neighbourhood").filter(by=request.me.person)
    there = get_object_or_404(own, pk=initiative)
    return kept(request, there, back=reverse("initiative", args=[there.pk]))


@csrf_exempt  # Whoever holds the token keeps it; no cookie gives this page any power.
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The same without account, by the link that was shown once."""
    with acting_as(office("door"), purpose="kaart"):
        found = Initiative.objects.of_token(token).first()
    if found is None:
        raise Http404
    with acting_as(link(reader=NOBODY_READS, reach=found.pk), purpose="kaart"):
        there = Initiative.objects.select_related("neighbourhood").get(pk=found.pk)
        back = reverse("initiative_by_link", args=[token])
        return closed(kept(request, there, back=back, address=request.build_absolute_uri(back)))


def kept(request: HttpRequest, initiative: Initiative, *, back: str, address: str = "") -> HttpResponse:
    """What was sent in: shown, changed or stopped by whoever keeps it."""
    if request.method == "POST" and ("stop" in request.POST or initiative.is_stopped):
        stop(request, initiative)
        return redirect(back)
    form = form_of(request, home="", of=initiative)
    if request.method == "POST" and form.is_valid():
        if entering.is_kept(initiative):
            entering.rewrite(initiative=initiative, said=form.said, at=timezone.now())
            messages.success(request, _("Bewaard."))
            return redirect(back)
        if "again" in request.POST and (done := again(request, form, initiative)):
            return done
    return shown(request, initiative, form, address=address)


def stop(request: HttpRequest, initiative: Initiative) -> None:
    if entering.is_kept(initiative):
        entering.stop(initiative=initiative, at=timezone.now())
        messages.success(request, _("Gestopt. Je naam en nummer zijn weg van de kaart."))


def again(request: HttpRequest, form: InitiativeForm, initiative: Initiative) -> HttpResponse | None:
    """After a no: sent in anew, by who is logged in, or by the link with a link of its own. None when it cannot be."""
    try:
        if initiative.by_id:
            return sent(request, form, getattr(request, "me", None))
        with acting_as(NOBODY):  # Whoever has a link only sends in as every visitor does.
            return sent(request, form, None)
    except entering.ManyWait as problem:
        form.add_error(None, str(problem))
        return None


def shown(request: HttpRequest, initiative: Initiative, form: InitiativeForm, *, address: str) -> HttpResponse:
    words = {"form": form, "address": address, "me": getattr(request, "me", None)} | told(initiative)
    return render(request, "initiative/kept.html", words, status=400 if form.errors else 200)

"""Klopt nog, or bereik ik niet: one tap, by whoever looks at the listing."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from nabij.directory import reading
from nabij.directory.models import Confirmation, Service
from nabij.directory.verbs import confirm
from nabij.trust.acting import acting_as, office
from nabij.web.limits import ONCE_A_DAY, ONCE_A_MONTH, Limit, address_of, counted, key_of
from nabij.web.map.forms import FoundForm
from nabij.web.me import Me

Found, Voice = Confirmation.Found, Confirmation.Voice
AGAIN = "al"
HEARD = {
    Found.RIGHT.value: gettext_lazy("Bewaard. Iedereen ziet dat dit nog klopt."),
    Found.UNREACHED.value: gettext_lazy("Bewaard. Iedereen ziet dat hier geen gehoor was."),
}


@require_POST
def confirmation(request: HttpRequest, service: UUID) -> HttpResponse:
    """Somebody says that a listing is still right, or that nobody answers there."""
    me: Me | None = getattr(request, "me", None)
    form = FoundForm(request.POST)
    there = Service.objects.filter(pk=service, status__in=reading.SHOWN).first()
    if there is None or not form.is_valid():
        raise Http404
    found = Found(form.cleaned_data["found"])
    if me is not None:
        confirm(service=there, found=found, by=me.person, at=me.at)
        messages.success(request, HEARD[found])
        return redirect("service", there.pk)
    if not is_first(request, service=there.pk, found=found):
        return back_to(there.pk, heard=AGAIN)
    confirm(service=there, found=found, by=None, at=timezone.now(), said_by=Voice.VISITOR)
    return back_to(there.pk, heard=found)


def back_to(service: UUID, *, heard: str) -> HttpResponse:
    """To the listing. A visitor has no session in which a message could wait: the address says what was heard."""
    return redirect(f"{reverse('service', args=[service])}?gehoord={heard}")


def heard(request: HttpRequest) -> str:
    """What a visitor is told who comes back from answering."""
    said = request.GET.get("gehoord", "")
    if said == AGAIN:
        return _("Vanaf jouw internetverbinding is hier kort geleden al op geantwoord. Probeer het later nog eens.")
    if said in HEARD and getattr(request, "me", None) is None:
        return f"{HEARD[said]} {_('Er staat niet bij wie je bent.')}"
    return ""


def is_first(request: HttpRequest, *, service: UUID, found: str) -> bool:
    """Whether from here nothing was said today of this listing, and this month not that nobody answers.

    The counts say no more than that, and go when they are over.
    """
    limits = [ONCE_A_DAY, ONCE_A_MONTH] if found == Found.UNREACHED else [ONCE_A_DAY]
    with acting_as(office("door")):
        return all(_counts(limit, request, service=service) for limit in limits)


def _counts(limit: Limit, request: HttpRequest, *, service: UUID) -> bool:
    key = key_of(limit, who=f"{address_of(request)} {service}")
    times, _until = counted(key, limit=limit, at=timezone.now())
    return times <= limit.most

"""Klopt nog, or bereik ik niet: one tap, by whoever looks at the listing."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Self
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.signing import BadSignature, TimestampSigner
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from nabij.directory import reading
from nabij.directory.models import A_MISTAKE, Confirmation, Service
from nabij.directory.verbs import confirm, unsay
from nabij.trust.acting import acting_as, link, office
from nabij.web.limits import ONCE_A_DAY, ONCE_A_MONTH, Limit, address_of, counted, key_of, uncount
from nabij.web.map.forms import FoundForm
from nabij.web.me import Me

Found, Voice = Confirmation.Found, Confirmation.Voice
AGAIN, BACK, LATE = "al", "teruggenomen", "te-laat"
ONE_SAYS = (Found.RIGHT.value, Found.UNREACHED.value)
SIGN = TimestampSigner(salt="nabij.word.of.a.listing")
HEARD = {
    Found.RIGHT.value: gettext_lazy("Bewaard. Iedereen ziet dat dit nog klopt."),
    Found.UNREACHED.value: gettext_lazy("Bewaard. Iedereen ziet dat hier geen gehoor was."),
    AGAIN: gettext_lazy(
        "Vanaf jouw internetverbinding is hier kort geleden al op geantwoord. Probeer het later nog eens."
    ),
    BACK: gettext_lazy("Weggehaald. Het telt niet mee."),
    LATE: gettext_lazy("Dit kon niet meer: het is al weg, of het is langer dan een kwartier geleden."),
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
        said = confirm(service=there, found=found, by=me.person, at=me.at)
        messages.success(request, HEARD[found])
        return back_to(there.pk, terug=Given(said.pk, there.pk, found, by_visitor=False).signed())
    if not is_first(request, service=there.pk, found=found):
        return back_to(there.pk, gehoord=AGAIN)
    said = confirm(service=there, found=found, by=None, at=timezone.now(), said_by=Voice.VISITOR)
    given = Given(said.pk, there.pk, found, by_visitor=True)
    return back_to(there.pk, gehoord=found, terug=given.signed())


@require_POST
def taken_back(request: HttpRequest, service: UUID) -> HttpResponse:
    """It was a mistake: what was said just now is gone, and from here one may say something else."""
    given, gone = Given.of(request.POST.get("terug", ""), service=service), False
    if given:
        with acting_as(link(reader=given.word, reach=given.word), purpose="kaart"):
            gone = unsay(word=given.word, at=timezone.now())
    if given and gone and given.by_visitor:
        forget(request, given)
    if getattr(request, "me", None) is not None:
        messages.add_message(request, messages.SUCCESS if gone else messages.WARNING, HEARD[BACK if gone else LATE])
    return back_to(service, gehoord=BACK if gone else LATE)


def back_to(service: UUID, **said: str) -> HttpResponse:
    """To the listing. A visitor has no session in which a message could wait: the address says what was heard.

    terug: by which who said it takes it back, for as long as that can be.
    """
    return redirect(f"{reverse('service', args=[service])}?{urlencode(said)}")


@dataclass(frozen=True)
class Given:
    """The word that somebody may take back: about which listing, what it said, and whether a visitor said it."""

    word: UUID
    service: UUID
    found: str
    by_visitor: bool

    def signed(self) -> str:
        return SIGN.sign(f"{self.word} {self.service} {self.found} {int(self.by_visitor)}")

    @classmethod
    def of(cls, signed: str, *, service: UUID) -> Self | None:
        """None when it is too late, was never given, or is about another listing."""
        try:
            word, about, found, visitor = SIGN.unsign(signed, max_age=timedelta(minutes=A_MISTAKE)).split()
        except BadSignature:
            return None
        return cls(UUID(word), service, found, visitor == "1") if about == str(service) else None


def said_now(request: HttpRequest, *, service: UUID) -> dict[str, str]:
    """What the page says right after an answer, and what the button to take it back carries."""
    signed = request.GET.get("terug", "")
    return {"heard": heard(request), "to_take_back": signed if Given.of(signed, service=service) else ""}


def heard(request: HttpRequest) -> str:
    """What a visitor is told who comes back from answering."""
    said = request.GET.get("gehoord", "")
    if said not in HEARD or getattr(request, "me", None) is not None:
        return ""
    return f"{HEARD[said]} {_('Er staat niet bij wie je bent.')}" if said in ONE_SAYS else str(HEARD[said])


def forget(request: HttpRequest, given: Given) -> None:
    """Frees what this word was counted by, and nothing that an earlier one was."""
    with acting_as(office("door")):
        for limit in counts_of(given.found):
            uncount(_key(limit, request, service=given.service))


def counts_of(found: str) -> list[Limit]:
    return [ONCE_A_DAY, ONCE_A_MONTH] if found == Found.UNREACHED else [ONCE_A_DAY]


def is_first(request: HttpRequest, *, service: UUID, found: str) -> bool:
    """Whether from here nothing was said today of this listing, and this month not that nobody answers.

    The counts say no more than that, and go when they are over.
    """
    with acting_as(office("door")):
        return all(_counts(limit, request, service=service) for limit in counts_of(found))


def _counts(limit: Limit, request: HttpRequest, *, service: UUID) -> bool:
    times, _until = counted(_key(limit, request, service=service), limit=limit, at=timezone.now())
    return times <= limit.most


def _key(limit: Limit, request: HttpRequest, *, service: UUID) -> str:
    return key_of(limit, who=f"{address_of(request)} {service}")

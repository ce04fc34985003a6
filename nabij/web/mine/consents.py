"""What I said yes to, and taking that back; and what must stay for a while although its time is over."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nabij.people.models import Person
from nabij.trust.consenting import WithdrawnAlready, withdraw
from nabij.trust.models import Consent
from nabij.web.me import Request as Page
from nabij.web.me import for_me
from nabij.web.mine.lines import day


@dataclass(frozen=True)
class ConsentLine:
    """One yes in a list, and where it is taken back."""

    says: str
    informed: str
    withdraw_url: str


def consent_lines(person: Person) -> list[ConsentLine]:
    """What this person said yes to and did not take back, the newest first."""
    return [
        ConsentLine(sentence(one), one.informed, reverse("consent_withdrawal", args=[one.id]))
        for one in Consent.objects.of(person).standing()
    ]


def sentence(consent: Consent) -> str:
    said = {"circle": consent.circle.name, "day": day(localdate(consent.at))}
    if consent.for_whom is None:
        return _("Iedereen in de kring %(circle)s mag meelezen, sinds %(day)s.") % said
    said["name"] = consent.for_whom.called
    return _("%(name)s mag meelezen in de kring %(circle)s, sinds %(day)s.") % said


@require_POST
@for_me
def withdrawal(request: Page, consent: UUID) -> HttpResponse:
    """Takes back a yes of mine; no reason is asked."""
    me = request.me
    given = get_object_or_404(Consent.objects.of(me.person), id=consent)
    try:
        withdraw(consent=given, by=me.person, at=me.at)
    except WithdrawnAlready as problem:
        messages.error(request, str(problem))
    else:
        messages.success(request, _("Ingetrokken. Wie alleen hierop meelas, leest nu niet meer mee."))
    return redirect("mine")

"""Somebody's own listings behind the link in their mail: klopt nog, verander iets, bestaat niet meer, geen mail meer.

Looking has no effect, because mail scanners open links before people do. Whoever holds the token speaks for what the
mail was about; no cookie gives this page any power, so it needs no CSRF token.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from nabij.directory.correcting import (
    NotSo,
    correct,
    is_kept_by_neighbours,
    listings_of,
    say_gone,
    say_right,
    stands,
    stop_mail,
    stopped,
    they_stopped,
)
from nabij.directory.hits import Hit, told
from nabij.directory.models import Confirmation, Service
from nabij.directory.owners import OwnerLetter
from nabij.directory.reading import SHOWN
from nabij.trust.acting import NOBODY, acting_as, link, office
from nabij.web.letter.views import closed
from nabij.web.map.changes import Changed, changed
from nabij.web.owner.anew import asked_for
from nabij.web.owner.beside import Beside, beside
from nabij.web.owner.forms import AddressForm, CorrectionForm


@dataclass(frozen=True)
class Own:
    """One listing of whoever reads the letter: how it stands, what they said of it, and the boxes to correct it.

    theirs: that it is gone is by their own word, so by their word it comes back. beside: what people see besides.
    """

    service: Service
    form: CorrectionForm
    gone: bool
    theirs: bool
    beside: Beside
    right: datetime | None
    changed: list[Changed]

    @property
    def is_kept_by_neighbours(self) -> bool:
        return is_kept_by_neighbours(self.service)

    @property
    def stands(self) -> list[tuple[str, str]]:
        return [(str(box.label), box.initial) for box in self.form if box.initial]


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def owner_letter(request: HttpRequest, token: str) -> HttpResponse:
    with acting_as(office("door"), purpose="klopt-nog"):
        letter = OwnerLetter.objects.of_token(token).first()
    if letter is None:
        return asked_for(request, AddressForm(), why="unknown", status=404)
    if not letter.lives(at=timezone.now()):
        return asked_for(request, AddressForm(), why="expired", status=410)
    with acting_as(link(reader=letter.id, reach=letter.id), purpose="klopt-nog"):
        return closed(take(request, letter, token) if request.method == "POST" else page(request, letter))


def take(request: HttpRequest, letter: OwnerLetter, token: str) -> HttpResponse:
    """One answer; what cannot be stays in its box, with a sentence above it."""
    said, at = request.POST.get("answer", ""), timezone.now()
    if said in ("stop", "again"):
        stop_mail(letter=letter, stops=said == "stop", at=at)
        return redirect("owner_letter", token=token)
    service = next((one for one in listings_of(letter) if str(one.pk) == request.POST.get("service")), None)
    allowed = ("right", "gone", "correct")[: 2 if service and is_kept_by_neighbours(service) else 3]
    if service is None or said not in allowed:
        return page(request, letter, status=422)
    if said == "correct":
        form = CorrectionForm(request.POST, stands=stands(service), key=str(service.pk))
        if not corrected(form, service=service, at=at):
            return page(request, letter, tried={service.pk: form}, status=422)
    else:
        (say_right if said == "right" else say_gone)(service=service, at=at)
    return redirect("owner_letter", token=token)


def corrected(form: CorrectionForm, *, service: Service, at: datetime) -> bool:
    """Whether it could be so; else the form says what is wrong."""
    if not form.is_valid():
        return False
    try:
        correct(service=service, said=form.cleaned_data, at=at)
    except NotSo as wrong:
        form.add_error(wrong.field, str(wrong))
        return False
    return True


def page(
    request: HttpRequest, letter: OwnerLetter, *, tried: dict[UUID, CorrectionForm] | None = None, status: int = 200
) -> HttpResponse:
    listed, at = listings_of(letter), timezone.now()
    with acting_as(NOBODY):  # As everybody reads it.
        hits = {hit.service.pk: hit for hit in told([one.pk for one in listed], at=at)}
    words = {
        "letter": letter,
        "own": [own(one, hits[one.pk], form=(tried or {}).get(one.pk), since=letter.at, at=at) for one in listed],
        "stopped": stopped(bytes(letter.address_hash)),
    }
    return render(request, "owner/letter.html", words, status=status)


def own(service: Service, hit: Hit, *, form: CorrectionForm | None, since: datetime, at: datetime) -> Own:
    rights = [
        one.at
        for one in service.confirmations.all()
        if one.said_by == Confirmation.Voice.OWNER and one.found == Confirmation.Found.RIGHT and one.at >= since
    ]
    there = stands(service)
    return Own(
        service=service,
        form=form or CorrectionForm(stands=there, key=str(service.pk)),
        gone=service.status not in SHOWN,
        theirs=they_stopped(service),
        beside=beside(hit, own=there, now=at),
        right=max(rights, default=None),
        changed=changed(service.owner_changes.all()),
    )

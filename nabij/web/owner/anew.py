"""`/klopt-nog/`: a new link by mail, for whoever does what stands on the map and has one that works no more.

The answer is the same whether or not an address stands on the map; an address gets one such mail a day, whoever asks.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from nabij.directory.asking_anew import ask_anew
from nabij.directory.owners import hash_of_address
from nabij.trust.acting import acting_as, office
from nabij.web.limits import ONE_LINK_A_DAY, counted, key_of
from nabij.web.owner.forms import AddressForm


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new_link(request: HttpRequest) -> HttpResponse:
    """Asks for the address, and says what happens now; not whether it stands on the map."""
    form = AddressForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return asked_for(request, form, why="", status=422 if form.is_bound else 200)
    send_once(form.cleaned_data["mail"])
    return render(request, "owner/sent.html")


def asked_for(request: HttpRequest, form: AddressForm, *, why: str, status: int) -> HttpResponse:
    """why: `unknown` or `expired` when somebody came by a link that opens nothing.

    No other site hears the address, by the rule of all pages; "no-referrer" would be too much: a browser then sends its
    forms as from nowhere, and they are refused.
    """
    response = render(request, "owner/anew.html", {"form": form, "why": why}, status=status)
    response["X-Robots-Tag"] = "noindex"
    return response


def send_once(address: str) -> None:
    """At most one a day to an address, also when it is somebody else who types it."""
    at, key = timezone.now(), key_of(ONE_LINK_A_DAY, who=hash_of_address(address).hex())
    with acting_as(office("door")):
        times, _until = counted(key, limit=ONE_LINK_A_DAY, at=at)
    if times <= ONE_LINK_A_DAY.most:
        with acting_as(office("reminders"), purpose="klopt-nog"):
            ask_anew(address=address, at=at)

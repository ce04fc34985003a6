"""The letter about what another wrote down that its reader gladly does: yes or no, once; and after a yes, stopping."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from nabij.bridge.heard import HeardOffer, OfferYes
from nabij.bridge.hearing import HeardGone, ProofFirst, of_link, say_yes_by_link, stop_by_link
from nabij.bridge.offers import Offer, OfferEnding
from nabij.post.models import Link
from nabij.post.verbs import LinkExpired, LinkUsed
from nabij.web.faces import Face
from nabij.web.letter import how
from nabij.web.offer.lines import when


def show(request: HttpRequest, link: Link, token: str) -> HttpResponse:
    return how.gone(request) if link.expires < timezone.now() else page(request, link)


def answer(request: HttpRequest, link: Link, token: str) -> HttpResponse:
    said, now = request.POST.get("answer"), timezone.now()
    if link.expires < now:
        return how.gone(request)
    if said not in ("yes", "no", "stop"):
        return page(request, link, problem=_("Kies ja of nee."), status=422)
    try:
        if said == "stop":
            stop_by_link(link=link, at=now)
        else:
            say_yes_by_link(link=link, yes=said == "yes", at=now)
    except LinkExpired:
        return how.gone(request)
    except (LinkUsed, HeardGone, ProofFirst) as problem:
        return page(request, link, problem=str(problem), status=409)
    return redirect("letter", token=token)


def page(request: HttpRequest, link: Link, *, problem: str = "", status: int = 200) -> HttpResponse:
    try:
        heard = of_link(link)
    except HeardGone:
        return render(request, "letter/unknown.html", status=404)
    given, writer = OfferYes.objects.filter(heard=heard).first(), link.letter.writer
    stopped = OfferEnding.objects.filter(offer=heard.id).exists()
    context = {
        "link": link,
        "heard": heard,
        "when": when(heard),
        "writer": Face(writer.called if writer else "", "informal"),
        "problem": problem,
        "said": said_of(heard, given, stopped=stopped),
        "answers": () if given else (
            ("yes", _("Ja, dat wil ik"), _("De buurt leest de zin, met je naam"), "check"),
            ("no", _("Nee, liever niet"), _("Dat is goed. Je hoeft niet te zeggen waarom"), "cross"),
        ),
        "stops": not stopped and Offer.objects.filter(id=heard.id).exists(),
    }  # fmt: skip
    return render(request, "letter/offer.html", context, status=status)


def said_of(heard: HeardOffer, given: OfferYes | None, *, stopped: bool) -> str:
    """What its reader said, or what was noted that they said; nothing before that."""
    if given is None:
        return ""
    if stopped:
        return _("Het is gestopt. De buurt ziet het niet meer.")
    if not given.yes:
        return _("Je antwoord: nee.")
    told = _("Er is genoteerd dat je ja zei.") if given.noted_by_id else _("Je antwoord: ja.")
    if not Offer.objects.filter(id=heard.id).exists():
        return " ".join([told, _("Je bood dit al aan.")])
    on_board = _("Het staat op het prikbord van %(place)s, met je naam.") % {"place": heard.neighbourhood.name}
    return f"{told} {on_board}"

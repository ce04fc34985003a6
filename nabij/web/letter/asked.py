"""The letter in which another asks the neighbourhood something for its reader: may that be asked? By link, once."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from nabij.bridge.asking import AskOver, of_link, say_yes_by_link
from nabij.bridge.asks import AskYes
from nabij.post.models import Link
from nabij.post.verbs import LinkExpired, LinkUsed
from nabij.web.faces import Face
from nabij.web.letter import how
from nabij.web.story.lines import role_of


def show(request: HttpRequest, link: Link, token: str) -> HttpResponse:
    return how.gone(request) if link.expires < timezone.now() else page(request, link)


def answer(request: HttpRequest, link: Link, token: str) -> HttpResponse:
    said = request.POST.get("answer")
    if said not in ("yes", "no"):
        return page(request, link, problem=_("Kies ja of nee."), status=422)
    try:
        say_yes_by_link(link=link, yes=said == "yes", at=timezone.now())
    except LinkExpired:
        return how.gone(request)
    except LinkUsed as problem:
        return page(request, link, problem=str(problem), status=409)
    except AskOver:
        return render(request, "letter/unknown.html", status=404)
    return redirect("letter", token=token)


def page(request: HttpRequest, link: Link, *, problem: str = "", status: int = 200) -> HttpResponse:
    try:
        ask = of_link(link)
    except AskOver:
        return render(request, "letter/unknown.html", status=404)
    writer, hat = link.letter.writer, link.letter.hat
    given = AskYes.objects.filter(ask=ask).first()
    context = {
        "link": link,
        "ask": ask,
        "asker": Face(writer.called if writer else "", hat.shape if hat else "informal", role_of(hat)),
        "problem": problem,
        "said": (_("Je antwoord: ja.") if given.yes else _("Je antwoord: nee.")) if given else "",
        "answers": (
            ("yes", _("Ja, vraag het"), _("De buurt leest de zin, zonder je naam"), "check"),
            ("no", _("Nee, liever niet"), _("Dat is goed. Je hoeft niet te zeggen waarom"), "cross"),
        ),
    }
    return render(request, "letter/ask.html", context, status=status)

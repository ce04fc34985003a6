"""The letter of one's own promise: kept or not, by link, and what became of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from nabij.post.models import Link
from nabij.post.verbs import LinkExpired, LinkUsed
from nabij.stories.answering import of_link, say_how_by_link
from nabij.stories.carrying import NotGoing
from nabij.stories.models import Promise
from nabij.stories.verbs import SaidAlready
from nabij.web.letter.forms import HowForm


def gone(request: HttpRequest) -> HttpResponse:
    """After its day a letter tells nothing more, whoever holds the address."""
    return render(request, "letter/expired.html", {"problem": LinkExpired()}, status=410)


def show(request: HttpRequest, link: Link, token: str) -> HttpResponse:
    if link.expires < timezone.now():
        return gone(request)
    return page(request, link, form=HowForm())


def answer(request: HttpRequest, link: Link, token: str) -> HttpResponse:
    form = HowForm(request.POST)
    if not form.is_valid():
        return page(request, link, form=form, status=422)
    said = form.cleaned_data
    try:
        say_how_by_link(link=link, kept=said["answer"] == "yes", why=said["why"], at=timezone.now())
    except LinkExpired:
        return gone(request)
    except (LinkUsed, SaidAlready, NotGoing) as problem:
        return page(request, link, problem=problem, status=409)
    return redirect("letter", token=token)


def page(
    request: HttpRequest,
    link: Link,
    *,
    form: HowForm | None = None,
    problem: ValueError | None = None,
    status: int = 200,
) -> HttpResponse:
    """As long as nothing was said by this link, and there is something to say: the two buttons."""
    try:
        promise = of_link(link)
    except NotGoing:
        return render(request, "letter/unknown.html", status=404)
    going = promise.state == "accepted"
    day = promise.day_on(timezone.localdate()) if going else None
    context = {
        "link": link,
        "promise": promise,
        "form": form if going and not link.used_at else None,
        "problem": problem,
        "day": day,
        "again": day if link.used_at and promise.recurs else None,
        "said": said(promise),
        "answers": (
            ("yes", _("Ja, gedaan"), _("Fijn. Het staat er meteen"), "check"),
            ("no", _("Nee, het lukte niet"), _("Dat kan. Schrijf er gerust iets bij"), "cross"),
        ),
    }
    return render(request, "letter/how.html", context, status=status)


def said(promise: Promise) -> str:
    """How it stands now, as the reader of the letter would say it."""
    if promise.state == "handed":
        return _("Iemand anders doet dit nu.")
    turn = promise.turns.order_by("-day").first() if promise.recurs else None
    last = turn or getattr(promise, "keeping", None)
    if last is None:
        return _("Hier hoef je niets meer te doen.")
    return _("Bewaard: gedaan.") if last.kept else _("Bewaard: het lukte niet.")

"""The letters of the last two weeks on Today: what a mail said is here too, also for who wants no mail."""

from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.bridge.asks import AskEnding, AskYes
from nabij.bridge.heard import HeardOffer
from nabij.post.models import Letter, Sending
from nabij.stories.models import Answer, OwnWords
from nabij.web.days import opening, say_day
from nabij.web.me import Me
from nabij.web.post.notices import SAYS as NOTICES
from nabij.web.waiting import Waiting

A_WHILE, MOST = timedelta(days=14), 60
# {kind, or kind and what it is about: (its sentence, the page where it stands)}; {name} is who wrote it.
SAYS: dict[str, tuple[Any, str]] = {
    "question ask": (gettext_lazy("%(name)s wil iets voor je vragen aan de buurt."), "ask"),
    "question offer": (gettext_lazy("%(name)s schreef op wat jij graag doet. Wil je dat aanbieden?"), "heard_offer"),
    "question": (gettext_lazy("%(name)s vraagt je iets."), "promise"),
    "promised": (gettext_lazy("Je afspraak: hoe ging het?"), "promise"),
    "news promise": (gettext_lazy("%(name)s gaf antwoord op je vraag."), "promise"),
    "news request": (gettext_lazy("Er is nieuws over een verzoek."), "request"),
    "news invitation": (gettext_lazy("%(name)s gaf antwoord op je uitnodiging."), "circle"),
    "introduction": (gettext_lazy("Er is iets over een kennismaking."), "introduction"),
    "message partner": (gettext_lazy("%(name)s schreef je een berichtje."), "partner"),
    "message": (gettext_lazy("%(name)s schreef je een berichtje."), "introduction"),
    "invitation": (gettext_lazy("%(name)s nodigt je uit om mee te lezen. De link staat in je mail."), ""),
}
SOMETHING = (gettext_lazy("Er is iets nieuws voor je."), "")
TODAY_ITSELF = ("account", "day", "week")


def post_to(me: Me) -> dict[str, Any]:
    """What was asked and waits for an answer, what else was written, and whether mail of it was lost; one question."""
    afterwards = OwnWords.objects.filter(
        story=OuterRef("about_id"), kind__in=OwnWords.AFTERWARDS, at__gt=OuterRef("due")
    )
    over = Exists(AskYes.objects.filter(ask=OuterRef("about_id"))) | Exists(
        AskEnding.objects.filter(ask=OuterRef("about_id"))
    )
    waiting = HeardOffer.objects.filter(id=OuterRef("about_id"), answer__isnull=True)
    taken = Q(about_kind="offer") & ~Exists(waiting)
    answered = Exists(Answer.objects.filter(promise=OuterRef("about_id"))) | Exists(afterwards) | over | taken
    letters = Letter.objects.filter(reader=me.person.id, due__gt=me.at - A_WHILE, due__lte=me.at)
    shown = letters.exclude(about_kind__in=TODAY_ITSELF).annotate(answered=answered).select_related("writer", "sending")
    asks: list[Waiting] = []
    others: list[Waiting] = []
    lost = False
    for one in shown.order_by("-due", "-id")[:MOST]:
        lost = lost or (hasattr(one, "sending") and one.sending.how == Sending.How.GIVEN_UP)
        if one.kind != Letter.Kind.QUESTION and one.about_kind != Letter.BEGAN_AGAIN:
            others.append(line_of(one, me=me))
        elif not getattr(one, "answered", False):
            asks.append(line_of(one, me=me))
    return {"asks": asks, "post": others, "mail_lost": lost}


def line_of(letter: Letter, *, me: Me) -> Waiting:
    said, page = SAYS.get(f"{letter.kind} {letter.about_kind}") or SAYS.get(letter.kind) or SOMETHING
    if letter.kind == Letter.Kind.NOTICE:
        said, page = NOTICES.get(letter.about_kind, SOMETHING)
    name = letter.writer.first_name if letter.writer else _("Iemand")
    key = letter.circle_key if page == "circle" else letter.about_id
    url = reverse(page, args=[key]) if page and key else ""
    return Waiting(said % {"name": name}, url, opening(say_day(localdate(letter.due), now=me.at)) + ".")

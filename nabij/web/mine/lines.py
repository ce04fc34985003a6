"""A request as sentences: what was asked, who answers by which day, and what came of it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.memory.parts import BY_KEY
from nabij.people.models import Person
from nabij.trust.models import Reply, Request
from nabij.web.days import opening, say_date
from nabij.web.me import Me
from nabij.web.mine.answers import meaning_for


@dataclass(frozen=True)
class RequestLine:
    """One request in a list or on its own page."""

    request: Request
    title: str
    says: tuple[str, ...]
    url: str
    late: bool = False
    open: bool = False


def objected(person: Person) -> dict[str, Request]:
    """To what somebody objects without an answer yet: {"trust.look:key": the request}."""
    waiting = Request.objects.of(person.id).filter(kind=Request.Kind.OBJECT, reply__isnull=True, about_id__isnull=False)
    return {f"{one.about_kind}:{one.about_id}": one for one in waiting.order_by("made_at", "id")}


def day(when: date) -> str:
    return say_date(when, year=True)


def request_line(request: Request, *, me: Me) -> RequestLine:
    mine = request.person_id == me.person.id
    kind = str(request.get_kind_display())
    title = opening(kind if mine else f"{request.person_name}: {kind}")
    waiting = not hasattr(request, "reply")
    late = waiting and request.due < me.today
    says = (asked(request), answers(request, me=me, late=late) if waiting else replied(request, me=me), *after(request))
    return RequestLine(
        request=request,
        title=title,
        says=tuple(one for one in says if one),
        url=reverse("request", args=[request.id]),
        late=late,
        open=waiting,
    )


def asked(request: Request) -> str:
    on = {"day": day(localdate(request.made_at)), "way": request.get_way_display()}
    if request.way == Request.Way.HERE:
        return _("Gevraagd op %(day)s.") % on
    return _("Gevraagd op %(day)s, %(way)s.") % on


def answers(request: Request, *, me: Me, late: bool) -> str:
    """Who answers, and by which day; that it takes longer, and why."""
    due = {"day": day(request.due), "name": request.answerer_name}
    you = request.answerer_id == me.person.id
    if late:
        said = (
            _("Je had dit op %(day)s moeten beantwoorden.")
            if you
            else _("%(name)s had dit op %(day)s moeten beantwoorden.")
        )
        return said % due
    said = _("Jij antwoordt uiterlijk op %(day)s.") if you else _("%(name)s antwoordt uiterlijk op %(day)s.")
    longer = _(" Het duurt langer: %(why)s") % {"why": request.extension.why} if hasattr(request, "extension") else ""
    return said % due + longer


def replied(request: Request, *, me: Me) -> str:
    reply = request.reply
    who = _("Jij") if reply.by_id == me.person.id else request.answerer_name
    said = _("%(who)s antwoordde op %(day)s.") % {"who": who, "day": day(localdate(reply.at))}
    meant = str(meaning_for(request)[reply.kind])
    if reply.kind == Reply.Kind.GRANTED:
        return f"{said} {meant}. {reply.words}".strip()
    return f"{said} {meant}: {reply.words}"


def after(request: Request) -> tuple[str, ...]:
    """What was erased, what stayed and why."""
    if not hasattr(request, "erasure"):
        return ()
    proof = request.erasure
    gone = [f"{BY_KEY[key].title} ({count})" for key, count in proof.counts.items()]
    said = _("Gewist op %(day)s: %(what)s.") % {"day": day(localdate(proof.at)), "what": ", ".join(gone) or _("niets")}
    return (said, *(stays(one) for one in proof.stays))


def stays(one: dict[str, Any]) -> str:
    what = str(BY_KEY[one["kind"]].title)
    count = f" ({one['count']})" if one.get("count") else ""
    until = _(", tot %(day)s") % {"day": day(date.fromisoformat(one["until"]))} if one.get("until") else ""
    return _("Dit blijft: %(what)s%(until)s. %(why)s %(ground)s.") % {
        "what": f"{what}{count}",
        "until": until,
        "why": one["why"],
        "ground": one["ground"],
    }

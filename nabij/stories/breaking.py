"""Breaking the glass in danger: sought by name and street, opened for 24 hours, watched over, told and judged."""

from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models, transaction
from django.db.models import F, Func
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from nabij.people.models import Hat, Person
from nabij.post.models import Letter
from nabij.post.verbs import write
from nabij.stories.verbs import DayGone, NotToday
from nabij.trust.glass import BreakGlass, GlassAttempt, GlassReview, GlassTelling, ThirdsHere, TrustedThird
from nabij.trust.models import Membership
from nabij.trust.verbs import leave_trace

LASTS = timedelta(hours=24)
MOST_A_DAY = 5


class NoHatOfWork(ValueError):
    """Only who wears a hat of work here breaks the glass."""

    def __init__(self) -> None:
        super().__init__(_("Een noodopening kan alleen met een pet van je werk in deze buurt. Zet die eerst op."))


class ReasonNeeded(ValueError):
    """Nobody breaks the glass without saying why."""

    def __init__(self) -> None:
        super().__init__(_("Wat is er aan de hand? Schrijf in je eigen woorden waarom dit niet kan wachten."))


class NameNeeded(ValueError):
    """A whole name, and the street or the neighbourhood."""

    def __init__(self) -> None:
        super().__init__(_("Schrijf de hele naam, en de straat of de buurt."))


class NobodyTrusted(ValueError):
    """Without a third who watches nothing opens."""

    def __init__(self) -> None:
        super().__init__(
            _("Hier is nog geen vertrouwenspersoon. Een noodopening kan daarom niet. Bel wie dienst heeft.")
        )


class TriedTooOften(ValueError):
    """Seeking is for one story, not for looking around."""

    def __init__(self) -> None:
        super().__init__(_("Je hebt vandaag vijf keer gezocht. Meer kan niet. Bel wie dienst heeft."))


class YoursAlready(ValueError):
    """Who is in the circle reads without breaking anything."""

    def __init__(self) -> None:
        super().__init__(_("Dit verhaal lees je al. Je vindt het bij Verhalen."))


class WhyNotYet(ValueError):
    """Not telling the circle yet needs a reason and a day."""

    def __init__(self) -> None:
        super().__init__(_("Waarom nog niet, en wanneer vragen we het je weer? Vul allebei in."))


class WordsNeeded(ValueError):
    """A verdict has words."""

    def __init__(self) -> None:
        super().__init__(_("Wat vind je ervan? Eén zin is genoeg."))


def third_for(hat: Hat | None) -> Person | None:
    """Who watches over the neighbourhood of this hat: of several the one appointed first."""
    trusted = TrustedThird.objects.filter(person__id__any_of=ThirdsHere()).select_related("person")
    found = trusted.order_by("since", "id").first() if hat else None
    return found.person if found else None


def seek(*, name: str, place: str, reason: str, by: Person, hat: Hat | None, at: datetime) -> BreakGlass | None:
    """Seeks a story in danger and opens it at once, for 24 hours; None when not exactly one was found.

    There is no step between: nobody learns that a story is there without the trusted third hearing it. Each attempt
    stays written down, found or not.
    """
    name, place, reason = " ".join(name.split())[:120], " ".join(place.split())[:120], reason.strip()[:500]
    if hat is None or not hat.formal:
        raise NoHatOfWork
    if not reason:
        raise ReasonNeeded
    if not name or not place:
        raise NameNeeded
    third = third_for(hat)
    if third is None:
        raise NobodyTrusted
    if GlassAttempt.objects.of_a_day(by.id).count() >= MOST_A_DAY:
        raise TriedTooOften
    said = {"name": name, "place": place, "reason": reason}
    attempt = GlassAttempt.objects.create(by=by, by_name=by.called, hat=hat, third=third, at=at, **said)
    found, called = _behind(attempt)
    return _open(attempt, person=found, called=called, at=at) if found else None


def _behind(attempt: GlassAttempt) -> tuple[Any, str]:
    """Whom this attempt found, and how they are called; nobody unless exactly one."""
    ids = Func(F("id"), function="trust.behind_glass", output_field=ArrayField(models.UUIDField()))
    called = Func(F("id"), function="trust.name_behind", output_field=models.TextField())
    found, name = GlassAttempt.objects.filter(id=attempt.id).values_list(ids, called).get()
    return (found[0], name) if found else (None, "")


@transaction.atomic
def _open(attempt: GlassAttempt, *, person: Any, called: str, at: datetime) -> BreakGlass:
    by, third = attempt.by, attempt.third
    theirs = Membership.objects.current().filter(person=person, as_resident=True, circle__kind="story")
    if theirs.filter(circle__in=Membership.objects.current().filter(person=by).values("circle")).exists():
        raise YoursAlready
    there = BreakGlass.objects.open_for(by.id).filter(person_id=person).first()
    if there:
        return there
    made = BreakGlass(
        attempt=attempt, person_id=person, about_name=called, by=by, by_name=by.called, third=third, at=at
    )
    made.hat_name, made.until = attempt.hat.role if attempt.hat else "", at + LASTS
    made.save(force_insert=True)
    notice: dict[str, Any] = {
        "kind": Letter.Kind.NOTICE,
        "about_id": made.id,
        "circle": None,
        "at": at,
        "hat": attempt.hat,
    }
    write(reader=third, writer=by, about_kind="glass_broken", **notice)
    leave_trace(by=by, hat=attempt.hat, what="break_glass", thing=made, circle=None, at=at)
    return made


@transaction.atomic
def tell_circle(
    *, glass: BreakGlass, told: bool, by: Person, at: datetime, why: str = "", again: date | None = None
) -> GlassTelling:
    """The trusted third agrees that the circle hears of it, or not yet: why, and when that is asked again."""
    if not told and not (why.strip() and again):
        raise WhyNotYet
    if not told and again and again <= localdate(at):
        raise NotToday if again == localdate(at) else DayGone
    said = {"told": told, "why": why.strip(), "again": None if told else again}
    made = GlassTelling.objects.create(glass=glass, by=by, at=at, **said)
    leave_trace(by=by, hat=None, what="tell_glass" if told else "not_tell_glass", thing=glass, circle=None, at=at)
    if told:
        app.configure_task("tell_circle").defer(glass=str(glass.id))
    return made


@transaction.atomic
def judge(*, glass: BreakGlass, verdict: str, words: str, by: Person, at: datetime) -> GlassReview:
    """The trusted third says what they think of it, in words."""
    if not words.strip():
        raise WordsNeeded
    made = GlassReview.objects.create(glass=glass, verdict=verdict, words=words.strip(), by=by, at=at)
    leave_trace(by=by, hat=None, what="judge_glass", thing=glass, circle=None, at=at, why=verdict)
    return made

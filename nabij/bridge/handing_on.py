"""Handing on what one carries in the bridge: somebody is asked, says yes or no, and then whom it concerns hears it."""

from datetime import datetime
from uuid import UUID

from django.db import ProgrammingError, connection, transaction
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from nabij.bridge.handings import HandingOn
from nabij.people.models import Person
from nabij.post.models import Letter
from nabij.post.verbs import write
from nabij.trust.models import HasAccount
from nabij.trust.verbs import leave_trace


class NotYoursToHandOn(ValueError):
    """One hands on what one carries, to somebody else who is here and may do it."""

    def __init__(self) -> None:
        super().__init__(_("Dit kan deze persoon niet van je overnemen. Kies iemand anders."))


class AskedAlready(ValueError):
    """One at a time is asked, or two would each think the other does it."""

    def __init__(self, name: str) -> None:
        super().__init__(_("%(name)s is al gevraagd. Wacht op het antwoord.") % {"name": name})


class AnsweredHanding(ValueError):
    """The answer stands."""

    def __init__(self) -> None:
        super().__init__(_("Hier was al antwoord op."))


@transaction.atomic
def hand_on(*, kind: str, thing: UUID, what: str, to: Person, by: Person, at: datetime) -> HandingOn:
    """Asks somebody to take it over; until they say yes it stays one's own. kind: one of `THINGS`."""
    waiting = HandingOn.objects.filter(person=by, yes__isnull=True, **{kind: thing}).select_related("to").first()
    if waiting:
        raise AskedAlready(waiting.to.first_name)
    if to == by or not Person.objects.filter(id=to.id).filter(HasAccount("id")).exists():
        raise NotYoursToHandOn
    made = HandingOn(person=by, to=to, what=what[:300], at=at, **{f"{kind}_id": thing})
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except ProgrammingError as refused:  # Row-level security.
        raise NotYoursToHandOn from refused
    leave_trace(by=by, hat=None, what="hand_on", thing=made, circle=None, at=at, why=kind)
    notice(made, "handed_on", reader=to, by=by, at=at)
    return made


@transaction.atomic
def answer(*, handing: HandingOn, yes: bool, by: Person, at: datetime) -> None:
    """Says whether one takes it over. After a yes whom it concerns hears who looks after it now."""
    if not HandingOn.objects.filter(id=handing.id, to=by, yes__isnull=True).update(yes=yes, answered_at=at):
        raise AnsweredHanding
    leave_trace(by=by, hat=None, what="answer_handing", thing=handing, circle=None, at=at, why="yes" if yes else "no")
    notice(handing, "handing_answered", reader=handing.person, by=by, at=at)
    if yes:
        app.configure_task("tell_handed_on").defer(handing=str(handing.id))


def notice(handing: HandingOn, kind: str, *, reader: Person, by: Person, at: datetime) -> None:
    said = {"about_kind": kind, "about_id": handing.id, "circle": None, "at": at}
    write(kind=Letter.Kind.NOTICE, reader=reader, writer=by, **said)  # type: ignore[arg-type]


def who_may_sign(party: UUID, *, people: list[Person]) -> list[Person]:
    """Of these people, whoever may sign for the group that was named."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select one from unnest(%s::uuid[]) one where trust.may_sign_for(%s, one)", [[p.id for p in people], party]
        )
        may = {key for (key,) in cursor.fetchall()}
    return [one for one in people if one.id in may]

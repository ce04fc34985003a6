"""Neighbours put what they do on the map themselves; somebody of the neighbourhood says yes, once."""

import secrets
from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Exists, F, OuterRef, Subquery, TextField, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone
from django.utils.translation import gettext as _

from nabij.base.naming import MAIL, PHONE
from nabij.directory.hsds.report import Report
from nabij.directory.hsds.rows import Row
from nabij.directory.hsds.settling import Settling, key_for
from nabij.directory.initiatives import OWN, Initiative, InitiativeAnswer, InitiativeQuerySet, hash_of
from nabij.directory.lists.bringing import one_subject
from nabij.directory.load import load, model_of
from nabij.directory.models import Service, TaxonomyTerm
from nabij.directory.own_rows import SELF, Said, others_can_come, told
from nabij.directory.sentences import understand
from nabij.people.models import Neighbourhood, Person

# What was of somebody alone is not kept when they change it; and no door where they say that it is at home.
NOT_KEPT = {"contact", "role", "phone", "email", "signup", "go_between"}
AT_A_DOOR = {"place", "address", "postcode"}
TAKEN_OFF = "Van de kaart gehaald"
BLOT = "…"  # In the place of an old number; the rule `trust.tells_change` knows it.


class AnsweredAlready(ValueError):
    """Somebody said yes or no before."""

    def __init__(self) -> None:
        super().__init__(_("Iemand zei hier al ja of nee op."))


class NoReason(ValueError):
    """A no without why."""

    def __init__(self) -> None:
        super().__init__(_("Schrijf in één zin waarom niet. Dat leest wie het aanmeldde."))


class ManyWait(ValueError):
    """So much waits in this neighbourhood that nobody could read more."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "In deze buurt wacht al veel op een ja. Er kan nu niets bij. Wat je schreef staat hier nog. "
                "Probeer het over een paar dagen weer, of vraag het aan wie de buurt coördineert."
            )
        )


class NotAsSeen(ValueError):
    """It changed after somebody looked."""

    def __init__(self) -> None:
        super().__init__(_("Het is intussen nog eens veranderd. Kijk opnieuw."))


class KeptByAnother(ValueError):
    """What somebody keeps is not given to another."""

    def __init__(self) -> None:
        super().__init__(_("Iemand houdt dit al bij."))


def enter(*, said: Said, neighbourhood: Neighbourhood, by: Person | None, at: datetime) -> tuple[Initiative, str]:
    """Send in what one does; it waits for a yes. Who has no account gets the token of a link to keep it by.

    Raises `ManyWait`.
    """
    if many_wait(neighbourhood):
        raise ManyWait
    token = "" if by else new_token()
    sent = Initiative(
        neighbourhood=neighbourhood,
        by=by,
        token_hash=hash_of(token) if token else None,
        said=dict(said),
        at=at,
        changed_at=at,
    )
    sent.save(force_insert=True)
    return sent, token


def many_wait(neighbourhood: Neighbourhood) -> bool:
    """Whether nothing more can be sent in there by whoever acts."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.many_wait(%s)", [neighbourhood.pk])
        (many,) = cursor.fetchone()
    return bool(many)


def new_token() -> str:
    return secrets.token_urlsafe(32)


def approve(*, initiative: Initiative, by: Person | None, at: datetime, seen: datetime | None = None) -> Service:
    """It stands on the map from now on, and keeps itself. by: None for the office beheer.

    seen: when what was looked at had changed, where somebody looks at a page. Raises `AnsweredAlready`, `NotAsSeen`.
    """
    if initiative.answer():
        raise AnsweredAlready
    if seen and initiative.changed_at != seen:
        raise NotAsSeen
    with transaction.atomic():
        InitiativeAnswer.objects.create(initiative=initiative, yes=True, by=by, at=at)
        _write(initiative, at=at)
    return service_of(initiative)


def refuse(*, initiative: Initiative, why: str, by: Person | None, at: datetime) -> None:
    """It does not come on the map, or no longer stands there; whoever sent it reads why.

    Raises `AnsweredAlready`, `NoReason`.
    """
    if not why.strip():
        raise NoReason
    last = initiative.answer()
    if last and not last.yes:
        raise AnsweredAlready
    with transaction.atomic():
        if last:
            _write(initiative, at=at, stops=True)
        InitiativeAnswer.objects.create(initiative=initiative, yes=False, why=why.strip(), by=by, at=at)


def rewrite(*, initiative: Initiative, said: Said, at: datetime) -> None:
    """Whoever keeps it says it anew: what waits waits on, what stands on the map changes there at once.

    Raises `AnsweredAlready` when the answer was no, or when they stopped: then it is sent in anew.
    """
    if not is_kept(initiative):
        raise AnsweredAlready
    with transaction.atomic():
        was = stood(initiative, said=said)
        initiative.said, initiative.was, initiative.changed_at = dict(said), was, at
        Initiative.objects.filter(pk=initiative.pk).update(said=initiative.said, was=was, changed_at=at)
        if is_approved(initiative):
            _write(initiative, at=at)


def stood(initiative: Initiative, *, said: Said) -> dict[str, str | None]:
    """Of what is otherwise by these words, what stood there when somebody last looked; null for what is not kept.

    While it waits, or when it stops, nothing: it is read whole, or only the name is left.
    """
    looked = initiative.answer()
    if looked is None or said.get("stopped"):
        return {}
    was: dict[str, str | None] = {} if looked.at > initiative.changed_at else dict(initiative.was)
    hidden = NOT_KEPT | (AT_A_DOOR if "1" in (said.get("at_home"), initiative.said.get("at_home")) else set())
    for name in initiative.said.keys() | said.keys():
        before = initiative.said.get(name, "")
        if before != said.get(name, ""):
            was.setdefault(name, None if before and name in hidden else _without_numbers(before))
    return {
        name: None if text and name in hidden else text
        for name, text in was.items()
        if text is None or BLOT in text or text != said.get(name, "")
    }


def _without_numbers(text: str) -> str:
    """An old number may stand in any words."""
    return MAIL.sub(BLOT, PHONE.sub(BLOT, text))


def look(*, initiative: Initiative, seen: datetime, by: Person | None, at: datetime) -> None:
    """It may stand as it does now. seen: when what was looked at had changed. Raises `AnsweredAlready`, `NotAsSeen`."""
    if not is_approved(initiative) or initiative.is_stopped:
        raise AnsweredAlready
    if initiative.changed_at != seen:
        raise NotAsSeen
    InitiativeAnswer.objects.create(initiative=initiative, yes=True, by=by, at=at)


def stop(*, initiative: Initiative, at: datetime) -> None:
    """Whoever keeps it stops: only the name stays, on the map with that it stopped."""
    rewrite(initiative=initiative, said={"name": initiative.said["name"], "stopped": "1"}, at=at)


def leave(*, initiative: Initiative, said: Said, at: datetime) -> None:
    """Whoever kept it is forgotten. Others may go on: it stays where one finds the way without them, and else it stops.

    said: what may stay of it, without them. Acts as the office 'rights'. Nobody found it right by this: the day stays.
    """
    with transaction.atomic():
        there = Service.objects.filter(pk=key_of(initiative, table="service")).exclude(status=Service.Status.DEFUNCT)
        found = there.values_list("assured_date", flat=True).first()
        stays = there.exists() and others_can_come(said)  # What was gone already does not come back by it.
        initiative.said = dict(said) if stays else {"name": said["name"], "stopped": "1"}
        _write(initiative, at=at, day=found)
        if stays:
            Initiative.objects.filter(pk=initiative.pk).update(said=initiative.said, was={}, by=None)


def hand_on(*, initiative: Initiative) -> str:
    """The token of a link by which somebody else keeps what nobody keeps any more. Raises `KeptByAnother`."""
    token = new_token()
    if not Initiative.objects.left().filter(pk=initiative.pk).update(token_hash=hash_of(token)):
        raise KeptByAnother
    return token


def is_kept(initiative: Initiative) -> bool:
    """Whether it waits or stands; after a no, or when they stopped, it is sent in anew."""
    last = initiative.answer()
    return not initiative.is_stopped and (last is None or last.yes)


def is_gone(initiative: Initiative) -> bool:
    """Whoever keeps it said by the link in their mail that it is no more."""
    there = Service.objects.filter(pk=key_of(initiative, table="service"))
    return there.filter(status=Service.Status.DEFUNCT).exists()


def is_approved(initiative: Initiative) -> bool:
    last = initiative.answer()
    return bool(last and last.yes)


def standing(*, codes: Iterable[str]) -> list[tuple[Initiative, datetime | None]]:
    """What stands on the map in these neighbourhoods and when that changed: what nobody keeps, then the newest."""
    approved = Initiative.objects.on_the_map().filter(neighbourhood__in=list(codes)).select_related("neighbourhood")
    keys = {key_of(one, table="service"): one for one in approved}
    there = Service.objects.filter(pk__in=keys).exclude(status=Service.Status.DEFUNCT)
    changed = there.order_by(F("changed_at").desc(nulls_last=True), "id")
    there_now = [(keys[key], at) for key, at in changed.values_list("pk", "changed_at")]
    return sorted(there_now, key=lambda one: not one[0].is_left)


def changed() -> InitiativeQuerySet:
    """What stands on the map and says something else since who coordinates there last looked."""
    last = InitiativeAnswer.objects.filter(initiative=OuterRef("pk")).order_by("-at", "-id")
    there = Initiative.objects.on_the_map().exclude(was={}).alias(looked=Subquery(last.values("at")[:1]))
    return _shown(there.filter(changed_at__gte=F("looked")))


def _shown(initiatives: InitiativeQuerySet) -> InitiativeQuerySet:
    """Whose listing did not stop: whoever keeps it may say so by the link in their mail too."""
    text: TextField[str, str] = TextField()
    source = Concat(Value(OWN), OuterRef("neighbourhood_id"), Value(":"), Cast(OuterRef("pk"), text), output_field=text)
    listings = Service.objects.filter(came_from=source).exclude(status=Service.Status.DEFUNCT)
    return initiatives.filter(Exists(listings))


def service_of(initiative: Initiative) -> Service:
    """Its listing. Raises Service.DoesNotExist while it waits."""
    return Service.objects.get(pk=key_of(initiative, table="service"))


def key_of(initiative: Initiative, *, table: str) -> UUID:
    return key_for(initiative.source, table, SELF)


def _write(initiative: Initiative, *, at: datetime, stops: bool = False, day: date | None = None) -> None:
    """The rows of the map as they are told now; what is no longer told goes. day: when it was last found right."""
    source, report, said = initiative.source, Report(), initiative.said
    if stops or initiative.is_stopped:  # What was refused may be the name itself.
        said = {"name": TAKEN_OFF if stops else said["name"], "stopped": "1"}
    rows = told(said, area=initiative.neighbourhood, day=day or timezone.localdate(at), source=source)
    tables = Settling(source, report, lambda _table, _key: False).settle(rows)
    one_subject(tables, source)
    tables["taxonomy_term"] = _new_subjects(tables["taxonomy_term"])
    load(tables, source=source, at=at, report=report, progress=_silent)
    _take_away(initiative, tables)
    service = service_of(initiative)
    ours = {name: said.get(name, "") for name in ("community", "go_between")}
    Service.objects.filter(pk=service.pk).update(**ours)
    understand(at=at, progress=_silent, services=[service.pk])


def _new_subjects(rows: list[Row]) -> list[Row]:
    """A subject is written once: others may use it from then on."""
    known = set(TaxonomyTerm.objects.filter(pk__in=[row.id for row in rows]).values_list("pk", flat=True))
    return [row for row in rows if row.id not in known]


def _take_away(initiative: Initiative, tables: dict[str, list[Row]]) -> None:
    """What is no longer told goes. The listing itself stays, and its subject, which others may use."""
    service, location, contact = (key_of(initiative, table=table) for table in ("service", "location", "contact"))
    hung = {
        **{table: {"service": service} for table in ("schedule", "language", "service_at_location")},
        "attribute": {"link_id": service},
        "phone": {"contact": contact},
        "contact": {"pk": contact},
        "address": {"location": location},
        "location": {"pk": location},
    }
    for table, of in hung.items():
        gone = model_of(table)._default_manager.filter(came_from=initiative.source, **of)
        gone = gone.exclude(pk__in=[row.id for row in tables[table]])
        if gone.exists():
            gone.delete()


def _silent(what: str, done: int, total: int) -> None:
    """Nobody watches."""

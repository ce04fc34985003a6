"""Everything that is known about somebody, as tables of plain values: names of others are masked, sentences stay."""

from dataclasses import dataclass
from dataclasses import field as filled_with
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Field, ForeignKey, Model, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from nabij.memory.masking import Names, names_for
from nabij.memory.part import Part
from nabij.memory.parts import PARTS
from nabij.memory.whose import About
from nabij.people.models import Hat, Person
from nabij.stories.models import Promise, Story
from nabij.stories.reading import residents_in
from nabij.trust.models import Circle, Membership
from nabij.trust.reading import said_purposes
from nabij.trust.verbs import leave_trace, note_look, note_looks

MOST = 20_000  # Rows of one kind; a life of notes every day for fifty years is 18,000.


@dataclass(frozen=True)
class Table:
    """One kind of what is known: the part, its columns, and the rows as {column: value that JSON can hold}."""

    part: Part
    columns: list[str]
    rows: list[dict[str, Any]]
    purposes: dict[str, str] = filled_with(default_factory=dict)  # The sentence of each key in a log.


@dataclass(frozen=True)
class OwnData:
    """Everything about one person that whoever acts may hand them, as it stood at one moment."""

    person: Person
    at: datetime
    tables: list[Table]


def about(person: Person) -> About:
    """The circles of this person, as far as whoever acts sees them."""
    theirs = list(
        Membership.objects.current()
        .filter(person=person)
        .values_list("circle_id", "as_resident", "circle__kind", "circle__made_by_id")
    )
    own = {
        circle
        for circle, resident, kind, maker in theirs
        if resident or (kind == Circle.Kind.OWN and maker == person.id)
    }
    return About(person.id, frozenset(own), frozenset(circle for circle, *_rest in theirs))


def counts(person: Person) -> list[tuple[Part, int]]:
    """How many rows there are of each kind that the page shows."""
    whose = about(person)
    return [(part, part.rows(whose).count()) for part in PARTS if part.shown]


def table_of(person: Person, *, part: Part, most: int = MOST) -> Table:
    """One kind of what is known about somebody."""
    whose = about(person)
    return _table(part, list(part.rows(whose)[:most]), whose=whose, names=names_for(person, own=whose.own))


def gather(*, person: Person, at: datetime) -> OwnData:
    """Everything, kind by kind; read as whoever acts, so that nothing is in it that they may not see."""
    whose = about(person)
    names = names_for(person, own=whose.own)
    tables = [_table(part, list(part.rows(whose)[:MOST]), whose=whose, names=names) for part in PARTS]
    return OwnData(person=person, at=at, tables=tables)


def note_taken(*, person: Person, by: Person, at: datetime, what: str, why: str = "") -> None:
    """That somebody's data left this house: a trace of who took it, and a look when it is not their own."""
    leave_trace(by=by, hat=None, what=what, thing=person, circle=None, at=at, why=why)
    note_look(by=by, hat=None, about=[person.id], thing=person, at=at, what=what, why=why)
    note_promises_read(person=person, by=by, at=at, what=what, why=why)


def note_promises_read(*, person: Person, by: Person, at: datetime, what: str, why: str = "") -> None:
    """What somebody promised stands in the stories of others: reading it back is a look at those."""
    theirs = Promise.objects.filter(Q(who=person) | Q(for_whom=person))
    stories = list(Story.objects.filter(id__in=theirs.values("story")))
    about = residents_in({one.circle_id for one in stories})
    seen = [(one, [key for key in about.get(one.circle_id, []) if key != person.id]) for one in stories]
    note_looks(by=by, hat=None, seen=seen, at=at, what=what, why=why)


def _table(part: Part, found: list[Model], *, whose: About, names: Names) -> Table:
    columns = part.names()
    fields = [part.model._meta.get_field(name) for name in columns]
    theirs = _others_by_key(fields, found, names=names)
    rows = []
    for row in found:
        wrote = getattr(row, "author_id", None) or getattr(row, "noted_by_id", None) or getattr(row, "by_id", None)
        hidden = not part.freely and _circle_of(row) not in whose.own
        rows.append(
            {
                field.name: _value(
                    field, row, theirs=theirs, names=names, part=part, hidden=hidden, own=wrote == whose.person
                )
                for field in fields
            }
        )
    return Table(part=part, columns=columns, rows=rows, purposes=_sentences(fields, found))


def _sentences(fields: list[Any], found: list[Model]) -> dict[str, str]:
    """What the purposes in these rows are called, where they stand there by key alone."""
    keys = {getattr(row, one.name) for one in fields if one.name == "purpose" and not one.is_relation for row in found}
    return said_purposes(keys) if keys else {}


def _circle_of(row: Model) -> UUID | None:
    return getattr(row, "circle_id", None) or getattr(row, "circle_key", None)


def _value(
    field: Any,
    row: Model,
    *,
    theirs: dict[type[Model], dict[Any, str]],
    names: Names,
    part: Part,
    hidden: bool,
    own: bool,
) -> Any:
    """A field as JSON can hold it: a key becomes a name or a sentence, free text loses the names of others."""
    raw = getattr(row, field.attname)
    if isinstance(field, ForeignKey):
        return theirs.get(field.related_model, {}).get(raw, _as_it_is(raw))  # type: ignore[arg-type]
    if field.choices:
        return str(dict(field.flatchoices).get(raw, raw))
    if isinstance(raw, str) and part.model.privacy.class_of(field.name) == "sensitive":  # type: ignore[attr-defined]
        return _("(gaat over een ander)") if hidden and raw else names.mask(raw, own=own)
    if field.name in ("who_name", "person_name", "answerer_name", "name") or raw is None:
        return raw
    return _as_it_is(raw)


def _as_it_is(raw: Any) -> Any:
    if isinstance(raw, datetime):
        return timezone.localtime(raw).isoformat(timespec="seconds")
    if isinstance(raw, date | time):
        return raw.isoformat()
    if isinstance(raw, bool | int | float | list | dict) or raw is None:
        return raw
    return str(raw)


def _others_by_key(fields: list[Any], found: list[Model], *, names: Names) -> dict[type[Model], dict[Any, str]]:
    """What the keys in these rows mean, one question for each table: a person by `names`, else as it is called."""
    wanted: dict[type[Model], set[Any]] = {}
    for field in fields:
        if isinstance(field, ForeignKey) and is_called(field):
            keys = {getattr(row, field.attname) for row in found} - {None}
            wanted.setdefault(field.related_model, set()).update(keys)  # type: ignore[arg-type]
    said: dict[type[Model], dict[Any, str]] = {}
    for model, keys in wanted.items():
        if not keys:
            continue
        if model is Person:
            said[model] = names.of(keys)
        else:
            there = (Hat.objects.select_related("group") if model is Hat else model._default_manager).in_bulk(
                list(keys)
            )
            said[model] = {key: in_full(one) for key, one in there.items()}
    return said


def in_full(one: Model) -> str:
    """As it is called; a hat by its role and for whom."""
    return f"{one.role}, {one.group}" if isinstance(one, Hat) and one.group else str(one)


def is_called(field: "Field[Any, Any]") -> bool:
    """Whether what a key leads to has a name of its own; a moment or a promise is named by its key alone."""
    return getattr(field.related_model, "__str__", None) is not Model.__str__

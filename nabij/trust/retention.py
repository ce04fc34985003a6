"""Deleting what is past its term, as the office 'bewaren', with a proof that holds no content.

The rules stand once, in the database: policies for `delete` named `goes_...` (by themselves) and `along_...` (with the
row they hang on). This job reads them there, so what it looks for and what it is allowed cannot differ, and a mistake
here deletes nothing that is younger. A row goes only when nothing that stays refers to it.

A dry run is the run itself, taken back. Terms count by the clock of the database; `at` stands in the proof.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import structlog
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.utils.timezone import localdate

from nabij.base.privacy import Keep
from nabij.trust.acting import acting_as, office
from nabij.trust.keeping import Deletion, Hold

log = structlog.get_logger("nabij.retention")
BATCH = 1000
LASTS = 3600  # Seconds that a batch, or the whole of a dry run, may take.
MOST_ROUNDS = 12  # What goes frees what it referred to; a handful of rounds ends it.

RULES = """
  select c.relname, p.polname, pg_get_expr(p.polqual, p.polrelid), obj_description(p.oid, 'pg_policy')
  from pg_policy p join pg_class c on c.oid = p.polrelid
  where p.polcmd = 'd' and p.polname ~ '^(goes|along)_' order by 1, 2"""
REFERENCES = """
  select f.confrelid::regclass::text, f.conrelid::regclass::text, a.attname,
    not c.relrowsecurity and has_table_privilege('nabij_office', c.oid, 'delete')
  from pg_constraint f join pg_class c on c.oid = f.conrelid
  join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1] where f.contype = 'f' order by 1, 2, 3"""
FORGET_LOOKS = f"select trust.forget_looks(statement_timestamp() - interval '{Keep.LOG.term}')"


@dataclass(frozen=True)
class Rule:
    """One rule of deletion as the database holds it."""

    table: str
    name: str
    condition: str
    says: str

    @property
    def column(self) -> str:
        """Of what goes along: the column by which it hangs on another row."""
        return self.name.removeprefix("along_") if self.name.startswith("along_") else ""


@dataclass(frozen=True)
class Gone:
    """What went of one table under one rule."""

    table: str
    rule: str
    how_many: int
    oldest: date | None = None
    newest: date | None = None

    def with_more(self, more: "Gone") -> "Gone":
        days = [day for day in (self.oldest, self.newest, more.oldest, more.newest) if day]
        ends = (min(days), max(days)) if days else (None, None)
        return Gone(self.table, self.rule, self.how_many + more.how_many, *ends)


@dataclass
class Report:
    """What a run deleted, or a dry run would; what is held; and which tables it had to leave, with why."""

    gone: dict[tuple[str, str], Gone] = field(default_factory=dict)
    held: list[Hold] = field(default_factory=list)
    left: dict[str, str] = field(default_factory=dict)

    def add(self, went: Gone) -> None:
        was = self.gone.get((went.table, went.rule))
        self.gone[went.table, went.rule] = was.with_more(went) if was else went

    @property
    def lines(self) -> list[Gone]:
        return [self.gone[key] for key in sorted(self.gone)]


class Refused(DatabaseError):
    """The database let fewer rows go than were found: the batch is taken back."""


def forget(*, at: datetime, dry_run: bool = False, batch: int = BATCH) -> Report:
    """Deletes what is past its term and leaves the proof; a dry run says what that would be, and deletes nothing."""
    sweep = Sweep(at=at, batch=batch)
    if not dry_run:
        sweep.run()
        return sweep.report
    with acting_as(office("bewaren"), seconds=LASTS):
        sweep.run()
        transaction.set_rollback(True)
    return sweep.report


class Sweep:
    """One run: batch by batch, each in a transaction of its own, children before what they refer to."""

    def __init__(self, *, at: datetime, batch: int) -> None:
        self.at, self.batch, self.report = at, batch, Report()
        with acting_as(office("bewaren"), seconds=LASTS):
            rules = [Rule(*row) for row in _rows(RULES)]
            self.references = _rows(REFERENCES)
            self.report.held = list(Hold.objects.standing(on=localdate(at)))
        self.goes = [rule for rule in rules if not rule.column]
        self.along = self._what_goes_along(rules)
        self.since, self.keys = _dates(), _keys()

    def run(self) -> None:
        for _round in range(MOST_ROUNDS):
            if not sum(self._all_of(rule) for rule in self._in_order()):
                break
        self._logs()

    # -- What hangs on what ----------------------------------------------------------------------------------------

    def _what_goes_along(self, rules: list[Rule]) -> dict[str, list[Rule]]:
        """By the table it hangs on: our own by their rule, those of others (log-in) where the office may delete."""
        ours = {(rule.table, rule.column): rule for rule in rules if rule.column}
        found: dict[str, list[Rule]] = {}
        for target, child, column, of_others in self.references:
            if (child, column) in ours:
                found.setdefault(target, []).append(ours[child, column])
            elif of_others:
                found.setdefault(target, []).append(Rule(child, f"along_{column}", "", "Goes with what it belongs to."))
        return found

    def _in_order(self) -> list[Rule]:
        """Rules of children before those of what they refer to."""
        tables = {rule.table for rule in self.goes}
        below = {name: {t for t, child, _column, _o in self.references if child == name != t} for name in tables}
        depth: dict[str, int] = {}

        def height(name: str, seen: frozenset[str] = frozenset()) -> int:
            if name not in depth:
                under = [height(one, seen | {name}) for one in below.get(name, ()) if one in tables and one not in seen]
                depth[name] = 1 + max(under, default=0)
            return depth[name]

        return sorted(self.goes, key=lambda rule: (-height(rule.table), rule.table, rule.name))

    def _free(self, table: str) -> Iterator[str]:
        """That nothing which stays refers to a row."""
        along = {(rule.table, rule.column) for rule in self.along.get(table, ())}
        for target, child, column, _of_others in self.references:
            if target == table and (child, column) not in along:
                refers = f'refers."{column}" = {table}.{self._key(table)}'
                yield f"not exists (select 1 from {child} as refers where {refers})"

    def _key(self, table: str) -> str:
        return self.keys.get(table, "id")

    # -- Deleting --------------------------------------------------------------------------------------------------

    def _all_of(self, rule: Rule) -> int:
        """Everything under one rule, in batches; a batch that the database refuses ends it, and is told."""
        condition = " and ".join((f"({rule.condition})", *self._free(rule.table)))
        went = 0
        while rule.table not in self.report.left:
            try:
                with acting_as(office("bewaren"), seconds=LASTS):
                    gone = self._one_batch(rule, condition)
            except DatabaseError as problem:
                self.report.left[rule.table] = type(problem).__name__
                log.warning("retention_refused", table=rule.table, rule=rule.name, trouble=type(problem).__name__)
                break
            for one in gone:
                self.report.add(one)
            went += sum(one.how_many for one in gone)
            if not gone or gone[0].how_many < self.batch:
                break
        return went

    def _one_batch(self, rule: Rule, condition: str) -> list[Gone]:
        since = self.since.get(rule.table, "null")
        key = self._key(rule.table)
        found = _rows(f"select {key}, ({since})::date from {rule.table} where {condition} limit {self.batch}")
        if not found:
            return []
        _do("set constraints all deferred")
        gone = list(self._delete(rule, [key for key, _day in found], [day for _key, day in found if day]))
        # Here and not at the end of the transaction: what still refers to these rows takes the whole batch back.
        _do("set constraints all immediate")
        _do("set constraints all deferred")
        return gone

    def _delete(self, rule: Rule, keys: Sequence[Any], days: Sequence[date] = ()) -> Iterator[Gone]:
        """Deletes rows, then what hangs on them, each with its proof in this transaction."""
        went = _do(f"delete from {rule.table} where {self._key(rule.table)} = any(%s)", list(keys))
        if went != len(keys):
            raise Refused
        gone = Gone(rule.table, rule.says, went, min(days, default=None), max(days, default=None))
        self._prove(gone, keys)
        yield gone
        for child in self.along.get(rule.table, ()):
            found = f'select {self._key(child.table)} from {child.table} where "{child.column}" = any(%s)'
            theirs = [key for (key,) in _rows(found, keys)]
            if theirs:
                yield from self._delete(child, theirs)

    def _prove(self, gone: Gone, keys: Sequence[Any]) -> None:
        Deletion.objects.create(
            at=self.at,
            table_name=gone.table,
            rule=gone.rule,
            how_many=gone.how_many,
            oldest=gone.oldest,
            newest=gone.newest,
            keys_hash=hash_of(keys),
        )

    # -- Beside ----------------------------------------------------------------------------------------------------

    def _logs(self) -> None:
        """The logs are only ever added to; a word of their own forgets what is older than five years."""
        with acting_as(office("bewaren"), seconds=LASTS):
            with acting_as(office("retention"), seconds=LASTS):
                went = int(_rows(FORGET_LOOKS)[0][0])
            if went:
                gone = Gone("trust_look", f"The logs of looks, changes and processing: {Keep.LOG}.", went)
                self._prove(gone, ())
                self.report.add(gone)


def hash_of(keys: Sequence[Any]) -> str:
    """Says nothing by itself; whoever holds a list of keys can check that it was these."""
    return hashlib.sha256("\n".join(sorted(str(key) for key in keys)).encode()).hexdigest() if keys else ""


def _dates() -> dict[str, str]:
    """From which column the term of each table counts."""
    found = {}
    for model in apps.get_models():
        since = getattr(getattr(model, "privacy", None), "since", "")
        if since:  # Always a date, so the column is called as the field.
            found[model._meta.db_table] = f'"{since}"'
    return found


def _keys() -> dict[str, str]:
    """By what a row is known, of each table that does not call that `id`."""
    primary = {model._meta.db_table: model._meta.pk.column for model in apps.get_models()}
    return {table: f'"{column}"' for table, column in primary.items() if column != "id"}


def _rows(sql: str, *args: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, args or None)
        return list(cursor.fetchall())


def _do(sql: str, *args: Any) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, args or None)
        return int(cursor.rowcount)

"""Guards: how a table says, beside its columns, who may touch it. They travel in migrations.

A room's `policies.py` holds `GUARDS = [Guard(...)]`; `nabij makemigrations` notices a changed guard and writes a
`ChangeGuard`, which freezes the old and the new one and so runs both ways.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from nabij.base.change import Change

APP = "nabij_app"
OFFICE = "nabij_office"


class Frozen:
    """A dataclass that a migration can write down (Django's @deconstructible cannot mark a frozen one)."""

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        said = {f.name: getattr(self, f.name) for f in fields(self)}  # type: ignore[arg-type]
        kept = {f.name: said[f.name] for f in fields(self) if said[f.name] != f.default}  # type: ignore[arg-type]
        return f"{type(self).__module__}.{type(self).__name__}", [], kept


@dataclass(frozen=True)
class Policy(Frozen):
    """One row-level-security policy of one line, with a sentence for people (`says`).

    restrictive: it opens nothing, and takes away from what the others open.
    """

    name: str
    command: str
    using: str = ""
    check: str = ""
    to: str = APP
    says: str = ""
    restrictive: bool = False

    def create(self, table: str) -> Iterator[str]:
        using = f" using ({self.using})" if self.using else ""
        check = f" with check ({self.check})" if self.check else ""
        kind = "as restrictive " if self.restrictive else ""
        yield f'create policy "{self.name}" on {table} {kind}for {self.command} to {self.to}{using}{check}'
        yield f"comment on policy \"{self.name}\" on {table} is '{self.says.replace(chr(39), chr(39) * 2)}'"


@dataclass(frozen=True)
class Guard(Frozen):
    """All that the app and its offices may do with one table.

    grants: what the app's role may, such as ("select", "insert (id, line)"); offices: the same for `nabij_office`.
    rls False only for tables of others, with the reason in `why`. add_only: rows are never changed or taken away, by
    the owner neither; the trigger that refuses it is the word `trust.only_added_to`.
    """

    table: str
    grants: tuple[str, ...] = ()
    policies: tuple[Policy, ...] = ()
    rls: bool = True
    offices: tuple[str, ...] = ()
    sequences: tuple[str, ...] = ()
    why: str = ""
    add_only: bool = False

    def raise_it(self) -> Iterator[str]:
        for role, rights in ((APP, self.grants), (OFFICE, self.offices)):
            if rights:
                yield f"grant {', '.join(rights)} on {self.table} to {role}"
            for sequence in self.sequences if rights else ():
                yield f"grant usage on sequence {sequence} to {role}"
        if self.rls:
            yield f"alter table {self.table} enable row level security"
        for policy in self.policies:
            yield from policy.create(self.table)
        if self.add_only:
            refuse = f"on {self.table} for each %s execute function trust.only_added_to()"
            yield f"create trigger only_added_to before update or delete {refuse % 'row'}"
            yield f"create trigger never_emptied before truncate {refuse % 'statement'}"

    def take_down(self) -> Iterator[str]:
        for trigger in ("only_added_to", "never_emptied") if self.add_only else ():
            yield f"drop trigger {trigger} on {self.table}"
        for policy in self.policies:
            yield f'drop policy "{policy.name}" on {self.table}'
        yield f"revoke all on {self.table} from {APP}, {OFFICE}"
        for sequence in self.sequences:
            yield f"revoke all on sequence {sequence} from {APP}, {OFFICE}"
        if self.rls:
            yield f"alter table {self.table} disable row level security"


class ChangeGuard(Change):
    """Replaces the guard of one table; either side may be None."""

    def change(self, editor: Any, *, old: Guard | None, new: Guard | None) -> None:
        for guard, steps in ((old, Guard.take_down), (new, Guard.raise_it)):
            for sql in steps(guard) if guard else ():
                editor.execute(sql, params=None)

    def describe(self) -> str:
        return f"Guard {self.what.table if self.what else '?'}"

    @property
    def migration_name_fragment(self) -> str:
        return f"guard_{self.what.table if self.what else 'none'}"

"""Words: the SQL functions in schema `trust` of which policies are made, declared in a room's `words.py`.

Like guards they travel in migrations: `nabij makemigrations` notices a changed word and writes a `ChangeWord`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nabij.base.change import Change
from nabij.base.guard import APP, OFFICE, Frozen

SCHEMA = ("create schema if not exists trust", f"grant usage on schema trust to {APP}, {OFFICE}")


@dataclass(frozen=True)
class Word(Frozen):
    """One function of schema `trust`: STABLE, its own search_path, and by default SECURITY DEFINER.

    name: with its parameters, such as "has_mail(person uuid)"; none means "()". changes: it writes, and so is VOLATILE.
    """

    name: str
    returns: str
    body: str
    lang: str = "sql"
    definer: bool = True
    to: str = f"{APP}, {OFFICE}"
    rows: int = 0
    changes: bool = False

    @property
    def signature(self) -> str:
        return self.name if "(" in self.name else f"{self.name}()"

    @property
    def types(self) -> str:
        """The signature without the parameters' names, as `drop` and `grant` want it."""
        start, inside = self.signature.rstrip(")").split("(")
        kinds = [part.strip().split(" ", 1)[1] for part in inside.split(",") if part.strip()]
        return f"trust.{start}({', '.join(kinds)})"

    def create(self) -> Iterator[str]:
        definer = "security definer" if self.definer else ""
        rows = f"rows {self.rows}" if self.rows else ""
        kind = "volatile" if self.changes else "stable"
        head = f"language {self.lang} {kind} {definer} {rows} set search_path = pg_catalog, pg_temp"
        yield from SCHEMA
        what = f"trust.{self.signature} returns {self.returns}"
        yield f"create or replace function {what} {head} as $word${self.body}$word$"
        yield f"revoke all on function {self.types} from public"
        yield f"grant execute on function {self.types} to {self.to}"

    def drop(self) -> Iterator[str]:
        yield f"drop function {self.types}"


class ChangeWord(Change):
    """Replaces one word; either side may be None."""

    def change(self, editor: Any, *, old: Word | None, new: Word | None) -> None:
        # Policies lean on words, so a word is replaced in place and dropped only when it is gone.
        for sql in new.create() if new else old.drop() if old else ():
            editor.execute(sql, params=None)

    def describe(self) -> str:
        return f"Word {self.what.types if self.what else '?'}"

    @property
    def migration_name_fragment(self) -> str:
        return f"word_{self.what.name.split('(')[0] if self.what else 'none'}"

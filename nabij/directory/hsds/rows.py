"""One row on its way in, and how a heading or a key of an object finds its column."""

import uuid
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from nabij.directory.hsds.tables import EXTRA, LISTS, OTHER_COLUMNS, TABLES, singular

NO_ID = uuid.UUID(int=0)


@dataclass(slots=True)
class Row:
    """A row of one table and where it stood.

    `nested`: it stood inside another object, where the same thing is often told again. `counted` is False for what was
    split off from a row that counts. `numbering`: the table in whose numbering its key stands, when not its own.
    """

    table: str
    file: str
    line: int
    values: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
    counted: bool = True
    nested: bool = False
    key: str = ""
    numbering: str = ""
    links: dict[str, uuid.UUID] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    id: uuid.UUID = NO_ID
    made: bool = False

    def split_off(self, at: int, changes: dict[str, Any]) -> "Row":
        """The row once more with other values; only the first of a row counts and keeps its key."""
        values, extra = self.values | changes, dict(self.extra)
        first = at == 0
        key, counted = (self.key, self.counted) if first else ("", False)
        return Row(self.table, self.file, self.line, values, extra, counted, self.nested, key, self.numbering)


class Column(NamedTuple):
    """Where a cell goes: kind is value, list, left_over, extra or unknown."""

    kind: str
    name: str


@cache
def column(table: str, heading: str) -> Column:
    """The column of HSDS 3 that a heading means: as it is, without the table's name before it, or by another name."""
    plain = _plain(heading)
    if plain == EXTRA:
        return Column("extra", EXTRA)
    for word in _guesses(table, plain):
        if word in TABLES[table].columns:
            return Column("value", word)
        if (known := OTHER_COLUMNS.get(table, {}).get(word)) is not None:
            return Column("value", known)
        if word in LISTS.get(table, {}):
            return Column("list", word)
        if word in TABLES[table].left_over:
            return Column("left_over", word)
        if table == "attribute" and word == "service_id":
            return Column("value", "link_id")
    return Column("unknown", plain)


def _plain(heading: str) -> str:
    word = heading.strip("\ufeff \t\"'").lower()
    return "_".join("".join(sign if sign.isalnum() else " " for sign in word).split())


def _guesses(table: str, plain: str) -> list[str]:
    """The readings of a heading, the most literal first."""
    words = [plain]
    for ending in ("_uuid", "_recordid", "_record_id", "_key", "_guid", "_ref"):
        if plain.endswith(ending):
            words.append(plain.removesuffix(ending) + "_id")
    words += ["id"] if plain in ("uuid", "recordid", "record_id", "guid", "key") else []
    for word in list(words):
        for prefix in dict.fromkeys((table, table + "s", table[:-1] + "ies")):
            if word.startswith(prefix + "_"):
                words.append(word.removeprefix(prefix + "_"))
    for word in list(words):
        head, _, tail = word.rpartition("_")
        if tail == "id" and singular(head) != head:
            words.append(singular(head) + "_id")
        if f"{singular(word)}_id" in TABLES[table].links:
            words.append(f"{singular(word)}_id")
    return words

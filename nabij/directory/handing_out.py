"""The whole social map, table by table, for who hands it on."""

from collections import Counter
from collections.abc import Iterator
from typing import IO, Any

from nabij.directory.hsds.packing import as_document, pack
from nabij.directory.hsds.settling import ORDER
from nabij.directory.hsds.tables import EXTRA, TABLES
from nabij.directory.hsds.telling import ours
from nabij.directory.load import model_of

__all__ = ["export_hsds", "exported_hsds"]


def export_hsds(*, into: IO[bytes]) -> Counter[str]:
    """Write all of the map that the actor may read as a datapackage of HSDS 3; how many rows each table has."""
    return pack(_tables(), into=into)


def exported_hsds() -> dict[str, list[dict[str, Any]]]:
    """All of the map that the actor may read as one document of HSDS 3, with a list for each table."""
    return as_document(_tables())


def _tables() -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    return ((table, _rows(table)) for table in ORDER)


def _rows(table: str) -> Iterator[dict[str, Any]]:
    columns = [ours(table, name) for name in TABLES[table].columns]
    return model_of(table)._default_manager.order_by("pk").values(*columns, EXTRA).iterator(chunk_size=2000)

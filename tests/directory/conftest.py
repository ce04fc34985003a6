from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from nabij.directory.hsds.report import Report
from nabij.directory.models import Service
from nabij.directory.verbs import import_hsds
from nabij.trust.acting import acting_as, office
from nabij.trust.sealing import write_seal
from tests.conftest import owner

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
LISTINGS = Path(__file__).parent.parent.parent / "nabij" / "demo" / "listings"

SERVICES = "id,name,status\ns1,Eettafel,active\n"


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Writes a small social map: `folder(services="id,name\\n1,Eettafel")`."""

    def write(*, name: str = "kaart", encoding: str = "utf-8", **tables: str) -> Path:
        path = tmp_path / name
        path.mkdir(exist_ok=True)
        for table, text in tables.items():
            (path / f"{table}.csv").write_bytes(text.encode(encoding))
        return path

    return write


@pytest.fixture
def bring(db: None, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Report]:
    """Imports as the office beheer, without thinking about meaning: that is what the tests of finding are for."""
    monkeypatch.setattr("nabij.directory.verbs.understand", lambda **_known: 0)

    def run(path: Path, **options: Any) -> Report:
        with acting_as(office("beheer")):
            return import_hsds(path=path, at=NOW, **options)

    return run


def told(report: Report) -> dict[str, Any]:
    return report.as_dict()


def complaints(report: Report, *, field: str = "") -> list[tuple[str, int | None, str]]:
    """Where the doubts are, without their words."""
    return [(doubt.file, doubt.row, doubt.field) for doubt in report.problems if not field or doubt.field == field]


@pytest.fixture(scope="module")
def listings(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The forty listings, imported once for this file with their meaning, and taken away afterwards."""
    with django_db_blocker.unblock():
        write_seal()  # What ran before this file may have emptied every table.
        with acting_as(office("beheer")):
            import_hsds(path=LISTINGS, at=NOW)
        yield
        with owner():
            for model in reversed(list(Service._meta.apps.get_app_config("directory").get_models())):
                model._default_manager.all().delete()

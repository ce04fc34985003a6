from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from nabij.directory.verbs import import_hsds
from nabij.trust.acting import acting_as, office
from nabij.web import limits
from tests.api.standard import Standard
from tests.directory.conftest import NOW, folder

__all__ = ["ask", "bring", "folder", "standard", "without_limits"]


@pytest.fixture
def bring(db: None, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Brings in a map, without thinking about meaning unless a test asks for it."""
    monkeypatch.setattr("nabij.directory.verbs.understand", lambda **_known: 0)

    def run(path: Path) -> None:
        with acting_as(office("beheer")):
            import_hsds(path=path, at=NOW)

    return run


@pytest.fixture
def without_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests that ask more at once than anybody may."""
    monkeypatch.setattr(limits, "LIMITS", ())


@pytest.fixture
def ask(db: None, without_limits: None) -> Callable[..., Any]:
    """What a machine reads: `ask("services", per_page=3)`; a status that was not expected fails."""

    def run(path: str, *, status: int = 200, **asked: Any) -> Any:
        response = Client().get(f"/hsds/v3/{path}", asked)
        assert response.status_code == status, response.content
        assert response.headers["Access-Control-Allow-Origin"] == "*"
        return response.json()

    return run


@pytest.fixture
def standard(reference: Path) -> Standard:
    return Standard(reference / "standards")

"""What a command stands on: with a database of one's own, its secret and its owner are asked for in a sentence."""

import pytest

from nabij.cli import ground
from nabij.embedded.problem import ServerProblem


@pytest.fixture
def own_database(monkeypatch):
    for name in ("NABIJ_SECRET_KEY", "NABIJ_OWNER_URL", "NABIJ_LOGIN"):
        monkeypatch.setenv(name, "")
    monkeypatch.setenv("NABIJ_DATABASE_URL", "postgresql://nabij_app:x@db.example/nabij")
    return monkeypatch


def test_the_secret_is_asked_for(own_database):
    with pytest.raises(ServerProblem, match="NABIJ_SECRET_KEY is needed"):
        ground.prepare()
    own_database.setenv("NABIJ_SECRET_KEY", "a secret of this installation")
    ground.prepare()


def test_the_owners_login_is_asked_for_by_what_needs_it(own_database):
    own_database.setenv("NABIJ_SECRET_KEY", "a secret of this installation")
    with pytest.raises(ServerProblem, match="NABIJ_OWNER_URL is needed"):
        ground.prepare(login="owner")


def test_the_secret_is_made_once_and_is_for_its_user_alone(tmp_path):
    first = ground.secret(tmp_path / "secret")
    assert ground.secret(tmp_path / "secret") == first
    assert len(first) > 50
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600

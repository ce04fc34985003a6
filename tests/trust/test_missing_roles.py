"""`nabij migrate` says which roles miss, in lines that a superuser can run."""

import pytest
from django.core.management import CommandError, call_command

from nabij.trust import roles


def test_nothing_misses_on_a_server_that_was_made_ready(db):
    assert roles.missing_roles() == []


def test_a_role_that_misses_is_said_before_anything_is_made(db, monkeypatch):
    monkeypatch.setattr(roles, "LINES", roles.LINES | {"nabij_else": ("create role nabij_else nologin;",)})
    assert roles.missing_roles() == ["create role nabij_else nologin;"]
    with pytest.raises(CommandError, match="create role nabij_else nologin"):
        call_command("migrate", verbosity=0)

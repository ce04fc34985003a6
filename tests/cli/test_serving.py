"""Serving refuses what it should, in one sentence."""

import os
import socket

import psycopg
import pytest
from django.db import connection

from nabij.cli.serving import POWERS, PortTaken, TooPowerful, refuse_power, refuse_taken


def test_a_port_that_is_taken_is_said_before_anything_is_built(capsys):
    with socket.socket() as there:
        there.bind(("127.0.0.1", 0))
        there.listen()
        port = there.getsockname()[1]
        with pytest.raises(PortTaken):
            refuse_taken(f"127.0.0.1:{port}")
        assert f"--bind 127.0.0.1:{port + 1}" in capsys.readouterr().err
    refuse_taken(f"127.0.0.1:{port}")


@pytest.mark.parametrize("bind", ["127.0.0.1", "nergens", "127.0.0.1:poort"])
def test_an_address_that_is_none_is_refused_as_well(bind):
    with pytest.raises(PortTaken):
        refuse_taken(bind)


def test_a_login_that_passes_the_rules_does_not_serve(db, capsys, monkeypatch):
    monkeypatch.setattr(connection, "close", lambda: None)  # The test itself stands on it.
    with pytest.raises(TooPowerful):
        refuse_power()  # The tests' own login is the owner.
    assert "nabij_app" in capsys.readouterr().err


@pytest.mark.parametrize(("url", "powerful"), [("NABIJ_OWNER_URL", True), ("NABIJ_DATABASE_URL", False)])
def test_the_owner_has_power_and_the_app_has_not(url, powerful):
    with psycopg.connect(os.environ[url]) as login:
        assert login.execute(POWERS).fetchone() == (powerful,)

"""A server apart, started by a command: what the suite uses as the external PostgreSQL 16 of a municipality."""

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator

import psycopg
import pytest

from tests.embedded.conftest import ROOT, Home, new_home, until


@pytest.fixture
def nowhere() -> Iterator[Home]:
    home = new_home()
    yield home
    home.clear()


def command(home: Home, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "nabij.embedded", str(home.path), *words],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_it_prints_where_it_is_stays_and_ends_on_sigterm(nowhere: Home) -> None:
    process = command(nowhere, "--version", "16", "--tcp")
    assert process.stdout
    lines = [shlex.split(process.stdout.readline())[0].split("=", 1) for _ in range(2)]
    urls = dict(lines)
    with psycopg.connect(urls["NABIJ_DATABASE_URL"]) as connection:
        assert connection.execute("select current_user, current_database()").fetchone() == ("nabij_app", "nabij")
        assert connection.info.server_version // 10000 == 16
        assert connection.info.host == "127.0.0.1"
    with psycopg.connect(urls["NABIJ_OWNER_URL"]) as connection:
        assert connection.execute("select current_user").fetchone() == ("nabij_owner",)
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    process.communicate()
    until(lambda: nowhere.server() is None)


def test_it_says_in_one_line_what_is_wrong(nowhere: Home) -> None:
    (nowhere.path / "pg").write_text("in the way")
    process = command(nowhere)
    out, said = process.communicate(timeout=20)
    assert process.returncode == 1
    assert out == ""
    assert said.startswith("nabij: The database cannot live in")
    assert len(said.splitlines()) == 1


def test_an_address_that_is_none_is_refused(nowhere: Home) -> None:
    _, said = (process := command(nowhere, "--tcp", "somewhere")).communicate(timeout=20)
    assert process.returncode == 2
    assert "somewhere is not HOST:PORT" in said

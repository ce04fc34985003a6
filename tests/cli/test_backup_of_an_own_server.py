"""With a database of one's own, here a PostgreSQL 16 elsewhere: tools that fit it, and its own secret."""

import json
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

import psycopg
import pytest

from nabij.cli import ground
from nabij.cli.likeness import Likeness, likeness
from nabij.cli.pgtools import NoTool, candidates, major_of, tool
from nabij.embedded.postmaster import programs
from tests.cli.installation import Installation, folder
from tests.shape.house import ROOT

SECRET = "the secret of this installation, which is longer than fifty characters"


@pytest.fixture(scope="module")
def own() -> Iterator[Installation]:
    """A server apart, told of by its URLs alone; the data folder holds nothing."""
    home = Installation(folder())
    command = [sys.executable, "-m", "nabij.embedded", str(home.path / "elsewhere"), "--version", "16", "--tcp"]
    server = subprocess.Popen(command, cwd="/", env={**home.env, "PYTHONPATH": str(ROOT)}, stdout=-1, text=True)
    assert server.stdout
    for _line in range(2):
        name, url = server.stdout.readline().strip().split("=", 1)
        home.urls[name] = url.strip("'")
    home.urls["NABIJ_SECRET_KEY"] = SECRET
    home.nabij("migrate", "--verbosity", "0")
    home.nabij("welcome", "Sanne Visser", "sanne@nabij.example", "--role", "wijkwerker", "--formal")
    home.nabij("backup", str(home.path / "one.backup"))
    yield home
    server.terminate()
    server.wait(60)
    home.clear()


def looks(home: Installation) -> Likeness:
    with psycopg.connect(home.urls["NABIJ_OWNER_URL"]) as owner:
        return likeness(owner)


def test_it_comes_back_on_a_server_of_ones_own(own):
    was = looks(own)
    own.nabij("welcome", "Later Gekomen", "later@nabij.example")
    assert looks(own) != was
    assert "is kept as the database nabij_before_" in own.nabij("restore", str(own.path / "one.backup"))
    assert looks(own) == was
    own.nabij("check")
    assert not (own.path / "secret").exists()


def test_another_secret_is_asked_about(own):
    was = looks(own)
    other = "another secret of sixty characters, set by somebody who forgot"
    said = own.nabij("restore", str(own.path / "one.backup"), expect=2, NABIJ_SECRET_KEY=other)
    assert "--secret-to FILE" in said
    assert looks(own) == was
    own.nabij("restore", str(own.path / "one.backup"), "--new-secret", "--drop-old", NABIJ_SECRET_KEY=other)
    own.nabij("welcome", "Met een ander", "ander@nabij.example", NABIJ_SECRET_KEY=other)
    own.nabij("restore", str(own.path / "one.backup"), "--drop-old")
    assert looks(own)["tables"] == was["tables"]


def as_superuser(own: Installation, statement: str) -> None:
    (passwords,) = own.path.glob("elsewhere/pg/passwords")
    url = urlsplit(own.urls["NABIJ_OWNER_URL"])
    who = {"user": "postgres", "password": json.loads(passwords.read_text())["postgres"], "dbname": "postgres"}
    with psycopg.connect(host=url.hostname, port=url.port, autocommit=True, **who) as superuser:
        superuser.execute(statement)


def test_an_owner_that_may_make_no_database_is_told_what_to_ask(own):
    was = looks(own)
    as_superuser(own, "alter role nabij_owner nocreatedb")
    assert "alter role nabij_owner createdb;" in own.nabij("restore", str(own.path / "one.backup"), expect=1)
    assert looks(own) == was
    as_superuser(own, "alter role nabij_owner createdb")
    own.nabij("restore", str(own.path / "one.backup"), "--drop-old")


def test_a_server_that_is_not_there_says_so(own, tmp_path):
    port = urlsplit(own.urls["NABIJ_OWNER_URL"]).port
    gone = {name: own.urls[name].replace(f":{port}/", ":1/") for name in ("NABIJ_OWNER_URL", "NABIJ_DATABASE_URL")}
    for words in (("backup", str(tmp_path / "out")), ("restore", str(own.path / "one.backup"))):
        assert "The database does not do what it should" in own.nabij(*words, expect=1, **gone)
    assert list(tmp_path.iterdir()) == []


def test_no_password_stands_on_a_command_line(own, monkeypatch, tmp_path):
    """Everybody on a machine sees the words with which a program was started."""
    seen = tmp_path / "seen"
    for name in ("pg_dump", "pg_restore"):
        spy = tmp_path / name
        spy.write_text(f'#!/bin/sh\necho "$@" >> {seen}\nexec {programs(16) / name} "$@"\n')
        spy.chmod(0o755)
    path = f"{tmp_path}:/usr/bin:/bin"
    own.nabij("backup", str(tmp_path / "out"), PATH=path)
    own.nabij("restore", str(tmp_path / "out"), "--drop-old", PATH=path)
    words = seen.read_text()
    assert "--format=custom" in words
    assert "--use-list" in words
    password = urlsplit(own.urls["NABIJ_OWNER_URL"]).password
    assert password
    assert password not in words


# -- Which tools -------------------------------------------------------------------------------------------------------


@pytest.fixture
def without_embedded(monkeypatch):
    monkeypatch.setattr(ground, "TOOLS", [])


def test_a_tool_of_the_servers_own_version_is_taken(without_embedded, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert [major_of(tool("pg_dump", server=version)) for version in (16, 17, 18)] == [16, 18, 18]
    with pytest.raises(NoTool, match="install the client 19"):
        tool("pg_dump", server=19)


def test_the_systems_own_goes_before_ours(without_embedded, monkeypatch, tmp_path):
    (tmp_path / "pg_dump").write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 16.4 (Debian 16.4-1)'\n")
    (tmp_path / "pg_dump").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    assert tool("pg_dump", server=16) == str(tmp_path / "pg_dump")
    assert major_of(tool("pg_dump", server=18)) == 18


def test_an_older_one_is_never_taken(without_embedded, monkeypatch, tmp_path):
    (tmp_path / "pg_dump").write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 15.9'\n")
    (tmp_path / "pg_dump").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    assert str(tmp_path / "pg_dump") in candidates("pg_dump")
    assert major_of(tool("pg_dump", server=16)) == 16
    monkeypatch.setattr("nabij.cli.pgtools.INSTALLED", {})
    with pytest.raises(NoTool, match="only 15"):
        tool("pg_dump", server=16)

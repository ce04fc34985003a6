"""Root gets a user made for the server; anybody else is their own. What runs as whom, and who may pass where."""

import os
import shutil
import stat
import subprocess
from pathlib import Path
from types import SimpleNamespace

import pytest

from nabij.embedded import osuser
from nabij.embedded.osuser import Account, account_for, open_the_way
from nabij.embedded.problem import ServerProblem
from tests.embedded.conftest import Home

OURSELVES = Account(uid=os.geteuid(), gid=os.getegid(), switch=False)


def test_the_server_never_runs_as_root(empty: Home) -> None:
    process = empty.starts()
    process.answer()
    server = empty.server()
    assert server
    uid = server.uids().effective
    assert uid != 0
    assert uid == (empty.pg / "data").stat().st_uid
    assert (empty.pg / "passwords").stat().st_uid == (empty.account.uid if empty.account else os.geteuid())


def test_the_server_knows_nothing_of_our_environment(home: Home) -> None:
    home.starts(before="import os; os.environ['NABIJ_SECRET_KEY'] = 'known to us alone'").answer()
    server = home.server()
    assert server
    assert "NABIJ_SECRET_KEY" not in server.environ()


def test_the_user_is_made_once_and_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made: list[str] = []
    entry = SimpleNamespace(pw_uid=4321, pw_gid=4322)

    def useradd(words: list[str], **_: object) -> SimpleNamespace:
        made.append(words[-1])
        return SimpleNamespace(returncode=0, stderr="")

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(osuser, "known", lambda name: entry if name in made else None)
    monkeypatch.setattr(shutil, "which", lambda *_, **__: "/usr/sbin/useradd")
    monkeypatch.setattr(subprocess, "run", useradd)
    for _ in range(2):
        assert account_for(Path("/nowhere")) == Account(uid=4321, gid=4322, switch=True)
    assert made == ["nabij"]
    assert capsys.readouterr().err == "nabij: the database does not run as root: made the system user nabij for it.\n"


def test_a_machine_where_no_user_can_be_made_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(osuser, "known", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    with pytest.raises(ServerProblem, match="start as another user"):
        osuser.made("nabij")
    monkeypatch.setattr(shutil, "which", lambda *_, **__: "/bin/false")
    with pytest.raises(ServerProblem, match="no user could be made"):
        osuser.made("nabij")


def test_a_closed_folder_is_opened_to_pass_through_and_no_further(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    closed, free = tmp_path / "closed", tmp_path / "closed" / "free"
    free.mkdir(parents=True)
    closed.chmod(0o700)
    free.chmod(0o755)
    stranger = Account(uid=54321, gid=54321, switch=True)
    open_the_way(free / "data", account=stranger)
    assert stat.S_IMODE(closed.stat().st_mode) == 0o701
    assert stat.S_IMODE(free.stat().st_mode) == 0o755
    said = capsys.readouterr().err
    assert f"pass through {closed} (not look inside)" in said
    open_the_way(free / "data", account=stranger)
    assert capsys.readouterr().err == ""


def test_an_ordinary_user_opens_nothing(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    open_the_way(tmp_path / "data", account=Account(uid=54321, gid=54321, switch=False))
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700


def test_whoever_joins_later_the_server_stays_its_owners(empty: Home) -> None:
    """Root too: it runs the server as whoever it belongs to, and leaves nothing there that they cannot open again."""
    theirs = empty.starts()
    server = theirs.answer()["server"]
    ours = empty.starts(account=OURSELVES)
    assert ours.answer()["server"] == server
    theirs.leave()
    ours.leave()
    ours = empty.starts(account=OURSELVES)
    ours.answer()
    started = empty.server()
    assert started
    assert started.uids().effective == (empty.pg / "data").stat().st_uid
    ours.leave()
    assert "server" in empty.starts().answer()

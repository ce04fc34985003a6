"""Any folder will do, and one that will not gets one clear sentence."""

import shutil
from pathlib import Path

import psutil
import pytest

from nabij.embedded.folder import folder_at
from nabij.embedded.osuser import Account
from nabij.embedded.server import Running
from tests.embedded.conftest import Home, new_home, until


def moved(home: Home, path: Path) -> Home:
    """The same server, stopped, at another path."""
    path.mkdir(parents=True)
    shutil.move(home.pg, path)
    return Home(path, started=home.started)


def test_a_folder_deleted_under_its_user_takes_the_old_server_along(home: Home) -> None:
    process = home.starts()
    old = psutil.Process(process.answer()["server"])
    shutil.rmtree(home.pg)
    process.leave()
    until(lambda: not old.is_running() or old.status() == psutil.STATUS_ZOMBIE)


def test_a_folder_deleted_and_made_anew_belongs_to_the_new_user_alone(home: Home, made: Home) -> None:
    old_user = home.starts()
    old = psutil.Process(old_user.answer()["server"])
    shutil.rmtree(home.pg)
    new_user = home.starts()
    assert new_user.answer()["server"] != old.pid
    old_user.leave()
    until(lambda: not old.is_running() or old.status() == psutil.STATUS_ZOMBIE)
    assert home.login("nabij_app").execute("select 1").fetchone()
    new_user.leave()
    assert home.server() is None


def test_one_process_outlives_its_folder_and_joins_the_new_one(home: Home) -> None:
    process = home.starts()
    old = process.answer()["server"]
    shutil.rmtree(home.pg)
    assert process.say("join")["server"] != old
    process.leave()
    assert home.server() is None
    until(lambda: not psutil.pid_exists(old) or psutil.Process(old).status() == psutil.STATUS_ZOMBIE)


@pytest.mark.parametrize("name", ["x" * 90, "a,b", "with a space; and (more) & é*"])
def test_long_and_odd_paths_work(home: Home, name: str) -> None:
    there = moved(home, home.path / name)
    first, second = there.starts(), there.starts()
    answer = first.answer()
    assert answer == second.answer()
    first.leave()
    assert there.login("nabij_app").execute("select 1").fetchone()
    second.leave()
    assert there.server() is None
    assert not list(Path(answer["socket"]).glob("*"))


def test_the_short_folder_of_a_long_path_is_private_and_nobody_elses(home: Home) -> None:
    there = moved(home, home.path / ("y" * 90))
    short = folder_at(there.path).own_socket
    short.symlink_to(home.path)
    try:
        assert "move it away" in there.starts().answer()["problem"]
    finally:
        short.unlink()
    process = there.starts()
    process.answer()
    assert short.stat().st_mode & 0o777 == 0o700
    process.leave()
    assert not short.exists()


def test_a_folder_that_cannot_be_written_is_said_in_one_sentence(ordinary_user: Account) -> None:
    home = new_home(account=ordinary_user)
    home.path.chmod(0o500)
    try:
        problem = home.starts().answer()["problem"]
    finally:
        home.path.chmod(0o700)
        home.clear()
    assert problem.startswith(f"The database cannot live in {home.path}: Permission denied")
    assert "NABIJ_DATA_DIR" in problem
    assert "\n" not in problem


def test_a_file_in_the_way_is_said_in_one_sentence(home: Home) -> None:
    shutil.rmtree(home.pg)
    home.pg.write_text("something else")
    assert f"({home.pg}" in home.starts().answer()["problem"]


def test_a_path_that_a_shell_would_read_is_refused(home: Home) -> None:
    for name in ("$HOME", "a`b", 'a"b', "it's"):
        there = Home(home.path / name, started=home.started)
        assert "choose a path without" in there.starts().answer()["problem"]
        assert not there.path.exists()


def test_data_of_another_version_is_refused_and_kept(home: Home) -> None:
    assert "was made by PostgreSQL 18 and not 16" in home.starts(version=16).answer()["problem"]
    assert "server" in home.starts().answer()


def test_lost_data_and_lost_passwords_are_said_and_not_made_anew(home: Home) -> None:
    (home.pg / "data").rename(home.pg / "elsewhere")
    assert "gone from" in home.starts().answer()["problem"]
    (home.pg / "elsewhere").rename(home.pg / "data")
    kept = (home.pg / "passwords").read_text()
    for text in ("", "{", "[]", '{"postgres": "x"}'):
        (home.pg / "passwords").write_text(text)
        assert "put it back from a copy" in home.starts().answer()["problem"]
    (home.pg / "passwords").write_text(kept.replace(kept[20:24], "0000"))
    assert "problem" in home.starts().answer()
    (home.pg / "passwords").write_text(kept)
    assert "server" in home.starts().answer()


def test_a_server_that_cannot_start_says_why(home: Home) -> None:
    with (home.pg / "data" / "postgresql.auto.conf").open("a") as settings:
        settings.write("no_such_setting = 1\n")
    problem = home.starts(before="from nabij.embedded import server; server.SETTLING = 0.3").answer()["problem"]
    assert "did not start" in problem
    assert "postgresql.auto.conf" in problem


def test_a_url_says_where_and_who() -> None:
    there = {"folder": Path("/f"), "port": 5432, "passwords": {"nabij_app": "a/b"}, "bin": Path("/b")}
    apart = Running(socket="/f/pg/s", host="127.0.0.1", **there)
    assert apart.url("nabij_app") == "postgresql://nabij_app:a%2Fb@127.0.0.1:5432/nabij"
    near = Running(socket="/f g/s", **there)
    assert near.url("nabij_app", "other") == "postgresql://nabij_app:a%2Fb@/other?host=%2Ff%20g%2Fs&port=5432"
    assert "a/b" not in repr(near)

"""Being killed at any point costs nothing that was acknowledged, and the next start simply works."""

import shutil
import signal
import subprocess
import threading
import time
from pathlib import Path

import psycopg
import pytest

from nabij.embedded.osuser import Account
from tests.embedded.conftest import AS_ROOT, Home, until


def test_after_kill_9_of_us_the_next_one_joins_and_stops_the_server(home: Home) -> None:
    first = home.starts()
    before = first.answer()
    first.kill()
    assert home.server()
    second = home.starts()
    assert second.answer() == before
    second.leave()
    assert home.server() is None


def test_after_kill_9_of_the_server_its_user_starts_it_again(home: Home) -> None:
    process = home.starts()
    before = process.answer()
    home.kill_server()
    after = process.say("join")
    assert after["app"] == before["app"]
    assert after["server"] != before["server"]
    process.leave()
    assert home.server() is None


def test_a_watch_starts_a_killed_server_again_by_itself(home: Home) -> None:
    process = home.starts()
    before = process.answer()["server"]
    process.say("watch")
    home.kill_server()
    until(lambda: (server := home.server()) and server.pid != before)
    until(lambda: answers(home))
    assert "answers again" in process.leave()
    assert home.server() is None


def answers(home: Home) -> bool:
    try:
        return home.login("nabij_app").execute("select 1").fetchone() == (1,)
    except psycopg.OperationalError:
        return False


def test_nothing_acknowledged_is_lost_when_the_server_is_killed_under_writers(home: Home) -> None:
    process = home.starts()
    process.answer()
    home.login("nabij_owner").execute("create table one (n text primary key); create table two (n text primary key)")
    acknowledged: list[str] = []
    for turn in range(2):
        writers = [threading.Thread(target=write, args=(home, f"{turn}-{name}", acknowledged)) for name in "abcd"]
        for writer in writers:
            writer.start()
        enough = len(acknowledged) + 200
        until(lambda enough=enough: len(acknowledged) > enough)  # type: ignore[misc]
        home.kill_server()
        for writer in writers:
            writer.join(20)
        process.say("join")
        one, two = ({n for (n,) in home.login("nabij_owner").execute(f"select n from {t}")} for t in ("one", "two"))
        assert set(acknowledged) <= one
        assert one == two


def write(home: Home, name: str, acknowledged: list[str]) -> None:
    """Two tables in one transaction, as quickly as it goes, until the server is gone."""
    try:
        connection = home.login("nabij_owner")
        for number in range(1_000_000):
            with connection.transaction():
                connection.execute("insert into one values (%s)", [f"{name}-{number}"])
                connection.execute("insert into two values (%s)", [f"{name}-{number}"])
            acknowledged.append(f"{name}-{number}")
    except psycopg.OperationalError:
        return


@pytest.mark.parametrize("reached", ["data.new-*/PG_VERSION", "data.new-*/base/4"])
def test_killed_while_the_data_is_made_the_next_start_begins_anew(empty: Home, reached: str) -> None:
    first = empty.starts()
    until(lambda: list(empty.pg.glob(reached)))
    first.kill()
    second = empty.starts()
    assert "server" in second.answer()
    assert empty.login("nabij_app").execute("select 1").fetchone()
    assert not list(empty.pg.glob("data.new-*"))
    second.leave()
    assert empty.server() is None


def test_killed_while_the_roles_are_made_the_next_start_begins_anew(empty: Home) -> None:
    cut = "from nabij.embedded import roles; roles.ROLES = (*roles.ROLES[:2], 'select pg_sleep(60)')"
    first = empty.starts(before=cut)
    until(lambda: empty.server() and cut_off(empty))
    first.kill()
    assert empty.server()
    second = empty.starts()
    assert "server" in second.answer()
    assert empty.login("nabij_app").execute("select 1").fetchone()
    second.leave()
    assert empty.server() is None


def cut_off(home: Home) -> bool:
    try:
        with home.login("postgres", "postgres") as connection:
            asleep = connection.execute("select from pg_stat_activity where query = 'select pg_sleep(60)'")
            return bool(asleep.rowcount)
    except (psycopg.OperationalError, FileNotFoundError):
        return False


def test_a_database_of_ours_is_set_aside_and_never_removed(home: Home) -> None:
    (home.pg / "ready").unlink()
    process = home.starts()
    process.answer()
    assert "set aside" in process.leave()
    (aside,) = home.pg.glob("data.unfinished-*")
    assert (aside / "PG_VERSION").exists()


def test_a_number_that_is_somebody_elses_by_now_does_not_block_the_start(home: Home) -> None:
    """After a reboot, or in a container, the number in postmaster.pid may be that of any process of the same user."""
    owner = (home.pg / "data").stat()
    account = Account(uid=owner.st_uid, gid=owner.st_gid, switch=AS_ROOT)
    stranger = subprocess.Popen(["sleep", "600"], **account.become())
    try:
        leave_behind(home.pg / "data", f"{stranger.pid}\n{home.pg}/data\n1700000000\n5432\n{home.pg}/s\n\n")
        process = home.starts()
        assert process.answer()["server"] != stranger.pid
        process.leave()
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_postmaster_pid_that_was_cut_off_does_not_block_the_start(home: Home) -> None:
    leave_behind(home.pg / "data", "")
    assert "server" in home.starts().answer()


def leave_behind(data: Path, text: str) -> None:
    (data / "postmaster.pid").write_text(text)
    shutil.copystat(data / "PG_VERSION", data / "postmaster.pid")
    shutil.chown(data / "postmaster.pid", data.stat().st_uid, data.stat().st_gid)


def test_a_server_whose_socket_was_swept_away_is_started_again(home: Home) -> None:
    process = home.starts()
    before = process.answer()["server"]
    for socket in (home.pg / "s").iterdir():
        socket.unlink()
    assert process.say("join")["server"] != before
    assert answers(home)


def test_a_stopped_process_is_still_a_user(home: Home) -> None:
    first, second = home.starts(), home.starts()
    first.answer()
    second.answer()
    first.popen.send_signal(signal.SIGSTOP)
    second.leave()
    time.sleep(0.1)
    assert answers(home)
    first.popen.send_signal(signal.SIGCONT)
    first.leave()
    assert home.server() is None

"""Several processes use one server, and the last one out stops it."""

import signal
import threading

import psycopg
import pytest

from tests.embedded.conftest import Home, until


def test_a_new_folder_gets_a_server_that_stops_with_its_only_user(empty: Home) -> None:
    first = empty.starts()
    answer = first.answer()
    assert answer["server"] == empty.server().pid
    first.leave()
    assert empty.server() is None


def test_two_that_start_at_once_share_one_server(empty: Home) -> None:
    both = [empty.starts(), empty.starts()]
    answers = [process.answer() for process in both]
    assert answers[0] == answers[1]
    both[0].leave()
    assert empty.server()
    both[1].leave()
    assert empty.server() is None


def test_whoever_leaves_first_the_other_keeps_the_server(home: Home) -> None:
    for leaver in (0, 1):
        both = [home.starts(), home.starts()]
        assert both[0].answer()["server"] == both[1].answer()["server"]
        both[leaver].leave()
        assert home.login("nabij_app").execute("select 1").fetchone()
        both[1 - leaver].leave()
        assert home.server() is None


def test_a_full_server_can_still_be_joined(home: Home) -> None:
    first, second = home.starts(), home.starts()
    before = first.answer()
    second.answer()
    taken: list[object] = []
    with pytest.raises(psycopg.OperationalError, match="connection slots"):
        while len(taken) < 70:
            taken.append(home.login("nabij_app"))
    assert second.say("join") == before


def test_a_server_that_is_slow_to_answer_is_waited_for_and_not_stopped(home: Home) -> None:
    process = home.starts(before="from nabij.embedded import server; server.LOGIN_TAKES = 2")
    before = process.answer()
    server = home.server()
    assert server
    server.suspend()
    threading.Timer(3, server.resume).start()
    assert process.say("join") == before


def test_joining_twice_in_one_process_counts_once(home: Home) -> None:
    process = home.starts()
    assert process.answer() == process.say("join")
    process.leave()
    assert home.server() is None


def test_a_fork_that_ends_does_not_stop_the_server(home: Home) -> None:
    process = home.starts()
    process.answer()
    assert process.say("fork") == {"ended": 0}
    assert process.say("fork and tell") == {"killed by": signal.SIGTERM}
    assert home.server()
    process.leave()
    assert home.server() is None


def test_being_told_to_stop_is_leaving_too(home: Home) -> None:
    for number in (signal.SIGTERM, signal.SIGHUP):
        process = home.starts()
        process.answer()
        assert process.kill(number) == 128 + number
        assert home.server() is None


def test_a_process_that_listens_to_sigterm_itself_is_left_alone(home: Home) -> None:
    process = home.starts(before="import signal, sys; signal.signal(signal.SIGTERM, lambda *_: sys.exit(7))")
    process.answer()
    assert process.kill(signal.SIGTERM) == 7
    assert home.server() is None


def test_ctrl_c_ends_us_and_not_the_server_of_another(home: Home) -> None:
    other, process = home.starts(), home.starts()
    other.answer()
    process.answer()
    process.kill(signal.SIGINT)
    assert home.login("nabij_app").execute("select 1").fetchone()
    other.leave()
    until(lambda: home.server() is None)


def test_it_starts_once_more_where_it_was_stopped(home: Home) -> None:
    first = home.starts()
    first.answer()
    home.login("nabij_owner").execute("create table kept (line text)")
    first.leave()
    home.starts().answer()
    assert home.login("nabij_owner").execute("select line from kept").fetchall() == []

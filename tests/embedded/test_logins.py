"""What a new server holds: three logins with passwords, one office, one database. On both servers of the wheel."""

import stat

import psycopg
import pytest

from tests.embedded.conftest import Home


def test_nobody_comes_in_without_the_password(served: Home) -> None:
    for login in ("postgres", "nabij_owner", "nabij_app"):
        for password in ("", "guessed", None):
            with pytest.raises(psycopg.OperationalError, match="password"):
                served.login(login, password=password, passfile="/dev/null")
        assert served.login(login).execute("select current_user").fetchone() == (login,)


def test_an_office_cannot_log_in(served: Home) -> None:
    with pytest.raises(psycopg.OperationalError):
        served.login("nabij_office", password="anything")


def test_every_way_in_asks_for_a_scram_password(served: Home) -> None:
    with served.login("postgres") as connection:
        methods = connection.execute("select distinct auth_method from pg_hba_file_rules").fetchall()
        kept = connection.execute("select rolpassword from pg_authid where rolcanlogin").fetchall()
    assert methods == [("scram-sha-256",)]
    assert [password[:14] for (password,) in kept] == ["SCRAM-SHA-256$"] * 3


def test_only_we_can_read_the_passwords_and_reach_the_data(served: Home) -> None:
    modes = {name: stat.S_IMODE((served.pg / name).stat().st_mode) for name in ("passwords", "data", "s")}
    assert modes == {"passwords": 0o600, "data": 0o700, "s": 0o700}
    assert not (served.pg / "s" / "first").exists()


def test_it_listens_on_its_socket_alone(served: Home) -> None:
    with served.login("postgres") as connection:
        assert connection.execute("show listen_addresses").fetchone() == ("",)


def test_neither_the_owner_nor_the_app_stands_above_the_rules(served: Home) -> None:
    asked = (
        "select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles where rolname like 'nabij%'"
    )
    with served.login("postgres") as connection:
        assert set(connection.execute(asked)) == {
            ("nabij_owner", False, False, True, False),
            ("nabij_app", False, False, False, False),
            ("nabij_office", False, False, False, False),
        }


def test_the_owner_becomes_the_app_and_the_app_an_office_but_never_the_other_way(served: Home) -> None:
    with served.login("nabij_owner") as connection:
        connection.execute("set role nabij_app")
        connection.execute("set role nabij_office")
    with served.login("nabij_app") as connection:
        connection.execute("set role nabij_office")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("set role nabij_owner")


def test_the_app_has_no_right_of_an_office_until_it_says_so(served: Home) -> None:
    with served.login("nabij_owner") as connection:
        connection.execute("create table kept_for_offices (line text)")
        connection.execute("grant select on kept_for_offices to nabij_office")
    with served.login("nabij_app") as connection:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("select line from kept_for_offices")
        connection.execute("set role nabij_office")
        connection.execute("select line from kept_for_offices")


def test_the_owner_makes_a_database_for_tests_and_the_app_can_work_in_it(served: Home) -> None:
    with served.login("nabij_owner", "postgres") as connection:
        connection.execute("create database test_nabij")
    with served.login("nabij_owner", "test_nabij") as connection:
        connection.execute("create table near (place text)")
        connection.execute("grant select on near to nabij_app")
    with served.login("nabij_app", "test_nabij") as connection:
        assert connection.execute("select place from near").fetchall() == []
    with served.login("nabij_owner", "postgres") as connection:
        connection.execute("drop database test_nabij")


def test_the_app_makes_nothing_and_enters_no_other_database(served: Home) -> None:
    for database in ("postgres", "template1"):
        with pytest.raises(psycopg.OperationalError, match="permission denied"):
            served.login("nabij_app", database)
    with served.login("nabij_app") as connection:
        for command in ("create database mine", "create table mine (id int)", "create temporary table mine (id int)"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(command)


def test_text_is_utf_8_and_dutch_words_are_stemmed(served: Home) -> None:
    with served.login("nabij_app") as connection:
        assert connection.execute("select lower('ÉÉN CAFÉ'), upper('één')").fetchone() == ("één café", "ÉÉN")
        asked = "select to_tsvector('dutch', 'afspraken') @@ plainto_tsquery('dutch', 'afspraak')"
        assert connection.execute(asked).fetchone() == (True,)
        assert connection.execute("show timezone").fetchone() == ("UTC",)


def test_what_somebody_wrote_does_not_end_up_in_the_log(served: Home) -> None:
    with served.login("nabij_owner") as connection:
        connection.execute("create table line (text text unique)")
        for _ in range(2):
            try:
                connection.execute("insert into line values ('Fatma huilt')")
            except psycopg.errors.UniqueViolation as error:
                assert "Fatma" in str(error)
    log = (served.pg / "data" / "server.log").read_text()
    assert "duplicate key" in log
    assert "Fatma" not in log

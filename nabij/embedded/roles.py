"""The logins and the database, made once on a new server. Who may read what is not decided here but by policies."""

from collections.abc import Callable
from typing import Any

import psycopg
from psycopg import sql

Connect = Callable[[str], psycopg.Connection[Any]]

ROLES = (
    "create role nabij_owner login createdb nosuperuser nobypassrls password {nabij_owner}",
    "create role nabij_app login nosuperuser nobypassrls password {nabij_app}",
    "create role nabij_office nologin nosuperuser nobypassrls",
    # Not inherited: who wants to be the app or an office has to say so, so that rights never add up by themselves.
    "grant nabij_app to nabij_owner with inherit false, set true",
    "grant nabij_office to nabij_app, nabij_owner with inherit false, set true",
)
DATABASES = (
    "create database nabij owner nabij_owner",
    "revoke connect, temporary on database nabij from public",
    "grant connect on database nabij to nabij_app",
    "revoke all on database template1 from public",
    "revoke all on database postgres from public",
    "grant connect on database postgres to nabij_owner",  # Django makes its test databases from there
)


def make(*, connect: Connect, passwords: dict[str, str]) -> None:
    """The roles and databases of a new server."""
    with connect("postgres") as connection:
        for command in (*ROLES, *DATABASES):
            connection.execute(sql.SQL(command).format(**verifiers(connection, passwords=passwords)))


def verifiers(connection: psycopg.Connection[Any], *, passwords: dict[str, str]) -> dict[str, sql.Literal]:
    """Each password as the server keeps it, so that the password itself never stands in a statement."""
    made = {}
    for login, password in passwords.items():
        verifier = connection.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
        made[login] = sql.Literal(verifier.decode())
    return made

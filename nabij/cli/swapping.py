"""Databases beside each other: made, swapped by their names in one transaction, thrown away."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql

from nabij.cli.pgtools import elsewhere

Keeper = psycopg.Connection[Any]
PATIENCE = 20  # seconds for connections to end

# Of others the owner sees no more than this; the server's own cleaners have no name, and give way by themselves.
THERE = """select pid, usename from pg_stat_activity
  where datname = %s and pid <> pg_backend_pid() and usename is not null"""
RIGHTS = (
    "revoke connect, temporary on database {database} from public",
    "grant connect on database {database} to nabij_app",
)


class Serving(RuntimeError):
    """Somebody still works in the database."""

    def __init__(self) -> None:
        super().__init__("Nabij is serving: stop `nabij serve` and `nabij worker` first, or say --even-if-serving.")


class MayNotMake(RuntimeError):
    """The owner's login may not make a database."""

    def __init__(self) -> None:
        super().__init__(
            "The backup goes into a new database, and nabij_owner may not make one."
            " Let a superuser run: alter role nabij_owner createdb;"
        )


@contextmanager
def keeper(url: str) -> Iterator[Keeper]:
    """The owner, in no database that could be swapped."""
    with psycopg.connect(elsewhere(url, database="postgres"), autocommit=True) as connection:
        yield connection


def do(keeper: Keeper, line: str, **names: str) -> None:
    keeper.execute(sql.SQL(line).format(**{key: sql.Identifier(name) for key, name in names.items()}))


def users(keeper: Keeper, *, database: str) -> list[tuple[int, str]]:
    return keeper.execute(THERE, (database,)).fetchall()


def refuse_serving(keeper: Keeper, *, database: str, allowed: bool) -> None:
    if users(keeper, database=database) and not allowed:
        raise Serving


def create(keeper: Keeper, *, database: str) -> None:
    """With what stands in template1, such as extensions that only a superuser may add."""
    try:
        do(keeper, "create database {database}", database=database)
    except psycopg.errors.InsufficientPrivilege as problem:
        raise MayNotMake from problem
    for line in RIGHTS:
        do(keeper, line, database=database)


def drop(keeper: Keeper, *, database: str) -> None:
    do(keeper, "drop database if exists {database}", database=database)


def sweep(keeper: Keeper, *, named: str) -> None:
    """What a restore left behind that was killed half-way."""
    found = keeper.execute("select datname from pg_database where datname like %s", (named,)).fetchall()
    for (name,) in found:
        if not users(keeper, database=name):
            drop(keeper, database=name)


def is_empty(url: str) -> bool:
    """Whether nobody ever kept anything there: there is not one table."""
    with psycopg.connect(url) as there:
        return not there.execute("select from pg_tables where schemaname = 'public' limit 1").rowcount


def swap(keeper: Keeper, *, new: str, to: str, aside: str, serving: bool) -> str:
    """Gives the new database the name, and the old one another; both or neither. Tells the old one's name, if any."""
    old = bool(keeper.execute("select from pg_database where datname = %s", (to,)).rowcount)
    try:
        if old:
            close(keeper, database=to, serving=serving)
        with keeper.transaction():
            if old:
                do(keeper, "alter database {to} rename to {aside}", to=to, aside=aside)
            do(keeper, "alter database {new} rename to {to}", new=new, to=to)
    finally:
        for name in {to, aside} if old else ():
            reopen(keeper, database=name)
    return aside if old else ""


def close(keeper: Keeper, *, database: str, serving: bool) -> None:
    """Lets nobody in any more, and whoever is in out; as the role they are, since only that may."""
    refuse_serving(keeper, database=database, allowed=serving)
    do(keeper, "alter database {database} with allow_connections false", database=database)
    until = time.monotonic() + PATIENCE
    while there := users(keeper, database=database):
        if time.monotonic() > until:
            raise Serving
        for pid, role in there:
            end(keeper, pid=pid, role=role)
        time.sleep(0.1)


def end(keeper: Keeper, *, pid: int, role: str) -> None:
    try:
        with keeper.transaction():
            do(keeper, "set local role {role}", role=role)
            keeper.execute("select pg_terminate_backend(%s)", (pid,))
    except psycopg.errors.InsufficientPrivilege as problem:
        raise Serving from problem  # Of somebody whom we may not end, such as a superuser.


def reopen(keeper: Keeper, *, database: str) -> None:
    if keeper.execute("select from pg_database where datname = %s", (database,)).rowcount:
        do(keeper, "alter database {database} with allow_connections true", database=database)

"""The roles that policies speak of, and the lines that make the missing ones; only a superuser may run those."""

from django.db import connections

LINES = {
    "nabij_app": (
        "create role nabij_app login password '...' nosuperuser nobypassrls;",
        "grant nabij_app to nabij_owner with inherit false, set true;",
    ),
    "nabij_office": (
        "create role nabij_office nologin nosuperuser nobypassrls;",
        "grant nabij_office to nabij_app, nabij_owner with inherit false, set true;",
    ),
}


def missing_roles(*, using: str = "default") -> list[str]:
    """The SQL lines still to be run on this server; none when both roles are there."""
    with connections[using].cursor() as cursor:
        cursor.execute("select rolname from pg_roles where rolname = any(%s)", [list(LINES)])
        return lines_for({name for (name,) in cursor.fetchall()})


def lines_for(there: set[str]) -> list[str]:
    """The lines of the roles that are not among these."""
    return [line for role, lines in LINES.items() if role not in there for line in lines]

"""One migrated database a run: the first worker makes it, and every worker's own is a copy of it."""

from django.core.management import call_command
from django.db import connection


def template(*, run: str) -> str:
    """The name of the database to copy, made by whichever worker of this run comes first; the others wait for it."""
    own = connection.settings_dict["NAME"]
    name = f"test_{own}_template"
    with connection._nodb_cursor() as cursor:
        cursor.execute("select pg_advisory_lock(hashtext(%s))", [name])  # Until this connection closes.
        cursor.execute("select shobj_description(oid, 'pg_database') from pg_database where datname = %s", [name])
        if cursor.fetchone() != (run,):
            cursor.execute(f'drop database if exists "{name}"')
            cursor.execute(f'create database "{name}"')
            try:
                connection.settings_dict["NAME"] = name
                call_command("migrate", verbosity=0)
            finally:
                connection.close()  # Nobody may be in a database that is copied.
                connection.settings_dict["NAME"] = own
            cursor.execute(f'comment on database "{name}" is %s', [run])
    return name

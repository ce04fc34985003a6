"""Empties the tables after a test that committed its rows: those with rows in them, and no other.

Django truncates every table, which makes a new file for each of them and their indexes, and then writes the content
types and permissions anew. After a test in the browser a few dozen rows in a few tables are all there is.
"""

from django.core.management import call_command
from django.db import connection, transaction

from nabij.trust.policies.logs import LOGS

ADD_ONLY = [guard.table for guard in LOGS if guard.add_only]  # Nobody deletes from them; here they may be truncated.
OF_DJANGO = {"django_content_type", "auth_permission"}  # Written at `migrate`, and by no test.
MANY = 3000  # Rows; with more of them a new file is the shorter way.
REFERRING = """
  with recursive found(id) as (
    select oid from pg_class where oid = any(%s::regclass[])
    union select conrelid from pg_constraint join found on confrelid = found.id where contype = 'f')
  select relname from pg_class join found on found.id = oid"""


def empty() -> None:
    """Nobody else is in any table while it is emptied: who still writes is waited for, as truncating does."""
    with transaction.atomic(), connection.cursor() as cursor:
        tables = sorted(connection.introspection.django_table_names(only_existing=True, include_views=False))
        cursor.execute(f"lock table {listed(tables)} in access exclusive mode")
        cursor.execute(" union all ".join(f"select '{one}', count(*) from \"{one}\"" for one in tables))
        filled = {table: rows for table, rows in cursor.fetchall() if rows and table not in OF_DJANGO}
        few = sum(filled.values()) < MANY
        if few:
            logs = [table for table in ADD_ONLY if table in filled]
            cursor.execute(REFERRING, [logs])
            if gone := [table for (table,) in cursor.fetchall()]:
                cursor.execute(f"truncate {listed(gone)}")
            for table in filled.keys() - set(gone):
                cursor.execute(f'delete from "{table}"')
    if not few:
        call_command("flush", verbosity=0, interactive=False, reset_sequences=False)


def listed(tables: list[str]) -> str:
    return ", ".join(f'"{table}"' for table in tables)

"""Writes the seal's key into the database, as the owner, after each `migrate`."""

import psycopg
from django.db import connections

from nabij.trust.acting import seal_key

INNER = bytes([0x36]) * 64
OUTER = bytes([0x5C]) * 64


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))


def write_seal(*, using: str = "default") -> None:
    """Keeps the two HMAC pads of the secret in `trust_seal`; does nothing before that table exists.

    Bound on the server: through Django's cursor the key would stand in pg_stat_activity.
    """
    connection = connections[using]
    if "trust_seal" not in connection.introspection.table_names():
        return
    with psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(
            'insert into trust_seal ("only", "inner", "outer") values (true, %s, %s)'
            ' on conflict ("only") do update set "inner" = excluded."inner", "outer" = excluded."outer"',
            (_xor(seal_key(), INNER), _xor(seal_key(), OUTER)),
        )

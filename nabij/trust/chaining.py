"""The chain: each minute what was written in the logs is fixed by a hash that holds the one before it.

A row belongs to the link that holds its key, so that nothing depends on when its transaction ended: whatever is seen
and stands in no link yet goes into the next one. Keys follow the clock (UUIDv7), so a day back from the last link is
far enough to look; transaction numbers would start anew in a restored database, and keys do not.
"""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from nabij.trust.logs import ChainLink, written

MOST = 10_000  # Rows in one link.
LINKS_AT_ONCE = 20  # After a long pause the next minute goes on with the rest.
BACK = timedelta(days=1)
ONE_AT_A_TIME = 0x6E6162696A01  # The advisory lock of whoever chains.
BEGINNING = bytes(32)
BEFORE_ALL = datetime.fromtimestamp(86400, tz=UTC)

# What is hashed of a row, by form. A new column makes a new form; links keep the form they were made in.
FORM = 1
FORMS = {
    1: {
        "trust_look": "id at who who_name hat hat_name what purpose why thing thing_id circle_key about trace_id"
        " access_point",
        "trust_trace": "id at who who_name hat hat_name what why thing thing_id circle_key trace_id",
    }
}

PENDING = """
with pending as materialized (
  select id from (
    select id from trust_look where id >= trust.first_key(%(since)s)
    union all select id from trust_trace where id >= trust.first_key(%(since)s)) as written
  where not exists (
    select 1 from (
      select unnest(keys) as key from trust_chainlink where upto >= %(since)s - interval '1 day') as chained
    where chained.key = written.id)
  order by id limit %(most)s)
"""


def leaf(log: str, *, form: int) -> str:
    """SQL for the hash of one row: its columns in a fixed order, as a JSON array that no session setting changes."""
    columns = FORMS[form][log].split()
    said = ", ".join("(extract(epoch from at) * 1000000)::bigint" if one == "at" else one for one in columns)
    return f"sha256(convert_to(jsonb_build_array('{log}', {said})::text, 'UTF8'))"


def leaves(*, source: str, form: int) -> str:
    """SQL for (key, hash) of those rows of the logs whose key stands in `source`."""
    each = (f"select id, {leaf(log, form=form)} as hash from {log} where id in ({source})" for log in FORMS[form])
    return " union all ".join(each) + " order by id"


def seal(
    *, number: int, at: datetime, upto: datetime, form: int, keys: Sequence[UUID], hashes: bytes, previous: bytes
) -> bytes:
    """The hash of a link: of the one before it, and of all it says itself."""
    times = (one.astimezone(UTC).isoformat() for one in (at, upto))
    head = f"{number}|{'|'.join(times)}|{form}|{len(keys)}|".encode()
    return hashlib.sha256(previous + head + b"".join(key.bytes for key in keys) + hashes).digest()


def chain(*, at: datetime) -> int:
    """Makes links until every row that is seen stands in one, some links at a time; returns how many rows that was.

    Runs as the office 'logs'. When another worker is at it already, this one leaves it to the other.
    """
    done = 0
    for _link in range(LINKS_AT_ONCE):
        added = chain_once(at=at)
        done += added
        if added < MOST:
            break
    return done


@transaction.atomic
def chain_once(*, at: datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
        if not cursor.fetchone()[0]:
            return 0
        # Only now, in a statement of its own: it sees the link of whoever had the lock before.
        last = ChainLink.objects.order_by("-number").first()
        since = last.upto - BACK if last else BEFORE_ALL
        cursor.execute(PENDING + leaves(source="select id from pending", form=FORM), {"since": since, "most": MOST})
        rows = cursor.fetchall()
    if rows:
        add_link(last=last, at=at, keys=[key for key, _hash in rows], hashes=b"".join(bytes(row[1]) for row in rows))
    return len(rows)


def add_link(*, last: ChainLink | None, at: datetime, keys: list[UUID], hashes: bytes) -> ChainLink:
    """The next link of the chain."""
    said: dict[str, Any] = {
        "number": last.number + 1 if last else 1,
        "at": at,
        "upto": written(keys[-1]) if len(keys) >= MOST else at,
        "form": FORM,
        "keys": keys,
        "hashes": hashes,
        "previous": bytes(last.hash) if last else BEGINNING,
    }
    return ChainLink.objects.create(**said, hash=seal(**said))

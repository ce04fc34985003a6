"""Walking the chain of the logs: is every row still as it was written, is none gone, was none slipped in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from django.db import connection

from nabij.trust.chaining import BEGINNING, leaves, seal
from nabij.trust.logs import ChainLink, Forgetting, written

AT_ONCE = 10_000  # Rows that are compared in one query.
# A transaction acts five minutes at most; what stands in no link of an hour later was not there then.
LATE = timedelta(hours=1)


class Wrong(StrEnum):
    """What can be wrong, in a word that a machine may read."""

    CHANGED = "changed"
    REMOVED = "removed"
    ADDED = "added"
    BROKEN = "broken"
    UNEXPECTED = "unexpected"


@dataclass(frozen=True)
class Problem:
    """One thing that is not as it was."""

    wrong: Wrong
    link: int | None = None
    row: UUID | None = None


@dataclass
class Verdict:
    """What a walk along the chain found."""

    links: int = 0
    rows: int = 0
    forgotten: int = 0
    waiting: int = 0
    newest: bytes = b""
    upto: datetime | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def whole(self) -> bool:
        return not self.problems


def walk(*, expect: str = "") -> Verdict:
    """Compares every row with its link and every link with the one before; runs as the office 'logs'.

    expect: a hash that was kept outside the database; it must still be in the chain.
    """
    found, term = Verdict(newest=BEGINNING), forgotten_before()
    links, awaited = [], expect.lower()
    for link in ChainLink.objects.order_by("number").iterator(chunk_size=200):
        found.problems += broken(link, number=found.links + 1, previous=found.newest)
        found.links, found.rows = found.links + 1, found.rows + len(link.keys)
        found.newest, found.upto = bytes(link.hash), link.upto
        awaited = "" if found.newest.hex() == awaited else awaited
        links.append(link)
        if sum(len(one.keys) for one in links) >= AT_ONCE:
            compare(links, found=found, term=term)
            links = []
    compare(links, found=found, term=term)
    found.problems += slipped_in(found)
    if awaited:
        found.problems.append(Problem(Wrong.UNEXPECTED))
    return found


def forgotten_before() -> datetime | None:
    """Before when rows may be gone, because their five years were over."""
    return Forgetting.objects.order_by("-before").values_list("before", flat=True).first()


def broken(link: ChainLink, *, number: int, previous: bytes) -> list[Problem]:
    """Whether a link follows on the one before it, and says of itself what it said when it was made."""
    before = bytes(link.previous)
    said = seal(
        number=link.number,
        at=link.at,
        upto=link.upto,
        form=link.form,
        keys=link.keys,
        hashes=bytes(link.hashes),
        previous=before,
    )
    follows, holds = link.number == number and before == previous, said == bytes(link.hash)
    return [] if follows and holds else [Problem(Wrong.BROKEN, link=link.number)]


def compare(links: Sequence[ChainLink], *, found: Verdict, term: datetime | None) -> None:
    """The rows of these links as they stand now, beside what was fixed."""
    for form in {link.form for link in links}:
        mine = [link for link in links if link.form == form]
        now = current(form=form, keys=[key for link in mine for key in link.keys])
        for link in mine:
            for key, then in fixed(link):
                if now.get(key) == then:
                    continue
                if key not in now and term and written(key) < term:
                    found.forgotten += 1
                    continue
                wrong = Wrong.CHANGED if key in now else Wrong.REMOVED
                found.problems.append(Problem(wrong, link=link.number, row=key))


def fixed(link: ChainLink) -> Iterator[tuple[UUID, bytes]]:
    whole = bytes(link.hashes)
    return ((key, whole[32 * n : 32 * n + 32]) for n, key in enumerate(link.keys))


def current(*, form: int, keys: list[UUID]) -> dict[UUID, bytes]:
    with connection.cursor() as cursor:
        cursor.execute(leaves(source="select unnest(%(keys)s::uuid[])", form=form), {"keys": keys})
        return {key: bytes(one) for key, one in cursor.fetchall()}


UNCHAINED = """
select id from (select id from trust_look union all select id from trust_trace) as written
where not exists (select 1 from (select unnest(keys) as key from trust_chainlink) as chained where chained.key = id)
order by id"""
BETWEEN = """
with before as materialized (
  select number, keys, trust.first_key(lag(upto) over (order by number) - %s * interval '1 second') as first_key
  from trust_chainlink)
select number, key from before cross join lateral unnest(keys) as key where key < first_key order by key"""


def slipped_in(found: Verdict) -> list[Problem]:
    """Rows in no link, or in one made long after they say they were written; the newest only wait for theirs."""
    with connection.cursor() as cursor:
        cursor.execute(UNCHAINED)
        alone = [key for (key,) in cursor.fetchall()]
        cursor.execute(BETWEEN, [LATE.total_seconds()])
        between = cursor.fetchall()
    late = [key for key in alone if found.upto and written(key) < found.upto - LATE]
    found.waiting = len(alone) - len(late)
    return [Problem(Wrong.ADDED, row=key) for key in late] + [
        Problem(Wrong.ADDED, link=number, row=key) for number, key in between
    ]

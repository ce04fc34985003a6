"""What row-level security costs, side by side in one run: `python -m bench.visibility [--part 0.1] [--anew]`.

On the town of two million moments, for people in 8, 60 and 600 circles: a circle's timeline, my stream, search, counts
per week, and writing a moment with three people in it. Three ways take turns: unguarded (the owner, no filter),
by hand (the owner, with the filters a careful programmer writes), and row-level security (the app's login, sealed).
Each figure is a whole transaction: begin, who acts, the question, the end.
"""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module
from typing import Any
from uuid import UUID

import psycopg

from bench.pages import DATABASE, begun
from bench.town import NOW
from nabij.base.keys import uuid7
from nabij.embedded.server import Running

TIMES = 40
COLUMNS = "id, circle_id, author_id, happened_at, noted_at, line"
SINCE = NOW - timedelta(days=364)
NEWEST = "order by happened_at desc, id desc limit 30"
ONE, TWO = "lift", "lift & zus"  # One frequent word, and two together.
WRITE = (
    "insert into moments_moment"
    " (id, circle_id, author_id, happened_at, noted_at, kind, line, findable, themes, purpose_id)"
    " values (%(id)s, %(circle)s, %(me)s, %(now)s, %(now)s, 'note', 'Gebeld.', 'Gebeld.', '{}', 'samen-helpen')"
)
PRESENT = "insert into moments_presence (id, moment_id, person_id, there) values "
BY_HAND = "m.circle_id = s.circle_id and m.noted_at >= s.since"


@dataclass(frozen=True)
class Asker:
    """Who asks, and the circle whose timeline they open; `fellows` are there in what they write."""

    circles: int
    person: UUID
    circle: UUID
    fellows: tuple[UUID, ...]


def recall(words: str) -> str:
    """Memory's own question, for what holds all of these words."""
    kinds = "array['note', 'own_words', 'lesson']"
    asked = f"array[to_tsquery('dutch', '{words}')::text]"
    return f"trust.recall({asked}, {asked}, null, '{{}}', '{{}}', false, '-infinity', 'infinity', 30, {kinds})"


# {what is asked: (unguarded, by hand, row-level security)}; what the app asks is what the product asks.
SEATS = (
    "seats as materialized (select circle_id, coalesce(sees_from, '-infinity') as since from trust_membership"
    " where person_id = %(me)s and (until is null or until > now()))"
)
QUESTIONS = {
    "timeline": (
        f"select {COLUMNS} from moments_moment where circle_id = %(circle)s {NEWEST}",
        f"with {SEATS} select m.* from seats s join moments_moment m on {BY_HAND}"
        f" where m.circle_id = %(circle)s {NEWEST.replace('id desc', 'm.id desc')}",
        f"select {COLUMNS} from moments_moment where circle_id = %(circle)s {NEWEST}",
    ),
    "stream": (
        f"select {COLUMNS} from moments_moment {NEWEST}",
        f"with {SEATS} select m.* from seats s cross join lateral (select {COLUMNS} from moments_moment m"
        f" where {BY_HAND} {NEWEST}) m {NEWEST.replace('id desc', 'm.id desc')}",
        f"select {COLUMNS} from moments_moment where id = any(array(select trust.stream(30))) {NEWEST}",
    ),
    "search, a frequent word": (
        f"select {COLUMNS} from moments_moment where words @@ to_tsquery('dutch', '{ONE}') {NEWEST}",
        f"with {SEATS} select m.* from moments_moment m join seats s on {BY_HAND}"
        f" where m.words @@ to_tsquery('dutch', '{ONE}') {NEWEST.replace('id desc', 'm.id desc')}",
        f"select {COLUMNS} from moments_moment where id = any(array(select {recall(ONE)})) {NEWEST}",
    ),
    "search, two words": (
        f"select {COLUMNS} from moments_moment where words @@ to_tsquery('dutch', '{TWO}') {NEWEST}",
        f"with {SEATS} select m.* from moments_moment m join seats s on {BY_HAND}"
        f" where m.words @@ to_tsquery('dutch', '{TWO}') {NEWEST.replace('id desc', 'm.id desc')}",
        f"select {COLUMNS} from moments_moment where id = any(array(select {recall(TWO)})) {NEWEST}",
    ),
    "weekly counts": (
        "select date_trunc('week', happened_at), count(*) from moments_moment"
        " where happened_at >= %(since)s group by 1",
        f"with {SEATS} select date_trunc('week', m.happened_at at time zone 'Europe/Amsterdam')::date, count(*)"
        f" from seats s join moments_moment m on {BY_HAND} where m.happened_at >= %(since)s group by 1",
        "select week, n from trust.weeks(%(since)s)",
    ),
}
WAYS = ("unguarded", "by hand", "row-level security")
Timed = dict[tuple[str, str, int], list[float]]


def main() -> None:
    server, looked_at = begun(__doc__)
    measured = measure(server, looked_at)
    table(measured)
    sys.exit(0 if within(measured) else 1)


def measure(server: Running, looked_at: list[list[Any]]) -> Timed:
    """Milliseconds by (question, way, circles), the ways taking turns so that a busy moment hits all of them."""
    acting = import_module("nabij.trust.acting")
    measured: Timed = {}
    with (
        # No prepared statements, as Django does it.
        psycopg.connect(server.url("nabij_owner", DATABASE), prepare_threshold=None) as owner,
        psycopg.connect(server.url("nabij_app", DATABASE), prepare_threshold=None) as app,
    ):
        owner.execute("analyze")
        owner.commit()
        askers = [asker(owner, n, UUID(person), UUID(story)) for n, person, story in looked_at]
        for turn in range(TIMES + 1):
            for one in askers:
                seal = acting.sealed(acting.person(one.person), purpose="", seconds=300)
                for what, way, ask in questions(one):
                    connection, actor = (app, seal) if way == WAYS[2] else (owner, "")
                    took = timed(connection, actor, ask)
                    if turn:  # The first warms up.
                        measured.setdefault((what, way, one.circles), []).append(took)
    return measured


def asker(owner: "psycopg.Connection[Any]", circles: int, person: UUID, story: UUID) -> Asker:
    (circle,) = owner.execute("select circle_id from stories_story where id = %s", [story]).fetchone() or (None,)
    rows = owner.execute("select person_id from trust_membership where circle_id = %s order by id limit 3", [circle])
    return Asker(circles, person, circle, tuple(row[0] for row in rows))


def questions(one: Asker) -> list[tuple[str, str, Callable[["psycopg.Connection[Any]"], None]]]:
    """(what is asked, in which way, the asking) of everything for one person."""
    values = {"me": one.person, "circle": one.circle, "since": SINCE, "now": NOW}
    found = [
        (what, way, lambda connection, sql=sql: connection.execute(sql, values).fetchall())
        for what, ways in QUESTIONS.items()
        for way, sql in zip(WAYS, ways, strict=True)
    ]
    writes = [
        ("insert", way, lambda connection, way=way: write(connection, one, by_hand=way == WAYS[1])) for way in WAYS
    ]
    return [*found, *writes]  # type: ignore[list-item]


def write(connection: "psycopg.Connection[Any]", one: Asker, *, by_hand: bool) -> None:
    """A moment with three people in it; by hand whoever writes is looked up in the circle first."""
    moment = uuid7()
    values = {"id": moment, "circle": one.circle, "me": one.person, "now": NOW}
    if by_hand:
        inside = "select 1 from trust_membership where circle_id = %(circle)s and person_id = %(me)s"
        connection.execute(f"{inside} and (until is null or until > now())", values).fetchone()
    connection.execute(WRITE, values)
    there = [value for person in one.fellows for value in (uuid7(), moment, person)]
    connection.execute(PRESENT + ", ".join(["(%s, %s, %s, true)"] * len(one.fellows)), there)


def timed(connection: "psycopg.Connection[Any]", actor: str, ask: Callable[["psycopg.Connection[Any]"], None]) -> float:
    """One whole transaction, rolled back, in milliseconds."""
    begun = time.perf_counter()
    if actor:
        connection.execute("select set_config('nabij.actor', %s, true)", [actor])
    ask(connection)
    connection.rollback()
    return (time.perf_counter() - begun) * 1000


def ratio(measured: Timed, what: str, circles: int) -> float:
    by_hand, guarded = (statistics.median(measured[what, way, circles]) for way in WAYS[1:])
    return guarded / by_hand


def within(measured: Timed) -> bool:
    """Row-level security within twice what is written by hand, or 5 ms of it; three times for writing."""
    good = True
    for what, way, circles in measured:
        by_hand, guarded = (statistics.median(measured[what, one, circles]) for one in WAYS[1:])
        bound = 3 * by_hand if what == "insert" else max(2 * by_hand, by_hand + 5)
        if way == WAYS[2] and guarded > bound:
            sys.stderr.write(f"{what}, {circles} circles: {guarded:.2f} ms, by hand {by_hand:.2f} ms\n")
            good = False
    return good


def table(measured: Timed) -> None:
    """Markdown: medians in milliseconds for 8, 60 and 600 circles, and guarded as so many times by hand."""
    crowds = sorted({circles for _what, _way, circles in measured})
    sys.stdout.write("| what | way | " + " | ".join(f"{n} circles" for n in crowds) + " |\n|---|---|")
    sys.stdout.write("---|" * len(crowds) + "\n")
    for what in dict.fromkeys(what for what, _way, _n in measured):
        for way in WAYS:
            cells = []
            for n in crowds:
                cell = f"{statistics.median(measured[what, way, n]):.2f}"
                cells.append(cell + (f" ({ratio(measured, what, n):.1f} times)" if way == WAYS[2] else ""))
            sys.stdout.write(f"| {what} | {way} | " + " | ".join(cells) + " |\n")


if __name__ == "__main__":
    main()

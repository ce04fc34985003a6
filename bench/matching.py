"""How quick the first ten for an ask are found among 100,000 open offers: `python -m bench.matching [--part 0.1]`.

A town of 60,000 invented people with 100,000 offers that stand, some that ended or rest, and how often each was asked.
Each ask is looked at as the app's own login, through row-level security, by who asks it, by who coordinates its
district, and by who coordinates the whole town and so sees all 100,000. The whole transaction counts: the look that is
logged, what is known of the ask, the offers that may fit, and their order with reasons in sentences. The social map is
not asked: it has a measure of its own.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from uuid import UUID

import psycopg

from bench.pages import ROOT, empty, migrate, tell, wake
from bench.town import FIRST, LAST, NOW, SEED, Keys, Size, Town
from nabij.embedded.server import running

DATABASE = "offers"
TIMES = 8
BOUND = 50.0  # Milliseconds, 95 of 100.
SIZE = Size(people=60_000, circles=0, moments=0)
OFFERS = 100_000
KINDS = (
    "chores garden errands walk company food practice interpreting language transport digital letters debts childcare"
    " family things pastime sport grief visit".split()
)
LINES = (
    "Ik help graag een buur", "Lampen ophangen en fietsen maken", "Samen lopen, korte rondjes", "Taalmaatje",
    "Schaken en kaarten, liever geen trap", "Meegaan en vertalen", "Koken en samen eten", "Ritten met de auto",
    "Post en papieren ordenen", "Oppas, alleen overdag", "Tuinwerk en kleine klussen", "Hulp met telefoon en computer",
)  # fmt: skip
ASKS = (
    ("Lamp ophangen", ["chores"]), ("Dinsdag meelopen naar de markt", ["walk"]), ("Nederlands oefenen", ["practice"]),
    ("Lekke band", ["chores"]), ("Brief van de belasting uitleggen", ["letters"]),
    ("Vrijdag mee naar het ziekenhuis, Turks", ["interpreting"]), ("Oppas zaterdagavond", ["childcare"]),
    ("Kaarten met mijn man", ["pastime"]), ("Iemand om mee te praten", ["company"]),
    ("Hulp met een tablet", ["digital"]), ("Tuin winterklaar", ["garden"]), ("Niet meer alleen eten", ["food"]),
    ("Iemand die Tigrinya spreekt", []), ("Ik wil iets doen, weet niet wat", []),
)  # fmt: skip
SLOTS = [f"{day}-{part}" for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun") for part in
         ("morning", "afternoon", "evening")]  # fmt: skip
Timed = dict[tuple[str, str], list[float]]


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--part", type=float, default=1.0, help="which part of the offers: 0.1 is a tenth")
    asked.add_argument("--anew", action="store_true", help="make the town again")
    said = asked.parse_args()
    folder = ROOT / "var" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    server, note = running(folder), folder / f"offers-{said.part}"
    if said.anew or not note.exists():
        empty(server, database=DATABASE)
        fill(server.url("nabij_owner", DATABASE), part=said.part)
        note.touch()
    migrate(server, database=DATABASE)
    wake(server, database=DATABASE)
    measured = measure(asks_of(server.url("nabij_owner", DATABASE)))
    table(measured)
    sys.exit(0 if within(measured) else 1)


# -- the town ----------------------------------------------------------------------------------------------------------


def fill(url: str, *, part: float) -> None:
    begun = time.monotonic()
    with psycopg.connect(url) as connection:
        town = Board(connection, chance=random.Random(SEED), keys=Keys(), size=SIZE.scaled(part))
        for step in (town.neighbourhoods, town.persons, town.hats, town.offers, town.asks):
            tell(step.__name__, begun)
            step()
    with psycopg.connect(url, autocommit=True) as connection:
        tell("analyze", begun)
        connection.execute("vacuum analyze")


class Board(Town):
    """A town in which much is offered and something is asked."""

    def persons(self) -> None:
        pick, chance = self.chance.choice, self.chance.random
        self.people = [self.keys.next(1) for _n in range(self.size.people)]
        self.home = {key: pick(self.codes) for key in self.people}
        tongues = ("{nl}",) * 12 + ("{nl,en}",) * 4 + ("{nl,ar}", "{nl,tr}", "{tr}", "{ar,en}", "{nl,pl}", "{nl,fr}")
        self.copy(
            "people_person",
            "id, name, known_as, languages, community, neighbourhood_id, street, latitude, longitude, made_at",
            (
                (key, f"{pick(FIRST)} {pick(LAST)}", "", pick(tongues), "", self.home[key], "",
                 round(52.48 + chance() * 0.05, 3), round(4.92 + chance() * 0.09, 3), NOW)
                for key in self.people
            ),
        )  # fmt: skip
        self.copy(
            "people_strength",
            "id, person_id, kind, what, open",
            ((self.keys.next(2), key, pick(("can", "likes", "lived")), pick(LINES), True) for key in self.people[::3]),
        )

    def hats(self) -> None:
        """Who offers is seen by an open hat; two coordinate, of a district and of the whole town."""
        columns = "id, person_id, role, formal, neighbourhood_id, can, cannot, employer, since, open, granted_by_id"
        since = date(2024, 1, 1)
        rows = [(self.keys.next(3), key, "helpt in de buurt", False, self.home[key], "", "", "", since, True, key)
                for key in self.people]  # fmt: skip
        role = "coördinator vrijwilligers"
        for who, code in enumerate(("WK043901", "GM0439")):
            rows.append((self.keys.next(3), self.people[who], role, True, code, "", "", "", since, True, None))
        self.copy("people_hat", columns, rows)

    def offers(self) -> None:
        count = OFFERS * self.size.people // SIZE.people
        kept = [(self.keys.next(4), self.chance.choice(self.people)) for _n in range(count)]
        gone = [(self.keys.next(4), self.chance.choice(self.people)) for _n in range(count // 10)]
        columns = "id, person_id, neighbourhood_id, line, kinds, week, room, since, at"
        self.copy("bridge_offer", columns, (self.one(key, who) for key, who in (*kept, *gone)))
        ended = [key for key, _who in gone[::2]]
        rests = [key for key, _who in gone[1::2]]
        self.copy("bridge_offerending", "id, offer_id, by_id, at", self.rows(ended))
        self.copy("bridge_offerpause", "id, offer_id, at", ((self.keys.next(5), key, NOW) for key in rests))
        asked = [self.chance.choice(kept)[0] for _n in range(count)]
        self.copy("bridge_offerasked", "id, offer_id, by_id, at", self.rows(asked))

    def one(self, key: UUID, who: UUID) -> tuple[object, ...]:
        pick = self.chance.choice
        home = self.home[who]
        board = pick([home] * 9 + [f"WK{home[2:8]}"]) if self.chance.random() > 0.02 else "GM0439"
        kinds = list(dict.fromkeys(pick(KINDS) for _n in range(self.chance.randint(1, 3))))
        week = [slot for slot in SLOTS if self.chance.random() < 0.2] if self.chance.random() < 0.7 else []
        return (key, who, board, pick(LINES), kinds, week, pick((None, 1, 2, 3, 4)), date(2026, 1, 1), NOW)

    def rows(self, offers: list[UUID]) -> Iterator[tuple[object, ...]]:
        now = datetime.now(UTC)  # The load is of the last thirty days, whenever this runs.
        for key in offers:
            yield (
                self.keys.next(6),
                key,
                self.chance.choice(self.people),
                now - timedelta(days=self.chance.randint(0, 45)),
            )

    def asks(self) -> None:
        """Each asked by somebody of the first district, who lets the coordinator look along."""
        here = [key for key in self.people if self.home[key].startswith("BU043901")]
        asks = [(self.keys.next(7), self.chance.choice(here), line, kinds) for line, kinds in ASKS]
        columns = "id, neighbourhood_id, line, kinds, week, at"
        self.copy(
            "bridge_ask", columns, ((key, self.home[who], line, kinds, [], NOW) for key, who, line, kinds in asks)
        )
        columns = "id, ask_id, about_id, asked_by_id, to_coordinator, at"
        self.copy("bridge_asker", columns, ((self.keys.next(8), key, who, who, True, NOW) for key, who, _l, _k in asks))


# -- measuring ---------------------------------------------------------------------------------------------------------


def asks_of(url: str) -> list[tuple[str, UUID, UUID, str]]:
    """(who looks, that person, the ask, its line) of each."""
    with psycopg.connect(url) as connection:
        rows = connection.execute(
            "select a.id, r.about_id, a.line from bridge_ask a join bridge_asker r on r.ask_id = a.id order by a.id"
        ).fetchall()
        coordinators = dict(
            connection.execute(
                "select neighbourhood_id, person_id from people_hat where formal and role like 'co%rdinator%'"
            ).fetchall()
        )
    looks = (
        ("who coordinates a district", coordinators["WK043901"]),
        ("who coordinates the town", coordinators["GM0439"]),
    )
    return [(who, person, ask, line) for ask, about, line in rows for who, person in (("who asks", about), *looks)]


def measure(asks: list[tuple[str, UUID, UUID, str]]) -> Timed:
    """Milliseconds by (line, who looks), taking turns."""
    measured: Timed = {}
    for turn in range(TIMES + 1):
        for who, person, ask, line in asks:
            took = milliseconds(person, ask)
            if turn:  # The first warms up.
                measured.setdefault((line, who), []).append(took)
    return measured


def milliseconds(person: UUID, ask: UUID) -> float:
    acting, candidates = import_module("nabij.trust.acting"), import_module("nabij.bridge.candidates")
    people, social_map = import_module("nabij.people.models"), import_module("nabij.bridge.social_map")
    begun = time.perf_counter()
    with acting.acting_as(acting.person(person), purpose="vraag"):
        by = people.Person.objects.get(id=person)
        found = candidates.match(ask_id=ask, by=by, hat=None, at=NOW, social_map=social_map.no_map).found
    took = (time.perf_counter() - begun) * 1000
    if not found.candidates:
        raise SystemExit(f"nobody was found for {ask}")
    return took


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def by_who(measured: Timed) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for (_line, who), times in measured.items():
        found.setdefault(who, []).extend(times)
    return found


def within(measured: Timed) -> bool:
    slow = {who: p95(times) for who, times in by_who(measured).items() if p95(times) > BOUND}
    for who, took in slow.items():
        sys.stderr.write(f"{who}: p95 {took:.1f} ms\n")
    return not slow


def table(measured: Timed) -> None:
    """Markdown: median and 95th percentile in milliseconds, for each ask and by who looks."""
    whose = list(by_who(measured))
    sys.stdout.write("| ask | " + " | ".join(f"{who}: median, p95" for who in whose) + " |\n")
    sys.stdout.write("|---|" + "---|" * len(whose) + "\n")
    for line in dict.fromkeys(line for line, _who in measured):
        cells = [f"{statistics.median(measured[line, who]):.0f}, {p95(measured[line, who]):.0f} ms" for who in whose]
        sys.stdout.write(f"| {line} | " + " | ".join(cells) + " |\n")
    cells = [f"{statistics.median(times):.0f}, {p95(times):.0f} ms" for times in by_who(measured).values()]
    sys.stdout.write("| all | " + " | ".join(cells) + " |\n")


if __name__ == "__main__":
    main()

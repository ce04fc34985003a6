"""A town of invented people, always the same: 80,000 people, 20,000 circles, 2 million moments, by COPY.

Made past the rules by the owner, because no verb can write two million moments in a minute; the pages are then read
as the app's login. Three people stand out: who is in 8, in 60 and in 600 circles.
"""

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import psycopg

NOW = datetime(2026, 11, 18, 9, tzinfo=UTC)
SEED = 20261118
CROWDS = (8, 60, 600)
WORDS = (
    "koffie gedronken met de buurvrouw, wandelen langs de Where, boodschappen gedaan, lift weer stuk, zus gebeld, "
    "brief van de gemeente samen gelezen, naar de markt gelopen, hond uitgelaten, taalles geoefend, fiets gemaakt, "
    "been genezen, slecht geslapen, op school gesproken, soep gebracht, tuin gedaan, naar het ziekenhuis gereden, "
    "eenzaam op zondag, kinderen gehaald, sleutel gegeven, afspraak verzet, samen gegeten, rekening betaald"
).split(", ")
FIRST = "Anna Bas Cor Dina Els Fadi Gijs Hala Ineke Jan Kim Lotte Mo Noor Omar Petra Riet Samir Tineke Yusuf".split()
LAST = "Bakker Bos Demir de Boer Jansen Kuiper Mulder Post Smit Tol van Dijk Visser Vlaar Yilmaz Zwart".split()


@dataclass(frozen=True)
class Size:
    """How large the town is."""

    people: int = 80_000
    circles: int = 20_000
    moments: int = 2_000_000
    members: int = 14  # in a circle, about

    def scaled(self, part: float) -> "Size":
        return Size(int(self.people * part), int(self.circles * part), int(self.moments * part), self.members)


class Keys:
    """Keys in the order of time, by number: the same town each time."""

    def __init__(self) -> None:
        self.last = 0

    def next(self, kind: int) -> UUID:
        self.last += 1
        return UUID(int=0x01900000_0000_7000_8000_000000000000 + (kind << 44) + self.last)


def make(url: str, *, size: Size, say: Callable[[str], None]) -> list[tuple[int, UUID, UUID]]:
    """Fills an empty, migrated database; returns (circles, person, story) of the three who are looked at."""
    chance, keys = random.Random(SEED), Keys()
    with psycopg.connect(url, autocommit=False) as connection:
        town = Town(connection, chance=chance, keys=keys, size=size)
        for step in (
            town.neighbourhoods,
            town.persons,
            town.hats,
            town.circles,
            town.members,
            town.stories,
            town.moments,
        ):
            say(step.__name__)
            step()
        say("promises, ties, looks")
        town.promises()
        town.ties()
    with psycopg.connect(url, autocommit=True) as connection:
        say("analyze")
        connection.execute("vacuum analyze")
    return [(n, person, town.story_of(n)) for n, person in town.crowd.items()]


class Town:
    """The town while it is being made."""

    def __init__(self, connection: psycopg.Connection, *, chance: random.Random, keys: Keys, size: Size) -> None:
        self.connection, self.chance, self.keys, self.size = connection, chance, keys, size
        self.codes: list[str] = []
        self.people: list[UUID] = []
        self.hat_of: dict[UUID, UUID] = {}
        self.circle_ids: list[UUID] = []
        self.residents: list[UUID] = []
        self.members_of: list[list[UUID]] = []
        self.story_ids: list[UUID] = []
        self.crowd: dict[int, UUID] = {}

    def copy(self, table: str, columns: str, rows: Iterable[tuple[object, ...]]) -> None:
        with self.connection.cursor().copy(f"copy {table} ({columns}) from stdin") as copy:
            for row in rows:
                copy.write_row(row)

    def neighbourhoods(self) -> None:
        square = [[[[4.9, 52.5], [4.91, 52.5], [4.91, 52.51], [4.9, 52.5]]]]
        rows = [("GM0439", "Purmerend", "gemeente", None)]
        rows += [(f"WK0439{w:02}", f"Wijk {w}", "wijk", "GM0439") for w in range(1, 9)]
        rows += [
            (f"BU0439{w:02}{b:02}", f"Buurt {w}.{b}", "buurt", f"WK0439{w:02}")
            for w in range(1, 9)
            for b in range(1, 6)
        ]
        self.codes = [code for code, *_rest in rows if code.startswith("BU")]
        outline = str(square).replace("'", '"')
        self.copy(
            "people_neighbourhood",
            "code, name, kind, parent_id, outline, latitude, longitude, source",
            ((code, name, kind, parent, outline, 52.505, 4.905, "") for code, name, kind, parent in rows),
        )

    def persons(self) -> None:
        self.people = [self.keys.next(1) for _n in range(self.size.people)]
        pick = self.chance.choice
        self.copy(
            "people_person",
            "id, name, known_as, languages, community, neighbourhood_id, street, latitude, longitude, made_at",
            (
                (key, f"{pick(FIRST)} {pick(LAST)}", "", "{nl}", "", pick(self.codes), "Kwelderhof", 52.505, 4.972, NOW)
                for key in self.people
            ),
        )

    def hats(self) -> None:
        """One in twenty-five wears a hat; a quarter of those is formal, half is open."""
        wearers = [*self.people[: len(CROWDS)], *self.chance.sample(self.people, self.size.people // 25)]
        self.hat_of = {key: self.keys.next(2) for key in wearers}
        self.copy(
            "people_hat",
            "id, person_id, role, formal, neighbourhood_id, can, cannot, employer, since, open",
            (
                (
                    hat,
                    key,
                    "wijkwerker" if n % 4 == 0 else "buurvrouw",
                    n % 4 == 0,
                    self.chance.choice(self.codes),
                    "",
                    "",
                    "",
                    date(2024, 1, 1),
                    n % 2 == 0,
                )
                for n, (key, hat) in enumerate(self.hat_of.items())
            ),
        )

    def circles(self) -> None:
        self.circle_ids = [self.keys.next(3) for _n in range(self.size.circles)]
        self.residents = self.chance.sample(self.people[len(CROWDS) :], self.size.circles)
        self.copy(
            "trust_circle",
            "id, name, kind, made_by_id, made_at, purpose_id",
            (
                (c, f"Kring {n}", "story", self.residents[n], NOW, "eigen-verhaal")
                for n, c in enumerate(self.circle_ids)
            ),
        )

    def members(self) -> None:
        self.crowd = dict(zip(CROWDS, self.people, strict=False))
        chosen = {n: set(self.chance.sample(range(self.size.circles), n)) for n in CROWDS}
        others = self.people[len(CROWDS) :]
        for n, resident in enumerate(self.residents):
            inside = {resident, *(self.chance.choice(others) for _m in range(self.size.members))}
            inside |= {person for crowd, person in self.crowd.items() if n in chosen[crowd]}
            self.members_of.append(sorted(inside))
        self.first_of = {crowd: min(circles) for crowd, circles in chosen.items()}
        self.copy(
            "trust_membership",
            "id, circle_id, person_id, as_resident, let_in_by_id, since, sees_from",
            (
                (self.keys.next(4), circle, person, person == resident, resident, NOW, self.sees_from(person, resident))
                for circle, resident, inside in zip(self.circle_ids, self.residents, self.members_of, strict=True)
                for person in inside
            ),
        )

    def sees_from(self, person: UUID, resident: UUID) -> datetime | None:
        """One in five came later, a year ago, and does not read what was before; of those looked at as well."""
        return NOW - timedelta(days=365) if person != resident and self.chance.random() < 0.2 else None

    def stories(self) -> None:
        self.story_ids = [self.keys.next(5) for _c in self.circle_ids]
        self.copy(
            "stories_story",
            "id, circle_id, person_id, opened_by_id, opened_at, reference, called",
            (
                (story, circle, resident, resident, NOW, "", "")
                for story, circle, resident in zip(self.story_ids, self.circle_ids, self.residents, strict=True)
            ),
        )
        self.copy(
            "stories_ownwords",
            "id, story_id, circle_id, person_id, words, matters, noted_by_id, at",
            (
                (self.keys.next(6), story, circle, resident, "Ik wil weer naar de markt.", "de hond", resident, NOW)
                for story, circle, resident in zip(self.story_ids, self.circle_ids, self.residents, strict=True)
            ),
        )

    def moments(self) -> None:
        columns = "id, circle_id, author_id, hat_id, happened_at, noted_at, kind, line, findable, themes, purpose_id"
        self.copy("moments_moment", columns, self._moments())

    def _moments(self) -> Iterator[tuple[object, ...]]:
        count, chance = self.size.moments, self.chance
        step = timedelta(days=730) / count
        for n in range(count):
            circle = int(len(self.circle_ids) * chance.random() ** 1.5)  # Some circles are busier than others.
            author = chance.choice(self.members_of[circle])
            line = f"{chance.choice(WORDS)}, {chance.choice(WORDS)}"
            at = NOW - timedelta(days=730) + step * n
            yield (
                self.keys.next(7),
                self.circle_ids[circle],
                author,
                self.hat_of.get(author),
                at,
                at,
                "note",
                line,
                line,
                "{}",
                "eigen-verhaal",
            )

    def promises(self) -> None:
        """Five to a circle: three kept, one open, one late."""
        promises, answers, keepings = [], [], []
        for story, circle, inside in zip(self.story_ids, self.circle_ids, self.members_of, strict=True):
            for n in range(5):
                key, who = self.keys.next(8), self.chance.choice(inside)
                day = date(2026, 11, 18) + timedelta(days=n * 3 - 5)
                promises.append((key, story, circle, who, "Boodschappen doen", day, who, NOW))
                answers.append((self.keys.next(9), key, "yes", "", who, False, NOW))
                if n < 3:
                    keepings.append((self.keys.next(10), key, True, "", who, NOW))
        self.copy("stories_promise", "id, story_id, circle_id, who_id, what, day, asked_by_id, asked_at", promises)
        self.copy("stories_answer", "id, promise_id, kind, words, by_id, by_link, at", answers)
        self.copy("stories_keeping", "id, promise_id, kept, why, by_id, at", keepings)

    def ties(self) -> None:
        kinds = ("family", "friend", "neighbour", "professional")
        self.copy(
            "moments_tie",
            "id, circle_id, owner_id, other_id, name, kind, called, ring, weight, gives, takes, told_by_id, noted_at",
            (
                (
                    self.keys.next(11),
                    circle,
                    resident,
                    other,
                    "",
                    kinds[n % 4],
                    "",
                    n % 3 + 1,
                    "plain",
                    "koffie",
                    "",
                    resident,
                    NOW,
                )
                for circle, resident, inside in zip(self.circle_ids, self.residents, self.members_of, strict=True)
                for n, other in enumerate([one for one in inside if one != resident][:5])
            ),
        )

    def story_of(self, crowd: int) -> UUID:
        return self.story_ids[self.first_of[crowd]]

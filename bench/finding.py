"""How quick the map finds over 50,000 listings: `python -m bench.finding [--services 5000] [--anew]`.

The map of `bench.howtrue`, each listing with a direction of meaning drawn by a fixed seed; the page as a visitor asks
it: the whole map, a question in one's own words, near a neighbourhood, about a subject, and a sentence. Beside each
PostgreSQL's own time for the words alone, by the owner, in the same run.
"""

import math
import random
import statistics
import sys
import time
from importlib import import_module
from typing import Any
from urllib.parse import urlencode

import psycopg
import structlog

from bench.howtrue import place
from bench.opendata import mapped
from bench.pages import tell
from nabij.embedded.server import Running

DATABASE = "nabij_finding"
TIMES, SIZE = 20, 512
ASKED: dict[str, dict[str, str]] = {
    "everything": {},
    "one word": {"q": "taalles"},
    "two words": {"q": "samen eten"},
    "a slip of the pen": {"q": "wandelgroeb"},
    "a sentence": {"q": "ik wil graag mensen leren kennen in mijn buurt"},
    "words, near": {"q": "koffieochtend", "buurt": "BU04390042"},
    "a subject, near": {"soort": "o7", "buurt": "BU04390042"},
    "free, near": {"gratis": "1", "buurt": "BU04390042"},
}
BARE = (
    "select s.id from directory_service s join directory_servicemeaning m on m.service_id = s.id"
    " where s.status = 'active' and m.words @@ plainto_tsquery('pg_catalog.dutch', %s)"
    " order by ts_rank(m.words, plainto_tsquery('pg_catalog.dutch', %s)) desc, s.id limit 20"
)


def main() -> None:
    table(measure(mapped(__doc__, database=DATABASE, note="finding", more=fill_in)))


def fill_in() -> None:
    place()
    learn()


def learn() -> None:
    """A direction of length one for each listing, and the words that the search knows."""
    begun, chance = time.monotonic(), random.Random(2026)  # nosec B311: for a bench
    models, acting = import_module("nabij.directory.models"), import_module("nabij.trust.acting")
    spelling = import_module("nabij.directory.spelling")
    with acting.acting_as(acting.office("beheer"), seconds=3600):
        rows = list(models.ServiceMeaning.objects.order_by("service_id"))
        for row in rows:
            direction = [chance.gauss() for _ in range(SIZE)]
            length = math.hypot(*direction)
            row.meaning = [round(part / length, 5) for part in direction]
        models.ServiceMeaning.objects.bulk_update(rows, ["meaning"], batch_size=500)
        words = {word for row in rows for word in spelling.words_in(f"{row.heading} {row.body}")}
        known = [models.SearchWord(word=word, bits=sorted(spelling.bits(word))) for word in sorted(words)]
        models.SearchWord.objects.bulk_create(known, ignore_conflicts=True, batch_size=2000)
    tell("meanings and words", begun)


def measure(server: Running) -> dict[str, list[tuple[float, float]]]:
    """{question: [(milliseconds of the page, of the words alone)]}, the questions taking turns."""
    import_module("nabij.web.limits").LIMITS = ()  # What is measured is one answer, not how often one may ask.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("warning"))
    asking, client = import_module("bench.asking"), import_module("django.test").Client()
    measured: dict[str, list[tuple[float, float]]] = {}
    with psycopg.connect(server.url("nabij_owner", DATABASE), autocommit=True) as bare:
        bare.execute("analyze")
        for turn in range(TIMES + 1):
            for name, asked in ASKED.items():
                took = asking.milliseconds(client, f"/kaart/?{urlencode(asked)}"), alone(bare, asked.get("q", ""))
                if turn:  # The first warms up.
                    measured.setdefault(name, []).append(took)
    return measured


def alone(bare: psycopg.Connection[Any], words: str) -> float:
    begun = time.perf_counter()
    bare.execute(BARE, [words, words]).fetchall()
    return (time.perf_counter() - begun) * 1000


def table(measured: dict[str, list[tuple[float, float]]]) -> None:
    """Markdown: median and 95th percentile in milliseconds."""
    sys.stdout.write("| asked | median | p95 | the words alone, median |\n|---|---|---|---|\n")
    for name, times in measured.items():
        took, bare = zip(*times, strict=True)
        high = statistics.quantiles(took, n=20)[-1]
        sys.stdout.write(
            f"| {name} | {statistics.median(took):.0f} ms | {high:.0f} ms | {statistics.median(bare):.0f} ms |\n"
        )


if __name__ == "__main__":
    main()

"""How quick open data answers over 50,000 services: `python -m bench.opendata [--services 5000]`.

A list, a search and whole things, page 1 and page 500, through the whole application as a machine asks it; beside it
PostgreSQL's own time for the bare query of the same rows and of how many there are, by the owner, in turns in one run.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime
from importlib import import_module
from typing import Any

import psycopg
import structlog

from bench.pages import ROOT, empty, migrate, tell, wake
from nabij.embedded.server import Running, running

DATABASE = "nabij_open_data"
TIMES, SIZE = 20, 100
KINDS = "eettafel taalles wandelgroep koffieochtend repaircafe voedselbank huiswerkhulp tuin zang breien".split()
ABOUT = "samen buurt ochtend middag gezellig hulp jongeren ouderen gratis vrijwilliger formulier geld".split()
WHICH = {
    "list": ("services?per_page=100", "from directory_service"),
    "search": (
        "services?per_page=100&search=samen",
        "from directory_service s where exists (select 1 from directory_servicemeaning m where m.service_id = s.id"
        " and m.words @@ to_tsquery('pg_catalog.dutch', 'samen:AB'))",
    ),
    "whole": ("services?full=true&per_page=100", "from directory_service"),
}


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--services", type=int, default=50_000)
    services = asked.parse_args().services
    folder = ROOT / "var" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    server = running(folder)
    empty(server, database=DATABASE)
    wake(server, database=DATABASE)
    fill(services=services)
    table(measure(server))


def mapped(what: str | None, *, database: str, note: str, more: Callable[[], None]) -> Running:
    """The server with the map that was asked for on the command line; made when it is not there, with `more` in it."""
    wanted = argparse.ArgumentParser(description=what)
    wanted.add_argument("--services", type=int, default=50_000)
    wanted.add_argument("--anew", action="store_true", help="make the map again")
    said = wanted.parse_args()
    folder = ROOT / "var" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    server, made = running(folder), folder / f"{note}-{said.services}"
    (empty if said.anew or not made.exists() else migrate)(server, database=database)
    wake(server, database=database)
    if said.anew or not made.exists():
        fill(services=said.services)
        more()
        made.touch()
    return server


def fill(*, services: int) -> None:
    """The same map each time: ten services to an organisation, a number with each."""
    begun = time.monotonic()
    models, acting = import_module("nabij.directory.models"), import_module("nabij.trust.acting")
    many = range(services)
    with acting.acting_as(acting.office("beheer"), seconds=3600):
        owners = models.Organization.objects.bulk_create(
            [models.Organization(name=f"Organisatie {n}", description="Doet iets") for n in many[::10]], batch_size=1000
        )
        told = [
            models.Service(
                name=f"{KINDS[n % len(KINDS)]} {n}",
                description=f"Elke week {ABOUT[n // 7 % len(ABOUT)]} en {ABOUT[n // 91 % len(ABOUT)]}",
                organization=owners[n // 10],
                fees_description="Gratis",
            )
            for n in many
        ]
        models.Service.objects.bulk_create(told, batch_size=1000)
        phones = [models.Phone(service=one, number="0299 00 00 00") for one in told]
        models.Phone.objects.bulk_create(phones, batch_size=1000)
        words = {"around": "", "meaning": [], "told": "", "made_at": datetime(2026, 11, 20, tzinfo=UTC)}
        models.ServiceMeaning.objects.bulk_create(
            [models.ServiceMeaning(service=one, heading=one.name, body=one.description, **words) for one in told],
            batch_size=1000,
        )
    tell(f"{services} services", begun)


def measure(server: Running) -> dict[tuple[str, int], list[tuple[float, float]]]:
    """Per question and page: milliseconds through the application, and of the bare queries."""
    import_module("nabij.web.limits").LIMITS = ()  # What is measured is one answer, not how often one may ask.
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger("warning"))  # The table stands alone.
    client = import_module("django.test").Client()
    asked = [(name, page) for name, (question, _rows) in WHICH.items() for page in pages(client, question)]
    measured: dict[tuple[str, int], list[tuple[float, float]]] = {}
    with psycopg.connect(server.url("nabij_owner", DATABASE), autocommit=True) as bare:
        bare.execute("analyze")
        for turn in range(TIMES + 1):
            for name, page in asked:
                question, rows = WHICH[name]
                took = through(client, f"{question}&page={page}"), alone(bare, rows, page=page)
                if turn:  # The first warms up.
                    measured.setdefault((name, page), []).append(took)
    return measured


def pages(client: Any, question: str) -> list[int]:
    """The first and the five hundredth, or the last when there are fewer."""
    total = client.get(f"/hsds/v3/{question}").json()["total_pages"]
    return [1, min(500, total)]


def through(client: Any, question: str) -> float:
    begun = time.perf_counter()
    answer = client.get(f"/hsds/v3/{question}")
    took = (time.perf_counter() - begun) * 1000
    if answer.status_code != 200 or answer.json()["empty"]:
        raise SystemExit(f"{question} answered {answer.status_code}")
    return took


def alone(bare: psycopg.Connection[Any], rows: str, *, page: int) -> float:
    """What PostgreSQL itself says it took: the rows and how many there are."""
    asked = (f"select * {rows} order by id limit {SIZE} offset {(page - 1) * SIZE}", f"select count(*) {rows}")
    return sum(_execution(bare, f"explain (analyze, format json) {one}") for one in asked)


def _execution(bare: psycopg.Connection[Any], sql: str) -> float:
    (found,) = bare.execute(sql).fetchone() or ("[]",)  # type: ignore[call-overload]
    plan = json.loads(found) if isinstance(found, str) else found
    return float(plan[0]["Execution Time"])


def table(measured: dict[tuple[str, int], list[tuple[float, float]]]) -> None:
    print("| question | page | median | p95 | PostgreSQL alone, median |\n|---|---|---|---|---|")
    for (name, page), times in measured.items():
        took, alone_took = zip(*times, strict=True)
        high = statistics.quantiles(took, n=20)[-1]
        print(
            f"| {name} | {page} | {statistics.median(took):.0f} ms | {high:.0f} ms"
            f" | {statistics.median(alone_took):.0f} ms |"
        )


if __name__ == "__main__":
    main()

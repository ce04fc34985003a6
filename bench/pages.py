"""How quick the pages are in a town, for people in 8, 60 and 600 circles: `python -m bench.pages [--part 0.1]`.

Each page is asked as the app's own login through the whole of Django, middleware and templates included, `TIMES`
times after a warm-up, the pages taking turns so that a busy moment of the machine hits all of them.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import django
import psycopg
from django.core.management import call_command

from bench.town import Size, make
from nabij.cli import ground
from nabij.embedded.server import Running, running

DATABASE = "town"
TIMES = 30
ROOT = Path(__file__).parent.parent


def main() -> None:
    _server, looked_at = begun(__doc__)
    table(measure(looked_at))


def begun(what: str | None) -> tuple[Running, list[list[Any]]]:
    """The server of the town that was asked for on the command line, and who is looked at in it; Django is awake."""
    asked = argparse.ArgumentParser(description=what)
    asked.add_argument("--part", type=float, default=1.0, help="which part of the town: 0.1 is a tenth")
    asked.add_argument("--anew", action="store_true", help="make the town again")
    said = asked.parse_args()
    folder = ROOT / "var" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    server = running(folder)
    looked_at = town(server, part=said.part, anew=said.anew, note=folder / f"town-{said.part}.json")
    wake(server)
    return server, looked_at


def town(server: Running, *, part: float, anew: bool, note: Path) -> list[list[Any]]:
    """The town's database, made when it is not there; who is looked at in it."""
    if note.exists() and not anew:
        migrate(server)
        return json.loads(note.read_text())
    empty(server)
    begun = time.monotonic()
    found = make(server.url("nabij_owner", DATABASE), size=Size().scaled(part), say=lambda what: tell(what, begun))
    note.write_text(json.dumps([[n, str(person), str(story)] for n, person, story in found]))
    return json.loads(note.read_text())


def empty(server: Running, *, database: str = DATABASE) -> None:
    """A database anew, migrated."""
    with psycopg.connect(server.url("nabij_owner", "postgres"), autocommit=True) as connection:
        connection.execute(f"drop database if exists {database} with (force)")
        connection.execute(f"create database {database}")
        connection.execute(f"grant connect on database {database} to nabij_app")
    migrate(server, database=database)


def migrate(server: Running, *, database: str = DATABASE) -> None:
    said = [sys.executable, "-m", "nabij", "migrate"]
    subprocess.run(said, env=environment(server, database=database), check=True, stdout=sys.stderr)


def tell(what: str, begun: float) -> None:
    sys.stderr.write(f"{time.monotonic() - begun:6.1f} s  {what}\n")


def environment(server: Running, *, database: str = DATABASE) -> dict[str, str]:
    return os.environ | {
        "NABIJ_DATABASE_URL": server.url("nabij_app", database),
        "NABIJ_OWNER_URL": server.url("nabij_owner", database),
        "NABIJ_SECRET_KEY": "only for the bench, and longer than fifty characters, to be sure",
        "NABIJ_HOSTS": "testserver",
        "NABIJ_DATA_DIR": str(server.folder),
    }


def wake(server: Running, *, database: str = DATABASE) -> None:
    os.environ.update(environment(server, database=database))
    ground.settle()
    django.setup()
    call_command("collectstatic", interactive=False, verbosity=0)


def measure(looked_at: list[list[Any]]) -> dict[tuple[str, int], tuple[list[float], int]]:
    """{(page, circles): (milliseconds, queries)}, the pages taking turns."""
    asking = import_module("bench.asking")
    pages = {(page, n): (asking.logged_in(person), url) for n, person, page, url in addresses(looked_at)}
    queries = {key: asking.queries(client, url) for key, (client, url) in pages.items()}
    times: dict[tuple[str, int], list[float]] = {key: [] for key in pages}
    for _turn in range(TIMES):
        for key, (client, url) in pages.items():
            times[key].append(asking.milliseconds(client, url))
    return {key: (times[key], queries[key]) for key in pages}


def addresses(looked_at: list[list[Any]]) -> Iterator[tuple[int, str, str, str]]:
    for n, person, story in looked_at:
        yield n, person, "Vandaag", "/"
        yield n, person, "Verhalen", "/verhalen/"
        yield n, person, "Een verhaal", f"/verhalen/{story}/"
        yield n, person, "Wie kan helpen", f"/verhalen/{story}/hulp/?vraag=samen+naar+de+markt+lopen"
        yield n, person, "Buurt", "/buurt/WK043903/"
        yield n, person, "Sociale kaart", "/kaart/?q=samen+eten"


def table(measured: dict[tuple[str, int], tuple[list[float], int]]) -> None:
    """Markdown: median and 95th percentile in milliseconds, and queries, for 8, 60 and 600 circles."""
    crowds = sorted({n for _page, n in measured})
    sys.stdout.write("| page | " + " | ".join(f"{n} circles: median, p95 (queries)" for n in crowds) + " |\n")
    sys.stdout.write("|---|" + "---|" * len(crowds) + "\n")
    for page in dict.fromkeys(page for page, _n in measured):
        cells = []
        for n in crowds:
            took, asked = measured[page, n]
            cells.append(f"{statistics.median(took):.0f}, {statistics.quantiles(took, n=20)[-1]:.0f} ms ({asked})")
        sys.stdout.write(f"| {page} | " + " | ".join(cells) + " |\n")


if __name__ == "__main__":
    main()

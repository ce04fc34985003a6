"""How quick memory answers in a town, for people in 8, 60 and 600 circles: `python -m bench.memory [--part 0.1]`.

Each question is asked as the app's own login through all that stands behind the page: taken apart, found among two
million moments, promises and own words, weighed, read again by the rules with its snippet, and logged as a look. The
whole transaction counts. Questions are of one frequent word, of two, of words that are nearly there or mean nearly the
same, with a name in them, and with a slip of the pen.
"""

import statistics
import sys
import time
from importlib import import_module
from typing import Any

from bench.pages import begun
from bench.town import NOW

TIMES = 20
BOUND = 50.0  # Milliseconds, 95 of 100, for 8 and for 60 circles.
QUESTIONS = (
    "lift",
    "zus gebeld",
    "brief van de gemeente samen gelezen",
    "boodschappen",
    "wandelingen met de buurvrouw",
    "taallessen",
    "ziekenhuisbezoek",
    "lift kapot",
    "Riet slecht geslapen",
    "rekeningen betalen",
    "koffi met de burvrouw",
    "eenzaamheid",
)
Timed = dict[tuple[str, int], list[float]]


def main() -> None:
    _server, looked_at = begun(__doc__)
    measured = measure(looked_at)
    table(measured)
    sys.exit(0 if within(measured) else 1)


def measure(looked_at: list[list[Any]]) -> Timed:
    """Milliseconds by (question, circles), the people taking turns."""
    measured: Timed = {}
    for turn in range(TIMES + 1):
        for circles, person, _story in looked_at:
            for question in QUESTIONS:
                took = milliseconds(question, person)
                if turn:  # The first warms up.
                    measured.setdefault((question, circles), []).append(took)
    return measured


def milliseconds(question: str, person: str) -> float:
    acting, hits = import_module("nabij.trust.acting"), import_module("nabij.memory.hits")
    people = import_module("nabij.people.models")
    begun = time.perf_counter()
    with acting.acting_as(acting.person(person), purpose="zoeken"):
        by = people.Person.objects.get(id=person)
        hits.remember(question, upto=20, by=by, hat=None, at=NOW)
    return (time.perf_counter() - begun) * 1000


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def by_circles(measured: Timed) -> dict[int, list[float]]:
    found: dict[int, list[float]] = {}
    for (_question, circles), times in measured.items():
        found.setdefault(circles, []).extend(times)
    return found


def within(measured: Timed) -> bool:
    """At most fifty milliseconds, 95 of 100, over all questions, for 8 and for 60 circles."""
    slow = {n: p95(times) for n, times in by_circles(measured).items() if n <= 60 and p95(times) > BOUND}
    for circles, took in slow.items():
        sys.stderr.write(f"{circles} circles: p95 {took:.1f} ms\n")
    return not slow


def table(measured: Timed) -> None:
    """Markdown: median and 95th percentile in milliseconds for 8, 60 and 600 circles."""
    crowds = sorted({n for _question, n in measured})
    sys.stdout.write("| question | " + " | ".join(f"{n} circles: median, p95" for n in crowds) + " |\n")
    sys.stdout.write("|---|" + "---|" * len(crowds) + "\n")
    for question in dict.fromkeys(question for question, _n in measured):
        cells = [f"{statistics.median(measured[question, n]):.0f}, {p95(measured[question, n]):.0f} ms" for n in crowds]
        sys.stdout.write(f"| {question} | " + " | ".join(cells) + " |\n")
    cells = [
        f"{statistics.median(times):.0f}, {p95(times):.0f} ms" for _n, times in sorted(by_circles(measured).items())
    ]
    sys.stdout.write("| all questions | " + " | ".join(cells) + " |\n")


if __name__ == "__main__":
    main()

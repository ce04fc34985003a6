"""What writing down who looks costs a page: `python -m bench.looks [--part 0.1]`.

The pages that show stories, asked with the log of looks and without it (the one verb that writes it does nothing), in
turns, so that a busy moment of the machine hits both; then the minute's chaining of what was written, and the check.
"""

import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from importlib import import_module
from typing import Any
from unittest.mock import patch

from bench.pages import addresses, begun
from nabij.base.logs import configure

TIMES = 40
PAGES = ("Vandaag", "Verhalen", "Een verhaal")
WITH, WITHOUT = "with", "without"


def main() -> None:
    _server, looked_at = begun(__doc__)
    configure()
    table(measure(looked_at))
    chaining()


def measure(looked_at: list[list[Any]]) -> dict[tuple[str, int], dict[str, list[float]]]:
    """{(page, circles): {with: milliseconds, without: milliseconds}}."""
    asking = import_module("bench.asking")
    pages = {
        (page, n): (asking.logged_in(person), url) for n, person, page, url in addresses(looked_at) if page in PAGES
    }
    times: dict[tuple[str, int], dict[str, list[float]]] = {key: {WITH: [], WITHOUT: []} for key in pages}
    for turn in range(-2, TIMES):
        for key, (client, url) in pages.items():
            for way in (WITH, WITHOUT) if turn % 2 else (WITHOUT, WITH):
                with ExitStack() as swapped:
                    if way == WITHOUT:
                        swapped.enter_context(patch("nabij.trust.verbs.write_looks", nothing))
                    took = asking.milliseconds(client, url)
                if turn >= 0:
                    times[key][way].append(took)
    return times


def nothing(**_said: object) -> None:
    """In the place of the verb that writes looks."""


def table(measured: dict[tuple[str, int], dict[str, list[float]]]) -> None:
    """Markdown: medians with and without, and the median of the differences within a turn."""
    crowds = sorted({n for _page, n in measured})
    sys.stdout.write("| page | " + " | ".join(f"{n} circles: with, without, more" for n in crowds) + " |\n")
    sys.stdout.write("|---|" + "---|" * len(crowds) + "\n")
    for page in PAGES:
        sys.stdout.write(f"| {page} | " + " | ".join(cells(measured, page, crowds)) + " |\n")


def cells(measured: dict[tuple[str, int], dict[str, list[float]]], page: str, crowds: list[int]) -> Iterator[str]:
    for n in crowds:
        took = measured[page, n]
        more = statistics.median(a - b for a, b in zip(took[WITH], took[WITHOUT], strict=True))
        both = (statistics.median(took[way]) for way in (WITH, WITHOUT))
        yield "{:.1f}, {:.1f} ms, ".format(*both) + f"{more:+.1f} ms"


def chaining() -> None:
    """How long the job and the check take for what this bench wrote, and the job when there is nothing new."""
    acting, chained = import_module("nabij.trust.acting"), import_module("nabij.trust.chaining")
    walked, clock = import_module("nabij.trust.chainwalk"), import_module("django.utils.timezone")
    for what in ("chain", "chain again", "check"):
        begun = time.perf_counter()
        with acting.acting_as(acting.office("logs"), seconds=3600):
            done = walked.walk().rows if what == "check" else chained.chain(at=clock.now())
        sys.stdout.write(f"{what}: {done} rows, {time.perf_counter() - begun:.2f} s\n")


if __name__ == "__main__":
    main()

"""How quick one line is read, among three hundred people one knows: `python -m bench.oneline`.

Milliseconds of work of the processor, median and p95 of `TIMES` readings after a warm-up; no database.
"""

import statistics
import time

from nabij.moments.oneline import LONGEST_LINE, read
from tests.moments.given import GIVEN_DAY, MANY, TWO_HUNDRED

TIMES = 200
LINES = {
    "a few words": "@Riet gebeld, gaat goed",
    "two hundred characters": TWO_HUNDRED,
    "the longest line": (TWO_HUNDRED * LONGEST_LINE)[:LONGEST_LINE],
}


def main() -> None:
    print("| line | characters | median | p95 |\n|---|---|---|---|")
    for name, line in LINES.items():
        took = [milliseconds(line) for _ in range(TIMES + 1)][1:]
        median, high = statistics.median(took), statistics.quantiles(took, n=20)[-1]
        print(f"| {name} | {len(line)} | {median:.2f} ms | {high:.2f} ms |")


def milliseconds(line: str) -> float:
    begun = time.process_time()
    read(line, today=GIVEN_DAY, people=MANY)
    return (time.process_time() - begun) * 1000


if __name__ == "__main__":
    main()

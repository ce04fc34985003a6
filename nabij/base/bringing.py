"""Bringing in a spreadsheet at once: all of its rows, or none when one cannot be used."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any, Generic, TypeVar

from django.db import transaction

from nabij.base.sheets import Line, Problem, Sheet

Brought = TypeVar("Brought")


class Unusable(ValueError):
    """Something in one field of a row."""

    def __init__(self, column: str, sentence: str) -> None:
        super().__init__(sentence)
        self.column = column


@dataclass
class Report(Generic[Brought]):
    """What was brought in, row by row: nothing when there is a problem, or when it was only tried."""

    file: str
    dry_run: bool
    rows: int = 0
    brought: list[Brought] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def written(self) -> bool:
        return not (self.dry_run or self.problems)

    def counts(self) -> dict[str, int]:
        """What a kind of file counts, for who reads the report as JSON."""
        return {}

    def as_dict(self) -> dict[str, Any]:
        return {**self.counts(), "written": self.written, **asdict(self)}


def fill(report: Report[Brought], *, sheet: Sheet[Line], bring: Callable[[Line], Brought]) -> None:
    """Brings in every row in one transaction, and takes it all back when nothing is to be written.

    bring: one row, or Unusable; what it wrote before that is taken back too.
    """
    report.rows, report.problems = len(sheet.lines) + len(sheet.problems), list(sheet.problems)
    with transaction.atomic():
        for line in sheet.lines:
            try:
                with transaction.atomic():
                    report.brought.append(bring(line))
            except Unusable as problem:
                report.problems.append(sheet.problem(line, problem.column, str(problem)))
        transaction.set_rollback(not report.written)
    report.problems.sort(key=lambda one: one.row)

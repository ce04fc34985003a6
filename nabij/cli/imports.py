"""`nabij import hsds PATH`: a social map in the open standard, from a folder, a zip or JSON."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone
from django.utils.translation import gettext as _
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from nabij.directory.how_true import count_anew
from nabij.directory.verbs import Report, Unreadable, import_hsds
from nabij.trust.acting import acting_as, office

CANNOT_BE_USED = 2
LONGEST = 3600  # Seconds an import may act.


def hsds(
    path: Annotated[Path, typer.Argument(help="Folder, zip or JSON of HSDS 1.x, 2.x or 3.x.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Do everything, and take it back.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document instead of a summary.")] = False,
    source: Annotated[str, typer.Option(help="What this source is called; its file's name if not given.")] = "",
) -> None:
    """Bring in a social map. Safe to repeat; what is not certain is set aside and listed."""
    try:
        with bar() as shown, acting_as(office("beheer"), seconds=LONGEST):
            at = timezone.now()
            report = import_hsds(path=path, at=at, source=source, dry_run=dry_run, progress=shown)
            if not dry_run:
                count_anew(at=at)
    except Unreadable as problem:
        sys.stderr.write(f"{problem}\n")
        raise typer.Exit(CANNOT_BE_USED) from problem
    for doubt in report.problems:
        sys.stderr.write(f"{doubt}\n")
    if as_json:
        sys.stdout.write(json.dumps(report.as_dict(), ensure_ascii=False) + "\n")
    else:
        summary(report, dry_run=dry_run)


class _Bar:
    """Shows what is being done, and how far it is."""

    def __init__(self, progress: Progress) -> None:
        self.progress, self.task = progress, progress.add_task("", total=None)

    def __call__(self, what: str, done: int, total: int) -> None:
        self.progress.update(self.task, description=what, completed=done, total=total or None)


@contextmanager
def bar() -> Iterator[_Bar]:
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        yield _Bar(progress)


def summary(report: Report, *, dry_run: bool) -> None:
    told = report.as_dict()
    console = Console()
    table = Table(title=_("Alleen geprobeerd: er is niets bewaard.") if dry_run else None)
    for heading in (_("tabel"), _("gelezen"), _("ingelezen"), _("apart gezet"), _("nieuw of anders")):
        table.add_column(heading, justify="left" if not table.columns else "right")
    for name in told["read"]:
        counts = (told[part][name] for part in ("read", "imported", "set_aside", "changed"))
        table.add_row(name, *(f"{count}" for count in counts))
    console.print(table)
    if told["repaired"]:
        console.print(_("Hersteld:"))
    for reason, count in told["repaired"].items():
        console.print(f"  {count} x {reason}", highlight=False, markup=False)
    if report.problems:
        count = len(report.problems)
        console.print(_("%(count)s opmerkingen staan hierboven, elk met bestand, rij en veld.") % {"count": count})

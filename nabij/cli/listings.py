"""`nabij import listings FILE`: a list that people already have, as CSV or XLSX."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.cli.doubles import as_dict
from nabij.cli.imports import CANNOT_BE_USED, LONGEST, bar, summary
from nabij.directory.doubles.joining import proposals
from nabij.directory.how_true import count_anew
from nabij.directory.lists.bringing import List, ListReport, list_of, source_of
from nabij.directory.lists.headings import COLUMNS
from nabij.directory.lists.letting_go import let_go, put_back
from nabij.directory.models import LetGo
from nabij.directory.verbs import Unreadable, import_listings
from nabij.trust.acting import acting_as, office

STANDS = (
    gettext_lazy("Niet meer in de lijst, staat nog op de kaart: “%(name)s”."),
    gettext_lazy("Zijn ze gestopt? Doe het nog eens met --let-go."),
)
STOPPED = (
    gettext_lazy("Niet meer in de lijst, staat nu als gestopt: “%(name)s”."),
    gettext_lazy("Toch niet? Doe het nog eens met --put-back."),
)


def listings(
    file: Annotated[Path, typer.Argument(help="CSV or XLSX with one listing a row; Dutch or English headings.")],
    mapped: Annotated[
        list[str] | None, typer.Option("--map", help="COLUMN=HEADING when the guess is wrong, such as name=Naam.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Do everything, and take it back.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document instead of a summary.")] = False,
    lets_go: Annotated[
        bool, typer.Option("--let-go", help="What it named before and not now stands as stopped; see --put-back.")
    ] = False,
    puts_back: Annotated[
        bool, typer.Option("--put-back", help="What was let go of this list stands there again.")
    ] = False,
) -> None:
    """Bring in a list. Safe to repeat; what is wrong is named with its row and column, and the rest is kept."""
    try:
        with bar() as progress, acting_as(office("beheer"), seconds=LONGEST):
            listed = list_of(file, told=said(mapped or []))
            show(listed, err=as_json)
            source = source_of(file)
            at = timezone.now()
            report = import_listings(listed=listed, source=source, at=at, dry_run=dry_run, progress=progress)
            double = [] if dry_run else proposals(about=report.services)
            if not dry_run:
                gone_or_back(report, source=source, lets_go=lets_go, puts_back=puts_back, at=at)
                count_anew(at=at)
    except Unreadable as problem:
        sys.stderr.write(f"{problem}\n")
        raise typer.Exit(CANNOT_BE_USED) from problem
    for doubt in report.problems:
        sys.stderr.write(f"{doubt}\n")
    if as_json:
        told = report.as_dict() | {"doubles": [as_dict(one) for one in double]}
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
        return
    summary(report, dry_run=dry_run)
    for one in double:
        words = {"one": one.kept.name, "other": one.double.name, "why": " ".join(one.reasons)}
        sys.stdout.write(_("Misschien dubbel: “%(one)s” en “%(other)s”. %(why)s") % words + "\n")
    tell_gone(report, went=lets_go and not dry_run)


def gone_or_back(report: ListReport, *, source: str, lets_go: bool, puts_back: bool, at: datetime) -> None:
    """Only what was asked for: nothing is let go of, or put back, by itself."""
    if puts_back:
        put_back(LetGo.objects.standing().filter(service__came_from=source).select_related("service"), at=at)
    if lets_go:
        let_go(report.gone, at=at)


def tell_gone(report: ListReport, *, went: bool) -> None:
    """What the list named before and does not name now, and how to undo what was done, or do what was not."""
    line, how = STOPPED if went else STANDS
    for one in report.gone:
        sys.stdout.write(str(line) % {"name": one.name} + "\n")
    if report.gone:
        sys.stdout.write(f"{how}\n")


def said(mapped: list[str]) -> dict[str, str]:
    """name=Naam as column -> heading."""
    pairs = [one.partition("=") for one in mapped]
    wrong = next(
        (one for one, (column, _is, heading) in zip(mapped, pairs, strict=True) if not (column and heading)), ""
    )
    if wrong:
        raise Unreadable(_("Schrijf --map KOLOM=KOP, zoals --map name=Naam; er staat “%(said)s”.") % {"said": wrong})
    return {column.strip(): heading.strip() for column, _is, heading in pairs}


def show(listed: List, *, err: bool) -> None:
    """Which column is what, before anything is brought in."""
    if err:
        return
    sys.stdout.write(_("Zo lezen we de kolommen:") + "\n")
    for place, column in listed.columns.items():
        sys.stdout.write(f"  {listed.grid.headings[place].strip()}: {_(COLUMNS[column].label)} ({column})\n")
    for heading in listed.unknown:
        sys.stdout.write(f"  {heading.strip()}: {_('kennen we niet; bewaard bij de rij')}\n")

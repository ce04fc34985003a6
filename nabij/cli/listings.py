"""`nabij import listings FILE`: a list that people already have, as CSV or XLSX."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone
from django.utils.translation import gettext as _

from nabij.cli.doubles import as_dict
from nabij.cli.imports import CANNOT_BE_USED, LONGEST, bar, summary
from nabij.directory.doubles.joining import proposals
from nabij.directory.how_true import count_anew
from nabij.directory.lists.bringing import List, list_of, source_of
from nabij.directory.lists.headings import COLUMNS
from nabij.directory.verbs import Unreadable, import_listings
from nabij.trust.acting import acting_as, office


def listings(
    file: Annotated[Path, typer.Argument(help="CSV or XLSX with one listing a row; Dutch or English headings.")],
    mapped: Annotated[
        list[str] | None, typer.Option("--map", help="COLUMN=HEADING when the guess is wrong, such as name=Naam.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Do everything, and take it back.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document instead of a summary.")] = False,
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

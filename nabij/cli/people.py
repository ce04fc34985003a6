"""`nabij import people FILE`: the people of a pilot at once, from a spreadsheet saved as CSV."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from nabij.base.sheets import Unreadable
from nabij.post.importing import PeopleReport, import_people
from nabij.trust.acting import acting_as, office

CANNOT_BE_USED = 2
LONGEST = 1800  # Seconds an import may act.


def people(
    file: Annotated[Path, typer.Argument(help="CSV with name, mail, hat, group, neighbourhood; Dutch headings too.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and write nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document instead of sentences.")] = False,
) -> None:
    """Invite people from a list, with their hats. Safe to repeat; one row that cannot be used stops all."""
    try:
        with acting_as(office("beheer"), seconds=LONGEST):
            report = import_people(path=file, at=timezone.now(), dry_run=dry_run)
    except Unreadable as problem:
        sys.stderr.write(f"{file.name}: {problem}\n")
        if as_json:
            typer.echo(
                json.dumps({"file": file.name, "written": False, "unreadable": f"{problem}"}, ensure_ascii=False)
            )
        raise typer.Exit(CANNOT_BE_USED) from problem
    for doubt in report.problems:
        sys.stderr.write(f"{doubt}\n")
    typer.echo(json.dumps(report.as_dict(), ensure_ascii=False) if as_json else "\n".join(told(report)))
    if report.problems:
        raise typer.Exit(CANNOT_BE_USED)


def told(report: PeopleReport) -> list[str]:
    """What happened, or would happen, in sentences."""
    if report.problems:
        return [f"Er is niets bewaard: in {len(report.problems)} van {report.rows} rijen klopt iets niet."]
    lines = [sentence(report, row) for row in range(len(report.brought))] if report.dry_run else []
    done = f"{report.rows} rijen gelezen: {report.invited} mensen uitgenodigd, {report.hats} petten gegeven."
    return [*lines, f"Alleen geprobeerd, er is niets bewaard. {done}" if report.dry_run else done]


def sentence(report: PeopleReport, place: int) -> str:
    one = report.brought[place]
    parts = ["krijgt een uitnodiging" if one.invited else "kan al inloggen"]
    parts += [f"{'' if one.invited else 'krijgt '}de pet {one.hat}"] if one.hat else []
    return f"rij {one.row}: {one.name} <{one.mail}> {' en '.join(parts)}"

"""`nabij import moments FILE --by MAIL`: what somebody kept in a spreadsheet, brought in as themselves."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from nabij.base.sheets import Unreadable
from nabij.cli.administration import Unusable, refuse
from nabij.cli.why import person_of
from nabij.people.models import Person
from nabij.stories.importing import Brought, MomentsReport, import_moments
from nabij.trust.acting import acting_as, office
from nabij.trust.acting import person as as_person

CANNOT_BE_USED = 2
LONGEST = 1800  # Seconds an import may act.


def moments(
    file: Annotated[Path, typer.Argument(help="CSV with when and text, and if wanted about, circle, by, come back.")],
    by: Annotated[str, typer.Option("--by", help="Whose notes these are: the mail address of their log-in, or a key.")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen, and write nothing.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document instead of sentences.")] = False,
) -> None:
    """Bring in what happened from a spreadsheet, as whoever wrote it: to circles they are in, all rows or none."""
    try:
        report = bring_in(file, who=whom(by), dry_run=dry_run)
    except Unusable as problem:
        refuse(str(problem), problem)
    except Unreadable as problem:
        sys.stderr.write(f"{file.name}: {problem}\n")
        if as_json:
            said = {"file": file.name, "written": False, "unreadable": str(problem)}
            typer.echo(json.dumps(said, ensure_ascii=False))
        raise typer.Exit(CANNOT_BE_USED) from problem
    for doubt in report.problems:
        sys.stderr.write(f"{doubt}\n")
    typer.echo(json.dumps(report.as_dict(), ensure_ascii=False) if as_json else "\n".join(told(report)))
    if report.problems:
        raise typer.Exit(CANNOT_BE_USED)


def whom(said: str) -> Person:
    """Somebody with a log-in: nobody else writes here."""
    with acting_as(office("beheer")):
        found = person_of(said)
        if not hasattr(found, "account"):
            raise Unusable(f"{found.called} kan niet inloggen, en schrijft hier dus niets.")
        return found


def bring_in(file: Path, *, who: Person, dry_run: bool) -> MomentsReport:
    with acting_as(as_person(who.id), purpose="import", seconds=LONGEST):
        return import_moments(path=file, by=Person.objects.get(id=who.id), at=timezone.now(), dry_run=dry_run)


def told(report: MomentsReport) -> list[str]:
    """What happened, or would happen, in sentences; what was left alone is always named."""
    if report.problems:
        wrong = len({one.row for one in report.problems})
        return [f"Er is niets bewaard: in {wrong} van {report.rows} rijen klopt iets niet."]
    rows = [sentence(one) for one in report.brought if report.dry_run or one.what != "new"]
    counts = [
        f"{report.how_many('new')} regels {'zouden erbij komen' if report.dry_run else 'opgeschreven'}",
        f"{report.how_many('there')} stonden er al",
        f"{report.how_many('others')} van een ander",
    ]
    done = f"{report.rows} rijen gelezen: {', '.join(counts)}."
    return [*rows, f"Alleen geprobeerd, er is niets bewaard. {done}" if report.dry_run else done]


def sentence(one: Brought) -> str:
    said = {
        "new": f"{one.day}, voor {one.circle}",
        "there": f"stond er al ({one.day}, {one.circle})",
        "others": "van een ander; die brengt hem zelf in",
    }
    return f"rij {one.row}: {said[one.what]}"

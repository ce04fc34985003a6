"""Why things are written down and how long they stay, from the terminal: `purpose`, `law`, `hold` and `retention`."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any
from uuid import UUID

import typer
from django.utils import timezone

from nabij.cli.administration import Unusable, as_administration, day_of, refuse
from nabij.directory.sentences import unlearn
from nabij.people.models import Person
from nabij.trust import grounds, retention
from nabij.trust.acting import acting_as, office
from nabij.trust.keeping import Hold
from nabij.trust.purposes import Ground, Purpose, Special

By = Annotated[str, typer.Option("--by", help="Who says so, by name.")]
Why = Annotated[str, typer.Option("--why", help="The reason, in a sentence.")]


@contextmanager
def as_keeper() -> Iterator[None]:
    """As administration; what cannot be said of a purpose or a hold is one sentence as well."""
    try:
        with as_administration():
            yield
    except grounds.Unfit as problem:
        refuse(str(problem), problem)


def purpose(
    key: Annotated[str, typer.Argument(help="Its short name; without one all are listed.")] = "",
    sentence: Annotated[str | None, typer.Option(help="Why, in one plain Dutch sentence.")] = None,
    ground: Annotated[str | None, typer.Option(help=f"One of: {', '.join(Ground.values)}.")] = None,
    law: Annotated[str | None, typer.Option(help="The articles.")] = None,
    special: Annotated[str | None, typer.Option(help=f"For health and the like: {', '.join(Special.values)}.")] = None,
    months: Annotated[int | None, typer.Option(help="After how many months it goes.")] = None,
    counts_from: Annotated[str | None, typer.Option(help="last_moment or written.")] = None,
    recipients: Annotated[str | None, typer.Option(help="Who reads it, in words.")] = None,
    people: Annotated[str | None, typer.Option(help="Whom it is about, in words.")] = None,
    data: Annotated[str | None, typer.Option(help="What is written down, in words.")] = None,
    to_volunteers: Annotated[bool | None, typer.Option(help="May it go from a professional to a volunteer?")] = None,
    enabled: Annotated[bool | None, typer.Option("--enable/--disable", help="May one write for it?")] = None,
    by: By = "beheer",
) -> None:
    """List the purposes, or add or adapt one."""
    said: dict[str, Any] = {
        "sentence": sentence,
        "ground": ground,
        "law": law,
        "special": special,
        "keep_months": months,
        "counts_from": counts_from,
        "recipients": recipients,
        "people": people,
        "data": data,
        "to_volunteers": to_volunteers,
        "enabled": enabled,
    }
    given = {name: value for name, value in said.items() if value is not None}
    with as_keeper():
        if key and given:
            grounds.keep_purpose(key=key, by_name=by, at=timezone.now(), **given)
        lines = [line_of(one) for one in Purpose.objects.order_by("position", "key") if key in ("", one.key)]
        if key and not lines:
            raise Unusable(f"De reden “{key}” is er niet. Geef --sentence, --ground, --months en --recipients.")
    for line in lines:
        typer.echo(line)


def line_of(one: Purpose) -> str:
    state = "in gebruik" if one.enabled else "niet in gebruik"
    return f"{one.key}: {one.sentence} ({one.ground}, {one.keep_months} maanden, {state})"


def law(
    name: Annotated[str, typer.Argument(help="wams")],
    since: Annotated[str, typer.Argument(help="The day from which it is in force, such as 2027-01-01.")],
    source: Annotated[str, typer.Option(help="Where that stands: the Staatsblad and its number.")] = "",
) -> None:
    """Say that a law which was still coming is in force; only the owner of the database may."""
    try:
        day = day_of(since)
        if name != Ground.WAMS or day is None:
            raise Unusable("Alleen van de wams is nog niet bekend of die geldt. Zeg vanaf welke dag.")
        grounds.say_in_force(ground=name, since=day, source=source, at=timezone.now())
    except (grounds.Unfit, Unusable) as problem:
        refuse(str(problem), problem)
    typer.echo(f"De {name} geldt vanaf {day}. Zet de reden nu aan: nabij purpose wams --enable")


def hold(
    person: Annotated[str, typer.Option(help="Whom it is about: the key in the address of their page.")] = "",
    circle: Annotated[str, typer.Option(help="Or a circle: its key.")] = "",
    why: Why = "",
    until: Annotated[str, typer.Option(help="Its last day, such as 2027-12-31.")] = "",
    by: By = "",
    lift: Annotated[str, typer.Option(help="The key of a hold that may end now.")] = "",
) -> None:
    """Stop deletion of what is about somebody or stands in a circle; or lift that again. Without options: list them."""
    with as_keeper():
        at, day = timezone.now(), day_of(until)
        if lift:
            ending = Hold.objects.filter(id=key_of(lift), release__isnull=True).first()
            if ending is None:
                raise Unusable("Dit staat niet vast, of mag al weer weg.")
            grounds.lift(hold=ending, why=why, by_name=by, at=at)
        elif person and not Person.objects.filter(id=key_of(person)).exists():
            raise Unusable("Deze persoon is er niet. Neem de sleutel over uit het adres van de pagina.")
        elif person or circle:
            keys = {"person": key_of(person) if person else None, "circle": key_of(circle) if circle else None}
            grounds.hold(**keys, why=why, by_name=by, until=day or timezone.localdate(at), at=at)
        standing = list(Hold.objects.standing(on=timezone.localdate(at)))
    for one in standing:
        typer.echo(f"{one.id}: {about(one)} blijft tot {one.until}, zegt {one.by_name}: {one.why}")


def about(one: Hold) -> str:
    return str(one.person_key or one.circle_key)


def key_of(said: str) -> UUID:
    try:
        return UUID(said)
    except ValueError as problem:
        raise Unusable(f"“{said}” is geen sleutel. Neem hem over uit het adres van de pagina.") from problem


def retention_run(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would go.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document, and nothing else.")] = False,
) -> None:
    """Delete what is past its term, and leave the proof; the worker does so each night."""
    report = retention.forget(at=timezone.now(), dry_run=dry_run)
    if not dry_run:
        with acting_as(office("beheer")):
            unlearn()
    if as_json:
        typer.echo(json.dumps(document(report, dry_run=dry_run), ensure_ascii=False, indent=1))
    else:
        for gone in report.lines:
            verb = "zou gaan" if dry_run else "gewist"
            since = f", vanaf {gone.oldest}" if gone.oldest else ""
            typer.echo(f"{gone.table}: {gone.how_many} {verb}{since}. {gone.rule}")
        for one in report.held:
            typer.echo(f"Blijft: {about(one)} tot {one.until}. {one.why}")
        if not report.lines:
            typer.echo("Er is niets over zijn termijn.")
    for table, problem in report.left.items():
        sys.stderr.write(f"nabij: {table} is overgeslagen: {problem}\n")
    if report.left:
        raise typer.Exit(1)


def document(report: retention.Report, *, dry_run: bool) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "gone": [
            {
                "table": one.table,
                "rule": one.rule,
                "how_many": one.how_many,
                "oldest": str(one.oldest) if one.oldest else None,
                "newest": str(one.newest) if one.newest else None,
            }
            for one in report.lines
        ],
        "held": [
            {
                "key": str(one.id),
                "about": about(one),
                "until": str(one.until),
                "why": one.why,
            }
            for one in report.held
        ],
        "left": report.left,
    }

"""`nabij check`: is this installation sound; `nabij check log`: are the logs still as they were written."""

import json
import sys
from typing import Annotated, Any

import typer
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from nabij.cli import serving
from nabij.trust.acting import acting_as, office
from nabij.trust.chainwalk import Problem, Verdict, Wrong, walk
from nabij.trust.logs import written

checks = typer.Typer(help="Say whether this installation is sound, or whether its logs are.")
MOST_TOLD = 20
AN_HOUR = 3600
SENTENCES = {
    Wrong.CHANGED: "Regel {row}{when}{link} is veranderd.",
    Wrong.REMOVED: "Regel {row}{when}{link} is weg.",
    Wrong.ADDED: "Regel {row}{when}{link} is er later tussen gezet.",
    Wrong.BROKEN: "Schakel {number} is veranderd, of volgt niet op die ervoor.",
    Wrong.UNEXPECTED: "De verwachte hash staat niet in de keten: die is ingekort of opnieuw gemaakt.",
}


@checks.callback(invoke_without_command=True)
def check(context: typer.Context) -> None:
    """Say whether this installation is sound: settings, database, the login's powers."""
    if context.invoked_subcommand is None:
        serving.refuse_power()
        # With https it is meant for people: then a warning is a fault too.
        call_command("check", deploy=settings.SECURE, fail_level="WARNING" if settings.SECURE else "ERROR")
        if settings.SECURE:
            refuse_bare()


class Bare(SystemExit):
    """What people confide would cross a network readable, or to a server that nobody checked."""

    def __init__(self, host: str) -> None:
        sys.stderr.write(f"nabij: the database at {host} is not checked. Add ?sslmode=verify-full to its URL.\n")
        super().__init__(1)


def refuse_bare() -> None:
    """A database on another machine is reached over TLS, with its certificate checked against its name."""
    connection.ensure_connection()
    info = connection.connection.info
    if not guarded(host=info.host, sslmode=info.get_parameters().get("sslmode", "")):
        raise Bare(info.host)


def guarded(*, host: str, sslmode: str) -> bool:
    here = host.startswith(("/", "@")) or host in ("", "localhost", "127.0.0.1", "::1")
    return here or sslmode == "verify-full"


@checks.command("log")
def check_log(
    expect: Annotated[str, typer.Option(help="A hash that was kept elsewhere; it must be in the chain.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document and nothing else.")] = False,
) -> None:
    """Walk the chain of the logs: what is whole, or which row was changed, removed or added. Status 1 when one was."""
    with acting_as(office("logs"), purpose="logs", seconds=AN_HOUR):
        found = walk(expect=expect.strip())
    typer.echo(json.dumps(document(found), ensure_ascii=False) if as_json else "\n".join(lines(found)))
    if not found.whole:
        raise typer.Exit(1)


def lines(found: Verdict) -> list[str]:
    """The verdict in one sentence, what is wrong line by line, and the hash to keep elsewhere."""
    more = len(found.problems) - MOST_TOLD
    return [
        sentence(found),
        *(told(one) for one in found.problems[:MOST_TOLD]),
        *([f"En nog {more} andere."] if more > 0 else []),
        *([f"Nieuwste hash, om elders te bewaren: {found.newest.hex()}"] if found.links else []),
    ]


def sentence(found: Verdict) -> str:
    if not found.whole:
        return f"Het logboek klopt niet: {counted(len(found.problems), 'afwijking', 'afwijkingen')}."
    if not found.links:
        return f"Er is nog geen keten: {waiting(found)}."
    until = local(found.upto)
    whole = counted(found.rows - found.forgotten, "regel", "regels")
    said = f"Het logboek is heel: {whole} in {counted(found.links, 'schakel', 'schakels')}, tot {until}"
    gone = f"; {found.forgotten} regels zijn gewist na hun termijn" if found.forgotten else ""
    return f"{said}{gone}; {waiting(found)}."


def waiting(found: Verdict) -> str:
    if not found.waiting:
        return "er wacht niets op een schakel"
    return f"{counted(found.waiting, 'regel wacht', 'regels wachten')} nog op een schakel"


def counted(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"


def told(problem: Problem) -> str:
    """One problem in a sentence."""
    when = f" van {local(written(problem.row))}" if problem.row else ""
    link = f" (schakel {problem.link})" if problem.link else ""
    return SENTENCES[problem.wrong].format(row=problem.row, when=when, link=link, number=problem.link)


def local(at: Any) -> str:
    return timezone.localtime(at).strftime("%Y-%m-%d %H:%M")


def document(found: Verdict) -> dict[str, Any]:
    return {
        "whole": found.whole,
        "sentence": sentence(found),
        "links": found.links,
        "rows": found.rows,
        "forgotten": found.forgotten,
        "waiting": found.waiting,
        "newest": found.newest.hex() if found.links else "",
        "problems": [
            {"wrong": one.wrong, "link": one.link, "row": str(one.row) if one.row else None, "sentence": told(one)}
            for one in found.problems
        ],
    }

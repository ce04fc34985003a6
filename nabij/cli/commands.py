"""All commands of `nabij`, each a few lines; what they do stands in the rooms."""

import os
import subprocess  # nosec B404: psql, no shell
import sys
from typing import Annotated

import typer
from django.core.management import CommandError, call_command

from nabij.cli import administration, doors, keeping, serving
from nabij.cli.backup import backup
from nabij.cli.checking import checks
from nabij.cli.demo import demo
from nabij.cli.doubles import doubles
from nabij.cli.export_map import hsds as map_out
from nabij.cli.exports import person
from nabij.cli.ground import database_tool
from nabij.cli.imports import hsds
from nabij.cli.initiatives import initiatives
from nabij.cli.listings import listings
from nabij.cli.moments import moments
from nabij.cli.neighbourhoods import neighbourhoods
from nabij.cli.people import people
from nabij.cli.pgtools import told
from nabij.cli.processing import processing
from nabij.cli.quickscan import quickscan
from nabij.cli.restore import restore
from nabij.cli.welcome import welcome
from nabij.cli.why import why

app = typer.Typer(
    help="Nabij: a neighbourhood that helps itself.", no_args_is_help=True, add_completion=False, rich_markup_mode=None
)
imports = typer.Typer(help="Bring in what exists elsewhere.", no_args_is_help=True)
app.add_typer(imports, name="import")
app.add_typer(checks, name="check")
app.add_typer(doubles, name="doubles")
app.add_typer(initiatives, name="initiatives")
imports.command()(neighbourhoods)
imports.command()(people)
imports.command()(moments)
app.command()(demo)
app.command()(welcome)
app.command()(why)
app.command()(backup)
app.command()(restore)
app.command()(quickscan)
for command in (
    administration.hat,
    administration.duty,
    administration.group,
    administration.place,
    administration.introduce,
    doors.logout,
    doors.lostkeys,
    administration.administrator,
    keeping.purpose,
    keeping.law,
    keeping.hold,
    administration.trusted,
):
    app.command()(command)
imports.command()(hsds)
imports.command()(listings)
app.command("retention")(keeping.retention_run)
exports = typer.Typer(help="Hand out what is kept here.", no_args_is_help=True)
app.add_typer(exports, name="export")
exports.command()(person)
exports.command()(processing)
exports.command("hsds")(map_out)

Arguments = Annotated[list[str] | None, typer.Argument(help="Passed on as they are.")]
PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True}


@app.command()
def serve(
    bind: Annotated[str, typer.Option(help="Address and port.")] = "127.0.0.1:8000",
    with_worker: Annotated[bool, typer.Option(help="Also send letters, in the same process.")] = False,
) -> None:
    """Serve the pages. Refuses to start as owner, superuser or past row-level security."""
    serving.serve(bind=bind, with_worker=with_worker)


@app.command()
def worker() -> None:
    """Send letters and do what is due, until stopped."""
    serving.work()


@app.command(context_settings=PASS_ON)
def migrate(context: typer.Context) -> None:
    """Bring the tables, words and guards of the database up to date, as the owner."""
    try:
        call_command("migrate", *context.args)
    except CommandError as refused:
        sys.stderr.write(f"nabij: {refused}\n")
        raise typer.Exit(1) from refused


@app.command(context_settings=PASS_ON)
def makemigrations(context: typer.Context) -> None:
    """Write migrations for changed models, words and guards."""
    call_command("makemigrations", *context.args)


@app.command(context_settings=PASS_ON)
def psql(
    context: typer.Context, owner: Annotated[bool, typer.Option(help="As the owner: past every rule.")] = False
) -> None:
    """Open psql on the configured database, as the app's login unless --owner."""
    url = os.environ["NABIJ_OWNER_URL" if owner else "NABIJ_DATABASE_URL"]
    where, secretly = told(url)  # Everybody on the machine sees a command line.
    command = [database_tool("psql"), f"--dbname={where}", *context.args]
    sys.exit(subprocess.call(command, env={**os.environ, **secretly}))  # nosec B603: typed at the terminal

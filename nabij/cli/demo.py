"""`nabij demo`: an example neighbourhood, built through the verbs, and served."""

import os
import subprocess  # nosec B404: this same program, no shell
import sys

import typer
from django.conf import settings
from django.utils import timezone
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn

from nabij.cli import serving
from nabij.cli.address import BIND
from nabij.demo.build import SomebodyLivesHere, build


def demo(bind: str = BIND) -> None:
    """Build the example neighbourhood (once) and serve it on http://localhost:8000, or another port with --bind."""
    serving.refuse_taken(bind)
    migrated = subprocess.run(  # nosec B603
        [sys.executable, "-m", "nabij", "migrate", "--verbosity", "0"], env=os.environ, check=False
    )
    if migrated.returncode:
        raise typer.Exit(1)
    try:
        _build()
    except SomebodyLivesHere as refused:
        sys.stderr.write(f"nabij: {refused}\n")
        raise typer.Exit(1) from refused
    typer.echo(f"Nabij: {settings.NABIJ_URL}  (Ctrl-C stopt)")
    serving.serve(bind=bind, with_worker=True)


def _build() -> None:
    columns = (TextColumn("{task.description:<40}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        tasks: dict[str, TaskID] = {}

        def progress(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = shown.add_task(what, total=total or None)
            shown.update(tasks[what], completed=done, total=total or None)

        build(at=timezone.now(), progress=progress)

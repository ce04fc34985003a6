"""`nabij import neighbourhoods FILE.geojson`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from nabij.people.outlines import NotOutlines, OutlinesRefused, import_neighbourhoods, read
from nabij.trust.acting import acting_as, office

CANNOT_BE_USED = 2


def neighbourhoods(file: Annotated[Path, typer.Argument(help="GeoJSON with CBS codes and outlines.")]) -> None:
    """Bring in neighbourhoods with their CBS codes and outlines."""
    try:
        document = read(file)
        with acting_as(office("beheer")):
            report = import_neighbourhoods(document=document)
    except (NotOutlines, OutlinesRefused) as problem:
        sys.stderr.write(f"{file.name}: {problem}\n")
        raise typer.Exit(CANNOT_BE_USED) from problem
    typer.echo(f"{report.read} gelezen: {report.new} nieuw, {report.changed} veranderd, {report.same} hetzelfde.")

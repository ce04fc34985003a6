"""`nabij export hsds`: the whole social map in the open standard, for another system or another installation."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from nabij.cli.exports import CANNOT_BE_USED, refuse
from nabij.directory.handing_out import export_hsds, exported_hsds
from nabij.trust.acting import acting_as, office

LONGEST = 3600  # Seconds an export may act.


def hsds(
    out: Annotated[Path | None, typer.Argument(metavar="[OUT.zip]", help="A file that is not there yet.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The map as one JSON document on standard output.")] = False,
) -> None:
    """The social map as an HSDS 3.0 datapackage, or as JSON. Whoever brings it in elsewhere has the same map."""
    if not out and not as_json:
        sys.stderr.write("nabij: noem een bestand, of vraag om --json.\n")
        raise typer.Exit(CANNOT_BE_USED)
    with acting_as(office("beheer"), seconds=LONGEST):
        if out:
            _to_file(out, quietly=as_json)
        if as_json:
            sys.stdout.write(json.dumps(exported_hsds(), ensure_ascii=False) + "\n")


def _to_file(out: Path, *, quietly: bool) -> None:
    """A file for its maker alone: it also names who wanted to be found in the neighbourhood, but not in open data."""
    try:
        with out.open("xb") as file:
            out.chmod(0o600)
            counts = export_hsds(into=file)
    except FileExistsError as there:
        refuse(f"{out} is er al. Kies een andere naam.", there)
    except OSError as trouble:
        refuse(f"{out} kan niet worden gemaakt: {trouble.strerror}.", trouble)
    if not quietly:
        told = _("%(file)s: %(rows)s rijen, waarvan %(services)s hulp of activiteit.")
        typer.echo(told % {"file": out, "rows": counts.total(), "services": counts["service"]})

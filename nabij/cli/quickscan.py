"""`nabij quickscan FILE`: of everything that helps these people, how much is informal. Needs no database."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nabij.base.sheets import Unreadable
from nabij.insight.measures.quickscan import Quickscan
from nabij.insight.tables import scan_file

CANNOT_BE_USED = 2


def quickscan(
    file: Annotated[Path, typer.Argument(help="CSV with client, resource, kind (formal or informal, or in Dutch).")],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document instead of sentences.")] = False,
) -> None:
    """Count who and what helps many people, formal and informal, and how sure that is. Keeps nothing."""
    try:
        counted = scan_file(file)
    except Unreadable as problem:
        sys.stderr.write(f"{file.name}: {problem}\n")
        raise typer.Exit(CANNOT_BE_USED) from problem
    for doubt in counted.problems:
        sys.stderr.write(f"{doubt}\n")
    if counted.scan is None:
        raise typer.Exit(CANNOT_BE_USED)
    typer.echo(json.dumps(counted.scan.as_dict()) if as_json else "\n".join(told(counted.scan)))


def told(scan: Quickscan) -> list[str]:
    """The same in sentences, with the doubt in the same breath."""
    people = ngettext("%(count)s mens", "%(count)s mensen", scan.clients) % {"count": scan.clients}
    if not scan.clients:
        return [_("In dit bestand staat nog niemand.")]
    if scan.share is None or scan.cluster is None or scan.wilson is None:
        return [_("%(people)s, en nog niemand die helpt. Een deel is er dan niet te zeggen.") % {"people": people}]
    return [
        _("%(people)s, en samen %(resources)s keer iemand of iets dat helpt: %(each)s per mens.")
        % {"people": people, "resources": scan.resources, "each": decimal(scan.per_client)},
        _("Informeel is %(informal)s daarvan: %(share)s.") % {"informal": scan.informal, "share": percent(scan.share)},
        doubt(scan),
        _("Zonder iemand informeel: %(none)s van de mensen.") % {"none": percent(scan.none_informal)},
    ]


def doubt(scan: Quickscan) -> str:
    """How sure the share is; of one person nothing can be said about others."""
    if scan.clients == 1:
        return _("Dit is van één mens. Het zegt niets over anderen.")
    said = _(
        "Bij zulke mensen ligt dat waarschijnlijk tussen %(low)s en %(high)s. "
        "Telt elke hulp los (Wilson): tussen %(wlow)s en %(whigh)s."
    )
    low, high = map(percent, scan.cluster or ())
    wlow, whigh = map(percent, scan.wilson or ())
    return said % {"low": low, "high": high, "wlow": wlow, "whigh": whigh}


def decimal(number: float | None) -> str:
    return number_format(round(number or 0, 1), decimal_pos=1)


def percent(share: float | None) -> str:
    return f"{decimal(100 * (share or 0))}%"

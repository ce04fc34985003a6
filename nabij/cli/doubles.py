"""`nabij doubles`: listings that stand on the map twice, proposed with the reasons; a person says whether it is so."""

import json
import sys
from collections.abc import Callable
from typing import Annotated, Any
from uuid import UUID

import typer
from django.utils import timezone
from django.utils.translation import gettext as _

from nabij.directory.doubles import joining
from nabij.directory.doubles.joining import Proposal
from nabij.directory.models import Service, Twin
from nabij.trust.acting import acting_as, office

CANNOT_BE_USED = 2
LONGEST = 600  # Seconds the search may act.

doubles = typer.Typer(help="Listings that stand on the map twice.", no_args_is_help=True)
Kept = Annotated[UUID, typer.Argument(help="Key of the listing that stays, from the address of its page.")]
Double = Annotated[UUID, typer.Argument(help="Key of the other listing.")]


@doubles.command("list")
def proposed(as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False) -> None:
    """Which two are likely one, the likeliest first, and why."""
    with acting_as(office("beheer"), seconds=LONGEST):
        found = joining.proposals()
    if as_json:
        sys.stdout.write(json.dumps([as_dict(one) for one in found], ensure_ascii=False) + "\n")
        return
    for one in found:
        sys.stdout.write(f"{one.kept.name} ({one.kept.pk})\n{one.double.name} ({one.double.pk})\n")
        sys.stdout.write("".join(f"  {reason}\n" for reason in one.reasons) + "\n")
    if not found:
        sys.stdout.write(_("Niets lijkt dubbel.") + "\n")


def as_dict(one: Proposal) -> dict[str, Any]:
    kept, double = ({"id": str(it.pk), "name": it.name, "came_from": it.came_from} for it in (one.kept, one.double))
    return {"kept": kept, "double": double, "reasons": list(one.reasons)}


@doubles.command()
def merge(kept: Kept, double: Double) -> None:
    """The two are one: the second leads to the first from now on. Nothing is deleted."""
    said(lambda one, other: joining.join(kept=one, double=other, by=None, at=timezone.now()), kept, double)


@doubles.command()
def apart(kept: Kept, double: Double) -> None:
    """They are two, and are not proposed again."""
    said(lambda one, other: joining.keep_apart(one=one, other=other, by=None, at=timezone.now()), kept, double)


@doubles.command()
def undo(kept: Kept, double: Double) -> None:
    """Take back what was said of two: both stand there as before."""

    def back(one: Service, other: Service) -> Twin:
        last = Twin.objects.filter(kept=one, double=other).order_by("-at", "-id").first()
        if last is None:
            raise joining.TwoAlready
        return joining.take_back(twin=last, by=None, at=timezone.now())

    said(back, kept, double)


def said(verb: Callable[[Service, Service], Twin], kept: UUID, double: UUID) -> None:
    try:
        with acting_as(office("beheer")):
            twin = verb(Service.objects.get(pk=kept), Service.objects.get(pk=double))
            sys.stdout.write(f"{twin.kept.name}, {twin.double.name}: {twin.get_found_display()}\n")
    except Service.DoesNotExist as problem:
        sys.stderr.write(_("Een van deze twee staat niet op de kaart.") + "\n")
        raise typer.Exit(CANNOT_BE_USED) from problem
    except ValueError as problem:
        sys.stderr.write(f"{problem}\n")
        raise typer.Exit(CANNOT_BE_USED) from problem

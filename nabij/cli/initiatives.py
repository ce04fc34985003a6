"""`nabij initiatives`: what neighbours want on the map themselves, for where nobody coordinates."""

import json
import sys
from collections.abc import Callable
from typing import Annotated
from uuid import UUID

import typer
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from nabij.directory import entering
from nabij.directory.answered import news_of, tell
from nabij.directory.initiatives import Initiative
from nabij.trust.acting import acting_as, office

CANNOT_BE_USED = 2

initiatives = typer.Typer(help="What neighbours want on the map themselves.", no_args_is_help=True)
Key = Annotated[UUID, typer.Argument(help="Key of what waits, from the list.")]


@initiatives.command("list")
def waiting(as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False) -> None:
    """What nobody answered yet, and what stands on the map and nobody keeps any more; the oldest first."""
    with acting_as(office("beheer")):
        there = Initiative.objects.select_related("neighbourhood").order_by("at", "id")
        found = [*there.waiting(), *there.left()]
    if as_json:
        told = [
            {"id": str(one.pk), "neighbourhood": one.neighbourhood_id, "left": one.is_left, "said": one.said}
            for one in found
        ]
        sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
        return
    for one in found:
        left = _(" (niemand houdt dit bij)") if one.is_left else ""
        sys.stdout.write(f"{one} ({one.pk}), {one.neighbourhood.name}{left}\n  {one.said.get('description', '')}\n")
    if not found:
        sys.stdout.write(_("Er wacht niets.") + "\n")


@initiatives.command("yes")
def approved(key: Key) -> None:
    """It stands on the map from now on, and whoever sent it in keeps it."""
    said(key, lambda one: entering.approve(initiative=one, by=None, at=timezone.now()))


@initiatives.command("no")
def refused(key: Key, why: Annotated[str, typer.Option(help="Whoever sent it in reads this.")] = "") -> None:
    """It does not come on the map, or no longer stands there."""
    said(key, lambda one: entering.refuse(initiative=one, why=why, by=None, at=timezone.now()))


@initiatives.command("hand")
def handed(key: Key) -> None:
    """Prints the link for somebody else to keep what nobody keeps any more."""
    tokens: list[str] = []
    said(key, lambda one: tokens.append(entering.hand_on(initiative=one)), tells=False)
    sys.stdout.write(f"{settings.NABIJ_URL}/kaart/zelf/{tokens[0]}/\n")


def said(key: UUID, verb: Callable[[Initiative], object], *, tells: bool = True) -> None:
    """tells: whoever sent it in hears of it."""
    try:
        with acting_as(office("beheer")):
            one = Initiative.objects.select_related("neighbourhood").get(pk=key)
            verb(one)
            news = news_of(one)
        if tells and news:
            with acting_as(office("reminders")):
                tell(news, at=timezone.now())
    except Initiative.DoesNotExist as problem:
        sys.stderr.write(_("Dit wacht niet, en staat niet op de kaart.") + "\n")
        raise typer.Exit(CANNOT_BE_USED) from problem
    except ValueError as problem:
        sys.stderr.write(f"{problem}\n")
        raise typer.Exit(CANNOT_BE_USED) from problem
    sys.stdout.write(f"{one}\n")

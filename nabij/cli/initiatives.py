"""`nabij initiatives`: what neighbours want on the map themselves, for where nobody coordinates."""

import json
import sys
from collections.abc import Callable, Iterator
from typing import Annotated, Any
from uuid import UUID

import typer
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from nabij.directory import entering
from nabij.directory.answered import news_of, tell
from nabij.directory.initiatives import Initiative
from nabij.trust.acting import acting_as, office
from nabij.web.initiative.lines import changes

CANNOT_BE_USED = 2

initiatives = typer.Typer(help="What neighbours want on the map themselves.", no_args_is_help=True)
Key = Annotated[UUID, typer.Argument(help="Key of what waits, from the list.")]


@initiatives.command("list")
def waiting(as_json: Annotated[bool, typer.Option("--json", help="One JSON document.")] = False) -> None:
    """What nobody answered yet, what nobody keeps any more, and what is otherwise since somebody looked."""
    with acting_as(office("beheer")):
        there = Initiative.objects.select_related("neighbourhood").order_by("at", "id")
        found = list(dict.fromkeys((*there.waiting(), *there.left(), *there.filter(pk__in=entering.changed()))))
    if as_json:
        sys.stdout.write(json.dumps([told(one) for one in found], ensure_ascii=False) + "\n")
        return
    for one in found:
        sys.stdout.write("\n  ".join(filter(None, in_lines(one))) + "\n")
    if not found:
        sys.stdout.write(_("Er wacht niets.") + "\n")


def told(one: Initiative) -> dict[str, Any]:
    changed = changes(one) if one.was else []
    return {
        "id": str(one.pk),
        "neighbourhood": one.neighbourhood_id,
        "left": one.is_left,
        "changed": [{"name": each.name, "was": each.was, "now": each.now.value} for each in changed],
        "said": one.said,
    }


def in_lines(one: Initiative) -> Iterator[str]:
    """A line of which, its description while it waits, and a line for each thing that is otherwise."""
    left = _(" (niemand houdt dit bij)") if one.is_left else ""
    yield f"{one} ({one.pk}), {one.neighbourhood.name}{left}"
    yield "" if one.was else one.said.get("description", "")
    for change in changes(one) if one.was else ():
        stood, stands = change.was or _("niets"), change.now.value or _("niets")
        yield _("%(name)s: eerst %(stood)s, nu %(stands)s") % {"name": change.name, "stood": stood, "stands": stands}


@initiatives.command("yes")
def approved(key: Key) -> None:
    """It stands on the map from now on, and whoever sent it in keeps it."""
    said(key, lambda one: entering.approve(initiative=one, by=None, at=timezone.now()))


@initiatives.command("no")
def refused(key: Key, why: Annotated[str, typer.Option(help="Whoever sent it in reads this.")] = "") -> None:
    """It does not come on the map, or no longer stands there."""
    said(key, lambda one: entering.refuse(initiative=one, why=why, by=None, at=timezone.now()))


@initiatives.command("seen")
def looked(key: Key) -> None:
    """It may stand as it does now."""
    said(key, lambda one: entering.look(initiative=one, seen=one.changed_at, by=None, at=timezone.now()), tells=False)


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

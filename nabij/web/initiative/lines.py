"""One initiative as sentences: what was written, and how it stands."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from nabij.bridge.reasons import listed
from nabij.bridge.weeks import DAY_NAMES
from nabij.directory.entering import is_gone, is_kept, key_of
from nabij.directory.hours import WEEK
from nabij.directory.initiatives import Initiative
from nabij.directory.own_rows import MEETING, Said
from nabij.web.map.lines import language


def told(initiative: Initiative) -> dict[str, Any]:
    """How it stands: waiting, on the map, refused and why, or stopped."""
    answer = initiative.answer()
    state = "waits" if answer is None else "stands" if answer.yes else "refused"
    state = "stopped" if initiative.is_stopped else state
    return {
        "initiative": initiative,
        "state": state,
        "kept": is_kept(initiative),
        "gone": state == "stands" and is_gone(initiative),
        "why": answer.why if answer else "",
        "listing": key_of(initiative, table="service") if answer and answer.yes else None,
    }


@dataclass(frozen=True)
class Change:
    """One thing that is otherwise: its name, what stood there, and what stands there now; empty for nothing."""

    name: str
    was: str
    now: str


def changes(initiative: Initiative) -> list[Change]:
    """What is otherwise since who coordinates last looked."""
    unkept = _("iets anders (dat bewaren we niet)")
    was = {name: unkept if text is None else text for name, text in initiative.was.items()}
    before, now = dict(everything(initiative.said | was)), dict(everything(initiative.said))
    names = dict.fromkeys((*now, *before))
    found = [Change(name, before.get(name, ""), now.get(name, "")) for name in names]
    return [one for one in found if one.was != one.now]


def everything(said: Said) -> list[tuple[str, str]]:
    return [(_("Hoe het heet"), said["name"]), (_("Wat het is"), said.get("description", "")), *facts(said)]


def facts(said: Said) -> list[tuple[str, str]]:
    """Everything that was written beside its name and what it is, for who says yes or no to it."""
    days = listed([str(DAY_NAMES[code]) for day, code in zip(WEEK, DAY_NAMES, strict=True) if day in _days(said)])
    clock = " - ".join(filter(None, (said.get("opens"), said.get("closes"))))
    where = ", ".join(filter(None, (said.get("place"), said.get("address"))))
    who = ", ".join(filter(None, (said.get("contact"), said.get("role"), said.get("phone"), said.get("email"))))
    rows = [
        (_("Waar het over gaat"), said.get("category", MEETING)),
        (_("Waar"), _("Bij iemand thuis; het adres komt niet op de kaart") if said.get("at_home") else where),
        (_("Link"), said.get("link", "")),
        (_("Wanneer"), ", ".join(filter(None, (days, clock, said.get("hours"))))),
        (_("Via wie"), who),
        (_("Taal"), listed([language(code) for code in said.get("languages", "").split(";") if code])),
        (_("Voor wie"), said.get("for_whom", "")),
        (_("Gemeenschap"), said.get("community", "")),
        (_("Tussenpersoon"), said.get("go_between", "")),
        (_("Wie ziet het"), _("Alleen via een kennismaking") if said.get("introduction") else ""),
    ]
    return [(name, value) for name, value in rows if value]


def _days(said: Said) -> list[str]:
    return said.get("days", "").split(",")

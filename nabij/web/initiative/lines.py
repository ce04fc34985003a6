"""One initiative as sentences: what was written, and how it stands."""

from typing import Any

from django.utils.translation import gettext as _

from nabij.bridge.reasons import listed
from nabij.bridge.weeks import DAY_NAMES
from nabij.directory.entering import is_kept, key_of
from nabij.directory.hours import WEEK
from nabij.directory.initiatives import Initiative
from nabij.directory.own_rows import MEETING
from nabij.web.map.lines import language


def told(initiative: Initiative) -> dict[str, Any]:
    """How it stands: waiting, on the map, refused and why, or stopped."""
    answer = initiative.answer()
    state = "waits" if answer is None else "stands" if answer.yes else "refused"
    return {
        "initiative": initiative,
        "state": "stopped" if initiative.is_stopped else state,
        "kept": is_kept(initiative),
        "why": answer.why if answer else "",
        "listing": key_of(initiative, table="service") if answer and answer.yes else None,
    }


def facts(initiative: Initiative) -> list[tuple[str, str]]:
    """Everything that was written, for who says yes or no to it."""
    said = initiative.said
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


def _days(said: dict[str, str]) -> list[str]:
    return said.get("days", "").split(",")

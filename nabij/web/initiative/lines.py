"""One initiative as sentences: what was written, and how it stands."""

from dataclasses import dataclass
from typing import Any, NamedTuple
from urllib.parse import quote

from django.utils.translation import gettext as _

from nabij.bridge.reasons import listed
from nabij.bridge.weeks import DAY_NAMES
from nabij.directory.answered import news_of
from nabij.directory.entering import is_gone, is_kept, key_of
from nabij.directory.hours import WEEK
from nabij.directory.initiatives import Initiative
from nabij.directory.own_rows import MEETING, Said
from nabij.web.map.lines import language, tel


def told(initiative: Initiative) -> dict[str, Any]:
    """How it stands: waiting, on the map, refused and why, or stopped."""
    answer = initiative.answer()
    state = "waits" if answer is None else "stands" if answer.yes else "refused"
    state = "stopped" if initiative.is_stopped else state
    news = news_of(initiative) if state == "refused" else None
    return {
        "initiative": initiative,
        "state": state,
        "kept": is_kept(initiative),
        "gone": state == "stands" and is_gone(initiative),
        "why": answer.why if answer else "",
        "taken_off": bool(news and news.what == "off"),
        "listing": key_of(initiative, table="service") if answer and answer.yes else None,
    }


@dataclass(frozen=True)
class Change:
    """One thing that is otherwise: its name, what stood there, and what stands there now; empty for nothing."""

    name: str
    was: str
    now: "Fact"


class Fact(NamedTuple):
    """One thing that was written: its name, the words, and where a tap on them leads."""

    name: str
    value: str
    url: str = ""


def changes(initiative: Initiative) -> list[Change]:
    """What is otherwise since who coordinates last looked."""
    unkept = _("iets anders; wat er stond, bewaren we niet")
    was = {name: unkept if text is None else text for name, text in initiative.was.items()}
    before, now = ({one.name: one for one in everything(said)} for said in (initiative.said | was, initiative.said))
    names = dict.fromkeys((*now, *before))
    found = [Change(name, before.get(name, Fact(name, "")).value, now.get(name, Fact(name, ""))) for name in names]
    return [one for one in found if one.was != one.now.value]


def everything(said: Said) -> list[Fact]:
    return [Fact(_("Hoe het heet"), said["name"]), Fact(_("Wat het is"), said.get("description", "")), *facts(said)]


def facts(said: Said) -> list[Fact]:
    """Everything that was written beside its name and what it is, for who says yes or no to it."""
    days = listed([str(DAY_NAMES[code]) for day, code in zip(WEEK, DAY_NAMES, strict=True) if day in _days(said)])
    closes = "24:00" if said.get("closes") == "00:00" else said.get("closes")
    clock = " - ".join(filter(None, (said.get("opens"), closes)))
    where = ", ".join(filter(None, (said.get("place"), said.get("address"))))
    rows = [
        Fact(_("Waar het over gaat"), said.get("category", MEETING)),
        Fact(_("Waar"), _("Bij iemand thuis; het adres komt niet op de kaart") if said.get("at_home") else where),
        Fact(_("Link"), said.get("link", "")),
        Fact(_("Wanneer"), ", ".join(filter(None, (days, clock, said.get("hours"))))),
        Fact(_("Via wie"), ", ".join(filter(None, (said.get("contact"), said.get("role"))))),
        Fact(_("Telefoon"), said.get("phone", ""), f"tel:{tel(said.get('phone', ''))}"),
        Fact(_("Mail"), said.get("email", ""), f"mailto:{quote(said.get('email', ''), safe='@')}"),
        Fact(_("Taal"), listed([language(code) for code in said.get("languages", "").split(";") if code])),
        Fact(_("Voor wie"), said.get("for_whom", "")),
        Fact(_("Gemeenschap"), said.get("community", "")),
        Fact(_("Tussenpersoon"), said.get("go_between", "")),
        Fact(_("Wie ziet het"), who_sees(said)),
    ]
    return [one for one in rows if one.value]


def who_sees(said: Said) -> str:
    """Who reads what of it once it stands on the map."""
    if said.get("introduction"):
        return _("Iedereen, maar niet hoe je het bereikt en waar het is: dat gaat alleen via een kennismaking.")
    reach = {"contact": _("de naam"), "phone": _("het nummer"), "email": _("de mail")}
    given = {"reach": listed([word for name, word in reach.items() if said.get(name)])}
    if not given["reach"]:
        return _("Iedereen ziet alles.")
    if not said.get("contact"):  # A number of nobody is in no row (nabij/directory/own_rows.py).
        return _("Iedereen, maar niet %(reach)s: zonder naam komt dat niet op de kaart.") % given
    if said.get("role"):
        return _("Iedereen, ook %(reach)s.") % given
    return _("Iedereen, maar %(reach)s alleen wie inlogt.") % given


def _days(said: Said) -> list[str]:
    return said.get("days", "").split(",")

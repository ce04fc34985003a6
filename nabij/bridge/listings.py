"""Services of the social map as entries of the ladder: on which rung, why, and how to get there."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nabij.bridge import reasons
from nabij.bridge.fitting import kin
from nabij.bridge.kinds import Kind, named_in
from nabij.bridge.ladder import Entry, Reach, RungName
from nabij.bridge.social_map import Found
from nabij.bridge.standing import Scene, wanted_tongues

STALE = 6  # Months after which nobody knows if it is still so.
LINES = 140  # Signs.
AT_MOST = 6  # On one rung; the whole social map is a click away.


def rung_of(found: Found, kinds: Sequence[Kind]) -> RungName:
    """Where a service stands: among the initiatives, unless its kind of help says otherwise."""
    first = kinds[0] if kinds else None
    if first is None or first.listings == RungName.INITIATIVES:
        return RungName.INITIATIVES
    speaks = bool(named_in(f"{found.name} {found.what}", [first]))
    in_category = bool(set(found.categories) & set(first.categories))
    if first.listings == RungName.VOLUNTEERS:
        return RungName.VOLUNTEERS if speaks and (in_category or not found.categories) else RungName.INITIATIVES
    return first.listings if found.formal and (speaks or in_category) else RungName.INITIATIVES


def belongs(found: Found, scene: Scene) -> bool:
    """What has to do with the question; where one goes when it is not safe, only when it may not be safe."""
    heard = scene.heard
    if found.safety:
        return heard.urgent or heard.perhaps_danger
    if not heard.kinds or set(heard.tongues) & set(found.languages):
        return True
    if any(is_for(found, kind) for kind in heard.clear):
        return True
    return not heard.kinds[0].alone and kin(heard.question, f"{found.name} {found.what}")


def is_for(found: Found, kind: Kind) -> bool:
    """Whether a service is of this kind: by its subjects; without those by all it says, else by its name."""
    return bool(set(kind.categories) & set(found.categories) or speaks_of(found, kind))


def speaks_of(found: Found, kind: Kind) -> bool:
    text = found.name if found.categories else f"{found.name} {found.what}"
    return bool(named_in(text, [kind]))


def months_silent(found: Found, *, today: date) -> int:
    """For how many whole months nobody said that it is still so."""
    if not found.confirmed:
        return 0
    gone = (today.year - found.confirmed.year) * 12 + today.month - found.confirmed.month
    return gone - (1 if today.day < found.confirmed.day else 0)


def as_entries(found: Sequence[Found], *, scene: Scene, rung: RungName) -> list[Entry]:
    """The services of one rung, best first."""
    here = [one for one in found if rung_of(one, scene.heard.kinds) == rung and belongs(one, scene)]
    entries = [as_entry(one, scene=scene, place=place) for place, one in enumerate(here)]
    best = sorted(entries, key=lambda entry: -entry.weight)[:AT_MOST]
    return sorted(best, key=lambda entry: not entry.counts)


def as_entry(found: Found, *, scene: Scene, place: int) -> Entry:
    silent = months_silent(found, today=scene.today)
    own = is_of(scene, found)
    return Entry(
        name=found.name,
        first_name=found.name,
        called=found.when or found.organization,
        shape="formal" if found.formal else "informal",
        reasons=tuple(why(scene, found)),
        remarks=tuple(beware(scene, found, silent=silent, own=own)),
        reach=tuple(ways_in(found)),
        service=found.id,
        weight=weigh(scene, found, place=place),
        counts=not own and silent < STALE,
        why_not="",
    )


def is_of(scene: Scene, found: Found) -> bool:
    """Whether it is run by the very person whose question this is."""
    whose = scene.around.people.get(scene.whose.id)
    return bool(found.group and whose and any(hat_group(hat) == found.group for hat in scene.around.hats_of(whose)))


def hat_group(hat: dict[str, Any]) -> UUID | None:
    return UUID(hat["group_id"]) if hat["group_id"] else None


def why(scene: Scene, found: Found) -> list[str]:
    """What it is for, near, open, in which language, and who of it is known already."""
    good = [short(found.what)] if found.what else []
    kinds = [kind for kind in scene.heard.kinds if set(kind.categories) & set(found.categories)]
    if not good and kinds:
        good.append(_("Dit is voor: %(kind)s.") % {"kind": kinds[0].name})
    if found.metres is not None and found.metres < 8000:
        good.append(_("Op %(far)s.") % {"far": reasons.how_far(found.metres)})
    if found.open_now:
        good.append(_("Is nu open."))
    names = [reasons.tongue(code) for code in tongues(scene, found)]
    if names:
        good.append(_("Hier spreekt iemand %(languages)s.") % {"languages": reasons.listed(names)})
    good += [
        _("%(name)s van deze groep kent %(who)s al.") % {"name": name, "who": scene.whose.first_name}
        for name in known_there(scene, found)
    ]
    return good


def tongues(scene: Scene, found: Found) -> list[str]:
    """The languages that matter here: asked for, or of whose question it is, Dutch aside."""
    mine = [code for code in scene.whose.languages if code != "nl"]
    return [code for code in dict.fromkeys([*scene.heard.tongues, *mine]) if code in found.languages]


def known_there(scene: Scene, found: Found) -> list[str]:
    """Who of this group stands around this story already."""
    if not found.group:
        return []
    return [
        person.first_name
        for person in scene.around.people.values()
        if person.id in scene.around.known - {scene.whose.id}
        and not scene.is_out(person.id)
        and any(hat_group(hat) == found.group for hat in scene.around.hats_of(person))
    ]


def short(what: str) -> str:
    """The first sentence of what it is, at most two lines long."""
    first = re.split(r"(?<=[.?])\s", what.strip(), maxsplit=1)[0]
    if len(first) <= LINES:
        return first if first[-1] in ".?" else f"{first}."
    return first[: LINES - 1].rsplit(" ", 1)[0] + "…"


def beware(scene: Scene, found: Found, *, silent: int, own: bool) -> list[str]:
    """What to know before going there."""
    told = []
    if silent >= STALE:
        told.append(
            ngettext("Al %(n)s maand niets gehoord. Bel eerst.", "Al %(n)s maanden niets gehoord. Bel eerst.", silent)
            % {"n": silent}
        )
    if own:
        told.append(
            _("Dit doet %(name)s zelf. Zeg daar wat er deze week anders is.") % {"name": scene.whose.first_name}
        )
    if scene.heard.tongues and not set(scene.heard.tongues) & set(found.languages):
        names = {"languages": reasons.either([reasons.tongue(code) for code in scene.heard.tongues])}
        told.append(_("Spreekt geen %(languages)s.") % names)
    if found.by_appointment:
        told.append(_("Bel of mail eerst."))
    return told


def ways_in(found: Found) -> list[Reach]:
    ways = []
    if found.phone:
        ways.append(Reach(_("Bel %(number)s") % {"number": found.phone}, phone=found.phone))
    if found.mail:
        ways.append(Reach(_("Mail %(address)s") % {"address": found.mail}, mail=found.mail))
    if found.where:
        ways.append(Reach(_("Ga langs: %(where)s.") % {"where": found.where}))
    if found.through:
        ways.append(Reach(_("Vraag naar: %(role)s.") % {"role": found.through}))
    return ways


def weigh(scene: Scene, found: Found, *, place: int) -> int:
    """The order of search, moved by what it is for, language, day and distance; the unconfirmed sink afterwards."""
    weight = 60 - 5 * place + 20 * kin(scene.heard.question, f"{found.name} {found.what}")
    for nth, kind in enumerate(scene.heard.kinds[:2]):
        weight += (24 - 10 * nth) if set(kind.categories) & set(found.categories) else 0
        weight += (40 - 30 * nth) if named_in(f"{found.name} {found.what}", [kind]) else 0
    weight += 40 if set(wanted_tongues(scene)) & set(found.languages) - {"nl"} else 0
    weight += 8 if scene.heard.weekday in found.weekdays else 0
    weight += 10 if found.metres is not None and found.metres < 1000 else 0
    return weight + 12 * bool(known_there(scene, found)) + 4 * found.open_now

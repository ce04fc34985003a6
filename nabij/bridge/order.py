"""Where one could begin: a suggestion with its reason, never a lock. Any rung may be opened first."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from nabij.bridge.ladder import RUNGS, Entry, Rung, RungName
from nabij.bridge.listening import Heard

NEAR = (RungName.OWN, RungName.NEIGHBOURS)


def first_rung(*, heard: Heard, rungs: Sequence[Rung]) -> RungName:
    """Duty when it cannot wait; then who was named or offered; then where this kind of question starts, and upward."""
    if heard.urgent:
        return RungName.DUTY
    by_name = {rung.name: rung for rung in rungs}
    if not (heard.kind and heard.kind.firm):
        for name in RUNGS:
            if by_name[name].has_chosen:
                return name
    start = RUNGS.index(heard.starts)
    for name in RUNGS[start:]:
        if by_name[name].is_place_to_begin:
            return name
    return RungName.PROFESSIONALS


def chosen_there(rung: Rung) -> Entry | None:
    return next((one for one in rung.entries if one.chosen and one.may_be_asked), None)


def why_first(*, heard: Heard, rung: Rung | None) -> str:
    """One sentence about why one could begin there."""
    if rung is None:
        return _("Dit kan niet wachten. Bel eerst wie dienst heeft, en bij gevaar 112.")
    if one := chosen_there(rung):
        return one.reasons[0]
    if heard.kind and heard.kind.why and rung.name == heard.starts:
        return str(heard.kind.why)
    if rung.name in NEAR:
        return _("Eerst kijken wie dichtbij is. Niet omdat het moet, maar omdat het vaak fijner is.")
    return _("Dichterbij staat nu niemand aan wie je dit kunt vragen.")


def caution(*, heard: Heard, rungs: Sequence[Rung], first: RungName, resident: str, asks_self: bool) -> tuple[str, ...]:
    """What to be careful about with this question, in a few sentences."""
    own, services = rungs[0], rungs[RUNGS.index(RungName.INITIATIVES)]
    # What is told to whoever worries about another does not fit who is in danger now.
    told = [str(kind.careful) for kind in heard.clear if kind.careful and not (kind.alone and heard.urgent)][:2]
    if heard.life:
        told.insert(0, _("Denkt iemand aan de dood? Bel 113, dag en nacht. Bij gevaar 112."))
    if heard.unopened:
        told.append(_("Dichte post komt veel voor. Niemand kijkt daarvan op."))
    if first != RungName.OWN and own.note and not own.why_not:
        told.append(own.note)
    if first in NEAR and heard.starts == RungName.INITIATIVES and services.entries:
        told.append(_("Ga samen. Bij %(service)s weten ze hoe het moet.") % {"service": services.entries[0].name})
    if heard.kind and heard.kind.firm and not heard.kind.alone and (friend := free_one(own)):
        told.append(_("%(name)s kan wel meegaan.") % {"name": friend.first_name})
    if not asks_self:
        told.append(_("%(name)s beslist zelf wat hiervan mag.") % {"name": resident})
    return tuple(dict.fromkeys(told))


def free_one(own: Rung) -> Entry | None:
    return next((one for one in own.entries if one.may_be_asked and one.counts), None)

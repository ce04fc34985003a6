"""The six rungs, each filled with who stands on it, or with a sentence why nobody is asked there now."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from nabij.bridge.fitting import fits
from nabij.bridge.ladder import Entry, Rung, RungName
from nabij.bridge.listings import as_entries
from nabij.bridge.offered import Offered, with_offer
from nabij.bridge.social_map import Found
from nabij.bridge.standing import Said, Scene, by_hat, by_tie, spoken
from nabij.moments.models import Tie
from nabij.people.models import Group, Person

Kind = Tie.Kind
OWN_KINDS = (Kind.FAMILY, Kind.FRIEND)
FEW = 3
# What is no more is told in words: of the tie, or of the group itself.
STOPPED = re.compile(r"\b(?:gestopt|opgeheven|bestaat niet meer|is er niet meer)\b", re.IGNORECASE)


def build(*, scene: Scene, found: Sequence[Found]) -> tuple[Rung, ...]:
    return tuple(
        make(scene=scene, found=found)
        for make in (own, neighbours, initiatives, volunteers, professionals, specialists)
    )


def ordered(entries: Iterable[Entry | None]) -> tuple[Entry, ...]:
    """Each person once, who fits best first; the name only decides between equals."""
    once: dict[Any, Entry] = {}
    for one in sorted((e for e in entries if e), key=lambda e: (-e.weight, e.name)):
        once.setdefault(one.person or one.service, one)
    return tuple(once.values())


def ties(scene: Scene, *kinds: str) -> list[Tie]:
    return [tie for tie in scene.around.ties if tie.kind in kinds]


def circle_of(scene: Scene) -> str:
    if scene.around.asks_self:
        return _("Je eigen kring")
    return _("De eigen kring van %(name)s") % {"name": scene.whose.first_name}


# -- own people --------------------------------------------------------------------------------------------------------


def own(*, scene: Scene, found: Sequence[Found]) -> Rung:
    mine = ties(scene, *OWN_KINDS)
    entries = ordered(by_tie(scene, tie) for tie in mine)
    kind = scene.heard.kind
    if kind and kind.alone:
        return Rung(RungName.OWN, why_not=str(kind.not_near))
    empty = "" if entries else _("%(circle)s is hier nog leeg. Vraag daar nu niets.") % {"circle": circle_of(scene)}
    small = len([one for one in entries if one.counts and one.may_be_asked]) < FEW
    note = _("%(circle)s is klein. Vraag daar nu niets extra.") % {"circle": circle_of(scene)} if small else ""
    return Rung(
        RungName.OWN,
        entries=entries,
        why_not=not_own(scene, entries) if entries or is_asker_full(scene) else "",
        empty=empty,
        note=note if entries else "",
    )


def not_own(scene: Scene, entries: Sequence[Entry]) -> str:
    """The first reason not to begin with one's own people; empty when there is none."""
    for reason in (asker_is_full, carries_too_much, is_ashamed, weighs, of_its_kind, nobody_free, thin):
        if said := reason(scene, entries):
            return said
    return ""


def is_asker_full(scene: Scene) -> bool:
    """Whether whoever asks belongs to this network and says that it is full."""
    by = scene.around.by.id
    theirs = any(tie.other_id == by for tie in ties(scene, *OWN_KINDS))
    return theirs and (scene.heard.letting_go or scene.around.was_said(Said.TOO_MUCH, about=by))


def asker_is_full(scene: Scene, entries: Sequence[Entry]) -> str:
    if not is_asker_full(scene):
        return ""
    names = {"asker": scene.around.by.first_name, "name": scene.whose.first_name}
    return _("%(asker)s hoort zelf bij de eigen kring van %(name)s, en die is vol.") % names


def carries_too_much(scene: Scene, entries: Sequence[Entry]) -> str:
    """Said here of the whole: by whose network it is, or of everybody in it."""
    for resident in scene.around.residents:
        if scene.around.was_said(Said.TOO_MUCH, about=resident.id):
            name = {"name": resident.first_name}
            return _("%(name)s zei hier dat het te veel is. Vraag de eigen kring nu niets extra.") % name
    return ""


def is_ashamed(scene: Scene, entries: Sequence[Entry]) -> str:
    hidden = {said.about_id for said in scene.around.said(Said.NOT_TELL)}
    if not any(tie.other_id in hidden for tie in ties(scene, *OWN_KINDS)):
        return ""
    if scene.around.asks_self:
        return _("Je wilt niet dat familie dit weet. Begin dus verder weg.")
    return _("%(name)s wil niet dat familie dit weet. Begin dus verder weg.") % {"name": scene.whose.first_name}


def weighs(scene: Scene, entries: Sequence[Entry]) -> str:
    """What somebody wants to be let off is just what their own people lean on them for."""
    if not scene.heard.letting_go:
        return ""
    lean = [tie for tie in ties(scene, *OWN_KINDS) if tie.owner_id == scene.whose.id and fits(scene.heard, [tie.takes])]
    return _("Dit is juist wat de eigen kring vraagt. Begin bij iemand daarbuiten.") if lean else ""


def of_its_kind(scene: Scene, entries: Sequence[Entry]) -> str:
    kind = scene.heard.kind
    return str(kind.not_near) if kind and kind.firm else ""


def nobody_free(scene: Scene, entries: Sequence[Entry]) -> str:
    if any(one.may_be_asked for one in entries):
        return ""
    return _("Wie hier staan, kunnen dit er nu niet bij hebben.")


def thin(scene: Scene, entries: Sequence[Entry]) -> str:
    """Only weak ties, or people who lean on them: as weak as they are themselves."""
    if any(one.counts for one in entries):
        return ""
    return _("%(circle)s is dun. Vraag daar nu niets extra.") % {"circle": circle_of(scene)}


# -- neighbours and active residents -----------------------------------------------------------------------------------


def neighbours(*, scene: Scene, found: Sequence[Found]) -> Rung:
    kind = scene.heard.kind
    if kind and kind.alone:
        return Rung(RungName.NEIGHBOURS, why_not=str(kind.not_near))
    near = [by_tie(scene, tie, neighbour=True) for tie in ties(scene, Kind.NEIGHBOUR)]
    tied = {tie.other_id for tie in scene.around.ties}
    people = [person for person in scene.around.people.values() if person.id not in tied]
    others = [active(scene, person, on=RungName.NEIGHBOURS) for person in people]
    entries = ordered([*near, *others])
    return Rung(
        RungName.NEIGHBOURS,
        entries=entries,
        why_not=not_neighbours(scene, entries) if entries else "",
        empty="" if entries else _("Hier is nog niemand gevonden. Kijk een trede hoger."),
    )


def not_neighbours(scene: Scene, entries: Sequence[Entry]) -> str:
    kind = scene.heard.kind
    if kind and kind.key == "quarrel":
        return _("Op deze trede speelt de ruzie zelf. Vraag hier niemand partij te kiezen.")
    if kind and kind.firm:
        return str(kind.not_near)
    return nobody_free(scene, entries)


def active(scene: Scene, person: Person, *, on: RungName) -> Entry | None:
    """A resident who does things here: reads this story already, or offers openly what fits."""
    hats = scene.around.hats_of(person)
    hat = next((hat for hat in hats if not hat["formal"]), None)
    reader = next((one for one in scene.around.readers if one.person_id == person.id), None)
    here, offered = near_by(scene, person, hat), scene.offers.get(person.id)
    of_use = bool(hat and is_of_use(scene, person, hat))
    # Who only offers, and does nothing else here that fits, is a volunteer wherever they live.
    at_home = here and not is_for_others(hat) and (reader or of_use or not offered)
    if on != (RungName.NEIGHBOURS if at_home else RungName.VOLUNTEERS):
        return None
    if reader:
        if (reader.hat and reader.hat.formal) or (not reader.hat and any(one["formal"] for one in hats)):
            return None
        entry = by_hat(scene, person, hat, formal=False, here=here)
    elif offered or of_use:
        strangers = scene.heard.kind is None or scene.heard.kind.strangers
        counts = strangers or bool(offered and not at_home)
        entry = by_hat(scene, person, hat, formal=False, here=here, counts=counts)
    else:
        return None
    return with_offer(entry, offered, today=scene.today) if entry else None


def from_further(scene: Scene, offered: Offered) -> Entry | None:
    """Somebody who offers what fits and is not among the people looked at: they live further away."""
    entry = by_hat(scene, offered.offer.person, None, formal=False)
    return with_offer(entry, offered, today=scene.today) if entry else None


def is_for_others(hat: dict[str, Any] | None) -> bool:
    """Whether somebody does this for an organisation: a volunteer, wherever they live."""
    return bool(hat and hat["group_kind"] not in (None, Group.Kind.INITIATIVE))


def near_by(scene: Scene, person: Person, hat: dict[str, Any] | None) -> str:
    """Why somebody is a neighbour: they live around here, or what they do is here; empty when they are not."""
    near, home = scene.around.near, person.neighbourhood
    if home and near & {home.code, home.parent_id}:
        return _("Woont in %(place)s.") % {"place": home.name}
    if hat and hat["neighbourhood"] in near:
        return _("Doet mee in %(place)s.") % {"place": hat["place"]}
    return ""


def is_of_use(scene: Scene, person: Person, hat: dict[str, Any]) -> bool:
    if scene.heard.tongues:
        return bool(spoken(scene, person)) and any(code in person.languages for code in scene.heard.tongues)
    return fits(scene.heard, [hat["role"], hat["can"], *scene.around.strengths_of(person)])


# -- initiatives, volunteers -------------------------------------------------------------------------------------------


def initiatives(*, scene: Scene, found: Sequence[Found]) -> Rung:
    groups, listed = of_groups(scene, found), as_entries(found, scene=scene, rung=RungName.INITIATIVES)
    # Where somebody belongs already is nearest when it fits the question, and otherwise comes after what does.
    fitting = [one for one in groups if one.counts]
    entries = [*fitting, *listed, *(one for one in groups if not one.counts)]
    return Rung(
        RungName.INITIATIVES,
        entries=tuple(entries),
        empty="" if entries else _("Hier is nog niets gevonden dat bij deze vraag past."),
    )


def of_groups(scene: Scene, found: Sequence[Found]) -> list[Entry]:
    """Groups somebody belongs to already, as far as the social map did not name them."""
    listed = {one.group for one in found if one.group}
    return [
        group_entry(tie, tie.group, fit=fit)
        for tie in ties(scene, Kind.GROUP)
        if tie.group
        and tie.group_id not in listed
        and not STOPPED.search(f"{tie.called} {tie.group.about}")
        and (
            (fit := fits(scene.heard, [tie.gives, tie.group.name, tie.group.about]))
            or (tie.gives and tie.weight != Tie.Weight.WEAK)
        )
    ]


def group_entry(tie: Tie, group: Group, *, fit: bool) -> Entry:
    return Entry(
        name=group.name,
        first_name=group.name,
        called=tie.called or str(Group.Kind(group.kind).label),
        shape="formal" if group.formal else "informal",
        reasons=(_("Hoort hier al bij."), *([group.about] if group.about else [])),
        weight=30 * fit,
        counts=fit,
    )


def volunteers(*, scene: Scene, found: Sequence[Found]) -> Rung:
    tied = {tie.other_id for tie in scene.around.ties}
    people = [person for person in scene.around.people.values() if person.id not in tied]
    others = [active(scene, person, on=RungName.VOLUNTEERS) for person in people]
    further = [from_further(scene, one) for key, one in scene.offers.items() if key not in scene.around.people]
    known = ordered([*(by_tie(scene, tie) for tie in ties(scene, Kind.VOLUNTEER)), *others, *further])
    entries = (*known, *as_entries(found, scene=scene, rung=RungName.VOLUNTEERS))
    nobody = _("Niemand biedt dit nu aan. Je kunt het de buurt vragen.")
    return Rung(RungName.VOLUNTEERS, entries=entries, empty="" if entries else nobody)


# -- professionals, specialists ----------------------------------------------------------------------------------------


def professionals(*, scene: Scene, found: Sequence[Found]) -> Rung:
    by_ties = [by_tie(scene, tie, formal=True) for tie in ties(scene, Kind.PROFESSIONAL)]
    around = scene.around.people.values()
    people = ordered([*by_ties, *(at_work(scene, person, fitting=True) for person in around)])
    people = people or ordered(at_work(scene, person, fitting=False) for person in around)
    listed = as_entries(found, scene=scene, rung=RungName.PROFESSIONALS)
    entries = (
        (*listed, *people) if is_counter_first(scene, people) else (*people[:1], *listed[:1], *people[1:], *listed[1:])
    )
    return Rung(
        RungName.PROFESSIONALS,
        entries=entries,
        empty="" if entries else _("Hier is nog niemand gevonden. Bel wie dienst heeft."),
    )


def is_counter_first(scene: Scene, people: Sequence[Entry]) -> bool:
    """A right is asked for where it is granted, unless somebody was named."""
    kind = scene.heard.kind
    return kind is not None and kind.key == "right" and not any(one.chosen for one in people)


def at_work(scene: Scene, person: Person, *, fitting: bool) -> Entry | None:
    """Somebody in a formal hat: on duty, a reader of this story, or whose work fits; else of this very team."""
    around = scene.around
    if any(tie.other_id == person.id and tie.kind == Kind.PROFESSIONAL for tie in around.ties):
        return None
    duty = next((one for one in around.duties if one.person == person.id), None)
    reader = next((one for one in around.readers if one.person_id == person.id and one.hat and one.hat.formal), None)
    hats = [hat for hat in around.hats_of(person) if hat["formal"]]
    worn = reader.hat_id if reader else duty.hat if duty else None
    hat = next((one for one in hats if worn and one["id"] == str(worn)), hats[0] if hats else None)
    if not hat or not (duty or reader or works_for_this(scene, hat, fitting=fitting)):
        return None
    entry = by_hat(scene, person, hat, formal=True)
    if entry and duty:
        until = _("Heeft nu dienst, bel %(phone)s.") % {"phone": duty.phone}
        entry = replace(entry, reasons=(until, *entry.reasons), weight=entry.weight + 25)
    return entry


def works_for_this(scene: Scene, hat: dict[str, Any], *, fitting: bool) -> bool:
    """What this hat is for fits the question; or, when nobody's does, it is of the team of this very neighbourhood."""
    if fitting:
        of_town = hat["group_kind"] == Group.Kind.MUNICIPALITY
        return not of_town and fits(scene.heard, [hat["role"], hat["can"], hat["about"] or ""])
    return hat["group_kind"] == Group.Kind.TEAM and hat["neighbourhood"] in scene.around.area[:2]


def specialists(*, scene: Scene, found: Sequence[Found]) -> Rung:
    entries = tuple(as_entries(found, scene=scene, rung=RungName.SPECIALISTS))
    return Rung(
        RungName.SPECIALISTS,
        entries=entries,
        empty="" if entries else _("Niemand. Voor deze vraag is dat nu ook niet nodig."),
    )

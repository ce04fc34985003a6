"""Who stands on a rung: a person known by a tie, a reader of the story, or somebody open to the neighbourhood."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from nabij.bridge import reasons
from nabij.bridge.around import Around
from nabij.bridge.fitting import fits
from nabij.bridge.ladder import Entry
from nabij.bridge.listening import Heard
from nabij.bridge.offered import Offered
from nabij.moments.models import Saying, Tie
from nabij.people.models import Person

Said = Saying.Kind
NEAREST = {Tie.Weight.STRONG: 20, Tie.Weight.PLAIN: 10, Tie.Weight.WEAK: 0}


@dataclass(frozen=True)
class Scene:
    """What every entry is seen against: who stands around, what was asked, and the day."""

    around: Around
    heard: Heard
    today: date
    offers: dict[UUID, Offered] = field(default_factory=dict)  # By person what they offer that fits.

    @property
    def whose(self) -> Person:
        return self.around.whose

    def person(self, key: UUID | None) -> Person | None:
        return self.around.people.get(key) if key else None

    def is_out(self, key: UUID | None) -> bool:
        """Whoever asks, and whoever is not safe, stands on no rung."""
        return key is None or key == self.around.by.id or self.around.was_said(Said.UNSAFE, about=key)


def by_tie(scene: Scene, tie: Tie, *, formal: bool = False, neighbour: bool = False) -> Entry | None:
    """Somebody as their tie shows them; None when they may not stand here."""
    person = scene.person(tie.other_id)
    if person is None or scene.is_out(person.id):
        return None
    if person.id in scene.around.resident_ids and tie.owner_id != scene.around.by.id:
        return None
    good = [*chosen(scene, person), *given(scene, tie), *common(scene, person)]
    weak = tie.weight == Tie.Weight.WEAK
    hat = hat_here(scene, person, formal=formal)
    offers = [hat["role"], hat["can"]] if hat and formal else []
    fit = fits(scene.heard, [tie.gives, *offers, *scene.around.strengths_of(person)])
    is_chosen = bool(chosen(scene, person))
    return Entry(
        name=person.called,
        first_name=person.first_name,
        called=tie.called or (hat["role"] if hat else str(Tie.Kind(tie.kind).label)),
        shape="formal" if formal else "informal",
        reasons=tuple(dict.fromkeys(good)),
        remarks=(*remarks(scene, person, hat), *leaning(tie), *([_("Ze spreken elkaar weinig.")] if weak else [])),
        reach=reasons.ways(person, known=True, neighbour=neighbour),
        person=person.id,
        hat=UUID(hat["id"]) if hat else None,
        by_letter=bool(getattr(person, "mailed", False)),
        why_not=why_not(scene, person),
        sentence=sentence(scene, person),
        weight=15 + weigh(scene, person, fit=fit) + NEAREST[Tie.Weight(tie.weight)] + 5 * (3 - tie.stands_in),
        counts=is_chosen or fit or not (weak or (tie.takes and not tie.gives)),
        chosen=is_chosen,
    )


def by_hat(
    scene: Scene, person: Person, hat: dict[str, Any] | None, *, formal: bool, counts: bool = True, here: str = ""
) -> Entry | None:
    """Somebody without a tie in this story: a reader of it, or somebody open to the neighbourhood.

    here: why they are a neighbour, in a sentence.
    """
    if scene.is_out(person.id) or person.id in scene.around.resident_ids:
        return None
    known = person.id in scene.around.known
    offers = [hat["role"], hat["can"], hat["about"] or ""] if hat else []
    fit = fits(scene.heard, [*offers, *scene.around.strengths_of(person)])
    good = [*chosen(scene, person), *able(scene, person, hat), *([here] if here else []), *common(scene, person)]
    if known:
        good.append(_("Leest dit verhaal al mee."))
    return Entry(
        name=person.called,
        first_name=person.first_name,
        called=called(hat),
        shape="formal" if formal else "informal",
        reasons=tuple(dict.fromkeys(good)) or (_("Doet in deze buurt mee."),),
        remarks=tuple(remarks(scene, person, hat)),
        reach=reasons.ways(person, known=known, neighbour=False),
        person=person.id,
        hat=UUID(hat["id"]) if hat else None,
        by_letter=bool(getattr(person, "mailed", False)),
        why_not=why_not(scene, person),
        sentence=sentence(scene, person),
        weight=weigh(scene, person, fit=fit) + (15 if known else -20),
        counts=counts or bool(chosen(scene, person)),
        chosen=bool(chosen(scene, person)),
    )


def called(hat: dict[str, Any] | None) -> str:
    if not hat:
        return ""
    return f"{hat['role']}, {hat['group']}" if hat["group"] and hat["group"] not in hat["role"] else str(hat["role"])


def hat_here(scene: Scene, person: Person, *, formal: bool) -> dict[str, Any] | None:
    """The hat somebody wears among the readers of this story, else their first of that shape."""
    for one in scene.around.readers:
        if one.person_id == person.id and one.hat_id:
            return next((hat for hat in scene.around.hats_of(person) if hat["id"] == str(one.hat_id)), None)
    return next((hat for hat in scene.around.hats_of(person) if hat["formal"] == formal), None)


def chosen(scene: Scene, person: Person) -> list[str]:
    """That the resident names somebody, or that they offered it themselves."""
    found = []
    for said in scene.around.said(Said.NAMED, about=person.id):
        name = {"name": person.first_name, "who": scene.around.first_name(said.said_by_id)}
        you = said.said_by_id == scene.around.by.id
        found.append(_("Je noemt %(name)s zelf.") % name if you else _("%(who)s noemt %(name)s zelf.") % name)
    for said in scene.around.said(Said.OFFERED, about=person.id):
        words = said.words.strip().rstrip(".")
        found.append(_("Bood het zelf aan: “%(words)s”.") % {"words": words} if words else _("Bood het zelf aan."))
    return found


def given(scene: Scene, tie: Tie) -> list[str]:
    """What goes to and fro, by whose word."""
    found = []
    if tie.gives:
        gives = {"gives": tie.gives.rstrip("."), "who": scene.around.first_name(tie.told_by_id)}
        own = tie.told_by_id == tie.other_id
        found.append(_("Zegt zelf: “%(gives)s”.") % gives if own else _("%(who)s vertelt: “%(gives)s”.") % gives)
    if tie.gives and tie.takes:
        found.append(_("Het gaat heen en weer: %(takes)s.") % {"takes": tie.takes.rstrip(".")})
    if tie.weight == Tie.Weight.STRONG and not found:
        found.append(_("Staat dicht bij %(name)s.") % {"name": scene.whose.first_name})
    return found


def leaning(tie: Tie) -> list[str]:
    if tie.takes and not tie.gives:
        return [_("Krijgt nu vooral zelf hulp: %(takes)s.") % {"takes": tie.takes.rstrip(".")}]
    return []


def able(scene: Scene, person: Person, hat: dict[str, Any] | None) -> list[str]:
    """What somebody can that fits the question."""
    good = [what for what in scene.around.strengths_of(person) if fits(scene.heard, [what])]
    found = [_("Kan of weet: %(what)s.") % {"what": "; ".join(good)}] if good else []
    if hat and hat["can"] and not good:
        found.append(_("Zegt zelf: “%(can)s”.") % {"can": hat["can"].strip().rstrip(".")})
    return found


def common(scene: Scene, person: Person) -> list[str]:
    """Language, day, distance, and that they saw each other lately."""
    good_day, _not = reasons.on_that_day(getattr(person, "hours", []), scene.heard.weekday)
    return [
        *spoken(scene, person),
        *good_day,
        *reasons.lives_near(reasons.metres_between(scene.whose, person)),
        *reasons.seen_lately(getattr(person, "seen_at", None), today=scene.today),
    ]


def wanted_tongues(scene: Scene) -> list[str]:
    """The languages a question asks for; for practising it is Dutch."""
    return list(scene.heard.tongues) or (["nl"] if scene.heard.is_about("practice") else [])


def spoken(scene: Scene, person: Person) -> list[str]:
    wanted = [code for code in wanted_tongues(scene) if code in person.languages]
    shared = [
        code
        for resident in scene.around.residents
        for code in resident.languages
        if code in person.languages and code not in ("nl", *wanted)
    ]
    names = [reasons.tongue(code) for code in dict.fromkeys([*wanted, *shared])]
    return [_("Spreekt %(languages)s.") % {"languages": reasons.listed(names)}] if names else []


def remarks(scene: Scene, person: Person, hat: dict[str, Any] | None) -> list[str]:
    """What to know before one asks: never a reason to leave somebody out."""
    _good, found = reasons.on_that_day(getattr(person, "hours", []), scene.heard.weekday)
    mine = scene.whose.languages
    if mine and person.languages and not set(mine) & set(person.languages):
        words = {"languages": reasons.either([reasons.tongue(code) for code in mine])}
        found.append(_("Spreekt geen %(languages)s. Misschien kan er iemand mee.") % words)
    if hat and hat["cannot"]:
        found.append(_("Zegt erbij: “%(cannot)s”.") % {"cannot": hat["cannot"].strip().rstrip(".")})
    if scene.heard.kind and scene.heard.kind.talk and scene.around.was_said(Said.TOO_MUCH, about=person.id):
        found.append(_("Heeft het druk. Dit is een gesprek en geen klus: vragen mag."))
    return found


def why_not(scene: Scene, person: Person) -> str:
    """Why somebody is not asked now, as was said in this circle and by whose word."""
    name = {"name": person.first_name, "who": scene.whose.first_name}
    talk = scene.heard.kind is not None and scene.heard.kind.talk
    for said in scene.around.said(Said.TOO_MUCH, about=person.id) if not talk else []:
        words = name | {"by": scene.around.first_name(said.said_by_id)}
        if said.said_by_id == person.id:
            return _("%(name)s zei hier dat het te veel is. Vraag nu niets extra.") % words
        return _("%(by)s zei hier dat het %(name)s te veel is. Vraag nu niets extra.") % words
    if scene.around.was_said(Said.NOT_TELL, about=person.id):
        return _("%(who)s wil niet dat %(name)s dit weet.") % name
    if scene.around.was_said(Said.QUARREL, about=person.id):
        return _("Tussen %(who)s en %(name)s is ruzie. Vraag hier nu niets.") % name
    return ""


def sentence(scene: Scene, person: Person) -> str:
    """Words to ask with, where asking is what is hard: somebody offered already."""
    if scene.around.was_said(Said.OFFERED, about=person.id):
        return _("Je bood laatst aan te helpen. Geldt dat nog?")
    return ""


def weigh(scene: Scene, person: Person, *, fit: bool) -> int:
    """How far up in its rung; made of this question and this circle alone."""
    weight = 100 * bool(chosen(scene, person)) + 30 * fit
    weight += 12 * any(code in person.languages for code in wanted_tongues(scene))
    good_day, bad_day = reasons.on_that_day(getattr(person, "hours", []), scene.heard.weekday)
    weight += 10 * len(good_day) - 5 * len(bad_day)
    away = reasons.metres_between(scene.whose, person)
    weight += 5 if away is not None and away < 500 else 0
    return weight - (300 if why_not(scene, person) else 0)

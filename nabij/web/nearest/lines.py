"""The ladder as pieces for the screen: faces, reasons, ways to reach, and a form of one step. Asks nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _

from nabij.bridge.ladder import Entry, Ladder, OnDuty, Reach, Rung, RungName
from nabij.web.faces import Act, Face
from nabij.web.nearest.forms import HelpForm

AT_FIRST = 3  # Of one rung; the others are one tap away.
REFERRED_TO = (RungName.PROFESSIONALS, RungName.SPECIALISTS)
ROUND = (RungName.OWN, RungName.NEIGHBOURS, RungName.INITIATIVES, RungName.VOLUNTEERS)


@dataclass(frozen=True)
class Way:
    """A way to reach somebody, with the address that does it."""

    words: str
    url: str


@dataclass(frozen=True)
class Line:
    """Somebody or something on the ladder as the screen shows it."""

    entry: Entry
    face: Face
    ways: tuple[Way, ...]  # That one can tap.
    known: str  # The other ways, in words.
    ask: str
    form: HelpForm | None
    first: bool = False  # The one green button of the ladder.
    refer: str = ""  # Whom a referral to them asks.


@dataclass(frozen=True)
class Step:
    """One rung as the screen shows it; `first` when one could begin here."""

    rung: Rung
    number: int
    shape: str
    first: bool
    lines: tuple[Line, ...]
    further: tuple[Line, ...]
    said: tuple[str, ...]

    @property
    def empty(self) -> bool:
        return not self.rung.entries


def steps(ladder: Ladder) -> list[Step]:
    return [step(ladder, rung, number=number) for number, rung in enumerate(ladder.rungs, start=1)]


def step(ladder: Ladder, rung: Rung, *, number: int) -> Step:
    lines = [
        line(
            entry,
            question=ladder.question,
            key=f"{number}-{place}",
            first=rung.name == ladder.first and place == 0,
            refers=rung.name in REFERRED_TO,
        )
        for place, entry in enumerate(rung.entries)
    ]
    # Where not to begin, people are still there for whoever wants to look.
    said = rung.why_not or rung.empty or ("" if rung.name == ladder.first == RungName.OWN else rung.note)
    shown = 0 if rung.why_not or (rung.name == RungName.OWN and said) else AT_FIRST
    return Step(
        rung=rung,
        number=number,
        shape="informal" if rung.name in ROUND else "formal",
        first=rung.name == ladder.first,
        lines=tuple(lines[:shown]),
        further=tuple(lines[shown:]),
        said=(said,) if said else (),
    )


def line(entry: Entry, *, question: str, key: str, first: bool, refers: bool = False) -> Line:
    name = entry.first_name or entry.name
    ways = [way(one) for one in entry.reach]
    return Line(
        entry=entry,
        face=Face(name=name, shape=entry.shape, role=entry.called, whole=entry.name),
        ways=tuple(one for one in ways if one.url),
        known=" ".join(one.words for one in ways if not one.url),
        ask=asks(entry, name=name),
        form=form_for(entry, question=question, key=key) if entry.may_be_asked else None,
        first=first,
        refer=refer_to(entry) if refers and not entry.why_not else "",
    )


def refer_to(entry: Entry) -> str:
    """Whom the form of a referral begins with: somebody in their hat, or a listing that a letter reaches."""
    if entry.person and entry.hat:
        return f"hat:{entry.hat}"
    return f"service:{entry.service}" if entry.service and any(one.mail for one in entry.reach) else ""


def asks(entry: Entry, *, name: str) -> str:
    """The words on what opens the form."""
    if entry.service or not entry.person:
        return _("Ik neem contact op")
    return (
        _("Overleg met %(name)s") % {"name": name}
        if entry.shape == "formal"
        else _("Vraag het %(name)s") % {"name": name}
    )


def form_for(entry: Entry, *, question: str, key: str) -> HelpForm | None:
    """Filled with the question; for a service with the promise to get in touch."""
    if not entry.person and not entry.service:
        return None
    what = question if entry.person else _("Contact opnemen met %(name)s") % {"name": entry.name}
    known = {"what": what[:300], "person": entry.person, "hat": entry.hat, "service": entry.service}
    form = HelpForm(initial={**known, "name": entry.first_name or entry.name}, auto_id=f"hulp-{key}-%s")
    form.fields["what"].label = _("Wat vraag je?") if entry.person else _("Wat ga je doen?")
    return form


def way(reach: Reach) -> Way:
    if reach.phone:
        return Way(reach.words, call(reach.phone))
    if reach.mail:
        return Way(reach.words, f"mailto:{quote(reach.mail, safe='@')}")
    return Way(reach.words, reach.url)


def call(number: str) -> str:
    return "tel:" + "".join(sign for sign in number.split("(")[0] if sign.isdigit() or sign == "+")


def on_duty(ladder: Ladder) -> dict[str, object]:
    return duty_block(ladder.duty)


def duty_block(duties: Sequence[OnDuty]) -> dict[str, object]:
    """For the red block: who is on duty, until when, and the number."""
    if not duties:
        return {}
    one = duties[0]
    name = one.name.split()[0] if one.name else _("wie dienst heeft")
    words = _("Bel %(name)s: %(number)s") % {"name": name, "number": one.phone}
    act = Act(label=words, url=call(one.phone), weight="primary", icon="phone")
    return {"on_duty": one.name or _("Iemand"), "duty_until": one.until, "call": act}

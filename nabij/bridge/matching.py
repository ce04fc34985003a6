"""Matching ("wie past hierbij"): who could be asked for an ask, in order, with reasons and remarks in sentences.

Pure: what goes in is what whoever looks may see; nothing is read here and nothing is kept. Each offer is laid beside
the ask alone, so that one more never takes away a better one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Self
from uuid import UUID

from django.utils.translation import gettext as _

from nabij.bridge import reasons
from nabij.bridge.fit import Candidate, Known, Offered, Reason, Said, ShortList, Wanted
from nabij.bridge.fit_grounds import asked_kinds
from nabij.bridge.fit_remarks import WITH_CHILDREN, Remarks
from nabij.bridge.kinds import Kind
from nabij.bridge.listening import Heard, listen
from nabij.bridge.usual_kinds import DEFAULTS

SHORT = 10


def hear(line: str, *, ticked: Iterable[str] = (), kinds: tuple[Kind, ...] = DEFAULTS) -> Heard:
    """What an ask asks for: what was ticked counts; without that what its words say, or what they mean."""
    heard = listen(line, kinds=kinds)
    chosen = set(ticked)
    said = tuple(kind for kind in kinds if kind.key in chosen)
    return replace(heard, kinds=said) if said else heard


def shortlist(
    *,
    wanted: Wanted,
    offers: Iterable[Offered],
    known: Known,
    kinds: tuple[Kind, ...] = DEFAULTS,
    at_most: int = SHORT,
) -> ShortList:
    """The first who could be asked; the same however the offers come in."""
    if nobody := why_nobody(wanted):
        return ShortList(nobody=nobody)
    first = in_order(wanted=wanted, offers=offers, known=known, kinds=kinds)[:at_most]
    return ShortList(
        candidates=tuple(one.shown() for one in first),
        first=tuple(beforehand(wanted, speaks=any(one.rules.speaks for one in first))),
        map_first=wanted.wish.often or wanted.wish.night,
    )


def foremost(
    *, wanted: Wanted, offers: Iterable[Offered], known: Known, kinds: tuple[Kind, ...], at_most: int
) -> set[UUID]:
    """The offers of whom would come first, before any of it is put into words; none where nobody is asked."""
    if why_nobody(wanted):
        return set()
    first = in_order(wanted=wanted, offers=offers, known=known, kinds=kinds)[:at_most]
    return {one.rules.offered.offer for one in first}


def in_order(*, wanted: Wanted, offers: Iterable[Offered], known: Known, kinds: tuple[Kind, ...]) -> list["Placed"]:
    """Whoever may be asked, who fits most first."""
    asked = asked_kinds(wanted, kinds)
    beside = (
        Remarks(wanted=wanted, offered=one, known=known, kinds=kinds, asked=asked)
        for one in offers
        if not is_out(one, wanted=wanted, known=known)
    )
    return each_once(sorted((Placed.of(one) for one in beside), key=Placed.order))


@dataclass(frozen=True)
class Placed:
    """One offer with all that is said of how it fits. What it comes to is for the order alone."""

    rules: Remarks
    grounds: tuple[Said, ...]
    remarks: tuple[Said, ...]

    @classmethod
    def of(cls, rules: Remarks) -> Self:
        return cls(rules, tuple(rules.grounds()), tuple(rules.remarks()))

    def order(self) -> tuple[int, int, bytes]:
        """What fits most first; of equals whoever was asked least, and then by lot: another ask, another first."""
        counts = sum(said.counts for said in (*self.grounds, *self.remarks))
        offered = self.rules.offered
        lot = blake2b(self.rules.wanted.ask.bytes + offered.offer.bytes, digest_size=8).digest()
        return (-counts, offered.asked, lot)

    def shown(self) -> Candidate:
        offered = self.rules.offered
        return Candidate(
            offer=offered.offer,
            person=offered.person,
            name=offered.name,
            line=offered.line,
            group=offered.group,
            reasons=tuple(Reason(said.ground, str(said.words)) for said in self.grounds),
            remarks=tuple(dict.fromkeys(str(said.words) for said in self.remarks)),
        )


def each_once(placed: Iterable[Placed]) -> list[Placed]:
    """Each person with what fits best of theirs; a group apart from whoever answers for it."""
    once: dict[tuple[bool, UUID], Placed] = {}
    for one in placed:
        offered = one.rules.offered
        once.setdefault((offered.group, offered.offer if offered.group else offered.person), one)
    return list(once.values())


def is_out(offered: Offered, *, wanted: Wanted, known: Known) -> bool:
    """The few who are left out: oneself, who said no, who lacks a VOG where it is asked; and who is not safe."""
    if offered.group:
        return offered.offer in known.said_no
    if offered.person in (wanted.about, wanted.asked_by) or {offered.person, offered.offer} & (
        known.said_no | known.unsafe
    ):
        return True
    return needs_vog(wanted) and not offered.holds("vog", on=wanted.today)


def needs_vog(wanted: Wanted) -> bool:
    """Whether this is organised help with children for which this neighbourhood asks a VOG."""
    return any(kind.key in wanted.vog_for & WITH_CHILDREN for kind in wanted.heard.clear)


def why_nobody(wanted: Wanted) -> str:
    """Why nobody is asked: a medical act, or what could bring somebody in danger."""
    if wanted.wish.medical:
        return _(
            "Dit is een medische handeling. Die doet de wijkverpleging."
            " Dat vraag je niet aan een vrijwilliger of een buur."
        )
    kind = wanted.heard.kind
    return str(kind.not_near) if kind and kind.alone else ""


def beforehand(wanted: Wanted, *, speaks: bool) -> Iterator[str]:
    """What to know of the ask itself, before anybody is asked."""
    wish = wanted.wish
    if wish.often:
        yield _("Dit is vaak en vast: te veel voor één vrijwilliger. Kijk eerst op de sociale kaart, of verdeel het.")
    if wish.night:
        yield _("’s Nachts vraag je niemand van deze lijst. Kijk eerst op de sociale kaart; overdag kan het wel.")
        yield _("Ben je in gevaar? Bel 112.")
    if wish.many:
        yield _("Hiervoor is meer dan één mens nodig. Vraag gerust twee mensen van deze lijst.")
    if wish.to_do:
        yield _("Eerst een keer meekijken mag altijd.")
    if wanted.tongues and not speaks:
        names = reasons.either([reasons.tongue(code) for code in wanted.tongues])
        yield _("Niemand op deze lijst spreekt %(languages)s.") % {"languages": names}
    if needs_vog(wanted):
        yield _("Bij georganiseerde hulp met kinderen vraagt deze buurt een VOG. Wie er geen heeft, staat hier niet.")
    yield from (str(kind.careful) for kind in wanted.heard.clear[:2] if kind.careful)

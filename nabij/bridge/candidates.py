"""The short list of one ask, out of the database: what may be known of it is what whoever looks may read.

Nothing of a story counts but of the one it was asked from, as far as whoever looks reads it there; without one, one's
own network counts for oneself. What another circle heard is not asked for at all.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.base.standing import Standing
from nabij.bridge.asks import Ask, Asker
from nabij.bridge.contradictions import RATHER_NOT, Contradiction
from nabij.bridge.fit import Bond, Helped, Known, Offered, ShortList, Speaker, Spot, Trait, Wanted
from nabij.bridge.fit_grounds import asked_kinds, kinds_beside
from nabij.bridge.fit_words import slots_in, speaks_little, wish_of
from nabij.bridge.introductions import HowItWent
from nabij.bridge.kinds import Kind, kinds_of, named_in
from nabij.bridge.matching import SHORT, foremost, hear, shortlist
from nabij.bridge.offers import Offer
from nabij.bridge.social_map import Found, SocialMap, on_the_map
from nabij.bridge.usual_kinds import DEFAULTS
from nabij.moments.models import Saying, Tie
from nabij.people.areas import upward
from nabij.people.models import Hat, HatRule, Neighbourhood, Person, ProofKind, Strength
from nabij.stories.models import Promise
from nabij.trust.models import Looked
from nabij.trust.narrowing import only
from nabij.trust.verbs import note_look

LOOKED_AT = 80  # Offers laid beside an ask; the ones that fit most by kind, language, time, nearness and load.
SPARE = 4  # Of whom a few may turn out not to be seen by whoever looks.
SERVICES = 3
AROUND = 20


@dataclass(frozen=True)
class Matched:
    """An ask with who could be asked for it, as one reader may see it."""

    ask: Ask
    asker: Asker
    found: ShortList
    services: tuple[Found, ...] = ()
    mine: bool = False  # Whether whoever looks asks it, or has it asked for them.
    said: tuple[Contradiction, ...] = ()  # What whoever looks said was not so.


def match(*, ask_id: UUID, by: Person, hat: Hat | None, at: datetime, social_map: SocialMap = on_the_map) -> Matched:
    """The short list for an ask, with what the social map has; Asker.DoesNotExist for who may not know who asks."""
    asker, kinds, wanted = asked(ask_id, today=localdate(at))
    if by.id not in (asker.about_id, asker.asked_by_id):
        note_look(by=by, hat=hat, about=[asker.about_id], thing=asker.ask, at=at, what=Looked.HELP)
    against = AGAINST.rows(ask=asker.ask_id)
    known = known_to(by, asker=asker, against=against, at=at)
    pool = Pool(wanted, kinds=kinds, area=asker.ask.neighbourhood.code)
    offers = pool.offers(people={*known.bonds, *known.helped, *known.named})
    first = foremost(wanted=wanted, offers=offers, known=known, kinds=kinds, at_most=SHORT + SPARE)
    seen = with_names(offers, first)
    known = replace(known, speakers=(*known.speakers, *pool.speakers(seen)))
    found = shortlist(wanted=wanted, offers=seen, known=known, kinds=kinds)
    return Matched(
        ask=asker.ask,
        asker=asker,
        found=found,
        services=tuple(social_map(search_words(wanted), asker.about, at)[:SERVICES]),
        mine=by.id in (asker.about_id, asker.asked_by_id),
        said=tuple(one for one in against if one.by_id == by.id),
    )


OUTLINES = [f"ask__neighbourhood{above}__outline" for above in ("", "__parent", "__parent__parent")]
ASKER = Standing(
    lambda *, ask: (
        Asker.objects.select_related("ask__neighbourhood__parent__parent").defer(*OUTLINES).filter(ask_id=ask)
    ),
    ask=UUID,
)
ABOUT = Standing(
    lambda *, id: Person.objects.select_related("neighbourhood").defer("neighbourhood__outline").filter(id=id), id=UUID
)
AGAINST = Standing(
    lambda *, ask: Contradiction.objects.for_list(ask).select_related("by", "offer").order_by("at", "id"), ask=UUID
)
SAYS = Standing(
    lambda *, person: Strength.objects.filter(person_id=person).order_by("id").values_list("kind", "what"), person=UUID
)
VOG_FOR = Standing(
    lambda *, there, day: (
        HatRule.objects.in_force(day)
        .filter(Q(neighbourhood__isnull=True) | Q(neighbourhood__code__any_of=there), kind=ProofKind.VOG)
        .values_list("role", flat=True)
    ),
    there=list[str],
    day=date,
)


def asked(ask_id: UUID, *, today: date) -> tuple[Asker, tuple[Kind, ...], Wanted]:
    """Who asks, the kinds of help as they are agreed there, and what is wanted."""
    asker: Asker = ASKER.one(ask=ask_id)
    with only([asker.about_id]):
        if not (whose := ABOUT.first(id=asker.about_id)):
            raise Asker.DoesNotExist
        asker.about = whose
        kinds = kinds_of(upward(asker.ask.neighbourhood), usual=DEFAULTS)
        return asker, kinds, wanted_of(asker, kinds=kinds, today=today)


def search_words(wanted: Wanted) -> str:
    return " ".join([wanted.line, *(kind.search or str(kind.name) for kind in wanted.heard.kinds[:1])])


# -- what is wanted ----------------------------------------------------------------------------------------------------


def wanted_of(asker: Asker, *, kinds: tuple[Kind, ...], today: date) -> Wanted:
    """The ask as it is laid beside offers, with what its person says of themselves."""
    ask, about = asker.ask, asker.about
    return Wanted(
        ask=ask.id,
        line=ask.line,
        heard=hear(ask.line, ticked=ask.kinds, kinds=kinds),
        wish=wish_of(ask.line),
        about=about.id,
        asked_by=asker.asked_by_id,
        today=today,
        name=about.first_name,
        week=tuple(ask.week) or slots_in(ask.line),
        languages=tuple(about.languages),
        traits=tuple(Trait(*one) for one in SAYS.rows(person=about.id)),
        spot=spot_of(about) if about.neighbourhood else Spot(area=ask.neighbourhood.code, place=ask.neighbourhood.name),
        vog_for=asks_vog(ask.neighbourhood, kinds=kinds, today=today),
    )


def spot_of(person: Person) -> Spot:
    here = person.neighbourhood
    return Spot(
        latitude=None if person.latitude is None else float(person.latitude),
        longitude=None if person.longitude is None else float(person.longitude),
        area=here.code if here else "",
        place=here.name if here else "",
    )


def asks_vog(here: Neighbourhood, *, kinds: tuple[Kind, ...], today: date) -> frozenset[str]:
    """The kinds of organised help for which a VOG is asked here: those that a role with that rule is named for."""
    roles = VOG_FOR.rows(there=upward(here), day=today)
    return frozenset(kind.key for role in roles for kind in named_in(role, kinds))


# -- what is offered ---------------------------------------------------------------------------------------------------


class Pool:
    """What is offered for one ask, of all that whoever looks sees."""

    def __init__(self, wanted: Wanted, *, kinds: tuple[Kind, ...], area: str) -> None:
        self.wanted, self.area = wanted, area
        self.asked = [kind.key for kind in asked_kinds(wanted, kinds)]

    def offers(self, *, people: Iterable[UUID]) -> list[Offered]:
        """What may fit, and what those offer whom whoever looks knows; without names."""
        beside = sorted(kinds_beside(self.asked))
        return self.fitting(self.asked, beside=beside, tongues=self.wanted.tongues, people=people, most=LOOKED_AT)

    def speakers(self, offers: Sequence[Offered]) -> list[Speaker]:
        """Who offers to come along and speaks both languages, where one of these cannot talk with who asks."""
        mine = set(self.wanted.languages) or {"nl"}
        silent = [one for one in offers if not mine & set(one.languages) or speaks_little(one.words)]
        tongues = {code for one in silent for code in one.languages} - {"nl"}
        if not tongues:
            return []
        there = self.fitting(["interpreting"], beside=[], tongues=sorted(tongues), people=(), most=AROUND)
        people = {one.person for one in there if not one.group}
        with only(people):
            named = Person.objects.in_bulk(people)
        return [
            Speaker(one.person, named[one.person].first_name, one.languages) for one in there if one.person in named
        ]

    def fitting(
        self, asked: list[str], *, beside: list[str], tongues: Sequence[str], people: Iterable[UUID], most: int
    ) -> list[Offered]:
        """The offers to look at, the likeliest first, as the finder gives them."""
        here = self.wanted.spot
        said = [asked, beside, list(tongues), list(self.wanted.week), self.area, here.latitude, here.longitude]
        with connection.cursor() as cursor:
            cursor.execute(
                "select * from trust.fitting_offers"
                "(%s::varchar[], %s::varchar[], %s::varchar[], %s::varchar[], %s, %s, %s, %s::uuid[], %s)",
                [*said, list(people), most],
            )
            return [as_offered(*row) for row in cursor.fetchall()]


def as_offered(
    offer: UUID,
    person: UUID,
    group: str,
    line: str,
    kinds: list[str],
    week: list[str],
    room: int | None,
    asked: int,
    languages: list[str],
    latitude: float | None,
    longitude: float | None,
    area: str | None,
    place: str,
    traits: list[tuple[str, str]],
    shown: list[tuple[str, str | None]],
) -> Offered:
    """One row of the finder, still without a name."""
    return Offered(
        offer=offer,
        person=person,
        name=group,
        line=line,
        kinds=tuple(kinds),
        group=bool(group),
        week=tuple(week),
        languages=tuple(languages),
        traits=tuple(Trait(*one) for one in traits),
        spot=Spot(latitude, longitude, area or "", place),
        room=room,
        asked=asked,
        safeguards=tuple((kind, date.fromisoformat(until) if until else None) for kind, until in shown),
    )


def with_names(offers: Iterable[Offered], first: set[UUID]) -> list[Offered]:
    """The first of them as the rules let whoever looks see them: with the name of whose it is, or not at all."""
    with only({one.person for one in offers if one.offer in first}):
        there = WHOSE.rows(offers=list(first))
    named = {one.id: one.group.name if one.group else one.person.first_name for one in there}
    return [replace(one, name=named[one.offer]) for one in offers if one.offer in named]


NAMED = ("id", "group__name", "person__name", "person__known_as")
WHOSE = Standing(
    lambda *, offers: Offer.objects.filter(id__any_of=offers).select_related("person", "group").only(*NAMED),
    offers=list[UUID],
)


# -- what whoever looks knows ------------------------------------------------------------------------------------------


# Whom the person it is for has around them; where they stand on the map is not asked.
def _ties(*, person: UUID, circle: UUID | None = None) -> QuerySet[Tie]:
    where = Q() if circle is None else Q(circle_id=circle)
    told = Tie.objects.filter(where, ended__isnull=True, owner_id=person, other__isnull=False)
    return told.select_related("other").order_by("id")


# Who kept a promise to the person it is for, and how often.
def _kept(*, person: UUID, circle: UUID | None = None) -> QuerySet[Promise, Any]:
    where = Q() if circle is None else Q(circle_id=circle)
    kept = Promise.objects.filter(where, for_whom_id=person, keeping__kept=True).order_by()
    return kept.values_list("who_id").annotate(Count("id"))


@dataclass(frozen=True)
class Told:
    """What was told in one circle, or wherever one reads ("verteld")."""

    there: Standing
    anywhere: Standing


TIES, KEPT = (Told(Standing(make, person=UUID, circle=UUID), Standing(make, person=UUID)) for make in (_ties, _kept))


def known_of(asker: Asker, *, by: Person, told: Told) -> list[Any]:
    """What is known in the circle it was asked from; else, for oneself, in one's own network; else nothing."""
    if asker.circle_key:
        return told.there.rows(person=asker.about_id, circle=asker.circle_key)
    return told.anywhere.rows(person=asker.about_id) if by.id == asker.about_id else []


def ties_of(asker: Asker, *, by: Person) -> list[Tie]:
    """Whom the person it is for has around them; who works there is found in another way."""
    there = known_of(asker, by=by, told=TIES)
    return [tie for tie in there if tie.other_id and tie.kind != Tie.Kind.PROFESSIONAL]


def helped_by(asker: Asker, *, by: Person) -> dict[UUID, Helped]:
    """Who kept a promise to the person it is for."""
    return {who: Helped(times=times) for who, times in known_of(asker, by=by, told=KEPT)}


def met_by(asker: Asker) -> dict[UUID, Helped]:
    """Who came when the person it is for asked something before, as they said of it; and not when it was not nice.

    Of what they said whoever brought the two together may know too, and nobody else.
    """
    return {who: Helped(times=times) for who, times in MET.rows(person=asker.about_id)}


def _met(*, person: UUID) -> QuerySet[HowItWent, Any]:
    of_asks = HowItWent.objects.filter(introduction__one_id=person, introduction__ask__isnull=False)
    went = of_asks.filter(person_id=person, met=True).exclude(face__lt=GOOD)
    return went.values_list("introduction__other_id").annotate(Count("id"))


MET = Standing(_met, person=UUID)


def together(*counted: Mapping[UUID, Helped]) -> dict[UUID, Helped]:
    """How often each was of use, all told."""
    times: Counter[UUID] = Counter()
    for one in counted:
        times.update({who: helped.times for who, helped in one.items()})
    return {who: Helped(times=many) for who, many in times.items()}


def said_no_to(asker: Asker) -> frozenset[UUID]:
    """With whom it came to a no, of one of the two: nobody is proposed again after it. Never whose no it was."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.not_again_for(%s)", [asker.ask_id])
        return frozenset(cursor.fetchone()[0])


def known_to(by: Person, *, asker: Asker, against: Sequence[Contradiction], at: datetime) -> Known:
    """All that whoever looks may know, and nothing that was confided elsewhere."""
    ties = ties_of(asker, by=by)
    said = sayings_of(asker, at=at)
    return Known(
        by=by.id,
        named=frozenset(one.about_id for one in said if one.kind == Saying.Kind.NAMED),
        unsafe=frozenset(one.about_id for one in said if one.kind == Saying.Kind.UNSAFE),
        not_now=frozenset(one.about_id for one in said if one.kind in NOT_NOW),
        bonds={one.other_id: Bond(gives=one.gives, close=one.weight == STRONG) for one in ties if one.other_id},
        helped=together(helped_by(asker, by=by), met_by(asker)),
        said_no=said_no_to(asker),
        rather_not=frozenset(one.offer.person_id for one in against if one.ground == RATHER_NOT),
        speakers=tuple(
            Speaker(one.other.id, one.other.first_name, tuple(one.other.languages)) for one in ties if one.other
        ),
        against={(one.offer_id, one.ground): as_said(one) for one in against if one.ground != RATHER_NOT},
    )


GOOD = 3  # Of the five faces: from here on it was nice, or just ordinary.
STRONG = Tie.Weight.STRONG
NOT_NOW = (Saying.Kind.TOO_MUCH, Saying.Kind.QUARREL, Saying.Kind.NOT_TELL)


def sayings_of(asker: Asker, *, at: datetime) -> list[Saying]:
    """What was said of somebody's help in the very circle it was asked from."""
    if not asker.circle_key:
        return []
    still = Q(until__isnull=True) | Q(until__gt=at)
    return list(Saying.objects.filter(still, circle_id=asker.circle_key, owner_id=asker.about_id).order_by("at", "id"))


def as_said(one: Contradiction) -> str:
    """What was said against a reason, as a remark."""
    if one.words:
        return _("%(who)s zei: “%(words)s”.") % {"who": one.by.first_name, "words": one.words.rstrip(".")}
    return _("%(who)s zei dat dit niet klopt: %(reason)s") % {"who": one.by.first_name, "reason": one.reason}

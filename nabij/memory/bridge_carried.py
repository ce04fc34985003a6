"""What somebody carries in the bridge: asks for others, referrals, introductions, signatures; and who takes it over."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from nabij.bridge.charged import people_of
from nabij.bridge.handings import HandingOn
from nabij.bridge.lifecycle import GOING
from nabij.bridge.models import (
    Agreement,
    AgreementParty,
    Ask,
    HeardOffer,
    Introduction,
    IntroductionOutcome,
    Offer,
    Penholder,
    Receiver,
    Referral,
)
from nabij.bridge.offers import MineToMind
from nabij.memory.carried import Carried, State
from nabij.people.models import Person


def taken(kind: str, *, by: Person) -> QuerySet[HandingOn]:
    """What somebody took over of a kind."""
    return HandingOn.objects.filter(to=by, yes=True, **{f"{kind}__isnull": False})


def asked_for_others(person: UUID) -> QuerySet[Ask]:
    """Asks that somebody made for another and that did not end."""
    theirs = Ask.objects.filter(asker__asked_by=person, ending__isnull=True)
    return theirs.exclude(asker__about=person).order_by("at", "id")


def brought_together(person: UUID) -> QuerySet[Introduction]:
    """Introductions of two others that go on: asked, or together and not both of them said how it went."""
    theirs = Introduction.objects.filter(proposed_by=person).exclude(one=person).exclude(other=person)
    return going_on(theirs)


def asked_by_name(person: UUID) -> QuerySet[Referral]:
    """Referrals of which somebody is asked by name, and that are not done."""
    asked = Exists(Receiver.objects.filter(referral=OuterRef("pk"), person=person))
    return Referral.objects.as_they_stand().filter(asked, Q(state__in=GOING))


def going_on(introductions: QuerySet[Introduction]) -> QuerySet[Introduction]:
    off = IntroductionOutcome.Kind.OFF
    heard = introductions.exclude(outcome__kind=off).annotate(heard=Count("went"))
    return heard.filter(heard__lt=2).order_by("at", "id")


def with_names(introductions: Iterable[Introduction]) -> list[Introduction]:
    """With the two people, as far as one may know them; by no join, which would leave out whom one does not."""
    every = list(introductions)
    people = people_of(key for it in every for key in (it.one_id, it.other_id))
    for it in every:
        it.one, it.other = people.get(it.one_id, Person(id=it.one_id)), people.get(it.other_id, Person(id=it.other_id))
    return every


def stands(kind: str, keys: list[UUID], *, by: Person) -> dict[UUID, tuple[State, str]]:
    """Of things that somebody was asked to take over: how that stands."""
    asked = HandingOn.objects.filter(person=by, **{f"{kind}__in": keys}).select_related("to").order_by("at")
    found: dict[UUID, tuple[State, str]] = {}
    for one in asked:
        names = {"name": one.to.first_name}
        said = {
            None: (State.ASKED, _("Gevraagd aan %(name)s. Er is nog geen antwoord.") % names),
            True: (State.TAKEN, _("%(name)s neemt het over.") % names),
            False: (State.MINE, _("%(name)s kan het niet overnemen.") % names),
        }
        found[one.key] = said[one.yes]
    return found


def listed(kind: str, things: list[Any], *, words: Any, by: Person, note: str = "") -> list[Carried]:
    asked = stands(kind, [one.id for one in things], by=by)
    mine = (State.MINE, note)
    return [Carried(kind, one.id, words(one), *asked.get(one.id, mine), it=one) for one in things]


def asks(by: Person, at: datetime) -> list[Carried]:
    """Asks for others, made or taken over, of which nobody said how they ended."""
    handed = taken("ask", by=by).values("ask")
    mine = Ask.objects.filter(Q(id__in=asked_for_others(by.id).values("id")) | Q(id__in=handed, ending__isnull=True))
    return listed("ask", list(mine.order_by("at", "id")), words=str, by=by)


def minded(by: Person, at: datetime) -> list[Carried]:
    """Offers one wrote down for who has no login: they stay with one, and in the end with who coordinates."""
    mine = HeardOffer.objects.filter(noted_by=by, id__any_of=MineToMind()).values("id")
    note = _("Dit blijft bij jou. Log je niet meer in, dan is het van wie in die buurt coördineert.")
    there = Offer.objects.standing().filter(id__in=mine).order_by("at", "id")
    return [Carried("minded", one.id, one.line, note=note, it=one, held=False) for one in there]


def referrals(by: Person, at: datetime) -> list[Carried]:
    """What somebody is asked by name, said something last of, or took over, as long as it is not done."""
    asked = Exists(Receiver.objects.filter(referral=OuterRef("pk"), person=by))
    handed = Q(id__in=taken("referral", by=by).values("referral"))
    going = Referral.objects.as_they_stand().filter(Q(state__in=GOING)).exclude(by=by)
    mine = going.filter(asked | handed | Q(said_by=by.id)).exclude(about=by)
    said = _("%(name)s: %(what)s")
    return listed("referral", list(mine), words=lambda one: said % {"what": one.what, "name": one.about_name}, by=by)


def introductions(by: Person, at: datetime) -> list[Carried]:
    """Whom one brought together, or took over, as long as it goes on."""
    handed = going_on(Introduction.objects.filter(id__in=taken("introduction", by=by).values("introduction")))
    mine = with_names([*brought_together(by.id), *handed])
    return listed("introduction", mine, words=two_of, by=by)


def two_of(it: Introduction) -> str:
    one, other = (called(person) or _("iemand") for person in (it.one, it.other))
    return _("%(one)s en %(other)s") % {"one": one, "other": other}


def called(person: Person) -> str:
    return person.first_name if person.name or person.known_as else ""


def signatures(by: Person, at: datetime) -> list[Carried]:
    """For which groups one signed what holds, or is still proposed: somebody else is spoken to after this."""
    holds = Agreement.objects.filter(
        Q(id__in=Agreement.objects.in_force().values("id")) | Q(id__in=Agreement.objects.proposed().values("id"))
    )
    mine = Q(signature__in=Penholder.objects.filter(person=by).values("signature"))
    handed = Q(id__in=taken("party", by=by).values("party"))
    signed = AgreementParty.objects.filter(mine | handed, agreement__in=holds)
    found = list(signed.select_related("group", "agreement__neighbourhood").order_by("agreement__at", "id"))
    said = _("%(group)s, afspraak van %(place)s")
    note = _("Een ander van de groep wordt aanspreekpunt. Is er niemand, vraag beheer dan om een pet voor iemand.")
    names = lambda one: said % {"group": one.group.name, "place": one.agreement.neighbourhood.name}  # noqa: E731
    return listed("party", found, words=names, by=by, note=note)

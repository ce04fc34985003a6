"""Introductions in the full neighbourhood: of the rules about them each lets somebody through."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from nabij.bridge.asks import Ask
from nabij.bridge.hands import raise_hand, take_hand_back
from nabij.bridge.introducing import (
    Went,
    When,
    answer,
    keep_in_touch,
    propose,
    propose_for_ask,
    say_how,
    say_when,
    withdraw,
    write_message,
)
from nabij.bridge.introduction_letters import remind
from nabij.bridge.introductions import Introduction, Side
from nabij.people.models import Person
from nabij.trust.acting import acting_as, link, office
from tests.world import World


def introductions(world: World) -> dict[str, Any]:
    """Jan and Yusuf were asked; Fatima and Wim met; Sara said no to Yusuf."""
    at = timezone.now()
    with world.acting("marieke"):
        when = When(spot="De Kwelder", meets_at=at + timedelta(days=2))
        by: dict[str, Any] = {"by": world.marieke, "at": at, "hat": world.hats["marieke"]}
        asked = propose(one=world.jan, other=world.yusuf, why="Een kennisje.", when=when, **by)
        refused = propose(one=world.sara, other=world.yusuf, why="Een kennisje.", **by)
    with world.acting("bram"):
        both = propose(one=world.fatima, other=world.wim, why="Een buurtkoffie.", by=world.bram, at=at)
    for who, what, kind in (("fatima", both, "yes"), ("wim", both, "yes"), ("sara", refused, "no")):
        say(world, who, what, kind)
    with world.acting("wim"):
        write_message(introduction=both.id, words="Een groetje.", by=world.wim, at=at)
        say_how(introduction=both.id, went=Went(met=True, face=4), by=world.wim, at=at)
    return {"introduction": asked.id, "together": both.id}


def say(world: World, who: str, introduction: Introduction, kind: str) -> None:
    with world.acting(who):
        side = Side.objects.get(introduction=introduction.id, person=world.people[who])
        answer(side=side, kind=kind, by=world.people[who], at=timezone.now())


def they_answer(world: World, keys: dict[str, Any]) -> None:
    """Jan on the telephone, Fatima by link; Riet for her ask, which Wim answers; and what nobody answered is over."""
    at = timezone.now()
    asked = Introduction(id=keys["introduction"])
    with world.acting("marieke"):
        jans = Side.objects.get(introduction=asked, person=world.jan)
        answer(side=jans, kind="later", by=world.marieke, at=at, via="phone")
        loose = propose(one=world.jan, other=world.loes, why="Om te wandelen.", by=world.marieke, at=at)
        withdraw(introduction=loose, by=world.marieke, at=at)
    by_link(world.jan, asked)
    say(world, "yusuf", asked, "later")
    together = keys["together"]
    with acting_as(link(reader=world.fatima.id, reach=together)):
        say_how(introduction=together, went=Went(met=False), by=world.fatima, at=at, via="mail")
    with world.acting("fatima"):
        say_when(introduction=Introduction.objects.get(id=together), when=When("walk"), by=world.fatima, at=at)
        keep_in_touch(introduction=Introduction.objects.get(id=together), go_on=False, by=world.fatima, at=at)
    with world.acting("riet"):
        by: dict[str, Any] = {"why": "Ik wandel graag.", "by": world.riet, "at": at}
        walks = propose(one=world.riet, other=world.fatima, when=When("walk", meets_at=at + timedelta(days=1)), **by)
        never = propose(one=world.riet, other=world.marieke, **by)
    say(world, "fatima", walks, "yes")
    say(world, "marieke", never, "no")
    with world.acting("riet"):
        say_how(introduction=walks.id, went=Went(met=True), by=world.riet, at=at)
        propose_for_ask(ask=Ask.objects.get(id=keys["ask"]), other=world.loes, by=world.riet, at=at)
    with acting_as(office("reminders")):
        for days in (0, 15, 30):
            remind(at=at + timedelta(days=days))


def hands_are_raised(world: World, lamp: UUID) -> None:
    """Wim for the lamp of Riet, who said later on the telephone to Bram; Fatima for Els, whose yes Marieke noted."""
    at = timezone.now()
    with world.acting("marieke"):
        paper = Ask.objects.get(line="Wie leest de krant voor?")
    for who, asked in (("wim", lamp), ("fatima", paper.id), ("wim", paper.id)):
        with world.acting(who):
            made = raise_hand(ask_id=asked, by=world.people[who], at=at, words="Een vingertje.")
    with world.acting("wim"):
        take_hand_back(introduction=made.id, by=world.wim, at=at)
    for who, whom, kind in (("bram", "Wim", "later"), ("marieke", "Fatima", "yes")):
        with world.acting(who):
            side = Side.objects.get(why="Een vingertje.", second=True, whom__startswith=whom)
            answer(side=side, kind=kind, by=world.people[who], at=at, via="phone")


def by_link(who: Person, introduction: Introduction) -> None:
    with acting_as(link(reader=who.id, reach=introduction.id)):
        side = Side.objects.get(person=who)
        answer(side=side, kind="yes", by=who, at=timezone.now(), via="mail")

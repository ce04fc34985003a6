"""Dilemmas in the full neighbourhood: of the rules about them each lets somebody through."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from nabij.people.models import Person
from nabij.trust.acting import acting_as, link
from nabij.weighing.deciding import Decided, Goes, decide, say_how_it_goes, say_what_came
from nabij.weighing.decisions import Decision
from nabij.weighing.dilemmas import Dilemma, Option, Participant
from nabij.weighing.raising import Asked, Told, raise_dilemma, stop
from nabij.weighing.speaking import Valued, speak, tell_perspective
from tests.conftest import owner
from tests.world import World

Part = Participant.Part


def what_is_weighed(world: World) -> dict[str, Any]:
    """Marieke raised two: one is blind still, and Jan, Yusuf and Riet have spoken; of the other it is decided."""
    blind = raised(world, "Een tweesprongetje?", "yusuf", "jan", "bram", "loes")
    for who, values in (("yusuf", (4, 2)), ("riet", (3, 3))):
        say(world, who, blind.id, values)
    say(world, "jan", blind.id, (5, 1), why="Een kiezelsteentje.")
    perspective(world, "yusuf", blind.id, "professional")
    gone(world, blind, "loes")
    done = raised(world, "Een knoopje?", "yusuf", "jan", "sara")
    for who, values in (("marieke", (5, 2)), ("yusuf", (1, 5)), ("jan", (2, 4))):
        say(world, who, done.id, values)
    perspective(world, "yusuf", done.id, "client")
    gone(world, done, "sara")
    with world.acting("marieke"):
        first = Option.objects.get(dilemma=done, number=1)
        said = Decided("Een knoop doorgehakt.", "Dit kan nu.", option=first, minority="Het kan ook anders.")
        decided = decide(dilemma=done.id, decided=said, by=world.marieke, at=timezone.now())
        goes = Goes(how="good", words="Goed.", shared=True)
        said_of: dict[str, Any] = {"decision": decided.id, "by": world.marieke, "at": timezone.now()}
        say_how_it_goes(other=world.yusuf.id, goes=goes, **said_of)
        say_how_it_goes(other=world.jan.id, goes=goes, **said_of)
        say_what_came(decision=decided, words="Het liep los.", by=world.marieke, at=timezone.now())
    with world.acting("yusuf"):
        goes = Goes(how="hard", words="Stroef.")
        say_how_it_goes(decision=decided.id, other=world.marieke.id, goes=goes, by=world.yusuf, at=timezone.now())
    with owner():
        mine = Participant.objects.get(dilemma=blind, person=world.jan)
    return {"weighed": blind.id, "decided": done.id, "dilemma": blind.id, "participant": mine.id, "jan": world.jan.id}


def raised(world: World, question: str, *weigh: str) -> Dilemma:
    """By Marieke in the circle around Riet, who is asked along; Wim leads the talk."""
    asked = [Asked(world.people[who]) for who in weigh]
    with world.acting("marieke"):
        return raise_dilemma(
            told=Told(question, ("Het ene", "Het andere"), facts="Zo is het."),
            circle=world.riets_story.circle,
            neighbourhood=world.hats["marieke"].neighbourhood,
            closes=timezone.now() + timedelta(days=7),
            by=world.marieke,
            at=timezone.now(),
            hat=world.hats["marieke"],
            asked=[*asked, Asked(world.wim, Part.FACILITATES), Asked(world.riet, Part.RESIDENT)],
        )


def values_of(dilemma: UUID, values: tuple[int, ...], *, why: str = "Daarom.") -> list[Valued]:
    options = Option.objects.filter(dilemma=dilemma).order_by("number")
    return [Valued(one.id, value, why) for one, value in zip(options, values, strict=True)]


def say(world: World, who: str, dilemma: UUID, values: tuple[int, ...], *, why: str = "Daarom.") -> None:
    with world.acting(who):
        speak(dilemma=dilemma, said=values_of(dilemma, values, why=why), by=world.people[who], at=timezone.now())


def perspective(world: World, who: str, dilemma: UUID, logic: str) -> None:
    with world.acting(who):
        tell_perspective(dilemma=dilemma, logic=logic, words="Zo kijk ik.", by=world.people[who], at=timezone.now())


def gone(world: World, dilemma: Dilemma, who: str) -> None:
    with world.acting("marieke"):
        there = Participant.objects.get(dilemma=dilemma, person=world.people[who])
        stop(participant=there, by=world.marieke, at=timezone.now())


def they_weigh_on(world: World, keys: dict[str, Any]) -> None:
    """Riet speaks anew, Jan by a link as well; who stops by it, and how working together goes."""
    say(world, "riet", keys["weighed"], (4, 2))
    jan: Person = world.jan
    with acting_as(link(reader=jan.id, reach=keys["weighed"])):
        said = values_of(keys["weighed"], (4, 4))
        speak(dilemma=keys["weighed"], said=said, by=jan, at=timezone.now())
        speak(dilemma=keys["weighed"], said=said, by=jan, at=timezone.now())
        words: dict[str, Any] = {"logic": "client", "words": "Zo ook.", "by": jan, "at": timezone.now()}
        tell_perspective(dilemma=keys["weighed"], **words)
    with acting_as(link(reader=jan.id, reach=keys["decided"])):
        decided = Decision.objects.get(dilemma=keys["decided"])
        goes = Goes(how="so_so", words="Wisselend.")
        say_how_it_goes(decision=decided.id, other=world.marieke.id, goes=goes, by=jan, at=timezone.now())
    riet_raises_one(world)
    third = raised(world, "Een zijpaadje?", "jan")
    with acting_as(link(reader=jan.id, reach=third.id)):
        stop(participant=Participant.objects.get(person=jan), by=jan, at=timezone.now())


def riet_raises_one(world: World) -> None:
    """In her own circle, with Marieke; she decides herself, and says what came of it."""
    riet = world.riet
    with world.acting("riet"):
        made = raise_dilemma(
            told=Told("Een eigen weegschaal?", ("Het ene", "Het andere")),
            circle=world.riets_story.circle,
            neighbourhood=world.hats["marieke"].neighbourhood,
            closes=timezone.now() + timedelta(days=7),
            by=riet,
            at=timezone.now(),
            asked=[Asked(world.marieke)],
        )
    perspective(world, "riet", made.id, "client")
    for who in ("riet", "marieke"):
        say(world, who, made.id, (5, 1))
    with world.acting("riet"):
        said = Decided("Zo doe ik het.", "Het is mijn keuze.", option=Option.objects.get(dilemma=made, number=1))
        decided = decide(dilemma=made.id, decided=said, by=riet, at=timezone.now())
        say_what_came(decision=decided, words="Het ging goed.", by=riet, at=timezone.now())

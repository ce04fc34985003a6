"""A dilemma in Riet's circle, as Marieke raises it: who weighs, who leads the talk, and who has only a link."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone

from nabij.people.models import Person, WayToReach
from nabij.people.verbs import note_person
from nabij.trust.acting import acting_as, link
from nabij.weighing.dilemmas import Dilemma, Option, Participant
from nabij.weighing.raising import Asked, Told, raise_dilemma
from nabij.weighing.speaking import Valued, speak
from nabij.weighing.voices import Voice
from tests.conftest import owner
from tests.world import World

Part = Participant.Part
QUESTION = "Mag iemand met een uitkering een kleine winst houden?"
OPTIONS = ("Zelf doorgeven, zonder boete", "Niets zeggen", "Alles terug")


def now():
    return timezone.now()


def told(**other: Any) -> Told:
    return Told(**{"question": QUESTION, "options": OPTIONS, "facts": "Drie keer gewonnen in vijf maanden.", **other})


@dataclass
class Street:
    """The small neighbourhood, with Kees from elsewhere, and Gerda who has mail and no account."""

    world: World
    dilemma: Dilemma

    def __getattr__(self, name: str) -> Person:
        return self.world.people[name]

    def acting(self, name: str):
        """As somebody who logs in, or by the link that came to them."""
        if name == "gerda":
            return acting_as(link(reader=self.gerda.id, reach=self.dilemma.id))
        return self.world.acting(name)

    def values(self, *values: int, **why: str) -> list[Valued]:
        with owner():
            options = list(Option.objects.filter(dilemma=self.dilemma).order_by("number"))
        return [
            Valued(one.id, value, why.get(f"why{one.number}", "")) for one, value in zip(options, values, strict=True)
        ]

    def option(self, number: int) -> Option:
        with owner():
            return Option.objects.get(dilemma=self.dilemma, number=number)

    def speak(self, who: str, *values: int, **why: str) -> Voice:
        said = self.values(*values, **why)
        with self.acting(who):
            return speak(dilemma=self.dilemma.id, said=said, by=self.world.people[who], at=now())

    def close(self) -> None:
        """Its time goes by."""
        with owner():
            ago = now() - timedelta(days=3)
            Dilemma.objects.filter(id=self.dilemma.id).update(at=ago, closes=ago + timedelta(days=2))


def outsiders(world: World) -> None:
    """Marieke knows Kees, who leads talks, and Gerda, who has mail and no account."""
    with world.acting("marieke"):
        for key, name in (("kees", "Kees Vlaar"), ("gerda", "Gerda Blom")):
            world.people[key] = note_person(name=name, by=world.marieke, at=now())
        mail = WayToReach.Kind.MAIL
        WayToReach.objects.create(
            person=world.gerda, kind=mail, value="gerda@voorbeeld.example", noted_by=world.marieke
        )


def raised(world: World, *asked: Asked, **other: Any) -> Dilemma:
    """By Marieke, in the circle around Riet."""
    with world.acting("marieke"):
        said: dict[str, Any] = {
            "told": told(),
            "circle": world.riets_story.circle,
            "neighbourhood": world.hats["marieke"].neighbourhood,
            "closes": now() + timedelta(days=7),
            "by": world.marieke,
            "at": now(),
            "hat": world.hats["marieke"],
        }
        return raise_dilemma(**{**said, "asked": asked, **other})


def street(world: World) -> Street:
    """Fatima, Yusuf and Gerda weigh with Marieke; Kees leads the talk; Riet, whom it concerns, may speak."""
    outsiders(world)
    asked = (
        Asked(world.fatima),
        Asked(world.yusuf),
        Asked(world.gerda),
        Asked(world.kees, Part.FACILITATES),
        Asked(world.riet, Part.RESIDENT),
    )
    return Street(world, raised(world, *asked))

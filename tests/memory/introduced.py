"""To whom somebody was introduced who is forgotten, with all that hangs on it, and what is left of it."""

from datetime import timedelta
from typing import Any

from nabij.bridge.introducing import Went, When, answer, propose, say_how, write_message
from nabij.bridge.models import (
    HowItWent,
    Introduction,
    IntroductionAnswer,
    IntroductionOutcome,
    Meeting,
    NotAgain,
    Side,
)
from nabij.post.models import Letter
from tests.world import AT, World


def introductions_of_riet(world: World) -> None:
    """Riet met Fatima, wrote her and said how it went; Marieke said no."""
    said: dict[str, Any] = {"why": "Ik wandel graag.", "by": world.riet, "at": AT}
    with world.acting("riet"):
        both = propose(one=world.riet, other=world.fatima, when=When("walk", meets_at=AT + timedelta(days=1)), **said)
        propose(one=world.riet, other=world.marieke, **said)
    for name, kind in (("fatima", "yes"), ("marieke", "no")):
        with world.acting(name):
            side = Side.objects.get(person=world.people[name])
            answer(side=side, kind=kind, by=world.people[name], at=AT)
    with world.acting("riet"):
        write_message(introduction=both.id, words="Tot morgen.", by=world.riet, at=AT)
        say_how(introduction=both.id, went=Went(met=True, line="Fijn."), by=world.riet, at=AT)


def left_of_introductions() -> list[Any]:
    tables: list[Any] = [HowItWent, Introduction, IntroductionAnswer, IntroductionOutcome, Meeting, NotAgain, Side]
    return [*(one.objects.all() for one in tables), Letter.objects.filter(kind="message")]

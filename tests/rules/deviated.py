"""Rules, doing otherwise and what was weighed before, in the full neighbourhood: each rule lets somebody through."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.timezone import localdate

from nabij.people.models import Neighbourhood
from nabij.people.verbs import put_on
from nabij.trust.acting import acting_as, link
from nabij.weighing.decisions import Decision
from nabij.weighing.deviating import YES, Backs, Otherwise, back, deviate, look_back
from nabij.weighing.deviations import Deviation
from nabij.weighing.keeping_rules import Written, change_rule, end_rule, write_rule
from nabij.weighing.publishing import Retold, publish, take_back
from nabij.weighing.register import Rule
from tests.world import World

NURSE, WORKER = "wijkverpleegkundige", "wijkwerker"


def what_is_otherwise(world: World, keys: dict[str, Any]) -> dict[str, Any]:
    """Bram keeps three rules; Marieke deviates from the first, with Yusuf and (by a link) Jan; three are told."""
    here = Neighbourhood.objects.get(code="BU04390302")
    said: dict[str, Any] = {"by": world.bram, "at": timezone.now()}
    with world.acting("bram"):
        first = write_rule(neighbourhood=here, written=Written("Melden", "Alles melden.", NURSE), **said)
        second = write_rule(neighbourhood=here, written=Written("Traject", "Geen zonder.", WORKER), **said)
        second = change_rule(rule=second, written=Written("Traject", "Een gesprek telt.", WORKER), **said)
        third = write_rule(neighbourhood=here, written=Written("Huisregel", "Om tien uur dicht.", WORKER), **said)
        end_rule(rule=third, **said)
    otherwise = elsewise(world, "marieke", keys["decided"], rule=first, ask=("yusuf", "jan"))
    backs(world, "yusuf", otherwise)
    with acting_as(link(reader=world.jan.id, reach=otherwise.id)):
        back(deviation=otherwise.id, hat=world.hats["jan"].id, by=world.jan, at=timezone.now())
    with world.acting("marieke"):
        look_back(deviation=otherwise, words="Het helpt.", goes_on=True, by=world.marieke, at=timezone.now())
    with world.acting("marieke"):
        decided = Decision.objects.get(dilemma=keys["decided"])
    told = tell(world, "marieke", here, decision=decided)
    for who, ends in (("yusuf", "bram"), ("marieke", "marieke")):
        again = tell(world, who, here)
        with world.acting(ends):
            take_back(precedent=again, by=world.people[ends], at=timezone.now())
    return {"deviation": otherwise.id, "rule": second.id, "precedent": told}


def they_do_otherwise(world: World, keys: dict[str, Any]) -> None:
    """Riet backs another of Marieke's, does otherwise herself, looks back and tells it."""
    with world.acting("marieke"):
        rule = Rule.objects.get(id=keys["rule"])
    with world.acting("riet"):
        said: dict[str, Any] = {"role": "buurvrouw", "formal": False, "since": localdate()}
        world.hats["riet"] = put_on(person=world.riet, neighbourhood=rule.neighbourhood, **said)
        decided = Decision.objects.get(carried_by=world.riet)
    backs(world, "riet", elsewise(world, "marieke", keys["decided"], rule=rule, ask=("riet",)), no="Liever niet.")
    own = elsewise(world, "riet", decided.dilemma_id, rule=rule, ask=("marieke", "jan"))
    for who in ("marieke", "jan"):
        backs(world, who, own)
    with world.acting("riet"):
        look_back(deviation=own, words="Het was goed.", goes_on=False, by=world.riet, at=timezone.now())
        tell(world, "riet", rule.neighbourhood, decision=decided)


def elsewise(world: World, who: str, dilemma: UUID, *, rule: Rule, ask: Sequence[str]) -> Deviation:
    until = {"valid_until": localdate() + timedelta(days=60), "review_on": localdate() + timedelta(days=30)}
    with world.acting(who):
        return deviate(
            dilemma=dilemma,
            rule=rule,
            otherwise=Otherwise("Een uitzondering.", "Het past niet.", "Van een kind.", **until),
            by=world.people[who],
            at=timezone.now(),
            hat=world.hats[who].id,
            ask=[world.people[one] for one in ask],
        )


def backs(world: World, who: str, it: Deviation, *, no: str = "") -> None:
    said = Backs("no", no) if no else YES
    with world.acting(who):
        back(deviation=it.id, hat=world.hats[who].id, by=world.people[who], at=timezone.now(), backs=said)


def tell(world: World, who: str, here: Neighbourhood, *, decision: Decision | None = None) -> UUID:
    retold = Retold("Hoe doen we dit?", "Zo doen we dit.", "Het past.")
    said: dict[str, Any] = {"by": world.people[who], "at": timezone.now(), "hat": world.hats[who]}
    with world.acting(who):
        return publish(retold=retold, neighbourhood=here, decision=decision, **said).id

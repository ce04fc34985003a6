"""Who is forgotten stays as a voice without a name: the decision stands, and how two worked together goes."""

from nabij.memory.forgetting import forget
from nabij.trust.acting import acting_as, office
from nabij.weighing.models import (
    Came,
    Decision,
    Dilemma,
    DilemmaCircle,
    Participant,
    Perspective,
    Voice,
    WorkingTogether,
)
from tests.conftest import owner
from tests.memory.test_forgetting import granted
from tests.rules.weighed import riet_raises_one
from tests.weighing.street import Street, now, street
from tests.world import World

NAMED = (
    (Dilemma, "raised_by", "by_name"),
    (Participant, "person", "name"),
    (Perspective, "by", "by_name"),
    (Voice, "person", "name"),
    (Decision, "carried_by", "by_name"),
    (Came, "by", "by_name"),
)


def weighed(world: World) -> Street:
    """Riet spoke in Marieke's, and raised, decided and told one of her own."""
    there = street(world)
    there.speak("riet", 4, 3, 1)
    there.speak("fatima", 5, 2, 1)
    riet_raises_one(world)
    with owner():
        decision = Decision.objects.get()
        WorkingTogether.objects.create(decision=decision, person=world.riet, other=world.marieke, how="good", at=now())
        WorkingTogether.objects.create(decision=decision, person=world.marieke, other=world.riet, how="good", at=now())
    return there


def test_a_voice_stays_without_a_name_and_the_decision_stands(world: World) -> None:
    weighed(world)
    with acting_as(office("rights")):
        assert not Voice.objects.exists(), "not before it was granted"
    asked = granted(world)
    with world.acting("marieke"):
        proof = forget(request=asked, by=world.marieke, at=now())
    assert proof.counts["samenwerken"] == 2
    with owner():
        for table, whose, name in NAMED:
            rows = table._default_manager.filter(**{whose: world.riet})
            assert {getattr(one, name) for one in rows} == {"iemand"}, table
            assert not any(getattr(one, "role", "") for one in rows), table
        assert Voice.objects.filter(name="Fatima El Amrani").exists()
        assert Decision.objects.get().words == "Zo doe ik het."
        assert not WorkingTogether.objects.exists()
        assert not DilemmaCircle.objects.exists(), "where it was raised goes with the circle"

"""Who told how it was weighed goes; what they told names nobody, and stays."""

from datetime import timedelta

from nabij.memory.forgetting import forget
from nabij.people.models import Person
from nabij.people.verbs import note_person
from nabij.trust.retention import forget as forget_in_time
from nabij.weighing.models import Backing, BackingAsked, Deviation, Precedent, PrecedentTeller, Review
from tests.conftest import owner
from tests.memory.test_forgetting import granted
from tests.rules.deviated import tell
from tests.trust.aging import older
from tests.weighing.otherwise import elsewise
from tests.weighing.street import now, street
from tests.world import World

NAMED = (
    (Deviation, "by", "by_name"),
    (BackingAsked, "person", "name"),
    (Backing, "person", "name"),
    (Review, "by", "by_name"),
)


def test_backing_stays_without_a_name_and_who_told_it_goes(world: World) -> None:
    it = elsewise(street(world)).deviate("fatima", "tom")
    told = tell(world, "marieke", world.hats["marieke"].neighbourhood)
    with owner():
        Deviation.objects.update(by=world.riet)
        PrecedentTeller.objects.update(person=world.riet)
        BackingAsked.objects.filter(person=world.fatima).update(person=world.riet)
        said = {"deviation": it, "at": now()}
        Backing.objects.create(person=world.riet, name="Riet", role="buurvrouw", formal=False, kind="yes", **said)
        Review.objects.create(by=world.riet, by_name="Riet", words="Goed.", goes_on=True, **said)
    asked = granted(world)
    with world.acting("marieke"):
        proof = forget(request=asked, by=world.marieke, at=now())
    assert proof.counts["eerder-gekozen"] == 1
    with owner():
        for table, whose, name in NAMED:
            rows = table._default_manager.filter(**{whose: world.riet})
            assert {getattr(one, name) for one in rows} == {"iemand"}, table
            assert not any(getattr(one, "role", "") for one in rows), table
        assert Precedent.objects.filter(id=told, teller__isnull=True).exists()


def test_who_told_it_goes_in_time_and_what_they_told_stays(world: World) -> None:
    here = world.hats["marieke"].neighbourhood
    told = tell(world, "marieke", here)
    with world.acting("marieke"):
        other = note_person(known_as="iemand van vroeger", by=world.marieke, at=now())
    with owner():
        PrecedentTeller.objects.update(person=other, name="iemand van vroeger")
    for there in (True, False):
        assert forget_in_time(at=now()).left == {}
        with owner():
            assert PrecedentTeller.objects.exists() is there
        older(timedelta(days=400), tables=["people_person", "trust_noted", "trust_acquaintance"])
    with owner():
        assert Precedent.objects.filter(id=told).exists()
        assert not Person.objects.filter(id=other.id).exists()

"""Who is forgotten leaves no name around the agreement of the neighbourhood; the group's signature stays."""

from typing import Any

from django.utils import timezone

from nabij.bridge import agreeing
from nabij.bridge.agreements import AgreementParty, Penholder, Remark, Signature
from nabij.memory.forgetting import forget
from nabij.people.models import Group
from nabij.people.verbs import put_on
from nabij.trust.acting import acting_as, office
from tests.conftest import owner
from tests.memory.test_forgetting import granted
from tests.rules.agreed import what_is_agreed
from tests.world import World


def test_the_signature_of_a_group_stays_and_who_held_the_pen_is_nobody(world: World) -> None:
    keys, now = what_is_agreed(world), timezone.now()
    with acting_as(office("beheer")):
        walkers = Group.objects.get(name="Wandelaars")
        riets: dict[str, Any] = {"since": timezone.localdate(), "neighbourhood": walkers.neighbourhood}
        hat = put_on(person=world.riet, role="wandelt mee", formal=False, group=walkers, **riets)
    with world.acting("riet"):
        party = AgreementParty.objects.select_related("group", "agreement").get(
            agreement=keys["agreement"], group=walkers
        )
        agreeing.sign(party=party, by=world.riet, at=now)
        agreeing.remark(agreement=party.agreement, kind="", words="Mooi.", by=world.riet, hat=hat, at=now)
    with acting_as(office("rights")):
        assert (Remark.objects.all().delete()[0], Penholder.objects.all().delete()[0]) == (0, 0)
    asked = granted(world)
    with world.acting("marieke"):
        counts = forget(request=asked, by=world.marieke, at=now).counts
    assert (counts["afspraak-opmerkingen"], counts["afspraak-getekend"]) == (1, 1)
    with owner():
        assert {*Remark.objects.values_list("person", flat=True)} == {world.marieke.id}
        assert not Penholder.objects.filter(person=world.riet).exists()
        assert Signature.objects.filter(party=party).exists()

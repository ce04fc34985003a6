"""What the full neighbourhood agrees: a version that waits for one signature, one that was taken back, a remark."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from nabij.bridge import agreeing
from nabij.bridge.agreements import AgreementParty
from nabij.bridge.keeping_kinds import keep_kind
from nabij.people.models import Group, Neighbourhood
from nabij.people.verbs import put_on
from nabij.trust.acting import acting_as, office
from tests.world import World


def what_is_agreed(world: World) -> dict[str, Any]:
    """Marieke proposed and signed for her team, and said something; Fatima's group did not sign yet."""
    with acting_as(office("beheer")):
        here: dict[str, Any] = {"neighbourhood": Neighbourhood.objects.get(code="BU04390302")}
        team = Group.objects.create(name="Wijkteam", kind="team", formal=True, **here)
        walkers = Group.objects.create(name="Wandelaars", kind="initiative", formal=False, **here)
        said: dict[str, Any] = {"since": date(2025, 1, 1), **here}
        put_on(person=world.marieke, role="teamlid", formal=True, group=team, **said)
        put_on(person=world.fatima, role="wandelaar", formal=False, group=walkers, **said)
    line = agreeing.Line("walk", "initiatives", "Het klaproosje gaat mee.", answer_days=3)
    with world.acting("marieke"):
        by: dict[str, Any] = {"by": world.marieke, "at": timezone.now()}
        review = {"review_on": timezone.localdate() + timedelta(days=99), "why": "", "hat": world.hats["marieke"]}
        made = agreeing.propose(lines=[line], groups=[team, walkers], **here, **review, **by)
        agreeing.sign(party=AgreementParty.objects.get(agreement=made, group=team), **by)
        left = agreeing.propose(lines=[line], groups=[team, walkers], **here, **review, **by)
        agreeing.take_back(agreement=left, **by)
        hat = world.hats["marieke"]
        for words in (["moestuin"], ["moestuin", "volkstuin"]):
            said_here = {"key": "garden", "name": "", "words": words, "categories": []}
            keep_kind(hat=hat, **here, **said_here, **by)
        kept = agreeing.remark(agreement=made, kind="walk", words="Een mopperkontje.", hat=hat, **by)
    return {"agreement": made.id, "remark": kept.id}

"""A referral to a listing that brought help says that the listing is right, and nothing of whom it was about."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError
from django.utils import timezone

from nabij.bridge.models import Referral
from nabij.bridge.referring import Said, Words, refer, renew, step, to_service
from nabij.directory.models import Confirmation, Service
from nabij.directory.verbs import confirm
from nabij.trust.acting import NOBODY, acting_as, link, office
from tests.world import World


@pytest.fixture
def service(world: World) -> Service:
    with acting_as(office("beheer")):
        return Service.objects.create(name="Eettafel Oost", status="active", email="info@eettafel.example")


def brought(world: World, service: Service, outcome: str) -> Referral:
    """Jan asks it for Riet; whoever reads the mail of the listing says by their link how it went."""
    at = timezone.now()
    with world.acting("jan"):
        whom = to_service(service, by=world.jan, at=at)
        made = refer(about=world.riet, whom=whom, said=Said(what="Samen eten", ground="Ja."), by=world.jan, at=at)
    with acting_as(link(reader=whom.person.id, reach=made.id)):
        day = timezone.localdate(at) + timedelta(days=7)
        step(referral=made, state="accepted", by=whom.person, at=at, words=Words(hears_by=day), by_link=True)
        step(referral=made, state="completed", by=whom.person, at=at, words=Words(outcome=outcome), by_link=True)
    return made


def words() -> list[tuple[str, str, str]]:
    with acting_as(NOBODY):
        return list(Confirmation.objects.values_list("found", "said_by", "how"))


@pytest.mark.parametrize("outcome", ["hulp-gekregen", "deels"])
def test_what_brought_help_is_right_since_that_day(world: World, service: Service, outcome: str) -> None:
    brought(world, service, outcome)

    assert words() == [("right", "contact", "")]
    with acting_as(NOBODY):
        word = Confirmation.objects.get()
    assert word.by_id is None
    assert timezone.localtime(word.at).time().isoformat() == "00:00:00"


def test_what_brought_no_help_says_nothing(world: World, service: Service) -> None:
    brought(world, service, "geen-hulp")
    assert words() == []


def test_who_brought_nobody_there_says_nothing_in_this_voice(world: World, service: Service) -> None:
    made = brought(world, service, "geen-hulp")
    for actor in (NOBODY, link(reader=world.riet.id, reach=made.id)):
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(actor):
            renew(service=service.pk, at=timezone.now())
    with pytest.raises(ProgrammingError, match="row-level security"), world.acting("jan"):
        renew(service=service.pk, at=timezone.now())


def test_whose_referral_ended_well_speaks_of_that_listing_alone(world: World, service: Service) -> None:
    made = brought(world, service, "deels")
    with acting_as(office("beheer")):
        other = Service.objects.create(name="Soep", status="active")
    with acting_as(office("post")):
        reader = made.receivers.get().person_id
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(link(reader=reader, reach=made.id)):
        confirm(service=other, found=Confirmation.Found.RIGHT, by=None, at=made.at, said_by=Confirmation.Voice.CONTACT)

"""What somebody says of themselves is changed by that person and by nobody else, whatever a form may hold."""

from datetime import time

import pytest
from django.db import ProgrammingError, transaction

from nabij.people import own
from nabij.people.models import Hat, Person, ReachableHours, Strength, WayToReach
from nabij.people.verbs import put_on
from nabij.trust.acting import acting_as, office
from tests.world import AT, TODAY, World

OTHER = "row-level security"


def test_only_i_say_where_i_live_what_i_speak_and_through_whom_one_comes_in(world: World) -> None:
    def say_all() -> None:
        own.speak(by=world.riet, languages=["nl", "nl", "ti"])
        own.live_in(by=world.riet, street="Gasinjetstraat", neighbourhood=None)
        own.come_in_through(by=world.riet, community="de volkstuin", go_between=world.fatima, stand_in=None)

    with world.acting("fatima"):
        say_all()
    with world.acting("riet"):
        untouched = Person.objects.get(id=world.riet.id)
        assert (untouched.languages, untouched.street, untouched.community) == ([], "", "")
        say_all()
        said = Person.objects.get(id=world.riet.id)
        assert (said.languages, said.street, said.community) == (["nl", "ti"], "Gasinjetstraat", "de volkstuin")


def test_only_i_add_to_my_page_and_take_from_it(world: World) -> None:
    def add() -> list[Strength | ReachableHours | WayToReach]:
        own.be_reachable(by=world.riet, weekdays=[0], opens=time(9), closes=time(12))
        return [
            own.offer_strength(by=world.riet, kind="can", what="breien", open=False),
            own.be_reached(by=world.riet, kind="phone", value="06 00 00 00 63"),
            ReachableHours.objects.get(person=world.riet),
        ]

    with world.acting("marieke"), pytest.raises(ProgrammingError, match=OTHER), transaction.atomic():
        add()
    with world.acting("riet"):
        things = add()
    with world.acting("marieke"):
        for thing in things:
            type(thing).objects.filter(id=thing.id).delete()
    with world.acting("riet"):
        assert Strength.objects.count() == WayToReach.objects.count() == ReachableHours.objects.count() == 1
        for thing in things:
            own.take_back(thing)
        assert not (Strength.objects.exists() or WayToReach.objects.exists() or ReachableHours.objects.exists())


def test_only_i_change_and_take_off_my_own_hat(world: World) -> None:
    with world.acting("riet"):
        said = {"can": "koken", "cannot": "", "neighbourhood": world.riet.neighbourhood, "open": True}
        hat = own.put_on_own(by=world.riet, at=AT, role="buurvrouw", **said)  # type: ignore[arg-type]
    with world.acting("jan"):
        with pytest.raises(own.GrantedHat):
            own.take_off(hat=hat, by=world.riet, at=AT)
        with pytest.raises(own.GrantedHat):
            own.say_mandate(hat=hat, by=world.jan, can="alles", cannot="", open=True)
    with world.acting("riet"):
        own.say_mandate(hat=hat, by=world.riet, can="breien", cannot="tillen", open=False)
        own.take_off(hat=hat, by=world.riet, at=AT)
        hat.refresh_from_db()
        assert (hat.can, hat.cannot, hat.open, hat.until) == ("breien", "tillen", False, TODAY)


def test_a_granted_hat_is_changed_by_administration_alone(world: World) -> None:
    with acting_as(office("beheer")):
        granted = put_on(person=world.riet, role="wijkwerker", formal=True, since=TODAY)
    with world.acting("riet"):
        with pytest.raises(own.GrantedHat):
            own.take_off(hat=granted, by=world.riet, at=AT)
        assert Hat.objects.filter(id=granted.id).update(can="alles") == 0
    with acting_as(office("beheer")):
        assert Hat.objects.filter(id=granted.id).update(can="helpen") == 1

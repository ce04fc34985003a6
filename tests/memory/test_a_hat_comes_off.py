"""Taking off a hat: not the last one while something is carried in it; who is led on can give it away first."""

from datetime import datetime

import pytest
from django.utils import timezone

from nabij.bridge.introducing import propose, withdraw
from nabij.bridge.referring import Said, Whom, refer
from nabij.memory.hatless import CarriedInIt, take_off
from nabij.people.models import TakingOff
from nabij.people.own import put_on_own
from nabij.stories.verbs import keep, promise
from nabij.trust.models import Membership
from nabij.trust.verbs import leave
from tests.web.asking import logged_in
from tests.world import World


def test_the_last_hat_stays_on_while_something_is_carried_in_it(world: World) -> None:
    at, jans, hat = timezone.now(), logged_in(world, "jan"), world.hats["jan"]
    with world.acting("jan"):
        said = {"circle": world.riets_story.circle, "story": world.riets_story, "hat": hat}
        bread = promise(what="Brood halen", by=world.jan, at=at, **said)
        with pytest.raises(CarriedInIt, match=r"verhalen \(1\), wat je hebt beloofd \(1\)"):
            take_off(hat=hat, by=world.jan, at=at)
    led = jans.post(f"/mijn-pagina/petten/{hat.id}/einde/", follow=True)
    assert led.redirect_chain == [("/weggaan/", 302)]
    assert "In deze pet draag je nog: verhalen (1), wat je hebt beloofd (1)." in led.content.decode()
    with world.acting("jan"):
        assert not TakingOff.objects.filter(hat=hat).exists()
        keep(promise=bread, kept=True, by=world.jan, at=at)
        leave(membership=Membership.objects.current().get(person=world.jan, hat=hat), by=world.jan, at=at)
    assert jans.post(f"/mijn-pagina/petten/{hat.id}/einde/").headers["Location"] == "/mijn-pagina/"
    with world.acting("jan"):
        assert TakingOff.objects.filter(hat=hat).exists()


def test_what_is_carried_between_people_keeps_the_last_hat_on(world: World) -> None:
    at, hat = timezone.now(), world.hats["fatima"]
    with world.acting("jan"):
        whom = Whom(name="Fatima", person=world.fatima)
        refer(about=world.riet, whom=whom, said=Said(what="Een brief lezen", ground="Ze zei ja."), by=world.jan, at=at)
    with world.acting("fatima"):
        leave_all(world, "fatima", at=at)
        with pytest.raises(CarriedInIt, match=r"doorverwijzingen aan jou \(1\)"):
            take_off(hat=hat, by=world.fatima, at=at)


def test_whom_one_brings_together_in_a_hat_keeps_it_on_until_that_is_over(world: World) -> None:
    at, hat = timezone.now(), world.hats["marieke"]
    with world.acting("marieke"):
        made = propose(one=world.riet, other=world.jan, why="Jullie breien allebei", by=world.marieke, at=at, hat=hat)
        leave_all(world, "marieke", at=at)
        with pytest.raises(CarriedInIt, match=r"kennismakingen die jij voorstelde \(1\)"):
            take_off(hat=hat, by=world.marieke, at=at, why="Ik begin elders.")
        withdraw(introduction=made, by=world.marieke, at=at)
        assert take_off(hat=hat, by=world.marieke, at=at, why="Ik begin elders.")


def leave_all(world: World, name: str, *, at: datetime) -> None:
    for seat in Membership.objects.current().filter(person=world.people[name], as_resident=False):
        leave(membership=seat, by=world.people[name], at=at)


def test_what_was_typed_with_a_granted_hat_stays(world: World) -> None:
    marieke, hat = logged_in(world, "marieke"), world.hats["marieke"]
    refused = marieke.post(f"/mijn-pagina/petten/{hat.id}/einde/", {"why": "Ik begin elders."})
    assert refused.status_code == 400
    assert "In deze pet draag je nog" in refused.content.decode() and "Ik begin elders." in refused.content.decode()


def test_with_another_hat_on_one_goes_off(world: World) -> None:
    with world.acting("fatima"):
        said = {"role": "buurvrouw", "can": "", "cannot": "", "neighbourhood": None, "open": False}
        put_on_own(by=world.fatima, at=timezone.now(), **said)
        assert take_off(hat=world.hats["fatima"], by=world.fatima, at=timezone.now())

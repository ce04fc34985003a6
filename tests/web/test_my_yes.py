"""What I said yes to stands on my page, and is taken back there by me alone; what must stay says why."""

from datetime import timedelta

import pytest
from django.utils import timezone

from nabij.trust.acting import acting_as, office
from nabij.trust.consenting import consent
from nabij.trust.grounds import hold
from nabij.trust.models import Consent, Membership, Withdrawal
from tests.conftest import owner
from tests.web.asking import logged_in
from tests.world import World


@pytest.fixture
def given(world: World) -> Consent:
    """Riet says yes to Fatima reading along, in a circle whose purpose needs that."""
    circle = world.riets_story.circle
    with owner():
        circle.purpose.to_volunteers = False
        circle.purpose.save()
    with world.acting("riet"):
        return consent(
            person=world.riet,
            circle=circle,
            for_whom=world.fatima,
            informed="Aan de keukentafel.",
            by=world.riet,
            at=timezone.now(),
        )


def url(given: Consent) -> str:
    return f"/mijn/toestemmingen/{given.id}/intrekking/"


def test_my_yes_stands_there_and_i_take_it_back(world: World, given: Consent) -> None:
    riet = logged_in(world, "riet")
    page = riet.get("/mijn/").content.decode()
    assert "Fatima El Amrani mag meelezen in de kring" in page and "Uitgelegd: Aan de keukentafel." in page
    assert url(given) in page
    answer = riet.post(url(given), follow=True).content.decode()
    assert "Ingetrokken." in answer and url(given) not in answer
    with owner():
        assert Withdrawal.objects.get().by_id == world.riet.id
        assert not Membership.objects.current().filter(person=world.fatima, circle=given.circle_id).exists()
    assert "al teruggenomen" in riet.post(url(given), follow=True).content.decode()


def test_nobody_else_takes_it_back(world: World, given: Consent) -> None:
    for name in ("marieke", "fatima", "kim"):
        assert logged_in(world, name).post(url(given)).status_code == 404, name
        assert url(given) not in logged_in(world, name).get("/mijn/").content.decode()
    assert logged_in(world, "riet").get(url(given)).status_code == 405
    with owner():
        assert not Withdrawal.objects.exists()


def test_what_is_held_says_why_to_whom_it_is_about_and_to_nobody_else(world: World) -> None:
    with acting_as(office("beheer")):
        day = timezone.localdate() + timedelta(days=30)
        hold(person=world.riet.id, why="Een klacht over de wijkwerker.", by_name="Loes", until=day, at=timezone.now())
    assert "Een klacht over de wijkwerker." in logged_in(world, "riet").get("/mijn/").content.decode()
    for name in ("marieke", "kim"):
        assert "Een klacht" not in logged_in(world, name).get("/mijn/").content.decode(), name

"""Another hat, in one tap: only one's own, and back to the page one came from."""

from datetime import date

import pytest
from django.test import Client

from nabij.people.models import Account, Hat
from nabij.people.verbs import put_on
from nabij.trust.acting import acting_as, office
from tests.strong import strongly
from tests.world import World


@pytest.fixture
def neighbour(world: World) -> Hat:
    """Marieke is also a neighbour."""
    with acting_as(office("beheer")):
        return put_on(
            person=world.marieke,
            role="buurvrouw",
            formal=False,
            since=date(2025, 1, 1),
            neighbourhood=world.hats["marieke"].neighbourhood,
        )


@pytest.fixture
def marieke(world: World, client: Client) -> Client:
    with acting_as(office("door")):
        account = Account.objects.get(person=world.marieke)
    return strongly(client, account)


def role(client: Client) -> str:
    return client.get("/dit-is-er-niet/").wsgi_request.me.hat.role  # type: ignore[attr-defined]


def test_it_is_worn_from_the_next_page_on(marieke: Client, neighbour: Hat) -> None:
    assert role(marieke) == "wijkwerker"

    marieke.post("/pet/", {"hat": str(neighbour.id), "next": "/verhalen/"})

    assert role(marieke) == "buurvrouw"


def test_one_comes_back_to_where_one_was(marieke: Client, neighbour: Hat) -> None:
    assert marieke.post("/pet/", {"hat": str(neighbour.id), "next": "/verhalen/"}).headers["location"] == "/verhalen/"
    assert (
        marieke.post("/pet/", {"hat": str(neighbour.id), "next": "https://elders.example/"}).headers["location"] == "/"
    )


def test_somebody_elses_hat_stays_on_its_peg(world: World, marieke: Client, neighbour: Hat) -> None:
    assert marieke.post("/pet/", {"hat": str(world.hats["yusuf"].id)}).status_code == 404
    assert marieke.post("/pet/", {"hat": "geen pet"}).status_code == 404
    assert "hat" not in marieke.session
    assert marieke.post("/pet/", {"hat": str(neighbour.id)}).status_code == 302


@pytest.mark.django_db
def test_a_visitor_is_shown_the_log_in(client: Client) -> None:
    response = client.post("/pet/", {"hat": "x"})

    assert response.headers["location"].startswith("/inloggen/")


def test_its_page_says_what_somebody_can_and_whose_it_is(world: World, marieke: Client, neighbour: Hat) -> None:
    mine = marieke.get(f"/petten/{neighbour.id}/").content.decode()
    theirs = marieke.get(f"/petten/{world.hats['yusuf'].id}/").content.decode()

    assert "De pet van Marieke Bos" in mine
    assert "Zet deze pet op" in mine
    assert "De pet van Yusuf Demir" in theirs
    assert "Zet deze pet op" not in theirs


def test_the_page_of_a_closed_hat_is_not_there_for_a_stranger(world: World, client: Client) -> None:
    with acting_as(office("door")):
        accounts = {who: Account.objects.get(person=world.people[who]) for who in ("riet", "yusuf")}
    jan = f"/petten/{world.hats['jan'].id}/"

    strongly(client, accounts["riet"])
    assert client.get(jan).status_code == 200
    strongly(client, accounts["yusuf"])
    assert client.get(jan).status_code == 404

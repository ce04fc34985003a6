"""`nabij logout` and `nabij lostkeys`: what administration does when a telephone is lost."""

from allauth.mfa.models import Authenticator
from django.test import Client

from nabij.trust.acting import acting_as, office
from tests.cli.test_administration import refused, run
from tests.strong import strongly
from tests.web.test_strong_sessions import account, by_code, with_app
from tests.world import World

MARIEKE = "marieke@voorbeeld.example"


def test_somebody_is_logged_out_everywhere_and_others_are_not(world: World) -> None:
    marieke, kim = strongly(Client(), account(world, "marieke")), strongly(Client(), account(world, "kim"))
    assert run("logout", MARIEKE).endswith("1 keer uitgelogd.\n")
    assert marieke.get("/mijn/").status_code == 302
    assert kim.get("/mijn/").status_code == 200


def test_everybody_is_logged_out(world: World) -> None:
    for name in ("marieke", "kim"):
        strongly(Client(), account(world, name))
    assert run("logout").endswith("2 keer uitgelogd.\n")


def test_whoever_lost_their_app_makes_a_new_one(world: World) -> None:
    with_app(account(world, "marieke"))
    client = strongly(Client(), account(world, "marieke"))
    assert "maakt bij het inloggen een nieuwe passkey of app" in run("lostkeys", MARIEKE)
    with acting_as(office("door")):
        assert not Authenticator.objects.exists()
    assert client.get("/mijn/").status_code == 302
    assert "Maak het veilig" in by_code(Client(), "marieke").text


def test_nobody_of_that_address_is_said_so(world: World) -> None:
    for command in ("logout", "lostkeys"):
        assert "Niemand logt in met" in refused(command, "niemand@voorbeeld.example")

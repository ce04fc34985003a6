"""Asking again who somebody is before something sensitive, and coming back with what was begun."""

import re

from django.test import Client

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from nabij.trust.doors import Session
from tests.mailbox import delivered
from tests.strong import A_CODE, A_PASSKEY, strongly
from tests.web.test_strong_sessions import account, code_of_app, code_of_mail, with_app
from tests.world import World

AGAIN = "/inloggen/nog-eens/"
ALL = "/inloggen/apparaten/einde/"
HOUR = 3600
QUARTER = 900


def sessions_of(one: Account) -> int:
    with acting_as(office("door")):
        return Session.objects.filter(account=one).count()


def test_whoever_just_logged_in_goes_on_and_whoever_did_so_before_is_asked(world: World) -> None:
    fresh = strongly(Client(), account(world, "riet"), *A_CODE)
    assert fresh.get("/inloggen/manieren/app/").status_code == 200
    older = strongly(Client(), account(world, "riet"), *A_CODE, ago=QUARTER)
    assert older.get("/inloggen/manieren/app/")["Location"] == f"{AGAIN}?next=%2Finloggen%2Fmanieren%2Fapp%2F"
    assert older.get("/mijn/").status_code == 200


def test_a_code_in_the_mail_brings_a_resident_back(world: World) -> None:
    client = strongly(Client(), account(world, "riet"), *A_CODE, ago=QUARTER)
    asked = client.get("/inloggen/manieren/app/")["Location"]
    said = {"next": "/inloggen/manieren/app/"}
    client.post(asked, said | {"how": "send"})
    wrong = client.post(asked, said | {"how": "mail", "code": "ZZZZ-ZZZZ"})
    assert "Deze code klopt niet." in wrong.text
    before = client.session.session_key
    code = code_of_mail()
    assert client.post(asked, said | {"how": "mail", "code": code})["Location"] == "/inloggen/manieren/app/"
    assert client.get("/inloggen/manieren/app/").status_code == 200
    assert client.session.session_key != before


def test_that_code_works_once_five_tries_and_in_this_browser_alone(world: World) -> None:
    client = strongly(Client(), account(world, "riet"), *A_CODE, ago=QUARTER)
    client.post(AGAIN, {"how": "send"})
    code = code_of_mail()
    other = strongly(Client(), account(world, "riet"), *A_CODE, ago=QUARTER)
    assert other.post(AGAIN, {"how": "mail", "code": code}).status_code == 200
    assert client.post(AGAIN, {"how": "mail", "code": code}).status_code == 302
    assert client.post(AGAIN, {"how": "mail", "code": code}).status_code == 200
    client.post(AGAIN, {"how": "send"})
    for _ in range(5):
        client.post(AGAIN, {"how": "mail", "code": "ZZZZ-ZZZZ"})
    assert client.post(AGAIN, {"how": "mail", "code": code_of_mail()}).status_code == 200


def test_the_mail_is_not_enough_for_a_worker(world: World) -> None:
    with_app(account(world, "marieke"))
    client = strongly(Client(), account(world, "marieke"), *A_PASSKEY, ago=QUARTER)
    page = client.get(AGAIN)
    assert "Stuur mij een code" not in page.text
    client.post(AGAIN, {"how": "send"})
    assert not delivered()
    assert client.post(AGAIN, {"how": "app", "code": code_of_app(), "next": ALL})["Location"] == ALL


def test_what_was_filled_in_comes_along(world: World) -> None:
    client = strongly(Client(), account(world, "riet"), *A_CODE, ago=QUARTER)
    asked = client.post(ALL, {"why": "mijn <b>telefoon</b>", "more": ["a", "b"]})["Location"]
    assert sessions_of(account(world, "riet")) == 1
    client.post(asked, {"how": "send", "next": ALL})
    page = client.post(asked, {"how": "mail", "code": code_of_mail(), "next": ALL})
    assert f'action="{ALL}"' in page.text
    assert 'name="why" value="mijn &lt;b&gt;telefoon&lt;/b&gt;"' in page.text
    assert len(re.findall('name="more"', page.text)) == 2
    assert client.post(ALL, {"why": "x"})["Location"] == "/inloggen/"
    assert sessions_of(account(world, "riet")) == 0


def test_no_other_site_is_reached_through_it(world: World) -> None:
    client = strongly(Client(), account(world, "riet"), *A_CODE)
    client.post(AGAIN, {"how": "send"})
    answer = client.post(AGAIN, {"how": "mail", "code": code_of_mail(), "next": "//elders.example/"})
    assert answer["Location"] == "/"


def test_a_visitor_logs_in_first(client: Client, world: World) -> None:
    assert client.get(AGAIN)["Location"].startswith("/inloggen/?next=")


def test_in_a_demo_one_button_is_enough_and_elsewhere_it_is_nothing(world: World, settings) -> None:
    settings.DEMO = True
    shoes = strongly(Client(), account(world, "marieke"), {"method": "demo"}, ago=QUARTER)
    assert "dit is een voorbeeld" in shoes.get(AGAIN).text
    assert shoes.post(AGAIN, {"how": "demo"}).status_code == 302
    settings.DEMO = False
    real = strongly(Client(), account(world, "riet"), *A_CODE, ago=HOUR)
    assert real.post(AGAIN, {"how": "demo"}).status_code == 200

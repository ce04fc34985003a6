"""Who wears a formal hat shows two things before anything opens; everybody else may come with the code alone."""

import re
import time
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.test import Client
from django.utils import timezone

from nabij.people.models import Account, Hat
from nabij.people.verbs import put_on
from nabij.trust.acting import acting_as, office
from nabij.trust.administering import appoint
from nabij.web.login.strength import strong
from tests.mailbox import code_mail, delivered
from tests.strong import A_CODE, A_PASSKEY, strongly
from tests.world import World

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
STEP = "/inloggen/tweede-stap/"
INSIDE = ["/", "/verhalen/", "/mijn/", "/buurt/", "/kaart/"]
ABOUT_LOG_IN = [
    "/inloggen/manieren/",
    "/inloggen/manieren/app/einde/",
    "/inloggen/manieren/noodcodes/",
    "/inloggen/apparaten/",
]
APP = {"method": "mfa", "type": "totp"}


def account(world: World, name: str) -> Account:
    with acting_as(office("door")):
        return Account.objects.get(person=world.people[name])


def code_of_mail() -> str:
    found = re.search(r"^    (\S+)$", str(code_mail().body), re.MULTILINE)
    assert found
    return found[1]


def code_of_app() -> str:
    return format_hotp_value(hotp_value(SECRET, int(time.time()) // 30))


def with_app(one: Account) -> list[str]:
    """Ties an app to the account; returns its emergency codes."""
    with acting_as(office("door")):
        TOTP.activate(one, SECRET)
        codes = RecoveryCodes.activate(one)
        return list(codes.get_unused_codes())


def by_code(client: Client, name: str):
    client.post("/inloggen/", {"login": f"{name}@voorbeeld.example"})
    return client.post("/inloggen/code/", {"code": code_of_mail()}, follow=True)


@pytest.mark.parametrize("path", INSIDE)
def test_a_worker_with_the_code_alone_reaches_nothing_and_a_volunteer_does(world: World, path: str) -> None:
    worker = strongly(Client(), account(world, "marieke"), *A_CODE)
    assert worker.get(path)["Location"].startswith(STEP)
    assert worker.post(path, {"line": "iets"})["Location"].startswith(STEP)

    volunteer = strongly(Client(), account(world, "fatima"), *A_CODE)
    assert volunteer.get(path, follow=True).redirect_chain in ([], [("/verhalen/", 302)], [("/buurt/BU04390302/", 302)])


@pytest.mark.parametrize("path", ["/", "/beheer/", "/beheer/mensen/"])
def test_an_administrator_without_a_hat_of_work_shows_two_things_as_well(world: World, path: str) -> None:
    """Whoever gives hats and changes addresses opens the same doors as whoever wears them."""
    keeper = account(world, "fatima")
    with acting_as(office("beheer")):
        appoint(person=world.fatima, by=None, at=timezone.now())
    assert strongly(Client(), keeper, *A_CODE).get(path)["Location"].startswith(STEP)
    with_passkey = strongly(Client(), keeper, *A_PASSKEY)
    assert with_passkey.get(path, follow=True).status_code == 200


@pytest.mark.parametrize("path", ABOUT_LOG_IN)
def test_nor_the_pages_about_logging_in_themselves(world: World, path: str) -> None:
    worker = strongly(Client(), account(world, "marieke"), *A_CODE)
    assert worker.get(path)["Location"].startswith((STEP, "/inloggen/tweede"))
    with_passkey = strongly(Client(), account(world, "marieke"), *A_PASSKEY)
    assert with_passkey.get(path).status_code in (200, 404)


@pytest.mark.parametrize(
    ("ways", "enough"),
    [
        ([], False),
        (A_CODE, False),
        ([{"method": "socialaccount"}], False),
        ([{"method": "demo"}], False),
        ([APP], False),
        ([*A_CODE, APP], True),
        ([*A_CODE, {"method": "mfa", "type": "recovery_codes"}], True),
        ([{"method": "socialaccount"}, APP], True),
        ([{"method": "socialaccount"}, {"method": "mfa", "type": "provider"}], True),
        (A_PASSKEY, True),
    ],
)
def test_what_counts_as_two_things(ways, enough: bool, settings) -> None:
    settings.DEMO = False
    assert strong(ways) is enough


def test_the_shoes_of_a_demo_are_strong_in_a_demo_alone(settings) -> None:
    settings.DEMO = True
    assert strong([{"method": "demo"}])
    settings.DEMO = False
    assert not strong([{"method": "demo"}])


def test_whoever_has_no_second_thing_makes_one_first(world: World) -> None:
    client = Client()
    page = by_code(client, "marieke")
    assert page.redirect_chain[-1][0].startswith(STEP)
    assert "Maak een passkey" in page.text
    assert "Gebruik een app" in page.text
    assert client.get("/inloggen/manieren/app/").status_code == 200


def test_an_app_made_there_opens_the_rest_and_gives_emergency_codes(world: World) -> None:
    client = Client()
    by_code(client, "marieke")
    page = client.get("/inloggen/manieren/app/")
    assert client.get("/inloggen/manieren/app/plaatje.svg")["Content-Type"] == "image/svg+xml"
    secret = client.session["mfa.totp.secret"]
    assert secret[:4] in page.text
    wrong = client.post("/inloggen/manieren/app/", {"code": "000000"})
    assert "Dat klopte niet." in wrong.text
    typed = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    page = client.post("/inloggen/manieren/app/", {"code": typed}, follow=True)
    assert len(re.findall(r"<li>\d{4} \d{4} \d{4}</li>", page.text)) == 10
    assert client.get("/verhalen/").status_code == 200
    with acting_as(office("door")):
        kept = Authenticator.objects.get(user=account(world, "marieke"), type="totp")
    assert secret not in str(kept.data)  # Encrypted: the table alone gives no codes.
    assert client.get("/inloggen/manieren/noodcodes/")["Location"] == "/inloggen/manieren/"


def test_after_the_code_comes_the_app_and_only_then_a_session(world: World) -> None:
    with_app(account(world, "marieke"))
    client = Client()
    page = by_code(client, "marieke")
    assert page.redirect_chain[-1][0] == "/inloggen/stap/"
    assert client.get("/verhalen/")["Location"].startswith("/inloggen/?next=")
    assert "Dat klopte niet." in client.post("/inloggen/stap/", {"code": "000000"}).text
    assert client.post("/inloggen/stap/", {"code": code_of_app()})["Location"] == "/"
    assert client.get("/verhalen/").status_code == 200


def test_a_code_of_the_app_works_once(world: World) -> None:
    with_app(account(world, "marieke"))
    typed = code_of_app()
    one, other = Client(), Client()
    by_code(one, "marieke")
    assert one.post("/inloggen/stap/", {"code": typed}).status_code == 302
    by_code(other, "marieke")
    assert other.post("/inloggen/stap/", {"code": typed}).status_code == 200


def test_an_emergency_code_works_once_too(world: World) -> None:
    codes = with_app(account(world, "marieke"))
    one, other = Client(), Client()
    by_code(one, "marieke")
    assert one.post("/inloggen/stap/", {"code": codes[0]}).status_code == 302
    by_code(other, "marieke")
    assert other.post("/inloggen/stap/", {"code": codes[0]}).status_code == 200
    assert other.post("/inloggen/stap/", {"code": codes[1]}).status_code == 302


def test_ten_wrong_codes_of_an_app_stop_the_guessing_for_a_while(world: World) -> None:
    with_app(account(world, "marieke"))
    client = Client()
    by_code(client, "marieke")
    for _ in range(10):
        page = client.post("/inloggen/stap/", {"code": "000000"})
    page = client.post("/inloggen/stap/", {"code": code_of_app()})
    assert "Dat ging te vaak mis." in page.text


def test_a_formal_hat_that_comes_later_ends_weak_access_at_the_next_page(world: World) -> None:
    client = strongly(Client(), account(world, "riet"), *A_CODE)
    assert client.get("/mijn/").status_code == 200
    with acting_as(office("beheer")):
        granted = put_on(person=world.riet, role="wijkwerker", formal=True, since=timezone.localdate())
    assert client.get("/mijn/")["Location"].startswith(STEP)
    with acting_as(office("beheer")):
        Hat.objects.filter(id=granted.id).update(
            since=timezone.localdate() - timedelta(days=9), until=timezone.localdate() - timedelta(days=1)
        )
    assert client.get("/mijn/").status_code == 200


def test_whoever_has_a_second_thing_cannot_go_round_it_by_making_another(world: World) -> None:
    with_app(account(world, "marieke"))
    client = strongly(Client(), account(world, "marieke"), *A_CODE)
    for path in ("passkeys/", "app/", "app/plaatje.svg", "noodcodes/"):
        assert client.get(f"/inloggen/manieren/{path}")["Location"].startswith(STEP)
    assert client.post("/inloggen/manieren/noodcodes/nieuw/")["Location"].startswith(STEP)
    assert "Stuur mij een code" not in client.get(STEP).text
    assert client.post(STEP, {"how": "send"}).status_code == 200
    assert not delivered()
    assert client.get("/verhalen/")["Location"].startswith(STEP)
    assert client.post(STEP, {"how": "app", "code": code_of_app(), "next": "/verhalen/"})["Location"] == "/verhalen/"
    assert client.get("/verhalen/").status_code == 200


def test_a_key_of_before_the_second_step_is_worth_nothing_after_it(world: World) -> None:
    with_app(account(world, "marieke"))
    client = strongly(Client(), account(world, "marieke"), *A_CODE)
    before = client.session.session_key
    client.post(STEP, {"how": "app", "code": code_of_app()})
    assert client.session.session_key != before
    assert not client.session.exists(before)


def test_the_last_second_thing_of_a_worker_stays_and_a_resident_may_take_it_away(world: World) -> None:
    for name, stays in (("marieke", True), ("riet", False)):
        one = account(world, name)
        with_app(one)
        client = strongly(Client(), one)
        page = client.post("/inloggen/manieren/app/einde/", follow=True)
        assert ("Dit is je laatste." in page.text) is stays
        with acting_as(office("door")):
            assert Authenticator.objects.filter(user=one, type="totp").exists() is stays


def test_the_thing_of_another_cannot_be_taken_away(world: World) -> None:
    with acting_as(office("door")):
        theirs = Authenticator.objects.create(
            user=account(world, "riet"), type="webauthn", data={"name": "telefoon", "credential": {}}
        )
    client = strongly(Client(), account(world, "marieke"))
    assert client.post(f"/inloggen/manieren/passkeys/{theirs.pk}/").status_code == 404


def test_whoever_waits_long_before_making_the_first_one_shows_the_mail_again(world: World) -> None:
    client = strongly(Client(), account(world, "marieke"), *A_CODE, ago=3600)
    asked = client.get("/inloggen/manieren/app/")["Location"]
    said = {"next": "/inloggen/manieren/app/"}
    client.post(asked, said | {"how": "send"})
    client.post(asked, said | {"how": "mail", "code": code_of_mail()})
    assert client.get("/inloggen/manieren/app/").status_code == 200
    assert client.get("/verhalen/")["Location"].startswith(STEP)


def test_stepping_into_the_shoes_of_a_worker_opens_their_pages_in_a_demo(world: World, settings) -> None:
    settings.DEMO = True
    client = Client()
    client.post("/demo/schoenen/", {"account": account(world, "marieke").pk})
    assert client.get("/verhalen/").status_code == 200
    settings.DEMO = False
    assert client.get("/verhalen/")["Location"].startswith(STEP)


def test_htmx_goes_there_with_the_whole_page(world: World) -> None:
    client = strongly(Client(), account(world, "marieke"), *A_CODE)
    assert client.get("/verhalen/", headers={"hx-request": "true"})["HX-Redirect"].startswith(STEP)


def test_a_resident_with_a_passkey_may_still_come_by_code(world: World) -> None:
    """Losing a telephone must not lose the story; whoever chose an app is asked for it."""
    with acting_as(office("door")):
        Authenticator.objects.create(
            user=account(world, "riet"), type="webauthn", data={"name": "telefoon", "credential": {}}
        )
    assert by_code(Client(), "riet").redirect_chain[-1][0] not in (STEP, "/inloggen/stap/")
    with_app(account(world, "fatima"))
    assert by_code(Client(), "fatima").redirect_chain[-1][0] == "/inloggen/stap/"


def test_the_letters_of_log_in_hold_no_person_when_told(world: World, capsys, caplog) -> None:
    with_app(account(world, "marieke"))
    client = Client()
    by_code(client, "marieke")
    client.post("/inloggen/stap/", {"code": "000000"})
    client.post("/inloggen/stap/", {"code": code_of_app()})
    written = capsys.readouterr()
    said = written.out + written.err + caplog.text
    assert "second_step_failed" in said
    assert "logged_in" in said
    assert "marieke" not in said.lower()

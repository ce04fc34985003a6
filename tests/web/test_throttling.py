"""Asking for codes too often is stopped, for known and unknown addresses alike, and locks out nobody but the asker."""

import re
import time

import pytest
from django.conf import settings
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nabij.trust.acting import acting_as, office
from nabij.web.models import Tally
from tests.mailbox import delivered
from tests.strong import A_PASSKEY, strongly
from tests.web.test_strong_sessions import account, by_code, code_of_mail
from tests.world import World

pytestmark = pytest.mark.usefixtures("world")
SLOWLY = "Even geduld. Vraag over een paar minuten een nieuwe code."
RIET, NOBODY = "riet@voorbeeld.example", "niemand@voorbeeld.example"


def ask(client: Client, address: str):
    return client.post("/inloggen/", {"login": address}, follow=True)


def elsewhere(number: int) -> Client:
    """A browser at another address of the internet."""
    return Client(REMOTE_ADDR=f"10.0.{number}.1")


@pytest.mark.parametrize("address", [RIET, NOBODY])
def test_the_fourth_code_in_a_minute_waits_whoever_it_is(address: str) -> None:
    pages = [ask(elsewhere(number), address) for number in range(4)]
    assert [SLOWLY in page.text for page in pages] == [False, False, False, True]
    assert len(delivered()) == 3


def test_known_and_unknown_addresses_get_the_same_words_when_throttled() -> None:
    said = {}
    for address in (RIET, NOBODY):
        for number in range(3):
            ask(elsewhere(number), address)
        said[address] = re.sub(
            r"\S+@voorbeeld.example|csrfmiddlewaretoken\S* value=\S+", "", ask(Client(), address).text
        )
    assert said[RIET] == said[NOBODY]


def test_hammering_an_address_from_everywhere_does_not_lock_its_owner_out_of_a_browser_they_used(world: World) -> None:
    at_home = Client()
    by_code(at_home, "riet")
    at_home.post("/inloggen/uit/")
    for number in range(40):
        ask(elsewhere(number), RIET)
    assert SLOWLY in ask(elsewhere(50), RIET).text
    assert SLOWLY not in ask(at_home, RIET).text
    at_home.post("/inloggen/code/", {"code": code_of_mail()})
    assert at_home.get("/mijn/").status_code == 200


def test_nor_does_it_touch_a_passkey_or_a_session_that_is_there(world: World) -> None:
    client = strongly(Client(), account(world, "riet"), *A_PASSKEY)
    for number in range(10):
        ask(elsewhere(number), RIET)
    assert client.get("/mijn/").status_code == 200
    options = Client().get("/inloggen/passkey/", headers={"x-requested-with": "XMLHttpRequest"})
    assert options.json()["request_options"]["publicKey"]["userVerification"] == "required"


def test_wrong_codes_of_an_attacker_do_not_spoil_the_code_of_the_owner(world: World) -> None:
    owner, attacker = Client(), elsewhere(9)
    ask(owner, RIET)
    code = code_of_mail()
    ask(attacker, RIET)
    for _ in range(6):
        attacker.post("/inloggen/code/", {"code": "ZZZZ-ZZZZ"})
    owner.post("/inloggen/code/", {"code": code})
    assert owner.get("/mijn/").status_code == 200


def test_a_cookie_that_says_it_was_here_before_is_signed(world: World) -> None:
    forger = Client()
    forger.cookies[settings.KNOWN_COOKIE_NAME] = str(account(world, "riet").pk)
    for number in range(3):
        ask(elsewhere(number), RIET)
    assert SLOWLY in ask(forger, RIET).text


def test_one_address_of_the_internet_cannot_ask_for_everybody() -> None:
    pages = [ask(Client(REMOTE_ADDR="10.1.1.1"), f"iemand{number}@voorbeeld.example") for number in range(21)]
    assert SLOWLY in pages[-1].text
    assert SLOWLY not in ask(elsewhere(3), "iemand3@voorbeeld.example").text


def test_a_proxy_is_believed_only_when_the_settings_name_it(settings) -> None:
    settings.NABIJ_PROXIES = 1
    for number in range(25):
        page = Client(headers={"x-forwarded-for": f"9.9.9.9, 10.2.0.{number}"}).post(
            "/inloggen/", {"login": f"a{number}@voorbeeld.example"}, follow=True
        )
        assert SLOWLY not in page.text
    settings.NABIJ_PROXIES = 0
    for number in range(21):
        page = Client(headers={"x-forwarded-for": f"10.3.0.{number}"}).post(
            "/inloggen/", {"login": f"b{number}@voorbeeld.example"}, follow=True
        )
    assert SLOWLY in page.text


def test_the_counting_stands_in_the_database_where_all_processes_share_it() -> None:
    ask(Client(), RIET)
    with acting_as(office("door")):
        kept = list(Tally.objects.values_list("key", flat=True))
    assert len(kept) >= 4
    assert not [key for key in kept if "riet" in key]


def test_known_and_unknown_addresses_take_the_same_work_and_wait_for_no_mail_server(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stuck(self, messages):
        raise AssertionError("a mail server was asked within a request")

    work = {}
    monkeypatch.setattr(EmailBackend, "send_messages", stuck)
    for number, address in enumerate((RIET, NOBODY)):
        client = elsewhere(number)
        with CaptureQueriesContext(connection) as seen:
            begun = time.perf_counter()
            client.post("/inloggen/", {"login": address})
            took = time.perf_counter() - begun
        work[address] = (len(seen.captured_queries), took)
    monkeypatch.undo()
    assert work[RIET][0] == work[NOBODY][0]
    assert abs(work[RIET][1] - work[NOBODY][1]) < 0.5
    assert [one.to for one in delivered()] == [[RIET], [NOBODY]]

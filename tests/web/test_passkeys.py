"""What the server believes of a passkey: its own challenge, this site, a recognised finger, the right key; once."""

import json
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from tests.passkeys import OTHER_KEY, made, shown
from tests.strong import A_CODE, strongly
from tests.web.test_strong_sessions import account
from tests.world import World

MINE = "/mijn/"
LIES: dict[str, dict[str, Any]] = {
    "nobody was recognised": {"verified": False},
    "shown on another site": {"origin": "https://testserver.elders.example"},
    "signed with another key": {"key": OTHER_KEY},
}


@pytest.fixture
def marieke(world: World) -> Account:
    one = account(world, "marieke")
    with acting_as(office("door")):
        Authenticator.objects.create(user=one, type="webauthn", data={"name": "telefoon", "credential": made()})
    return one


def options(client: Client) -> dict[str, Any]:
    answer = client.get("/inloggen/passkey/", headers={"x-requested-with": "XMLHttpRequest"})
    asked: dict[str, Any] = answer.json()["request_options"]
    return asked


def send(client: Client, credential: dict[str, Any], **more: str):
    return client.post("/inloggen/passkey/", {"credential": json.dumps(credential), **more}, follow=True, secure=True)


def is_in(client: Client) -> bool:
    return client.get(MINE).status_code == 200


def test_a_good_passkey_lets_a_worker_in_at_once_and_where_they_were_going(marieke: Account) -> None:
    client = Client()
    page = send(client, shown(options(client), account=marieke.pk), next=MINE)
    assert page.redirect_chain[-1][0] == MINE
    assert is_in(client)


@pytest.mark.parametrize("lie", LIES)
def test_a_passkey_that_lies_opens_nothing_and_says_so(marieke: Account, lie: str, capsys: Any) -> None:
    client = Client()
    page = send(client, shown(options(client), account=marieke.pk, **LIES[lie]))
    assert "Dat klopte niet. Probeer het nog eens." in page.text
    assert not is_in(client)
    said = capsys.readouterr()
    assert "log_in_failed" in said.out + said.err


def test_a_passkey_is_not_believed_for_another_account_or_nobody(marieke: Account, world: World) -> None:
    for other in (account(world, "kim").pk, 0, 999_999):
        client = Client()
        send(client, shown(options(client), account=other))
        assert not is_in(client)


def test_an_answer_is_believed_once_and_in_the_browser_that_was_asked(marieke: Account) -> None:
    client, other = Client(), Client()
    options(other)
    answer = shown(options(client), account=marieke.pk)
    send(other, answer)
    assert not is_in(other)
    send(client, answer)
    assert is_in(client)
    client.post("/inloggen/uit/")
    send(client, answer)
    assert not is_in(client)


def test_an_account_that_is_switched_off_stays_out(marieke: Account) -> None:
    with acting_as(office("beheer")):
        Account.objects.filter(pk=marieke.pk).update(is_active=False)
    client = Client()
    assert send(client, shown(options(client), account=marieke.pk)).redirect_chain[-1][0] == "/inloggen/gesloten/"
    assert not is_in(client)


NONSENSE = [
    "geen json",
    "{}",
    "[1]",
    "null",
    '"x"',
    '{"id": 1}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "AA", "userHandle": "MQ"}}',
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "AA", "attestationObject": "AA",'
    ' "authenticatorData": "AA", "signature": "AA", "userHandle": "!"}}',
]


@pytest.mark.parametrize("credential", NONSENSE)
def test_nonsense_is_refused_on_every_page_that_takes_a_passkey(marieke: Account, credential: str) -> None:
    said = {"credential": credential, "name": "x"}
    visitor = Client()
    options(visitor)
    assert visitor.post("/inloggen/passkey/", said, follow=True).redirect_chain == [("/inloggen/", 302)]
    assert not is_in(visitor)
    fresh = strongly(Client(), marieke)
    assert fresh.post("/inloggen/manieren/passkeys/", said).status_code == 200
    halfway = strongly(Client(), marieke, *A_CODE)
    assert halfway.post("/inloggen/tweede-stap/", said).status_code == 200
    assert not is_in(halfway)
    with acting_as(office("door")):
        assert Authenticator.objects.filter(user=marieke).count() == 1

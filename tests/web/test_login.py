"""Logging in by the code in a mail: whoever belongs here gets in, and nobody learns who else does."""

import re

import pytest
from django.test import Client

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from tests.mailbox import delivered

ADDRESS = "riet@voorbeeld.example"
pytestmark = pytest.mark.usefixtures("world")


def ask_code(client: Client, address: str = ADDRESS, **more: str):
    return client.post("/inloggen/", {"login": address, **more}, follow=True)


def code() -> str:
    found = re.search(r"^    (\S+)$", delivered()[-1].body, re.MULTILINE)
    assert found
    return found[1]


def logged_in(client: Client) -> bool:
    return client.get("/inloggen/uit/").status_code == 200


def test_the_code_from_the_mail_lets_in(client):
    page = ask_code(client)
    assert page.redirect_chain == [("/inloggen/code/", 302)]
    assert 'autocomplete="one-time-code"' in page.text
    assert not logged_in(client)
    assert client.post("/inloggen/code/", {"code": code()})["Location"] == "/"
    assert logged_in(client)
    with acting_as(office("door")):
        assert Account.objects.get(email=ADDRESS).last_login


def test_the_mail_is_calm_short_and_keeps_the_code_out_of_its_subject(client):
    ask_code(client)
    (sent,) = delivered()
    assert sent.to == [ADDRESS]
    assert sent.subject == "Je code voor Nabij"
    assert code() not in sent.subject
    assert "De code werkt tien minuten." in sent.body
    assert "testserver" not in sent.body


def test_capitals_in_the_address_do_not_matter(client):
    ask_code(client, " Riet@Voorbeeld.Example ")
    client.post("/inloggen/code/", {"code": code().lower()})
    assert logged_in(client)


def test_after_it_one_comes_where_one_was_going(client):
    page = client.get("/verhalen/", follow=True)
    (asked,) = page.redirect_chain
    assert asked[0] == "/inloggen/?next=/verhalen/"
    page = ask_code(client, next="/verhalen/")
    assert 'value="/verhalen/"' in page.text
    assert client.post("/inloggen/code/", {"code": code(), "next": "/verhalen/"})["Location"] == "/verhalen/"


def test_a_code_works_once_and_in_the_browser_that_asked_for_it(client):
    ask_code(client)
    used = code()
    other = Client()
    ask_code(other, "kim@voorbeeld.example")
    other.post("/inloggen/code/", {"code": used})
    assert not logged_in(other)
    client.post("/inloggen/code/", {"code": used})
    client.post("/inloggen/uit/")
    page = client.post("/inloggen/code/", {"code": used}, follow=True)
    assert "Deze code werkt niet meer. Vraag hieronder een nieuwe." in page.text
    assert not logged_in(client)


def test_no_other_site_is_reached_through_it(client):
    ask_code(client, next="https://elders.example/")
    answer = client.post("/inloggen/code/", {"code": code(), "next": "https://elders.example/"})
    assert answer["Location"] == "/"


def test_an_unknown_address_sees_the_same_page_and_gets_a_calm_mail(client):
    known, unknown = ask_code(client), ask_code(Client(), "niemand@voorbeeld.example")
    assert known.redirect_chain == unknown.redirect_chain
    same = re.compile(r"\S+@voorbeeld.example|csrfmiddlewaretoken\S* value=\S+")
    assert same.sub("", known.text) == same.sub("", unknown.text)
    to_unknown = delivered()[-1]
    assert to_unknown.to == ["niemand@voorbeeld.example"]
    assert "hoort hier geen account" in to_unknown.body


@pytest.mark.parametrize("typed", ["riet", "riet@", "riet voorbeeld@x"])
def test_an_address_that_is_none_gets_a_sentence_and_stays(client, typed):
    page = ask_code(client, typed)
    assert "Dit is geen mailadres. Het ziet eruit als naam@voorbeeld.nl." in page.text
    assert f'value="{typed}"' in page.text
    assert not delivered()


def test_nothing_typed_gets_a_sentence_too(client):
    assert "Vul je mailadres in." in ask_code(client, "").text
    ask_code(client)
    assert "Vul de code uit de mail in." in client.post("/inloggen/code/", {"code": ""}).text


def test_a_wrong_code_gets_a_sentence_and_another_try(client):
    ask_code(client)
    page = client.post("/inloggen/code/", {"code": "ZZZZZZ"})
    assert "Deze code klopt niet. Kijk nog eens in de mail." in page.text
    client.post("/inloggen/code/", {"code": code()})
    assert logged_in(client)


def test_after_five_wrong_codes_the_right_one_is_worth_nothing(client):
    ask_code(client)
    for _ in range(5):
        page = client.post("/inloggen/code/", {"code": "ZZZZZZ"}, follow=True)
    assert "Dat ging te vaak mis." in page.text
    assert f'value="{ADDRESS}"' in page.text, "who must ask anew types nothing twice"
    client.post("/inloggen/code/", {"code": code()})
    assert not logged_in(client)


def test_an_old_code_is_said_to_be_old_and_where_one_was_going_is_kept(client, settings):
    ask_code(client)
    settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT = -1
    page = client.post("/inloggen/code/", {"code": code(), "next": "/verhalen/"}, follow=True)
    assert "Deze code werkt niet meer. Vraag hieronder een nieuwe." in page.text
    assert page.redirect_chain[-1][0] == "/inloggen/?next=/verhalen/"
    assert not logged_in(client)


def test_a_new_code_can_be_asked_for_and_replaces_the_old(client):
    ask_code(client)
    old = code()
    client.post("/inloggen/code/", {"action": "resend"})
    assert len(delivered()) == 2
    client.post("/inloggen/code/", {"code": old})
    assert not logged_in(client)
    client.post("/inloggen/code/", {"code": code()})
    assert logged_in(client)


def test_logging_out_asks_first_and_then_forgets_everything(client):
    ask_code(client)
    client.post("/inloggen/code/", {"code": code()})
    session = client.session.session_key
    assert "Wil je uitloggen?" in client.get("/inloggen/uit/").text
    assert logged_in(client)
    assert client.post("/inloggen/uit/")["Location"] == "/"
    assert not logged_in(client)
    assert not client.session.exists(session)


def test_pages_of_people_are_kept_by_no_browser_and_public_ones_may_be(client):
    assert "Cache-Control" not in client.get("/wie-ziet-wat/")
    ask_code(client)
    client.post("/inloggen/code/", {"code": code()})
    assert client.get("/wie-ziet-wat/")["Cache-Control"] == "no-store"


def test_nobody_signs_up_by_themselves(client):
    page = client.get("/inloggen/meedoen/")
    assert "nodigt je uit" in page.text
    assert client.post("/inloggen/meedoen/", {"email": "nieuw@voorbeeld.example"}).status_code == 405


@pytest.mark.parametrize("path", ["password/reset/", "password/change/", "email/", "signup/", "reauthenticate/"])
def test_the_other_doors_of_allauth_are_closed(client, path):
    assert client.get(f"/inloggen/{path}").status_code == 404


def test_a_closed_account_gets_no_code_that_works(client):
    with acting_as(office("beheer")):
        Account.objects.filter(email=ADDRESS).update(is_active=False)
    ask_code(client)
    assert "hoort hier geen account" in delivered()[-1].body

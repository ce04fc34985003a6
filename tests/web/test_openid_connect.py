"""Logging in with a provider: who has an account here gets in; a provider that lies gets one sentence, and nothing."""

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.test import Client

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from nabij.trust.doors import Session
from tests.conftest import owner
from tests.providers import CLIENT, Liar, lying_provider
from tests.strong import A_CODE, mark, strongly
from tests.web.test_strong_sessions import account, code_of_app, with_app
from tests.world import World

MINE = "/mijn/"
REFUSED = "Inloggen met Gemeente lukte niet. Er is niets veranderd."
RIET = {"sub": "s-1", "email": "riet@voorbeeld.example", "email_verified": True}


@pytest.fixture(scope="module")
def started() -> Iterator[Liar]:
    with lying_provider() as liar:
        yield liar


@pytest.fixture
def liar(started: Liar, settings: Any, world: World) -> Liar:
    """A provider that is honest about Riet until a test makes it lie."""
    started.claims, started.info, started.config = dict(RIET), {}, {}
    started.signing, started.algorithm, started.down = started.key, "RS256", False
    settings.OIDC = {"issuer": started.issuer, "client": CLIENT, "secret": "geheim", "name": "Gemeente", "acr": ""}
    settings.OIDC_STRONG = ["mfa"]
    return started


def leave(client: Client, liar: Liar, **more: str) -> dict[str, str]:
    """Presses the button; returns what was asked of the provider."""
    away = client.post("/inloggen/aanbieder/", more)
    asked = {name: value[0] for name, value in parse_qs(urlsplit(away["Location"]).query).items()}
    assert away["Location"].startswith(f"{liar.issuer}/authorize?")
    liar.nonce, liar.challenge = asked["nonce"], asked["code_challenge"]
    return asked


def come_back(client: Client, asked: dict[str, str]):
    return client.get("/inloggen/aanbieder/terug/", {"code": "c", "state": asked["state"]}, follow=True)


def walk(client: Client, liar: Liar, **more: str):
    return come_back(client, leave(client, liar, **more))


def links(account: Account) -> list[tuple[str, str]]:
    with acting_as(office("door")):
        return list(SocialAccount.objects.filter(user=account).values_list("provider", "uid"))


def is_in(client: Client) -> bool:
    return client.get(MINE).status_code == 200


def test_the_first_time_a_verified_address_finds_the_account_and_then_the_subject_does(
    client: Client, liar: Liar, world: World
) -> None:
    asked = leave(client, liar, next=MINE)
    assert asked["code_challenge_method"] == "S256"
    assert asked["scope"].split() in (["openid", "email"], ["email", "openid"])
    assert come_back(client, asked).redirect_chain[-1][0] == MINE
    assert links(account(world, "riet")) == [(liar.issuer, "s-1")]
    liar.claims = {"sub": "s-1", "email": "nieuw@elders.example", "email_verified": True}
    other = Client()
    walk(other, liar)
    assert is_in(other)


def test_nothing_is_kept_of_what_it_says_but_who_it_is(client: Client, liar: Liar, world: World) -> None:
    liar.claims |= {"name": "Riet Kuiper", "picture": "https://elders.example/riet.jpg", "birthdate": "1944-01-01"}
    walk(client, liar)
    with owner():
        assert SocialAccount.objects.get().extra_data == {"second_step": False}
        assert not SocialToken.objects.exists()


def test_the_address_may_also_come_from_the_page_about_the_person(client: Client, liar: Liar) -> None:
    liar.claims = {"sub": "s-1"}
    liar.info = RIET
    walk(client, liar)
    assert is_in(client)


LIES: dict[str, dict[str, Any]] = {
    "another issuer in the token": {"claims": {"iss": "https://elders.example"}},
    "another issuer in the configuration": {"config": {"issuer": "https://elders.example"}},
    "for another audience": {"claims": {"aud": "iemand-anders"}},
    "for another party": {"claims": {"aud": [CLIENT, "ander"], "azp": "ander"}},
    "expired": {"claims": {"exp": 1_700_000_000}},
    "without an end": {"claims": {"exp": None}},
    "without a subject": {"claims": {"sub": None}},
    "without a nonce": {"claims": {"nonce": None}},
    "with the nonce of another walk": {"claims": {"nonce": "van-gisteren"}},
    "about another subject": {"claims": {"email": None}, "info": {"sub": "s-2", "email": "riet@voorbeeld.example"}},
    "signed by another key": {"signing": "other"},
    "not signed": {"signing": "none"},
    "signed with the secret": {"signing": "secret"},
    "answers with an error": {"down": True},
    "has no keys": {"config": {"jwks_uri": None}},
}


@pytest.mark.parametrize("lie", LIES)
def test_a_provider_that_lies_gets_one_sentence_and_opens_nothing(
    client: Client, liar: Liar, world: World, lie: str, capsys: Any
) -> None:
    asked = leave(client, liar)
    told = LIES[lie]
    liar.claims |= told.get("claims", {})
    liar.info |= told.get("info", {})
    liar.config |= told.get("config", {})
    liar.down = told.get("down", False)
    if told.get("signing") == "other":
        liar.signing = liar.other_key
    elif told.get("signing") == "none":
        liar.signing, liar.algorithm = None, "none"
    elif told.get("signing") == "secret":
        liar.signing, liar.algorithm = "geheim, en lang genoeg voor een sleutel", "HS256"
    page = come_back(client, asked)
    assert page.redirect_chain[-1][0] == "/inloggen/"
    assert page.text.count(REFUSED) == 1
    assert not is_in(client)
    assert links(account(world, "riet")) == []
    said = capsys.readouterr()
    assert "provider_refused" in said.out + said.err
    assert "riet" not in (said.out + said.err).lower()


@pytest.mark.parametrize("page", ["/keys", "/userinfo"])
def test_a_provider_that_points_elsewhere_is_not_followed(client: Client, liar: Liar, page: str) -> None:
    asked = leave(client, liar)
    liar.claims |= {"email": None, "email_verified": None} if page == "/userinfo" else {}
    liar.info |= {"email": "riet@voorbeeld.example", "email_verified": True}
    liar.moved = page
    assert REFUSED in come_back(client, asked).text
    liar.moved = ""
    walk(client, liar)
    assert is_in(client)


def test_an_address_that_is_not_verified_finds_nobody(client: Client, liar: Liar, world: World) -> None:
    for verified in (False, "true", None):
        liar.claims |= {"email_verified": verified}
        page = walk(Client(), liar)
        assert "hoort hier geen account. Vraag of iemand je uitnodigt." in page.text
    assert links(account(world, "riet")) == []
    assert not is_in(client)


def test_who_has_no_account_here_makes_none(client: Client, liar: Liar) -> None:
    liar.claims |= {"email": "vreemd@elders.example"}
    with acting_as(office("door")):
        before = Account.objects.count()
    assert "hoort hier geen account." in walk(client, liar).text
    with acting_as(office("door")):
        assert Account.objects.count() == before


def test_another_subject_with_the_same_address_does_not_take_over(liar: Liar, world: World) -> None:
    walk(Client(), liar)
    liar.claims |= {"sub": "s-2"}
    thief = Client()
    assert "hoort al bij een ander account van Gemeente." in walk(thief, liar).text
    assert not is_in(thief)
    assert links(account(world, "riet")) == [(liar.issuer, "s-1")]


def test_the_same_subject_of_another_issuer_is_somebody_else(liar: Liar, world: World) -> None:
    with acting_as(office("door")):
        SocialAccount.objects.create(user=account(world, "kim"), provider="https://elders.example", uid="s-1")
    client = Client()
    walk(client, liar)
    assert is_in(client)
    assert client.session["_auth_user_id"] == str(account(world, "riet").pk)


def test_a_walk_that_was_not_begun_here_is_refused(client: Client, liar: Liar) -> None:
    asked = leave(Client(), liar)
    assert REFUSED in come_back(client, asked).text
    assert REFUSED in come_back(client, asked | {"state": "verzonnen"}).text
    assert REFUSED in client.get("/inloggen/aanbieder/terug/", {"code": "c"}, follow=True).text
    assert not is_in(client)


def test_an_answer_is_used_once(liar: Liar) -> None:
    client = Client()
    asked = leave(client, liar)
    come_back(client, asked)
    assert is_in(client)
    client.post("/inloggen/uit/")
    assert REFUSED in come_back(client, asked).text
    assert not is_in(client)


def test_whoever_stops_at_the_provider_is_told_so(client: Client, liar: Liar) -> None:
    asked = leave(client, liar)
    said = {"error": "access_denied", "state": asked["state"]}
    assert "Je bent niet ingelogd." in client.get("/inloggen/aanbieder/terug/", said, follow=True).text


def test_an_account_that_is_switched_off_stays_out(client: Client, liar: Liar) -> None:
    walk(Client(), liar)
    with acting_as(office("beheer")):
        Account.objects.filter(email=RIET["email"]).update(is_active=False)
    assert walk(client, liar).redirect_chain[-1][0] == "/inloggen/gesloten/"
    assert not is_in(client)


def test_a_worker_needs_a_provider_that_asked_for_a_second_step(liar: Liar, settings: Any) -> None:
    liar.claims |= {"sub": "m-1", "email": "marieke@voorbeeld.example"}
    weak = Client()
    assert walk(weak, liar).redirect_chain[-1][0].startswith("/inloggen/tweede-stap/")
    liar.claims |= {"amr": ["pwd", "mfa"]}
    strong = Client()
    walk(strong, liar)
    assert is_in(strong)
    settings.OIDC_STRONG = []
    not_trusted = Client()
    walk(not_trusted, liar)
    assert not is_in(not_trusted)


def test_a_worker_with_an_app_shows_it_after_a_provider_that_asked_for_nothing(liar: Liar, world: World) -> None:
    with_app(account(world, "marieke"))
    liar.claims |= {"sub": "m-1", "email": "marieke@voorbeeld.example"}
    client = Client()
    assert walk(client, liar).redirect_chain[-1][0] == "/inloggen/stap/"
    client.post("/inloggen/stap/", {"code": code_of_app()})
    assert is_in(client)


def test_what_the_address_of_the_page_adds_changes_nothing(liar: Liar, settings: Any) -> None:
    settings.OIDC = settings.OIDC | {"acr": "hoog"}
    away = Client().post("/inloggen/aanbieder/?process=connect&scope=alles&auth_params=nonce%3Dx")
    asked = parse_qs(urlsplit(away["Location"]).query)
    assert asked["acr_values"] == ["hoog"]
    assert "alles" not in asked["scope"][0]
    assert asked["nonce"] != ["x"]


def test_without_a_provider_in_the_settings_there_is_none(client: Client, world: World) -> None:
    assert "Log in met je werk" not in client.get("/inloggen/").text
    assert client.post("/inloggen/aanbieder/").status_code == 404
    assert client.get("/inloggen/aanbieder/terug/").status_code == 404
    assert client.get("/inloggen/aanbieder/").status_code == 405


@pytest.mark.parametrize("issuer", ["http://elders.example", "ftp://elders.example", "elders.example"])
def test_a_provider_without_tls_is_not_offered(client: Client, liar: Liar, settings: Any, issuer: str) -> None:
    settings.OIDC = settings.OIDC | {"issuer": issuer}
    assert client.post("/inloggen/aanbieder/").status_code == 404


def test_browsers_may_follow_the_button_to_the_provider_and_nowhere_else(client: Client, liar: Liar) -> None:
    said = client.get("/inloggen/")["Content-Security-Policy"]
    assert f"form-action 'self' {liar.issuer}" in said


def test_the_token_of_the_test_is_a_good_one_when_nobody_lies(liar: Liar) -> None:
    """Or the refusals above would prove nothing."""
    liar.challenge = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"
    token = liar.token({"code_verifier": [""]})["id_token"]
    assert jwt.decode(token, liar.key.public_key(), algorithms=["RS256"], audience=CLIENT)["sub"] == "s-1"


# -- Asked again: a provider must show that it asked too (OpenID Connect Core 3.1.2.1, `auth_time`) ------------------

AGAIN, ALL = "/inloggen/nog-eens/", "/inloggen/apparaten/einde/"
NOT_ASKED = "Gemeente liet niet zien dat je net opnieuw bent ingelogd. Er is niets veranderd."


def sessions_of(one: Account) -> int:
    with acting_as(office("door")):
        return Session.objects.filter(account=one).count()


@pytest.fixture
def riet(liar: Liar, world: World) -> Client:
    """Riet came with the provider an hour ago, and wants to log out everywhere."""
    client = Client()
    walk(client, liar)
    mark(client.session, account(world, "riet"), {"method": "socialaccount"}, ago=3600)
    client.post(ALL, {"why": "telefoon kwijt"})
    return client


def test_who_is_asked_again_by_the_provider_goes_on_with_what_was_filled_in(
    riet: Client, liar: Liar, world: World
) -> None:
    asked = leave(riet, liar, again="1", next=ALL)
    assert (asked["prompt"], asked["max_age"]) == ("login", "0")
    liar.claims |= {"auth_time": int(time.time())}
    before = riet.session.session_key
    page = come_back(riet, asked)
    assert "Dank je, jij bent het" in page.text
    assert 'name="why" value="telefoon kwijt"' in page.text
    assert riet.session.session_key != before
    riet.post(ALL, {"why": "telefoon kwijt"})
    assert sessions_of(account(world, "riet")) == 0


STALE: dict[str, Any] = {
    "it says nothing of when": None,
    "it was an hour ago": lambda: int(time.time()) - 3600,
    "it was two minutes ago": lambda: int(time.time()) - 120,
    "it has yet to come": lambda: int(time.time()) + 3600,
    "it is no time": lambda: "nu",
    "it is a yes": lambda: True,
}


@pytest.mark.parametrize("lie", STALE)
def test_a_provider_that_did_not_really_ask_again_opens_nothing_and_nothing_is_lost(
    riet: Client, liar: Liar, world: World, lie: str
) -> None:
    asked = leave(riet, liar, again="1", next=ALL)
    liar.claims |= {"auth_time": STALE[lie]() if STALE[lie] else None}
    page = come_back(riet, asked)
    assert page.redirect_chain[-1][0] == f"{AGAIN}?next=%2Finloggen%2Fapparaten%2Feinde%2F"
    assert page.text.count(NOT_ASKED) == 1
    assert sessions_of(account(world, "riet")) == 1
    assert riet.post(ALL)["Location"].startswith(AGAIN)
    assert is_in(riet)
    assert riet.session["again"]["path"] == ALL


def test_a_log_in_of_this_morning_at_the_provider_lets_in_but_shows_nobody_anew(liar: Liar, world: World) -> None:
    for when, enough in ((int(time.time()) - 3600, False), (None, False), (int(time.time()), True)):
        liar.claims |= {"auth_time": when}
        client = Client()
        walk(client, liar)
        assert is_in(client)
        assert client.post(ALL)["Location"].startswith("/inloggen/" if enough else AGAIN)
        assert is_in(client) is not enough, "log out everywhere was done, or asked for more"


def test_somebody_else_at_the_provider_does_not_take_over_the_session(riet: Client, liar: Liar, world: World) -> None:
    with acting_as(office("door")):
        SocialAccount.objects.create(user=account(world, "kim"), provider=liar.issuer, uid="s-2")
    asked = leave(riet, liar, again="1", next=ALL)
    liar.claims |= {"sub": "s-2", "email": "kim@voorbeeld.example", "auth_time": int(time.time())}
    assert "Bij Gemeente ben je iemand anders dan hier." in come_back(riet, asked).text
    assert riet.session["_auth_user_id"] == str(account(world, "riet").pk)
    assert riet.post(ALL)["Location"].startswith(AGAIN)


def test_who_stops_there_stays_logged_in_and_is_told_so(riet: Client, liar: Liar) -> None:
    asked = leave(riet, liar, again="1", next=ALL)
    said = {"error": "access_denied", "state": asked["state"]}
    page = riet.get("/inloggen/aanbieder/terug/", said, follow=True)
    assert "Je bent niet verder gegaan bij Gemeente. Er is niets veranderd." in page.text
    assert is_in(riet)


def test_what_was_asked_of_one_session_is_worth_nothing_in_another(riet: Client, liar: Liar, world: World) -> None:
    asked = leave(riet, liar, again="1", next=ALL)
    liar.claims |= {"auth_time": int(time.time())}
    other = Client()
    assert REFUSED in come_back(other, asked).text
    assert not is_in(other)


def test_a_worker_is_asked_for_two_things_again_too(liar: Liar, world: World) -> None:
    liar.claims |= {"sub": "m-1", "email": "marieke@voorbeeld.example", "amr": ["mfa"]}
    client = Client()
    walk(client, liar)
    client.post(ALL)
    asked = leave(client, liar, again="1", next=ALL)
    liar.claims |= {"auth_time": int(time.time())}
    assert "Dank je, jij bent het" in come_back(client, asked).text or is_in(client)
    assert client.post(ALL)["Location"] == "/inloggen/"
    assert sessions_of(account(world, "marieke")) == 0


def test_one_thing_at_the_provider_is_not_enough_for_the_second_step_of_a_worker(liar: Liar, world: World) -> None:
    with_app(account(world, "marieke"))
    with acting_as(office("door")):
        SocialAccount.objects.create(user=account(world, "marieke"), provider=liar.issuer, uid="m-1")
    client = strongly(Client(), account(world, "marieke"), *A_CODE)
    liar.claims |= {"sub": "m-1", "email": "marieke@voorbeeld.example", "auth_time": int(time.time())}
    page = come_back(client, leave(client, liar, again="1", next=MINE))
    assert page.redirect_chain[-1][0].startswith("/inloggen/tweede-stap/")
    assert "Gemeente vroeg je om één ding." in page.text
    assert not is_in(client)
    liar.claims |= {"amr": ["mfa"]}
    assert come_back(client, leave(client, liar, again="1", next=MINE)).redirect_chain[-1][0] == MINE

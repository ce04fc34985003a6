"""Logging in with a provider: who has an account here gets in; a provider that lies gets one sentence, and nothing."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.test import Client

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from tests.conftest import owner
from tests.providers import CLIENT, Liar, lying_provider
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
    away = Client().post("/inloggen/aanbieder/?process=connect&scope=alles&auth_params=nonce%3Dx", {"again": "1"})
    asked = parse_qs(urlsplit(away["Location"]).query)
    assert asked["acr_values"] == ["hoog"]
    assert asked["prompt"] == ["login"]
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

"""Emergency codes: ten, each of them once, counted on the page; new ones end the old, and their owner hears of it."""

import threading
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.db import connection
from django.test import Client

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from tests.conftest import owner
from tests.mailbox import delivered
from tests.strong import strongly
from tests.web.test_strong_sessions import account, by_code, with_app
from tests.world import World

WAYS, NEW, STEP = "/inloggen/manieren/", "/inloggen/manieren/noodcodes/nieuw/", "/inloggen/stap/"


def left(one: Account) -> int:
    with acting_as(office("door")):
        kept = Authenticator.objects.get(user=one, type=Authenticator.Type.RECOVERY_CODES)
        return len(RecoveryCodes(kept).get_unused_codes())


def told_to(one: Account) -> list[str]:
    return [str(mail.body) for mail in delivered() if mail.to == [one.email] and "veranderd" in mail.subject]


def use(code: str) -> Client:
    """Marieke, with the code of her mail and an emergency code."""
    client = Client()
    by_code(client, "marieke")
    client.post(STEP, {"code": code})
    return client


def test_the_page_says_how_many_are_left_and_when_there_are_none(world: World) -> None:
    marieke = account(world, "marieke")
    codes = with_app(marieke)
    client = strongly(Client(), marieke)
    assert "Je hebt er nog 10." in client.get(WAYS).text
    for number, code in enumerate(codes, start=1):
        with acting_as(office("door")):
            kept = Authenticator.objects.get(user=marieke, type=Authenticator.Type.RECOVERY_CODES)
            assert RecoveryCodes(kept).validate_code(code)
            assert not RecoveryCodes(kept).validate_code(code)
        assert left(marieke) == 10 - number
        if number == 9:
            assert "Je hebt er nog één." in client.get(WAYS).text
    assert "Ze zijn op. Maak nieuwe" in client.get(WAYS).text


@pytest.mark.parametrize("typed", ["at once", "in fours", "with dashes"])
def test_a_code_typed_as_it_was_printed_opens_and_its_owner_hears_of_it(world: World, typed: str) -> None:
    marieke = account(world, "marieke")
    code = with_app(marieke)[3]
    fours = [code[:4], code[4:8], code[8:]]
    client = use({"at once": code, "with dashes": "-".join(fours)}.get(typed, " ".join(fours)))
    assert client.get("/verhalen/").status_code == 200
    assert left(marieke) == 9
    (told,) = told_to(marieke)
    assert "Er is een noodcode gebruikt" in told
    assert not any(part in told for part in fours)


def test_a_wrong_one_a_used_one_and_one_of_another_open_nothing(world: World) -> None:
    codes, of_another = with_app(account(world, "marieke")), with_app(account(world, "yusuf"))
    use(codes[0])
    for code in ("000000000000", codes[0], of_another[0], "", "een noodcode", codes[1][:11]):
        assert use(code).get("/verhalen/")["Location"].startswith("/inloggen/"), code
    assert left(account(world, "yusuf")) == 10


def test_new_ones_end_the_old_and_are_shown_once(world: World) -> None:
    marieke = account(world, "marieke")
    old = with_app(marieke)
    client = strongly(Client(), marieke)
    page = client.post(NEW, follow=True)
    assert page.redirect_chain[-1][0] == "/inloggen/manieren/noodcodes/"
    assert client.get("/inloggen/manieren/noodcodes/")["Location"] == WAYS
    assert "De oude werken niet meer." in told_to(marieke)[-1]
    assert use(old[1]).get("/verhalen/").status_code == 302
    with acting_as(office("door")):
        kept = Authenticator.objects.get(user=marieke, type=Authenticator.Type.RECOVERY_CODES)
        new = RecoveryCodes(kept).get_unused_codes()
    assert f"{new[0][:4]} {new[0][4:8]} {new[0][8:]}" in page.text
    assert use(new[0]).get("/verhalen/").status_code == 200


def test_making_new_ones_asks_again_who_it_is(world: World) -> None:
    marieke = account(world, "marieke")
    with_app(marieke)
    client = strongly(Client(), marieke, ago=3600)
    assert client.post(NEW)["Location"].startswith("/inloggen/nog-eens/")
    assert left(marieke) == 10
    assert told_to(marieke) == []


def test_the_database_alone_gives_no_code(world: World) -> None:
    codes = with_app(account(world, "marieke"))
    with owner(), connection.cursor() as cursor:
        cursor.execute("select data::text from mfa_authenticator where type = 'recovery_codes'")
        ((kept,),) = cursor.fetchall()
    assert not any(code in kept for code in codes)


@pytest.mark.usefixtures("transactional_db", "app_login")
def test_of_two_who_type_the_same_code_at_the_same_moment_one_gets_in(world: World) -> None:
    code = with_app(account(world, "marieke"))[0]
    both: list[Client] = [Client(), Client()]
    for one in both:
        by_code(one, "marieke")
    together, answers = threading.Barrier(2), list[Any]()

    def type_it(client: Client) -> None:
        together.wait()
        answers.append(client.post(STEP, {"code": code}).status_code)
        connection.close()

    threads = [threading.Thread(target=type_it, args=(one,)) for one in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [200, 302]
    assert left(account(world, "marieke")) == 9

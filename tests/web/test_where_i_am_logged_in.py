"""The list of my devices, logging out of one or of all, and sessions that end by themselves."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from nabij.trust.doors import Session, end_sessions
from nabij.web.login.devices import device
from nabij.web.login.sessions import hashed
from tests.conftest import owner
from tests.strong import A_CODE, A_PASSKEY, strongly
from tests.web.test_strong_sessions import account, by_code, code_of_mail
from tests.world import World

LIST = "/inloggen/apparaten/"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"
LAPTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0"


def aged(one: Account, **columns: timedelta) -> None:
    with acting_as(office("door")):
        Session.objects.filter(account=one).update(**{name: timezone.now() - ago for name, ago in columns.items()})


def test_the_list_shows_my_devices_in_plain_words_and_nobody_elses(world: World) -> None:
    phone, laptop = Client(headers={"user-agent": PHONE}), Client(headers={"user-agent": LAPTOP})
    by_code(phone, "riet")
    by_code(laptop, "riet")
    by_code(Client(headers={"user-agent": "Mozilla/5.0 (X11; Linux x86_64) Chrome/129"}), "kim")
    page = laptop.get(LIST)
    assert "Firefox op Windows" in page.text
    assert "Safari op iPhone" in page.text
    assert "Chrome op Linux" not in page.text
    assert page.text.count("(dit apparaat)") == 1


def test_one_device_is_logged_out_and_the_other_stays(world: World) -> None:
    phone, laptop = Client(), Client()
    by_code(phone, "riet")
    by_code(laptop, "riet")
    laptop.post(f"{LIST}{hashed(phone.session.session_key)}/einde/")
    assert phone.get("/mijn/").status_code == 302
    assert laptop.get("/mijn/").status_code == 200


def test_a_device_of_another_is_not_logged_out(world: World) -> None:
    riet, kim = Client(), Client()
    by_code(riet, "riet")
    by_code(kim, "kim")
    assert kim.post(f"{LIST}{hashed(riet.session.session_key)}/einde/").status_code == 404
    assert riet.get("/mijn/").status_code == 200


def test_logging_out_everywhere_ends_every_session_of_mine_and_none_of_others(world: World) -> None:
    here, there = strongly(Client(), account(world, "marieke")), strongly(Client(), account(world, "marieke"))
    kim = strongly(Client(), account(world, "kim"))
    page = here.post(f"{LIST}einde/", follow=True)
    assert "Je bent overal uitgelogd." in page.text
    assert here.get("/mijn/").status_code == there.get("/mijn/").status_code == 302
    assert kim.get("/mijn/").status_code == 200


def test_an_account_that_is_switched_off_is_out_at_once_and_administration_can_end_its_sessions(world: World) -> None:
    client = strongly(Client(), account(world, "marieke"))
    with acting_as(office("beheer")):
        Account.objects.filter(person=world.marieke).update(is_active=False)
    assert client.get("/mijn/")["Location"].startswith("/inloggen/?next=")
    with acting_as(office("beheer")):
        assert end_sessions(account=world.marieke.account, at=timezone.now()) == 1


@pytest.mark.parametrize(
    ("name", "ago", "out"),
    [
        ("riet", {"seen_at": timedelta(days=13)}, False),
        ("riet", {"seen_at": timedelta(days=15)}, True),
        ("riet", {"begun_at": timedelta(days=29)}, False),
        ("riet", {"begun_at": timedelta(days=31)}, True),
        ("marieke", {"seen_at": timedelta(minutes=50)}, False),
        ("marieke", {"seen_at": timedelta(minutes=70)}, True),
        ("marieke", {"begun_at": timedelta(hours=11)}, False),
        ("marieke", {"begun_at": timedelta(hours=13)}, True),
    ],
)
def test_a_session_ends_after_being_away_and_after_its_longest(world: World, name, ago, out) -> None:
    one = account(world, name)
    client = strongly(Client(), one)
    aged(one, **ago)
    assert (client.get("/mijn/").status_code == 302) is out
    with acting_as(office("door")):
        assert Session.objects.filter(account=one).exists() is not out


def test_a_page_now_and_then_keeps_a_session_alive_but_writes_seldom(world: World) -> None:
    one = account(world, "riet")
    client = strongly(Client(), one, *A_CODE)
    aged(one, seen_at=timedelta(minutes=4))
    with acting_as(office("door")):
        before = Session.objects.get(account=one)
    client.get("/mijn/")
    with acting_as(office("door")):
        assert Session.objects.get(account=one).seen_at == before.seen_at
    aged(one, seen_at=timedelta(days=1))
    client.get("/mijn/")
    with acting_as(office("door")):
        later = Session.objects.get(account=one)
    assert timezone.now() - later.seen_at < timedelta(minutes=1)
    assert later.begun_at == before.begun_at


def test_the_key_of_a_session_stands_nowhere_in_the_database(world: World) -> None:
    client = strongly(Client(), account(world, "riet"))
    key = client.session.session_key
    with owner(), connection.cursor() as cursor:
        cursor.execute("select session_key || session_data from trust_session")
        rows = str(cursor.fetchall())
    assert hashed(key) in rows
    assert key not in rows
    thief = Client()
    thief.cookies["sessionid"] = hashed(key)
    assert thief.get("/mijn/").status_code == 302


def test_what_is_in_a_session_is_not_to_be_read_in_the_database_either(world: World, settings) -> None:
    client = Client()
    client.post("/inloggen/", {"login": "riet@voorbeeld.example"})
    code = code_of_mail()
    with owner():
        kept = Session.objects.get().session_data
    assert code not in kept
    assert "riet" not in kept
    client.post("/inloggen/code/", {"code": code})
    assert client.get("/mijn/").status_code == 200
    with owner():
        Session.objects.update(session_data=kept[:-4] + "AAAA")
    assert client.get("/mijn/").status_code == 302, "who changes a session in the database is nobody"


def test_a_person_reads_no_session_and_no_throttle_and_the_door_does(world: World) -> None:
    strongly(Client(), account(world, "riet"), *A_PASSKEY)
    tables = "trust_session", "trust_throttle", "mfa_authenticator", "socialaccount_socialaccount"
    for table in tables:
        with world.acting("marieke"), connection.cursor() as cursor:
            cursor.execute("select has_table_privilege(current_user, %s, 'select')", [table])
            assert cursor.fetchone() == (False,)
            # Injected SQL may take the role of the offices, but not their seal.
            cursor.execute("select set_config('role', 'nabij_office', true)")
            cursor.execute(f"select count(*) from {table}")
            assert cursor.fetchone() == (0,)
    with acting_as(office("door")):
        assert Session.objects.count() == 1


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (PHONE, "Safari op iPhone"),
        (LAPTOP, "Firefox op Windows"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/129.0 Mobile Safari/537.36", "Chrome op Android"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/129.0 Safari/537.36 Edg/129.0", "Edge op Windows"),
        ("curl/8", ""),
        ("", ""),
    ],
)
def test_a_device_has_plain_words(said: str, words: str) -> None:
    assert device(said) == words

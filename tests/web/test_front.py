"""The front page, and what a demo alone adds to it: shoes to step into, and the mail that was sent."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.mail import EmailMessage, get_connection
from django.test import Client

from nabij.people.models import Account
from nabij.people.verbs import give_account, note_person
from nabij.trust.acting import acting_as, office
from nabij.web.days import say_moment
from nabij.web.front.mailbox import newest, pieces
from tests.world import AT


@pytest.fixture
def riet(world) -> Account:
    with acting_as(office("door")):
        return Account.objects.get(person=world.riet)


@pytest.fixture
def demo(settings, tmp_path) -> Path:
    settings.DEMO = True
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    return tmp_path / "mail"


def post_mail(folder: Path, *, subject: str = "Dag", body: str = "Hallo") -> None:
    backend = get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=str(folder))
    EmailMessage(subject, body, "nabij@voorbeeld.example", ["jan@voorbeeld.example"], connection=backend).send()


def name_of(client: Client) -> str | None:
    me = client.get("/wie-ziet-wat/").wsgi_request.me  # type: ignore[attr-defined]
    return me.person.name if me else None


def test_a_visitor_reads_what_it_is_and_finds_the_way_in(client, world):
    page = client.get("/")
    assert page.status_code == 200
    assert "/inloggen/" in page.text
    assert "/kaart/" in page.text
    assert "Riet" not in page.text


def test_whoever_is_logged_in_finds_today_there(client, riet):
    with acting_as(office("door")):
        client.force_login(riet)
    assert ", Riet" in client.get("/").text


@pytest.mark.parametrize("path", ["/demo/", "/demo/schoenen/", "/demo/post/"])
def test_outside_a_demo_its_pages_are_not_there(client, riet, path):
    assert client.get(path).status_code == 404
    assert client.post(path, {"account": riet.pk}).status_code == 404
    assert name_of(client) is None


def test_in_a_demo_everybody_with_an_account_stands_on_the_front_in_their_hats(client, world, demo):
    page = client.get("/").text
    for name in ("Riet Kuiper", "Marieke Bos", "Wijkwerker", "Leidt Samen Wandelen"):
        assert name in page


def test_one_click_and_one_is_somebody(client, riet, demo):
    assert client.post("/demo/schoenen/", {"account": riet.pk})["Location"] == "/"
    assert name_of(client) == "Riet Kuiper"


def test_from_one_pair_of_shoes_into_another_the_hat_stays_behind(client, world, riet, demo):
    with acting_as(office("door")):
        marieke = Account.objects.get(person=world.marieke)
    client.post("/demo/schoenen/", {"account": marieke.pk})
    client.post("/pet/", {"hat": str(world.hats["marieke"].id)})
    client.post("/demo/schoenen/", {"account": riet.pk})
    assert name_of(client) == "Riet Kuiper"
    assert "hat" not in client.session


@pytest.mark.parametrize("said", ["", "0", "riet", "99999999999999999999", "-1"])
def test_shoes_that_are_nobodys_are_not_there(client, world, demo, said):
    assert client.post("/demo/schoenen/", {"account": said}).status_code == 404
    assert name_of(client) is None


def test_nobody_is_put_into_shoes_by_another_site(riet, demo):
    assert Client(enforce_csrf_checks=True).post("/demo/schoenen/", {"account": riet.pk}).status_code == 403


def test_a_closed_account_cannot_be_stepped_into(client, world, demo):
    with acting_as(office("beheer")):
        away = give_account(person=note_person(name="Weg", by=None, at=AT), email="weg@voorbeeld.example", at=AT)
        Account.objects.filter(id=away.pk).update(is_active=False)
    assert "Weg" not in client.get("/demo/").text
    assert client.post("/demo/schoenen/", {"account": away.pk}).status_code == 404


def test_the_mail_that_was_sent_is_read_newest_first_with_links_that_work(client, world, demo, settings):
    settings.NABIJ_URL = "http://localhost:8000"
    post_mail(demo, subject="Eerst")
    post_mail(demo, subject="Daarna", body="Kijk op\nhttp://localhost:8000/brief/abc/\n<b>vet</b>")
    page = client.get("/demo/post/").text
    assert page.index("Daarna") < page.index("Eerst")
    assert 'href="/brief/abc/"' in page
    assert "&lt;b&gt;vet" in page
    assert "Aan jan@voorbeeld.example." in page


def test_without_mail_it_says_so(client, world, demo):
    assert "Nog geen mail." in client.get("/demo/post/").text


def test_two_mails_in_one_file_are_two(tmp_path):
    with get_connection("django.core.mail.backends.filebased.EmailBackend", file_path=str(tmp_path)) as backend:
        for subject in ("één", "twee"):
            EmailMessage(subject, "Dag é", to=["a@voorbeeld.example"], connection=backend).send()
    assert [one.subject for one in newest(tmp_path, home="http://localhost")] == ["twee", "één"]


def test_a_link_to_elsewhere_stays_a_link_to_elsewhere():
    home = "http://localhost:8000"
    urls = [
        one.url for one in pieces(f"a {home} b {home}/c/ d http://localhost:80001/ e https://x.example/", home=home)
    ]
    assert [url for url in urls if url] == ["/", "/c/", "http://localhost:80001/", "https://x.example/"]


def test_the_hour_of_a_sent_mail_is_that_of_the_clock_on_the_wall(tmp_path):
    mail = "Date: Sat, 21 Nov 2026 23:30:00 -0000\nTo: jan@buren.example\nSubject: Vraag\n\nDag Jan\n" + "-" * 79 + "\n"
    (tmp_path / "1.log").write_text(mail)
    (one,) = newest(tmp_path, home="http://localhost:8000")
    assert one.at is not None
    assert say_moment(one.at, now=datetime(2026, 11, 22, 8, tzinfo=UTC)) == "vannacht 0.30 uur"

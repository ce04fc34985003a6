"""A link to one's own listings that works no more: a new one by mail, and the same answer whoever asks."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from nabij.directory.asking_owners import ask_owners
from nabij.directory.correcting import stop_mail
from nabij.directory.models import OwnerLetter, Service
from nabij.directory.verbs import import_hsds
from nabij.trust.acting import acting_as, link, office
from tests.mailbox import delivered

NOW = timezone.now()
TABLES = {
    "organizations": "id,name,email\no1,Buurthuis,Huis@voorbeeld.example\n",
    "services": (
        "id,name,status,email,organization_id,assured_date\n"
        f"s1,Eettafel,active,,o1,{timezone.localdate()}\n"
        f"s2,Soep,active,soep@voorbeeld.example,,{timezone.localdate()}\n"
        f"s3,Gestopt,defunct,weg@voorbeeld.example,,{timezone.localdate()}\n"
    ),
}


@pytest.fixture(autouse=True)
def listed(db: None, tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    for table, text in TABLES.items():
        (tmp_path / f"{table}.csv").write_text(text)
    with acting_as(office("beheer")):
        import_hsds(path=tmp_path, at=NOW, source="kaart")


def asked(mail: str, *, origin: str = "192.0.2.1"):
    return Client(REMOTE_ADDR=origin).post("/klopt-nog/", {"mail": mail})


def mails() -> list[tuple[str, str]]:
    return [(one.to[0], str(one.body)) for one in delivered()]


def test_the_answer_is_the_same_and_a_mail_goes_to_who_stands_on_the_map() -> None:
    known, unknown, gone = (asked(f"{one}@voorbeeld.example") for one in ("huis", "niemand", "weg"))

    assert known.status_code == 200 and known.content == unknown.content == gone.content
    assert "Staat dit adres bij iets op de kaart?" in known.content.decode()
    ((to, words),) = mails()
    assert to == "huis@voorbeeld.example"
    assert "Iemand vroeg op de sociale kaart om een nieuwe link" in words and "- Eettafel" in words
    shown = Client().get(re.findall(r"/klopt-nog/\S+", words)[0]).content.decode()
    assert "Eettafel" in shown and "Soep" not in shown


def test_an_address_gets_one_a_day_whoever_asks_and_however_it_is_written() -> None:
    page = asked("soep@voorbeeld.example").content
    assert asked("SOEP@voorbeeld.example ", origin="192.0.2.2").content == page
    assert len(mails()) == 1


def test_who_wants_no_mail_gets_none_this_way_either() -> None:
    with acting_as(office("reminders")):
        ask_owners(at=NOW + timedelta(days=92))
        letter = OwnerLetter.objects.get(services__contains=[Service.objects.get(name="Soep").pk])
    with acting_as(link(reader=letter.id, reach=letter.id)):
        stop_mail(letter=letter, stops=True, at=NOW)
    before = len(mails())
    assert asked("soep@voorbeeld.example").status_code == 200
    assert len(mails()) == before


def test_five_an_hour_from_one_place_and_no_more() -> None:
    statuses = [asked(f"niemand{n}@voorbeeld.example").status_code for n in range(6)]
    assert statuses == [200] * 5 + [429]
    assert asked("huis@voorbeeld.example", origin="192.0.2.9").status_code == 200


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [("", "Er staat nog niets. Vul je mailadres in."), ("eten at example", "Dit is geen mailadres.")],
)
def test_what_is_no_address_is_said_and_stays(typed: str, sentence: str) -> None:
    answer = asked(typed)
    assert answer.status_code == 422
    assert sentence in answer.content.decode() and typed in answer.content.decode()
    assert not mails()


def test_a_link_that_opens_nothing_says_what_to_do_now(monkeypatch: pytest.MonkeyPatch) -> None:
    asked("soep@voorbeeld.example")
    ((_to, words),) = mails()
    address = re.findall(r"/klopt-nog/\S+", words)[0]
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=61))
    for wrong, status in ((address, 410), ("/klopt-nog/niet-van-ons/", 404)):
        shown = Client().get(wrong)
        assert shown.status_code == status
        assert (shown.headers["referrer-policy"], shown.headers["x-robots-tag"]) == ("same-origin", "noindex")
        assert (
            'action="/klopt-nog/"' in shown.content.decode() and "Deze link werkt niet meer" in shown.content.decode()
        )
    assert Client().get("/klopt-nog/").status_code == 200

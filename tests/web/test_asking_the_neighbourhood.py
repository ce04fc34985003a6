"""Asking and offering on the screen: one sentence, nothing lost, nothing twice, and nowhere who asks."""

import re
from datetime import date, timedelta
from typing import Any

from django.core import mail
from django.test import Client
from django.utils import timezone

from nabij.bridge.asks import Ask, AskYes
from nabij.bridge.offers import Offer
from nabij.bridge.safeguards import Safeguard
from nabij.people.verbs import put_on
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from nabij.web.post.jobs import send_letter
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.world import World

HERE, DAY = "BU04390302", timedelta(days=1)


def main(text: str) -> str:
    return text.split("<main", 1)[1]


def test_an_offer_is_one_sentence_and_is_changed_rests_and_ends(world: World) -> None:
    riet, jan = logged_in(world, "riet"), logged_in(world, "jan")
    said = {"line": "Ik leer je breien", "neighbourhood": HERE}
    where = riet.post("/aanbod/", said)["Location"]
    assert riet.post("/aanbod/", said)["Location"] == where, "sent twice is one offer"
    page = main(riet.get(where).text)
    assert "Zo leest Nabij dit" in page and 'value="things" id=' in page
    board = main(jan.get("/prikbord/").text)
    assert "Ik leer je breien" in board and "Riet Kuiper" in board, "an offer has a name"
    changed = {"line": "Ik leer je breien", "week": ["tue-morning"], "room": "2", "kinds": ["company"]}
    assert riet.post(where, changed).status_code == 302
    assert "Dinsdagochtend, 2 keer per maand" in main(jan.get("/prikbord/").text)
    riet.post(f"{where}pauze/", {})
    assert "breien" not in main(jan.get("/prikbord/").text)
    riet.post(f"{where}pauze/", {"weer": "ja"})
    assert "breien" in main(jan.get("/prikbord/").text)
    assert jan.get(where).status_code == jan.post(f"{where}einde/").status_code == 404
    for _twice in range(2):
        assert riet.post(f"{where}einde/")["Location"] == "/aanbod/"
    assert "breien" not in main(jan.get("/prikbord/").text)


def test_what_cannot_be_gets_a_sentence_and_loses_nothing(world: World) -> None:
    riet = logged_in(world, "riet")
    yesterday = str(timezone.localdate() - timedelta(days=1))
    wrong = (
        ("/aanbod/", {"line": " "}, "Er staat nog niets. Eén zin is genoeg."),
        ("/aanbod/", {"line": "Ik brei", "until": yesterday}, "Die dag is al voorbij."),
        ("/aanbod/", {"line": "Ik brei", "room": "100"}, "Schrijf een getal van 1 tot 99"),
        ("/aanbod/", {"line": "Bel mij op 06 12345678"}, "Hier staat een adres of nummer: “06 12345678”"),
        ("/vragen/", {"line": ""}, "Er staat nog niets. Eén zin is genoeg."),
        ("/vragen/", {"line": "Wie helpt Riet?"}, "Hier staat de naam “Riet”"),
        ("/vragen/", {"line": "Wie gaat met marieke mee?"}, "Hier staat de naam “marieke”"),
        ("/vragen/", {"line": "Wie helpt mevrouw Jansen?"}, "Hier staat de naam “mevrouw Jansen”"),
        ("/vragen/", {"line": "Wie komt?", "by_day": yesterday}, "Die dag is al voorbij."),
        ("/vragen/", {"line": "Wie komt?", "called": "Niemand Zo"}, "Je kent hier niemand die “Niemand Zo” heet."),
    )
    for address, said, sentence in wrong:
        answer = riet.post(address, {"neighbourhood": HERE, "week": ["mon-morning"], **said})
        assert (answer.status_code, sentence in answer.text) == (400, True), said
        assert said["line"].strip() in answer.text and 'value="mon-morning" checked' in answer.text
    with owner():
        assert not Ask.objects.exists() and not Offer.objects.exists()


def test_who_asks_is_nowhere_on_the_board_and_what_nobody_met_stays_there(world: World) -> None:
    riet, jan, kim = (logged_in(world, name) for name in ("riet", "jan", "kim"))
    where = riet.post("/vragen/", {"line": "Wie hangt een lamp op?", "neighbourhood": HERE})["Location"]
    mine = main(riet.get(where).text)
    assert "Staat op het prikbord." in mine and "Wil je zelf ook iets aanbieden? Het hoeft niet." in mine
    for address in ("/prikbord/", where):
        page = main(jan.get(address).text)
        assert "Wie hangt een lamp op?" in page and "Riet" not in page
    assert "lamp" not in main(kim.get("/prikbord/").text) and kim.get(where).status_code == 404
    assert jan.post(f"{where}einde/", {"kind": "met"}).status_code == 404
    with owner():
        Ask.objects.update(at=timezone.now() - timedelta(days=15))
    assert "Nog niemand gevonden." in main(jan.get("/prikbord/").text)
    assert "Nog niemand gevonden. De buurt ziet dat." in main(riet.get("/vragen/").text)
    assert "Hoe liep het af? Kies er een." in riet.post(f"{where}einde/", {"kind": "x"}, follow=True).text
    riet.post(f"{where}einde/", {"kind": "nobody"})
    assert "Hier is niemand voor gevonden" in main(jan.get("/prikbord/").text)


def test_for_another_they_say_yes_in_the_app_or_by_the_link_in_a_mail(world: World) -> None:
    marieke, fatima, jan = (logged_in(world, name) for name in ("marieke", "fatima", "jan"))
    said = {"line": "Wie past er op een hond?", "called": "Jan Groen", "neighbourhood": HERE}
    where = marieke.post("/vragen/", said)["Location"]
    assert "Wacht op een ja van Jan. Tot dan ziet niemand het." in marieke.get(where).text
    assert fatima.get(where).status_code == 404
    assert "wil iets voor je vragen aan de buurt" in jan.get("/").text
    with owner():
        letter = Letter.objects.get(about_kind="ask")
    send_letter(letter=str(letter.id))
    sent = mail.outbox[0]
    assert "hond" not in sent.subject and "Wie past er op een hond?" in sent.body
    address = re.search(r"(/brief/[\w-]+/)", sent.body)[1]  # type: ignore[index]
    visitor = Client()
    assert "Wie past er op een hond?" in visitor.get(address).text
    assert visitor.post(address, {"answer": "other"}).status_code == 422
    assert visitor.post(address, {"answer": "yes"}).status_code == 302
    assert visitor.post(address, {"answer": "no"}).status_code == 409, "by two people, or twice"
    assert "Je antwoord: ja." in visitor.get(address).text
    with owner():
        assert AskYes.objects.get().yes
    board = main(fatima.get("/prikbord/").text)
    assert "Wie past er op een hond?" in board and "Jan" not in board
    assert "Hier is al ja op gezegd." in jan.post(f"{where}antwoord/", {"answer": "no"}, follow=True).text
    assert "wil iets voor je vragen" not in jan.get("/").text


def test_from_a_story_it_is_asked_for_whom_it_is_about(world: World) -> None:
    address = f"/verhalen/{world.riets_story.id}/vraag/"
    fatima, riet = logged_in(world, "fatima"), logged_in(world, "riet")
    assert "Riet zegt eerst ja of nee." in fatima.get(f"{address}?vraag=Wie+loopt+mee").text
    where = fatima.post(address, {"line": "Wie loopt er mee?", "neighbourhood": HERE})["Location"]
    assert logged_in(world, "jan").get(where).status_code == 200, "who reads the story knows of it"
    assert logged_in(world, "yusuf").get(where).status_code == 404
    told = riet.post(f"{where}antwoord/", {"answer": "yes"}, follow=True).text
    assert "De vraag staat nu op het prikbord, zonder je naam." in told
    assert logged_in(world, "yusuf").get(where).status_code == 200
    assert logged_in(world, "kim").get(address).status_code == 404


def test_who_coordinates_notes_what_they_saw_and_both_hear_before_it_ends(world: World) -> None:
    logged_in(world, "riet").post("/aanbod/", {"line": "Ik brei", "neighbourhood": HERE})
    address = f"/mensen/{world.riet.id}/waarborgen/"
    assert logged_in(world, "yusuf").get(address).status_code == 404
    with acting_as(office("beheer")):
        role: dict[str, Any] = {"role": "coördinator", "formal": True, "since": date(2025, 1, 1), "open": True}
        put_on(person=world.yusuf, neighbourhood=world.riet.neighbourhood, **role)
    yusuf, today = logged_in(world, "yusuf"), timezone.localdate()
    assert address in yusuf.get("/prikbord/").text and address not in logged_in(world, "jan").get("/prikbord/").text
    assert "Dit is al verlopen." in yusuf.post(address, {"kind": "vog", "valid_until": str(today - DAY)}).text
    assert "Een paar woorden zijn genoeg" in yusuf.post(address, {"kind": "anders"}).text
    for _twice in range(2):
        assert yusuf.post(address, {"kind": "vog", "valid_until": str(today + 9 * DAY)}).status_code == 302
    with owner():
        assert Safeguard.objects.count() == 1
    assert "VOG gezien, geldig tot en met" in logged_in(world, "jan").get("/prikbord/").text
    assert "VOG gezien, geldig" in logged_in(world, "riet").get("/").text
    assert "Riet: VOG gezien, geldig" in yusuf.get("/").text
    assert "VOG gezien" not in logged_in(world, "jan").get("/").text


def test_the_board_asks_as_little_with_ten_as_with_one(world: World) -> None:
    riet, jan = logged_in(world, "riet"), logged_in(world, "jan")
    riet.post("/aanbod/", {"line": "Nummer", "neighbourhood": HERE})
    riet.post("/vragen/", {"line": "Vraag", "neighbourhood": HERE})
    few = [count(jan, "/prikbord/"), count(riet, "/vragen/"), count(riet, "/aanbod/")]
    for number in "abcdefghi":
        riet.post("/aanbod/", {"line": f"Nummer {number}", "neighbourhood": HERE})
        riet.post("/vragen/", {"line": f"Vraag {number}", "neighbourhood": HERE})
    assert [count(jan, "/prikbord/"), count(riet, "/vragen/"), count(riet, "/aanbod/")] == few
    assert max(few) <= 16, few

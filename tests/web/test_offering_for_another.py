"""Offering for another on the screen and by letter: their yes first, nothing lost, nothing twice."""

import re
from datetime import timedelta
from typing import Any

from django.core import mail
from django.test import Client
from django.utils import timezone

from nabij.bridge.heard import HeardOffer, OfferYes
from nabij.bridge.offers import Offer
from nabij.people.models import Person, WayToReach
from nabij.people.verbs import note_person
from nabij.post.models import Letter
from nabij.trust.models import Noted
from nabij.web.post.jobs import send_letter
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.web.test_asking_the_neighbourhood import HERE, main
from tests.world import World

LAMPS = "Ik repareer graag lampen"


def els_of(world: World, *, mail: str = "") -> Person:
    """Riet's circle knows her; she has no login, and perhaps an address."""
    with world.acting("marieke"):
        els = note_person(name="Els Zonder", by=world.marieke, at=timezone.now(), neighbourhood_id=HERE)
        Noted.objects.create(circle=world.riets_story.circle, person=els, at=timezone.now())
        if mail:
            WayToReach.objects.create(person=els, kind="mail", value=mail, noted_by=world.marieke)
    return els


def said(**more: Any) -> dict[str, Any]:
    return {"line": LAMPS, "called": "Jan Groen", "neighbourhood": HERE} | more


def address_in(number: int = 0) -> str:
    """Sends what waits, and gives where the link in it leads."""
    with owner():
        keys = list(Letter.objects.filter(about_kind="offer").order_by("written_at").values_list("id", flat=True))
    for key in keys:
        send_letter(letter=str(key))
    return re.search(r"(/brief/[\w-]+/)", mail.outbox[number].body)[1]  # type: ignore[index]


def test_for_another_it_waits_for_their_yes_on_today(world: World) -> None:
    marieke, jan, yusuf = (logged_in(world, name) for name in ("marieke", "jan", "yusuf"))
    where = marieke.post("/aanbod/", said(week=["sat-morning"], room="2"))["Location"]
    assert marieke.post("/aanbod/", said())["Location"] == where, "sent twice is one"
    assert "Wacht op een ja van Jan. Tot dan ziet niemand het." in main(marieke.get(where).text)
    assert "Wacht op een ja van Jan." in main(marieke.get("/aanbod/").text)
    assert "lampen" not in main(yusuf.get("/prikbord/").text) and yusuf.get(where).status_code == 404
    assert "schreef op wat jij graag doet" in jan.get("/").text
    page = main(jan.get(where).text)
    assert "Zaterdagochtend, 2 keer per maand" in page and "Wil je dit aanbieden?" in page
    told = jan.post(f"{where}antwoord/", {"answer": "yes"}, follow=True)
    assert "Het staat op het prikbord van" in told.text and "Veranderen" in told.text
    assert "Hier is al ja op gezegd." in jan.post(f"{where}antwoord/", {"answer": "no"}, follow=True).text
    board = main(yusuf.get("/prikbord/").text)
    assert LAMPS in board and "Jan Groen" in board
    assert "schreef op wat jij graag doet" not in jan.get("/").text
    assert "lampen" not in main(marieke.get("/aanbod/").text), "it is his now"
    offered = told.redirect_chain[-1][0]
    assert marieke.get(offered).status_code == marieke.post(f"{offered}einde/").status_code == 404


def test_a_no_is_quiet_and_what_was_a_mistake_is_taken_back(world: World) -> None:
    marieke, jan, riet = (logged_in(world, name) for name in ("marieke", "jan", "riet"))
    where = marieke.post("/aanbod/", said())["Location"]
    assert "Bewaard. Niemand ziet het." in jan.post(f"{where}antwoord/", {"answer": "no"}, follow=True).text
    assert "lampen" not in main(jan.get("/aanbod/").text)
    assert "Jan zei nee. Niemand ziet het." in main(marieke.get("/aanbod/").text)
    again = marieke.post("/aanbod/", said())
    assert again.status_code == 400 and "Jan zei hier al nee op." in again.text and LAMPS in again.text
    other = riet.post("/aanbod/", said())["Location"]
    assert "schreef op wat jij graag doet" not in jan.get("/").text, "nor by another"
    assert jan.post(f"{other}terugname/").status_code == 302 and riet.get(other).status_code == 200
    assert riet.post(f"{other}terugname/")["Location"] == "/aanbod/" and riet.get(other).status_code == 404
    assert jan.get(other).status_code == 404


def test_by_letter_without_a_login_once_and_then_stopped(world: World) -> None:
    els_of(world, mail="els@buurt.example")
    marieke, jan = logged_in(world, "marieke"), logged_in(world, "jan")
    marieke.post("/aanbod/", said(called="Els Zonder"))
    address, visitor = address_in(), Client()
    sent = mail.outbox[0]
    assert "lampen" not in sent.subject and LAMPS in sent.body and "maar pas als jij ja zegt" in sent.body
    assert sent.to == ["els@buurt.example"]
    page = visitor.get(address).text
    assert LAMPS in page and "Dag Els, klopt dit?" in page and "Stop ermee" not in page
    assert visitor.post(address, {"answer": "other"}).status_code == 422
    assert visitor.post(address, {"answer": "stop"}).status_code == 409, "there is nothing to stop yet"
    assert visitor.post(address, {"answer": "yes"}).status_code == 302
    assert visitor.post(address, {"answer": "no"}).status_code == 409, "by two people, or twice"
    page = visitor.get(address).text
    assert "Je antwoord: ja. Het staat op het prikbord" in page and "Stop ermee" in page
    assert "Els Zonder" in main(jan.get("/prikbord/").text)
    for _twice in range(2):
        assert visitor.post(address, {"answer": "stop"}).status_code == 302
    assert "Het is gestopt." in visitor.get(address).text
    assert LAMPS not in main(jan.get("/prikbord/").text)


def test_a_yes_that_was_noted_is_told_by_letter_and_can_be_stopped(world: World) -> None:
    els_of(world, mail="els@buurt.example")
    marieke, jan = logged_in(world, "marieke"), logged_in(world, "jan")
    where = marieke.post("/aanbod/", said(called="Els Zonder", said_yes="on"))["Location"]
    assert LAMPS in main(jan.get("/prikbord/").text) and "Els Zonder" in main(jan.get("/prikbord/").text)
    address, visitor = address_in(), Client()
    assert "Er is genoteerd dat je ja zei. De buurt leest deze zin nu" in mail.outbox[0].body
    assert "Er is genoteerd dat je ja zei." in visitor.get(address).text
    assert visitor.post(address, {"answer": "no"}).status_code == 409
    assert visitor.post(address, {"answer": "stop"}).status_code == 302
    assert LAMPS not in main(jan.get("/prikbord/").text) and marieke.get(where).status_code == 404


def test_who_wrote_it_down_notes_a_yes_later_and_minds_the_offer(world: World) -> None:
    els_of(world)
    marieke, jan = logged_in(world, "marieke"), logged_in(world, "jan")
    where = marieke.post("/aanbod/", said(called="Els Zonder"))["Location"]
    assert "Els zei ja" in main(marieke.get(where).text)
    assert "Alleen van wie het aanbod is" in marieke.post(f"{where}antwoord/", {"answer": "no"}, follow=True).text
    offered = marieke.post(f"{where}antwoord/", {"answer": "yes"})["Location"]
    page = main(marieke.get(offered).text)
    assert "Voor Els." in page and "zorg jij voor dit aanbod" in page and 'name="line"' not in page
    assert marieke.post(offered, {"week": ["tue-morning"], "room": "3"}).status_code == 302
    assert "Dinsdagochtend, 3 keer per maand" in main(jan.get("/prikbord/").text)
    marieke.post(f"{offered}pauze/", {})
    assert LAMPS not in main(jan.get("/prikbord/").text)
    marieke.post(f"{offered}pauze/", {"weer": "ja"})
    listed = main(marieke.get("/aanbod/").text)
    assert "Voor Els." in listed and "De laatste maand nog niet gevraagd." in listed
    assert jan.get(offered).status_code == 404
    leaving = main(marieke.get("/weggaan/").text)
    assert LAMPS in leaving and "is het van wie in die buurt coördineert" in leaving and offered in leaving
    assert marieke.post(f"{offered}einde/")["Location"] == "/aanbod/"
    assert LAMPS not in main(jan.get("/prikbord/").text)


def test_what_cannot_be_gets_a_sentence_and_loses_nothing(world: World) -> None:
    marieke = logged_in(world, "marieke")
    yesterday = str(timezone.localdate() - timedelta(days=1))
    wrong = (
        ({"line": " "}, "Er staat nog niets. Eén zin is genoeg."),
        ({"called": "Niemand Zo"}, "Je kent hier niemand die “Niemand Zo” heet."),
        ({"called": "marieke bos"}, "Dit ben jij zelf."),
        ({"until": yesterday}, "Die dag is al voorbij."),
        ({"line": "Jan repareert graag lampen"}, "Hier staat de naam “Jan”"),
    )
    for more, sentence in wrong:
        told = said(week=["mon-morning"], **more)
        answer = marieke.post("/aanbod/", told)
        assert (answer.status_code, sentence in answer.text) == (400, True), more
        assert told["called"] in answer.text and 'value="mon-morning" checked' in answer.text
    with owner():
        assert not HeardOffer.objects.exists() and not OfferYes.objects.exists() and not Offer.objects.exists()


def test_the_list_asks_as_little_with_ten_as_with_one(world: World) -> None:
    els_of(world)
    marieke, jan = logged_in(world, "marieke"), logged_in(world, "jan")
    for name in ("a", "abcdefghi"):
        for one in name:
            marieke.post("/aanbod/", said(line=f"Nummer {one}"))
            marieke.post("/aanbod/", said(line=f"Getal {one}", called="Els Zonder", said_yes="on"))
        if name == "a":
            few = [count(marieke, "/aanbod/"), count(jan, "/aanbod/"), count(jan, "/")]
    assert [count(marieke, "/aanbod/"), count(jan, "/aanbod/")] == few[:2]
    assert max(few[:2]) <= 18, few

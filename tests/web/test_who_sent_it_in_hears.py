"""Whoever sent something in for the map hears the yes, the no, and that it was taken off: on Today, or by mail."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from nabij.directory.initiatives import Initiative, InitiativeAnswer
from nabij.directory.models import Service
from nabij.directory.owners import OwnerStop, hash_of_address
from nabij.trust.acting import NOBODY, acting_as
from tests.conftest import owner
from tests.mailbox import delivered
from tests.web.asking import count, logged_in
from tests.web.test_oneself_on_the_map import COFFEE, only_one, say, sent_by_a_visitor, without_thinking

pytestmark = pytest.mark.django_db
__all__ = ["without_thinking"]
MAIL = "emine@voorbeeld.example"
WHY = "Zo lijkt het een winkel."


@pytest.fixture
def jan(world):
    """Jan is logged in, and sent in a coffee morning."""
    jan = logged_in(world, "jan")
    jan.post("/kaart/zelf/", COFFEE | {"email": "jan@voorbeeld.example"})
    return jan


def today(client) -> str:
    return client.get("/").content.decode()


def test_who_is_logged_in_reads_the_yes_on_today(world, coordinator, jan):
    before = count(jan, "/")
    assert "Koffieochtend" not in today(jan)
    say(coordinator, "yes")
    assert "“Koffieochtend” staat op de kaart" in today(jan) and f"/kaart/zelf/{only_one().pk}/" in today(jan)
    assert count(jan, "/") <= before + 2
    for other in (coordinator, logged_in(world, "marieke")):
        assert "“Koffieochtend” staat op de kaart" not in today(other)
    assert delivered() == []  # Who has an account reads it there.


def test_who_is_logged_in_reads_the_no_and_why(world, coordinator, jan):
    say(coordinator, "no", why=WHY)
    assert "“Koffieochtend” komt niet op de kaart" in today(jan) and WHY in today(jan)


def test_who_is_logged_in_reads_that_it_was_taken_off(world, coordinator, jan):
    say(coordinator, "yes")
    say(coordinator, "no", why=WHY)
    assert "“Koffieochtend” is van de kaart gehaald" in today(jan) and WHY in today(jan)
    assert "Het is van de kaart gehaald." in jan.get(f"/kaart/zelf/{only_one().pk}/").content.decode()


def test_that_somebody_looked_again_and_what_is_long_ago_is_no_news(world, coordinator, jan):
    say(coordinator, "yes")
    with owner():
        InitiativeAnswer.objects.update(at=timezone.now() - timedelta(days=15))
        InitiativeAnswer.objects.create(initiative=Initiative.objects.get(), yes=True, at=timezone.now())
    assert "Koffieochtend" not in today(jan)


def test_who_gave_an_address_is_mailed_the_yes_and_nobody_can_do_anything_with_that_mail(world, coordinator):
    client, link = sent_by_a_visitor(email=MAIL)
    assert "Je krijgt het ook in een mail." in client.get(link).content.decode()
    say(coordinator, "yes")
    (mail,) = delivered()
    words = str(mail.body)
    with acting_as(NOBODY):
        listing = f"/kaart/{Service.objects.get().pk}/"
    assert mail.to == [MAIL] and "Koffieochtend" in words and listing in words
    assert link not in words and "/kaart/zelf/" not in words and "klopt-nog" not in words
    assert "06 12" not in words and "Emine" not in words
    assert Client().get(listing).status_code == 200


@pytest.mark.parametrize(
    ("first", "sentence"), [((), "Het komt niet op de kaart."), (("yes",), "Het is van de kaart gehaald.")]
)
def test_who_gave_an_address_is_mailed_why_not_and_nobody_elses_words(world, coordinator, first, sentence):
    sent_by_a_visitor(email=MAIL, name="Koop nu op winkel.example")
    for one in first:
        say(coordinator, one)
    before = len(delivered())
    say(coordinator, "no", why=WHY)
    (mail,) = delivered()[before:]
    words = str(mail.body)
    assert mail.to == [MAIL] and sentence in words and WHY in words
    assert "winkel.example" not in words + mail.subject and "/kaart/" not in words


def test_who_wants_no_mail_or_gave_no_address_gets_none(world, coordinator):
    sent_by_a_visitor(email=MAIL)
    with owner():
        OwnerStop.objects.create(address_hash=hash_of_address(MAIL), stops=True, at=timezone.now())
    say(coordinator, "yes")
    assert delivered() == []


def test_who_gave_a_number_alone_reads_on_their_page_that_the_answer_comes_there(world, coordinator):
    client, link = sent_by_a_visitor()
    assert "Het antwoord lees je alleen hier" in client.get(link).content.decode()
    say(coordinator, "yes")
    assert "Het staat op de kaart." in client.get(link).content.decode() and delivered() == []


def test_a_no_that_could_not_be_given_mails_nothing(world, coordinator):
    sent_by_a_visitor(email=MAIL)
    say(coordinator, "no", why="")
    assert say(logged_in(world, "jan"), "no", why=WHY).status_code == 404
    say(coordinator, "no", why=WHY)
    say(coordinator, "no", why=WHY)
    assert len(delivered()) == 1

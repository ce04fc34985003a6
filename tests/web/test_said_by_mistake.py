"""Whoever pressed “Bereik ik niet” or “Klopt nog” by mistake takes it back on the page right after it."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from nabij.directory.models import A_MISTAKE, Confirmation, Service
from nabij.directory.verbs import unsay
from nabij.trust.acting import NOBODY, acting_as, link, office, person
from nabij.web.limits import ONCE_A_DAY, key_of, uncount
from tests.conftest import owner
from tests.web.asking import logged_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(world) -> str:
    with owner():
        return f"/kaart/{Service.objects.create(name='Eettafel', status='active', came_from='test').pk}/"


def words() -> list[str]:
    with owner():
        return list(Confirmation.objects.order_by("at", "id").values_list("found", flat=True))


def given(page: str) -> str:
    """What the button to take it back carries; empty without a button."""
    found = re.search(r'name="terug" value="([^"]+)"', page)
    return found[1] if found else ""


def said(client: Client, url: str, found: str) -> str:
    return client.post(f"{url}bevestigingen/", {"found": found}, follow=True).content.decode()


def took_back(client: Client, url: str, signed: str) -> str:
    return client.post(f"{url}bevestigingen/terug/", {"terug": signed}, follow=True).content.decode()


def test_a_visitor_takes_it_back_and_may_say_something_else(url):
    visitor = Client()
    assert given(visitor.get(url).content.decode()) == ""
    page = said(visitor, url, "unreached")
    assert "Per ongeluk gedrukt?" in page and words() == ["unreached"]
    after = took_back(visitor, url, given(page))
    assert "Weggehaald. Het telt niet mee." in after and words() == [] and given(after) == ""
    assert "Iedereen ziet dat dit nog klopt." in said(visitor, url, "right") and words() == ["right"]


def test_who_is_logged_in_takes_it_back(world, url):
    fatima = logged_in(world, "fatima")
    page = said(fatima, url, "unreached")
    assert "Weggehaald. Het telt niet mee." in took_back(fatima, url, given(page)) and words() == []


def test_nobody_takes_back_the_word_of_another_or_twice(url):
    first, other = Client(REMOTE_ADDR="192.0.2.1"), Client(REMOTE_ADDR="192.0.2.2")
    signed = given(said(first, url, "unreached"))
    with owner():
        word = str(Confirmation.objects.get().pk)
    for guess in ("", word, f"{word}:x:y", signed + "x"):
        assert "Dit kon niet meer" in took_back(other, url, guess)
    assert words() == ["unreached"]
    took_back(first, url, signed)
    said(first, url, "unreached")
    assert "Dit kon niet meer" in took_back(first, url, signed)
    assert words() == ["unreached"]
    assert "kort geleden al op geantwoord" in said(first, url, "right")  # What came too late frees no other word.


def test_taking_a_word_back_frees_only_what_it_was_counted_by(url):
    """That nobody answers counts once a month from one address: another word that is taken back does not free that."""
    visitor = Client()
    said(visitor, url, "unreached")
    with acting_as(office("door")):
        uncount(key_of(ONCE_A_DAY, who=f"127.0.0.1 {url.split('/')[2]}"))  # The next day.
    took_back(visitor, url, given(said(visitor, url, "right")))
    assert "kort geleden al op geantwoord" in said(visitor, url, "unreached") and words() == ["unreached"]


def test_the_key_of_one_listing_does_nothing_at_another(url):
    with owner():
        there = f"/kaart/{Service.objects.create(name='Soep', status='active', came_from='test').pk}/"
    visitor = Client()
    said(visitor, url, "unreached")
    signed = given(said(visitor, there, "right"))
    assert "Dit kon niet meer" in took_back(visitor, url, signed) and words() == ["unreached", "right"]
    assert given(visitor.get(f"{url}?terug={signed}").content.decode()) == ""
    assert "kort geleden al op geantwoord" in said(visitor, url, "right")


def test_who_was_logged_in_frees_nothing_of_a_visitor(world, url):
    fatima, visitor = logged_in(world, "fatima"), Client()
    said(visitor, url, "unreached")
    signed = given(said(fatima, url, "right"))
    assert "Weggehaald" in took_back(visitor, url, signed) and words() == ["unreached"]
    assert "kort geleden al op geantwoord" in said(visitor, url, "right")


def test_after_a_quarter_of_an_hour_it_stays(url, monkeypatch):
    visitor = Client()
    page = said(visitor, url, "unreached")
    with owner():
        Confirmation.objects.update(at=timezone.now() - timedelta(minutes=A_MISTAKE + 1))
    assert "Dit kon niet meer" in took_back(visitor, url, given(page)) and words() == ["unreached"]
    monkeypatch.setattr("nabij.web.map.confirming.A_MISTAKE", 0)
    assert given(visitor.get(f"{url}?terug={given(page)}").content.decode()) == ""


def test_the_link_of_a_word_takes_that_word_back_and_nobody_else_does(world, url):
    visitor = Client()
    for address in ("192.0.2.1", "192.0.2.2"):
        visitor.post(f"{url}bevestigingen/", {"found": "right"}, REMOTE_ADDR=address)
    with owner():
        one, other = Confirmation.objects.order_by("at", "id")
        told = Confirmation.objects.create(service=one.service, found="right", said_by="owner", at=timezone.now())
    for actor in (link(reader=one.pk, reach=other.pk), office("door"), office("reminders")):
        with acting_as(actor):
            assert not unsay(word=one.pk, at=timezone.now())
    for refused in (NOBODY, person(world.fatima.pk)):
        with pytest.raises(Exception, match="permission denied"), acting_as(refused):
            unsay(word=one.pk, at=timezone.now())
    with acting_as(link(reader=told.pk, reach=told.pk)):
        assert not unsay(word=told.pk, at=timezone.now())  # Of whoever does it themselves nothing is taken back so.
    with acting_as(link(reader=one.pk, reach=one.pk)):
        assert unsay(word=one.pk, at=timezone.now())

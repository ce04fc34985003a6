"""Klopt nog, or bereik ik niet, on the page of a listing: in one tap, by anybody, also without scripts."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from nabij.directory.models import Confirmation, Service
from nabij.directory.verbs import import_hsds
from nabij.trust.acting import acting_as, office
from tests.conftest import owner
from tests.directory.conftest import LISTINGS, NOW
from tests.web.asking import logged_in
from tests.world import World


@pytest.fixture(scope="module")
def listings(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The forty listings, imported once for this file with their meaning, and taken away afterwards."""
    with django_db_blocker.unblock():
        with acting_as(office("beheer")):
            import_hsds(path=LISTINGS, at=NOW)
        yield
        with owner():
            for model in reversed(list(Service._meta.apps.get_app_config("directory").get_models())):
                model._default_manager.all().delete()


def listed(number: int) -> Service:
    with acting_as(office("beheer")):
        return Service.objects.get(email=f"l.{number:02}@voorbeeld.example")


@pytest.fixture
def reader(listings: None, world: World, client: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    """A visitor of a map in whose neighbourhood people live who can log in."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return client


def test_whoever_is_logged_in_says_in_one_tap_that_a_listing_is_still_right(reader: Client, world: World) -> None:
    fatima = logged_in(world, "fatima")
    url = f"/kaart/{listed(4).pk}/"

    assert "Klopt nog" in fatima.get(url).content.decode()
    assert "Klopt nog" in fatima.get("/kaart/", {"q": "koken met kees"}).content.decode()
    told = fatima.post(f"{url}bevestigingen/", {"found": "right"}, follow=True).content.decode()

    assert "Bewaard. Iedereen ziet dat dit nog klopt." in told
    assert "Vandaag bevestigd." in told
    assert "Fatima" not in reader.get(url).content.decode()
    with acting_as(office("beheer")):
        assert Confirmation.objects.get(service=listed(4)).by_id == world.fatima.pk


def test_somebody_who_got_no_answer_says_so(reader: Client, world: World) -> None:
    url = f"/kaart/{listed(14).pk}/"
    logged_in(world, "fatima").post(f"{url}bevestigingen/", {"found": "unreached"})
    shown = reader.get(url).content.decode()
    assert "Vandaag kreeg iemand hier geen gehoor. Bel of mail eerst even." in shown
    assert shown.count("geen gehoor") == 1


def test_a_visitor_says_it_in_one_tap_and_nothing_says_who_they_are(reader: Client) -> None:
    url = f"/kaart/{listed(4).pk}/"

    assert "Klopt nog" in reader.get(url).content.decode()
    told = reader.post(f"{url}bevestigingen/", {"found": "right"}, follow=True).content.decode()

    assert "Er staat niet bij wie je bent." in told
    assert "Vandaag zei een bezoeker dat dit klopt." in told
    with acting_as(office("beheer")):
        word = Confirmation.objects.get(service=listed(4))
    assert (word.said_by, word.by_id, word.how) == ("visitor", None, "")


def test_a_visitor_answers_once_a_day_for_each_listing(reader: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    first, other = (f"/kaart/{listed(number).pk}/bevestigingen/" for number in (4, 5))

    reader.post(first, {"found": "right"})
    again = reader.post(first, {"found": "unreached"}, follow=True).content.decode()
    reader.post(other, {"found": "unreached"})
    assert "Vanaf jouw internetverbinding is hier kort geleden al op geantwoord." in again
    assert words() == ["right", "unreached"]

    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(hours=25))
    reader.post(first, {"found": "unreached"})
    assert words() == ["right", "unreached", "unreached"]


def test_from_another_address_somebody_else_answers(reader: Client) -> None:
    url = f"/kaart/{listed(4).pk}/bevestigingen/"
    for address in ("203.0.113.1", "203.0.113.2"):
        reader.post(url, {"found": "right"}, REMOTE_ADDR=address)
    assert words() == ["right", "right"]


def test_what_a_visitor_may_not_say_uses_nothing_up(reader: Client) -> None:
    url = f"/kaart/{listed(4).pk}/bevestigingen/"
    assert reader.post(url, {"found": "wrong"}).status_code == 404
    assert reader.post(url, {}).status_code == 404
    assert "?gehoord=right&" in reader.post(url, {"found": "right"}).headers["location"]


def test_another_site_cannot_answer_for_who_visits_it(listings: None, db: None) -> None:
    assert (
        Client(enforce_csrf_checks=True).post(f"/kaart/{listed(4).pk}/bevestigingen/", {"found": "right"}).status_code
        == 403
    )


def test_visitors_on_three_days_make_it_sink_and_the_page_says_so(
    reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"/kaart/{listed(14).pk}/"
    for days in range(3):
        assert "keer niet bereikt" not in reader.get(url).content.decode()
        monkeypatch.setattr(timezone, "now", lambda days=days: NOW + timedelta(days=days))
        reader.post(f"{url}bevestigingen/", {"found": "unreached"}, REMOTE_ADDR=f"192.0.2.{days}")

    assert "Drie keer niet bereikt sinds" in reader.get(url).content.decode()


def test_one_address_that_says_it_each_day_is_heard_once_a_month(
    reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"/kaart/{listed(14).pk}/"
    for days in range(5):
        monkeypatch.setattr(timezone, "now", lambda days=days: NOW + timedelta(days=days))
        reader.post(f"{url}bevestigingen/", {"found": "unreached"})
    assert "keer niet bereikt" not in reader.get(url).content.decode()


def words() -> list[str]:
    with acting_as(office("beheer")):
        return list(Confirmation.objects.order_by("at", "id").values_list("found", flat=True))


def test_what_nobody_asked_is_not_confirmed(reader: Client, world: World) -> None:
    url = f"/kaart/{listed(4).pk}/bevestigingen/"
    assert logged_in(world, "fatima").post(url, {"found": "wrong"}).status_code == 404
    assert logged_in(world, "fatima").get(url).status_code == 405

"""After a no: whoever sent it in reads why, and tries again without typing anything anew."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from nabij.directory.initiatives import MOST_OF_VISITORS, Initiative
from tests.conftest import owner
from tests.web.asking import logged_in
from tests.web.test_oneself_on_the_map import COFFEE, say, sent_by_a_visitor

pytestmark = pytest.mark.django_db
WHY = {"why": "Zo lijkt het een winkel."}


def waiting() -> list[str]:
    with owner():
        return [str(one) for one in Initiative.objects.waiting()]


def test_a_visitor_finds_all_they_typed_and_sends_it_in_anew_with_a_link_of_its_own(world, coordinator):
    client, link = sent_by_a_visitor()
    say(coordinator, "no", **WHY)
    page = client.get(link).content.decode()
    assert "Zo lijkt het een winkel." in page and "Probeer het opnieuw" in page
    for typed in ("Koffieochtend", "06 12 34 56 78", "De Kwelder", "10:00", "12:00", "Emine"):
        assert f'value="{typed}"' in page, typed
    assert re.search(r'value="TU"[^>]* checked', page) and "Samen koffie drinken.</textarea>" in page
    assert "Alleen met deze link" not in page  # It changes nothing any more.
    sent = Client(enforce_csrf_checks=True).post(link, COFFEE | {"name": "Koffie voor buren", "again": "1"})
    assert sent.status_code == 302 and sent["Location"] != link
    assert "Het wacht op een ja" in client.get(sent["Location"]).content.decode()
    assert waiting() == ["Koffie voor buren"]
    assert "Zo lijkt het een winkel." in client.get(link).content.decode()


def test_who_is_logged_in_sends_it_in_anew_in_their_own_name(world, coordinator):
    jan = logged_in(world, "jan")
    page = jan.post("/kaart/zelf/", COFFEE)["Location"]
    say(coordinator, "no", **WHY)
    assert 'value="Koffieochtend"' in jan.get(page).content.decode()
    assert logged_in(world, "marieke").post(page, COFFEE | {"again": "1"}).status_code == 404
    sent = jan.post(page, COFFEE | {"again": "1"})["Location"]
    with owner():
        assert Initiative.objects.waiting().get().by_id == world.jan.pk
    assert sent != page and "Het wacht op een ja" in jan.get(sent).content.decode()


def test_what_was_typed_while_somebody_said_no_is_not_lost_and_not_sent_in_unasked(world, coordinator):
    client, link = sent_by_a_visitor()
    say(coordinator, "no", **WHY)
    page = client.post(link, COFFEE | {"name": "Thee"}).content.decode()
    assert "Zo lijkt het een winkel." in page and 'value="Thee"' in page
    assert waiting() == []


def test_a_mistake_and_a_full_neighbourhood_lose_nothing(world, coordinator):
    client, link = sent_by_a_visitor()
    say(coordinator, "no", **WHY)
    wrong = client.post(link, COFFEE | {"phone": "bel mij", "again": "1"})
    assert wrong.status_code == 400 and 'value="bel mij"' in wrong.content.decode()
    with owner():
        one, at = Initiative.objects.get(), timezone.now()
        Initiative.objects.bulk_create(
            Initiative(neighbourhood=one.neighbourhood, said={"name": "x"}, token_hash=b"%d" % n, at=at, changed_at=at)
            for n in range(MOST_OF_VISITORS)
        )
    full = client.post(link, COFFEE | {"again": "1"})
    assert full.status_code == 400 and "wacht al veel op een ja" in full.content.decode()
    assert 'value="Koffieochtend"' in full.content.decode()


def test_who_stopped_sends_nothing_in_anew_by_the_old_link(world, coordinator):
    client, link = sent_by_a_visitor()
    client.post(link, {"stop": "1"})
    assert client.post(link, COFFEE | {"again": "1"}).status_code == 302
    assert waiting() == []

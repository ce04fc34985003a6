"""A demo that is opened as 127.0.0.1 goes on as localhost, where passkeys work; a real installation stays as it is."""

import pytest
from django.test import Client


@pytest.fixture
def demo(settings) -> None:
    settings.DEMO, settings.NABIJ_URL = True, "http://localhost:8153"


@pytest.mark.parametrize("host", ["127.0.0.1:8153", "[::1]:8153"])
def test_numbers_lead_to_the_name_at_the_same_port(db, demo, host):
    answer = Client().get("/inloggen/?next=/kaart/", headers={"host": host})
    assert answer.status_code == 302
    assert answer.headers["Location"] == "http://localhost:8153/inloggen/?next=/kaart/"


def test_the_name_itself_stays_and_so_does_what_is_sent(db, demo):
    assert Client().get("/inloggen/", headers={"host": "localhost:8153"}).status_code == 200
    sent = Client().post("/taal/", headers={"host": "127.0.0.1:8153"})
    assert "localhost" not in sent.headers.get("Location", "")


@pytest.mark.parametrize(("is_demo", "url"), [(False, "http://localhost:8153"), (True, "http://127.0.0.1:8153")])
def test_what_is_no_demo_or_is_called_by_numbers_on_purpose_stays(db, settings, is_demo, url):
    settings.DEMO, settings.NABIJ_URL = is_demo, url
    assert Client().get("/inloggen/", headers={"host": "127.0.0.1:8153"}).status_code == 200


def test_a_strangers_name_leads_nowhere(db, demo):
    answer = Client().get("/", headers={"host": "elders.example"})
    assert answer.status_code == 400
    assert "Location" not in answer.headers

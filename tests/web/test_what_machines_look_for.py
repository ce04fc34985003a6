"""security.txt says whom to tell, robots.txt keeps searchers out of pages of people."""

from datetime import datetime, timedelta
from urllib.robotparser import RobotFileParser

import pytest
from django.test import Client
from django.utils import timezone


def test_security_txt_says_whom_to_tell_and_until_when(db, settings):
    settings.NABIJ_SECURITY_CONTACT = "mailto:veilig@gemeente.example https://gemeente.example/veilig"
    settings.NABIJ_URL = "https://nabij.example"
    answer = Client().get("/.well-known/security.txt")
    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    said = [line.split(": ", 1) for line in answer.content.decode().splitlines()]
    assert [value for name, value in said if name == "Contact"] == settings.NABIJ_SECURITY_CONTACT.split()
    (expires,) = (datetime.fromisoformat(value) for name, value in said if name == "Expires")
    assert timedelta(days=30) < expires - timezone.now() < timedelta(days=365)
    assert ["Canonical", "https://nabij.example/.well-known/security.txt"] in said


def test_without_somebody_who_answers_it_is_not_there(db, settings):
    settings.NABIJ_SECURITY_CONTACT = ""
    assert Client().get("/.well-known/security.txt").status_code == 404


@pytest.mark.parametrize("url", ["/verhalen/", "/mensen/x/", "/brief/sleutel/", "/mijn/", "/inloggen/", "/buurt/"])
def test_searchers_stay_out_of_pages_of_people(url, db):
    reader = RobotFileParser()
    reader.parse(Client().get("/robots.txt").content.decode().splitlines())
    assert not reader.can_fetch("Searcher", url)
    assert reader.can_fetch("Searcher", "/kaart/?q=taal")

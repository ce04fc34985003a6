"""What every answer says to the browser."""

import pytest
from django.test import Client

from nabij.trust.acting import acting_as, office
from nabij.web.headers import NOT_ASKED
from tests.web.asking import logged_in

PAGES = ("/", "/bestaat-niet/", "/kaart/", "/inloggen/", "/robots.txt", "/static/nabij/mark.svg")


@pytest.mark.parametrize("url", PAGES)
def test_every_answer_forbids_what_is_inline_or_from_elsewhere(url, world):
    policy = Client().get(url).headers["Content-Security-Policy"]
    said = dict(part.split(" ", 1) for part in policy.split("; "))
    assert said["default-src"] == said["frame-ancestors"] == said["base-uri"] == said["object-src"] == "'none'"
    kinds = "script style img font connect manifest worker".split()
    assert {said[f"{kind}-src"] for kind in kinds} == {said["form-action"]} == {"'self'"}
    assert "unsafe" not in policy
    assert "*" not in policy


@pytest.mark.parametrize("url", PAGES)
def test_every_answer_says_the_rest(url, world):
    said = Client().get(url).headers
    assert said["X-Content-Type-Options"] == "nosniff"
    assert said["X-Frame-Options"] == "DENY"
    assert said["Referrer-Policy"] in ("same-origin", "no-referrer")
    assert said["Cross-Origin-Opener-Policy"] == "same-origin"
    assert said["Cross-Origin-Resource-Policy"] == "same-origin"
    assert [name for name in NOT_ASKED if f"{name}=()" not in said["Permissions-Policy"]] == []
    assert "Server" not in said


def test_a_page_of_people_is_never_kept(world):
    """What does not know who asks may be kept: `test_login.py`."""
    client = logged_in(world, "riet")
    for url in (
        "/",
        "/verhalen/",
        f"/verhalen/{world.riets_story.id}/",
        "/mijn/",
        "/kaart/",
        "/bestaat-niet/",
    ):
        assert "no-store" in client.get(url).headers["Cache-Control"], url


def test_logging_out_clears_what_the_browser_kept(world):
    client = logged_in(world, "riet")
    assert "Clear-Site-Data" not in client.get("/inloggen/uit/").headers
    assert client.post("/inloggen/uit/").headers["Clear-Site-Data"] == '"cache", "storage"'


def test_logging_out_everywhere_clears_it_here_as_well(world):
    client, everywhere = logged_in(world, "riet"), "/inloggen/apparaten/einde/"
    assert "Clear-Site-Data" not in client.get("/inloggen/apparaten/").headers
    assert client.post(everywhere).headers["Clear-Site-Data"] == '"cache", "storage"'
    asked_first = logged_in(world, "riet", ago=3600).post(everywhere)
    assert asked_first["Location"].startswith("/inloggen/nog-eens/")
    assert "Clear-Site-Data" not in asked_first.headers
    with acting_as(office("door")):
        assert "_auth_user_id" not in client.session


def test_a_theme_from_another_site_is_let_in_when_the_settings_name_it(world, settings):
    settings.NABIJ_THEME_CSS = "https://tokens.example/theme.css"
    policy = Client().get("/").headers["Content-Security-Policy"]
    assert "style-src 'self' https://tokens.example/theme.css" in policy
    assert "script-src 'self';" in policy


def test_with_https_the_browser_stays_on_it(world, settings):
    settings.SECURE = True
    settings.SECURE_HSTS_SECONDS = 31536000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    answer = Client().get("/", secure=True)
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
    assert "upgrade-insecure-requests" in answer.headers["Content-Security-Policy"]
    assert "Strict-Transport-Security" not in Client().get("/").headers

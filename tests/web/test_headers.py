"""What every answer says to the browser."""

from django.test import Client


def test_every_answer_forbids_what_is_inline_or_from_elsewhere(world, settings):
    for url in ("/", "/bestaat-niet/", "/static/nabij/mark.svg"):
        response = Client().get(url)
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]
        assert "unsafe" not in response.headers["Content-Security-Policy"]
        assert "geolocation=()" in response.headers["Permissions-Policy"]


def test_a_theme_from_another_site_is_let_in_when_the_settings_name_it(world, settings):
    settings.NABIJ_THEME_CSS = "https://tokens.example/theme.css"
    policy = Client().get("/").headers["Content-Security-Policy"]
    assert "style-src 'self' https://tokens.example/theme.css" in policy

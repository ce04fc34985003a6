"""What every page knows: theme, name, way around and the hats of whoever is there."""

from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory, override_settings
from django.utils import timezone, translation

from nabij.web.look import look, ways
from nabij.web.me import who_is_there
from tests.world import World


def test_the_way_says_where_one_is() -> None:
    def here(path: str) -> dict[str, str]:
        return {way.section: way.here for way in ways(path, me=me) if way.here}  # type: ignore[arg-type]

    me = SimpleNamespace(hats=["wijkwerker"], formal=True, has_story=False)

    assert here("/") == {"today": "page"}
    assert here("/verhalen/") == {"stories": "page"}
    assert here("/verhalen/1/overdracht") == {"stories": "true"}
    assert here("/stijl/") == {}


@override_settings(NABIJ_THEME="utrecht-theme", NABIJ_THEME_CSS="/static/utrecht.css", NABIJ_NAME="Nabij in Purmerend")
def test_another_theme_takes_the_place_of_ours() -> None:
    page = render_to_string("base.html", {}, RequestFactory().get("/"))

    assert 'class="utrecht-theme utrecht-root"' in page
    assert '<link rel="stylesheet" href="/static/utrecht.css">' in page
    assert page.index("built/nabij.css") < page.index("/static/utrecht.css")
    assert "Nabij in Purmerend" in page


def test_who_comes_for_their_own_story_finds_it_and_a_visitor_finds_what_is_public() -> None:
    def words(me: object) -> list[str]:
        return [str(way.word) for way in ways("/", me=me)]  # type: ignore[arg-type]

    def somebody(*hats: str, formal: bool = False, has_story: bool = False) -> object:
        return SimpleNamespace(hats=hats, formal=formal, has_story=has_story)

    with translation.override("nl"):
        assert words(somebody()) == ["Vandaag", "Mijn verhaal", "Buurt", "Kaart"]
        assert words(somebody("buurvrouw")) == ["Vandaag", "Verhalen", "Mijn verhaal", "Buurt", "Kaart"]
        assert words(somebody("wijkwerker", formal=True)) == ["Vandaag", "Verhalen", "Buurt", "Kaart"]
        assert "Mijn verhaal" in words(somebody("wijkwerker", formal=True, has_story=True))
        assert words(None) == ["Buurt", "Kaart"]


def test_a_visitor_has_no_pegs_and_the_page_needs_no_database() -> None:
    page = render_to_string("base.html", {}, RequestFactory().get("/"))

    assert 'class="hat"' not in page
    assert "/inloggen/" in page
    assert "data-person" not in page


@pytest.mark.django_db
def test_the_hats_of_who_is_there_hang_in_the_head_without_a_query(world: World, django_assert_num_queries) -> None:
    with world.acting("marieke"):
        request = RequestFactory().get("/verhalen/")
        request.me = who_is_there(person=world.marieke.id, hat=None, at=timezone.now())  # type: ignore[attr-defined]
        with django_assert_num_queries(0):
            known = look(request)
            page = render_to_string("base.html", {}, request)

    assert known["now"] == request.me.at  # type: ignore[attr-defined]
    assert known["wardrobe"].worn.title == "wijkwerker"
    assert f'data-person="{world.marieke.id}"' in page
    assert '<a href="/verhalen/" aria-current="page">' in page
    assert 'action="/pet/"' in page

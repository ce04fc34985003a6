"""The gallery shows every piece, and a page of it reads nothing from the database."""

from pathlib import Path

import pytest
from django.test import RequestFactory

from nabij.web.gallery import views

COMPONENTS = Path(__file__).parents[2] / "nabij" / "web" / "templates" / "components"


@pytest.fixture(scope="module")
def page() -> str:
    return views.gallery(RequestFactory().get("/stijl/", headers={"accept-language": "nl"})).content.decode()


def test_it_shows_the_pieces_full_and_empty(page: str) -> None:
    assert page.count("<h1") == 1
    assert "De lift doet het weer." in page
    assert "Hier komt wat er gebeurt." in page
    assert "Nog niemand genoemd. Wie ziet Riet wel eens?" in page


def test_it_shows_every_component_there_is(page: str) -> None:
    used = set()
    waiting = {"gallery/gallery.html", "gallery/letter.html", "base.html"}
    sources = {str(file.relative_to(COMPONENTS.parent)): file.read_text() for file in COMPONENTS.parent.rglob("*.html")}
    tags = (COMPONENTS.parents[1] / "templatetags" / "nabij.py").read_text()
    while waiting:
        name = waiting.pop()
        used.add(name)
        waiting |= {other for other in sources if f'"{other}"' in sources[name] + tags and other not in used}

    assert {f"components/{file.name}" for file in COMPONENTS.iterdir()} <= used


def test_a_form_that_went_wrong_ties_its_mistake_to_the_box(page: str) -> None:
    assert 'id="fout_mail_error"' in page
    assert 'aria-describedby="fout_mail_help fout_mail_error"' in page
    assert 'aria-invalid="true"' in page


def test_a_picture_has_a_sentence_for_a_name_and_a_table_beside_it(page: str) -> None:
    assert 'role="img" aria-labelledby="kring-titel"' in page
    assert "Negen mensen, groepen en plekken om Riet" in page
    assert "Dezelfde kring in woorden" in page
    assert 'cx="180,' not in page, "a Dutch comma in a coordinate draws nothing"


def test_a_face_is_hidden_from_a_reader_because_the_name_stands_beside_it(page: str) -> None:
    assert '<span class="face face--own face--small" aria-hidden="true">RK</span><span>Riet Kuiper' in page


def test_the_letter_has_three_answers_and_no_way_around() -> None:
    page = views.letter(RequestFactory().get("/stijl/brief/")).content.decode()

    assert page.count('class="answer') - page.count('class="answers') == 3
    assert 'class="way"' not in page

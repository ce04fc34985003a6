"""The page of memory: the question in the body, what is found marked and escaped, and lessons without names."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nabij.moments.models import Moment
from nabij.moments.verbs import note
from nabij.stories.lessons import Lesson
from nabij.stories.verbs import promise, tell
from tests.web.asking import logged_in
from tests.world import AT, World

pytestmark = pytest.mark.django_db
BOUND = 34


@pytest.fixture
def jan(world: World) -> Client:
    return logged_in(world, "jan")


def written(world: World, *lines: str) -> None:
    with world.acting("marieke"):
        for days, line in enumerate(lines):
            at = AT + timedelta(minutes=days)
            note(line=line, circle=world.riets_story.circle, by=world.marieke, at=at)


def page(client: Client, *, status: int = 200, **said: str) -> str:
    response = client.post("/zoeken/", said)
    assert response.status_code == status
    return response.content.decode()


def test_what_is_found_is_marked_and_escaped(world: World, jan: Client):
    written(world, "De <b>rollator</b> & de lift staan stil.")
    shown = page(jan, vraag="rollators")
    assert '<mark class="nl-mark">rollator</mark>' in shown
    assert "&amp; de lift" in shown
    assert "<b>rollator" not in shown


def test_a_long_line_is_shown_by_the_piece_that_holds_the_word(world: World, jan: Client):
    written(world, f"{'Er gebeurde van alles die dag. ' * 40}Toen kwam de rollator. {'En nog veel meer. ' * 40}")
    shown = page(jan, vraag="rollator")
    assert '<mark class="nl-mark">rollator</mark>' in shown
    assert shown.count("Er gebeurde van alles") < 10


@pytest.mark.parametrize("words", ["", "de het een", "?!&|", "\x00", "x" * 501, "x" * 4001])
def test_a_question_without_words_gets_a_sentence_and_keeps_what_was_typed(world: World, jan: Client, words: str):
    shown = page(jan, vraag=words, status=400)
    assert "Schrijf een paar woorden" in shown or "te lang om mee te zoeken" in shown
    assert len(words) < 500 or words in shown


def test_a_question_in_the_address_is_not_asked(world: World, jan: Client):
    written(world, "De rollator staat stil.")
    shown = jan.get("/zoeken/", {"vraag": "rollator"}).content.decode()
    assert "staat stil" not in shown
    assert "staat stil" in page(jan, vraag="rollator").replace('<mark class="nl-mark">rollator</mark>', "rollator")


def test_twenty_at_first_and_then_more_with_the_same_question(world: World, jan: Client):
    written(world, *(f"Rollator nummer {chr(97 + n)} staat in de hal." for n in range(25)))
    shown = page(jan, vraag="rollator")
    assert shown.count('id="nummer-') == 20
    assert 'name="tot" value="40"' in shown
    assert page(jan, vraag="rollator", tot="40").count('id="nummer-') == 25


def test_it_is_narrowed_down_by_kind_story_and_time(world: World, jan: Client):
    written(world, "De rollator staat stil.")
    with world.acting("marieke"):
        riets = world.riets_story
        promise(circle=riets.circle, story=riets, what="regelt een rollator", by=world.marieke, at=AT)
        tell(story=riets, person=world.riet, words="Ik wil geen rollator", by=world.marieke, at=AT)
    assert page(jan, vraag="rollator").count('id="nummer-') == 3
    assert page(jan, vraag="rollator", soort="afspraken").count('id="nummer-') == 1
    assert page(jan, vraag="rollator", soort="woorden").count('id="nummer-') == 1
    assert page(jan, vraag="rollator", verhaal=str(riets.id)).count('id="nummer-') == 3
    assert page(jan, vraag="rollator", tijd="eerder").count('id="nummer-') == 0
    assert "Kies alle soorten" in page(jan, vraag="rollator", soort="lessen")
    kims = page(jan, vraag="rollator", verhaal=str(world.kims_story.id))
    assert "Kim" not in kims


def test_a_hit_opens_with_what_happened_around_it_for_its_readers_alone(world: World, jan: Client):
    written(world, "Eerst de bank.", "Toen de rollator.", "Daarna de brug.")
    with world.acting("jan"):
        key = Moment.objects.get(line="Toen de rollator.").id
    shown = jan.get(f"/zoeken/moment/{key}/").content.decode()
    assert "Eerst de bank." in shown
    assert "Daarna de brug." in shown
    assert logged_in(world, "yusuf").get(f"/zoeken/moment/{key}/").status_code == 404
    assert jan.get(f"/zoeken/iets/{key}/").status_code == 404


def test_a_page_of_answers_asks_a_bounded_number_of_questions(world: World, jan: Client):
    written(world, *(f"Rollator {chr(97 + n)} staat in de hal." for n in range(20)))
    few = asked(jan, vraag="bank")
    many = asked(jan, vraag="rollator van Riet")
    assert max(few, many) <= BOUND, (few, many)


def asked(client: Client, **said: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        client.post("/zoeken/", said)
    return len([one for one in seen.captured_queries if "SAVEPOINT" not in one["sql"]])


def test_a_lesson_is_shown_without_names_before_it_is_kept(world: World, jan: Client):
    url = f"/verhalen/{world.riets_story.id}/lessen/"
    said = {"tried": "Marieke vroeg Riet bij de koffie.", "helped": "yes"}
    shown = jan.post(url, said).content.decode()
    assert "De wijkwerker vroeg de bewoner bij de koffie." in shown
    with world.acting("jan"):
        assert not Lesson.objects.exists()
    proposed = "De wijkwerker vroeg de bewoner bij de koffie."
    assert jan.post(url, {"tried": proposed, "helped": "yes", "seen": proposed}).status_code == 302
    with world.acting("jan"):
        assert Lesson.objects.get().moment.line == proposed
    assert proposed in jan.get(url).content.decode()
    assert logged_in(world, "yusuf").get(url).status_code == 404


def test_its_writer_may_keep_a_word_that_only_looks_like_a_name(world: World, jan: Client):
    url = f"/verhalen/{world.riets_story.id}/lessen/"
    text = "Bos was te ver weg."
    assert jan.post(url, {"tried": text, "helped": "no", "seen": text}).status_code == 302
    assert text in jan.get(url).content.decode()


@pytest.mark.parametrize("said", [{"helped": "yes"}, {"tried": "Iets."}, {"tried": "Iets.", "helped": "x"}])
def test_a_lesson_that_is_not_whole_gets_a_sentence_and_keeps_what_was_typed(world: World, jan: Client, said):
    response = jan.post(f"/verhalen/{world.riets_story.id}/lessen/", said)
    assert response.status_code == 400
    assert said.get("tried", "") in response.content.decode()
    with world.acting("jan"):
        assert not Lesson.objects.exists()

"""Answering by the link in a mail: looking changes nothing, an answer counts once, and nothing typed is lost."""

import logging
import re
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO

import pytest
import structlog
from django.core import mail
from django.test import Client
from django.utils import timezone

from nabij.base.logs import configure
from nabij.post.models import Letter, Link, Sending
from nabij.stories.verbs import answer
from nabij.trust.acting import acting_as, office
from nabij.web.days import say_date
from nabij.web.letter import views
from nabij.web.post.jobs import send_letter
from tests.conftest import owner
from tests.post.asking import WORDS, ask_jan, asked_of, tomorrow


@pytest.fixture
def letter(world) -> Letter:
    return ask_jan(world)


@pytest.fixture
def address(letter) -> str:
    send_letter(letter=str(letter.id))
    found = re.search(r"(/brief/[\w-]+/)", mail.outbox[0].body)
    assert found
    return found[1]


def late(letter: Letter) -> None:
    with owner():
        Link.objects.filter(letter=letter).update(expires=timezone.now() - timedelta(minutes=1))


def test_it_shows_who_asks_what_and_when(client, address):
    page = client.get(address)
    assert page.status_code == 200
    for said in ("Marieke Bos", "wijkwerker", WORDS, "Een halfuur meelopen", say_date(tomorrow()).capitalize()):
        assert said in page.text


def test_looking_has_no_effect_however_often(client, letter, address):
    for _ in range(3):
        assert client.get(address).status_code == client.head(address).status_code == 200
    assert not hasattr(asked_of(letter), "answer")
    assert client.post(address, {"answer": "yes"}).status_code == 302


def test_no_other_site_and_no_search_engine_hears_the_address(client, address):
    page = client.get(address)
    assert page["Referrer-Policy"] == "no-referrer"
    assert page["X-Robots-Tag"] == "noindex"
    assert "no-store" in page["Cache-Control"]
    assert not page.cookies


@pytest.mark.parametrize(("kind", "said"), [("yes", "Je antwoord: ja."), ("no", "Je antwoord: nee, dit keer niet.")])
def test_an_answer_is_in_the_story_at_once_and_whoever_asked_hears_it(client, world, letter, address, kind, said):
    page = client.post(address, {"answer": kind}, follow=True)
    assert page.redirect_chain == [(address, 302)]
    assert said in page.text
    with world.acting("riet"):
        given = world.riets_story.promises.get(id=letter.about_id).answer
        assert (given.kind, given.by_link, given.by_id) == (kind, True, world.jan.id)
    with world.acting("marieke"):
        assert Letter.objects.filter(kind="news", reader=world.marieke).exists()


def test_another_day_is_named(client, letter, address):
    day = tomorrow() + timedelta(days=3)
    page = client.post(address, {"answer": "other_day", "day": day.isoformat()}, follow=True)
    assert f"Je antwoord: liever {say_date(day)}." in page.text
    assert asked_of(letter).answer.day == day


def test_the_answer_does_not_hang_on_cookies(address):
    assert Client(enforce_csrf_checks=True).post(address, {"answer": "yes"}).status_code == 302


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "Welke dag komt je wel uit? Kies een dag."),
        ("2020-01-01", "Die dag is al voorbij. Kies een dag die nog komt."),
        ("31-02-2027", "Deze dag bestaat niet. Schrijf bijvoorbeeld 24-11-2026."),
        ("volgende week <b>", "Deze dag bestaat niet. Schrijf bijvoorbeeld 24-11-2026."),
    ],
)
def test_a_day_that_cannot_be_gets_a_sentence_and_stays_as_it_was_typed(client, letter, address, typed, problem):
    page = client.post(address, {"answer": "other_day", "day": typed})
    assert page.status_code == 422
    assert problem in page.text
    assert f'value="{typed.replace("<b>", "&lt;b&gt;")}"' in page.text or not typed
    assert not hasattr(asked_of(letter), "answer")


def test_yes_with_another_day_beside_it_is_asked_again(client, letter, address):
    page = client.post(address, {"answer": "yes", "day": tomorrow().isoformat()})
    assert page.status_code == 422
    assert "Je koos ook een andere dag" in page.text
    assert not hasattr(asked_of(letter), "answer")


@pytest.mark.parametrize("said", [{}, {"answer": "misschien"}])
def test_an_answer_that_is_none_of_the_three_is_asked_again(client, address, said):
    page = client.post(address, said)
    assert page.status_code == 422
    assert "Kies ja, nee of een andere dag." in page.text


def test_the_second_time_the_first_answer_stands(client, letter, address):
    client.post(address, {"answer": "yes"})
    page = client.post(address, {"answer": "no"})
    assert page.status_code == 409
    assert "Met deze brief is al geantwoord." in page.text
    assert "Je antwoord: ja." in page.text
    assert asked_of(letter).answer.kind == "yes"


def test_after_its_day_it_says_so(client, letter, address):
    late(letter)
    for page in (client.get(address), client.post(address, {"answer": "yes"})):
        assert page.status_code == 410
        assert "Deze brief werkt niet meer. Vraag wie hem stuurde om een nieuwe." in page.text
        assert "Ja, dat doe ik" not in page.text
        assert "markt" not in page.text, "what was asked is told no more"
    assert not hasattr(asked_of(letter), "answer")


def test_whoever_answered_in_time_still_reads_their_answer_later(client, letter, address):
    client.post(address, {"answer": "yes"})
    with owner():
        Link.objects.update(expires=timezone.now() + timedelta(seconds=1))
    assert "Je antwoord: ja." in client.get(address).text


def test_an_altered_address_opens_nothing(client, letter, address):
    other = address[:-2] + ("a" if address[-2] != "a" else "b") + "/"
    for page in (client.get(other), client.post(other, {"answer": "yes"})):
        assert page.status_code == 404
        assert "Deze brief kennen we niet" in page.text
        assert WORDS not in page.text
    assert not hasattr(asked_of(letter), "answer")


def test_what_was_answered_otherwise_is_not_asked_again(client, world, letter, address):
    with world.acting("marieke"):
        answer(promise=asked_of(letter), kind="yes", by=world.jan, noted_by=world.marieke, at=timezone.now())
    assert "Je antwoord: ja." in client.get(address).text
    page = client.post(address, {"answer": "no"})
    assert page.status_code == 409
    assert "Hier was al antwoord op." in page.text


def test_whoever_is_logged_in_as_another_answers_as_the_reader_of_the_letter(client, world, letter, address):
    with acting_as(office("door")):
        client.force_login(world.kim.account)
    client.post(address, {"answer": "yes"})
    assert asked_of(letter).answer.by_id == world.jan.id


@pytest.fixture
def logged() -> Iterator[StringIO]:
    """What the product writes in its log, as it is set up when it serves."""
    loggers = [logging.getLogger(name) for name in ("", "django.request", "procrastinate")]
    was = [(one, one.level, one.handlers[:], one.filters[:]) for one in loggers]
    configure()
    written = StringIO()
    for handler in logging.getLogger().handlers:
        assert isinstance(handler, logging.StreamHandler)
        handler.setStream(written)
    yield written
    structlog.reset_defaults()
    for one, level, handlers, filters in was:
        one.setLevel(level)
        one.handlers[:], one.filters[:] = handlers, filters


def test_the_token_stands_in_no_log_also_when_something_breaks(client, address, logged, monkeypatch):
    client.raise_request_exception = False
    said = [client.post(address, {"answer": kind}).status_code for kind in ("other_day", "yes", "yes")]
    monkeypatch.setattr(views, "show", lambda *_: 1 / 0)
    assert [*said, client.get(address).status_code] == [422, 302, 409, 500]
    log = logged.getvalue()
    assert '"route": "letter"' in log
    assert "ZeroDivisionError" in log
    assert address.split("/")[2] not in log


def test_without_an_address_there_is_no_link(world, letter):
    with owner():
        world.jan.account.delete()
    send_letter(letter=str(letter.id))
    with owner():
        assert not Link.objects.exists()
        assert Sending.objects.get().problem

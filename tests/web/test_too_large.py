"""What is too large or asked in the wrong way gets a calm page, and loses nothing that was typed."""

import http.client
from urllib.parse import urlsplit

import pytest
import structlog
from django.test import Client

from tests.web.asking import logged_in

MEGABYTE = 1_000_000


@pytest.fixture
def riet(world):
    return logged_in(world, "riet")


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_too_much_at_once_says_that_it_still_stands_there(riet, headers):
    line = {"line": "x" * (MEGABYTE + 1)}
    answer = riet.post("/momenten/", line, content_type="application/x-www-form-urlencoded", headers=headers)
    assert answer.status_code == 413
    said = answer.content.decode()
    assert "wat je schreef staat er nog" in said
    assert "data-kept" not in said  # That would make the browser forget the draft.


def test_what_is_not_too_large_comes_through(riet):
    assert riet.post("/momenten/", {"line": "x" * 100_000}).status_code == 400  # The page itself says: too long.


def test_one_address_takes_a_file_and_not_without_end(riet, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * MEGABYTE
    where = f"/momenten/{'0' * 8}-0000-0000-0000-{'0' * 12}/bijlagen/"
    for url, size, status in (
        (where, 1_500_000, 404),
        (where, 2_500_000, 413),
        ("/momenten/", 1_500_000, 413),
        ("/momenten/bijlagen/", 1_500_000, 413),
    ):
        body = (
            b'--x\r\nContent-Disposition: form-data; name="f"; filename="f.csv"\r\n\r\n'
            + b"x" * size
            + b"\r\n--x--\r\n"
        )
        answer = riet.post(url, body, content_type="multipart/form-data; boundary=x")
        assert answer.status_code == status, url


def test_a_form_with_a_thousand_fields_is_refused(riet):
    answer = riet.post("/momenten/", {f"field-{number}": "x" for number in range(501)})
    assert answer.status_code == 400
    assert "Er is niets veranderd" in answer.content.decode()


def test_a_question_without_end_is_refused(world):
    assert Client().get("/kaart/?q=" + "x" * 5000).status_code == 413
    assert Client().get("/kaart/?q=" + "x" * 3000).status_code in (200, 400)


def test_a_wrong_way_of_asking_gets_a_page(riet):
    answer = riet.get("/momenten/")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"


@pytest.mark.parametrize("way", ["TRACE", "CONNECT", "TRACK", "DEBUG", "PROPFIND", "VERZONNEN"])
@pytest.mark.parametrize(
    "url", ["/", "/kaart/", "/bestaat-niet/", "/robots.txt", "/static/nabij/mark.svg", "/inloggen/"]
)
def test_what_would_send_back_what_it_was_sent_is_refused_everywhere(way, url, riet):
    for client in (riet, Client()):
        answer = client.generic(way, url, b"wat-ik-stuurde", headers={"X-Mijn-Geheim": "wat-ik-stuurde"})
        assert answer.status_code == 405
        assert answer.headers["Allow"] == "GET, HEAD, POST"
        assert b"wat-ik-stuurde" not in answer.content
    assert "Zo werkt deze pagina niet" in answer.content.decode()


def test_the_log_says_it_without_the_words(riet):
    with structlog.testing.capture_logs() as said:
        riet.post("/momenten/", {"line": "geheim" * 200_000}, content_type="application/x-www-form-urlencoded")
    assert "geheim" not in str(said)
    assert {"event": "too large", "log_level": "warning"} in said


@pytest.mark.parametrize("length", ["-1", "veel", "1e9"])
def test_a_length_that_is_none_breaks_nothing(length, world):
    assert Client().post("/momenten/", CONTENT_LENGTH=length).status_code < 500


def test_a_browser_hears_the_answer_though_it_sends_too_much(live):
    """Without reading what is sent, the connection would be cut, and a browser would show its own error."""
    connection = http.client.HTTPConnection(urlsplit(live).netloc, timeout=20)
    connection.request("POST", "/momenten/", body=b"line=" + b"x" * (5 * MEGABYTE))
    answer = connection.getresponse()
    assert answer.status == 413
    assert "wat je schreef staat er nog" in answer.read().decode()

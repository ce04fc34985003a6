"""No error page says anything of the inside, or whether something is there that you may not see."""

import re
from uuid import uuid4

import pytest
from django.test import Client, RequestFactory
from django.urls import path

from nabij import urls
from nabij.web import errors
from nabij.web.limits import slow_down
from tests.web.asking import logged_in

INSIDE = re.compile(
    r"traceback|exception|django|python|gunicorn|postgres|psycopg|sql|/nabij/|\.py\b|line \d+|\d+\.\d+\.\d+",
    re.IGNORECASE,
)
SECRET = "wat niemand mag horen"


def breaks(request):
    raise RuntimeError(SECRET)


urlpatterns = [*urls.urlpatterns, path("stuk/", breaks)]
handler400, handler403 = errors.bad_request, errors.forbidden
handler404, handler500 = errors.not_found, errors.broken


def words(answer) -> str:
    """What stands on the page, without the addresses of stylesheets and the like."""
    return re.sub(r"<[^>]*>", " ", answer.content.decode())


def ask(client: Client, kind: str, headers: dict[str, str]):
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    questions = {
        400: lambda: client.post("/momenten/", {f"f{n}": "x" for n in range(501)}, headers=headers),
        "host": lambda: client.get("/", headers={**headers, "host": "elders.example"}),
        403: lambda: strict.post("/momenten/", {"line": "x"}, headers=headers),
        404: lambda: client.get("/bestaat-niet/", headers=headers),
        "nul": lambda: client.get("/verhalen/%00/", headers=headers),
        405: lambda: client.get("/momenten/", headers=headers),
        413: lambda: client.get("/?" + "x" * 5000, headers=headers),
        500: lambda: client.get("/stuk/", headers=headers),
    }
    return questions[kind]()


@pytest.mark.urls(__name__)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "htmx"])
@pytest.mark.parametrize("kind", [400, "host", 403, 404, "nul", 405, 413, 500])
def test_an_error_page_says_nothing_of_the_inside(kind, headers, world, settings):
    settings.DEBUG = False
    client = logged_in(world, "riet")
    client.raise_request_exception = False
    answer = ask(client, kind, headers)
    assert answer.status_code == {"host": 400, "nul": 404}.get(kind, kind)
    said = words(answer)
    assert SECRET not in said
    assert INSIDE.findall(said) == []
    assert len(said.split()) > 10
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_what_is_not_there_and_what_is_not_for_you_look_the_same(world):
    """Yusuf reads along in no story."""
    yusuf = logged_in(world, "yusuf")
    hidden, absent = (yusuf.get(f"/verhalen/{key}/") for key in (world.riets_story.id, uuid4()))
    assert hidden.status_code == absent.status_code == 404
    assert hidden.content == absent.content
    assert logged_in(world, "riet").get(f"/verhalen/{world.riets_story.id}/").status_code == 200


@pytest.fixture
def collected(tmp_path, settings):
    """Static files as `serve` gathers them, and a file beside that nobody should get."""
    settings.STATIC_ROOT = tmp_path / "static"
    (settings.STATIC_ROOT / "nabij").mkdir(parents=True)
    (settings.STATIC_ROOT / "nabij" / "bij.svg").write_text("<svg/>")
    (tmp_path / "secret").write_text(SECRET)
    return Client()


@pytest.mark.parametrize("folder", ["/static/", "/static/nabij/", "/static", "/static/nabij"])
def test_no_folder_is_listed(collected, folder, world):
    assert collected.get("/static/nabij/bij.svg").status_code == 200
    answer = collected.get(folder)
    assert answer.status_code == 404
    assert b"bij.svg" not in answer.content


@pytest.mark.parametrize("before", ["/static/", "/static/nabij/", "/"])
@pytest.mark.parametrize(
    "path",
    ["../secret", "../../secret", "..%2fsecret", "%2e%2e/secret", "..\\secret", ".git/config", "nabij/../../secret"],
)
def test_no_file_is_served_but_those_that_were_collected(collected, before, path, world):
    answer = collected.get(before + path)
    assert answer.status_code == 404
    assert SECRET.encode() not in answer.content


def test_too_often_says_nothing_either():
    answer = slow_down(RequestFactory().get("/"), wait=60)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
    assert INSIDE.findall(words(answer)) == []

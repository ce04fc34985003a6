"""Each request is one line: by route and status, also when it was refused, and without whom or what it is about."""

import io
import json
import logging
import sys
from unittest.mock import patch

import pytest
import structlog
from django.test import Client

from nabij.base.logs import configure
from nabij.web import access
from tests.web.asking import logged_in
from tests.world import World


def lines(client: Client, url: str, *, way: str = "get") -> list[dict[str, object]]:
    # A logger that another test used first keeps what was set up for that one.
    with structlog.testing.capture_logs() as said, patch.object(access, "log", structlog.get_logger("nabij.web")):
        getattr(client, way)(url)
    return [dict(one) for one in said if one["event"] == "request"]


def test_a_page_that_is_refused_is_a_line_with_its_route(world: World) -> None:
    story = f"/verhalen/{world.riets_story.id}/"
    seen, hidden, visitor = (
        lines(client, story) for client in (logged_in(world, "riet"), logged_in(world, "yusuf"), Client())
    )
    assert [(one["route"], one["status"]) for one in (*seen, *hidden, *visitor)] == [
        ("story", 200),
        ("story", 404),
        ("story", 302),
    ]
    (forged,) = lines(Client(enforce_csrf_checks=True), "/momenten/", way="post")
    assert (forged["method"], forged["status"]) == ("POST", 403)


def test_a_line_names_nobody_and_no_thing(world: World) -> None:
    client = logged_in(world, "riet")
    said = json.dumps([lines(client, f"/mensen/{world.marieke.id}/"), lines(client, "/kaart/?q=schulden")])
    assert '"route": "map"' in said
    assert not any(word in said.lower() for word in (str(world.marieke.id), str(world.riet.id), "riet", "schulden"))


@pytest.fixture
def written(monkeypatch):
    """The lines as the installation writes them."""
    root, stderr = logging.getLogger(), io.StringIO()
    before, level = root.handlers[:], root.level
    monkeypatch.setattr(sys, "stderr", stderr)
    configure()
    yield stderr
    root.handlers, root.level = before, level
    structlog.reset_defaults()


def test_words_in_a_line_do_not_become_a_line(written) -> None:
    evil = 'x\n{"event": "logged_in", "level": "info"}\r\n\x1b[31m\u2028'
    structlog.get_logger("nabij.proef").warning("proef", why=evil)
    logging.getLogger("nabij.proef").warning("proef %s", evil)
    said = written.getvalue().split("\n")
    assert [json.loads(line)["level"] for line in said if line] == ["warning", "warning"]
    assert "\x1b" not in written.getvalue()
    assert all(json.loads(line)["timestamp"].endswith("Z") for line in said if line)

"""The address that a demo's mails and codes name follows from where it is served."""

import os
import sys

import pytest

from nabij.cli import app, ground
from nabij.cli.address import bound, opened_at


@pytest.mark.parametrize(
    ("words", "url"),
    [
        (["demo"], "http://localhost:8000"),
        (["demo", "--bind", "127.0.0.1:8153"], "http://localhost:8153"),
        (["demo", "--bind=0.0.0.0:8153"], "http://localhost:8153"),
        (["demo", "--bind", "[::1]:8153"], "http://localhost:8153"),
        (["demo", "--bind", "buurt.example:81"], "http://buurt.example:81"),
    ],
)
def test_it_follows_from_bind_and_this_machine_has_a_name(words, url):
    assert opened_at(bound(words)) == url


class Stopped(Exception):
    """Far enough: the environment is made, nothing is served."""


def stop(**_how: str) -> None:
    raise Stopped


@pytest.mark.parametrize(
    ("command", "given", "url"),
    [
        ("demo", None, "http://localhost:8153"),
        ("demo", "https://voorbeeld.example", "https://voorbeeld.example"),
        ("serve", None, None),
    ],
)
def test_a_demo_says_so_before_the_settings_are_read_unless_an_address_is_given(monkeypatch, command, given, url):
    monkeypatch.setattr(os, "environ", {"NABIJ_URL": given} if given else {})
    monkeypatch.setattr(sys, "argv", ["nabij", command, "--bind", "127.0.0.1:8153"])
    monkeypatch.setattr(ground, "prepare", stop)
    with pytest.raises(Stopped):
        app.main()
    assert os.environ.get("NABIJ_URL") == url

"""The worker sends what was asked, logged in as the app, and ends when it is told to."""

import threading
import time
from collections.abc import Callable

import pytest
from django.core import mail

from nabij.post.models import Sending
from nabij.web.post.worker import work_beside
from tests.post.asking import ask_jan


def wait_for(what: Callable[[], object], *, seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while not what() and time.monotonic() < until:
        time.sleep(0.05)
    assert what()


@pytest.mark.usefixtures("transactional_db", "app_login")
def test_a_letter_goes_out_by_itself(world):
    stop = work_beside()
    try:
        letter = ask_jan(world)
        wait_for(lambda: Sending.objects.filter(letter=letter).exists())
        assert [sent.to for sent in mail.outbox] == [["jan@voorbeeld.example"]]
    finally:
        stop()
    assert "nabij-worker" not in [thread.name for thread in threading.enumerate()]

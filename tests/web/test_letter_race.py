"""Two answers through one link at the same moment: one counts, the other hears that it came second."""

import re
import threading

import pytest
from django.core import mail
from django.db import connections
from django.test import Client

from nabij.web.post.jobs import send_letter
from tests.post.asking import ask_jan, asked_of


@pytest.mark.usefixtures("transactional_db", "app_login")
def test_of_two_answers_at_once_one_counts(world):
    letter = ask_jan(world)
    send_letter(letter=str(letter.id))
    found = re.search(r"(/brief/[\w-]+/)", mail.outbox[0].body)
    assert found
    together, statuses = threading.Barrier(4), list[tuple[int, str]]()

    def answer(kind: str) -> None:
        client = Client()
        together.wait()
        statuses.append((client.post(found[1], {"answer": kind}).status_code, kind))
        connections.close_all()

    threads = [threading.Thread(target=answer, args=[kind]) for kind in ("yes", "no", "yes", "no")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(status for status, _kind in statuses) == [302, 409, 409, 409]
    assert asked_of(letter).answer.kind == min(statuses)[1]

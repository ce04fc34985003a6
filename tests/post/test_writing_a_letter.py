"""Writing a letter queues its job, in the same transaction and with nothing but ids."""

import pytest
from django.db import connection, transaction

from tests.post.asking import WORDS, ask_jan


def jobs() -> list[tuple[str, dict[str, str]]]:
    with connection.cursor() as cursor:
        cursor.execute("select task_name, args::text from procrastinate_jobs")
        return cursor.fetchall()


def test_the_job_carries_the_letters_id_and_nothing_else(world):
    letter = ask_jan(world)
    assert jobs() == [("send_letter", f'{{"letter": "{letter.id}"}}')]
    assert WORDS not in str(jobs())


def test_what_is_rolled_back_was_never_asked(world):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        ask_jan(world)
        raise ZeroDivisionError
    assert jobs() == []


def test_a_letter_names_the_hat_in_which_the_writer_is_in_the_circle(world):
    assert ask_jan(world).hat_id == world.hats["marieke"].id

"""Narrowing: a question about a few people says which, and no list is made of everybody one sees.

Who coordinates a town sees sixty thousand people, and each question that meets a person would make a list of them.
Within `only` the word `trust.my_people()` answers of these few alone. It can take away and never add: whom the rules
do not show is not seen, named or not.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from uuid import UUID

import psycopg
from django.db import connections
from psycopg.pq import TransactionStatus


@contextmanager
def only(people: Iterable[UUID]) -> Iterator[None]:
    """For reading, inside `acting_as`: of all people one sees, these. One does not stand in another.

    After an error of the database the savepoint takes it back by itself.
    """
    say("{" + ",".join(map(str, people)) + "}")
    try:
        yield
    finally:
        if connections["default"].connection.info.transaction_status == TransactionStatus.INTRANS:
            say("")


def say(people: str) -> None:
    with psycopg.Cursor(connections["default"].connection) as cursor:
        cursor.execute("select set_config('nabij.only', %s, true)", (people,))

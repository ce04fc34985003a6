"""Asking for a page as somebody, in the bench's own process; imported once Django is awake."""

import time

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from nabij.people.models import Account, Person
from nabij.people.verbs import give_account
from nabij.trust.acting import acting_as, office
from tests.strong import session_of

APART = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")
LOG_IN = ('"trust_session"', 'FROM "people_account"')


def logged_in(person: str) -> Client:
    """A client with the session of this person, who gets an account when there is none."""
    with acting_as(office("beheer")):
        account = Account.objects.filter(person=person).first() or give_account(
            person=Person.objects.get(id=person), email=f"{person}@voorbeeld.example", at=timezone.now()
        )
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(account)
    return client


def queries(client: Client, url: str) -> int:
    """How many queries a page asks, without savepoints, session and log-in; also warms it up."""
    milliseconds(client, url)
    with CaptureQueriesContext(connection) as seen:
        client.get(url)
    asked = [query["sql"] for query in seen.captured_queries if not query["sql"].startswith(APART)]
    return len([sql for sql in asked if not any(table in sql for table in LOG_IN)])


def milliseconds(client: Client, url: str) -> float:
    begun = time.perf_counter()
    response = client.get(url)
    took = (time.perf_counter() - begun) * 1000
    if response.status_code != 200:
        raise SystemExit(f"{url} answered {response.status_code}")
    return took

"""Asking for pages as somebody, and counting what a page asks the database."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from tests.strong import strongly
from tests.world import World


def logged_in(world: World, name: str, *, ago: float = 0) -> Client:
    """A client of somebody who showed a passkey, so many seconds ago."""
    with acting_as(office("door")):
        account = Account.objects.get(person=world.people[name])
    return strongly(Client(), account, ago=ago)


def log_in(client: Client, account: Account) -> None:
    """Logs somebody in on a browser that was there already."""
    with acting_as(office("door")):
        client.force_login(account)


def count(client: Client, url: str) -> int:
    """Queries of one page, without savepoints, session and log-in."""
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(url).status_code == 200
    apart = ("SAVEPOINT", "RELEASE", "ROLLBACK", "BEGIN", "COMMIT")
    tables = ('"trust_session"', 'FROM "people_account"')
    asked = [q["sql"] for q in seen.captured_queries if not q["sql"].startswith(apart)]
    return len([sql for sql in asked if not any(table in sql for table in tables)])

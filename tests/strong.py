"""Marks a session as strong, for tests of everything behind the door: as if a passkey had been shown just now."""

import time

from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY as OF_WHOM,
)
from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY as WAYS
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.test import Client

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from nabij.web.login.sessions import SessionStore

A_PASSKEY = ({"method": "mfa", "type": "webauthn", "passwordless": True},)
A_CODE = ({"method": "code"},)


def mark(session: SessionBase, account: Account, *ways: dict[str, object], ago: float = 0) -> None:
    """Writes into a session by which ways its account was shown, so many seconds ago."""
    session[WAYS] = [one | {"at": time.time() - ago} for one in ways or A_PASSKEY]
    session[OF_WHOM] = str(account.pk)
    session.save()


def strongly(client: Client, account: Account, *ways: dict[str, object], ago: float = 0) -> Client:
    """Logs an account in on a client; with a passkey unless `ways` says otherwise."""
    with acting_as(office("door")):
        client.force_login(account)
    mark(client.session, account, *ways, ago=ago)
    return client


def session_of(account: Account, *ways: dict[str, object], ago: float = 0) -> str:
    """The key of a new session of this account, for a cookie."""
    session = SessionStore()
    session[SESSION_KEY] = str(account.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = account.get_session_auth_hash()
    mark(session, account, *ways, ago=ago)
    return str(session.session_key)

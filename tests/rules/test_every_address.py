"""Every address of the product, asked by every kind of person, held against the table of who sees what."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import get_resolver

from nabij.people.models import Account
from nabij.trust.acting import acting_as, office
from tests.conftest import owner
from tests.rules.addresses import ADDRESSES
from tests.rules.cast import CAST, KINDS, MAY_READ
from tests.rules.rich import Rich, fill
from tests.strong import A_CODE, A_PASSKEY, strongly
from tests.world import World

# Where an address means another thing than the first of its name.
ITS_OWN = {
    ("hit", "kind"): "found",
    ("hit", "key"): "moment",
    ("hand_on", "kind"): "handed_kind",
    ("hand_on", "thing"): "for_another",
    ("letter", "token"): "letter_token",
    ("unsubscription", "token"): "stop_token",
    ("owner_letter", "token"): "owner_token",
    ("invitation", "token"): "invitation_token",
    ("calendar", "token"): "calendar_token",
    ("initiative_by_link", "token"): "initiative_token",
    ("come_in", "code"): "typed",
    ("show_parents", "moment"): "told",
    ("household", "story"): "household",
    ("own_file", "story"): "household",
    ("own_file", "person"): "lin",
    ("end_session", "key"): "session",
    ("administration_person", "person"): "off",
    ("dilemma_together", "dilemma"): "decided",
    ("dilemma_together", "other"): "jan",
}
# Counts and logs of what was asked; nothing of anybody changes there but by a row more.
ASIDE = {"trust_session", "web_tally", "trust_look", "trust_processing", "trust_throttle", "post_envelope"}
OUTSIDERS = ("visitor", "volunteer", "professional", "administrator", "parent")
# What a link or a code lets anybody do who holds it; tests of their own hold what that is.
WITH_A_KEY = {
    "initiative_by_link",
    "letter",
    "owner_letter",
    "unsubscription",
    "invitation",
    "come_in",
    "account_logout",
}
# A plausible answer to any form of the product.
TYPED = {
    "words": "x", "line": "x", "what": "x", "why": "x", "reason": "x", "name": "Riet Kuiper",
    "place": "Wheermolen-Oost",
    "answer": "yes", "kind": "open", "yes": "yes", "kept": "yes", "told": "told", "verdict": "right", "role": "arts",
    "day": "2027-01-04", "last": "2027-01-04", "past": "alles", "address": "x@huis.example", "email": "x@huis.example",
    "value": "x", "ring": "1", "informal": "x", "pace": "daily", "language": "nl",
}  # fmt: skip


@pytest.fixture
def rich(world: World) -> Rich:
    return fill(world)


def patterns(found: Any = None, before: str = "") -> Iterator[tuple[str, str]]:
    """The name and the path of every address."""
    for one in get_resolver().url_patterns if found is None else found:
        if hasattr(one, "url_patterns"):
            yield from patterns(one.url_patterns, before + str(one.pattern))
        else:
            yield one.name or one.callback.__name__, before + str(one.pattern)


def addresses(rich: Rich) -> list[tuple[str, str]]:
    """Each address for the things of the rich world; logging out comes last."""
    known = rich.keys | {"key": "terms", "kind": "csv", "pk": 1, "session": "none", "found": "moment"}
    found = []
    for name, path in patterns():

        def put(part: re.Match[str], name: str = name) -> str:
            key = part[2]
            return "persoon" if name == "mine_kind" else str(known[ITS_OWN.get((name, key), key)])

        found.append((name, "/" + re.sub(r"<(\w+):(\w+)>", put, path)))
    return sorted(found, key=lambda one: one[0] == "account_logout")


def client_of(rich: Rich, kind: str) -> Client:
    client = Client(raise_request_exception=False)
    if kind == "visitor":
        return client
    with acting_as(office("door")):
        account = Account.objects.get(person=rich.who("opener" if kind == "weak" else kind))
    return strongly(client, account, *(A_CODE if kind == "weak" else A_PASSKEY))


def test_the_table_names_every_address_once_and_no_other() -> None:
    names = [name for name, _path in patterns()]
    assert sorted(names) == sorted(ADDRESSES)


@pytest.mark.parametrize("kind", KINDS)
def test_everybody_sees_what_the_table_says(rich: Rich, kind: str) -> None:
    """And whoever is the first to read a word does read it: a page that is empty by mistake keeps no secret."""
    client, wrong, read = client_of(rich, kind), [], set[str]()
    for name, url in addresses(rich):
        row, answer = ADDRESSES[name], client.get(url)
        status = 302 if answer.status_code == 301 else answer.status_code
        if status != row.status(kind):
            wrong.append(f"{kind} gets {status} of {name} and not {row.status(kind)}: {url}")
        text = answer.content.decode(errors="replace").lower() if status == 200 else ""
        said = {word for word in MAY_READ if word in text}
        # Whoever holds the link of a letter reads that letter: the link is the key.
        may = {word for word in row.words if kind in MAY_READ[word] or name in ("letter", "invitation")}
        if said - may:
            wrong.append(f"{kind} reads {sorted(said - may)} on {name}: {url}")
        read |= said & may
    assert wrong == []
    assert {word for word in MAY_READ if first_reader(word) == kind} - read == set()


def first_reader(word: str) -> str:
    """Of the cast, who reads it in the test above: Marieke if she may, else who comes first."""
    return next(kind for kind in ("opener", *CAST) if kind in MAY_READ[word])


def test_each_word_has_a_first_reader_among_those_who_are_asked() -> None:
    assert {first_reader(word) for word in MAY_READ} <= set(KINDS)


def stands() -> dict[str, dict[str, str]]:
    """Every row of every table, as text by its key: seen by the owner."""
    found = {}
    with owner(), connection.cursor() as cursor:
        for model in apps.get_models():
            table, key = model._meta.db_table, model._meta.pk.column
            if table not in ASIDE and model._meta.managed:
                cursor.execute(f'select "{key}"::text, t::text from "{table}" t')
                found[table] = dict(cursor.fetchall())
    return found


@pytest.mark.parametrize("kind", OUTSIDERS)
def test_a_form_sent_by_an_outsider_changes_nothing_of_others(rich: Rich, kind: str) -> None:
    """A form with every field filled in plausibly, and an empty one, to every address."""
    before, client = stands(), client_of(rich, kind)
    broken = []
    for name, url in addresses(rich):
        if name in WITH_A_KEY:
            continue
        for typed in ({}, TYPED):
            status = client.post(url, typed).status_code
            if status >= 500:
                broken.append((name, status))
    assert broken == []
    after = stands()
    mine = owned_by(rich, kind)
    changed = [
        f"{table}: {row}"
        for table, rows in before.items()
        for key, row in rows.items()
        if after[table].get(key) != row and not any(one in row for one in mine)
    ]
    assert changed == []
    new = [
        f"{table}: {row}"
        for table, rows in after.items()
        for key, row in rows.items()
        if key not in before[table] and not any(one in row for one in mine)
    ]
    assert new == []


def owned_by(rich: Rich, kind: str) -> tuple[str, ...]:
    """How a row says that it is theirs: by the person, or by the account that stands between commas."""
    if kind not in CAST:
        return ("nobody",)
    with acting_as(office("door")):
        account = Account.objects.get(person=rich.who(kind))
    return str(rich.who(kind).id), f",{account.pk},"

"""SQL in any field of any form and in any query parameter changes nobody's view, and breaks no page.

The forms are found by walking every address as the people who have most to fill in; each field that stands there,
hidden ones too, gets a payload. Then everybody sees just the rows that they saw before, but for what the writer
wrote in their own name. And SQL that is run in the app's role, as somebody,
becomes nobody else and learns no key.
"""

import os
import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import resolve

from nabij.base.guard import APP
from nabij.bridge.introductions import Side
from nabij.trust.acting import NOBODY, acting_as, office, person, sealed
from tests.conftest import owner
from tests.rules.cast import CAST
from tests.rules.rich import Rich, fill
from tests.rules.test_every_address import TYPED, WITH_A_KEY, addresses, client_of
from tests.shape.house import ROOT
from tests.shape.test_guards import guards
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.every_page]
PAYLOADS = (
    "'; set role nabij_owner; --",
    "') or true --",
    "x' union select key from trust_seal --",
    "%s %(id)s {0} \\",
    "|person|00000000-0000-0000-0000-000000000000|||",
    "nabij.actor'); select set_config('role','none',false); --",
    "\x00'",
    "'" + "a" * 9000,
)
QUERY = ("q", "naar", "next", "van", "tot", "wat", "open", "pagina", "words", "soort", "kring", "hat", "person", "code")
READERS = ("opener", "resident", "administrator")


class Fields(HTMLParser):
    """The names of all fields of the forms on a page, by where each form goes."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url
        self.forms: dict[tuple[str, str], dict[str, str]] = {}
        self.here: dict[str, str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "form":
            way = (said.get("method") or "get").lower()
            self.here = self.forms.setdefault((way, said.get("action") or self.url), {})
        elif tag in ("input", "select", "textarea", "button") and self.here is not None and (name := said.get("name")):
            self.here.setdefault(name, said.get("value") or "1")

    def handle_endtag(self, tag: str) -> None:
        self.here = None if tag == "form" else self.here


@pytest.fixture
def rich(world: World) -> Rich:
    return fill(world)


def forms_of(client: Client, rich: Rich) -> dict[tuple[str, str], dict[str, str]]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    for name, url in addresses(rich):
        if name in WITH_A_KEY:
            continue
        answer = client.get(url)
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            page = Fields(url)
            page.feed(answer.content.decode())
            found |= {key: fields for key, fields in page.forms.items() if key[1].startswith("/")}
    # Logging in is apart; whom a circle is about may end anybody's reading, which changes a row of another; and who
    # limited a note shows it again to those who read it before. The lists of a neighbourhood are of everybody there,
    # and say nobody's name. Who brought two together takes that back for both.
    apart = ("/inloggen/", "/lidmaatschappen/", "/mijn/beperkingen/", "/buurt/")
    for_both = re.compile(r"/kennismakingen/[^/]+/einde/")
    return {key: said for key, said in found.items() if not key[1].startswith(apart) and not for_both.match(key[1])}


def views(rich: Rich) -> dict[tuple[str, str], frozenset[str]]:
    """Which rows each of the cast sees of each table: who wrote them stands in the row."""
    seen = {}
    for kind in CAST:
        hat = rich.world.hats.get(CAST[kind])
        with acting_as(person(rich.who(kind).id, hat=hat.id if hat else None)), connection.cursor() as cursor:
            for table in READABLE:
                cursor.execute(f'select t::text from "{table}" t')
                seen[kind, table] = frozenset(row for (row,) in cursor.fetchall())
    return seen


READABLE = [
    guard.table
    for guard in guards().values()
    if guard.rls
    and "select" in guard.grants
    and any(one.to == APP for one in guard.policies)
    # What is public is seen by everybody: administration writes it for them.
    and not any(one.to == APP and one.using == "true" for one in guard.policies)
]


@pytest.mark.parametrize("kind", READERS)
def test_a_payload_in_any_field_changes_nobodys_view(rich: Rich, kind: str) -> None:
    client, before = client_of(rich, kind), views(rich)
    forms, broken = forms_of(client, rich), []
    assert len(forms) > 3
    for number, ((way, url), fields) in enumerate(sorted(forms.items())):
        for turn, field in enumerate(sorted(fields)):
            payload = PAYLOADS[(number + turn) % len(PAYLOADS)]
            typed = {name: value for name, value in fields.items() if name != "csrfmiddlewaretoken"} | {field: payload}
            answer = client.get(url, typed) if way == "get" else client.post(url, typed)
            if answer.status_code >= 500:
                broken.append((way, url, field, payload[:40]))
        everywhere = dict.fromkeys(fields, PAYLOADS[number % 7])
        if (client.get(url, everywhere) if way == "get" else client.post(url, everywhere)).status_code >= 500:
            broken.append((way, url, "every field", ""))
    assert broken == []
    nothing_new(before, views(rich), mine=str(rich.who(kind).id))


def nothing_new(before: dict[Any, frozenset[str]], after: dict[Any, frozenset[str]], *, mine: str) -> None:
    """Rows that are new or changed are of whoever wrote them; nobody sees a row of others that they did not see."""
    new = {row: key for key, rows in after.items() for row in rows - before[key]}
    own, known, between = {mine}, set[str](), introductions()
    while known != own:  # What hangs on a new row of theirs is theirs as well.
        known = set(own)
        theirs = {row[1:37] for row in new if any(one in row for one in known)}
        own |= theirs | {between[one] for one in theirs & between.keys()}
    assert {row: key for row, key in new.items() if not any(one in row for one in own)} == {}


def introductions() -> dict[str, str]:
    """By each side the introduction it is of: who raised a hand sees that nowhere, and the other side hangs on it."""
    with owner():
        return {str(side): str(whole) for side, whole in Side.objects.values_list("id", "introduction_id")}


# Every area of screens has addresses of its own; `allauth` are the pages of the log-in that are its own.
AREAS = {file.parent.name for file in (ROOT / "nabij" / "web").glob("*/urls.py")} | {
    "allauth",
    "wellknown",
    "api",
}
ALL_KINDS = ("visitor", "opener", "resident", "keeper", "third", "breaker", "child", "administrator")


def area_of(url: str) -> str:
    """The area of screens whose view answers at an address."""
    return resolve(urlsplit(url).path).func.__module__.removeprefix("nabij.").removeprefix("web.").split(".")[0]


def fields_everywhere() -> list[str]:
    """Every name under which a view or a form of the product takes something, as its source has it."""
    found = set(TYPED)
    for file in sorted((ROOT / "nabij" / "web").rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        found |= set(re.findall(r"(?:POST|GET)(?:\.get|\.getlist)?[(\[]\s*\"(\w+)\"", source))
        found |= set(re.findall(r"^    (\w+) = (?:forms\.)?\w+Field\(", source, re.MULTILINE))
    return sorted(found)


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_payload_sent_to_every_address_breaks_none(rich: Rich, kind: str) -> None:
    """Not only to forms that somebody is shown: to each address, under every name that anything listens to."""
    client, names, broken = client_of(rich, kind), fields_everywhere(), []
    before = counted_by_owner()
    areas = set()
    for number, (name, url) in enumerate(addresses(rich)):
        if name == "account_logout":
            continue
        areas.add(area_of(url))
        for payload in (PAYLOADS[number % len(PAYLOADS)], PAYLOADS[(number + 3) % 6]):
            answer = client.post(url, dict.fromkeys(names, payload))
            text = answer.content.decode(errors="replace") if not answer.streaming else ""
            if answer.status_code >= 500 or "psycopg" in text or "syntax error" in text:
                broken.append((name, payload[:40]))
    assert broken == []
    assert areas == AREAS
    lost = {table for table, rows in counted_by_owner().items() if rows < before[table]}
    assert lost <= MAY_SHRINK, "nothing is dropped or emptied"


# A session ends, a count starts over, an answer is replaced, what is one's own is taken away.
MAY_SHRINK = {"trust_session", "trust_throttle", "people_reachablehours", "people_strength", "people_waytoreach"}


def counted_by_owner() -> dict[str, int]:
    with owner(), connection.cursor() as cursor:
        return {table: counted(cursor, f'select count(*) from "{table}"') for table in guards()}


def test_the_names_under_which_things_are_typed_are_found() -> None:
    assert {"words", "line", "person", "past", "reason", "code", "name", "place", "q"} <= set(fields_everywhere())


@pytest.mark.parametrize("kind", ["visitor", *READERS])
def test_a_payload_in_any_query_parameter_breaks_no_page(rich: Rich, kind: str) -> None:
    client, broken = client_of(rich, kind), []
    before = views(rich)
    for number, (name, url) in enumerate(addresses(rich)):
        if name == "account_logout":
            continue
        asked = {key: PAYLOADS[(number + turn) % len(PAYLOADS)] for turn, key in enumerate(QUERY)}
        if client.get(url, asked).status_code >= 500:
            broken.append(url)
    assert broken == []
    nothing_new(before, views(rich), mine=str(rich.who(kind).id) if kind in CAST else "nobody")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_payload_in_the_address_finds_nothing(world: World, client: Client, payload: str) -> None:
    """The first word of an address stands in the seal, as what a page is read for."""
    for path in (
        f"/{payload}/",
        f"/verhalen/{payload}/",
        f"/brief/{payload}/",
        f"/kom/{payload}/",
        f"/buurt/{payload}/",
    ):
        assert client.get(path.replace("\x00", "%00")).status_code in (301, 302, 400, 404)


FORGED = "person|{victim}||||99999999999|0|" + "|" + "0" * 64
INJECTED = {
    "a forged seal": "select set_config('nabij.actor', '{forged}', true)",
    "the seal of another with one's own mac": "select set_config('nabij.actor',"
    " replace(current_setting('nabij.actor'), '{me}', '{victim}'), true)",
    "the role of the offices": "set local role nabij_office",
    "no row security": "set local row_security = off",
    "the key": "select * from trust_seal",
    "a table of one's own before the other": "create temp table people_person (id uuid);"
    " insert into people_person values ('{victim}')",
    "a function of one's": "create function pg_temp.me() returns uuid language sql as $$ select '{victim}'::uuid $$",
    "another word": "create or replace function trust.me() returns uuid language sql as $$ select '{victim}'::uuid $$",
    "another path": "set local search_path = pg_temp, public",
    "no policy": "drop policy see_member on moments_moment",
    "no guard": "alter table moments_moment disable row level security",
    "a file": "copy moments_moment to '/dev/null'",
    "a program": "copy moments_moment to program 'cat'",
    "the words of the server": "select pg_read_file('postgresql.conf')",
    "a view": "create temp view mine as select * from moments_moment",
}  # fmt: skip


@pytest.mark.parametrize("what", INJECTED)
def test_raw_sql_of_somebody_sees_no_more(rich: Rich, what: str) -> None:
    """Refused, or it yields nothing that Wim did not see already: not one moment, not one person more."""
    me, victim = rich.who("volunteer").id, rich.who("opener").id
    sql = INJECTED[what].replace("{forged}", FORGED).replace("{me}", str(me)).replace("{victim}", str(victim))
    look = "select count(*) from public.moments_moment", "select count(*) from public.people_person"
    with acting_as(person(me)), connection.cursor() as cursor:
        before = [counted(cursor, one) for one in look]
        assert before[0] == 0
        try:
            with transaction.atomic():
                cursor.execute(sql.replace("%", "%%"))
                after = [counted(cursor, one) for one in look]
                assert all(now <= was for now, was in zip(after, before, strict=True)), what
                transaction.set_rollback(True)
        except DatabaseError as refused:
            assert refused


def counted(cursor: Any, sql: str) -> int:
    cursor.execute(sql)
    return int(cursor.fetchone()[0])


def test_the_same_sql_of_somebody_else_does_see_something(rich: Rich) -> None:
    """So that the test above cannot pass because there is nothing to see."""
    with acting_as(person(rich.who("opener").id)), connection.cursor() as cursor:
        assert counted(cursor, "select count(*) from public.moments_moment") > 5


def test_an_offices_seal_in_the_apps_role_opens_nothing_of_the_office(rich: Rich) -> None:
    """Also a good seal stays within its role: what an office sees, the app's role does not."""
    with acting_as(NOBODY), connection.cursor() as cursor:
        cursor.execute("select set_config('nabij.actor', %s, true)", [sealed(office("rights"), purpose="", seconds=60)])
        assert counted(cursor, "select count(*) from moments_moment") == 0


@pytest.mark.parametrize(
    "sql", ["set role nabij_owner", "set session authorization nabij_owner", "reset role", "set role none"]
)
def test_the_login_of_the_app_climbs_nowhere(db: None, sql: str) -> None:
    """On a connection of the app's own login, as the product has: the tests themselves log in as the owner."""
    url = urlsplit(os.environ["NABIJ_DATABASE_URL"])
    here = urlunsplit(url._replace(path=f"/{connection.settings_dict['NAME']}"))
    with psycopg.connect(here) as app, pytest.raises(psycopg.Error):
        app.execute(sql)
        app.execute("select trust.me()")

"""Writing looks: for each a row with who looked and a row of processing without, all in one statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from nabij.base.keys import uuid7
from nabij.trust.logs import Looked, Processing
from nabij.trust.subjects import subject_of

WRITE = """
with act as materialized (select trust.trace() as trace, trust.point() as point),
seen as (
  select * from unnest(%(keys)s::uuid[], %(kinds)s::text[], %(things)s::uuid[], %(circles)s::uuid[], %(about)s::uuid[],
    %(subjects)s::bytea[]) as seen(id, thing, thing_id, circle_key, about, subject)),
looked as (
  insert into trust_look (id, at, who, who_name, hat, hat_name, what, thing, thing_id, circle_key, about, purpose, why,
    trace_id, access_point)
  select seen.id, %(at)s, %(who)s, %(who_name)s, %(hat)s, %(hat_name)s, %(what)s, seen.thing, seen.thing_id,
    seen.circle_key, seen.about, %(purpose)s, %(why)s, act.trace, act.point from seen, act)
insert into trust_processing (id, trace_id, status, name, began, ended, activity, subject)
select seen.id, act.trace, %(status)s, %(what)s, %(at)s::timestamptz,
  %(at)s::timestamptz + (clock_timestamp() - transaction_timestamp()), %(purpose)s, seen.subject from seen, act"""


@dataclass(frozen=True)
class Seen:
    """One thing that was seen, and one person it is about."""

    thing: str
    thing_id: UUID
    about: UUID
    circle: UUID | None = None


@dataclass(frozen=True)
class Looker:
    """Who looked, in which hat; without a key it is somebody at the terminal."""

    name: str
    who: UUID | None = None
    hat: UUID | None = None
    hat_name: str = ""


def write_looks(
    *, looker: Looker, seen: Sequence[Seen], what: Looked, at: datetime, purpose: str = "", why: str = ""
) -> None:
    """One statement, however much was seen."""
    if not seen:
        return
    rows: dict[str, Any] = {
        "keys": [uuid7() for _one in seen],
        "kinds": [one.thing for one in seen],
        "things": [one.thing_id for one in seen],
        "circles": [one.circle for one in seen],
        "about": [one.about for one in seen],
        "subjects": [subject_of(one.about) for one in seen],
    }
    shared = {
        "at": at,
        "who": looker.who,
        "who_name": looker.name,
        "hat": looker.hat,
        "hat_name": looker.hat_name,
        "what": what.value,
        "purpose": purpose or what.purpose,
        "why": why[:300],
        "status": Processing.Status.OK.value,
    }
    with connection.cursor() as cursor:
        cursor.execute(WRITE, rows | shared)

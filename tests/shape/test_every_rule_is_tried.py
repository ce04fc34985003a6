"""A count of our own: every policy is exercised by one who is let through and one who is refused.

Each policy's own expression, as it is declared, is asked of every row of a full neighbourhood by everybody of its
role: every person, a visitor, every office, links, an administrator; the way `nabij why` asks it. And while
the neighbourhood is made and answered, each row that is written or deleted asks the rules about writing, as whoever
does it. `let`: it was true for somebody; `refused`: it was not. A rule that says `true` is public, and refuses nobody.

A second test holds the declared rules against PostgreSQL: for every person and table, as many rows as one of the rules
lets through are seen by a plain select.

It proves that no rule is dead or open to all, and that what is declared decides what is seen. It does not prove that a
rule is the right one, nor that a refusal came from that rule alone: tests/rules hold that. What is not tried here
stands in `NOT_TRIED` with where it is, and nothing may stand there that is tried.
"""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from nabij.base.guard import APP, Guard, Policy
from nabij.trust.acting import NOBODY, Actor, acting_as, administrator, link, office, person
from tests.conftest import owner
from tests.rules.cast import CAST
from tests.rules.rich import Rich, fill
from tests.rules.richer import ask_to_be_forgotten, go_on
from tests.rules.richest import and_also
from tests.shape.house import ROOT
from tests.shape.not_tried import NOT_TRIED
from tests.shape.test_guards import guards
from tests.trust.aging import older
from tests.world import World

pytestmark = pytest.mark.django_db
OFFICES = ("door", "post", "beheer", "logs", "why", "reminders", "rights", "bewaren")
Rule = tuple[str, str]


@dataclass
class Tried:
    """Per rule, whether it let somebody through and whether it refused somebody."""

    let: set[Rule] = field(default_factory=set)
    refused: set[Rule] = field(default_factory=set)

    @property
    def both(self) -> set[Rule]:
        return self.let & self.refused


def all_rules() -> list[tuple[Guard, Policy]]:
    return [(guard, policy) for guard in guards().values() for policy in guard.policies]


def actors(rich: Rich) -> dict[str, list[Actor]]:
    """Everybody who can act, by the role they act in."""
    by_role = defaultdict(list)
    people = [rich.who(kind) for kind in CAST]
    hats = rich.world.hats
    mine: list[Actor] = [NOBODY]
    for kind, name in CAST.items():
        hat = hats.get(name)
        mine.append(person(rich.who(kind).id, hat=hat.id if hat else None))
    reached = [UUID(str(rich.keys[key])) for key in ("asked", "by_letter", "for_another", "introduction", "together")]
    reached += [rich.keys["weighed"], rich.keys["decided"], rich.keys["deviation"]]
    links = [link(reader=who.id, reach=reach) for who in people[:4] for reach in reached]
    for one in [*mine, *map(office, OFFICES), *links, administrator(rich.who("administrator").id)]:
        by_role[one.role].append(one)
    return by_role


def rows_of(table: str) -> list[str]:
    """Every row as JSON, past the rules."""
    with owner(), connection.cursor() as cursor:
        cursor.execute(f'select to_jsonb(t)::text from "{table}" t')
        return [row for (row,) in cursor.fetchall()]


def ask(*expressions: str, table: str, rows: str) -> list[tuple[bool, ...]]:
    """The expressions, asked of each of these rows by whoever acts, in one question."""
    said = ", ".join(f"coalesce(({one}), false)" for one in expressions).replace("%", "%%")
    with connection.cursor() as cursor:
        cursor.execute(f'select {said} from jsonb_populate_recordset(null::"{table}", %s::jsonb) as "{table}"', [rows])
        return cursor.fetchall()


@contextmanager
def recording(tried: Tried) -> Iterator[None]:
    """While it lasts, each row that is written asks the rules about writing, as whoever writes it."""
    with owner(), connection.cursor() as cursor:
        cursor.execute(RECORDER)
        for guard in guards().values():
            for when, commands in WHEN.items():
                asked = [
                    part
                    for one in guard.policies
                    if one.command in commands
                    for part in (one.name, one.to, one.using if when == "delete" else one.check or one.using)
                ]
                if asked:
                    said = ", ".join("'" + part.replace("'", "''") + "'" for part in asked)
                    sql = f'create trigger a_recorder_{when} before {when} on "{guard.table}" for each row'
                    cursor.execute(f"{sql} execute function public.recorder({said})")

    def heard(notice: Any) -> None:
        if (notice.message_primary or "").startswith("tried|"):
            _tried, table, name, yes = notice.message_primary.split("|")
            (tried.let if yes == "t" else tried.refused).add((table, name))

    connection.connection.add_notice_handler(heard)
    yield
    connection.connection.remove_notice_handler(heard)


WHEN = {"insert": ("insert", "all"), "update": ("update", "all"), "delete": ("delete", "all")}
RECORDER = """
create function public.recorder() returns trigger language plpgsql as $$
declare yes boolean; place int := 0;
begin
  while place < tg_nargs loop
    if tg_argv[place + 1] = current_user then
      if tg_op = 'DELETE' then
        execute format('select coalesce((%s), false) from (select ($1).*) as %I', tg_argv[place + 2], tg_table_name)
          into yes using old;
      else
        execute format('select coalesce((%s), false) from (select ($1).*) as %I', tg_argv[place + 2], tg_table_name)
          into yes using new;
      end if;
      raise notice 'tried|%|%|%', tg_table_name, tg_argv[place], yes;
    end if;
    place := place + 3;
  end loop;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
grant execute on function public.recorder() to nabij_app, nabij_office"""


def test_every_rule_lets_somebody_through_and_refuses_somebody(world: World) -> None:
    tried = Tried()
    with recording(tried):
        rich = fill(world)
        ask_all(tried, rich)
        go_on(rich)
        ask_all(tried, rich)
        and_also(rich)
        ask_all(tried, rich)
        ask_to_be_forgotten(rich)
        ask_all(tried, rich)
        older(timedelta(days=800), tables=[guard.table for guard in guards().values() if not guard.add_only])
        ask_all(tried, rich)
    open_to_all = {f"{guard.table}.{policy.name}" for guard, policy in all_rules() if policy.using == "true"}
    names = {f"{guard.table}.{policy.name}" for guard, policy in all_rules()} - open_to_all
    untried = names - {f"{table}.{name}" for table, name in tried.both}
    assert (sorted(untried - set(NOT_TRIED)), sorted(set(NOT_TRIED) - untried)) == ([], [])


def test_what_is_tried_elsewhere_names_a_test_that_is_there_and_no_rule_for_people_hides_in_a_group() -> None:
    people = {f"{guard.table}.{policy.name}" for guard, policy in all_rules() if policy.to == APP}
    for name, place in NOT_TRIED.items():
        file, _both, test = place.partition("::")
        assert test or name not in people, f"{name} is for people: name the test that tries it"
        assert not test or f"def {test}(" in (ROOT / file).read_text(encoding="utf-8"), place


def test_what_is_declared_is_what_is_seen(world: World) -> None:
    rich, wrong = fill(world), []
    kept = {guard.table: rows_of(guard.table) for guard in guards().values() if "select" in guard.grants}
    for actor in actors(rich)[APP]:
        with acting_as(actor), connection.cursor() as cursor:
            for table, rows in kept.items():
                cursor.execute(f'select count(*) from "{table}"')
                seen = cursor.fetchone()[0]
                if guards()[table].rls and seen != sum(
                    yes for (yes,) in ask(together(table), table=table, rows=listed(rows))
                ):
                    wrong.append((actor.who, table))
    assert wrong == []


def together(table: str) -> str:
    """All rules about seeing as one: any that opens, and every one that takes away."""
    rules = [one for one in guards()[table].policies if one.to == APP and one.command in ("select", "all")]
    opens = " or ".join(f"({one.using})" for one in rules if not one.restrictive) or "false"
    return " and ".join([f"({opens})", *(f"({one.using})" for one in rules if one.restrictive)])


def ask_all(tried: Tried, rich: Rich) -> None:
    """Every rule that is not tried both ways yet, of every row, by everybody of its role."""
    kept = {table: rows_of(table) for table in guards()}
    for role, everybody in actors(rich).items():
        for actor in everybody:
            with acting_as(actor):
                for guard in guards().values():
                    rules = [
                        one for one in guard.policies if one.to == role and (guard.table, one.name) not in tried.both
                    ]
                    if rules and kept[guard.table]:
                        note_down(tried, guard, rules, kept[guard.table])


def note_down(tried: Tried, guard: Guard, rules: list[Policy], rows: list[str]) -> None:
    asked = [(one.name, part) for one in rules for part in (one.using, one.check) if part]
    answers = ask(*(part for _name, part in asked), table=guard.table, rows=listed(rows))
    for (name, _part), said in zip(asked, zip(*answers, strict=True), strict=True):
        if any(said):
            tried.let.add((guard.table, name))
        if not all(said):
            tried.refused.add((guard.table, name))


def listed(rows: list[str]) -> str:
    return f"[{','.join(rows)}]"

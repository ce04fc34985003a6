"""The gate itself, as it stands in the database: every table guarded, and guarded just as the code says."""

import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection

from nabij.base.guard import APP, OFFICE, Guard
from nabij.base.word import Word
from nabij.cli.guarding import declared
from tests.conftest import owner
from tests.shape.house import ROOT

pytestmark = pytest.mark.django_db

# The tables that nobody may reach: row-level security without a policy and without a grant.
CLOSED = {
    "trust_seal": "nobody reads the seal's key, not even through a policy",
    "django_session": "sessions stand in trust_session",
    "socialaccount_socialapp": "the provider stands in the settings",
    "socialaccount_socialtoken": "no token of a provider is kept",
}
OURS = "n.nspname in ('public', 'trust')"


def rows(sql: str, *args: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, args or None)
        return cursor.fetchall()


def run(statements: Iterable[str]) -> None:
    with connection.cursor() as cursor:
        for sql in statements:
            cursor.execute(sql)


@pytest.fixture
def as_owner(db: None) -> Iterator[None]:
    with owner():
        yield


def guards() -> dict[str, Guard]:
    return {thing.table: thing for room in declared().values() for thing in room.values() if isinstance(thing, Guard)}


def words() -> dict[str, Word]:
    return {thing.types: thing for room in declared().values() for thing in room.values() if isinstance(thing, Word)}


def our_tables() -> set[str]:
    models = apps.get_models(include_auto_created=True)
    return {model._meta.db_table for model in models if model.__module__.startswith("nabij.")}


def unguarded() -> set[str]:
    """Tables of ours without row-level security, or without a single policy."""
    found = rows(
        f"""select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where {OURS} and c.relkind in ('r', 'p') and (not c.relrowsecurity or c.relforcerowsecurity
            or not exists (select 1 from pg_policy p where p.polrelid = c.oid))"""
    )
    return {name for (name,) in found} & our_tables() - set(CLOSED)


def test_every_table_of_ours_has_row_level_security_and_a_policy(as_owner: None) -> None:
    assert unguarded() == set()
    assert our_tables() <= set(guards())


def test_a_table_without_a_gate_is_seen(as_owner: None) -> None:
    run(["alter table people_person disable row level security", 'drop policy "see_own" on people_account'])
    run(["alter table post_letter force row level security"])
    assert unguarded() == {"people_person", "post_letter"}


def test_a_closed_table_is_closed(as_owner: None) -> None:
    for table in CLOSED:
        assert not any(guards()[table].grants + guards()[table].offices + guards()[table].policies)
        assert rows("select relrowsecurity from pg_class where relname = %s", table) == [(True,)]
        for role in (APP, OFFICE):
            assert rows("select has_table_privilege(%s, %s, 'select')", role, table) == [(False,)]


def test_only_tables_of_others_go_without_and_say_why() -> None:
    without = {guard.table: guard.why for guard in guards().values() if not guard.rls}
    assert set(without) & our_tables() == set()
    assert [table for table, why in without.items() if not why.endswith(".")] == []


def state() -> dict[str, list[tuple]]:
    """All that says who may touch what: policies, rights on tables, columns and sequences, and the words."""
    return {
        "policies": rows(
            """select p.polrelid::regclass::text, p.polname, p.polcmd, p.polroles::regrole[]::text, p.polpermissive,
                      pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid),
                      obj_description(p.oid, 'pg_policy') from pg_policy p order by 1, 2"""
        ),
        "tables": rows(
            f"""select c.relname, c.relrowsecurity, g.grantee::regrole::text, g.privilege_type
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                left join lateral aclexplode(c.relacl) g on g.grantee in ({roles()})
                where {OURS} and c.relkind in ('r', 'p', 'v', 'm', 'S') order by 1, 3, 4"""
        ),
        "columns": rows(
            f"""select a.attrelid::regclass::text, a.attname, g.grantee::regrole::text, g.privilege_type
                from pg_attribute a, aclexplode(a.attacl) g where g.grantee in ({roles()}) order by 1, 2, 3, 4"""
        ),
        "triggers": rows(
            """select tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) from pg_trigger
               where not tgisinternal and tgname not like 'procrastinate%%' order by 1, 2"""
        ),
        "words": rows(
            """select p.oid::regprocedure::text, p.prosrc, p.prosecdef, p.provolatile, p.proconfig::text, p.prorows,
                      array(select g.grantee::regrole::text || g.privilege_type from aclexplode(p.proacl) g order by 1)
               from pg_proc p where p.pronamespace = 'trust'::regnamespace order by 1"""
        ),
    }


def roles() -> str:
    return f"'{APP}'::regrole, '{OFFICE}'::regrole"


def tear_down() -> None:
    """Takes every right and policy away, also what nobody declared."""
    run(
        [
            f'drop policy "{name}" on {table}'
            for table, name in rows("select polrelid::regclass, polname from pg_policy")
        ]
    )
    run(
        f"revoke all on all {kind} in schema public, trust from {APP}, {OFFICE}"
        for kind in ("tables", "sequences", "functions")
    )
    run(f"alter table {table} disable row level security" for table in guards())
    run(f"drop trigger {name} on {table}" for table, name, _how in state()["triggers"])


def test_the_database_guards_just_as_the_code_says(as_owner: None) -> None:
    was = state()
    tear_down()
    for word in words().values():
        run(word.create())
    for guard in guards().values():
        run(guard.raise_it())
    assert state() == was


def test_a_changed_rule_is_seen(as_owner: None) -> None:
    was = state()
    run(
        [
            'alter policy "see_own" on people_account using (true)',
            "grant select (email) on people_account to nabij_office",
        ]
    )
    now = state()
    assert {what for what in was if was[what] != now[what]} == {"policies", "columns"}


def test_every_word_in_the_database_is_declared(as_owner: None) -> None:
    found = rows("select oid::regprocedure::text from pg_proc where pronamespace = 'trust'::regnamespace")
    declared_here = {rows("select to_regprocedure(%s)::text", types)[0][0] for types in words()}
    assert {name for (name,) in found} == declared_here != set()


def test_every_rule_is_one_line_with_a_sentence() -> None:
    policies = [(guard.table, policy) for guard in guards().values() for policy in guard.policies]
    assert policies
    assert [(table, policy.name) for table, policy in policies if not policy.says.strip().endswith(".")] == []
    assert [(table, policy.name) for table, policy in policies if "\n" in policy.using + policy.check] == []


def test_offices_have_rules_of_their_own() -> None:
    """Policies are joined with or: an office's rule on the app's role would make every read of a person a scan."""
    mixed = [
        (guard.table, policy.name)
        for guard in guards().values()
        for policy in guard.policies
        if ("trust.office()" in policy.using + policy.check) != (policy.to == OFFICE)
        and policy.using != "true"
        and not any(
            word in policy.using + policy.check for word in ("trust.reader()", "trust.reach()", "trust.administrator()")
        )
    ]
    assert mixed == []


def views_that_leak() -> set[str]:
    """A view reads as its owner, past every rule, unless it says security_invoker."""
    found = rows(
        f"""select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where {OURS}
            and (c.relkind = 'm'
                 or (c.relkind = 'v' and not coalesce(c.reloptions, '{{}}') && '{{security_invoker=true}}'))"""
    )
    return {name for (name,) in found}


def test_views_read_as_whoever_asks(as_owner: None) -> None:
    assert views_that_leak() == set()
    run(["create view leaking as select * from people_person"])
    run(["create view well_behaved with (security_invoker=true) as select * from people_person"])
    assert views_that_leak() == {"leaking"}


def test_the_app_owns_nothing_and_is_nobody_special(as_owner: None) -> None:
    for role in (APP, OFFICE):
        special = (
            "rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or pg_has_role(oid, 'nabij_owner', 'member')"
        )
        assert rows(f"select {special} from pg_roles where rolname = %s", role) == [(False,)]
        for owned in ("pg_class.relowner", "pg_proc.proowner", "pg_namespace.nspowner", "pg_type.typowner"):
            catalog, column = owned.split(".")
            assert rows(f"select count(*) from {catalog} where {column} = '{role}'::regrole") == [(0,)], (role, owned)


def careless_definers() -> set[str]:
    """Functions that run as their owner and look names up wherever the caller says."""
    found = rows(
        f"""select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace where {OURS}
            and p.prosecdef and not exists (select 1 from unnest(p.proconfig) s where s like 'search_path=%%pg_temp')"""
    )
    return {name for (name,) in found}


def test_a_definer_function_says_where_names_are_looked_up(as_owner: None) -> None:
    assert careless_definers() == set()
    run(["create function trust.careless() returns int language sql security definer as 'select 1'"])
    assert careless_definers() == {"trust.careless()"}


def test_nobody_else_may_call_the_words(as_owner: None) -> None:
    found = rows(
        """select p.oid::regprocedure::text
           from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g
           where p.pronamespace = 'trust'::regnamespace and g.grantee = 0"""
    )
    assert found == []


def test_migrations_hold_every_table_and_every_rule(as_owner: None, capsys: pytest.CaptureFixture[str]) -> None:
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    except SystemExit:
        pytest.fail(f"run `nabij makemigrations`: {capsys.readouterr().out}")


def test_makemigrations_notices_a_changed_rule(as_owner: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """It leans on two private methods of Django: were they renamed, no rule would ever be noticed again."""
    guard = Guard("people_person", grants=("select",))
    changed = {**declared(), "trust": {**declared()["trust"], "people_person": guard}}
    monkeypatch.setattr("nabij.cli.guarding.declared", lambda: changed)
    with pytest.raises(SystemExit):
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def exceptions_by_kind() -> dict[str, list[str]]:
    """What pgrls may pass over because of its kind; the reason stands in the code, as `why` or `says`."""
    rules = [
        (f"public.{guard.table}.{policy.name}", policy) for guard in guards().values() for policy in guard.policies
    ]
    public = [name for name, policy in rules if policy.name in ("see_public", "office_see_public")]
    offices = [name for name, policy in rules if policy.to == OFFICE]
    # What goes is looked for once a night, and found by an array of circles or people; the word then looks at the few.
    nightly = [name for name, policy in rules if policy.name.startswith(("goes_", "along_"))]
    return {
        # The index on the circle finds these rows; their day is looked at after that.
        "PERF003": [name for name, policy in rules if policy.name == "see_later" or policy.command == "insert"]
        + nightly,
        # A check on one row being written needs no index.
        "PERF004": [name for name, policy in rules if policy.command == "insert"] + nightly,
        "SEC001": [f"public.{guard.table}" for guard in guards().values() if not guard.rls],
        "SEC005": public + offices,
        "SEC008": public,
        "SEC013": [f"public.{guard.table}.only_added_to" for guard in guards().values() if guard.add_only],
        "SEC014": [types.split("(")[0] for types, word in words().items() if word.definer],
        "SEC038": public,
    }


def configured(folder: Path) -> Path:
    """pgrls.toml, with the exceptions by kind added to its own."""
    config = tomllib.loads((ROOT / "pgrls.toml").read_text())
    allowed = {rule: list(options["allowlist"]) for rule, options in config["lint"]["rules"].items()}
    for rule, names in exceptions_by_kind().items():
        allowed[rule] = sorted({*allowed.get(rule, []), *names})
    lines = [f"[database]\nschemas = {json.dumps(config['database']['schemas'])}"]
    lines += [f'[lint]\nfail_on = "warning"\ndisable = {json.dumps(config["lint"]["disable"])}']
    lines += [f"[lint.rules.{rule}]\nallowlist = {json.dumps(names)}" for rule, names in allowed.items()]
    path = folder / "pgrls.toml"
    path.write_text("\n".join(lines))
    return path


def test_pgrls_finds_nothing(db: None, tmp_path: Path) -> None:
    url = urlsplit(os.environ["NABIJ_OWNER_URL"])
    here = urlunsplit(url._replace(path=f"/{connection.settings_dict['NAME']}"))
    pgrls = Path(sys.executable).with_name("pgrls")
    command = [str(pgrls), "lint", "--config", str(configured(tmp_path)), "--min-severity", "warning"]
    env = {**os.environ, "DATABASE_URL": here}
    found = subprocess.run(command, check=False, capture_output=True, text=True, env=env)
    assert found.returncode == 0, found.stdout + found.stderr


def test_every_exception_for_pgrls_is_still_there(as_owner: None) -> None:
    names = {f"public.{guard.table}.{policy.name}" for guard in guards().values() for policy in guard.policies}
    names |= {f"public.{table}" for (table,) in rows("select tablename from pg_tables where schemaname = 'public'")}
    config = tomllib.loads((ROOT / "pgrls.toml").read_text())
    assert [one for rule in config["lint"]["rules"].values() for one in rule["allowlist"] if one not in names] == []

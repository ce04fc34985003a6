"""What a database holds, in numbers and fingerprints: to see that what came back is what went away.

Nothing in it says what somebody wrote: a table by its rows and one sum over them, the rules by a hash of each kind.
"""

import hashlib
import re
from typing import Any

import psycopg
from psycopg import sql

# What is not in a backup: who was logged in then must not be logged in again, and the rest counts minutes.
LEFT_OUT = ("django_session", "trust_session", "trust_throttle", "web_tally", "post_envelope")
PLAINLY = ("set timezone = 'UTC'", "set datestyle = 'ISO'", "set extra_float_digits = 1", "set row_security = off")

OURS = """n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (select from pg_depend d where d.objid = o.oid and d.deptype = 'e')"""
TABLES = f"""select n.nspname, o.relname from pg_class o join pg_namespace n on n.oid = o.relnamespace
  where {OURS} and o.relkind = 'r' order by 1, 2"""
SEQUENCES = "select schemaname || '.' || sequencename, coalesce(last_value, 0) from pg_sequences order by 1"

RULES = {
    "policies": """select p.polrelid::regclass::text, p.polname, p.polcmd::text, p.polroles::regrole[]::text,
        p.polpermissive, pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid),
        obj_description(p.oid, 'pg_policy') from pg_policy p""",
    "guarded tables": f"""select o.oid::regclass::text, o.relrowsecurity, o.relforcerowsecurity
        from pg_class o join pg_namespace n on n.oid = o.relnamespace where {OURS} and o.relkind in ('r', 'p')""",
    "rights on tables": f"""select o.oid::regclass::text, g.grantee::regrole::text, g.privilege_type
        from pg_class o join pg_namespace n on n.oid = o.relnamespace, aclexplode(coalesce(o.relacl,
        acldefault(case when o.relkind = 'S' then 's' else 'r' end::"char", o.relowner))) g
        where {OURS} and o.relkind in ('r', 'p', 'v', 'm', 'S')""",
    "rights on columns": """select a.attrelid::regclass::text, a.attname, g.grantee::regrole::text, g.privilege_type
        from pg_attribute a, aclexplode(a.attacl) g where a.attrelid > 16383""",
    "functions": f"""select o.oid::regprocedure::text, md5(pg_get_functiondef(o.oid)) from pg_proc o
        join pg_namespace n on n.oid = o.pronamespace where {OURS} and o.prokind <> 'a'""",
    "rights on functions": f"""select o.oid::regprocedure::text, g.grantee::regrole::text, g.privilege_type
        from pg_proc o join pg_namespace n on n.oid = o.pronamespace,
        aclexplode(coalesce(o.proacl, acldefault('f', o.proowner))) g where {OURS}""",
    "rights given by default": """select d.defaclrole::regrole::text, d.defaclnamespace, d.defaclobjtype::text,
        g.grantee::regrole::text, g.privilege_type from pg_default_acl d, aclexplode(d.defaclacl) g""",
    "rights on schemas": """select o.nspname, g.grantee::regrole::text, g.privilege_type
        from pg_namespace o, aclexplode(coalesce(o.nspacl, acldefault('n', o.nspowner))) g
        where o.nspname !~ '^pg_' and o.nspname <> 'information_schema' and g.grantee::regrole::text ~ '^(nabij|-)'""",
    "constraints": f"""select o.conrelid::regclass::text, o.conname, pg_get_constraintdef(o.oid)
        from pg_constraint o join pg_namespace n on n.oid = o.connamespace where {OURS} and o.contype <> 'n'""",
    "indexes": f"""select o.oid::regclass::text, pg_get_indexdef(o.oid)
        from pg_class o join pg_namespace n on n.oid = o.relnamespace where {OURS} and o.relkind = 'i'""",
    "triggers": """select t.tgrelid::regclass::text, t.tgname, pg_get_triggerdef(t.oid), t.tgenabled::text
        from pg_trigger t where not t.tgisinternal""",
    "views": f"""select o.oid::regclass::text, pg_get_viewdef(o.oid), o.reloptions::text
        from pg_class o join pg_namespace n on n.oid = o.relnamespace where {OURS} and o.relkind in ('v', 'm')""",
}

# PostgreSQL writes `in ('a', 'b')` of a varchar down in one way, and after reading that back in another.
_WORD = "'(?:[^']|'')*'::character varying"
_WORD_AS_TEXT = re.compile(rf"\(({_WORD})\)::text\b(?!\[)")
_WORDS_AS_TEXT = re.compile(rf"\(ARRAY\[({_WORD}(?:, {_WORD})*)\]\)::text\[\]")

Connection = psycopg.Connection[Any]
Likeness = dict[str, dict[str, Any]]


def likeness(connection: Connection) -> Likeness:
    """Rows and a sum for each table, where each sequence stands, and a fingerprint of each kind of rule."""
    for line in PLAINLY:
        connection.execute(sql.SQL(line))
    return {"tables": tables(connection), "sequences": sequences(connection), "rules": rules(connection)}


def tables(connection: Connection) -> dict[str, list[str]]:
    found = {}
    for schema, name in connection.execute(TABLES).fetchall():
        counted = sql.SQL("select count(*)::text, coalesce(sum(hashtextextended(t::text, 0)), 0)::text from {} t")
        if name not in LEFT_OUT:
            row = connection.execute(counted.format(sql.Identifier(schema, name))).fetchone()
            found[f"{schema}.{name}"] = list(row or ())
    return found


def sequences(connection: Connection) -> dict[str, int]:
    return {name: int(last) for name, last in connection.execute(SEQUENCES).fetchall()}


def rules(connection: Connection) -> dict[str, str]:
    """Each kind by how many there are and a hash over all of them, in an order that no collation decides."""
    found = {}
    for kind, question in RULES.items():
        lines = sorted(
            repr([as_read_back(one) for one in row]) for row in connection.execute(sql.SQL(question)).fetchall()
        )
        found[kind] = f"{len(lines)} {hashlib.sha256(chr(10).join(lines).encode()).hexdigest()}"
    return found


def as_read_back(said: Any) -> Any:
    """A definition as PostgreSQL writes it down after a restore; whatever else differs, differs."""
    if not isinstance(said, str):
        return said
    return _WORDS_AS_TEXT.sub(r"ARRAY[\1]", _WORD_AS_TEXT.sub(r"\1", said))


def differences(was: Likeness, now: Likeness, *, same_server: bool) -> list[str]:
    """What is not as it was; another version of PostgreSQL may write rules down otherwise, so then they are counted."""
    found = []
    for part in was:
        for name in sorted({*was[part], *now[part]}):
            old, new = was[part].get(name), now[part].get(name)
            if part == "rules" and not same_server:
                old, new = (one and one.split()[0] for one in (old, new))
            if old != new and not (part == "sequences" and drawn_since(old, new)):
                found.append(name)
    return found


def drawn_since(old: int | None, new: int | None) -> bool:
    """Whether a sequence stands further than it did: it knows no snapshot, and was drawn from while the dump was made.

    Numbers are skipped by that, and none is given twice.
    """
    return old is not None and new is not None and new > old

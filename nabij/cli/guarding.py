"""`makemigrations` that notices a changed guard or word (GROUND section 3).

Overrides two private methods of Django 5.2's autodetector; `tests/shape/test_guards.py` holds that they still work.
"""

import re
from collections.abc import Mapping
from graphlib import TopologicalSorter
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.db.migrations.autodetector import (  # type: ignore[attr-defined]
    MigrationAutodetector,
    OperationDependency,
)

from nabij.base.guard import ChangeGuard, Guard
from nabij.base.word import ChangeWord, Word

# The migration that makes this table also makes the words of which every policy consists.
WORDS_STAND_IN = "trust_seal"
MENTIONED = re.compile(r"\b(?:public|trust)\.\w+")
Things = dict[str, dict[str, Guard | Word]]


def declared() -> Things:
    """What the rooms' `words.py` and `policies.py` say now: {room: {table or word: guard or word}}, words first."""
    found: Things = {}
    for config in apps.get_app_configs():
        for module, attribute in (("words", "WORDS"), ("policies", "GUARDS")):
            if config.name.startswith("nabij.") and find_spec(f"{config.name}.{module}"):
                for thing in getattr(import_module(f"{config.name}.{module}"), attribute):
                    found.setdefault(config.label, {})[key(thing)] = thing
    return found


def key(thing: Guard | Word) -> str:
    return thing.table if isinstance(thing, Guard) else thing.types


def frozen(graph: Any) -> Things:
    """What the migrations so far have made, by replaying every change of a guard or word."""
    found: Things = {}
    plan = {node: None for leaf in graph.leaf_nodes() for node in graph.forwards_plan(leaf)}
    for room, name in plan:
        for operation in graph.nodes[room, name].operations:
            if isinstance(operation, ChangeGuard | ChangeWord):
                if operation.old:
                    found.get(room, {}).pop(key(operation.old), None)
                if operation.new:
                    found.setdefault(room, {})[key(operation.new)] = operation.new
    return found


class Autodetector(MigrationAutodetector):
    """Adds a change for each word and guard that differs from what the migrations made."""

    def _detect_changes(self, convert_apps: Any = None, graph: Any = None) -> Any:
        self._graph = graph
        return super()._detect_changes(convert_apps, graph)  # type: ignore[misc]

    def check_dependency(self, operation: Any, dependency: Any) -> bool:
        """A changed word comes before what mentions it in the rooms above; one of `trust` before all of them."""
        if isinstance(operation, ChangeWord) and dependency.model_name in ("seal", called(operation.what)):
            return True
        return super().check_dependency(operation, dependency)

    def _sort_migrations(self) -> None:
        super()._sort_migrations()  # type: ignore[misc]
        was, now = frozen(self._graph), declared()
        homes = made_by(now)
        for app in sorted({*was, *now}):
            for operation in changed(was.get(app, {}), now.get(app, {})):
                operation._auto_deps = [homes[name] for name in leans_on(operation.what) if name in homes]
                self.generated_operations.setdefault(app, []).append(operation)  # type: ignore[attr-defined]


def changed(was: Mapping[str, Guard | Word], now: Mapping[str, Guard | Word]) -> list[Any]:
    """The operations that bring a room's words and guards from what was to what is declared."""
    operations: list[Any] = []
    for name in {**dict.fromkeys(in_order(now)), **was}:
        old, new = was.get(name), now.get(name)
        if old != new:
            operations.append(ChangeGuard(old, new) if isinstance(new or old, Guard) else ChangeWord(old, new))
    return operations


def in_order(things: Mapping[str, Guard | Word]) -> list[str]:
    """Each word after the words it mentions, and then the guards: PostgreSQL wants the one there before the other."""
    words = {called(thing): name for name, thing in things.items() if isinstance(thing, Word)}
    after = {name: [words[said] for said in leans_on(things[name]) if said in words] for name in words.values()}
    return [*TopologicalSorter(after).static_order(), *(name for name in things if name not in after)]


def called(thing: Guard | Word) -> str:
    """A word's name without its parameters, such as "trust.me"; of a guard its table."""
    return key(thing).split("(")[0]


def leans_on(thing: Guard | Word) -> list[str]:
    """The tables and words that have to be there before it."""
    own = [WORDS_STAND_IN, thing.table] if isinstance(thing, Guard) else [WORDS_STAND_IN]
    mentioned = [name.removeprefix("public.") for name in MENTIONED.findall(looked_at(thing))]
    return own + [name for name in mentioned if name != called(thing)]


def looked_at(thing: Guard | Word) -> str:
    """What PostgreSQL looks at when the thing is made; at PL/pgSQL it looks only when that runs."""
    if isinstance(thing, Guard):
        return " ".join(f"{policy.using} {policy.check}" for policy in thing.policies)
    return f"{thing.returns} {thing.body}" if thing.lang == "sql" else thing.returns


def made_by(now: Things) -> dict[str, Any]:
    """What each table and each word waits for, by its name: the operation in its room that makes it."""
    models = apps.get_models(include_auto_created=True)
    words = [
        (room, called(thing)) for room, things in now.items() for thing in things.values() if isinstance(thing, Word)
    ]
    return {
        **{model._meta.db_table: created(model._meta.app_label, model._meta.model_name) for model in models},
        **{name: created(room, name) for room, name in words},
    }


def created(room: str, name: str | None) -> Any:
    return OperationDependency(room, name, None, OperationDependency.Type.CREATE)

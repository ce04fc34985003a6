"""`makemigrations` that notices a changed guard or word (GROUND section 3).

Overrides two private methods of Django 5.2's autodetector; `tests/shape/test_guards.py` holds that they still work.
"""

from collections.abc import Mapping
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
        """A changed word of `trust` comes before the words and guards of the rooms above it."""
        if isinstance(operation, ChangeWord) and dependency.model_name == "seal":
            return True
        return super().check_dependency(operation, dependency)

    def _sort_migrations(self) -> None:
        super()._sort_migrations()  # type: ignore[misc]
        was, now = frozen(self._graph), declared()
        for app in sorted({*was, *now}):
            for operation in changed(was.get(app, {}), now.get(app, {})):
                self.generated_operations.setdefault(app, []).append(operation)  # type: ignore[attr-defined]


def changed(was: Mapping[str, Guard | Word], now: Mapping[str, Guard | Word]) -> list[Any]:
    """The operations that bring a room's words and guards from what was to what is declared."""
    models = {model._meta.db_table: model._meta for model in apps.get_models(include_auto_created=True)}
    operations = []
    for name in {**now, **was}:
        old, new = was.get(name), now.get(name)
        if old != new:
            operation: Any = ChangeGuard(old, new) if isinstance(new or old, Guard) else ChangeWord(old, new)
            operation._auto_deps = [created(meta) for meta in (models.get(name), models[WORDS_STAND_IN]) if meta]
            operations.append(operation)
    return operations


def created(meta: Any) -> Any:
    return OperationDependency(meta.app_label, meta.model_name, None, OperationDependency.Type.CREATE)

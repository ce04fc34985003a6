"""Changes that travel in migrations beside the tables: what was is taken away, what is comes in its place."""

from abc import ABC, abstractmethod
from typing import Any

from django.db.migrations.operations.base import Operation


class Change(Operation, ABC):
    """Replaces one thing by another and back again; either side may be None."""

    reversible = True

    def __init__(self, old: Any, new: Any) -> None:
        self.old, self.new = old, new

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [self.old, self.new], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing changes in Django's picture of the tables."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        self.change(schema_editor, old=self.old, new=self.new)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        self.change(schema_editor, old=self.new, new=self.old)

    @abstractmethod
    def change(self, editor: Any, *, old: Any, new: Any) -> None:
        """What a kind of change does with the two; each kind says so itself."""

    @property
    def what(self) -> Any:
        return self.new or self.old

"""The cache in which tries are counted: one table for all web processes, reached as the office 'door' alone."""

from typing import Any

from django.core.cache.backends.db import DatabaseCache

from nabij.trust.acting import at_least, office


class Throttles(DatabaseCache):
    """Django's database cache; whoever acts, counting is done by the door."""

    def get_many(self, keys: Any, version: int | None = None) -> dict[str, Any]:
        with at_least(office("door")):
            found: dict[str, Any] = super().get_many(keys, version)
        return found

    def _base_set(self, mode: str, key: str, value: Any, timeout: Any = None) -> bool:
        with at_least(office("door")):
            return bool(super()._base_set(mode, key, value, timeout))  # type: ignore[misc]

    def _base_delete_many(self, keys: list[str]) -> bool:
        with at_least(office("door")):
            return bool(super()._base_delete_many(keys))  # type: ignore[misc]

    def has_key(self, key: str, version: int | None = None) -> bool:
        with at_least(office("door")):
            return bool(super().has_key(key, version))

    def clear(self) -> None:
        with at_least(office("door")):
            super().clear()

"""The example neighbourhood, built once for what memory is asked of it."""

from tests.demo.conftest import neighbourhood

__all__ = ["neighbourhood"]

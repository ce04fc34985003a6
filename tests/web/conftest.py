from tests.directory.conftest import listings

__all__ = ["listings"]

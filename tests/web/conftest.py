from tests.directory.conftest import listings
from tests.web.listing import coordinator

__all__ = ["coordinator", "listings"]

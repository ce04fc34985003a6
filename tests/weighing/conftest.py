import pytest

from tests.weighing.street import Street, street
from tests.world import World


@pytest.fixture
def there(world: World) -> Street:
    return street(world)

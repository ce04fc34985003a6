import pytest

from tests.weighing.otherwise import Elsewise, elsewise
from tests.weighing.street import Street, street
from tests.world import World


@pytest.fixture
def there(world: World) -> Street:
    return street(world)


@pytest.fixture
def decided(there: Street) -> Elsewise:
    return elsewise(there)

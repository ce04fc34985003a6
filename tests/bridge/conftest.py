"""The social map of the example neighbourhood, brought in once for the tests of this folder, and taken back after."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from nabij.directory.verbs import import_hsds
from nabij.trust.acting import acting_as, office
from nabij.trust.sealing import write_seal
from tests.bridge.street import AT, LISTINGS


@pytest.fixture(scope="package", autouse=True)
def social_map(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        write_seal()
        with acting_as(office("beheer")):
            import_hsds(path=LISTINGS, at=AT)
        yield
        transaction.set_rollback(True)

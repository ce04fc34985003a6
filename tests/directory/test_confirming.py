import pytest
from django.db import ProgrammingError

from nabij.directory.models import Confirmation, Service
from nabij.directory.verbs import confirm
from nabij.people.models import Person
from nabij.trust.acting import NOBODY, acting_as, office, person
from tests.conftest import owner
from tests.directory.conftest import NOW, SERVICES

RIGHT = Confirmation.Found.RIGHT


@pytest.fixture
def service(folder, bring):
    bring(folder(services=SERVICES))
    return Service.objects.get()


@pytest.fixture
def people(db):
    with owner():
        return [Person.objects.create(name=name, made_at=NOW) for name in ("Hanan de Wit", "Jan Bos")]


def test_somebody_confirms_in_their_own_name_and_not_in_another_s(service, people):
    hanan, jan = people
    with acting_as(person(hanan.pk)):
        confirm(service=service, found=RIGHT, by=hanan, at=NOW, how="ik was er")
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(person(hanan.pk)):
        confirm(service=service, found=RIGHT, by=jan, at=NOW)


def test_everybody_reads_when_a_listing_was_confirmed_and_a_visitor_confirms_nothing(service, people):
    with acting_as(office("beheer")):
        confirm(service=service, found=RIGHT, by=None, at=NOW, how="gebeld")
    with acting_as(NOBODY):
        assert Confirmation.objects.get().at == NOW
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(NOBODY):
        confirm(service=service, found=RIGHT, by=None, at=NOW)

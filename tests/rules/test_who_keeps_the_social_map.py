"""Everybody reads the social map; only the office beheer changes it."""

import pytest
from django.apps import apps
from django.db import ProgrammingError

from nabij.directory.models import Service
from nabij.trust.acting import NOBODY, acting_as, office

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", list(apps.get_app_config("directory").get_models()), ids=lambda model: model.__name__)
def test_everybody_reads_it(model):
    with acting_as(NOBODY):
        assert not model.objects.exists()


def test_beheer_changes_it_and_a_visitor_or_another_office_does_not():
    with acting_as(office("beheer")):
        Service.objects.create(name="Eettafel")
    with acting_as(NOBODY):
        assert Service.objects.get().name == "Eettafel"
    with pytest.raises(ProgrammingError, match="permission denied"), acting_as(NOBODY):
        Service.objects.update(name="Weg")
    with acting_as(office("post")):
        assert Service.objects.update(name="Weg") == 0
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(office("post")):
        Service.objects.create(name="Nep")

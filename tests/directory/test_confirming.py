import pytest
from django.db import IntegrityError, ProgrammingError

from nabij.directory.models import Confirmation, Service
from nabij.directory.verbs import confirm
from nabij.people.models import Person
from nabij.trust.acting import NOBODY, acting_as, office, person
from tests.conftest import owner
from tests.directory.conftest import NOW, SERVICES

Found, Voice = Confirmation.Found, Confirmation.Voice
RIGHT = Found.RIGHT


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


def test_everybody_reads_when_a_listing_was_confirmed(service):
    with acting_as(office("beheer")):
        confirm(service=service, found=RIGHT, by=None, at=NOW, how="gebeld")
    with acting_as(NOBODY):
        assert Confirmation.objects.get().at == NOW


def test_a_visitor_says_right_or_unreached_and_in_no_other_voice(service, people):
    with acting_as(NOBODY):
        for found in (RIGHT, Found.UNREACHED):
            confirm(service=service, found=found, by=None, at=NOW, said_by=Voice.VISITOR)
    for words in (
        {"found": RIGHT, "said_by": Voice.KNOWN},
        {"found": RIGHT, "said_by": Voice.OWNER},
        {"found": RIGHT, "said_by": Voice.CONTACT},
        {"found": Found.WRONG, "said_by": Voice.VISITOR},
        {"found": RIGHT, "said_by": Voice.VISITOR, "how": "ik was er"},
    ):
        with pytest.raises(ProgrammingError, match="row-level security"), acting_as(NOBODY):
            confirm(service=service, by=None, at=NOW, **words)


def test_who_is_logged_in_does_not_speak_as_a_visitor(service, people):
    hanan, _jan = people
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(person(hanan.pk)):
        confirm(service=service, found=RIGHT, by=None, at=NOW, said_by=Voice.VISITOR)


def test_only_the_word_of_who_is_logged_in_has_a_name(service, people):
    hanan, _jan = people
    with pytest.raises(IntegrityError, match="no_name_with_this_word"), acting_as(office("beheer")):
        confirm(service=service, found=RIGHT, by=hanan, at=NOW, said_by=Voice.VISITOR)

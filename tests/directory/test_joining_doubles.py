"""Two listings said to be one: a row, which hides the one behind the other and can be taken back."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from nabij.directory import reading
from nabij.directory.doubles import joining
from nabij.directory.doubles.joining import join, keep_apart, proposals, take_back
from nabij.directory.models import Phone, Service, Twin
from nabij.directory.search import find
from nabij.trust.acting import NOBODY, acting_as, office
from tests.directory.conftest import NOW
from tests.directory.lists import brought

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=1)
LATEST = NOW + timedelta(minutes=2)


@pytest.fixture
def two(tmp_path):
    """The same listing in two lists."""
    for name, line in (("een", "Taalcafé;020 665 8001;Elke week praten"), ("twee", "Taal café;+31206658001;")):
        path = tmp_path / f"{name}.csv"
        path.write_text(f"naam;telefoon;omschrijving\n{line}\nSoep;;\n")
        brought(path)
    return Service.objects.get(name="Taalcafé"), Service.objects.get(name="Taal café")


@pytest.fixture
def beheer(two):
    with acting_as(office("beheer")):
        yield


def found(words="taalcafé"):
    return {hit.service.name for hit in find(words=words, at=NOW)}


def test_what_is_likely_one_is_proposed_with_the_reasons(two, beheer):
    (one,) = proposals()
    assert (one.kept, one.double) == two
    assert "Ze hebben hetzelfde telefoonnummer: 020 665 8001." in one.reasons
    assert proposals(about=[Service.objects.filter(name="Soep")[0].pk]) == []


def test_the_double_is_no_longer_found_and_nothing_of_it_is_gone(two, beheer):
    kept, double = two
    assert {"Taalcafé", "Taal café"} <= found()
    join(kept=kept, double=double, by=None, at=NOW)
    assert "Taal café" not in found()
    assert Service.objects.filter(pk=double.pk).exists()
    assert {one.number for one in reading.listing(kept.pk, at=NOW).phones} == {"020 665 8001", "+31206658001"}
    assert Phone.objects.get(service=double).number == "+31206658001"
    with pytest.raises(reading.IsDouble) as leads:
        reading.listing(double.pk, at=NOW)
    assert leads.value.kept == kept.pk
    assert proposals() == []


def test_taken_back_both_stand_there_as_before_and_are_proposed_again(two, beheer):
    kept, double = two
    twin = join(kept=kept, double=double, by=None, at=NOW)
    take_back(twin=twin, by=None, at=LATER)
    assert {"Taalcafé", "Taal café"} <= found()
    assert [one.double for one in proposals()] == [double]
    with pytest.raises(joining.TwoAlready):
        take_back(twin=twin, by=None, at=LATEST)
    join(kept=double, double=kept, by=None, at=LATEST)
    assert "Taalcafé" not in found()


def test_what_somebody_called_two_is_not_proposed_again(two, beheer):
    one, other = two
    twin = keep_apart(one=one, other=other, by=None, at=NOW)
    assert proposals() == []
    assert {"Taalcafé", "Taal café"} <= found()
    take_back(twin=twin, by=None, at=LATER)
    assert len(proposals()) == 1


def test_one_that_is_merged_is_in_no_second_merge(two, beheer):
    kept, double = two
    soup = Service.objects.filter(name="Soep")[0]
    join(kept=kept, double=double, by=None, at=NOW)
    for pair in ({"kept": double, "double": soup}, {"kept": soup, "double": kept}, {"kept": soup, "double": double}):
        with pytest.raises(joining.OneAlready):
            join(**pair, by=None, at=LATER)
    with pytest.raises(joining.OneAlready):
        keep_apart(one=kept, other=double, by=None, at=LATER)
    join(kept=kept, double=soup, by=None, at=LATER)
    assert len(reading.twins_of(kept.pk)) == 2


def test_a_listing_is_no_double_of_itself(two, beheer):
    with pytest.raises(joining.NotTwo):
        join(kept=two[0], double=two[0], by=None, at=NOW)
    with pytest.raises(IntegrityError, match="two_listings_are_twins"), transaction.atomic():
        Twin.objects.create(kept=two[0], double=two[0], found=Twin.Found.ONE, at=NOW)


def test_a_visitor_reads_what_is_one_and_says_nothing(two):
    with acting_as(office("beheer")):
        join(kept=two[0], double=two[1], by=None, at=NOW)
    with acting_as(NOBODY):
        assert Twin.objects.standing().count() == 1
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(NOBODY):
        keep_apart(one=two[1], other=Service.objects.filter(name="Soep")[0], by=None, at=LATER)

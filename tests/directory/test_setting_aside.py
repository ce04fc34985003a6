import pytest

from nabij.directory.models import Contact, Phone, Schedule, Service
from nabij.trust.acting import acting_as, office
from tests.directory.conftest import SERVICES, complaints, told


def test_a_repeated_key_with_other_content_is_set_aside(folder, bring):
    report = bring(folder(services="id,name\ns1,Eettafel\ns1,Soep\n"))
    assert Service.objects.get().name == "Eettafel"
    assert told(report)["set_aside"] == {"service": 1}
    assert ("services.csv", 3, "id") in complaints(report)


def test_a_service_whose_organisation_is_missing_is_kept_and_marked(folder, bring):
    report = bring(folder(services="id,name,organization_id\ns1,Eettafel,o9\n"))
    service = Service.objects.get()
    assert service.organization_is_missing
    assert service.organization_key == "o9"
    assert ("services.csv", 2, "organization_id") in complaints(report)


@pytest.mark.parametrize(
    ("table", "text", "field"),
    [
        ("services", "id,name\n,Eettafel\n", "id"),
        ("services", "id,name\ns2,\n", "name"),
        ("phones", "id,service_id,number\np1,s1,\n", "number"),
        ("phones", "id,service_id,number\np1,s9,0299 00 00 01\n", "service_id"),
        ("phones", "id,service_id,number\np1,,0299 00 00 01\n", ""),
        ("service_at_location", "id,service_id,location_id\nx1,s1,l9\n", "location_id"),
        ("eligibility", "id,service_id,eligibility\n,,Iedereen\n", "service_id"),
        ("attributes", "id,link_id,link_entity,taxonomy_term_id\na1,s1,service,t9\n", "taxonomy_term_id"),
        ("addresses", "id,location_id,address_1\na1,l9,\n", "address_1"),
    ],
)
def test_a_row_that_says_nothing_for_certain_is_set_aside(folder, bring, table, text, field):
    tables = {"services": SERVICES, table: text}
    report = bring(folder(**tables))
    numbers = told(report)
    assert sum(numbers["set_aside"].values()) == 1
    assert all(numbers["read"][t] == numbers["imported"][t] + numbers["set_aside"][t] for t in numbers["read"])
    assert (f"{table}.csv", 2, field) in complaints(report)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("url", "releasethesilence"),
        ("url", "javascript:alert(1)"),
        ("email", "kookploeg zonder apenstaart"),
        ("assured_date", "2025-02-30"),
        ("assured_date", "03/04/2025"),
        ("minimum_age", "volwassen"),
    ],
)
def test_a_doubted_value_leaves_its_field_and_is_kept_beside_the_row(folder, bring, column, value):
    report = bring(folder(services=f"id,name,{column}\ns1,Eettafel,{value}\n"))
    service = Service.objects.get()
    assert not getattr(service, column)
    assert service.extra == {column: value}
    assert ("services.csv", 2, column) in complaints(report)


@pytest.mark.parametrize("opens", ["8:00m", "9:0am", "12:00pm (dispensing)"])
def test_a_time_that_can_be_read_two_ways_is_not_guessed(folder, bring, opens):
    hours = f"id,service_id,weekday,opens_at,closes_at\nh1,s1,Monday,{opens},5:00pm\n"
    report = bring(folder(services=SERVICES, regular_schedules=hours))
    assert Schedule.objects.get().opens_at is None
    assert ("regular_schedules.csv", 2, "opens_at") in complaints(report)


def test_morning_or_evening_is_not_guessed(folder, bring):
    hours = "id,service_id,weekday,opens_at,closes_at\nh1,s1,Monday,9:00am,5:00\n"
    bring(folder(services=SERVICES, regular_schedules=hours))
    assert Schedule.objects.get().closes_at is None


def test_one_broken_link_does_not_lose_a_row_that_has_another(folder, bring):
    contacts = "id,service_id,organization_id,name\nc1,s1,o9,Wil\n"
    report = bring(folder(services=SERVICES, contacts=contacts))
    with acting_as(office("beheer")):
        assert Contact.objects.get().extra == {"organization_id": "o9"}
    assert ("contacts.csv", 2, "organization_id") in complaints(report)


def test_a_point_that_is_nowhere_is_no_point(folder, bring):
    report = bring(folder(locations="id,name,latitude,longitude\nl1,De Kwelder,100,4.97\n"))
    assert ("locations.csv", 2, "latitude") in complaints(report)


def test_a_cell_without_end_costs_one_row(folder, bring):
    text = f"id,service_id,number\np1,s1,0299 00 00 01\np2,s1,{'9' * 10_000_000}\np3,s1,0299 00 00 03\n"
    report = bring(folder(services=SERVICES, phones=text))
    with acting_as(office("beheer")):
        assert Phone.objects.count() == 2
    assert ("phones.csv", 3, "") in complaints(report)

"""What may be asked of the open data: each filter gives what fits, leaves out what does not, and all of them count."""

import pytest

from nabij.directory.models import Phone, Schedule, Service, Twin
from nabij.directory.sentences import understand
from nabij.trust.acting import acting_as, office
from tests.conftest import owner
from tests.directory.conftest import NOW

SERVICES = (
    "id,organization_id,name,description,status,minimum_age,maximum_age,last_modified\n"
    "s1,o1,Eettafel,Samen eten aan lange tafels,active,18,99,2026-01-01T10:00:00Z\n"
    "s2,o1,Taalles,Nederlands leren,inactive,,12,2026-06-01T10:00:00Z\n"
    "s3,o2,Soep,Eten op de stoep,active,65,,\n"
)
MAP = {
    "organizations": "id,name,description\no1,Kookploeg,Koken in de buurt\no2,Buren van de flat,Soep en sleutels\n",
    "services": SERVICES,
    "locations": (
        "id,name,latitude,longitude\n"
        "l1,De Kwelder,52.5082,4.9722\nl2,De Wheerplaats,52.5176,4.9722\nl3,Ver weg,51.9,4.4\n"
    ),
    "services_at_location": "id,service_id,location_id\na1,s1,l1\na2,s2,l2\na3,s3,l3\n",
    "addresses": (
        "id,location_id,address_1,city,postal_code\n"
        "p1,l1,Kwelderplein 1,Purmerend,1441 ZZ\np2,l2,Wheerplaats 4,Purmerend,1442ZX\np3,l3,Kade 1,Rotterdam,3011 AA\n"
    ),
    "schedules": (
        "id,service_id,service_at_location_id,location_id,byday,opens_at,closes_at\n"
        'h1,s1,,,"TU,TH",17:30,19:30\nh2,,a2,,MO,09:00,11:00\nh3,,,l3,1SA,12:00,13:00\n'
    ),
    "taxonomies": "id,name,description\nt1,Waarvoor,Waar iemand hulp bij zoekt\nt2,Voor wie,Voor wie het is\n",
    "taxonomy_terms": (
        "id,code,name,description,taxonomy_id,parent_id\n"
        "e1,eten,Eten,Samen eten,t1,\ne2,soep,Soep,Uit een pan,t1,e1\nw1,ouder,Ouderen,,t2,\n"
    ),
    "attributes": (
        "id,link_id,link_entity,taxonomy_term_id\nk1,s1,service,e1\nk2,s3,service,e2\nk3,s3,service,w1\nk4,s2,service,w1\n"
    ),
}


@pytest.fixture
def here(folder, bring):
    """A small map; keys by the names that its source gave."""
    bring(folder(**MAP))
    with owner():
        Service.objects.update(changed_at=None)
    return {
        row.source_key: str(row.pk)
        for table in ("organization", "taxonomy", "taxonomyterm", "service")
        for row in Service._meta.apps.get_model("directory", table).objects.all()
    }


@pytest.fixture
def names(ask):
    return lambda many="services", **asked: {
        one["service"]["name"] if "service" in one else one["name"] for one in ask(many, **asked)["contents"]
    }


@pytest.mark.parametrize(
    "asked, found",
    [
        ({}, {"Eettafel", "Taalles", "Soep"}),
        ({"organization_id": "o1"}, {"Eettafel", "Taalles"}),
        ({"taxonomy_term_id": "e1"}, {"Eettafel"}),
        ({"taxonomy_id": "t1"}, {"Eettafel", "Soep"}),
        ({"taxonomy_id": "t1", "organization_id": "o1"}, {"Eettafel"}),
        ({"taxonomy_id": "t1", "taxonomy_term_id": "w1"}, {"Soep"}),
        ({"taxonomy_id": "geen sleutel"}, set()),
        ({"modified_after": "2026-06-01T10:00:00Z"}, {"Taalles"}),
        ({"modified_after": "2026-06-01T12:30:00+02:00"}, set()),
        ({"modified_after": "2026-01-01"}, {"Eettafel", "Taalles"}),
        ({"minimum_age": 18}, {"Eettafel", "Soep"}),
        ({"minimum_age": 19, "maximum_age": 99}, set()),
        ({"maximum_age": 12}, {"Taalles"}),
        ({"day": "TU"}, {"Eettafel"}),
        ({"day": "SA"}, {"Soep"}),
        ({"start_time": "12:00"}, {"Eettafel", "Soep"}),
        ({"end_time": "11:00"}, {"Taalles"}),
        ({"day": "TU", "end_time": "13:00"}, set()),
    ],
)
def test_services_fit_all_that_is_asked(asked, found, here, names):
    asked = {name: here.get(said, said) for name, said in asked.items()}
    assert names("services", **asked) == found
    assert names("service_at_locations", **asked) == found


def test_what_lasts_until_midnight_is_over_at_no_earlier_hour(here, names):
    assert names(end_time="20:00") == {"Eettafel", "Taalles", "Soep"}
    with owner():
        Schedule.objects.filter(opens_at="17:30").update(closes_at="00:00")
        Schedule.objects.filter(opens_at="12:00").update(opens_at=None)
    assert names(end_time="20:00") == {"Taalles", "Soep"}


def test_what_somebody_called_one_stands_there_once(here, names, ask):
    with owner():
        kept, double = Service.objects.get(name="Eettafel"), Service.objects.get(name="Taalles")
        Twin.objects.create(kept=kept, double=double, found=Twin.Found.ONE, at=NOW)
    assert names("services") == names("service_at_locations") == {"Eettafel", "Soep"}
    (cooks,) = [one for one in ask("organizations", full_service="true")["contents"] if one["name"] == "Kookploeg"]
    assert [one["name"] for one in cooks["services"]] == ["Eettafel"]
    assert ask(f"services/{double.pk}")["name"] == "Taalles"


@pytest.mark.parametrize(
    "asked, found",
    [
        ({"postcode": "1441zz"}, {"Eettafel"}),
        ({"postcode": "1442"}, {"Taalles"}),
        ({"postcode": "14", "day": "MO"}, {"Taalles"}),
        ({"postcode": "1441ZZ", "proximity": 1000}, {"Eettafel"}),
        ({"postcode": "1441ZZ", "proximity": 1100}, {"Eettafel", "Taalles"}),
        ({"postcode": "9999XX", "proximity": 100000}, set()),
    ],
)
def test_places_are_in_a_postcode_or_near_it(asked, found, here, names):
    assert names("service_at_locations", **asked) == found


def test_words_are_found_in_what_it_is_and_not_in_who_is_around(here, names):
    with acting_as(office("beheer")):
        understand(at=NOW, progress=lambda *_: None)
    assert names(search="eten") == {"Eettafel", "Soep"}
    assert names(search="eten tafels") == {"Eettafel"}
    assert names(search="Kookploeg") == names(search="de het een") == set()
    assert names("service_at_locations", search="stoep") == {"Soep"}


def test_subjects_and_organizations(here, names):
    assert names("taxonomy_terms", taxonomy_id=here["t1"]) == {"Eten", "Soep"}
    assert names("taxonomy_terms", top_only="true") == {"Eten", "Ouderen"}
    assert names("taxonomy_terms", parent_id=here["e1"]) == {"Soep"}
    assert names("taxonomy_terms", search="pan") == {"Soep"}
    assert names("taxonomies", search="hulp waarvoor") == {"Waarvoor"}
    assert names("organizations", search="sleutels") == {"Buren van de flat"}


def test_pages_follow_each_other_and_count_everything(here, ask):
    pages = [ask("services", per_page=2, page=number) for number in (1, 2, 3)]
    assert [page["size"] for page in pages] == [2, 1, 0]
    assert {page["total_items"] for page in pages} == {3} and {page["total_pages"] for page in pages} == {2}
    assert [page["last_page"] for page in pages] == [False, True, True]
    assert [page["empty"] for page in pages] == [False, False, True]
    told = [one["id"] for page in pages for one in page["contents"]]
    assert told == sorted(told) and len(set(told)) == 3


def test_all_of_it_can_be_asked_as_lines(here, client, without_limits):
    answer = client.get("/hsds/v3/services?format=ndjson&organization_id=" + here["o2"])
    assert answer.headers["Content-Type"] == "application/x-ndjson"
    (line,) = answer.content.decode().splitlines()
    assert '"name": "Soep"' in line


@pytest.mark.parametrize(
    "query, fault",
    [
        ("page=0", "page"),
        ("page=x", "page"),
        ("per_page=501", "per_page"),
        ("page=1&page=2", "page"),
        ("format=xml", "format"),
        ("day=dinsdag", "day"),
        ("start_time=25:00", "start_time"),
        ("minimum_age=nan", "minimum_age"),
        ("modified_after=gisteren", "modified_after"),
        ("full=misschien", "full"),
        ("page=1_0", "page"),
        ("minimum_age=1e999", "minimum_age"),
        ("naam=x", "naam"),
        ("postcode=1441", "postcode"),
    ],
)
def test_what_is_not_understood_is_said(query, fault, ask):
    problem = ask(f"services?{query}", status=400)
    assert [one["name"] for one in problem["errors"]] == [fault]
    assert set(problem) == {"status", "title", "detail", "errors"}


def test_all_faults_are_told_at_once(ask):
    problem = ask("service_at_locations?page=x&proximity=9&kleur=rood", status=400)
    assert {one["name"] for one in problem["errors"]} == {"page", "proximity", "kleur"}


@pytest.mark.parametrize(
    "path", ["services/geen", "services/01900000-0000-7000-8000-000000000000", "diensten", "x/y/z"]
)
def test_what_is_not_there_is_a_problem_too(path, ask):
    assert ask(path, status=404)["status"] == 404


def test_a_change_of_what_hangs_on_it_is_a_change(folder, bring, ask, names):
    bring(folder(**MAP))
    first = ask("services")["contents"]
    assert {one["last_modified"] for one in first} == {"2026-11-20T12:00:00.000Z"}
    with owner():
        Service.objects.update(changed_at="2026-11-01T12:00:00Z")
    assert names(modified_after="2026-11-20") == set()
    bring(folder(**MAP, phones="id,service_id,number\nn1,s2,0299 00 00 01\n"))
    assert Phone.objects.count() == 1
    assert names(modified_after="2026-11-20") == {"Taalles"}

import json
import zipfile

from nabij.directory.models import (
    Address,
    Attribute,
    Language,
    Location,
    Organization,
    Phone,
    Schedule,
    Service,
    ServiceAtLocation,
    TaxonomyTerm,
)
from nabij.trust.acting import acting_as, office
from tests.directory.conftest import complaints, told


def test_headings_may_carry_the_table_s_name(folder, bring):
    report = bring(folder(services="service_id,service_name,Service Description\ns1,Eettafel,Samen eten\n"))
    assert Service.objects.get().description == "Samen eten"
    assert complaints(report) == [("services.csv", 2, "organization_id")]


def test_recordid_and_uuid_stand_for_id(folder, bring):
    bring(
        folder(
            organizations="organization_recordid,name\no1,Kookploeg\n",
            services="service_uuid,organization_recordid,name\ns1,o1,Eettafel\n",
        )
    )
    assert Service.objects.get().organization == Organization.objects.get()


def test_several_keys_in_one_cell_become_links_of_their_own(folder, bring):
    report = bring(
        folder(
            taxonomy="id,name,parent_id\nt1,Eten,\nt2,Praten,t1\n",
            locations="id,name\nl1,De Kwelder\nl2,School\n",
            services='id,name,taxonomy_ids,location_ids\ns1,Eettafel,"t1, t2","l1;l2"\n',
            phones='id,number,location_id\np1,0299 00 00 01,"l1,l2"\n',
        )
    )
    assert set(Attribute.objects.values_list("taxonomy_term__name", flat=True)) == {"Eten", "Praten"}
    assert ServiceAtLocation.objects.count() == 2
    with acting_as(office("beheer")):
        assert set(Phone.objects.values_list("location__name", flat=True)) == {"De Kwelder", "School"}
    assert told(report)["read"]["phone"] == told(report)["imported"]["phone"] == 1
    assert TaxonomyTerm.objects.get(name="Praten").parent == TaxonomyTerm.objects.get(name="Eten")


def test_physical_and_postal_addresses_keep_their_own_numbering(folder, bring):
    report = bring(
        folder(
            locations="id,name\nl1,De Kwelder\n",
            physical_addresses="id,location_id,address_1,city\n1,l1,Kwelderplein 1,Purmerend\n",
            postal_addresses="id,location_id,address_1,city\n1,l1,Postbus 1,Purmerend\n",
        )
    )
    assert set(Address.objects.values_list("address_type", "address_1")) == {
        ("physical", "Kwelderplein 1"),
        ("postal", "Postbus 1"),
    }
    assert told(report)["set_aside"]["address"] == 0


def test_eligibility_of_older_versions_stands_with_its_service(folder, bring):
    report = bring(folder(services="id,name\ns1,Eettafel\n", eligibility="id,service_id,eligibility\n,s1,Iedereen\n"))
    assert Service.objects.get().for_whom == "Iedereen"
    assert told(report)["imported"]["attribute"] == 1


def test_a_semicolon_separates_as_well_as_a_comma(folder, bring):
    bring(folder(services="id;name;description\ns1;Eettafel;eten, praten\n"))
    assert Service.objects.get().description == "eten, praten"


def test_several_languages_in_one_cell_are_several_languages(folder, bring):
    bring(folder(services="id,name\ns1,Eettafel\n", languages="id,service_id,language\n1,s1,Turkish and Dutch\n"))
    assert set(Language.objects.values_list("code", flat=True)) == {"tr", "nl"}


def test_unknown_columns_are_listed_and_kept(folder, bring):
    report = bring(folder(services="id,name,kleur\ns1,Eettafel,groen\n"))
    assert ("services.csv", 1, "kleur") in complaints(report)
    assert Service.objects.get().extra == {"kleur": "groen"}


def test_a_file_that_is_no_table_is_listed(folder, bring):
    report = bring(folder(services="id,name\ns1,Eettafel\n", recensies="id,sterren\n1,5\n"))
    assert ("recensies.csv", None, "") in complaints(report)


def test_a_zip_is_read_like_its_folder(folder, bring, tmp_path):
    path = folder(services="id,name\ns1,Eettafel\n")
    with zipfile.ZipFile(tmp_path / "kaart.zip", "w") as archive:
        archive.write(path / "services.csv", "export/services.csv")
    bring(path)
    assert told(bring(tmp_path / "kaart.zip"))["changed"] == {"service": 0}


def test_a_datapackage_says_which_table_a_file_holds(folder, bring):
    path = folder(aanbod="id,name\ns1,Eettafel\n")
    (path / "datapackage.json").write_text(json.dumps({"resources": [{"name": "service", "path": "aanbod.csv"}]}))
    bring(path)
    assert Service.objects.get().name == "Eettafel"


def test_a_page_of_the_api_is_taken_apart(tmp_path, bring):
    service = {
        "id": "s1",
        "name": "Eettafel",
        "status": "active",
        "organization": {"id": "o1", "name": "Kookploeg", "description": "Vier buren"},
        "schedules": [{"id": "h1", "byday": "TH", "freq": "WEEKLY", "opens_at": "17:30", "closes_at": "19:30"}],
        "service_at_locations": [{"id": "p1", "location": {"id": "l1", "name": "Wheerplaats", "addresses": []}}],
        "attributes": [{"id": "a1", "link_type": "category", "taxonomy_term": {"id": "t1", "name": "Eten"}}],
    }
    page = {"total_items": 2, "contents": [service, service | {"id": "s2", "name": "Soep"}]}
    (tmp_path / "service_list.json").write_text(json.dumps(page))
    report = bring(tmp_path / "service_list.json")
    assert set(Service.objects.values_list("organization__name", flat=True)) == {"Kookploeg"}
    assert told(report)["read"]["organization"] == 1
    assert Schedule.objects.get().service.name == "Eettafel"
    assert ServiceAtLocation.objects.filter(location=Location.objects.get()).exists()
    assert Attribute.objects.filter(source_key="a1", taxonomy_term__name="Eten").exists()


def test_one_json_object_with_a_list_for_each_table_is_read(tmp_path, bring):
    tables = {"organizations.csv": [{"id": "o1", "name": "Kookploeg"}]}
    tables["services.csv"] = [{"id": "s1", "name": "Eettafel", "organization_id": "o1"}]
    (tmp_path / "alles.json").write_text(json.dumps(tables))
    bring(tmp_path / "alles.json")
    assert Service.objects.get().organization == Organization.objects.get(name="Kookploeg")


def test_open_referral_uk_1_is_taken_apart(tmp_path, bring):
    service = {
        "id": "s1",
        "name": "Lunch club",
        "organization": {"id": "o1", "name": "Church hall"},
        "eligibilitys": [{"id": "e1", "eligibility": "Older people", "minimum_age": 60}],
        "service_areas": [{"id": "g1", "service_area": "Bristol"}],
        "service_taxonomys": [{"id": "x1", "taxonomy": {"id": "t1", "name": "Food", "vocabulary": "esd"}}],
        "service_at_locations": [
            {
                "id": "p1",
                "location": {
                    "id": "l1",
                    "name": "Hall",
                    "physical_addresses": [{"id": "a1", "address_1": "High St 1"}],
                },
                "regular_schedule": [{"id": "h1", "weekday": "Monday", "opens_at": "12:00", "closes_at": "14:00"}],
            }
        ],
        "contacts": [{"id": "c1", "name": "Reception", "phones": [{"id": "f1", "number": "0117 000000"}]}],
    }
    (tmp_path / "services.json").write_text(json.dumps({"totalElements": 1, "content": [service]}))
    numbers = told(bring(tmp_path / "services.json"))
    assert all(numbers["set_aside"][table] == 0 for table in numbers["read"])
    assert Service.objects.values_list("eligibility_description", "minimum_age").get() == ("Older people", 60)
    assert TaxonomyTerm.objects.get().taxonomy_name == "esd"
    assert Address.objects.get().location == Location.objects.get()
    assert Schedule.objects.get().service_at_location == ServiceAtLocation.objects.get()
    with acting_as(office("beheer")):
        assert Phone.objects.get().contact is not None

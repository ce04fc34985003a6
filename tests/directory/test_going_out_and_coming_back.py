"""What goes out as HSDS 3 comes back as the same map: into the same installation and into an empty one."""

import csv
import io
import json
import zipfile

import pytest

from nabij.directory.handing_out import export_hsds, exported_hsds
from nabij.directory.hsds.settling import ORDER
from nabij.directory.hsds.tables import EXTRA, TABLES
from nabij.directory.hsds.telling import ours
from nabij.directory.load import model_of
from nabij.directory.models import Address, Phone, Schedule, Service
from nabij.trust.acting import acting_as, office
from tests.conftest import owner
from tests.directory.conftest import LISTINGS, SERVICES, told

MAPS = [
    "hsds-spec-3",
    "hsds-oruk-mocks",
    "hsds-transformer-legalaid",
    "hsds-ohana-openeligibility",
    pytest.param("hsds-miami211", marks=pytest.mark.large),
]


def everything():
    """All that a map says, by table and key; not where it came from."""
    with acting_as(office("beheer")):
        return {
            table: {
                row["id"]: row
                for row in model_of(table)._default_manager.values(
                    *(ours(table, n) for n in TABLES[table].columns), EXTRA
                )
            }
            for table in ORDER
        } | {"lost": dict(Service.objects.values_list("id", "organization_key"))}


def differing(was):
    """The first rows that are not as they were."""
    now = everything()
    keys = [(table, key) for table in was for key in was[table] | now[table]]
    return [(t, was[t].get(k), now[t].get(k)) for t, k in keys if was[t].get(k) != now[t].get(k)][:3]


def emptied():
    with owner():
        for table in reversed(ORDER):
            model_of(table)._default_manager.all().delete()


def packed(path):
    with acting_as(office("beheer")), path.open("wb") as file:
        export_hsds(into=file)
    return path


def written(path):
    with acting_as(office("beheer")):
        path.write_text(json.dumps(exported_hsds(), ensure_ascii=False))
    return path


def comes_back(tmp_path, bring, ways=(packed, written)):
    """Out as a zip and as JSON; each back over itself and each into nothing."""
    was = everything()
    for at, way in enumerate(ways):
        path = way(tmp_path / f"uit{at}{'.json' if way is written else '.zip'}")
        again = told(bring(path))
        assert differing(was) == []
        assert set(again["changed"].values()) <= {0}
        emptied()
        fresh = told(bring(path))
        assert set(fresh["set_aside"].values()) <= {0}
        assert differing(was) == []


def test_the_example_neighbourhood_comes_back(bring, tmp_path):
    bring(LISTINGS)
    comes_back(tmp_path, bring)
    assert Service.objects.count() == 42


@pytest.mark.parametrize("name", MAPS)
def test_real_maps_come_back(name, reference, bring, tmp_path):
    bring(reference / "data" / name)
    comes_back(tmp_path, bring, ways=[packed] if name == "hsds-miami211" else [packed, written])  # It is large.


def test_what_hsds_has_no_place_for_comes_back_too(folder, bring, tmp_path):
    bring(
        folder(
            organizations="id,name\no1,Kookploeg\n",
            services=(
                "id,name,organization_id,kleur,assured_date,status\n"
                's1,Eettafel,o9,"groen\nen ""geel""",3/4/2020,A\ns2,Soep,o1,,2020-04-03,active\n'
            ),
            addresses="id,organization_id,address_1,city,address_3\na1,o1,Kwelderplein 1,Purmerend,achterom\n",
            phones="id,service_id,number,extension\np1,s1,+31 299 00 00 01,vraag Wil\np2,s2,0299 00 00 02,012\n",
            schedules="id,service_id,opens_at,closes_at,timezone,freq,closed\nr1,s1,1am,,Europe/Amsterdam,YEARLY,ja\n",
        )
    )
    comes_back(tmp_path, bring)
    lost = Service.objects.get(name="Eettafel")
    assert lost.extra == {
        "organization_id": "o9",
        "kleur": 'groen\nen "geel"',
        "assured_date": "3/4/2020",
        "status": "A",
    }
    assert lost.organization_key == "o9" and lost.organization is None
    assert Address.objects.get().organization.name == "Kookploeg"
    assert set(Phone.objects.values_list("number", "extension")) == {
        ("+31 299 00 00 01", "vraag Wil"),
        ("0299 00 00 02", "012"),
    }
    assert list(Schedule.objects.values_list("timezone", "freq", "extra")) == [
        ("Europe/Amsterdam", "YEARLY", {"closed": "ja"})
    ]


def test_what_was_brought_in_again_still_belongs_to_its_source(folder, bring, tmp_path):
    """Hours without a key go when their source changes them, also when our own export came in between."""
    hours = "id,service_id,weekday,opens_at,closes_at\n,s1,Monday,9:00,{}\n"
    bring(folder(services=SERVICES, regular_schedules=hours.format("12:00")))
    bring(packed(tmp_path / "uit.zip"))
    bring(folder(services=SERVICES, regular_schedules=hours.format("13:00")))
    assert [f"{row.closes_at}" for row in Schedule.objects.all()] == ["13:00:00"]


def test_the_same_map_makes_the_same_file(bring, tmp_path):
    bring(LISTINGS)
    assert packed(tmp_path / "een.zip").read_bytes() == packed(tmp_path / "twee.zip").read_bytes()


def test_the_package_describes_what_is_in_it(bring, tmp_path):
    bring(LISTINGS)
    with zipfile.ZipFile(packed(tmp_path / "uit.zip")) as bundle:
        package = json.loads(bundle.read("datapackage.json"))
        assert package["profile"] == "tabular-data-package"
        assert {one["name"] for one in package["resources"]} == set(TABLES)
        for resource in package["resources"]:
            rows = list(csv.reader(io.StringIO(bundle.read(resource["path"]).decode(), newline="")))
            names = [field["name"] for field in resource["schema"]["fields"]]
            assert rows[0] == names
            must = [f["name"] for f in resource["schema"]["fields"] if f.get("constraints", {}).get("required")]
            assert all(row[names.index(name)] for row in rows[1:] for name in must)


def test_its_columns_are_those_of_the_standard(reference, bring, tmp_path):
    theirs = json.loads((reference / "standards" / "hsds-3.0" / "datapackage.json").read_text())
    fields = {one["name"]: {f["name"]: f for f in one["schema"]["fields"]} for one in theirs["resources"]}
    bring(LISTINGS)
    with zipfile.ZipFile(packed(tmp_path / "uit.zip")) as bundle:
        ours_told = json.loads(bundle.read("datapackage.json"))["resources"]
    for one in ours_told:
        told_fields = {field["name"]: field for field in one["schema"]["fields"] if field["name"] != EXTRA}
        assert set(told_fields) == set(fields[one["name"]])
        assert {name: f["type"] for name, f in told_fields.items()} == {
            name: f["type"] for name, f in fields[one["name"]].items()
        }
        paths = {resource["name"]: resource["path"] for resource in theirs["resources"]}
        assert one["path"] == paths[one["name"]]

import pytest
from django.db import ProgrammingError, connection

from nabij.directory.models import Organization, Phone, Schedule, Service
from nabij.directory.verbs import import_hsds
from nabij.people.models import Group
from nabij.trust.acting import NOBODY, acting_as, office
from tests.conftest import owner
from tests.directory.conftest import LISTINGS, NOW, SERVICES, told


def test_what_was_read_is_what_stands_there(bring):
    numbers = told(bring(LISTINGS))
    assert numbers["imported"]["service"] == Service.objects.count() == 42
    assert numbers["changed"] == numbers["imported"] == numbers["read"]
    assert numbers["problems"] == []


def test_a_second_import_changes_nothing(bring):
    bring(LISTINGS)
    assert set(told(bring(LISTINGS))["changed"].values()) == {0}


def test_a_dry_run_says_what_it_would_do_and_does_nothing(bring):
    numbers = told(bring(LISTINGS, dry_run=True))
    assert numbers["changed"]["service"] == 42
    assert not Service.objects.exists()


def test_only_what_changed_is_written(folder, bring):
    bring(folder(services="id,name\ns1,Eettafel\ns2,Soep\n"))
    numbers = told(bring(folder(services="id,name\ns1,Eettafel De Wheerplaats\ns2,Soep\n")))
    assert numbers["changed"] == {"service": 1}
    assert Service.objects.get(source_key="s1").name == "Eettafel De Wheerplaats"


def test_what_is_ours_survives_an_import(folder, bring):
    path = folder(services=SERVICES)
    bring(path)
    with acting_as(office("beheer")):
        group = Group.objects.create(name="Kookploeg", kind=Group.Kind.INITIATIVE, formal=False)
        Service.objects.update(group=group, community="Turks", go_between="Emine")
    bring(folder(services="id,name,status\ns1,Eettafel,inactive\n"))
    service = Service.objects.get()
    assert (service.group, service.community, service.go_between) == (group, "Turks", "Emine")
    assert service.status == "inactive"


def test_hours_without_a_key_do_not_stay_when_the_source_changes_them(folder, bring):
    hours = "id,service_id,weekday,opens_at,closes_at\n,s1,Monday,9:00,{}\n"
    bring(folder(services=SERVICES, regular_schedules=hours.format("12:00")))
    bring(folder(services=SERVICES, regular_schedules=hours.format("13:00")))
    assert [f"{row.closes_at}" for row in Schedule.objects.all()] == ["13:00:00"]


def test_a_later_file_may_point_at_an_earlier_one(folder, bring):
    bring(folder(services=SERVICES))
    path = folder(phones="id,service_id,number\np1,s1,0299 00 00 01\n")
    (path / "services.csv").unlink()
    bring(path)
    assert Phone.objects.get().service.name == "Eettafel"


def test_the_same_number_from_another_source_is_another_thing(folder, bring):
    bring(folder(name="hoorn", services=SERVICES))
    bring(folder(name="purmerend", services=SERVICES.replace("Eettafel", "Soep")))
    assert set(Service.objects.values_list("name", flat=True)) == {"Eettafel", "Soep"}


def test_next_month_s_file_is_the_same_source(folder, bring):
    bring(folder(name="kaart-2026-10", organizations="id,name\no1,Kookploeg\n"))
    bring(folder(name="kaart-2026-11", organizations="id,name\no1,Kookploeg De Where\n"))
    assert Organization.objects.get().name == "Kookploeg De Where"


def test_our_keys_follow_from_the_source_s(folder, bring):
    bring(folder(services=SERVICES))
    key = Service.objects.get().pk
    assert key.version == 5
    with owner():
        Service.objects.all().delete()
    bring(folder(services=SERVICES))
    assert Service.objects.get().pk == key


def test_a_visitor_cannot_import_but_can_read_what_was_imported(folder, bring):
    path = folder(services=SERVICES)
    with pytest.raises(ProgrammingError, match="row-level security"), acting_as(NOBODY):
        import_hsds(path=path, at=NOW)
    bring(path)
    with acting_as(NOBODY):
        assert Service.objects.get().name == "Eettafel"


def test_progress_is_told_on_the_way(folder, bring):
    steps = []
    bring(folder(services=SERVICES), progress=lambda what, done, total: steps.append((what, done, total)))
    assert ("service", 1, 1) in steps


MANY = 900

COUNTED = "select reltuples from pg_class where oid = 'directory_service'::regclass"
HELD = """select count(*) from pg_locks where relation = 'directory_service'::regclass and pid = pg_backend_pid()
    and mode = 'ShareUpdateExclusiveLock'"""


def asked(sql: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return int(cursor.fetchone()[0])


def test_many_rows_are_counted_as_they_come_in_and_by_nobody_else(folder, bring):
    """The server's own count would find none of them, and what takes seconds took minutes."""
    bring(folder(services="id,name,status\n" + "".join(f"s{each},Eettafel,active\n" for each in range(MANY))))
    assert asked(COUNTED) > 0
    assert asked(HELD) == 1


def test_who_does_not_bring_in_the_map_counts_nothing(db):
    with acting_as(NOBODY):
        asked("select count(trust.count_rows('directory_service'))")
        assert asked(HELD) == 0
    with acting_as(office("beheer")):
        asked("select count(trust.count_rows('people_person'))")
        assert asked(HELD.replace("directory_service", "people_person")) == 0

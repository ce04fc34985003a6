from datetime import date, time

import pytest

from nabij.directory.hsds.report import Repair
from nabij.directory.models import CostOption, Organization, Phone, Schedule, Service
from tests.directory.conftest import SERVICES


def test_padded_codes_are_trimmed(folder, bring):
    report = bring(folder(services="id,name,status\ns1 ,  Eettafel,active\n"))
    assert Service.objects.values_list("source_key", "name").get() == ("s1", "Eettafel")
    assert report.repaired[Repair.PADDED] == 2


def test_a_literal_backslash_n_is_a_new_line(folder, bring):
    report = bring(folder(services="id,name,description\ns1,Eettafel,eten\\n\\npraten\n"))
    assert Service.objects.get().description == "eten\n\npraten"
    assert report.repaired[Repair.NEWLINE] == 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("www.kookploeg.nl", "http://www.kookploeg.nl"),
        ("kookploeg.nl/eten", "http://kookploeg.nl/eten"),
        ("https:/kookploeg.nl", "https://kookploeg.nl"),
        ("https://kookploeg.nl", "https://kookploeg.nl"),
    ],
)
def test_an_address_gets_its_scheme(folder, bring, written, meant):
    bring(folder(services=f"id,name,url\ns1,Eettafel,{written}\n"))
    assert Service.objects.get().url == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [("", "active"), ("1", "active"), ("A", "active"), ("Open", "active"), ("0", "inactive"), ("gestopt", "defunct")],
)
def test_a_missing_or_coded_status_is_read(folder, bring, written, meant):
    report = bring(folder(services=f"id,name,status\ns1,Eettafel,{written}\n"))
    assert Service.objects.get().status == meant
    assert report.repaired[Repair.STATUS_CODED if written else Repair.STATUS_MISSING] == 1


def test_weekdays_and_twelve_hour_times_are_read(folder, bring):
    hours = "id,service_id,weekday,opens_at,closes_at\n,s1,Monday,8:00am,5:00pm\n"
    report = bring(folder(services=SERVICES, regular_schedules=hours))
    row = Schedule.objects.get()
    assert (row.byday, row.freq, row.opens_at, row.closes_at) == ("MO", "WEEKLY", time(8), time(17))
    assert report.repaired[Repair.TIME] == report.repaired[Repair.DAYS] == report.repaired[Repair.KEY_MADE] == 1


def test_prose_round_the_clock_becomes_hours(folder, bring):
    hours = 'id,service_id,description\nh1,s1,"24 hours a day, 7 days a week"\n'
    report = bring(folder(services=SERVICES, schedules=hours))
    row = Schedule.objects.get()
    assert (row.byday, row.opens_at, row.closes_at) == ("MO,TU,WE,TH,FR,SA,SU", time(0), time(0))
    assert report.repaired[Repair.HOURS] == 1


def test_a_sentence_with_two_openings_becomes_two_rows_and_counts_as_one(folder, bring):
    hours = 'id,service_id,description\nh1,s1,"ma-vr 9-12, 13-17; za 10-12"\n'
    report = bring(folder(services=SERVICES, schedules=hours.replace(", 13-17", "")))
    assert set(Schedule.objects.values_list("byday", "opens_at")) == {
        ("MO,TU,WE,TH,FR", time(9)),
        ("SA", time(10)),
    }
    assert report.read["schedule"] == report.imported["schedule"] == 1


def test_a_side_table_without_keys_gets_them_from_its_content(folder, bring):
    path = folder(services=SERVICES, phones="id,service_id,number\n,s1,0299 00 00 01\n,s1,0299 00 00 02\n")
    bring(path)
    keys = set(Phone.objects.values_list("id", flat=True))
    bring(path)
    assert set(Phone.objects.values_list("id", flat=True)) == keys
    assert len(keys) == 2


def test_a_key_that_only_copies_the_service_s_is_replaced(folder, bring):
    languages = "id,service_id,language\ns1,s1,Dutch\ns1,s1,Turkish\n"
    report = bring(folder(services=SERVICES, languages=languages))
    assert report.imported["language"] == 2
    assert report.repaired[Repair.KEY_COPIED] == 2


def test_an_extension_is_taken_out_of_the_number(folder, bring):
    bring(folder(services=SERVICES, phones="id,service_id,number\np1,s1,305-573-4200 x57471\n"))
    assert Phone.objects.values_list("number", "extension").get() == ("305-573-4200", "57471")


def test_numbers_and_dates_in_other_forms_are_read(folder, bring):
    bring(
        folder(
            services="id,name,minimum_age,assured_date\ns1,Eettafel,18+,25/12/2025\n",
            organizations="id,name,year_incorporated\no1,Kookploeg,1970-05-01\n",
            cost_options='id,service_id,amount\nc1,s1,"€ 4,50"\n',
        )
    )
    assert Service.objects.values_list("minimum_age", "assured_date").get() == (18.0, date(2025, 12, 25))
    assert Organization.objects.get().year_incorporated == 1970
    assert CostOption.objects.get().amount == 4.5


def test_the_same_row_twice_is_one_row(folder, bring):
    report = bring(folder(services="id,name\ns1,Eettafel\ns1,Eettafel\n"))
    assert Service.objects.count() == 1
    assert (report.read["service"], report.set_aside["service"], report.repaired[Repair.TWICE]) == (2, 0, 1)


def test_latin_1_is_read_and_said(folder, bring):
    report = bring(folder(services="id,name\ns1,Één café\n", encoding="latin-1"))
    assert Service.objects.get().name == "Één café"
    assert report.repaired[Repair.LATIN] == 1


def test_every_repair_has_its_own_sentence():
    assert len({str(repair) for repair in Repair}) == len(list(Repair))

import datetime as dt
from calendar import isleap
from pathlib import Path

import pytest

from nabij.demo import cast
from nabij.demo.calendar import FIRST_DAY, GIVEN_DAY, HOME, Calendar
from tests.demo.areas import FEATURES, RINGS, contains

NAMES = {feature["properties"]["statcode"]: feature["properties"]["statnaam"] for feature in FEATURES}


def test_the_cast_is_twenty_and_all_of_them_can_log_in():
    twenty = cast.the_twenty()
    assert [person.number for person in twenty] == list(range(1, 21))
    assert all(person.login and person.mail == f"{person.key}@voorbeeld.example" for person in twenty)
    assert [twenty[0].name, twenty[3].name, twenty[19].name] == ["Riet Kuiper", "Marieke Bos", "Kees Vlaar"]


def test_behind_them_stand_fifteen_for_their_work_and_thirty_from_the_street():
    assert len(cast.background(formal=True)) == 15
    assert len(cast.background(formal=False)) == 30
    assert all(hat.formal for person in cast.background(formal=True) for hat in person.hats)
    assert not any(hat.formal for person in cast.background(formal=False) for hat in person.hats)


def test_nobody_is_called_the_same_and_no_address_is_used_twice():
    everybody = cast.people().values()
    assert len({person.called for person in everybody}) == len(everybody)
    mails = [person.mail for person in everybody if person.mail]
    assert len(set(mails)) == len(mails)


def test_everyone_of_the_cast_wears_a_hat_that_says_what_it_can_and_cannot():
    for person in cast.the_twenty():
        assert person.hats, person.name
        assert all(hat.can and hat.cannot for hat in person.hats), person.name


def test_every_hat_names_a_group_that_is_there_and_began_before_today():
    for person in cast.people().values():
        for hat in person.hats:
            assert hat.group == "" or hat.group in cast.groups()
            assert hat.since <= FIRST_DAY or hat.until is None
            assert hat.since < GIVEN_DAY
            assert hat.neighbourhood == "" or hat.neighbourhood in NAMES


def test_several_people_wear_hats_of_both_shapes():
    both = {person.key for person in cast.the_twenty() if {hat.formal for hat in person.hats} == {True, False}}
    assert both == {"fatima", "marieke", "yusuf", "ruud", "emine"}


def test_marieke_leaves_on_the_last_day_of_the_year():
    assert cast.people()["marieke"].hat("wijkwerker").until == dt.date(2026, 12, 31)


@pytest.mark.parametrize("person", [person for person in cast.people().values() if person.point], ids=lambda p: p.key)
def test_a_home_lies_in_its_own_buurt_and_no_finer_than_a_street(person):
    latitude, longitude = person.point
    assert contains(ring=RINGS[NAMES[person.home]], longitude=longitude, latitude=latitude)
    assert round(latitude, 3) == latitude
    assert round(longitude, 3) == longitude


def test_whoever_is_known_only_as_somebody_has_no_address_and_no_login():
    for person in cast.people().values():
        if person.known_as:
            assert not (person.name or person.mail or person.login or person.hats or person.point)


def test_households_duties_and_stand_ins_name_people_who_are_there():
    everybody = cast.people()
    assert all(key in everybody for household in cast.households().values() for key in household.people)
    assert all(everybody[duty.who].hat(duty.hat).formal for duty in cast.duties())
    assert all(person.stand_in in everybody for person in everybody.values() if person.stand_in)


def test_somebody_is_on_duty_at_every_hour_of_the_week():
    covered = set()
    for duty in cast.duties():
        starts, ends = duty.starts.hour, duty.ends.hour
        for weekday in duty.weekdays:
            length = (ends - starts) % 24
            covered |= {(weekday * 24 + starts + hour) % 168 for hour in range(length)}
    assert covered == set(range(168))


def test_reachable_hours_can_be_read():
    for person in cast.people().values():
        for written in person.reachable:
            assert all(opens < closes for _day, opens, closes in cast.opening_hours(written))


def test_every_group_stands_in_an_area_and_place_that_are_there():
    for group in cast.groups().values():
        assert group.neighbourhood in NAMES
        assert group.place == "" or group.place in cast.places()
    for place in cast.places().values():
        latitude, longitude = place.point
        assert contains(ring=RINGS[NAMES[place.neighbourhood]], longitude=longitude, latitude=latitude)


def test_the_page_of_the_cast_names_everybody():
    page = " ".join((Path(__file__).parents[2] / "docs" / "cast.md").read_text(encoding="utf-8").split())
    for person in cast.the_twenty():
        assert f"| {person.number} | {person.name}, {person.age} |" in page
        assert person.bad_day in page
        assert person.situation in page
    assert all(person.called in page for person in cast.people().values())


def test_a_childs_day_of_birth_makes_it_as_old_as_the_page_says():
    children = [person for person in cast.people().values() if person.born]
    assert {child.key for child in children} == {"lin", "adam", "fenna", "mees", "emre"}
    for child in children:
        birthday = child.born.replace(year=GIVEN_DAY.year)
        assert GIVEN_DAY.year - child.born.year - (birthday > GIVEN_DAY) == child.age
        assert child.parents
        assert set(child.parents) <= set(cast.people())


@pytest.mark.parametrize("year", range(2026, 2067))
def test_a_child_of_the_demo_is_as_old_as_the_page_says_whatever_the_year(year: int):
    """Their days of birth move along; a leap day more or less on the way does not make anybody a year older."""
    for month, day in ((1, 1), (2, 29) if isleap(year) else (2, 28), (7, 15), (12, 31)):
        today = dt.date(year, month, day)
        calendar = Calendar.around(dt.datetime.combine(today, dt.time(12), HOME))
        for child in cast.people().values():
            if child.born:
                born = calendar.day(child.born)
                age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
                assert age == child.age, (child.key, today)

"""How sure a listing is, by what was said of it."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from nabij.directory.sureness import Sureness, Word, sureness

NOW = datetime(2026, 11, 20, 13, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
TODAY = NOW.date()


def said(found: str, voice: str, *, days: float, who: str = "") -> Word:
    return Word(found, voice, NOW - timedelta(days=days), who)


def sure(*words: Word, assured: date | None = None) -> Sureness:
    return sureness(words, assured=assured, today=TODAY)


def test_a_word_that_counts_holds_for_half_a_year():
    for voice in ("known", "owner", "contact"):
        assert not sure(said("right", voice, days=183)).unsure
        assert sure(said("right", voice, days=184)).unsure
    assert sure(assured=TODAY - timedelta(days=184)).unsure


def test_a_visitor_keeps_it_from_sinking_for_a_month():
    old = said("right", "known", days=200)
    assert sure(old).unsure
    assert not sure(old, said("right", "visitor", days=31)).unsure
    assert sure(old, said("right", "visitor", days=32)).unsure


def test_visitors_keep_nothing_alive_for_longer_than_a_year():
    every_day = [said("right", "visitor", days=days) for days in range(300)]
    assert not sure(said("right", "known", days=365), *every_day).unsure
    assert sure(said("right", "known", days=366), *every_day).unsure
    assert sure(*every_day).confirmed is None


def test_who_is_logged_in_and_reaches_nobody_makes_it_unsure_at_once_and_a_visitor_does_not():
    right = said("right", "known", days=9)
    assert sure(right, said("unreached", "known", days=1, who="a")).unsure
    assert not sure(right, said("unreached", "visitor", days=1)).unsure


def test_three_times_are_of_different_people_or_days():
    right = said("right", "known", days=9)
    on_one_day = [said("unreached", "visitor", days=1 + part / 100) for part in range(5)]
    assert sure(right, *on_one_day).missed == 1
    on_three = [said("unreached", "visitor", days=days) for days in (1, 2, 3)]
    assert sure(right, *on_three).out_of_reach
    by_three = [said("unreached", "known", days=1, who=who) for who in "abc"]
    assert sure(right, *by_three).out_of_reach
    assert not sure(right, *by_three[:2], by_three[0]).out_of_reach


def test_a_word_that_counts_begins_anew_and_that_of_a_visitor_does_not():
    missed = [said("unreached", "visitor", days=days) for days in (3, 4, 5)]
    assert sure(*missed, said("right", "visitor", days=1)).out_of_reach
    assert not sure(*missed, said("right", "owner", days=1)).unsure
    assert not sure(*missed, assured=TODAY).unsure

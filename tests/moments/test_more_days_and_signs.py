"""More notes, the second half: days that cannot be, whose promise it is, open quotes. Given day: 18-11-2026."""

from datetime import date, time

from tests.moments.given import (
    come_backs,
    days_offered,
    offers,
    people_offered,
    promises_offered,
    understand,
    was_set,
)


def no_days(reading) -> bool:
    return not reading.come_backs and not offers(reading, "come_back", "promise")


def test_a_leap_day_in_a_plain_year():
    reading = understand("!29 februari kaartje Riet", by="marieke")
    assert come_backs(reading) == [([], "kaartje Riet")]
    assert [str(p.sentence) for p in reading.problems] == ["29 februari bestaat niet in 2027. Welke dag bedoel je?"]


def test_a_day_just_gone_is_asked():
    reading = understand("!12-11 bellen", by="marieke")
    assert come_backs(reading) == [([], "bellen")]
    assert [str(p.sentence) for p in reading.problems] == ["12-11 is al geweest. Welke dag bedoel je?"]
    assert no_days(understand("12 november gebeld, 12-11 ook", by="marieke"))


def test_agreed_with_noor_that_she_sends_it():
    reading = understand("afgesproken met Noor dat ze vrijdag de lijst stuurt", by="marieke")
    assert people_offered(reading) == ["noor"]
    assert promises_offered(reading) == [(date(2026, 11, 20), "noor")]


def test_what_i_will_bring_is_my_own_promise():
    reading = understand("Ik breng morgen de formulieren naar Kim", by="marieke")
    assert people_offered(reading) == ["kim"]
    assert promises_offered(reading) == [(date(2026, 11, 19), "marieke")]


def test_talked_and_planned_in_one_breath():
    reading = understand("gesproken met Kim vrijdag samen openmaken", by="marieke")
    assert people_offered(reading) == ["kim"]
    assert [day for day, _ in days_offered(reading)] == [date(2026, 11, 20)]


def test_a_weekday_that_does_not_fit_its_date_is_asked():
    reading = understand("!donderdag 20 november naar de bank", by="kim")
    assert come_backs(reading) == [([date(2026, 11, 20), date(2026, 11, 19)], "naar de bank")]


def test_two_of_the_same_first_name_are_asked():
    reading = understand("Darwish gezien, en familie Yilmaz", by="marieke")
    assert people_offered(reading) == ["emine|emre"]


def test_good_morning_is_no_tomorrow():
    reading = understand("Goede morgen gewenst aan Bep, 's morgens is ze stil. Elke morgen eigenlijk.", by="yusuf")
    assert people_offered(reading) == ["bep"]
    assert no_days(reading)


def test_an_unknown_name_after_the_sign_suggests_who_it_may_be():
    reading = understand('@Fatma en @"buurman Jan" gewandeld', by="riet")
    assert was_set(reading) == [("Fatma", True), ("buurman Jan", True)]
    assert [m.maybe for m in reading.mentions] == [("fatima",), ("jan",)]


def test_an_open_quote_gets_one_sentence():
    reading = understand('@"buurman met de hond bracht Piet thuis', by="marieke")
    assert reading.mentions == ()
    assert [str(p.sentence) for p in reading.problems] == [
        "Na @ staat een aanhalingsteken open. Zet er nog een achter de naam."
    ]
    assert people_offered(reading) == ["piet"]


def test_a_line_break_ends_what_to_do():
    reading = understand("!vrijdag Cor bellen\nKoffie was op.", by="noor")
    assert come_backs(reading) == [([date(2026, 11, 20)], "Cor bellen")]


def test_two_signs_to_come_back_are_two():
    reading = understand("@Bep trap te steil !morgen Wmo bellen !over 2 weken nog eens langs", by="sanne")
    assert come_backs(reading) == [([date(2026, 11, 19)], "Wmo bellen"), ([date(2026, 12, 2)], "nog eens langs")]


def test_a_day_behind_the_action():
    reading = understand("!Ineke bellen vrijdag om 14.30", by="marieke")
    assert come_backs(reading) == [([date(2026, 11, 20)], "Ineke bellen")]
    assert reading.come_backs[0].at == time(14, 30)


def test_one_day_or_another_is_asked():
    for note, days in (
        ("Kees kan 3 of 10 december", (date(2026, 12, 3), date(2026, 12, 10))),
        ("Kees kan maandag of dinsdag langskomen", (date(2026, 11, 23), date(2026, 11, 24))),
    ):
        assert [o.days for o in offers(understand(note), "come_back", "promise")] == [days]
    assert understand("!maandag of dinsdag langs").come_backs[0].day is None


def test_what_is_told_before_a_colon_kills_no_day_behind_it():
    reading = understand("Deurwaarder gebeld: uitstel tot 15 december!", by="jayden")
    assert days_offered(reading) == [(date(2026, 12, 15), "uitstel")]


def test_who_asks_promises_nothing():
    reading = understand("Fatima vraagt wie er dinsdag op de kinderen kan passen", by="noor")
    assert not offers(reading, "promise")
    assert len(offers(understand("Riet zoekt iemand om zondag mee te eten", by="anneke"), "ask")) == 1
    assert len(offers(understand("Iemand die zondag koffie wil drinken bij Riet?", by="anneke"), "ask")) == 1


def test_a_court_hour_makes_a_weekday_a_plan():
    reading = understand("Kim heeft donderdag kort geding om 10.30 uur, rechtbank Haarlem", by="marieke")
    assert [(o.days[0], o.at) for o in offers(reading, "come_back")] == [(date(2026, 11, 19), time(10, 30))]

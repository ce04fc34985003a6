"""More notes in the spirit of the field file, written before the reader could read them. Given day: 18-11-2026."""

from datetime import date, time

import pytest

from nabij.moments.oneline import for_others
from tests.moments.given import (
    come_backs,
    days_offered,
    offers,
    people_offered,
    promises_offered,
    themes,
    understand,
    was_set,
)


def no_days(reading) -> bool:
    return not reading.come_backs and not offers(reading, "come_back", "promise")


def test_full_names_after_the_sign_in_small_letters():
    reading = understand("@riet kuiper en @fatima koffie gedronken, ging goed", by="sanne")
    assert was_set(reading) == [("riet", True), ("fatima", True)]
    assert reading.offers == ()


def test_a_title_with_a_small_surname_and_a_short_weekday():
    reading = understand("sleutel gebracht bij mevr. kuiper. do weer langs", by="marieke")
    assert people_offered(reading) == ["riet|anneke"]
    assert days_offered(reading) == [(date(2026, 11, 19), "weer langs")]


def test_the_day_a_tap_comes():
    reading = understand("Bij Cor de lamp gemaakt. Komt vrijdag een nieuwe kraan, dan ga ik terug", by="henk")
    assert people_offered(reading) == ["cor"]
    assert days_offered(reading) == [(date(2026, 11, 20), "Komt een nieuwe kraan")]


def test_blood_pressure_is_no_date_and_the_doctor_promised():
    reading = understand("bloeddruk bep 160/95, 2x per dag pil. huisarts belt ma 23 nov", by="yusuf")
    assert people_offered(reading) == ["bep"]
    assert promises_offered(reading) == [(date(2026, 11, 23), "huisarts")]
    assert not offers(reading, "come_back") and not reading.problems


def test_who_is_set_is_not_offered_again():
    reading = understand("@Hala @Lin naar de bieb. Lin tolkte weer alles #tolken !ma 30/11 school bellen", by="fatima")
    assert was_set(reading) == [("hala", True), ("lin", True)]
    assert themes(reading) == ["tolken"]
    assert come_backs(reading) == [([date(2026, 11, 30)], "school bellen")]
    assert reading.offers == ()


def test_fridays_are_a_habit():
    reading = understand("gister met piet gewandeld, hij vond t fijn. vrijdags altijd drukker", by="jan")
    assert people_offered(reading) == ["piet"]
    assert no_days(reading)


def test_ik_wil_is_no_wil_and_a_question_is_offered_to_be_asked():
    reading = understand("Ik wil graag leren fietsen. wie kan mij helpen?", by="hala")
    assert [o.kind for o in reading.offers] == ["ask"]


def test_fractions_are_no_days_and_a_day_with_a_clock_is_one():
    reading = understand("overleg 24/7 bereikbaarheid, 50/50 verdeeld. volgende keer 2 dec 10.30", by="bart")
    assert days_offered(reading) == [(date(2026, 12, 2), "volgende keer")]
    assert offers(reading, "come_back")[0].at == time(10, 30)
    assert not reading.problems


def test_a_day_that_does_not_exist_is_a_problem_in_one_sentence_and_hours_are_no_day():
    reading = understand("Monteur komt tussen 8-12 op 31 november", by="chantal")
    assert no_days(reading)
    assert [str(p.sentence) for p in reading.problems] == ["31 november bestaat niet. Welke dag bedoel je?"]


def test_a_daughter_promises_to_call():
    reading = understand("Piet sliep goed vannacht. Dochter belt zondag uit Canada", by="gerda")
    assert people_offered(reading) == ["piet"]
    assert promises_offered(reading) == [(date(2026, 11, 22), "dochter")]


def test_hala_minds_mees_and_the_clock_stays_with_who_fetches():
    reading = understand("hala past woensdag op mees, ik haal em om half 6", by="kim")
    assert people_offered(reading) == ["hala", "mees"]
    assert promises_offered(reading) == [(date(2026, 11, 25), "hala")]
    assert not offers(reading, "come_back")


def test_another_surname_is_another_person():
    reading = understand("Gesproken met Jan de Wit, buurman van Riet. Kent Jan Groen niet.", by="sanne")
    assert people_offered(reading) == ["Jan de Wit", "riet", "jan"]


def test_a_street_is_no_person():
    reading = understand("vrouw uit de jan van galenstraat komt dinsdag koffieochtend", by="emine")
    assert people_offered(reading) == []
    assert [day for day, _ in days_offered(reading)] == [date(2026, 11, 24)]


def test_last_sunday_is_gone_and_sunday_in_a_week_is_not():
    reading = understand("Anneke was vorige zondag hier. Zondag over een week weer.", by="riet")
    assert people_offered(reading) == ["anneke"]
    assert days_offered(reading) == [(date(2026, 11, 29), "weer")]


def test_a_bill_before_a_day():
    reading = understand("oma belt steeds, boete 380 euro voor 1-12 betalen anders komt er 190 bij", by="jayden")
    assert [day for day, _ in days_offered(reading)] == [date(2026, 12, 1)]
    assert not offers(reading, "promise")


def test_a_come_back_without_a_day_is_asked():
    reading = understand("!bellen met Loes over kostendelersnorm", by="marieke")
    assert come_backs(reading) == [([], "bellen met Loes over kostendelersnorm")]
    assert reading.come_backs[0].people == ("loes",)
    assert people_offered(reading) == []


def test_an_impossible_day_after_the_sign_keeps_the_action():
    reading = understand("Sandra gebeld! !31-2 terugbellen", by="marieke")
    assert people_offered(reading) == ["sandra"]
    assert come_backs(reading) == [([], "terugbellen")]
    assert [str(p.sentence) for p in reading.problems] == ["31-2 bestaat niet. Welke dag bedoel je?"]


def test_eaters_on_thursday_are_counted_and_gone():
    reading = understand("donderdag 24 eters gehad, 3 nieuwe. Dina kwam ook, mooi hoor!", by="wil")
    assert people_offered(reading) == ["dina"]
    assert no_days(reading)


def test_tomorrow_to_be_fetched():
    reading = understand("fiets adam klaar, 10 euro. morgen ophalen", by="samir")
    assert people_offered(reading) == ["adam"]
    assert days_offered(reading) == [(date(2026, 11, 19), "ophalen")]


def test_do_not_tell_henk():
    reading = understand("Ik slaap niet meer. Zeg het niet tegen Henk.", by="ruud")
    assert reading.faces_larger
    assert people_offered(reading) == ["henk"]


def test_two_addresses_and_one_mention():
    reading = understand("mail van kim@voorbeeld.example en noor.arends@dekwelder.example, cc @bart", by="loes")
    assert [key for key, _ in was_set(reading)] == ["bart"]
    assert people_offered(reading) == []


def test_half_a_year_ago_is_no_day_and_monday_morning_is():
    reading = understand("Vandaag een half jaar geleden. Petra komt maandagochtend 10 uur.", by="dina")
    days = offers(reading, "come_back", "promise")
    assert [(o.days, o.at) for o in days] == [((date(2026, 11, 23),), time(10, 0))]


def test_a_short_weekday_with_day_month_and_clock():
    reading = understand("weging di 15/12 19.30 bij De Kwelder", by="kees")
    assert [(o.days, o.at, o.action) for o in offers(reading, "come_back")] == [
        ((date(2026, 12, 15),), time(19, 30), "weging bij De Kwelder")
    ]


def test_somebody_wanted_is_a_question():
    reading = understand("Vrijwilliger gezocht: wie wil op vrijdagmiddag met Cor schaken?", by="noor")
    assert len(offers(reading, "ask")) == 1
    assert people_offered(reading) == ["cor"]
    assert not offers(reading, "promise") and not reading.come_backs


def test_whose_son_and_two_themes_without_a_space():
    reading = understand("Emine's zoon Emre gezien op 't veld, gaat beter. #jeugd#sport", by="yusuf")
    assert people_offered(reading) == ["emine", "emre"]
    assert themes(reading) == ["jeugd", "sport"]
    assert no_days(reading)


def test_a_land_line_belongs_to_who_is_named():
    reading = understand("Riet 0299-400000 is haar nieuwe nummer", by="sanne")
    reach = offers(reading, "reach")[0]
    assert (reach.words, reach.keys, reach.private) == ("0299-400000", ("riet",), False)
    assert for_others(reading) == "Riet (nummer weggelaten) is haar nieuwe nummer"
    assert no_days(reading) and not reading.problems


def test_a_date_with_also_is_a_date():
    reading = understand("ben vrijdag vrij, 27 nov ook. Sanne neemt waar", by="marieke")
    assert people_offered(reading) == ["sanne"]
    assert date(2026, 11, 27) in [day for day, _ in days_offered(reading)]


def test_a_day_of_last_year_is_no_plan():
    reading = understand("Op 20 november 2025 begonnen met wandelen, nu al 9 mensen", by="fatima")
    assert reading.offers == () and not reading.problems


def test_with_whom_to_evaluate_was_not_there():
    reading = understand("#respijt !over een maand evalueren met Sanne", by="gerda")
    assert themes(reading) == ["respijt"]
    assert come_backs(reading) == [([date(2026, 12, 18)], "evalueren met Sanne")]
    assert people_offered(reading) == [] and was_set(reading) == []


def test_my_son_comes_to_look():
    reading = understand("de trap is te steil geworden; mijn zoon komt zaterdag kijken", by="bep")
    assert promises_offered(reading) == [(date(2026, 11, 21), "zoon")]
    assert not offers(reading, "come_back")


def test_chantal_will_come_and_look():
    reading = understand("volgende week maandag komt chantal kijken naar de lift", by="jan")
    assert people_offered(reading) == ["chantal"]
    assert promises_offered(reading) == [(date(2026, 11, 23), "chantal")]


def test_a_court_day_next_year():
    reading = understand("jayden moet 7 januari voorkomen", by="sanne")
    assert people_offered(reading) == ["jayden"]
    assert [o.days for o in offers(reading, "come_back", "promise")] == [(date(2027, 1, 7),)]


def test_one_name_is_a_whole_note():
    reading = understand("@Kim", by="hala")
    assert was_set(reading) == [("kim", True)]
    assert not reading.offers and not reading.problems


def test_known_as_with_a_number_and_fear_is_asked_about():
    reading = understand('@"de vrouw van 27" belde, bang. Hij staat weer voor de deur', by="marieke")
    assert was_set(reading) == [("vrouw27", True)]
    assert [o.kind for o in reading.offers] == ["urgent"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Brief van de gemeente ligt er nog, kan niet wachten", "kan niet wachten"),
        ("Paniek op nummer 27, hij stond er met een mes", "Paniek"),
        ("Hij stond er met een mes", "met een mes"),
        ("Ze is gevallen en komt niet overeind", "gevallen en komt niet overeind"),
    ],
)
def test_what_may_not_be_able_to_wait_is_asked(text, words):
    assert [o.words for o in offers(understand(text, by="marieke"), "urgent")] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Geweldige middag gehad",
        "Ik kan niet wachten tot het feest",
        "De kat is weggelopen",
        "De formulieren zijn er, het kan wachten",
        "Hij was niet bang, er was geen paniek",
    ],
)
def test_what_can_wait_is_not_asked_about(text):
    assert not offers(understand(text, by="marieke"), "urgent")


def test_ma_is_a_mother_and_zo_is_no_sunday():
    reading = understand("Ma belt Ineke, zo weer weg", by="noor")
    assert people_offered(reading) == ["ineke"]
    assert no_days(reading)


def test_the_end_of_next_week():
    reading = understand("!eind volgende week Gerda respijtplek vragen #mantelzorg", by="sanne")
    assert come_backs(reading) == [([date(2026, 11, 27)], "Gerda respijtplek vragen")]
    assert themes(reading) == ["mantelzorg"]


def test_next_month_is_asked_which_day():
    reading = understand("!volgende maand nieuwe sloten checken", by="chantal")
    assert come_backs(reading) == [([date(2026, 12, 18), date(2026, 12, 1)], "nieuwe sloten checken")]
    assert reading.come_backs[0].day is None


def test_he_is_the_last_one_named():
    reading = understand("Ruud zn fiets staat bij mij. Haalt ie zaterdagmiddag op", by="henk")
    assert people_offered(reading) == ["ruud"]
    assert promises_offered(reading) == [(date(2026, 11, 21), "ruud")]


def test_two_families_sent_on_without_an_answer():
    reading = understand("twee gezinnen aangemeld bij het wijkteam, geen antwoord gekregen", by="emine")
    assert [(o.count, o.name) for o in offers(reading, "open_referral")] == [(2, "wijkteam")]


def test_a_family_is_asked_who_of_them():
    reading = understand("Met fam Darwish naar de markt", by="marieke")
    assert people_offered(reading) == ["hala|samir|lin|adam"]


def test_my_mother_may_not_know():
    reading = understand("Mijn moeder mag dit niet weten. 50 euro geleend van Hala", by="kim")
    assert reading.faces_larger
    assert people_offered(reading) == ["hala"]


def test_sizes_are_no_dates_and_a_theme_may_end_in_a_number():
    reading = understand("wond @Riet 3x2 cm, verband om de dag #wond4", by="yusuf")
    assert was_set(reading) == [("riet", True)]
    assert themes(reading) == ["wond4"]
    assert reading.offers == ()


def test_every_monday_is_no_day():
    reading = understand("Inloop 's maandags en 's woensdags van 9.00 tot 12.00, elke vrijdag soep", by="bart")
    assert reading.offers == ()


def test_a_closed_door_and_talk_about_somebody_ask_who_was_there():
    assert was_set(understand("@Cor deed niet open, straks nog eens", by="yusuf")) == [("cor", None)]
    reading = understand("over @Kim gesproken met @Bart", by="sanne")
    assert was_set(reading) == [("kim", None), ("bart", True)]


def test_a_name_inside_what_one_comes_back_to_is_asked_too():
    reading = understand("!vrijdag @Ineke bellen", by="marieke")
    assert was_set(reading) == [("ineke", None)]
    assert come_backs(reading) == [([date(2026, 11, 20)], "Ineke bellen")]

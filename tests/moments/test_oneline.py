"""The thirty notes of the field file: what is understood, and what must not be. Given day: 18-11-2026."""

from datetime import date, time

from nabij.moments.oneline import Known, for_others, for_search, read
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


def test_n01_signs_say_who_was_there_the_theme_and_the_day_to_come_back():
    note = "@Riet naar de Koemarkt gelopen, mist haar zus #eenzaam !vrijdag Ineke bellen"
    reading = understand(note, by="marieke")
    assert was_set(reading) == [("riet", True)]
    assert themes(reading) == ["eenzaam"]
    assert come_backs(reading) == [([date(2026, 11, 20)], "Ineke bellen")]
    assert reading.come_backs[0].people == ("ineke",)
    assert reading.text == note
    # Must not: Ineke was there.
    assert people_offered(reading) == []


def test_n02_a_name_and_a_day_in_plain_text_are_offered_not_set():
    reading = understand("bij kim langs. 4 brieven ongeopend op tafel. maandag samen openmaken", by="marieke")
    assert people_offered(reading) == ["kim"]
    # Must not: "4" as a date, a theme of its own accord.
    assert days_offered(reading) == [(date(2026, 11, 23), "samen openmaken")]
    assert not reading.themes and not reading.mentions and not reading.come_backs and not reading.problems


def test_n03_a_title_and_a_name_are_a_person_and_an_address_stays_out_of_search():
    reading = understand("Drempel weg bij mw de Jong, Kwelderhof 12 #3. kan nu zelf naar buiten", by="henk")
    assert people_offered(reading) == ["mw de Jong"]
    assert offers(reading, "person")[0].keys == ()
    # Must not: theme "3"; the address in search for others.
    assert reading.themes == ()
    assert for_search(reading) == "Drempel weg bij mw de Jong, . kan nu zelf naar buiten"
    assert not offers(reading, "come_back", "promise")


def test_n04_letters_before_an_at_mean_an_address():
    reading = understand("mail naar noor@dekwelder.example over de sleutel, @Wil weet ervan", by="noor")
    # Must not: a person "dekwelder". Whether Wil was there is asked: "weet ervan" is no presence.
    assert was_set(reading) == [("wil", None)]
    assert people_offered(reading) == []


def test_n05_a_past_tense_kills_a_day():
    reading = understand("Been Riet genezen. Vrijdag was het nog rood, nu niet meer.", by="yusuf")
    assert people_offered(reading) == ["riet"]
    assert not reading.come_backs and not offers(reading, "come_back", "promise")


def test_n06_only_a_sign_at_the_start_of_a_word_counts():
    reading = understand("Wandelgroep ging door ook met regen!! 9 mensen, Hala was er voor het eerst", by="fatima")
    assert people_offered(reading) == ["hala"]
    # Must not: "!!" as come-back; 9 November.
    assert not reading.come_backs and not offers(reading, "come_back", "promise")


def test_n07_what_may_be_urgent_is_asked_not_decided():
    reading = understand("@Gerda belde huilend. Slaapt 3 uur per nacht. #mantelzorg !morgen terugbellen", by="sanne")
    assert was_set(reading) == [("gerda", True)]
    assert themes(reading) == ["mantelzorg"]
    assert come_backs(reading) == [([date(2026, 11, 19)], "terugbellen")]
    # Must not: "urgent" by itself. It is one offer, which a person taps or not.
    assert [o.words for o in offers(reading, "urgent")] == ["huilend"]
    assert not offers(reading, "time", "come_back", "promise")


def test_n08_own_spelling_stays_and_a_sunday_that_lasts_long_is_no_plan():
    note = "Jan heeft de hond gebracht. Gezelig, een hele middag. Zondag duurt het langst."
    reading = understand(note, by="riet")
    assert people_offered(reading) == ["jan"]
    # Must not: a come-back on Sunday; a correction of her words.
    assert not reading.come_backs and not offers(reading, "come_back", "promise")
    assert reading.text == note == for_others(reading)


def test_n09_a_day_that_somebody_else_promised_is_theirs():
    reading = understand("lift stuk alweer. heb chantal gemaild, zou uiterlijk 3 december gemaakt zijn", by="jan")
    assert people_offered(reading) == ["chantal"]
    # Must not: a promise of Jan.
    assert promises_offered(reading) == [(date(2026, 12, 3), "chantal")]
    assert offers(reading, "come_back") == []


def test_n10_a_secret_shows_the_readers_larger_and_nothing_else():
    reading = understand("gewonnen met bingo 215 euro. niet tegen de gemeente zeggen aub", by="kim")
    assert reading.faces_larger
    # Must not: a theme "fraude"; a notice; a reader beyond the chosen circle.
    assert reading.offers == () and reading.themes == () and reading.mentions == ()


def test_n11_an_ordinal_and_a_clock_are_no_date():
    reading = understand("weer herrie boven om kwart voor 7. dit is de 4e keer deze week", by="ruud")
    assert [o.at for o in offers(reading, "time")] == [time(6, 45)]
    # Must not: 4 December, 7 o'clock as date, the neighbour upstairs as a person.
    assert [o.kind for o in reading.offers] == ["time"]
    assert not reading.come_backs and not reading.mentions


def test_n12_titles_find_surnames_and_house_numbers_are_no_days():
    reading = understand(
        "Gesproken met dhr. Tol (11) en mw. Lansink (21). Willen allebei buurtbemiddeling !over twee weken navragen",
        by="chantal",
    )
    assert people_offered(reading) == ["ruud", "kim"]
    assert come_backs(reading) == [([date(2026, 12, 2)], "navragen")]
    # Must not: 11 or 21 November. One circle for both parties: a reading knows no circle at all.
    assert not offers(reading, "come_back", "promise")
    assert not hasattr(reading, "circle")


def test_n12_two_of_one_surname_are_asked_not_chosen():
    people = [Known(key="kim", names=("Kim Lansink",)), Known(key="truus", names=("Truus Lansink",))]
    reading = read("Gesproken met mw. Lansink (21).", today=date(2026, 11, 18), people=people)
    assert people_offered(reading) == ["kim|truus"]
    # Where one writes in a story, its own people go first.
    here = read("Gesproken met mw. Lansink.", today=date(2026, 11, 18), people=people, presume=people[1:])
    assert people_offered(here) == ["truus"]


def test_n13_a_referral_without_answer_is_recognised():
    reading = understand("2 vrouwen doorgestuurd naar wijkteam in okt. nog steeds niks gehoord", by="emine")
    # The link to the two open referrals waits for the bridge; that there are two, and to whom, is known from the text.
    offer = offers(reading, "open_referral")[0]
    assert (offer.count, offer.name) == (2, "wijkteam")
    # Must not: a come-back in October; names.
    assert [o.kind for o in reading.offers] == ["open_referral"]
    assert not reading.come_backs and not reading.mentions


def test_n14_money_is_no_date():
    reading = understand("boodschappen riet gedaan, bon 23,40, krijg ik zaterdag terug", by="jayden")
    assert people_offered(reading) == ["riet"]
    # Must not: 23 November, 40.
    assert days_offered(reading) == [(date(2026, 11, 21), "krijg ik terug")]
    assert not offers(reading, "promise", "time")


def test_n15_a_weekday_before_a_count_is_no_date_even_when_the_calendar_agrees():
    reading = understand("Donderdag 26 personen, nog plek voor 4", by="wil")
    # Must not: Thursday 26 November.
    assert reading.offers == () and reading.come_backs == () and reading.mentions == ()


def test_n16_one_day_named_twice_is_one_come_back():
    reading = understand("Antwoord lift voor 10 december klaar #leefbaarheid !10-12 antwoord sturen", by="loes")
    assert themes(reading) == ["leefbaarheid"]
    # Must not: two come-backs.
    assert come_backs(reading) == [([date(2026, 12, 10)], "antwoord sturen")]
    assert reading.offers == ()


def test_n17_a_quoted_name_is_somebody_known_as_and_who_is_to_be_asked_was_not_there():
    reading = understand(
        '@"buurman met de hond" bracht Piet thuis, was de weg kwijt #dementie !morgen Gerda vragen hoe het gaat',
        by="marieke",
    )
    assert was_set(reading) == [("buurman met de hond", True)]
    assert reading.mentions[0].keys == ()
    assert themes(reading) == ["dementie"]
    assert come_backs(reading) == [([date(2026, 11, 19)], "Gerda vragen hoe het gaat")]
    # Must not: Gerda present; contact data for the known-as person.
    assert people_offered(reading) == ["piet"]
    assert not offers(reading, "reach")


def test_n18_a_weekday_is_never_today():
    reading = understand("Teamoverleg verplaatst naar wo 9.00, kamer 2B", by="bart")
    assert days_offered(reading) == [(date(2026, 11, 25), "Teamoverleg verplaatst")]
    assert offers(reading, "come_back")[0].at == time(9, 0)
    # Must not: today; person or theme "2B".
    assert people_offered(reading) == [] and reading.themes == ()


def test_n19_a_day_and_month_win_from_a_name():
    reading = understand("Bel 12 jan terug over uitkering Hala", by="sanne")
    assert days_offered(reading) == [(date(2027, 1, 12), "Bel terug over uitkering Hala")]
    # Must not: a person Jan.
    assert people_offered(reading) == ["hala"]


def test_n20_a_month_without_a_day_is_no_date_and_mei_may_be_somebody():
    note = "Mei was er ook, ze wil in mei naar china"
    assert people_offered(understand(note, by="fatima")) == ["Mei"]
    known = read(note, today=date(2026, 11, 18), people=[Known(key="mei", names=("Mei Chen",))])
    assert people_offered(known) == ["mei"]
    # Must not: a come-back in May.
    for reading in (understand(note, by="fatima"), known):
        assert not reading.come_backs and not offers(reading, "come_back", "promise")


def test_n21_somebody_not_at_home_is_concerned_and_presence_is_asked():
    reading = understand("@Piet niet thuis, briefje in de bus. #zorg", by="yusuf")
    # Must not: Piet present (ask: "Was Piet erbij?").
    assert was_set(reading) == [("piet", None)]
    assert themes(reading) == ["zorg"]


def test_n22_own_words_stay_as_they_are():
    note = "Lin gaat mee dokter woensdag. Ik wil niet dat zij alles hoort"
    reading = understand(note, by="hala")
    assert people_offered(reading) == ["lin"]
    assert days_offered(reading) == [(date(2026, 11, 25), "Lin gaat mee dokter")]
    # Must not: better Dutch; a theme. (And "wil" is no Wil.)
    assert reading.text == note == for_others(reading)
    assert reading.themes == ()


def test_n23_until_a_day_is_that_day():
    reading = understand("Sleutel bij Wil tot 1 december, daarna bij mij", by="noor")
    assert people_offered(reading) == ["wil"]
    # Must not: a come-back before that.
    assert days_offered(reading) == [(date(2026, 12, 1), "Sleutel bij Wil")]
    assert not reading.come_backs


def test_n24_doubt_about_telling_offers_somebody_to_discuss_it_with():
    reading = understand(
        "@ruud geholpen met schuurtje. hij had t over geld. weet niet of ik dat mag zeggen #", by="henk"
    )
    assert was_set(reading) == [("ruud", True)]
    # With whom is for the bridge to find; that there is something to discuss is known from the text.
    assert [o.kind for o in reading.offers] == ["discuss"]
    # Must not: an empty theme; a referral.
    assert reading.themes == ()
    assert not offers(reading, "open_referral")


def test_n25_a_private_number_is_offered_for_the_writer_alone():
    reading = understand("Kim 06 00 00 00 12 (privé!) liever niet na 20u", by="marieke")
    assert people_offered(reading) == ["kim"]
    reach = offers(reading, "reach")[0]
    assert (reach.words, reach.keys, reach.private) == ("06 00 00 00 12", ("kim",), True)
    # Must not: the number in the text for others; 12 or 20 as date; "!)".
    assert for_others(reading) == "Kim (nummer weggelaten) (privé!) liever niet na 20u"
    assert not reading.come_backs and not offers(reading, "come_back", "promise", "time")


def test_n26_a_question_is_offered_to_be_asked_and_is_never_sent_by_itself():
    reading = understand("volgende week dinsdag geen dagopvang ivm studiedag, wie kan??", by="gerda")
    assert days_offered(reading) == [(date(2026, 11, 24), "geen dagopvang ivm studiedag")]
    # Whom it goes to waits for the bridge. Must not: an ask sent by itself; it is an offer, nothing is set.
    assert [o.words for o in offers(reading, "ask")] == ["wie kan??"]
    assert not reading.come_backs and not reading.mentions


def test_n27_an_address_at_the_start_is_no_mention_and_a_closing_mark_no_come_back():
    reading = understand("Contact@wonenaandewhere.example doorgegeven aan nr 33 ivm schimmel!", by="chantal")
    assert reading.mentions == () and reading.come_backs == () and reading.offers == () and reading.themes == ()


def test_n28_the_mentors_promise_is_the_mentors():
    reading = understand("Gesprek school Emre ging goed, mentor belt einde vd maand", by="sanne")
    assert people_offered(reading) == ["emre"]
    # Must not: today as date.
    assert promises_offered(reading) == [(date(2026, 11, 30), "mentor")]
    assert not offers(reading, "come_back")


def test_n29_jl_kills_a_weekday():
    reading = understand("Rondetafel do jl. 6 stemmen binnen, besluit volgt", by="kees")
    # Must not: Thursday 19 Nov; 6 November.
    assert reading.offers == () and reading.come_backs == ()


def test_n30_next_friday_is_asked():
    reading = understand("#rouw #zondag @Riet @Fatima !volgende vrijdag koffie", by="marieke")
    assert themes(reading) == ["rouw", "zondag"]
    assert was_set(reading) == [("riet", True), ("fatima", True)]
    # Must not: a silent choice. Both days, the 27th first, and no day is set.
    assert come_backs(reading) == [([date(2026, 11, 27), date(2026, 11, 20)], "koffie")]
    assert reading.come_backs[0].day is None
    assert reading.offers == ()

"""The sentences under the one line, in the words a person reads. Given day: Wednesday 18 November 2026."""

from datetime import date, time

from django.utils import translation

from nabij.moments.oneline.understood import Part, day_and_hour, plain, questions, understood
from tests.moments.given import EVERYBODY, GIVEN_DAY, understand


def said(note: str, by: str = "marieke") -> str:
    return " ".join(plain(parts) for parts in understood(understand(note, by), today=GIVEN_DAY))


def asked(note: str, by: str = "marieke") -> list[str]:
    return [plain(q.asks) for q in questions(understand(note, by), today=GIVEN_DAY, people=EVERYBODY)]


def test_the_first_note_reads_as_one_tells_it():
    reading = understand("@Riet naar de Koemarkt gelopen, mist haar zus #eenzaam !vrijdag Ineke bellen")
    assert understood(reading, today=GIVEN_DAY) == (
        (Part("Riet Kuiper", strong=True), Part(" was erbij.")),
        (Part("Thema "), Part("eenzaam", strong=True), Part(".")),
        (Part("Vrijdag: "), Part("Ineke bellen", strong=True), Part(".")),
    )


def test_a_note_without_signs_says_nothing_of_signs():
    assert said("weer herrie boven om kwart voor 7. dit is de 4e keer deze week") == ""


def test_several_people_and_themes_and_a_day_to_choose():
    assert said("#rouw #zondag @Riet @Fatima !volgende vrijdag koffie") == (
        "Riet Kuiper en Fatima El Amrani waren erbij. Thema's rouw en zondag. Vrijdag 27 november of vrijdag: koffie?"
    )


def test_three_people_have_a_comma():
    assert said("@Riet @Jan @Kim") == "Riet Kuiper, Jan Groen en Kim Lansink waren erbij."


def test_who_is_new_and_who_was_perhaps_not_there():
    assert said('@"buurman met de hond" bracht Piet thuis') == "Nieuw: buurman met de hond."
    fatma = understood(understand("@Fatma langs"), today=GIVEN_DAY, people=EVERYBODY)
    assert [plain(parts) for parts in fatma] == ["Nieuw: Fatma. Of bedoel je Fatima El Amrani?"]
    assert said("@Piet niet thuis, briefje in de bus.") == "Was Piet Blom erbij?"


def test_a_come_back_without_a_day_or_without_words():
    assert said("!bellen met Loes") == "Op welke dag: bellen met Loes?"
    assert said("!vrijdag") == "Vrijdag: hierop terugkomen."
    assert said("!volgende week Kim bellen") == "Welke dag vanaf maandag: Kim bellen?"
    assert said("!over twee weken om 14.30 Bep bellen") == "Woensdag 2 december om 14.30: Bep bellen."


def test_a_day_is_said_with_as_much_as_is_needed():
    assert day_and_hour(date(2026, 11, 18), None, today=GIVEN_DAY) == "vandaag"
    assert day_and_hour(date(2026, 11, 19), time(9, 5), today=GIVEN_DAY) == "morgen om 9.05"
    assert day_and_hour(date(2026, 11, 24), None, today=GIVEN_DAY) == "dinsdag"
    assert day_and_hour(date(2026, 11, 25), None, today=GIVEN_DAY) == "woensdag 25 november"
    assert day_and_hour(date(2027, 1, 12), None, today=GIVEN_DAY) == "dinsdag 12 januari 2027"


def test_what_is_offered_is_asked():
    assert asked("bij kim langs. maandag samen openmaken") == [
        "Was Kim Lansink erbij?",
        "Hierop terugkomen maandag: samen openmaken?",
    ]
    assert asked("lift stuk alweer. heb chantal gemaild, zou uiterlijk 3 december gemaakt zijn", by="jan") == [
        "Was Chantal Ooms erbij?",
        "Afspraak van Chantal Ooms, donderdag 3 december: zou gemaakt zijn?",
    ]
    assert asked("Kim 06 00 00 00 12 (privé!) liever niet na 20u") == [
        "Was Kim Lansink erbij?",
        "Bewaar 06 00 00 00 12 als bereikwijze, alleen voor mij?",
    ]
    assert asked("volgende week dinsdag geen dagopvang ivm studiedag, wie kan??", by="gerda") == [
        "Hierop terugkomen dinsdag: geen dagopvang ivm studiedag?",
        "Wil je dit vragen?",
    ]
    assert asked("weet niet of ik dat mag zeggen") == ["Met wie kan ik dit bespreken?"]
    assert asked("2 vrouwen doorgestuurd naar wijkteam in okt. nog steeds niks gehoord") == [
        "Hoort dit bij wat je doorgaf aan wijkteam?"
    ]
    assert asked("belde huilend om kwart voor 7") == ["Kan dit niet wachten?", "Gebeurde het om 6.45?"]
    assert asked("Met fam Darwish naar de markt") == [
        "Wie was erbij: Hala Darwish, Samir Darwish, Lin Darwish en Adam Darwish?"
    ]


def test_a_percent_sign_in_somebodys_words_stays():
    assert said("!vrijdag 50% korting %(who)s vragen") == "Vrijdag: 50% korting %(who)s vragen."


def test_another_language_keeps_the_words_of_the_line():
    with translation.override("en"):
        assert "Ineke bellen" in said("@Riet !vrijdag Ineke bellen")

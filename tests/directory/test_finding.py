from datetime import datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nabij.directory.danger import in_danger
from nabij.directory.kept_meanings import FINGERPRINT, closest
from nabij.directory.models import Confirmation, Service, ServiceMeaning
from nabij.directory.search import find
from nabij.directory.sentences import meaning_of
from nabij.directory.verbs import confirm
from nabij.trust.acting import NOBODY, acting_as, office
from tests.conftest import owner
from tests.directory.conftest import NOW

HERE = ZoneInfo("Europe/Amsterdam")
DE_KWELDER = SimpleNamespace(latitude=52.5082, longitude=4.9722)
WANTED = {
    "geldzorgen": "L05 L06",
    "praten met iemand": "L12 L35",
    "kapotte fiets": "L10",
    "samen eten": "L01 L02",
    "nederlans oefenen": "L08 L39",
    "buurman maakt herrie": "L27",
    "mijn man is overleden": "L13 L12",
    "iemand om mee te wandelen": "L14",
    "arabisch vrouwen": "L16",
    "even weg kunnen, man dement": "L18 L19",
    "voedselbak": "L20",
    "geen geld voor zwemles": "L22",
    "waar kan mijn zoon savonds heen": "L24",
    "opvoeding": "L25",
    "lift naar het ziekenhuis": "L28",
    "digid wachtwoord kwijt": "L30",
    "hulp in de huishouding": "L32",
    "thuis niet veilig": "L34",
    "gokken stoppen": "L36",
    "mannen alleen koken": "L04 L01",
    "ik kan de brief niet lezen": "L07 L09",
    "taalles": "L09 L08 L39",
    "eten ophalen": "L20 L02",
    "warm eten thuis": "L03",
    "leren lezen en schrijven": "L09",
    "tuinieren": "L37",
    "eenzaam": "L12 L14 L01",
    "turkse vrouwen dinsdag": "L15",
    "mantelzorg te zwaar": "L17 L18",
    "dagbesteding": "L19",
    "kinderkleren": "L21",
    "huiswerkbegeleidng": "L23",
    "broodrooster stuk": "L11",
    "ik kan niet meer met de kinderen": "L26 L25",
    "lamp ophangen": "L29 L11",
    "bezwaar maken gemeente": "L31",
    "wijkzuster": "L33",
    "kan niet slapen wil praten": "L35",
    "ouderen bewegen": "L38",
    "bank en tafel eerste huis": "L40",
}


@pytest.fixture
def everywhere(db, listings):
    """The forty listings, with what they mean."""


def codes(words, **filters):
    with acting_as(NOBODY):
        hits = find(words=words, at=NOW, **filters)
    return [f"L{hit.service.email[2:4]}" for hit in hits]


def found(words, name):
    """The hit of that name, which is among the first three."""
    with acting_as(NOBODY):
        return next(hit for hit in find(words=words, at=NOW, limit=3) if hit.service.name == name)


def test_the_forty_questions_find_their_listing_in_the_first_five(everywhere):
    missed = {words: wanted for words, wanted in WANTED.items() if wanted[:3] not in codes(words, limit=5)}
    assert len(WANTED) == 40
    assert len(missed) <= 2, missed


def test_almost_all_that_is_wanted_stands_in_the_first_five(everywhere):
    assert sum(set(wanted.split()) <= set(codes(words, limit=5)) for words, wanted in WANTED.items()) >= 36


@pytest.mark.parametrize("words", ["thuis niet veilig", "hij slaat mij", "ik word bedreigd"])
def test_the_way_to_safety_stands_above_all(db, listings, words):
    assert in_danger(words)
    assert codes(words)[0] == "L34"


@pytest.mark.parametrize("words", ["praten met iemand", "veilig fietsen leren", "huis niet droog", "slaap niet"])
def test_an_everyday_question_is_not_taken_for_danger(words):
    assert not in_danger(words)


def test_all_the_words_in_a_description_outrank_a_likeness_in_meaning(everywhere):
    assert codes("samen eten")[0] == "L01"


def test_words_that_mean_nothing_find_nothing(everywhere):
    assert codes("qwertyxyz") == codes("asdf") == []


def test_what_is_far_off_is_left_out(everywhere):
    assert codes("kapotte fiets") == ["L10"]


def test_who_is_not_safe_at_home_is_not_sent_to_whoever_shares_a_small_word(everywhere):
    assert codes("thuis niet veilig")[0] == "L34"
    assert not {"L06", "L03", "L32"} & set(codes("thuis niet veilig"))


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("komşum çok gürültü yapıyor", "L27"),
        ("para sorunları", "L05"),
        ("someone to talk to", "L12"),
        ("bike broken", "L10"),
        ("أريد أن أتعلم الهولندية", "L08"),
    ],
)
def test_a_question_in_another_language_finds_its_listing(db, listings, words, wanted):
    assert wanted in codes(words, limit=5)


def test_subjects_languages_and_distance_narrow_it_down(db, listings):
    assert set(codes("", kinds=("category:eten",), limit=50)) >= {"L01", "L02", "L03", "L20"}
    assert "L10" not in codes("", kinds=("category:eten",), limit=50)
    assert set(codes("praten", languages=("ti",))) == {"L39"}
    nearby = codes("", near=DE_KWELDER, within=100, limit=50)
    assert {"L05", "L14", "L30"} <= set(nearby)
    assert "L13" not in nearby


def test_without_words_the_nearest_comes_first(db, listings):
    with acting_as(NOBODY):
        hits = find(words="", at=NOW, near=DE_KWELDER, limit=50)
    for unsure in (False, True):
        distances = [hit.distance for hit in hits if hit.distance is not None and hit.unsure is unsure]
        assert distances == sorted(distances) != []
    distances = [hit.distance for hit in hits if hit.distance is not None]
    assert hits[0].distance == distances[0]
    assert distances[0] < 100


def test_what_is_open_now_and_when_the_rest_opens(db, listings):
    thursday = datetime(2026, 11, 19, 18, 0, tzinfo=HERE)
    with acting_as(NOBODY):
        open_now = find(words="samen eten", at=thursday, open_now=True)
        friday = find(words="eettafel", at=thursday.replace(day=20), limit=1)[0]
    assert open_now[0].service.name == "Eettafel De Wheerplaats"
    assert all(hit.open_now for hit in open_now)
    assert friday.open_now is False
    assert friday.doors.opens == datetime(2026, 11, 26, 17, 30, tzinfo=HERE)


def test_a_hit_tells_where_when_for_whom_and_through_whom(db, listings):
    with acting_as(NOBODY):
        hit = find(words="samen wandelen", at=NOW, near=DE_KWELDER, limit=1)[0]
    assert (hit.service.name, hit.contact["name"], hit.phone) == ("Samen Wandelen", "Fatima", "0299 00 00 14")
    assert hit.languages == ("nl", "ar")
    assert hit.distance is not None and hit.distance < 100
    assert hit.spot is not None and hit.spot.name == "Buurthuis De Kwelder"
    assert "Bewegen en buiten" in hit.subjects
    assert hit.when == "Dinsdagochtend, vertrek om tien uur"


def test_what_nobody_confirmed_for_half_a_year_is_marked_unsure_and_sinks(db, listings):
    with acting_as(NOBODY):
        assert find(words="samen eten", at=NOW, limit=1)[0].service.name != "Koken met Kees"
    hit = found("mannen koken met kees", "Koken met Kees")
    assert hit.unsure
    with acting_as(office("beheer")):
        confirm(service=hit.service, found=Confirmation.Found.RIGHT, by=None, at=NOW, how="gebeld")
    assert not found("mannen koken met kees", "Koken met Kees").unsure


def test_what_somebody_could_not_reach_is_marked_unsure(db, listings):
    hit = found("samen wandelen", "Samen Wandelen")
    assert not hit.unsure
    with acting_as(office("beheer")):
        confirm(service=hit.service, found=Confirmation.Found.UNREACHED, by=None, at=NOW)
    assert found("samen wandelen", "Samen Wandelen").unsure


def test_what_has_stopped_is_not_found(db, listings):
    with acting_as(office("beheer")):
        Service.objects.filter(email="l.14@voorbeeld.example").update(status="defunct")
    assert "L14" not in codes("samen wandelen", limit=50)


def test_three_questions_to_the_database_however_many_listings(db, listings):
    with acting_as(NOBODY):
        find(words="samen eten", at=NOW)  # What changed is read again, once.
        with CaptureQueriesContext(connection) as asked:
            find(words="samen eten in de buurt", at=NOW, near=DE_KWELDER, languages=("nl",), open_now=True)
        assert len(asked) <= 3


@pytest.mark.parametrize("words", ["", "   ", "de het een", "'; drop table x; --", "& | ! :*", "ﷺ", "a" * 5000, "\\"])
def test_any_words_at_all_get_an_answer(db, listings, words):
    assert isinstance(codes(words, limit=3), list)


def test_hours_and_numbers_that_stand_with_the_place_or_the_organisation_are_told(db, bring, folder):
    hours = "id,location_id,weekday,opens_at,closes_at\nh1,l1,Friday,9:00,17:00\n"
    bring(
        folder(
            organizations="id,name\no1,Bieb\n",
            services="id,name,organization_id\ns1,Leeszaal,o1\n",
            locations="id,name\nl1,De Kwelder\n",
            service_at_location="id,service_id,location_id\nx1,s1,l1\n",
            regular_schedules=hours,
            phones="id,organization_id,number\np1,o1,0299 00 00 99\n",
        )
    )
    with acting_as(NOBODY):
        hit = next(hit for hit in find(words="", at=NOW, limit=100) if hit.service.name == "Leeszaal")
    assert (hit.open_now, hit.phone) == (True, "0299 00 00 99")


def test_without_words_too_what_is_unsure_comes_after_what_is_sure(db, listings):
    with acting_as(NOBODY):
        before = find(words="", at=NOW, near=DE_KWELDER, limit=50)
    nearest = next(hit for hit in before if not hit.unsure)
    with acting_as(office("beheer")):
        confirm(service=nearest.service, found=Confirmation.Found.UNREACHED, by=None, at=NOW)
    with acting_as(NOBODY):
        after = [hit.unsure for hit in find(words="", at=NOW, near=DE_KWELDER, limit=50)]
    assert after == sorted(after) and after.count(True) == [hit.unsure for hit in before].count(True) + 1


def nearest(words):
    with connection.cursor() as cursor:
        cursor.execute(FINGERPRINT)
        return closest(meaning_of([words])[0], state=cursor.fetchone()[0])


def test_what_a_listing_says_now_is_what_it_means(everywhere):
    """Directions are kept; of what changed, came or went they are read again."""
    words = "iemand leert mij zwemmen"
    with owner():
        before = nearest(words)
        one = ServiceMeaning.objects.order_by("pk")[0]
        ServiceMeaning.objects.filter(pk=one.pk).update(meaning=meaning_of([words])[0], told="anders")
        after = nearest(words)
        assert (before[one.pk] > 0.3, after[one.pk] < 0.001) == (True, True)
        assert after.keys() == before.keys()
        ServiceMeaning.objects.filter(pk=one.pk).delete()
        assert nearest(words).keys() == before.keys() - {one.pk}
        ServiceMeaning.objects.bulk_create([one])
        assert nearest(words) == pytest.approx(before)


def test_the_same_words_of_another_listing_are_read_again(everywhere):
    """A map that comes in again under other keys says the same, and is not the same."""
    with owner():
        before = nearest("samen eten")
        one = ServiceMeaning.objects.order_by("pk")[0]
        was = one.pk
        ServiceMeaning.objects.filter(pk=was).delete()
        one.service = Service.objects.create(name="Nog eens", status="active", came_from="test")
        ServiceMeaning.objects.bulk_create([one])
        assert nearest("samen eten").keys() == before.keys() - {was} | {one.pk}

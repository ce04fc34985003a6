"""The public social map: everybody may search it, and it names no person but the contact of a listing."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from nabij.demo.ground import FOLDER
from nabij.directory.models import Attribute, Confirmation, Service, TaxonomyTerm
from nabij.directory.verbs import confirm
from nabij.people.models import Group, Neighbourhood
from nabij.people.outlines import import_neighbourhoods, read
from nabij.trust.acting import acting_as, office
from tests.conftest import owner
from tests.directory.conftest import NOW
from tests.web.asking import count, logged_in
from tests.world import World

WHEERMOLEN_OOST = "BU04390302"


@pytest.fixture
def visitor(listings: None, db: None, client: Client, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Somebody without an account, on a Friday at one o'clock."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    with acting_as(office("beheer")):
        import_neighbourhoods(document=read(FOLDER / "neighbourhoods.geojson"))
    return client


def listed(number: int) -> Service:
    with acting_as(office("beheer")):
        return Service.objects.get(email=f"l.{number:02}@voorbeeld.example")


def page(client: Client, *, status: int = 200, **asked: str) -> str:
    response = client.get("/kaart/", asked)
    assert response.status_code == status
    return response.content.decode()


def names(client: Client, **asked: str) -> list[str]:
    """What is found, in order."""
    return [line.name for line in client.get("/kaart/", asked).context["lines"]]


def whole(client: Client, number: int) -> str:
    response = client.get(f"/kaart/{listed(number).pk}/")
    assert response.status_code == 200
    return response.content.decode()


def test_a_visitor_searches_without_an_account(visitor: Client) -> None:
    assert "Eettafel De Wheerplaats" in names(visitor, q="samen eten")
    assert visitor.get("/verhalen/").headers["location"].startswith("/inloggen/")


def test_without_a_question_it_shows_what_there_is(visitor: Client) -> None:
    shown = page(visitor)

    assert "Wat er is" in shown
    assert 'href="/kaart/?soort=category%3Aeten"' in shown
    assert "Samen eten, een maaltijd halen of laten brengen." in shown
    assert "Voor wie: mannen." not in shown


def test_a_line_says_who_where_when_and_how_sure(visitor: Client) -> None:
    lines = visitor.get("/kaart/", {"q": "samen eten", "buurt": WHEERMOLEN_OOST}).context["lines"]
    table = next(line for line in lines if line.name == "Eettafel De Wheerplaats")

    assert table.shape == "informal"
    assert table.facts == (
        "Kookploeg De Wheerplaats.",
        "De Wheerplaats, 550 meter.",
        "Open donderdag 26 november vanaf 17.30 uur.",
    )
    assert table.reach == ("In het Nederlands.", "Vraag naar: Wil (kookploeg).")
    assert table.tel == "0299000001"
    assert (table.fresh.words, table.fresh.old) == ("5 dagen geleden bevestigd.", False)


def test_what_nobody_confirmed_says_so(visitor: Client) -> None:
    lines = visitor.get("/kaart/", {"q": "mannen alleen koken"}).context["lines"]
    kees = next(line for line in lines if line.name == "Koken met Kees")

    assert kees.fresh.old
    assert kees.fresh.words == "8 maanden niet bevestigd. Weet jij of dit nog bestaat?"


def test_the_sketch_has_the_numbers_of_the_list(visitor: Client) -> None:
    found = visitor.get("/kaart/", {"q": "samen eten", "buurt": WHEERMOLEN_OOST}).context
    numbers = {line.name: str(line.number) for line in found["lines"]}
    pins = {pin.spot.name: pin.spot.number for pin in found["drawing"].pins}

    assert pins["Eettafel De Wheerplaats"] == numbers["Eettafel De Wheerplaats"]
    assert "Maaltijd aan huis" not in pins
    assert found["not_drawn"] == f"Niet op de schets: {numbers['Maaltijd aan huis']}."


def test_a_subject_a_language_and_now_narrow_it_down(visitor: Client) -> None:
    assert sorted(names(visitor, soort="category:vervoer")) == ["BuurtAuto", "Fietswerkplaats De Spaak"]
    turkish = visitor.get("/kaart/", {"taal": "tr", "tot": "40"}).context["lines"]
    assert turkish
    assert all("Turks" in line.reach[0] for line in turkish)
    open_now = visitor.get("/kaart/", {"open": "1", "tot": "40"}).context["lines"]
    assert {"Wmo-loket", "BuurtAuto"} <= {line.name for line in open_now}
    assert "Eettafel De Wheerplaats" not in {line.name for line in open_now}


def test_near_a_neighbourhood_without_words_the_nearest_stands_first(visitor: Client) -> None:
    far = [
        fact
        for line in visitor.get("/kaart/", {"buurt": WHEERMOLEN_OOST}).context["lines"]
        for fact in line.facts
        if "meter" in fact
    ]

    assert "50 meter" in far[0]
    assert not any("kilometer" in fact for fact in far)


def test_whoever_is_logged_in_searches_near_home_first(
    listings: None, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    marieke = logged_in(world, "marieke")

    assert f'value="{WHEERMOLEN_OOST}" selected' in page(marieke)
    assert "Wat er is" in page(marieke)
    assert f'value="{WHEERMOLEN_OOST}" selected' not in page(marieke, buurt="")


@pytest.mark.parametrize("words", ["thuis niet veilig", "hij slaat mij"])
def test_danger_shows_112_and_advice_above_all(visitor: Client, words: str) -> None:
    shown = page(visitor, q=words)

    assert shown.index('href="tel:112"') < shown.index("Wat zoek je?")
    assert shown.index("0299 00 00 34") < shown.index("Wat zoek je?")


def test_danger_is_heard_whatever_else_was_chosen_or_wrong(visitor: Client) -> None:
    narrowed = page(visitor, q="thuis niet veilig", soort="category:vervoer", taal="ti")
    mistaken = page(visitor, q="thuis niet veilig", buurt="BU99999999", status=400)

    assert all('href="tel:112"' in shown and "0299 00 00 34" in shown for shown in (narrowed, mistaken))
    assert 'href="tel:112"' not in page(visitor, q="samen eten")


def test_nothing_found_says_so_with_one_step_on(visitor: Client) -> None:
    shown = page(visitor, q="eten", soort="category:vervoer", taal="ti")

    assert "Hier is nu niets gevonden" in shown
    assert 'href="/kaart/?q=eten&amp;soort=category%3Avervoer"' in shown
    assert 'value="eten"' in shown


@pytest.mark.django_db
def test_an_empty_map_says_what_will_stand_there(client: Client) -> None:
    with owner():
        Service.objects.all().delete()

    assert "Nog niets op de kaart." in page(client)
    assert "De kaart is nog leeg" in page(client, q="samen eten")


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("buurt", "BU99999999", "Deze buurt kennen we niet."),
        ("buurt", "<b>", "Deze buurt kennen we niet."),
        ("soort", "bestaat niet", "Dit onderwerp staat niet op de kaart."),
        ("taal", "klingon", "Deze taal staat niet op de kaart."),
    ],
)
def test_a_wrong_choice_gets_one_sentence_and_loses_nothing(visitor: Client, name: str, value: str, said: str) -> None:
    shown = page(visitor, status=400, q="samen eten", **{name: value})

    assert shown.count(said) == 1
    assert 'value="samen eten"' in shown


@pytest.mark.parametrize("words", ["\x00\x01", "'; drop table x; --", "%%% <script>", "ه" * 300, "a " * 500])
def test_whatever_somebody_types_gives_a_page(visitor: Client, words: str) -> None:
    assert "<script>" not in page(visitor, q=words).replace("<script src", "")


def test_too_many_words_get_one_sentence(visitor: Client) -> None:
    assert "Dit zijn veel woorden." in page(visitor, status=400, q="eten " * 300)


def test_of_very_many_subjects_the_most_told_of_are_offered_and_each_can_be_asked_for(visitor: Client) -> None:
    with acting_as(office("beheer")):
        for number in range(60):
            term = TaxonomyTerm.objects.create(name=f"Onderwerp {number:02}", code=f"o{number:02}")
            Attribute.objects.create(
                link_entity="service", link_type="taxonomy", link_id=listed(5).pk, taxonomy_term=term
            )

    shown = page(visitor)

    assert shown.count("<option") < 120
    assert "Er is nog meer." in shown
    assert 'value="o59"' not in shown
    assert names(visitor, soort="o59") == ["Geldspreekuur"]


@pytest.mark.parametrize("until", ["x", "-3", "999999999", "٣"])
def test_a_strange_number_of_results_is_taken_calmly(visitor: Client, until: str) -> None:
    assert len(names(visitor, q="samen eten", tot=until)) >= 6


def test_there_is_more_to_see(visitor: Client) -> None:
    first = visitor.get("/kaart/", {"q": "samen eten"}).context
    more = visitor.get(first["further"].split("#")[0]).context

    assert len(first["lines"]) < len(more["lines"])
    assert [line.name for line in more["lines"]][: len(first["lines"])] == [line.name for line in first["lines"]]


def test_words_that_stand_nowhere_are_called_so(visitor: Client) -> None:
    assert "Deze woorden staan er niet letterlijk." in page(visitor, q="bike broken")
    shown = page(visitor, q="qqwwzzx")
    assert "Hier is nog niemand gevonden" in shown
    assert "Kijk per onderwerp" in shown
    assert "Deze woorden staan er niet letterlijk." not in page(visitor, q="samen eten")


def test_one_listing_whole(visitor: Client) -> None:
    shown = whole(visitor, 5)

    for said in (
        "Geldspreekuur",
        "9 tot 12 uur",
        "In het Nederlands en Turks.",
        "sociaal raadsvrouw",
        "Kwelderplein 1",
    ):
        assert said in shown
    assert 'href="tel:0299000005"' in shown
    assert 'href="mailto:l.05@voorbeeld.example"' in shown
    assert "Zo staat het in de lijst waar dit uit komt." in shown


def test_what_happens_once_a_month_stands_in_words(visitor: Client) -> None:
    shown = whole(visitor, 11)

    assert "Open zaterdag 5 december vanaf 13 uur." in shown
    assert "Eerste zaterdag van de maand." in shown
    assert "<table" not in shown


def test_day_and_night_is_said_so(visitor: Client) -> None:
    assert whole(visitor, 34).count("dag en nacht") >= 7


def test_it_leads_to_the_group_when_that_is_ours(visitor: Client) -> None:
    with acting_as(office("beheer")):
        group = Group.objects.create(name="Samen Wandelen", kind="initiative", formal=False)
        Service.objects.filter(pk=listed(14).pk).update(group=group)

    assert f'href="/groepen/{group.id}/"' in whole(visitor, 14)
    assert "/groepen/" not in whole(visitor, 5)


def test_it_says_when_nobody_knows_who_does_it(visitor: Client) -> None:
    assert "Wie dit doet, weten we nog niet." not in whole(visitor, 33)
    with acting_as(office("beheer")):
        Service.objects.filter(pk=listed(33).pk).update(organization=None)

    assert "Wie dit doet, weten we nog niet." in whole(visitor, 33)


def test_only_an_address_a_browser_may_follow_is_a_link(visitor: Client) -> None:
    with acting_as(office("beheer")):
        Service.objects.filter(pk=listed(5).pk).update(url="javascript:alert(1)")
        Service.objects.filter(pk=listed(6).pk).update(url="https://geld.example/maatjes/")

    assert 'href="javascript' not in whole(visitor, 5)
    assert 'href="https://geld.example/maatjes/"' in whole(visitor, 6)


def test_what_is_not_there_is_a_kind_404(visitor: Client) -> None:
    response = visitor.get("/kaart/00000000-0000-7000-8000-000000000000/")

    assert response.status_code == 404
    assert "Hier is niets" in response.content.decode()


def test_no_person_stands_on_a_public_page_but_the_contact_of_a_listing(
    listings: None, world: World, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    with acting_as(office("beheer")):
        for found, at in ((Confirmation.Found.RIGHT, NOW - timedelta(hours=1)), (Confirmation.Found.UNREACHED, NOW)):
            confirm(service=listed(14), found=found, by=world.marieke, at=at, how="gebeld")

    shown = page(client, q="iemand om mee te wandelen", buurt=WHEERMOLEN_OOST) + whole(client, 14)

    assert "Fatima (wandelleider)" in shown
    assert "Vandaag kreeg iemand hier geen gehoor." in shown
    assert not [name for one in world.people.values() for name in (one.name, str(one.id)) if name in shown]
    assert "Marieke" not in shown


@pytest.mark.parametrize("until", ["6", "40"])
def test_a_search_asks_the_database_at_most_12_times(visitor: Client, until: str) -> None:
    asked = [
        "q=samen+eten",
        f"q=samen+eten&buurt={WHEERMOLEN_OOST}&taal=nl",
        "q=thuis+niet+veilig",
        f"buurt={WHEERMOLEN_OOST}&open=1",
        "",
    ]

    assert max(count(visitor, f"/kaart/?{question}&tot={until}") for question in asked) <= 12


def test_somebody_logged_in_asks_no_more_than_that(
    listings: None, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW)

    marieke = logged_in(world, "marieke")

    assert count(marieke, "/kaart/?q=samen+eten") <= 12
    assert count(marieke, f"/kaart/{listed(5).pk}/") <= 14


@pytest.mark.parametrize("number", [5, 28, 34, 41])
def test_one_listing_asks_the_database_at_most_14_times(visitor: Client, number: int) -> None:
    assert count(visitor, f"/kaart/{listed(number).pk}/") <= 14


def test_a_neighbourhood_without_a_middle_gives_a_list_without_distances(visitor: Client) -> None:
    with acting_as(office("beheer")):
        Neighbourhood.objects.create(code="BU04399999", name="Verspreide huizen", kind="buurt")

    assert names(visitor, q="samen eten", buurt="BU04399999")

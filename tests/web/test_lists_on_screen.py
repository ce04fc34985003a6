"""A coordinator puts a list on the map: looked at first, mended row by row, doubles merged and taken back."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from nabij.directory.models import Attribute, Confirmation, Phone, Service, TaxonomyTerm, Twin
from nabij.directory.reading import subjects
from nabij.directory.verbs import confirm
from nabij.trust.acting import acting_as, office
from nabij.web.days import say_date
from tests.web.asking import count, logged_in
from tests.web.listing import (
    GOOD,
    LATE,
    NAMELESS,
    OTHER,
    bring,
    carried,
    coordinates,
    names,
    send,
    statuses,
    without_thinking,
)

pytestmark = pytest.mark.django_db
__all__ = ["without_thinking"]


def test_first_one_sees_what_is_read_and_nothing_is_kept(coordinator):
    response = send(coordinator, GOOD, LATE, NAMELESS)
    page = response.content.decode()
    assert response.status_code == 200
    assert "Twee vermeldingen komen op de kaart." in page
    assert "Eén rij kan nog niet mee." in page
    refused, doubted = page.split("Wat nog niet mee kan")[1].split("Deze rijen komen op de kaart, zonder dit.")
    assert "rij 4" in refused and "rij 3" not in refused
    assert "rij 3, kolom Tot: het sluit (17:00) voordat het opengaat (19:00)" in doubted and "rij 4" not in doubted
    assert re.search(r'<option value="name" selected>naam van het aanbod', page)
    assert names() == []


def test_another_column_is_chosen_and_the_list_read_again(coordinator):
    response = send(coordinator, GOOD)
    chosen = {"kolom-0": "name", "kolom-5": "category", "kolom-9": "name", "kolom-1": "nonsense"}
    again = coordinator.post("/kaart/lijsten/kolommen/", {"lijst": carried(response), **chosen})
    assert re.search(r'<option value="category" selected>', again.content.decode())
    assert bring(coordinator, again).status_code == 200
    with acting_as(office("beheer")):
        service = Service.objects.get()
        assert service.extra["Organisatie"] == "De Brug"


def test_a_word_of_the_list_is_no_subject_for_everybody_and_one_of_the_map_is(coordinator, client):
    with acting_as(office("beheer")):
        debts = TaxonomyTerm.objects.create(name="Geldzorgen en post", came_from="purmerend")
        TaxonomyTerm.objects.create(name="Ouderen", came_from="purmerend")
        old = Service.objects.create(name="Oud", came_from="purmerend", status="active")
        for name, kind in (("Geldzorgen en post", "category"), ("Ouderen", "audience")):
            term = TaxonomyTerm.objects.get(name=name)
            Attribute.objects.create(link_entity="service", link_id=old.pk, link_type=kind, taxonomy_term=term)
    headings, row = ("Naam", "Onderwerp"), ("Soep", "Schulden; geldzorgen; Knusheid; Ouderen")
    looked = send(coordinator, row, headings=headings)
    assert "Deze onderwerpen heeft de kaart niet: Knusheid, Ouderen." in looked.content.decode()
    bring(coordinator, looked)
    with acting_as(office("beheer")):
        soup = Service.objects.get(name="Soep")
        said = Attribute.objects.filter(link_id=soup.pk).values_list("taxonomy_term__name", "link_type")
        assert sorted(said) == [("Geldzorgen en post", "category"), ("Knusheid", "word"), ("Ouderen", "word")]
        assert [(one.key, one.services) for one in subjects()] == [(str(debts.pk), 2)]


def test_where_the_map_has_no_subjects_those_of_a_list_are_the_first(coordinator):
    looked = send(coordinator, ("Soep", "Eten"), headings=("Naam", "Onderwerp"))
    assert "heeft de kaart niet" not in looked.content.decode()
    bring(coordinator, looked)
    with acting_as(office("beheer")):
        assert [one.name for one in subjects()] == ["Eten"]


def test_without_a_name_nothing_is_read_until_one_is_chosen(coordinator):
    response = send(coordinator, ("Soep", "x"), headings=("Zo heet het", "Iets anders"))
    assert "Zeg eerst in welke kolom de naam staat." in response.content.decode()
    refused = bring(coordinator, response, **{"kolom-0": ""})
    assert refused.status_code == 400
    assert "Kies bij een van de koppen" in refused.content.decode()
    bring(coordinator, refused, **{"kolom-0": "name"})
    assert names() == ["Soep"]


def test_what_is_wrong_is_mended_row_by_row_and_the_rest_was_kept(coordinator):
    first = bring(coordinator, send(coordinator, GOOD, LATE, NAMELESS))
    page = first.content.decode()
    assert names() == ["Eettafel", "Soep"]
    assert [row.number for row in first.context["rows"]] == [3, 4]
    late, nameless = page.split("Rij 3: Eettafel")[1].split("Rij 4")
    assert "Dit staat op de kaart, zonder wat hieronder staat." in late and "staat nog niet op de kaart" not in late
    assert "Deze rij staat nog niet op de kaart." in nameless and "Dit staat op de kaart" not in nameless
    assert 'name="vak-3-4" value="17:00"' in page
    assert 'name="vak-4-0" value=""' in page
    again = bring(coordinator, first, **{"vak-3-4": "21:00", "vak-4-0": "Naaiatelier"})
    assert again.context["rows"] == []
    assert names() == ["Eettafel", "Naaiatelier", "Soep"]
    with acting_as(office("beheer")):
        hours = Service.objects.get(name="Eettafel").schedules.get()
        assert f"{hours.opens_at} {hours.closes_at}" == "19:00:00 21:00:00"


def test_the_same_list_again_makes_no_doubles(coordinator):
    bring(coordinator, send(coordinator, GOOD))
    again = send(coordinator, GOOD, OTHER, name="aanbod-2026-12.xlsx")
    assert "Eén vermelding komt erbij. Eén vermelding staat al op de kaart." in again.content.decode()
    bring(coordinator, send(coordinator, GOOD, name="aanbod-2026-12.xlsx"))
    assert names() == ["Soep"]
    page = coordinator.get("/kaart/lijsten/").content.decode()
    assert "<strong>aanbod</strong>, Wheermolen-Oost" in page
    assert "Eén vermelding op de kaart." in page


def test_the_same_rows_under_another_name_or_neighbourhood_are_pointed_at_and_stay_one(coordinator, world):
    bring(coordinator, send(coordinator, GOOD, OTHER))
    with acting_as(office("beheer")):
        coordinates(world.yusuf, "BU04390301")
    there = "op de kaart, uit de lijst “aanbod” van Wheermolen-Oost."
    for more, said in (
        ({"neighbourhood": "BU04390301"}, f"2 van de 3 namen staan al {there}"),
        ({"name": "aanbod nieuw.xlsx"}, f"Met deze namen staat er al iets {there}"),
    ):
        looked = send(coordinator, GOOD, OTHER, LATE, **more)
        page = looked.content.decode()
        assert said in page
        chosen = {f"kolom-{place}": column for place, column in looked.context["list"].columns.items()}
        same = {"lijst": carried(looked), "bij": "buurtlijst:BU04390302:aanbod", **chosen}
        joined = coordinator.post("/kaart/lijsten/kolommen/", same)
        assert "als de lijst “aanbod” van Wheermolen-Oost" in joined.content.decode()
        assert "Dit is dezelfde lijst" not in joined.content.decode()
        for other in ("buurtlijst:GM0439:aanbod", "buurtlijst:x", "buurtlijst:"):
            foreign = coordinator.post("/kaart/lijsten/kolommen/", same | {"bij": other})
            assert foreign.context["list"].source == looked.context["list"].source
        bring(coordinator, joined)
        assert names() == ["Brood", "Eettafel", "Soep"]
    assert "Dit is dezelfde lijst" not in send(coordinator, ("Heel iets anders",), name="x.xlsx").content.decode()


def test_a_list_that_somebody_else_keeps_is_pointed_at_and_not_joined(coordinator, world):
    bring(coordinator, send(coordinator, GOOD))
    with acting_as(office("beheer")):
        coordinates(world.marieke, "BU04390301")
    page = send(logged_in(world, "marieke"), GOOD, neighbourhood="BU04390301").content.decode()
    assert "Met deze namen staat er al iets op de kaart, uit de lijst “aanbod” van Wheermolen-Oost." in page
    assert "Die lijst houdt iemand anders bij." in page and 'name="bij"' not in page


def test_a_file_that_is_no_list_gets_a_sentence(coordinator):
    for name, content, sentence in (
        ("aanbod.pdf", b"%PDF", "is geen CSV of XLSX"),
        ("aanbod.xlsx", b"PK", "is geen leesbare XLSX"),
        ("aanbod.csv", b"\n", "is leeg"),
    ):
        sent = {"file": SimpleUploadedFile(name, content), "neighbourhood": "BU04390302"}
        response = coordinator.post("/kaart/lijsten/", sent)
        assert response.status_code == 400
        assert sentence in response.content.decode()


def test_a_list_that_is_too_large_for_a_page_says_so(coordinator):
    response = send(coordinator, *((f"Soep {n}",) for n in range(1_001)), headings=("naam",))
    assert response.status_code == 400
    assert "te groot voor het scherm" in response.content.decode()


def test_another_neighbourhood_than_ones_own_is_refused(coordinator, world):
    response = send(coordinator, GOOD, neighbourhood="GM0439")
    assert response.status_code == 400
    assert "zet jij geen lijsten op de kaart" in response.content.decode()


def test_a_page_of_somebody_else_or_one_that_was_touched_brings_in_nothing(coordinator, world):
    sealed = carried(send(coordinator, GOOD))
    with acting_as(office("beheer")):
        coordinates(world.marieke)
    for client, said in ((logged_in(world, "marieke"), sealed), (coordinator, f"{sealed}x"), (coordinator, "")):
        response = client.post("/kaart/lijsten/invoer/", {"lijst": said})
        assert response.status_code == 400
        assert "te oud" in response.content.decode()
    assert names() == []


def test_who_does_not_coordinate_finds_no_such_page(coordinator, world, client):
    assert coordinator.get("/kaart/lijsten/").status_code == 200
    assert "Zet een lijst op de kaart" in coordinator.get("/kaart/").content.decode()
    fatima = logged_in(world, "fatima")
    for url in ("/kaart/lijsten/", "/kaart/dubbel/"):
        assert fatima.get(url).status_code == 404
        assert client.get(url).status_code == 302
    sealed = carried(send(coordinator, GOOD))
    assert fatima.post("/kaart/lijsten/invoer/", {"lijst": sealed}).status_code == 404
    assert "Zet een lijst op de kaart" not in fatima.get("/kaart/").content.decode()
    assert names() == []


def twice(client):
    """The same offer twice in one list; returns the keys of both."""
    bring(client, send(client, GOOD, ("Soep!", "Buurthuis De Brug", "+31299123456", "", "", "")))
    with acting_as(office("beheer")):
        return [f"{Service.objects.get(name=name).pk}" for name in ("Soep", "Soep!")]


def test_a_double_is_merged_and_taken_back(coordinator):
    kept, double = twice(coordinator)
    page = coordinator.get("/kaart/dubbel/").content.decode()
    assert "Ze hebben hetzelfde telefoonnummer" in page
    said = coordinator.post("/kaart/dubbel/", {"kept": kept, "double": double, "found": "one"}, follow=True)
    assert "leidt nu naar “Soep”" in said.content.decode()
    assert coordinator.get(f"/kaart/{double}/").headers["Location"] == f"/kaart/{kept}/"
    assert "Stond er ook als Soep!." in coordinator.get(f"/kaart/{kept}/").content.decode()
    with acting_as(office("beheer")):
        twin = Twin.objects.get()
    back = coordinator.post(f"/kaart/dubbel/{twin.pk}/einde/", follow=True)
    assert "Teruggedraaid" in back.content.decode()
    assert coordinator.get(f"/kaart/{double}/").status_code == 200
    assert "Deze twee zijn al los" in coordinator.post(f"/kaart/dubbel/{twin.pk}/einde/", follow=True).content.decode()


def test_each_of_two_that_look_double_says_where_it_comes_from(coordinator):
    bring(coordinator, send(coordinator, GOOD))
    with acting_as(office("beheer")):
        own = Service.objects.get(name="Soep")
        for name, source in (("Soep!", "eigen:BU04390302:1"), ("Soep?", "lijst:winter"), ("Soep.", "purmerend")):
            other = Service.objects.create(name=name, came_from=source, status="active")
            Phone.objects.create(service=other, number="0299 123456", came_from=source)
    page = coordinator.get("/kaart/dubbel/").content.decode()
    assert own.came_from == "buurtlijst:BU04390302:aanbod" and "buurtlijst:" not in page
    for sentence in (
        "Uit de lijst “aanbod” van Wheermolen-Oost.",
        "Zelf op de kaart gezet, in Wheermolen-Oost.",
        "Uit de lijst “winter”, die beheer op de kaart zette.",
        "Uit “purmerend”, dat beheer op de kaart zette.",
    ):
        assert sentence in page


def test_what_a_list_just_said_is_from_that_day_and_nobody_was_asked_yet(coordinator, client):
    bring(coordinator, send(coordinator, GOOD))
    with acting_as(office("beheer")):
        soup = Service.objects.get(name="Soep")
    day = say_date(timezone.localdate(soup.changed_at), year=True)
    page = client.get(f"/kaart/{soup.pk}/").content.decode()
    assert f"Uit een lijst, hier veranderd op {day}. Nog niet nagevraagd." in page and "Nog niet bevestigd" not in page
    with acting_as(office("beheer")):
        confirm(service=soup, found=Confirmation.Found.RIGHT, by=None, at=timezone.now())
        other = Service.objects.create(name="Brood", came_from="purmerend", status="active")
    assert "nagevraagd" not in client.get(f"/kaart/{soup.pk}/").content.decode()
    assert "Nog niet bevestigd." in client.get(f"/kaart/{other.pk}/").content.decode()


def test_two_that_are_two_are_not_asked_again(coordinator):
    kept, double = twice(coordinator)
    coordinator.post("/kaart/dubbel/", {"kept": kept, "double": double, "found": "two"})
    assert "Niets van jullie lijsten lijkt dubbel." in coordinator.get("/kaart/dubbel/").content.decode()


def test_nonsense_merges_nothing(coordinator):
    kept, double = twice(coordinator)
    for said in ({"kept": kept, "double": "x", "found": "one"}, {"kept": kept, "double": double, "found": "x"}):
        assert coordinator.post("/kaart/dubbel/", said).status_code == 404
    assert coordinator.post("/kaart/dubbel/", {"kept": kept, "double": kept, "found": "one"}).status_code == 302
    with acting_as(office("beheer")):
        assert not Twin.objects.exists()


def test_the_pages_ask_the_same_however_many_there_are(coordinator):
    def asked():
        return [count(coordinator, url) for url in ("/kaart/lijsten/", "/kaart/dubbel/")]

    bring(coordinator, send(coordinator, GOOD, ("Soep!", "De Brug", "+31299123456", "", "", "")))
    few = asked()
    more = [(f"Groep{'abcdefgh'[n]}", "De Brug", f"0299 10000{n}", "", "", "") for n in range(8)]
    bring(coordinator, send(coordinator, *more, *((f"{one[0]}!", *one[1:]) for one in more), name="meer.xlsx"))
    assert asked() == few
    assert max(few) <= 20


def test_what_is_gone_from_the_list_stays_until_it_is_ticked_and_is_put_back(coordinator):
    bring(coordinator, send(coordinator, GOOD, OTHER))
    looked = send(coordinator, GOOD)
    assert "Eén vermelding stond eerder in deze lijst en nu niet." in looked.content.decode()
    page = bring(coordinator, looked).content.decode()
    assert "Niet meer in deze lijst" in page and statuses() == {"Soep": "active", "Brood": "active"}
    (key,) = re.findall(r'name="gaat" value="([^"]+)"', page)

    assert "Er is niets gekozen" in coordinator.post("/kaart/lijsten/losgelaten/", follow=True).content.decode()
    assert statuses()["Brood"] == "active"
    page = coordinator.post("/kaart/lijsten/losgelaten/", {"gaat": [key, "onzin"]}, follow=True).content.decode()
    assert "1 vermelding staat nu als gestopt." in page and "Op gestopt gezet" in page
    assert "Eén vermelding op de kaart." in page
    assert statuses() == {"Soep": "active", "Brood": "defunct"}
    assert "Niet meer in deze lijst" not in bring(coordinator, send(coordinator, GOOD)).content.decode()

    page = coordinator.post(f"/kaart/lijsten/losgelaten/{key}/einde/", follow=True).content.decode()
    assert "“Brood” staat weer op de kaart." in page and "Op gestopt gezet" not in page
    assert statuses() == {"Soep": "active", "Brood": "active"}
    assert coordinator.post(f"/kaart/lijsten/losgelaten/{key}/einde/").status_code == 404


def test_a_row_with_a_problem_is_not_gone_and_while_there_are_some_the_rest_can_be_ticked(coordinator):
    bring(coordinator, send(coordinator, GOOD, OTHER, ("Eettafel", "De Brug", "0299 123456", "10:00", "12:00", "")))
    page = bring(coordinator, send(coordinator, GOOD, LATE)).content.decode()
    gone = page.split("Niet meer in deze lijst")[1]
    assert "Brood" in gone and "Eettafel" not in gone
    assert gone.count('name="gaat"') == 1


def test_nobody_lets_go_of_what_is_not_of_their_lists(coordinator, world):
    bring(coordinator, send(coordinator, GOOD))
    with acting_as(office("beheer")):
        soup, other = Service.objects.get(name="Soep"), Service.objects.create(name="Van een ander")
    worker = logged_in(world, "marieke")
    for client, one in ((coordinator, other), (worker, soup)):
        client.post("/kaart/lijsten/losgelaten/", {"gaat": [str(one.pk)]})
    assert statuses() == {"Soep": "active", "Van een ander": "active"}

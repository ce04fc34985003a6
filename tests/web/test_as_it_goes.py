"""What is agreed beside how it goes, on screen: for the people of that neighbourhood, with counts alone."""

import pytest
from django.test import Client

from nabij.bridge.agreements import AgreementParty
from tests.rules.agreed import what_is_agreed
from tests.rules.test_as_agreed_and_as_it_goes import Quarter
from tests.web.asking import count, logged_in
from tests.world import World

HERE = "/buurt/BU04390302/buurtafspraak/"
BESIDE = HERE + "zo-gaat-het/"
pytestmark = pytest.mark.django_db


def signed(world: World) -> None:
    keys, fatima = what_is_agreed(world), logged_in(world, "fatima")
    with world.acting("fatima"):
        party = AgreementParty.objects.get(agreement=keys["agreement"], group__name="Wandelaars")
    fatima.post(f"/buurtafspraken/{keys['agreement']}/handtekeningen/", {"group": str(party.id)})


def test_it_stands_beside_what_is_agreed_for_the_people_from_there(world: World) -> None:
    signed(world)
    riet = logged_in(world, "riet")
    page = riet.get(BESIDE).content.decode()
    assert "Er is nog te weinig gebeurd" in page and page.count("te weinig") == 1
    assert BESIDE in riet.get(HERE).content.decode()
    quarter = Quarter(world)
    quarter.refer(7)
    quarter.refer(5, days=9)
    page = riet.get(BESIDE).content.decode()
    for said in ("Het klaproosje gaat mee.", "Binnen 3 dagen.", "7 keer kwam het op tijd.", "5 keer kwam het later"):
        assert said in page, said
    assert "12 keer was dat een beroepskracht." in page
    assert not any(name in page.split("<main")[1] for name in ("Marieke", "Fatima", "Yusuf"))
    assert count(riet, BESIDE) <= 21
    before = count(riet, BESIDE)
    quarter.refer(9)
    assert count(riet, BESIDE) == before


def test_who_is_from_elsewhere_finds_nothing(world: World) -> None:
    signed(world)
    kim = logged_in(world, "kim")
    assert kim.get(BESIDE).status_code == 404
    assert "zo-gaat-het" not in kim.get(HERE).content.decode()
    assert "zo-gaat-het" not in Client().get(HERE).content.decode()
    assert Client().get(BESIDE).status_code == 302
    assert logged_in(world, "riet").get("/buurt/GM0439/buurtafspraak/zo-gaat-het/").status_code == 404

"""The agreement of a neighbourhood on screen: everybody reads it, who has a hat there proposes, discusses and signs."""

from typing import Any

import pytest
from django.test import Client

from nabij.bridge.agreements import Agreement, AgreementParty, Clause, Remark
from nabij.people.models import Group
from tests.rules.agreed import what_is_agreed
from tests.web.asking import count, logged_in
from tests.world import World

HERE = "/buurt/BU04390302/buurtafspraak/"
pytestmark = pytest.mark.django_db


def read(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return str(answer.content.decode())


def both() -> dict[str, Any]:
    """All groups from here, as they are ticked."""
    here = Group.objects.filter(neighbourhood="BU04390302")
    sides = (("residents", False), ("organisations", True))
    return {name: [str(one.id) for one in here if one.formal is formal] for name, formal in sides}


def typed(*kinds: str, **more: Any) -> dict[str, Any]:
    """A proposal of these kinds, as the form sends it."""
    said: dict[str, Any] = {"kinds": ",".join(kinds), "review_on": "2027-06-01", "why": "Sneller."}
    for kind in kinds:
        said |= {f"{kind}-there": "on", f"{kind}-starts_on": "neighbours", f"{kind}-first": f"Eerst {kind}."}
    return said | more


def test_nobody_faces_an_empty_page_and_nothing_typed_is_lost(world: World) -> None:
    marieke, riet = logged_in(world, "marieke"), logged_in(world, "riet")
    assert "Hier is nog niets afgesproken" in read(Client(), HERE)
    begun = read(marieke, HERE + "voorstel/")
    assert "Dit is een voorbeeld" in begun and "Een handige buur." in begun
    assert "Wie hier een pet heeft, stelt iets voor" in read(riet, HERE + "voorstel/")
    more = marieke.post(HERE + "voorstel/", typed("garden", erbij="1", more="walk"))
    page = more.content.decode()
    assert more.status_code == 200 and 'value="garden,walk"' in page and "Eerst garden." in page
    for wrong, said in (
        ({}, "Een afspraak is van twee kanten"),
        ({"garden-first": ""}, "Wie is er eerst?"),
        ({"garden-answer_days": "99"}, "Schrijf een getal van 1 tot en met 60"),
        ({"garden-first": "x" * 201}, "200"),
        ({"review_on": "31-31-2027"}, "Deze dag bestaat niet"),
        ({"review_on": "2020-01-01"}, "Kies een dag die nog komt"),
        ({"garden-there": ""}, "Er staat nog niets in"),
        ({"kinds": "onzin"}, "Er staat nog niets in"),
        ({"garden-starts_on": "maan"}, "maan"),
        ({"residents": ["onzin"]}, "onzin"),
    ):
        answer = marieke.post(HERE + "voorstel/", typed("garden") | wrong)
        assert answer.status_code == 400 and said in answer.content.decode(), wrong
        assert "Sneller." in answer.content.decode()
    assert riet.post(HERE + "voorstel/", typed("garden")).status_code == 400


def test_it_is_proposed_discussed_signed_and_compared(world: World) -> None:
    keys = what_is_agreed(world)
    marieke, fatima, riet, kim = (logged_in(world, name) for name in ("marieke", "fatima", "riet", "kim"))
    first = f"/buurtafspraken/{keys['agreement']}/"
    for client, sees in ((marieke, True), (riet, True), (kim, False), (Client(), False)):
        page = read(client, first)
        assert "Het klaproosje gaat mee." in page and "Wandelaars" in page
        assert ("mopperkontje" in page, "Marieke Bos" in page.split("<main")[1]) == (sees, sees)
    for words in ("", "x" * 201):
        answer = fatima.post(first + "opmerkingen/", {"about": "walk", "words": words})
        assert answer.status_code == 400 and "Eén regel van hoogstens 200" in answer.content.decode()
        assert words in answer.content.decode()
    assert fatima.post(first + "opmerkingen/", {"about": "walk", "words": "Ook in de regen."}).status_code == 302
    refused = riet.post(first + "opmerkingen/", {"about": "", "words": "Mooi zo."})
    assert refused.status_code == 400 and "Wie hier een pet heeft" in refused.content.decode()
    assert "Mooi zo." not in read(riet, first)
    with world.acting("fatima"):
        said, party = (
            Remark.objects.get(words="Ook in de regen."),
            AgreementParty.objects.get(agreement=keys["agreement"], group__name="Wandelaars"),
        )
    assert marieke.post(f"/buurtafspraak-opmerkingen/{said.id}/einde/").status_code == 404
    assert fatima.post(f"/buurtafspraak-opmerkingen/{said.id}/einde/").status_code == 302
    assert "Teken voor Wandelaars" in read(fatima, first)
    assert "Teken voor" not in read(marieke, first)
    refused = marieke.post(first + "handtekeningen/", {"group": str(party.id)})
    assert refused.status_code == 400 and "Die pet heb jij niet" in refused.content.decode()
    assert fatima.post(first + "handtekeningen/", {"group": "onzin"}).status_code == 404
    assert "Geldt sinds" not in read(Client(), HERE)
    assert fatima.post(first + "handtekeningen/", {"group": str(party.id)}).status_code == 302
    twice = fatima.post(first + "handtekeningen/", {"group": str(party.id)})
    assert twice.status_code == 400 and "Wandelaars heeft al getekend" in twice.content.decode()
    assert "Geldt sinds" in read(Client(), HERE)
    assert marieke.post(first + "intrekking/").status_code == 400


def test_two_versions_stand_beside_each_other_and_in_words(world: World) -> None:
    keys, fatima = what_is_agreed(world), logged_in(world, "fatima")
    with world.acting("fatima"):
        party, groups = AgreementParty.objects.get(agreement=keys["agreement"], group__name="Wandelaars"), both()
    fatima.post(f"/buurtafspraken/{keys['agreement']}/handtekeningen/", {"group": str(party.id)})
    sent = typed("walk", "garden", **groups, **{"walk-first": "Eerst de buren.", "walk-answer_days": "2"})
    assert fatima.post(HERE + "voorstel/", sent).status_code == 302
    with world.acting("fatima"):
        newest = Agreement.objects.get(number=3)
        assert Clause.objects.filter(agreement=newest).count() == 2
    page = read(Client(), f"/buurtafspraken/{newest.id}/verschil/")
    for words in (
        "Wie eerst: was “Het klaproosje gaat mee.”, wordt “Eerst de buren.”",
        "Antwoord: was “Binnen 3 dagen.”, wordt “Binnen 2 dagen.”",
        "nieuw in de afspraak",
        "(veranderd)",
    ):
        assert words in page, words
    assert fatima.post(f"/buurtafspraken/{newest.id}/intrekking/").status_code == 302
    assert "Teruggenomen door wie het voorstelde." in read(Client(), f"/buurtafspraken/{newest.id}/")


def test_the_pages_ask_as_little_for_many_clauses_and_versions(world: World) -> None:
    keys, fatima = what_is_agreed(world), logged_in(world, "fatima")
    first = f"/buurtafspraken/{keys['agreement']}/"
    urls = (HERE, first, first + "verschil/", HERE + "voorstel/")
    with world.acting("fatima"):
        party = AgreementParty.objects.get(agreement=keys["agreement"], group__name="Wandelaars")
        groups = both()
    fatima.post(first + "handtekeningen/", {"group": str(party.id)})
    few = [count(fatima, url) for url in urls]
    fatima.post(HERE + "voorstel/", typed("walk", "garden", "chores", "sport", "food", **groups))
    for number in range(5):
        fatima.post(first + "opmerkingen/", {"about": "walk", "words": f"Nog {number}."})
    assert [count(fatima, url) for url in urls] == few
    assert max(few) <= 16, few

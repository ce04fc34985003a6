"""Who stands on which rung, and why: neighbours are near, volunteers help for an organisation, groups fit or wait."""

import pytest

from nabij.bridge.ladder import RungName
from nabij.moments.verbs import draw_tie
from nabij.people.models import Group
from nabij.trust.acting import acting_as, office
from tests.bridge.street import AT, Street, entry, everybody, names

pytestmark = pytest.mark.django_db
LETTER = "Brief van de deurwaarder, ik durf hem niet open te maken."


@pytest.fixture
def street() -> Street:
    street = Street()
    for name in ("Marieke Bos", "Kim Lansink"):
        street.person(name)
    street.hat("marieke", "wijkwerker", formal=True, group=street.team)
    return street


def group(name, *, kind, about="", formal=False) -> Group:
    with acting_as(office("beheer")):
        return Group.objects.create(name=name, kind=kind, formal=formal, about=about)


def belongs(told, to, **tie) -> None:
    with told.street.acting(told.by):
        kim = told.street.people["kim"]
        draw_tie(circle=told.circle, owner=kim, group=to, kind="group", ring=2, told_by=kim, at=AT, **tie)


def test_a_group_that_does_not_fit_the_question_comes_after_what_does(street):
    kim = street.story("kim", by="marieke")
    belongs(kim, group("Basisschool De Wheer", kind="organisation", formal=True), gives="Praatje bij het hek.")
    belongs(kim, group("Tafel van dinsdag", kind="initiative", about="Samen brieven openen."))
    listed = names(kim.ask(LETTER).rung(RungName.INITIATIVES))
    assert listed[0] == "Tafel van dinsdag"
    assert listed[-1] == "Basisschool De Wheer"
    assert "Geldspreekuur" in listed


def test_a_group_that_has_stopped_is_not_proposed(street):
    kim = street.story("kim", by="marieke")
    belongs(kim, group("Koor Wheerklank", kind="initiative", about="Samen musiceren."), called="gestopt in 2024")
    belongs(kim, group("Zangclub", kind="initiative", about="Opgeheven. Samen musiceren."))
    belongs(kim, group("Straatkoor", kind="initiative", about="Samen musiceren."))
    told = everybody(kim.ask("Met wie kan ik musiceren?"))
    assert "Straatkoor" in told
    assert "Koor Wheerklank" not in told
    assert "Zangclub" not in told


def test_a_neighbour_says_why_they_are_one_and_a_volunteer_of_an_organisation_stands_with_the_volunteers(street):
    street.person("Aart Vis", neighbourhood=street.town)
    street.person("Sevda Aksoy")
    street.person("Gijs Pronk")
    street.hat("sevda", "geldmaatje", group=group("Geldmaatjes", kind="organisation"), can="Brieven op orde.")
    street.hat("gijs", "schrijft brieven", can="Brieven lezen en schrijven.")
    street.hat("aart", "schrijft brieven", neighbourhood=street.town, can="Brieven lezen en schrijven.")
    ladder = street.story("kim", by="marieke").ask(LETTER)
    assert names(ladder.rung(RungName.NEIGHBOURS)) == ["Gijs"]
    assert "Woont in Wheermolen-Oost." in entry(ladder, "Gijs").reasons
    assert {"Sevda", "Aart"} <= set(names(ladder.rung(RungName.VOLUNTEERS)))


def test_who_lives_elsewhere_and_does_something_here_says_so(street):
    street.person("Gijs Pronk", neighbourhood=street.town)
    street.hat("gijs", "schrijft brieven", can="Brieven lezen en schrijven.")
    ladder = street.story("kim", by="marieke").ask(LETTER)
    assert names(ladder.rung(RungName.NEIGHBOURS)) == ["Gijs"]
    assert "Doet mee in Wheermolen-Oost." in entry(ladder, "Gijs").reasons

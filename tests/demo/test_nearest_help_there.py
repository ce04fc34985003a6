"""The situations of the field, asked in the example neighbourhood itself, among all its people and listings.

H11 waits for the answer that comes back; H15 is Anneke's, who no longer reads along.
"""

import pytest

from nabij.bridge.nearest import nearest
from nabij.demo import cast
from nabij.people.models import Account
from nabij.stories.models import Story
from nabij.trust.acting import acting_as, office, person
from tests.demo.conftest import AT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("neighbourhood")]

SITUATIONS = {
    "H01": ("marieke", "Riet Kuiper", "Lopend naar de markt op dinsdag, niet met de taxi.", "neighbours"),
    "H02": ("gerda", "Gerda en Piet", "Ik kan niet meer, ik slaap niet.", "professionals"),
    "H03": ("marieke", "Kim Lansink", "Brief van de deurwaarder, ik durf hem niet open te maken.", "initiatives"),
    "H04": ("ruud", "Ruud Tol", "Die van boven maken me gek.", "initiatives"),
    "H05": ("hala", "Hala Darwish", "Met wie kan ik Nederlands praten?", "own"),
    "H06": ("lin", "Lin Darwish", "Ik wil niet meer altijd tolken.", "neighbours"),
    "H07": ("jayden", "Jayden Pinas", "Boete, en ze bellen elke dag.", "own"),
    "H08": ("noor", "Dina Post", "De avonden zijn zo stil.", "initiatives"),
    "H09": ("marieke", "de vrouw van 27", "Hij staat weer voor de deur en ik ben bang.", "duty"),
    "H10": ("gerda", "Gerda en Piet", "Piet is weg, al een uur, zonder jas.", "duty"),
    "H12": ("samir", "Samir Darwish", "Ik wil werken, ik was elektricien.", "neighbours"),
    "H13": ("marieke", "Bep Oud", "Mijn tuin is te zwaar geworden.", "own"),
    "H14": ("noor", "Cor Zwart", "Ik eet altijd alleen.", "initiatives"),
    "H16": ("sandra", "Sandra Helder", "Als ik mijn zoon inschrijf word ik gekort.", "initiatives"),
    "H17": ("noor", "Selam Tesfay", "Niemand spreekt mijn taal (Tigrinya).", "initiatives"),
    "H18": ("kim", "Kim Lansink", "Ik ben op, de kinderen ook.", "volunteers"),
    "H19": ("marieke", "Bep Oud", "Ik kom de trap niet meer op.", "professionals"),
    "H20": ("wil", "Wil Mulder", "Ik moet een week naar het ziekenhuis, wie doet donderdag?", "own"),
}


@pytest.mark.parametrize("situation", SITUATIONS)
def test_the_first_rung_is_the_one_the_field_expects(situation):
    who, whose, question, first = SITUATIONS[situation]
    ladder = ask(who, whose=whose, question=question)
    assert str(ladder.first) == first


def test_riet_finds_jan_and_the_reason_is_her_own_word():
    ladder = ask("marieke", whose="Riet Kuiper", question="Lopend naar de markt op dinsdag, niet met de taxi.")
    jan = next(entry for rung in ladder.rungs for entry in rung.entries if entry.first_name == "Jan")
    assert jan.reasons[0] == "Riet noemt Jan zelf."
    assert ladder.duty[0].name == "Yusuf Demir"


def test_whoever_is_not_safe_stands_nowhere():
    told = repr(ask("marieke", whose="de vrouw van 27", question="Hij staat weer voor de deur en ik ben bang."))
    assert "Yusuf Demir" in told
    assert "ex van 27" not in told


def ask(who, *, whose, question):
    with acting_as(office("door")):
        one = Account.objects.select_related("person").get(email=cast.people()[who].mail).person
    with acting_as(person(one.id)):
        [story] = [story for story in Story.objects.select_related("person", "household") if str(story) == whose]
        return nearest(question=question, story=story, by=one, at=AT)

"""Twenty questions over 209 real offers of help in Amsterdam, formal and informal side by side."""

import csv
import json

import pytest

from nabij.directory.search import find
from nabij.directory.verbs import import_hsds
from nabij.trust.acting import NOBODY, acting_as, office
from tests.directory.conftest import NOW

# The question, and how the name begins of what is wanted.
ASKED = {
    "huisdier ziek geen geld": ("Gratis dierenarts",),
    "wasmachine kapot": ("Witgoedregeling",),
    "naar de kapper": ("Kapper",),
    "kleren voor sollicitatie": ("Dress for Succes",),
    "kind wil op voetbal maar te duur": ("Jeugdsportfonds", "Sponsormaatje"),
    "brief niet begrijpen": ("Snap de brief",),
    "fietsles voor vrouwen": ("Woman motivation Integration",),
    "voorlezen thuis": ("Voorleesexpress",),
    "speelgoed voor mijn kind": ("Speelgoedbank", "Kindbonnen"),
    "vervuild huis schoonmaken": ("Mobiele schoonmaak",),
    "jonge mantelzorger": ("Coaching voor jonge mantelzorgers",),
    "geld lenen met sieraden als onderpand": ("Stadsbank van Lening",),
    "hulp bij opvoeding": ("Hulp bij opvoeden", "Spel aan huis", "Buurtgezinnen.nl"),
    "schulden": ("Schuldhulpverlening",),
    "laptop voor school": ("Gratis laptop voor kind",),
    "broodrooster laten repareren": ("Repaircafe",),
    "gratis met de tram": ("Gratis openbaar vervoer",),
    "vakantie met kinderen geen geld": ("Vakantie voor kind",),
    "ergens samen eten": ("Buurtbuik", "Resto VanHarte", "Onder de Pannen"),
    "ruzie met iemand": ("Hulp bij conflicten",),
}


@pytest.fixture
def amsterdam(db, reference, tmp_path):
    offers = json.loads((reference / "data/nl-aanbod-amsterdam-armoedeapp/aanbod_amsterdam.json").read_text())
    with (tmp_path / "services.csv").open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(["id", "name", "description", "status"])
        for number, one in enumerate(offers):
            name, told = " ".join(one["naam"].split()), f"{one['levert']}. {one['korteOmschrijving']}"
            sheet.writerow([number, name, told, "active"])
    with acting_as(office("beheer")):
        import_hsds(path=tmp_path, at=NOW)


def test_eighteen_of_twenty_find_what_is_wanted_among_the_first_five(amsterdam):
    assert len(ASKED) == 20
    with acting_as(NOBODY):
        first = {words: [hit.service.name for hit in find(words=words, at=NOW, limit=5)] for words in ASKED}
    missed = {words: names for words, names in first.items() if not any(one.startswith(ASKED[words]) for one in names)}
    assert len(missed) <= 2, missed

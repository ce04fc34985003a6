"""Who types what a municipality calls it officially finds the listing in plain words, and the other way round.

The thirty names stand in the list of uniform product names of the Dutch government (UPL) for residents; where that list
is present, the last test holds them against it.
"""

import csv
from typing import Any

import pytest

from nabij.directory import search
from nabij.directory.danger import in_danger
from nabij.directory.search import find
from nabij.directory.verbs import import_hsds
from nabij.trust.acting import NOBODY, acting_as, office
from tests.directory.conftest import NOW
from tests.directory.test_the_amsterdam_list import amsterdam

__all__ = ["amsterdam"]

# The official name, and how the name begins of what is wanted: of the example neighbourhood, and of the Amsterdam list.
DEMO = {
    "schuldhulpverlening": ("Geldspreekuur", "Geldmaatjes"),
    "maaltijdservice": ("Maaltijd aan huis",),
    "mantelzorgondersteuning": ("Mantelzorgcafé", "Respijt aan huis"),
    "dagverzorging ouderen": ("Dagcentrum De Zwaluw",),
    "opvoedingsondersteuning": ("Opvoedspreekuur",),
    "rechtshulp": ("Juridisch inloopuur",),
    "wmo-voorziening": ("Wmo-loket",),
    "hulpmiddel voor traplopen": ("Wmo-loket",),
    "thuiszorg": ("Wijkverpleging Wheermolen",),
    "verslavingszorg": ("Stoppen met gokken",),
    "regiotaxi": ("BuurtAuto",),
    "ziekenvervoer": ("BuurtAuto",),
    "volkstuinverhuur": ("Buurtmoestuin",),
    "tijdelijk huisverbod": ("Veilig thuis: advies",),
    "vrouwenopvang": ("Veilig thuis: advies",),
    "inburgeringsexamen": ("Taalcafé De Koog", "Maatjes voor nieuwkomers"),
    "logeerhuis": ("Respijt aan huis",),
    "afvalinzameling grofvuil": ("Kringloop 't Rond",),
}
AMSTERDAM = {
    "bijzonderebijstandsuitkering": ("Bijzondere bijstand",),
    "belastingkwijtschelding": ("Kwijtschelding gemeentebelastingen",),
    "kinderopvangtoeslag": ("Bijdrage kinderopvang",),
    "identiteitskaart": ("Gratis ID",),
    "ziektekostenverzekering collectief": ("Collectieve zorgverzekeringen",),
    "gesubsidieerde rechtsbijstand en mediation": ("Rechtshulp", "Rechtswinkel", "Sociaal juridisch"),
    "werkbegeleiding werkzoekenden": ("Participatiecoach", "Carrière coach", "Beweging naar werk", "Talentcoach"),
    "schoolzwemmensubsidie": ("Zwemlessen",),
    "huishoudelijke hulp": ("Mobiele schoonmaak",),
    "kunstzinnige vormingsubsidie": ("Jongeren Cultuurfonds",),
    "individuele inkomenstoeslag": ("Bijzondere bijstand", "Aanvullende inkomensvoorziening"),
    "ov-begeleiderskaart": ("Gratis openbaar vervoer",),
}


def missed(asked: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    with acting_as(NOBODY):
        first = {words: [hit.service.name for hit in find(words=words, at=NOW, limit=5)] for words in asked}
    return {words: names for words, names in first.items() if not any(one.startswith(asked[words]) for one in names)}


def test_official_names_find_the_listings_of_the_example(db: None, listings: None) -> None:
    assert set(missed(DEMO)) <= {"afvalinzameling grofvuil"}


def test_official_names_find_offers_in_amsterdam(amsterdam: None) -> None:
    assert set(missed(AMSTERDAM)) <= {"ov-begeleiderskaart"}


@pytest.mark.parametrize(
    ("typed", "official"),
    [
        ("schoolbus", "Leerlingenvervoer"),
        ("alarmknop", "Personenalarmering"),
        ("pgb", "Persoonsgebonden budget"),
        ("zwemles", "Schoolzwemmensubsidie"),
        ("dakloos", "Crisisopvang"),
        ("vertalen", "Tolk"),
        ("scootmobiel", "Wmo-voorziening"),
    ],
)
def test_plain_words_find_what_only_has_its_official_name(
    db: None, folder: Any, monkeypatch: pytest.MonkeyPatch, typed: str, official: str
) -> None:
    with acting_as(office("beheer")):
        import_hsds(path=folder(services=f"id,name,status\na,{official},active\nb,Fietsles,active\n"), at=NOW)
    monkeypatch.setattr(search, "meaning_of", lambda _texts: [None])  # By words alone.
    with acting_as(NOBODY):
        assert official in [hit.service.name for hit in find(words=typed, at=NOW)]


def test_who_asks_for_shelter_is_heard_as_not_safe() -> None:
    assert in_danger("Vrouwenopvang") and in_danger("blijf-van-mijn-lijfhuis") and in_danger("tijdelijk huisverbod")
    assert not in_danger("kinderopvang") and not in_danger("vrouwen die samen eten")


def test_they_are_official_names(reference: Any) -> None:
    """Without the list there is nothing to hold them against, and `reference` says that it is absent."""
    file = reference / "data/text-upl-gemeenten/UPL-actueel.csv"
    with file.open(encoding="utf-8-sig", newline="") as lines:
        official = {row["UniformeProductnaam"] for row in csv.DictReader(lines) if row["Burger"]}
    assert len(DEMO | AMSTERDAM) == 30
    assert {*DEMO, *AMSTERDAM} <= official

"""Which two listings are likely one, and why; and which are not, however alike."""

from uuid import UUID

import pytest

from bench.doubles import invented
from nabij.directory.doubles.cards import card, phone, placed, street, tokens
from nabij.directory.doubles.likeness import likenesses

HOME = {"organization": "De Brug", "phones": ["020 665 8001"], "webs": ["https://www.debrug.nl"]}
ADDRESS = {"places": [placed(address="Kade 12", code="1441 AB", city="Purmerend")]}


def alike(one, other):
    """The reasons why two are likely one; none when they are not."""
    found = likenesses([card(id=UUID(int=at), **said) for at, said in enumerate((one, other))])
    return found[0].reasons if found else ()


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Taalcafé", "taalcafe"),
        ("Taalcafé De Brug", "De Brug: taal café"),
        ("Schuldhulpmaatje", "Schuldhulpmatje"),
        ("Sociaal-cultureel werk", "Sociaal kultureel werk"),
        ("Kledingruil", "Kledingruil De Brug"),
        ("Repair Café", "Stichting Repaircafé"),
        ("Wijkteam Zuid", "Buurtteam Zuid"),
    ],
)
def test_a_name_in_another_spelling_with_the_same_number_is_one(name, other):
    assert len(alike({"name": name, **HOME}, {"name": other, **HOME, "phones": ["+31 (0)20-6658001"]})) > 1


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Yoga op maandag", "Yoga op dinsdag"),
        ("Taalcafé", "Taalcafé voor vrouwen"),
        ("Groep 1", "Groep 2"),
        ("Eettafel", "Koffieochtend"),
        ("Voedselbank Noord", "Voedselbank Zuid"),
    ],
)
def test_two_offers_of_one_house_are_two(name, other):
    assert alike({"name": name, **HOME, **ADDRESS}, {"name": other, **HOME, **ADDRESS}) == ()


def test_a_chain_in_two_houses_is_two_and_in_one_house_one():
    there = {"places": [placed(address="Dijk 3", code="1442 CD", city="Purmerend")]}
    assert alike({"name": "Eettafel", **HOME, **ADDRESS}, {"name": "Eettafel", **HOME, **there}) == ()
    here = {"places": [placed(address="Kade 12a", code="1441ab", city="")]}
    assert alike({"name": "Eettafel", **HOME, **ADDRESS}, {"name": "Eettafel", **here})


def test_a_name_alone_is_not_enough_unless_the_house_is_named_and_nothing_else_is():
    assert alike({"name": "Eettafel", **ADDRESS}, {"name": "Eettafel"}) == ()
    assert alike({"name": "Eettafel", **HOME}, {"name": "Eettafel", "organization": "De brug"}) == (
        "Ze heten hetzelfde.",
    )


def test_the_reasons_are_sentences_with_what_is_the_same():
    one = {"name": "Taalcafé", "mails": ["info@debrug.nl"], **HOME, **ADDRESS}
    assert alike(one, {**one, "name": "Taal café"}) == (
        "Ze heten hetzelfde, anders geschreven: “Taalcafé” en “Taal café”.",
        "Ze hebben hetzelfde telefoonnummer: 020 665 8001.",
        "Ze zitten op hetzelfde adres: Kade 12, 1441 AB, Purmerend.",
        "Ze hebben hetzelfde mailadres: info@debrug.nl.",
        "Ze hebben hetzelfde webadres: debrug.nl.",
    )


def test_numbers_streets_and_words_have_one_form():
    assert phone("0031 20 665 80 01") == phone("+31(0)20-6658001") == phone("020-6658001 tst 3") == "0206658001"
    assert phone("112") == ""
    assert street("Burg. de Vlugtln 12-a") == street("burgemeester De Vlugtlaan 12")
    assert tokens("Het Buurthuis & de Buren") == tokens("buurthuis en buren")


def test_of_invented_listings_most_doubles_are_found_and_few_others_proposed():
    cards, planted = invented(4_000, 200)
    proposed = {tuple(sorted(key.int for key in one.pair)) for one in likenesses(cards)}
    assert len(proposed & planted) >= 180
    assert len(proposed - planted) <= 10


def test_only_those_near_something_are_compared():
    cards, planted = invented(2_000, 100)
    about = {UUID(int=double) for _one, double in planted}
    found = likenesses(cards, about=about)
    assert {key for one in found for key in one.pair} & about
    assert all(one.pair & about for one in found)

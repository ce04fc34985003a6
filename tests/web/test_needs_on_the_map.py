"""What somebody needs besides the subject, on the page of the social map."""

import pytest
from django.test import Client

from tests.directory.conftest import bring, folder  # noqa: F401
from tests.directory.test_needs import some  # noqa: F401

pytestmark = [pytest.mark.usefixtures("some"), pytest.mark.django_db]


def names(client: Client, **asked: str) -> set[str]:
    found = client.get("/kaart/", {"tot": "40"} | asked)
    assert found.status_code == 200
    return {line.name for line in found.context["lines"]}


def test_each_choice_narrows_it_down(client: Client) -> None:
    assert names(client, gratis="on") == {"Soep", "Nachtlijn"}
    assert names(client, rolstoel="on") == {"Soep", "Wandelen", "Nachtlijn"}
    assert names(client, leeftijd="15") == {"Soep", "Eettafel", "Kookclub"}
    assert names(client, leeftijd="0") == {"Soep", "Eettafel"}
    assert names(client, door="formal") == {"Eettafel", "Kookclub"}
    assert names(client, door="informal", gratis="on", rolstoel="on") == {"Soep"}


def test_what_was_chosen_is_not_folded_away(client: Client) -> None:
    plain, chosen = (client.get("/kaart/", asked).content.decode() for asked in ({}, {"rolstoel": "on"}))
    assert '<details class="sieve-more">' in plain
    assert '<details class="sieve-more" open>' in chosen


def test_nothing_found_leaves_out_what_is_least_known(client: Client) -> None:
    shown = client.get("/kaart/", {"leeftijd": "15", "door": "formal", "rolstoel": "on"}).content.decode()
    assert "Hier is nu niets gevonden" in shown
    assert 'href="/kaart/?leeftijd=15&amp;door=formal"' in shown


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("leeftijd", "oud", "Schrijf een leeftijd in jaren"),
        ("leeftijd", "-3", "Schrijf een leeftijd in jaren"),
        ("leeftijd", "400", "Schrijf een leeftijd in jaren"),
        ("door", "<b>", "Kies uit de lijst: buren en vrijwilligers"),
    ],
)
def test_a_wrong_choice_is_told_where_it_was_made(client: Client, name: str, value: str, said: str) -> None:
    found = client.get("/kaart/", {"q": "soep", name: value})
    shown = found.content.decode()
    assert found.status_code == 400
    assert shown.count(said) == 1 and 'value="soep"' in shown and '<details class="sieve-more" open>' in shown

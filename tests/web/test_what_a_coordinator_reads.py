"""Before a yes: everything that was written, in one tap to whom one wants to ask, and who would see what."""

import re

import pytest

from tests.web.test_oneself_on_the_map import COFFEE, on_the_map, say, sent_by_a_visitor

pytestmark = pytest.mark.django_db


def read(coordinator) -> str:
    return coordinator.get("/kaart/zelf/wacht/").content.decode()


def test_a_number_is_called_and_an_address_mailed_in_one_tap(world, coordinator):
    sent_by_a_visitor(email="emine@voorbeeld.nl")
    page = read(coordinator)
    assert '<a class="nl-link" href="tel:0612345678">06 12 34 56 78</a>' in page
    assert '<a class="nl-link" href="mailto:emine@voorbeeld.nl">emine@voorbeeld.nl</a>' in page


def test_what_is_no_number_or_address_leads_nowhere(world, coordinator):
    sent_by_a_visitor()
    page = read(coordinator)
    assert "mailto:" not in page and page.count("tel:") == 1


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "Iedereen, maar de naam en het nummer alleen wie inlogt."),
        ({"role": "gastvrouw", "email": "e@voorbeeld.nl"}, "Iedereen, ook de naam, het nummer en de mail."),
        ({"introduction": "introduction", "role": "gastvrouw"}, "dat gaat alleen via een kennismaking."),
        (
            {"virtual": "on", "link": "chat.example.org/x", "contact": ""},
            "Iedereen, maar niet het nummer: zonder naam komt dat niet op de kaart.",
        ),
        (
            {"virtual": "on", "link": "chat.example.org/x", "contact": "", "phone": ""},
            "Iedereen ziet alles.",
        ),
    ],
)
def test_of_each_it_says_who_would_see_what(world, coordinator, said, sentence):
    sent_by_a_visitor(**said)
    page = read(coordinator)
    assert "Wie ziet het" in page and sentence in page


def test_a_yes_is_to_what_was_read(world, coordinator):
    """What changed after the page was made is read again first; after a no a yes comes too late."""
    client, link = sent_by_a_visitor()
    page = coordinator.get("/kaart/zelf/wacht/").content.decode()
    (seen,) = re.findall(r'name="seen" value="([^"]+)"', page)
    client.post(link, COFFEE | {"name": "Winkel"})
    assert "Het is intussen nog eens veranderd. Kijk opnieuw." in say(coordinator, "yes", seen=seen).content.decode()
    assert on_the_map() == []
    say(coordinator, "no", why="Dit is een winkel.")
    assert "Iemand zei hier al ja of nee op." in say(coordinator, "yes").content.decode()
    assert on_the_map() == []

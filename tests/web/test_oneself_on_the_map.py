"""Neighbours put what they do on the map on the screen, and keep it; who coordinates there says yes, once."""

import html
import re
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils import timezone

from nabij.directory.initiatives import MOST_OF_VISITORS, Initiative
from nabij.directory.models import Contact, Location, Service
from nabij.people.models import Neighbourhood
from nabij.trust.acting import NOBODY, acting_as
from nabij.web.limits import LIMITS
from tests.conftest import owner
from tests.web.asking import count, logged_in

pytestmark = pytest.mark.django_db
COFFEE = {
    "name": "Koffieochtend",
    "description": "Samen koffie drinken.",
    "category": "Plekken om elkaar te treffen",
    "neighbourhood": "BU04390302",
    "place": "De Kwelder",
    "address": "Kade 1",
    "days": ["TU"],
    "opens": "10:00",
    "closes": "12:00",
    "contact": "Emine",
    "phone": "06 12 34 56 78",
    "languages": ["nl", "tr"],
}


@pytest.fixture(autouse=True)
def without_thinking(monkeypatch):
    monkeypatch.setattr("nabij.directory.entering.understand", lambda **_known: 0)


def sent_by_a_visitor(**said) -> tuple[Client, str]:
    """The visitor's browser, and the page of the link."""
    client = Client()
    response = client.post("/kaart/zelf/", COFFEE | said)
    assert response.status_code == 302, response.content.decode()
    return client, response["Location"]


def only_one() -> Initiative:
    with owner():
        return Initiative.objects.get()


def say(client: Client, answer: str, **more: str):
    there = only_one()
    words = {"answer": answer, "seen": there.changed_at.isoformat()} | more
    return client.post(f"/kaart/zelf/{there.pk}/antwoord/", words, follow=True)


def on_the_map() -> list[str]:
    with acting_as(NOBODY):
        return list(Service.objects.filter(status="active").values_list("name", flat=True))


def test_a_visitor_finds_the_way_from_the_front_and_the_map(world):
    for page in ("/", "/kaart/"):
        assert 'href="/kaart/zelf/"' in Client().get(page).content.decode(), page


def test_a_visitor_sends_it_in_and_keeps_it_by_the_link(world, coordinator):
    client, link = sent_by_a_visitor()
    page = client.get(link).content.decode()
    assert "Bewaar deze link" in page and "Het wacht op een ja" in page and "no-referrer" not in page
    assert f"body={quote(f'http://testserver{link}', safe='')}" in page  # One tap mails it to oneself.
    assert client.get(link)["Referrer-Policy"] == "no-referrer"
    assert on_the_map() == []
    say(coordinator, "yes")
    assert on_the_map() == ["Koffieochtend"]
    assert "Het staat op de kaart" in client.get(link).content.decode()
    changed = client.post(link, COFFEE | {"name": "Theeochtend"}, follow=True)
    assert "Bewaard." in changed.content.decode() and on_the_map() == ["Theeochtend"]
    client.post(link, {"stop": "1"})
    assert on_the_map() == []
    with acting_as(NOBODY):
        assert not Location.objects.exists()
    assert "Je bent gestopt" in client.get(link).content.decode()


def test_another_link_opens_nothing(world):
    sent_by_a_visitor()
    assert Client().get("/kaart/zelf/zomaar-iets/").status_code == 404


def test_who_has_an_account_keeps_it_in_their_own_name_and_nobody_else_does(world, coordinator):
    jan = logged_in(world, "jan")
    response = jan.post("/kaart/zelf/", COFFEE)
    page = response["Location"]
    assert page == f"/kaart/zelf/{only_one().pk}/"
    assert "Bewaar deze link" not in jan.get(page).content.decode()
    assert logged_in(world, "marieke").get(page).status_code == 404
    assert coordinator.get(page).status_code == 404
    assert page in jan.get("/kaart/zelf/").content.decode()
    say(coordinator, "yes")
    jan.post(page, COFFEE | {"days": ["WE", "FR"]})
    with acting_as(NOBODY):
        assert Service.objects.get().schedules.get().byday == "WE,FR"


def test_nothing_typed_is_lost_and_each_mistake_stands_at_its_field(world):
    wrong = COFFEE | {"phone": "bel mij", "closes": "09:00", "email": "emine", "days": ["TU"], "category": ""}
    response = Client().post("/kaart/zelf/", wrong)
    page = response.content.decode()
    assert response.status_code == 400
    for sentence in (
        "Dit is geen telefoonnummer.",
        "Het einde ligt niet na het begin.",
        "Dit is geen mailadres.",
        "Kies er een uit de lijst.",
    ):
        assert sentence in page, sentence
    assert 'value="bel mij"' in page and 'value="Koffieochtend"' in page and 'value="10:00"' in page
    assert re.search(r'value="TU"[^>]* checked', page)
    with owner():
        assert not Initiative.objects.exists()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"name": ""}, "Schrijf hoe het heet."),
        ({"contact": ""}, "Schrijf via wie je binnenkomt."),
        ({"phone": ""}, "Schrijf een nummer of een mailadres erbij."),
        ({"virtual": "on"}, "Zonder link kan niemand in de groep komen."),
        ({"link": "javascript://x"}, "Dit is geen link."),
        ({"days": []}, "Kies ook op welke dag."),
        ({"neighbourhood": "BU00000000"}, "Kies er een uit de lijst."),
        ({"name": "x" * 101}, "Dit is te lang."),
    ],
)
def test_what_is_missing_or_wrong_has_a_sentence(world, said, sentence):
    response = Client().post("/kaart/zelf/", COFFEE | said)
    assert response.status_code == 400
    assert sentence in response.content.decode()


@pytest.mark.parametrize("midnight", ["00:00", "24:00"])
def test_it_goes_on_until_midnight_and_the_map_says_so(world, coordinator, midnight):
    sent_by_a_visitor(opens="20:00", closes=midnight)
    assert "dinsdag, 20:00 - 24:00" in coordinator.get("/kaart/zelf/wacht/").content.decode()
    say(coordinator, "yes")
    with acting_as(NOBODY):
        key = Service.objects.get().pk
    assert "20 tot 24 uur" in Client().get(f"/kaart/{key}/").content.decode()


def test_who_coordinates_finds_it_on_today_and_others_do_not(world, coordinator):
    before = count(coordinator, "/")
    assert "Buren willen iets op de kaart zetten" not in coordinator.get("/").content.decode()
    sent_by_a_visitor()
    assert "Buren willen iets op de kaart zetten" in coordinator.get("/").content.decode()
    assert count(coordinator, "/") == before
    page = coordinator.get("/kaart/zelf/wacht/").content.decode()
    assert "Koffieochtend" in page and "06 12 34 56 78" in page and "dinsdag" in page
    assert count(coordinator, "/kaart/zelf/wacht/") <= 8
    jan = logged_in(world, "jan")
    assert jan.get("/kaart/zelf/wacht/").status_code == 404
    assert say(jan, "yes").status_code == 404
    assert on_the_map() == []


def test_one_yes_is_enough(world, coordinator):
    sent_by_a_visitor()
    say(coordinator, "yes")
    assert "Iemand zei hier al ja of nee op." in say(coordinator, "yes").content.decode()
    assert on_the_map() == ["Koffieochtend"]


def test_a_no_says_why_and_whoever_sent_it_reads_that(world, coordinator):
    client, link = sent_by_a_visitor()
    response = say(coordinator, "no", why="")
    assert response.status_code == 400 and "Schrijf" in response.content.decode()
    say(coordinator, "no", why="Dit is een winkel.")
    assert "Dit is een winkel." in client.get(link).content.decode()
    assert on_the_map() == []


def test_what_stood_there_is_taken_off_again(world, coordinator):
    sent_by_a_visitor()
    say(coordinator, "yes")
    say(coordinator, "no", why="Het bleek een winkel.")
    assert on_the_map() == []
    assert "Koffieochtend" not in coordinator.get("/kaart/zelf/wacht/").content.decode()


def test_only_by_introduction_one_asks_for_that_and_reads_no_number(world, coordinator):
    sent_by_a_visitor(introduction="introduction")
    say(coordinator, "yes")
    with acting_as(NOBODY):
        url = f"/kaart/{Service.objects.get().pk}/"
    for client in (Client(), coordinator, logged_in(world, "jan")):
        page = client.get(url).content.decode()
        assert "alleen via een kennismaking" in page.lower()
        assert "Emine" not in page and "06 12" not in page and "Kade 1" not in page
    jan, address = logged_in(world, "jan"), f"/vragen/?kennismaken={url.split('/')[2]}"
    asked = jan.get(address).content.decode()
    assert "Je wilt kennismaken met Koffieochtend." in asked
    (line,) = re.findall(r"Wie brengt mij in contact met[^<]*", asked)
    stands = jan.post(address, {"line": html.unescape(line), "neighbourhood": "BU04390302"}, follow=True)
    assert "Staat op het prikbord." in stands.content.decode()
    assert "Iets vragen aan de buurt" in jan.get("/vragen/").content.decode()
    listed = Client().get("/kaart/lijst/BU04390302/").content.decode()
    assert "Koffieochtend" in listed and "06 12" not in listed
    found = Client().get("/hsds/v3/services").json()
    assert [one["name"] for one in found["contents"]] == ["Koffieochtend"]
    whole = Client().get(f"/hsds/v3/services/{found['contents'][0]['id']}").content.decode()
    assert "Emine" not in whole and "06 12" not in whole and "Kade 1" not in whole


def test_a_name_without_a_role_is_for_who_is_logged_in_and_never_open_data(world, coordinator):
    sent_by_a_visitor()
    say(coordinator, "yes")
    with acting_as(NOBODY):
        key = Service.objects.get().pk
    assert "Emine" not in Client().get(f"/kaart/{key}/").content.decode()
    assert "Emine" not in Client().get(f"/hsds/v3/services/{key}").content.decode()
    page = logged_in(world, "jan").get(f"/kaart/{key}/").content.decode()
    assert "Emine" in page and "06 12 34 56 78" in page


@pytest.mark.parametrize(
    ("said", "sentence"),
    [({}, "Loop eens langs."), ({"at_home": "on"}, "hoe je ze bereikt."), ({"address": ""}, "hoe je ze bereikt.")],
)
def test_nobody_is_told_to_walk_by_where_no_address_is(world, coordinator, said, sentence):
    sent_by_a_visitor(**said)
    say(coordinator, "yes")
    with acting_as(NOBODY):
        url = f"/kaart/{Service.objects.get().pk}/"
    page = Client().get(url).content.decode()
    assert sentence in page and ("Loop eens langs" in page) == (sentence == "Loop eens langs.")


def test_a_group_on_a_telephone_is_a_place_to_meet(world, coordinator):
    said = {"virtual": "on", "link": "chat.example.org/buurt", "contact": "", "phone": "", "place": "", "address": ""}
    sent_by_a_visitor(**said, days=[], opens="", closes="")
    say(coordinator, "yes")
    with acting_as(NOBODY):
        key = Service.objects.get().pk
        assert not Contact.objects.exists()
    page = Client().get(f"/kaart/{key}/").content.decode()
    assert 'href="https://chat.example.org/buurt"' in page and "Groep op de telefoon of op internet" in page
    subject = re.search(r'href="([^"]+)">Plekken om elkaar te treffen', Client().get("/kaart/").content.decode())
    assert subject and "Koffieochtend" in Client().get(subject[1]).content.decode()


def test_sending_in_often_has_a_limit(world):
    limit = next(one for one in LIMITS if one.name == "sending in")
    client = Client()
    statuses = [client.post("/kaart/zelf/", {}).status_code for _again in range(limit.most + 1)]
    assert statuses == [400] * limit.most + [429]


def test_what_nobody_keeps_any_more_is_given_to_somebody_else_on_the_screen(world, coordinator):
    assert "niemand meer bij" not in coordinator.get("/").content.decode()
    sent_by_a_visitor()
    say(coordinator, "yes")
    assert "Iemand houdt dit al bij." in say(coordinator, "hand").content.decode()
    before = count(coordinator, "/")
    with owner():
        Initiative.objects.update(token_hash=None)  # As when whoever kept it is forgotten.
    assert "Iets op de kaart houdt niemand meer bij" in coordinator.get("/").content.decode()
    assert count(coordinator, "/") == before
    assert "Niemand houdt dit nu bij." in coordinator.get("/kaart/zelf/wacht/").content.decode()
    assert say(logged_in(world, "jan"), "hand").status_code == 404
    given = say(coordinator, "hand")
    (link, _status) = given.redirect_chain[-1]
    page = given.content.decode()
    assert "Geef de link hieronder aan wie het gaat bijhouden." in page and "Bewaar deze link" in page
    Client().post(link, COFFEE | {"name": "Theeochtend"})
    assert on_the_map() == ["Theeochtend"]
    assert "niemand meer bij" not in coordinator.get("/").content.decode()


def test_who_coordinates_sees_what_is_otherwise_and_looks_once(world, coordinator):
    client, link = sent_by_a_visitor()
    say(coordinator, "yes")
    assert "Buren veranderden iets" not in coordinator.get("/").content.decode()
    before = count(coordinator, "/")
    client.post(link, COFFEE | {"name": "Winkel", "days": ["FR"], "phone": "06 87 65 43 21", "hours": "in de zomer"})
    assert "Buren veranderden iets op de kaart" in coordinator.get("/").content.decode()
    assert count(coordinator, "/") == before
    page = coordinator.get("/kaart/zelf/wacht/").content.decode()
    assert "Dit is anders sinds er iemand keek" in page
    assert (
        "Koffieochtend" in page and "dinsdag, 10:00 - 12:00" in page and "vrijdag, 10:00 - 12:00, in de zomer" in page
    )
    assert "06 12 34 56 78" not in page and "06 87 65 43 21" in page
    assert "iets anders; wat er stond, bewaren we niet" in page
    assert count(coordinator, "/kaart/zelf/wacht/") <= 8
    assert "Buren veranderden iets" not in logged_in(world, "jan").get("/").content.decode()
    seen = re.search(r'name="seen" value="([^"]+)"', page)
    assert seen
    assert say(logged_in(world, "jan"), "seen", seen=seen[1]).status_code == 404
    assert say(coordinator, "seen", seen="gisteren").status_code == 404
    client.post(link, COFFEE | {"name": "Winkel van Emine"})
    assert "Het is intussen nog eens veranderd." in say(coordinator, "seen", seen=seen[1]).content.decode()
    seen = re.search(r'name="seen" value="([^"]+)"', coordinator.get("/kaart/zelf/wacht/").content.decode())
    assert seen and "blijft zo staan" in say(coordinator, "seen", seen=seen[1]).content.decode()
    assert "Dit is anders" not in coordinator.get("/kaart/zelf/wacht/").content.decode()
    assert "Buren veranderden iets" not in coordinator.get("/").content.decode()


def test_what_changed_is_taken_off_in_one_step_with_a_reason(world, coordinator):
    client, link = sent_by_a_visitor()
    say(coordinator, "yes")
    client.post(link, COFFEE | {"name": "Winkel"})
    say(coordinator, "no", why="Nu is het een winkel.")
    assert on_the_map() == [] and "Nu is het een winkel." in client.get(link).content.decode()
    assert "Buren veranderden iets" not in coordinator.get("/").content.decode()


def test_where_too_much_waits_nothing_typed_is_lost_and_who_coordinates_reads_it(world, coordinator):
    assert "dat bezoekers nu niets kunnen insturen" not in coordinator.get("/kaart/zelf/wacht/").content.decode()
    with owner():
        here = Neighbourhood.objects.get(code="BU04390302")
        at = timezone.now()
        Initiative.objects.bulk_create(
            Initiative(neighbourhood=here, said={"name": "Soep"}, token_hash=f"{n}".encode(), at=at, changed_at=at)
            for n in range(MOST_OF_VISITORS)
        )
    response = Client().post("/kaart/zelf/", COFFEE)
    page = response.content.decode()
    assert response.status_code == 400 and "In deze buurt wacht al veel op een ja." in page
    assert "Er klopt iets nog niet" not in page
    assert 'value="Koffieochtend"' in page and 'value="06 12 34 56 78"' in page and 'value="10:00"' in page
    assert logged_in(world, "jan").post("/kaart/zelf/", COFFEE).status_code == 302
    assert "dat bezoekers nu niets kunnen insturen" in coordinator.get("/kaart/zelf/wacht/").content.decode()

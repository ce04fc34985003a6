"""Why it is written down: under the box, as a choice for who works here, and as a page for everybody."""

import pytest
from django.test import Client
from django.utils import translation

from nabij.moments.models import Moment
from nabij.people.verbs import put_on
from nabij.trust.acting import acting_as, office
from nabij.trust.grounds import keep_purpose
from tests.web.asking import count, logged_in
from tests.world import AT, TODAY, World

pytestmark = pytest.mark.django_db
TOGETHER, INQUIRY = "Om samen te helpen met wat jij wilt.", "Om uit te zoeken welke hulp de gemeente moet regelen."


def enable(key: str) -> None:
    with acting_as(office("beheer")):
        keep_purpose(key=key, by_name="beheer", at=AT, enabled=True)


def send(client: Client, world: World, *, why: str = ""):
    key = str(world.riets_story.circle_id)
    said = {"line": "Riet belde.", "circle": key, "seen": key, "fixed": "1", "back": "/"}
    return client.post("/momenten/", said | ({"waarom": why} if why else {}))


def test_under_the_box_of_a_story_stands_its_reason(world: World) -> None:
    url = f"/verhalen/{world.riets_story.id}/"
    assert TOGETHER in logged_in(world, "fatima").get(url).content.decode()
    enable("wmo-onderzoek")
    page = logged_in(world, "marieke").get(url).content.decode()
    assert 'name="waarom" value="samen-helpen" checked' in page
    assert 'value="wmo-onderzoek"' in page
    assert 'name="waarom"' not in logged_in(world, "fatima").get(url).content.decode()


def test_a_line_for_oneself_says_so(world: World) -> None:
    assert "Om zelf niets te vergeten." in logged_in(world, "marieke").get("/").content.decode()


def test_what_may_not_go_to_a_volunteer_is_refused_with_a_sentence_and_the_line_stays(world: World) -> None:
    enable("wmo-onderzoek")
    client = logged_in(world, "marieke")
    answered = send(client, world, why="wmo-onderzoek")
    page = answered.content.decode()
    assert answered.status_code == 400
    assert "lezen ook buren of vrijwilligers mee" in page
    assert "Riet belde." in page
    assert 'value="wmo-onderzoek" checked' in page
    assert send(client, world).status_code == 302
    with world.acting("marieke"):
        assert [one.purpose_id for one in Moment.objects.all()] == ["samen-helpen"]


def test_a_reason_that_is_not_offered_is_not_taken(world: World) -> None:
    assert send(logged_in(world, "fatima"), world, why="wams").status_code == 302
    with world.acting("fatima"):
        assert Moment.objects.get().purpose_id == "samen-helpen"


def test_everybody_can_read_why_things_are_written_down(world: World) -> None:
    for client in (Client(), logged_in(world, "riet")):
        page = client.get("/verwerkingen/").content.decode()
        assert page.index(TOGETHER) < page.index("Nog niet in gebruik") < page.index(INQUIRY)
        for said in ("1 jaar na het laatste moment in de kring", "Wmo 2015, artikel 2.1.2", "Dertig dagen", "moment*"):
            assert said in page, said
    assert 'href="/verwerkingen/"' in Client().get("/").content.decode()
    assert count(Client(), "/verwerkingen/") <= 8
    with translation.override("en"):
        page = Client(headers={"accept-language": "en"}).get("/verwerkingen/").content.decode()
    assert "To help together with what you want." in page


def test_who_lets_a_volunteer_in_for_their_work_is_asked_for_a_yes(world: World) -> None:
    with acting_as(office("beheer")):
        keep_purpose(key="samen-helpen", by_name="beheer", at=AT, to_volunteers=False)
        hat = {"role": "maatje", "formal": False, "since": TODAY, "open": True}
        kims = put_on(person=world.kim, neighbourhood=world.marieke.neighbourhood, **hat)
    url = f"/verhalen/{world.riets_story.id}/lezers/"
    refused = logged_in(world, "marieke").post(url, {"person": str(kims.id)})
    assert refused.status_code == 400
    assert "Kim leest hier niet voor zijn of haar werk" in refused.content.decode()
    assert logged_in(world, "marieke").post(url, {"person": str(world.hats["yusuf"].id)}).status_code == 302
    assert logged_in(world, "riet").post(url, {"person": str(kims.id)}).status_code == 302, "the resident chooses"

"""The page of nearest help: the ladder for a question, asking in one step, and nothing for who is not in the circle."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from nabij.directory.models import Service
from nabij.directory.verbs import import_hsds
from nabij.moments.verbs import draw_tie, say
from nabij.people.verbs import note_person
from nabij.post.models import Letter
from nabij.stories.models import Promise
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Look
from tests.bridge.street import LISTINGS
from tests.web.asking import count, logged_in
from tests.world import AT, World, build

pytestmark = pytest.mark.django_db
QUESTION = "Wie loopt er dinsdag mee naar de markt?"


@pytest.fixture
def world() -> World:
    world = build()
    with world.acting("marieke"):
        draw_tie(
            circle=world.riets_story.circle,
            owner=world.riet,
            other=world.jan,
            kind="neighbour",
            called="buurman, nummer 14",
            ring=1,
            weight="strong",
            gives="loopt met de hond al langs de markt",
            told_by=world.jan,
            at=AT,
        )
    return world


def page(world: World) -> str:
    return f"/verhalen/{world.riets_story.id}/hulp/"


def said(world: World, kind: str, about: str) -> None:
    with world.acting("marieke"):
        say(
            circle=world.riets_story.circle,
            about=world.people[about],
            owner=world.riet,
            kind=kind,
            said_by=world.riet,
            by=world.marieke,
            at=AT,
        )


def test_a_reader_sees_the_ladder_and_an_outsider_finds_nothing(world):
    found = logged_in(world, "marieke").get(page(world), {"vraag": QUESTION})
    assert found.status_code == 200
    text = found.content.decode()
    assert "Wie kan Riet helpen?" in text
    assert "Zegt zelf: “loopt met de hond al langs de markt”." in text
    assert "Vraag het Jan" in text
    missing = logged_in(world, "yusuf").get(page(world), {"vraag": QUESTION})
    assert missing.status_code == 404
    assert "Riet" not in missing.content.decode()


def test_who_is_not_logged_in_is_asked_to_log_in_first(client, world):
    assert client.get(page(world)).status_code == 302
    assert client.post(page(world) + "afspraken/").status_code == 302


def test_without_a_question_the_box_and_who_to_call(world):
    text = logged_in(world, "marieke").get(page(world)).content.decode()
    assert "Wat is de vraag?" in text
    assert "Je ziet hier nu niemand die dienst heeft. Bij gevaar: bel 112." in text, "and not that nobody has"
    assert 'class="ladder"' not in text


def test_looking_for_help_is_a_look_that_riet_can_see(world):
    logged_in(world, "marieke").get(page(world), {"vraag": QUESTION})
    with world.acting("riet"):
        look = Look.objects.get(about=world.riet.id)
    assert (look.who_name, look.what) == ("Marieke Bos", "help")
    logged_in(world, "riet").get(page(world), {"vraag": QUESTION})
    with world.acting("riet"):
        assert Look.objects.filter(about=world.riet.id).count() == 1, "her own look is nobody's business"


def test_a_question_becomes_a_letter_in_one_step(world):
    client = logged_in(world, "marieke")
    sent = client.post(
        page(world) + "afspraken/",
        {"what": QUESTION, "how": "letter", "person": world.jan.id, "name": "Jan"},
        follow=True,
    )
    assert "Gevraagd. Het antwoord van Jan komt in het verhaal te staan." in sent.content.decode()
    with world.acting("marieke"):
        asked = Promise.objects.select_related("answer").get()
        assert (asked.who, asked.what, asked.state) == (world.jan, QUESTION, "asked")
        assert Letter.objects.get().reader_id == world.jan.id


def test_what_was_agreed_already_sends_no_letter(world):
    form = {"what": "lopen", "how": "agreed", "person": world.jan.id, "name": "Jan"}
    logged_in(world, "marieke").post(page(world) + "afspraken/", form)
    with world.acting("marieke"):
        assert Promise.objects.select_related("answer").get().state == "accepted"
        assert not Letter.objects.exists()


def test_i_arrange_it_myself(world):
    day = localdate(AT) + timedelta(days=4000)
    form = {"what": "de markt", "how": "mine", "day": day.isoformat()}
    logged_in(world, "marieke").post(page(world) + "afspraken/", form)
    with world.acting("marieke"):
        mine = Promise.objects.select_related("who", "for_whom").get()
    assert (mine.who, mine.day, mine.for_whom) == (world.marieke, day, world.riet)


def test_getting_in_touch_with_a_service_is_a_promise_about_it(world):
    with acting_as(office("beheer")):
        import_hsds(path=LISTINGS, at=AT)
    text = logged_in(world, "marieke").get(page(world), {"vraag": "Schulden en een deurwaarder"}).content.decode()
    assert "Contact opnemen met Geldspreekuur" in text
    with world.acting("marieke"):
        service = Service.objects.get(name="Geldspreekuur")
    form = {"what": "Contact opnemen met Geldspreekuur", "how": "mine", "service": service.id, "name": service.name}
    logged_in(world, "marieke").post(page(world) + "afspraken/", form)
    with world.acting("marieke"):
        mine = Promise.objects.select_related("who", "service").get()
    assert (mine.who, mine.service, mine.what) == (world.marieke, service, form["what"])


def test_whom_no_letter_reaches_i_promise_to_ask(world):
    with world.acting("marieke"):
        neighbour = note_person(known_as="de buurvrouw van 12", by=world.marieke, at=AT)
        draw_tie(
            circle=world.riets_story.circle,
            owner=world.riet,
            other=neighbour,
            kind="neighbour",
            ring=2,
            told_by=world.riet,
            at=AT,
        )
    client = logged_in(world, "marieke")
    text = client.get(page(world), {"vraag": QUESTION}).content.decode()
    assert "Ik ga het vragen" in text
    form = {"what": QUESTION, "how": "mine", "person": neighbour.id, "name": "de buurvrouw van 12"}
    client.post(page(world) + "afspraken/", form)
    with world.acting("marieke"):
        mine = Promise.objects.select_related("who").get()
        assert not Letter.objects.exists()
    assert (mine.who, mine.what) == (world.marieke, f"de buurvrouw van 12 vragen: {QUESTION}")


def test_a_mistake_loses_nothing_that_was_typed(world):
    form = {"what": "x" * 301, "how": "letter", "person": world.jan.id, "name": "Jan", "day": "32-13-2026"}
    found = logged_in(world, "marieke").post(page(world) + "afspraken/", form)
    text = found.content.decode()
    assert found.status_code == 400
    assert "Dit is te lang voor één afspraak." in text
    assert "Deze dag bestaat niet." in text
    assert "x" * 301 in text
    gone = logged_in(world, "marieke").post(page(world) + "afspraken/", {**form, "what": "lopen", "day": "2020-01-01"})
    assert "Die dag is al voorbij." in gone.content.decode()


def test_whom_the_circle_said_not_to_ask_is_not_asked(world):
    said(world, "too_much", "jan")
    client = logged_in(world, "marieke")
    text = client.get(page(world), {"vraag": QUESTION}).content.decode()
    assert "Vraag nu niets extra." in text
    assert "Vraag het Jan" not in text
    form = {"what": QUESTION, "how": "letter", "person": world.jan.id, "name": "Jan"}
    refused = client.post(page(world) + "afspraken/", form)
    assert refused.status_code == 400
    assert "vraag Jan nu niets" in refused.content.decode()
    with world.acting("marieke"):
        assert not Promise.objects.exists()


def test_an_outsider_cannot_ask_in_the_story(world):
    form = {"what": QUESTION, "how": "letter", "person": world.jan.id, "name": "Jan"}
    assert logged_in(world, "marieke").post(page(world) + "afspraken/", form).status_code == 302
    assert logged_in(world, "yusuf").post(page(world) + "afspraken/", form).status_code == 404
    with world.acting("marieke"):
        assert Promise.objects.count() == 1


def test_danger_puts_duty_and_112_first(world):
    text = logged_in(world, "marieke").get(page(world), {"vraag": "Hij slaat me."}).content.decode()
    assert "Dit kan niet wachten." in text
    assert "Hier kun je beginnen" not in text
    for said in ("on", "1"):  # As the box on this page sends it, and as a tap under the one line does.
        waits = logged_in(world, "marieke").get(page(world), {"vraag": QUESTION, "spoed": said}).content.decode()
        assert "Dit kan niet wachten. Bel eerst wie dienst heeft" in waits


def test_the_page_asks_the_database_little_however_many_people(world):
    with acting_as(office("beheer")):
        import_hsds(path=LISTINGS, at=AT)
    client = logged_in(world, "marieke")
    url = f"{page(world)}?vraag={QUESTION}"
    assert "Samen Wandelen" in client.get(url).content.decode()
    few = count(client, url)
    with world.acting("marieke"):
        for number in range(60):
            draw_tie(
                circle=world.riets_story.circle,
                owner=world.riet,
                other=world.people[("fatima", "yusuf", "jan")[number % 3]],
                kind=("family", "friend", "neighbour")[number % 3],
                ring=2,
                gives="loopt mee",
                told_by=(world.riet, world.fatima, world.jan)[number % 3],
                at=AT,
            )
    assert count(client, url) == few <= 14

"""Introductions on the screen: proposing, answering by link and here, writing each other, and how it went."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from nabij.bridge.asking import ask
from nabij.bridge.introducing import When, answer, propose
from nabij.bridge.introduction_letters import write_letters
from nabij.bridge.models import HowItWent, Introduction, IntroductionAnswer, Meeting, Side
from nabij.bridge.offering import offer
from nabij.moments.verbs import note
from nabij.people.models import Neighbourhood, Person, Place
from nabij.people.verbs import give_account, note_person, put_on
from nabij.post.models import Letter
from nabij.stories.verbs import open_story
from nabij.trust.acting import acting_as, office
from nabij.web.post.sending import send
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.world import World

pytestmark = pytest.mark.django_db
WHY = "Jullie komen allebei graag buiten."


def delivered(introduction: Introduction) -> dict[str, str]:
    """Every letter of it that is due now is written and sent; by reader the newest link."""
    at = timezone.now()
    with acting_as(office("reminders")):
        write_letters(introduction=introduction.id, at=at)
    with acting_as(office("post")):
        for one in Letter.objects.to_send(at=at).order_by("written_at"):
            send(letter=one.id, at=at)
    found = {}
    for sent in mail.outbox:
        link = re.search(r"/brief/\S+/", str(sent.body))
        if link:
            found[sent.to[0].split("@")[0]] = link[0]
    return found


@pytest.fixture
def place(world: World) -> Place:
    with acting_as(office("beheer")):
        return Place.objects.create(name="De Kwelder")


@pytest.fixture(autouse=True)
def always_awake(settings) -> None:
    settings.QUIET_HOURS = None


def asked(world: World) -> Introduction:
    with world.acting("marieke"):
        when = When(spot="De Kwelder", meets_at=timezone.now() + timedelta(days=2))
        return propose(one=world.jan, other=world.yusuf, why=WHY, by=world.marieke, at=timezone.now(), when=when)


def test_two_are_proposed_at_a_coffee_morning_and_nothing_typed_is_lost(world: World, place: Place):
    client, url = logged_in(world, "marieke"), reverse("introductions")
    assert "Stel twee mensen" in client.get(url).text
    day = timezone.localdate() + timedelta(days=3)
    said = {"one": world.jan.id, "other": world.jan.id, "why": WHY, "how": "coffee", "place": place.id}
    said |= {"day": day.isoformat(), "clock": "10:00"}
    refused = client.post(url, said)
    assert refused.status_code == 400
    assert "Kies twee verschillende mensen." in refused.text and WHY in refused.text and "10:00" in refused.text
    for wrong, sentence in (
        ({"other": ""}, "Kies iemand."),
        ({"other": world.kim.id}, "niet gevonden"),
        ({"why": " "}, "Waarom zouden zij"),
        ({"clock": ""}, "Hoe laat is dat?"),
        ({"clock": "straks"}, "Schrijf de tijd zo"),
        ({"day": "2020-01-01"}, "al voorbij"),
    ):
        assert sentence in client.post(url, said | {"other": world.yusuf.id} | wrong).text, wrong
    made = client.post(url, said | {"other": world.yusuf.id})
    assert made.status_code == 302
    assert "Bij de koffie, De Kwelder" in client.get(made["Location"]).text
    again = client.post(url, said | {"other": world.yusuf.id})
    assert "stellen we nu niet aan elkaar voor" in again.text and again.status_code == 400
    with owner():
        assert (Introduction.objects.count(), Meeting.objects.count()) == (1, 1)
    no_hat = logged_in(world, "riet").post(url, said | {"other": world.fatima.id})
    assert "dan ben je zelf een van de twee" in no_hat.text


def both_say_yes(world: World) -> Introduction:
    made = asked(world)
    for name in ("jan", "yusuf"):
        with world.acting(name):
            side = Side.objects.get(person=world.people[name])
            answer(side=side, kind="yes", by=world.people[name], at=timezone.now())
    return made


def test_by_link_and_here_each_answers_once_and_then_reads_who_the_other_is(world: World):
    made = asked(world)
    links, client = delivered(made), Client()
    assert all(WHY not in str(one.body) and "Yusuf" not in one.subject for one in mail.outbox)
    page = client.get(links["jan"]).text
    assert "Yusuf Demir, wijkverpleegkundige" in page and WHY in page
    assert client.post(links["jan"], {"answer": "misschien"}).status_code == 422
    assert client.post(links["jan"], {"answer": "yes"}).status_code == 302
    twice = client.post(links["jan"], {"answer": "no"})
    assert twice.status_code == 409 and "al geantwoord" in twice.text
    yusuf, url = logged_in(world, "yusuf"), reverse("introduction", args=[made.id])
    assert "Wil je kennismaken?" in yusuf.get("/").text
    assert "Jan" not in yusuf.get(url).text and "iemand uit je buurt" in yusuf.get(url).text
    assert yusuf.post(reverse("introduction_answer", args=[made.id]), {"answer": "yes"}, follow=True).status_code == 200
    assert "Jan Groen" in yusuf.get(url).text
    assert "Yusuf Demir" in client.get(delivered(made)["jan"]).text


def test_two_write_each_other_by_link_and_here_until_one_stops(world: World):
    made, client = both_say_yes(world), Client()
    yusuf, jan, links = logged_in(world, "yusuf"), logged_in(world, "jan"), delivered(made)
    url, write = reverse("introduction", args=[made.id]), reverse("introduction_message", args=[made.id])
    assert client.post(links["jan"], {"words": " "}).status_code == 422
    assert client.post(links["jan"], {"words": "Tot dinsdag bij de koffie!"}).status_code == 302
    delivered(made)
    assert "Tot dinsdag" in str(mail.outbox[-1].body) and "Tot dinsdag" not in mail.outbox[-1].subject
    assert "@" not in str(mail.outbox[-1].body).split("/afmelding/")[0]
    assert "Tot dinsdag bij de koffie!" in yusuf.get(url).text
    assert "Verstuurd." in yusuf.post(write, {"words": "Gezellig."}, follow=True).text
    assert "Gezellig." in client.get(delivered(made)["jan"]).text
    contact = reverse("introduction_contact", args=[made.id])
    assert "Dit contact is gestopt" in yusuf.post(contact, {"contact": "stop"}, follow=True).text
    lost = jan.post(write, {"words": "Waarom?"})
    assert lost.status_code == 409 and "Dit contact is gestopt. Je bericht is niet verstuurd." in lost.text
    yusuf.post(contact, {"contact": "weer"})
    assert jan.post(write, {"words": "Fijn!"}).status_code == 302


def test_afterwards_each_says_how_it_went_and_the_other_does_not_read_it(world: World):
    made, client = both_say_yes(world), Client()
    yusuf, url = logged_in(world, "yusuf"), reverse("introduction", args=[made.id])
    assert "Hebben jullie elkaar" not in yusuf.get(url).text  # They meet the day after tomorrow.
    delivered(made)
    with owner():
        Letter.objects.filter(about_kind="introduction_went").update(due=timezone.now())
        Meeting.objects.update(meets_at=timezone.now() - timedelta(days=2))
    links, went = delivered(made), reverse("introduction_went", args=[made.id])
    assert "Hoe ging de kennismaking?" in yusuf.get("/").text
    assert client.post(links["jan"], {"met": "yes", "face": "9"}).status_code == 422
    said = {"met": "yes", "face": "5", "contact": "yes", "line": "Hij kent iedereen."}
    assert client.post(links["jan"], said).status_code == 302
    unsaid = yusuf.post(went, {"line": "zonder keuze"})
    assert unsaid.status_code == 400 and "zonder keuze" in unsaid.text
    yusuf.post(went, {"met": "yes"})
    assert yusuf.post(went, {"met": "no"}).status_code == 409
    assert "Hij kent iedereen." not in yusuf.get(url).text
    assert "Hij kent iedereen." in logged_in(world, "marieke").get(url).text
    with owner():
        assert HowItWent.objects.count() == 2


def test_on_the_telephone_it_is_noted_and_what_is_taken_back_asks_nothing(world: World):
    made = asked(world)
    marieke, url = logged_in(world, "marieke"), reverse("introduction_answer", args=[made.id])
    with world.acting("marieke"):
        side = made.sides.get(person=world.jan)
    assert (
        "Aan de telefoon; jij schreef het op."
        in marieke.post(url, {"answer": "yes", "side": side.id}, follow=True).text
    )
    assert marieke.post(url, {"answer": "no", "side": side.id}).status_code == 409
    assert marieke.post(url, {"answer": "yes"}).status_code == 400
    jan = logged_in(world, "jan")
    assert "Dit is aan de telefoon gezegd" in jan.get(reverse("introduction", args=[made.id])).text
    links = delivered(made)
    assert "Ingetrokken." in marieke.post(reverse("introduction_end", args=[made.id]), follow=True).text
    late = Client().post(links["yusuf"], {"answer": "yes"})
    assert late.status_code == 409 and "gaat niet door" in late.text
    assert logged_in(world, "fatima").get(reverse("introduction", args=[made.id])).status_code == 404
    with owner():
        assert IntroductionAnswer.objects.count() == 1


def test_a_list_of_many_asks_the_database_as_often_as_one_of_few(world: World):
    client, url = logged_in(world, "marieke"), reverse("introductions")
    asked(world)
    few = count(client, url)
    with world.acting("marieke"):
        for other in (world.fatima, world.loes):
            for one in (world.jan, world.riet, world.marieke):
                propose(one=one, other=other, why=WHY, by=world.marieke, at=timezone.now())
    assert count(client, url) <= few + 2
    assert count(client, "/") <= 30


def test_an_ask_meets_an_offer_from_a_short_list(world: World):
    with acting_as(office("beheer")):
        here = Neighbourhood.objects.get(code="BU04390302")
    with world.acting("fatima"):
        drills = offer(line="Ik kom met de boormachine", neighbourhood=here, by=world.fatima, at=timezone.now())
    with world.acting("riet"):
        lamp = ask(line="Wie hangt mijn lamp op?", neighbourhood=here, by=world.riet, at=timezone.now())
    url, said = reverse("introductions"), {"ask": lamp.id, "offer": drills.id, "back": "/"}
    assert "Je stelt mensen voor die je kent" in logged_in(world, "yusuf").post(url, said, follow=True).text
    made = logged_in(world, "riet").post(url, said, follow=True)
    assert "Je zei ja." in made.text and "Ik kom met de boormachine" in made.text
    assert "stellen we nu niet aan elkaar voor" in logged_in(world, "riet").post(url, said, follow=True).text
    fatima = logged_in(world, "fatima")
    assert "Wie hangt mijn lamp op?" in fatima.get(url).text and "Riet" not in fatima.get(url).text


def test_whom_one_does_not_know_yet_is_named_by_a_street_of_five_households_and_no_less(world: World):
    """Wim and Marieke both come in the Lindestraat; with four households there neither hears of the other."""
    with acting_as(office("beheer")):
        here = Neighbourhood.objects.get(code="BU04390302")
        wim = world.people["wim"] = note_person(name="Wim Vries", by=None, at=timezone.now(), neighbourhood=here)
        world.hats["wim"] = put_on(
            person=wim, role="maatje", formal=False, since=timezone.localdate(), neighbourhood=here, open=True
        )
        give_account(person=wim, email="wim@voorbeeld.example", at=timezone.now())

    def comes_by(who: str, number: int) -> None:
        with world.acting(who):
            said = {"by": world.people[who], "at": timezone.now()}
            one = note_person(name=f"Bewoner {number} Stil", neighbourhood=here, **said)
            story = open_story(person=one, hat=world.hats[who], **said)
            Person.objects.filter(id=one.id).update(street="Lindestraat")
            note(line="Een geheimpje #eenzaamheid", circle=story.circle, themes=["schulden"], **said)

    for number in range(3):
        comes_by("wim", number)
    comes_by("marieke", 3)
    marieke, url = logged_in(world, "marieke"), reverse("not_met")
    assert "Wim Vries" not in marieke.get(url).text
    comes_by("wim", 4)
    page = marieke.get(url).text
    assert "Wim Vries" in page and "de Lindestraat" in page
    assert "geheimpje" not in page and "Bewoner" not in page
    assert "Marieke Bos" in logged_in(world, "wim").get(url).text
    with world.acting("riet"):  # Her own story tells nobody that she has one.
        note(line="Zelf geschreven", circle=world.riets_story.circle, by=world.riet, at=timezone.now())
    for name in ("riet", "loes"):  # Without a hat, and with one but never there.
        assert "Lindestraat" not in logged_in(world, name).get(url).text
    link = re.search(r'href="([^"]*kennismakingen/nieuw/[^"]*)"', page)
    assert link and "Lindestraat" in marieke.get(link[1].replace("&amp;", "&")).text
    assert count(marieke, url) <= 12

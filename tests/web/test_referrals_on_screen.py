"""Referrals on the screen and by letter: what is sent, what is answered, and that nothing typed is lost."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from nabij.bridge.models import Referral, ReferralStep, Thanks
from nabij.bridge.referring import Said, Words, refer, step, to_hat, to_service
from nabij.bridge.telling import remind, tell
from nabij.directory.models import Service
from nabij.post.models import Letter, Link
from nabij.post.verbs import make_link
from nabij.trust.acting import acting_as, link, office
from nabij.trust.models import Look
from nabij.web.post.mail import NothingToSay, mail_of
from tests.web.asking import count, logged_in
from tests.world import World

WHAT = "Wie leest de aanmaning mee?"


def now():
    return timezone.now()


def soon() -> str:
    return (timezone.localdate() + timedelta(days=7)).isoformat()


def typed(world: World, **more: Any) -> dict[str, Any]:
    said = {"to": f"hat:{world.hats['yusuf'].id}", "what": WHAT, "lived": "Ze maakt de post niet open."}
    return {**said, "known": "Bewind stopte in 2024.", "agreed": "yes", "ground": "Ze zei ja.", **more}


def sent(world: World, **more: Any) -> Referral:
    with world.acting("jan"):
        said = Said(**{"what": WHAT, "ground": "Ze zei ja.", "lived": "De post ligt dicht.", **more})
        return refer(about=world.riet, whom=to_hat(world.hats["yusuf"]), said=said, by=world.jan, at=now())


def hear(at=None) -> None:
    with acting_as(office("reminders")):
        for one in ReferralStep.objects.order_by("id"):
            tell(step_id=one.id, at=at or now())


def test_from_a_story_it_is_sent_and_what_is_missing_loses_nothing(world: World) -> None:
    jan, url = logged_in(world, "jan"), f"/verhalen/{world.riets_story.id}/doorverwijzing/"
    assert f'href="{url}"' in jan.get(f"/verhalen/{world.riets_story.id}/").text
    page = jan.get(url + f"?wie=hat:{world.hats['yusuf'].id}").text
    assert "selected>Yusuf Demir, wijkverpleegkundige" in page and "Zorg delen met één beroepskracht" in page
    for wrong, sentence in (
        ({"what": " "}, "Wat vraag je? Eén zin is genoeg."),
        ({"ground": ""}, "Schrijf hoe die ja zei."),
        ({"to": "hat:0"}, "Wie vraag je? Kies er één."),
        ({"agreed": "perhaps"}, "Kies één antwoord."),
    ):
        answer = jan.post(url, typed(world, **wrong))
        assert answer.status_code == 400 and sentence in answer.text and "Ze maakt de post niet open." in answer.text
    answers: list[Any] = [jan.post(url, typed(world)), jan.post(url, typed(world))]  # Pressed twice.
    with world.acting("jan"):
        made = Referral.objects.get()
    assert [one.headers["Location"] for one in answers] == [f"/doorverwijzingen/{made.id}/"] * 2
    one_url = answers[0].headers["Location"]
    text = jan.get(one_url).text
    assert "Jan Groen vroeg het aan Yusuf Demir, wijkverpleegkundige." in text and "komt er meer" in text
    assert "Het hoeft niet meer" in text and "Ik pak dit op" not in text
    with world.acting("riet"):
        assert not Look.objects.filter(what="referral", who=world.riet.id).exists()
        assert Look.objects.filter(what="referral", who=world.jan.id, about=world.riet.id).exists()
    assert WHAT in logged_in(world, "riet").get("/doorverwijzingen/").text
    assert logged_in(world, "fatima").get(one_url).status_code == 404


def test_it_is_laid_before_whom_it_is_about(world: World) -> None:
    logged_in(world, "jan").post(
        f"/verhalen/{world.riets_story.id}/doorverwijzing/", typed(world, agreed="first", ground="")
    )
    riet, yusuf = logged_in(world, "riet"), logged_in(world, "yusuf")
    assert "Jan Groen wil iets voor je vragen" in riet.get("/").text
    assert WHAT not in yusuf.get("/doorverwijzingen/").text
    with world.acting("riet"):
        key = Referral.objects.get().id
    assert "Ja, stuur het zo" in riet.get(f"/doorverwijzingen/{key}/").text
    assert yusuf.get(f"/doorverwijzingen/{key}/").status_code == 404
    assert riet.post(f"/doorverwijzingen/{key}/", {"state": "requested"}).status_code == 302
    page = yusuf.get(f"/doorverwijzingen/{key}/").text
    assert "Riet Kuiper zei ja. Toen ging het naar Yusuf Demir" in page
    assert "Jan Groen vroeg je iets voor een ander" in yusuf.get("/").text


def test_whoever_is_asked_answers_and_what_is_wrong_stands_at_its_box(world: World) -> None:
    made = sent(world)
    url, yusuf = f"/doorverwijzingen/{made.id}/", logged_in(world, "yusuf")
    half = {"state": "rejected", "code": "geen-plek", "reason": "Er is geen plek."}
    for typed_in, sentence, status in (
        (half, "Wie of wat kan wel helpen?", 400),
        ({"state": "rejected", "alternative": "Het spreekuur"}, "Waarom? Kies een reden", 400),
        ({"state": "accepted"}, "Kies een dag die nog komt", 400),
        ({"state": "accepted", "hears_by": "2020-01-01"}, "Kies een dag die nog komt", 400),
        ({"state": "accepted", "hears_by": "gauw"}, "Deze dag bestaat niet", 400),
        ({"state": "completed", "outcome": "deels"}, "Iemand gaf al een ander antwoord", 409),
        ({"state": "verzonnen"}, "Iemand gaf al een ander antwoord", 409),
    ):
        answer = yusuf.post(url, typed_in)
        assert (answer.status_code, sentence in answer.text) == (status, True), typed_in
    assert "Er is geen plek." in yusuf.post(url, half).text
    assert yusuf.post(url, half | {"alternative": "Het spreekuur."}).status_code == 302
    late = yusuf.post(url, {"state": "accepted", "hears_by": soon()})
    assert late.status_code == 409 and "al afgesloten" in late.text
    jan = logged_in(world, "jan")
    page = jan.get(url).text
    assert "Yusuf Demir kan dit niet doen." in page and "Wat wel kan: Het spreekuur." in page
    onward = jan.get(url + "vervolg/")
    assert onward.status_code == 200 and WHAT in onward.text  # What was sent stands ready; the new one is chosen.
    answer = jan.post(url + "vervolg/", typed(world, to=f"hat:{world.hats['loes'].id}"))
    with world.acting("loes"):
        assert Referral.objects.get().came_from == made.id
    assert "verder gevraagd aan Loes Hartman" in jan.get(url).text and answer.status_code == 302
    assert logged_in(world, "riet").get(url + "vervolg/").status_code == 404


def test_thanks_are_read_by_whom_they_are_for(world: World) -> None:
    made = sent(world)
    with world.acting("yusuf"):
        step(
            referral=made,
            state="accepted",
            by=world.yusuf,
            at=now(),
            words=Words(hears_by=timezone.localdate() + timedelta(days=3)),
        )
    url = f"/doorverwijzingen/{made.id}/"
    jan = logged_in(world, "jan")
    assert jan.post(url + "dank/", {"to": str(world.yusuf.id), "words": ""}).status_code == 400
    assert jan.post(url + "dank/", {"to": str(world.loes.id), "words": "Dank."}).status_code == 400
    assert jan.post(url + "dank/", {"to": str(world.yusuf.id), "words": "Fijn dat je belde."}).status_code == 302
    assert [("Fijn dat je belde." in logged_in(world, one).get(url).text) for one in ("yusuf", "riet")] == [True, False]


@pytest.fixture
def outside(world: World) -> Referral:
    """Jan asks whoever reads the mail of a listing."""
    with acting_as(office("beheer")):
        service = Service.objects.create(name="Eettafel Oost", status="active", email="info@eettafel.example")
        Service.objects.create(name="Zonder mail", status="active")
    page = logged_in(world, "jan").get(f"/verhalen/{world.riets_story.id}/doorverwijzing/?wie=service:{service.id}")
    assert "Buiten Nabij" in page.text and "Eettafel Oost" in page.text
    with world.acting("jan"):
        whom = to_service(service, by=world.jan, at=now())
        return refer(about=world.riet, whom=whom, said=Said(what=WHAT, ground="Ja."), by=world.jan, at=now())


def newest_letter() -> Letter:
    with acting_as(office("post")):
        return Letter.objects.filter(kind="question").select_related("reader", "writer").latest("written_at")


def token_of(letter: Letter) -> str:
    with acting_as(office("post")):
        return make_link(letter=letter, expires=letter.expires)


def test_whoever_is_outside_answers_by_letter_once(world: World, outside: Referral) -> None:
    hear()
    letter = newest_letter()
    with acting_as(office("post")):
        mail = mail_of(letter, at=now())
    assert "aanmaning" not in mail.text + mail.html + mail.subject and "Riet" not in mail.text + mail.subject
    address, client = f"/brief/{token_of(letter)}/", Client()
    assert WHAT in client.get(address).text
    accept = {"state": "accepted", "hears_by": soon()}
    assert client.post(address, {"state": "accepted"}).status_code == 422
    assert client.post(address, {"state": "cancelled", "code": "anders", "reason": "x"}).status_code == 409
    assert client.post(address, accept).status_code == 302
    again = [Client().post(address, accept), client.post(address, {"state": "failed", "code": "anders", "reason": "x"})]
    assert [one.status_code for one in again] == [409, 409] and "is al geantwoord" in again[1].text
    with world.acting("jan"):
        assert list(outside.steps.order_by("number").values_list("state", "by_link")) == [
            ("draft", False), ("requested", False), ("accepted", True)
        ]  # fmt: skip
    hear(at=now() + timedelta(seconds=5))
    further = f"/brief/{token_of(newest_letter())}/"
    assert further != address
    assert client.post(further, {"state": "completed", "outcome": "hulp-gekregen"}).status_code == 302
    with acting_as(office("post")), pytest.raises(NothingToSay):
        mail_of(newest_letter(), at=now())
    assert "Eettafel Oost zegt: het is klaar." in logged_in(world, "jan").get(f"/doorverwijzingen/{outside.id}/").text
    other = sent(world)
    with acting_as(office("door")):
        reader = Link.objects.of_token(address.split("/")[2]).get().reader_id
    for reach, seen in ((outside.id, 1), (other.id, 0)):
        with acting_as(link(reader=reader, reach=reach)):
            assert (Referral.objects.count(), ReferralStep.objects.exists()) == (seen, bool(seen))


def test_a_link_that_two_people_press_at_once_is_one_answer(world: World, outside: Referral) -> None:
    """Two letters to the same mailbox: whoever presses second is told that it has an answer."""
    hear()
    late = now() + timedelta(days=8)
    with acting_as(office("reminders")):
        assert remind(at=late) == 1
    with acting_as(office("post")):
        letters = list(Letter.objects.filter(kind="question").order_by("written_at"))
    first, second = (f"/brief/{token_of(one)}/" for one in letters)
    refuse = {"state": "rejected", "code": "past-niet", "reason": "Niet ons werk.", "alternative": "Het wijkteam."}
    answers = [Client().post(first, refuse), Client().post(second, refuse)]
    assert [one.status_code for one in answers] == [302, 409] and "al afgesloten" in answers[1].text
    with world.acting("jan"):
        assert outside.steps.count() == 3


def test_however_many_there_are_a_page_asks_as_often(world: World) -> None:
    asked = {}
    for many in (2, 6):
        for number in range(many):
            sent(world, what=f"{WHAT} {many}-{number}")
        for name in ("jan", "yusuf"):
            client = logged_in(world, name)
            asked[many, name] = (count(client, "/doorverwijzingen/"), count(client, "/"))
    assert asked[2, "jan"] == asked[6, "jan"] and asked[2, "yusuf"] == asked[6, "yusuf"]
    assert max(asked[6, "yusuf"]) <= 24
    with world.acting("jan"):
        one = Referral.objects.all()[0]
        assert not Thanks.objects.exists()
    assert count(logged_in(world, "yusuf"), f"/doorverwijzingen/{one.id}/") <= 14

"""The invitation in a mail: what it says and does not say, who may say yes, and a link used, late or altered."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from nabij.moments.network import add
from nabij.moments.verbs import note
from nabij.people.models import Account, Person
from nabij.people.own import be_reached
from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Invitation, InvitationEnd, Membership
from nabij.web.post.jobs import send_letter
from tests.conftest import owner
from tests.web.asking import log_in, logged_in
from tests.web.inviting import ROB, ask_rob, link_in_mail, page_of, text_of


def account_of(address: str) -> Account:
    with acting_as(office("door")):
        return Account.objects.select_related("person").get(email=address)


def test_the_mail_names_who_invites_and_nothing_of_the_story(world):
    ask_rob(world)
    sent = mail.outbox[-1]
    assert sent.to == [ROB["address"]]
    assert sent.subject == "Marieke Bos nodigt je uit"
    words = sent.message().as_string() + sent.body
    assert "wijkwerker" in words
    for untold in ("Riet", "Kuiper", "verhaal", "Wheermolen", "Fatima", "Jan"):
        assert untold not in words
    page = text_of(Client().get(link_in_mail_of(sent)))
    assert "Marieke Bos" in page
    for untold in ("Riet", "Fatima", "Jan Groen"):
        assert untold not in page


def link_in_mail_of(sent) -> str:
    found = re.search(r"(/uitnodiging/[\w-]+/)", sent.body)
    assert found
    return found[1]


def test_somebody_new_says_yes_logs_in_and_does_not_read_the_past(world):
    with world.acting("marieke"):
        long_ago = timezone.now() - timedelta(days=30)
        note(line="Van lang geleden.", circle=world.riets_story.circle, by=world.marieke, at=long_ago)
    url, client = ask_rob(world), Client()
    looked = client.get(url)
    assert looked.status_code == 200
    assert looked.headers["Referrer-Policy"] == "same-origin"
    assert looked.headers["X-Robots-Tag"] == "noindex"
    with world.acting("riet"):
        assert not InvitationEnd.objects.exists(), "looking is no answer"
    said = client.post(url, {"answer": "yes"})
    assert said.headers["Location"].startswith("/inloggen/?next=/kringen/")
    rob = account_of(ROB["address"])
    assert rob.person.name == "Rob Visser"
    log_in(client, rob)
    text = text_of(client.get(f"/verhalen/{world.riets_story.id}/"))
    assert "Riet Kuiper" in text
    assert "Van lang geleden." not in text
    assert "Rob Visser" in text_of(logged_in(world, "riet").get(page_of(world)))


@pytest.mark.parametrize(
    ("answer", "said"),
    [("yes", "Rob Visser zegt ja op je uitnodiging."), ("no", "Rob Visser doet dit keer niet mee.")],
)
def test_who_invited_hears_the_answer_and_where_to_read_it(world, answer, said):
    Client().post(ask_rob(world), {"answer": answer})
    with acting_as(office("post")):
        news = Letter.objects.get(kind="news", reader=world.marieke)
    send_letter(letter=str(news.id))
    sent = mail.outbox[-1]
    page = str(sent.alternatives[0][0])
    assert sent.to == ["marieke@voorbeeld.example"]
    assert said in sent.body
    where = re.search(r"als je bent ingelogd:\n(\S+)\n", sent.body)
    assert where, "a page is named, and something stands after the colon"
    assert f'href="{where[1]}"' in page
    assert logged_in(world, "marieke").get(urlsplit(where[1]).path).status_code == 200


def test_a_no_makes_no_log_in(world):
    assert Client().post(ask_rob(world), {"answer": "no"}).status_code == 200
    with world.acting("marieke"):
        assert InvitationEnd.objects.get().kind == "declined"
    with acting_as(office("door")):
        assert not Account.objects.filter(email=ROB["address"]).exists()


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]):
    return capsys


def test_a_link_that_is_used_late_or_altered_gets_a_sentence_each(world, logged):
    url, client = ask_rob(world), Client()
    assert client.post(url, {"answer": "yes"}).status_code == 302
    for again in (Client().get(url), Client().post(url, {"answer": "yes"}), Client().post(url, {"answer": "no"})):
        assert again.status_code == 409
        assert "al geantwoord" in text_of(again)
        assert 'href="/inloggen/"' in text_of(again), "whoever said yes finds the way in"
    inside = text_of(logged_in(world, "kim").get(url))
    assert "Naar Vandaag" in inside
    assert 'href="/inloggen/"' not in inside
    altered = Client().get(url[:-4] + ("aaa/" if url[-4:] != "aaa/" else "bbb/"))
    assert altered.status_code == 404
    assert "Deze brief kennen we niet" in text_of(altered)
    late = ask_rob(world, name="Els", address="els@huis.example")
    with owner():
        Invitation.objects.filter(name="Els").update(
            at=timezone.now() - timedelta(days=9), expires=timezone.now() - timedelta(days=2)
        )
    over = Client().get(late)
    assert over.status_code == 410
    assert "niet meer open" in text_of(over)
    assert Client().post(late, {"answer": "yes"}).status_code == 410
    printed = logged.readouterr().out
    assert "invitation_refused" in printed
    for private in ("rob@huis", "Rob", "Els", url.split("/")[2]):
        assert private not in printed.replace("invitation_refused", "")


def test_who_has_a_login_must_be_logged_in_as_themselves(world):
    yes = {"answer": "yes"}
    url = ask_rob(world, name="Joesoef", address="yusuf@voorbeeld.example")
    assert "Je hebt hier al een account." in text_of(Client().get(url))
    assert Client().post(url, yes).headers["Location"].startswith("/inloggen/")
    other = logged_in(world, "kim")
    for refused in (other.get(url), other.post(url, yes)):
        assert refused.status_code == 403
        assert "voor iemand anders" in text_of(refused)
    assert logged_in(world, "kim").get(page_of(world)).status_code == 404
    own = logged_in(world, "yusuf")
    assert own.post(url, yes).headers["Location"] == page_of(world)
    assert own.get(page_of(world)).status_code == 200


def test_a_forwarded_link_for_somebody_new_lets_no_other_login_in(world):
    url = ask_rob(world)
    assert logged_in(world, "kim").post(url, {"answer": "yes"}).status_code == 403
    assert Client().post(url, {"answer": "yes"}).status_code == 302, "and nothing was lost"


def test_an_open_invitation_stands_on_the_page_and_is_taken_back(world):
    url = ask_rob(world)
    for name in ("riet", "jan", "marieke"):
        text = text_of(logged_in(world, name).get(page_of(world)))
        assert "Rob Visser" in text
        assert ROB["address"] not in text
        assert ("Trek de uitnodiging in" in text) is (name != "jan")
    with world.acting("marieke"):
        back = f"/uitnodigingen/{Invitation.objects.get().id}/intrekking/"
    assert logged_in(world, "loes").post(back).status_code == 404
    assert logged_in(world, "riet").post(back).status_code == 302
    assert Client().get(url).status_code == 410
    assert "Rob Visser" not in text_of(logged_in(world, "jan").get(page_of(world)))


def test_what_is_wrong_keeps_what_was_typed(world):
    client, url = logged_in(world, "marieke"), page_of(world) + "uitnodigingen/"
    for wrong, said in (
        ({"address": "rob"}, "Dit is geen mailadres."),
        ({"name": ""}, "Vul een naam in."),
        ({"last": "2020-01-01"}, "Die dag is al voorbij."),
    ):
        answer = client.post(url, ROB | wrong)
        assert answer.status_code == 400
        assert said in text_of(answer)
        kept = {**ROB, **wrong}
        assert all(value in text_of(answer) for value in kept.values())
    ask_rob(world)
    assert "Er staat al een uitnodiging open" in text_of(client.post(url, ROB))
    assert logged_in(world, "loes").post(url, ROB).status_code == 404


def test_a_resident_gets_a_login_by_letter(world):
    with owner():
        Account.objects.filter(person=world.riet).delete()
    with world.acting("marieke"):
        seat = Membership.objects.get(person=world.riet, circle=world.riets_story.circle)
    url = f"/lidmaatschappen/{seat.id}/inlog/"
    refused = logged_in(world, "jan").post(url, {"address": "jan@elders.example"})
    assert refused.status_code == 400
    assert "door iemand anders genoteerd" in text_of(refused)
    assert logged_in(world, "marieke").post(url, {"address": "riet@huis.example"}).status_code == 302
    client = Client()
    assert client.post(link_in_mail(), {"answer": "yes"}).status_code == 302
    account = account_of("riet@huis.example")
    assert account.person == world.riet
    log_in(client, account)
    assert "Jouw verhaal" in text_of(client.get(f"/verhalen/{world.riets_story.id}/"))
    with world.acting("riet"):
        assert Membership.objects.filter(person=world.riet, circle=world.riets_story.circle).count() == 1


def test_nothing_is_made_by_asking_alone(world):
    ask_rob(world)
    with acting_as(office("door")):
        assert not Account.objects.filter(email=ROB["address"]).exists()
        rob = Person.objects.get(name="Rob Visser")
    with world.acting("riet"):
        assert not Membership.objects.filter(person=rob).exists()


def test_whom_one_noted_before_is_asked_in_and_not_noted_twice(world):
    now = timezone.now()
    with world.acting("marieke"):
        tie = {"kind": "friend", "ring": 2, "owner": world.riet}
        els = add(circle=world.riets_story.circle, name="Els", by=world.marieke, at=now, **tie).other
    assert els
    url = page_of(world) + "uitnodigingen/"
    assert "nee, iemand anders" not in text_of(logged_in(world, "jan").get(url)), "Jan did not note her"
    client = logged_in(world, "marieke")
    assert ">Els<" in text_of(client.get(url))
    assert client.post(url, {"who": str(els.id), "name": "", "address": "els@huis.example"}).status_code == 302
    assert Client().post(link_in_mail(), {"answer": "yes"}).status_code == 302
    assert account_of("els@huis.example").person == els
    refused = logged_in(world, "jan").post(url, {"who": str(els.id), "name": "", "address": "els@jan.example"})
    assert refused.status_code == 400


def test_nobody_is_asked_in_who_is_here_already_as_far_as_whoever_asks_can_know(world):
    """Fatima knows her own address and the names of who reads; the address somebody logs in with she does not."""
    with world.acting("marieke"):
        be_reached(by=world.marieke, kind="mail", value="bos@wijkteam.example")
    client, url = logged_in(world, "fatima"), page_of(world) + "uitnodigingen/"
    for typed, said in (
        ({"address": "Fatima@voorbeeld.example"}, "Dat ben je zelf. Jij leest hier al mee."),
        ({"address": "Bos@wijkteam.example"}, "Marieke leest hier al mee."),
        ({"name": " marieke  bos"}, "Marieke leest hier al mee."),
        ({"name": world.fatima.name}, "Dat ben je zelf. Jij leest hier al mee."),
    ):
        refused = client.post(url, ROB | typed)
        assert refused.status_code == 400
        assert said in text_of(refused), typed
        assert typed.get("address", ROB["address"]) in text_of(refused), "what was typed is kept"
    with world.acting("fatima"):
        assert not Invitation.objects.exists()
    assert client.post(url, ROB).status_code == 302
    closed = client.post(url, ROB | {"name": "Joesoef", "address": "marieke@voorbeeld.example"})
    assert closed.status_code == 302, "what she cannot see she does not learn by trying"

"""A mail of the door goes out by the worker, once, and is to be read nowhere on its way."""

import json
import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from nabij.post.envelopes import DoorMail, Envelope, Torn, hand_over, opened, tell_changed
from nabij.trust.acting import acting_as, administrator, office
from nabij.trust.administering import appoint
from nabij.web.post.closed import CHANGES
from nabij.web.post.jobs import send_envelope, send_waiting_envelopes
from tests.conftest import owner
from tests.mailbox import delivered
from tests.world import World

pytestmark = pytest.mark.django_db
CODE, ADDRESS = "ABCD-EFGH", "riet@voorbeeld.example"
TEN = timedelta(minutes=10)


def a_code(*, language: str = "nl", lives: timedelta = TEN) -> str:
    with acting_as(office("door")):
        one = DoorMail("code", ADDRESS, language, {"code": CODE})
        return str(hand_over(mail=one, at=timezone.now(), lives=lives).id)


def waiting() -> int:
    with owner():
        return Envelope.objects.count()


def fail_with(monkeypatch: pytest.MonkeyPatch, trouble: Exception) -> None:
    def send(self, messages):
        raise trouble

    monkeypatch.setattr(EmailBackend, "send_messages", send)


def test_it_is_sent_once_and_then_it_is_gone() -> None:
    one = a_code()
    send_envelope(envelope=one)
    send_envelope(envelope=one)
    send_waiting_envelopes(timestamp=0)
    (sent,) = mail.outbox
    assert (sent.to, sent.subject) == ([ADDRESS], "Je code voor Nabij")
    assert f"\n    {CODE}\n" in str(sent.body)
    assert waiting() == 0


def test_neither_the_code_nor_the_address_is_to_be_read_in_the_database() -> None:
    one = a_code()
    with owner(), connection.cursor() as cursor:
        cursor.execute("select args::text from procrastinate_jobs where task_name = 'send_envelope'")
        assert [json.loads(args) for (args,) in cursor.fetchall()] == [{"envelope": one}]
        cursor.execute("select encode(closed, 'escape') from post_envelope")
        ((closed,),) = cursor.fetchall()
    assert CODE not in closed
    assert "riet" not in closed


def test_an_envelope_that_somebody_changed_is_thrown_away_unsent(settings) -> None:
    one = a_code()
    with owner():
        kept = Envelope.objects.get()
        Envelope.objects.update(closed=bytes(kept.closed)[:-2] + b"AA")
        with pytest.raises(Torn):
            opened(Envelope.objects.get())
    send_envelope(envelope=one)
    other = a_code()
    settings.SECRET_KEY = "een ander geheim"
    with pytest.raises(Torn):
        opened(kept)
    assert waiting() == 1 and other
    assert not mail.outbox


def test_a_mail_server_in_trouble_is_tried_again_while_the_code_works(monkeypatch: pytest.MonkeyPatch) -> None:
    one = a_code()
    fail_with(monkeypatch, ConnectionRefusedError())
    with pytest.raises(ConnectionRefusedError):
        send_envelope(envelope=one)
    send_waiting_envelopes(timestamp=0)
    assert waiting() == 1
    monkeypatch.undo()
    assert len(delivered()) == 1


def test_a_code_that_is_over_is_not_sent_any_more() -> None:
    one = a_code(lives=timedelta(seconds=-1))
    send_envelope(envelope=one)
    assert waiting() == 1
    send_waiting_envelopes(timestamp=0)
    assert waiting() == 0
    assert not mail.outbox


def test_an_address_that_is_refused_is_not_tried_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    one = a_code()
    fail_with(monkeypatch, smtplib.SMTPRecipientsRefused({ADDRESS: (550, b"unknown")}))
    send_envelope(envelope=one)
    assert waiting() == 0


def test_what_is_rolled_back_mails_nothing() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        a_code()
        raise ZeroDivisionError
    assert waiting() == 0
    with owner(), connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_jobs where task_name = 'send_envelope'")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("what", CHANGES)
def test_each_change_is_told_in_both_languages_without_a_secret(what: str) -> None:
    for language, word in (("nl", "Dag,"), ("en", "Hello,")):
        with acting_as(office("door")):
            tell_changed(to=ADDRESS, language=language, what=what, at=timezone.now(), provider="Gemeente")
        sent = delivered()[-1]
        assert str(sent.body).startswith(word)
        assert "None" not in str(sent.body) and "%(" not in str(sent.body)
    assert mail.outbox[0].subject == "Er is iets veranderd aan hoe je inlogt"
    assert mail.outbox[0].body != mail.outbox[1].body


def test_the_door_hands_over_and_the_post_opens_and_nobody_else_does_either(world: World) -> None:
    with acting_as(office("beheer")):
        appoint(person=world.loes, by=None, at=timezone.now())
    for who in (office("door"), office("beheer"), office("reminders"), administrator(world.loes.id)):
        with acting_as(who):
            tell_changed(to=ADDRESS, language="nl", what="mail_old", at=timezone.now())
            assert not Envelope.objects.exists()
    with acting_as(office("post")):
        assert Envelope.objects.count() == 4
    with acting_as(office("bewaren")):
        assert Envelope.objects.count() == 4
        assert Envelope.objects.all().delete()[0] == 0, "what is not over stays"
    a_code(lives=timedelta(seconds=-1))
    with acting_as(office("bewaren")):
        assert Envelope.objects.all().delete()[0] == 1
    for who in (office("logs"), office("bewaren"), administrator(world.kim.id)):
        with pytest.raises(DatabaseError), acting_as(who):
            tell_changed(to=ADDRESS, language="nl", what="mail_old", at=timezone.now())
    with pytest.raises(DatabaseError), world.acting("marieke"):
        Envelope.objects.exists()

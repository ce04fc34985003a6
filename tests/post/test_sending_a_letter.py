"""A letter goes out once, in the reader's language; what could not go says why."""

import re
import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from nabij.people.models import Account, WayToReach
from nabij.people.verbs import note_person
from nabij.post.models import Letter, Link, Sending, hash_of
from nabij.stories.verbs import answer, ask
from nabij.trust.acting import acting_as, office
from nabij.web.post.jobs import send_due_letters, send_letter
from tests.conftest import owner
from tests.post.asking import WORDS, ask_jan, asked_of, tomorrow


def html_of(sent: mail.EmailMessage) -> str:
    assert isinstance(sent, mail.EmailMultiAlternatives)
    return str(sent.alternatives[0][0])


def sendings() -> list[str]:
    with acting_as(office("post")):
        return list(Sending.objects.values_list("problem", flat=True))


def fail_with(monkeypatch: pytest.MonkeyPatch, trouble: Exception) -> None:
    def send(self, messages):
        raise trouble

    monkeypatch.setattr(EmailBackend, "send_messages", send)


def test_a_question_says_who_asks_what_and_when(world):
    send_letter(letter=str(ask_jan(world).id))
    (sent,) = mail.outbox
    assert sent.to == ["jan@voorbeeld.example"]
    for body in (sent.body, html_of(sent)):
        assert "Marieke Bos" in body
        assert "wijkwerker" in body
        assert WORDS in body
        assert "een halfuur meelopen" in body
        assert f"{tomorrow().day} " in body
    assert sendings() == [""]


def test_the_subject_tells_nothing_that_was_confided(world):
    send_letter(letter=str(ask_jan(world, words="Riet\nSubject: huurschuld").id))
    assert mail.outbox[0].subject == "Marieke Bos vraagt je iets"


def test_the_link_in_it_is_kept_nowhere_else(world):
    letter = ask_jan(world)
    send_letter(letter=str(letter.id))
    (token,) = set(re.findall(r"/brief/([\w-]+)/", mail.outbox[0].body))
    with owner():
        link = Link.objects.get(letter=letter)
    assert bytes(link.token_hash) == hash_of(token)
    assert link.expires == letter.expires
    assert token in html_of(mail.outbox[0])


def test_it_is_sent_once(world):
    letter = str(ask_jan(world).id)
    send_letter(letter=letter)
    send_letter(letter=letter)
    send_due_letters(timestamp=0)
    assert len(mail.outbox) == 1


def test_it_is_written_in_the_readers_language(world):
    with owner():
        Account.objects.filter(person=world.jan).update(language="en")
    send_letter(letter=str(ask_jan(world).id))
    assert mail.outbox[0].subject == "Marieke Bos asks you something"
    assert 'lang="en"' in html_of(mail.outbox[0])


def test_words_with_html_stay_words(world):
    send_letter(letter=str(ask_jan(world, words="<b>Kom</b> & loop mee").id))
    assert "<b>Kom</b> & loop mee" in mail.outbox[0].body
    assert "&lt;b&gt;Kom&lt;/b&gt; &amp; loop mee" in html_of(mail.outbox[0])


def ask_somebody(world, *, mail_address: str = "", only_for: bool = False) -> str:
    with world.acting("marieke"):
        henk = note_person(name="Henk Schouten", by=world.marieke, at=timezone.now())
        if mail_address:
            WayToReach.objects.create(
                person=henk,
                kind="mail",
                value=mail_address,
                noted_by=world.marieke,
                only_for=world.marieke if only_for else None,
            )
        asked = ask(
            who=henk,
            circle=world.riets_story.circle,
            what="rijden",
            by=world.marieke,
            at=timezone.now(),
            words="Rij je?",
        )
        return str(Letter.objects.get(about_id=asked.id).id)


def test_without_a_login_it_goes_to_the_address_that_is_shared(world):
    send_letter(letter=ask_somebody(world, mail_address="henk@voorbeeld.example"))
    assert mail.outbox[0].to == ["henk@voorbeeld.example"]


def test_an_address_given_to_one_alone_is_not_used(world):
    send_letter(letter=ask_somebody(world, mail_address="henk@voorbeeld.example", only_for=True))
    assert not mail.outbox
    assert sendings() == ["We hebben geen mailadres van Henk Schouten. Bel, of vraag het zelf."]


def test_whoever_asked_sees_that_there_is_no_address(world):
    letter = ask_somebody(world)
    send_letter(letter=letter)
    with world.acting("marieke"):
        assert Sending.objects.get(letter_id=letter).problem.startswith("We hebben geen mailadres")
    with world.acting("kim"):
        assert not Sending.objects.exists()


def test_an_address_that_is_no_address_is_a_sentence_and_no_mail(world):
    send_letter(letter=ask_somebody(world, mail_address="henk.voorbeeld.example"))
    assert not mail.outbox
    assert sendings() == ["Het mailadres van Henk Schouten werkt niet. Bel, of vraag het zelf."]


def test_an_address_that_is_refused_is_a_sentence_too(world, monkeypatch):
    fail_with(monkeypatch, smtplib.SMTPRecipientsRefused({"jan@voorbeeld.example": (550, b"unknown")}))
    send_letter(letter=str(ask_jan(world).id))
    assert sendings() == ["Het mailadres van Jan Groen werkt niet. Bel, of vraag het zelf."]
    with owner():
        assert not Link.objects.exists(), "a link that nobody was sent is not kept"


def test_a_mail_server_in_trouble_is_tried_again(world, monkeypatch):
    letter = str(ask_jan(world).id)
    fail_with(monkeypatch, ConnectionRefusedError())
    with pytest.raises(ConnectionRefusedError):
        send_letter(letter=letter)
    send_due_letters(timestamp=0)
    assert sendings() == []
    monkeypatch.undo()
    send_due_letters(timestamp=0)
    assert sendings() == [""]
    assert len(mail.outbox) == 1


def test_after_two_days_of_trouble_whoever_asked_hears_it(world, monkeypatch):
    letter = ask_jan(world)
    with owner():
        Letter.objects.filter(id=letter.id).update(due=timezone.now() - timedelta(days=3))
    fail_with(monkeypatch, ConnectionRefusedError())
    send_due_letters(timestamp=0)
    assert sendings() == ["De mail aan Jan Groen kwam twee dagen lang niet weg. Bel, of vraag het zelf."]


def test_a_letter_waits_for_its_day(world):
    letter = ask_jan(world)
    with owner():
        Letter.objects.filter(id=letter.id).update(due=timezone.now() + timedelta(hours=1))
    send_due_letters(timestamp=0)
    assert not mail.outbox
    with owner():
        Letter.objects.filter(id=letter.id).update(due=timezone.now())
    send_due_letters(timestamp=0)
    assert len(mail.outbox) == 1


def test_what_was_answered_meanwhile_is_not_asked_again(world):
    letter = ask_jan(world)
    with world.acting("jan"):
        answer(promise=asked_of(letter), kind="yes", by=world.jan, at=timezone.now())
    send_letter(letter=str(letter.id))
    assert not mail.outbox
    assert sendings() == ["Er was al antwoord. De brief is niet verstuurd."]


def test_a_question_that_came_too_late_is_not_sent(world):
    letter = ask_jan(world)
    with owner():
        Letter.objects.filter(id=letter.id).update(expires=timezone.now())
    send_letter(letter=str(letter.id))
    assert not mail.outbox
    assert sendings() == ["De brief kwam te laat om nog te antwoorden. Hij is niet verstuurd."]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("yes", "Jan zegt ja op je vraag."),
        ("no", "Jan kan dit keer niet."),
        ("other_day", "Jan stelt een andere dag voor."),
    ],
)
def test_whoever_asked_hears_the_answer_and_nothing_of_the_question(world, kind, said):
    letter = ask_jan(world)
    with world.acting("jan"):
        answer(promise=asked_of(letter), kind=kind, by=world.jan, at=timezone.now(), day=tomorrow(), words="zeg: huur")
        news = Letter.objects.get(kind="news")
    send_letter(letter=str(news.id))
    (sent,) = mail.outbox
    assert sent.to == ["marieke@voorbeeld.example"]
    assert said in sent.body
    for secret in (WORDS, "meelopen", "huur", "Riet"):
        assert secret not in f"{sent.body} {sent.subject} {html_of(sent)}"

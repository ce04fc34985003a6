"""Letters go as their reader wants: at once, gathered, not at night, or not; but for what always goes."""

from datetime import date, datetime, time, timedelta
from email import message_from_bytes
from email.policy import default
from uuid import UUID

import pytest
from django.core import mail
from django.db import DatabaseError, transaction
from django.test import Client
from django.utils import timezone

from nabij.bridge.around import Mailed
from nabij.moments.verbs import ComeBack, draw_tie, note
from nabij.people.models import Account, Person, WayToReach
from nabij.people.verbs import note_person
from nabij.post.models import Letter, Preference, Sending
from nabij.post.preferences import wish_of
from nabij.post.preferring import HoursUnclear, prefer, say_by_link
from nabij.post.stopping import letter_of_token, stop_token
from nabij.post.verbs import write
from nabij.stories import due
from nabij.stories.verbs import answer, ask, promise
from nabij.trust.acting import acting_as, link, office
from nabij.web.post.jobs import send_gathered_letters
from nabij.web.post.sending import send, send_gathered
from tests.conftest import owner
from tests.post.asking import WORDS, ask_jan, asked_of
from tests.web.asking import logged_in
from tests.world import World

pytestmark = pytest.mark.django_db
NIGHT = (time(21), time(8))
MONDAY = date(2027, 1, 11)  # In winter, a while from now: what is asked still runs.


def at(day: int, clock: str) -> datetime:
    """So many days after that Monday, at a local hour."""
    hour, minute = clock.split(":")
    return timezone.make_aware(datetime.combine(MONDAY + timedelta(days=day), time(int(hour), int(minute))))


def choose(world: World, name: str, pace: str, *, quiet: tuple[time | None, time | None] = (None, None)) -> None:
    with world.acting(name):
        prefer(by=world.people[name], pace=pace, quiet=quiet, language="nl", at=timezone.now())


def go_round(when: datetime) -> int:
    """What the worker does each minute; returns how many mails went."""
    before = len(mail.outbox)
    with acting_as(office("post")):
        for one in Letter.objects.to_send(at=when):
            send(letter=one.id, at=when)
        for reader in set(Letter.objects.to_gather(at=when).order_by().values_list("reader", flat=True)):
            send_gathered(reader=reader, at=when)
    return len(mail.outbox) - before


def asked_at(world: World, when: datetime) -> Letter:
    """Marieke asks Jan; the letter is due then, and can still be answered."""
    letter = ask_jan(world)
    with owner():
        Letter.objects.filter(id=letter.id).update(due=when, written_at=when, expires=when + timedelta(days=7))
    return letter


def how(letter: Letter) -> list[tuple[str, str]]:
    with acting_as(office("post")):
        return list(Sending.objects.filter(letter=letter).values_list("how", "problem"))


def notice(world: World, about: str, when: datetime, *, kind: str = "notice") -> Letter:
    with world.acting("marieke"):
        return write(
            kind=kind,
            reader=world.jan,
            writer=world.marieke,
            about_kind=about,
            about_id=UUID(int=7),
            circle=None,
            at=when,
        )


def test_a_letter_of_the_evening_goes_in_the_morning_and_danger_goes_at_night(world: World, settings) -> None:
    settings.QUIET_HOURS = NIGHT
    asked_at(world, at(0, "21:00"))
    assert [go_round(at(0, clock)) for clock in ("21:00", "23:59")] == [0, 0]
    notice(world, "glass_broken", at(1, "03:00"))
    notice(world, "seal_due", at(1, "03:00"))
    assert go_round(at(1, "03:00")) == 1
    assert [go_round(at(1, clock)) for clock in ("07:59", "08:00", "08:01")] == [0, 2, 0]


def test_quiet_hours_are_ones_own_by_day_too_or_none(world: World, settings) -> None:
    settings.QUIET_HOURS = NIGHT
    choose(world, "jan", "at_once", quiet=(time(12), time(14)))
    asked_at(world, at(0, "12:00"))
    assert [go_round(at(0, clock)) for clock in ("12:00", "13:59", "14:00")] == [0, 0, 1]
    choose(world, "jan", "at_once")
    asked_at(world, at(1, "03:00"))
    assert go_round(at(1, "03:00")) == 1
    with world.acting("jan"), pytest.raises(HoursUnclear):
        prefer(by=world.jan, pace="at_once", quiet=(time(9), None), language="nl", at=timezone.now())


def test_a_week_comes_as_one_mail_with_counts_and_without_names(world: World) -> None:
    choose(world, "jan", "weekly")
    for day in (0, 2, 6):
        letters = [asked_at(world, at(day, "10:00"))]
        notice(world, "seal_due", at(day, "11:00"))
        assert go_round(at(day, "12:00")) == 0
    with world.acting("jan"):
        answer(promise=asked_of(letters[0]), kind="yes", by=world.jan, at=timezone.now())
    assert go_round(at(6, "23:00")) == 1, "Marieke hears the answer"
    assert [go_round(at(7, clock)) for clock in ("07:59", "08:00", "08:01")] == [0, 1, 0]
    sent = mail.outbox[-1]
    assert sent.to == ["jan@voorbeeld.example"]
    assert sent.subject == "Wat er op je wacht"
    assert "Er is je 2 keer iets gevraagd." in sent.body, "and not what was answered meanwhile"
    assert "Er wachten 3 dingen op je." in sent.body
    for secret in ("Marieke", "Riet", WORDS, "meelopen", "/brief/"):
        assert secret not in f"{sent.subject} {sent.body} {sent.alternatives[0][0]}"  # type: ignore[attr-defined]
    assert how(letters[0]) == [("digest", "")]


def test_a_day_comes_as_one_mail_and_a_choice_holds_for_what_waits_already(world: World) -> None:
    choose(world, "jan", "daily")
    asked_at(world, at(0, "08:01"))
    assert [go_round(at(0, "23:00")), go_round(at(1, "08:00"))] == [0, 1]
    asked_at(world, at(1, "09:00"))
    assert go_round(at(1, "09:00")) == 0
    choose(world, "jan", "at_once")
    assert go_round(at(1, "09:01")) == 1


def test_who_wants_no_mail_gets_only_what_always_goes(world: World) -> None:
    choose(world, "jan", "none")
    now = timezone.now()
    asked, danger = ask_jan(world), notice(world, "glass_broken", now)
    assert go_round(timezone.now()) == 1
    assert (how(asked), how(danger)) == ([("today", "")], [("mail", "")])
    assert "List-Unsubscribe" not in mail.outbox[-1].extra_headers
    always = {kind: Letter(kind=kind, about_kind=about).always for kind, about in ALWAYS_SENT}
    assert all(always.values()), always
    assert not Letter(kind="news", about_kind="promise").always
    page = logged_in(world, "jan").get("/")
    assert "Marieke vraagt je iets." in page.content.decode(), "it stands on Today"


ALWAYS_SENT = [("welcome", "account"), ("invitation", "invitation"), ("news", "request"), ("notice", "glass_told")]


def test_what_a_mail_server_in_trouble_does_not_take_waits(world: World, monkeypatch) -> None:
    choose(world, "jan", "daily")
    letter = asked_at(world, timezone.now() - timedelta(days=2))

    def refuse(self, messages):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    send_gathered_letters(timestamp=0)
    assert how(letter) == [], "it waits on"
    monkeypatch.undo()
    send_gathered_letters(timestamp=0)
    assert how(letter) == [("digest", "")]


@pytest.mark.parametrize(("pace", "written", "kept"), [("daily", 2, True), ("daily", 4, False), ("weekly", 17, False)])
def test_what_it_never_takes_is_given_up_after_two_days_and_stands_on_today(
    world: World, monkeypatch, pace: str, written: int, kept: bool
) -> None:
    choose(world, "jan", pace)
    letter = asked_at(world, timezone.now() - timedelta(days=written))

    def refuse(self, messages):
        raise ConnectionRefusedError

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    send_gathered_letters(timestamp=0)
    problem = "De mail aan Jan Groen kwam twee dagen lang niet weg. Bel, of vraag het zelf."
    assert how(letter) == ([] if kept else [("given_up", problem)])
    monkeypatch.undo()
    send_gathered_letters(timestamp=0)
    assert len(how(letter)) == 1 and how(letter)[0][0] == ("digest" if kept else "given_up"), "it is not tried again"
    page = logged_in(world, "jan").get("/").content.decode()
    assert ("Mail kwam niet weg" in page) is (not kept and pace == "daily"), "for two weeks"
    assert "Mail kwam niet weg" not in logged_in(world, "marieke").get("/").content.decode()


# -- Stopping ----------------------------------------------------------------------------------------------------------


def sent_to(world: World, letter: Letter) -> tuple[mail.EmailMessage, str]:
    with acting_as(office("post")):
        send(letter=letter.id, at=timezone.now())
    sent = mail.outbox[-1]
    headers = message_from_bytes(sent.message().as_bytes(), policy=default)
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = headers["List-Unsubscribe"].strip()
    assert address.startswith("<") and address.endswith(">")
    assert address[1:-1] in str(sent.body)
    return sent, "/" + address[1:-1].split("/", 3)[3]


def henk(world: World, *, what: str = "Rijden") -> Letter:
    """Marieke asks somebody who cannot log in; of the second time on somebody she knows."""
    with world.acting("marieke"):
        person = world.people.get("henk")
        if person is None:
            person = world.people["henk"] = note_person(name="Henk Schouten", by=world.marieke, at=timezone.now())
            WayToReach.objects.create(person=person, kind="mail", value="henk@x.example", noted_by=world.marieke)
            drawn = {"owner": world.riet, "other": person, "kind": "neighbour", "ring": 2, "told_by": world.marieke}
            draw_tie(circle=world.riets_story.circle, at=timezone.now(), **drawn)
        said = {"circle": world.riets_story.circle, "by": world.marieke, "at": timezone.now()}
        return Letter.objects.get(about_id=ask(who=person, what=what, **said).id)


def henk_is_mailed(world: World) -> bool:
    """Whether nearest help offers Marieke to send him a letter."""
    with world.acting("marieke"):
        return Person.objects.filter(id=world.henk.id, id__any_of=Mailed()).exists()


def test_a_mail_program_stops_the_mail_without_a_cookie_and_looking_stops_nothing(world: World) -> None:
    _sent, address = sent_to(world, ask_jan(world))
    browser = Client(enforce_csrf_checks=True)
    assert "Stuur mij geen mail meer" in browser.get(address).content.decode()
    with world.acting("jan"):
        assert wish_of(world.jan.id).pace == "at_once"
    done = browser.post(address, {"List-Unsubscribe": "One-Click"})
    assert (done.status_code, done.cookies.get("sessionid")) == (200, None)
    with world.acting("jan"):
        wish = wish_of(world.jan.id)
    assert (wish.pace, wish.by_link) == ("none", True)
    assert "met de link in een mail" in logged_in(world, "jan").get("/mijn/post/").content.decode()
    browser.post(address, {"again": "yes"})
    with world.acting("jan"):
        assert wish_of(world.jan.id).pace == "none", "who logs in says that on their own page"


@pytest.mark.parametrize("token", ["niets", "a.b", "%00", "AAAAAAAAAAAAAAAAAAAAAA.x"])
def test_what_we_did_not_sign_stops_nothing(world: World, token: str) -> None:
    letter = ask_jan(world)
    assert letter_of_token(stop_token(letter)) == letter.id
    for wrong in (token, stop_token(letter)[:-1], stop_token(letter).swapcase()):
        assert Client().post(f"/afmelding/{wrong}/").status_code == 404
    with owner():
        assert not Preference.objects.exists()


def test_what_always_goes_has_no_link_to_stop_it(world: World) -> None:
    letter = notice(world, "glass_broken", timezone.now())
    assert Client().post(f"/afmelding/{stop_token(letter)}/").status_code == 404
    with owner():
        assert not Preference.objects.exists()


def test_who_cannot_log_in_stops_one_asker_or_all_and_the_asker_sees_it_beforehand(world: World) -> None:
    _sent, address = sent_to(world, henk(world))
    marieke, somebody = logged_in(world, "marieke"), Client()
    new = f"/verhalen/{world.riets_story.id}/afspraken/"
    kind = "Henk wil geen vragen in de mail. Bel, of vraag het als je Henk ziet."
    assert kind not in marieke.get(new).content.decode()
    assert "Alleen niet meer van Marieke" in somebody.get(address).content.decode()
    assert henk_is_mailed(world)
    assert "Niet meer van Marieke" in somebody.post(address, {"of": "writer"}).content.decode()
    assert kind in marieke.get(new).content.decode()
    assert not henk_is_mailed(world)
    assert kind not in logged_in(world, "fatima").get(new).content.decode(), "another may still ask"
    second = henk(world, what="Bellen")
    with acting_as(office("post")):
        send(letter=second.id, at=timezone.now())
    assert how(second) == [("mail", "Henk Schouten wil geen mail van Nabij. Bel, of vraag het zelf.")]
    somebody.post(address, {"of": "writer", "again": "yes"})
    assert kind not in marieke.get(new).content.decode()
    assert henk_is_mailed(world)
    somebody.post(address)
    assert kind in marieke.get(new).content.decode()
    assert len(mail.outbox) == 1


# -- Reminders ---------------------------------------------------------------------------------------------------------


def remind(when: datetime) -> int:
    with acting_as(office("reminders")):
        return due.remind(at=when)


def test_on_its_day_one_letter_says_that_there_is_something_and_never_what(world: World) -> None:
    circle, now = world.riets_story.circle, at(0, "06:00")
    with world.acting("fatima"):
        said = {"circle": circle, "by": world.fatima, "at": timezone.now()}
        promise(what="soep brengen", day=MONDAY, **said)
        note(line="Gewandeld.", come_backs=[ComeBack(MONDAY, "bellen")], **said)
    with world.acting("jan"):
        promise(what="later", day=MONDAY + timedelta(days=1), circle=circle, by=world.jan, at=timezone.now())
    assert [remind(now), remind(now)] == [1, 0]
    assert [go_round(at(0, "07:59")), go_round(at(0, "08:00"))] == [0, 1]
    assert "Vandaag wilde je iets doen, of ergens op terugkomen." in str(mail.outbox[-1].body)
    assert "soep" not in str(mail.outbox[-1].body) + mail.outbox[-1].subject


def test_reminders_follow_how_one_wants_letters(world: World) -> None:
    circle = world.riets_story.circle
    for name, pace in (("fatima", "weekly"), ("jan", "none"), ("marieke", "daily")):
        choose(world, name, pace)
        with world.acting(name):
            said = {"circle": circle, "by": world.people[name], "at": timezone.now()}
            promise(what="soep brengen", day=MONDAY + timedelta(days=2), **said)
    assert remind(at(0, "06:00")) == 1, "a week ahead, for who gathers a week"
    assert go_round(at(0, "08:00")) == 1
    assert "Deze week wil je iets doen" in str(mail.outbox[-1].body)
    assert remind(at(2, "06:00")) == 1
    assert go_round(at(2, "08:00")) == 1
    assert mail.outbox[-1].to == ["marieke@voorbeeld.example"]
    assert "Vandaag wilde je iets doen" in str(mail.outbox[-1].body)


# -- Who may -----------------------------------------------------------------------------------------------------------


def test_one_says_for_oneself_how_one_wants_letters_and_nobody_else_sees_it(world: World) -> None:
    choose(world, "jan", "weekly")
    with world.acting("jan"):
        assert Preference.objects.count() == 1
    with world.acting("marieke"):
        assert not Preference.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            Preference.objects.create(person=world.jan, pace="none", at=timezone.now())
    with owner():
        letter = ask_jan(world)
    with acting_as(link(reader=world.jan.id, reach=letter.id)):
        say_by_link(letter=letter, pace="none", only_writer=False, at=timezone.now())
        for person, pace in ((world.marieke, "none"), (world.jan, "at_once")):
            with pytest.raises(DatabaseError), transaction.atomic():
                Preference.objects.create(person=person, pace=pace, by_link=True, at=timezone.now())


def test_the_page_keeps_what_was_chosen_also_the_language(world: World) -> None:
    jan = logged_in(world, "jan")
    typed = {"pace": "weekly", "quiet_from": "22:00", "quiet_until": "09.30", "language": "en"}
    wrong = jan.post("/mijn/post/", typed | {"quiet_until": "22.00"})
    assert wrong.status_code == 400
    assert "Vul twee verschillende tijden in" in wrong.content.decode()
    assert jan.post("/mijn/post/", typed).status_code == 302
    assert 'value="weekly" ' in (page := jan.get("/mijn/post/").content.decode()) and 'value="09:30"' in page
    with owner():
        assert Account.objects.get(person=world.jan).language == "en"
    with world.acting("jan"):
        assert wish_of(world.jan.id).quiet == (time(22), time(9, 30))

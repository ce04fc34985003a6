"""Mijn gegevens on screen: what is known, asked, answered and taken along; a mistake loses nothing."""

import io
import re
import zipfile
from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from nabij.memory.things import find
from nabij.moments.models import Moment
from nabij.moments.verbs import note
from nabij.people.verbs import put_on
from nabij.post.models import Letter
from nabij.post.requests import ask, object_to
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Correction, Limit, Look, Membership, Objection, Reply, Request, Trace
from nabij.trust.requesting import months_later, privacy_contact
from nabij.web.post.sending import send
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.world import World

HOUR = 3600


@pytest.fixture
def moment(world: World) -> Moment:
    with world.acting("fatima"):
        return note(line="Riet is vaak boos.", circle=world.riets_story.circle, by=world.fatima, at=timezone.now())


def text(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def over(moment: Moment) -> str:
    return f"?over=moments.moment:{moment.id}"


def only(world: World) -> Request:
    with world.acting("riet"):
        return Request.objects.get()


def test_it_is_mine_and_the_same_number_of_questions_however_much_there_is(world: World, moment: Moment) -> None:
    riet = logged_in(world, "riet")
    page = text(riet, "/mijn/")
    assert "Wat er in jouw verhaal is opgeschreven" in page and "Fatima" in page
    assert (
        "opgeschreven" not in text(logged_in(world, "kim"), "/mijn/wat/momenten/").split("<main")[1].split("</h1>")[1]
    )
    assert Client().get("/mijn/").headers["Location"].startswith("/inloggen/")
    few = count(riet, "/mijn/")
    with world.acting("fatima"):
        for number in range(20):
            note(line=f"Dag {number}", circle=world.riets_story.circle, by=world.fatima, at=timezone.now())
    assert count(riet, "/mijn/") == few <= 18
    assert count(riet, "/mijn/wat/momenten/") <= 13
    assert riet.get("/mijn-gegevens/").headers["Location"] == "/mijn/"
    assert riet.get("/mijn/wat/geheimen/").status_code == 404


def test_my_words_stand_beside_a_note_for_every_reader_at_once(world: World, moment: Moment) -> None:
    riet = logged_in(world, "riet")
    response = riet.post(f"/mijn/rechtzettingen/{over(moment)}", {"words": " "})
    assert response.status_code == 400 and "Eén zin is genoeg" in response.content.decode()
    riet.post(f"/mijn/rechtzettingen/{over(moment)}", {"words": "Ik was moe, niet boos."})
    for url in (f"/verhalen/{world.riets_story.id}/", f"/verhalen/{world.riets_story.id}/tekst/", "/"):
        page = text(logged_in(world, "jan"), url)
        assert "Riet zette ernaast:" in page and "Ik was moe, niet boos." in page, url
    with world.acting("riet"):
        assert Correction.objects.get().person_id == world.riet.id
        assert Moment.objects.get().line == "Riet is vaak boos.", "the note itself is not touched"
    assert logged_in(world, "kim").post(f"/mijn/rechtzettingen/{over(moment)}", {"words": "x"}).status_code == 404


def test_a_note_and_a_story_are_limited_at_once_and_again_opened_by_me(world: World, moment: Moment) -> None:
    riet, jan, story = logged_in(world, "riet"), logged_in(world, "jan"), f"/verhalen/{world.riets_story.id}/"
    assert "Riet is vaak boos." in text(jan, story)
    riet.post(f"/mijn/beperkingen/{over(moment)}", {"words": ""})
    assert "Riet is vaak boos." not in text(jan, story)
    assert "Riet is vaak boos." in text(logged_in(world, "fatima"), story)
    limited = text(riet, "/mijn/").split("Wat nu beperkt is")[1].split("</section>")[0]
    assert "“Riet is vaak boos.”" in limited, "it says which note"
    again = riet.post(f"/mijn/beperkingen/{over(moment)}", {"words": "nog eens"})
    assert again.status_code == 400 and "al beperkt" in again.content.decode() and "nog eens" in again.content.decode()
    with world.acting("riet"):
        end = f"/mijn/beperkingen/{Limit.objects.get().id}/einde/"
    assert jan.post(end).status_code == 404
    riet.post(end)
    assert "Riet is vaak boos." in text(jan, story)
    riet.post(f"/mijn/beperkingen/?over=stories.story:{world.riets_story.id}", {"words": "Even niemand."})
    assert jan.get(story).status_code == 404
    assert logged_in(world, "marieke").get(story).status_code == 200, "she answers"


def test_a_request_is_answered_with_letters_that_tell_no_content(world: World, moment: Moment) -> None:
    riet, marieke = logged_in(world, "riet"), logged_in(world, "marieke")
    said = {"kind": "erase", "words": "Haal weg dat ik boos ben."}
    done = riet.post(f"/mijn/verzoeken/{over(moment)}", said, follow=True).content.decode()
    asked = only(world)
    assert asked.answer_by == months_later(timezone.localdate(), months=1)
    assert "Marieke Bos antwoordt uiterlijk op" in done
    assert "Iemand vraagt iets over eigen gegevens" in text(marieke, "/")
    assert "Iemand vraagt iets over eigen gegevens" not in text(logged_in(world, "jan"), "/")
    page = text(marieke, f"/verzoeken/{asked.id}/")
    assert "Haal weg dat ik boos ben." in page and "Riet is vaak boos." in page
    assert logged_in(world, "jan").get(f"/verzoeken/{asked.id}/").status_code == 404
    no_reason = marieke.post(f"/verzoeken/{asked.id}/", {"kind": "refused", "words": ""})
    assert no_reason.status_code == 400 and "Schrijf ook waarom" in no_reason.content.decode()
    marieke.post(f"/verzoeken/{asked.id}/", {"kind": "refused", "words": "We hebben dit nodig."})
    again = marieke.post(f"/verzoeken/{asked.id}/", {"kind": "granted", "words": ""})
    assert again.status_code == 400 and "al antwoord" in again.content.decode()
    answer = text(riet, f"/verzoeken/{asked.id}/")
    assert "We hebben dit nodig." in answer and "Autoriteit Persoonsgegevens" in answer
    sent = letters()
    assert [one.to for one in sent] == [["marieke@voorbeeld.example"], ["riet@voorbeeld.example"]]
    for one in sent:
        whole = f"{one.subject} {one.body} {one.alternatives}"
        assert f"/verzoeken/{asked.id}/" in whole
        assert not re.search("boos|wis|nodig|erase", whole)


def letters() -> list[mail.EmailMultiAlternatives]:
    with owner():
        waiting = list(Letter.objects.order_by("id").values_list("id", flat=True))
    for letter in waiting:
        with acting_as(office("post")):
            send(letter=letter, at=timezone.now())
    return mail.outbox  # type: ignore[return-value]


def test_it_takes_longer_once_with_a_reason_in_time(world: World) -> None:
    riet, marieke = logged_in(world, "riet"), logged_in(world, "marieke")
    riet.post("/mijn/verzoeken/", {"kind": "access", "words": ""})
    asked = only(world)
    url = f"/verzoeken/{asked.id}/uitstel/"
    assert marieke.post(url, {"why": ""}).status_code == 400
    assert riet.post(url, {"why": "x"}).status_code == 404, "only whoever answers"
    marieke.post(url, {"why": "Het zijn veel notities."})
    assert "Het zijn veel notities." in text(riet, "/mijn/")
    twice = marieke.post(url, {"why": "nog langer"})
    assert twice.status_code == 400 and "Uitstel kan één keer" in twice.content.decode()


def test_what_is_late_shows(world: World) -> None:
    with world.acting("riet"):
        ask(kind="access", person=world.riet, by=world.riet, at=timezone.now() - timedelta(days=40))
    assert "due--late" in text(logged_in(world, "marieke"), "/verzoeken/")
    assert "had dit op" in text(logged_in(world, "riet"), "/mijn/")
    late = only(world)
    too_late = logged_in(world, "marieke").post(f"/verzoeken/{late.id}/uitstel/", {"why": "vergeten"})
    assert too_late.status_code == 400 and "vergeten" in too_late.content.decode()


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [((2026, 1, 31), 1, (2026, 2, 28)), ((2026, 11, 22), 2, (2027, 1, 22)), ((2027, 12, 31), 2, (2028, 2, 29))],
)
def test_a_month_is_a_month(day, months, later) -> None:
    assert months_later(date(*day), months=months) == date(*later)


def test_an_objection_to_a_look(world: World) -> None:
    logged_in(world, "marieke").get(f"/verhalen/{world.riets_story.id}/")
    with world.acting("riet"):
        look = Look.objects.get()
    riet = logged_in(world, "riet")
    url = f"/mijn/bezwaren/?over=trust.look:{look.id}"
    assert url in text(riet, "/mijn/gekeken/")
    assert "Marieke Bos, wijkwerker keek op" in text(riet, url)
    assert logged_in(world, "kim").get(url).status_code == 404
    assert re.search(r"Dit gaat naar [^.<]+\. Je krijgt binnen een maand antwoord\.", text(riet, url))
    assert "Je maakte bezwaar" not in text(riet, "/mijn/gekeken/")
    riet.post(url, {"words": "Dat hoeft niet elke dag."})
    with world.acting("riet"):
        assert Objection.objects.get().about_id == look.id
        asked = Request.objects.get()
    assert asked.kind == "object"
    waits = text(riet, "/mijn/gekeken/")
    assert f'href="/verzoeken/{asked.id}/">Je maakte bezwaar, vandaag.' in waits
    assert f"{asked.answerer_name} antwoordt nog." in waits
    assert url not in waits, "the same is not asked twice"
    answerer = next(name for name, one in world.people.items() if one.id == asked.answerer_id)
    logged_in(world, answerer).post(f"/verzoeken/{asked.id}/", {"kind": "granted", "words": ""})
    answered = text(riet, "/mijn/gekeken/")
    assert "Je maakte bezwaar" not in answered
    assert url in answered


def test_the_privacy_contact_is_named_and_may_answer_an_objection(world: World) -> None:
    with acting_as(office("beheer")):
        put_on(person=world.loes, role="privacycontact", formal=True, since=timezone.localdate())
    with world.acting("riet"):
        seat = Membership.objects.get(circle=world.riets_story.circle, person=world.jan)
    riet, url = logged_in(world, "riet"), f"/mijn/bezwaren/?over=trust.membership:{seat.id}"
    page = text(riet, url)
    assert "Dit gaat naar Marieke Bos." in page
    assert "Dat is Loes Hartman. Die zit niet in je kring en leest niet in je verhaal." in page
    riet.post(url, {"words": "Liever niet.", "contact": "on"})
    with world.acting("riet"):
        assert Request.objects.get().answerer_id == world.loes.id
    assert "Loes Hartman antwoordt nog." in text(riet, "/mijn/wat/lezers/")


def objected(world: World, words: str = "Dat hoeft niet elke dag.") -> str:
    """Riet objects to Marieke's look; the privacy contact answers, who does not see the look."""
    with acting_as(office("beheer")):
        put_on(person=world.loes, role="privacycontact", formal=True, since=timezone.localdate())
    with world.acting("riet"):
        thing = find(f"trust.look:{Look.objects.first().id}", person=world.riet).thing
        contact = privacy_contact()
        made = object_to(
            thing=thing, words=words, person=world.riet, by=world.riet, at=timezone.now(), answerer=contact
        )
    return f"/verzoeken/{made.request_id}/"


def test_whoever_answers_an_objection_reads_which_look_it_is_about(world: World) -> None:
    logged_in(world, "marieke").get(f"/verhalen/{world.riets_story.id}/")
    url = objected(world)
    for name in ("loes", "riet"):
        page = text(logged_in(world, name), url)
        assert re.search(r"Marieke Bos, wijkwerker keek op \d\d-\d\d-\d{4} om \d\d\.\d\d uur\.", page), name
        assert "Waarvoor: Om samen te helpen met wat jij wilt." in page and "samen-helpen" not in page
        assert "niet kunt lezen" not in page
    with world.acting("loes"):
        assert not Look.objects.exists(), "the look itself stays unseen"
    assert logged_in(world, "kim").get(url).status_code == 404


def test_an_answer_says_what_it_means(world: World) -> None:
    logged_in(world, "marieke").get(f"/verhalen/{world.riets_story.id}/")
    url = objected(world)
    loes = logged_in(world, "loes")
    page = text(loes, url)
    assert "Je hebt gelijk: dit had niet gemogen" in page and "Dit mocht, en dit is waarom" in page
    assert loes.post(url, {"kind": "refused", "words": ""}).status_code == 400
    loes.post(url, {"kind": "refused", "words": "Ze belde die dag aan."})
    answer = text(logged_in(world, "riet"), url)
    assert "Dit mocht, en dit is waarom: Ze belde die dag aan." in answer
    assert "Niet eens met dit antwoord?" in answer
    assert "Niet eens met dit antwoord?" not in text(loes, url), "whoever answered has no complaint about it"


def test_the_same_objection_is_made_once_until_it_is_answered(world: World) -> None:
    logged_in(world, "marieke").get(f"/verhalen/{world.riets_story.id}/")
    logged_in(world, "jan").get(f"/verhalen/{world.riets_story.id}/")
    riet = logged_in(world, "riet")
    with world.acting("riet"):
        looks = {one.who_name: f"/mijn/bezwaren/?over=trust.look:{one.id}" for one in Look.objects.all()}
    url = looks["Marieke Bos"]
    assert riet.post(url, {"words": "Dat hoeft niet."}).status_code == 302
    twice = riet.post(url, {"words": "Dat hoeft echt niet."})
    page = twice.content.decode()
    assert twice.status_code == 400 and "Dit heb je al gevraagd op" in page and "Dat hoeft echt niet." in page
    assert riet.post(looks["Jan Groen"], {"words": "Jij ook niet."}).status_code == 302, "another look is another thing"
    with world.acting("riet"):
        assert Objection.objects.count() == Request.objects.count() == 2
        first = Request.objects.get(words="Dat hoeft niet.")
    answerer = next(name for name, one in world.people.items() if one.id == first.answerer_id)
    logged_in(world, answerer).post(f"/verzoeken/{first.id}/", {"kind": "granted", "words": ""})
    assert riet.post(url, {"words": "Toch nog iets."}).status_code == 302, "after an answer one may object again"


def test_the_same_is_asked_once_until_it_is_answered_whatever_it_is(world: World, moment: Moment) -> None:
    riet, url = logged_in(world, "riet"), "/mijn/verzoeken/"
    note = f"{url}?over=moments.moment:{moment.id}"
    for where, kind in ((url, "erase"), (url, "access"), (note, "erase"), (note, "correct")):
        assert riet.post(where, {"kind": kind, "words": "Alsjeblieft."}).status_code == 302, "each is another thing"
        twice = riet.post(where, {"kind": kind, "words": "Ik vraag het nog eens."})
        page = twice.content.decode()
        assert twice.status_code == 400 and "Dit heb je al gevraagd op" in page and "Ik vraag het nog eens." in page
    with world.acting("riet"):
        assert Request.objects.count() == 4
        first = Request.objects.get(kind="erase", about_id=None)
    marieke = logged_in(world, "marieke")
    noted = marieke.post(f"/mensen/{world.riet.id}/verzoeken/", {"kind": "erase", "words": "Zei ze.", "way": "talk"})
    page = noted.content.decode()
    assert noted.status_code == 400 and "voor Riet Kuiper. Marieke Bos antwoordt nog." in page and "Zei ze." in page
    marieke.post(f"/verzoeken/{first.id}/", {"kind": "refused", "words": "Nog niet."})
    assert riet.post(url, {"kind": "erase", "words": "Toch wel."}).status_code == 302, "after an answer one asks again"


def test_a_limit_that_was_ended_may_be_asked_again_and_one_that_stands_may_not(world: World, moment: Moment) -> None:
    riet, url = logged_in(world, "riet"), f"/mijn/beperkingen/?over=moments.moment:{moment.id}"
    assert riet.post(url, {"words": "Laat dit."}).status_code == 302
    twice = riet.post(url, {"words": "Laat dit toch."})
    assert twice.status_code == 400 and "Dit is al beperkt." in twice.content.decode()
    with world.acting("riet"):
        there = Limit.objects.get()
    riet.post(f"/mijn/beperkingen/{there.id}/einde/")
    assert riet.post(url, {"words": "Laat dit toch."}).status_code == 302


def test_who_will_answer_is_said_only_where_somebody_is_asked(world: World, moment: Moment) -> None:
    riet, over = logged_in(world, "riet"), f"?over=moments.moment:{moment.id}"
    beside, asked = text(riet, f"/mijn/rechtzettingen/{over}"), text(riet, f"/mijn/verzoeken/{over}")
    assert "binnen een maand" not in beside and "Je vraagt hiermee niemand iets" in beside
    assert "Je krijgt binnen een maand antwoord" in asked and "niemand iets" not in asked
    for_her = text(logged_in(world, "marieke"), f"/mensen/{world.riet.id}/verzoeken/")
    assert "Riet Kuiper krijgt binnen een maand antwoord" in for_her


def test_one_objects_to_a_reader_and_never_to_oneself(world: World) -> None:
    with world.acting("riet"):
        seats = Membership.objects.filter(circle=world.riets_story.circle)
        mine, hers = seats.get(person=world.riet), seats.get(person=world.marieke)
    page = text(logged_in(world, "riet"), "/mijn/wat/lezers/")
    assert f"over=trust.membership:{hers.id}" in page
    assert f"over=trust.membership:{mine.id}" not in page


def test_the_copy_is_handed_out_once_and_logged(world: World, moment: Moment) -> None:
    riet = logged_in(world, "riet")
    answer = riet.post("/mijn/uitvoer/")
    assert answer["Content-Type"] == "application/zip" and "mijn-gegevens-" in answer["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as bundle:
        assert "Riet is vaak boos." in bundle.read("index.html").decode()
    twice = riet.post("/mijn/uitvoer/")
    assert twice.status_code == 409 and "net opgehaald" in twice.content.decode()
    with world.acting("riet"):
        assert Trace.objects.filter(what="export").count() == 1
    assert logged_in(world, "marieke").post("/mijn/uitvoer/")["Content-Type"] == "application/zip"


def test_who_takes_a_copy_shows_once_more_who_they_are(world: World) -> None:
    earlier = logged_in(world, "riet", ago=HOUR)
    assert earlier.post("/mijn/uitvoer/")["Location"] == "/inloggen/nog-eens/?next=%2Fmijn%2Fuitvoer%2F"
    with world.acting("riet"):
        assert not Trace.objects.filter(what="export").exists()
    assert earlier.get("/mijn/papier/")["Location"] == "/inloggen/nog-eens/?next=%2Fmijn%2Fpapier%2F"
    assert logged_in(world, "riet").get("/mijn/uitvoer/").status_code == 200
    assert logged_in(world, "riet").get("/mijn/papier/").status_code == 200


def test_on_paper_for_somebody_of_my_circles_and_they_see_that(world: World, moment: Moment) -> None:
    marieke = logged_in(world, "marieke")
    page = text(marieke, f"/mensen/{world.riet.id}/papier/")
    assert "Riet is vaak boos." in page and "Vul in en geef terug" in page
    assert "Alles over Riet op papier" in text(marieke, f"/mensen/{world.riet.id}/")
    assert logged_in(world, "yusuf").get(f"/mensen/{world.riet.id}/papier/").status_code == 404
    assert marieke.get(f"/mensen/{world.jan.id}/papier/").status_code == 404, "no circle is about Jan"
    with world.acting("riet"):
        assert Look.objects.get(what="print").who_name == "Marieke Bos"


def test_a_request_on_paper_is_noted_for_somebody(world: World) -> None:
    with acting_as(office("beheer")):
        put_on(person=world.loes, role="privacycontact", formal=True, since=timezone.localdate())
    fatima, url = logged_in(world, "fatima"), f"/mensen/{world.riet.id}/verzoeken/"
    assert fatima.post(url, {"kind": "access", "words": "alles"}).status_code == 400
    fatima.post(url, {"kind": "access", "words": "alles", "way": "paper"})
    asked = only(world)
    assert (asked.noted_by_id, asked.way, asked.answerer_id) == (world.fatima.id, "paper", world.marieke.id)
    assert "op papier" in text(logged_in(world, "riet"), "/mijn/")
    assert logged_in(world, "yusuf").post(url, {"kind": "access", "way": "paper"}).status_code == 404


def test_the_privacy_contact_answers_when_that_is_asked(world: World) -> None:
    with acting_as(office("beheer")):
        put_on(person=world.loes, role="privacycontact", formal=True, since=timezone.localdate())
    logged_in(world, "riet").post("/mijn/verzoeken/", {"kind": "access", "words": "", "contact": "on"})
    asked = only(world)
    assert asked.answerer_id == world.loes.id
    loes = logged_in(world, "loes")
    assert "Riet Kuiper" in text(loes, "/verzoeken/")
    loes.post(f"/verzoeken/{asked.id}/", {"kind": "granted", "words": "Je krijgt het op papier."})
    with world.acting("riet"):
        assert Reply.objects.get().words == "Je krijgt het op papier."


def test_without_anybody_who_answers_it_is_said_and_nothing_is_lost(world: World) -> None:
    page = logged_in(world, "kim").post("/mijn/verzoeken/", {"kind": "access", "words": "Alles graag."})
    assert page.status_code == 400
    assert "nog niemand die dit kan beantwoorden" in page.content.decode() and "Alles graag." in page.content.decode()


def test_erasing_is_granted_and_then_done_by_the_answerer(world: World, moment: Moment) -> None:
    riet, marieke = logged_in(world, "riet"), logged_in(world, "marieke")
    riet.post(f"/mijn/verzoeken/{over(moment)}", {"kind": "erase", "words": ""})
    url = f"/verzoeken/{only(world).id}/"
    early = marieke.post(f"{url}wissing/", follow=True).content.decode()
    assert "Wissen kan pas" in early
    marieke.post(url, {"kind": "granted", "words": ""})
    assert "Wis dit" in text(marieke, url) and "Wis dit" not in text(riet, url)
    assert riet.post(f"{url}wissing/").status_code == 404
    assert riet.post(url, {"kind": "granted"}).status_code == 404
    marieke.post(f"{url}wissing/")
    assert "Gewist op" in text(riet, url)
    with world.acting("riet"):
        assert not Moment.objects.exists()

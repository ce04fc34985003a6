"""Promises on the screen: what comes back, who carries what, another day, and handing over; nothing typed is lost."""

import re
from datetime import timedelta

from django.test import Client
from django.utils import timezone

from nabij.post.models import Letter
from nabij.stories.models import Promise, Turn
from nabij.stories.turns import Course, Rhythm
from nabij.stories.verbs import ask, promise
from nabij.trust.models import Look
from tests.web.asking import count, logged_in
from tests.world import World


def page_of(world: World) -> str:
    return f"/verhalen/{world.riets_story.id}/"


def made(world: World, **more) -> Promise:
    with world.acting("marieke"):
        shared = {"circle": world.riets_story.circle, "story": world.riets_story, "by": world.marieke}
        return promise(**{"what": "De bak buiten", "at": timezone.now(), **shared, **more})


def part(text: str, heading: str) -> str:
    return text.split(heading)[1].split("</section>")[0]


def test_who_carries_what_stands_in_one_glance_with_its_shape_and_its_end(world):
    today = timezone.localdate()
    logged_in(world, "marieke").post(
        page_of(world) + "afspraken/",
        {
            "who": str(world.jan.id),
            "said_yes": "on",
            "what": "Let op de gordijnen",
            "rhythm": "always",
            "until": (today + timedelta(days=400)).isoformat(),
            "bounds": "Wel bellen, niet binnengaan.",
            "for_whom": str(world.riet.id),
        },
    )
    made(world, what="Belt de gemeente", course=Course(Rhythm.ALWAYS))
    glance = part(logged_in(world, "riet").get(page_of(world)).text, "Wie draagt wat")
    assert "Let op de gordijnen" in glance
    assert "Doorlopend vanaf vandaag, tot en met" in glance
    assert "Wel bellen, niet binnengaan." in glance
    assert glance.index("gordijnen") < glance.index("gemeente")
    assert re.findall(r"face--(informal|formal)", glance) == ["informal", "formal"], "round, and square"
    with world.acting("jan"):
        said = Promise.objects.at_hand().get(who=world.jan)
        assert (said.for_whom, said.hat, said.rhythm) == (world.riet, world.hats["jan"], Rhythm.ALWAYS)
    mine = part(logged_in(world, "jan").get("/").text, "Wat je hebt beloofd")
    assert "Let op de gordijnen" in mine
    assert "Gedaan" not in mine, "what always runs is not ticked off in passing"


def test_a_story_without_responsibilities_has_no_empty_box_for_them(world):
    assert "Wie draagt wat" not in logged_in(world, "riet").get(page_of(world)).text


def test_what_comes_back_is_said_once_a_time_from_today(world):
    today = timezone.localdate()
    weekly = made(world, day=today, course=Course(Rhythm.WEEK))
    client = logged_in(world, "marieke")
    mine = part(client.get("/").text, "Wat je hebt beloofd")
    assert "Elke week vanaf vandaag." in mine
    assert f'value="{today.isoformat()}"' in mine
    for _time in range(2):
        client.post(f"/afspraken/{weekly.id}/naleving/", {"day": today.isoformat()})
    with world.acting("riet"):
        assert [one.day for one in Turn.objects.all()] == [today], "tapping twice says it once"
    assert client.post(f"/afspraken/{weekly.id}/naleving/").headers["Location"] == f"/afspraken/{weekly.id}/"
    assert client.post(f"/afspraken/{weekly.id}/naleving/", {"day": "2026-02-31"}).status_code == 302
    with world.acting("riet"):
        assert Turn.objects.count() == 1
    page = client.get(f"/afspraken/{weekly.id}/").text
    assert "Hoe het eerder ging" in page
    assert "Vandaag</strong>: gedaan." in page


def test_a_time_that_did_not_work_says_why_and_stopping_ends_it(world):
    weekly = made(world, day=timezone.localdate(), course=Course(Rhythm.WEEK))
    client, url = logged_in(world, "marieke"), f"/afspraken/{weekly.id}/"
    client.post(url, {"kept": "no", "why": "Ziek.", "turn": timezone.localdate().isoformat()})
    late = client.post(url, {"kept": "yes", "why": "toch wel", "turn": timezone.localdate().isoformat()})
    assert late.status_code == 400
    assert "Hier stond al hoe het ging." in late.text
    assert "toch wel" in late.text
    assert "Ziek." in logged_in(world, "riet").get(url).text
    assert client.post(url, {"kept": "stop", "why": "De bak is weg."}).status_code == 302
    over = client.get(url).text
    assert "De bak is weg." in over
    assert "<form" not in over.split("<main")[1]


def test_what_cannot_be_gets_a_sentence_and_keeps_what_was_typed(world):
    client, today = logged_in(world, "marieke"), timezone.localdate()
    yesterday, tomorrow = today - timedelta(days=1), today + timedelta(days=1)
    typed = {"who": str(world.marieke.id), "what": "Bellen", "bounds": "Niet te laat"}
    for more, said in (
        ({"day": yesterday}, "al voorbij"),
        ({"rhythm": "week"}, "Op welke dag is de eerste keer?"),
        ({"rhythm": "always", "until": yesterday}, "Het eindigt voordat het begint."),
        ({"rhythm": "week", "day": tomorrow, "until": today}, "Het eindigt voordat het begint."),
        ({"until": tomorrow}, "Kies ook hoe vaak."),
    ):
        answer = client.post(page_of(world) + "afspraken/", typed | more)
        assert answer.status_code == 400
        assert said in answer.text
        assert 'value="Bellen"' in answer.text
        assert 'value="Niet te laat"' in answer.text
        assert '<details class="asking" open>' in answer.text, "what is wrong is not folded away"
    with world.acting("marieke"):
        assert not Promise.objects.exists()


def test_another_day_for_what_was_agreed(world):
    today = timezone.localdate()
    one = made(world, day=today)
    client, url = logged_in(world, "marieke"), f"/afspraken/{one.id}/"
    missing = client.post(url, {"kept": "other_day", "why": "druk"})
    assert missing.status_code == 400
    assert "Kies een dag." in missing.text
    assert 'value="druk"' in missing.text
    client.post(url, {"kept": "other_day", "day": (today + timedelta(days=2)).isoformat()})
    with world.acting("riet"):
        assert [one.day for one in Promise.objects.of(world.marieke.id)] == [today + timedelta(days=2)]


def test_handing_over_asks_and_the_page_says_how_it_stands(world):
    one = made(world, day=timezone.localdate())
    client, url = logged_in(world, "marieke"), f"/afspraken/{one.id}/overdracht/"
    assert "Tot er een ja is, blijft het bij Marieke." in client.get(url).text
    wrong = client.post(url, {"who": str(world.jan.id), "day": "2026-02-31", "words": "Wil jij dit doen?"})
    assert wrong.status_code == 400
    assert 'value="Wil jij dit doen?"' in wrong.text
    client.post(url, {"who": str(world.jan.id), "words": "Wil jij dit doen?"})
    assert "Gevraagd of Jan het overneemt." in client.get(page_of(world)).text
    again = client.post(url, {"who": str(world.fatima.id)})
    assert "Je wacht nog op antwoord van Jan." in again.text
    with world.acting("jan"):
        asked = Promise.objects.get(who=world.jan)
        assert Letter.objects.get(about_id=asked.id).words == "Wil jij dit doen?"
    logged_in(world, "jan").post(f"/afspraken/{asked.id}/", {"kind": "yes"})
    text = logged_in(world, "riet").get(page_of(world)).text
    assert "Overgenomen van Marieke." in text
    assert "Jan nam het over." in text
    assert "Jan nam het over." in client.get(f"/afspraken/{one.id}/").text
    assert client.get(url).status_code == 302, "what is over goes to nobody"


def test_who_is_asked_from_outside_hands_nothing_on(world):
    with world.acting("marieke"):
        shared = {"circle": world.riets_story.circle, "by": world.marieke, "at": timezone.now()}
        asked = ask(who=world.yusuf, what="Verband", **shared)
    client = logged_in(world, "yusuf")
    assert client.get(f"/afspraken/{asked.id}/").status_code == 200
    assert "overdracht" not in client.get(f"/afspraken/{asked.id}/").text
    assert client.get(f"/afspraken/{asked.id}/overdracht/").status_code == 404
    assert Client().get(f"/afspraken/{asked.id}/overdracht/").headers["Location"].startswith("/inloggen/")


def test_looking_at_a_handover_is_a_look_that_the_resident_sees(world):
    one = made(world)
    logged_in(world, "jan").get(f"/afspraken/{one.id}/overdracht/")
    with world.acting("riet"):
        assert Look.objects.filter(who=world.jan.id, what="promise").count() == 1


def test_however_many_there_are_the_pages_ask_the_same(world):
    today = timezone.localdate()
    urls = ("/", page_of(world))
    one = made(world, day=today, course=Course(Rhythm.WEEK))
    promise_url = f"/afspraken/{one.id}/"
    few = [count(logged_in(world, "marieke"), url) for url in (*urls, promise_url)]
    with world.acting("marieke"):
        for number in range(1, 20):
            Turn.objects.create(
                promise=one, day=today - timedelta(weeks=number), kept=True, by=world.marieke, at=timezone.now()
            )
    for rhythm in (Rhythm.WEEK, Rhythm.MONTH, Rhythm.ALWAYS) * 5:
        made(world, day=today, course=Course(rhythm))
    many = [count(logged_in(world, "marieke"), url) for url in (*urls, promise_url)]
    assert many[0] <= 14
    assert many[1] <= 18
    assert many[2] <= few[2] <= 16

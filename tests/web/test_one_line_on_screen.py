"""The one-line box: nothing is kept before its readers were seen, and nothing typed is lost."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from nabij.moments.models import FollowUp, Moment, Presence
from nabij.moments.verbs import ComeBack, note
from nabij.people.models import Person, WayToReach
from nabij.people.verbs import note_person
from nabij.stories.models import Promise
from nabij.trust.models import Circle
from nabij.trust.verbs import note_in, own_circle
from tests.conftest import owner
from tests.web.asking import count, logged_in
from tests.world import AT, World


def save(client: Client, line: str, *, seen: str = "mij", **more: str):
    return client.post("/momenten/", {"line": line, "circle": "wie-het-aangaat", "seen": seen, "back": "/", **more})


def circle(world: World) -> str:
    return str(world.riets_story.circle_id)


def test_a_line_about_nobody_is_for_oneself_in_one_tap(world):
    client = logged_in(world, "marieke")
    answer = save(client, "Sleutel van De Kwelder ligt bij Wil.")
    assert answer.status_code == 302
    assert "Alleen jij kunt het lezen" in client.get("/").content.decode()
    with world.acting("marieke"):
        assert Moment.objects.get().circle.kind == Circle.Kind.OWN
    with world.acting("jan"):
        assert not Moment.objects.exists()


def test_a_line_about_riet_is_kept_only_after_her_readers_were_seen(world):
    client = logged_in(world, "marieke")
    shown = save(client, "@Riet naar de Koemarkt gelopen, mist haar zus #eenzaam")
    assert shown.status_code == 200
    text = shown.content.decode()
    assert "Dit lezen straks vier mensen" in text
    assert all(name in text for name in ("Riet", "Fatima", "Jan", "Koemarkt gelopen"))
    with world.acting("marieke"):
        assert not Moment.objects.exists()
    assert save(client, "@Riet naar de Koemarkt gelopen, mist haar zus #eenzaam", seen=circle(world)).status_code == 302
    with world.acting("fatima"):
        kept = Moment.objects.get()
        assert (kept.themes, kept.hat) == (["eenzaam"], world.hats["marieke"])
        assert Presence.objects.get().person == world.riet
    with world.acting("yusuf"):
        assert not Moment.objects.exists()


def test_an_empty_line_gets_a_sentence(world):
    answer = save(logged_in(world, "marieke"), "   ")
    assert answer.status_code == 400
    assert "Eén woord is genoeg" in answer.content.decode()


def test_a_line_that_is_too_long_loses_nothing(world):
    long = "woord " * 2000
    answer = save(logged_in(world, "marieke"), long)
    assert answer.status_code == 400
    assert long.strip() in answer.content.decode()
    assert "te lang" in answer.content.decode()


def test_a_sign_that_no_database_keeps_gets_a_sentence(world):
    answer = save(logged_in(world, "marieke"), "koffie\0 gedronken")
    assert answer.status_code == 400
    assert "niet te bewaren" in answer.content.decode()
    assert "gedronken" in answer.content.decode()


def test_on_a_page_of_a_story_the_people_of_its_circle_are_meant(world):
    with world.acting("marieke"):
        other = note_person(name="Jan Post", by=world.marieke, at=timezone.now())
        note_in(circle=own_circle(by=world.marieke, at=timezone.now()), person=other, at=timezone.now())
    client, line = logged_in(world, "marieke"), {"line": "@Jan langs geweest"}
    assert "Welke <b>Jan</b> bedoel je?" in client.post("/momenten/lezing/", line).content.decode()
    there = client.post("/momenten/lezing/", line | {"fixed": "1", "circle": circle(world)}).content.decode()
    assert "<b>Jan Groen</b> was erbij" in there


def test_a_day_is_kept_to_come_back_to_and_stands_on_today_until_done(world):
    client = logged_in(world, "marieke")
    save(client, "@Riet mist haar zus !morgen Ineke bellen", seen=circle(world))
    with world.acting("marieke"):
        one = FollowUp.objects.get()
        assert (one.day, one.action) == (timezone.localdate() + timedelta(days=1), "Ineke bellen")
    with world.acting("marieke"):
        note(
            line="Gisteren gezegd.",
            circle=world.riets_story.circle,
            by=world.marieke,
            at=timezone.now(),
            come_backs=[ComeBack(timezone.localdate(), "Vragen naar zondag")],
        )
    text = client.get("/").content.decode()
    assert "Vragen naar zondag" in text
    assert "Ineke bellen" not in text.split("Wat er om je heen")[0], "that is for tomorrow"
    with world.acting("marieke"):
        due = FollowUp.objects.get(action="Vragen naar zondag")
    client.post(f"/terugkomen/{due.id}/")
    assert "Vragen naar zondag" not in client.get("/").content.decode()
    assert logged_in(world, "jan").post(f"/terugkomen/{one.id}/").status_code == 404, "it is Marieke's"


def test_two_possible_days_are_asked_and_not_chosen_in_silence(world, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: AT)  # A Wednesday: next Friday may be in two days or in nine.
    client = logged_in(world, "marieke")
    shown = client.post("/momenten/lezing/", {"line": "@Riet !volgende vrijdag koffie"}).content.decode()
    assert "Welke dag bedoel je?" in shown
    save(client, "@Riet !volgende vrijdag koffie", seen=circle(world))
    with world.acting("marieke"):
        assert not FollowUp.objects.exists()


def test_what_is_offered_is_kept_only_when_tapped(world):
    line = "bij jan langs. maandag samen openmaken"
    client = logged_in(world, "marieke")
    shown = client.post("/momenten/lezing/", {"line": line}).content.decode()
    assert "Was Jan Groen erbij?" in shown
    assert "samen openmaken" in shown
    save(client, line)
    with world.acting("marieke"):
        assert not Presence.objects.exists()
        assert not FollowUp.objects.exists()
        assert not Promise.objects.exists()
    save(client, line, **{"offer-0": "yes", "offer-1": "yes"})
    with world.acting("marieke"):
        assert Presence.objects.get().person == world.jan
        assert FollowUp.objects.count() + Promise.objects.count() == 1


def test_an_unknown_name_becomes_a_known_as_person_after_one_tap(world):
    client, line = logged_in(world, "marieke"), '@"buurman met de hond" bracht @Riet thuis'
    assert "als iemand die je kent" in client.post("/momenten/lezing/", {"line": line}).content.decode()
    save(client, line, seen=circle(world), **{"new-0": "yes"})
    with world.acting("fatima"):
        noted = Person.objects.get(known_as="buurman met de hond")
        assert Presence.objects.filter(person=noted).exists()


def test_a_private_number_is_kept_for_the_writer_and_not_in_the_text(world):
    client, line = logged_in(world, "marieke"), "Riet 06 00 00 00 12 (privé!) liever niet na 20u"
    shown = client.post("/momenten/lezing/", {"line": line}).content.decode()
    assert "alleen voor mij" in shown
    taps = {f"offer-{n}": "yes" for n in range(4) if f'name="offer-{n}"' in shown}
    save(client, line, seen=circle(world), **taps)
    with world.acting("marieke"):
        assert WayToReach.objects.get().only_for == world.marieke
    with world.acting("fatima"):
        assert "06 00" not in Moment.objects.get().line
        assert not WayToReach.objects.exists()


def test_faces_are_larger_for_what_is_confided(world):
    shown = logged_in(world, "riet").post(
        "/momenten/lezing/", {"line": "gewonnen met bingo 215 euro. niet tegen de gemeente zeggen aub"}
    )
    assert "faces-larger" in shown.content.decode()


def test_a_circle_one_is_not_in_cannot_be_written_to(world):
    forged = save(logged_in(world, "yusuf"), "Ik kijk mee.", seen=circle(world), circle=circle(world))
    assert forged.status_code in (200, 302)
    with world.acting("riet"):
        assert not Moment.objects.exists()


def test_a_bad_page_number_is_no_error(world):
    client = logged_in(world, "marieke")
    for bad in ("x", "-1", "999999999999", "1e3", "²"):
        assert client.get("/", {"tot": bad}).status_code == 200


def test_whatever_there_is_today_asks_at_most_fifteen_questions(world):
    few = count(logged_in(world, "marieke"), "/")
    with world.acting("marieke"):
        for number in range(40):
            note(
                line=f"Regel {number}",
                circle=world.riets_story.circle,
                by=world.marieke,
                at=timezone.now(),
                come_backs=[ComeBack(timezone.localdate(), f"Terug {number}")],
            )
    assert few <= count(logged_in(world, "marieke"), "/") <= 15


@pytest.mark.parametrize("url", ["/momenten/", "/momenten/lezing/"])
def test_whoever_is_not_logged_in_writes_nothing(world, url):
    assert Client().post(url, {"line": "hallo"}).headers["Location"].startswith("/inloggen/")


def test_a_button_that_is_tapped_twice_writes_once_and_the_same_words_later_are_another_line(world):
    client, line = logged_in(world, "marieke"), "Gebeld met de apotheek."
    assert save(client, line).status_code == save(client, line).status_code == 302
    assert save(client, "Gebeld met de huisarts.").status_code == 302
    with world.acting("marieke"):
        assert {one.line for one in Moment.objects.all()} == {line, "Gebeld met de huisarts."}
        assert Moment.objects.count() == 2
    with owner():
        Moment.objects.update(noted_at=timezone.now() - timedelta(minutes=1))
    assert save(client, line).status_code == 302
    with world.acting("marieke"):
        assert Moment.objects.filter(line=line).count() == 2

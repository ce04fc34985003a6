"""A story on the screen: who may open it, what it says, and how many questions it asks the database."""

from datetime import date, timedelta

from django.test import Client
from django.utils import timezone

from nabij.moments.models import Moment, Tie
from nabij.moments.verbs import draw_tie, note
from nabij.people.models import Person
from nabij.people.verbs import note_person
from nabij.post.verbs import make_link
from nabij.stories.models import Answer, OwnWords, Promise, Story
from nabij.stories.verbs import promise, tell
from nabij.trust.acting import acting_as, office
from nabij.trust.models import Look, Looked, Membership
from tests.post.asking import ask_jan
from tests.web.asking import count, logged_in
from tests.world import World


def page_of(world: World) -> str:
    return f"/verhalen/{world.riets_story.id}/"


def test_the_circle_opens_it_and_an_outsider_is_told_nothing(world):
    with world.acting("marieke"):
        tell(story=world.riets_story, person=world.riet, words="Gewoon lopen.", by=world.marieke, at=timezone.now())
    assert "Gewoon lopen." in logged_in(world, "jan").get(page_of(world)).content.decode()
    refused = logged_in(world, "yusuf").get(page_of(world))
    assert refused.status_code == 404
    assert "Riet" not in refused.content.decode()
    assert Client().get(page_of(world)).headers["Location"].startswith("/inloggen/")


def test_opening_it_is_a_look_that_the_resident_sees(world):
    logged_in(world, "marieke").get(page_of(world))
    text = logged_in(world, "riet").get(page_of(world)).content.decode()
    assert "Marieke Bos, wijkwerker" in text
    with world.acting("riet"):
        assert Look.objects.filter(thing="stories.story").count() == 1, "her own look is not one"


def test_however_much_there_is_it_asks_at_most_eighteen_questions(world):
    few = count(logged_in(world, "marieke"), page_of(world))
    now = timezone.now()
    with world.acting("marieke"):
        for number in range(30):
            note(line=f"Regel {number}", circle=world.riets_story.circle, by=world.marieke, at=now)
            promise(
                circle=world.riets_story.circle, what=f"P{number}", by=world.marieke, at=now, story=world.riets_story
            )
            other = note_person(name=f"Buur {number}", by=world.marieke, at=now)
            draw_tie(
                circle=world.riets_story.circle,
                owner=world.riet,
                other=other,
                kind="friend",
                ring=2,
                told_by=world.riet,
                at=now,
            )
    many = count(logged_in(world, "marieke"), page_of(world))
    assert few <= many <= 18


def test_own_words_of_the_resident_are_her_own_and_noted_words_say_who_wrote(world):
    client = logged_in(world, "riet")
    client.post(page_of(world) + "woorden/", {"words": "Ik wil naar de markt.", "matters": "de hond"})
    assert "Riet zelf" in client.get(page_of(world)).content.decode()
    logged_in(world, "marieke").post(page_of(world) + "woorden/", {"words": "Ook op zondag."})
    text = client.get(page_of(world)).content.decode()
    assert "Ook op zondag." in text
    assert "Marieke schreef het op" in text
    with world.acting("riet"):
        assert OwnWords.objects.count() == 2, "the earlier words stay"


def test_empty_own_words_get_a_sentence_and_keep_what_was_typed(world):
    answer = logged_in(world, "riet").post(page_of(world) + "woorden/", {"words": " ", "matters": "de hond van Jan"})
    assert answer.status_code == 400
    assert "Eén woord is genoeg" in answer.content.decode()
    assert "de hond van Jan" in answer.content.decode()


def test_a_promise_of_mine_is_made_kept_and_remembered(world):
    client = logged_in(world, "marieke")
    client.post(
        page_of(world) + "afspraken/",
        {"who": str(world.marieke.id), "what": "Rollator regelen", "day": timezone.localdate().isoformat()},
    )
    with world.acting("marieke"):
        made = Promise.objects.at_hand().get()
        assert (made.state, made.hat) == ("accepted", world.hats["marieke"])
    client.post(f"/afspraken/{made.id}/naleving/", {"next": page_of(world)})
    text = logged_in(world, "riet").get(page_of(world)).content.decode()
    assert "Rollator regelen" in text
    assert "Gedaan." in text


def test_somebody_in_the_circle_is_asked_and_answers_on_the_page(world):
    logged_in(world, "marieke").post(
        page_of(world) + "afspraken/", {"who": str(world.jan.id), "what": "Dinsdag meelopen", "day": ""}
    )
    with world.acting("jan"):
        asked = Promise.objects.at_hand().get()
        assert asked.state == "asked"
    answered = logged_in(world, "jan").post(f"/afspraken/{asked.id}/", {"kind": "yes"})
    assert answered.status_code == 302
    with world.acting("riet"):
        assert Answer.objects.get().by == world.jan
    assert logged_in(world, "kim").post(f"/afspraken/{asked.id}/", {"kind": "no"}).status_code == 404


def test_another_day_needs_a_day_that_exists_and_is_still_to_come(world):
    logged_in(world, "marieke").post(page_of(world) + "afspraken/", {"who": str(world.jan.id), "what": "Meelopen"})
    with world.acting("jan"):
        asked = Promise.objects.get()
    client, url = logged_in(world, "jan"), f"/afspraken/{asked.id}/"
    for day, said in (
        ("", "Kies een dag."),
        ("2026-02-31", "Deze dag bestaat niet"),
        ((timezone.localdate() - timedelta(days=1)).isoformat(), "al voorbij"),
    ):
        answer = client.post(url, {"kind": "other_day", "day": day, "words": "liever later"})
        assert answer.status_code == 400
        assert said in answer.content.decode()
        assert "liever later" in answer.content.decode()
    client.post(url, {"kind": "other_day", "day": (timezone.localdate() + timedelta(days=3)).isoformat()})
    with world.acting("riet"):
        assert Promise.objects.at_hand().get().state == "other_day"


def test_a_promise_without_words_or_in_the_past_keeps_what_was_typed(world):
    client = logged_in(world, "marieke")
    gone = client.post(
        page_of(world) + "afspraken/", {"who": str(world.marieke.id), "what": "Bellen", "day": date(2020, 1, 1)}
    )
    assert gone.status_code == 400
    assert "al voorbij" in gone.content.decode()
    assert 'value="Bellen"' in gone.content.decode()
    assert client.post(page_of(world) + "afspraken/", {"who": str(world.marieke.id), "what": ""}).status_code == 400
    with world.acting("marieke"):
        assert not Promise.objects.exists()


def test_a_new_story_is_read_by_whoever_began_it_until_somebody_is_let_in(world):
    client = logged_in(world, "marieke")
    client.post("/verhalen/nieuw/", {"name": "mw de Jong", "words": "Ik wil naar buiten."})
    with world.acting("marieke"):
        begun = Story.objects.get(person__name="mw de Jong")
        assert {m.person.called for m in Membership.objects.filter(circle=begun.circle)} == {
            "mw de Jong",
            "Marieke Bos",
        }
    url = f"/verhalen/{begun.id}/"
    assert logged_in(world, "yusuf").get(url).status_code == 404
    client.post(url + "lezers/", {"person": str(world.hats["yusuf"].id), "past": "alles"})
    assert "Ik wil naar buiten." in logged_in(world, "yusuf").get(url).content.decode()


def test_the_resident_ends_the_reading_of_another(world):
    with world.acting("riet"):
        of_jan = Membership.objects.get(circle=world.riets_story.circle_id, person=world.jan)
    logged_in(world, "fatima").post(f"/lidmaatschappen/{of_jan.id}/einde/")
    assert logged_in(world, "jan").get(page_of(world)).status_code == 200, "Fatima cannot"
    logged_in(world, "riet").post(f"/lidmaatschappen/{of_jan.id}/einde/")
    assert logged_in(world, "jan").get(page_of(world)).status_code == 404


def test_a_name_around_becomes_a_tie_and_a_known_name_stays_one_person(world):
    client = logged_in(world, "riet")
    for name in ("Ineke", "jan"):
        client.post(
            page_of(world) + "mensen/", {"name": name, "kind": "family", "ring": "2", "weight": "weak", "called": "zus"}
        )
    with world.acting("riet"):
        assert {tie.other.called for tie in Tie.objects.select_related("other")} == {"Ineke", "Jan Groen"}
        assert Person.objects.filter(name__istartswith="jan").count() == 1


def test_the_story_as_text_is_a_look_of_its_own(world):
    with world.acting("marieke"):
        note(line="Op de koffie.", circle=world.riets_story.circle, by=world.marieke, at=timezone.now())
    text = logged_in(world, "marieke").get(page_of(world) + "tekst/").content.decode()
    assert "Op de koffie." in text
    with world.acting("riet"):
        assert Look.objects.get().what == Looked.COPY
        assert Moment.objects.count() == 1


def test_another_day_by_link_is_taken_in_one_tap_by_whoever_asked(world):
    letter = ask_jan(world)
    with acting_as(office("post")):
        token = make_link(letter=letter, expires=timezone.now() + timedelta(days=1))
    day = timezone.localdate() + timedelta(days=5)
    Client().post(f"/brief/{token}/", {"answer": "other_day", "day": day.isoformat()})
    asker = logged_in(world, "marieke")
    assert "is goed" in asker.get(page_of(world)).content.decode()
    url = f"/afspraken/{letter.about_id}/andere-dag/"
    assert logged_in(world, "fatima").post(url).status_code == 404, "who asked says so, nobody else"
    asker.post(url)
    with world.acting("riet"):
        states = {one.state: one.day for one in Promise.objects.at_hand()}
        assert states["accepted"] == day
        assert set(states) == {"accepted", "not_kept"}
    asker.post(url)
    with world.acting("riet"):
        assert Promise.objects.count() == 2, "a second tap does nothing more"


def test_whoever_asked_notes_a_new_answer_and_another_reader_is_told_there_is_one(world):
    letter = ask_jan(world)
    with acting_as(office("post")):
        token = make_link(letter=letter, expires=timezone.now() + timedelta(days=1))
    Client().post(
        f"/brief/{token}/", {"answer": "other_day", "day": (timezone.localdate() + timedelta(days=5)).isoformat()}
    )
    refused = logged_in(world, "fatima").post(f"/afspraken/{letter.about_id}/", {"kind": "no", "words": "hij belde"})
    assert "Hier was al antwoord op" in refused.content.decode()
    assert "hij belde" in refused.content.decode()
    assert logged_in(world, "marieke").post(f"/afspraken/{letter.about_id}/", {"kind": "no"}).status_code == 302
    over = logged_in(world, "marieke").get(f"/afspraken/{letter.about_id}/")
    assert "Dit keer niet" in over.content.decode()
    assert "<form" not in over.content.decode().split("<main")[1]
    assert page_of(world) in over.content.decode(), "and the way back is to its story"

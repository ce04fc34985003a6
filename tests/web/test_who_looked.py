"""Who looked at what is about me: plain sentences, the same on one day once, and nobody else's log."""

from django.utils import timezone

from nabij.moments.verbs import note
from nabij.stories.verbs import tell
from nabij.trust.models import Look
from tests.web.asking import logged_in


def test_what_stands_on_today_and_in_the_list_is_a_look_as_well(world):
    now = timezone.now()
    with world.acting("marieke"):
        note(line="Op de koffie geweest.", circle=world.riets_story.circle, by=world.marieke, at=now)
        tell(story=world.riets_story, person=world.riet, words="Gewoon lopen.", by=world.marieke, at=now)
    for name in ("jan", "yusuf", "riet"):
        client = logged_in(world, name)
        client.get("/")
        client.get("/verhalen/")
    with world.acting("riet"):
        assert {(look.who_name, look.purpose) for look in Look.objects.all()} == {
            ("Jan Groen", "gelezen bij Vandaag"),
            ("Jan Groen", "gezien in de lijst van verhalen"),
        }


def test_looks_of_one_day_stand_once_with_how_many(world):
    worker = logged_in(world, "marieke")
    for _time in range(3):
        worker.get(f"/verhalen/{world.riets_story.id}/")
    logged_in(world, "fatima").get(f"/mensen/{world.riet.id}/")
    text = logged_in(world, "riet").get("/mijn/gekeken/").content.decode()
    assert text.count("<strong>Marieke Bos</strong>") == 1
    assert "drie keer die dag" in text
    assert "Fatima El Amrani" in text
    assert "Marieke Bos" not in logged_in(world, "kim").get("/mijn/gekeken/").content.decode()

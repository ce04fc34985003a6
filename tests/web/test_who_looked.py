"""Who looked at what is about me: plain sentences, the same on one day once, and nobody else's log."""

from tests.web.asking import logged_in


def test_looks_of_one_day_stand_once_with_how_many(world):
    worker = logged_in(world, "marieke")
    for _time in range(3):
        worker.get(f"/verhalen/{world.riets_story.id}/")
    logged_in(world, "fatima").get(f"/mensen/{world.riet.id}/")
    text = logged_in(world, "riet").get("/mijn-gegevens/").content.decode()
    assert text.count("Marieke Bos") == 1
    assert "drie keer die dag" in text
    assert "Fatima El Amrani" in text
    assert "Marieke Bos" not in logged_in(world, "kim").get("/mijn-gegevens/").content.decode()

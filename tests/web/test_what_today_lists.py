"""Today: promises, come-backs and what I asked others, each to its end and none of it cut off in silence."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from nabij.moments.models import FollowUp
from nabij.moments.verbs import ComeBack, note
from nabij.stories.verbs import answer, ask, keep, promise
from nabij.web.today.lines import past_day
from tests.web.asking import count, logged_in
from tests.world import AT, World


def promised(world: World, what: str, *, days: int = 0):
    """Marieke promised it, for a number of days from the day she did."""
    at = timezone.now() - timedelta(days=7)
    day = timezone.localdate(at) + timedelta(days=days)
    with world.acting("marieke"):
        return promise(circle=world.riets_story.circle, what=what, by=world.marieke, at=at, day=day)


def come_back_on(world: World, action: str, day: date) -> FollowUp:
    with world.acting("marieke"):
        circle = world.riets_story.circle
        note(line="Zondag.", circle=circle, by=world.marieke, at=timezone.now(), come_backs=[ComeBack(day, action)])
        return FollowUp.objects.get(action=action)


def today_of(world: World, name: str, url: str = "/") -> str:
    return logged_in(world, name).get(url).content.decode()


def test_a_promise_that_is_late_is_not_said_to_be_done(world):
    promised(world, "regelt de rollator", days=2)
    text = today_of(world, "marieke")
    assert "klaar moeten zijn." in text
    assert "Regelt de rollator" in text
    assert "regelt de rollator" not in today_of(world, "yusuf").lower()


def test_more_than_fits_is_a_link_away(world):
    for number in range(22):
        promised(world, f"Belofte {number:02}", days=number + 7)
        come_back_on(world, f"Terug naar {number:02}", timezone.localdate() - timedelta(days=30 - number))
    text = today_of(world, "marieke")
    assert "Belofte 21" not in text
    assert "/?beloofd=50#beloofd" in text
    assert "/?terug=50#terug" in text
    assert "Belofte 21" in today_of(world, "marieke", "/?beloofd=50")
    assert "Terug naar 21" in today_of(world, "marieke", "/?terug=50")
    assert count(logged_in(world, "marieke"), "/?beloofd=50&terug=50") <= 15


def test_what_i_asked_stands_there_with_how_it_stands(world):
    now, circle = timezone.now(), world.riets_story.circle
    with world.acting("marieke"):
        by = {"circle": circle, "by": world.marieke, "at": now}
        ask(who=world.jan, what="Loop je mee naar de markt?", **by)
        declined = ask(who=world.fatima, what="Kom je donderdag?", **by)
        moved = ask(who=world.jan, what="Fiets je mee?", **by)
        done = ask(who=world.jan, what="Heb je gebeld?", **by)
        answer(promise=done, kind="yes", by=world.jan, noted_by=world.marieke, at=now)
        keep(promise=done, kept=True, by=world.marieke, at=now)
    with world.acting("fatima"):
        answer(promise=declined, kind="no", by=world.fatima, at=now, words="Ik ben weg.")
    with world.acting("jan"):
        answer(promise=moved, kind="other_day", day=date(2027, 1, 5), by=world.jan, at=now)
    asked = today_of(world, "marieke").split("Wat je vroeg")[1].split("</section>")[0]
    assert "Loop je mee naar de markt?</p>" in asked
    assert "Nog geen antwoord." in asked
    assert "Dit keer niet. Ik ben weg." in asked
    assert "dinsdag 5 januari" in asked
    assert "Heb je gebeld?" not in asked
    assert "Wat je vroeg" not in today_of(world, "jan"), "Jan asked nobody"


def test_a_come_back_says_which_thursday_and_whose_story(world):
    come_back_on(world, "Vragen naar zondag", timezone.localdate() - timedelta(days=4))
    text = today_of(world, "marieke").split('id="terug"')[1].split("</section>")[0]
    assert "Afgelopen " in text
    assert f"/verhalen/{world.riets_story.id}/#moment-" in text
    assert 'id="terug"' not in today_of(world, "jan"), "it is Marieke's"


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "vandaag"), (1, "gisteren"), (2, "eergisteren"), (3, "afgelopen zondag"), (6, "afgelopen donderdag")],
)
def test_days_that_were_are_said_to_be_past(days, said):
    class Now:
        at, today = AT, timezone.localdate(AT)

    assert past_day(Now.today - timedelta(days=days), me=Now) == said  # type: ignore[arg-type]


def test_what_one_comes_back_to_later_goes_to_that_day(world):
    due, later = (
        come_back_on(world, "Vragen naar zondag", timezone.localdate()),
        timezone.localdate() + timedelta(days=3),
    )
    url, client = f"/terugkomen/{due.id}/later/", logged_in(world, "marieke")
    assert logged_in(world, "jan").post(url, {"day": later.isoformat()}).status_code == 404
    for day, said in (("", "Kies een dag."), ("2026-02-31", "bestaat niet"), ("2020-01-01", "al voorbij")):
        refused = client.post(url, {"day": day})
        assert refused.status_code == 400
        assert said in refused.content.decode()
    assert client.post(url, {"day": later.isoformat()}).status_code == 302
    with world.acting("marieke"):
        assert FollowUp.objects.get(done__isnull=True).day == later
    assert "Vragen naar zondag" not in client.get("/").content.decode().split("Wat er om je heen")[0]


def test_nobody_is_praised_for_coming_back(world):
    due = come_back_on(world, "Vragen naar zondag", timezone.localdate())
    client = logged_in(world, "marieke")
    client.post(f"/terugkomen/{due.id}/")
    text = client.get("/").content.decode()
    assert "Gedaan." in text
    assert "Goed dat" not in text


def test_a_theme_in_the_line_is_not_said_twice(world):
    circle, now = world.riets_story.circle, timezone.now()
    with world.acting("marieke"):
        note(line="Mist haar zus #eenzaam", circle=circle, by=world.marieke, at=now, themes=["eenzaam"])
        note(line="Wil lopen", circle=circle, by=world.marieke, at=now, themes=["markt"])
    text = today_of(world, "jan")
    assert text.count("#eenzaam") == 1
    assert text.count("#markt") == 1


def test_the_text_to_copy_ends_every_line_as_a_sentence_does(world):
    circle, now = world.riets_story.circle, timezone.now()
    with world.acting("marieke"):
        shared = {"circle": circle, "by": world.marieke, "at": now, "story": world.riets_story}
        keep(promise=promise(what="Rollator regelen", **shared), kept=True, by=world.marieke, at=now)
        keep(promise=promise(what="Zus bellen", **shared), kept=False, by=world.marieke, at=now)
        ask(who=world.jan, what="Loop je mee?", **shared)
    url = f"/verhalen/{world.riets_story.id}/tekst/"
    text = logged_in(world, "marieke").get(url).content.decode().split("<textarea")[1].split("</textarea>")[0]
    assert "- Marieke Bos: Rollator regelen. Gedaan.\n" in text
    assert "- Marieke Bos: Zus bellen. Is niet gelukt.\n" in text
    assert "- Jan Groen: Loop je mee? Gevraagd door Marieke, nog geen antwoord.\n" in text
    assert not [line for line in text.splitlines() if line != line.rstrip()]
    assert logged_in(world, "yusuf").get(url).status_code == 404

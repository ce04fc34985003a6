"""Leaving on the screen: what one carries, what cannot be is said in a sentence, and the page asks no more for more."""

from datetime import timedelta

import pytest
from django.utils import timezone

from nabij.memory.models import Handover
from nabij.moments.verbs import ComeBack, note
from nabij.stories.verbs import promise
from nabij.trust.models import Look, Membership
from tests.web.asking import count, logged_in
from tests.world import World

pytestmark = pytest.mark.django_db


def carries(world: World, *, times: int) -> None:
    with world.acting("marieke"):
        said = {"circle": world.riets_story.circle, "by": world.marieke, "at": timezone.now()}
        for n in range(times):
            note(line=f"Iets {n}.", come_backs=[ComeBack(timezone.localdate(), f"terug {n}")], **said)
            promise(what=f"Brood {n}", story=world.riets_story, **said)


def test_the_page_holds_all_of_it_and_asks_no_more_for_more(world: World) -> None:
    worker = logged_in(world, "marieke")
    carries(world, times=1)
    asked = count(worker, "/weggaan/")
    carries(world, times=8)
    assert count(worker, "/weggaan/") <= min(asked, 32)
    text = worker.get("/weggaan/").text
    for words in ("Riet Kuiper", "Brood 7", "Terug 7", "Bewoners die nog niet weten dat je weggaat"):
        assert words in text
    with world.acting("riet"):
        assert Look.objects.filter(who=world.marieke.id, about=world.riet.id).exists()
    assert "Je draagt nu niets." in logged_in(world, "loes").get("/weggaan/").text
    assert worker.post("/weggaan/einde/", follow=True).text.count("Er ligt nog iets bij jou") == 1
    with world.acting("marieke"):
        assert Membership.objects.current().filter(person=world.marieke, circle=world.riets_story.circle).exists()


def test_a_day_that_is_over_gets_a_sentence_and_nothing_typed_is_lost(world: World) -> None:
    page = f"/verhalen/{world.riets_story.id}/overdracht/"
    over = (timezone.localdate() - timedelta(days=2)).isoformat()
    hat = str(world.hats["yusuf"].id)
    sent = logged_in(world, "marieke").post(page, {"to": hat, "last_day": over})
    assert sent.status_code == 400
    assert "Die dag is al voorbij." in sent.text
    assert over in sent.text
    assert f'value="{hat}" selected' in sent.text
    assert logged_in(world, "kim").get(page).status_code == 404
    assert logged_in(world, "riet").get(page).status_code == 404, "it is hers, and she hands it to nobody"


def test_the_resident_answers_once_and_knows_whom_it_is_about(world: World) -> None:
    last = (timezone.localdate() + timedelta(days=9)).isoformat()
    worker, page = logged_in(world, "marieke"), f"/verhalen/{world.riets_story.id}/overdracht/"
    worker.post(page, {"to": str(world.hats["yusuf"].id), "last_day": last})
    resident = logged_in(world, "riet")
    assert "Marieke gaat weg. Mag Yusuf het overnemen?" in resident.get("/").text
    with world.acting("riet"):
        key = Handover.objects.get().id
    unanswered = resident.post(f"/overdrachten/{key}/", {"past": ""})
    assert unanswered.status_code == 400
    assert "Mag Yusuf het overnemen en meelezen?" in unanswered.text
    asked = resident.get(f"/overdrachten/{key}/").text
    assert "Yusuf Demir" in asked
    assert "Jij beslist wat Yusuf mag lezen." in asked
    assert "Degene om wie het gaat, beslist" in worker.get(f"/overdrachten/{key}/").text
    assert logged_in(world, "fatima").get(f"/overdrachten/{key}/").status_code == 404
    assert "Wacht eerst op het antwoord" in worker.post(f"/overdrachten/{key}/vraag/", follow=True).text
    resident.post(f"/overdrachten/{key}/", {"past": "all"})
    assert "gaat weg. Mag" not in resident.get("/").text
    assert "Gevraagd aan Yusuf." in worker.post(f"/overdrachten/{key}/vraag/", follow=True).text

"""A story closes with what it brought, takes nothing new, is read as before, and opens again."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from nabij.moments.models import FollowUp, Moment
from nabij.moments.verbs import ComeBack, come_back, note
from nabij.stories.closing import ClosedAlready, NotClosed, NotInWidest, StillOpen, close, reopen
from nabij.stories.models import Closing, OwnWords, Promise, Reopening
from nabij.stories.verbs import begin_smaller_circle, keep, promise
from nabij.trust.models import Trace
from nabij.trust.verbs import let_in
from nabij.trust.whatfor import StoryClosed
from tests.web.asking import count, logged_in
from tests.world import World


def page_of(world: World, under: str = "") -> str:
    return f"/verhalen/{world.riets_story.id}/{under}"


def closed_by(world: World, name: str, outcome: str = "") -> Closing:
    with world.acting(name):
        said = {"story": world.riets_story, "outcome": outcome, "person": world.riet}
        return close(by=world.people[name], at=timezone.now(), **said)


def test_who_reads_it_whole_closes_it_and_who_does_not_may_neither_close_nor_open_it(world: World):
    now, story = timezone.now(), world.riets_story
    with world.acting("marieke"):
        small = begin_smaller_circle(story=story, name="Wij", by=world.marieke, at=now, readers=[])
        let_in(circle=small, person=world.yusuf, by=world.marieke, at=now, hat=world.hats["yusuf"])
    straight = {"story": story, "circle": story.circle, "at": now}
    for outsider in ("loes", "yusuf"):
        with world.acting(outsider):
            with pytest.raises(NotInWidest):
                close(story=story, by=world.people[outsider], at=now)
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                Closing.objects.create(by=world.people[outsider], **straight)
    shut = closed_by(world, "marieke", "Ik loop weer naar de markt.")
    with world.acting("riet"):
        told = OwnWords.objects.get(kind=OwnWords.Kind.OUTCOME)
        assert told.id == shut.words
        assert (told.words, told.person, told.noted_by) == ("Ik loop weer naar de markt.", world.riet, world.marieke)
        assert Trace.objects.filter(what="close_story").exists()
        with pytest.raises(ClosedAlready):
            close(story=story, by=world.riet, at=now)
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Closing.objects.create(by=world.riet, **straight)
    with world.acting("yusuf"):
        assert Closing.objects.filter(story=story).exists(), "a smaller circle knows that it is closed"
        with pytest.raises(NotInWidest):
            reopen(story=story, by=world.yusuf, at=now)
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Reopening.objects.create(closing=shut, by=world.yusuf, at=now)
        with pytest.raises(StoryClosed):
            note(line="Toch nog iets.", circle=small, by=world.yusuf, at=now)
    with world.acting("riet"):
        reopen(story=story, by=world.riet, at=now)
        assert note(line="Verder.", circle=story.circle, by=world.riet, at=now)
        with pytest.raises(NotClosed):
            reopen(story=story, by=world.riet, at=now)


def test_closed_nothing_new_is_written_not_even_past_the_verbs_and_all_is_read_as_before(world: World):
    now, circle = timezone.now(), world.riets_story.circle
    with world.acting("marieke"):
        before = note(line="Naar de brug.", circle=circle, by=world.marieke, at=now)
    closed_by(world, "marieke")
    with world.acting("jan"):
        assert Moment.objects.filter(id=before.id).exists()
        with pytest.raises(StoryClosed):
            note(line="Nog iets.", circle=circle, by=world.jan, at=now)
        with pytest.raises(StoryClosed):
            promise(circle=circle, story=world.riets_story, what="Meelopen", by=world.jan, at=now)
        said = {"circle": circle, "author": world.jan, "kind": "note", "purpose_id": circle.purpose_id}
        moment = Moment(line="Langs de regel heen", happened_at=now, noted_at=now, **said)
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            moment.save(force_insert=True)
        reopen(story=world.riets_story, by=world.jan, at=now)
        moment.save(force_insert=True)


def test_what_is_open_is_named_with_a_link_and_gets_an_end_first(world: World):
    now, circle = timezone.now(), world.riets_story.circle
    with world.acting("marieke"):
        back = [ComeBack(timezone.localdate() + timedelta(days=2), "Bellen over de rollator")]
        note(line="Rollator.", circle=circle, by=world.marieke, at=now, come_backs=back)
        made = promise(circle=circle, story=world.riets_story, what="Rollator regelen", by=world.marieke, at=now)
        waiting = FollowUp.objects.get()
    with pytest.raises(StillOpen):
        closed_by(world, "riet")
    riet = logged_in(world, "riet")
    asked = riet.get(page_of(world, "afsluiting/")).content.decode()
    assert f"/afspraken/{made.id}/" in asked and "Bellen over de rollator" in asked
    assert 'name="outcome"' not in asked, "what is open comes first"
    refused = riet.post(page_of(world, "afsluiting/"), {"outcome": "Het hielp mij wel."})
    assert refused.status_code == 400 and "Het hielp mij wel." in refused.content.decode(), "what was typed stays"
    assert riet.post(page_of(world, "afsluiting/"), {"come_back": str(waiting.id)}).status_code == 302
    assert riet.post(page_of(world, "afsluiting/"), {"come_back": "geen sleutel"}).status_code == 404
    assert logged_in(world, "yusuf").post(page_of(world, "afsluiting/"), {"outcome": "Klaar."}).status_code == 404
    with world.acting("marieke"):
        keep(promise=Promise.objects.get(), kept=True, by=world.marieke, at=now)
    assert riet.post(page_of(world, "afsluiting/"), {"outcome": "Het hielp mij wel."}).status_code == 302


def test_on_the_screen_it_stands_apart_and_what_was_typed_stays_until_it_is_opened_again(world: World):
    jan, riet = logged_in(world, "jan"), logged_in(world, "riet")
    closed_by(world, "riet", "Ik loop weer naar de markt.")
    story = jan.get(page_of(world)).content.decode()
    assert "Ik loop weer naar de markt." in story and "Dit verhaal is afgesloten" in story
    assert 'id="regel"' not in story, "there is nothing to write in"
    assert 'id="afgesloten"' in jan.get("/verhalen/").content.decode()
    line = {"line": "De hond mist haar.", "circle": str(world.riets_story.circle_id), "fixed": "1"}
    typed = jan.post("/momenten/", {**line, "seen": line["circle"], "back": page_of(world)})
    assert typed.status_code == 400
    assert "Dit verhaal is afgesloten. Heropen het eerst" in typed.content.decode()
    assert "De hond mist haar." in typed.content.decode()
    for under, said in (("woorden/", {"words": "Te laat."}), ("hoe-het-gaat/", {"words": "Te laat."})):
        late = riet.post(page_of(world, under), said)
        assert late.status_code == 400 and "Te laat." in late.content.decode()
    assert logged_in(world, "yusuf").post(page_of(world, "heropening/")).status_code == 404
    assert jan.post(page_of(world, "heropening/")).status_code == 302
    assert jan.post(page_of(world, "heropening/")).status_code == 302, "twice is no mistake"
    assert 'id="regel"' in jan.get(page_of(world)).content.decode()
    assert 'id="afgesloten"' not in jan.get("/verhalen/").content.decode()
    assert count(jan, page_of(world, "afsluiting/")) <= 16


def test_come_back_of_somebody_who_is_away_does_not_keep_it_open_for_ever(world: World):
    now = timezone.now()
    with world.acting("marieke"):
        back = [ComeBack(timezone.localdate(), "Bellen")]
        note(line="Later.", circle=world.riets_story.circle, by=world.marieke, at=now, come_backs=back)
    with world.acting("jan"):
        come_back(follow_up=FollowUp.objects.get(), by=world.jan, at=now)
    assert closed_by(world, "jan").by == world.jan

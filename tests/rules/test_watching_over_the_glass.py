"""The trusted third: told at once, decides when the circle hears, judges each; and reads nothing themselves."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from nabij.moments.models import Moment
from nabij.post.models import Letter
from nabij.stories.breaking import (
    WhyNotYet,
    WordsNeeded,
    judge,
    tell_circle,
)
from nabij.stories.glassreading import told_in, watched
from nabij.stories.reminding import remind, tell
from nabij.stories.verbs import DayGone
from nabij.trust.acting import acting_as, office
from nabij.trust.glass import BreakGlass, GlassReview, GlassTelling
from nabij.trust.models import Look
from tests.rules.danger import REFUSED, behind, broken, in_days, now
from tests.world import World


def test_the_third_hears_at_once_and_reads_nothing(watched_world: World):
    world = watched_world
    glass = broken(world)
    with world.acting("yusuf"):
        behind(world, glass)
        behind(world, glass)
    with world.acting("loes"):
        letter = Letter.objects.get(about_kind="glass_broken")
        assert (letter.reader_id, letter.about_id, letter.words) == (world.loes.id, glass.id, "")
        (one,) = watched(by=world.loes)
        assert (one.glass.about_name, one.glass.attempt.reason, len(one.looks)) == (
            "Riet Kuiper", "Ze roept om hulp.", 2,
        )  # fmt: skip
        assert not Moment.objects.exists()


def test_the_circle_hears_only_when_the_third_agrees(watched_world: World):
    world = watched_world
    glass = broken(world)
    with world.acting("yusuf"):
        behind(world, glass)
    residents = [world.riet.id]
    for name in ("riet", "marieke", "jan"):
        with world.acting(name):
            assert told_in(residents=residents) == []
            assert not Look.objects.filter(what="break_glass").exists()
    with world.acting("loes"):
        with pytest.raises(WhyNotYet):
            tell_circle(glass=glass, told=False, by=world.loes, at=now())
        with pytest.raises(DayGone):
            tell_circle(glass=glass, told=False, why="x", again=in_days(0), by=world.loes, at=now())
        tell_circle(glass=glass, told=False, why="Er is nog gevaar.", again=in_days(2), by=world.loes, at=now())
    with world.acting("riet"):
        assert told_in(residents=residents) == []
    with acting_as(office("reminders")):
        assert tell(glass_id=glass.id, at=now()) == 0
    with world.acting("loes"):
        tell_circle(glass=glass, told=True, why="Het is nu veilig.", by=world.loes, at=now())
    for name, looks in (("riet", 1), ("marieke", 0), ("jan", 0)):
        with world.acting(name):
            (one,) = told_in(residents=residents)
            assert (one.glass.by_name, one.told.why, len(one.looks)) == ("Yusuf Demir", "Het is nu veilig.", looks)
            assert not GlassTelling.objects.filter(told=False).exists()
    for name in ("kim",):
        with world.acting(name):
            assert not BreakGlass.objects.exists()


def test_everybody_around_gets_one_letter_when_it_is_told(watched_world: World):
    world = watched_world
    glass = broken(world)
    with world.acting("loes"):
        tell_circle(glass=glass, told=True, by=world.loes, at=now())
    with acting_as(office("reminders")):
        assert tell(glass_id=glass.id, at=now()) == 4
        assert tell(glass_id=glass.id, at=now()) == 0
    for name, letters in (("riet", 1), ("jan", 1), ("kim", 0), ("yusuf", 0)):
        with world.acting(name):
            told = Letter.objects.filter(about_kind="glass_told", reader=world.people[name])
            assert [one.words for one in told] == [""] * letters


def test_only_the_third_decides_and_judges(watched_world: World):
    world = watched_world
    glass = broken(world)
    for name in ("yusuf", "riet", "marieke", "fatima"):
        with world.acting(name):
            for model, more in ((GlassTelling, {"told": True}), (GlassReview, {"verdict": "needed", "words": "x"})):
                with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                    model.objects.create(glass_id=glass.id, by=world.people[name], at=now(), **more)
    with world.acting("loes"):
        with pytest.raises(WordsNeeded):
            judge(glass=glass, verdict="needed", words=" ", by=world.loes, at=now())
        judge(glass=glass, verdict="needed", words="Er was echt gevaar.", by=world.loes, at=now())
        tell_circle(glass=glass, told=True, by=world.loes, at=now())
        assert not watched(by=world.loes)[0].asks(now())
    with world.acting("riet"):
        assert GlassReview.objects.get().words == "Er was echt gevaar."


def test_each_is_reviewed_because_it_is_asked_again_each_week(watched_world: World):
    world = watched_world
    glass = broken(world)
    at = now()
    with acting_as(office("reminders")):
        assert remind(at=at) == 0  # The third was written to just now; so was the second of the sealed note.
        later = at + timedelta(days=7)
        assert remind(at=later) == 2
        assert remind(at=later) == 0
    with world.acting("loes"):
        assert Letter.objects.filter(about_kind="glass_broken", about_id=glass.id).count() == 2
        judge(glass=glass, verdict="needed", words="Ja.", by=world.loes, at=at)
        tell_circle(glass=glass, told=True, by=world.loes, at=at)
    with acting_as(office("reminders")):
        remind(at=at + timedelta(days=30))
    with world.acting("loes"):
        assert Letter.objects.filter(about_kind="glass_broken").count() == 2

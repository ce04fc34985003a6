"""Deciding: once the voices are open, by who weighed, with who thinks otherwise kept in it; and what comes after."""

from datetime import timedelta

import pytest

from nabij.post.models import Letter
from nabij.trust.acting import acting_as, office
from nabij.weighing.deciding import (
    Decided,
    DecidedAlready,
    Goes,
    MinorityNeeded,
    NotBetweenYou,
    NotYoursToDecide,
    ReasonsNeeded,
    SaidAlready,
    StillBlind,
    decide,
    say_how_it_goes,
    say_what_came,
    whom_it_went_against,
)
from nabij.weighing.decisions import Came, Decision, WorkingTogether
from nabij.weighing.dilemmas import Dilemma
from nabij.weighing.letters import remind, write_letters
from nabij.weighing.reading import where_i_think_along, whole
from nabij.weighing.speaking import IsDecided, NothingTold, tell_perspective
from nabij.weighing.speaking_as import NotAsked
from tests.weighing.street import Street, now

AGAINST = "Zonder boete leren we anderen dat melden niet hoeft."


def decided(there: Street, **other: object) -> Decided:
    said = {"words": "Zij geeft het zelf door.", "reasons": "Zij vertelde het zelf.", "option": there.option(1)}
    return Decided(**{**said, **other})


@pytest.fixture
def spoken(there: Street) -> Street:
    """All who weigh have spoken; Yusuf would rather have all of it back, and Riet said something too."""
    there.speak("riet", 4, 4, 1)
    there.speak("fatima", 5, 2, 1)
    there.speak("yusuf", 3, 1, 4, why1=AGAINST)
    there.speak("gerda", 5, 3, 1)
    there.speak("marieke", 5, 2, 1)
    return there


@pytest.fixture
def done(spoken: Street) -> Decision:
    with spoken.acting("marieke"):
        said = decided(spoken, minority=AGAINST)
        return decide(dilemma=spoken.dilemma.id, decided=said, by=spoken.marieke, at=now())


def test_before_the_voices_are_open_nothing_is_decided(there: Street) -> None:
    there.speak("marieke", 5, 2, 1)
    said = decided(there, minority=AGAINST)
    with there.acting("marieke"), pytest.raises(StillBlind, match="Besluiten kan als de stemmen open zijn"):
        decide(dilemma=there.dilemma.id, decided=said, by=there.marieke, at=now())


def test_where_people_differ_who_thinks_otherwise_is_kept(spoken: Street) -> None:
    with spoken.acting("marieke"):
        with pytest.raises(MinorityNeeded, match="Niet iedereen denkt er zo over") as needed:
            decide(dilemma=spoken.dilemma.id, decided=decided(spoken), by=spoken.marieke, at=now())
        assert AGAINST in needed.value.offers
        with pytest.raises(ReasonsNeeded):
            said = decided(spoken, reasons=" ", minority=AGAINST)
            decide(dilemma=spoken.dilemma.id, decided=said, by=spoken.marieke, at=now())
        said = decided(spoken, minority=needed.value.offers)
        made = decide(
            dilemma=spoken.dilemma.id, decided=said, by=spoken.marieke, at=now(), hat=spoken.world.hats["marieke"].id
        )
        assert (made.minority, made.role, made.formal) == (needed.value.offers, "wijkwerker", True)


def test_who_all_agree_need_no_minority(there: Street) -> None:
    for who in ("fatima", "yusuf", "gerda", "marieke"):
        there.speak(who, 5, 2, 1)
    with there.acting("yusuf"):
        assert decide(dilemma=there.dilemma.id, decided=decided(there), by=there.yusuf, at=now()).minority == ""


def test_something_else_than_was_weighed_keeps_what_people_thought(there: Street) -> None:
    for who in ("fatima", "yusuf", "gerda", "marieke"):
        there.speak(who, 5, 2, 1)
    with there.acting("yusuf"):
        said = decided(there, option=None)
        with pytest.raises(MinorityNeeded):
            decide(dilemma=there.dilemma.id, decided=said, by=there.yusuf, at=now())
        said = decided(there, option=None, minority="Allen wilden het zelf doorgeven.")
        assert decide(dilemma=there.dilemma.id, decided=said, by=there.yusuf, at=now()).option_id is None


def test_a_second_decision_is_refused(spoken: Street, done: Decision) -> None:
    said = decided(spoken, minority=AGAINST)
    for who in ("marieke", "yusuf"):
        with spoken.acting(who), pytest.raises(DecidedAlready, match="Dat besluit blijft staan"):
            decide(dilemma=spoken.dilemma.id, decided=said, by=spoken.world.people[who], at=now())
    with spoken.acting("fatima"), pytest.raises(IsDecided):
        late = {"logic": "client", "words": "Te laat.", "by": spoken.fatima, "at": now()}
        tell_perspective(dilemma=spoken.dilemma.id, **late)


@pytest.mark.parametrize(
    ("who", "refused"), [("kees", NotYoursToDecide), ("riet", NotYoursToDecide), ("jan", NotAsked)]
)
def test_who_did_not_weigh_carries_no_decision(spoken: Street, who: str, refused: type[ValueError]) -> None:
    said = decided(spoken, minority=AGAINST)
    with spoken.acting(who), pytest.raises(refused):
        decide(dilemma=spoken.dilemma.id, decided=said, by=spoken.world.people[who], at=now())


def test_what_came_of_it_is_said_by_who_thought_along(spoken: Street, done: Decision) -> None:
    for who in ("marieke", "kees", "riet"):
        with spoken.acting(who):
            say_what_came(decision=done, words="Het is doorgegeven.", by=spoken.world.people[who], at=now())
            with pytest.raises(NothingTold):
                say_what_came(decision=done, words=" ", by=spoken.world.people[who], at=now())
    with spoken.acting("jan"):
        assert Came.objects.count() == 3  # The circle reads on.
        with pytest.raises(NotAsked):
            say_what_came(decision=done, words="Ik weet het.", by=spoken.jan, at=now())
    with spoken.acting("loes"):
        assert (Decision.objects.count(), Came.objects.count()) == (0, 0)


def test_after_a_month_both_are_asked_privately_how_they_work_together(spoken: Street, done: Decision) -> None:
    with acting_as(office("reminders")):
        write_letters(dilemma=spoken.dilemma.id, at=now())
        asked = Letter.objects.filter(about_kind="working_together")
        assert {one.reader_id for one in asked} == {spoken.marieke.id, spoken.yusuf.id}
        assert all(one.due >= done.at + timedelta(days=30) and one.writer_id == one.reader_id for one in asked)
        assert not any(one.words for one in asked)
    goes = Goes(how="hard", words="Wij bellen minder.")
    with spoken.acting("yusuf"):
        assert whom_it_went_against(done.id) == [spoken.marieke.id]
        say_how_it_goes(decision=done.id, other=spoken.marieke.id, goes=goes, by=spoken.yusuf, at=now())
        with pytest.raises(SaidAlready):
            say_how_it_goes(decision=done.id, other=spoken.marieke.id, goes=goes, by=spoken.yusuf, at=now())
    with spoken.acting("marieke"):
        assert not WorkingTogether.objects.exists()
        shared = Goes(how="so_so", words="Koffie?", shared=True)
        say_how_it_goes(decision=done.id, other=spoken.yusuf.id, goes=shared, by=spoken.marieke, at=now())
    with spoken.acting("yusuf"):
        assert [one.words for one in WorkingTogether.objects.order_by("at")] == ["Wij bellen minder.", "Koffie?"]
    for who in ("fatima", "kees", "riet", "jan"):
        with spoken.acting(who):
            assert not WorkingTogether.objects.exists()
            assert whom_it_went_against(done.id) == []
            with pytest.raises(NotBetweenYou):
                by = spoken.world.people[who]
                say_how_it_goes(decision=done.id, other=spoken.marieke.id, goes=goes, by=by, at=now())


def test_each_letter_is_written_once_and_says_nothing(there: Street) -> None:
    def letters() -> list[tuple[str, str]]:
        with acting_as(office("reminders")):
            write_letters(dilemma=there.dilemma.id, at=now())
            found = Letter.objects.filter(about_id=there.dilemma.id)
            assert not any(one.words or one.circle_key for one in found)
            return sorted(found.values_list("about_kind", "kind"))

    asked = [("dilemma", "notice")] * 3 + [("dilemma", "question")] * 2  # Kees and Gerda cannot log in.
    assert letters() == letters() == asked
    there.close()
    with acting_as(office("reminders")):
        assert remind(at=now()) == 5  # Marieke raised it, and sees that it closed.
        assert remind(at=now()) == 0
    with there.acting("marieke"):
        said = decided(there)
        decide(dilemma=there.dilemma.id, decided=said, by=there.marieke, at=now())
    assert len(letters()) == 15


def test_one_finds_what_was_raised_and_where_one_thinks_along(spoken: Street, done: Decision) -> None:
    for who, along, there in (("marieke", 1, 1), ("jan", 0, 1), ("yusuf", 1, 0), ("loes", 0, 0)):
        with spoken.acting(who):
            assert where_i_think_along(spoken.world.people[who].id).count() == along, who
            assert Dilemma.objects.filter(raised_in__circle=spoken.world.riets_story.circle_id).count() == there, who
    with spoken.acting("fatima"):
        seen = whole(spoken.dilemma.id, who=spoken.fatima)
        assert seen.decision == done
        assert seen.my_voice.person_id == spoken.fatima.id
        assert len(seen.voices) == 5

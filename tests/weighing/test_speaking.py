"""Speaking: of every option, from 1 to 5, in a hat one wears, and changed until the voices are open."""

from datetime import timedelta

import pytest
from django.db import connection

from nabij.post.models import Letter, Link
from nabij.post.verbs import LinkExpired, make_link
from nabij.trust.acting import acting_as, office
from nabij.weighing.dilemmas import Participant, Perspective
from nabij.weighing.letters import write_letters
from nabij.weighing.raising import stop, stop_by_link
from nabij.weighing.reading import whole, whole_by_link
from nabij.weighing.speaking import (
    LeadsTheTalk,
    NotAnyMore,
    NothingTold,
    OptionMissing,
    OutOfRange,
    TooLate,
    speak,
    speak_by_link,
    tell_perspective,
    tell_perspective_by_link,
)
from nabij.weighing.speaking_as import NotAsked, NotYourHat
from nabij.weighing.voices import Choice, Voice
from tests.conftest import owner
from tests.weighing.street import Street, now


@pytest.mark.parametrize("value", [0, 6, -1])
def test_a_value_outside_one_to_five_is_refused(there: Street, value: int) -> None:
    with pytest.raises(OutOfRange, match="tot 5"):
        there.speak("fatima", 5, value, 1)


def test_an_option_without_a_value_is_refused(there: Street) -> None:
    said = there.values(5, 2, 1)
    for half in (said[:2], [*said[:2], said[0]], [*said, said[0]], []):
        with there.acting("fatima"), pytest.raises(OptionMissing, match="Geef elke keuze een cijfer"):
            speak(dilemma=there.dilemma.id, said=half, by=there.fatima, at=now())
    with there.acting("fatima"):
        assert not Voice.objects.exists()


def test_one_speaks_in_a_hat_one_wears_and_a_changed_mind_leaves_nothing(there: Street) -> None:
    first, hat = there.values(5, 2, 1, why1="Eerlijk."), there.world.hats["fatima"]
    with there.acting("fatima"):
        speak(dilemma=there.dilemma.id, said=first, by=there.fatima, at=now(), hat=hat.id)
        voice = Voice.objects.get()
        assert (voice.name, voice.role, voice.formal) == ("Fatima El Amrani", "leidt Samen Wandelen", False)
        with pytest.raises(NotYourHat):
            speak(dilemma=there.dilemma.id, said=first, by=there.fatima, at=now(), hat=there.world.hats["yusuf"].id)
    there.speak("fatima", 1, 5, 1)
    with owner():
        assert [one.value for one in Choice.objects.order_by("option__number")] == [1, 5, 1]
        assert not Choice.objects.filter(why="Eerlijk.").exists()


def test_whom_it_concerns_speaks_without_a_shape_and_nobody_waits_for_it(there: Street) -> None:
    assert there.speak("riet", 4, 3, 1).formal is None
    for who in ("marieke", "fatima", "gerda"):
        there.speak(who, 5, 2, 1)
    with there.acting("marieke"):
        assert not whole(there.dilemma.id, who=there.marieke).is_open
    there.speak("yusuf", 5, 2, 1)
    with there.acting("marieke"):
        seen = whole(there.dilemma.id, who=there.marieke)
        assert (seen.is_open, seen.spoken.spoken, seen.spoken.asked, len(seen.voices)) == (True, 5, 5, 5)


def test_the_silence_of_whom_it_concerns_holds_nobody_up(there: Street) -> None:
    for who in ("marieke", "fatima", "gerda", "yusuf"):
        there.speak(who, 5, 2, 1)
    with pytest.raises(TooLate, match="De stemmen zijn al open"):
        there.speak("riet", 4, 3, 1)


def test_one_who_weighs_alone_opens_nothing(there: Street) -> None:
    with there.acting("marieke"):
        for one in Participant.objects.filter(part="weighs").exclude(person=there.marieke):
            stop(participant=one, by=there.marieke, at=now())
    there.speak("marieke", 5, 2, 1)
    there.speak("marieke", 5, 3, 1)  # So it is still blind.


def test_the_facilitator_and_who_was_not_asked_have_no_voice(there: Street) -> None:
    said = there.values(5, 2, 1)
    for who, refused in (("kees", LeadsTheTalk), ("jan", NotAsked), ("loes", NotAsked)):
        with there.acting(who), pytest.raises(refused):
            speak(dilemma=there.dilemma.id, said=said, by=there.world.people[who], at=now())


def test_a_voice_after_the_opening_is_refused(there: Street) -> None:
    there.speak("fatima", 5, 2, 1)
    there.close()
    for who in ("fatima", "yusuf", "gerda"):
        with pytest.raises(TooLate, match="De stemmen zijn al open"):
            there.speak(who, 1, 1, 1)
    with there.acting("yusuf"):
        assert Voice.objects.get().person_id == there.fatima.id


def test_each_side_is_told_and_the_last_one_is_read(there: Street) -> None:
    for who, logic, words in (
        ("fatima", "professional", "Vertrouwen is de weg naar de schulden."),
        ("kees", "management", "Zoals ik het aan tafel hoorde: wij weten het nu."),
        ("fatima", "professional", "Haar vertrouwen is de weg naar de schulden."),
        ("riet", "client", "Het was drie keer een avond zonder buikpijn."),
    ):
        with there.acting(who):
            by = there.world.people[who]
            tell_perspective(dilemma=there.dilemma.id, logic=logic, words=words, by=by, at=now())
    with there.acting("yusuf"):
        told = whole(there.dilemma.id, who=there.yusuf).perspectives
        assert [(one.logic, one.by_name, one.formal) for one in told] == [
            ("client", "de bewoner", None),
            ("professional", "Fatima El Amrani", False),
            ("management", "Kees Vlaar", False),
        ]
        assert told[1].words.startswith("Haar")
        with pytest.raises(NothingTold):
            tell_perspective(dilemma=there.dilemma.id, logic="client", words=" ", by=there.yusuf, at=now())
    with there.acting("jan"):
        assert not Perspective.objects.exists()
        with pytest.raises(NotAsked):
            tell_perspective(dilemma=there.dilemma.id, logic="client", words="Ik ook.", by=there.jan, at=now())


@pytest.fixture
def gerdas(there: Street) -> Link:
    """The link in Gerda's letter."""
    with acting_as(office("reminders")):
        assert write_letters(dilemma=there.dilemma.id, at=now()) == 5
        assert write_letters(dilemma=there.dilemma.id, at=now()) == 0
    with acting_as(office("post")):
        asked = Letter.objects.get(reader=there.gerda)
        assert (asked.kind, asked.about_kind, asked.words) == ("question", "dilemma", "")
        token = make_link(letter=asked, expires=asked.expires or now())
    with acting_as(office("door")):
        return Link.objects.of_token(token).get()


def test_a_link_speaks_and_changes_until_the_voices_are_open(there: Street, gerdas: Link) -> None:
    for values in ((4, 4, 1), (5, 2, 1)):
        said = there.values(*values)
        with there.acting("gerda"):
            speak_by_link(link=gerdas, said=said, at=now())
            seen = whole_by_link(gerdas)
            assert [one.value for one in seen.voices[0].choices.all()] == list(values)
            assert (len(seen.voices), len(seen.people), seen.is_open) == (1, 1, False)
    with there.acting("gerda"):
        tell_perspective_by_link(link=gerdas, logic="client", words="Dit herken ik.", at=now())
        with pytest.raises(LinkExpired):
            speak_by_link(link=gerdas, said=said, at=now() + timedelta(days=30))
    for who in ("marieke", "fatima", "yusuf"):
        there.speak(who, 5, 2, 1)
    with there.acting("gerda"):
        seen = whole_by_link(gerdas)
        assert (len(seen.voices), seen.is_open) == (4, True)
        with pytest.raises(TooLate):
            speak_by_link(link=gerdas, said=said, at=now())


def test_a_voice_by_a_link_that_was_taken_back_is_refused(there: Street, gerdas: Link) -> None:
    with there.acting("marieke"):
        stop(participant=Participant.objects.get(person=there.gerda), by=there.marieke, at=now())
    said = there.values(5, 2, 1)
    with there.acting("gerda"):
        for refused in (
            lambda: speak_by_link(link=gerdas, said=said, at=now()),
            lambda: tell_perspective_by_link(link=gerdas, logic="client", words="Dit herken ik.", at=now()),
        ):
            with pytest.raises(NotAnyMore, match="Je denkt hier niet meer over mee"):
                refused()
        assert not Voice.objects.exists()


def test_who_was_asked_by_a_link_stops_by_it(there: Street, gerdas: Link) -> None:
    there.speak("gerda", 5, 2, 1)
    with there.acting("gerda"):
        stop_by_link(link=gerdas, at=now())
        assert not Voice.objects.exists()
    with owner(), connection.cursor() as cursor:
        cursor.execute("select count(*) from weighing_voice")
        assert cursor.fetchone() == (0,)

"""Raising a dilemma: without names, between two to six things, with people one knows, led by somebody outside it."""

from datetime import timedelta

import pytest

from nabij.people.verbs import note_person
from nabij.weighing.dilemmas import Dilemma, DilemmaCircle, Option, Participant
from nabij.weighing.naming import NamesFound
from nabij.weighing.raising import (
    Asked,
    AskedAlready,
    ClosesGone,
    ClosesTooLate,
    FacilitatorIsParty,
    NotFromHere,
    NothingAsked,
    NotWhomItConcerns,
    NotYoursToAsk,
    OneOption,
    StoppedAlready,
    TooManyOptions,
    VoicesOpen,
    ask_along,
    stop,
)
from nabij.weighing.speaking import NotAnyMore
from nabij.weighing.speaking_as import NotYourHat
from tests.weighing.street import OPTIONS, Part, Street, now, outsiders, raised, told
from tests.world import World


def test_it_stands_there_for_who_thinks_along_and_for_the_circle(there: Street) -> None:
    for who in ("marieke", "fatima", "yusuf", "gerda", "riet", "jan"):
        with there.acting(who):
            assert Dilemma.objects.get().by_name == "Marieke Bos", who
            assert [one.words for one in Option.objects.order_by("number")] == list(OPTIONS)
    for who in ("loes", "kim"):
        with there.acting(who):
            assert not Dilemma.objects.exists(), who
    with there.acting("jan"):
        assert DilemmaCircle.objects.exists()
        assert not Participant.objects.exists()


@pytest.mark.parametrize("options", [(), ("Zelf doorgeven",), ("Zelf doorgeven", " Zelf doorgeven ", "")])
def test_one_option_only_is_refused(world: World, options: tuple[str, ...]) -> None:
    with pytest.raises(OneOption, match="Eén keuze is geen dilemma"):
        raised(world, told=told(options=options))
    with world.acting("marieke"):
        assert not Dilemma.objects.exists()


def test_what_is_missing_or_too_much_is_said_in_a_sentence(world: World) -> None:
    with pytest.raises(NothingAsked, match="Wat is de vraag"):
        raised(world, told=told(question=" "))
    with pytest.raises(TooManyOptions, match="hooguit 6 keuzes"):
        raised(world, told=told(options=[f"Keuze {number}" for number in range(7)]))
    with pytest.raises(ClosesGone, match="al voorbij"):
        raised(world, closes=now() - timedelta(minutes=1))
    with pytest.raises(ClosesTooLate, match="binnen 60 dagen"):
        raised(world, closes=now() + timedelta(days=61))
    with pytest.raises(NotFromHere):
        raised(world, circle=world.kims_story.circle)
    with pytest.raises(NotYourHat):
        raised(world, hat=world.hats["fatima"])


def test_what_looks_like_a_name_is_shown_and_a_person_says_it_is_none(world: World) -> None:
    facts = "Riet belde 06 12345678. Mevrouw Jansen woont op Lindestraat 12, 1441 AB. De buurman, Jan, zag het."
    with pytest.raises(NamesFound, match="Riet") as found:
        raised(world, told=told(facts=facts))
    hits = found.value.hits
    assert {"Riet", "Jan", "06 12345678", "1441 AB", "Mevrouw Jansen"} <= set(hits)
    assert any("Lindestraat 12" in hit for hit in hits)
    with pytest.raises(NamesFound) as left:
        raised(world, told=told(facts=facts), confirmed=frozenset(hits[1:]))
    assert left.value.hits == hits[:1]
    assert raised(world, told=told(facts=facts), confirmed=frozenset(hits))


@pytest.mark.parametrize(
    "hit", ["kees@voorbeeld.example", "NL91ABNA0417164300", "123456782", "0299 123456", "Kwelderpad 14", "1441 AB"]
)
def test_what_leads_to_a_door_is_shown_wherever_it_stands(world: World, hit: str) -> None:
    said = f"Het ging over {hit}."
    for where in ({"question": said}, {"unknown": said}, {"options": (said, "Niets doen")}):
        with pytest.raises(NamesFound, match="lijk") as found:
            raised(world, told=told(**where))
        assert any(hit in one or one in hit for one in found.value.hits)


def test_a_name_that_is_nobodys_here_is_not_asked_about(world: World) -> None:
    assert raised(world, told=told(facts="Zij speelt bingo op zondag, en zegt dat het rust geeft."))


@pytest.mark.parametrize("who", ["marieke", "fatima", "jan", "riet"])
def test_a_facilitator_who_is_a_party_is_refused(world: World, who: str) -> None:
    with pytest.raises(FacilitatorIsParty, match="Een gespreksleider staat erbuiten"):
        raised(world, Asked(world.people[who], Part.FACILITATES))
    with world.acting("marieke"):
        assert not Dilemma.objects.exists()


def test_who_weighs_leads_no_talk_and_who_leads_does_not_weigh(world: World) -> None:
    outsiders(world)
    kees, yusuf = Asked(world.kees, Part.FACILITATES), Asked(world.yusuf)
    made = raised(world, kees, yusuf)
    with world.acting("marieke"):
        for asked in (Asked(world.yusuf, Part.FACILITATES), Asked(world.kees)):
            with pytest.raises(FacilitatorIsParty):
                ask_along(dilemma=made, asked=asked, by=world.marieke, at=now())
        with pytest.raises(AskedAlready):
            ask_along(dilemma=made, asked=yusuf, by=world.marieke, at=now())


def test_one_asks_people_one_knows_and_whom_it_concerns_as_such(world: World) -> None:
    made = raised(world)
    with world.acting("kim"):
        stranger = note_person(name="Piet Blom", by=world.kim, at=now())
    with world.acting("marieke"):
        with pytest.raises(NotYoursToAsk):
            ask_along(dilemma=made, asked=Asked(stranger), by=world.marieke, at=now())
        with pytest.raises(NotWhomItConcerns):
            ask_along(dilemma=made, asked=Asked(world.fatima, Part.RESIDENT), by=world.marieke, at=now())
        assert ask_along(dilemma=made, asked=Asked(world.riet, Part.RESIDENT), by=world.marieke, at=now())
    with world.acting("riet"), pytest.raises(NotYoursToAsk):
        ask_along(dilemma=made, asked=Asked(world.fatima), by=world.riet, at=now())


def test_who_stops_takes_their_voice_along_and_is_told_so(there: Street) -> None:
    there.speak("fatima", 5, 2, 1)
    with there.acting("fatima"):
        mine = Participant.objects.get(person=there.fatima)
        stop(participant=mine, by=there.fatima, at=now())
        with pytest.raises(StoppedAlready):
            stop(participant=mine, by=there.fatima, at=now())
    with pytest.raises(NotAnyMore, match="Je denkt hier niet meer over mee"):
        there.speak("fatima", 5, 2, 1)
    with there.acting("yusuf"):
        gerda = Participant.objects.get(person=there.gerda)
        with pytest.raises(NotYoursToAsk):
            stop(participant=gerda, by=there.yusuf, at=now())
    with there.acting("marieke"):
        stop(participant=gerda, by=there.marieke, at=now())


def test_after_the_voices_opened_nobody_comes_or_goes(there: Street) -> None:
    there.close()
    with there.acting("marieke"):
        with pytest.raises(VoicesOpen):
            ask_along(dilemma=there.dilemma, asked=Asked(there.jan), by=there.marieke, at=now())
        with pytest.raises(VoicesOpen):
            stop(participant=Participant.objects.get(person=there.gerda), by=there.marieke, at=now())

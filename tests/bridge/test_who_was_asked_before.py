"""The short list knows who was asked lately, who came when something was asked before, and with whom it was a no."""

from typing import Any

import pytest
from django.utils import timezone

from nabij.bridge.asks import Ask
from nabij.bridge.hands import raise_hand, take_hand_back
from nabij.bridge.introducing import Went, answer, propose, propose_for_ask, say_how
from nabij.bridge.introductions import Introduction, Side
from nabij.bridge.offering import load_of
from nabij.bridge.offers import Offer
from tests.bridge.test_the_short_list_of_an_ask import Board, board  # noqa: F401

pytestmark = pytest.mark.django_db


def by(board: Board, who: str) -> dict[str, Any]:  # noqa: F811
    return {"by": board.people[who], "at": timezone.now()}


def says(board: Board, who: str, introduction: Introduction, kind: str = "yes") -> None:  # noqa: F811
    with board.acting(who):
        side = Side.objects.get(introduction=introduction.id, person=board.people[who])
        answer(side=side, kind=kind, **by(board, who))


def raises(board: Board, who: str, asked: Ask) -> Introduction:  # noqa: F811
    with board.acting(who):
        return raise_hand(ask_id=asked.id, **by(board, who))


def load(board: Board, *offers: Offer) -> list[int]:  # noqa: F811
    """As a neighbour reads it."""
    with board.acting("ruud"):
        counted = load_of(offers)
        return [counted.get(one.id, 0) for one in offers]


def reasons(board: Board, asked: Ask, *, by: str) -> dict[str, list[str]]:  # noqa: F811
    there = board.matched(asked, by=by).found.candidates
    return {one.name: [reason.ground for reason in one.reasons] for one in there}


def test_nobody_is_on_the_list_again_after_a_no_between_the_two(board):  # noqa: F811
    for name in ("samir", "henk"):
        board.offers(name, "Kleine klussen", "chores")
    first, second = board.asks("riet", "Een lamp", kinds="chores"), board.asks("riet", "Een plank", kinds="chores")
    gerdas = board.asks("gerda", "Een kraan", kinds="chores", to_coordinator=True)
    made = raises(board, "samir", first)
    says(board, "riet", made, "no")
    assert board.names(second, by="riet") == ["Henk"]
    assert set(board.names(gerdas, by="gerda")) == {"Samir", "Henk"}, "it is between those two"
    open_ask = board.asks("riet", "Een kastje", kinds="chores", to_coordinator=True)
    assert board.names(open_ask, by="noor") == ["Henk"], "who looks along for her proposes it no more either"


def test_who_came_before_is_known_to_who_asked_and_not_to_who_coordinates(board):  # noqa: F811
    for name in ("samir", "henk"):
        board.offers(name, "Kleine klussen", "chores")
    first = board.asks("riet", "Een lamp", kinds="chores")
    for name, face in (("samir", 5), ("henk", 1)):
        made = raises(board, name, first)
        says(board, "riet", made)
        with board.acting("riet"):
            say_how(introduction=made.id, went=Went(met=True, face=face), **by(board, "riet"))
    again = board.asks("riet", "Een plank", kinds="chores", to_coordinator=True)
    found = reasons(board, again, by="riet")
    assert "helped" in found["Samir"]
    assert "helped" not in found["Henk"], "it was not nice at all"
    assert "helped" not in reasons(board, again, by="noor")["Samir"], "she did not bring them together"
    assert board.names(again, by="riet")[0] == "Samir"


def test_who_brought_the_two_together_knows_it_and_who_never_met_did_not_help(board):  # noqa: F811
    offers = {name: board.offers(name, "Kleine klussen", "chores") for name in ("samir", "henk")}
    first = board.asks("riet", "Een lamp", kinds="chores", to_coordinator=True)
    for name, met in (("samir", True), ("henk", False)):
        with board.acting("noor"):
            made = propose_for_ask(ask=first, offer=offers[name], hat=board.hats["noor"], **by(board, "noor"))
        says(board, name, made)
        says(board, "riet", made)
        with board.acting("riet"):
            say_how(introduction=made.id, went=Went(met=met), **by(board, "riet"))
    again = board.asks("riet", "Een plank", kinds="chores", to_coordinator=True)
    for who in ("riet", "noor"):
        found = reasons(board, again, by=who)
        assert ("helped" in found["Samir"], "helped" in found["Henk"]) == (True, False), who


def test_what_whoever_asks_proposed_and_every_hand_raised_counts_as_asked(board):  # noqa: F811
    samirs, henks = (board.offers(name, "Kleine klussen", "chores") for name in ("samir", "henk"))
    lamp, shelf = board.asks("riet", "Een lamp", kinds="chores"), board.asks("gerda", "Een plank", kinds="chores")
    assert load(board, samirs, henks) == [0, 0]
    with board.acting("riet"):
        propose_for_ask(ask=lamp, offer=samirs, **by(board, "riet"))
    assert load(board, samirs, henks) == [1, 0], "her own proposal"
    hand = raises(board, "samir", shelf)
    assert load(board, samirs, henks) == [2, 0], "and his own hand"
    with board.acting("samir"):
        take_hand_back(introduction=hand.id, **by(board, "samir"))
    assert load(board, samirs, henks) == [1, 0], "what he took back fills nothing"
    with board.acting("noor"):
        propose(one=board.people["noor"], other=board.people["samir"], why="Om te wandelen.", **by(board, "noor"))
    assert load(board, samirs, henks) == [1, 0], "to meet is no work"


def test_what_a_third_proposed_counts_once_and_who_was_asked_least_comes_first(board):  # noqa: F811
    samirs, henks = (board.offers(name, "Kleine klussen", "chores", room=1) for name in ("samir", "henk"))
    lamp = board.asks("riet", "Een lamp", kinds="chores", to_coordinator=True)
    shelf = board.asks("gerda", "Een plank", kinds="chores")
    before = board.names(shelf, by="gerda")[0].lower()
    with board.acting("noor"):
        mine = {"samir": samirs, "henk": henks}[before]
        propose_for_ask(ask=lamp, offer=mine, hat=board.hats["noor"], **by(board, "noor"))
    assert sorted(load(board, samirs, henks)) == [0, 1]
    there = board.matched(shelf, by="gerda").found.candidates
    assert there[-1].name.lower() == before and "Zit deze maand vol." in there[-1].remarks
    assert "Zit deze maand vol." not in there[0].remarks

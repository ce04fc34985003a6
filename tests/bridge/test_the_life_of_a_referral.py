"""The one table of states: as the reference has it, and with an end that always says what it brought."""

import json
from pathlib import Path

from nabij.bridge.lifecycle import BEGINNING, LIFE, SAYS, WITH_WHY, Outcome, Reason, Side, State

ENDLESS = "entered-in-error"
SIDES = {"source": Side.SENDER, "author": Side.SENDER, "target": Side.RECEIVER, "resident": Side.RESIDENT}


def test_it_is_the_table_of_the_reference(reference: Path) -> None:
    said = json.loads((reference / "standards" / "referral-states.json").read_text())
    anywhere = set(said["transitions"].pop("*"))
    theirs = {was: set(then) | anywhere for was, then in said["transitions"].items()} | {ENDLESS: set()}
    assert {str(was): set(then) for was, then in LIFE.items() if was != BEGINNING} == theirs
    assert [str(one) for one in State] == said["states"]
    assert {str(one): str(one.label) for one in State} == said["nl"]
    assert {str(one) for one in WITH_WHY} == set(said["reason_text_required"])
    assert [str(one) for one in Reason] == [code.split(" ")[0] for code in said["reason_codes"]]
    assert [str(one) for one in Outcome] == said["outcome_on_completed"]
    who = {state: {SIDES[one] for one in sides.split(" or ")} for state, sides in said["actor"].items()}
    ours = {str(state): set(sides) for state, sides in SAYS.items() if state != State.DRAFT}
    # What was laid before whom it is about first, goes by their own yes: the one thing we say more.
    assert ours == who | {"requested": {Side.SENDER, Side.RESIDENT}}


def test_every_state_is_reached_and_every_way_ends() -> None:
    reached, to_do = set(), [BEGINNING]
    while to_do:
        was = to_do.pop()
        if was not in reached:
            reached.add(was)
            to_do += LIFE[was]
    assert reached - {BEGINNING} == set(State.values)
    assert all(then in LIFE for ways in LIFE.values() for then in ways)

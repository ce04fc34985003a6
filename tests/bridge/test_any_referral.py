"""Any referral: invented people say anything about it, in any order, through the app's role.

After each step: no state that the table does not allow, nothing that goes on without a day on which something is heard,
nothing that ended without an answer, and whoever asked reads all of it. What the table allows on somebody's side
happens; anything else is refused, by the verb in a sentence and by the database when one goes past the verb.
`make test` takes 300 steps, `make deep` 5,000 (NABIJ_STEPS).
"""

import os
import random
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, get_state_machine_test, initialize, rule

from nabij.bridge.lifecycle import GOING, LIFE, SAYS, WITH_WHY, Outcome, Reason, Side, State
from nabij.bridge.models import Referral, ReferralStep
from nabij.bridge.referring import (
    AlternativeNeeded,
    ClosedAlready,
    DayNeeded,
    NotNow,
    OutcomeNeeded,
    Said,
    WhyNeeded,
    Words,
    pass_on,
    refer,
    step,
    to_hat,
)
from tests.world import World, build

STEPS = max(60, int(os.environ.get("NABIJ_STEPS", "1200")) // 4)
LENGTH = 30
HALF = (WhyNeeded, AlternativeNeeded, OutcomeNeeded, DayNeeded)
PEOPLE = ("jan", "fatima", "riet", "yusuf", "loes", "marieke")
SENDERS, RECEIVERS = ("jan", "riet", "fatima"), ("yusuf", "loes", "marieke")
SAID = Said(what="Wie helpt met de post?", ground="Ze zei ja.")


class AnyReferral(RuleBasedStateMachine):
    """Riet's referrals, as anybody might treat them."""

    done: Counter[tuple[str, str]] = Counter()
    steps = 0

    @initialize()
    def begin(self) -> None:
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.world: World = build()
        self.truth: dict[Any, dict[str, Any]] = {}
        self.mine: Counter[State] = Counter()

    def teardown(self) -> None:
        if hasattr(self, "transaction"):
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)

    @rule(seed=st.integers(0, 2**32))
    def something_happens(self, seed: int) -> None:
        self.chance = random.Random(seed)
        acts = (self.somebody_asks, self.anybody_says_anything, self.what_is_allowed_is_said, self.it_is_asked_further)
        (act,) = self.chance.choices(acts, weights=(2, 5, 8, 1))
        act()
        AnyReferral.steps += 1
        self.everything_holds()

    def somebody_asks(self) -> None:
        by, to, first = self.chance.choice(SENDERS), self.chance.choice(RECEIVERS), self.chance.random() < 0.3
        said = Said(what=f"{SAID.what} {self.chance.randint(0, 9)}", ground=SAID.ground)
        with self.world.acting(by):
            asked: dict[str, Any] = {
                "about": self.world.riet,
                "whom": to_hat(self.world.hats[to]),
                "by": self.world.people[by],
            }
            made = refer(said=said, at=timezone.now(), first_read=first, **asked)
        state = State.DRAFT if first and by != "riet" else State.REQUESTED
        self.truth.setdefault(made.id, {"to": to, "by": by, "state": state})
        self.done["asked", "made"] += 1

    def anybody_says_anything(self) -> None:
        if self.truth:
            key, state = self.chance.choice(list(self.truth)), self.chance.choice(list(State))
            half = self.chance.random() < 0.2 and state != State.REQUESTED
            self.somebody_says(key, by=self.chance.choice(PEOPLE), state=state, half=half)

    def what_is_allowed_is_said(self) -> None:
        ways = [
            (key, name, State(state))
            for key, it in self.truth.items()
            for state in LIFE[it["state"]]
            for name in (it["by"], it["to"], "riet")
            if self.sides(name, it) & set(SAYS[state]) and state != State.IN_ERROR
        ]
        if ways:
            seldom = min(self.mine[state] for _key, _name, state in ways)
            key, by, state = self.chance.choice([way for way in ways if self.mine[way[2]] == seldom])
            self.somebody_says(key, by=by, state=state, half=False)

    def somebody_says(self, key: Any, *, by: str, state: State, half: bool) -> None:
        """Through the verb, or straight into the table."""
        it, was = self.truth[key], self.truth[key]["state"]
        may = state in LIFE[was] and bool(self.sides(by, it) & set(SAYS[state]))
        words = Words() if half else full(state)
        whole = words == full(state)
        say = self.chance.choice((self.past_the_verb, self.through_the_verb))
        try:
            with self.world.acting(by), transaction.atomic():
                say(key, by, state, words)
        except (NotNow, ClosedAlready, DatabaseError, *HALF) as refused:
            assert not (may and whole), f"{by} may say {state} after {was}: {refused!r}"
            self.done[str(state), "refused"] += 1
        else:
            assert may and whole, f"{by} said {state} after {was}"
            it["state"] = state
            self.mine[state] += 1
            self.done[str(state), "said"] += 1

    def it_is_asked_further(self) -> None:
        waiting = [key for key, it in self.truth.items() if it["state"] == State.REQUESTED]
        if not waiting:
            return
        key = self.chance.choice(waiting)
        by = self.truth[key]["to"]
        to = self.chance.choice([one for one in RECEIVERS if one != by])
        with self.world.acting(by):
            there, whom = Referral.objects.get(id=key), to_hat(self.world.hats[to])
            made = pass_on(referral=there, whom=whom, said=SAID, by=self.world.people[by], at=timezone.now())
        self.truth[key]["state"] = State.REJECTED
        self.truth.setdefault(made.id, {"to": to, "by": by, "state": State.REQUESTED})
        self.done["passed on", "made"] += 1

    def sides(self, who: str, it: dict[str, Any]) -> set[Side]:
        sides = {Side.SENDER: it["by"], Side.RECEIVER: it["to"], Side.RESIDENT: "riet"}
        return {side for side, name in sides.items() if name == who}

    def through_the_verb(self, key: Any, by: str, state: State, words: Words) -> None:
        there = Referral(id=key)
        step(referral=there, state=state, by=self.world.people[by], at=timezone.now(), words=words)

    def past_the_verb(self, key: Any, by: str, state: State, words: Words) -> None:
        """A row written straight into the table, with the number that comes next."""
        me, count = self.world.people[by], self.counts[key]
        said: dict[str, Any] = {"reason": words.reason, "code": words.code, "alternative": words.alternative}
        said |= {"outcome": words.outcome, "hears_by": words.hears_by, "number": count + 1, "at": timezone.now()}
        ReferralStep.objects.create(referral_id=key, who=me, who_name=me.called, state=state, **said)

    def everything_holds(self) -> None:
        """As whoever the story is about, who reads every referral; and each sender reads their own to the end."""
        self.counts = {}
        with self.world.acting("riet"):
            steps = list(ReferralStep.objects.order_by("referral_id", "number"))
        for key, it in self.truth.items():
            mine = [one for one in steps if one.referral_id == key]
            self.counts[key] = len(mine)
            assert [one.number for one in mine] == list(range(1, len(mine) + 1))
            states = [str(one.state) for one in mine]
            assert all(then in LIFE[was] for was, then in zip(["", *states], states, strict=False))
            last = mine[-1]
            assert last.state == it["state"]
            assert last.state not in GOING or last.hears_by
            assert last.state not in WITH_WHY or (last.reason and last.code)
            assert last.state != State.COMPLETED or last.outcome
        if self.truth:
            self.a_sender_reads_it_all(next(reversed(self.truth)))

    def a_sender_reads_it_all(self, key: Any) -> None:
        with self.world.acting(self.truth[key]["by"]):
            assert ReferralStep.objects.filter(referral_id=key).count() == self.counts[key]


def full(state: str) -> Words:
    """All that a step may need."""
    day = timezone.localdate() + timedelta(days=7)
    why = {"code": Reason.FULL, "reason": "Vol.", "alternative": "Het spreekuur."} if state in WITH_WHY else {}
    return Words(
        **why,
        outcome=Outcome.PARTLY if state == State.COMPLETED else "",
        hears_by=day if state in GOING else None,
    )


@pytest.mark.django_db
def test_no_illegal_state_and_no_sender_without_an_answer() -> None:
    AnyReferral.done, AnyReferral.steps = Counter(), 0
    shape = settings(
        max_examples=STEPS // LENGTH * 2,
        stateful_step_count=LENGTH,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
        database=None,
        report_multiple_bugs=False,
    )
    seed(int(os.environ.get("NABIJ_SEED", "1")))(get_state_machine_test(AnyReferral, settings=shape))()
    done = AnyReferral.done
    assert AnyReferral.steps >= STEPS, f"only {AnyReferral.steps} steps were taken"
    said, refused = ({state for state, what in done if what == how} for how in ("said", "refused"))
    assert set(State.values) == refused
    assert set(State.values) - {State.DRAFT, State.IN_ERROR} <= said

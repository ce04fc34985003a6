"""Invented neighbourhoods: people meet, live together, begin circles, join, write, seal and leave.

After each act one person looks at every table, and sees what `truth` says; at the end of a neighbourhood everybody
does. An act that the rules allow happens, and one they do not is refused. `make test` takes one walk of 2,500 steps;
`make deep` takes eight (NABIJ_STEPS), beside each other. Each walk is the same each time; NABIJ_SEED begins others.
That a broken rule is found, is tested with rules broken on purpose.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, get_state_machine_test, initialize, rule

from tests.conftest import owner
from tests.rules.acts import ACTS, KINDS
from tests.rules.neighbourhood import Neighbourhood

STEPS = 2500  # Of one walk.
LENGTH = 50
WALKS = max(1, int(os.environ.get("NABIJ_STEPS", "2500")) // STEPS)
SEED = int(os.environ.get("NABIJ_SEED", "1"))


class AnyNeighbourhood(RuleBasedStateMachine):
    """One invented neighbourhood; each step is one seed, out of which an act and its people are drawn."""

    done: Counter[tuple[str, bool]] = Counter()
    kind = ""

    @initialize()
    def begin(self) -> None:
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.there = Neighbourhood.begin(kind=self.kind)

    @rule(seed=st.integers(0, 2**32))
    def something_happens(self, seed: int) -> None:
        self.done[self.there.something_happens(seed)] += 1

    def teardown(self) -> None:
        if not hasattr(self, "transaction"):
            return
        try:
            self.there.everybody_looks()
        finally:
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)


def walk(
    number: int, *, kind: str = "", steps: int = STEPS, phases: tuple[Phase, ...] = (Phase.generate, Phase.shrink)
) -> Counter[tuple[str, bool]]:
    """So many steps in neighbourhoods of fifty, of one kind or of all; how often each act was allowed, and refused."""
    AnyNeighbourhood.done, AnyNeighbourhood.kind = Counter(), kind
    shape = settings(
        max_examples=steps // LENGTH,
        stateful_step_count=LENGTH,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=phases,
        database=None,
        report_multiple_bugs=False,
    )
    seed(number)(get_state_machine_test(AnyNeighbourhood, settings=shape))()
    return AnyNeighbourhood.done


@pytest.mark.django_db
@pytest.mark.parametrize("number", range(SEED, SEED + WALKS))
def test_what_people_see_is_what_the_rules_say(number: int) -> None:
    parts = (walk(number, kind=kind, steps=STEPS // len(KINDS)) for kind in KINDS)
    done = sum(parts, Counter[tuple[str, bool]]())
    assert done.total() >= STEPS * 0.8, f"only {done.total()} steps were taken"
    if number > 1:
        return  # What seldom happens may be missing from one walk; it is in the first, which `make test` takes.
    acts: set[str] = {name for name, _allowed in done}
    assert acts == set(ACTS), f"never tried: {set(ACTS) - acts}"
    assert [name for name in ACTS if not done[name, True]] == [], "never allowed"
    assert [name for name, both in ACTS.items() if both and not done[name, False]] == [], "never refused"


LEFT_READS_ON = """
    create or replace function trust.my_whole_circles() returns uuid[] language sql stable security definer
    set search_path = pg_catalog, pg_temp as $$
      select coalesce(array_agg(circle_id), '{}') from public.trust_membership where person_id = trust.me() $$"""
PARENTS_READ_ON = """
    create or replace function trust.past_a_parent(circle uuid, teller uuid, writer uuid) returns boolean language sql
    stable security definer set search_path = pg_catalog, pg_temp as $$ select false $$"""
MINE = "any((select trust.my_circles())::uuid[])"
EVER = "any(select m.circle_id from public.trust_membership m where m.person_id = (select trust.me()))"
ALL_OF_IT = "circle_id = any((select trust.my_later_circles())::uuid[])"
# By the kind of neighbourhood in which it is found; "" is any.
BROKEN = {
    "": {
        "who left reads on": LEFT_READS_ON,
        "who came later reads it all": f"alter policy see_later on moments_moment using ({ALL_OF_IT})",
        "everybody sees the log of looks": "alter policy see_about on trust_look using (true)",
        "anybody lets themselves in": "alter policy add_member on trust_membership with check (true)",
        "a member puts another out": "alter policy end_own on trust_membership using (true) with check (true)",
        "whom it is about reads what is sealed": "alter policy see_asked on stories_sealednote using"
        " (circle_id = any((select trust.my_own_circles())::uuid[]))",
    },
    "family": {"a parent is told past the child": PARENTS_READ_ON},
    "asking": {
        "who came later reads what stands beside an older note": "alter policy see_note on trust_correction"
        f" using (circle_id = {MINE})",
        "who came later reads an older objection": "alter policy see_circle on trust_objection"
        f" using (shown_in = {MINE})",
        "who left sees what a yes was given for": "alter policy see_member on trust_consent"
        f" using (circle_id = {EVER})",
    },
    "danger": {
        "everybody sees whom one seeks in danger": "alter policy see_third on trust_glassattempt using (true)",
    },
}


@contextmanager
def broken(sql: str) -> Iterator[None]:
    with owner(), connection.cursor() as cursor:
        cursor.execute(sql)
    yield


@pytest.mark.django_db
@pytest.mark.parametrize("kind, name", [(kind, name) for kind, rules in BROKEN.items() for name in rules])
def test_a_broken_rule_is_found(kind: str, name: str) -> None:
    found: Callable[[], object] = lambda: walk(SEED, phases=(Phase.generate,), kind=kind)  # noqa: E731
    with broken(BROKEN[kind][name]), pytest.raises(AssertionError):
        found()

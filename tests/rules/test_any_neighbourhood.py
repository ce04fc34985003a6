"""Invented neighbourhoods: people meet, begin circles, join, write and leave; every table is held against `truth`.

After each act one person looks at every table; at the end of a neighbourhood everybody does. An act that the rules
allow happens, and one they do not is refused. `make test` takes 2,000 steps; `make deep` takes 20,000 (NABIJ_STEPS).
"""

import os
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, models, transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from nabij.moments.models import FollowUp, Moment, Presence, Saying, Tie
from nabij.moments.verbs import ComeBack, Present, draw_tie, note, say
from nabij.people.models import Birth, Hat, Neighbourhood, Parent, Person
from nabij.people.verbs import note_birth, note_parent, note_person, put_on
from nabij.post.models import Letter
from nabij.stories.families import begin_between
from nabij.stories.models import Answer, Keeping, OwnWords, Party, Promise, Story, StoryCircle
from nabij.stories.verbs import answer, ask, begin_smaller_circle, keep, open_story, tell
from nabij.trust.acting import acting_as, office, person
from nabij.trust.models import Acquaintance, Circle, Look, Membership, Noted, Opening, Trace
from nabij.trust.verbs import introduce, leave, let_in, note_look, open_past
from tests.conftest import owner
from tests.rules.truth import BEGINNING, Row, Truth

STEPS = int(os.environ.get("NABIJ_STEPS", "2000"))
LENGTH = 50
TABLES: list[type[models.Model]] = [
    Person, Hat, Birth, Parent, Circle, Membership, Opening, Noted, Acquaintance, Look, Trace, Letter, Moment, Presence,
    FollowUp, Tie, Saying, Story, StoryCircle, Party, OwnWords, Promise, Answer, Keeping,
]  # fmt: skip
REFUSED = (DatabaseError, ValueError)
pick = st.integers(0, 10_000)


class AnyNeighbourhood(RuleBasedStateMachine):
    """One invented neighbourhood."""

    @initialize()
    def begin(self) -> None:
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        self.now = timezone.now()
        self.clock = self.now - timedelta(days=400)
        self.actors: list[UUID] = []
        self.turn = 0
        with acting_as(office("beheer")):
            near = Neighbourhood.objects.create(code="BU04390302", name="Oost", kind="buurt")
        for n in range(5):
            self.newcomer(near=near if n < 3 else None, open_hat=n in (0, 3))
        self.learn()

    def newcomer(self, *, near: Neighbourhood | None, open_hat: bool) -> None:
        with acting_as(office("beheer")):
            one = note_person(name=f"Mens {len(self.actors)}", by=None, at=self.clock, neighbourhood=near)
            if open_hat:
                there = near or Neighbourhood.objects.get(code="BU04390302")
                put_on(person=one, role="buur", formal=False, since=date(2024, 1, 1), neighbourhood=there, open=True)
        self.actors.append(one.id)

    # -- Choosing and holding against the truth ------------------------------------------------------------------------

    def one(self, number: int) -> Person:
        return Person(id=self.actors[number % len(self.actors)], name="x")

    def some(self, table: str, number: int) -> UUID | None:
        keys = sorted(self.truth.all(table))
        return keys[number % len(keys)] if keys else None

    def learn(self) -> None:
        """Reads all that is there, past every rule."""
        with owner():
            rows = {table._meta.model_name: everything(table) for table in TABLES}
        self.truth = Truth(now=self.now, today=timezone.localdate(self.now), rows=rows)  # type: ignore[arg-type]

    def act(self, by: Person, allowed: bool, what: Callable[[Person], Any]) -> None:
        """Somebody does something: it happens when the rules allow it, and is refused when they do not."""
        self.clock += timedelta(hours=1)
        happened = True
        try:
            with acting_as(person(by.id)):
                me = Person.objects.get(id=by.id)
                what(me)
        except REFUSED as refusal:
            happened, why = False, repr(refusal)
        assert happened == allowed, why if not happened else "it was not refused"
        self.learn()
        self.turn += 1
        self.look(self.actors[self.turn % len(self.actors)])

    def look(self, who: UUID) -> None:
        """Every table, as this person sees it, is what the rules say."""
        with acting_as(person(who)):
            for table in TABLES:
                name = str(table._meta.model_name)
                assert set(table._default_manager.values_list("pk", flat=True)) == self.truth.sees(who, name), name

    def teardown(self) -> None:
        if not hasattr(self, "transaction"):
            return
        try:
            for who in self.actors:
                self.look(who)
        finally:
            transaction.set_rollback(True)
            self.transaction.__exit__(None, None, None)

    # -- People --------------------------------------------------------------------------------------------------------

    @rule(near=st.booleans(), open_hat=st.booleans())
    def somebody_comes_to_live_here(self, near: bool, open_hat: bool) -> None:
        if len(self.actors) < 9:
            self.newcomer(near=Neighbourhood.objects.get(code="BU04390302") if near else None, open_hat=open_hat)
            self.learn()

    @rule(by=pick, to=pick)
    def they_meet(self, by: int, to: int) -> None:
        whom = self.one(to)
        self.act(self.one(by), True, lambda me: introduce(person=me, to=whom, by=me, at=self.clock))

    @rule(by=pick, parent=pick, years=st.integers(8, 17))
    def a_child_is_noted(self, by: int, parent: int, years: int) -> None:
        if len(self.actors) < 9:
            whose = self.one(parent)
            self.act(self.one(by), True, lambda me: self.note_child(me, whose, years))

    def note_child(self, me: Person, parent: Person, years: int) -> None:
        today = timezone.localdate(self.now)
        there = note_person(name=f"Kind {len(self.actors)}", by=me, at=self.clock)
        note_birth(person=there, day=today.replace(year=today.year - years, day=1), by=me, at=self.clock)
        note_parent(child=there, parent=parent, by=me, at=self.clock)
        self.actors.append(there.id)

    @rule(which=pick, years=st.integers(1, 5))
    def a_child_grows_older(self, which: int, years: int) -> None:
        key = self.some("birth", which)
        if key:
            with acting_as(office("beheer")):
                born = Birth.objects.get(id=key).day
                Birth.objects.filter(id=key).update(day=born.replace(year=born.year - years))
            self.learn()

    # -- Circles -------------------------------------------------------------------------------------------------------

    @rule(by=pick, about=pick)
    def a_story_begins(self, by: int, about: int) -> None:
        me, whom, truth = self.one(by).id, self.one(about), self.truth
        young = (truth.years(whom.id) or 99) < 16
        parents = [row["parent"] for row in truth.where("parent", child=whom.id).values()] if young else []
        allowed = whom.id in truth.people(me) and all(one in truth.people(me) for one in parents)
        self.act(
            self.one(by),
            allowed,
            lambda me: open_story(by=me, at=self.clock, person=Person.objects.get(id=whom.id)) if allowed else refuse(),
        )

    @rule(by=pick, one=pick, other=pick)
    def a_story_between_two_begins(self, by: int, one: int, other: int) -> None:
        first, second = self.one(one), self.one(other)
        seen = self.truth.people(self.one(by).id)
        if first.id in seen and second.id in seen:
            self.act(
                self.one(by),
                first.id != second.id,
                lambda me: begin_between(one=first, other=second, by=me, at=self.clock),
            )

    @rule(by=pick, story=pick)
    def a_smaller_circle_begins(self, by: int, story: int) -> None:
        key = self.some("story", story)
        if key:
            circle = self.truth.all("story")[key]["circle"]
            there = Story(id=key, circle_id=circle)
            allowed = circle in self.truth.circles(self.one(by).id) and bool(self.residents(circle))
            self.act(
                self.one(by),
                allowed,
                lambda me: begin_smaller_circle(story=there, name="klein", by=me, at=self.clock, readers=[]),
            )

    def residents(self, circle: UUID) -> set[UUID]:
        seats = self.truth.where("membership", circle=circle, as_resident=True).values()
        return {seat["person"] for seat in seats if self.truth.is_current(seat)}

    @rule(by=pick, circle=pick, who=pick, past=st.booleans(), ends=st.sampled_from([None, -1, 30]))
    def somebody_is_let_in(self, by: int, circle: int, who: int, past: bool, ends: int | None) -> None:
        key, whom, me, truth = self.some("circle", circle), self.one(who), self.one(by).id, self.truth
        if key is None:
            return
        own, member = key in truth.own_circles(me), key in truth.circles(me)
        apart = truth.only_the_child(circle=key, person=whom.id)
        inside = key in truth.circles(whom.id) and member
        allowed = not inside and truth.knows(me, whom.id) and (own or (member and not apart))
        until = None if ends is None else self.now + timedelta(days=ends)
        sees_from = None if past else self.clock + timedelta(hours=1)
        there = Circle(id=key)
        self.act(
            self.one(by),
            allowed,
            lambda me: let_in(circle=there, person=whom, by=me, at=self.clock, sees_from=sees_from, until=until),
        )

    @rule(by=pick, seat=pick, whole=st.booleans())
    def the_past_is_opened(self, by: int, seat: int, whole: bool) -> None:
        key = self.some("membership", seat)
        if key:
            circle = self.truth.all("membership")[key]["circle"]
            mine = self.truth.beginning(self.one(by).id, circle)
            since = None if whole else self.clock - timedelta(hours=9)
            allowed = mine is not None and (since or BEGINNING) >= mine
            there = Membership(id=key, circle_id=circle)
            self.act(self.one(by), allowed, lambda me: open_past(membership=there, by=me, at=self.clock, since=since))

    @rule(by=pick, seat=pick)
    def somebody_leaves(self, by: int, seat: int) -> None:
        key, me = self.some("membership", seat), self.one(by).id
        if key:
            it = self.truth.all("membership")[key]
            mine = it["person"] == me
            theirs = it["circle"] in self.truth.own_circles(me) and it["parent_of"] is None
            allowed = self.truth.is_current(it) and not it["as_resident"] and (mine or theirs)
            there = Membership(id=key, circle_id=it["circle"])
            self.act(self.one(by), allowed, lambda me: leave(membership=there, by=me, at=self.clock))

    # -- Writing -------------------------------------------------------------------------------------------------------

    @rule(by=pick, circle=pick, teller=st.none() | pick, comes_back=st.booleans())
    def somebody_writes(self, by: int, circle: int, teller: int | None, comes_back: bool) -> None:
        key, me = self.some("circle", circle), self.one(by).id
        if key is None:
            return
        told = None if teller is None else self.one(teller)
        past = self.truth.past_a_parent(circle=key, teller=told.id if told else None, writer=me)
        backs = [ComeBack(timezone.localdate(self.now), "bellen")] if comes_back else []
        self.act(
            self.one(by),
            key in self.truth.circles(me) and not past,
            lambda me: note(
                line="Gebeld.",
                circle=Circle(id=key),
                by=me,
                at=self.clock,
                told_by=told,
                present=[Present(me)],
                come_backs=backs,
            ),
        )

    @rule(by=pick, story=pick, teller=pick)
    def own_words_are_noted(self, by: int, story: int, teller: int) -> None:
        key, me, told = self.some("story", story), self.one(by).id, self.one(teller)
        if key:
            circle = self.truth.all("story")[key]["circle"]
            past = self.truth.past_a_parent(circle=circle, teller=told.id, writer=me)
            there = Story(id=key, circle_id=circle)
            self.act(
                self.one(by),
                circle in self.truth.circles(me) and not past,
                lambda me: tell(story=there, person=told, words="Ik wil.", by=me, at=self.clock),
            )

    @rule(by=pick, circle=pick, owner_=pick, other=pick, said=st.booleans())
    def a_network_is_drawn(self, by: int, circle: int, owner_: int, other: int, said: bool) -> None:
        key, me, whose, whom = self.some("circle", circle), self.one(by).id, self.one(owner_), self.one(other)
        if key is None or not self.truth.knows(me, whom.id):
            return
        past = self.truth.past_a_parent(circle=key, teller=whose.id, writer=me)
        there = Circle(id=key)
        self.act(
            self.one(by),
            key in self.truth.circles(me) and not past,
            lambda me: (
                say(circle=there, about=whom, owner=whose, kind="named", said_by=whose, by=me, at=self.clock)
                if said
                else draw_tie(
                    circle=there, owner=whose, other=whom, kind="friend", ring=1, told_by=whose, at=self.clock
                )
            ),
        )

    @rule(by=pick, who=pick, circle=pick)
    def somebody_is_asked(self, by: int, who: int, circle: int) -> None:
        key, whom, me = self.some("circle", circle), self.one(who), self.one(by).id
        if key:
            allowed = key in self.truth.circles(me) and self.truth.knows(me, whom.id)
            self.act(
                self.one(by),
                allowed,
                lambda me: ask(who=whom, circle=Circle(id=key), what="Meelopen", by=me, at=self.clock),
            )

    @rule(by=pick, promise=pick, kind=st.sampled_from(["yes", "no"]))
    def somebody_answers(self, by: int, promise: int, kind: str) -> None:
        key, me = self.some("promise", promise), self.one(by).id
        if key and key in self.truth.sees_promise(me):
            mine = self.truth.all("promise")[key]["who"] == me
            self.act(
                self.one(by),
                mine,
                lambda me: answer(promise=Promise.objects.get(id=key), kind=kind, by=me, at=self.clock),
            )

    @rule(by=pick, promise=pick)
    def a_promise_is_kept(self, by: int, promise: int) -> None:
        key, me = self.some("promise", promise), self.one(by).id
        if key and not self.truth.where("keeping", promise=key):
            seen = key in self.truth.sees_promise(me)
            self.act(
                self.one(by),
                seen,
                lambda me: (
                    keep(promise=Promise.objects.get(id=key), kept=True, by=me, at=self.clock)
                    if seen
                    else Keeping.objects.create(promise_id=key, kept=True, by=me, at=self.clock)
                ),
            )

    @rule(by=pick, about=pick)
    def somebody_looks(self, by: int, about: int) -> None:
        whom = self.one(about)
        self.act(self.one(by), True, lambda me: note_look(by=me, hat=None, about=[whom.id], thing=whom, at=self.clock))


def refuse() -> None:
    raise ValueError


def everything(table: type[models.Model]) -> dict[UUID, Row]:
    """Every row of a table; a foreign key stands under the name of its field."""
    names = {field.attname: field.name for field in table._meta.concrete_fields}
    rows = table._default_manager.values(*names)
    return {row["id"]: {names[column]: value for column, value in row.items()} for row in rows}


def shaped(*, steps: int, phases: tuple[Phase, ...] = (Phase.generate, Phase.shrink)) -> settings:
    """So many steps in neighbourhoods of fifty; the same ones each time, but for the long run."""
    return settings(
        max_examples=max(1, steps // LENGTH),
        stateful_step_count=LENGTH,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=phases,
        derandomize=steps <= 2000,
        database=None,
        report_multiple_bugs=False,
    )


@pytest.mark.django_db
def test_what_people_see_is_what_the_rules_say() -> None:
    run_state_machine_as_test(AnyNeighbourhood, settings=shaped(steps=STEPS))


LEFT_READS_ON = """
    create or replace function trust.my_whole_circles() returns uuid[] language sql stable security definer
    set search_path = pg_catalog, pg_temp as $$
      select coalesce(array_agg(circle_id), '{}') from public.trust_membership where person_id = trust.me() $$"""
ALL_OF_IT = "circle_id = any((select trust.my_later_circles())::uuid[])"
BROKEN = {
    "who came later reads it all": f"alter policy see_later on moments_moment using ({ALL_OF_IT})",
    "who left reads on": LEFT_READS_ON,
    "everybody sees the log of looks": "alter policy see_about on trust_look using (true)",
    "anybody lets themselves in": "alter policy add_member on trust_membership with check (true)",
    "a member puts another out": "alter policy end_own on trust_membership using (true) with check (true)",
}


@pytest.mark.django_db
@pytest.mark.parametrize("broken", BROKEN)
def test_a_broken_rule_is_found(broken: str) -> None:
    """The same machine, on a rule that was broken on purpose."""
    with owner(), connection.cursor() as cursor:
        cursor.execute(BROKEN[broken])
    with pytest.raises(AssertionError):
        run_state_machine_as_test(AnyNeighbourhood, settings=shaped(steps=2000, phases=(Phase.generate,)))

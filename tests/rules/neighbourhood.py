"""One invented neighbourhood: its people act at random, and each act is held against `truth` before and after."""

import random
from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import DatabaseError, models
from django.utils import timezone

from nabij.moments.verbs import ComeBack, Present, note
from nabij.people.models import Birth, Person
from nabij.people.models import Neighbourhood as Area
from nabij.people.verbs import give_account, note_birth, note_parent, note_person, put_on
from nabij.stories.families import Housemate, begin_between, begin_household
from nabij.stories.models import Promise, Story
from nabij.stories.verbs import answer, ask, begin_smaller_circle, keep, open_story, tell
from nabij.trust.acting import acting_as, office, person
from nabij.trust.models import (
    Circle,
    Membership,
)
from nabij.trust.verbs import introduce, leave, let_in, note_in, note_look, open_past, own_circle
from tests.conftest import owner
from tests.rules.acts import ACTS, KINDS
from tests.rules.asking_there import Asking
from tests.rules.counting import Counting
from tests.rules.danger_there import Endangered
from tests.rules.sealed import Sealing
from tests.rules.tables import everything, what_is_seen
from tests.rules.truth import BEGINNING
from tests.rules.whole_truth import WholeTruth

REFUSED = (DatabaseError, ValueError, models.ObjectDoesNotExist)
MOST = 9  # People in one neighbourhood.


class Neighbourhood(Sealing, Asking, Endangered, Counting):
    """The people of one invented neighbourhood; `now` is the clock of the rules, `clock` the day of what is written."""

    def __init__(self) -> None:
        self.now = timezone.now()
        self.clock = self.now - timedelta(days=400)
        self.actors: list[UUID] = []
        self.turn, self.kind = 0, ""
        self.chance = random.Random(0)

    @classmethod
    def begin(cls, *, kind: str = "") -> "Neighbourhood":
        there = cls()
        there.kind = kind
        with acting_as(office("beheer")):
            area = Area.objects.create(code="BU04390302", name="Oost", kind="buurt")
        for n in range(5):
            there.newcomer(near=area if n < 3 else None, hats=((False,), (True,), (), (True,), ())[n])
        there.contact = there.actors[-1]
        with acting_as(office("beheer")):
            to = Person.objects.get(id=there.contact)
            put_on(person=to, role="privacycontact", formal=True, since=date(2024, 1, 1), neighbourhood=area)
        there.learn()
        return there

    def newcomer(self, *, near: Area | None, hats: Sequence[bool]) -> None:
        """Somebody with a log-in, and perhaps an open hat in the neighbourhood, formal or not."""
        with acting_as(office("beheer")):
            one = note_person(name=f"Mens {len(self.actors)}", by=None, at=self.clock, neighbourhood=near)
            give_account(person=one, email=f"{one.id}@voorbeeld.example", at=self.clock)
            area = Area.objects.get(code="BU04390302")
            for formal in hats:
                put_on(person=one, role="buur", formal=formal, since=date(2024, 1, 1), neighbourhood=area, open=True)
        self.actors.append(one.id)

    def something_happens(self, seed: int) -> tuple[str, bool]:
        """One act, drawn from the seed; its name, and whether the rules allowed it."""
        self.chance = random.Random(seed)
        self.kind = self.kind or self.chance.choice(list(KINDS))
        often = KINDS[self.kind]
        for _attempt in range(20):
            name = self.chance.choices(list(ACTS), weights=[often.get(act, 1) for act in ACTS])[0]
            allowed = getattr(self, name)()
            if allowed is not None:
                return name, allowed
        self.they_meet()
        return "they_meet", True

    # -- Choosing ------------------------------------------------------------------------------------------------------

    def somebody(self, among: Iterable[UUID] = ()) -> UUID:
        """Mostly one of those who are likely to be allowed, sometimes anybody."""
        likely = sorted(set(among) & set(self.actors))
        return self.chance.choice(likely if likely and self.chance.random() < 0.75 else self.actors)

    def some(self, table: str) -> UUID | None:
        keys = sorted(self.truth.all(table))
        return self.chance.choice(keys) if keys else None

    def a_circle(self) -> UUID | None:
        """Mostly one around a story: a circle of one lets nobody in."""
        stories = sorted(self.truth.where("circle", kind="story"))
        return self.chance.choice(stories) if stories and self.chance.random() < 0.85 else self.some("circle")

    def members(self, circle: UUID) -> list[UUID]:
        seats = self.truth.where("membership", circle=circle).values()
        return [seat["person"] for seat in seats if self.truth.is_current(seat)]

    def residents(self, circle: UUID) -> set[UUID]:
        seats = self.truth.where("membership", circle=circle, as_resident=True).values()
        return {seat["person"] for seat in seats if self.truth.is_current(seat)}

    # -- Holding against the truth -------------------------------------------------------------------------------------

    def learn(self) -> None:
        """Reads all that is there, past every rule."""
        with owner():
            rows = everything()
        self.truth = WholeTruth(now=self.now, today=timezone.localdate(self.now), rows=rows)

    def act(self, by: UUID, allowed: bool, what: Callable[[Person], Any]) -> bool:
        """Somebody does something: it happens when the rules allow it, and is refused when they do not."""
        self.clock += timedelta(hours=1)
        happened, why = True, "it was not refused"
        try:
            with acting_as(person(by)):
                what(Person.objects.get(id=by))
        except REFUSED as refusal:
            happened, why = False, repr(refusal)
        assert happened == allowed, why
        self.learn()
        self.turn += 1
        self.look(self.actors[self.turn % len(self.actors)])
        return allowed

    def look(self, who: UUID) -> None:
        """Every table, as this person sees it, is what the rules say."""
        with acting_as(person(who)):
            seen = what_is_seen()
        for name, keys in seen.items():
            assert keys == self.truth.sees(who, name), name

    def everybody_looks(self) -> None:
        for who in self.actors:
            self.look(who)

    # -- People --------------------------------------------------------------------------------------------------------

    def somebody_comes_to_live_here(self) -> bool | None:
        if len(self.actors) >= MOST:
            return None
        near = Area.objects.get(code="BU04390302") if self.chance.random() < 0.5 else None
        self.newcomer(near=near, hats=self.chance.choice([(), (True,), (False,)]))
        self.learn()
        return True

    def they_meet(self) -> bool | None:
        by, to = self.somebody(), Person(id=self.somebody())
        return self.act(by, True, lambda me: introduce(person=me, to=to, by=me, at=self.clock))

    def a_child_is_noted(self) -> bool | None:
        if len(self.actors) >= MOST:
            return None
        years, parent = self.chance.randint(8, 17), Person(id=self.somebody())
        by = self.somebody(who for who in self.actors if parent.id in self.truth.people(who))
        return self.act(by, True, lambda me: self.note_child(me, parent, years))

    def note_child(self, me: Person, parent: Person, years: int) -> None:
        today = timezone.localdate(self.now)
        there = note_person(name=f"Kind {len(self.actors)}", by=me, at=self.clock)
        note_birth(person=there, day=today.replace(year=today.year - years, day=1), by=me, at=self.clock)
        note_parent(child=there, parent=parent, by=me, at=self.clock)
        note_in(circle=own_circle(by=me, at=self.clock), person=there, at=self.clock)
        self.actors.append(there.id)

    def a_child_grows_older(self) -> bool | None:
        key = self.some("birth")
        if key is None:
            return None
        with acting_as(office("beheer")):
            born = Birth.objects.get(id=key).day
            Birth.objects.filter(id=key).update(day=born.replace(year=born.year - self.chance.randint(1, 4)))
        self.learn()
        return True

    # -- Circles -------------------------------------------------------------------------------------------------------

    def a_story_begins(self) -> bool | None:
        by, truth = self.somebody(), self.truth
        about = self.somebody(truth.people(by))
        young = (truth.years(about) or 99) < 12
        seen = truth.people(by)
        if about not in seen:
            return None  # Nobody meant by a name whom one does not see.
        allowed = not young or all(row["parent"] in seen for row in truth.where("parent", child=about).values())
        there = Person(id=about, name="Iemand")
        return self.act(by, allowed, lambda me: open_story(by=me, at=self.clock, person=there))

    def a_household_begins(self) -> bool | None:
        """Of two whom one knows, with a story about both; of one alone it is none."""
        by, truth = self.somebody(), self.truth
        one, other = self.somebody(truth.people(by)), self.somebody(truth.people(by))
        if one == other:
            return None
        allowed = all(truth.knows(by, who) for who in (one, other))
        both = [Housemate(person=Person(id=who, name="Iemand")) for who in (one, other)]
        return self.act(by, allowed, lambda me: begin_household(housemates=both, name="Thuis", by=me, at=self.clock))

    def a_story_between_two_begins(self) -> bool | None:
        by = self.somebody()
        seen = self.truth.people(by)
        one, other = self.somebody(seen), self.somebody(seen)
        allowed = one != other and all(self.truth.knows(by, who) for who in (one, other))
        first, second = Person(id=one, name="Een"), Person(id=other, name="Ander")
        return self.act(by, allowed, lambda me: begin_between(one=first, other=second, by=me, at=self.clock))

    def a_smaller_circle_begins(self) -> bool | None:
        key = self.some("story")
        if key is None:
            return None
        circle = self.truth.all("story")[key]["circle"]
        by = self.somebody(self.members(circle))
        allowed = circle in self.truth.circles(by) and bool(self.residents(circle))

        def begins(me: Person) -> None:
            there = Story.objects.get(id=key)
            there.circle = Circle.objects.get(id=circle)
            begin_smaller_circle(story=there, name="klein", by=me, at=self.clock, readers=[])

        return self.act(by, allowed, begins)

    def somebody_is_let_in(self) -> bool | None:
        key, truth = self.a_circle(), self.truth
        if key is None:
            return None
        by = self.somebody(self.members(key))
        whom = Person(id=self.somebody(truth.people(by) - set(self.members(key))), name="Iemand")
        allowed = not self.is_inside(by, whom.id, circle=key) and self.may_let_in(by, whom.id, circle=key)
        ends = self.chance.choice([None, None, -1, 30])
        bounds = {
            "until": None if ends is None else self.now + timedelta(days=ends),
            "sees_from": self.chance.choice([None, self.clock - timedelta(hours=12), self.clock + timedelta(hours=1)]),
        }
        lets = {"circle": Circle(id=key), "person": whom, **bounds}
        return self.act(by, allowed, lambda me: let_in(by=me, at=self.clock, **lets))

    def is_inside(self, by: UUID, whom: UUID, *, circle: UUID) -> bool:
        """As far as somebody sees, and also while all of it is limited for who is inside."""
        return circle in self.truth.circles(by) and whom in self.members(circle)

    def may_let_in(self, by: UUID, whom: UUID, *, circle: UUID) -> bool:
        """Into no circle of one; a parent only by its child. Whom one knows, and a child its own parents."""
        truth = self.truth
        own, apart = circle in truth.own_circles(by), truth.only_the_child(circle=circle, person=whom)
        may = own and by in self.residents(circle) if apart else own or circle in truth.circles(by)
        known = truth.knows(by, whom) or (own and truth.is_parent(whom, by))
        return known and may and truth.all("circle")[circle]["kind"] != "own"

    def the_past_is_opened(self) -> bool | None:
        key = self.some("membership")
        if key is None:
            return None
        circle = self.truth.all("membership")[key]["circle"]
        by = self.somebody(self.members(circle))
        mine = self.truth.beginning(by, circle)
        since = self.chance.choice([None, self.clock - timedelta(hours=9)])
        allowed = mine is not None and (since or BEGINNING) >= mine
        there = Membership(id=key, circle_id=circle)
        return self.act(by, allowed, lambda me: open_past(membership=there, by=me, at=self.clock, since=since))

    def somebody_leaves(self) -> bool | None:
        key = self.some("membership")
        if key is None:
            return None
        it = self.truth.all("membership")[key]
        by = self.somebody([it["person"], it["let_in_by"], *self.residents(it["circle"])])
        theirs = it["circle"] in self.truth.own_circles(by) and it["parent_of"] in (None, by)
        mine = it["person"] == by and self.truth.all("circle")[it["circle"]]["kind"] != "own"
        let_in = it["let_in_by"] == by and it["until"] is not None and it["parent_of"] is None
        let_in = let_in and it["circle"] in self.truth.readable(by)
        allowed = self.truth.is_current(it) and not it["as_resident"] and (mine or theirs or let_in)
        there = Membership(id=key, circle_id=it["circle"])
        return self.act(by, allowed, lambda me: leave(membership=there, by=me, at=self.clock))

    # -- Writing -------------------------------------------------------------------------------------------------------

    def somebody_writes(self) -> bool | None:
        key = self.a_circle()
        if key is None:
            return None
        by = self.somebody(self.members(key))
        told = Person(id=self.somebody(self.residents(key))) if self.chance.random() < 0.5 else None
        past = self.truth.past_a_parent(circle=key, teller=told.id if told else None, writer=by)
        backs = [ComeBack(timezone.localdate(self.now), "bellen")] if self.chance.random() < 0.3 else []

        def writes(me: Person) -> None:
            there = Circle.objects.filter(id=key).first() or Circle(id=key)
            note(
                line="Gebeld.",
                circle=there,
                by=me,
                at=self.clock,
                told_by=told,
                present=[Present(me)],
                come_backs=backs,
            )

        return self.act(by, key in self.truth.circles(by) and not past, writes)

    def own_words_are_noted(self) -> bool | None:
        key = self.some("story")
        if key is None:
            return None
        circle = self.truth.all("story")[key]["circle"]
        by, told = self.somebody(self.members(circle)), Person(id=self.somebody(self.residents(circle)))
        past = self.truth.past_a_parent(circle=circle, teller=told.id, writer=by)
        there = Story(id=key, circle_id=circle)
        allowed = circle in self.truth.circles(by) and not past
        return self.act(by, allowed, lambda me: tell(story=there, person=told, words="Ik wil.", by=me, at=self.clock))

    def somebody_is_asked(self) -> bool | None:
        key = self.a_circle()
        if key is None:
            return None
        by = self.somebody(self.members(key))
        whom = Person(id=self.somebody(self.truth.people(by)))
        allowed = key in self.truth.circles(by) and self.truth.may_write_to(by, whom.id)
        there = Circle(id=key)
        return self.act(by, allowed, lambda me: ask(who=whom, circle=there, what="Meelopen", by=me, at=self.clock))

    def somebody_answers(self) -> bool | None:
        key = self.some("promise")
        if key is None:
            return None
        who, kind = self.truth.all("promise")[key]["who"], self.chance.choice(["yes", "no"])
        by = self.somebody([who])
        return self.act(
            by, who == by, lambda me: answer(promise=Promise.objects.get(id=key), kind=kind, by=me, at=self.clock)
        )

    def a_promise_is_kept(self) -> bool | None:
        key = self.some("promise")
        if key is None or self.truth.where("keeping", promise=key):
            return None
        by = self.chance.choice([self.somebody([self.truth.all("promise")[key]["who"]]), self.somebody()])
        there = Promise(id=key, circle_id=self.truth.all("promise")[key]["circle"])
        it = self.truth.all("promise")[key]
        allowed = (it["circle"] in self.truth.circles(by) or it["who"] == by) and key in self.truth.sees_promise(by)
        return self.act(by, allowed, lambda me: keep(promise=there, kept=True, by=me, at=self.clock))

    def somebody_looks(self) -> bool | None:
        by, whom = self.somebody(), Person(id=self.somebody())
        return self.act(by, True, lambda me: note_look(by=me, hat=None, about=[whom.id], thing=whom, at=self.clock))

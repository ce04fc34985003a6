"""What is counted, drawn and learned of a story in an invented neighbourhood, and who is away there."""

from datetime import timedelta
from typing import Any

from django.utils.timezone import localdate

from nabij.memory.standing_in import go_away
from nabij.moments.network import end, move
from nabij.moments.verbs import draw_tie, say
from nabij.people.models import Person
from nabij.stories.learning import learn
from nabij.stories.models import Story
from nabij.stories.scanning import count_help
from nabij.trust.models import Circle


class Counting:
    """The part of a neighbourhood that counts, draws and learns; the rest of it stands in `neighbourhood.py`."""

    truth: Any
    clock: Any
    now: Any
    chance: Any
    act: Any
    is_inside: Any
    may_let_in: Any
    some: Any
    a_circle: Any
    somebody: Any
    members: Any
    residents: Any

    def who_helps_is_counted(self) -> bool | None:
        """In the story's circle or a smaller one of it, now and then in a circle of another story: that is refused."""
        key = self.some("story")
        if key is None:
            return None
        own = {self.truth.all("story")[key]["circle"]}
        own |= {row["circle"] for row in self.truth.where("storycircle", story=key).values()}
        every = sorted(self.truth.where("circle", kind="story"))
        circle = self.chance.choice(sorted(own) if self.chance.random() < 0.8 else every)
        by = self.somebody(self.members(circle))
        may = circle in own & self.truth.circles(by)

        def counts(me: Person) -> None:
            said = {"story": Story(id=key), "circle": Circle(id=circle), "informal": ["een buur"], "formal": []}
            count_help(by=me, at=self.clock, **said)

        return self.act(by, may, counts)

    def a_network_is_drawn(self) -> bool | None:
        key = self.a_circle()
        if key is None:
            return None
        by = self.chance.choice([self.somebody(self.members(key)), self.somebody()])
        whose = Person(id=self.somebody(self.residents(key)))
        whom = Person(id=self.somebody(self.truth.people(by)))
        if not self.truth.knows(by, whom.id):
            return None
        past = self.truth.past_a_parent(circle=key, teller=whose.id, writer=by)
        shared: dict[str, Any] = {"circle": Circle(id=key), "owner": whose}

        def draws(me: Person) -> None:
            if whom.id == whose.id or self.chance.random() < 0.5:
                say(about=whom, kind="named", said_by=whose, by=me, at=self.clock, **shared)
                return
            said = {"by": me, "at": self.clock}
            tie = draw_tie(other=whom, kind="friend", ring=1, told_by=whose, **said, **shared)
            if not self.truth.reads_since(me.id, key, self.clock):
                return  # Who reads from later on has written into a past they do not see, and moves nobody there.
            if self.chance.random() < 0.5:
                move(tie=tie, ring=2, **said)
            if self.chance.random() < 0.3:
                end(tie=tie, **said)

        return self.act(by, key in self.truth.circles(by) and not past, draws)

    def something_is_learned(self) -> bool | None:
        """From a note, or from nothing that is said."""
        circle = self.a_circle()
        if circle is None:
            return None
        by, came_from = self.somebody(self.members(circle)), self.chance.choice([None, self.some("moment")])
        said = {"tried": "Eerst koffie.", "helped": "yes", "circle": Circle(id=circle), "came_from": came_from}
        return self.act(by, circle in self.truth.circles(by), lambda me: learn(by=me, at=self.clock, **said))

    def somebody_is_away(self) -> bool | None:
        """With somebody they know who stands in, and reads a story for it; who is away then, or cannot log in, not.

        From today on, as whoever stands in reads by it at once.
        """
        by, other, today = self.somebody(), self.somebody(), localdate(self.now)
        days = {"starts": today + timedelta(days=self.chance.randint(0, 3)), "ends": today + timedelta(days=4)}
        away = [row for row in self.truth.where("absence", ended_at=None).values() if row["starts"] <= days["ends"]]
        busy = {row["person"] for row in away if row["ends"] >= days["starts"]}
        logs_in = bool(self.truth.where("account", person=other))
        may = other in self.truth.people(by) and by != other and logs_in and not busy & {by, other}
        key = self.some("story") if self.chance.random() < 0.7 else None
        said: dict[str, Any] = {"stand_in": Person(id=other), **days}
        if key:
            circle = self.truth.all("story")[key]["circle"]
            said["stories"] = [Story(id=key, circle=Circle(id=circle))]
            may &= self.is_inside(by, other, circle=circle) or self.may_let_in(by, other, circle=circle)
        return self.act(by, may, lambda me: go_away(by=me, at=self.now, **said))

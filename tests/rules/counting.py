"""What happens to counts of who helps in an invented neighbourhood."""

from typing import Any

from nabij.people.models import Person
from nabij.stories.models import Resource, Scan, Story
from nabij.stories.scanning import count_help
from nabij.trust.models import Circle

COUNTS = [Scan, Resource]


class Counting:
    """The part of a neighbourhood that counts; the rest of it stands in `neighbourhood.py`."""

    truth: Any
    clock: Any
    chance: Any
    act: Any
    some: Any
    somebody: Any
    members: Any

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

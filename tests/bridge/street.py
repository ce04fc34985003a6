"""A street to test nearest help on, built through the verbs: people, hats, a story, what was told in it.

Each test says only what matters to it; the social map holds the forty listings of the example neighbourhood.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from nabij.bridge.ladder import Entry, Ladder, Rung
from nabij.bridge.nearest import nearest
from nabij.bridge.social_map import no_map
from nabij.moments.verbs import draw_tie, say
from nabij.people.models import Group, Hat, Neighbourhood, Person, ReachableHours, Strength, WayToReach
from nabij.people.verbs import give_account, note_person, put_on, take_duty
from nabij.stories.models import Story
from nabij.stories.verbs import begin_smaller_circle, open_story
from nabij.trust.acting import acting_as, office, person
from nabij.trust.models import Circle
from nabij.trust.verbs import introduce

AT = datetime(2026, 11, 18, 9, tzinfo=UTC)  # Wednesday, ten o'clock in Purmerend.
SINCE = date(2025, 1, 1)
LISTINGS = Path(__file__).parent.parent.parent / "nabij" / "demo" / "listings"


class Street:
    """People by their first name; whoever is called for the first time is made."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.hats: dict[str, Hat] = {}
        with acting_as(office("beheer")):
            self.town = Neighbourhood.objects.create(code="GM0439", name="Purmerend", kind="gemeente")
            self.here = Neighbourhood.objects.create(
                code="BU04390302", name="Wheermolen-Oost", kind="buurt", parent=self.town
            )
            self.team = Group.objects.create(
                name="Wijknetwerk", kind="team", formal=True, neighbourhood=self.here, phone="0299 00 00 90"
            )

    def person(self, name: str, *, mail: bool = True, **details: Any) -> Person:
        everything: dict[str, Any] = {"languages": ["nl"], "neighbourhood": self.here} | details
        with acting_as(office("beheer")):
            one = note_person(name=name, by=None, at=AT, **everything)
            if mail:
                give_account(person=one, email=f"p{len(self.people)}@voorbeeld.example", at=AT)
            for other in self.people.values():  # Everybody in this street was introduced to everybody.
                introduce(person=one, to=other, at=AT)
                introduce(person=other, to=one, at=AT)
        self.people[name.split()[0].lower()] = one
        return one

    def hat(self, name: str, role: str, *, formal: bool = False, open: bool = True, **rest: Any) -> Hat:
        with acting_as(office("beheer")):
            hat = put_on(
                person=self.people[name],
                role=role,
                formal=formal,
                since=SINCE,
                open=open,
                neighbourhood=rest.pop("neighbourhood", self.here),
                **rest,
            )
        self.hats[name] = hat
        return hat

    def can(self, name: str, what: str, *, open: bool = True) -> None:
        with acting_as(office("beheer")):
            Strength.objects.create(person=self.people[name], kind="can", what=what, open=open)

    def reachable(self, name: str, weekday: int) -> None:
        with acting_as(office("beheer")):
            ReachableHours.objects.create(person=self.people[name], weekday=weekday, opens=time(9), closes=time(12))

    def number(self, name: str, phone: str) -> None:
        with acting_as(office("beheer")):
            WayToReach.objects.create(person=self.people[name], kind="phone", value=phone)

    def on_duty(self, name: str, phone: str = "0299 00 00 33") -> None:
        with acting_as(office("beheer")):
            take_duty(
                hat=self.hats[name],
                neighbourhood=self.here,
                starts=AT.replace(hour=7),
                ends=AT.replace(hour=16),
                phone=phone,
            )

    def acting(self, name: str) -> AbstractContextManager[None]:
        hat = self.hats.get(name)
        return acting_as(person(self.people[name].id, hat=hat.id if hat else None))

    def story(self, about: str, *, by: str = "", readers: Sequence[str] = ()) -> "Told":
        by = by or about
        with self.acting(by):
            story = open_story(
                by=self.people[by],
                at=AT,
                person=self.people[about],
                hat=self.hats.get(by),
                readers=[(self.people[one], self.hats.get(one)) for one in readers],
            )
        return Told(self, story, about=about, by=by)


class Told:
    """One story, and what is told in it."""

    def __init__(self, street: Street, story: Story, *, about: str, by: str) -> None:
        self.street, self.story, self.about, self.by = street, story, about, by
        self.circles: dict[str, Circle] = {"": story.circle}

    @property
    def circle(self) -> Circle:
        return self.story.circle

    def smaller(self, *, readers: Sequence[str], by: str) -> None:
        people = self.street.people
        with self.street.acting(by):
            self.circles["smaller"] = begin_smaller_circle(
                story=self.story, name="kleine kring", by=people[by], at=AT, readers=[people[one] for one in readers]
            )

    def tie(self, other: str, kind: str, *, owner: str = "", told_by: str = "", **rest: Any) -> None:
        people = self.street.people
        with self.street.acting(self.by):
            draw_tie(
                circle=self.circle,
                owner=people[owner or self.about],
                other=people[other],
                kind=kind,
                ring=rest.pop("ring", 2),
                told_by=people[told_by or self.about],
                at=AT,
                **rest,
            )

    def said(self, kind: str, about: str, *, by: str = "", words: str = "", circle: str = "", at_by: str = "") -> None:
        """by: whose word it is; at_by: who notes it, if not whoever opened the story."""
        people = self.street.people
        with self.street.acting(at_by or self.by):
            say(
                circle=self.circles[circle],
                about=people[about],
                owner=people[self.about],
                kind=kind,
                said_by=people[by or self.about],
                by=people[at_by or self.by],
                at=AT,
                words=words,
            )

    def ask(self, question: str, *, by: str = "", urgent: bool = False, map: bool = True) -> Ladder:
        by = by or self.by
        with self.street.acting(by):
            return nearest(
                question=question,
                story=self.story,
                by=self.street.people[by],
                at=AT,
                urgent=urgent,
                **({} if map else {"social_map": no_map}),
            )


# -- reading the ladder ------------------------------------------------------------------------------------------------


def names(rung: Rung) -> list[str]:
    return [entry.first_name for entry in rung.entries]


def entry(ladder: Ladder, name: str) -> Entry:
    found = [one for rung in ladder.rungs for one in rung.entries if name in (one.first_name, one.name)]
    assert found, f"{name} stands on no rung"
    return found[0]


def everybody(ladder: Ladder) -> str:
    """All the words on the ladder, to look for what may not be there."""
    return repr(ladder)

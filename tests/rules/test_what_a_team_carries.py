"""What a team carries together comes out as counts above a threshold, and never as less, whoever asks and however."""

from datetime import date, timedelta
from itertools import cycle
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from nabij.moments.models import TimeSpent
from nabij.moments.timespent import note_time
from nabij.moments.verbs import draw_tie, note
from nabij.people.models import Group, Hat, Person
from nabij.people.verbs import give_account, note_person, put_on
from nabij.stories.models import Story
from nabij.stories.verbs import open_story, promise
from nabij.trust.acting import NOBODY, acting_as, administrator, office, person
from nabij.trust.verbs import let_in
from tests.conftest import owner
from tests.trust.aging import older
from tests.world import World

LAST_MONTH = timedelta(days=45)


class Team:
    """A group with so many people, each in a hat that was granted."""

    def __init__(self, world: World, people: int) -> None:
        self.world, self.stories = world, list[Story]()
        with acting_as(office("beheer")):
            self.group = Group.objects.create(name="Wijkteam Oost", kind="team", formal=True)
            east = {"neighbourhood": world.marieke.neighbourhood}
            self.people = [note_person(name=f"Werker {n}", by=None, at=timezone.now(), **east) for n in range(people)]
            for number, one in enumerate(self.people):
                give_account(person=one, email=f"werker{number}@voorbeeld.example", at=timezone.now())
            self.hats = [
                put_on(
                    person=one,
                    role="wijkwerker",
                    formal=True,
                    since=date(2025, 1, 1),
                    group=self.group,
                    open=True,
                    **east,
                )
                for one in self.people
            ]

    def acting(self, number: int):
        return acting_as(person(self.people[number].id, hat=self.hats[number].id))

    def open(self, how_many: int, *, by: int = 3, reader: bool = False) -> None:
        """Stories by the first `by` of them in turn; with a neighbour who reads along, or alone."""
        turn = cycle(range(by))
        for _number in range(how_many):
            who = next(turn)
            with self.acting(who):
                mine, at = self.people[who], timezone.now()
                resident = note_person(name="Een Bewoner", by=mine, at=at)
                readers = [(self.world.people["marieke"], self.world.hats["marieke"])] if reader else []
                shared = {"by": mine, "at": at, "hat": self.hats[who]}
                self.stories.append(open_story(person=resident, readers=readers, **shared))

    def counts(self, actor: Any = None) -> dict[str, int | None]:
        """As anybody asks the word itself, in the app's role."""
        with acting_as(actor or person(self.people[0].id, hat=self.hats[0].id)), connection.cursor() as cursor:
            cursor.execute("select what, n from trust.team_counts(%s)", [self.group.id])
            return dict(cursor.fetchall())

    def said(self, *wanted: str) -> dict[str, int]:
        found = {what: count for what, count in self.counts().items() if count is not None}
        assert all(count >= 5 for count in found.values()), found
        return found


def test_fewer_than_five_of_anything_and_of_fewer_than_three_people_never_come_out(world: World) -> None:
    team = Team(world, 4)
    team.open(4)
    older(LAST_MONTH)
    assert team.said() == {}, "four stories"
    team.open(1)
    assert team.said() == {}, "the fifth is of this month, and counts when the next begins"
    older(LAST_MONTH, tables=["stories_story", "trust_membership"])
    assert team.said() == {"stories_alone": 5}, "all of them, so the whole would say that nobody shares any"
    with team.acting(0):
        first = team.stories[0]
        for number in range(4):
            shared = {"circle": first.circle, "by": team.people[0], "at": timezone.now()}
            promise(story=first, what=f"belt {number}", **shared)
    older(LAST_MONTH)
    assert "promises" not in team.said(), "four, and of one person"
    with team.acting(0):
        promise(story=first, what="belt weer", circle=first.circle, by=team.people[0], at=timezone.now())
    older(LAST_MONTH)
    assert "promises" not in team.said(), "five of one person are that person's"


def test_a_whole_is_not_said_when_less_than_five_are_left_of_it(world: World) -> None:
    team = Team(world, 3)
    team.open(6)
    team.open(4, reader=True)
    older(LAST_MONTH)
    assert team.said() == {"stories_alone": 6}
    team.open(1, reader=True)
    older(LAST_MONTH)
    assert team.said() == {"stories": 11, "stories_alone": 6}


def test_what_is_promised_and_drawn_where_one_person_reads_is_counted(world: World) -> None:
    team = Team(world, 3)
    team.open(6)
    for number, story in enumerate(team.stories):
        mine = team.people[number % 3]
        with team.acting(number % 3):
            shared: dict[str, Any] = {"circle": story.circle, "at": timezone.now()}
            promise(story=story, what="belt", by=mine, **shared)
            draw_tie(owner=story.person, kind="group", ring=1, name="Het koor", told_by=mine, by=mine, **shared)
    older(LAST_MONTH)
    assert team.said() == {"stories_alone": 6, "promises_alone": 6, "ties_alone": 6}
    with team.acting(0):
        let_in(
            circle=team.stories[0].circle, person=team.people[1], by=team.people[0], at=timezone.now(), hat=team.hats[1]
        )
        let_in(
            circle=team.stories[3].circle, person=team.people[1], by=team.people[0], at=timezone.now(), hat=team.hats[1]
        )
    assert team.said()["stories_alone"] == 6, "as it stood when the month began"
    older(LAST_MONTH)
    assert team.said() == {"stories": 6, "promises": 6}, "of the four that are left alone nothing is said"


def test_only_who_wears_a_granted_hat_of_the_team_asks_and_only_for_that_team(world: World) -> None:
    team = Team(world, 3)
    team.open(6)
    older(LAST_MONTH)
    assert team.counts()["stories_alone"] == 6
    hat = world.hats["marieke"]
    for other in (person(world.marieke.id, hat=hat.id), NOBODY, administrator(world.loes.id), office("post")):
        assert team.counts(other) == {}
    with owner():
        informal = Hat.objects.create(
            person=world.marieke, role="kijkt mee", formal=False, group=team.group, since=date(2025, 1, 1)
        )
        Hat.objects.filter(id=informal.id).update(granted_by=world.marieke)
    assert team.counts(person(world.marieke.id, hat=informal.id)) == {}, "one's own word opens no counts"


def noted(team: Team, people: int, *, minutes: int = 90) -> None:
    for number in range(people):
        with team.acting(number):
            story, mine = team.stories[number], team.people[number]
            shared = {"by": mine, "at": timezone.now()}
            line = note(line="Gewandeld.", circle=story.circle, hat=team.hats[number], **shared)
            note_time(moment=line, minutes=minutes, **shared)


def test_hours_come_out_when_five_people_noted_any(world: World) -> None:
    team = Team(world, 5)
    team.open(5, by=5)
    noted(team, 4, minutes=600)
    first = timezone.localdate().replace(day=1)
    back = (
        timezone.now() - timezone.now().replace(year=first.year, month=first.month, day=1, hour=0) + timedelta(days=9)
    )
    older(back)
    assert "hours" not in team.said()
    with owner():
        TimeSpent.objects.all().delete()
    noted(team, 5)
    older(back, tables=["moments_moment", "moments_timespent"])
    assert team.said()["hours"] == round(5 * 90 / 60)


@pytest.mark.parametrize("name", ["marieke", "riet", "yusuf"])
def test_a_time_is_ones_own_and_of_what_one_wrote(world: World, name: str) -> None:
    with world.acting("marieke"):
        shared: dict[str, Any] = {"by": world.marieke, "at": timezone.now()}
        line = note(line="Gewandeld.", circle=world.riets_story.circle, **shared)
        note_time(moment=line, minutes=20, **shared)
        note_time(moment=line, minutes=25, **shared)
        assert TimeSpent.objects.get().minutes == 25
    other: Person = world.people[name]
    with world.acting(name):
        assert TimeSpent.objects.exists() == (name == "marieke")
        if name != "marieke":
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                TimeSpent.objects.create(moment=line, person=other, minutes=5, at=timezone.now())

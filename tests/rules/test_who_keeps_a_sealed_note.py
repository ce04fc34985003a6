"""Who may keep a sealed note: professionals, who reads in the story first, and nobody close to whom it is about."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from nabij.moments.network import add
from nabij.people.models import Hat, Person
from nabij.stories.models import (
    SealedNote,
)
from nabij.stories.sealing import (
    OwnStory,
    seal,
)
from nabij.stories.sealreading import may_keep
from nabij.trust.appointing import trust
from nabij.trust.models import Membership
from tests.conftest import owner
from tests.rules.test_a_sealed_note import REFUSED, in_days, now, sealed_by
from tests.world import World


def test_whom_it_is_about_seals_nothing_and_keeps_nothing(world: World):
    with pytest.raises(OwnStory):
        sealed_by(world, "riet")
    with world.acting("marieke"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        seal(
            story=world.riets_story, words="x", reason="y", second=world.riet, review_on=in_days(3),
            by=world.marieke, at=now(),
        )  # fmt: skip
    with world.acting("loes"), pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
        SealedNote.objects.create(
            story_id=world.riets_story.id, circle_id=world.riets_story.circle_id, about="Riet", reason="x",
            review_on=in_days(3), by=world.loes, by_name=world.loes.called, at=now(),
        )  # fmt: skip


def test_the_second_is_a_professional(world: World):
    for second, works in (("jan", False), ("yusuf", True)):
        if works:
            assert sealed_by(world, second=second)
        else:
            with pytest.raises(DatabaseError, match=REFUSED), transaction.atomic():
                sealed_by(world, second=second)


def test_who_reads_in_the_story_is_asked_first_and_nobody_close_to_whom_it_is_about(world: World):
    with owner():
        roles = {"fatima": "wijkverpleegkundige", "jan": "huisarts", "kim": "applicatiebeheerder"}
        for name, role in roles.items():
            Hat.objects.create(
                person=world.people[name], role=role, formal=True, open=True, since=date(2025, 1, 1),
                neighbourhood=world.fatima.neighbourhood,
            )  # fmt: skip
        hat = Hat.objects.get(person=world.fatima, formal=True)
        Membership.objects.filter(circle=world.riets_story.circle, person=world.fatima).update(hat=hat)

    def offered() -> tuple[list[str], list[str]]:
        with world.acting("marieke"):
            found = may_keep(story=world.riets_story, by=world.marieke, at=now())
            return [one.person.first_name for one in found.first], [one.person.first_name for one in found.others]

    assert offered() == (["Fatima"], ["Jan", "Loes", "Yusuf"])
    elsewhere = Hat.objects.filter(person=world.jan, formal=True)
    with owner():
        elsewhere.update(employer="Postsorteercentrum", open=False)
    assert offered() == (["Fatima"], ["Loes", "Yusuf"])
    with owner():
        trust(person=world.loes, neighbourhood=world.fatima.neighbourhood, since=date(2025, 1, 1))
        Person.objects.filter(id__in=[world.riet.id, world.yusuf.id]).update(street="Gangboord")
    with world.acting("marieke"):
        add(
            circle=world.riets_story.circle, owner=world.riet, name="Jan Groen", by=world.marieke, at=now(),
            kind="neighbour", ring=1,
        )  # fmt: skip
    assert offered() == (["Fatima", "Loes"], [])

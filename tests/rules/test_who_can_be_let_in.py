"""Whom a circle can let in from a list, and that who does not stand in it is invited by a letter or on the spot."""

from datetime import date

import pytest
from django.utils import timezone

from nabij.people.models import Account, Neighbourhood, Person
from nabij.people.own import put_on_own
from nabij.people.verbs import give_account, note_person, put_on
from nabij.post import inviting, onthespot
from nabij.stories.models import Story
from nabij.stories.reading import members_of, person_and_hat, who_may_join
from nabij.trust import administering
from nabij.trust.acting import acting_as, office, person
from nabij.trust.models import Invitation
from nabij.trust.verbs import introduce, note_in, own_circle
from tests.rules.test_who_is_invited import accept, code, confirm, knock, letter_of
from tests.world import AT, World


def listed(world: World, name: str = "marieke") -> set[str]:
    """Who stands in the list of Riet's circle, by name."""
    with world.acting(name):
        choices = who_may_join(members_of(world.riets_story.circle_id), today=timezone.localdate())
        return {person_and_hat(key)[0].called for key, _called in choices}


@pytest.fixture
def more(world: World) -> World:
    """Ans wears an open hat in another town; Bea lives here, and wears none."""
    with acting_as(office("beheer")):
        far = Neighbourhood.objects.create(code="BU05180101", name="Elders", kind="buurt")
        for key, home in (("ans", far), ("bea", Neighbourhood.objects.get(code="BU04390302"))):
            world.people[key] = note_person(name=f"{key.title()} Nieuw", by=None, at=AT, neighbourhood=home)
            give_account(person=world.people[key], email=f"{key}@voorbeeld.example", at=AT)
        said = {"role": "arts", "formal": True, "since": date(2025, 1, 1), "neighbourhood": far, "open": True}
        world.hats["ans"] = put_on(person=world.ans, **said)
    return world


def test_the_list_is_of_who_wears_a_hat_that_one_sees_and_of_nobody_else(more: World) -> None:
    assert listed(more) == {"Yusuf Demir", "Loes Hartman"}, "who reads already, is not asked again"
    with more.acting("bea"):
        neighbour = more.hats["marieke"].neighbourhood
        put_on_own(by=more.bea, role="buurvrouw", can="", cannot="", open=True, at=AT, neighbourhood=neighbour)
    assert listed(more) == {"Yusuf Demir", "Loes Hartman", "Bea Nieuw"}
    with acting_as(office("beheer")):
        administering.take_off_hat(hat=more.hats["loes"], by=None, at=AT, why="Verhuisd.")
    assert listed(more) == {"Yusuf Demir", "Bea Nieuw"}


def test_whom_one_never_met_is_not_listed_and_knowing_somebodys_name_lists_no_hat_of_theirs(more: World) -> None:
    with more.acting("ans"):
        introduce(person=more.ans, to=more.marieke, by=more.ans, at=AT)
    with more.acting("marieke"):
        assert Person.objects.filter(id=more.ans.id).exists()
    assert "Ans Nieuw" not in listed(more), "their hat is of elsewhere: by a letter, not from the list"
    assert listed(more, "riet") == {"Yusuf Demir", "Loes Hartman"}


def test_other_households_one_helps_do_not_stand_in_the_list(more: World) -> None:
    """Whom Marieke knows from her own notes or other stories wears no hat: no slip of the finger lets them in here."""
    with more.acting("kim"):
        introduce(person=more.kim, to=more.marieke, by=more.kim, at=AT)
    with more.acting("marieke"):
        note_in(circle=own_circle(by=more.marieke, at=AT), person=more.kim, at=AT)
        assert Person.objects.filter(id=more.kim.id).exists()
    assert "Kim Lansink" not in listed(more)


@pytest.mark.parametrize("by", ["marieke", "riet"])
def test_a_resident_without_a_hat_is_invited_by_letter_to_their_log_in(more: World, by: str) -> None:
    assert not reads(more, "bea")
    with more.acting(by):
        said = {"name": "Bea", "address": "BEA@voorbeeld.example", "sees_from": timezone.now()}
        made = inviting.invite(circle=more.riets_story.circle, by=more.people[by], at=timezone.now(), **said)
    with pytest.raises(inviting.ForSomebodyElse):
        accept(made, login=more.kim)
    assert accept(made, login=more.bea, there=letter_of(made)) == more.bea
    assert reads(more, "bea")
    assert not reads(more, "kim")


def test_a_resident_without_a_hat_comes_in_on_the_spot_after_the_yes_of_who_is_beside_them(more: World) -> None:
    made = code(more)
    with more.acting("bea"):
        onthespot.make_oneself_known(invitation=made, by=more.bea, at=timezone.now())
    knock(made, name="Bea Nieuw", address="", who=more.bea)
    assert not reads(more, "bea")
    assert confirm(more, made) is None
    assert reads(more, "bea")
    assert not reads(more, "kim")
    with acting_as(office("beheer")):
        assert Account.objects.filter(email__iexact="bea@voorbeeld.example").count() == 1


def test_somebody_without_a_log_in_is_invited_as_well_and_nobody_else_by_the_same_letter(more: World) -> None:
    with more.acting("riet"):
        said = {"name": "Zus Kuiper", "address": "zus@huis.example", "sees_from": None}
        made = inviting.invite(circle=more.riets_story.circle, by=more.riet, at=timezone.now(), **said)
    sister = accept(made)
    with acting_as(person(sister.id)):
        assert Story.objects.filter(id=more.riets_story.id).exists()
    with more.acting("bea"):
        assert not Invitation.objects.exists()


def reads(world: World, name: str) -> bool:
    with world.acting(name):
        return Story.objects.filter(id=world.riets_story.id).exists()

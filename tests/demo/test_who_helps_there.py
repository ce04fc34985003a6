"""In the example neighbourhood it was counted who helps, more than once, and people of two professions met."""

import pytest

from nabij.insight.measures.proximity import Form
from nabij.insight.nearness import nearness
from nabij.people.models import Account, Person
from nabij.stories.models import Story
from nabij.stories.scanning import who_helps
from nabij.trust.acting import acting_as, office, person
from tests.demo.conftest import AT

pytestmark = pytest.mark.usefixtures("neighbourhood", "db")


def somebody(key: str) -> Person:
    with acting_as(office("door")):
        return Account.objects.select_related("person").get(email=f"{key}@voorbeeld.example").person


def test_riets_circle_sees_last_time_beside_today_and_somebody_else_does_not():
    riet, kim = somebody("riet"), somebody("kim")
    with acting_as(person(riet.id)):
        story = Story.objects.get(person=riet)
        (told,) = who_helps(story_id=story.id, by=riet, hat=None, at=AT).counted
        assert [len(one.resources.all()) for one in told.scans] == [6, 6, 4]
        assert (told.gone(formal=False), told.gone(formal=True)) == ([], ["praktijk Overwhere"])
    with acting_as(person(kim.id)), pytest.raises(Story.DoesNotExist):
        who_helps(story_id=story.id, by=kim, hat=None, at=AT)


def test_riets_half_year_holds_four_of_the_five_forms():
    riet = somebody("riet")
    with acting_as(person(riet.id)):
        story = Story.objects.get(person=riet)
        found = nearness(story_id=story.id, by=riet, hat=None, at=AT).found
    often = {form: sum(counts) for form, counts in found.counts.items()}
    assert often[Form.INTERPROFESSIONAL] == 2
    assert often[Form.GOVERNMENTAL] == 0
    assert min(often[form] for form in (Form.PHYSICAL, Form.OWN_NETWORK, Form.CIVIL)) > 2

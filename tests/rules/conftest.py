"""A neighbourhood in which somebody watches over breaking the glass."""

import pytest
from django.utils import timezone

from nabij.moments.verbs import note
from nabij.people.models import Neighbourhood
from nabij.stories.sealing import seal
from nabij.stories.verbs import begin_smaller_circle, promise
from nabij.stories.verbs import tell as tell_words
from nabij.trust import appointing
from nabij.trust.acting import acting_as, office
from nabij.trust.verbs import own_circle
from tests.rules.danger import in_days, now
from tests.world import AT, World


@pytest.fixture
def watched_world(world: World) -> World:
    """Loes watches over the neighbourhood; something was written about Riet, and sealed, and confided to two."""
    with acting_as(office("beheer")):
        east = Neighbourhood.objects.get(code="BU04390302")
        appointing.trust(person=world.loes, neighbourhood=east, since=timezone.localdate())
    with world.acting("marieke"):
        story = world.riets_story
        note(line="Naar de markt.", circle=story.circle, by=world.marieke, at=AT)
        tell_words(story=story, person=world.riet, words="Ik wil weer buiten.", by=world.marieke, at=AT)
        promise(circle=story.circle, story=story, what="Bellen", by=world.marieke, at=AT)
        small = begin_smaller_circle(story=story, name="Wij", by=world.marieke, at=AT, readers=[])
        note(line="Onder ons.", circle=small, by=world.marieke, at=AT)
        note(line="Voor mijzelf.", circle=own_circle(by=world.marieke, at=AT), by=world.marieke, at=AT)
        day = in_days(9)
        seal(
            story=story,
            words="Dicht.",
            reason="Overleg.",
            second=world.yusuf,
            review_on=day,
            by=world.marieke,
            at=now(),
        )
    with world.acting("riet"):
        note(line="Alleen van mij.", circle=own_circle(by=world.riet, at=AT), by=world.riet, at=AT)
    return world

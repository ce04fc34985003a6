"""What the tests of letters begin with: Marieke asks Jan something in Riet's story."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from nabij.post.models import Letter
from nabij.stories.models import Promise
from nabij.stories.verbs import ask
from nabij.trust.acting import acting_as, office
from tests.world import World

WORDS = "Riet wil weer lopend naar de markt. Loop je mee?"


def tomorrow() -> date:
    return timezone.localdate() + timedelta(days=1)


def ask_jan(world: World, *, words: str = WORDS, at: datetime | None = None) -> Letter:
    """Marieke asks Jan; returns the letter to him."""
    with world.acting("marieke"):
        asked = ask(
            who=world.jan,
            circle=world.riets_story.circle,
            story=world.riets_story,
            what="een halfuur meelopen",
            by=world.marieke,
            at=at or timezone.now(),
            day=tomorrow(),
            words=words,
        )
        return Letter.objects.get(about_id=asked.id)


def asked_of(letter: Letter) -> Promise:
    with acting_as(office("post")):
        return Promise.objects.select_related("answer").get(id=letter.about_id)

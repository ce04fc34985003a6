"""Two people who write at once: whoever saves second sees what the first wrote, and nothing is lost."""

from datetime import datetime

from django.db import connection, transaction

from nabij.moments.models import Tie
from nabij.people.models import Person
from nabij.stories.models import OwnWords, Story
from nabij.stories.verbs import tell
from nabij.trust.models import Circle


class WrittenMeanwhile(ValueError):
    """Somebody else saved since one began to write; `theirs` is what stands there now."""

    def __init__(self, theirs: OwnWords) -> None:
        super().__init__()
        self.theirs = theirs


def newest_words(story: Story) -> OwnWords | None:
    """The own words that stand first in a story, as far as one may read them."""
    said = OwnWords.objects.wants().filter(story=story).select_related("person", "noted_by")
    return said.order_by("-at", "-id").first()


@transaction.atomic
def tell_after(
    *,
    began: str | None,
    story: Story,
    circle: Circle,
    person: Person,
    words: str,
    matters: str,
    by: Person,
    at: datetime,
) -> OwnWords:
    """Own words of somebody who saw what stood there when they began; WrittenMeanwhile when that is not the newest.

    began: their key, empty when there were none, None when nobody knows. What already stands there is not said twice.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext(%s), hashtext(%s))", ["own words", str(story.id)])
    newest = newest_words(story)
    if newest and (newest.words, newest.matters, newest.circle_id) == (words, matters, circle.id):
        return newest
    if newest and began is not None and began != str(newest.id):
        raise WrittenMeanwhile(newest)
    return tell(story=story, circle=circle, person=person, words=words, matters=matters, by=by, at=at)


def told_now(tie: Tie) -> Tie | None:
    """What is said now of whom a tie was with, when that tie is over because it was told anew; None when nothing is."""
    same = {name: getattr(tie, name) for name in ("circle_id", "owner_id", "other_id", "group_id", "place_id", "name")}
    return Tie.objects.current().filter(**same).select_related("told_by", "noted_by").first()

"""A picture or paper with what one wrote in a story, and opening it, which is a look as reading the moment is."""

from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from nabij.moments.attachments import Attachment
from nabij.moments.cleaning import clean
from nabij.moments.models import Moment
from nabij.people.models import Hat, Person
from nabij.stories.models import Story
from nabij.stories.reading import circles_of, look_into, stories_in
from nabij.trust.models import Looked
from nabij.trust.verbs import leave_trace

MOST_IN_STORY = 100_000_000  # Bytes: some two hundred pictures.


class StoryFull(ValueError):
    """A story has room for so much."""

    def __init__(self) -> None:
        super().__init__(_("Er staan al heel veel foto’s en papieren in dit verhaal. Er kan niets meer bij."))


def find_own(moment_id: UUID, *, by: Person) -> tuple[Moment, Story]:
    """What one wrote oneself in a story one still reads; Moment.DoesNotExist when it is not that."""
    moment = Moment.objects.select_related("circle").get(id=moment_id, author=by)
    story = stories_in({moment.circle_id}).get(moment.circle_id)
    if story is None:
        raise Moment.DoesNotExist
    return moment, story[0]


@transaction.atomic
def attach(
    *, moment: Moment, story: Story, data: bytes, alt: str, by: Person, hat: Hat | None, at: datetime
) -> Attachment:
    """Keeps a picture or paper with a moment; cleaning.Unkept or StoryFull when it is not kept."""
    cleaned = clean(data)
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtext(%s), hashtext(%s))", ["attachments", str(story.id)])
    there = Attachment.objects.filter(circle__in=circles_of(story)).aggregate(all=Sum("size"))["all"] or 0
    size = len(cleaned.content)
    if there + size > MOST_IN_STORY:
        raise StoryFull
    said = {"kind": cleaned.kind, "content": cleaned.content, "small": cleaned.small, "size": size, "alt": alt.strip()}
    made = Attachment.objects.create(moment=moment, circle=moment.circle, by=by, at=at, **said)
    leave_trace(by=by, hat=hat, what="attach", thing=made, circle=moment.circle_id, at=at)
    return made


def open_attachment(
    key: UUID, *, by: Person, hat: Hat | None, at: datetime, what: str = Looked.ATTACHMENT
) -> Attachment:
    """Opens a picture or paper of a story one reads, and writes down that `by` did; else Attachment.DoesNotExist."""
    found = Attachment.objects.get(id=key)
    story = stories_in({found.circle_id}).get(found.circle_id)
    if story is None:
        raise Attachment.DoesNotExist
    look_into(story=story[0], by=by, hat=hat, at=at, what=what)
    return found

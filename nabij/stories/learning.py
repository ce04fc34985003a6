"""Writing down what was learned: what was tried, and whether it helped."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate

from nabij.moments.models import Moment
from nabij.moments.oneline import for_search, read
from nabij.moments.verbs import note
from nabij.people.models import Hat, Person
from nabij.stories.lessons import Lesson
from nabij.trust.models import Circle


@transaction.atomic
def learn(
    *,
    tried: str,
    helped: str,
    circle: Circle,
    by: Person,
    at: datetime,
    hat: Hat | None = None,
    came_from: UUID | None = None,
) -> Lesson:
    """Notes for the members of one circle what was tried; `tried` is written without names, as its writer read it.

    came_from: the moment of that circle it was learned from.
    """
    seen = came_from and Moment.objects.filter(id=came_from, circle=circle).exists()
    moment = note(
        line=tried,
        circle=circle,
        by=by,
        at=at,
        hat=hat,
        kind=Moment.Kind.LESSON,
        findable=for_search(read(tried, today=localdate(at), people=())),
    )
    return Lesson.objects.create(moment=moment, helped=helped, came_from=came_from if seen else None)

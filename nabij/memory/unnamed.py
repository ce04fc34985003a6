"""The name of somebody who is forgotten, taken out of other people's stories, of what those are called, and of lists.

It acts as the office `rights`, for whom this opens only between the yes to erasing and the erasing itself.
"""

from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from nabij.base.naming import SHORTEST, any_of, titled
from nabij.moments.models import Attachment, FollowUp, Moment, Saying, Tie
from nabij.people.models import Household, Person
from nabij.stories.models import Answer, Keeping, OwnWords, Promise, Resource, Story
from nabij.stories.turns import Turn
from nabij.trust.models import Circle, Correction

# What a name stands in; sealed notes, concerns, requests and logs keep it, and docs/retention.md says why.
NAMED: tuple[type[Model], ...] = (
    *(Moment, Attachment, FollowUp, Tie, Saying, Correction, OwnWords, Promise, Turn, Answer, Keeping),
    *(Resource, Circle, Household, Story),
)
CALLED = (Circle, Household, Story)  # What stands as a heading.
BY_KIND = {one._meta.label_lower: one for one in NAMED}


def take_name_out(person: Person) -> None:
    """Of every text in which this person is named where they were, or were known: "iemand" stands there from now on."""
    with connection.cursor() as cursor:
        cursor.execute("select kind, id, part, said, beside from trust.texts_to_mask()")
        texts = cursor.fetchall()
    for kind, key, part, said, beside in texts:
        model = BY_KIND[kind]
        masked = unnamed(said, person=person, beside=frozenset(beside))
        if masked != said:
            _put(model, key=key, part=part, said=capfirst(masked) if model in CALLED else masked)


def unnamed(text: str, *, person: Person, beside: frozenset[str]) -> str:
    """A text without this person's name. beside: words of the names of others there, in small letters, which stay.

    A first name in any capitals; a family name only as a name is written, for "het bos" is no Marieke Bos.
    """
    somebody, words = _("iemand"), person.name.split()
    first, last = words[:1], [one for one in words[1:][-1:] if own(one, beside)]
    whole = {person.name, person.known_as, *(one for one in first if own(one, beside))} - {""}
    if last:
        text = titled(last).sub(somebody, text)
    text = any_of(whole, exactly=False).sub(somebody, text)
    return any_of(last).sub(somebody, text) if last else text


def own(word: str, beside: frozenset[str]) -> bool:
    return len(word) >= SHORTEST and word.lower() not in beside


def _put(model: type[Model], *, key: UUID, part: str, said: str) -> None:
    """What is too long by a longer word loses its end; what stands twice in one list by it is numbered."""
    longest = getattr(model._meta.get_field(part), "max_length", None) or len(said)
    for number in range(1, 100):
        numbered = f"{said[: longest - 5]} ({number})" if number > 1 else said[:longest]
        try:
            with transaction.atomic():
                model._default_manager.filter(id=key).update(**{part: numbered})
        except IntegrityError:
            continue
        return

"""What somebody is still writing: kept while they type, read by nobody else, gone when it is saved or thrown away.

It stays thirty days after the last letter: long enough for a holiday or an illness. No longer, because what nobody else
reads is told to nobody either: neither the rights of others nor the term of a story reach it.
"""

from collections.abc import Mapping
from datetime import UTC, datetime

from django.db import models
from django.utils.translation import gettext as _

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.people.models import Person

LONGEST = 20_000  # Signs of all fields together: five lines of the longest kind.
FIELDS = 40
BEGAN = "began"  # What its writer had before them when they began, as the form says it; no words.


class Draft(Noun):
    """What somebody is still writing on one place ("klad"); its writer alone reads it."""

    privacy = Privacy(keep=Keep.SHORT, plain="id at", personal="person place", sensitive="typed", since="at")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    # Which form of which page: its address, as the page itself says it.
    place = models.CharField(max_length=300)
    typed = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "place"], name="one_draft_in_a_place"),
            models.CheckConstraint(condition=~models.Q(typed={}), name="draft_says_something"),
        ]

    @property
    def version(self) -> str:
        """Which draft it is of those that stood in this place, as the script says it back."""
        return self.at.astimezone(UTC).isoformat()


def words_in(typed: Mapping[str, str]) -> str:
    """What was typed, field after field, as its writer reads it among their own data."""
    return "; ".join(said for name, said in typed.items() if name != BEGAN)


class NoDraft(ValueError):
    """A draft is some fields with words, for one place."""

    def __init__(self) -> None:
        super().__init__(_("Dit klad kunnen we niet bewaren. Wat je typte staat nog op je scherm."))


class TypedElsewhere(ValueError):
    """The same person typed in the same place on another screen since; neither may go."""

    def __init__(self, there: Draft | None) -> None:
        super().__init__(_("Je typte dit ook op een ander scherm."))
        self.there = there


def draft_of(*, by: Person, place: str) -> Draft | None:
    return Draft.objects.filter(person=by, place=place).first()


def keep_draft(*, by: Person, place: str, typed: Mapping[str, str], seen: str, at: datetime) -> Draft | None:
    """Keeps what is typed in the place of what was kept before; nothing typed is no draft.

    seen: the version of the draft that this one follows, empty for none; TypedElsewhere when there is another one.
    """
    fields = {name: said for name, said in typed.items() if said.strip()}
    fields = fields if fields.keys() - {BEGAN} else {}
    if not is_draft(place, fields):
        raise NoDraft
    there = draft_of(by=by, place=place)
    if there and there.version != seen:
        raise TypedElsewhere(there)
    if there and not fields:
        there.delete()
    if not fields:
        return None
    if there is None:
        there, made = Draft.objects.get_or_create(person=by, place=place, defaults={"typed": fields, "at": at})
    else:
        made = bool(Draft.objects.filter(id=there.id, at=there.at).update(typed=fields, at=at))
    if not made:
        raise TypedElsewhere(draft_of(by=by, place=place))
    there.typed, there.at = fields, at
    return there


def is_draft(place: str, fields: Mapping[str, str]) -> bool:
    words = "".join((place, *fields, *fields.values()))
    return 0 < len(place) <= 300 and len(fields) <= FIELDS and len(words) <= LONGEST and "\0" not in words

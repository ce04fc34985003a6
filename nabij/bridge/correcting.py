"""Saying that a reason is not so, and taking that back."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from nabij.bridge.asks import Ask
from nabij.bridge.contradictions import RATHER_NOT, Contradiction
from nabij.bridge.offers import Offer
from nabij.people.models import Person
from nabij.trust.verbs import leave_trace

GROUNDS = ("named", "helped", "bond", "trade", "lived", "likes", "trained", "near", "wish", "free", RATHER_NOT)
WITH_MORE = ("kind:", "beside:", "tongue:", "time:")


class NoSuchReason(ValueError):
    """One says something against a reason that stood there."""

    def __init__(self) -> None:
        super().__init__(_("Deze reden stond er niet. Kijk opnieuw naar de lijst."))


class NotForAll(ValueError):
    """What counts for every ask is for whoever offers it, and for who coordinates there."""

    def __init__(self) -> None:
        super().__init__(
            _("Dit kun je alleen bij deze vraag zeggen. Voor altijd doet de coördinator of de persoon zelf.")
        )


@transaction.atomic
def contradict(
    *,
    offer: Offer,
    ground: str,
    by: Person,
    at: datetime,
    ask: Ask | None,
    reason: str = "",
    words: str = "",
) -> Contradiction:
    """Says that a reason is not so: for one ask, or without one for all. Said twice it stands there once."""
    if ground not in GROUNDS and not ground.startswith(WITH_MORE):
        raise NoSuchReason
    if ask is None and (ground == RATHER_NOT or not corrected_by_me([offer.id])):
        raise NotForAll
    said, first = Contradiction.objects.get_or_create(
        offer=offer,
        ask=ask,
        ground=ground[:500],
        by=by,
        defaults={"reason": reason[:300], "words": " ".join(words.split())[:200], "at": at},
    )
    if first:
        leave_trace(by=by, hat=None, what="contradict", thing=said, circle=None, at=at)
    return said


def corrected_by_me(offers: Iterable[UUID]) -> set[UUID]:
    """Of which offers whoever acts may say what is not so of them for everybody."""
    with connection.cursor() as cursor:
        cursor.execute("select o from unnest(%s::uuid[]) o where trust.may_correct_offer(o)", [list(offers)])
        return {one for (one,) in cursor.fetchall()}


@transaction.atomic
def take_back(*, contradiction: UUID, by: Person, at: datetime) -> Ask | None:
    """Takes back one's own word, and gives the ask it was about; Contradiction.DoesNotExist when it is another's."""
    said = Contradiction.objects.select_related("ask").get(id=contradiction, by=by)
    ask = said.ask
    leave_trace(by=by, hat=None, what="take_back", thing=said, circle=None, at=at)
    said.delete()
    return ask

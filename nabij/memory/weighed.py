"""What somebody weighed, of what is known about them; `parts.py` and `forgetting.py` take it up.

Who is forgotten stays as a voice without a name: what was decided stands on it. Their words do not say who they are,
for a dilemma is told without names; how they worked together with another goes.
"""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from nabij.memory.grounds import SAID_BY_ME
from nabij.memory.part import Part
from nabij.memory.whose import About, mine
from nabij.weighing.models import (
    Backing,
    BackingAsked,
    Came,
    Choice,
    Decision,
    Deviation,
    Dilemma,
    DilemmaCircle,
    Option,
    Participant,
    ParticipantEnd,
    Perspective,
    PrecedentTeller,
    Review,
    Voice,
    WorkingTogether,
)


def ended(about: About) -> Q:
    return Q(by=about.person) | Q(participant__person=about.person)


def together(about: About) -> Q:
    """What one said, and what the other shared."""
    return Q(person=about.person) | Q(other=about.person, shared=True)


WEIGHED = (
    Part(
        "dilemmas", _("Dilemma's die je inbracht"), Dilemma, mine("raised_by"), SAID_BY_ME, order="-at", says="question"
    ),
    Part("keuzes", _("Welke keuzes er waren"), Option, mine("dilemma__raised_by"), SAID_BY_ME, shown=False),
    Part("meedenken", _("Waar je over meedacht"), Participant, mine("person"), shown=False),
    Part("niet-meer-meedenken", _("Waar je niet meer over meedacht"), ParticipantEnd, ended, shown=False),
    Part("kijken", _("Hoe jij naar een dilemma keek"), Perspective, mine("by"), SAID_BY_ME, order="-at", says="words"),
    Part("stemmen", _("Je stemmen"), Voice, mine("person"), SAID_BY_ME, shown=False),
    Part("waarderingen", _("Wat je van elke keuze vond"), Choice, mine("voice__person"), SAID_BY_ME, shown=False),
    Part("besluit-dilemma", _("Besluiten die jij draagt"), Decision, mine("carried_by"), SAID_BY_ME, says="words"),
    Part("wat-ervan-kwam", _("Wat er van een besluit kwam"), Came, mine("by"), SAID_BY_ME, says="words", shown=False),
    Part(
        "afwijkingen", _("Waar je afweek van een regel"), Deviation, mine("by"), SAID_BY_ME, order="-at", says="instead"
    ),
    Part("rugdekking-gevraagd", _("Waar je om rugdekking is gevraagd"), BackingAsked, mine("person"), shown=False),
    Part("rugdekking", _("Je rugdekking"), Backing, mine("person"), SAID_BY_ME, says="words", shown=False),
    Part("teruggekeken", _("Hoe je terugkeek"), Review, mine("by"), SAID_BY_ME, says="words", shown=False),
    Part(
        "eerder-gekozen",
        _("Wat je de buurt vertelde over eerdere keuzes"),
        PrecedentTeller,
        mine("person"),
        shown=False,
    ),
    Part("samenwerken", _("Hoe samenwerken ging"), WorkingTogether, together, SAID_BY_ME, says="words"),
)
NAMED: tuple[tuple[type[Any], str, str], ...] = (
    (Dilemma, "raised_by", "by_name"),
    (Participant, "person", "name"),
    (Perspective, "by", "by_name"),
    (Voice, "person", "name"),
    (Decision, "carried_by", "by_name"),
    (Came, "by", "by_name"),
    (Deviation, "by", "by_name"),
    (BackingAsked, "person", "name"),
    (Backing, "person", "name"),
    (Review, "by", "by_name"),
)


def weighed_of(person: UUID) -> list[tuple[str, "QuerySet[Any]"]]:
    """What goes when somebody is forgotten."""
    either = Q(person=person) | Q(other=person)
    return [
        ("samenwerken", WorkingTogether.objects.filter(either).only("id")),
        ("eerder-gekozen", PrecedentTeller.objects.filter(person=person).only("id")),
    ]


def raised_in(circles: list[UUID]) -> list[tuple[str, "QuerySet[Any]"]]:
    """That a dilemma was raised in a circle goes with it; the dilemma leads nowhere."""
    return [("dilemmas", DilemmaCircle.objects.filter(circle__in=circles))]


def take_name_out_of_weighed(person: UUID) -> None:
    """A voice without a name, and without the role by which one is known."""
    for table, whose, name in NAMED:
        gone = {name: _now("iemand")} | ({"role": ""} if hasattr(table, "role") else {})
        table._default_manager.filter(**{whose: person}).update(**gone)

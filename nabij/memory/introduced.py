"""To whom somebody was introduced, of what is known about them; `parts.py` and `forgetting.py` take it up."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from nabij.bridge.models import HowItWent, Introduction, IntroductionAnswer, Meeting, NotAgain, Side
from nabij.memory.grounds import OWN_WISH, SAID_BY_HOUSE, SAID_BY_ME, TO_REACH
from nabij.memory.part import Part
from nabij.memory.whose import About, mine


def introduced(about: About) -> Q:
    return Q(one=about.person) | Q(other=about.person) | Q(proposed_by=about.person)


INTRODUCED = (
    Part("voorstellen", _("Met wie je kennis kon maken"), Side, mine("person"), SAID_BY_HOUSE, TO_REACH, says="why"),
    Part("kennismakingen", _("Je kennismakingen"), Introduction, introduced, SAID_BY_HOUSE, TO_REACH, order="-at"),
    Part(
        "antwoord-kennismaking",
        _("Wat je antwoordde op een kennismaking"),
        IntroductionAnswer,
        lambda about: Q(side__person=about.person) | Q(by=about.person),
        SAID_BY_ME,
        TO_REACH,
        OWN_WISH,
        shown=False,
    ),
    Part("treffen", _("Wanneer je wilde afspreken"), Meeting, mine("by"), SAID_BY_ME, TO_REACH, OWN_WISH, shown=False),
    Part("hoe-het-ging", _("Hoe je een kennismaking vond"), HowItWent, mine("person"), SAID_BY_ME, says="line"),
)


def introductions_of(person: UUID) -> list[tuple[str, "QuerySet[Any]"]]:
    """What goes when somebody is forgotten: it is about two, and half of it is nobody's."""
    either = Q(one=person) | Q(other=person)
    mine = Introduction.objects.filter(either | Q(proposed_by=person))
    return [
        ("hoe-het-ging", HowItWent.objects.filter(introduction__in=mine).only("id")),
        ("kennismakingen", mine),
        ("kennismakingen", NotAgain.objects.filter(either)),
    ]

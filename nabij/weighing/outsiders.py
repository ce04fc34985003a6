"""Asking along somebody from outside, by their mail: an independent facilitator, or whoever knows the matter."""

from datetime import datetime

from django.db import transaction

from nabij.people.models import Person, WayToReach
from nabij.people.verbs import note_person
from nabij.weighing.dilemmas import Dilemma, Participant
from nabij.weighing.raising import Asked, ask_along


@transaction.atomic
def ask_outsider(*, dilemma: Dilemma, name: str, mail: str, part: str, by: Person, at: datetime) -> Participant:
    """Notes who it is and where the letter goes; all of it or nothing. They see this dilemma and nothing else."""
    outside = note_person(name=name[:120], by=by, at=at)
    WayToReach.objects.create(person=outside, kind=WayToReach.Kind.MAIL, value=mail, noted_by=by)
    return ask_along(dilemma=dilemma, asked=Asked(outside, part=part, name=name), by=by, at=at)

"""The nouns of weighing, each told in a file of its own."""

from nabij.weighing.decisions import Came, Decision, WorkingTogether
from nabij.weighing.dilemmas import Dilemma, DilemmaCircle, Option, Participant, ParticipantEnd, Perspective
from nabij.weighing.voices import Choice, Voice

__all__ = [
    "Came",
    "Choice",
    "Decision",
    "Dilemma",
    "DilemmaCircle",
    "Option",
    "Participant",
    "ParticipantEnd",
    "Perspective",
    "Voice",
    "WorkingTogether",
]

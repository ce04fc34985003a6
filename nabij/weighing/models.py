"""The nouns of weighing, each told in a file of its own."""

from nabij.weighing.decisions import Came, Decision, WorkingTogether
from nabij.weighing.deviations import Backing, BackingAsked, Deviation, Review
from nabij.weighing.dilemmas import Dilemma, DilemmaCircle, Option, Participant, ParticipantEnd, Perspective
from nabij.weighing.precedents import Precedent, PrecedentEnding, PrecedentTeller
from nabij.weighing.register import Rule, RuleEnding
from nabij.weighing.voices import Choice, Voice

__all__ = [
    "Backing",
    "BackingAsked",
    "Came",
    "Choice",
    "Decision",
    "Deviation",
    "Dilemma",
    "DilemmaCircle",
    "Option",
    "Participant",
    "ParticipantEnd",
    "Perspective",
    "Precedent",
    "PrecedentEnding",
    "PrecedentTeller",
    "Review",
    "Rule",
    "RuleEnding",
    "Voice",
    "WorkingTogether",
]

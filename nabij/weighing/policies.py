"""Who sees and does what with what is weighed."""

from nabij.weighing.decision_rules import DECISIONS
from nabij.weighing.deviation_rules import DEVIATIONS, REGISTER
from nabij.weighing.dilemma_rules import DILEMMAS
from nabij.weighing.precedent_rules import PRECEDENTS
from nabij.weighing.voice_rules import VOICES

GUARDS = [*DILEMMAS, *VOICES, *DECISIONS, *REGISTER, *DEVIATIONS, *PRECEDENTS]

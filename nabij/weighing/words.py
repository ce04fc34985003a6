"""Words about what is weighed."""

from nabij.weighing.decision_words import DECISION_WORDS
from nabij.weighing.deviation_words import DEVIATION_WORDS, PRECEDENT_WORDS
from nabij.weighing.dilemma_words import DILEMMA_WORDS

WORDS = [*DILEMMA_WORDS, *DECISION_WORDS, *DEVIATION_WORDS, *PRECEDENT_WORDS]

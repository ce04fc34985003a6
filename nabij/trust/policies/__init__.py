"""Who may see and do what with circles, logs and people, table by table, each rule with its sentence."""

from nabij.trust.policies.circles import CIRCLES
from nabij.trust.policies.glass import GLASS
from nabij.trust.policies.logs import LOGS
from nabij.trust.policies.people import PERSONS

GUARDS = CIRCLES + LOGS + PERSONS + GLASS

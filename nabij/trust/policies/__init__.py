"""Who may see and do what with circles, logs and people, table by table, each rule with its sentence."""

from nabij.trust.policies.administration import ADMINISTRATION
from nabij.trust.policies.circles import CIRCLES
from nabij.trust.policies.doors import DOORS
from nabij.trust.policies.families import FAMILIES
from nabij.trust.policies.glass import GLASS
from nabij.trust.policies.invitations import INVITATIONS
from nabij.trust.policies.logs import LOGS
from nabij.trust.policies.merging import MERGING
from nabij.trust.policies.people import PERSONS
from nabij.trust.policies.requests import REQUESTS
from nabij.trust.policies.structure import STRUCTURE
from nabij.trust.policies.terms import KEEPING

GUARDS = [
    *CIRCLES,
    *INVITATIONS,
    *DOORS,
    *KEEPING,
    *LOGS,
    *PERSONS,
    *FAMILIES,
    *STRUCTURE,
    *REQUESTS,
    *ADMINISTRATION,
    *GLASS,
    *MERGING,
]

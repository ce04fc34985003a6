"""Who may reach what the log-in keeps: the office 'door' alone, and beheer to end somebody's sessions."""

from nabij.base.guard import Guard
from nabij.trust.policies.parts import FULL, for_office

DOORS = [
    Guard(
        "trust_session",
        offices=FULL,
        policies=(
            for_office("door", says="Log-in keeps who is logged in where."),
            for_office("beheer", says="Administration ends the sessions of an account."),
        ),
    ),
    Guard(
        "trust_throttle",
        offices=FULL,
        policies=(for_office("door", says="Log-in counts what is tried too often; nobody else reads or resets it."),),
    ),
]

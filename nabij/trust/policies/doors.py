"""Who may reach what the log-in keeps: the office 'door' alone, and beheer to end somebody's sessions."""

from nabij.base.guard import Guard
from nabij.trust.policies.parts import FULL, for_office
from nabij.trust.policies.terms import SEEN, goes

DOORS = [
    Guard(
        "trust_session",
        offices=FULL,
        policies=(
            for_office("door", says="Log-in keeps who is logged in where."),
            for_office("beheer", says="Administration ends the sessions of an account."),
            SEEN,
            goes("when_over", rule="expire_date < statement_timestamp()", says="A log-in that has ended goes."),
        ),
    ),
    Guard(
        "trust_throttle",
        offices=FULL,
        policies=(
            for_office("door", says="Log-in counts what is tried too often; nobody else reads or resets it."),
            SEEN,
            goes("when_over", rule="expires < statement_timestamp()", says="A count that is over goes."),
        ),
    ),
]

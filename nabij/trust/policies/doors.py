"""Who may reach what the log-in keeps: the office 'door' alone, and beheer to end somebody's sessions."""

from nabij.base.guard import Guard
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import FULL, for_office
from nabij.trust.policies.terms import SEEN, along, goes

OF_FORGOTTEN = f"in (select a.id from public.people_account a where a.person_id = {ERASED_PEOPLE})"

DOORS = [
    Guard(
        "trust_session",
        offices=FULL,
        policies=(
            for_office("door", says="Log-in keeps who is logged in where."),
            for_office("beheer", says="Administration ends the sessions of an account."),
            for_rights(f"account_id {OF_FORGOTTEN}", says="Where somebody is logged in who is forgotten goes."),
            SEEN,
            along("account_id", table="people_account", says="Where somebody is logged in goes with the account."),
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

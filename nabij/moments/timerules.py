"""Who sees how long something took: nobody but who noted it."""

from nabij.base.guard import Guard, Policy
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME
from nabij.trust.policies.terms import SEEN, along

TIME = Guard(
    "moments_timespent",
    grants=("select", "insert", "delete"),
    offices=("select (id, moment_id, person_id)", "delete"),
    policies=(
        for_rights(
            f"(moment_id in (select id from public.moments_moment) or person_id = {ERASED_PEOPLE})",
            says="How long something took goes with the note, and with who is forgotten.",
        ),
        Policy("see_own", "select", f"person_id = {ME}", says="Only you see how long you say something took."),
        Policy(
            "add_own",
            "insert",
            check=f"person_id = {ME} and trust.wrote(moment_id)",
            says="You note how long something took that you wrote down yourself.",
        ),
        Policy("end_own", "delete", f"person_id = {ME}", says="You take away how long something took."),
        SEEN,
        along("moment_id", table="moments_moment", says="How long something took goes with the moment."),
    ),
)

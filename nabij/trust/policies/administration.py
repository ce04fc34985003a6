"""Who may see and do what with what administration keeps: rules for hats, proofs, takings-off, and administrators."""

from nabij.base.guard import Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, THE_ADMINISTRATOR, everybody, for_administrators, for_office
from nabij.trust.policies.terms import ALONG_PERSON, SEEN, TERM_ALONE, TERM_OR_REQUEST, after, along

SEEN_WITH_THE_HAT = "exists (select 1 from public.people_hat h where h.id = hat_id)"
BY = f"by_id = {THE_ADMINISTRATOR}"
MADE = f"made_by_id = {THE_ADMINISTRATOR}"
OF_FORGOTTEN = f"hat_id in (select h.id from public.people_hat h where h.person_id = {ERASED_PEOPLE})"
ENDED = f"until is not null and ended_by_id = {THE_ADMINISTRATOR}"

ADMINISTRATION = [
    Guard(
        "people_hatrule",
        grants=("select",),
        offices=("select", "insert", "update (until)"),
        policies=(
            *everybody(says="What a hat needs is public."),
            for_office("beheer", says="Administration says what a hat needs."),
            for_administrators("insert", says="An administrator says what a hat needs."),
            for_administrators("update", says="An administrator ends such a rule."),
        ),
    ),
    Guard(
        "people_proof",
        grants=("select",),
        offices=("select", "insert", "delete"),
        policies=(
            SEEN,
            along("hat_id", table="people_hat", says="A proof goes with the hat it was shown for."),
            TERM_OR_REQUEST,
            for_rights(OF_FORGOTTEN, says="The proofs of somebody who is forgotten go."),
            Policy(
                "see_hat", "select", SEEN_WITH_THE_HAT, says="Whoever sees a hat sees which proofs were seen for it."
            ),
            for_office("beheer", says="Administration notes which proofs it saw."),
            for_administrators("select", SEEN_WITH_THE_HAT, says="Administrators see the proofs of hats they see."),
            for_administrators(
                "insert",
                f"seen_by_id = {THE_ADMINISTRATOR} and {SEEN_WITH_THE_HAT}",
                says="An administrator notes which proof they saw themselves.",
            ),
        ),
    ),
    Guard(
        "people_takingoff",
        grants=("select", "insert"),
        offices=("select", "insert", "update (why)", "delete"),
        policies=(
            SEEN,
            along("hat_id", table="people_hat", says="That a hat was taken off goes with the hat."),
            TERM_ALONE,
            for_rights(OF_FORGOTTEN, says="Why a hat of somebody who is forgotten came off is not kept."),
            Policy("see_hat", "select", SEEN_WITH_THE_HAT, says="Whoever sees a hat sees that it was taken off."),
            Policy(
                "add_wearer",
                "insert",
                check=f"by_id = {ME} and trust.wears((select trust.me()), hat_id)",
                says="You take off a hat of your own.",
            ),
            for_office("beheer", says="Administration takes hats off."),
            for_office("door", "post", command="select", says="Log-in and letters know which hats are worn."),
            for_administrators("select", SEEN_WITH_THE_HAT, says="Administrators see which hats were taken off."),
            for_administrators(
                "insert", f"{BY} and {SEEN_WITH_THE_HAT}", says="An administrator takes off a hat they see."
            ),
        ),
    ),
    Guard(
        "people_administrator",
        grants=("select",),
        offices=("select", "insert", "update (until, ended_by_id)", "delete"),
        policies=(
            SEEN,
            ALONG_PERSON,
            TERM_ALONE,
            for_rights(f"person_id = {ERASED_PEOPLE}", says="Who is forgotten administers nothing any more."),
            Policy("see_own", "select", f"person_id = {ME}", says="You see whether you are an administrator."),
            for_office("beheer", says="The first administrator is named from the terminal."),
            for_office("door", command="select", says="Log-in asks an administrator for two things."),
            for_administrators("select", says="Administrators know each other."),
            for_administrators(
                "insert",
                f"{MADE} and until is null and trust.has_account(person_id)",
                says="An administrator names another, in their own name.",
            ),
            Policy(
                "administrators_update",
                "update",
                "(select trust.administrator()) is not null and until is null",
                f"(select trust.administrator()) is not null and {ENDED}",
                to="nabij_office",
                says="An administrator ends that of another or their own.",
            ),
        ),
    ),
    Guard(
        "people_suspension",
        grants=("select",),
        offices=("select", "insert", "update (until, ended_by_id)", "delete"),
        policies=(
            SEEN,
            ALONG_PERSON,
            TERM_OR_REQUEST,
            for_rights(f"person_id = {ERASED_PEOPLE}", says="Why somebody stood still who is forgotten goes."),
            Policy("see_own", "select", f"person_id = {ME}", says="You see when your log-in stood still, and why."),
            for_office("beheer", says="Administration stops a log-in for a while."),
            for_administrators("select", says="Administrators see which log-ins stand still, and why."),
            for_administrators("insert", MADE, says="An administrator stops a log-in, in their own name."),
            Policy(
                "administrators_update",
                "update",
                "(select trust.administrator()) is not null and until is null",
                f"(select trust.administrator()) is not null and {ENDED}",
                to="nabij_office",
                says="An administrator lets a log-in go on.",
            ),
        ),
    ),
    Guard(
        "trust_setting",
        grants=("select",),
        offices=("select", "insert"),
        policies=(
            *everybody(says="What this installation says of itself is public."),
            for_office("beheer", says="Administration says it first."),
            for_administrators("insert", says="An administrator says it."),
        ),
    ),
    Guard(
        "trust_rightsreview",
        offices=("select", "insert", "delete"),
        policies=(
            *after(Keep.LOG, column="at", says="That rights were looked at is known for five years."),
            for_administrators("select", says="Administrators see when rights were looked at."),
            for_administrators("insert", BY, says="An administrator looked, in their own name."),
        ),
    ),
]

"""Rules of the office that deletes ('bewaren'): each holds the term itself, so that no mistake deletes what is younger.

The job (`nabij.trust.retention`) reads its rules from the database: a rule stands once, in a policy.
"""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_CIRCLES, ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_CIRCLES, MY_OWN_CIRCLES, everybody, for_office

BEWAREN = "(select trust.office()) = 'bewaren'"
# What a rule of deletion is called: `goes_<when>`, and `along_<column>` for what goes with the row it hangs on.
SEEN = Policy("bewaren_see", "select", BEWAREN, to=OFFICE, says="The office that deletes sees how old things are.")


# Other offices add to these tables, and share the right to delete: without these they could take away as well.
TERM_ALONE = Policy(
    "term_alone",
    "delete",
    BEWAREN,
    to=OFFICE,
    says="Nobody but the office that deletes takes this away, in its time.",
    restrictive=True,
)
TERM_OR_REQUEST = Policy(
    "term_or_request",
    "delete",
    "(select trust.office()) in ('bewaren', 'rights')",
    to=OFFICE,
    says="This goes in its time, or when somebody is forgotten, and in no other way.",
    restrictive=True,
)


def goes(when: str, *, rule: str, says: str) -> Policy:
    return Policy(f"goes_{when}", "delete", f"{BEWAREN} and {rule}", to=OFFICE, says=says)


def after(keep: Keep, *, column: str, says: str, and_if: str = "") -> tuple[Policy, Policy]:
    """A row goes so long after a moment of its own; `and_if` says what else must be so."""
    old = f"{column} < statement_timestamp() - interval '{keep.term}'"
    return SEEN, goes("after_its_term", rule=f"{old} and {and_if}" if and_if else old, says=says)


def along(column: str, *, table: str, says: str) -> Policy:
    """A row goes with the one it hangs on, never before."""
    gone = f"not exists (select 1 from public.{table} hung_on where hung_on.id = {column})"
    return Policy(f"along_{column}", "delete", f"{BEWAREN} and {gone}", to=OFFICE, says=says)


ALONG_PERSON = along("person_id", table="people_person", says="What is said of somebody goes with them.")
HOLD_OF_MINE = f"person_key = {ME} or circle_key = {MY_OWN_CIRCLES}"

KEEPING = [
    Guard(
        "trust_purpose",
        grants=("select",),
        offices=("select", "insert", "update"),
        policies=(
            *everybody(says="Purposes are public."),
            Policy(
                "office_beheer_add",
                "insert",
                check="(select trust.office()) = 'beheer' and (not enabled or trust.in_force(ground))",
                to=OFFICE,
                says="Administration adds purposes; a ground that is not in force cannot be enabled.",
            ),
            Policy(
                "office_beheer_change",
                "update",
                "(select trust.office()) = 'beheer'",
                "(select trust.office()) = 'beheer' and (not enabled or trust.in_force(ground))",
                to=OFFICE,
                says="Administration adapts purposes; a ground that is not in force cannot be enabled.",
            ),
        ),
    ),
    Guard(
        "trust_lawinforce",
        grants=("select",),
        offices=("select",),
        policies=everybody(says="Which law is in force is public; only the owner of the database says so."),
    ),
    Guard(
        "trust_consent",
        grants=("select", "insert"),
        offices=("select (id, circle_id, person_id, for_whom_id, noted_by_id, at)", "delete"),
        policies=(
            for_rights(
                f"(circle_id = {ERASED_CIRCLES} or person_id = {ERASED_PEOPLE})",
                says="The yes of somebody who is forgotten goes.",
            ),
            Policy("see_own", "select", f"person_id = {ME}", says="You see what you said yes to."),
            Policy(
                "see_member",
                "select",
                f"circle_id = {MY_CIRCLES} and at >= trust.my_beginning(circle_id)",
                says="A circle sees what it may share on, each from when they read; how somebody was told is not older news.",
            ),
            Policy("see_noted", "select", f"noted_by_id = {ME}", says="You see the yes that you noted."),
            Policy(
                "add_own",
                "insert",
                check=f"person_id = {ME} and noted_by_id = {ME} and circle_id = {MY_OWN_CIRCLES}",
                says="The resident says yes to sharing in a circle about them.",
            ),
            Policy(
                "add_noted",
                "insert",
                check=f"noted_by_id = {ME} and circle_id = {MY_CIRCLES} and not trust.has_account(person_id)"
                " and person_id in (select m.person_id from public.trust_membership m"
                " where m.circle_id = trust_consent.circle_id and m.as_resident)",
                says="A member notes the yes of a resident who has no login.",
            ),
            SEEN,
            along("circle_id", table="trust_circle", says="A yes goes with the circle it was given in."),
        ),
    ),
    Guard(
        "trust_withdrawal",
        grants=("select", "insert"),
        offices=("select (id, consent_id, by_id, at)", "delete"),
        policies=(
            for_rights("consent_id in (select id from public.trust_consent)", says="It goes with the yes."),
            Policy(
                "see_consent",
                "select",
                "consent_id in (select id from public.trust_consent)",
                says="Whoever sees a yes sees that it was taken back.",
            ),
            Policy(
                "add_own",
                "insert",
                check=f"by_id = {ME} and consent_id in"
                f" (select id from public.trust_consent where person_id = {ME} or noted_by_id = {ME})",
                says="You take your yes back; for who has no login, whoever noted it.",
            ),
            SEEN,
            along("consent_id", table="trust_consent", says="It goes with the yes that was taken back."),
        ),
    ),
    Guard(
        "trust_hold",
        grants=("select",),
        offices=("select", "insert", "delete"),
        policies=(
            Policy("see_about", "select", HOLD_OF_MINE, says="You see that what is about you is held, and why."),
            for_office("beheer", command="select", says="Administration sees what it holds."),
            Policy(
                "office_beheer_add",
                "insert",
                check="(select trust.office()) = 'beheer'",
                to=OFFICE,
                says="Administration holds what must stay.",
            ),
            for_office("rights", command="select", says="What is held is not erased."),
            *after(Keep.LOG, column="until", says="A hold is remembered for five years after its last day."),
        ),
    ),
    Guard(
        "trust_release",
        grants=("select",),
        offices=("select", "insert", "delete"),
        policies=(
            Policy(
                "see_hold",
                "select",
                "hold_id in (select id from public.trust_hold)",
                says="Whoever sees a hold sees that it was lifted.",
            ),
            for_office("beheer", command="select", says="Administration sees what it lifted."),
            for_office("rights", command="select", says="A hold that was lifted holds nothing back."),
            Policy(
                "office_beheer_add",
                "insert",
                check="(select trust.office()) = 'beheer'",
                to=OFFICE,
                says="Administration lifts what it held.",
            ),
            SEEN,
            along("hold_id", table="trust_hold", says="It goes with the hold it lifted."),
        ),
    ),
    Guard(
        "trust_deletion",
        offices=("select", "insert"),
        policies=(
            for_office("beheer", "bewaren", command="select", says="What was deleted can be shown, without content."),
            Policy("office_bewaren_add", "insert", check=BEWAREN, to=OFFICE, says="Whoever deletes leaves the proof."),
        ),
    ),
]

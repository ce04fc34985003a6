"""Who proposes, discusses and signs the agreement of a neighbourhood; what is agreed is read by everybody."""

from nabij.base.guard import Guard, Policy
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_NEIGHBOURHOODS, everybody, for_office
from nabij.trust.policies.terms import ALONG_PERSON, SEEN

MY_HAT_PLACES = "any((select trust.my_hat_places())::text[])"
MY_PROPOSALS = "any((select trust.my_proposals())::uuid[])"
MY_SIGNING_GROUPS = "any((select trust.my_signing_groups())::uuid[])"
IN_MY_NAME = f"person_id = {ME} and called = (select trust.my_name())"
OF_ITS_PLACE = "neighbourhood_id = trust.place_of_agreement(agreement_id)"
FROM_AROUND = (
    "group_id in (select g.id from public.people_group g where g.neighbourhood_id ="
    " any(trust.places_around(trust.place_of_agreement(agreement_id))))"
)
SEE_THERE = Policy(
    "see_neighbourhood",
    "select",
    f"neighbourhood_id = {MY_NEIGHBOURHOODS}",
    says="Whoever lives or works there sees who said and signed what.",
)
SEE_OWN = Policy("see_own", "select", f"person_id = {ME}", says="You see what you did yourself.")


def added(name: str, *, check: str, says: str) -> Policy:
    return Policy(name, "insert", check=check, says=says)


AGREEMENTS = (
    Guard(
        "bridge_agreement",
        grants=("select", "insert"),
        offices=("select",),
        policies=(
            *everybody(says="What a neighbourhood agreed is public, each version of it."),
            added(
                "add_hat",
                check=f"{ME} is not null and neighbourhood_id = {MY_HAT_PLACES}"
                " and number = trust.next_agreement(neighbourhood_id)",
                says="Whoever wears a hat in a neighbourhood proposes the next version of its agreement.",
            ),
        ),
    ),
    Guard(
        "bridge_clause",
        grants=("select", "insert"),
        offices=("select",),
        policies=(
            *everybody(says="What is agreed for a kind of question is public."),
            added(
                "add_proposer",
                check=f"agreement_id = {MY_PROPOSALS}",
                says="Who proposes a version writes its clauses, and nothing after the first signature.",
            ),
        ),
    ),
    Guard(
        "bridge_agreementparty",
        grants=("select", "insert"),
        offices=("select",),
        policies=(
            *everybody(says="Which groups an agreement names is public."),
            added(
                "add_proposer",
                check=f"agreement_id = {MY_PROPOSALS} and {FROM_AROUND}",
                says="Who proposes a version names groups of that neighbourhood, and none after the first signature.",
            ),
        ),
    ),
    Guard(
        "bridge_signature",
        grants=("select", "insert"),
        offices=("select",),
        policies=(
            *everybody(says="That a group signed is public."),
            added(
                "add_signer",
                check="party_id in (select p.id from public.bridge_agreementparty p"
                f" where p.group_id = {MY_SIGNING_GROUPS} and trust.is_signable(p.agreement_id))",
                says="Whoever was given a hat of a group signs for it, and for no other.",
            ),
        ),
    ),
    Guard(
        "bridge_agreementwithdrawal",
        grants=("select", "insert"),
        offices=("select",),
        policies=(
            *everybody(says="That a proposal was taken back is public."),
            added(
                "add_proposer",
                check=f"agreement_id = {MY_PROPOSALS}",
                says="Who proposed a version takes it back, as long as nobody signed.",
            ),
        ),
    ),
    Guard(
        "bridge_penholder",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            SEE_THERE,
            SEE_OWN,
            added(
                "add_proposer",
                check=f"{IN_MY_NAME} and {OF_ITS_PLACE} and signature_id is null"
                f" and neighbourhood_id = {MY_HAT_PLACES} and trust.is_blank(agreement_id)",
                says="Whoever proposes a version does it in their own name.",
            ),
            added(
                "add_signer",
                check=f"{IN_MY_NAME} and {OF_ITS_PLACE} and signature_id in"
                " (select s.id from public.bridge_signature s join public.bridge_agreementparty p on p.id = s.party_id"
                f" where p.agreement_id = bridge_penholder.agreement_id and p.group_id = {MY_SIGNING_GROUPS})",
                says="Whoever signs for a group does it in their own name.",
            ),
            for_office("reminders", command="select", says="Who signed is told when it is looked at again."),
            for_rights(f"person_id = {ERASED_PEOPLE}", says="The signature of a group stays, who held the pen goes."),
            SEEN,
            ALONG_PERSON,
        ),
    ),
    Guard(
        "bridge_remark",
        grants=("select", "insert", "delete"),
        offices=("select (id, agreement_id, neighbourhood_id, person_id, at)", "delete"),
        policies=(
            SEE_THERE,
            SEE_OWN,
            added(
                "add_hat",
                check=f"{IN_MY_NAME} and {OF_ITS_PLACE} and neighbourhood_id = {MY_HAT_PLACES}",
                says="Whoever wears a hat in a neighbourhood says what they think of its agreement.",
            ),
            Policy("drop_own", "delete", f"person_id = {ME}", says="You take your own remark away."),
            for_rights(f"person_id = {ERASED_PEOPLE}", says="What somebody remarked who is forgotten goes."),
            SEEN,
            ALONG_PERSON,
        ),
    ),
)

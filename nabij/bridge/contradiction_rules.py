"""Who sees what is said against a reason: whoever sees the offer what counts for all, else who may know who asks."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME
from nabij.trust.policies.terms import BEWAREN, after, along

OF_OFFER = "offer_id in (select id from public.bridge_offer)"
OF_ASKER = "ask_id in (select ask_id from public.bridge_asker)"

CONTRADICTIONS = (
    Guard(
        "bridge_contradiction",
        grants=("select", "insert", "delete"),
        offices=("select (id, offer_id, ask_id, by_id, at)", "delete"),
        policies=(
            Policy("see_own", "select", f"by_id = {ME}", says="You see what you said was not so."),
            Policy(
                "see_all",
                "select",
                f"ask_id is null and {OF_OFFER}",
                says="Whoever sees an offer sees what is not so of it.",
            ),
            Policy(
                "see_asker",
                "select",
                f"{OF_ASKER} and ground <> 'rather_not'",
                says="Whoever may know who asks sees what was not so for this ask.",
            ),
            Policy(
                "add_for_ask",
                "insert",
                check=f"by_id = {ME} and {OF_ASKER} and {OF_OFFER}",
                says="Whoever may know who asks says what is not so, for this ask.",
            ),
            Policy(
                "add_for_all",
                "insert",
                check=f"by_id = {ME} and ask_id is null and trust.may_correct_offer(offer_id)",
                says="Whoever offers it, and who coordinates there, says what is not so of it.",
            ),
            Policy("end_own", "delete", f"by_id = {ME}", says="You take back what you said was not so."),
            for_rights(
                f"(by_id = {ERASED_PEOPLE} or {OF_OFFER} or ask_id in (select id from public.bridge_ask))",
                says="What was said by or of somebody who is forgotten goes.",
            ),
            *after(Keep.YEAR, column="at", says="What was not so goes after a year."),
            along("offer_id", table="bridge_offer", says="It goes with the offer."),
            # Without an ask it holds for all of them, and goes with none.
            Policy(
                "along_ask_id",
                "delete",
                f"{BEWAREN} and ask_id is not null"
                " and not exists (select 1 from public.bridge_ask hung_on where hung_on.id = ask_id)",
                to=OFFICE,
                says="It goes with the ask.",
            ),
        ),
    ),
)

"""Who reads how it was weighed before: whoever lives or works there; never a visitor, and never by a link."""

from nabij.base.guard import Guard, Policy
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_NEIGHBOURHOODS
from nabij.trust.policies.terms import SEEN, along, goes

MY_TOLD = "any((select trust.my_told())::uuid[])"
NOT_TAKEN_BACK = "id not in (select unnest((select trust.taken_back())))"
OF_PRECEDENT = "precedent_id in (select id from public.weighing_precedent)"

PRECEDENTS = [
    Guard(
        "weighing_precedent",
        grants=("select", "insert"),
        policies=(
            Policy(
                "see_place",
                "select",
                f"neighbourhood_id = {MY_NEIGHBOURHOODS} and {NOT_TAKEN_BACK}",
                says="Who lives or works somewhere reads how it was weighed there before.",
            ),
            Policy("see_told", "select", f"id = {MY_TOLD}", says="You read what you told yourself, also taken back."),
            Policy(
                "add_told",
                "insert",
                check=f"id = {MY_TOLD} and neighbourhood_id = {MY_NEIGHBOURHOODS}"
                " and (select trust.my_hats()) <> '{}' and trust.may_tell_on(decision_key)"
                " and at <= statement_timestamp() + interval '1 minute'",
                says="Who has a hat there tells it, in their own name; of a decision only who thought along.",
            ),
        ),
    ),
    Guard(
        "weighing_precedentteller",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            Policy("see_precedent", "select", OF_PRECEDENT, says="Whoever reads how it was weighed reads who told it."),
            Policy(
                "add_own",
                "insert",
                check=f"person_id = {ME} and name = (select trust.my_name()) and not trust.is_told(precedent_id)"
                " and role = any((select trust.my_roles())::text[])",
                says="You tell in your own name, before it is there.",
            ),
            for_rights(f"person_id = {ERASED_PEOPLE}", says="Who told it goes; what was told names nobody, and stays."),
            SEEN,
            along("person_id", table="people_person", says="Who told it goes with them."),
            goes(
                "when_nobody_tells_it",
                rule="trust.nobody_any_more(person_id)",
                says="Who told it goes when nothing else speaks of them.",
            ),
        ),
    ),
    Guard(
        "weighing_precedentending",
        grants=("select", "insert"),
        policies=(
            Policy(
                "see_precedent", "select", OF_PRECEDENT, says="Whoever still reads it reads that it was taken back."
            ),
            Policy(
                "add_told_or_kept",
                "insert",
                check=f"precedent_id = {MY_TOLD} or precedent_id = any((select trust.my_kept_precedents())::uuid[])",
                says="Who told it takes it back, or who coordinates there.",
            ),
        ),
    ),
]

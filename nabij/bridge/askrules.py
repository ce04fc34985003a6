"""Who sees an ask: its line the neighbourhood, who asks nobody there."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_CIRCLES, MY_NEIGHBOURHOODS, MY_PEOPLE, for_office, see_written
from nabij.trust.policies.terms import SEEN, after, along

OF_ASKER = "ask_id in (select ask_id from public.bridge_asker)"
CHARGED = "any((select trust.charged_asks())::uuid[])"
OF_ASK = "ask_id in (select id from public.bridge_ask)"
ALONG_ASK = along("ask_id", table="bridge_ask", says="It goes with the ask.")
REACHED = "ask_id = (select trust.reach())"
MY_STORY_PLACES = "any((select trust.my_story_places())::text[])"


def of_asker(rule: str) -> str:
    return f"ask_id in (select ask_id from public.bridge_asker where {rule})"


ASKS = (
    Guard(
        "bridge_ask",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            Policy(
                "see_neighbourhood",
                "select",
                f"neighbourhood_id = {MY_NEIGHBOURHOODS} and trust.ask_stands(id)",
                says="Whoever lives or works there reads what is asked, not by whom; for another after their yes.",
            ),
            Policy(
                "see_asker",
                "select",
                "id in (select ask_id from public.bridge_asker)",
                says="Whoever may know who asks sees the ask, also before and after it stands.",
            ),
            Policy(
                "add_own",
                "insert",
                check=f"(neighbourhood_id = {MY_NEIGHBOURHOODS} or neighbourhood_id = {MY_STORY_PLACES})",
                says="You ask where you live or work, or where somebody lives whose story you read.",
            ),
            Policy(
                "link_see",
                "select",
                "id = (select trust.reach()) and trust.is_asked_for(id, (select trust.reader()))",
                to=OFFICE,
                says="A link shows the one ask, to whom it is for.",
            ),
            for_office("post", command="select", says="A letter says what is asked."),
            for_rights("trust.erased_ask(id)", says="What was asked for somebody who is forgotten goes."),
            *after(Keep.YEAR, column="at", says="An ask goes after a year."),
        ),
    ),
    Guard(
        "bridge_asker",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            Policy("see_about", "select", f"about_id = {ME}", says="You see what is asked for you, and by whom."),
            Policy("see_asked", "select", f"asked_by_id = {ME}", says="You see what you asked."),
            *see_written(
                at="at", circle="circle_key", says="Who reads the story it came from sees that it was asked for it."
            ),
            Policy(
                "see_coordinator",
                "select",
                "to_coordinator and trust.ask_coordinated(ask_id)",
                says="Who coordinates there knows who asks, when whoever asks said so.",
            ),
            Policy(
                "see_charged",
                "select",
                f"ask_id = {CHARGED}",
                says="Who stands in for whoever asks for another, or took it over, sees for whom it is.",
            ),
            Policy(
                "add_own",
                "insert",
                check=f"asked_by_id = {ME} and (about_id = {ME} or about_id = {MY_PEOPLE} or trust.i_noted(about_id))"
                f" and (circle_key is null or circle_key = {MY_CIRCLES} and trust.may_write(circle_key))",
                says="You ask for yourself or for somebody you know, from a story you read.",
            ),
            Policy(
                "link_see",
                "select",
                f"{REACHED} and about_id = (select trust.reader())",
                to=OFFICE,
                says="A link shows who asks it, to whom it is for.",
            ),
            for_office("post", command="select", says="A letter says for whom is asked, to nobody else."),
            for_rights(f"about_id = {ERASED_PEOPLE}", says="Who asked goes with who is forgotten."),
            SEEN,
            ALONG_ASK,
        ),
    ),
    Guard(
        "bridge_askyes",
        grants=("select", "insert"),
        offices=("select", "insert", "delete"),
        policies=(
            Policy("see_asker", "select", OF_ASKER, says="Whoever may know who asks sees what they said to it."),
            Policy(
                "add_own",
                "insert",
                check=f"by_id = {ME} and noted_by_id is null and "
                + of_asker(f"about_id = {ME} and asked_by_id <> {ME}"),
                says="You say yes or no to what another asks for you.",
            ),
            Policy(
                "add_noted",
                "insert",
                check=f"noted_by_id = {ME} and not trust.has_account(by_id) and"
                f" (ask_id, by_id) in (select ask_id, about_id from public.bridge_asker where asked_by_id = {ME})",
                says="Whoever asks notes the yes of somebody who has no login.",
            ),
            Policy("link_see", "select", REACHED, to=OFFICE, says="A link shows whether it was answered."),
            Policy(
                "link_add",
                "insert",
                check=f"{REACHED} and by_id = (select trust.reader()) and noted_by_id is null and {OF_ASKER}",
                to=OFFICE,
                says="A link answers for whom it is, once.",
            ),
            for_office("post", command="select", says="A letter is not sent about what was answered."),
            for_rights(OF_ASK, says="A yes goes with the ask."),
            SEEN,
            ALONG_ASK,
        ),
    ),
    Guard(
        "bridge_askending",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            Policy("see_asker", "select", OF_ASKER, says="Whoever may know who asks sees how it ended."),
            Policy(
                "add_own",
                "insert",
                check=f"by_id = {ME} and {of_asker(f'about_id = {ME} or asked_by_id = {ME}')}",
                says="Whoever asks, or for whom it is, says how it ended.",
            ),
            Policy(
                "add_charged",
                "insert",
                check=f"by_id = {ME} and ask_id = {CHARGED}",
                says="Who stands in for whoever asks for another, or took it over, says how it ended.",
            ),
            for_office("post", command="select", says="A letter is not sent about what ended."),
            for_rights(OF_ASK, says="How it ended goes with the ask."),
            SEEN,
            ALONG_ASK,
        ),
    ),
)

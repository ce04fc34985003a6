"""Who sees what of an introduction: whoever proposed it, and the two, each their own side until both said yes."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_HATS, for_office
from nabij.trust.policies.terms import SEEN, after, along

READER, REACH = "(select trust.reader())", "(select trust.reach())"
MY_INTRODUCTIONS = "any((select trust.my_introductions())::uuid[])"
MY_SIDES = "any((select trust.my_sides())::uuid[])"
MINE_TO_INTRODUCE = "any((select trust.mine_to_introduce())::uuid[])"
MY_PEOPLE = "(select unnest((select trust.my_people())))"
# Whoever has a side, or proposed it: the rules of sides hold, in a policy of the table that hangs on it.
SIDES = "(select introduction_id from public.bridge_side)"
IN_IT = "(select id from public.bridge_introduction)"
MY_SIDE = f"side_id in (select id from public.bridge_side where person_id = {ME})"
MY_OWN_SIDES = f"(select introduction_id from public.bridge_side where person_id = {ME})"
MY_HANDS = "any((select trust.my_hands())::uuid[])"
MY_ASKED_SIDES = "any((select trust.my_asked_sides())::uuid[])"
IN_MY_NAME = f"proposed_by_id = {ME} and (hat_id is null or hat_id = {MY_HATS})"
LETTERS = "Who must be asked, and whether that is still so, is read for a letter; never what was said of it."


def for_letters(says: str = LETTERS) -> Policy:
    return for_office("post", "reminders", command="select", says=says)


def goes_along(says: str) -> Policy:
    return along("introduction_id", table="bridge_introduction", says=says)


INTRODUCTIONS = (
    Guard(
        "bridge_introduction",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            for_rights(
                f"(one_id = {ERASED_PEOPLE} or other_id = {ERASED_PEOPLE} or proposed_by_id = {ERASED_PEOPLE})",
                says="Introductions of and by somebody who is forgotten go.",
            ),
            Policy(
                "see_proposer",
                "select",
                f"proposed_by_id = {ME} and (ask_id is null or other_id <> {ME})",
                says="You see whom you proposed to introduce; of your own hand for an ask you do not see who asks.",
            ),
            Policy(
                "see_charged",
                "select",
                "id = any((select trust.charged_introductions())::uuid[])",
                says="Who stands in for whoever brought two together, or took it over, sees whom.",
            ),
            Policy(
                "see_agreed",
                "select",
                f"id = {MY_INTRODUCTIONS}",
                says="Who the other is, and who proposed it, the two see when both said yes.",
            ),
            Policy(
                "add_proposer",
                "insert",
                check=f"{IN_MY_NAME} and ask_id is null and offer_id is null"
                f" and one_id in {MY_PEOPLE} and other_id in {MY_PEOPLE}"
                f" and (one_id = {ME} or other_id = {ME} or (select trust.my_hats()) <> '{{}}')"
                " and trust.may_be_introduced(one_id, other_id)",
                says="You introduce people you know, or yourself; never two of whom one said no to the other.",
            ),
            Policy(
                "add_for_ask",
                "insert",
                check=f"{IN_MY_NAME} and trust.ask_stands(ask_id) and trust.may_be_introduced(one_id, other_id)"
                " and (ask_id, one_id) in (select a.ask_id, a.about_id from public.bridge_asker a)"
                f" and (offer_id is null and other_id in {MY_PEOPLE}"
                " or (offer_id, other_id) in (select o.id, o.person_id from public.bridge_offer o))",
                says="Who may know who asks introduces them to who offers, or to somebody they know.",
            ),
            for_letters(),
            Policy(
                "link_see",
                "select",
                f"id = {REACH} and id = {MY_INTRODUCTIONS}",
                to=OFFICE,
                says="The link in a letter shows who the other is, when both said yes.",
            ),
            *after(Keep.YEAR, column="at", says="An introduction goes after a year; that somebody said no stays."),
        ),
    ),
    Guard(
        "bridge_side",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            for_rights(f"introduction_id in {IN_IT}", says="What was proposed goes with the introduction."),
            Policy(
                "see_own",
                "select",
                f"id = {MY_SIDES}",
                says="You see what is proposed to you, when it is your turn; not what is proposed to the other.",
            ),
            Policy(
                "see_proposer",
                "select",
                f"introduction_id = {MINE_TO_INTRODUCE}",
                says="Who introduces two others sees what both were told; who introduces themselves does not.",
            ),
            Policy(
                "see_asks_for",
                "select",
                f"id = {MY_ASKED_SIDES}",
                says="Who asks for another, or coordinates and may know who asks, sees who wants to do it.",
            ),
            Policy(
                "add_proposer",
                "insert",
                check="introduction_id in (select i.id from public.bridge_introduction i"
                f" where i.proposed_by_id = {ME} and person_id in (i.one_id, i.other_id))",
                says="Who proposes it says what each of the two is told.",
            ),
            for_letters(),
            Policy(
                "link_see",
                "select",
                f"introduction_id = {REACH} and id = {MY_SIDES}",
                to=OFFICE,
                says="The link in a letter shows its reader what is proposed to them.",
            ),
            SEEN,
            goes_along("What was proposed goes with the introduction."),
        ),
    ),
    Guard(
        "bridge_introductionanswer",
        grants=("select", "insert"),
        offices=("select", "insert", "delete"),
        policies=(
            for_rights("side_id in (select id from public.bridge_side)", says="An answer goes with its introduction."),
            Policy(
                "see_side",
                "select",
                "side_id in (select id from public.bridge_side)",
                says="You see your own answer; who introduces two others sees both.",
            ),
            Policy(
                "add_own",
                "insert",
                check=f"via = 'here' and by_id = {ME} and {MY_SIDE} and trust.waits_for_answer(side_id)",
                says="You answer what is proposed to you, while it is asked.",
            ),
            Policy(
                "add_noted",
                "insert",
                check=f"via = 'phone' and by_id = {ME} and not {MY_SIDE} and trust.waits_for_answer(side_id)"
                f" and side_id in (select id from public.bridge_side where introduction_id = {MINE_TO_INTRODUCE})",
                says="Who introduces two others notes what one of them said on the telephone.",
            ),
            Policy(
                "add_asks_for",
                "insert",
                check=f"via = 'phone' and by_id = {ME} and side_id = {MY_ASKED_SIDES}"
                " and trust.waits_for_answer(side_id)",
                says="Who asks for another, or coordinates and may know who, notes what was said on the telephone.",
            ),
            Policy(
                "link_add",
                "insert",
                check=f"via = 'mail' and by_id = {READER} and trust.waits_for_answer(side_id)"
                f" and side_id in (select id from public.bridge_side where person_id = {READER})",
                to=OFFICE,
                says="The reader of a letter answers by its link.",
            ),
            Policy(
                "link_see",
                "select",
                f"side_id in (select id from public.bridge_side where person_id = {READER})",
                to=OFFICE,
                says="The link in a letter shows its reader what they answered.",
            ),
            for_letters(),
            SEEN,
            along("side_id", table="bridge_side", says="An answer goes with what was proposed."),
        ),
    ),
    Guard(
        "bridge_introductionoutcome",
        grants=("select", "insert"),
        offices=("select", "insert", "delete"),
        policies=(
            for_rights(f"introduction_id in {IN_IT}", says="What came of it goes with the introduction."),
            Policy(
                "see_side",
                "select",
                f"introduction_id in {SIDES}",
                says="Who was asked sees whether it goes on; not whose no it was.",
            ),
            Policy(
                "see_proposer",
                "select",
                f"introduction_id in (select id from public.bridge_introduction where proposed_by_id = {ME})",
                says="Who proposed it sees whether it goes on; not whose no it was.",
            ),
            Policy(
                "add_proposer",
                "insert",
                check="kind = 'off' and introduction_id in"
                f" (select id from public.bridge_introduction where proposed_by_id = {ME})",
                says="Who proposed it takes it back, until both said yes.",
            ),
            Policy(
                "add_charged",
                "insert",
                check="kind = 'off' and introduction_id = any((select trust.charged_introductions())::uuid[])",
                says="Who stands in for whoever proposed it, or took it over, takes it back, until both said yes.",
            ),
            Policy(
                "add_hand",
                "insert",
                check=f"kind = 'off' and introduction_id = {MY_HANDS}",
                says="Who raised a hand takes it back, until both said yes.",
            ),
            Policy(
                "link_see",
                "select",
                f"introduction_id = {REACH}",
                to=OFFICE,
                says="The link in a letter shows whether it goes on.",
            ),
            for_letters(),
            Policy(
                "office_reminders_add",
                "insert",
                check="(select trust.office()) = 'reminders' and kind = 'off'",
                to=OFFICE,
                says="What nobody answered for weeks does not go on.",
            ),
            SEEN,
            goes_along("What came of it goes with the introduction."),
        ),
    ),
    Guard(
        "bridge_notagain",
        offices=("select", "delete"),
        policies=(
            for_rights(
                f"(one_id = {ERASED_PEOPLE} or other_id = {ERASED_PEOPLE})",
                says="That somebody who is forgotten was not to be introduced again goes.",
            ),
            SEEN,
            along("one_id", table="people_person", says="That two are not introduced again goes with either of them."),
            along(
                "other_id", table="people_person", says="That two are not introduced again goes with either of them."
            ),
        ),
    ),
    Guard(
        "bridge_meeting",
        grants=("select", "insert"),
        offices=("select", "delete"),
        policies=(
            for_rights(f"introduction_id in {IN_IT}", says="When and where they meet goes with the introduction."),
            Policy(
                "see_side",
                "select",
                f"introduction_id in {MY_OWN_SIDES} or introduction_id = {MINE_TO_INTRODUCE}",
                says="Who was asked sees when and where they meet, and who introduces them.",
            ),
            Policy(
                "add_in_it",
                "insert",
                check=f"by_id = {ME} and introduction_id in {IN_IT}",
                says="Who proposed it says when and where; the two as well, once both said yes.",
            ),
            Policy(
                "link_see",
                "select",
                f"introduction_id = {REACH}",
                to=OFFICE,
                says="The link in a letter shows when and where they meet.",
            ),
            for_letters(),
            SEEN,
            goes_along("When and where they meet goes with the introduction."),
        ),
    ),
    Guard(
        "bridge_howitwent",
        grants=("select", "insert"),
        offices=("select (id, introduction_id, person_id, at)", "insert", "delete"),
        policies=(
            for_rights(f"introduction_id in {IN_IT}", says="How it went goes with the introduction."),
            Policy("see_own", "select", f"person_id = {ME}", says="You see what you said of it; the other does not."),
            Policy(
                "see_proposer",
                "select",
                f"introduction_id = {MINE_TO_INTRODUCE}",
                says="Who brought two others together reads how it went.",
            ),
            Policy(
                "add_own",
                "insert",
                check=f"person_id = {ME} and via = 'here' and introduction_id = {MY_INTRODUCTIONS}",
                says="Each of the two says how it went, once both said yes.",
            ),
            Policy(
                "link_add",
                "insert",
                check=f"person_id = {READER} and via = 'mail' and introduction_id = {MY_INTRODUCTIONS}",
                to=OFFICE,
                says="The reader of a letter says by its link how it went.",
            ),
            Policy(
                "link_see",
                "select",
                f"person_id = {READER} and introduction_id = {REACH}",
                to=OFFICE,
                says="The link in a letter shows that its reader said how it went.",
            ),
            for_letters("Who said how it went is not asked again."),
            SEEN,
            goes_along("How it went goes with the introduction."),
        ),
    ),
)

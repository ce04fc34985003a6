"""Who may see and do what with people: the tables of the room people, which knows no rules itself."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_masking, for_rights
from nabij.trust.policies.parts import (
    FULL,
    ME,
    MY_COMPANY,
    MY_FELLOWS,
    MY_GLASS_PEOPLE,
    MY_NEIGHBOURHOODS,
    MY_PEOPLE,
    MY_WORD,
    NEW_HOME,
    SAID_OF_ONESELF,
    THE_ADMINISTRATOR,
    everybody,
    for_administrators,
    for_office,
)
from nabij.trust.policies.terms import ALONG_PERSON, SEEN, after, goes

# A person is nearly always met by key, beside something else. `= any(array)` tempts the planner to walk all of one's
# people for every such meeting (it guesses ten; measured with 600 circles: 10 s for a story); a hashed list does not.
# The inner select keeps the planner from making the list as well, to count it.
PERSONS = [
    Guard(
        "people_person",
        grants=("select", "insert", f"update ({SAID_OF_ONESELF})"),
        offices=("select", "insert", "update", "delete"),
        policies=(
            # Asked first (of rules that are or-ed the last by name is): a page begins with oneself, and makes no list.
            Policy("see_self", "select", f"id = {ME}", says="You see yourself."),
            Policy(
                "see_people",
                "select",
                "id in (select unnest((select trust.my_people())))",
                says="You see yourself, the people of your circles and who wears an open hat in your neighbourhood.",
            ),
            Policy(
                "see_glass",
                "select",
                f"id in ({MY_GLASS_PEOPLE})",
                says="Who reads in danger sees who stands there, while that lasts.",
            ),
            Policy(
                "add_maker", "insert", check=f"made_by_id = {ME}", says="Anybody may note a person, in their own name."
            ),
            Policy("change_self", "update", f"id = {ME}", says="You change what is said of you."),
            Policy(
                "change_noted",
                "update",
                f"made_by_id = {ME} and not trust.has_account(id)",
                says="Who noted a person without a login may mend the note.",
            ),
            for_office("beheer", says="Administration makes persons, without seeing what is written."),
            for_office("door", "post", command="select", says="Log-in and letters need a name."),
            for_rights(
                "id = any((select trust.erased_people())::uuid[])",
                says="Who asked to be forgotten loses their name, and nobody else does.",
            ),
            for_administrators(
                "select",
                "(id in (select person_id from public.people_account) or id in (select person_id from public.people_hat))",
                says="Administrators see who has a log-in or a granted hat, and nobody who was only noted.",
            ),
            for_administrators(
                "insert",
                "made_by_id is null and name <> ''",
                says="Administrators invite people by name, and know them not.",
            ),
            Policy(
                "link_see_reader",
                "select",
                "id = (select trust.reader())",
                to=OFFICE,
                says="A link shows its reader's name.",
            ),
            SEEN,
            goes(
                "when_forgotten",
                rule="name = '' and trust.long_known_only(id)",
                says="Who is only known as somebody is forgotten six months after the last moment.",
            ),
            goes(
                "when_unknown",
                rule="trust.nobody_any_more(id)",
                says="Somebody without a login, of whom nothing stands here any more, is forgotten after six months.",
            ),
        ),
    ),
    Guard(
        "people_account",
        grants=("select", "update (language)"),
        offices=("select", "insert", "update", "delete"),
        policies=(
            Policy("see_own", "select", f"person_id = {ME}", says="You see your own log-in."),
            Policy("change_own", "update", f"person_id = {ME}", says="You choose your language."),
            for_office("door", "beheer", says="Log-in finds accounts; administration makes them."),
            for_office("post", command="select", says="Letters go to the address of the log-in."),
            for_rights(f"person_id = {ERASED_PEOPLE}", says="The log-in of somebody who is forgotten goes."),
            for_administrators("all", says="Administrators keep log-ins."),
            SEEN,
            goes(
                "when_unused",
                rule=f"greatest(last_login, made_at) < statement_timestamp() - interval '{Keep.ACCOUNT.term}'"
                " and trust.in_no_circle_now(person_id) and person_id <> all((select trust.held_people())::uuid[])",
                says="A login that nobody used for two years, of somebody who reads in no circle, goes.",
            ),
        ),
    ),
    Guard(
        "people_waytoreach",
        grants=FULL,
        offices=("select", "insert", "delete"),
        policies=(
            for_rights(f"person_id = {ERASED_PEOPLE}", says="How somebody was reached who is forgotten goes."),
            Policy("see_own", "select", f"person_id = {ME}", says="You see how you are reached."),
            Policy("see_given", "select", f"only_for_id = {ME}", says="You see a number that was given to you."),
            Policy(
                "see_company",
                "select",
                f"only_for_id is null and person_id = {MY_FELLOWS}",
                says="People in one circle see how to reach each other, but for what was given to one alone.",
            ),
            Policy(
                "see_glass",
                "select",
                f"only_for_id is null and person_id in ({MY_GLASS_PEOPLE})",
                says="Who reads in danger sees how to reach them, while that lasts.",
            ),
            Policy(
                "add_noted",
                "insert",
                check=f"noted_by_id = {ME} and (person_id = {ME} or trust.has_name(person_id) and only_for_id = {ME} or trust.may_note_way(person_id))",
                says="You note how somebody is reached who has no login: for the circle, or for yourself alone.",
            ),
            Policy("change_own", "update", f"person_id = {ME}", says="You change how you are reached."),
            Policy(
                "drop_own",
                "delete",
                f"person_id = {ME} or noted_by_id = {ME}",
                says="You take away your own or what you noted.",
            ),
            for_office("post", command="select", says="Letters need an address; nobody else sees it for that."),
            Policy(
                "office_beheer",
                "all",
                "(select trust.office()) = 'beheer'",
                "(select trust.office()) = 'beheer' and trust.has_name(person_id)",
                to=OFFICE,
                says="Administration notes how somebody is reached, of no one who is only known as somebody.",
            ),
            SEEN,
            ALONG_PERSON,
        ),
    ),
    Guard(
        "people_reachablehours",
        grants=FULL,
        offices=("select", "insert", "delete"),
        policies=(
            for_rights(f"person_id = {ERASED_PEOPLE}", says="When somebody was reached who is forgotten goes."),
            Policy(
                "see_people",
                "select",
                f"person_id = {MY_PEOPLE}",
                says="Whoever sees you sees when you can be reached.",
            ),
            Policy(
                "keep_own", "all", f"person_id = {ME}", f"person_id = {ME}", says="You say when you can be reached."
            ),
            for_office("beheer", "post", says="Administration begins with what a team knows."),
            SEEN,
            ALONG_PERSON,
        ),
    ),
    Guard(
        "people_strength",
        grants=FULL,
        offices=("select", "insert", "delete"),
        policies=(
            for_rights(f"person_id = {ERASED_PEOPLE}", says="What somebody could who is forgotten goes."),
            Policy(
                "see_company", "select", f"person_id = {MY_FELLOWS}", says="People in one circle know what each can."
            ),
            Policy(
                "see_open",
                "select",
                f"open and person_id = {MY_PEOPLE}",
                says="What somebody offers openly, the neighbourhood sees.",
            ),
            Policy("keep_own", "all", f"person_id = {ME}", f"person_id = {ME}", says="You say what you can."),
            for_office("beheer", says="Administration begins with what a team knows."),
            SEEN,
            ALONG_PERSON,
        ),
    ),
    Guard(
        "people_household",
        grants=("select", "insert"),
        offices=("select", "insert", "update (name)", "delete"),
        policies=(
            *for_masking(
                "id = any((select trust.households_to_mask())::uuid[])",
                says="A household of others is not called after somebody forgotten.",
            ),
            Policy(
                "see_company",
                "select",
                "id = any((select trust.my_households())::uuid[])",
                says="You see the households of your company.",
            ),
            Policy(
                "add_anyone", "insert", check=f"{ME} is not null", says="Whoever is logged in may begin a household."
            ),
            for_office("beheer", says="Administration makes households."),
            SEEN,
            goes("when_empty", rule="not trust.lived_in(id)", says="A household nobody is in any more goes."),
        ),
    ),
    Guard(
        "people_householdmember",
        grants=("select", "insert", "update (until)"),
        offices=("select", "insert", "delete"),
        policies=(
            for_rights(f"person_id = {ERASED_PEOPLE}", says="With whom somebody lived who is forgotten goes."),
            Policy(
                "see_company", "select", f"person_id = {MY_COMPANY}", says="You see who of your company lives where."
            ),
            Policy(
                "add_company",
                "insert",
                check=f"person_id = {MY_COMPANY} and {NEW_HOME}",
                says="You say who of your company lives together.",
            ),
            Policy("end_own", "update", f"person_id = {ME}", says="You say when you moved."),
            for_office("beheer", says="Administration makes households."),
            SEEN,
            ALONG_PERSON,
        ),
    ),
    Guard(
        "people_hat",
        grants=("select", "insert", "update (until, open, can, cannot)"),
        offices=("select", "insert", "update", "delete"),
        policies=(
            Policy(
                "see_company", "select", f"person_id = {MY_COMPANY}", says="People in one circle see each other's hats."
            ),
            Policy(
                "see_open",
                "select",
                f"open and neighbourhood_id = {MY_NEIGHBOURHOODS}",
                says="Open hats are seen in the neighbourhood.",
            ),
            Policy(
                "see_glass",
                "select",
                f"person_id in ({MY_GLASS_PEOPLE})",
                says="Who reads in danger sees in which hat somebody wrote, while that lasts.",
            ),
            Policy(
                "add_informal",
                "insert",
                check=f"person_id = {ME} and not formal and {MY_WORD}",
                says="You put on an informal hat yourself.",
            ),
            Policy(
                "change_own",
                "update",
                f"person_id = {ME} and not formal and (until is null or until >= current_date) and not trust.taken_off(id)",
                f"person_id = {ME} and not formal",
                says="You say what you can and cannot in an informal hat, and take it off.",
            ),
            for_office("beheer", says="Administration grants hats."),
            for_rights(f"person_id = {ERASED_PEOPLE}", says="The hats of somebody who is forgotten come off."),
            for_administrators(
                "select",
                "(open or granted_by_id is distinct from person_id)",
                says="Administrators see hats that were granted or are open, and no hat somebody keeps to their circles.",
            ),
            for_administrators(
                "insert",
                f"granted_by_id = {THE_ADMINISTRATOR} and trust.has_account(person_id)",
                says="An administrator grants a hat in their own name, to somebody with a log-in.",
            ),
            for_office("door", "post", command="select", says="Letters and log-in name the hat."),
            SEEN,
            goes(
                "when_nobody_wears_it",
                rule="trust.nobody_any_more(person_id)",
                says="A hat goes with whoever wore it, when nothing speaks of it any more.",
            ),
        ),
    ),
    Guard(
        "people_duty",
        grants=("select",),
        offices=("select", "insert", "delete"),
        policies=(
            Policy(
                "see_near",
                "select",
                f"neighbourhood_id = {MY_NEIGHBOURHOODS}",
                says="Who is on duty is seen in the neighbourhood.",
            ),
            Policy(
                "see_for_a_story",
                "select",
                "neighbourhood_id = any((select trust.my_story_places())::text[])",
                says="Who reads a story sees who is on duty where its people live.",
            ),
            for_office("beheer", says="Administration keeps the duty list."),
            for_administrators("all", says="Administrators keep the duty list."),
            *after(Keep.YEAR, column="ends", says="Who had duty is forgotten a year after it ended."),
        ),
    ),
    Guard(
        "people_group",
        grants=("select",),
        offices=FULL,
        policies=(
            *everybody(says="Groups are public."),
            for_office("beheer", says="Administration keeps groups."),
            for_administrators("insert", says="Administrators begin groups."),
        ),
    ),
    Guard(
        "people_neighbourhood",
        grants=("select",),
        offices=FULL,
        policies=(
            *everybody(says="Neighbourhoods are public."),
            for_office("beheer", says="Administration imports neighbourhoods."),
        ),
    ),
]

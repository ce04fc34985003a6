"""Who may see and do what with people: the tables of the room people, which knows no rules itself."""

from nabij.base.guard import OFFICE, Guard, Policy
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
    everybody,
    for_office,
)

# A person is nearly always met by key, beside something else. `= any(array)` tempts the planner to walk all of one's
# people for every such meeting (it guesses ten; measured with 600 circles: 10 s for a story); a hashed list does not.
# The inner select keeps the planner from making the list as well, to count it.
PERSONS = [
    Guard(
        "people_person",
        grants=("select", "insert", f"update ({SAID_OF_ONESELF})"),
        offices=("select", "insert", "update"),
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
            Policy(
                "link_see_reader",
                "select",
                "id = (select trust.reader())",
                to=OFFICE,
                says="A link shows its reader's name.",
            ),
        ),
    ),
    Guard(
        "people_account",
        grants=("select", "update (language)"),
        offices=("select", "insert", "update"),
        policies=(
            Policy("see_own", "select", f"person_id = {ME}", says="You see your own log-in."),
            Policy("change_own", "update", f"person_id = {ME}", says="You choose your language."),
            for_office("door", "beheer", says="Log-in finds accounts; administration makes them."),
            for_office("post", command="select", says="Letters go to the address of the log-in."),
        ),
    ),
    Guard(
        "people_waytoreach",
        grants=FULL,
        offices=("select", "insert"),
        policies=(
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
            for_office("post", "beheer", says="Letters need an address; nobody else sees it for that."),
        ),
    ),
    Guard(
        "people_reachablehours",
        grants=FULL,
        offices=("select", "insert"),
        policies=(
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
        ),
    ),
    Guard(
        "people_strength",
        grants=FULL,
        offices=("select", "insert"),
        policies=(
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
        ),
    ),
    Guard(
        "people_household",
        grants=("select", "insert"),
        offices=("select", "insert"),
        policies=(
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
        ),
    ),
    Guard(
        "people_householdmember",
        grants=("select", "insert", "update (until)"),
        offices=("select", "insert"),
        policies=(
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
        ),
    ),
    Guard(
        "people_hat",
        grants=("select", "insert", "update (until, open, can, cannot)"),
        offices=("select", "insert", "update"),
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
                f"person_id = {ME} and not formal and (until is null or until >= current_date)",
                f"person_id = {ME} and not formal",
                says="You say what you can and cannot in an informal hat, and take it off.",
            ),
            for_office("beheer", says="Administration grants hats."),
            for_office("door", "post", command="select", says="Letters and log-in name the hat."),
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
            for_office("beheer", says="Administration keeps the duty list."),
        ),
    ),
    Guard(
        "people_group",
        grants=("select",),
        offices=FULL,
        policies=(*everybody(says="Groups are public."), for_office("beheer", says="Administration keeps groups.")),
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
    Guard(
        "people_place",
        grants=("select",),
        offices=FULL,
        policies=(
            *everybody(says="Places to meet are public."),
            for_office("beheer", says="Administration keeps places."),
        ),
    ),
]

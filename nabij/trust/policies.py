"""Who may see and do what with circles, logs and people, table by table, each rule with its sentence."""

from nabij.base.guard import OFFICE, Guard, Policy

ME = "(select trust.me())"
MY_CIRCLES = "any((select trust.my_circles())::uuid[])"
MY_OWN_CIRCLES = "any((select trust.my_own_circles())::uuid[])"
# Whoever one sees already, or noted oneself: knowing a key is not knowing somebody.
I_KNOW = "(person_id in (select unnest((select trust.my_people()))) or trust.i_noted(person_id))"
SAID_OF_ONESELF = (
    "name, known_as, languages, community, go_between_id, stand_in_id, neighbourhood_id, street, latitude, longitude"
)
MY_HATS = "any((select trust.my_hats())::uuid[])"
MY_COMPANY = "any((select trust.my_company())::uuid[])"
MY_PEOPLE = "any((select trust.my_people())::uuid[])"
MY_NEIGHBOURHOODS = "any((select trust.my_neighbourhoods())::text[])"


def for_office(*names: str, command: str = "all", says: str) -> Policy:
    """A policy for offices of the system, on the role of their own."""
    one_of = ", ".join(f"'{name}'" for name in names)
    rule = f"(select trust.office()) in ({one_of})"
    using = "" if command == "insert" else rule
    check = "" if command in ("select", "delete") else rule
    return Policy("office_" + "_".join(names), command, using, check, to=OFFICE, says=says)


def everybody(*, says: str) -> tuple[Policy, Policy]:
    """A public table: everybody reads it, visitors and offices too."""
    return (
        Policy("see_public", "select", "true", says=says),
        Policy("office_see_public", "select", "true", to=OFFICE, says=says),
    )


MY_FELLOWS = "any((select trust.my_fellows())::uuid[])"
OVER = "until <= statement_timestamp() + interval '1 minute'"
MY_WORD = (
    f"employer = '' and (granted_by_id is null or granted_by_id = {ME})"
    " and (group_id is null or group_id in (select id from public.people_group where not formal))"
)
NEW_HOME = "(household_id = any((select trust.my_households())::uuid[]) or not trust.lived_in(household_id))"
FULL = ("select", "insert", "update", "delete")

CIRCLES = [
    Guard(
        "trust_circle",
        grants=("select", "insert", "update (name)"),
        offices=("select",),
        policies=(
            Policy("see_member", "select", f"id = {MY_CIRCLES}", says="You see the circles you are in."),
            Policy(
                "see_maker",
                "select",
                "id = any((select trust.my_new_circles())::uuid[])",
                says="You see a circle you just made.",
            ),
            Policy(
                "add_maker", "insert", check=f"made_by_id = {ME}", says="Anybody may begin a circle, in their own name."
            ),
            Policy(
                "rename_resident",
                "update",
                "id = any((select trust.my_own_circles())::uuid[])",
                says="The resident names the circle.",
            ),
            for_office("post", command="select", says="Letters are written about things in circles."),
        ),
    ),
    Guard(
        "trust_membership",
        grants=("select", "insert", "update (until)"),
        offices=("select",),
        policies=(
            Policy("see_fellow", "select", f"circle_id = {MY_CIRCLES}", says="Members of a circle see each other."),
            Policy("see_own", "select", f"person_id = {ME}", says="You see which circles you were ever in."),
            Policy(
                "add_member",
                "insert",
                check=f"let_in_by_id = {ME} and circle_id = {MY_CIRCLES} and not as_resident and {I_KNOW}",
                says="A member lets in somebody they know, in their own name; whom a circle is about stays as it began.",
            ),
            Policy(
                "add_resident",
                "insert",
                check=f"let_in_by_id = {ME} and circle_id = {MY_OWN_CIRCLES} and {I_KNOW}",
                says="Whom a circle is about says who else it is about.",
            ),
            Policy(
                "add_first",
                "insert",
                check=f"let_in_by_id = {ME} and circle_id = any((select trust.my_new_circles())::uuid[]) and {I_KNOW}",
                says="Who begins a circle lets its first people in, all at once, and says whom it is about.",
            ),
            Policy(
                "end_own",
                "update",
                f"person_id = {ME} and not as_resident and until is null",
                f"person_id = {ME} and {OVER}",
                says="Anybody may leave a circle, and nobody walks back in.",
            ),
            Policy(
                "end_resident",
                "update",
                f"circle_id = {MY_OWN_CIRCLES} and not as_resident and until is null",
                f"circle_id = {MY_OWN_CIRCLES} and {OVER}",
                says="The resident decides who stays in their circle.",
            ),
            for_office("post", command="select", says="Letters go to members of circles."),
        ),
    ),
    Guard(
        "trust_noted",
        grants=("select", "insert"),
        policies=(
            Policy("see_member", "select", f"circle_id = {MY_CIRCLES}", says="A circle sees whom it knows."),
            Policy(
                "add_member",
                "insert",
                check=f"circle_id = {MY_CIRCLES} and {I_KNOW}",
                says="A member tells the circle of somebody they know themselves.",
            ),
        ),
    ),
    Guard(
        "trust_acquaintance",
        grants=("select", "insert", "delete"),
        offices=("select", "insert"),
        policies=(
            Policy("see_who", "select", f"who_id = {ME}", says="You see to whom you were introduced."),
            Policy("see_person", "select", f"person_id = {ME}", says="You see who was told of you."),
            Policy(
                "add_self",
                "insert",
                check=f"person_id = {ME} and introduced_by_id = {ME}",
                says="You let somebody know of you.",
            ),
            Policy("drop_self", "delete", f"person_id = {ME}", says="You take that back."),
            for_office("beheer", says="Administration introduces people who will work together."),
        ),
    ),
    Guard("trust_purpose", grants=("select",), offices=("select",), policies=everybody(says="Purposes are public.")),
    Guard(
        "trust_trace",
        grants=("select", "insert"),
        offices=("insert",),
        policies=(
            Policy("see_member", "select", f"circle_key = {MY_CIRCLES}", says="A circle sees what changed in it."),
            Policy("see_own", "select", f"who = {ME}", says="You see what you changed."),
            Policy(
                "add_own",
                "insert",
                check=f"who = {ME} and who_name = (select trust.my_name()) and hat_name = any((select trust.my_roles())::text[])",
                says="Everybody leaves their own trace, under their own name; who is asked from outside as well.",
            ),
            for_office("door", "post", "beheer", "link", command="insert", says="Offices leave a trace as well."),
        ),
    ),
    Guard(
        "trust_look",
        grants=("select", "insert"),
        policies=(
            Policy("see_about", "select", f"about = {ME}", says="You see who looked at what is about you."),
            Policy("see_own", "select", f"who = {ME}", says="You see what you looked at."),
            Policy(
                "add_own",
                "insert",
                check=f"who = {ME} and who_name = (select trust.my_name()) and hat_name = any((select trust.my_roles())::text[])",
                says="Every look is written down by whoever looks, under their own name.",
            ),
        ),
    ),
    Guard("trust_seal", why="Nobody reads the seal: row-level security without a policy and without a grant."),
]

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

GUARDS = CIRCLES + PERSONS

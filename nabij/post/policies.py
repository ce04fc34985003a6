"""Who sees letters: their writer and reader, the office that sends them, and the link that opens one."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.trust.policies.parts import ME, MY_CIRCLES, MY_HATS, for_office, see_written

# Who is asked from outside answers into a circle that is not theirs, and says nothing more there.
INTO = f"(circle_key is null or circle_key = {MY_CIRCLES} or (kind = 'news' and words = ''))"

GUARDS = [
    Guard(
        "post_letter",
        grants=("select", "insert"),
        offices=("select", "insert"),
        policies=(
            Policy("see_reader", "select", f"reader_id = {ME}", says="You see letters to you."),
            Policy("see_writer", "select", f"writer_id = {ME}", says="You see letters you wrote."),
            *see_written(at="written_at", circle="circle_key", says="A circle sees what was asked for it."),
            Policy(
                "add_writer",
                "insert",
                check=f"writer_id = {ME} and (reader_id in (select unnest((select trust.my_people()))) or trust.i_noted(reader_id))"
                f" and (hat_id is null or hat_id = {MY_HATS}) and {INTO}",
                says="You write in your own name, to somebody you know.",
            ),
            for_office("post", "door", command="select", says="Letters are sent, and links find their letter."),
            for_office("reminders", says="What waits for an answer is asked again; the words stay here."),
            Policy(
                "link_see",
                "select",
                "about_id = (select trust.reach()) and reader_id = (select trust.reader())",
                to=OFFICE,
                says="A link shows the letter it came in.",
            ),
            Policy(
                "link_add",
                "insert",
                check="writer_id = (select trust.reader())",
                to=OFFICE,
                says="An answer by link tells whoever asked.",
            ),
        ),
    ),
    Guard(
        "post_sending",
        grants=("select",),
        offices=("select", "insert"),
        policies=(
            Policy(
                "see_letter",
                "select",
                "letter_id in (select id from public.post_letter)",
                says="Whoever sees a letter sees whether it went.",
            ),
            for_office("post", says="The worker notes what it sent."),
        ),
    ),
    Guard(
        "post_link",
        offices=("select", "insert", "update (used_at)"),
        policies=(
            for_office("post", says="Links are made when a letter is sent."),
            for_office("door", command="select", says="The door finds a link by its hash."),
            Policy(
                "link_use",
                "update",
                "reader_id = (select trust.reader())",
                to=OFFICE,
                says="A link is used up by its reader.",
            ),
            Policy(
                "link_see",
                "select",
                "reader_id = (select trust.reader())",
                to=OFFICE,
                says="A link knows whether it was used.",
            ),
        ),
    ),
]

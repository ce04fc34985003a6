"""Who sees letters: their writer and reader, the office that sends them, and the link that opens one. And envelopes."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_CIRCLES, ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_CIRCLES, MY_HATS, for_office, see_written
from nabij.trust.policies.terms import ALONG_PERSON, SEEN, after, along, goes

# Who is asked from outside answers into a circle that is not theirs, and says nothing more there.
INTO = f"(circle_key is null or circle_key = {MY_CIRCLES} or (kind = 'news' and words = ''))"
# Of two who work together the letter points to its writer, at whose name their messages stand.
PARTNERS = "about_kind = 'partner' and about_id = writer_id and trust.i_work_with(reader_id)"
MESSAGES = "kind <> 'message' or trust.acquainted(writer_id, reader_id)"

GUARDS = [
    Guard(
        "post_letter",
        grants=("select", "insert"),
        offices=("select", "insert", "delete"),
        policies=(
            for_rights(
                f"(reader_id = {ERASED_PEOPLE} or circle_key = {ERASED_CIRCLES}"
                f" or kind = 'message' and writer_id = {ERASED_PEOPLE})",
                says="Letters to somebody who is forgotten go, and their messages to others.",
            ),
            Policy(
                "add_across",
                "insert",
                check=f"writer_id = {ME} and about_kind = 'request' and words = '' and hat_id is null and circle_key is null and trust.across(about_id, reader_id)",
                says="Who asks and who answers write each other about the request, also when they do not know each other.",
            ),
            Policy("see_reader", "select", f"reader_id = {ME}", says="You see letters to you."),
            Policy("see_writer", "select", f"writer_id = {ME}", says="You see letters you wrote."),
            *see_written(at="written_at", circle="circle_key", says="A circle sees what was asked for it."),
            Policy(
                "add_writer",
                "insert",
                check=f"writer_id = {ME} and kind <> 'welcome' and (reader_id in (select unnest((select trust.my_people()))) or trust.i_noted(reader_id) or trust.wrote_to_me(reader_id))"
                f" and (hat_id is null or hat_id = {MY_HATS}) and {INTO}",
                says="You write in your own name, to somebody you know or who wrote to you.",
            ),
            Policy(
                "only_together",
                "insert",
                check=f"({MESSAGES} or {PARTNERS})",
                says="A message goes between two who were brought together, until one stops it; or who work together.",
                restrictive=True,
            ),
            for_office("post", "door", command="select", says="Letters are sent, and links find their letter."),
            for_office("reminders", says="What waits for an answer is asked again; the words stay here."),
            Policy(
                "office_beheer",
                "insert",
                check="(select trust.office()) = 'beheer' and kind = 'welcome' and words = '' and circle_key is null",
                to=OFFICE,
                says="Administration welcomes who can log in from now on.",
            ),
            Policy(
                "administrators_insert",
                "insert",
                check="writer_id = (select trust.administrator()) and kind = 'welcome' and words = '' and circle_key is null",
                to=OFFICE,
                says="An administrator welcomes who can log in from now on, in their own name.",
            ),
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
                check=f"writer_id = (select trust.reader()) and ({MESSAGES})",
                to=OFFICE,
                says="An answer by link tells whoever asked; a message by link answers one that came.",
            ),
            *after(Keep.YEAR, column="due", says="A letter goes a year after it was sent."),
        ),
    ),
    Guard(
        "post_sending",
        grants=("select",),
        offices=("select", "insert", "delete"),
        policies=(
            for_rights("letter_id in (select id from public.post_letter)", says="That a letter went out goes with it."),
            Policy(
                "see_letter",
                "select",
                "letter_id in (select id from public.post_letter)",
                says="Whoever sees a letter sees whether it went.",
            ),
            for_office("post", says="The worker notes what it sent."),
            SEEN,
            along("letter_id", table="post_letter", says="That it was sent goes with the letter."),
        ),
    ),
    Guard(
        "post_preference",
        grants=("select", "insert"),
        offices=("select", "insert", "delete"),
        policies=(
            for_rights(
                f"(person_id = {ERASED_PEOPLE} or writer_id = {ERASED_PEOPLE})",
                says="How somebody wanted letters who is forgotten goes, and that somebody wanted none of theirs.",
            ),
            Policy("see_own", "select", f"person_id = {ME}", says="You see how you want letters."),
            Policy(
                "see_without_login",
                "select",
                "person_id = any((select trust.my_people_without_login())::uuid[])"
                f" and (writer_id is null or writer_id = {ME})",
                says="Before you ask somebody who cannot log in, you see whether they want letters, of you or at all.",
            ),
            Policy(
                "add_own",
                "insert",
                check=f"person_id = {ME} and not by_link and writer_id is null",
                says="You say how you want letters.",
            ),
            for_office("post", "reminders", command="select", says="A letter goes when and how its reader wants."),
            Policy(
                "link_see",
                "select",
                "person_id = (select trust.reader())",
                to=OFFICE,
                says="The link in a letter shows whether letters still come.",
            ),
            Policy(
                "link_add",
                "insert",
                check="person_id = (select trust.reader()) and by_link"
                " and (pace = 'none' or pace = 'at_once' and not trust.has_account(person_id))",
                to=OFFICE,
                says="The link in a letter stops mail; who cannot log in lets it come again by the same link.",
            ),
            SEEN,
            ALONG_PERSON,
        ),
    ),
    Guard(
        "post_link",
        offices=("select", "insert", "update (used_at)", "delete"),
        policies=(
            for_rights("letter_id in (select id from public.post_letter)", says="The links of a letter go with it."),
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
            *after(Keep.SHORT, column="expires", says="A link goes thirty days after it expired."),
        ),
    ),
    Guard(
        "post_envelope",
        offices=("select", "insert", "delete"),
        policies=(
            for_office("door", "beheer", command="insert", says="Log-in and administration hand over a mail."),
            for_office("reminders", command="insert", says="Whoever does what stands on the map is asked by mail."),
            Policy(
                "administrators_insert",
                "insert",
                check="(select trust.administrator()) is not null",
                to=OFFICE,
                says="An administrator who changes an address has the old one told.",
            ),
            for_office("post", says="The worker opens an envelope, sends the mail and throws it away."),
            SEEN,
            goes("when_over", rule="expires < statement_timestamp()", says="A mail that came too late goes unsent."),
        ),
    ),
]

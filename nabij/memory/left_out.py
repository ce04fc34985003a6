"""What is in nobody's copy of what is known about them: fields and whole tables, each with the reason."""

from django.db.models import Model

from nabij.bridge.models import Ask, Introduction, Offer, Referral, Side
from nabij.directory.models import Initiative
from nabij.moments.models import Attachment, Moment
from nabij.people.models import Account
from nabij.post.models import Letter
from nabij.stories.models import OwnWords, Promise
from nabij.stories.seals import SealTold
from nabij.trust.models import Invitation, Look
from nabij.weighing.models import Decision, Dilemma

# Fields that are not in the copy, each with the reason.
OUT: dict[type[Model], dict[str, str]] = {
    Account: {"password": "there is none; the field holds a mark that nobody can log in with it"},  # nosec B105: a reason
    OwnWords: {"in_memory": "the words again, cut up for search"},
    Promise: {"in_memory": "what was promised again, cut up for search"},
    Moment: {"words": "the line cut up for search", "findable": "the line again, without addresses, for search"},
    **{one: {"in_memory": "its words again, cut up for search"} for one in (Ask, Offer, Referral, Side, Introduction)},
    **{one: {"in_memory": "its words again, cut up for search"} for one in (Dilemma, Decision)},
    Attachment: {"content": "the file itself stands in the ZIP", "small": "the same picture, smaller"},
    Invitation: {
        "code_hash": "the key of the invitation, of which only a hash is kept",
        "way": "the address it was sent to, which stands among how somebody is reached",
    },
    SealTold: {"note": "the key of what is sealed, which opens nothing"},
    Initiative: {"token_hash": "the key of a link, of which only a hash is kept"},  # nosec B105: a reason
    Look: {"access_point": "where the other was, unreadable; it is about who looked"},
    Letter: {"due": "when it was to be sent; the day it was written is there"},
}
# Tables with personal fields that are in nobody's copy.
LISTED = "A public listing of the social map, about who offers help there; it is open to everybody."
SEALED = (
    "What is sealed is read by its keepers alone (AVG article 15, paragraph 4, and 23); the resident's copy says that"
    " there is one and when it is looked at again, as far as they were told."
)
LEFT_OUT: dict[str, str] = {
    **dict.fromkeys(("stories.SealedNote", "stories.SealKeeper", "stories.KeeperAnswer", "stories.SealedLine"), SEALED),
    **dict.fromkeys(("stories.SealReview", "stories.SealAgreement", "stories.SealOpening"), SEALED),
    "stories.Feed": "The key to one's own calendar feed, of which only a hash is kept; what is in it are the promises.",
    "trust.Processing": "The log of looks again, without by whom; the looks themselves are in the copy.",
    "trust.RightsReview": "That an administrator looked at who may what; that they did is in their copy as a trace.",
    "trust.Session": "Where somebody is logged in stands on their own page of devices, and ends there.",
    "web.Tally": "How often something was asked within minutes, under a key that cannot be read back to anybody.",
    "directory.Contact": LISTED,
    "directory.Metadata": LISTED,
    "directory.Phone": LISTED,
    "directory.Service": LISTED,
    "directory.ServiceMeaning": LISTED,
    "directory.OwnerChange": "What whoever does it changed in a public listing, by the link in their mail.",
    "directory.OwnerLetter": "That an address of a public listing was asked; of the address only a hash is kept.",
    "directory.OwnerStop": "That an address of a public listing wants no mail; of the address only a hash is kept.",
    "directory.UnfinishedList": "Rows that somebody wrote down in a list about offers; gone after thirty days.",
    "post.Envelope": "A closed mail that waits some minutes to be sent; what it says is in the mail itself.",
    "bridge.NotAgain": "That two people are not introduced again; it would tell one of them that the other said no.",
    "post.Link": "The key to one letter, of which only a hash is kept; the letter itself is in the copy.",
}

"""What somebody writes down that another gladly does, and the yes by which it becomes that other's own offer.

Before the yes nobody of the neighbourhood sees it. After it the offer is theirs like any other; as long as they have no
login, whoever wrote it down minds it for them (`offering.change`, `pause`, `end`).
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.bridge.around import Mailed
from nabij.bridge.heard import HeardOffer, OfferYes
from nabij.bridge.nonames import Unsayable
from nabij.bridge.offering import NoPlace, let_go_of_hat, once, usable
from nabij.bridge.offers import Offer, OfferEnding
from nabij.people.models import Neighbourhood, Person
from nabij.people.own import whom
from nabij.post.models import Letter, Link
from nabij.post.verbs import LinkUsed, use, write
from nabij.trust.ages import years_of
from nabij.trust.verbs import leave_trace

STOPS_FOR = timedelta(days=180)  # As long the letter leads to it: whoever has no login says no with it, or stops it.
GROWN = 16
MOST = 60  # On one page, the newest first.


class ForOneself(Unsayable):
    """For oneself one simply offers."""

    def __init__(self) -> None:
        super().__init__(_("Dit ben jij zelf. Laat “Voor wie?” dan leeg."))


class Nameless(Unsayable):
    """The neighbourhood reads an offer with a name."""

    def __init__(self) -> None:
        super().__init__(_("Van deze persoon staat nog geen naam in Nabij. Schrijf die eerst op."))


class TooYoung(Unsayable):
    """One is introduced from sixteen on."""

    def __init__(self) -> None:
        super().__init__(_("Voor een ander iets aanbieden kan vanaf 16 jaar. Deze persoon is jonger."))


class ProofFirst(Unsayable):
    """Where who helps shows something first, a yes does not make them seen."""

    def __init__(self) -> None:
        super().__init__(_("In deze buurt laat iemand eerst iets zien, zoals een VOG. Vraag het aan beheer."))


class SaidNo(Unsayable):
    """A no stands, and is not asked again."""

    def __init__(self, name: str) -> None:
        super().__init__(_("%(name)s zei hier al nee op. Nabij vraagt het niet nog eens.") % {"name": name})


class NotTheirs(ValueError):
    """Only whose offer it is says yes or no."""

    def __init__(self) -> None:
        super().__init__(_("Alleen van wie het aanbod is, zegt ja of nee."))


class HeardGone(ValueError):
    """What was taken back, or whose last day is past, takes no yes any more."""

    def __init__(self) -> None:
        super().__init__(_("Dit aanbod is al voorbij. Er hoeft niets meer."))


class SaidOtherwise(ValueError):
    """A yes or a no is said once; who changes their mind stops the offer, or makes it themselves."""

    def __init__(self, yes: bool) -> None:
        super().__init__(_("Hier is al ja op gezegd.") if yes else _("Hier is al nee op gezegd."))


@transaction.atomic
def hear(
    *,
    line: str,
    person: Person,
    neighbourhood: Neighbourhood | None,
    by: Person,
    at: datetime,
    kinds: Iterable[str] = (),
    week: Iterable[str] = (),
    room: int | None = None,
    until: date | None = None,
) -> HeardOffer:
    """Writes down what somebody gladly does, and asks for their yes by a letter, if one reaches them.

    The same sentence twice is one; after a no it is refused with a sentence.
    """
    if neighbourhood is None:
        raise NoPlace
    refuse_whom(person, by=by)
    if not word("select trust.may_be_seen(%s, %s, %s)", person.id, neighbourhood.code, localdate(at)):
        raise ProofFirst
    said = usable(line=line, about=[by, person], kinds=kinds, week=week, room=room, until=until, at=at)
    once("heard", by=by)
    same = HeardOffer.objects.filter(person=person, noted_by=by, neighbourhood=neighbourhood, line=said["line"])
    if there := going(same, at=at):
        return there
    if same.filter(answer__yes=False).exists():
        raise SaidNo(person.first_name)
    made = HeardOffer.objects.create(person=person, noted_by=by, neighbourhood=neighbourhood, at=at, **said)
    write_to_whose_it_is(made, by=by, at=at)
    leave_trace(by=by, hat=None, what="hear_offer", thing=made, circle=None, at=at)
    return made


def whom_heard(*, called: str, by: Person) -> Person | None:
    """The one person somebody knows by this name; None for no name. NobodySo, or ForOneself for their own."""
    if " ".join(called.split()).casefold() in {by.name.casefold(), by.known_as.casefold()} - {""}:
        raise ForOneself
    return whom(called=called, by=by)


def going(heard: QuerySet[HeardOffer], *, at: datetime) -> HeardOffer | None:
    """What waits for an answer, its last day not past, or is offered since."""
    for one in heard.exclude(answer__yes=False).select_related("answer").order_by("-at", "-id"):
        if hasattr(one, "answer"):
            if stands(one):
                return one
        elif not one.until or one.until >= localdate(at):
            return one
    return None


def stands(heard: HeardOffer) -> bool:
    """Whether what came of it is offered still; or the same, which they offered before it."""
    if word("select trust.still_an_offer(%s)", heard.id):
        return word("select trust.offer_ended_at(%s)", heard.id) is None
    same = {"person": heard.person_id, "neighbourhood": heard.neighbourhood_id, "line": heard.line}
    return Offer.objects.standing().filter(**same).exists()


def refuse_whom(person: Person, *, by: Person) -> None:
    """In plain words of whom the rules let nobody write anything down."""
    if person == by:
        raise ForOneself
    if not person.name:
        raise Nameless
    years = years_of(person.id)
    if years is not None and years < GROWN:
        raise TooYoung


def write_to_whose_it_is(heard: HeardOffer, *, by: Person, at: datetime) -> None:
    """Asks for their yes; of who said no to it before, nobody asks it again."""
    if not refused_before(heard):
        post(heard, by=by, at=at)


def post(heard: HeardOffer, *, by: Person, at: datetime) -> None:
    """The letter with the link that answers it and stops it, if a letter reaches them."""
    if not Person.objects.filter(id=heard.person_id, id__any_of=Mailed()).exists():
        return
    write(
        kind=Letter.Kind.QUESTION,
        reader=heard.person,
        writer=by,
        about_kind="offer",
        about_id=heard.id,
        circle=None,
        at=at,
        expires=at + STOPS_FOR,
    )


def refused_before(heard: HeardOffer) -> bool:
    """Whether they said no to this sentence, whoever wrote it down: nobody hears that, and they are not asked again."""
    return bool(word("select trust.refused_before(%s)", heard.id))


@transaction.atomic
def say_yes(*, heard: HeardOffer, yes: bool, by: Person, at: datetime, noted_by: Person | None = None) -> OfferYes:
    """Whose it is says whether it may be offered; said twice it stands there once. A yes makes it their offer.

    noted_by: who wrote it down, of somebody who has no login and told them.
    """
    if heard.person_id != by.id:
        raise NotTheirs
    once("heard yes", by=by)
    said = OfferYes.objects.filter(heard=heard).first()
    if said and said.yes != yes:
        raise SaidOtherwise(said.yes)
    if said is None:
        said = answer(heard, yes=yes, by=by, noted_by=noted_by, at=at)
    return said


def answer(heard: HeardOffer, *, yes: bool, by: Person, noted_by: Person | None, at: datetime) -> OfferYes:
    if yes and heard.until and heard.until < localdate(at):
        raise HeardGone
    said = OfferYes.objects.create(heard=heard, yes=yes, by=by, noted_by=noted_by, at=at)
    leave_trace(by=noted_by or by, hat=None, what="say_yes_offer", thing=heard, circle=None, at=at)
    if yes and word("select trust.offer_of_yes(%s)", heard.id) is None:
        raise ProofFirst
    if yes:
        leave_trace(by=noted_by or by, hat=None, what="offer", thing=Offer(id=heard.id), circle=None, at=at)
    return said


def word(question: str, *values: Any) -> Any:
    """What one word says."""
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchone()[0]


def may_note_yes(person: Person) -> bool:
    """Whether whoever acts may note a yes that this person told them: they know them, and there is no login."""
    return bool(word("select trust.may_note_yes(%s)", person.id))


@transaction.atomic
def note_their_yes(*, heard: HeardOffer, by: Person, at: datetime) -> bool:
    """Notes the yes that somebody told; of who logs in only themselves say it. Gives whether it was noted.

    They have a letter of it, or get one now: so they read what stands in their name, and stop it when it is not so.
    """
    if not may_note_yes(heard.person):
        return False
    say_yes(heard=heard, yes=True, by=heard.person, noted_by=by, at=at)
    if not Letter.objects.filter(about_kind="offer", about_id=heard.id).exists():
        post(heard, by=by, at=at)
    return True


@transaction.atomic
def take_back(*, heard: HeardOffer, by: Person, at: datetime) -> None:
    """Takes back what one wrote down, while nobody said anything to it; nothing of it stays."""
    with connection.cursor() as cursor:  # Not by the model, which would take answers away along with it.
        cursor.execute("delete from bridge_heardoffer where id = %s", [heard.id])
        if not cursor.rowcount:
            raise HeardGone
    leave_trace(by=by, hat=None, what="take_back_offer", thing=heard, circle=None, at=at)


def of_link(link: Link) -> HeardOffer:
    """What a letter asks; refused when it was taken back."""
    found = HeardOffer.objects.filter(id=link.letter.about_id).first()
    if found is None:
        raise HeardGone
    return found


@transaction.atomic
def say_yes_by_link(*, link: Link, yes: bool, at: datetime) -> OfferYes:
    """Answers what a letter asked and uses its link up; the actor is that link. Who comes second is refused."""
    use(link=link, at=at)
    heard = of_link(link)
    if OfferYes.objects.filter(heard=heard).exists():
        raise LinkUsed
    return answer(heard, yes=yes, by=link.reader, noted_by=None, at=at)


@transaction.atomic
def stop_by_link(*, link: Link, at: datetime) -> OfferEnding:
    """Stops what came of a yes, also with a link that said it; stopped twice, it stopped the first time."""
    heard = of_link(link)
    if not Offer.objects.filter(id=heard.id).exists():
        raise HeardGone
    ended, first = OfferEnding.objects.get_or_create(offer_id=heard.id, defaults={"by": link.reader, "at": at})
    if first:
        let_go_of_hat(Offer(id=heard.id))
        leave_trace(by=link.reader, hat=None, what="end_offer", thing=Offer(id=heard.id), circle=None, at=at)
    return ended


def heard_by(*, by: Person) -> list[HeardOffer]:
    """What somebody wrote down for others, or others for them, of which there is no yes; the newest first.

    Of theirs: not what they said no to before, in the same words, to whoever wrote it down then.
    """
    there = HeardOffer.objects.exclude(answer__yes=True).select_related("neighbourhood", "answer")
    every = list(there.order_by("-at", "-id")[:MOST])
    refused = {one.line for one in every if one.person_id == by.id and hasattr(one, "answer")}
    return [one for one in every if one.person_id != by.id or not (hasattr(one, "answer") or one.line in refused)]

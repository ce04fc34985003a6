"""What somebody does with an ask: make it for themselves or for another, say yes to it, say how it ended."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.bridge.around import Mailed
from nabij.bridge.asks import ITS_TIME, Ask, AskEnding, Asker, AskYes
from nabij.bridge.nonames import Unsayable, plain_line
from nabij.bridge.offering import NoPlace, OverAlready, once
from nabij.bridge.offers import MOST_KINDS
from nabij.bridge.usual_kinds import DEFAULTS
from nabij.bridge.weeks import in_order
from nabij.people.areas import upward
from nabij.people.models import Hat, Neighbourhood, Person
from nabij.post.models import Letter, Link
from nabij.post.verbs import LinkUsed, use, write
from nabij.trust.models import HasAccount
from nabij.trust.verbs import introduce, leave_trace

KNOWN_FOR = timedelta(days=360)  # A little less than an ask is kept: after it nobody knows any more whence it came.


class NotTheirs(ValueError):
    """Only for whom it is says yes or no, and only when another asks it for them."""

    def __init__(self) -> None:
        super().__init__(_("Hier valt voor jou niets te zeggen. Alleen voor wie de vraag is, zegt ja of nee."))


class AskOver(ValueError):
    """What ended takes no answer any more."""

    def __init__(self) -> None:
        super().__init__(_("Deze vraag is al voorbij. Er hoeft niets meer."))


class SaidOtherwise(ValueError):
    """A yes or a no is said once; who changes their mind says that it is no longer needed."""

    def __init__(self, yes: bool) -> None:
        super().__init__(_("Hier is al ja op gezegd.") if yes else _("Hier is al nee op gezegd."))


class NobodyMeant(Unsayable):
    """An ask for another is for somebody one knows here."""

    def __init__(self) -> None:
        super().__init__(_("Voor wie is deze vraag? Kies iemand die je hier kent."))


@transaction.atomic
def ask(
    *,
    line: str,
    neighbourhood: Neighbourhood | None,
    by: Person,
    at: datetime,
    about: Person | None = None,
    kinds: Iterable[str] = (),
    week: Iterable[str] = (),
    by_day: date | None = None,
    circle: UUID | None = None,
    to_coordinator: bool = False,
) -> Ask:
    """Asks something of a neighbourhood, which does not see by whom; for another nobody sees it before their yes.

    The same sentence asked twice is one ask.
    """
    about = about or by
    if neighbourhood is None:
        raise NoPlace
    if by_day and by_day < localdate(at):
        raise OverAlready
    line = plain_line(line, about=[by, about])
    once("ask", by=by)
    mine = Ask.objects.open_on(localdate(at)).filter(asker__about=about, asker__asked_by=by)
    if there := mine.filter(line=line, neighbourhood=neighbourhood).first():
        return there
    said = {"kinds": known_kinds(kinds), "week": in_order(week), "by_day": by_day}
    made = Ask.objects.create(line=line, neighbourhood=neighbourhood, at=at, **said)
    Asker.objects.create(ask=made, about=about, asked_by=by, circle_key=circle, to_coordinator=to_coordinator, at=at)
    if about != by:
        write_to_whom_it_is_for(made, by=by, at=at)
    if to_coordinator:
        be_known(by=by, neighbourhood=neighbourhood, at=at)
    leave_trace(by=by, hat=None, what="ask_neighbours", thing=made, circle=circle, at=at)
    return made


def known_kinds(keys: Iterable[str]) -> list[str]:
    known = {kind.key for kind in DEFAULTS}
    return [key for key in dict.fromkeys(keys) if key in known][:MOST_KINDS]


def be_known(*, by: Person, neighbourhood: Neighbourhood, at: datetime) -> None:
    """Lets who coordinates there know of whoever asks: else they would see that somebody does, and not who."""
    for one in coordinators_of(neighbourhood, at=at):
        if one != by:
            introduce(person=by, to=one, at=at, by=by)


def coordinators_of(neighbourhood: Neighbourhood, *, at: datetime) -> list[Person]:
    """Who coordinates in a neighbourhood, or in what it lies in; `trust.my_coordinated` says the same in the rules."""
    worn = Hat.objects.worn_on(localdate(at)).filter(neighbourhood__in=upward(neighbourhood), formal=True, open=True)
    hats = worn.filter(role__iregex="^co(ö|o)rdinator").select_related("person").order_by("id")
    return list({hat.person_id: hat.person for hat in hats}.values())


@transaction.atomic
def say_yes(*, ask: Ask, yes: bool, by: Person, at: datetime, noted_by: Person | None = None) -> AskYes:
    """Whoever an ask is for says whether it may be asked; said twice it stands there once.

    noted_by: who asks, of somebody who has no login and told them.
    """
    if ask.about != by or not ask.asker.for_another:
        raise NotTheirs
    if AskEnding.objects.filter(ask=ask).exists():
        raise AskOver
    once("ask yes", by=by)
    said = AskYes.objects.filter(ask=ask).first()
    if said and said.yes != yes:
        raise SaidOtherwise(said.yes)
    if said is None:
        said = AskYes.objects.create(ask=ask, yes=yes, by=by, noted_by=noted_by, at=at)
        leave_trace(by=noted_by or by, hat=None, what="say_yes", thing=ask, circle=None, at=at)
    return said


def note_their_yes(*, ask: Ask, by: Person, at: datetime) -> None:
    """Notes the yes that somebody told who asks for them; of who logs in only themselves say it."""
    if Person.objects.annotate(logs_in=HasAccount("id")).filter(id=ask.asker.about_id, logs_in=False).exists():
        say_yes(ask=ask, yes=True, by=ask.about, noted_by=by, at=at)


def write_to_whom_it_is_for(ask: Ask, *, by: Person, at: datetime) -> None:
    """Asks for their yes by a letter, if one reaches them; it holds a link for who does not log in."""
    if not Person.objects.filter(id=ask.about.id, id__any_of=Mailed()).exists():
        return
    write(
        kind=Letter.Kind.QUESTION,
        reader=ask.about,
        writer=by,
        about_kind="ask",
        about_id=ask.id,
        circle=None,
        at=at,
        expires=at + ITS_TIME,
    )


@transaction.atomic
def say_yes_by_link(*, link: Link, yes: bool, at: datetime) -> AskYes:
    """Answers what a letter asked and uses its link up; the actor is that link. Who comes second is refused."""
    use(link=link, at=at)
    ask = of_link(link)
    if AskYes.objects.filter(ask=ask).exists():
        raise LinkUsed
    said = AskYes.objects.create(ask=ask, yes=yes, by=link.reader, at=at)
    leave_trace(by=link.reader, hat=None, what="say_yes", thing=ask, circle=None, at=at)
    return said


def of_link(link: Link) -> Ask:
    """What a letter asks; refused when it is gone."""
    found = Ask.objects.filter(id=link.letter.about_id).first()
    if found is None:
        raise AskOver
    return found


@transaction.atomic
def end_ask(*, ask: Ask, kind: str, by: Person, at: datetime) -> AskEnding:
    """Says how it ended: met, withdrawn, or nobody was found. Ended twice, it ended the first time."""
    once("ask", by=by)
    asker = Asker.objects.filter(ask=ask).values_list("asked_by", flat=True).first()  # A stand-in reads it no more.
    ended, first = AskEnding.objects.get_or_create(ask=ask, defaults={"kind": kind, "by": by, "at": at})
    if first:
        let_go_of_askers(at=at, asker=asker)
        leave_trace(by=by, hat=None, what="end_ask", thing=ask, circle=None, at=at)
    return ended


def let_go_of_askers(*, at: datetime, asker: UUID | None = None) -> int:
    """Who coordinates knows no more of whoever asks than while it is asked; of all asks, each night. How many went."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.let_go_of_askers(%s, %s)", [asker, at - KNOWN_FOR])
        return int(cursor.fetchone()[0])

"""Without a login: the link in a letter answers the one thing that was asked, another says how it went; each once."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.timezone import localdate, make_aware

from nabij.people.models import Person
from nabij.post.models import Letter, Link
from nabij.post.verbs import use, write
from nabij.stories.carrying import NotGoing, say_how
from nabij.stories.models import Answer, Keeping, Promise, Turn
from nabij.stories.turns import Rhythm
from nabij.stories.verbs import answer
from nabij.trust.verbs import leave_trace

MORNING = time(8)
STAYS_OPEN = timedelta(days=14)  # After the day of which a letter asks how it went.


@transaction.atomic
def answer_by_link(*, link: Link, kind: str, at: datetime, day: date | None = None) -> Answer:
    """Answers what a letter asked and uses its link up; the actor is that link.

    Whoever opens the same link at the same moment is refused by `use`. A yes brings a letter to say later how it went.
    """
    use(link=link, at=at)
    asked = of_link(link)
    given = answer(promise=asked, kind=kind, by=link.reader, at=at, day=day, by_link=True)
    leave_trace(by=link.reader, hat=None, what="answer", thing=given, circle=asked.circle_id, at=at)
    if kind == Answer.Kind.YES:
        ask_how(asked, reader=link.reader, day=asked.day_on(localdate(at)), at=at)
    return given


@transaction.atomic
def say_how_by_link(*, link: Link, kept: bool, why: str, at: datetime) -> Keeping | Turn:
    """Says how it went and uses the link up; of what comes back, the next letter is written for the next time."""
    use(link=link, at=at)
    promise = of_link(link)
    said = say_how(promise=promise, kept=kept, by=link.reader, at=at, why=why)
    following = of_link(link)
    if following.state == "accepted":
        ask_how(following, reader=link.reader, day=following.day_on(localdate(at)), at=at)
    return said


def of_link(link: Link) -> Promise:
    """What a letter is about, with what became of it; refused when it is gone."""
    found = Promise.objects.as_it_stands().filter(id=link.letter.about_id).first()
    if found is None:
        raise NotGoing
    return found


def ask_how(promise: Promise, *, reader: Person, day: date | None, at: datetime) -> None:
    """A letter of one's own promise, on the morning of its day, with a link to say how it went."""
    if promise.rhythm == Rhythm.ALWAYS:
        return
    due = make_aware(datetime.combine(day, MORNING)) if day and day > localdate(at) else at
    write(
        kind=Letter.Kind.PROMISED,
        reader=reader,
        writer=reader,
        about_kind="promise",
        about_id=promise.id,
        circle=None,
        at=at,
        due=due,
        expires=due + STAYS_OPEN,
    )

"""The things somebody may ask about or object to, found by kind and key as far as whoever acts sees them."""

from dataclasses import dataclass
from typing import NoReturn
from uuid import UUID

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from nabij.moments.models import Moment, Saying, Tie
from nabij.people.models import Person
from nabij.post.requests import Thing
from nabij.stories.models import OwnWords, Promise, Scan, Story
from nabij.trust.models import Circle, Look, Looked, Membership
from nabij.trust.reading import opened_circle, said_purpose, seen_of


class NoSuchThing(LookupError):
    """It is not there for whoever acts, or nobody asks about such a thing."""


@dataclass(frozen=True)
class Found:
    """A thing and how the screen names it."""

    thing: Thing
    words: str
    line: bool = False  # Whether the words are somebody's own line, and stand in quotes.


def find(said: str, *, person: Person) -> Found:
    """`said` is "moments.moment:key"; person: whom it must be about, where that is in doubt."""
    kind, _colon, key = said.partition(":")
    try:
        return FINDERS[kind](UUID(key), person)
    except (KeyError, ValueError, LookupError, Moment.DoesNotExist) as missing:
        raise NoSuchThing(said) from missing


def moment(key: UUID, person: Person) -> Found:
    one = Moment.objects.select_related("circle", "author").filter(id=key).first() or gone()
    return Found(Thing("moments.moment", one.id, one.circle, one.author_id), one.line, line=True)


def look(key: UUID, person: Person) -> Found:
    one = Look.objects.filter(seen_of(person.id), id=key).first() or gone()
    said = look_in_words(one)
    return Found(Thing("trust.look", one.id, circle_of_look(one, person), one.who, words=said), said)


def look_in_words(look: Look) -> str:
    """Who looked, in which hat, when, for what; what was seen is not in it, so whoever answers may read it."""
    said = {
        "name": f"{look.who_name}, {look.hat_name}" if look.hat_name else look.who_name,
        "day": localtime(look.at).strftime("%d-%m-%Y"),
        "time": localtime(look.at).strftime("%H.%M"),
    }
    if look.what == Looked.BREAK_GLASS:
        sentence = _("%(name)s keek op %(day)s om %(time)s uur, bij een noodopening.") % said
    else:
        sentence = _("%(name)s keek op %(day)s om %(time)s uur.") % said
    purpose = said_purpose(look)
    return f"{sentence} " + _("Waarvoor: %(purpose)s") % {"purpose": purpose} if purpose else sentence


def circle_of_look(look: Look, person: Person) -> Circle | None:
    """The circle of the story that was looked at; none for somebody's page."""
    if look.what == Looked.BREAK_GLASS:
        return opened_circle(look.about, person=person.id)
    story = Story.objects.select_related("circle").filter(id=look.thing_id or look.id).first()
    return story.circle if story else None


def reader(key: UUID, person: Person) -> Found:
    one = Membership.objects.current().select_related("circle", "person").filter(id=key).first() or gone()
    said = _("%(name)s leest mee") % {"name": one.person.called}
    return Found(Thing("trust.membership", one.id, one.circle, one.person_id, words=said), said)


def tie(key: UUID, person: Person) -> Found:
    one = Tie.objects.select_related("circle", "other", "group", "place").filter(id=key).first() or gone()
    return Found(Thing("moments.tie", one.id, one.circle, one.told_by_id), one.with_whom)


def saying(key: UUID, person: Person) -> Found:
    one = Saying.objects.select_related("circle").filter(id=key).first() or gone()
    words = one.words or one.get_kind_display()
    return Found(Thing("moments.saying", one.id, one.circle, one.noted_by_id), words, line=True)


def own_words(key: UUID, person: Person) -> Found:
    one = OwnWords.objects.select_related("circle").filter(id=key).first() or gone()
    return Found(Thing("stories.ownwords", one.id, one.circle, one.noted_by_id), one.words, line=True)


def promise(key: UUID, person: Person) -> Found:
    one = Promise.objects.select_related("circle").filter(id=key).first() or gone()
    return Found(Thing("stories.promise", one.id, one.circle, one.asked_by_id), one.what, line=True)


def scan(key: UUID, person: Person) -> Found:
    one = Scan.objects.select_related("circle").filter(id=key).first() or gone()
    said = _("Wie er hielp, geteld op %(day)s") % {"day": one.day.strftime("%d-%m-%Y")}
    return Found(Thing("stories.scan", one.id, one.circle, one.by_id), said)


def story(key: UUID, person: Person) -> Found:
    one = Story.objects.select_related("circle", "person", "household").filter(id=key).first() or gone()
    said = _("Het hele verhaal van %(name)s") % {"name": one}
    return Found(Thing("stories.story", one.id, one.circle, None), said)


def gone() -> NoReturn:
    raise NoSuchThing


FINDERS = {
    "moments.moment": moment,
    "trust.look": look,
    "trust.membership": reader,
    "moments.tie": tie,
    "moments.saying": saying,
    "stories.ownwords": own_words,
    "stories.promise": promise,
    "stories.scan": scan,
    "stories.story": story,
}

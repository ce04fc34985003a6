"""What memory found, as lines on the screen: whose, when, where, and the text with the words marked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from nabij.memory.bridged_hits import Bridged
from nabij.memory.hits import Hit, Opened, Pieces, Place, address_of
from nabij.moments.models import Moment
from nabij.stories.models import OwnWords, Promise
from nabij.web.faces import Face
from nabij.web.memory import bridged
from nabij.web.story.lines import face_of, said_of


@dataclass(frozen=True)
class HitLine:
    """One answer: who, what kind of thing, when, in which story, the marked text, and where it opens."""

    face: Face
    kind: str
    at: datetime
    where: str
    where_url: str
    pieces: Pieces
    voice: bool
    note: str
    url: str


def hit_line(hit: Hit) -> HitLine:
    thing = hit.thing
    if isinstance(thing, Bridged):
        return bridged_line(hit, thing)
    return HitLine(
        face=face_of_thing(thing),
        kind=called(thing),
        at=hit.at,
        where=where(hit.place),
        where_url=reverse("story", args=[hit.place.story.id]) if hit.place.story else "",
        pieces=hit.pieces,
        voice=isinstance(thing, OwnWords) or (isinstance(thing, Moment) and thing.kind == Moment.Kind.OWN_WORDS),
        note=note(thing),
        url=reverse("hit", args=address_of(thing)),
    )


def bridged_line(hit: Hit, thing: Bridged) -> HitLine:
    return HitLine(
        face=bridged.face_of_bridged(thing),
        kind=bridged.called(thing),
        at=hit.at,
        where=where(hit.place),
        where_url="",
        pieces=hit.pieces,
        voice=False,
        note=bridged.note_of(thing),
        url=bridged.page_of(thing),
    )


def face_of_thing(thing: Moment | Promise | OwnWords, *, about: Sequence[UUID] = ()) -> Face:
    if isinstance(thing, Promise):
        return face_of(thing.who, hat=thing.hat, about=about)
    if isinstance(thing, OwnWords):
        return face_of(thing.person, hat=None, about=[thing.person_id])
    if thing.told_by or thing.kind == Moment.Kind.OWN_WORDS:
        teller = thing.told_by or thing.author
        return face_of(teller, hat=None, about=[teller.id])
    return face_of(thing.author, hat=thing.hat, about=about)


def called(thing: Moment | Promise | OwnWords) -> str:
    """What kind of thing it is, where that is not simply something that happened."""
    if isinstance(thing, Promise):
        return _("afspraak")
    if isinstance(thing, OwnWords) or thing.kind == Moment.Kind.OWN_WORDS:
        return _("eigen woorden")
    return _("wat we leerden") if thing.kind == Moment.Kind.LESSON else ""


def note(thing: Moment | Promise | OwnWords) -> str:
    """How it stands with a promise, or whether what was tried helped."""
    if isinstance(thing, Promise):
        return _("Gedaan.") if thing.state == "kept" else said_of(thing)
    if isinstance(thing, Moment) and hasattr(thing, "lesson"):
        return f"{thing.lesson.get_helped_display()}."
    return ""


def where(place: Place) -> str:
    if place.story and place.circle:
        return _("Verhaal van %(name)s, alleen voor %(circle)s") % {"name": place.story.short, "circle": place.circle}
    if place.story:
        return _("Verhaal van %(name)s") % {"name": place.story.short}
    return _("Alleen voor jou") if place.own else place.circle


def whole_text(opened: Opened) -> str:
    thing = opened.thing
    return thing.what if isinstance(thing, Promise) else thing.words if isinstance(thing, OwnWords) else thing.line

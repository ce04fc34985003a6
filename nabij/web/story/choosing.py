"""Choosing who reads what one is about to write: each circle of the story, with the faces of who is in it."""

from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext as _

from nabij.people.models import Person
from nabij.stories import reading
from nabij.stories.families import circle_among
from nabij.stories.models import Story
from nabij.trust.models import Circle, Membership
from nabij.web.faces import Face
from nabij.web.me import Request
from nabij.web.story.lines import reader_faces


@dataclass(frozen=True)
class Option:
    """One circle to write to, and who reads there."""

    key: str
    name: str
    faces: tuple[Face, ...]
    chosen: bool


@dataclass(frozen=True)
class Choosing:
    """What stands above the button. `circle` is where it goes; None as long as something is wrong."""

    circle: Circle | None
    options: tuple[Option, ...]
    seen: str
    problem: str = ""


def choosing(request: Request, story: Story, *, teller: Person | None = None) -> Choosing:
    """The circles of this story that are mine; what was sent counts only when it is one of them.

    teller: whose words they are, when not those of whoever is at the screen; the usual circle follows from that.
    Whose faces stood there comes back with the form (`seen`): when others read by now, it is asked once more.
    """
    circles = reading.circles_of(story)
    readers = reading.readers_of(circles)
    sent, seen = request.POST.get("circle", ""), signature(readers)
    usual = circle_among(circles, story=story, readers=readers, teller=teller or request.me.person)
    chosen = next((one for one in circles if str(one.id) == sent), None if sent else usual)
    problem = "" if chosen else _("Kies wie dit mag lezen.")
    if request.POST.get("seen", seen) != seen:
        problem = _("Er lezen nu andere mensen mee dan net. Kijk nog eens, en bewaar het dan.")
    options = tuple(
        Option(str(one.id), name_of(one, story), faces_in(one, readers, request), one == chosen) for one in circles
    )
    return Choosing(None if problem else chosen, options, seen, problem)


def name_of(circle: Circle, story: Story) -> str:
    """The widest circle is called by whom it stands around, a smaller one by its own name."""
    return _("Iedereen rond %(name)s") % {"name": story.short} if circle.id == story.circle_id else circle.name


def faces_in(circle: Circle, readers: list[Membership], request: Request) -> tuple[Face, ...]:
    return reader_faces([one for one in readers if one.circle_id == circle.id], me=request.me.person.id)


def signature(readers: list[Membership]) -> str:
    """A short word that changes when anybody comes or goes."""
    pairs = sorted(f"{one.circle_id}{one.person_id}" for one in readers)
    return sha256("".join(pairs).encode()).hexdigest()[:16]

"""Nearest help ("wie kan helpen"): the ladder for one question in one story, as whoever acts may see it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from nabij.bridge.around import Around, look_around
from nabij.bridge.kinds import kinds_of
from nabij.bridge.ladder import Ladder, OnDuty, RungName
from nabij.bridge.listening import Heard, listen
from nabij.bridge.network import looks_thin
from nabij.bridge.offered import offers_for
from nabij.bridge.order import caution, first_rung, why_first
from nabij.bridge.rungs import build
from nabij.bridge.social_map import SocialMap, on_the_map
from nabij.bridge.standing import Said, Scene
from nabij.bridge.usual_kinds import DEFAULTS
from nabij.people.models import Hat, Person
from nabij.stories.models import Story
from nabij.stories.reading import find
from nabij.trust.models import Looked
from nabij.trust.verbs import note_look


@dataclass(frozen=True)
class Sought:
    """A question in a story with its ladder, as one reader sees it."""

    story: Story
    ladder: Ladder
    asks_self: bool
    resident: Person


def seek(
    *,
    story_id: UUID,
    question: str,
    by: Person,
    hat: Hat | None,
    at: datetime,
    urgent: bool = False,
    social_map: SocialMap = on_the_map,
) -> Sought:
    """Reads the ladder for a question in a story, and writes down that `by` looked.

    Story.DoesNotExist when the story is not there for whoever acts.
    """
    story = find(story_id)
    around = look_around(story=story, by=by, at=at, today=localdate(at))
    about = [one.id for one in around.residents]
    note_look(by=by, hat=hat, about=about, thing=story, at=at, what=Looked.HELP)
    ladder = climb(around, question=question, at=at, urgent=urgent, social_map=social_map)
    return Sought(story=story, ladder=ladder, asks_self=around.asks_self, resident=around.whose)


def nearest(
    *,
    question: str,
    story: Story,
    by: Person,
    at: datetime,
    urgent: bool = False,
    social_map: SocialMap = on_the_map,
) -> Ladder:
    """The ladder for a question. Nothing outside this story's circles and what is open to all decides anything.

    urgent: somebody said it cannot wait. social_map: where services are looked up.
    """
    around = look_around(story=story, by=by, at=at, today=localdate(at))
    return climb(around, question=question, at=at, urgent=urgent, social_map=social_map)


def climb(around: Around, *, question: str, at: datetime, urgent: bool, social_map: SocialMap) -> Ladder:
    """The ladder of a question among those who stand around."""
    heard = listen(question, kinds=kinds_of(around.area, usual=DEFAULTS), urgent=urgent)
    found = social_map(search_words(heard), around.whose, at) if question.strip() else ()
    offers = offers_for(heard, area=around.area, today=localdate(at))
    rungs = build(scene=Scene(around=around, heard=heard, today=localdate(at), offers=offers), found=found)
    first = first_rung(heard=heard, rungs=rungs)
    return Ladder(
        question=question,
        rungs=rungs,
        first=first,
        why_first=why_first(heard=heard, rung=next((rung for rung in rungs if rung.name == first), None)),
        urgent=heard.urgent,
        ask_danger=heard.perhaps_danger and not heard.urgent,
        duty=on_duty(around),
        caution=caution(
            heard=heard,
            rungs=rungs,
            first=RungName(first),
            resident=around.whose.first_name,
            asks_self=around.asks_self,
        ),
        thin=looks_thin(around, today=localdate(at)),
        kinds=tuple(str(kind.name) for kind in heard.kinds),
    )


def search_words(heard: Heard) -> str:
    """What the social map is asked: the question, and the plain name of what it asks for."""
    return " ".join([heard.question, *(kind.search or str(kind.name) for kind in heard.kinds[:1])])


def on_duty(around: Around) -> tuple[OnDuty, ...]:
    """Who is on duty, but for somebody who is not safe here."""
    return tuple(one for one in around.duties if not (one.person and around.was_said(Said.UNSAFE, about=one.person)))

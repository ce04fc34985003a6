"""Today as lines: what I wanted to come back to, what I asked others, and what happened around me."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from nabij.moments.models import FollowUp, Moment
from nabij.stories.models import Promise, Story
from nabij.web.days import opening, say_day
from nabij.web.faces import Act, MomentLine
from nabij.web.me import Me
from nabij.web.story.lines import moment_line, said_of

Stories = Mapping[UUID, tuple[Story, str]]


@dataclass(frozen=True)
class ComeBackLine:
    """One thing to come back to: what to do, what was noted then, and in whose story."""

    action: str
    day: str
    noted: str
    about: str
    about_url: str
    later_url: str
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class AskedLine:
    """Something I asked somebody, and how it stands."""

    name: str
    what: str
    stands: str
    url: str


def come_back_lines(follow_ups: Iterable[FollowUp], *, stories: Stories, me: Me) -> list[ComeBackLine]:
    return [_come_back_line(one, story=stories.get(one.circle_id, (None, ""))[0], me=me) for one in follow_ups]


def _come_back_line(one: FollowUp, *, story: Story | None, me: Me) -> ComeBackLine:
    about, url = noted_in(one, story=story)
    return ComeBackLine(
        action=one.action,
        day=opening(past_day(one.day, me=me)),
        noted=one.moment.line,
        about=about,
        about_url=url,
        later_url=reverse("later", args=[one.id]),
        acts=(came_back(one.id),),
    )


def came_back(follow_up: UUID) -> Act:
    """The button with which somebody says that they came back to it."""
    return Act(label=_("Gedaan"), url=reverse("came_back", args=[follow_up]), post=True, icon="check")


def noted_in(one: FollowUp, *, story: Story | None) -> tuple[str, str]:
    """In whose story it was noted, and where that stands."""
    return (story.short, reverse("story", args=[story.id]) + f"#moment-{one.moment_id}") if story else ("", "")


def past_day(day: date, *, me: Me) -> str:
    """A day that was: afgelopen donderdag, and not the Thursday to come."""
    said = say_day(day, now=me.at)
    return _("afgelopen %(day)s") % {"day": said} if 2 < (me.today - day).days < 7 else said


def asked_lines(promises: Iterable[Promise]) -> list[AskedLine]:
    return [
        AskedLine(
            name=one.who.first_name,
            what=one.what,
            stands=_("Nog geen antwoord.") if one.state == "asked" else said_of(one),
            url=reverse("promise", args=[one.id]),
        )
        for one in promises
    ]


def stream_line(moment: Moment, *, about: Mapping[UUID, Sequence[UUID]], stories: Stories) -> MomentLine:
    """A moment around me, with whose story it is in and the smaller circle that reads it."""
    story, only = stories.get(moment.circle_id, (None, ""))
    return moment_line(moment, about=about.get(moment.circle_id, []), story=story, only=only)

"""Who is away as lines: on Today for whoever stands in, for whoever is away, and for whom a story is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from nabij.memory.bridge_carried import two_of
from nabij.memory.models import Absence
from nabij.memory.standing_in import Theirs, standing_in, told_of
from nabij.stories.reading import stories_in
from nabij.web.days import opening, say_date
from nabij.web.faces import Act, PromiseLine
from nabij.web.me import Me
from nabij.web.story.lines import own_promise_line
from nabij.web.today.lines import Stories, came_back, noted_in, past_day


@dataclass(frozen=True)
class Back:
    """Something that comes back while whoever wanted it is away."""

    action: str
    day: str
    about: str
    about_url: str
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class Instead:
    """What stands on Today for one who is away: whose it is, until when, and what there is to do."""

    title: str
    until: str
    url: str
    promises: list[PromiseLine]
    come_backs: list[Back]
    others: list[tuple[str, str]]  # What stands in the bridge: what it is, and its page.
    circles: frozenset[UUID]  # In which that was written: showing it is a look.


def period(absence: Absence) -> str:
    if absence.starts == absence.ends:
        return _("op %(day)s") % {"day": say_date(absence.starts)}
    return _("van %(start)s tot en met %(end)s") % {"start": say_date(absence.starts), "end": say_date(absence.ends)}


def instead(me: Me) -> list[Instead]:
    """For whom I stand in today."""
    return [instead_line(one, me=me) for one in standing_in(by=me.person, today=me.today)]


def instead_line(one: Theirs, *, me: Me) -> Instead:
    stories: Stories = stories_in({back.circle_id for back in one.come_backs}) if one.come_backs else {}
    return Instead(
        title=_("Voor %(name)s") % {"name": one.absence.person.first_name},
        until=_("Tot en met %(day)s neem jij waar.") % {"day": say_date(one.absence.ends)},
        url=reverse("absence", args=[one.absence.id]),
        promises=[own_promise_line(line, now=me.at) for line in one.promises],
        come_backs=[
            Back(
                back.action,
                opening(past_day(back.day, me=me)),
                *noted_in(back, story=stories.get(back.circle_id, (None, ""))[0]),
                (came_back(back.id),),
            )
            for back in one.come_backs
        ],
        others=[*in_the_bridge(one)],
        circles=frozenset(one.circles),
    )


def in_the_bridge(one: Theirs) -> Iterator[tuple[str, str]]:
    """What must go on there: what it is, and its page. Of a referral the words stand on its page."""
    for asked in one.referrals:
        yield _("Doorverwijzing van %(name)s") % {"name": asked.by_name}, reverse("referral", args=[asked.id])
    for ask in one.asks:
        yield _("Vraag voor een ander: %(line)s") % {"line": ask.line}, reverse("ask", args=[ask.id])
    for it in one.introductions:
        yield _("Kennismaking van %(two)s") % {"two": two_of(it)}, reverse("introduction", args=[it.id])


def away_now(me: Me) -> Iterator[tuple[str, str, str]]:
    """That I am away myself, with who stands in: (words, where it stands, a soft line)."""
    for one in Absence.objects.to_come(me.today).filter(person=me.person).with_people().order_by("starts"):
        words = _("Je bent er niet %(period)s") % {"period": period(one)}
        note = _("%(name)s neemt waar. Ben je er weer, zeg het dan daar.") % {"name": one.stand_in.first_name}
        yield words, reverse("absence", args=[one.id]), note


def reads_instead(me: Me) -> Iterator[tuple[str, str, str]]:
    """Who reads along with me for somebody who is away."""
    for one, circle in told_of(by=me.person, today=me.today):
        said = {"name": one.person.first_name, "period": period(one), "other": one.stand_in.first_name}
        words = _("%(name)s is er niet %(period)s. %(other)s leest zolang met je mee.") % said
        note = _("Wil je dat niet? Dan stop je het bij wie er meeleest.")
        yield words, reverse("circle", args=[circle.id]), note

"""The pages of a story that only read."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from nabij.insight.one_hand import in_one_hand
from nabij.moments.models import Moment
from nabij.people.models import Person
from nabij.stories import families, reading
from nabij.stories.circles import closed_until
from nabij.stories.closing import closed, closed_among
from nabij.stories.glassreading import told_in
from nabij.stories.merging import forward, said_here, was_merged
from nabij.stories.models import Story
from nabij.stories.sealreading import in_story, told_of
from nabij.trust.models import Looked
from nabij.trust.verbs import note_looks
from nabij.web.faces import Act, Face, MomentLine
from nabij.web.goings import goings, who_said
from nabij.web.me import Me, Request, for_me
from nabij.web.ringmap import ringmap
from nabij.web.story.acts import found
from nabij.web.story.lines import (
    around,
    carried_line,
    face_of,
    may_hang,
    moment_line,
    promise_in_text,
    promise_line,
    reader_faces,
    shown_to_parents,
)
from nabij.web.story.whoreads import smaller_circles, who_reads, who_sees_looks
from nabij.web.today.box import story_box

AT_FIRST = 10
FURTHER = 30
FURTHEST = 1000


def telling(request: Request, story: Story, *, upto: int = AT_FIRST, what: str = Looked.READ) -> reading.Telling:
    """The story as who is at the screen sees it, and that they looked."""
    me = request.me
    return reading.open_story(story=story, by=me.person, hat=me.hat, at=me.at, upto=upto, what=what)


def upto(request: Request) -> int:
    said = request.GET.get("tot", "")
    return min(int(said), FURTHEST) if said.isdecimal() and len(said) < 6 else AT_FIRST


@require_safe
@for_me
def stories(request: Request) -> HttpResponse:
    """Every story I read, with the newest of the resident's own words."""
    me, found = request.me, reading.cards()
    told = [one.story for one in found if one.words]
    about = reading.residents_in({story.circle_id for story in told})
    seen = [(story, about.get(story.circle_id, [])) for story in told]
    note_looks(by=me.person, hat=me.hat, seen=seen, at=me.at, what=Looked.LISTED)
    shut = closed_among([one.story for one in found])
    cards = [
        {
            "story": one.story,
            "words": one.words,
            "last": one.last,
            "face": Face(str(one.story), "own"),
            "closed": shut.get(one.story.id),
        }
        for one in found
    ]
    parts = {"cards": [one for one in cards if not one["closed"]], "past": [one for one in cards if one["closed"]]}
    return render(request, "story/stories.html", parts)


@require_safe
@for_me
def story(request: Request, story: UUID) -> HttpResponse:
    """One story: own words, what happened, who stands around, what was promised, who can read this."""
    me, limit, there = request.me, upto(request), found(story)
    if kept := forward(there):
        return redirect("story", kept.id)
    told = telling(request, there, upto=limit)
    about = [one.id for one in told.residents]
    centre = told.story.person or told.residents[0]
    here = families.circle_among(told.circles, story=told.story, readers=told.readers, teller=me.person)
    return render(
        request,
        "story/story.html",
        {
            "told": told,
            "title": str(told.story),
            "short": told.story.short,
            "several": len(told.residents) > 1,
            "mine": told.is_about(me.person),
            "who_reads": who_reads(told, me=me.person),
            "smaller": smaller_circles(told, me=me.person),
            **closed_to_some(told, me=me),
            **who_hears(told, me=me),
            **standing_twice(told, me=me.person),
            "who_sees_looks": who_sees_looks(told, me=me.person),
            "face": face_of(centre, hat=None, about=about),
            "readers": reader_faces(told.readers_in(told.circles[0]), me=me.person.id),
            "moments": moment_lines(told, about=about, me=me.person),
            "further": f"{request.path}?tot={limit + FURTHER}#verder" if told.older else "",
            **promise_lines(told, about=about, me=me),
            "goings": goings(told.going, only=told.only),
            "picture": ringmap(face_of(centre, hat=None, about=about), [around(tie) for tie in told.ties]),
            "box": story_box(
                me=me,
                here=here,
                circles=told.circles,
                readers=reader_faces(told.readers_in(here), me=me.person.id),
                back=reverse("story", args=[told.story.id]),
            ),
        },
    )


def standing_twice(told: reading.Telling, *, me: Person) -> dict[str, object]:
    """What was said to be the same, and whether I may say so: who reads the whole, of a story that is not mine."""
    whole = told.circles[0].id == told.story.circle_id
    about_one = bool(told.story.person_id or told.story.household_id)
    said = said_here(told.story, beside=told.joined) if was_merged(told.story) else []
    return {"merged": said, "may_merge": whole and about_one and not told.is_about(me)}


def promise_lines(told: reading.Telling, *, about: list[UUID], me: Me) -> dict[str, object]:
    """What is carried, what is still to be done, and what is over."""
    shared: dict[str, Any] = {"about": about, "me": me.person, "now": me.at, "among": told.promises}
    going = [one for one in told.promises if not one.is_over]
    return {
        "carried": [carried_line(one, about=about, now=me.at) for one in going if one.is_carried],
        "promises": [promise_line(one, **shared) for one in going if not one.is_carried],
        "past": [promise_line(one, **shared) for one in reversed(told.promises) if one.is_over],
    }


def moment_lines(told: reading.Telling, *, about: list[UUID], me: Person) -> list[MomentLine]:
    """What happened, with the smaller circle it is for, and the way to a child's yes where that is waited for."""
    only, asks_yes = told.only, families.waiting_for_yes(told)
    return [
        moment_line(
            one,
            about=about,
            only=only.get(one.circle_id, ""),
            acts=acts_of(one, asks_yes=one.id in asks_yes, me=me),
            hangs=told.attachments.get(one.id, ()),
        )
        for one in told.moments
    ]


def acts_of(moment: Moment, *, asks_yes: bool, me: Person) -> tuple[Act, ...]:
    mine = (may_hang(moment),) if moment.author_id == me.id else ()
    return (*((shown_to_parents(moment),) if asks_yes else ()), *mine)


def closed_to_some(told: reading.Telling, *, me: Me) -> dict[str, object]:
    """What stands beside a story: that it is over, that something is sealed (for whom it is about), one's own sealed
    notes, and what was opened in danger."""
    mine = told.is_about(me.person)
    return {
        "closed": closed(told.story),
        "whole": told.circles[0].id == told.story.circle_id,
        "formal": bool(me.hat and me.hat.formal),
        "sealed_told": told_of(story=told.story) if mine else [],
        "sealed": [] if mine else in_story(story=told.story, by=me.person),
        "glasses": told_in(residents=[one.id for one in told.residents]),
    }


def reads_alone(told: reading.Telling, *, me: Person) -> bool:
    """Whether nobody else who helps and can log in reads the whole: what stays in one hand is asked of nobody else."""
    helping = [one for one in told.readers_in(told.circles[0]) if not (one.as_resident or one.parent_of_id)]
    return {one.person_id for one in helping if reading.logs_in(one)} == {me.id}


def who_hears(told: reading.Telling, *, me: Me) -> dict[str, object]:
    """The smaller circle that alone reads the own words, whether parents do, and whether I read only from a day on.

    together: whether this is long in my hand alone, and I might ask another along.
    """
    names = told.only
    return {
        "together": reads_alone(told, me=me.person) and in_one_hand(by=me.person, at=me.at, story=told.story.id),
        "words_only": names.get(told.words.circle_id, "") if told.words else "",
        "again_only": names.get(told.again.circle_id, "") if told.again else "",
        "again_by": who_said(told.again) if told.again else "",
        "way_in_only": names.get(told.way_in.circle_id, "") if told.way_in else "",
        "without_parents": families.kept_from_parents(told),
        "past_closed": closed_until(told.story, readers=told.readers, to=me.person) is not None,
    }


@require_safe
@for_me
def as_text(request: Request, story: UUID) -> HttpResponse:
    """The story as plain text, to paste into the official case system; copying it is logged as such."""
    told = telling(request, found(story), upto=FURTHEST, what=Looked.COPY)
    about = [one.id for one in told.residents]
    only = told.only
    words = {
        "told": told,
        "title": str(told.story),
        "lines": [moment_line(one, about=about, only=only.get(one.circle_id, "")) for one in told.moments],
        "promises": [promise_in_text(one, now=request.me.at) for one in told.promises],
        "goings": goings(told.going, only=only),
        **who_hears(told, me=request.me),
    }
    words["text"] = render_to_string("story/story.txt", {**words, "now": request.me.at}).strip()
    return render(request, "story/as_text.html", words)

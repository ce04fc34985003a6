"""What a story holds, as pieces for the screen: faces, lines, rings. Asks the database nothing."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.moments.models import Attachment, Moment, Tie
from nabij.moments.tieline import Thing
from nabij.people.models import Hat, Person
from nabij.stories.models import Promise, Story, Turn
from nabij.stories.turns import Rhythm
from nabij.trust.models import Membership
from nabij.web.days import opening, say_date, say_day
from nabij.web.faces import Act, CarriedLine, Face, MomentLine, Paper, PromiseLine
from nabij.web.ringmap import Around


def role_of(hat: Hat | None) -> str:
    """How a hat is named beside somebody: the group of a professional, the role of a neighbour."""
    if not hat:
        return ""
    return hat.group.name if hat.formal and hat.group else hat.role


def face_of(person: Person, *, hat: Hat | None, about: Iterable[UUID] = (), me: UUID | None = None) -> Face:
    """Somebody as a face: filled when the story is about them, else the shape of the hat they wear."""
    shape = "own" if person.id in set(about) else hat.shape if hat else "informal"
    name = _("jij") if person.id == me else person.first_name
    return Face(name=name, shape=shape, role=role_of(hat), whole=person.called)


def reader_faces(readers: Sequence[Membership], *, me: UUID | None = None) -> tuple[Face, ...]:
    return tuple(
        face_of(one.person, hat=one.hat, about=[one.person_id] if one.as_resident else [], me=me) for one in readers
    )


def listed(names: Sequence[str]) -> str:
    """Riet, Jan en Fatima."""
    if len(names) < 2:
        return "".join(names)
    return _("%(most)s en %(last)s") % {"most": ", ".join(names[:-1]), "last": names[-1]}


def shown_to_parents(moment: Moment) -> Act:
    """The way to a child's yes."""
    return Act(label=_("Laat ouders dit lezen"), url=reverse("show_parents", args=[moment.id]), weight="subtle")


def moment_line(
    moment: Moment,
    *,
    about: Sequence[UUID],
    story: Story | None = None,
    only: str = "",
    acts: tuple[Act, ...] = (),
    hangs: Sequence[Attachment] = (),
) -> MomentLine:
    """A moment on the timeline; own words stand as a voice, whoever wrote them down.

    story: named beside it, where the page is not that story's own. only: the smaller circle that reads it. hangs: the
    pictures and papers with it.
    """
    own = moment.kind == Moment.Kind.OWN_WORDS
    teller = moment.told_by or moment.author
    said = ""
    if moment.told_by and moment.told_by_id != moment.author_id:
        said = _("vertelde, %(name)s schreef het op") % {"name": moment.author.first_name}
    elif own:
        said = _("schreef zelf")
    return MomentLine(
        face=face_of(teller, hat=None if said else moment.hat, about=about),
        text=moment.line,
        at=moment.happened_at,
        said=said,
        own=own,
        themes=themes_beside(moment),
        anchor=f"moment-{moment.id}",
        about=story.short if story else "",
        about_url=reverse("story", args=[story.id]) if story else "",
        only=only,
        acts=acts,
        papers=tuple(paper(one) for one in hangs),
        beside=tuple((one["name"].split(" ", 1)[0], one["words"]) for one in getattr(moment, "beside", ())),
    )


def paper(one: Attachment) -> Paper:
    picture = one.kind == Attachment.Kind.PICTURE
    said = _("%(kind)s, %(size)s") % {"kind": opening(one.get_kind_display()), "size": filesizeformat(one.size)}
    small = reverse("attachment_small", args=[one.id]) if picture else ""
    return Paper(url=reverse("attachment", args=[one.id]), said=said, alt=one.alt, small=small)


def may_hang(moment: Moment) -> Act:
    """The way to a picture or paper with what one wrote."""
    return Act(label=_("Foto of papier erbij"), url=reverse("attachments", args=[moment.id]), weight="subtle")


def themes_beside(moment: Moment) -> tuple[str, ...]:
    """The themes that do not stand in the line already."""
    return tuple(theme for theme in moment.themes if not re.search(rf"#{re.escape(theme)}(?!\w)", moment.line, re.I))


def promise_line(
    promise: Promise, *, about: Sequence[UUID], me: Person, now: datetime, among: Iterable[Promise] = ()
) -> PromiseLine:
    """A promise in a story: who does what, until when, how it stands, and what I can do about it.

    among: the other promises of the page, one of which may take it over.
    """
    notes = [course_said(promise, now=now), moved(promise, among=among) or said_of(promise)]
    return PromiseLine(
        what=promise.what,
        until=None if promise.is_over or promise.rhythm == Rhythm.ALWAYS else promise.day_on(localdate(now)),
        face=face_of(promise.who, hat=promise.hat, about=about),
        note=" ".join(filter(None, notes)),
        done=_("Gedaan.") if promise.state == "kept" else "",
        acts=acts_for(promise, me=me, now=now),
    )


def own_promise_line(promise: Promise, *, now: datetime) -> PromiseLine:
    """A promise of my own on Today: the day first, then what, and for whom."""
    page = reverse("promise", args=[promise.id])
    for_whom = _("Voor %(name)s.") % {"name": promise.for_whom.first_name} if promise.for_whom else ""
    carried = promise.rhythm == Rhythm.ALWAYS
    return PromiseLine(
        what=promise.what,
        until=None if carried else promise.day_on(localdate(now)),
        note=" ".join(filter(None, (for_whom, course_said(promise, now=now)))),
        acts=(Act(label=_("Bekijk"), url=page, weight="subtle"),) if carried else done_or_not(promise, now=now),
    )


def done_or_not(promise: Promise, *, now: datetime) -> tuple[Act, Act]:
    """Done in one tap, of what comes back the time that is at hand; or else on its own page."""
    day = promise.day_on(localdate(now))
    done = Act(
        label=_("Gedaan"),
        url=reverse("promise_keeping", args=[promise.id]),
        post=True,
        icon="check",
        name="day" if promise.recurs else "",
        value=day.isoformat() if promise.recurs and day else "",
    )
    return done, Act(label=_("Lukt niet"), url=reverse("promise", args=[promise.id]), weight="subtle")


def carried_line(promise: Promise, *, about: Sequence[UUID], now: datetime) -> CarriedLine:
    """Who carries what of this story, from when until when, and where it begins and ends."""
    return CarriedLine(
        face=face_of(promise.who, hat=promise.hat, about=about),
        what=promise.what,
        runs=course_said(promise, now=now),
        bounds=promise.bounds,
        url=reverse("promise", args=[promise.id]),
    )


def course_said(promise: Promise, *, now: datetime) -> str:
    """Elke week vanaf 3 november, tot en met 1 maart; nothing of what happens once."""
    if not promise.rhythm:
        return ""
    first = promise.day or localdate(promise.asked_at)
    said = {"rhythm": opening(str(promise.get_rhythm_display())), "first": say_day(first, now=now)}
    if promise.until:
        said["until"] = say_day(promise.until, now=now)
        return _("%(rhythm)s vanaf %(first)s, tot en met %(until)s.") % said
    return _("%(rhythm)s vanaf %(first)s.") % said


def moved(promise: Promise, *, among: Iterable[Promise]) -> str:
    """That it went, or is asked to go, from one to another; read from the promises beside it."""
    for one in among:
        if one.instead_of == promise.id and one.state in ("accepted", "kept", "not_kept"):
            return _("%(name)s nam het over.") % {"name": one.who.first_name}
        if one.instead_of == promise.id and not one.is_over:
            return _("Gevraagd of %(name)s het overneemt.") % {"name": one.who.first_name}
        if promise.instead_of == one.id and promise.state == "accepted":
            return _("Overgenomen van %(name)s.") % {"name": one.who.first_name}
    return ""


def turn_lines(turns: Iterable[Turn], *, now: datetime) -> list[tuple[str, str, str]]:
    """(the day, how it went, and why) of each time."""
    return [
        (opening(say_day(one.day, now=now)), _("gedaan") if one.kept else _("niet gelukt"), one.why) for one in turns
    ]


def promise_in_text(promise: Promise, *, now: datetime) -> str:
    """A promise as a line of text: who, what, until when and how it went, each ending as a sentence does."""
    what = promise.what.strip()
    day = f" ({say_date(promise.day)})" if promise.day and not promise.rhythm else ""
    stop = "" if what[-1:] in ".?!" and not day else "."
    said = _("Gedaan.") if promise.state == "kept" else said_of(promise)
    rest = " ".join(filter(None, (course_said(promise, now=now), promise.bounds, said)))
    return f"{promise.who.called}: {what}{day}{stop} {rest}".strip()


def said_of(promise: Promise) -> str:
    """How a promise stands, in a sentence; nothing while it simply runs."""
    match promise.state:
        case "asked":
            return _("Gevraagd door %(name)s, nog geen antwoord.") % {"name": promise.asked_by.first_name}
        case "declined":
            return (
                _("Dit keer niet. %(words)s") % {"words": promise.answer.words}
                if promise.answer.words
                else _("Dit keer niet.")
            )
        case "handed":
            return _("Iemand anders nam het over.")
        case "other_day":
            return _("Stelt een andere dag voor: %(day)s.") % {"day": _day(promise.answer.day)}
        case "not_kept":
            why = promise.keeping.why
            return _("Is niet gelukt. %(why)s") % {"why": why} if why else _("Is niet gelukt.")
    return ""


def _day(day: date | None) -> str:
    return say_date(day) if day else ""


def acts_for(promise: Promise, *, me: Person, now: datetime) -> tuple[Act, ...]:
    """Done, by whoever promised; an answer, by whoever was asked, or noted by another."""
    page = reverse("promise", args=[promise.id])
    if promise.state == "accepted" and promise.who_id == me.id and promise.rhythm != Rhythm.ALWAYS:
        return done_or_not(promise, now=now)
    if promise.state == "other_day" and promise.asked_by_id == me.id:
        good = Act(
            label=_("%(day)s is goed") % {"day": opening(_day(promise.answer.day))},
            url=reverse("promise_other_day", args=[promise.id]),
            post=True,
            icon="check",
        )
        return (good, Act(label=_("Schrijf het antwoord op"), url=page, weight="subtle"))
    if promise.state in ("asked", "other_day"):
        label = _("Geef antwoord") if promise.who_id == me.id else _("Schrijf het antwoord op")
        return (Act(label=label, url=page, weight="subtle"),)
    if promise.state == "accepted":
        return (Act(label=_("Hoe is het gegaan?"), url=page, weight="subtle"),)
    return ()


def around(tie: Tie) -> Around:
    """A tie as it stands now on the ring map."""
    return around_at(tie, ring=tie.stands_in, turn=tie.turned)


def around_at(tie: Tie, *, ring: int, turn: int | None) -> Around:
    """A tie as it stood on some day; what comes from work is square, a place is a house."""
    thing = thing_of(tie)
    shape = "place" if thing == Thing.PLACE else "formal" if tie.formal else "informal"
    return Around(
        key=str(tie.id),
        face=Face(name=tie.with_whom, shape=shape, role=tie.called),
        ring=ring,
        turn=turn,
        thing=thing,
        strength=tie.weight,  # type: ignore[arg-type]
        gives=tie.gives,
        takes=tie.takes,
    )


def thing_of(tie: Tie) -> str:
    """Whether a tie is to a person, a group or a place."""
    if tie.other_id:
        return Thing.PERSON
    return Thing.PLACE if tie.place_id or tie.kind == Tie.Kind.PLACE else Thing.GROUP

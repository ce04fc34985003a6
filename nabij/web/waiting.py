"""What waits for somebody, or what they must know, as lines on Today: sealed notes, broken glass, shared worries.

Each leads to its page.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from django.db.models import Exists, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.insight.attention import is_anybody_silent
from nabij.memory.models import Absence, Handover
from nabij.memory.standing_in import days_away
from nabij.people.models import Person
from nabij.people.running_out import running_out, soon_over
from nabij.stories import glassreading, sealreading
from nabij.stories.concerns import Concern
from nabij.stories.seals import SealKeeper
from nabij.trust.glass import BreakGlass
from nabij.trust.models import Request as Asked
from nabij.web.away.lines import away_now, instead, reads_instead
from nabij.web.days import opening, say_date, say_day
from nabij.web.me import Me
from nabij.web.mine.lines import RequestLine, request_line

MOST = 20
TOLD = timedelta(days=14)  # How long Today says it; beside the story it stays.


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: a sentence, where it stands, and a soft line beside it."""

    words: str
    url: str
    note: str = ""


def waiting(me: Me) -> dict[str, Any]:
    """What waits, what was told, for whom one stands in, what ends, and whether somebody is longer silent than usual.

    One question whether there is anything of it at all, and one for the last.
    """
    glass, seal, concern, told, away, handed, asked, ends = anything(me)
    waits = [*(_glasses(me) if glass else ()), *(_seals(me) if seal else ()), *(_concerns(me) if concern else ())]
    waits += [*(_handed(me) if handed else ())]
    heard = [*(_told(me) if told else ()), *(_away(me) if away else ())]
    silent = is_anybody_silent(by=me.person, at=me.at, away=partial(days_away, by=me.person, until=me.today))
    return {
        "waiting": waits,
        "told": heard,
        "instead": instead(me) if away else [],
        "silent": silent,
        "to_answer": [*(_asked(me) if asked else ())],
        "ends": running_out(today=me.today, of=me.person) if ends else [],
    }


def anything(me: Me) -> tuple[bool, ...]:
    who = me.person.id
    told = Exists(BreakGlass.objects.filter(tellings__told=True, tellings__at__gt=me.at - TOLD).exclude(third=who))
    glass = Exists(BreakGlass.objects.filter(Q(by=who) | Q(third=who)))
    seal = Exists(SealKeeper.objects.filter(person=who, until__isnull=True))
    concern = Exists(Concern.objects.filter(Q(by=who) | Q(to=who)))
    away = Exists(Absence.objects.to_come(me.today))  # Of whoever shares a circle with me, or asked me.
    handed = Exists(Handover.objects.filter(past="").exclude(person=who))  # Of mine: only whom it is about sees one.
    asked = Exists(Asked.objects.to_answer(who))
    ends = Exists(soon_over(today=me.today).filter(hat__person=who))
    return Person.objects.filter(id=who).values_list(glass, seal, concern, told, away, handed, asked, ends).get()


def place_of(heard: glassreading.Heard) -> str:
    """Where the circle reads of it: beside the story."""
    return reverse("story", args=[heard.story.id]) + "#noodopening"


def _told(me: Me) -> Iterator[Waiting]:
    """That somebody read in danger what is written about oneself, or about somebody one reads along with."""
    for one in glassreading.told_to(by=me.person, since=me.at - TOLD):
        names = {"name": one.glass.by_name, "about": one.glass.about_name}
        mine = one.glass.person_id == me.person.id
        words = (
            _("%(name)s las jouw verhaal bij gevaar")
            if mine
            else _("%(name)s las het verhaal van %(about)s bij gevaar")
        )
        yield Waiting(words % names, place_of(one), opening(say_day(localdate(one.glass.at), now=me.at)) + ".")


def _handed(me: Me) -> Iterator[Waiting]:
    """That somebody leaves what is about me, and whom they propose."""
    for one in Handover.objects.filter(past="").exclude(person=me.person).select_related("person"):
        words = _("%(name)s gaat weg. Mag %(other)s het overnemen?")
        names = {"name": one.person.first_name, "other": one.other}
        yield Waiting(words % names, reverse("handover", args=[one.id]), _("Jij zegt wat %(other)s mag lezen.") % names)


def _away(me: Me) -> Iterator[Waiting]:
    """That I am away myself, and who reads along for somebody who is."""
    for words, url, note in (*away_now(me), *reads_instead(me)):
        yield Waiting(words, url, note)


def _asked(me: Me) -> Iterator[RequestLine]:
    """What was asked about what is kept of somebody, and is mine to answer."""
    for one in Asked.objects.to_answer(me.person.id)[:MOST]:
        yield request_line(one, me=me)


def _glasses(me: Me) -> Iterator[Waiting]:
    for one in glassreading.my_open(by=me.person):
        words = _("Je hebt een verhaal open door een noodopening")
        yield Waiting(words, reverse("behind_glass", args=[one.id]))
    for seen in glassreading.watched(by=me.person):
        if seen.asks(me.at):
            words = _("%(name)s deed een noodopening") % {"name": seen.glass.by_name}
            note = _("Jij bent vertrouwenspersoon. Hier is jouw antwoord nodig.")
            yield Waiting(words, reverse("watched_glass", args=[seen.glass.id]), note)


def _seals(me: Me) -> Iterator[Waiting]:
    said = {
        "second": _("Je bent gevraagd om dit mee te bewaren."),
        "proposal": _("Er ligt een voorstel. Jouw antwoord is nodig."),
        "place": _("Jullie zijn het eens. Zet het in het verhaal."),
        "another": _("Hier is een andere tweede persoon nodig."),
        "review": _("Kijk er samen opnieuw naar."),
    }
    for sealed, what in sealreading.asking(by=me.person, at=me.at):
        words = _("Besloten notitie bij %(about)s") % {"about": sealed.note.about}
        yield Waiting(words, reverse("seal", args=[sealed.note.id]), said[what])


def _concerns(me: Me) -> Iterator[Waiting]:
    for one in Concern.objects.open().for_me(me.person.id):
        url = reverse("concern", args=[one.id])
        if one.to_id == me.person.id:
            note = _("Laat uiterlijk %(day)s iets weten.") % {"day": say_date(one.hears_by)}
            yield Waiting(_("%(name)s deelt een zorg met je") % {"name": one.by_name}, url, note)
        else:
            note = _("Je hoort uiterlijk %(day)s iets.") % {"day": say_date(one.hears_by)}
            yield Waiting(_("Je deelde een zorg met %(name)s") % {"name": one.to_name}, url, note)

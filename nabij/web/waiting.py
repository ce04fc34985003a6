"""What waits for somebody, or what they must know, as lines on Today: sealed notes, broken glass, shared worries.

Each leads to its page.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from itertools import starmap
from typing import Any

from django.db.models import Exists, Q
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.bridge import introduction_reading, referral_reading
from nabij.bridge.agreements import AgreementParty
from nabij.bridge.handings import HandingOn
from nabij.bridge.lifecycle import State
from nabij.bridge.models import Side
from nabij.bridge.partners import HasPartners
from nabij.bridge.safeguards import ending_soon
from nabij.directory.answered import heard, news_for
from nabij.directory.entering import changed
from nabij.directory.models import Initiative
from nabij.insight.attention import is_anybody_silent
from nabij.insight.one_hand import in_one_hand
from nabij.memory.models import Absence, Handover
from nabij.memory.standing_in import days_away
from nabij.people.models import Person
from nabij.people.running_out import running_out, soon_over
from nabij.stories import glassreading, sealreading
from nabij.stories.concerns import Concern
from nabij.stories.seals import SealKeeper
from nabij.trust.glass import BreakGlass
from nabij.trust.models import Request as Asked
from nabij.web.agreement.lines import to_do
from nabij.web.away.lines import away_now, instead, reads_instead
from nabij.web.days import opening, say_date, say_day
from nabij.web.me import Me
from nabij.web.mine.lines import RequestLine, request_line
from nabij.web.partner.asked import invited
from nabij.weighing import reading as weighing

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

    And with whom to talk again. One question whether there is anything of it at all, and one for who is silent.
    """
    there = anything(me)
    waits = [one for key, listed in WAITS.items() if key in there for one in listed(me)]
    waits += _one_hand(me) if "concern" in there else []
    tidings = [one for key, listed in HEARD.items() if key in there for one in listed(me)]
    silent = is_anybody_silent(by=me.person, at=me.at, away=partial(days_away, by=me.person, until=me.today))
    return {
        "waiting": waits,
        "told": tidings,
        "instead": instead(me) if "away" in there else [],
        "silent": silent,
        "talk": invited(me) if "partners" in there else None,
        "to_answer": [*_asked(me)] if "asked" in there else [],
        "ends": running_out(today=me.today, of=me.person) if "ends" in there else [],
    }


def anything(me: Me) -> set[str]:
    """Of which kinds there is anything, in one question; most days there is of few."""
    who = me.person.id
    told = BreakGlass.objects.filter(tellings__told=True, tellings__at__gt=me.at - TOLD).exclude(third=who)
    there: dict[str, Exists | HasPartners] = {
        "told": Exists(told),
        "glass": Exists(BreakGlass.objects.filter(Q(by=who) | Q(third=who))),
        "seal": Exists(SealKeeper.objects.filter(person=who, until__isnull=True)),
        "concern": Exists(Concern.objects.filter(Q(by=who) | Q(to=who))),
        "away": Exists(Absence.objects.to_come(me.today)),  # Of whoever shares a circle with me, or asked me.
        "taking": Exists(HandingOn.objects.waiting_for(who)),
        "handed": Exists(Handover.objects.filter(past="").exclude(person=who)),  # Only whom it is about sees one.
        "asked": Exists(Asked.objects.to_answer(who)),
        "ends": Exists(soon_over(today=me.today).filter(hat__person=who)),
        "agreed": Exists(AgreementParty.objects.mine_to_do(today=me.today)),
        "met": Exists(Side.objects.filter(person=who)),
        "referred": referral_reading.is_there_any(who),
        "weighed": Exists(weighing.waits_for(who, at=me.at)),
        "decide": Exists(weighing.to_decide(who)),
        "seen": Exists(ending_soon(of=me.person, today=me.today)),
        "entered": Exists(Initiative.objects.waiting().exclude(by=who)),  # Only who coordinates there sees another's.
        "otherwise": Exists(changed().exclude(by=who)),
        "left": Exists(Initiative.objects.left()),
        "answered": Exists(heard(by=me.person, since=me.at - TOLD)),
        "partners": HasPartners(),
    }
    found = Person.objects.filter(id=who).values_list(*there.values()).get()
    return {key for key, is_there in zip(there, found, strict=True) if is_there}


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


def _taking(me: Me) -> Iterator[Waiting]:
    """What somebody who leaves asks me to take over."""
    for one in HandingOn.objects.waiting_for(me.person.id)[:MOST]:
        words = _("%(name)s vraagt je om iets over te nemen") % {"name": one.person.first_name}
        yield Waiting(words, reverse("handing", args=[one.id]), opening(str(one.called)) + ".")


def _introductions(me: Me) -> Iterator[Waiting]:
    """Whom I might meet, and with whom I met and did not say yet how it went."""
    for side, stage in introduction_reading.waiting_for(me.person, at=me.at):
        words = _("Hoe ging de kennismaking?") if stage == "went" else _("Wil je kennismaken?")
        url = reverse("introduction", args=[side.introduction_id]) + ("#verloop" if stage == "went" else "")
        yield Waiting(words, url, opening(side.whom) + ".")


def _away(me: Me) -> Iterator[Waiting]:
    """That I am away myself, and who reads along for somebody who is."""
    for words, url, note in (*away_now(me), *reads_instead(me)):
        yield Waiting(words, url, note)


def _seen(me: Me) -> Iterator[Waiting]:
    """That a VOG or a training ends, of oneself or of somebody of whom one noted it."""
    for one in ending_soon(of=me.person, today=me.today).select_related("person")[:MOST]:
        if one.person_id == me.person.id:
            note = _("Vraag op tijd een nieuw, en laat het zien aan wie coördineert.")
            yield Waiting(one.in_words(me.today), reverse("offers"), note)
        else:
            note = _("Jij noteerde dit. Is er een nieuw?")
            words = f"{one.person.first_name}: {one.in_words(me.today)}"
            yield Waiting(words, reverse("safeguards", args=[one.person_id]), note)


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


def _one_hand(me: Me) -> Iterator[Waiting]:
    """That a story is with me alone for long, while worries grow; of whom stands on its page."""
    for one in in_one_hand(by=me.person, at=me.at):
        note = _("Een verhaal ligt lang bij jou alleen. Alleen jij ziet dit.")
        yield Waiting(_("Wil je er iemand bij vragen?"), reverse("look_together", args=[one.story.id]), note)


def _referred(me: Me) -> Iterator[Waiting]:
    """What was asked of me for another, or lies before me first; the words stand on its page."""
    for one in referral_reading.waiting(by=me.person)[:MOST]:
        url = reverse("referral", args=[one.id])
        if one.state == State.DRAFT:
            note = _("Lees het eerst. Na jouw ja gaat het naar %(to)s.") % {"to": one.to_name}
            yield Waiting(_("%(name)s wil iets voor je vragen") % {"name": one.by_name}, url, note)
        else:
            note = _("Laat uiterlijk %(day)s iets weten.") % {"day": say_date(one.hears_by)}
            yield Waiting(_("%(name)s vroeg je iets voor een ander") % {"name": one.by_name}, url, note)


def _weighed(me: Me) -> Iterator[Waiting]:
    """Where my voice is still asked for."""
    for one in weighing.waits_for(me.person.id, at=me.at).select_related("dilemma")[:MOST]:
        note = _("Geef je stem, uiterlijk %(day)s.") % {"day": say_date(localdate(one.dilemma.closes))}
        yield Waiting(one.dilemma.question, reverse("dilemma", args=[one.dilemma_id]), note)


def _decide(me: Me) -> Iterator[Waiting]:
    """That all have spoken on what I raised."""
    for one in weighing.to_decide(me.person.id)[:MOST]:
        yield Waiting(one.question, reverse("dilemma", args=[one.id]), _("De stemmen zijn open. Wat besluiten jullie?"))


def _entered(me: Me) -> Iterator[Waiting]:
    """That neighbours want something on the map of where I coordinate."""
    note = _("Eén ja is genoeg: daarna houden zij het zelf bij.")
    yield Waiting(_("Buren willen iets op de kaart zetten"), reverse("waiting_initiatives"), note)


def _otherwise(me: Me) -> Iterator[Waiting]:
    """That something on the map of where I coordinate says something else since one of us looked."""
    note = _("Het staat er al. Kijk eens of het zo nog past.")
    yield Waiting(_("Buren veranderden iets op de kaart"), reverse("waiting_initiatives") + "#staat", note)


def _left(me: Me) -> Iterator[Waiting]:
    """That nobody keeps any more what stands on the map of where I coordinate."""
    note = _("Vraag of het doorgaat. Geef het aan iemand anders, of haal het van de kaart.")
    yield Waiting(_("Iets op de kaart houdt niemand meer bij"), reverse("waiting_initiatives") + "#staat", note)


def _answered(me: Me) -> Iterator[Waiting]:
    """What became of what I sent in for the map; of a no also why."""
    said = {
        "yes": _("“%(name)s” staat op de kaart"),
        "no": _("“%(name)s” komt niet op de kaart"),
        "off": _("“%(name)s” is van de kaart gehaald"),
    }
    for one in news_for(by=me.person, since=me.at - TOLD):
        note = one.why or _("Je houdt het zelf bij. Iets anders? Verander het daar.")
        yield Waiting(said[one.what] % {"name": one.initiative}, reverse("initiative", args=[one.initiative.pk]), note)


def _agreed(me: Me) -> Iterator[Waiting]:
    """What a group I sign for has to sign, or to look at again."""
    return starmap(Waiting, to_do(me))


Lists = dict[str, Callable[[Me], Iterator[Waiting]]]
WAITS: Lists = {
    "glass": _glasses,
    "seal": _seals,
    "concern": _concerns,
    "handed": _handed,
    "taking": _taking,
    "agreed": _agreed,
    "met": _introductions,
    "referred": _referred,
    "weighed": _weighed,
    "decide": _decide,
    "entered": _entered,
    "otherwise": _otherwise,
    "left": _left,
}
HEARD: Lists = {"told": _told, "away": _away, "seen": _seen, "answered": _answered}

"""What the map holds, as sentences: plain facts, prompts to talk about, and what changed. Asks the database nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nabij.moments.rings import RING_WORDS
from nabij.stories.netmap import NetMap, Standing
from nabij.web.days import number, opening
from nabij.web.ringmap import Around
from nabij.web.story.lines import around_at, listed


def drawn(standing: Sequence[Standing]) -> list[Around]:
    return [around_at(one.tie, ring=one.ring, turn=one.turn) for one in standing]


def facts(told: NetMap) -> list[str]:
    """How many give and take, who comes from work, and who said here that it is too much."""
    ties = [one.tie for one in told.now]
    gives, takes = [tie for tie in ties if tie.gives], [tie for tie in ties if tie.takes]
    both = [tie for tie in gives if tie.takes]
    said = [
        _count(len(gives), ngettext("%(count)s geeft iets.", "%(count)s geven iets.", len(gives))),
        _count(len(takes), ngettext("%(count)s krijgt iets.", "%(count)s krijgen iets.", len(takes))),
    ]
    if both:
        said.append(opening(_("Bij %(count)s gaat het heen en weer.") % {"count": number(len(both))}))
    if work := sum(tie.formal for tie in ties):
        said.append(_count(work, ngettext("%(count)s komt vanuit werk.", "%(count)s komen vanuit werk.", work)))
    if names := [tie.with_whom for tie in ties if tie.other_id in told.too_much]:
        said.append(_("Het is te veel voor %(names)s. Dat is hier gezegd.") % {"names": listed(names)})
    return said


def _count(count: int, sentence: str) -> str:
    said = number(count) if count else _("niemand")
    return opening(sentence % {"count": said})


def prompts(told: NetMap) -> list[tuple[str, str]]:
    """A fact and a question to talk about together, when two or more of the signs are there; never a judgement."""
    signs, name = told.signs, told.centre.first_name
    if not signs.thin:
        return []
    found = [
        (signs.nobody_near, _("Er staan nog geen familie, vrienden of buren."), _("Wie kent %(name)s van vroeger?")),
        (
            signs.few_seen,
            _("De laatste dertig dagen zijn hier minder dan drie eigen mensen genoemd."),
            _("Wie wil %(name)s vaker zien?"),
        ),
        (signs.mostly_work, _("De meesten komen vanuit werk."), _("Wie is er ook als er niets te regelen is?")),
        (signs.most_lean, _("Van de eigen mensen krijgt minstens de helft hulp."), _("Wat doen zij juist graag?")),
        (signs.none_strong, _("Er staat nog geen sterke band."), _("Met wie kan dat meer worden?")),
    ]
    said = [(fact, question % {"name": name}) for so, fact, question in found if so]
    if signs.hangs_on and (one := told.name_of(signs.hangs_on)):
        said.append((_("Bijna alles gaat via %(one)s.") % {"one": one}, _("Wie kan iets overnemen?")))
    return said


@dataclass(frozen=True)
class Change:
    """Somebody on the map of then and of now: how near they were and are; empty where they did not stand."""

    around: Around
    then: str
    now: str

    @property
    def changed(self) -> bool:
        return self.then != self.now


def changes(told: NetMap) -> list[Change]:
    """Everybody who stood there then or stands there now, those who stand there now first."""
    then, now = ({one.whom: one for one in standing} for standing in (told.then, told.now))
    order = [*now, *(whom for whom in then if whom not in now)]
    return [
        Change(drawn([now.get(whom) or then[whom]])[0], ring_of(then.get(whom)), ring_of(now.get(whom)))
        for whom in order
    ]


def ring_of(one: Standing | None) -> str:
    return str(RING_WORDS[one.ring]) if one else ""


def what_changed(rows: Sequence[Change]) -> list[str]:
    """Who came, who went, who is nearer or further now, each in a sentence."""
    nearness = {str(word): ring for ring, word in RING_WORDS.items()} | {"": 0}
    came = [one.around.face.name for one in rows if not one.then]
    gone = [one.around.face.name for one in rows if not one.now]
    stayed = [(one.around.face.name, nearness[one.now] - nearness[one.then]) for one in rows if one.then and one.now]
    said = [
        (came, _("Erbij gekomen: %(names)s.")),
        ([name for name, way in stayed if way < 0], _("Dichterbij: %(names)s.")),
        ([name for name, way in stayed if way > 0], _("Verder weg: %(names)s.")),
        (gone, _("Niet meer op de kaart: %(names)s.")),
    ]
    return [words % {"names": listed(names)} for names, words in said if names] or [
        _("Er staan nu dezelfde mensen op dezelfde plek.")
    ]

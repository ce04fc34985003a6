"""What to know before one asks: a remark lowers, it never leaves anybody out.

The few that do leave somebody out are those of the law, and they are said in words (`left_out`).
"""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from django.utils.formats import date_format
from django.utils.functional import lazy

from nabij.bridge import reasons
from nabij.bridge.fit import Said
from nabij.bridge.fit_grounds import BY_TRAINING, Rules
from nabij.bridge.fit_words import CAR, added, said_to_be, say_week, speaks_little
from nabij.bridge.later import Later as _

FULL, NEARLY_FULL = -10, -1
NO_TONGUE, NO_WORD_IN_COMMON = -6, -3
ANOTHER_TIME, NO_VOG, FAR, OTHERWISE = -2, -1, -1, -3
TOO_NEAR, RATHER_NOT, NOT_NOW = -30, -60, -60

SOON = timedelta(days=31)
BY_VOG = frozenset({"childcare", "family", "debts", "letters", "respite"})  # Where people like to see one.
WITH_CHILDREN = frozenset({"childcare", "family", "upbringing"})


class Remarks(Rules):
    """The same offer beside the same ask: what to know first."""

    def remarks(self) -> list[Said]:
        rules = (
            self.contradicted, self.rather_not, self.not_now, self.too_near, self.full, self.no_tongue,
            self.little_dutch, self.something_else,
            self.other_time, self.vog, self.not_trained, self.not_as_wished, self.far, self.adds,
        )  # fmt: skip
        return [said for rule in rules for said in rule()]

    def contradicted(self) -> Iterator[Said]:
        for (offer, ground), words in sorted(self.known.against.items(), key=lambda one: (str(one[0][0]), one[0][1])):
            if offer == self.offered.offer:
                yield Said(f"against:{ground}", words)

    def rather_not(self) -> Iterator[Said]:
        if self.offered.person in self.known.rather_not:
            yield Said("rather_not", _("Je vroeg liever iemand anders. Dat zie alleen jij."), RATHER_NOT)

    def not_now(self) -> Iterator[Said]:
        """As told in the circle it was asked from; for its readers alone."""
        if self.offered.person in self.known.not_now:
            name = {"name": self.offered.name}
            yield Said("not_now", _("In deze kring is gezegd: vraag %(name)s nu niets.") % name, NOT_NOW)

    def too_near(self) -> Iterator[Said]:
        here = self.wanted.spot.area and self.offered.spot.area == self.wanted.spot.area
        if self.wanted.wish.not_near and (here or (self.away is not None and self.away < 300)):
            place = {"place": self.offered.spot.place or _("de buurt")}
            yield Said("too_near", _("Woont zelf in %(place)s. Gevraagd is iemand van verder weg.") % place, TOO_NEAR)

    def full(self) -> Iterator[Said]:
        offered = self.offered
        with_me = 1 if self.bond and self.bond.helps_now else 0
        left = None if offered.room is None else offered.room - max(0, offered.asked - with_me)
        if offered.resting:
            yield from self.rests()
        elif left is not None and left <= 0:
            if self.is_a_talk:
                yield Said("full", _("Heeft het druk. Dit is een gesprek en geen klus: vragen mag."))
            else:
                yield Said("full", _("Zit deze maand vol."), FULL)
        elif left == 1 and offered.asked > with_me:
            yield Said("full", _("Bijna vol: kan deze maand nog één keer."), NEARLY_FULL)

    def rests(self) -> Iterator[Said]:
        again = self.offered.again
        words = _("Doet het nu even niet.")
        if again:
            words = _("Zit vol. Kan weer vanaf %(day)s.") % {"day": on_day(again)}
        yield Said("full", words, FULL)

    @property
    def is_a_talk(self) -> bool:
        """A conversation, and not a job that is ticked in what they offer."""
        jobs = [kind.key for kind in self.asked_kinds if not kind.talk]
        return self.wanted.heard.is_about("work") and not set(jobs) & set(self.offered.kinds)

    def no_tongue(self) -> Iterator[Said]:
        wanted, mine = self.wanted.tongues, self.wanted.languages
        if wanted and not self.speaks:
            names = either_tongue(wanted)
            along = self.goes_along(wanted[:1])
            yield Said("no_tongue", _("Spreekt geen %(languages)s.") % {"languages": names} + along, NO_TONGUE)
        elif mine and self.languages and not set(mine) & set(self.languages):
            names = either_tongue(mine)
            along = self.goes_along(mine)
            words = _("Spreekt geen %(languages)s.") % {"languages": names} + (
                along or f" {_('Misschien kan er iemand mee.')}"
            )
            yield Said("no_tongue", words, NO_WORD_IN_COMMON)

    def little_dutch(self) -> Iterator[Said]:
        shares = set(self.wanted.languages) & set(self.languages) - {"nl"}
        if not shares and "nl" in self.wanted.languages and speaks_little(self.offered.words):
            yield Said("little_dutch", _("Spreekt nog weinig Nederlands.") + self.goes_along(("nl",)))

    def goes_along(self, tongues: tuple[str, ...]) -> str:
        """Somebody who speaks a language of each, and whom whoever looks knows."""
        theirs = {code for code in self.offered.languages if code not in tongues}
        for one in self.known.speakers:
            another = one.person not in (self.offered.person, self.wanted.about, self.known.by)
            if another and set(one.languages) & set(tongues) and set(one.languages) & theirs:
                return f" {_('%(name)s kan mee.') % {'name': one.name}}"
        return ""

    def something_else(self) -> Iterator[Said]:
        if self.asked_kinds and not (self.fitting or self.beside or any(self.trade())):
            yield Said("something_else", _("Biedt zelf iets anders aan. Vragen mag."))

    def other_time(self) -> Iterator[Said]:
        free = [slot for slot in self.offered.week if f"time:{slot}" not in self.against]
        if not self.wanted.week or not self.offered.week or set(free) & set(self.wanted.week):
            return
        yield Said("other_time", another_time(self.offered.week, self.wanted.week), ANOTHER_TIME)

    def vog(self) -> Iterator[Said]:
        if self.offered.group or not {kind.key for kind in self.asked_kinds} & BY_VOG:
            return
        today, until = self.wanted.today, self.offered.until("vog")
        children = bool({kind.key for kind in self.asked_kinds} & WITH_CHILDREN)
        if not self.offered.has_shown("vog"):
            if children:
                yield Said("vog", _("Nog geen VOG. Tussen buren beslis je dat zelf."), NO_VOG)
        elif until and until < today:
            yield Said("vog", _("De VOG is verlopen op %(day)s.") % {"day": on_day(until)}, NO_VOG)
        elif until and until <= today + SOON:
            yield Said("vog", _("De VOG loopt af op %(day)s.") % {"day": on_day(until)})

    def not_trained(self) -> Iterator[Said]:
        """Who lived through it and was not trained for it is no less; it is only said."""
        trained = self.offered.holds("training", on=self.wanted.today)
        if not trained and {kind.key for kind in self.asked_kinds} & BY_TRAINING and any(self.lived()):
            yield Said("not_trained", _("Geen training, wel ervaring."))

    def not_as_wished(self) -> Iterator[Said]:
        says = said_to_be(self.offered.words) if self.wanted.wish.somebody else ""
        if self.wanted.wish.woman and says == "man":
            yield Said("not_as_wished", _("Is een man. Gevraagd is liever een vrouw."), OTHERWISE)
        if self.wanted.wish.man and says == "woman":
            yield Said("not_as_wished", _("Is een vrouw. Gevraagd is liever een man."), OTHERWISE)

    def far(self) -> Iterator[Said]:
        away = self.away
        if away is None or away < 2000 or self.wanted.wish.not_near:
            return
        far = {"far": how_far(away)}
        drives = any(CAR.search(text.lower()) for text in self.offered.words)
        words = _("Woont op %(far)s.") if drives else _("Woont op %(far)s. Wie brengt of haalt?")
        yield Said("far", words % far, 0 if drives else FAR)

    def adds(self) -> Iterator[Said]:
        if more := added(self.offered.line):
            yield Said("adds", _("Zegt erbij: “%(cannot)s”.") % {"cannot": more})


def another_time(theirs: tuple[str, ...], asked: tuple[str, ...]) -> object:
    return _("Gaf op: %(theirs)s. Vraag of %(asked)s ook kan.") % {"theirs": week(theirs), "asked": week(asked)}


def _either(codes: tuple[str, ...]) -> str:
    return reasons.either([reasons.tongue(code) for code in codes])


week, how_far, either_tongue = lazy(say_week, str), lazy(reasons.how_far, str), lazy(_either, str)
on_day = lazy(partial(date_format, format="j F"), str)

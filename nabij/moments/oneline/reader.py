"""The one line: what its signs set and its plain words offer. Nothing is kept that no sign set and nobody tapped.

read("@Riet naar de markt, mist haar zus #eenzaam !vrijdag Ineke bellen", today=today, people=people)
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from nabij.moments.oneline import hints
from nabij.moments.oneline.dutchclauses import (
    Clauses,
    Subject,
    Word,
    cut,
    is_over,
    is_planned,
    is_to_come,
    left_over,
    roles_in,
    whose_promise,
    words_in,
)
from nabij.moments.oneline.dutchclocks import Clock, clocks
from nabij.moments.oneline.dutchdays import Day, find_days
from nabij.moments.oneline.names import Finder, Name, Names, fold, tokens_of
from nabij.moments.oneline.reading import (
    Known,
    Offer,
    Problem,
    Reading,
    Span,
    Whose,
)
from nabij.moments.oneline.signs import ADDRESS, Signs, blanked, read_signs, sentence_on

LONGEST_LINE = 4000


class TooLong(ValueError):
    """A moment is a line, not a file."""

    def __init__(self) -> None:
        super().__init__(_("Dit is te lang voor één moment. Knip het in stukken van hooguit 4000 tekens."))


def read(
    text: str, *, today: date, people: Sequence[Known], by: Known | None = None, presume: Sequence[Known] = ()
) -> Reading:
    """Reads one line for a writer who may see these people; `presume` are those of the story it is written in."""
    if len(text) > LONGEST_LINE:
        raise TooLong
    plain = blanked(text, (Span(*m.span()) for m in ADDRESS.finditer(text)))
    names = Names(people, by=by, presume=presume, words=[token.folded for token in tokens_of(plain)])
    signs = read_signs(plain, today=today, names=names)
    line = Line.of(signs, today=today, names=names, by=by)
    numbers = tuple(hints.numbers_to_keep(signs.rest, names=line.everybody, clauses=line.clauses))
    offers = [*line.people(), *line.plans(), *line.hours(), *numbers, *line.hints()]
    return Reading(
        text=text,
        mentions=signs.mentions,
        themes=signs.themes,
        come_backs=signs.come_backs,
        offers=tuple(sorted(offers, key=lambda offer: offer.start)),
        problems=(*signs.problems, *line.problems(), *_unkeepable(text)),
        addresses=hints.addresses(text),
        faces_larger=hints.is_secret(text, numbers=numbers),
    )


@dataclass(frozen=True)
class Line:
    """The plain words of one line, once its signs are read ("regel")."""

    signs: Signs
    clauses: Clauses
    days: list[Day]
    clocks: list[Clock]
    names: list[Name]
    lookup: Names
    by: Known | None

    @classmethod
    def of(cls, signs: Signs, *, today: date, names: Names, by: Known | None) -> "Line":
        clauses = Clauses(signs.rest)
        days = find_days(signs.rest, today=today)
        hours = [clock for clock in clocks(signs.rest) if not any(day.start <= clock.start < day.end for day in days)]
        # "12 jan" is a day before it is somebody called Jan.
        nameable = blanked(signs.rest, (Span(day.start, day.end) for day in days))
        found = Finder(nameable, tokens=tokens_of(nameable), names=names, clauses=clauses).find()
        return cls(signs, clauses, days, hours, list(found), names, by)

    @cached_property
    def everybody(self) -> list[Name]:
        """Who is named in plain words and who by a sign, in order."""
        by_sign = [Name(m.start, m.end, m.name, self.lookup.named(m.keys)) for m in self.signs.mentions]
        return sorted([*self.names, *by_sign], key=lambda name: name.start)

    def people(self) -> Iterator[Offer]:
        """Everybody named and not yet set, once; never the writer."""
        seen: set[object] = {key for m in self.signs.mentions for key in m.keys or (fold(m.name),)}
        for name in self.names:
            who = set(name.keys or (fold(name.words),))
            if who & seen or (len(name.people) == 1 and self.lookup.is_writer(name.people[0])):
                continue
            seen |= who
            yield Offer(name.start, name.end, "person", name.words, name=name.shown, keys=name.keys)

    def plans(self) -> Iterator[Offer]:
        """Days to come, each with what is to be done then and whose promise it is."""
        set_days = {come_back.day for come_back in self.signs.come_backs}
        for day in self.days:
            words = self._words_around(day)
            if not day.days or day.days[0] in set_days or is_over(words, day=day, vague=day.meant.vague):
                continue
            if not day.meant.vague or self._clock_with(day) or is_to_come(words):
                yield self._plan(day)

    def _plan(self, day: Day) -> Offer:
        part = self.clauses.part(day)
        subjects = self._subjects
        whose = whose_promise(
            self._words_around(day),
            subjects=[one for one in subjects if part.start <= one.start < part.end],
            before=max((one for one in subjects if one.end <= part.start), key=lambda one: one.end, default=None),
            by=self.by,
        )
        clock = self._clock_with(day)
        offer = Offer(day.start, day.end, "come_back", self.signs.rest[day.start : day.end], days=day.days, whose=whose)
        without = [one for one in self.days if part.start <= one.start < part.end and one.days]
        action = self._written(part, without=[*without, *([clock] if clock else [])])
        at = day.at or (clock.at if clock else None)
        return replace(offer, kind="promise" if whose else "come_back", action=action, at=at)

    def _clock_with(self, day: Day) -> Clock | None:
        part = self.clauses.part(day)
        return next((clock for clock in self.clocks if part.start <= clock.start < part.end), None)

    def _written(self, part: Span, *, without: Sequence[Span]) -> str:
        """What is to be done: a part of a sentence without its day, and with names for mentions."""
        cuts = [(m.start, m.end, m.words) for m in self.signs.mentions if part.start <= m.start < part.end]
        cuts += [(span.start, span.end, "") for span in without]
        return left_over(cut(self.signs.rest, part, cuts=cuts))

    @cached_property
    def _subjects(self) -> list[Subject]:
        people = [
            Subject(name.start, name.end, Whose(name.shown, name.keys[0] if len(name.keys) == 1 else None))
            for name in self.everybody
        ]
        return [*people, *roles_in(self.signs.rest, Span(0, len(self.signs.rest)))]

    def _words_around(self, day: Day) -> list[Word]:
        """The words of its part of the sentence; where the day stands alone, of the whole."""
        return self._words_in(self.clauses.part(day), but=day) or self._words_in(self.clauses.sentence(day), but=day)

    def _words_in(self, part: Span, *, but: Day) -> list[Word]:
        return [w for w in words_in(self.signs.rest, part) if w.end <= but.start or w.start >= but.end]

    def hours(self) -> Iterator[Offer]:
        """An hour without a day is when it happened, unless something is to be done."""
        for clock in self.clocks:
            part = self.clauses.part(clock)
            with_day = any(part.start <= day.start < part.end for day in self.days)
            if not with_day and not is_planned(words_in(self.signs.rest, part)):
                yield Offer(clock.start, clock.end, "time", self.signs.rest[clock.start : clock.end], at=clock.at)

    def hints(self) -> Iterator[Offer]:
        rest = self.signs.rest
        yield from hints.questions(rest, clauses=self.clauses)
        yield from hints.waiting(rest)
        yield from hints.doubts(rest)
        yield from hints.frights(rest)

    def problems(self) -> Iterator[Problem]:
        """Days that are on no calendar. That a day is over is no problem in plain words."""
        for day in self.days:
            if day.meant.missing:
                yield Problem(day.start, day.end, sentence_on(day))


def _unkeepable(text: str) -> Iterator[Problem]:
    """A character that no database keeps; the rest of the text is safe."""
    for at, character in enumerate(text):
        if character == "\x00" or "\ud800" <= character <= "\udfff":
            yield Problem(at, at + 1, _("Er staat een teken in je tekst dat niet bewaard kan worden. Haal het weg."))
            return

"""Dutch words for days, found in running text: "morgen", "volgende week dinsdag", "3 dec", "einde vd maand".

A weekday is the next one, never today. What is over ("jl.", "vorige", a day of last year) is no day to come back to.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, time

from nabij.moments.oneline import daywords
from nabij.moments.oneline.daywords import GONE, MONTH_OF, NUMBER_OF, SHORT, WEEKDAYS, Meant, number
from nabij.moments.oneline.dutchclocks import clock_behind
from nabij.moments.oneline.reading import Span


@dataclass(frozen=True)
class Day(Span):
    """Words in a text that name a day ("dag")."""

    meant: Meant
    rank: int
    words: str
    at: time | None = None

    @property
    def days(self) -> tuple[date, ...]:
        return self.meant.days


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


# Those made of others come first.
WORDS = {
    "NAMED": r"(?<![.,:/-])(?P<d>[0-9]{1,2})(?:e|ste|de)?_?(?P<m>MONTH)(?:[.]?_(?P<y>[0-9]{4}))?",
    "DASHED": r"(?<![.,:/-])(?P<d>[0-9]{1,2})(?P<sep>[-/])(?P<m>[0-9]{1,2})(?:(?P=sep)(?P<y>[0-9]{4}|[0-9]{2}))?"
    r"(?![-/.,]?[0-9])(?!_?(?:jaar|jarigen?|uur|u|keer|x|%|mensen|personen|man|vrouwen|kinderen|gezinnen|euro|km|"
    r"meter|m|kg|dagen|weken|maanden|minuten|min|stuks|basis)\b)",
    "WEEKDAY": _any(WEEKDAYS),
    "SHORTDAY": _any(SHORT),
    "LOOSEDAY": _any([*WEEKDAYS, *SHORT, "maa", "din", "woe", "don", "vrij", "zat", "zon"]),
    "ANYDAY": _any([*WEEKDAYS, *SHORT]),
    "PART": r"(?:_?(?P<part>ochtend|morgen|middag|avond|nacht))?",
    "MONTH": _any(MONTH_OF),
    "NUMBER": rf"(?:[0-9]{{1,3}}|{_any(NUMBER_OF)})",
    "UNIT": r"(?P<unit>dag|week|maand|jaar|dagen|weken|maanden)",
    "NEXT": r"(?P<next>volgende?|komende?|aankomende?)",
    "OFTHE": r"(?:van[ ]de|van[ ]het|van|v/d|vd|v[.]d[.]|der|deze|dit|het|de)",
    "THE": r"(?:(?:aan_)?het)",
}


def phrase(source: str) -> re.Pattern[str]:
    """A pattern in which capitals stand for the words above and `_` for a space."""
    for word, pattern in WORDS.items():
        source = source.replace(word, pattern)
    source = source.replace("_", "(?:[ \t\u00a0]{1,3})")
    return re.compile(rf"(?<![\w#@€])(?:{source})(?!\w)", re.IGNORECASE | re.VERBOSE)


Match = re.Match[str]


def _iso(m: Match, today: date) -> Meant:
    return daywords.calendar_day(int(m["d"]), int(m["m"]), int(m["y"]), today=today)


def _named(m: Match, today: date) -> Meant:
    d, month, year = int(m["d"]), MONTH_OF[m["m"].lower()], int(m["y"]) if m["y"] else None
    if d > 31 and m["m"].lower() in ("jan", "mei"):
        return replace(GONE, signed_only=True)  # Forty-five of somebody called Jan.
    return daywords.on_weekday(daywords.calendar_day(d, month, year, today=today), m["wd"], today=today)


def _one_of_two(m: Match, today: date) -> Meant:
    """ "3 of 10 december"."""
    named = _named(m, today)
    other = daywords.calendar_day(int(m["other"]), MONTH_OF[m["m"].lower()], None, today=today)
    return replace(named, days=tuple(dict.fromkeys((*other.days, *named.days))))


# Before a number with a stroke these say that it is a day: a fraction, a score or hours have none.
_CUE = re.compile(
    r"(?:^|[\s(])(?:op|voor|v[óo][óo]r|tot|t/m|uiterlijk|vanaf|per|naar|dd\.?|d\.d\.|datum:?)\s{1,3}$", re.I
)


def _dashed(m: Match, today: date) -> Meant:
    year = int(m["y"]) + (2000 if len(m["y"]) == 2 else 0) if m["y"] else None
    meant = daywords.calendar_day(int(m["d"]), int(m["m"]), year, today=today)
    fits = m["wd"] and not (meant.days and meant.days[0].weekday() != daywords.weekday(m["wd"]))  # Not "vr 9-12".
    is_day = fits or (m["y"] and len(m["y"]) == 4) or _CUE.search(m.string[max(0, m.start() - 12) : m.start()])
    return replace(daywords.on_weekday(meant, m["wd"], today=today), signed_only=not is_day)


def _edge(m: Match, today: date) -> Meant:
    which = {"e": "end", "b": "start"}.get(m["edge"][0].lower(), "middle")
    next_one = (m["next"] or "").lower().startswith("volgend")
    return daywords.edge(which, m["period"].lower(), today=today, next_one=next_one)


def _in_next_week(m: Match, today: date) -> Meant:
    return Meant(days=(daywords.weekday_of_next_week(m["wd"], today=today),))


def _weeks_after_weekday(m: Match, today: date) -> Meant:
    return daywords.after(number(m["n"]), "week", today=daywords.next_weekday(m["wd"], today=today))


def _next(m: Match, today: date) -> Meant:
    return daywords.next_or_this(m["wd"], today=today)


def _coming(m: Match, today: date) -> Meant:
    return Meant(days=(daywords.next_weekday(m["wd"], today=today),))


def _bare(m: Match, today: date) -> Meant:
    return replace(_coming(m, today), vague=True)


def _short(m: Match, today: date) -> Meant:
    """ "ma" is also a mother and "zo" is "so": these need a clock or a sign."""
    return replace(_bare(m, today), signed_only=m["wd"].lower() in ("ma", "zo"))


def _after(m: Match, today: date) -> Meant:
    if m["half"]:
        return daywords.after(6, "maand", today=today)
    unit = {"dagen": "dag", "weken": "week", "maanden": "maand"}.get(m["unit"].lower(), m["unit"].lower())
    return daywords.after(number(m["n"]), unit, today=today)


def _soon(m: Match, today: date) -> Meant:
    word = m["word"].lower()
    if "gister" in word:
        return GONE
    days = 2 if word == "overmorgen" else int(word == "morgen")
    return Meant(days=(today.fromordinal(today.toordinal() + days),), vague=days == 0)


def _week_or_month(m: Match, today: date) -> Meant:
    return (daywords.next_month if m["what"].lower() == "maand" else daywords.next_week)(today=today)


def _weekend(m: Match, today: date) -> Meant:
    return daywords.weekend(today=today, after_next=m["next"].lower().startswith("volgend"))


def _after_weekend(_m: Match, today: date) -> Meant:
    return Meant(days=(daywords.next_weekday("maandag", today=today),))


def _ordinal(m: Match, today: date) -> Meant:
    return daywords.day_of_month(int(m["d"]), today=today)


@dataclass(frozen=True)
class Rule:
    """One way to name a day: what it looks like, what it means, and pieces of which a text must hold one."""

    pattern: re.Pattern[str]
    mean: Callable[[Match, date], Meant]
    needs: tuple[str, ...]


def _rule(source: str, mean: Callable[[Match, date], Meant], *needs: str) -> Rule:
    return Rule(phrase(source), mean, needs)


_DIGITS = tuple("0123456789")
# The more exact first: where two match the same words, the first wins.
RULES = (
    _rule(r"(?<![.,:/-])(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})", _iso, "-"),
    _rule(r"(?P<wd>)(?<![.,:/-])(?P<other>[0-9]{1,2})_of_NAMED", _one_of_two, " of "),
    _rule(r"(?:(?P<wd>LOOSEDAY)[.,]?_(?:de_)?)?NAMED", _named, *_DIGITS),
    _rule(r"(?:(?P<wd>LOOSEDAY)[.,]?_)?DASHED", _dashed, "-", "/"),
    _rule(
        r"(?:THE_)?(?P<edge>einde?|begin|medio|midden)_(?:OFTHE_)?(?:NEXT_)?(?P<period>week|maand|jaar|MONTH)",
        _edge,
        *("eind", "begin", "medio", "midden"),
    ),
    _rule(r"(?P<edge>half)_(?P<next>)(?P<period>MONTH)", _edge, "half"),
    _rule(r"volgende_week_(?:op_)?(?P<wd>WEEKDAY|ma|di|wo|do|vr|za)PART", _in_next_week, "volgende"),
    _rule(r"(?P<wd>WEEKDAY|ma|di|wo|do|vr|za)PART_volgende_week", _in_next_week, "volgende"),
    _rule(r"(?P<wd>WEEKDAY)PART_over_(?P<n>NUMBER)_(?:week|weken)", _weeks_after_weekday, "over"),
    _rule(r"volgende_(?P<wd>WEEKDAY)PART", _next, "volgende"),
    _rule(
        r"(?:komende|aankomende|aanstaande|a[.]s[.]|deze)_(?P<wd>WEEKDAY)PART",
        _coming,
        *("komende", "staande", "a.s.", "deze"),
    ),
    _rule(r"(?P<wd>WEEKDAY)PART_(?:a[.]s[.]?|aanstaande|aankomende)", _coming, "a.s", "staande", "komende"),
    _rule(r"(?:over|binnen)_(?:(?P<half>een_half_jaar)|(?P<n>NUMBER)_UNIT(?:_of_NUMBER)?)", _after, "over", "binnen"),
    _rule(
        r"(?P<word>overmorgen|morgen|vandaag|vanavond|vanmiddag|eergisteren|gister(?:en)?)PART",
        _soon,
        *("morgen", "vandaag", "vanavond", "vanmiddag", "gister"),
    ),
    _rule(r"(?P<wd>WEEKDAY)PART", _bare, "dag"),
    _rule(r"(?P<wd>SHORTDAY)PART", _short, *SHORT),
    _rule(r"(?:volgende|komende)_(?P<what>week|maand)", _week_or_month, "volgende", "komende"),
    _rule(r"na_(?:het_|dit_)?weekend", _after_weekend, "weekend"),
    _rule(r"(?P<next>dit|het|komend|aankomend|volgend)_weekend", _weekend, "weekend"),
    _rule(r"(?:de_)?(?P<d>[0-9]{1,2})(?:e|ste|de)", _ordinal, *_DIGITS),
)
_GONE_BEFORE = re.compile(
    r"\b(?:vorige?|afgelopen|laatste|verleden|sinds|voorbije|jl\.?|j\.l\.)(?:\s(?:week|maand|jaar))?\s{1,3}$", re.I
)
_GONE_BEHIND = re.compile(r",?\s{1,3}(?:jl|j\.l\.|l\.l\.|jongstleden|geleden|vorige\sweek|vorig\sjaar)(?!\w)\.?", re.I)
_HABIT_BEFORE = re.compile(r"(?:\b(?:elke|iedere|alle|om\sde|op\sde)|['’]s)\s{1,3}$", re.I)
_NO_TOMORROW = re.compile(r"(?:\b(?:goeden?|goeie|fijne|mooie|hele|de|die|deze|een)|['’]s)\s{1,3}$", re.I)
_LEAD = re.compile(
    r"(?:^|(?<=[\s(\"'“‘]))(?:(?P<firm>uiterlijk|tot\sen\smet|t/m|tot|voor|v[óo][óo]r|vanaf)|op|naar|per|"
    r"rond|na|van|dd\.?|d\.d\.)\s{1,3}$",
    re.I,
)


def find_days(text: str, *, today: date, start: int = 0, end: int | None = None, signed: bool = False) -> list[Day]:
    """The days named in a stretch of text, in order. Signed: the writer said with `!` that there is one."""
    end = len(text) if end is None else end
    found: list[Day] = []
    small = text[start:end].lower()
    for rank, rule in enumerate(RULES):
        if not any(piece in small for piece in rule.needs):
            continue
        for m in rule.pattern.finditer(text, start, end):
            if any(m.start() < day.end and day.start < m.end() for day in found):
                continue
            bare = Day(m.start(), m.end(), rule.mean(m, today), rank, m[0])
            day = _dressed(bare, text=text, part=_part(m), bounds=(start, end))
            if day and (signed or not day.meant.signed_only):
                found.append(day)
    return _joined(sorted(found, key=lambda day: day.start), text=text)


def _part(m: Match) -> str:
    return (m.groupdict().get("part") or "").lower()


def _dressed(day: Day, *, text: str, part: str, bounds: tuple[int, int]) -> Day | None:
    """With the words around it: a clock, "uiterlijk", or what makes it no day to come."""
    before = text[max(bounds[0], day.start - 24) : day.start]
    if _HABIT_BEFORE.search(before) or (day.words.lower() == "morgen" and _NO_TOMORROW.search(before)):
        return None
    behind = _GONE_BEHIND.match(text, day.end, bounds[1])
    gone = _GONE_BEFORE.search(before)
    if behind or gone:
        start = day.start - (len(before) - gone.start() if gone else 0)
        return replace(
            day, meant=GONE, start=start, end=behind.end() if behind else day.end, words=text[start : day.end]
        )
    if clock := clock_behind(text[: bounds[1]], day.end, part=part):
        day = replace(day, at=clock[0], end=clock[1], meant=replace(day.meant, vague=False, signed_only=False))
    firm = False
    while lead := _LEAD.search(before):
        firm, before = firm or bool(lead["firm"]), before[: lead.start()]
        day = replace(day, start=day.start - (lead.end() - lead.start()))
    return replace(day, meant=replace(day.meant, vague=False)) if firm else day


def _joined(days: list[Day], *, text: str) -> list[Day]:
    """Two names for one day ("volgende week maandag 23 november") are one; "maandag of dinsdag" is asked."""
    found: list[Day] = []
    for day in days:
        before = found[-1] if found else None
        gap = text[before.end : day.start].strip(" \t\u00a0–-").lower() if before else "."
        if before is None or gap not in ("", "of"):
            found.append(day)
        elif gap == "of" and before.days and day.days:
            both = tuple(dict.fromkeys(before.days + day.days))
            either = replace(before.meant, days=both, vague=before.meant.vague and day.meant.vague)
            found[-1] = replace(before, end=day.end, meant=either, at=before.at or day.at)
        elif gap == "of":
            found.append(day)
        elif text[day.start : day.start + 3].lower() not in ("tot", "t/m"):
            exact = min(before, day, key=lambda one: one.rank)
            found[-1] = replace(exact, start=before.start, end=day.end, at=day.at or before.at)
        elif before.meant.vague:
            found.pop()  # "maandag tot vrijdag" is every week.
        else:
            found.append(day)
    return found

"""The three signs of the one line: `@` who, `#` theme, `!` a day to come back to. All else is the text."""

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from nabij.moments.oneline.dutchclauses import Clauses, cut, left_over
from nabij.moments.oneline.dutchclocks import clocks
from nabij.moments.oneline.dutchdays import Day, find_days
from nabij.moments.oneline.names import Finder, Names, fold, tokens_of
from nabij.moments.oneline.reading import ComeBack, Known, Mention, Problem, Span, Theme

LONGEST_THEME, LONGEST_NAME, LONGEST_ACTION = 60, 80, 300
# Letters before an `@` mean an address.
ADDRESS = re.compile(
    r"[\w.+-]{0,63}\w@[\w-]{0,63}(?:\.[\w-]{1,63}){0,8}|https?://\S{1,500}|(?<!\w)www\.\S{1,500}", re.IGNORECASE
)
_START = r"(?<![^\s(\[{\"“„‘'«,;:/>–—-])"
_MENTION = re.compile(_START + r"@(?=[^\W\d_]|[\"“”„«])")
_THEMES = re.compile(_START + r"(?:#[^\W\d_][\w-]*)+")
_COME_BACK = re.compile(r"(?<![^\s(\[\"“„‘'«,;:])!(?=[\w@\"“])")
_QUOTED = re.compile(rf"{_START}@[\"“”„«](?P<name>[^\"“”„«»\n]{{1,{LONGEST_NAME}}})[\"“”»]")
_END_OF_ACTION = re.compile(r"[;\n\r]|(?<=\s)(?:#(?=[^\W\d_])|!(?=[\w@]))")
_BETWEEN = frozenset(("", ",", "en", "&", "+", ", en"))
_ABSENT = re.compile(
    r"\b(?:niet (?:thuis|aanwezig|bereikt|gezien|gesproken|erbij|gekomen|te bereiken)|(?:was|is) er niet|"
    r"(?:deed|doet) (?:\w+ )?niet open|(?:nam|neemt) niet op|geen gehoor|(?:kwam|komt|kan|kon) niet|afwezig|afgemeld|"
    r"afgezegd|weet (?:ervan|hiervan|dit|het)|op vakantie|voicemail)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\b(?:over|voor|van|via|namens|zonder|cc)\s{1,3}$", re.IGNORECASE)


@dataclass(frozen=True)
class Signs:
    """What the signs of one text set ("tekens"), and the rest of it, as long as the text."""

    rest: str
    mentions: tuple[Mention, ...]
    themes: tuple[Theme, ...]
    come_backs: tuple[ComeBack, ...]
    problems: tuple[Problem, ...]


def blanked(text: str, spans: Iterable[Span], *, with_what: str = "\x00") -> str:
    """The text with these stretches made void, so that all else stays in its place."""
    return cut(text, Span(0, len(text)), cuts=((s.start, s.end, with_what * (s.end - s.start)) for s in spans))


def read_signs(text: str, *, today: date, names: Names) -> Signs:
    """Reads the signs of a text in which addresses are void already."""
    quoted = [Span(*m.span()) for m in _QUOTED.finditer(text)]  # Inside a quoted name a sign is a letter.
    themes, problems = _themes(blanked(text, quoted))
    plain = blanked(text, themes, with_what=" ")
    unquoted = blanked(text, quoted)
    clauses = Clauses(unquoted)
    actions = [_action_span(m.start(), text=unquoted, clauses=clauses) for m in _COME_BACK.finditer(unquoted)]
    actions = [span for i, span in enumerate(actions) if not i or span.start >= actions[i - 1].end]
    finder = Finder(plain, tokens=tokens_of(plain), names=names, clauses=clauses)
    mentions, more = _mentions(finder, actions=actions)
    come_backs = []
    for span in actions:
        come_back, wrong = _come_back(span, text=plain, today=today, names=names, mentions=mentions)
        come_backs.append(come_back)
        more += wrong
    rest = blanked(blanked(plain, mentions), actions, with_what=";")
    return Signs(rest, _each_once(mentions), tuple(themes), tuple(come_backs), (*problems, *more))


def _themes(text: str) -> tuple[list[Theme], list[Problem]]:
    """Digits behind a `#` are no theme; `#jeugd#sport` is two."""
    found, problems, seen = [], [], set()
    for m in _THEMES.finditer(text):
        start = m.start()
        for word in m[0].split("#")[1:]:
            span, name = (start, start + 1 + len(word)), word.rstrip("-_").lower()
            start = span[1]
            if not name[0].isalpha():
                continue  # "²" is a letter to a pattern and a digit to a person.
            if len(name) > LONGEST_THEME:
                problems.append(Problem(*span, _("Een thema is hooguit 60 tekens lang.")))
            elif name not in seen:
                seen.add(name)
                found.append(Theme(*span, name))
    return found, problems


def _action_span(start: int, *, text: str, clauses: Clauses) -> Span:
    """What is to be done runs from its `!` to the end of the sentence or the next sign."""
    end = clauses.sentence(Span(start, start + 2)).end
    stop = _END_OF_ACTION.search(text, start + 1, end)
    end = stop.start() if stop else end
    if text[max(0, start - 1)] == "(":
        end = text.find(")", start, end) if ")" in text[start:end] else end
    return Span(start, start + len(text[start:end].rstrip()))


def _come_back(
    span: Span, *, text: str, today: date, names: Names, mentions: Sequence[Mention]
) -> tuple[ComeBack, list[Problem]]:
    found = find_days(text, today=today, start=span.start + 1, end=span.end, signed=True)
    day = next((day for day in found if _counts(day, span=span, text=text)), None)
    problems = [Problem(day.start, day.end, sentence)] if day and (sentence := sentence_on(day)) else []
    inside = [m for m in mentions if span.start < m.start < span.end]
    clock = None if day and day.at else next(clocks(text, start=span.start + 1, end=span.end), None)
    when = [(words.start, words.end, "") for words in (day, clock) if words]
    said = Span(span.start + 1, span.end)
    action = left_over(cut(text, said, cuts=[*when, *((m.start, m.end, m.words) for m in inside)]))
    at = clock.at if clock else day.at if day else None
    plain = cut(text, said, cuts=[*when, *((m.start, m.end, ";") for m in inside)])
    people = _people_in(plain, names=names, mentions=inside)
    return ComeBack(span.start, span.end, day.days if day else (), action[:LONGEST_ACTION], at, people), problems


def _counts(day: Day, *, span: Span, text: str) -> bool:
    """A day that is over, or numbers with a stroke, count only where the action begins or ends."""
    outside = not text[span.start + 1 : day.start].strip() or not text[day.end : span.end].strip(" .!?")
    return outside or bool(day.days and not day.meant.signed_only)


def sentence_on(day: Day) -> str:
    """What is wrong with a day, for the screen; nothing when it is right."""
    said = {"day": day.words, "year": day.meant.missing_in}
    if day.meant.missing_in:
        return _("%(day)s bestaat niet in %(year)s. Welke dag bedoel je?") % said
    if day.meant.missing:
        return _("%(day)s bestaat niet. Welke dag bedoel je?") % said
    return _("%(day)s is al geweest. Welke dag bedoel je?") % said if day.meant.gone else ""


def _people_in(text: str, *, names: Names, mentions: Sequence[Mention]) -> tuple[Hashable, ...]:
    """Whom an action names: to be called or asked, not somebody who was there."""
    found = Finder(text, tokens=tokens_of(text), names=names, clauses=Clauses(text)).find()
    keys = [name.keys[0] for name in found if len(name.keys) == 1]
    return tuple(dict.fromkeys([*keys, *(m.keys[0] for m in mentions if len(m.keys) == 1)]))


def _mentions(finder: Finder, *, actions: Sequence[Span]) -> tuple[list[Mention], list[Problem]]:
    text, found, problems = finder.text, list[Mention](), list[Problem]()
    for m in _MENTION.finditer(text):
        if found and m.start() < found[-1].end:
            continue
        quoted = text[m.end()] in '"“”„«'
        mention = _quoted(m.start(), finder=finder) if quoted else _plain(m.start(), finder=finder)
        if mention:
            found.append(_with_presence(mention, text=text, finder=finder, actions=actions))
        elif quoted and not _QUOTED.match(text, m.start()):
            sentence = _("Na @ staat een aanhalingsteken open. Zet er nog een achter de naam.")
            problems.append(Problem(m.start(), m.end() + 1, sentence))
    return _absent_together(found, text=text), problems


def _quoted(at: int, *, finder: Finder) -> Mention | None:
    """`@"buurman met de hond"`: all between the quotes is the name."""
    quoted = _QUOTED.match(finder.text, at)
    name = " ".join(quoted["name"].split()) if quoted else ""
    tokens = tokens_of(name)
    if not quoted or not tokens or "\x00" in name:
        return None
    length, people = Finder(name, tokens=tokens, names=finder.names, clauses=finder.clauses).after_sign(0)
    return _mention(at, quoted.end(), name, people if length == len(tokens) else (), names=finder.names)


def _plain(at: int, *, finder: Finder) -> Mention | None:
    i = finder.at.get(at + 1)
    if i is None or not finder.text[at + 1].isalpha():
        return None
    length, people = finder.after_sign(i)
    end = finder.tokens[i + length - 1].end
    return _mention(at, end, finder.text[at + 1 : end][:LONGEST_NAME], people, names=finder.names)


def _mention(start: int, end: int, name: str, people: tuple[Known, ...], *, names: Names) -> Mention:
    shown = people[0].names[0] if len(people) == 1 else name
    keys = tuple(known.key for known in people)
    own = {part for known in people for one in known.names for part in fold(one).split()}
    somebodys = (
        people and fold(name).replace(".", " ").split()[-1] not in own
    )  # "@Riet's zus": whether Riet was there is asked.
    return Mention(start, end, name, shown, keys, None if somebodys else True, () if keys else names.alike(name))


def _with_presence(mention: Mention, *, text: str, finder: Finder, actions: Sequence[Span]) -> Mention:
    """Who is not at home, talked about, or to be called was perhaps not there: that is asked."""
    part = finder.clauses.part(mention)
    behind = text[mention.end : part.end].split("@")[0]
    in_action = any(span.start < mention.start < span.end for span in actions)
    unsure = in_action or _ABSENT.search(behind) or _ABOUT.search(text[max(0, mention.start - 12) : mention.start])
    return replace(mention, there=None) if unsure else mention


def _absent_together(mentions: list[Mention], *, text: str) -> list[Mention]:
    """ "@Jan en @Piet niet thuis": neither of them."""
    found: list[Mention] = []
    for mention in reversed(mentions):
        behind = found[-1] if found else None
        together = behind and text[mention.end : behind.start].strip().lower() in _BETWEEN
        absent = together and behind and behind.there is None and _ABSENT.search(text, behind.end)
        found.append(replace(mention, there=None) if absent else mention)
    return found[::-1]


def _each_once(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    first: dict[object, Mention] = {}
    for mention in mentions:
        first.setdefault(mention.keys or fold(mention.name), mention)
    return tuple(first.values())

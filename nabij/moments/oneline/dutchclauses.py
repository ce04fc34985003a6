"""Sentences and their parts: whether what they tell is over or to come, and who is to do it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from nabij.moments.oneline import dutchverbs as verbs
from nabij.moments.oneline.daywords import MONTH_OF, SHORT, WEEKDAYS
from nabij.moments.oneline.reading import Known, Span, Whose

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_STOP = re.compile(r"[.?!…]+(?=[\s)\"”’']|$)|[;\n\r]+")
_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
# "Kim maar Riet": a part of a sentence ends here too. "en" only where a new subject or day follows.
_PAUSE = re.compile(
    r"[,:()](?=\s|$|[^\W\d])|\s[-–—]\s|\b(?:maar|want|dus|omdat|terwijl|zodat|daarna|anders|dat)\b|"
    rf"\bof\b(?!\s(?:[0-9]|(?:over)?morgen|volgende|over|twee|drie|vier|{_DAY}))|"
    rf"\ben(?=\s(?:(?:ik|we|wij|hij|zij|ze|(?:over)?morgen|volgende|over|op|uiterlijk)\b|{_DAY}(?! was| waren)))",
    re.IGNORECASE,
)
# A full stop behind these ends nothing; behind the second kind only when a capital follows.
_SHORTENED = verbs.words("mw mevr mvr dhr hr fam dr drs nr evt bijv ca tel st a i o s v d")
_OFTEN_SHORTENED = frozenset(
    (*(word for word in MONTH_OF if len(word) < 5 and word != "mei"), *SHORT, "jl", "enz", "etc")
)
_LAST_WORD = re.compile(r"[^\W\d_]+$")


class Clauses:
    """Where the sentences of a text end, and their parts."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._stops = [m.end() for m in _STOP.finditer(text) if not self._is_shortened(m)]
        pauses = [m.start() if m[0][0].isalpha() else m.end() for m in _PAUSE.finditer(text)]
        self._parts = sorted({*self._stops, *pauses})

    def _is_shortened(self, stop: re.Match[str]) -> bool:
        if stop[0] != ".":
            return False
        word = _LAST_WORD.search(self.text, max(0, stop.start() - 8), stop.start())
        if not word or word[0].lower() in _SHORTENED:
            return bool(word)
        behind = self.text[stop.end() : stop.end() + 4].lstrip()
        return word[0].lower() in _OFTEN_SHORTENED and behind != "" and not behind[0].isupper()

    def sentence(self, span: Span) -> Span:
        return self._around(span, self._stops)

    def part(self, span: Span) -> Span:
        return self._around(span, self._parts)

    def _around(self, span: Span, ends: list[int]) -> Span:
        left, right = bisect_right(ends, span.start), bisect_left(ends, span.end)
        return Span(ends[left - 1] if left else 0, ends[right] if right < len(ends) else len(self.text))


@dataclass(frozen=True)
class Word(Span):
    """One word in small letters ("woord")."""

    says: str


def words_in(text: str, span: Span) -> list[Word]:
    return [Word(m.start(), m.end(), m[0].lower()) for m in WORD.finditer(text, span.start, span.end)]


_HABIT = verbs.words("altijd elke iedere meestal vaak soms steeds nooit gewoonlijk alle telkens vroeger")
_CUES = (
    verbs.words(
        "weer opnieuw terug langs verder afspraak mee nogmaals inloop gesprek overleg vergadering zitting feest "
        "etentje toets proefdag geding rechtbank les taalles cursus dicht gesloten "
        "intake huisbezoek controle operatie verhuizing uitvaart begrafenis crematie examen proefwerk verjaardag jarig"
    )
    | verbs.PLANNED
    | verbs.WILL
)


def is_over(words: Sequence[Word], *, day: Span, vague: bool) -> bool:
    """A past tense kills a day; so does a habit, for a bare weekday."""
    said = {word.says for word in words}
    if vague and said & _HABIT:
        return True
    if any(verbs.is_past(word.says) for word in words) and not said & (verbs.WILL | verbs.PROMISES):
        return True
    done = [word for word in words if verbs.is_done(word.says) and word.says not in verbs.PLANNED]
    if not done or said & verbs.STILL_TO_COME or "afspraak" in said:
        return False
    # "gesproken met Kim vrijdag samen openmaken": what is done stands before the day, what is to do behind it.
    to_do = any(verbs.is_infinitive(word.says) for word in words if word.start >= day.end)
    return not (to_do and done[-1].end <= day.start)


def is_to_come(words: Sequence[Word]) -> bool:
    """Something is to happen, so that a bare weekday is a plan."""
    return any(word.says in _CUES for word in words) or is_planned(words)


def is_planned(words: Sequence[Word]) -> bool:
    """Something is to be done: "openmaken", "ik haal", "Bel ..", "komt"."""
    if words and words[0].says in verbs.FIRST_DOING:
        return True
    return _own_promise(words) or any(
        verbs.is_infinitive(word.says) or verbs.happens(word.says) or verbs.does(word.says) for word in words
    )


@dataclass(frozen=True)
class Subject(Span):
    """Somebody who may be the one that does it ("wie")."""

    whose: Whose


ROLES = verbs.words(
    "mentor huisarts dokter arts school gemeente woningbouw woningcorporatie corporatie monteur loodgieter elektricien "
    "wijkverpleging verpleegkundige thuiszorg dochter zoon zus broer moeder vader ma pa oma opa oom tante buurman "
    "buurvrouw juf meester leraar advocaat verhuurder huisbaas bewindvoerder klantmanager consulent politie wijkagent "
    "apotheek ziekenhuis vriend vriendin collega fysio tandarts specialist deurwaarder notaris gemeenschap casemanager"
)
_PRONOUNS = verbs.words("hij ie zij ze die")
_BEHIND_OTHERS = verbs.words("van met voor bij aan naar over via door tegen zonder")


def roles_in(text: str, span: Span) -> list[Subject]:
    """People named by what they are: "mentor", "mijn zoon"."""
    return [Subject(w.start, w.end, Whose(name=w.says)) for w in words_in(text, span) if w.says in ROLES]


def whose_promise(
    words: Sequence[Word], *, subjects: Sequence[Subject], before: Subject | None, by: Known | None
) -> Whose | None:
    """Who will do it: the writer ("ik breng"), somebody named, or whoever was named last ("ze", or nobody)."""
    said = {word.says for word in words}
    if said & {"ik", "we", "wij"}:
        return Whose(name=by.names[0], key=by.key) if by and _own_promise(words) else None
    act = next((word for word in words if _acts(word.says, said)), None)
    if act is None:
        return None
    if act.says in verbs.WILL | verbs.PROMISES and not any(_is_act(word.says) for word in words):
        return None
    near = [s for s in subjects if not _is_behind_another(s, words)]
    found = max((s for s in near if s.end <= act.start), key=lambda s: s.end, default=None) or min(
        (s for s in near if s.start >= act.end), key=lambda s: s.start, default=None
    )
    if found:
        return found.whose
    no_subject = words[0] == act or act.says in verbs.WILL | verbs.PROMISES
    return before.whose if before and (no_subject or said & _PRONOUNS) else None


def _own_promise(words: Sequence[Word]) -> bool:
    """ "ik breng", "breng ik", "dat ik .. terugbel"."""
    beside_me = (other for pair in pairwise(words) if "ik" in (pair[0].says, pair[1].says) for other in pair)
    if any(word.says in verbs.FIRST_DOING for word in beside_me):
        return True
    return any(word.says == "ik" for word in words) and any(verbs.i_do(word.says) for word in words)


def _acts(word: str, said: set[str]) -> bool:
    """Does something for another, or will. Who comes does so with a deed ("komt kijken"), who asks "vraagt na"."""
    if word in ("komt", "gaat"):
        return any(verbs.is_infinitive(other) for other in said)
    if word in ("vraagt", "zoekt"):
        return not said.isdisjoint(("na", "uit"))
    return word in verbs.WILL | verbs.PROMISES or verbs.does(word)


def _is_act(word: str) -> bool:
    return verbs.is_infinitive(word) or verbs.is_done(word)


def _is_behind_another(subject: Subject, words: Sequence[Word]) -> bool:
    """ "de huisarts van Riet belt": not Riet."""
    before = [word.says for word in words if word.end <= subject.start]
    return bool(before) and before[-1] in _BEHIND_OTHERS


def cut(text: str, part: Span, *, cuts: Iterable[tuple[int, int, str]]) -> str:
    """The words of a part, with other words for some of its stretches."""
    words, at = [], part.start
    for start, end, instead in sorted(cuts):
        words += [text[at:start], instead]
        at = max(at, end)
    return "".join([*words, text[at : part.end]])


_LOOSE_START = re.compile(r"^(?:(?:en|dan|dat|of|maar|dus|daarna|want)\s+)+", re.IGNORECASE)


def left_over(text: str) -> str:
    """What is to be done, without the day that was in it and without loose ends."""
    words = " ".join(text.replace("\x00", " ").split()).lstrip(" .,;:!?-–—)").rstrip(" .,;:!?-–—(")
    return _LOOSE_START.sub("", words)

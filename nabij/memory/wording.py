"""A question in Dutch, taken apart: each word as it stands, what is nearly it, and what means nearly the same.

Pure: words in, words out. The database stems them and looks; what stands here is what its Dutch dictionary does not
know: long words that are written apart, participles, slips of the pen. See docs/decisions/0012.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from nabij.directory.spelling import folded, slips, words_in
from nabij.memory.kinwords import ASKING, KIN, TAILS

LONGEST = 500  # Signs of a question; longer is a text, and a word of 2,046 is none for the database.
MOST_WORDS = 10
SHORTEST_BEGINNING = 4
NEAREST = 6
_VOWELS = "aeiou"
_LONG = re.compile(rf"([^{_VOWELS}])([aeou])([^{_VOWELS}wxy])$")
_DOUBLE = re.compile(r"(aa|ee|oo|uu)([^aeiou])$")
_SOFT = {"v": "f", "z": "s", "f": "v", "s": "z"}
# What stands before a verb and is written apart when it is bent: meekoken, kookt mee.
BEFORE = "aan achter af bij door in langs mee na om op over samen terug toe uit voor weg".split()
# Two spellings of one sound, as they are mixed up most.
_SOUNDS = [
    (one, other) for one, other in (pair.split() for pair in "ij ei|ou au|ch g|ph f|dt t|c k|z s|v f|d t".split("|"))
]

# An alternative: the parts that must all be there.
Parts = tuple[str, ...]


@dataclass(frozen=True)
class Meant:
    """One word of a question as it may be meant ("bedoeld woord"): what is nearly it, and what is its kin."""

    word: str
    near: tuple[Parts, ...] = ()
    far: tuple[Parts, ...] = ()

    @property
    def words(self) -> set[str]:
        return {self.word, *(part for parts in (*self.near, *self.far) for part in parts)}


@dataclass(frozen=True)
class Term:
    """One word of a question as the database looks for it ("zoekwoord"): itself, nearly it, its kin, as tsquery."""

    word: str
    exact: tuple[str, ...]
    near: tuple[str, ...] = ()
    far: tuple[str, ...] = ()

    @property
    def wide(self) -> str:
        """Any of them."""
        return either(self.leaves)

    @cached_property
    def leaves(self) -> list[str]:
        """Any of them; what another leaf finds already is left out, for each leaf costs a look at each line."""
        return _shortest(list(dict.fromkeys((*self.exact, *self.near, *self.far))))


def either(queries: Iterable[str]) -> str:
    return " | ".join(f"({one})" for one in queries if one)


def term(meant: Meant, *, stems: Mapping[str, str]) -> Term:
    """A word with its stem by the Dutch dictionary; of what begins with it only the shortest is asked."""
    exact = [quoted(stems[meant.word]), *_leaves(parts_of(meant.word), stems=stems)]
    near = _leaves([(meant.word,), *meant.near], stems=stems)
    far = [leaf for leaf in _leaves(meant.far, stems=stems) if leaf not in near]
    return Term(meant.word, tuple(exact), near=tuple(_shortest(near)), far=tuple(_shortest(far)))


def _leaves(alternatives: Iterable[Parts], *, stems: Mapping[str, str]) -> list[str]:
    found: list[str] = []
    for parts in alternatives:
        leaves = [_leaf(one, stems=stems) for one in parts]
        if all(leaves):
            found += leaves[0] if len(leaves) == 1 else [" & ".join(f"({either(one)})" for one in leaves)]
    return list(dict.fromkeys(found))


def _leaf(word: str, *, stems: Mapping[str, str]) -> list[str]:
    """What begins so, and the stem where that begins otherwise; short words are only themselves."""
    stem = stems.get(word, "")
    begins = stem if len(stem) >= SHORTEST_BEGINNING and word.startswith(stem) else word
    found = [f"{quoted(begins)}:*"] if len(begins) >= SHORTEST_BEGINNING else []
    return found if not stem or (found and stem.startswith(begins)) else [*found, quoted(stem)]


def _shortest(leaves: Sequence[str]) -> list[str]:
    """Without what a shorter beginning, or one of the parts alone, finds already."""
    begins = [leaf[1:-3] for leaf in leaves if leaf.endswith("':*") and "&" not in leaf]
    found = [leaf for leaf in leaves if not any(leaf[1:].startswith(one) and leaf != f"'{one}':*" for one in begins)]
    return [leaf for leaf in found if not any(set(part) <= set(found) for part in _parts_in(leaf))]


def _parts_in(leaf: str) -> list[list[str]]:
    """The alternatives of each part of a leaf that asks for several at once."""
    return [part.strip("()").split(") | (") for part in leaf.split(" & ")] if " & " in leaf else []


def quoted(lexeme: str) -> str:
    """A lexeme as it stands in the database, as tsquery text."""
    return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'"


def meant_by(question: str) -> list[Meant]:
    """The words that are looked for, in order; what only asks is left out while something else is asked for."""
    words = [word for word in dict.fromkeys(words_in(question[:LONGEST])) if not _is_number(word)]
    telling = ([word for word in words if word not in ASKING] or words)[:MOST_WORDS]
    long = [word for word in telling if len(word) >= SHORTEST_BEGINNING]
    return [Meant(word, near=_near(word, others=_beside(word, words=long)), far=_kin(word)) for word in telling]


def _beside(word: str, *, words: Sequence[str]) -> list[str]:
    """The words before and after it."""
    at = words.index(word) if word in words else len(words) + 1
    return [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]


def _is_number(word: str) -> bool:
    """Telephone numbers, postcodes and house numbers find nobody."""
    return any(sign.isdigit() for sign in word) and (len(word) > 3 or word[0].isdigit())


def bases(word: str) -> list[str]:
    """How a word begins in its other forms: schaken is schaak, inschrijven is inschrijf."""
    found = [word]
    if word.endswith("en") and len(word) > 4:
        found.append(word[:-2])
    elif word[-1] in "etd" and len(word) > 4:
        found.append(word[:-1])
    stem = found[-1]
    if stem[-1] in _SOFT and stem != word:
        found.append(stem[:-1] + _SOFT[stem[-1]])
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        found.append(stem[:-1])
    for one in list(found[1:]):
        if match := _LONG.search(one):
            found.append(one[: match.start(2)] + match[2] * 2 + match[3])
    if match := _DOUBLE.search(word):
        found.append(word[: match.start(1)] + match[1][0] + match[2])
    return list(dict.fromkeys(found))


def _near(word: str, *, others: Sequence[str]) -> tuple[Parts, ...]:
    """Its other forms, each part of a long word, and a long word made with the word beside it."""
    found: list[Parts] = [(one,) for one in _forms(word)]
    found += [(part,) for parts in parts_of(word) for part in parts]
    for other in others:  # Schuldhulp, for hulp bij schulden; what begins with the word is found already.
        if other != word and min(len(word), len(other)) >= SHORTEST_BEGINNING:
            found += [(f"{one}{bases(word)[-1]}",) for one in dict.fromkeys((*bases(other)[:2], f"{other}s"))]
    return tuple(dict.fromkeys(found))


def _forms(word: str) -> list[str]:
    """As a verb is bent: geschaakt; and what it is without what stands before it."""
    found = [one for one in bases(word)[1:] if len(one) >= SHORTEST_BEGINNING]
    if word.endswith("en"):
        found += [f"ge{one}" for one in bases(word)[1:] if len(one) > 2]
    if word.startswith("ge") and len(word) > 6:
        found += bases(word[2:])[:3]
    found += [word.removeprefix(one) for one in BEFORE if word.startswith(one) and len(word) > len(one) + 4]
    return found


def parts_of(word: str) -> list[tuple[str, str]]:
    """The parts of a long word: huurachterstand is huur and achterstand, betalingsregeling betaling and regeling."""
    found = []
    for tail in TAILS:
        head = word.removesuffix(tail)
        if head != word and len(head) >= SHORTEST_BEGINNING - 1:
            bare = head[:-1] if head[-1] == "s" and len(head) > SHORTEST_BEGINNING else head
            found.append((bare, tail))
    return found[:2]


def _kin(word: str) -> tuple[Parts, ...]:
    """Words that mean nearly the same as it, or as one of its parts."""
    begins = [one for one in (*bases(word), *(part for parts in parts_of(word) for part in parts)) if len(one) > 2]
    found: list[Parts] = []
    for group in KIN:
        if any(one.startswith(kin) or (len(one) > 4 and kin.startswith(one)) for one in begins for kin in group):
            found += [(kin,) for kin in group if kin not in begins]
    return tuple(dict.fromkeys(found))


def forgiving(term: Term, *, vocabulary: Iterable[str]) -> Term:
    """The same word with what it may have been meant to be, or is a part of, among the words that are there."""
    word = folded(term.word)
    near = sorted((far, one) for one in vocabulary if (far := _off(word, folded(one))) is not None)
    return replace(term, near=(*term.near, *(quoted(one) for _far, one in near[:NEAREST])))


def sound(word: str) -> str:
    """How it sounds, by and large: brijen is breien."""
    for one, other in _SOUNDS:
        word = word.replace(one, other)
    return re.sub(r"(.)\1", r"\1", word)


def _off(word: str, other: str) -> int | None:
    """How far a word is from what was typed: a slip or two, or the end of a longer one; None when it is another."""
    if min(len(word), len(other)) < SHORTEST_BEGINNING:
        return None
    if len(other) > len(word) and len(word) > SHORTEST_BEGINNING and other.endswith(bases(word)[-1]):
        return 2
    if other.startswith(tuple(BEFORE)) and other.endswith(tuple(bases(word)[1:] or [word])):
        return 2  # Meekoken, for koken.
    most = 1 if len(word) < 8 else 2
    if abs(len(word) - len(other)) > most + 2:
        return None
    heard = sound(other)
    wrongs = [slips(sound(one), other=heard, most=most) for one in bases(word)[:3]]
    return min((wrong for wrong in wrongs if wrong <= most), default=None)

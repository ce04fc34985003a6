"""Which listings may be the same, and why: compared only with those that share something, so that the work stays near
to the number of listings.

A name has to be (nearly) the same, and something else too: a telephone, an address, a mail or web address. Offers of
one house share all of those and have names of their own; a chain shares its names and has many houses. Neither is a
double.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import combinations
from uuid import UUID

from django.utils.translation import gettext as _

from nabij.directory.doubles.cards import Card, tokens
from nabij.directory.spelling import slips

CROWD = 40  # Listings that share one thing; of a switchboard's many only those that share a word of their name too.
NEAR_SMALL = ("het", "een", "voor", "met", "van", "aan")
ENOUGH = 8  # Letters of a name that may be cut otherwise.
FAR = 0.34  # Of the bits of the shorter name; with fewer in common two names are others, without looking closer.


class Name(IntEnum):
    OTHER = 0
    NEARLY = 1
    SAME = 2


@dataclass(frozen=True)
class Likeness:
    """Two listings that may be one, with the reasons in sentences, the strongest first."""

    one: Card
    other: Card
    reasons: tuple[str, ...]
    weight: int

    @property
    def pair(self) -> frozenset[UUID]:
        return frozenset((self.one.id, self.other.id))


def likenesses(cards: Iterable[Card], *, about: Iterable[UUID] | None = None) -> list[Likeness]:
    """Every two that are likely one, the likeliest first; about: only those with one of these in them."""
    chosen = None if about is None else set(about)
    seen = set[tuple[UUID, UUID]]()
    found = []
    for one, other in _neighbours(cards, chosen):
        first, second = (one, other) if one.id < other.id else (other, one)
        if (first.id, second.id) in seen or (chosen is not None and not {first.id, second.id} & chosen):
            continue
        seen.add((first.id, second.id))
        if likeness := compared(first, second):
            found.append(likeness)
    return sorted(found, key=lambda it: (-it.weight, it.one.name, it.one.id, it.other.id))


def _neighbours(cards: Iterable[Card], chosen: set[UUID] | None) -> Iterator[tuple[Card, Card]]:
    """Every two that share a number, an address or a name; of a crowd, those that share a word besides."""
    blocks: dict[tuple[str, ...], list[Card]] = defaultdict(list)
    for one in cards:
        for key in set(_keys(one)):
            blocks[key].append(one)
    for key, block in blocks.items():
        if chosen is not None and not any(one.id in chosen for one in block):
            continue
        if key[0] == "name":  # By name alone only those that say nothing else: the others share something besides.
            yield from ((bare, other) for bare in block if bare.bare for other in block if other is not bare)
        elif len(block) <= CROWD:
            yield from combinations(block, 2)
        else:
            yield from _of_a_crowd(block)


def _of_a_crowd(block: list[Card]) -> Iterator[tuple[Card, Card]]:
    parts: dict[str, list[Card]] = defaultdict(list)
    for one in block:
        for word in set(one.words):
            parts[word].append(one)
    for part in parts.values():
        if len(part) <= CROWD:
            yield from combinations(part, 2)


def _keys(one: Card) -> Iterator[tuple[str, ...]]:
    for number in one.numbers:
        yield "phone", number
    for mail in one.mails:
        yield "mail", mail
    for web in one.webs:
        yield "web", web
    for place in one.places:
        if place.precise and place.postcode:
            yield "code", place.postcode, place.number
        if place.precise and place.street:
            yield "street", place.street, place.number
    if one.words:
        yield "name", "".join(one.sorted)
        yield "name", one.joined


def compared(one: Card, other: Card) -> Likeness | None:
    """Why two are likely one; None when they are not."""
    name = like_named(one, other)
    if name == Name.OTHER:
        return None
    reasons = list(_shared(one, other))
    if not reasons and not _nothing_to_compare(one, other, name):
        return None
    if _elsewhere(one, other) or (name == Name.NEARLY and not _holds(one, other, reasons)):
        return None
    called = _named(one, other, name)
    return Likeness(one, other, (called, *reasons), 2 * len(reasons) + name)


def _named(one: Card, other: Card, name: Name) -> str:
    if one.name.strip().casefold() == other.name.strip().casefold():
        return _("Ze heten hetzelfde.")
    said = {"one": one.name.strip(), "other": other.name.strip()}
    if name == Name.SAME:
        return _("Ze heten hetzelfde, anders geschreven: “%(one)s” en “%(other)s”.") % said
    return _("Ze heten bijna hetzelfde: “%(one)s” en “%(other)s”.") % said


def _shared(one: Card, other: Card) -> Iterator[str]:
    """What both have, each in a sentence."""
    told = dict(one.phones)
    if both := one.numbers & other.numbers:
        yield _("Ze hebben hetzelfde telefoonnummer: %(value)s.") % {"value": told[min(both)]}
    if place := next((here for here in one.places for there in other.places if here.same(there)), None):
        yield _("Ze zitten op hetzelfde adres: %(value)s.") % {"value": place.told}
    if mails := set(one.mails) & set(other.mails):
        yield _("Ze hebben hetzelfde mailadres: %(value)s.") % {"value": min(mails)}
    if webs := set(one.webs) & set(other.webs):
        yield _("Ze hebben hetzelfde webadres: %(value)s.") % {"value": min(webs)}


def _elsewhere(one: Card, other: Card) -> bool:
    """Whether both say where they are, and it is not the same door."""
    here, there = ([place for place in card.places if place.precise] for card in (one, other))
    if here and there:
        return not any(a.same(b) for a in here for b in there)
    codes, towns = (
        [{getattr(place, what) for place in card.places} - {""} for card in (one, other)]
        for what in ("postcode", "city")
    )
    return any(mine and theirs and not mine & theirs for mine, theirs in (codes, towns))


def _holds(one: Card, other: Card, reasons: list[str]) -> bool:
    """For a name that is only nearly the same: two things, or the one thing that both say."""
    kinds = sum(
        bool(a and b) for a, b in ((one.numbers, other.numbers), (one.mails, other.mails), (one.webs, other.webs))
    )
    kinds += any(a.precise for a in one.places) and any(b.precise for b in other.places)
    return len(reasons) > 1 or (len(reasons) == 1 == kinds)


def _nothing_to_compare(one: Card, other: Card, name: Name) -> bool:
    """The same name at the same organisation, and one of both says nothing else: then nothing speaks against it."""
    by = tokens(one.organization)
    return name == Name.SAME and (one.bare or other.bare) and bool(by) and by == tokens(other.organization)


def like_named(one: Card, other: Card) -> Name:
    """How alike two names are, in whatever order and spelling; words that are only about who or where count little."""
    if not one.words or not other.words:
        return Name.OTHER
    if one.sorted == other.sorted or one.joined == other.joined:
        return Name.SAME
    if len(one.bits & other.bits) < FAR * min(len(one.bits), len(other.bits)) or _digits(one) != _digits(other):
        return Name.OTHER
    left, right = _left_over(one.words, other.words)
    if not left and not right:
        return Name.NEARLY
    around = one.around | other.around
    left, right = ([word for word in words if not _light(word, around)] for words in (left, right))
    own = set(one.words) & set(other.words) - around
    same = "".join(left) == "".join(right) and len("".join(left)) >= ENOUGH
    if same or (own and not left and not right):
        return Name.NEARLY
    return Name.NEARLY if _compound(one, other) or _swapped(left, right) else Name.OTHER


def _light(word: str, around: frozenset[str]) -> bool:
    """Whether a word in one name alone says little: who or where, or a small word with a slip."""
    near = [*around, *NEAR_SMALL]
    return word in around or any(min(len(word), len(one)) > 2 and slips(word, other=one, most=1) <= 1 for one in near)


def _swapped(left: list[str], right: list[str]) -> bool:
    """Yoag is yoga: the same letters of one word."""
    return len(left) == len(right) == 1 and len(left[0]) > 3 and sorted(left[0]) == sorted(right[0])


def _digits(card: Card) -> set[str]:
    return {word for word in card.words if any(sign.isdigit() for sign in word)}


def _left_over(words: tuple[str, ...], others: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The words of both that have no counterpart, give or take a slip of the pen."""
    rest, left = list(others), list[str]()
    for word in words:
        match = next((other for other in rest if other == word), None)
        match = match or next((other for other in rest if _slip(word, other)), None)
        if match is None:
            left.append(word)
        else:
            rest.remove(match)
    return left, rest


def _slip(one: str, other: str) -> bool:
    """Whether one word is the other with a slip: one letter in a word of five, two in a word of ten; or its plural."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < 5:
        return False
    most = 2 if len(shorter) >= 10 else 1
    return longer == f"{shorter}en" or slips(one, other=other, most=most) <= most


def _compound(one: Card, other: Card) -> bool:
    """Taal café and taalcafé, with at most one slip: the same letters, cut otherwise."""
    if len(one.words) == len(other.words) or min(len(one.joined), len(other.joined)) < ENOUGH:
        return False
    return slips(one.joined, other=other.joined, most=1) <= 1

"""One line about somebody around the resident: "zus Els, heel dichtbij, geeft soep en krijgt gezelschap".

Pure. The name stands first; the rest may be left out and stands in any order, between commas. What is not understood
stays as it was typed, behind the name. Nothing has to be learned: a name alone is enough.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from django.utils.translation import gettext as _

LONGEST = {"name": 120, "called": 120, "gives": 300, "takes": 300}


class Thing(StrEnum):
    """What stands around somebody: a person, a group or a place."""

    PERSON = "person"
    GROUP = "group"
    PLACE = "place"


class NoName(ValueError):
    """One name is enough, none is not."""

    def __init__(self) -> None:
        super().__init__(_("Er staat nog geen naam. Eén woord is genoeg."))


class TieTooLong(ValueError):
    """A line is a line."""

    def __init__(self) -> None:
        super().__init__(_("Dit is te lang voor één regel. Schrijf het korter; je tekst staat er nog."))


@dataclass(frozen=True)
class TieLine:
    """What one line says of a tie."""

    name: str
    thing: str = Thing.PERSON
    kind: str = "known"
    called: str = ""
    ring: int = 2
    weight: str = "plain"
    gives: str = ""
    takes: str = ""


RINGS = {
    "1": re.compile(r"(?:^|\s+)(?:heel dicht ?bij|very (?:near|close))$", re.I),
    "2": re.compile(r"(?:^|\s+)(?:dicht ?bij|near ?by|near|close)$", re.I),
    "3": re.compile(r"(?:^|\s+)(?:verder weg|ver weg|(?:further|farther|far) away)$", re.I),
}
WEIGHTS = {
    "strong": re.compile(r"(?:^|\s+)(?:sterke band|sterk|strong(?: tie)?)$", re.I),
    "plain": re.compile(r"(?:^|\s+)(?:gewone band|gewoon|plain(?: tie)?)$", re.I),
    "weak": re.compile(r"(?:^|\s+)(?:zwakke band|zwak|weak(?: tie)?)$", re.I),
}
GOES = {"geeft": "gives", "gives": "gives", "krijgt": "takes", "neemt": "takes", "gets": "takes", "takes": "takes"}
# What kind of tie a word tells of. A word counts as it stands, or as the end of a longer one where it begins with "*".
KINDS = {
    "family": """zus zusje broer broertje moeder vader ma pa mam pap mama papa oma opa tante oom neef nicht zoon dochter
        partner kinderen kleinkind kleinkinderen kleinzoon kleindochter familie ouders *moeder *vader
        *zus *broer *zoon *dochter sister brother mother father son daughter husband wife aunt uncle cousin""",
    "friend": "vriend vriendin vrienden vriendinnen kameraad friend friends",
    "neighbour": "buur buren *buurman *buurvrouw *buur *buren buurjongen buurmeisje neighbour neighbours",
    "volunteer": "vrijwilliger vrijwilligster *maatje buddy volunteer",
    "professional": """*arts dokter *verpleegkundige *verzorgende begeleider begeleidster *coach psycholoog therapeut
        *therapeut fysio consulent docent leraar lerares juf meester mentor bewindvoerder *werker *werkster advocaat
        verloskundige apotheker ergotherapeut doctor nurse teacher worker""",
}
THINGS = {
    ("professional", Thing.GROUP): """*wijkteam team thuiszorg gemeente wijkverpleging *zorg *organisatie stichting ggz
        ggd schuldhulp welzijn maatschappelijk""",
    ("group", Thing.GROUP): """groep club koor vereniging gemeenschap orkest elftal straat *groep *club *koor
        *vereniging *orkest familiegroep group choir""",
    ("place", Thing.PLACE): """plek buurthuis buurtkamer buurtcentrum wijkcentrum bibliotheek bieb winkel supermarkt
        markt park kerk moskee synagoge tempel café cafe school tuin zwembad sporthal gym dorpshuis huiskamer inloop
        eettafel speeltuin plein volkstuin moestuin *winkel *huis *kamer *centrum *kerk *tuin *plein *school *markt
        *park *café place library church mosque""",
}
# Before a name these say who somebody is ("zus Els"); before anything else they belong to it ("buurman met de hond").
_OURS = re.compile(r"^(?:mijn|haar|zijn|hun|onze?|my|her|his|their|our) ", re.I)
_TYPED = re.compile(r"^(?:(?P<group>groep|group)|(?P<place>plek|place)) ?: ?", re.I)
_GOES = re.compile(rf"(?:^|[\s,;]+)(?:(?:en|and)\s+)?(?P<way>{'|'.join(GOES)})\s+", re.I)
_CAPITAL = re.compile(r"^[A-ZÀ-ÞŁŚŞĞİ]")
_PLAIN_NAME = re.compile(r"^@?\"?(?P<name>[^\"]*)\"?$")


def read_tie(line: str) -> TieLine:
    """Reads one line; NoName without a name, TieTooLong when a part of it does not fit."""
    text = " ".join(line.replace("\x00", " ").split())
    typed = _TYPED.match(text)
    thing = next((Thing(key) for key, said in typed.groupdict().items() if said), None) if typed else None
    head, flows = _split(text[typed.end() :] if typed else text)
    first, *rest = [part.strip() for part in re.split(r"[,;]", head)]
    found = _with_name(first, thing=thing)
    found = _with_rest(found, [part for part in rest if part])
    for way, said in flows:
        found = _with_flow(found, way, said)
    if not found.name:
        raise NoName
    if any(len(getattr(found, part)) > longest for part, longest in LONGEST.items()):
        raise TieTooLong
    return found


def _split(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What stands before the first "geeft" or "krijgt", and then (way, words) of each."""
    hits = list(_GOES.finditer(text))
    ends = [*(one.start() for one in hits[1:]), len(text)]
    flows = [(GOES[one["way"].casefold()], text[one.end() : end]) for one, end in zip(hits, ends, strict=False)]
    return text[: hits[0].start()] if hits else text, flows


def _with_name(first: str, *, thing: Thing | None) -> TieLine:
    first, ring = _at_the_end(_OURS.sub("", first), RINGS)
    words = first.split(" ", 1)
    kind, seen = _told(first)
    said = _PLAIN_NAME.match(first)
    name, called = (said["name"].strip() if said else first), ""
    if len(words) == 2 and seen == Thing.PERSON and _of_kind(words[0]) and _CAPITAL.match(words[1]):
        name, called = (words[1], words[0]) if kind != "neighbour" else (name, "")
    found = TieLine(name=name, thing=thing or seen, kind=kind, called=called, ring=int(ring or 2))
    if thing and kind == "known":
        return replace(found, kind=str(thing))
    return found


def _with_rest(found: TieLine, parts: list[str]) -> TieLine:
    for part in parts:
        left, ring = _at_the_end(part, RINGS)
        left, weight = _at_the_end(left, WEIGHTS)
        found = replace(found, ring=int(ring or found.ring), weight=weight or found.weight)
        if left:
            found = _with_words(found, left)
    return found


def _with_words(found: TieLine, words: str) -> TieLine:
    """Who somebody is, behind the name; a kind that stands there counts, and a group only behind "de" or "het"."""
    kind, seen = _told(words)
    if found.kind == "known" and kind != "known":
        is_thing = seen != Thing.PERSON and re.match(r"(?:de|het|'t) ", found.name, re.I)
        if is_thing:
            found = replace(found, thing=seen, kind=kind)
        elif seen == Thing.PERSON or kind == "professional":
            found = replace(found, kind=kind)
    return replace(found, called=f"{found.called}, {words}".strip(", "))


def _with_flow(found: TieLine, way: str, said: str) -> TieLine:
    """What goes one way; how near and how strong may stand behind it."""
    kept = []
    for part in (one.strip() for one in re.split(r"[,;]", said)):
        left, ring = _at_the_end(part, RINGS, whole=True)
        left, weight = _at_the_end(left, WEIGHTS, whole=True)
        found = replace(found, ring=int(ring or found.ring), weight=weight or found.weight)
        kept += [left] if left else []
    if way == "gives":
        return replace(found, gives=", ".join(part for part in (found.gives, *kept) if part))
    return replace(found, takes=", ".join(part for part in (found.takes, *kept) if part))


def _at_the_end(part: str, among: dict[str, re.Pattern[str]], *, whole: bool = False) -> tuple[str, str]:
    """What is left of a part, and which of these stood at its end; `whole`: only when it is all there is."""
    for key, pattern in among.items():
        found = pattern.search(part)
        if found and not (whole and found.start()):
            return part[: found.start()].strip(), key
    return part, ""


def _told(words: str) -> tuple[str, Thing]:
    """The kind of tie these words tell of, and whether of a person, a group or a place."""
    for word in re.findall(r"[^\W\d_]+", words.casefold()):
        if kind := _of_kind(word):
            return kind, Thing.PERSON
        for (kind, thing), said in _THINGS.items():
            if _says(word, said):
                return kind, thing
    return "known", Thing.PERSON


def _of_kind(word: str) -> str:
    return next((kind for kind, said in _KINDS.items() if _says(word.casefold(), said)), "")


def _says(word: str, said: tuple[frozenset[str], tuple[str, ...]]) -> bool:
    whole, tails = said
    return word in whole or (bool(tails) and word.endswith(tails))


def _read(words: str) -> tuple[frozenset[str], tuple[str, ...]]:
    said = words.split()
    tails = tuple(one[1:] for one in said if one.startswith("*"))
    return frozenset(one.lstrip("*") for one in said), tails


_KINDS = {kind: _read(words) for kind, words in KINDS.items()}
_THINGS = {key: _read(words) for key, words in THINGS.items()}

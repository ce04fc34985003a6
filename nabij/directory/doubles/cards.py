"""A listing as it is compared: its name in plain words, its numbers and addresses each in one form."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from nabij.directory.spelling import folded

# What a name has in one list and lacks in another.
SMALL = set(
    "de het een en of van der den te ten ter in op voor bij met aan om and the of for in at to stichting st vereniging"
    " ver bv nv coop cooperatie vof locatie afd afdeling".split()
)
# Short forms and words of the field that mean the same.
SAME = {
    "str": "straat",
    "ln": "laan",
    "pl": "plein",
    "wg": "weg",
    "burg": "burgemeester",
    "dr": "dokter",
    "prof": "professor",
    "gem": "gemeente",
    "gez": "gezondheid",
    "maatsch": "maatschappelijk",
    "centr": "centrum",
    "1e": "eerste",
    "2e": "tweede",
    "3e": "derde",
    "nrd": "noord",
    "wijkcentrum": "buurthuis",
    "buurtcentrum": "buurthuis",
    "wijkteam": "buurtteam",
    "buurtkamer": "huiskamer",
    "ggz": "geestelijke",
}
# Spellings of one sound; written so on both sides, whatever is right.
SOUNDS = (("ij", "y"), ("ph", "f"), ("th", "t"), ("ae", "a"), ("ks", "x"), ("kw", "qu"))
HARD_C = re.compile(r"c(?=[aourtlk])")
ENDINGS = ("straat", "laan", "weg", "plein", "kade", "gracht", "singel", "plantsoen", "dijk", "pad", "hof")


def tokens(text: str) -> tuple[str, ...]:
    """The words of a name in one spelling, in order, without the small ones."""
    found = []
    for word in re.findall(r"[^\W_]+", folded(text).replace("'", "").replace("&", " ")):
        if word not in SMALL and (len(word) > 1 or word.isdigit()):
            found.append(sounded(SAME.get(word, word)))
    return tuple(found)


def sounded(word: str) -> str:
    for one, other in SOUNDS:
        word = word.replace(one, other)
    return HARD_C.sub("k", word)


def street(text: str) -> tuple[str, str]:
    """Street and number: "Burg. de Vlugtln 12-a" -> ("burgemeestervlugtlaan", "12")."""
    found = re.match(r"^(.*?\D)\s*(\d+)", text.strip())
    name, number = (found[1], found[2]) if found else (text, "")
    words = "".join(tokens(re.sub(r"(str|ln|pl)\.?\s*$", _whole, name.strip().rstrip(","))))
    return words, number


def _whole(found: "re.Match[str]") -> str:
    return {"str": "straat", "ln": "laan", "pl": "plein"}[found[1]]


def phone(text: str) -> str:
    """+31 (0)20-665 80 01 and 020 6658001 are one number; what is too short to be of one place alone is none."""
    digits = re.sub(r"\D", "", re.split(r"(?i)\s*(?:tst|toestel|ext|x)\b", text)[0])
    for front in ("0031", "31"):
        if digits.startswith(front) and len(digits) >= 11:
            digits = "0" + digits.removeprefix(front).lstrip("0")
    return digits if len(digits) >= 8 else ""


def web(text: str) -> str:
    """http://www.soep.nl/ and https://soep.nl are one address."""
    bare = re.sub(r"^\s*(?:https?:)?/*(?:www\.)?", "", text.strip().lower())
    return bare.split("#")[0].rstrip("/ ")


def mail(text: str) -> str:
    return text.strip().lower().removeprefix("mailto:") if "@" in text else ""


def postcode(text: str) -> str:
    found = re.search(r"(\d{4})\s*([a-zA-Z]{2})\b", text)
    return f"{found[1]}{found[2].upper()}" if found else ""


@dataclass(frozen=True)
class Place:
    """Where something is, in one form; `told` as it stands there."""

    street: str = ""
    number: str = ""
    postcode: str = ""
    city: str = ""
    told: str = ""

    @property
    def precise(self) -> bool:
        return bool(self.number and (self.street or self.postcode))

    def same(self, other: "Place") -> bool:
        """The same door: the number, with the postcode or the street (and the town where both say it)."""
        if not (self.precise and other.precise) or self.number != other.number:
            return False
        if self.postcode and other.postcode:
            return self.postcode == other.postcode
        near = not (self.city and other.city) or self.city == other.city
        return bool(self.street) and self.street == other.street and near


def placed(*, address: str, code: str, city: str) -> Place:
    name, number = street(address)
    told = ", ".join(filter(None, (address.strip(), code.strip(), city.strip())))
    return Place(name, number, postcode(code), "".join(tokens(city)), told)


@dataclass(frozen=True)
class Card:
    """One listing as it is compared. Phones, webs and mails: in one form, with what stands there."""

    id: UUID
    name: str
    organization: str = ""
    places: tuple[Place, ...] = ()
    phones: tuple[tuple[str, str], ...] = ()
    webs: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tokens(self.name)

    @cached_property
    def joined(self) -> str:
        return "".join(self.words)

    @cached_property
    def bits(self) -> frozenset[str]:
        """Every two letters that stand side by side."""
        return frozenset(self.joined[at : at + 2] for at in range(len(self.joined) - 1))

    @cached_property
    def sorted(self) -> tuple[str, ...]:
        return tuple(sorted(self.words))

    @cached_property
    def around(self) -> frozenset[str]:
        """Words that stand in one list's names and in another list's columns: who offers it, and where."""
        near = [word for place in self.places for word in (place.city, place.street)]
        return frozenset((*tokens(self.organization), *near))

    @cached_property
    def bare(self) -> bool:
        """Whether nothing but a name stands there."""
        return not (self.phones or self.mails or self.webs or any(place.precise for place in self.places))

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(number for number, _told in self.phones)


def card(
    *,
    id: UUID,
    name: str,
    organization: str = "",
    places: Iterable[Place] = (),
    phones: Iterable[str] = (),
    webs: Iterable[str] = (),
    mails: Iterable[str] = (),
) -> Card:
    """A listing as it is compared, from what stands on the map."""
    numbers = tuple((phone(one), one.strip()) for one in phones if phone(one))
    return Card(
        id,
        name,
        organization,
        tuple(places),
        numbers,
        tuple(filter(None, map(web, webs))),
        tuple(filter(None, map(mail, mails))),
    )

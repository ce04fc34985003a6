"""Words without their accents, and how alike two words are: for slips of the pen and for long Dutch compounds."""

import re
import unicodedata
from functools import lru_cache


def folded(text: str) -> str:
    """Lower case without accents: één is een, financiën is financien."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").lower())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).replace("’", "'")


def words_in(text: str) -> list[str]:
    """The words of a text of at least two letters, in order, folded."""
    return [word for word in re.findall(r"[^\W_]+", folded(text).replace("'", "")) if len(word) > 1]


@lru_cache(maxsize=20_000)
def bits(word: str) -> frozenset[str]:
    """A word in overlapping bits of three letters, its edges marked."""
    edged = f"  {word} "
    return frozenset(edged[at : at + 3] for at in range(len(edged) - 2))


def alike(one: str, *, other: str) -> float:
    """From 0 to 1: how many bits two words share."""
    shared = len(bits(one) & bits(other))
    return shared / (len(bits(one)) + len(bits(other)) - shared)


def slips(one: str, *, other: str, most: int = 2) -> int:
    """How many letters were added, left out, changed or swapped with the next; more than `most` counts as most + 1."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before, last = last, row
    return last[-1]

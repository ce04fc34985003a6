"""Which people are named in a text that others will read: by name, or by a first name that is no word of every day."""

import re
from collections.abc import Iterable, Iterator

from django.db import connection

from nabij.base.naming import ORDINARY, SHORTEST, any_of
from nabij.moments.oneline.names import ALSO_WORDS, fold
from nabij.people.models import Person

_OPENS = re.compile(r"(?:^|[.!?:]\s+|\n\s*)$")
_WORDS = re.compile(r"[^\W\d_]+")


def known_by_name(text: str) -> Iterable[Person]:
    """Whoever in the circles of whoever acts is called by a word of this text."""
    words = list({fold(word) for word in _WORDS.findall(text) if len(word) >= SHORTEST})
    with connection.cursor() as cursor:
        cursor.execute("select distinct person from trust.named(%s)", [words])
        keys = [key for (key,) in cursor.fetchall()]
    return Person.objects.filter(id__in=keys) if keys else ()


def names_in(text: str, *, people: Iterable[Person]) -> Iterator[str]:
    """The names of these people in a text; one that is a word of every day only where it is written as a name."""
    anyhow, exactly = set[str](), set[str]()
    for person in people:
        words = person.name.split()
        anyhow |= {name for name in (person.name, person.known_as) if len(name.split()) > 1}
        first, last = words[:1], words[1:][-1:]
        exactly |= {one for one in (*first, *last) if len(one) >= SHORTEST}
        anyhow |= {one for one in first if len(one) >= SHORTEST and one.lower() not in ORDINARY | ALSO_WORDS}
    yield from (found["name"] for found in any_of(anyhow, exactly=False).finditer(text)) if anyhow else ()
    for found in any_of(exactly).finditer(text) if exactly else ():
        ordinary = found["name"].lower() in ORDINARY | ALSO_WORDS
        if not (ordinary and _OPENS.search(text[: found.start()])):
            yield found["name"]


def name_in(text: str, *, people: Iterable[Person]) -> str:
    """The first of them."""
    return next(names_in(text, people=people), "")

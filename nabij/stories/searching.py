"""Memory of promises and of own words: the words they are found by, and the finders that return their ids."""

from typing import Any

from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models.functions import Concat

from nabij.base.word import Word
from nabij.moments.words import how_many

# What the one line leaves out of `findable`, in PostgreSQL's own words: mail and web addresses, numbers of four digits
# or more, postcodes, and a street with its number. Nobody is found by where they live or how they are reached.
STREET = "(straat|laan|weg|plein|hof|kade|gracht|dijk|singel|park|pad|steeg|dreef|dam|burg|wal|flat)"
LEFT_OUT = (
    r"\S+@\S+|https?://\S+|www\.\S+|\m[1-9][0-9]{3} ?[A-Z]{2}\M|\+?\d[\d ()/.-]{5,}\d|\d{4,}"
    rf"|(\m[[:upper:]][[:alpha:]'’-]* ){{0,3}}\m[[:upper:]][[:alpha:]'’-]*?{STREET}"
    r" (nr\.? |nummer )?\d{1,4} ?[a-zA-Z]?\M"
)


class WithoutAddresses(models.Func):
    """A text without addresses and numbers, in the database."""

    function = "regexp_replace"
    output_field = models.TextField()

    def __init__(self, text: Any) -> None:
        super().__init__(text, models.Value(LEFT_OUT), models.Value(" "), models.Value("g"))


class Unreturned(models.GeneratedField):
    """A column that a new row does not give back: whoever writes it need not read it yet."""

    db_returning = False  # type: ignore[assignment]


def for_memory(*fields: str, returned: bool = True) -> "models.GeneratedField":
    """The words of these fields, cut up for search; the database keeps them as the text is written."""
    text = models.F(fields[0]) if len(fields) == 1 else Concat(*_spaced(fields), output_field=models.TextField())
    column = models.GeneratedField if returned else Unreturned
    return column(
        expression=SearchVector(WithoutAddresses(text), config="pg_catalog.dutch"),
        output_field=SearchVectorField(),
        db_persist=True,
    )


def _spaced(fields: tuple[str, ...]) -> list[Any]:
    return [part for field in fields for part in (models.F(field), models.Value(" "))][:-1]


# Where I sit, and what I was asked myself; not what one opened in danger, which is read on its own page alone.
ASKED = """with asked as materialized (
    select terms::tsquery[] as each, array_to_string(terms, '|')::tsquery as one_of_them)"""
MOST_FIRST = how_many("t.in_memory", asked="asked.each")


def holds(theirs: str) -> str:
    """Holds one of the words, when there are any; or, when nothing but names was asked, is theirs."""
    return f"(cardinality(terms) = 0 or t.in_memory @@ asked.one_of_them or whose and ({theirs}))"


OF_THEM = "t.circle_id = any(about) or t.who_id = any(people) or t.for_whom_id = any(people)"
RECALL_PROMISES = f"""
  {ASKED}
  select t.id from asked, public.stories_promise t where t.id in (
    select p.id from trust.my_seats() s
    join public.stories_promise p on p.circle_id = s.circle_id and p.asked_at >= s.since
    union select p.id from public.stories_promise p where p.who_id = (select trust.me()))
  and (within is null or t.circle_id = any(within))
  and (recall_promises.since is null or t.asked_at >= recall_promises.since)
  and (recall_promises.until is null or t.asked_at < recall_promises.until)
  and {holds(OF_THEM)}
  order by {MOST_FIRST} + (coalesce({OF_THEM}, false))::int desc, t.asked_at desc, t.id desc limit n"""
TOLD_BY_THEM = "t.circle_id = any(about) or t.person_id = any(people)"
RECALL_OWN_WORDS = f"""
  {ASKED}
  select t.id from asked, trust.my_seats() s
  join public.stories_ownwords t on t.circle_id = s.circle_id and t.at >= s.since
  where (within is null or t.circle_id = any(within))
  and (recall_own_words.since is null or t.at >= recall_own_words.since)
  and (until is null or t.at < until)
  and {holds(TOLD_BY_THEM)}
  order by {MOST_FIRST} + ({TOLD_BY_THEM})::int desc, t.at desc, t.id desc limit n"""
TAKES = (
    "(terms text[], within uuid[], about uuid[], people uuid[], whose boolean, since timestamptz, until timestamptz,"
    " n integer)"
)

MEMORY_WORDS = [
    Word(f"recall_promises{TAKES}", "setof uuid", RECALL_PROMISES, rows=60),
    Word(f"recall_own_words{TAKES}", "setof uuid", RECALL_OWN_WORDS, rows=60),
]

"""What the database says of a row and a question: how nearly it holds each word, and where it stands in the text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, models

from nabij.memory.wording import Meant, Term, either, term

BEGIN, END = "\ue000", "\ue001"  # Signs that nobody types; they are taken out of the text first.
EXACT, NEAR, FAR = 3, 2, 1
SOME = 40  # Of each kind of the bridge.
SHORT = 260  # Signs of a text that is shown whole.
PIECE = "MaxFragments=2, MaxWords=28, MinWords=12, ShortWord=2"


@dataclass(frozen=True)
class Source:
    """A table that may hold answers ("waar gezocht wordt"): its finder, and where its words and the rest stand."""

    table: str
    finder: str
    of: str
    at: str
    whose: str
    words: str = "in_memory"
    circle: str = "null::uuid"


HOW = "%(within)s::uuid[], %(about)s::uuid[], %(people)s::uuid[], %(whose)s, %(since)s, %(until)s, %(most)s"
MOMENTS = Source(
    "moments_moment",
    f"trust.recall(%(terms)s::text[], %(leaves)s::text[], {HOW}, %(kinds)s::text[])",
    circle="t.circle_id",
    of="t.kind",
    at="t.happened_at",
    whose="coalesce(t.told_by_id, t.author_id)",
    words="words",
)
PROMISES = Source(
    "stories_promise",
    f"trust.recall_promises(%(terms)s::text[], {HOW})",
    circle="t.circle_id",
    of="'promise'",
    at="t.asked_at",
    whose="t.who_id",
)
OWN_WORDS = Source(
    "stories_ownwords",
    f"trust.recall_own_words(%(terms)s::text[], {HOW})",
    circle="t.circle_id",
    of="'words'",
    at="t.at",
    whose="t.person_id",
)


# What the bridge found of it, by kind: those keys alone, so that a table without an answer is not read.
BRIDGED = {
    "ask": Source("bridge_ask", "unnest(%(ask)s::uuid[])", of="'ask'", at="t.at", whose="null::uuid"),
    "offer": Source("bridge_offer", "unnest(%(offer)s::uuid[])", of="'offer'", at="t.at", whose="t.person_id"),
    "referral": Source(
        "bridge_referral",
        "unnest(%(referral)s::uuid[])",
        of="'referral'",
        at="t.at",
        whose="case when t.by_id = any(%(people)s::uuid[]) then t.by_id else t.about_id end",
    ),
    "side": Source("bridge_side", "unnest(%(side)s::uuid[])", of="'side'", at="t.at", whose="null::uuid"),
    "introduction": Source(
        "bridge_introduction",
        "unnest(%(introduction)s::uuid[])",
        of="'introduction'",
        at="t.at",
        whose="case when t.other_id = any(%(people)s::uuid[]) then t.other_id else t.one_id end",
    ),
    "clause": Source(
        "bridge_clause",
        "unnest(%(clause)s::uuid[])",
        of="'clause'",
        at="(select a.at from public.bridge_agreement a where a.id = t.agreement_id)",
        whose="null::uuid",
    ),
}


def bridged(place: Mapping[str, Any], *, kinds: Sequence[str]) -> dict[str, list[UUID]]:
    """{kind: keys} of what the bridge holds of a question."""
    found: dict[str, list[UUID]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "select what, key from trust.recall_bridge(%(terms)s::text[], %(people)s::uuid[], %(whose)s, %(since)s,"
            " %(until)s, %(some)s, %(kinds)s::text[])",
            {**place, "kinds": list(kinds), "some": SOME},
        )
        for kind, key in cursor.fetchall():
            found.setdefault(kind, []).append(key)
    return found


def held(sources: Sequence[Source], *, terms: Sequence[Term], place: Mapping[str, Any]) -> list[tuple[Any, ...]]:
    """Of each candidate: what it is, its key, circle, time, by whom, how nearly it holds each word, and its size.

    One question for all rooms; each row is read by the rules of its own table.
    """
    if not sources:
        return []
    leaves = {f"leaf_{n}_{how}": either(one) for n, term in enumerate(terms) for how, one in _nearness(term)}
    with connection.cursor() as cursor:
        cursor.execute(" union all ".join(_rows(one, terms=terms) for one in sources), {**place, **leaves})
        return cursor.fetchall()


def _nearness(term: Term) -> list[tuple[int, tuple[str, ...]]]:
    """How nearly something holds a word, and the leaves that do: itself, nearly, its kin."""
    return [(how, leaf) for how, leaf in ((EXACT, term.exact), (NEAR, term.near), (FAR, term.far)) if leaf]


def _rows(source: Source, *, terms: Sequence[Term]) -> str:
    """How nearly a row holds each word (3, 2, 1), or not at all (0)."""
    words = f"t.{source.words}"
    levels = [
        "case "
        + " ".join(f"when {words} @@ %(leaf_{n}_{how})s::tsquery then {how}" for how, _leaf in nearness)
        + " else 0 end"
        for n, nearness in enumerate(map(_nearness, terms))
    ]
    since_1970 = f"extract(epoch from {source.at})::float8"
    return f"""select {source.of}, t.id, {source.circle}, {since_1970}, {source.whose}, array[{", ".join(levels)}],
      length({words}) from public.{source.table} t where t.id = any(array(select {source.finder}))"""


class Marked(models.Func):
    """The piece of a text in which the words stand, with BEGIN and END around them; a short text whole."""

    output_field = models.TextField()

    def __init__(self, text: str | models.Func, query: str) -> None:
        self.query = query
        super().__init__(models.F(text) if isinstance(text, str) else text)

    def as_sql(self, compiler: Any, connection: Any, *_args: Any, **_more: Any) -> Any:
        (column,) = self.get_source_expressions()
        text, params = compiler.compile(column)
        shown = f"case when length({text}) <= {SHORT} then 'HighlightAll=true' else '{PIECE}' end"
        marks = f', StartSel={BEGIN}, StopSel={END}, FragmentDelimiter=" … "'
        plain = f"translate({text}, '{BEGIN}{END}', '')"
        sql = f"ts_headline('pg_catalog.dutch', {plain}, %s::tsquery, {shown} || '{marks}')"
        return sql, [*params, self.query, *params]


STEM = """
    select word, (ts_lexize('pg_catalog.dutch_stem', word))[1] from unnest(%s::text[]) as word"""


def stemmed(meant: Sequence[Meant]) -> list[Term]:
    """The words as the Dutch dictionary has them, without those that say nothing."""
    with connection.cursor() as cursor:
        cursor.execute(STEM, [sorted({word for one in meant for word in one.words})])
        stems = {word: stem for word, stem in cursor.fetchall() if stem}
    return [term(one, stems=stems) for one in meant if one.word in stems]

"""What the database says of a row and a question: how nearly it holds each word, and where it stands in the text."""

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models

from nabij.memory.wording import Meant, Term, term

BEGIN, END = "\ue000", "\ue001"  # Signs that nobody types; they are taken out of the text first.
EXACT, NEAR, FAR = 3, 2, 1
SHORT = 260  # Signs of a text that is shown whole.
PIECE = "MaxFragments=2, MaxWords=28, MinWords=12, ShortWord=2"


class Levels(models.Func):
    """For each word of the question how nearly a row holds it: itself, nearly, its kin (3, 2, 1), or not at all."""

    output_field = ArrayField(models.SmallIntegerField())

    def __init__(self, column: str, terms: Sequence[Term]) -> None:
        self.asked = [[one.exact for one in terms], [one.near for one in terms], [one.far for one in terms]]
        super().__init__(models.F(column))

    def as_sql(self, compiler: Any, connection: Any, *_args: Any, **_more: Any) -> Any:
        (column,) = self.get_source_expressions()
        held, params = compiler.compile(column)
        sql = f"""array(select case when {held} @@ t.exact then {EXACT} when {held} @@ t.near then {NEAR}
            when {held} @@ t.far then {FAR} else 0 end
          from unnest(%s::tsquery[], %s::tsquery[], %s::tsquery[]) with ordinality as t(exact, near, far, place)
          order by t.place)"""
        return sql, [*params, *params, *params, *self.asked]


class Size(models.Func):
    """How many different words a row holds."""

    function = "length"
    output_field = models.IntegerField()


class Marked(models.Func):
    """The piece of a text in which the words stand, with BEGIN and END around them; a short text whole."""

    output_field = models.TextField()

    def __init__(self, column: str, query: str) -> None:
        self.query = query
        super().__init__(models.F(column))

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

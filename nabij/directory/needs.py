"""What somebody needs of a listing besides its subject: that it costs nothing, that a wheelchair gets in, by age, by
whom it is done.

What nobody said of a listing is not taken for a yes; but what has no place, such as a visit at home or a telephone
line, asks of nobody to get in.
"""

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class Needs:
    """What narrows a question down ("wat je nodig hebt"); age in years, `by_whom` "formal" or "informal"."""

    free: bool = False
    wheelchair: bool = False
    age: int | None = None
    by_whom: str = ""

    def values(self) -> dict[str, Any]:
        """By the names that `MET` uses."""
        return asdict(self)


NOTHING_ELSE = Needs()

SAID_FREE = r"~* '^\s*(gratis|kosteloos|free)\M'"
FREE = f"""
  (select coalesce(bool_and(coalesce(c.amount = 0, concat(c.amount_description, c.option) {SAID_FREE})),
      s.fees_description {SAID_FREE})
    from directory_costoption c where c.service_id = s.id)"""
SAYS_FREE = re.compile(r"\s*(gratis|kosteloos|free)\b", re.IGNORECASE)
# The words of whoever wrote it: "niet met een rolstoel" is no, and "een rolstoel kan erin: geen drempel" is yes.
CHAIR = "(rolstoel|wheelchair)"
GETS_IN = (
    f"a.said ~* '{CHAIR}' and a.said !~* '\\m(niet|geen|not|no)\\M[^.,:;]*{CHAIR}'"
    f" and a.said !~* '{CHAIR}[^.,;]*\\m(niet|nee|not|no)\\M'"
)
WHEELCHAIR = f"""
  (not exists (select 1 from directory_serviceatlocation p join directory_location l on l.id = p.location_id
     where p.service_id = s.id and l.location_type is distinct from 'virtual')
   or exists (select 1 from directory_serviceatlocation p
     join lateral (select concat_ws(' ', t.description, t.details) as said from directory_accessibility t
       where t.location_id = p.location_id) a on {GETS_IN}
     where p.service_id = s.id))"""
AGE = "coalesce(s.minimum_age, 0) <= %(age)s::int and coalesce(s.maximum_age, 999) >= %(age)s::int"
# As its subjects say; else as the group that does it is.
BY_WHOM = """
  coalesce(
    (select bool_or(t.code = 'by_whom:' || %(by_whom)s) from directory_attribute b
      join directory_taxonomyterm t on t.id = b.taxonomy_term_id
      where b.link_id = s.id and b.link_entity = 'service' and t.code like 'by_whom:%%'),
    (select g.formal = (%(by_whom)s = 'formal') from people_group g where g.id = s.group_id), false)"""
# Whether a row `s` of directory_service is what somebody needs.
MET = f"""(not %(free)s or {FREE}) and (not %(wheelchair)s or {WHEELCHAIR})
          and (%(age)s::int is null or {AGE}) and (%(by_whom)s = '' or {BY_WHOM})"""


def costs_nothing(fees: str, *, options: Iterable[tuple[Decimal | float | None, str]]) -> bool:
    """What `FREE` asks the database, of one listing: its fees in words, and of each price the amount and its words."""
    said = [amount == 0 if amount is not None else bool(SAYS_FREE.match(words)) for amount, words in options]
    return all(said) if said else bool(SAYS_FREE.match(fees))

"""How sure a listing is, from what was said of it: the whole rule, and nothing but the rule.

- Who answers for their word (whoever does it, who is logged in, administration, the list it comes from, or a contact
  through Nabij that went well) makes a listing right for half a year.
- A visitor's "klopt nog" keeps it from sinking for a month, and for no longer than a year after such a word: else
  anybody could keep alive what is gone. It takes away no "bereik ik niet".
- "Bereik ik niet" of who is logged in makes it unsure at once. Of visitors, whom nobody can tell apart, all on one day
  are one; after three different people or days it is unsure, and whoever does it is asked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from nabij.directory.models import Confirmation

STALE = timedelta(days=183)  # Half a year after it was last found right a listing is shown as unsure.
SEASON = timedelta(days=91)
YEAR = timedelta(days=365)
A_VISITOR_HOLDS = timedelta(days=31)
ASK_AFTER = 3  # Times that nobody was reached.

Found, Voice = Confirmation.Found, Confirmation.Voice


@dataclass(frozen=True)
class Word:
    """One word about a listing: what was found, whose voice, and who as far as that tells two apart."""

    found: str
    voice: str
    at: datetime
    who: str = ""

    @property
    def day(self) -> date:
        return timezone.localdate(self.at)


def word_of(row: dict[str, Any]) -> Word:
    """From a row of the database, or from its JSON."""
    at = row["at"] if isinstance(row["at"], datetime) else datetime.fromisoformat(row["at"])
    return Word(row["found"], row["said_by"], at, str(row["by_id"] or ""))


@dataclass(frozen=True)
class Sureness:
    """What is known of how right a listing is, on one day.

    confirmed: the last day on which a word that counts found it right. visitor: a later day on which a visitor did.
    missed: how often it was not reached since, each person on each day once. denied: somebody who is logged in did not
    reach it, or it was said to be wrong.
    """

    today: date
    confirmed: date | None = None
    visitor: date | None = None
    missed: int = 0
    denied: bool = False

    @property
    def stale(self) -> bool:
        return self.confirmed is not None and self.today - self.confirmed > STALE and not self.kept_by_a_visitor

    @property
    def kept_by_a_visitor(self) -> bool:
        if self.confirmed is None or self.visitor is None:
            return False
        return self.today - self.visitor <= A_VISITOR_HOLDS and self.today - self.confirmed <= YEAR

    @property
    def out_of_reach(self) -> bool:
        return self.missed >= ASK_AFTER

    @property
    def unsure(self) -> bool:
        return self.stale or self.denied or self.out_of_reach


def sureness(words: Iterable[Word], *, assured: date | None, today: date) -> Sureness:
    """How sure a listing is by the words about it; assured: the day on which its list found it right."""
    said = sorted(words, key=lambda one: one.at)
    right = max((one.at for one in said if one.found == Found.RIGHT and one.voice != Voice.VISITOR), default=None)
    since = [one for one in said if _later(one, right=right, assured=assured)]
    missed = [one for one in since if one.found != Found.RIGHT]
    visits = [one for one in since if one.found == Found.RIGHT and one.voice == Voice.VISITOR]
    if missed:  # Whom a visitor reached after that does not undo it, but is told.
        visits = [one for one in visits if one.at > missed[-1].at]
    return Sureness(
        today=today,
        confirmed=max(filter(None, (right and timezone.localdate(right), assured)), default=None),
        visitor=visits[-1].day if visits else None,
        missed=len({(one.who, one.day) for one in missed if one.found == Found.UNREACHED}),
        denied=any(one.voice != Voice.VISITOR for one in missed),
    )


def _later(one: Word, *, right: datetime | None, assured: date | None) -> bool:
    """Whether something was said after the last word that counts."""
    return (right is None or one.at > right) and (assured is None or one.day >= assured)

"""Sentences that are made when somebody reads them: a hundred offers are laid beside an ask, and ten are shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext


@dataclass(slots=True)
class Later:
    """A Dutch sentence, with what is filled in; `str` gives it in the language of whoever reads.

    It takes the place of `gettext`: `_("Hielp al %(n)s keer.") % {"n": 2}`, and `+` for what comes behind it.
    """

    sentence: str
    values: Mapping[str, object] | None = None
    more: object = ""

    def __mod__(self, values: Mapping[str, object]) -> "Later":
        return Later(self.sentence, values, self.more)

    def __add__(self, more: object) -> "Later":
        return Later(self.sentence, self.values, f"{self.more}{more}")

    def __str__(self) -> str:
        words = gettext(self.sentence)
        return f"{words if self.values is None else words % self.values}{self.more}"

"""Names in a text: one pattern for all that somebody may be called."""

import re
from collections.abc import Iterable

SHORTEST = 3  # Letters of a first name that is looked for in a text: "Jo" would be found everywhere.


def any_of(names: Iterable[str], *, exactly: bool = True) -> re.Pattern[str]:
    """One of these names, mentioned with @ or not; whole names first, so that of two words none stays behind.

    exactly: with capitals as they are written here.
    """
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)@?(?P<name>{either})(?!\w)", 0 if exactly else re.IGNORECASE)

"""The lists that are there: how many listings each brought, what of it is left to do, and what was let go of."""

from dataclasses import dataclass
from typing import Any

from nabij.directory.lists.bringing import kept_lists, let_go_in
from nabij.directory.lists.leaving_off import Left, left_of_lists
from nabij.web.lists.forms import ListForm
from nabij.web.lists.mending import SHOWN_AT_ONCE


@dataclass(frozen=True)
class KeptList:
    """One list: how it is called, of which neighbourhood, how many of its listings are on show, what is left to do."""

    name: str
    place: str
    count: int
    left: Left | None


def there(form: ListForm, codes: list[str]) -> dict[str, Any]:
    """The lists that are there, and what of them was let go of."""
    stopped = list(let_go_in(codes))
    more = max(0, len(stopped) - SHOWN_AT_ONCE)
    return {"form": form, "kept": kept(form, codes), "stopped": stopped[:SHOWN_AT_ONCE], "more_stopped": more}


def kept(form: ListForm, codes: list[str]) -> list[KeptList]:
    """By name; also a list of which no row could come on the map yet."""
    names = dict(form.fields["neighbourhood"].choices)  # type: ignore[attr-defined]
    left = left_of_lists()
    counts = dict.fromkeys(left, 0) | {(name, code): n for name, code, n in kept_lists(codes)}
    return [
        KeptList(name, names.get(code, code), count, left.get((name, code)))
        for (name, code), count in sorted(counts.items())
    ]

"""One kind of what is known about somebody, as `parts.py` lists them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Model, Q, QuerySet

from nabij.memory.grounds import FOR_HELP, KEPT, SAID_IN_STORY, TASK, Said
from nabij.memory.left_out import OUT
from nabij.memory.whose import About

# Of what kind, and which rows.
Rows = tuple[str, "QuerySet[Any]"]


@dataclass(frozen=True)
class Part:
    """One kind of what is known about somebody; its fields are those that the model's `privacy` declares.

    whose: which rows. freely: its words are theirs in any circle; otherwise words that stand in somebody else's story
    are left out. shown: on the page, and not in the copy alone. says: the field that stands first on the page.
    """

    key: str
    title: Said
    model: type[Model]
    whose: Callable[[About], Q]
    said_by: Said = SAID_IN_STORY
    why: Said = FOR_HELP
    ground: Said = TASK
    freely: bool = True
    shown: bool = True
    order: str = "id"
    erasable: bool = False
    says: str = ""

    @property
    def keep(self) -> Said:
        return KEPT[self.model.privacy.keep]  # type: ignore[attr-defined]

    def names(self) -> list[str]:
        """The fields of the copy, in the order of the table."""
        out = OUT.get(self.model, {})
        return [one.name for one in self.model._meta.concrete_fields if one.name not in out]

    def rows(self, about: About) -> Any:
        """Of whoever it is about, and of everybody who is the same person."""
        theirs = [self.whose(replace(about, person=one)) for one in (about.person, *about.also)]
        return self.model._default_manager.filter(reduce(or_, theirs)).distinct().order_by(self.order)

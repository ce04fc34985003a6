"""How it goes, in the resident's own words: what may stand beside them, and how it went before."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

HIGHEST = 10


class Face(models.IntegerChoices):
    """A face that somebody chose for how it goes; its name is how it is read aloud."""

    VERY_HARD = 1, gettext_lazy("heel zwaar")
    HARD = 2, gettext_lazy("zwaar")
    SO_SO = 3, gettext_lazy("gaat wel")
    FINE = 4, gettext_lazy("goed")
    VERY_FINE = 5, gettext_lazy("heel goed")


class OneOfTwo(ValueError):
    """A face or a number: who gives both is asked which one they mean."""

    def __init__(self) -> None:
        super().__init__(_("Kies een gezicht of een cijfer, niet allebei. Het mag ook allebei leeg blijven."))


class NoSuchNumber(ValueError):
    """A number for how it goes lies between nought and ten."""

    def __init__(self) -> None:
        super().__init__(_("Een cijfer gaat van 0 tot en met 10."))


@dataclass(frozen=True)
class Goes:
    """What stands beside the words about how it goes: a face, a number, or nothing."""

    face: int | None = None
    number: int | None = None

    def check(self) -> None:
        if self.face is not None and self.number is not None:
            raise OneOfTwo
        if self.number is not None and not 0 <= self.number <= HIGHEST:
            raise NoSuchNumber

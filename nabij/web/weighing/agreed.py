"""How far eight voices or more agree on a choice: in a sentence, and in numbers for who wants them. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.insight.measures.agreement import Gap, Told, told
from nabij.web.faces import Shape

STEPS = (1, 2, 3, 4, 5)  # 1 liever niet, 5 graag.
HATS: tuple[Shape, Shape] = ("informal", "formal")
BY_CHANCE = 0.05  # A gap between hats that is rarer than this when hats are mixed is told.
NEAR = gettext_lazy("Jullie liggen hier dicht bij elkaar.")
APART = gettext_lazy("Jullie staan hier tegenover elkaar.")
UNCLEAR = gettext_lazy("Eens of oneens is hier niet te zeggen: bij toeval kan het ook zo liggen.")


@dataclass(frozen=True)
class Agreed:
    """What may be said of how far voices agree on one choice, in the words and numbers of a page."""

    told: Told

    @property
    def sentence(self) -> str:
        return " ".join(str(said) for said in (self._together, between(self.told.gap)) if said)

    @property
    def figures(self) -> str:
        """Every voice alike, and what as many give by chance nine times of ten; then both kinds of hats alike."""
        band = self.told.by_chance
        said = {"all": two(self.told.agreement), "low": two(band.low), "high": two(band.high)}
        alone = _("%(all)s; bij toeval meestal tussen %(low)s en %(high)s.") % said
        if self.told.balanced is None:
            return alone
        even = _("Wegen formeel en informeel samen even zwaar: %(even)s.") % {"even": two(self.told.balanced)}
        return f"{alone} {even}"

    @property
    def _together(self) -> str:
        if not self.told.beyond_chance:
            return str(UNCLEAR)
        return str(NEAR if self.told.agreement > self.told.by_chance.high else APART)


def agreed(voices: Sequence[tuple[int, Shape]]) -> Agreed | None:
    """Of each voice its value and the shape of its hat; None below eight voices."""
    hats = [frequencies([value for value, worn in voices if worn == shape]) for shape in HATS]
    found = told(frequencies([value for value, _worn in voices]), hats=hats)
    return Agreed(found) if found else None


def frequencies(values: Sequence[int]) -> list[int]:
    many = Counter(values)
    return [many[step] for step in STEPS]


def between(gap: Gap | None) -> str:
    """In whose hats people choose higher, when that is more than chance."""
    if gap is None or gap.p > BY_CHANCE:
        return ""
    if gap.delta > 0:
        return _("Met een informele pet kiezen mensen hoger dan met een formele.")
    return _("Met een formele pet kiezen mensen hoger dan met een informele.")


def two(value: float) -> str:
    """With two decimals, and never a nought with a minus."""
    return str(number_format(round(value, 2) + 0.0, decimal_pos=2)).replace("-", "\N{MINUS SIGN}")

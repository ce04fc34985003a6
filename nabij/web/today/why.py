"""Why a line is written down: one sentence under the box. The usual reason is right; who works here may tap another."""

from dataclasses import dataclass

from django.utils.translation import gettext

from nabij.trust.models import Circle, Purpose
from nabij.trust.usual_purposes import GROUP, MYSELF, NEIGHBOURS, ONES_OWN
from nabij.web.me import Me

ONLY_WHERE_IT_BEGAN = (MYSELF, ONES_OWN, NEIGHBOURS, GROUP)


@dataclass(frozen=True)
class Why:
    """The reason as a sentence, and what else could be chosen."""

    sentence: str = ""
    chosen: str = ""
    options: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> str:
        """What was chosen instead of the usual one; nothing when that is it."""
        return self.chosen if self.options else ""


def why_of(*, circle: Circle | None, me: Me, chosen: str = "") -> Why:
    """For the box: with nothing to choose but for whom works here, in a circle with others."""
    usual = circle.purpose_id if circle else MYSELF
    purposes = {one.key: gettext(one.sentence) for one in Purpose.objects.in_use()}
    if not (circle and me.hat and me.hat.formal and circle.kind != Circle.Kind.OWN):
        return Why(sentence=purposes.get(usual or "", ""), chosen=usual or "")
    options = {key: said for key, said in purposes.items() if key == usual or key not in ONLY_WHERE_IT_BEGAN}
    taken = chosen if chosen in options else usual or ""
    several = tuple(options.items()) if len(options) > 1 else ()
    return Why(sentence=options.get(taken, ""), chosen=taken, options=several)

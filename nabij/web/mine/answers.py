"""What yes, in part and no mean for each kind of request: whoever answers and whoever asked read the same words."""

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _

from nabij.trust.models import Objection, Reply, Request

Meaning = dict[str, str | Lazy]
YES, PARTLY, NO = Reply.Kind.GRANTED.value, Reply.Kind.PARTLY.value, Reply.Kind.REFUSED.value
IN_PART = _("Voor een deel, en dit is waarom")
NOT = _("Nee, en dit is waarom")
HALF_RIGHT = _("Je hebt voor een deel gelijk, en dit is waarom")

OBJECTIONS: dict[str, Meaning] = {
    Objection.About.LOOK: {
        YES: _("Je hebt gelijk: dit had niet gemogen"),
        PARTLY: HALF_RIGHT,
        NO: _("Dit mocht, en dit is waarom"),
    },
    Objection.About.READER: {
        YES: _("Je hebt gelijk: deze persoon hoort niet mee te lezen"),
        PARTLY: HALF_RIGHT,
        NO: _("Deze persoon mag meelezen, en dit is waarom"),
    },
    Objection.About.NOTE: {
        YES: _("Je hebt gelijk: dit had er niet mogen staan"),
        PARTLY: HALF_RIGHT,
        NO: _("Dit mag er staan, en dit is waarom"),
    },
}
OBJECTION: Meaning = {YES: _("Je hebt gelijk"), PARTLY: HALF_RIGHT, NO: _("Dit mag, en dit is waarom")}
REQUESTS: dict[str, Meaning] = {
    Request.Kind.ACCESS: {YES: _("Ja, je krijgt te weten wat er staat"), PARTLY: IN_PART, NO: NOT},
    Request.Kind.CORRECT: {YES: _("Ja, dit wordt veranderd"), PARTLY: IN_PART, NO: NOT},
    Request.Kind.ERASE: {YES: _("Ja, dit wordt gewist"), PARTLY: IN_PART, NO: NOT},
    Request.Kind.LIMIT: {YES: _("Ja, beperken mag"), PARTLY: IN_PART, NO: NOT},
    Request.Kind.WITHDRAW: {YES: _("Ja, je toestemming geldt niet meer"), PARTLY: IN_PART, NO: NOT},
    Request.Kind.PORTABILITY: {YES: _("Ja, je krijgt je gegevens mee"), PARTLY: IN_PART, NO: NOT},
}


def answers_to(request: Request) -> list[tuple[str, str]]:
    """The answers one may give, each said as what it means here."""
    return [(kind, str(meaning)) for kind, meaning in meaning_for(request).items()]


def meaning_for(request: Request) -> Meaning:
    if request.kind == Request.Kind.OBJECT:
        return OBJECTIONS.get(request.about_kind, OBJECTION)
    return REQUESTS[request.kind]

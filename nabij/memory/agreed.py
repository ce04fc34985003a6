"""What somebody did around the agreement of their neighbourhood, in their own copy."""

from django.utils.translation import gettext_lazy as _

from nabij.bridge.models import Penholder, Remark
from nabij.memory.grounds import SAID_BY_ME, TO_REACH
from nabij.memory.part import Part
from nabij.memory.whose import mine

AGREED: tuple[Part, ...] = (
    Part(
        "afspraak-opmerkingen",
        _("Wat je van de buurtafspraak zei"),
        Remark,
        mine("person"),
        SAID_BY_ME,
        TO_REACH,
        order="-at",
        says="words",
    ),
    Part(
        "afspraak-getekend",
        _("Welke buurtafspraak je voorstelde of tekende"),
        Penholder,
        mine("person"),
        SAID_BY_ME,
        TO_REACH,
        shown=False,
        order="-at",
    ),
)

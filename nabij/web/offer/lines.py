"""When an offer can be, in words."""

from django.utils.translation import gettext as _

from nabij.bridge.heard import HeardOffer
from nabij.bridge.offers import Offer
from nabij.bridge.weeks import in_words
from nabij.web.days import say_date


def when(offer: Offer | HeardOffer) -> str:
    """When it can be, and how often."""
    parts = [in_words(offer.week) or _("in overleg")]
    if offer.room:
        parts.append(_("%(count)s keer per maand") % {"count": offer.room})
    if offer.until:
        parts.append(_("tot en met %(day)s") % {"day": say_date(offer.until)})
    return ", ".join(parts)

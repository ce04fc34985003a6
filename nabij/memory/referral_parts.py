"""What is known about somebody in referrals: those about them and those they asked, and what was said there."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nabij.bridge.models import Receiver, Referral, ReferralStep, Thanks
from nabij.memory.part import Part
from nabij.memory.whose import About


def about_or_by(about: About, at: str = "") -> Q:
    return Q(**{f"{at}about": about.person}) | Q(**{f"{at}by": about.person})


def of_referral(about: About) -> Q:
    return about_or_by(about, "referral__")


REFERRAL_PARTS = (
    Part("doorverwijzingen", _("Wat er voor je is gevraagd, en wat je zelf vroeg"), Referral, about_or_by, order="-at"),
    Part("gevraagden", _("Aan wie dat is gevraagd"), Receiver, of_referral, shown=False),
    Part(
        "stappen",
        _("Hoe dat ging"),
        ReferralStep,
        lambda about: of_referral(about) | Q(who=about.person),
        shown=False,
        order="-at",
    ),
    Part("dank", _("Dank van jou en aan jou"), Thanks, lambda about: Q(by=about.person) | Q(to=about.person)),
)

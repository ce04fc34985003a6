"""What somebody offered and asked, of what is known about them; `parts.py` takes it up."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from nabij.bridge.models import (
    Ask,
    AskEnding,
    Asker,
    AskYes,
    Contradiction,
    HandingOn,
    HeardOffer,
    Introduction,
    Offer,
    OfferAsked,
    OfferEnding,
    OfferPause,
    OfferYes,
    Referral,
    Safeguard,
)
from nabij.memory.grounds import OWN_WISH, SAID_BY_HOUSE, SAID_BY_ME, TO_REACH
from nabij.memory.part import Part, Rows
from nabij.memory.whose import About, mine


def asked(about: About, at: str = "") -> Q:
    """For whom it is, or by whom it was asked."""
    return Q(**{f"{at}about": about.person}) | Q(**{f"{at}asked_by": about.person})


OFFERED: dict[str, Any] = {"said_by": SAID_BY_ME, "why": TO_REACH, "ground": OWN_WISH}
BRIDGE = (
    Part(
        "overgenomen",
        _("Wat je aan een ander overdroeg, en wat jij overnam"),
        HandingOn,
        lambda about: Q(person=about.person) | Q(to=about.person),
        SAID_BY_HOUSE,
        TO_REACH,
        order="-at",
        says="what",
    ),
    Part("aanbod", _("Wat je aanbiedt in de buurt"), Offer, mine("person"), order="-at", says="line", **OFFERED),
    Part(
        "aanbod-voor-een-ander",
        _("Wat een ander voor je opschreef dat je graag doet, of jij voor een ander"),
        HeardOffer,
        lambda about: Q(person=about.person) | Q(noted_by=about.person),
        SAID_BY_HOUSE,
        TO_REACH,
        OWN_WISH,
        order="-at",
        says="line",
    ),
    Part(
        "ja-op-een-aanbod",
        _("Wat er op een aanbod voor een ander is gezegd"),
        OfferYes,
        lambda about: Q(by=about.person) | Q(heard__person=about.person) | Q(heard__noted_by=about.person),
        shown=False,
    ),
    Part("aanbod-pauze", _("Wanneer je aanbod rust"), OfferPause, mine("offer__person"), shown=False, **OFFERED),
    Part("aanbod-voorbij", _("Welk aanbod stopte"), OfferEnding, mine("offer__person"), shown=False, **OFFERED),
    Part(
        "gevraagd",
        _("Wanneer je voor je aanbod gevraagd bent, en wie jij vroeg"),
        OfferAsked,
        lambda about: Q(offer__person=about.person) | Q(by=about.person),
        SAID_BY_HOUSE,
        TO_REACH,
        shown=False,
        order="-at",
    ),
    Part("waarborg", _("Wat er van je gezien is, zoals een VOG"), Safeguard, mine("person"), SAID_BY_HOUSE, TO_REACH),
    Part(
        "tegenspraak",
        _("Wat jij zei dat niet klopt, en wat er niet klopt van je aanbod"),
        Contradiction,
        lambda about: Q(by=about.person) | Q(offer__person=about.person, ask__isnull=True),
        order="-at",
        says="words",
    ),
    Part("vragen", _("Wat je in de buurt vroeg"), Ask, lambda about: asked(about, "asker__"), order="-at", says="line"),
    Part("wie-vraagt", _("Voor wie je iets vroeg"), Asker, asked, shown=False, order="-at"),
    Part(
        "ja-op-een-vraag",
        _("Wat er op een vraag voor een ander is gezegd"),
        AskYes,
        lambda about: Q(by=about.person) | asked(about, "ask__asker__"),
        shown=False,
    ),
    Part(
        "vraag-voorbij",
        _("Hoe een vraag afliep"),
        AskEnding,
        lambda about: Q(by=about.person) | asked(about, "ask__asker__"),
        shown=False,
    ),
)


def handed_on(person: UUID) -> "QuerySet[HandingOn]":
    """By or to somebody, or of what was asked, sent or proposed for them: by whoever carried that."""
    asked_for = Asker.objects.filter(about=person).values("ask")
    sent = Referral.objects.filter(Q(about=person) | Q(by=person)).values("id")
    met = Introduction.objects.filter(Q(one=person) | Q(other=person) | Q(proposed_by=person)).values("id")
    of_theirs = Q(ask__in=asked_for) | Q(referral__in=sent) | Q(introduction__in=met)
    return HandingOn.objects.filter(Q(person=person) | Q(to=person) | of_theirs)


def bridge_of(person: UUID) -> list[Rows]:
    """What goes of it when somebody is forgotten: what they offered, and what was asked for them.

    Who asks goes after the ask: of an ask nobody asks any more, the rules do not know that it may go. What they said of
    another's offer is found without it: whoever erases does not see that offer.
    """
    offered, asked_for = Offer.objects.filter(person=person), Asker.objects.filter(about=person)
    of_them = Q(by=person) | Q(offer__in=offered) | Q(ask__in=asked_for.values("ask"))
    return [
        ("tegenspraak", Contradiction.objects.filter(of_them).only("id")),
        ("vraag-voorbij", AskEnding.objects.filter(ask__asker__about=person)),
        ("ja-op-een-vraag", AskYes.objects.filter(ask__asker__about=person)),
        ("vragen", Ask.objects.filter(asker__about=person)),
        ("wie-vraagt", Asker.objects.filter(about=person)),
        ("aanbod-pauze", OfferPause.objects.filter(offer__person=person)),
        ("aanbod-voorbij", OfferEnding.objects.filter(offer__person=person).only("id")),
        ("gevraagd", OfferAsked.objects.filter(offer__person=person).only("id")),
        ("ja-op-een-aanbod", OfferYes.objects.filter(heard__person=person)),
        ("aanbod-voor-een-ander", HeardOffer.objects.filter(person=person)),
        ("aanbod", Offer.objects.filter(person=person).only("id")),
        ("waarborg", Safeguard.objects.filter(person=person)),
    ]

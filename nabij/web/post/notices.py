"""Letters that say that something waits, and never what: they are read on whatever screen somebody's mail stands."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.post.models import Letter

# {what a letter is about: (its sentence, the page where it stands, or Today)}; {name} is who wrote it.
SAYS: dict[str, tuple[Any, str]] = {
    "seal_asked": (gettext_lazy("%(name)s vraagt je om samen iets te bewaren."), "seal"),
    "seal_answered": (gettext_lazy("%(name)s gaf je antwoord."), "seal"),
    "seal_proposed": (gettext_lazy("%(name)s stelt je iets voor."), "seal"),
    "seal_decided": (gettext_lazy("%(name)s gaf je antwoord."), "seal"),
    "seal_left": (gettext_lazy("%(name)s bewaart iets niet meer met je. Vraag een ander."), "seal"),
    "seal_due": (gettext_lazy("Vandaag zouden jullie samen opnieuw naar iets kijken."), "seal"),
    "glass_broken": (gettext_lazy("Er is een noodopening waar jij naar kijkt."), "watched_glass"),
    "glass_told": (gettext_lazy("Iemand las bij gevaar een verhaal waar jij bij bent."), "told_glass"),
    "concern": (gettext_lazy("%(name)s deelt een zorg met je. Laat je iets weten?"), "concern"),
    "promise_handed": (gettext_lazy("%(name)s vraagt of iemand anders een afspraak van je overneemt."), "promise"),
    "absence_asked": (gettext_lazy("%(name)s is er een tijd niet, en vraagt jou om waar te nemen."), "absence"),
    "absence_over": (gettext_lazy("%(name)s laat weten dat het waarnemen voorbij is."), "absence"),
    "absence_told": (gettext_lazy("%(name)s is er een tijd niet. Iemand anders leest zolang met je mee."), "circle"),
    "handover": (gettext_lazy("%(name)s gaat weg, en vraagt jou iets."), "handover"),
    "handover_answered": (gettext_lazy("%(name)s gaf je antwoord."), "handover"),
    "began_again": (gettext_lazy("%(name)s ging een maand geleden weg. Hoe is het nu?"), "began_again"),
    "agreement_due": (
        gettext_lazy("Binnenkort kijken jullie opnieuw naar iets wat je tekende."),
        "agreement_version",
    ),
    "safeguard_ends": (gettext_lazy("Er loopt binnenkort iets af. Wil je er op tijd naar kijken?"), ""),
    "introduction_told": (gettext_lazy("Er is antwoord op een kennismaking die jij voorstelde."), "introduction"),
    "introduction_wanted": (gettext_lazy("Iemand wil doen wat jij voor een ander vroeg."), "introduction"),
    "concern_answered": (gettext_lazy("%(name)s liet je iets weten."), "concern"),
    "referral": (gettext_lazy("%(name)s vraagt je iets voor een ander."), "referral"),
    "referral_first": (gettext_lazy("%(name)s wil iets voor je vragen, en laat het jou eerst lezen."), "referral"),
    "referral_about": (gettext_lazy("Er is iets voor je gevraagd, of er kwam antwoord."), "referral"),
    "referral_step": (gettext_lazy("%(name)s liet je iets weten."), "referral"),
    "referral_due": (gettext_lazy("%(name)s wacht nog op een antwoord van je."), "referral"),
    "thanks": (gettext_lazy("%(name)s bedankt je."), "referral"),
    "handed_on": (gettext_lazy("%(name)s vraagt je om iets over te nemen."), "handing"),
    "handing_answered": (gettext_lazy("%(name)s gaf je antwoord."), "handing"),
    "handed_ask": (gettext_lazy("%(name)s kijkt voortaan mee naar iets wat voor jou is."), "ask"),
    "referral_handed": (gettext_lazy("%(name)s neemt iets over wat jou aangaat."), "referral"),
    "introduction_handed": (gettext_lazy("%(name)s neemt iets over wat jou aangaat."), "introduction"),
    "agreement_handed": (gettext_lazy("%(name)s is voortaan aanspreekpunt voor een groep."), "agreement_version"),
    "dilemma": (gettext_lazy("%(name)s vraagt je om mee te denken over een lastige keuze."), "dilemma"),
    "dilemma_open": (gettext_lazy("De stemmen over een lastige keuze zijn open."), "dilemma"),
    "dilemma_decided": (gettext_lazy("%(name)s nam een besluit waar jij over meedacht."), "dilemma"),
    "working_together": (gettext_lazy("Een maand geleden viel er een besluit. Hoe gaat samenwerken nu?"), "dilemma"),
    "backing": (gettext_lazy("%(name)s vraagt je om rugdekking."), ""),
    "deviation_lapsed": (gettext_lazy("Een afwijking kreeg geen rugdekking binnen een week, en is vervallen."), ""),
    "deviation_review": (gettext_lazy("Vandaag zou je terugkijken op een afwijking. Wat kwam ervan?"), ""),
    "deviation_ends": (gettext_lazy("Een afwijking geldt nog een week, of korter."), ""),
    "partner": (gettext_lazy("%(name)s schreef je een berichtje."), "partner"),
    "day": (gettext_lazy("Vandaag wilde je iets doen, of ergens op terugkomen."), ""),
    "week": (gettext_lazy("Deze week wil je iets doen, of ergens op terugkomen."), ""),
}


def notice(letter: Letter, at: datetime) -> tuple[str, dict[str, Any]]:
    """The same neutral subject for all: whoever reads over a shoulder learns nothing."""
    said, page = SAYS[letter.about_kind]
    address = settings.NABIJ_URL + (reverse(page, args=[letter.about_id]) if page else reverse("home"))
    return _("Er wacht iets op je"), {
        "said": said % {"name": letter.writer.first_name if letter.writer else ""},
        "address": address,
    }

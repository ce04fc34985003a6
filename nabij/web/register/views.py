"""The register of processing as a page, for whoever asks; it holds nothing about anybody."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from nabij.base.privacy import Keep
from nabij.trust.acting import NOBODY, acting_as
from nabij.trust.purposes import Ground, Purpose
from nabij.trust.register import Register, register

# How long each kind of term is, in the words of the page.
HOW_LONG = {
    Keep.FOREVER: _("Zolang deze plek er is"),
    Keep.LISTING: _("Zolang het op de sociale kaart staat"),
    Keep.PERSON: _("Zolang je hier bekend bent"),
    Keep.ACCOUNT: _("Zolang je inlogt; na twee jaar niet gebruiken gaat het weg"),
    Keep.STORY: _("Zolang de reden hierboven zegt"),
    Keep.LOG: _("Vijf jaar"),
    Keep.YEAR: _("Een jaar nadat het voorbij is"),
    Keep.MONTHS: _("Zes maanden na het laatste moment"),
    Keep.SHORT: _("Dertig dagen nadat het voorbij is"),
}


@dataclass(frozen=True)
class Reason:
    """One purpose, in the words of the page."""

    sentence: str
    ground: str
    law: str
    special: str
    recipients: str
    people: str
    data: str
    stays: str
    only_with_yes: bool


def reason(one: Purpose) -> Reason:
    return Reason(
        sentence=gettext(one.sentence),
        ground=str(one.get_ground_display()),
        law=one.law,
        special=str(one.get_special_display()),
        recipients=gettext(one.recipients),
        people=gettext(one.people) if one.people else "",
        data=gettext(one.data) if one.data else "",
        stays=f"{how_long(one.keep_months)} {one.get_counts_from_display()}",
        only_with_yes=not one.to_volunteers and one.ground not in (Ground.CONSENT, Ground.INTEREST),
    )


def how_long(months: int) -> str:
    if months % 12:
        return ngettext("%(n)s maand", "%(n)s maanden", months) % {"n": months}
    return gettext("%(n)s jaar") % {"n": months // 12}


def terms(made: Register) -> list[tuple[str, list[dict[str, object]]]]:
    """What is about people, by how long it stays."""
    found: dict[Keep, list[dict[str, object]]] = {}
    for one in made.about_people:
        found.setdefault(one.keep, []).append({"word": one.word, "sensitive": bool(one.sensitive)})
    return [(str(HOW_LONG[keep]), tables) for keep, tables in found.items()]


@require_safe
def processing(request: HttpRequest) -> HttpResponse:
    """Why we write things down: the same page for whoever is logged in and for a visitor."""
    with acting_as(NOBODY):
        made = register()
    reasons = [(one.enabled, reason(one)) for one in made.purposes]
    words = {
        "reasons": [one for enabled, one in reasons if enabled],
        "not_in_use": [one for enabled, one in reasons if not enabled],
        "terms": terms(made),
    }
    return render(request, "register/register.html", words)

"""What memory found in the bridge, as lines: what kind it is, of whom as far as one may know, and where it stands."""

from django.urls import reverse
from django.utils.translation import gettext as _

from nabij.bridge.lifecycle import State
from nabij.bridge.models import Ask, Clause, Introduction, Offer, Referral, Side
from nabij.memory.bridged_hits import Bridged, whose
from nabij.web.faces import Face
from nabij.web.story.lines import face_of


def called(thing: Bridged) -> str:
    return {
        Ask: _("vraag"),
        Offer: _("aanbod"),
        Referral: _("doorverwijzing"),
        Side: _("kennismaking"),
        Introduction: _("kennismaking"),
        Clause: _("buurtafspraak"),
    }[type(thing)]


def page_of(thing: Bridged) -> str:
    if isinstance(thing, Side):
        return reverse("introduction", args=[thing.introduction_id])
    if isinstance(thing, Clause):
        return reverse("agreement_version", args=[thing.agreement_id])
    return reverse(type(thing)._meta.model_name or "", args=[thing.pk])


def face_of_bridged(thing: Bridged) -> Face:
    """Whom it is of, as far as one may know; else somebody, without a face."""
    person = whose(thing)
    if person:
        return face_of(person, hat=None)
    return Face(name=name_of(thing), shape="unknown")


def name_of(thing: Bridged) -> str:
    if isinstance(thing, Referral):
        return thing.about_name.split(" ", 1)[0]
    if isinstance(thing, Introduction):
        return _("Kennismaking die jij voorstelde")
    if isinstance(thing, Side):
        return thing.whom.split(",", 1)[0]
    return _("Iemand uit de buurt") if isinstance(thing, Ask) else _("De buurt")


def note_of(thing: Bridged) -> str:
    """Of whom a referral asks it, and how it stands."""
    if isinstance(thing, Referral):
        state = State(getattr(thing, "state", None) or State.DRAFT).label  # As `as_they_stand` reads it.
        return _("Aan %(name)s: %(state)s.") % {"name": thing.to_name, "state": state}
    return ""

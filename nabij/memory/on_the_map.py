"""What somebody said on the social map: in their copy, and what of it goes when they are forgotten."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from nabij.base.naming import MAIL, NUMBER, PHONE
from nabij.directory.entering import leave
from nabij.directory.models import Confirmation, Contact, Initiative, InitiativeAnswer, Phone, Twin
from nabij.directory.own_rows import OF_WHO_KEEPS, Said
from nabij.memory.grounds import OWN_WISH, SAID_BY_HOUSE, SAID_BY_ME, TO_REACH
from nabij.memory.part import Part, Rows
from nabij.memory.unnamed import unnamed
from nabij.memory.whose import mine
from nabij.people.models import Person

TEXTS = ("name", "description", "place", "hours", "for_whom", "community", "go_between")

ON_THE_MAP: tuple[Part, ...] = (
    Part(
        "klopt-nog",
        _("Wat je op de sociale kaart bevestigde"),
        Confirmation,
        mine("by"),
        SAID_BY_ME,
        TO_REACH,
        shown=False,
    ),
    Part(
        "dubbel",
        _("Wat je op de sociale kaart samenvoegde"),
        Twin,
        mine("by"),
        SAID_BY_ME,
        TO_REACH,
        shown=False,
    ),
    Part(
        "zelf-op-de-kaart",
        _("Wat je zelf op de sociale kaart zette"),
        Initiative,
        mine("by"),
        SAID_BY_ME,
        TO_REACH,
        OWN_WISH,
        shown=False,
        order="-at",
    ),
    Part(
        "antwoord-op-de-kaart",
        _("Wat er is geantwoord op wat op de sociale kaart wil"),
        InitiativeAnswer,
        lambda about: Q(by=about.person) | Q(initiative__by=about.person),
        SAID_BY_HOUSE,
        TO_REACH,
        shown=False,
        order="-at",
    ),
)


def on_the_map_of(person: UUID) -> list[Rows]:
    """What they sent in goes, and their name and number; where others can go on, its listing stays without them."""
    own = [one.source for one in Initiative.objects.filter(by=person).only("id", "neighbourhood_id")]
    return [
        ("sociale-kaart", Phone.objects.filter(came_from__in=own).only("id")),
        ("sociale-kaart", Contact.objects.filter(came_from__in=own).only("id")),
        ("sociale-kaart", Initiative.objects.filter(by=person).only("id")),
    ]


def leave_the_map(person: Person, *, at: datetime) -> None:
    """What this person put on the map stands on without them, or stops: before anything of it goes."""
    for one in Initiative.objects.on_the_map().filter(by=person).select_related("neighbourhood"):
        leave(initiative=one, said=without(person, said=one.said), at=at)


def without(person: Person, *, said: Said) -> Said:
    """What they said, but not who they are: their name in a text is "iemand", and no number or mail address is left."""
    kept = {name: text for name, text in said.items() if name not in OF_WHO_KEEPS}
    if person.street and person.street.casefold() in kept.get("address", "").casefold():
        kept = {name: text for name, text in kept.items() if name not in ("address", "postcode")}  # Maybe their door.
    if "link" in kept and ("virtual" not in kept or NUMBER.search(kept["link"])):
        kept.pop("link")  # A page of their own, or a number in an address.
    texts = {name: _texted(kept[name], person=person) for name in TEXTS if name in kept}
    return kept | texts


def _texted(text: str, *, person: Person) -> str:
    text = MAIL.sub(_now("een mailadres"), PHONE.sub(_now("een telefoonnummer"), text))
    return capfirst(unnamed(text, person=person, beside=frozenset()))

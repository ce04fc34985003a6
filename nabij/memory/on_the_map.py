"""What somebody said on the social map: in their copy, and what of it goes when they are forgotten."""

from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nabij.directory.models import Confirmation, Contact, Initiative, InitiativeAnswer, Phone, Twin
from nabij.memory.grounds import OWN_WISH, SAID_BY_HOUSE, SAID_BY_ME, TO_REACH
from nabij.memory.part import Part, Rows
from nabij.memory.whose import mine

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
    """What they sent in goes, and their name and number; what they do keeps its listing, without them."""
    own = [one.source for one in Initiative.objects.filter(by=person).only("id", "neighbourhood_id")]
    return [
        ("sociale-kaart", Phone.objects.filter(came_from__in=own).only("id")),
        ("sociale-kaart", Contact.objects.filter(came_from__in=own).only("id")),
        ("sociale-kaart", Initiative.objects.filter(by=person).only("id")),
    ]

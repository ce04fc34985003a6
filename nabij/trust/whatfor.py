"""Why something is written down: which purpose is the usual one here, and whether it allows who reads."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import BooleanField, F, Func, Value
from django.utils.translation import gettext as _

from nabij.people.models import Hat, Person
from nabij.trust.models import Circle
from nabij.trust.purposes import Purpose
from nabij.trust.usual_purposes import GROUP, MYSELF, NEIGHBOURS, ONES_OWN, TOGETHER


class NotInUse(ValueError):
    """One writes for a purpose that is enabled, on a ground that is in force."""

    def __init__(self) -> None:
        super().__init__(_("Deze reden is niet in gebruik. Kies een andere."))


class MayNotWrite(ValueError):
    """What may not be written here, as it stands now."""


class StoryClosed(MayNotWrite):
    """A closed story takes nothing new until somebody opens it again."""

    def __init__(self) -> None:
        super().__init__(_("Dit verhaal is afgesloten. Heropen het eerst, op de pagina van het verhaal."))


class NotForVolunteers(MayNotWrite):
    """From a professional to a volunteer goes only what has a ground for that."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "In deze kring lezen ook buren of vrijwilligers mee, en voor deze reden mag dat niet zomaar. "
                "Kies een andere kring of reden, of vraag eerst om een ja van degene om wie het gaat."
            )
        )


class NeedsYes(ValueError):
    """Who lets a volunteer in for their work needs a purpose for it, or the resident's yes."""

    def __init__(self, person: Person) -> None:
        said = _(
            "%(name)s leest hier niet voor zijn of haar werk, en waarvoor deze kring schrijft mag dat niet zomaar. "
            "Laat degene om wie het gaat zelf iemand toelaten, of vraag eerst om hun ja."
        )
        super().__init__(said % {"name": person.first_name})


class MayShare(Func):
    """Whether I may write in a circle for a purpose, given who reads there."""

    function = "trust.may_share"
    output_field = BooleanField()


class IsClosed(Func):
    """Whether the story of a circle is closed."""

    function = "trust.is_closed"
    output_field = BooleanField()


class MayJoin(Func):
    """Whether I may let somebody in a hat into a circle, given what it writes for."""

    function = "trust.may_join"
    output_field = BooleanField()


def usual(*, kind: str, by: Person, hat: Hat | None, residents: Sequence[Person] = ()) -> str:
    """The key of the purpose that is right in nearly all cases."""
    if kind == Circle.Kind.OWN:
        return MYSELF
    if kind == Circle.Kind.GROUP:
        return GROUP
    if hat and hat.formal:
        return TOGETHER
    return ONES_OWN if by in residents else NEIGHBOURS


def in_use(key: str) -> str:
    """The same key, when one may write for it."""
    if not Purpose.objects.in_use().filter(key=key).exists():
        raise NotInUse
    return key


def purpose_for(*, circle: Circle, chosen: str = "") -> str | None:
    """For what one writes in this circle: its own purpose, unless another was chosen. Refuses what may not be shared.

    A circle one is not in has none here; the rules of the database refuse what is written to it.
    """
    asked = Value(chosen) if chosen else F("purpose_id")
    theirs = Circle.objects.filter(id=circle.id).annotate(may=MayShare("id", asked))
    for own, may in theirs.values_list("purpose_id", "may"):
        if not may:
            in_use(chosen or own or "")
            raise StoryClosed if theirs.filter(IsClosed("id")).exists() else NotForVolunteers
        return chosen or own
    return chosen or None


class ChildDecides(NeedsYes):
    """From twelve a child says itself whether a parent reads what it tells."""

    def __init__(self, person: Person) -> None:
        said = _(
            "%(name)s is de ouder of voogd van wie dit gaat. Vanaf twaalf jaar laat een kind zelf een ouder meelezen."
        )
        ValueError.__init__(self, said % {"name": person.first_name})


def refuse_without_yes(*, circle: Circle, person: Person, hat: Hat | None) -> None:
    """Refuses a volunteer whom a professional lets in for a purpose not meant for that, and a parent past the child."""
    worn: UUID | None = hat.id if hat else None
    theirs = Circle.objects.filter(id=circle.id).annotate(may=MayJoin("id", Value(person.id), Value(worn)))
    if False in theirs.values_list("may", flat=True):
        raise NeedsYes(person)
    apart = Func("id", Value(person.id), function="trust.only_the_child", output_field=BooleanField())
    mine = Func("id", Func(function="trust.me"), function="trust.is_resident", output_field=BooleanField())
    if theirs.alias(apart=apart, mine=mine).filter(apart=True, mine=False).exists():
        raise ChildDecides(person)

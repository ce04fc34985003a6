"""Doubles on the map: what is likely, and what a person said of it. Nothing is moved, so undoing is exact."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from nabij.directory.doubles.cards import Card, Place, card, placed
from nabij.directory.doubles.likeness import Likeness, likenesses
from nabij.directory.models import Address, Phone, Service, ServiceAtLocation
from nabij.directory.reading import SHOWN
from nabij.directory.twins import Twin
from nabij.people.models import Person


class OneAlready(ValueError):
    """What is one already is not said to be one again."""

    def __init__(self) -> None:
        super().__init__(_("Een van deze twee is al samengevoegd. Maak dat eerst los."))


class TwoAlready(ValueError):
    """Only what stands as one can be taken apart."""

    def __init__(self) -> None:
        super().__init__(_("Deze twee zijn al los van elkaar."))


class NotTwo(ValueError):
    """A listing is no double of itself."""

    def __init__(self) -> None:
        super().__init__(_("Dit is twee keer dezelfde vermelding."))


def join(*, kept: Service, double: Service, by: Person | None, at: datetime) -> Twin:
    """The double leads to the one that is kept, which shows what both say. by: None when administration says it."""
    if kept == double:
        raise NotTwo
    with transaction.atomic(), connection.cursor() as cursor:
        # Whoever says the same at this moment waits, so that no chain or ring comes of it.
        cursor.execute("select pg_advisory_xact_lock(hashtext('directory_twin'))")
        both = [kept.pk, double.pk]
        said = Twin.objects.standing()
        if said.filter(Q(double__in=both) | Q(kept=double.pk)).exists():
            raise OneAlready
        return Twin.objects.create(kept=kept, double=double, found=Twin.Found.ONE, by=by, at=at)


def keep_apart(*, one: Service, other: Service, by: Person | None, at: datetime) -> Twin:
    """They are two, and are not proposed again."""
    if one == other:
        raise NotTwo
    pair = [one.pk, other.pk]
    if Twin.objects.standing().filter(kept__in=pair, double__in=pair).exists():
        raise OneAlready
    return Twin.objects.create(kept=one, double=other, found=Twin.Found.TWO, by=by, at=at)


def take_back(*, twin: Twin, by: Person | None, at: datetime) -> Twin:
    """What was said is undone: both stand there as before, and are proposed again."""
    if not Twin.objects.last_said().exclude(found=Twin.Found.BACK).filter(pk=twin.pk).exists():
        raise TwoAlready
    return Twin.objects.create(kept=twin.kept, double=twin.double, found=Twin.Found.BACK, by=by, at=at)


@dataclass(frozen=True)
class Proposal:
    """Two listings that are likely one, and why; `kept` is the one that says most."""

    kept: Service
    double: Service
    reasons: tuple[str, ...]

    @property
    def both(self) -> tuple[Service, Service]:
        return self.kept, self.double


def proposals(*, about: Iterable[UUID] | None = None, most: int | None = None) -> list[Proposal]:
    """What is likely one and was not yet judged, the likeliest first; about: only with one of these in it."""
    judged = {
        frozenset(pair)
        for pair in Twin.objects.last_said().exclude(found=Twin.Found.BACK).values_list("kept_id", "double_id")
    }
    found = [one for one in likenesses(cards(), about=about) if one.pair not in judged][:most]
    services = Service.objects.select_related("organization").in_bulk([key for one in found for key in one.pair])
    return [_proposed(one, services) for one in found]


def merged(*, about: Iterable[UUID]) -> list[Twin]:
    """What stands as one, with one of these in it, the last first."""
    keys = list(about)
    said = Twin.objects.standing().filter(Q(kept__in=keys) | Q(double__in=keys))
    return list(said.select_related("kept", "double", "by").order_by("-at", "-id"))


def _proposed(likeness: Likeness, services: dict[UUID, Service]) -> Proposal:
    kept, double = sorted(
        (services[likeness.one.id], services[likeness.other.id]), key=lambda one: (-len(one.description), one.pk)
    )
    return Proposal(kept, double, likeness.reasons)


def cards() -> list[Card]:
    """Every listing on show as it is compared, but for those that lead to another: four questions to the database."""
    gone = set(Twin.objects.standing().values_list("double_id", flat=True))
    phones, places = _phones(), _places()
    said = Service.objects.filter(status__in=SHOWN).order_by("id")
    rows = said.values_list("id", "name", "organization__name", "url", "email")
    return [
        card(
            id=key,
            name=name,
            organization=organization or "",
            places=places.get(key, ()),
            phones=phones.get(key, ()),
            webs=[url],
            mails=[mail],
        )
        for key, name, organization, url, mail in rows
        if key not in gone
    ]


def _phones() -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    own = Q(service__isnull=False) | Q(service_at_location__isnull=False) | Q(contact__service__isnull=False)
    ways = ("service_id", "service_at_location__service_id", "contact__service_id")
    for number, *keys in Phone.objects.filter(own).order_by("id").values_list("number", *ways):
        for key in filter(None, keys):
            found[key].append(number)
    return found


def _places() -> dict[UUID, list[Place]]:
    at: dict[UUID, list[Place]] = defaultdict(list)
    rows = Address.objects.exclude(location=None).exclude(address_type="postal").order_by("id")
    for key, address, code, city in rows.values_list("location_id", "address_1", "postal_code", "city"):
        at[key].append(placed(address=address, code=code, city=city))
    found: dict[UUID, list[Place]] = defaultdict(list)
    for service, location in ServiceAtLocation.objects.values_list("service_id", "location_id"):
        found[service] += at.get(location, ())
    return found

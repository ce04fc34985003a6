"""Reading the social map without searching: what it is about, in which languages, and one listing whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q

from nabij.directory.hits import Hit, told
from nabij.directory.models import (
    Accessibility,
    Address,
    Confirmation,
    Contact,
    CostOption,
    Language,
    Location,
    Phone,
    RequiredDocument,
    Service,
    ServiceArea,
    TaxonomyTerm,
)
from nabij.directory.owners import OwnerChange
from nabij.directory.twins import Twin

SHOWN = (Service.Status.ACTIVE, Service.Status.AWAY)
LAST_CHANGES = 5
SUBJECTS = ("category", "taxonomy")  # What a listing is about; other kinds of term say for whom, or how to come in.


@dataclass(frozen=True)
class Subject:
    """Something the social map is about ("onderwerp"), with how many listings are; `key` is what search takes."""

    key: str
    name: str
    description: str
    services: int


def subjects() -> list[Subject]:
    """Every subject that a listing on show is about, by name."""
    shown = Service.objects.filter(status__in=SHOWN).exclude(pk__in=Twin.objects.standing().values("double"))
    about = Q(
        attributes__link_entity="service",
        attributes__link_type__in=SUBJECTS,
        attributes__link_id__in=shown.values("id"),
    )
    terms = TaxonomyTerm.objects.filter(about).annotate(services=Count("attributes__link_id", distinct=True))
    return [
        Subject(one.code or str(one.id), one.name, one.description, one.services)
        for one in terms.exclude(name="").order_by("name", "id")
    ]


def languages() -> list[str]:
    """The codes of the languages that are spoken somewhere on the map."""
    codes = Language.objects.exclude(code="").exclude(service=None).order_by("code").values_list("code", flat=True)
    return list(codes.distinct())


@dataclass(frozen=True)
class Listing:
    """One listing of the social map with everything it tells."""

    hit: Hit
    contacts: list[Contact]
    phones: list[Phone]
    costs: list[CostOption]
    documents: list[RequiredDocument]
    areas: list[ServiceArea]
    locations: list[Location]
    addresses: list[Address]
    access: list[Accessibility]
    last: Confirmation | None
    twins: list[Twin]
    changes: list[OwnerChange]

    def addresses_of(self, location: Location) -> list[Address]:
        here = [one for one in self.addresses if one.location_id == location.id]
        return [one for one in here if one.address_type != "postal"] or here

    def access_of(self, location: Location) -> list[Accessibility]:
        return [one for one in self.access if one.location_id == location.id]


def listing(service: UUID, *, at: datetime) -> Listing:
    """One listing whole, with what its doubles tell, in as many questions to the database as it has kinds of rows.

    Raises Service.DoesNotExist, and `IsDouble` when another listing is kept instead.
    """
    found = told([service], at=at)
    if not found:
        raise Service.DoesNotExist
    hit, twins = found[0], twins_of(service)
    both = [service, *(one.double_id for one in twins)]
    own = Q(service__in=both)
    here = own | Q(service_at_location__service__in=both)
    places = list(Location.objects.filter(services__service__in=both).distinct().order_by("name", "id"))
    return Listing(
        hit=hit,
        contacts=list(Contact.objects.filter(here).order_by("id")),
        phones=_phones(hit.service, places, here, both),
        costs=list(CostOption.objects.filter(own).order_by("id")),
        documents=list(RequiredDocument.objects.filter(own).order_by("id")),
        areas=list(ServiceArea.objects.filter(own).order_by("id")),
        locations=places,
        addresses=list(Address.objects.filter(location__in=places).order_by("id")),
        access=list(Accessibility.objects.filter(location__in=places).order_by("id")),
        last=Confirmation.objects.filter(own).order_by("-at").first(),
        twins=twins,
        changes=list(OwnerChange.objects.filter(own).order_by("-at")[:LAST_CHANGES]) if hit.by_owner else [],
    )


class IsDouble(Exception):
    """A listing that leads to another."""

    def __init__(self, kept: UUID) -> None:
        super().__init__()
        self.kept = kept


def twins_of(service: UUID) -> list[Twin]:
    """The doubles of a listing, with their names. Raises `IsDouble` when it is one itself."""
    said = Twin.objects.standing().filter(Q(kept=service) | Q(double=service)).select_related("double", "by")
    twins = list(said.order_by("at"))
    for one in twins:
        if one.double_id == service:
            raise IsDouble(one.kept_id)
    return twins


def _phones(service: Service, places: Iterable[Location], here: Q, both: list[UUID]) -> list[Phone]:
    """Its own numbers, or those of its places, or at last those of its organisation."""
    around = here | Q(contact__service__in=both) | Q(location__in=list(places))
    if service.organization_id:
        around |= Q(organization=service.organization_id)
    phones = list(Phone.objects.filter(around).order_by("id").distinct())
    own = [one for one in phones if one.service_id or one.service_at_location_id or one.contact_id]
    return own or [one for one in phones if one.location_id] or phones

"""The social map in the tables of HSDS 3: who offers what, where, when, for whom."""

from django.db import models

from nabij.base.noun import Noun
from nabij.base.privacy import Keep, Privacy
from nabij.directory.finding import SearchWord, ServiceMeaning
from nabij.directory.initiatives import Initiative, InitiativeAnswer
from nabij.directory.let_go import LetGo
from nabij.directory.listed import Listed, day, of, public, words
from nabij.directory.map_counts import MapCount
from nabij.directory.owners import OwnerChange, OwnerLetter, OwnerStop
from nabij.directory.sides import (
    Accessibility,
    Attribute,
    CostOption,
    Funding,
    Metadata,
    MetaTableDescription,
    OrganizationIdentifier,
    RequiredDocument,
    ServiceArea,
    Taxonomy,
    TaxonomyTerm,
)
from nabij.directory.twins import Twin
from nabij.directory.unfinished import UnfinishedList

__all__ = [
    "Accessibility",
    "Address",
    "Attribute",
    "Confirmation",
    "Contact",
    "CostOption",
    "Funding",
    "Initiative",
    "InitiativeAnswer",
    "Language",
    "LetGo",
    "Location",
    "MapCount",
    "MetaTableDescription",
    "Metadata",
    "Organization",
    "OrganizationIdentifier",
    "OwnerChange",
    "OwnerLetter",
    "OwnerStop",
    "Phone",
    "Program",
    "RequiredDocument",
    "Schedule",
    "SearchWord",
    "Service",
    "ServiceArea",
    "ServiceAtLocation",
    "ServiceMeaning",
    "Taxonomy",
    "TaxonomyTerm",
    "Twin",
    "UnfinishedList",
]


class Organization(Listed):
    """Who offers something ("organisatie")."""

    privacy = public(
        "name alternate_name description email website uri logo tax_status tax_id year_incorporated legal_status"
        " parent_organization"
    )

    name = words()
    alternate_name = words()
    description = words()
    email = words()
    website = words()
    uri = words()
    logo = words()
    tax_status = words()
    tax_id = words()
    year_incorporated = models.IntegerField(null=True, blank=True)
    legal_status = words()
    parent_organization = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="parts"
    )

    def __str__(self) -> str:
        return self.name


class Program(Listed):
    """Services that belong together ("programma")."""

    privacy = public("organization name alternate_name description")

    organization = of("directory.Organization", name="programs")
    name = words()
    alternate_name = words()
    description = words()

    def __str__(self) -> str:
        return self.name


class Service(Listed):
    """Something that is offered: help, an activity, company ("hulp of activiteit")."""

    privacy = public(
        "organization organization_key program name alternate_name description url email status interpretation_services"
        " application_process fees_description wait_time fees accreditations eligibility_description minimum_age"
        " maximum_age assured_date assurer_email licenses alert last_modified changed_at group community",
        personal="go_between",
    )

    class Status(models.TextChoices):
        ACTIVE = "active", "actief"
        INACTIVE = "inactive", "niet actief"
        DEFUNCT = "defunct", "gestopt"
        AWAY = "temporarily closed", "tijdelijk dicht"

    organization = models.ForeignKey(
        Organization, null=True, blank=True, on_delete=models.SET_NULL, related_name="services"
    )
    # What the source calls an organisation that is nowhere to be found: we keep the service and say so.
    organization_key = words()
    program = models.ForeignKey(Program, null=True, blank=True, on_delete=models.SET_NULL, related_name="services")
    name = words()
    alternate_name = words()
    description = words()
    url = words()
    email = words()
    status = models.CharField(max_length=20, choices=Status, default=Status.ACTIVE)
    interpretation_services = words()
    application_process = words()
    fees_description = words()
    wait_time = words()
    fees = words()
    accreditations = words()
    eligibility_description = words()
    minimum_age = models.FloatField(null=True, blank=True)
    maximum_age = models.FloatField(null=True, blank=True)
    assured_date = day()
    assurer_email = words()
    licenses = words()
    alert = words()
    # What the source says of its own changes.
    last_modified = models.DateTimeField(null=True, blank=True)
    # When it, or anything that is told of it, last became different here.
    changed_at = models.DateTimeField(null=True, blank=True)
    # Ours, never touched by an import.
    group = models.ForeignKey("people.Group", null=True, blank=True, on_delete=models.SET_NULL, related_name="services")
    community = models.CharField(max_length=120, blank=True, default="")
    go_between = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["name", "id"])]

    def __str__(self) -> str:
        return self.name

    @property
    def organization_is_missing(self) -> bool:
        return self.organization_id is None

    @property
    def for_whom(self) -> str:
        return self.eligibility_description


class Location(Listed):
    """Where something is ("plek")."""

    privacy = public(
        "organization location_type name alternate_name description transportation latitude longitude"
        " external_identifier external_identifier_type url"
    )

    organization = models.ForeignKey(
        Organization, null=True, blank=True, on_delete=models.SET_NULL, related_name="locations"
    )
    location_type = models.CharField(max_length=10, default="physical")
    name = words()
    alternate_name = words()
    description = words()
    transportation = words()
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    external_identifier = words()
    external_identifier_type = words()
    url = words()

    def __str__(self) -> str:
        return self.name


class ServiceAtLocation(Listed):
    """A service at one of its places ("hulp op een plek")."""

    privacy = public("service location description")

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="places")
    location = models.ForeignKey(Location, on_delete=models.CASCADE, related_name="services")
    description = words()


class Address(Listed):
    """Street, number and town of a place ("adres")."""

    privacy = public(
        "location organization attention address_1 address_2 city region state_province postal_code country"
        " address_type"
    )

    location = of("directory.Location", name="addresses")
    # HSDS 1 let an organisation have an address without a place.
    organization = of("directory.Organization", name="addresses")
    attention = words()
    address_1 = words()
    address_2 = words()
    city = words()
    region = words()
    state_province = words()
    postal_code = words()
    country = words()
    address_type = models.CharField(max_length=10, default="physical")


class Contact(Listed):
    """Through whom you come in ("wie je aanspreekt")."""

    privacy = public("organization service service_at_location location title department", personal="name email")

    organization = of("directory.Organization", name="contacts")
    service = of("directory.Service", name="contacts")
    service_at_location = of("directory.ServiceAtLocation", name="contacts")
    location = of("directory.Location", name="contacts")
    name = words()
    title = words()
    department = words()
    email = words()

    def __str__(self) -> str:
        return self.name or self.title


class Phone(Listed):
    """A number to call ("telefoonnummer")."""

    privacy = public(
        "location service organization contact service_at_location extension type description", personal="number"
    )

    location = of("directory.Location", name="phones")
    service = of("directory.Service", name="phones")
    organization = of("directory.Organization", name="phones")
    contact = of("directory.Contact", name="phones")
    service_at_location = of("directory.ServiceAtLocation", name="phones")
    number = words()
    extension = words()
    type = words()
    description = words()


class Schedule(Listed):
    """When it is open ("openingstijd"): days by their two letters, and from when until when."""

    privacy = public(
        "service location service_at_location valid_from valid_to dtstart timezone until count wkst freq interval byday"
        " byweekno bymonthday byyearday description opens_at closes_at schedule_link attending_type notes"
    )

    service = of("directory.Service", name="schedules")
    location = of("directory.Location", name="schedules")
    service_at_location = of("directory.ServiceAtLocation", name="schedules")
    valid_from = day()
    valid_to = day()
    dtstart = day()
    timezone = words()
    until = day()
    count = models.IntegerField(null=True, blank=True)
    wkst = words()
    freq = words()
    interval = models.IntegerField(null=True, blank=True)
    byday = words()
    byweekno = words()
    bymonthday = words()
    byyearday = words()
    description = words()
    opens_at = models.TimeField(null=True, blank=True)
    closes_at = models.TimeField(null=True, blank=True)
    schedule_link = words()
    attending_type = words()
    notes = words()


class Language(Listed):
    """A language that is spoken there ("taal")."""

    privacy = public("service location phone name code note")

    service = of("directory.Service", name="languages")
    location = of("directory.Location", name="languages")
    phone = of("directory.Phone", name="languages")
    name = words()
    code = words()
    note = words()

    class Meta:
        indexes = [models.Index(fields=["code", "service"])]


A_MISTAKE = 15  # Minutes in which whoever said a word of a listing takes it back.


class Confirmation(Noun):
    """Somebody says that a listing is still right, or that nobody answers ("klopt nog")."""

    privacy = Privacy(Keep.YEAR, plain="id service found how said_by at", personal="by", since="at")

    class Found(models.TextChoices):
        RIGHT = "right", "klopt nog"
        UNREACHED = "unreached", "bereik ik niet"
        WRONG = "wrong", "klopt niet meer"

    class Voice(models.TextChoices):
        """Whose word it is; how much that counts stands in `sureness`."""

        KNOWN = "known", "wie is ingelogd"
        VISITOR = "visitor", "een bezoeker"
        OWNER = "owner", "wie het doet"
        CONTACT = "contact", "een contact via Nabij"

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="confirmations")
    by = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    found = models.CharField(max_length=10, choices=Found)
    said_by = models.CharField(max_length=10, choices=Voice, default=Voice.KNOWN)
    how = models.CharField(max_length=80, blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(said_by="known") | models.Q(by__isnull=True), name="no_name_with_this_word"
            )
        ]
        indexes = [models.Index(fields=["service", "-at"])]

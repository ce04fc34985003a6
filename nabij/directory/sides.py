"""The tables of HSDS 3 beside the main ones: what something costs, asks and is about, and where it is known."""

from django.db import models

from nabij.directory.listed import Listed, day, of, public, words


class Taxonomy(Listed):
    """A list of subjects ("indeling")."""

    privacy = public("name description uri version")

    name = words()
    description = words()
    uri = words()
    version = words()


class TaxonomyTerm(Listed):
    """A subject a service is about, or for whom it is ("onderwerp")."""

    privacy = public("code name description parent taxonomy taxonomy_name language term_uri")

    code = words()
    name = words()
    description = words()
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="parts")
    taxonomy = models.ForeignKey(Taxonomy, null=True, blank=True, on_delete=models.SET_NULL, related_name="terms")
    taxonomy_name = words()
    language = words()
    term_uri = words()

    def __str__(self) -> str:
        return self.name


class Attribute(Listed):
    """What is said of a row by a subject ("kenmerk"); as in HSDS it names the table and the key of that row."""

    privacy = public("link_entity link_id link_type taxonomy_term value")

    link_entity = models.CharField(max_length=40)
    link_id = models.UUIDField()
    link_type = words()
    taxonomy_term = of("directory.TaxonomyTerm", name="attributes")
    value = words()

    class Meta:
        indexes = [models.Index(fields=["link_id", "link_entity"])]


class Accessibility(Listed):
    """How somebody gets in who walks, sees or hears badly ("toegankelijkheid")."""

    privacy = public("location description details url")

    location = of("directory.Location", name="accessibility")
    description = words()
    details = words()
    url = words()


class CostOption(Listed):
    """What it costs, for whom and when ("prijs")."""

    privacy = public("service valid_from valid_to option currency amount amount_description")

    service = of("directory.Service", name="costs")
    valid_from = day()
    valid_to = day()
    option = words()
    currency = words()
    amount = models.FloatField(null=True, blank=True)
    amount_description = words()


class Funding(Listed):
    """Who pays for it ("betaald door")."""

    privacy = public("organization service source")

    organization = of("directory.Organization", name="fundings")
    service = of("directory.Service", name="fundings")
    source = words()


class ServiceArea(Listed):
    """Where one must live to be helped ("werkgebied")."""

    privacy = public("service name description extent extent_type uri")

    service = of("directory.Service", name="areas")
    name = words()
    description = words()
    extent = words()
    extent_type = words()
    uri = words()


class RequiredDocument(Listed):
    """What to bring along ("meenemen")."""

    privacy = public("service document uri")

    service = of("directory.Service", name="documents")
    document = words()
    uri = words()


class OrganizationIdentifier(Listed):
    """A number an organisation has elsewhere, such as the chamber of commerce's ("nummer elders")."""

    privacy = public("organization identifier_scheme identifier_type identifier")

    organization = of("directory.Organization", name="identifiers")
    identifier_scheme = words()
    identifier_type = words()
    identifier = words()


class Metadata(Listed):
    """What a source says about its own changes ("wijziging in de bron")."""

    privacy = public(
        "resource_id resource_type last_action_date last_action_type field_name previous_value replacement_value",
        personal="updated_by",
    )

    resource_id = models.UUIDField()
    resource_type = models.CharField(max_length=40)
    last_action_date = day()
    last_action_type = words()
    field_name = words()
    previous_value = words()
    replacement_value = words()
    updated_by = words()


class MetaTableDescription(Listed):
    """What a source says about one of its tables ("beschrijving van een tabel")."""

    privacy = public("name language character_set")

    name = words()
    language = words()
    character_set = words()

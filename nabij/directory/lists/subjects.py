"""What a list is about: a subject that the map has already, or else a word by which a listing is found.

The choice of subjects is for everybody. A coordinator's own column must not grow it: their unknown words stay with
their listings, where search reads them. Only where the map has no subjects yet, those of its lists are the first.
"""

from collections import Counter
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from nabij.directory.hsds.rows import Row
from nabij.directory.initiatives import OWN
from nabij.directory.kin import also
from nabij.directory.lists.rows import slug
from nabij.directory.models import Attribute, TaxonomyTerm
from nabij.directory.origins import BY_NEIGHBOURHOOD
from nabij.directory.reading import SUBJECTS

WORD = "word"  # The kind of term that is no subject of the map.


def own_subjects() -> dict[str, UUID]:
    """The subjects that the map has of itself: name as a key -> key of the term. What says for whom is none.

    Of a name such as "Taal en leren" each part is a name too, as long as no other subject has it.
    """
    theirs = Q(came_from__startswith=BY_NEIGHBOURHOOD) | Q(came_from__startswith=OWN)
    said = Attribute.objects.filter(taxonomy_term=OuterRef("pk"))
    about = Exists(said.filter(link_type__in=SUBJECTS)) | ~Exists(said)
    rows = TaxonomyTerm.objects.exclude(theirs).exclude(name="").filter(about).order_by("-id")
    whole = {slug(name): key for name, key in rows.values_list("name", "id")}
    parts = Counter(part for name in whole for part in name.split(" en "))
    once = {part: key for name, key in whole.items() for part in name.split(" en ") if parts[part] == 1}
    return once | whole


def words_not_subjects(tables: dict[str, list[Row]], *, source: str) -> list[str]:
    """What a neighbourhood's list is about, told in subjects of the map; returns the names that became words.

    A list of administration may bring subjects of its own.
    """
    if not source.startswith(BY_NEIGHBOURHOOD) or not (known := own_subjects()):
        return []
    terms = {row.id: row for row in tables["taxonomy_term"]}
    meant = {key: of_the_map(row.key, known) for key, row in terms.items()}
    for row in tables["attribute"]:
        key = row.links.get("taxonomy_term_id")
        if key in meant:
            subject = meant[key]
            row.links["taxonomy_term_id"] = subject or key
            row.values["link_type"] = row.values["link_type"] if subject else WORD
    once = {(row.values["link_id"], row.links.get("taxonomy_term_id")): row for row in reversed(tables["attribute"])}
    tables["attribute"] = list(reversed(once.values()))
    tables["taxonomy_term"] = [row for key, row in terms.items() if not meant[key]]
    return sorted(row.values["name"] for row in tables["taxonomy_term"])


def of_the_map(name: str, known: dict[str, UUID]) -> UUID | None:
    """The subject of that name, or of a word of the field that means the same."""
    return next((known[one] for one in (name, *also(name)) if one in known), None)

"""Of a list that is looked at: what it is called on the map, and another list in which its rows stand already."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nabij.directory.lists.bringing import ListReport, kept_lists
from nabij.directory.lists.standing import elsewhere
from nabij.directory.origins import BY_NEIGHBOURHOOD, origin_of
from nabij.web.lists.cards import names_of


@dataclass(frozen=True)
class Already:
    """The other list: the sentence that says it, and its source when one keeps that list too."""

    sentence: str
    source: str


def called(source: str) -> dict[str, Any]:
    """How the list is called on the map, and of which neighbourhood."""
    origin = origin_of(source)
    return {"called": origin.name, "place": names_of([origin]).get(origin.place, origin.place)}


def already(report: ListReport, *, source: str, codes: list[str]) -> Already | None:
    """Where the rows stand already; codes: the neighbourhoods whose lists one keeps."""
    if not (found := elsewhere(report, source=source)):
        return None
    if found.count == found.of:
        sentence = _("Met deze namen staat er al iets op de kaart, uit de lijst “%(called)s” van %(place)s.")
    else:
        sentence = ngettext(
            "%(count)s van de %(of)s namen staat al op de kaart, uit de lijst “%(called)s” van %(place)s.",
            "%(count)s van de %(of)s namen staan al op de kaart, uit de lijst “%(called)s” van %(place)s.",
            found.count,
        )
    words = called(found.source) | {"count": found.count, "of": found.of}
    return Already(sentence % words, found.source if origin_of(found.source).place in codes else "")


def is_kept(source: str, *, codes: list[str]) -> bool:
    """Whether it is a list that one keeps and that is on the map."""
    return source in {f"{BY_NEIGHBOURHOOD}{place}:{name}" for name, place, _count in kept_lists(codes)}

"""The open data of the social map: each view reads the question, makes one domain call, and answers in JSON."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from nabij.api.answers import answer, lines, problem
from nabij.api.description import described
from nabij.api.endpoints import ENDPOINTS, Endpoint
from nabij.api.questions import Misunderstood, read
from nabij.directory.hsds.settling import as_uuid
from nabij.directory.load import model_of
from nabij.directory.nesting import FULL, LISTED, SERVICES, Tree, nested
from nabij.directory.open_data import Sought, sought

PAGE, LARGEST_FULL = 50, 100
ALL, ALL_FULL, ALL_MINIMAL = 10_000, 500, 100_000
HSDS = "3.0"
PROFILE = "https://docs.openreferral.org/en/3.0/"
OF_THE_PAGE = {"page", "per_page", "format", "minimal", "full", "full_service"}
MINIMAL = ("id", "name", "status", "last_modified")


def root(request: HttpRequest) -> HttpResponse:
    """Which standard this is, and where it is described."""
    where = f"{settings.NABIJ_URL}{reverse('hsds_openapi')}"
    return answer(request, {"version": HSDS, "profile": PROFILE, "openapi_url": where})


def openapi(request: HttpRequest) -> HttpResponse:
    """The description of all this for machines."""
    return answer(request, described(name=settings.NABIJ_NAME, url=settings.NABIJ_URL))


def listed(request: HttpRequest, many: str) -> HttpResponse:
    """One page of a list, or all of it."""
    endpoint = ENDPOINTS[many]
    try:
        asked = read(request.GET, takes=endpoint.asks)
        return _listed(request, endpoint, asked)
    except Misunderstood as why:
        return problem(400, str(why), faults=why.faults)


def one(request: HttpRequest, many: str, key: str) -> HttpResponse:
    """One thing with everything that hangs on it."""
    endpoint = ENDPOINTS[many]
    try:
        asked = read(request.GET, takes=endpoint.one_asks)
    except Misunderstood as why:
        return problem(400, str(why), faults=why.faults)
    chosen = model_of(endpoint.table)._default_manager.filter(pk=as_uuid(key))
    found = nested(endpoint.table, chosen=chosen, tree=tree_of(endpoint, asked | {"full": True}))
    if not found:
        raise Http404
    return answer(request, found[0])


def _listed(request: HttpRequest, endpoint: Endpoint, asked: dict[str, Any]) -> HttpResponse:
    whole = bool(asked.get("full") or asked.get("full_service"))
    about = Sought(**{name: said for name, said in asked.items() if name not in OF_THE_PAGE})
    rows = sought(endpoint.table, asked=about)
    total, page = rows.count(), asked.get("page", 1)
    if asked.get("format") == "ndjson":
        most = ALL_FULL if whole else ALL
        if total > most:
            said = f"This is {total} at once; ask for at most {most}, or in pages."
            raise Misunderstood({"format": said})
        return lines(request, shown(endpoint, rows, asked, whole=whole))
    size = asked.get("per_page") or (ALL_MINIMAL if asked.get("minimal") else PAGE)
    size = min(size, LARGEST_FULL) if whole else size
    contents = shown(endpoint, rows[(page - 1) * size : page * size], asked, whole=whole)
    return answer(request, paged(contents, total=total, page=page, size=size))


def shown(endpoint: Endpoint, rows: Any, asked: dict[str, Any], *, whole: bool) -> list[dict[str, Any]]:
    """The rows as they were asked for: whole, as in a list, or hardly."""
    if asked.get("minimal") and not whole:
        told = nested(endpoint.table, chosen=rows, tree={}, attributes=False)
        return [{name: row[name] for name in MINIMAL if name in row} for row in told]
    return nested(endpoint.table, chosen=rows, tree=tree_of(endpoint, asked), attributes=whole)


def tree_of(endpoint: Endpoint, asked: dict[str, Any]) -> Tree:
    services = SERVICES if asked.get("full_service") else {}
    whole = asked.get("full") or asked.get("full_service")
    return (FULL if whole else LISTED)[endpoint.table] | services


def paged(contents: list[dict[str, Any]], *, total: int, page: int, size: int) -> dict[str, Any]:
    """The eight members of a page of HSDS."""
    pages = -(-total // size)
    return {
        "total_items": total,
        "total_pages": pages,
        "page_number": page,
        "size": len(contents),
        "first_page": page == 1,
        "last_page": page >= pages,
        "empty": not contents,
        "contents": contents,
    }

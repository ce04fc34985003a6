"""The OpenAPI document of the open data, made of the same lists by which it answers."""

from functools import cache
from typing import Any

from nabij.api.answers import VERSION
from nabij.api.endpoints import ENDPOINTS, QUESTIONS, Endpoint
from nabij.directory.hsds.tables import ANY_LINK, TABLES
from nabij.directory.nesting import FULL, LISTED, NOTHING_SAID, SERVICES, TERM, Branch, Tree

TOLD = {"urls": {"format": "uri"}, "emails": {"format": "email"}, "moments": {"format": "date-time"}}
PAGE: dict[str, dict[str, Any]] = {
    "total_items": {"type": "integer", "minimum": 0},
    "total_pages": {"type": "integer", "minimum": 0},
    "page_number": {"type": "integer", "minimum": 1},
    "size": {"type": "integer", "minimum": 0},
    "first_page": {"type": "boolean"},
    "last_page": {"type": "boolean"},
    "empty": {"type": "boolean"},
}
SUBJECT = Branch("taxonomy_term", "taxonomy_term_id", TERM, many=False)


@cache
def described(*, name: str, url: str) -> dict[str, Any]:
    """The whole document. name, url: of this installation."""
    paths: dict[str, Any] = {"/": {"get": _get("What this is.", schema=_root())}}
    for many, endpoint in ENDPOINTS.items():
        paths[f"/{many}"] = {"get": _get(f"A page of {many}.", schema=_page(endpoint), asks=endpoint.asks, lines=True)}
        whole = _get(f"One of {many}, whole.", schema=_whole(endpoint), asks=endpoint.one_asks, missing=True)
        key = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
        paths[f"/{many}/{{id}}"] = {"parameters": [key], "get": whole}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{name}: the social map as open data",
            "version": VERSION,
            "description": "HSDS 3.0 with the questions of HSDS-UK, read-only, without an account.",
            "contact": {"name": name, "url": url},
        },
        "servers": [{"url": f"{url}/hsds/v3"}],
        "paths": paths,
        "components": {"schemas": {"Problem": _problem()}, "parameters": {one: _parameter(one) for one in QUESTIONS}},
    }


def _get(
    says: str, *, schema: dict[str, Any], asks: tuple[str, ...] = (), lines: bool = False, missing: bool = False
) -> dict[str, Any]:
    content: dict[str, Any] = {"application/json": {"schema": schema}}
    content |= {"application/x-ndjson": {"schema": {"type": "string"}}} if lines else {}
    answers: dict[str, Any] = {"200": {"description": says, "headers": _headers(), "content": content}}
    answers["304"] = {"description": "Nothing new since the ETag that was sent along."}
    faults = {"400": "The question is not understood.", "413": "The question is too long.", "429": "Asked too often."}
    faults |= {"404": "It is not there."} if missing else {}
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for status, what in faults.items():
        answers[status] = {"description": what, "headers": _headers(), "content": problem}
    asked = [{"$ref": f"#/components/parameters/{name}"} for name in asks]
    return {"summary": says, "parameters": asked, "responses": answers}


def _headers() -> dict[str, Any]:
    return {"API-Version": {"description": "The version of this description.", "schema": {"type": "string"}}}


def _parameter(name: str) -> dict[str, Any]:
    says, schema = QUESTIONS[name]
    return {"name": name, "in": "query", "required": False, "description": says, "schema": schema}


def _root() -> dict[str, Any]:
    links = {name: {"type": "string", "format": "uri"} for name in ("profile", "openapi_url")}
    return _object({"version": {"type": "string"}, **links}, must=["version", "profile", "openapi_url"])


def _page(endpoint: Endpoint) -> dict[str, Any]:
    """A list may be asked for hardly, as it is, or whole."""
    shapes = [_thing(endpoint.table, LISTED[endpoint.table])]
    shapes += [_whole(endpoint)] if "full" in endpoint.asks else []
    contents = {"type": "array", "items": {"anyOf": shapes} if len(shapes) > 1 else shapes[0]}
    return _object({**PAGE, "contents": contents}, must=[*PAGE, "contents"])


def _whole(endpoint: Endpoint) -> dict[str, Any]:
    services = SERVICES if "full_service" in endpoint.one_asks else {}
    return _thing(endpoint.table, FULL[endpoint.table] | services, whole=True)


def _thing(table: str, tree: Tree, *, whole: bool = False) -> dict[str, Any]:
    known = TABLES[table]
    told = {name: _column(table, name) for name in known.told}
    hangs = dict(tree) | ({"attributes": Branch("attribute", "link_id")} if whole and table not in NOTHING_SAID else {})
    hangs |= {"taxonomy_term": SUBJECT} if table == "attribute" else {}
    for name, branch in hangs.items():
        inside = _thing(branch.table, branch.on, whole=whole and branch.table != "attribute")
        told[name] = {"type": "array", "items": inside} if branch.many else inside
    return _object(told, must=["id", *known.must.split()])


def _column(table: str, name: str) -> dict[str, Any]:
    known = TABLES[table]
    if name == "id" or name in known.links or name in ANY_LINK.get(table, ())[1:]:
        return {"type": "string", "format": "uuid"}
    if name in known.numbers.split() + known.figures.split():
        return {"type": "number"}
    forms = [form for kind, form in TOLD.items() if name in getattr(known, kind).split()]
    few = {"enum": list(known.choices[name])} if name in known.choices else {}
    return {"type": "string", **(forms[0] if forms else {}), **few}


def _object(properties: dict[str, Any], *, must: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": must, "additionalProperties": False}


def _problem() -> dict[str, Any]:
    said = {name: {"type": "string"} for name in ("title", "detail")}
    fault = _object({name: {"type": "string"} for name in ("in", "name", "detail")}, must=["in", "name", "detail"])
    errors = {"errors": {"type": "array", "items": fault}}
    return _object({"status": {"type": "integer"}, **said, **errors}, must=["status", "title", "detail"])

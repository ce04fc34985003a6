"""What stands behind the `?`: read by the same list from which the description is made; every fault in one answer."""

import math
import re
from datetime import UTC, datetime, time
from typing import Any

from django.http import QueryDict

from nabij.api.endpoints import QUESTIONS

NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?", re.ASCII)


class Misunderstood(Exception):
    """A question that cannot be answered; `faults` says what is the matter with each part of it."""

    def __init__(self, faults: dict[str, str]) -> None:
        self.faults = faults
        super().__init__(" ".join(faults.values()))


def read(query: QueryDict, *, takes: tuple[str, ...]) -> dict[str, Any]:
    """The answers to what may be asked here, each as what it is. Raises `Misunderstood` with all faults at once."""
    faults = {name: f"{name} is not asked here; known: {', '.join(takes)}." for name in query if name not in takes}
    found: dict[str, Any] = {}
    for name in takes:
        said = query.getlist(name)
        if len(said) > 1:
            faults[name] = f"{name} may be asked once."
        elif said:
            try:
                found[name] = understood(name, said[0])
            except ValueError as why:
                faults[name] = f"{name} {why}."
    if "proximity" in found and "postcode" not in found and "postcode" not in faults:
        faults["proximity"] = "proximity needs a postcode."
    if faults:
        raise Misunderstood(faults)
    return found


def understood(name: str, said: str) -> Any:
    """One answer as what its schema says. Raises ValueError with the rest of a sentence."""
    schema: dict[str, Any] = QUESTIONS[name][1]
    if schema["type"] == "boolean":
        if said not in ("true", "false"):
            raise ValueError("is true or false")
        return said == "true"
    if schema["type"] in ("integer", "number"):
        return _number(said, schema)
    return _text(said, schema)


def _number(said: str, schema: dict[str, Any]) -> float:
    whole = schema["type"] == "integer"
    number = float(said) if NUMBER.fullmatch(said) else math.nan
    if whole and not number.is_integer():
        raise ValueError("is a whole number")
    least, most = schema.get("minimum", -math.inf), schema.get("maximum", math.inf)
    if not math.isfinite(number) or not least <= number <= most:
        raise ValueError(f"is a number between {least} and {most}" if "maximum" in schema else "is a number")
    return int(number) if whole else number


def _text(said: str, schema: dict[str, Any]) -> Any:
    if "enum" in schema and said not in schema["enum"]:
        raise ValueError(f"is one of {', '.join(schema['enum'])}")
    if not schema.get("minLength", 0) <= len(said) <= schema.get("maxLength", 4000):
        raise ValueError(f"has {schema.get('minLength', 0)} to {schema.get('maxLength', 4000)} signs")
    if "pattern" in schema:
        if not re.fullmatch(schema["pattern"], said):
            raise ValueError("is a time as HH:MM")
        return time.fromisoformat(said)
    # No text holds the sign of nothing, so nothing is lost without it.
    return _moment(said) if schema.get("format") == "date-time" else said.replace("\x00", "")


def _moment(said: str) -> datetime:
    """A plus in an address means a space, so a time zone after a space is one after a plus."""
    try:
        found = datetime.fromisoformat(re.sub(r" (\d\d:?\d\d)$", r"+\1", said.upper()))
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise ValueError("is a day or a moment, such as 2026-11-20T12:00:00Z") from None

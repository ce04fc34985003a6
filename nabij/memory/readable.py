"""Somebody's own copy as one page to read and to print: our look, and nothing fetched from elsewhere."""

import re
from collections.abc import Callable
from typing import Any

from django.db.models import UUIDField
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.dates import WEEKDAYS
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from nabij.bridge.reasons import listed, tongue
from nabij.memory.captions import CAPTIONS, caption
from nabij.memory.own_data import OwnData, Table, is_called
from nabij.memory.parts import BY_KEY
from nabij.moments.rings import RING_WORDS
from nabij.stories.drafts import words_in
from nabij.trust.deeds import did
from nabij.trust.logs import LogRow
from nabij.trust.models import Purpose

CLOCK = re.compile(r"\d\d:\d\d:\d\d")

STYLE = """
:root{color-scheme:light dark;--paper:#fffdf9;--ink:#1f2a2e;--soft:#5a666b;--line:#d8d3c8;--ours:#0b6a5d}
@media(prefers-color-scheme:dark){:root{--paper:#182023;--ink:#eef0ec;--soft:#b3bdbf;--line:#3b474b;--ours:#7fd1c2}}
body{background:var(--paper);color:var(--ink);font:1rem/1.55 "Atkinson Hyperlegible Next",system-ui,sans-serif;margin:0}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem 4rem}
h1,h2{font-family:Literata,Georgia,serif;line-height:1.25;font-weight:600}h1{font-size:1.9rem}
h2{font-size:1.35rem;margin:2.5rem 0 .25rem;padding-top:1rem;border-top:2px solid var(--ours)}
.soft{color:var(--soft);margin:.25rem 0}ol{list-style:none;margin:1rem 0;padding:0}
li{border-top:1px solid var(--line);padding:.75rem 0;break-inside:avoid}
dl{display:grid;grid-template-columns:minmax(7rem,12rem) 1fr;gap:.15rem 1rem;margin:0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere;white-space:pre-line}
nav ul{columns:2;list-style:none;padding:0}nav li{border:0;padding:.2rem 0}
a{color:var(--ours)}@media(max-width:30rem){dl{display:block}dd{margin-bottom:.4rem}nav ul{columns:1}}
@media print{body{font-size:10.5pt;background:#fff;color:#000}nav{display:none}main{max-width:none;padding:0}
a{color:inherit}@page{size:A4;margin:18mm}}
"""

# Our own, and nobody else's words are in it.
STYLED = SafeString(STYLE)  # nosec B703


def page(data: OwnData, *, installation: str) -> str:
    """The whole page."""
    filled = [table for table in data.tables if table.rows]
    made = localtime(data.at)
    head = _("Alles wat er over %(name)s staat") % {"name": data.person.called}
    intro = _("Zo stond het in %(installation)s op %(day)s. Bewaar dit goed.") % {
        "installation": installation,
        "day": made.strftime("%d-%m-%Y, %H.%M"),
    }
    contents = format_html_join(
        "",
        '<li><a href="#{}">{}</a> ({})</li>',
        ((table.part.key, table.part.title, len(table.rows)) for table in filled),
    )
    sections = format_html_join("", "{}", ((section(table),) for table in filled))
    return str(
        format_html(
            '<!doctype html><html lang="{}"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1"><title>{}</title><style>{}</style>'
            '</head><body><main><h1>{}</h1><p class="soft">{}</p><nav><ul>{}</ul></nav>{}</main></body></html>',
            get_language() or "nl",
            head,
            STYLED,
            head,
            intro,
            contents,
            sections,
        )
    )


def section(table: Table) -> SafeString:
    part = table.part
    rows = format_html_join("", "<li><dl>{}</dl></li>", ((facts(row),) for row in readable(table)))
    return format_html(
        '<section id="{}"><h2>{}</h2><p class="soft">{}: {}</p><p class="soft">{}: {}</p><p class="soft">{}: {}</p>'
        '<p class="soft">{}: {}</p><ol>{}</ol></section>',
        part.key,
        part.title,
        _("Door wie"),
        part.said_by,
        _("Waarom"),
        part.why,
        _("Grondslag"),
        part.ground,
        _("Hoe lang"),
        part.keep,
        rows,
    )


def facts(row: list[tuple[str, str]]) -> SafeString:
    return format_html_join("", "<dt>{}</dt><dd>{}</dd>", row)


def readable(table: Table, *, without: str = "") -> list[list[tuple[str, str]]]:
    """Each row as (what it is called, what it says), without keys and empty fields."""
    fields = [table.part.model._meta.get_field(name) for name in table.columns if name != without]
    read = [one for one in fields if is_read(one, columns=table.columns)]
    rows = [[(heading(one.name), in_words(one, row[one.name], table=table)) for one in read] for row in table.rows]
    return [[(name, words) for name, words in row if words] for row in rows]


def is_read(field: Any, *, columns: list[str]) -> bool:
    """A key says nothing to a reader, nor of what kind a key is; they stay in the sheets and the JSON.

    What stands beside its own name ("door" and "door, met naam") is read once.
    """
    if f"{field.name}_name" in columns or field.primary_key:
        return False
    if field.is_relation:
        return is_called(field)
    kind_of_key = f"{field.name.removesuffix('_kind')}_id" in columns and not field.choices
    return not isinstance(field, UUIDField) and not kind_of_key


def heading(name: str) -> str:
    """For whoever reads it, "door, met naam" is "door"."""
    bare = name.removesuffix("_name")
    return caption(bare if bare in CAPTIONS else name)


def in_words(field: Any, value: Any, *, table: Table) -> str:
    """A field as somebody reads it: by what it is, or in words of its own where its value is a key or a number."""
    if not filled(value):
        return ""
    if field.is_relation:
        return _(value) if field.related_model is Purpose else said(value)
    if issubclass(table.part.model, LogRow) and field.name == "what":
        return did(table.part.model, what=value)
    if field.name == "purpose":
        sentence = table.purposes.get(value, "")
        return sentence and _(sentence)
    return WORDS[field.name](value) if field.name in WORDS else said(value)


WORDS: dict[str, Callable[[Any], str]] = {
    "language": tongue,
    "languages": lambda codes: listed([tongue(code) for code in codes]),
    "ring": lambda ring: str(RING_WORDS[ring]),
    "typed": words_in,
    "weekday": lambda day: str(WEEKDAYS[day]),
}


def filled(value: Any) -> bool:
    return value is not None and value != "" and value != [] and value != {}


def said(value: Any) -> str:
    """A value as somebody reads it."""
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, list):
        return "; ".join(map(said, value))
    if isinstance(value, dict) and "kind" in value:  # What stayed of a kind when something was erased, and why.
        return f"{title(value['kind'])}: {value['why']}"
    if isinstance(value, dict):
        return ", ".join(f"{title(name)}: {count}" for name, count in value.items())
    text = str(value)
    if len(text) == 25 and (moment := _moment(text)):
        return moment
    if CLOCK.fullmatch(text):
        return text[:5].replace(":", ".")
    if len(text) == 10 and (day := _day(text)):
        return day
    return text


def title(key: str) -> str:
    return str(BY_KEY[key].title) if key in BY_KEY else key


def _moment(text: str) -> str:
    try:
        at = parse_datetime(text)
    except ValueError:
        return ""
    return localtime(at).strftime("%d-%m-%Y, %H.%M") if at and at.tzinfo else ""


def _day(text: str) -> str:
    try:
        day = parse_date(text)
    except ValueError:
        return ""
    return day.strftime("%d-%m-%Y") if day else ""

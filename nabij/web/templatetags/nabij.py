"""The small words of the templates: faces, icons, days, fields. Bigger pieces are files in templates/components/."""

import json
from datetime import date, datetime
from typing import Any

from django import template
from django.forms import BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect, Select, Textarea, Widget
from django.utils.html import format_html, json_script
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from nabij.web import days
from nabij.web.faces import Act, Face
from nabij.web.icons import ICONS

register = template.Library()
register.filter("opening", days.opening)
register.filter("full_stop", days.full_stop)

# Our own drawings, known when this file is read: nothing in them comes from anybody.
_SVG = '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">%s</svg>'
_ICONS = {
    name: SafeString(_SVG % paths)  # nosec B703
    for name, paths in ICONS.items()
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """{% icon "check" %}; nothing for an empty name."""
    return _ICONS[name] if name else SafeString("")


@register.filter
def as_json(what: Any) -> str:
    """{{ options|as_json }}: for an attribute that our script reads; escaped like any text."""
    return json.dumps(what)


@register.simple_tag
def linked_data(what: Any) -> SafeString:
    """{% linked_data listing %}: data for machines, which no browser runs; escaped by Django's json_script."""
    block = json_script(what).replace('type="application/json"', 'type="application/ld+json"', 1)
    return SafeString(block)  # nosec B703


@register.filter
def in_fours(code: str) -> str:
    """{{ code|in_fours }}: 8349 1761 6164, which is easier to write down and type over."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


@register.simple_tag
def face(who: Face, size: str = "") -> SafeString:
    """{% face moment.face %}, {% face reader "small" %}, {% face person "big" %}. The name must stand beside it."""
    kind = f"face--{who.shape} face--{size}" if size else f"face--{who.shape}"
    return format_html('<span class="face {}" aria-hidden="true">{}</span>', kind, who.initials)


@register.simple_tag
def shape(kind: str) -> SafeString:
    """{% shape "formal" %}: the little square or circle for legends, filters and tables."""
    return format_html('<span class="shape shape--{}" aria-hidden="true"></span>', kind)


@register.simple_tag
def button(
    label: str, weight: str = "primary", sign: str = "", name: str = "", value: str = "", negative: bool = False
) -> SafeString:
    """{% button "Bewaar" sign="check" %}: at the end of a form. weight: primary (one per block), secondary, subtle."""
    kind = f"nl-button--{weight} nl-button--negative" if negative else f"nl-button--{weight}"
    start = format_html('<span class="nl-button__icon-start">{}</span>', _ICONS[sign]) if sign else SafeString("")
    said = format_html(' name="{}" value="{}"', name, value) if name else SafeString("")
    words = '<button class="nl-button {}" type="submit"{}>{}<span class="nl-button__label">{}</span></button>'
    return format_html(words, kind, said, start, label)


@register.inclusion_tag("components/alert.html")
def alert(text: Any, kind: str = "info", title: str = "", role: str = "", kept: bool = False) -> dict[str, Any]:
    """{% alert "Bewaard." kind="ok" role="status" %}: kind is info, ok, warning or error."""
    return {"text": text, "kind": kind, "title": title, "role": role, "kept": kept}


@register.inclusion_tag("components/empty.html", takes_context=True)
def nothing_yet(context: template.RequestContext, text: str, act: Act | None = None) -> dict[str, Any]:
    """{% nothing_yet "Nog geen afspraken." act %}: what will stand here, and the one thing to do."""
    return {"text": text, "act": act, "csrf_token": context.get("csrf_token")}


@register.filter
def day(at: date | datetime | None, now: datetime) -> str:
    """{{ promise.until|day:now }}: gisteren, dinsdag, dinsdag 24 november."""
    return days.say_day(at, now=now) if at else ""


@register.filter
def moment_time(at: datetime | None, now: datetime) -> str:
    """{{ moment.at|moment_time:now }}: vanmorgen 8.40 uur, gisteren 16.10 uur, dinsdag 24 november, 10 uur."""
    return days.say_moment(at, now=now) if at else ""


@register.filter
def clock(at: datetime | None) -> str:
    """{{ duty.until|clock }}: 17 uur."""
    return days.say_clock(at) if at else ""


@register.filter
def full_day(at: date | datetime | None) -> str:
    """{{ now|full_day }}: donderdag 19 november."""
    return days.say_date(days.local_day(at)) if at else ""


@register.filter
def numbers(at: date | datetime | None) -> str:
    """{{ hat.since|numbers }}: 24 november 2024, with the year, for what may be long ago."""
    return days.say_date(days.local_day(at), year=True) if at else ""


@register.filter
def counted(count: int) -> str:
    """{{ 3|counted }}: drie; from eleven in figures."""
    return days.number(count)


@register.simple_tag
def due(until: date | datetime | None, now: datetime) -> SafeString:
    """{% due promise.until now %}: the day, in red when it is past and in brown when it is today."""
    if until is None:
        return SafeString("")
    away = days.days_from(until, now=now)
    said = days.say_day(until, now=now)
    if away < 0:
        return format_html('<span class="due due--late">{}</span>', _("Had %(day)s klaar moeten zijn.") % {"day": said})
    return format_html('<span class="due{}">{}.</span>', " due--soon" if away == 0 else "", days.opening(said))


_CLASSES: dict[type[Widget], str] = {
    Textarea: "utrecht-textarea utrecht-textarea--html-textarea",
    CheckboxInput: "utrecht-checkbox utrecht-checkbox--html-input",
    Select: "utrecht-select utrecht-select--html-select",
}


@register.simple_tag
def control(bound: BoundField, **attrs: Any) -> SafeString:
    """{% control field %}: the box of a form field, tied to its help and its mistakes."""
    said = {"class": _class_of(bound), **{name.replace("_", "-"): value for name, value in attrs.items()}}
    tied = [f"{bound.auto_id}_help"] if bound.help_text else []
    if bound.errors:
        tied.append(f"{bound.auto_id}_error")
        said["aria-invalid"] = "true"
    if tied:
        said["aria-describedby"] = " ".join(tied)
    return bound.as_widget(attrs=said)


def _class_of(bound: BoundField) -> str:
    widget = bound.field.widget
    own = widget.attrs.get("class", "")
    for kind, css in _CLASSES.items():
        if isinstance(widget, kind):
            return f"{css} {own}".strip()
    return f"utrecht-textbox utrecht-textbox--html-input {own}".strip()


@register.filter
def kind_of(bound: BoundField) -> str:
    """What field.html has to draw: hidden, checkbox, choices or box."""
    widget = bound.field.widget
    if bound.is_hidden:
        return "hidden"
    if isinstance(widget, CheckboxInput):
        return "checkbox"
    return "choices" if isinstance(widget, RadioSelect | CheckboxSelectMultiple) else "box"

"""Two people who write at once: what each wrote stands side by side, and for each field one chooses what stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from nabij.people.models import Person

BEGAN = "began"  # In the form: the key of what stood there when somebody began to write.
MINE, THEIRS, BOTH = "mine", "theirs", "both"


@dataclass(frozen=True)
class Field:
    """One field in which two wrote something else."""

    name: str
    label: str
    mine: str
    theirs: str
    options: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True)
class AtOnce:
    """What somebody else saved while one was writing."""

    who: str
    at: datetime
    began: str
    fields: tuple[Field, ...]


def at_once(
    form: forms.Form,
    *,
    theirs: Mapping[str, str],
    by: Person,
    at: datetime,
    key: object,
    me: Person,
    before: Mapping[str, str] | None = None,
) -> AtOnce:
    """Side by side what the form holds and what stands there now (`theirs`, saved by `by`).

    key: of what stands there now. before: what both began with, if that is known: who changed nothing gives way.
    """
    who = _("jij op een ander scherm") if by == me else by.first_name
    both = [one for one in theirs if str(form[one].value() or "") != theirs[one]]
    fields = tuple(field_of(form, one, theirs=theirs[one], before=(before or {}).get(one), who=who) for one in both)
    return AtOnce(who, at, str(key), fields)


def field_of(form: forms.Form, name: str, *, theirs: str, before: str | None, who: str) -> Field:
    field, mine = form.fields[name], str(form[name].value() or "")
    words = dict(getattr(field, "choices", ()))
    options = [(MINE, _("Wat ik schreef")), (THEIRS, _("Wat %(name)s schreef") % {"name": who})]
    if not words and mine and theirs:
        options.append((BOTH, _("Allebei, onder elkaar") if is_long(field) else _("Allebei, achter elkaar")))
    chosen = THEIRS if mine in ("", before) else MINE if before == theirs or len(options) == 2 else BOTH
    left, right = (str(words.get(one, one)) for one in (mine, theirs))
    return Field(name, str(field.label), left, right, tuple(options), chosen)


def is_long(field: forms.Field) -> bool:
    return isinstance(field.widget, forms.Textarea)


def settled(sent: QueryDict, *, form: type[forms.Form], theirs: Mapping[str, str]) -> QueryDict | None:
    """What was sent, with in each field what was chosen to stay; None when nothing was sent."""
    if not sent:
        return None
    data = sent.copy()
    for name, said in theirs.items():
        mine, chosen = sent.get(name, ""), sent.get(f"keep-{name}", MINE)
        between = "\n" if is_long(form.base_fields[name]) else "; "
        data[name] = {THEIRS: said, BOTH: between.join(one for one in (said, mine) if one)}.get(chosen, mine)
    return data

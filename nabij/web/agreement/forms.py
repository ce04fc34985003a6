"""Forms of a proposal: one small form for each kind of question, and one for what is said of the whole."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.bridge.agreeing import Line
from nabij.bridge.agreements import LONGEST, MOST_DAYS
from nabij.bridge.ladder import RUNGS
from nabij.people.models import Group
from nabij.web.people.forms import TICKS

TWO_LINES = forms.Textarea(attrs={"rows": 2})
NOT_A_DAY = {
    "invalid": _("Deze dag bestaat niet. Schrijf hem zo: 3-12-2026."),
    "required": _("Kies een dag waarop jullie er opnieuw naar kijken."),
}
DAYS = _("Schrijf een getal van 1 tot en met 60, of laat het leeg.")


class ClauseForm(forms.Form):
    """What is agreed for one kind of question."""

    there = forms.BooleanField(label=_("Dit hoort in de afspraak"), required=False, initial=True)
    starts_on = forms.ChoiceField(
        label=_("Bij wie begin je?"), choices=[(rung.value, rung.label) for rung in RUNGS], required=False
    )
    first = forms.CharField(label=_("Wie eerst?"), max_length=LONGEST, required=False, widget=TWO_LINES)
    then = forms.CharField(label=_("Wie daarna?"), max_length=LONGEST, required=False, widget=TWO_LINES)
    professional = forms.CharField(
        label=_("Wanneer een beroepskracht?"), max_length=LONGEST, required=False, widget=TWO_LINES
    )
    answer_days = forms.IntegerField(
        label=_("Binnen hoeveel dagen een antwoord?"),
        min_value=1,
        max_value=MOST_DAYS,
        required=False,
        error_messages={"invalid": DAYS, "min_value": DAYS, "max_value": DAYS},
    )
    feedback = forms.CharField(label=_("Hoe hoor je het terug?"), max_length=LONGEST, required=False, widget=TWO_LINES)

    def __init__(self, *args: Any, kind: str, name: str, floor: str = "", **kwargs: Any) -> None:
        kwargs["prefix"] = kind
        super().__init__(*args, **kwargs)
        self.kind, self.name = kind, name
        self.opened = False  # Whether it stands open on the page; one with a mistake does as well.
        for one in ("there", "starts_on", "first"):
            self.fields[one].widget.attrs["silent"] = True
        if floor:
            said = _("Dit begint niet dichterbij dan bij: %(rung)s. Dat staat vast.")
            self.fields["starts_on"].help_text = said % {"rung": floor}

    def clean(self) -> None:
        if self.cleaned_data.get("there") and not self.cleaned_data.get("first") and "first" not in self.errors:
            self.add_error("first", _("Wie is er eerst? Eén zin is genoeg."))

    @property
    def line(self) -> Line:
        said = {name: self.cleaned_data[name] for name in self.fields if name != "there"}
        return Line(kind=self.kind, **said)


class WholeForm(forms.Form):
    """What is said of the whole: what changes, which groups sign, when it is looked at again."""

    why = forms.CharField(
        label=_("Wat verandert er, en waarom?"),
        max_length=LONGEST,
        required=False,
        widget=TWO_LINES,
        help_text=_("Eén zin is genoeg. Zet er geen namen van mensen in: iedereen kan dit lezen."),
    )
    residents = forms.MultipleChoiceField(label=_("Welke groepen van bewoners tekenen?"), widget=TICKS, required=False)
    organisations = forms.MultipleChoiceField(
        label=_("Welke organisaties en teams tekenen?"),
        widget=TICKS,
        required=False,
        help_text=_("De afspraak geldt zodra alle gekozen groepen hebben getekend."),
    )
    review_on = forms.DateField(
        label=_("Wanneer kijken jullie er opnieuw naar?"),
        error_messages=NOT_A_DAY,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, groups: Sequence[Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(one.id): one for one in groups}
        for name, formal in (("residents", False), ("organisations", True)):
            there = [(key, one.name) for key, one in self.known.items() if one.formal is formal]
            self.fields[name].choices = there  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[Group]:
        return [self.known[key] for name in ("residents", "organisations") for key in self.cleaned_data[name]]


def unchecked(form: forms.Form) -> dict[str, Any]:
    """What was typed in a form, to show it again without judging it."""
    return {name: form[name].value() for name in form.fields}


def filled(line: Line) -> dict[str, Any]:
    return {name: value for name, value in vars(line).items() if name != "kind"} | {"there": True}


def kinds_in(text: str, *, known: Iterable[str]) -> list[str]:
    """The kinds of question that stood on the form, each once, as far as they are known here."""
    there = set(known)
    return [one for one in dict.fromkeys(text.split(",")) if one in there]

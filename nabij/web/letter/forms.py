"""The answer to a letter: yes, no, or another day."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.stories.models import Answer


class DayInput(forms.DateInput):
    """The browser's own calendar; what is no day stays readable as it was typed."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d", attrs={"silent": True})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        if not is_day(context["widget"]["value"]):
            # A calendar box would show nothing for "31 februari"; a plain one shows what was typed.
            context["widget"]["type"] = "text"
        return context


def is_day(value: str | None) -> bool:
    try:
        return not value or bool(date.fromisoformat(value))
    except ValueError:
        return False


class AnswerForm(forms.Form):
    """The three buttons and the day. What an answer needs, the verb says."""

    answer = forms.ChoiceField(
        choices=Answer.Kind.choices,
        error_messages={
            "required": gettext_lazy("Kies ja, nee of een andere dag."),
            "invalid_choice": gettext_lazy("Kies ja, nee of een andere dag."),
        },
    )
    day = forms.DateField(
        label=gettext_lazy("Liever een andere dag? Kies hem hier."),
        required=False,
        widget=DayInput,
        input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"],
        error_messages={"invalid": gettext_lazy("Deze dag bestaat niet. Schrijf bijvoorbeeld 24-11-2026.")},
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("day") and said.get("answer") in (Answer.Kind.YES, Answer.Kind.NO):
            # Enter in the day's box presses the first button: better ask than send a yes nobody meant.
            self.add_error("day", _("Je koos ook een andere dag. Maak die leeg, of kies ‘Stel deze dag voor’."))
        return said


class HowForm(forms.Form):
    """The two buttons, and a few words that may stay away."""

    why = forms.CharField(
        label=gettext_lazy("Hoe ging het?"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    answer = forms.ChoiceField(
        choices=[("yes", gettext_lazy("Ja, gedaan")), ("no", gettext_lazy("Nee, het lukte niet"))],
        error_messages={
            "required": gettext_lazy("Kies ja of nee."),
            "invalid_choice": gettext_lazy("Kies ja of nee."),
        },
    )

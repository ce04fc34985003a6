"""What whoever does it can correct; what was typed stays, also when something is wrong."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from nabij.directory.correcting import LONGEST, Stands

LINES = {"rows": 3}
TOO_LONG = {"max_length": gettext_lazy("Dit is te lang. Schrijf het in hooguit %(limit_value)s tekens.")}


class CorrectionForm(forms.Form):
    """The five things that most often change; of what shape each may be, the verb says."""

    times = forms.CharField(
        label=gettext_lazy("Wanneer"),
        required=False,
        max_length=LONGEST["times"],
        error_messages=TOO_LONG,
        help_text=gettext_lazy("Bijvoorbeeld: dinsdag 10:00-12:00. Een regel voor elke tijd."),
        widget=forms.Textarea(attrs=LINES),
    )
    phone = forms.CharField(
        label=gettext_lazy("Telefoon"),
        required=False,
        max_length=LONGEST["phone"],
        error_messages=TOO_LONG,
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
    )
    mail = forms.CharField(
        label=gettext_lazy("Mail"),
        required=False,
        max_length=LONGEST["mail"],
        error_messages=TOO_LONG,
        widget=forms.TextInput(attrs={"inputmode": "email"}),
    )
    web = forms.CharField(
        label=gettext_lazy("Website"),
        required=False,
        max_length=LONGEST["web"],
        error_messages=TOO_LONG,
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )
    description = forms.CharField(
        label=gettext_lazy("Wat het is"),
        required=False,
        max_length=LONGEST["description"],
        error_messages=TOO_LONG,
        widget=forms.Textarea(attrs={"rows": 5, "silent": True}),
    )

    def __init__(self, data: Any = None, *, stands: Stands, key: str) -> None:
        super().__init__(data, initial=vars(stands), auto_id=f"%s-{key}")

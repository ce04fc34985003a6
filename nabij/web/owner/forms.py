"""What whoever does it can correct; what was typed stays, also when something is wrong."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from nabij.directory.correcting import Stands

LINES = {"rows": 3}
MOST = 20_000  # What stands there may be longer than what may be written; that the verb says.


class AddressForm(forms.Form):
    """To which address the new link goes."""

    mail = forms.EmailField(
        label=gettext_lazy("Jouw mailadres op de kaart"),
        max_length=254,
        error_messages={
            "required": gettext_lazy("Er staat nog niets. Vul je mailadres in."),
            "invalid": gettext_lazy("Dit is geen mailadres. Schrijf het zoals naam@voorbeeld.nl."),
        },
    )


class CorrectionForm(forms.Form):
    """The five things that most often change; of what shape each may be, the verb says."""

    times = forms.CharField(
        label=gettext_lazy("Wanneer"),
        required=False,
        max_length=MOST,
        help_text=gettext_lazy("Bijvoorbeeld: dinsdag 10:00-12:00. Eén regel voor elke tijd."),
        widget=forms.Textarea(attrs=LINES),
    )
    phone = forms.CharField(
        label=gettext_lazy("Telefoon"),
        required=False,
        max_length=MOST,
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
    )
    mail = forms.CharField(
        label=gettext_lazy("Mail"),
        required=False,
        max_length=MOST,
        widget=forms.TextInput(attrs={"inputmode": "email"}),
    )
    web = forms.CharField(
        label=gettext_lazy("Website"),
        required=False,
        max_length=MOST,
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )
    description = forms.CharField(
        label=gettext_lazy("Wat het is"),
        required=False,
        max_length=MOST,
        widget=forms.Textarea(attrs={"rows": 5, "silent": True}),
    )

    def __init__(self, data: Any = None, *, stands: Stands, key: str) -> None:
        super().__init__(data, initial=vars(stands), auto_id=f"%s-{key}")

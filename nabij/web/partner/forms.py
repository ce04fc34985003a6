"""What one writes to whom one works with, or on which day one calls."""

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.bridge.partnering import LONGEST
from nabij.web.seal.forms import day_field


class WriteForm(forms.Form):
    """A few words to the other."""

    words = forms.CharField(
        label=_("Je berichtje"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Een paar woorden zijn genoeg. Schrijf niets over een ander."),
        error_messages={
            "required": _("Er staat nog niets. Eén zin is genoeg."),
            "max_length": _("Dit is te lang. Schrijf het in 2000 tekens."),
        },
    )


class CallForm(forms.Form):
    """On which day one calls."""

    day = day_field(_("Op welke dag?"))

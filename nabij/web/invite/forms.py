"""What is asked of whoever comes in: a code, a name, an address. Nothing else."""

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.web.circle.forms import NO_ADDRESS


class TypedCode(forms.Form):
    """The code from the other screen."""

    code = forms.CharField(
        label=_("De code op het andere scherm"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Vul de code in.")},
    )


class WhoForm(forms.Form):
    """Who knocks."""

    name = forms.CharField(
        label=_("Hoe heet je?"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Hoe heet je? Vul je naam in.")},
    )
    address = forms.EmailField(
        label=_("Je mailadres"),
        max_length=200,
        help_text=_("Daarmee log je in. Een wachtwoord is niet nodig."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"required": _("Vul je mailadres in."), **NO_ADDRESS},
    )


class NothingMore(forms.Form):
    """Whoever is logged in need not say who they are."""

"""What is asked with a picture or paper."""

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.moments.cleaning import NoFile


class AttachmentForm(forms.Form):
    """A file, and what is on it."""

    file = forms.FileField(
        label=_("Welke foto of welk papier?"),
        help_text=_("Een foto (JPEG, PNG, WebP) of een PDF, tot 10 MB. Waar en wanneer die is gemaakt halen we eruit."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf"}),
        error_messages={"required": NoFile.why, "invalid": NoFile.why, "missing": NoFile.why, "empty": NoFile.why},
    )
    alt = forms.CharField(
        label=_("Wat staat erop?"),
        max_length=300,
        required=False,
        help_text=_("Voor wie het niet ziet. Bijvoorbeeld: Riet met Jan op de markt."),
    )

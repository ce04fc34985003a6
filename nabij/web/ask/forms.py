"""What is typed beside a raised hand; the rules stand in the verb."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.bridge.introductions import LONGEST


class HandForm(forms.Form):
    """What whoever asks reads beside the name; it may stay empty."""

    words = forms.CharField(
        label=_("Wil je er iets bij zeggen?"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": _("Dit is te lang. Eén zin is genoeg.")},
    )


def form_for(ask: UUID, data: Any = None) -> HandForm:
    """One of many on a page: each box has a name of its own for who reads with their ears."""
    return HandForm(data, auto_id=f"hand-{ask}-%s")

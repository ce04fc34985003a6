"""Who helps now, one on each line. The last count stands there already, so that only what changed is typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.stories.scanning import Counted, named
from nabij.web.story.forms import DAY, NOT_A_DAY

LONGEST = 8000


def lines(label: Any, help_text: Any) -> forms.CharField:
    box = forms.Textarea(attrs={"rows": 5, "silent": True})
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=LONGEST, widget=box)


class ScanForm(forms.Form):
    """Everybody and everything that helps, from people around and from work."""

    informal = lines(
        _("Familie, vrienden, buren, vrijwilligers"),
        _("Wie helpt er nu? Schrijf elke naam of club op een eigen regel."),
    )
    formal = lines(
        _("Vanuit werk"),
        _("Bijvoorbeeld de huisarts of de thuiszorg. Ook elk op een eigen regel."),
    )
    nobody = forms.BooleanField(label=_("Er helpt nu niemand"), required=False)
    day = forms.DateField(
        label=_("Op welke dag?"), widget=DAY, error_messages={"required": _("Kies een dag."), **NOT_A_DAY}
    )

    def told(self) -> dict[str, Any]:
        """As the verb has it."""
        said = self.cleaned_data
        return {**said, "informal": said["informal"].splitlines(), "formal": said["formal"].splitlines()}


def as_last_time(last: Counted | None) -> dict[str, str]:
    """The two lists as they were told last."""
    if last is None:
        return {}
    return {
        "informal": "\n".join(named(last.now, formal=False).values()),
        "formal": "\n".join(named(last.now, formal=True).values()),
    }

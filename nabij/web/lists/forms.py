"""Which file, for which neighbourhood."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.people.models import Neighbourhood

NO_FILE = _("Kies een bestand, tot 10 MB.")


class ListForm(forms.Form):
    """A list as a file, and the neighbourhood that keeps it."""

    file = forms.FileField(
        label=_("Welke lijst?"),
        help_text=_(
            "Een rekenblad (.xlsx) of CSV met één rij per aanbod. Kies volgende keer een bestand met dezelfde naam."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.tsv"}),
        error_messages={
            "required": NO_FILE,
            "invalid": NO_FILE,
            "missing": NO_FILE,
            "empty": _("Dit bestand is leeg."),
        },
    )
    neighbourhood = forms.ChoiceField(
        label=_("Van welke buurt is deze lijst?"),
        error_messages={
            "invalid_choice": _("Voor deze buurt zet jij geen lijsten op de kaart."),
            "required": _("Kies een buurt."),
        },
    )

    def __init__(self, *args: object, places: Sequence[Neighbourhood], home: str, **kwargs: object) -> None:
        """home: the code of where they coordinate, which is chosen until they choose otherwise."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["neighbourhood"].initial = home
        self.fields["neighbourhood"].choices = [(one.code, one.name) for one in places]  # type: ignore[attr-defined]

"""Who lives in a household, and between whom a story is. A name one knows is asked about; nothing typed is lost."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.stories.families import Housemate
from nabij.web.story.forms import Known, Named

ROWS = 6
AT_ONCE = 3  # So many stand open; the others wait until somebody asks for them.
NOT_A_DAY = {"invalid": _("Deze dag bestaat niet. Schrijf hem zo: 3-12-2014.")}


class HouseholdForm(Named):
    """The people who live together, how old the children are, and who decides for them."""

    def __init__(self, *args: Any, known: Known, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in range(ROWS):
            self.fields[f"name_{n}"] = forms.CharField(label=_("Naam"), max_length=120, required=n < 2)
            self.fields[f"name_{n}"].error_messages["required"] = _("Noem minstens twee mensen.")
            self.ask_which(f"name_{n}", known=known)
            self.fields[f"born_{n}"] = forms.DateField(
                label=_("Geboren op, alleen onder de 16"),
                required=False,
                error_messages=NOT_A_DAY,
                widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            )
            self.fields[f"parent_{n}"] = forms.BooleanField(label=_("Ouder of voogd"), required=False)
        self.fields["name"] = forms.CharField(
            label=_("Hoe noem je dit huishouden?"),
            max_length=120,
            required=False,
            help_text=_("Bijvoorbeeld: Gerda en Piet. Laat je het leeg, dan staan de voornamen er."),
        )

    def clean(self) -> dict[str, Any]:
        for n in range(ROWS):
            said = self.cleaned_data
            if (said.get(f"born_{n}") or said.get(f"parent_{n}")) and not self.data.get(f"name_{n}", "").strip():
                self.add_error(f"name_{n}", _("Hoe heet deze huisgenoot?"))
        return self.cleaned_data

    def first(self) -> Iterator[tuple[int, list[forms.BoundField]]]:
        """The number and the fields of each person that stands open on the page."""
        return self._rows(range(AT_ONCE))

    def more(self) -> list[tuple[int, list[forms.BoundField]]]:
        """The same of the others."""
        return list(self._rows(range(AT_ONCE, ROWS)))

    def has_more(self) -> bool:
        """Whether something was typed about the others."""
        return any(field.data for _n, fields in self.more() for field in fields)

    def _rows(self, places: range) -> Iterator[tuple[int, list[forms.BoundField]]]:
        for n in places:
            names = (f"name_{n}", f"which_name_{n}", f"born_{n}", f"parent_{n}")
            yield n + 1, [self[name] for name in names if name in self.fields]

    def housemates(self) -> list[Housemate]:
        said = self.cleaned_data
        return [
            Housemate(
                name=said[f"name_{n}"],
                person=self.meant(f"which_name_{n}"),
                born=said[f"born_{n}"],
                is_parent=said[f"parent_{n}"],
            )
            for n in range(ROWS)
            if said[f"name_{n}"]
        ]


class BetweenForm(Named):
    """The two people a story is between."""

    def __init__(self, *args: Any, known: Known, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (("one", _("De een")), ("other", _("De ander"))):
            self.fields[name] = forms.CharField(
                label=label,
                max_length=120,
                error_messages={"required": _("Hoe noem je deze persoon? Eén woord is genoeg.")},
            )
            self.ask_which(name, known=known)


class YesForm(forms.Form):
    """The child's yes, said to whoever writes it down."""

    yes = forms.BooleanField(error_messages={"required": _("Zonder een ja blijft het waar het staat.")})

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["yes"].label = label

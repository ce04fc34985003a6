"""What is asked on the pages of a story. No field is required that is not needed now."""

from collections.abc import Callable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.moments.models import Saying, Tie
from nabij.people.models import Person

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
NOT_A_DAY = {"invalid": _("Deze dag bestaat niet. Schrijf hem zo: 3-12-2026.")}
NOBODY_YET = ("", _("kies iemand"))


SOMEBODY_ELSE = "anders"

Known = Callable[[str], Sequence[Person]]


class Named(forms.Form):
    """A form with names, of which each may be somebody one knows already; then it is asked who is meant."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known: dict[str, dict[str, Person]] = {}

    def ask_which(self, name: str, *, known: Known, under: str = "") -> None:
        """Adds the question `under` a name, by default which_NAME, when the field `name` may mean somebody known."""
        under = under or f"which_{name}"
        typed = self.data.get(name, "").replace("\x00", "")  # Asked before the field itself refuses it.
        found = {str(one.id): one for one in known(typed)} if self.is_bound else {}
        self.known[under] = found
        if not found:
            return
        choices = [(key, _called_where(one)) for key, one in found.items()]
        self.fields[under] = forms.ChoiceField(
            label=_("Bedoel je iemand die je al kent?"),
            choices=[*choices, (SOMEBODY_ELSE, _("iemand anders"))],
            widget=forms.RadioSelect,
            error_messages={"required": _("Kies wie je bedoelt."), "invalid_choice": _("Kies wie je bedoelt.")},
        )

    def meant(self, under: str) -> Person | None:
        """Who was chosen among the people one knows; None for somebody new."""
        return self.known[under].get(self.cleaned_data.get(under, ""))


class NewStory(Named):
    """A new story: whom it is about, and their own words if there are any yet."""

    name = forms.CharField(
        label=_("Over wie gaat het?"),
        max_length=120,
        help_text=_("Een naam, of hoe je iemand kent. Bijvoorbeeld: buurman met de hond."),
        error_messages={"required": _("Hoe noem je deze persoon? Eén woord is genoeg.")},
    )
    words = forms.CharField(
        label=_("Wat zegt deze persoon zelf?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In eigen woorden. Het mag later ook."),
    )
    field_order = ("name", "who", "words")

    def __init__(self, *args: Any, known: Known, **kwargs: Any) -> None:
        """known: whom one knows by a name; then it is asked who is meant."""
        super().__init__(*args, **kwargs)
        self.ask_which("name", known=known, under="who")
        self.order_fields(self.field_order)

    @property
    def person(self) -> Person | None:
        return self.meant("who")


def _called_where(person: Person) -> str:
    """Dina Post, Wheermolen."""
    where = person.neighbourhood.name if person.neighbourhood else ""
    return f"{person.called}, {where}" if where else person.called


class OwnWordsForm(forms.Form):
    """The resident's own words and what else matters."""

    words = forms.CharField(
        label=_("In eigen woorden"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Er staat nog niets. Eén woord is genoeg.")},
    )
    matters = forms.CharField(label=_("Wat telt nog meer?"), max_length=500, required=False)


class TieForm(forms.Form):
    """Somebody around the resident, in one line or a little more."""

    name = forms.CharField(
        label=_("Wie?"),
        max_length=120,
        help_text=_("Een naam, of hoe je iemand kent."),
        error_messages={"required": _("Hoe noem je deze persoon? Eén woord is genoeg.")},
    )
    called = forms.CharField(
        label=_("Wie is dat?"), max_length=120, required=False, help_text=_("Bijvoorbeeld: zus, woont in Edam.")
    )
    kind = forms.ChoiceField(label=_("Hoe kennen zij elkaar?"), choices=Tie.Kind.choices, initial=Tie.Kind.FAMILY)
    ring = forms.TypedChoiceField(
        label=_("Hoe dichtbij?"),
        choices=[(1, _("heel dichtbij")), (2, _("dichtbij")), (3, _("verder weg"))],
        coerce=int,
        initial=2,
    )
    weight = forms.ChoiceField(label=_("Hoe sterk is de band?"), choices=Tie.Weight.choices, initial=Tie.Weight.PLAIN)
    gives = forms.CharField(
        label=_("Wat doet deze persoon graag?"),
        max_length=300,
        required=False,
        help_text=_("Alleen wat deze persoon zelf zei."),
    )
    takes = forms.CharField(label=_("Wat krijgt deze persoon?"), max_length=300, required=False)


class SayingForm(forms.Form):
    """What somebody said about their help; it counts in this circle only."""

    about = forms.ChoiceField(label=_("Over wie gaat het?"))
    kind = forms.ChoiceField(label=_("Wat is er gezegd?"), choices=Saying.Kind.choices)
    words = forms.CharField(label=_("In welke woorden?"), max_length=300, required=False)

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.id): one for one in people}
        self.fields["about"].choices = [(key, one.called) for key, one in self.people.items()]  # type: ignore[attr-defined]

    @property
    def person(self) -> Person:
        return self.people[self.cleaned_data["about"]]

"""What one can ask the social map. Everything may stay empty, and what was typed stays."""

from collections.abc import Sequence
from datetime import time
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.directory.needs import Needs
from nabij.directory.reading import Subject
from nabij.people.models import Neighbourhood
from nabij.web.map.lines import language

LONGEST = 1000  # Somebody may tell a whole story; what search reads of it is its own affair.

MOST_SUBJECTS = 40
OLDEST = 120
FURTHER = ("door", "leeftijd", "gratis", "rolstoel")
NARROWS = ("soort", "taal", "open", *FURTHER)


class Words(forms.CharField):
    """Somebody's own words; signs that nobody can type are left out."""

    def to_python(self, value: Any) -> str:
        return typed(super().to_python(value) or "")


def typed(said: str) -> str:
    """What was typed, on one line and without signs that no keyboard has."""
    return " ".join("".join(sign if sign >= " " else " " for sign in said).split())


class Until(forms.TimeField):
    """Until when; whoever writes 24:00 means midnight, which a clock calls 00:00."""

    def to_python(self, value: Any) -> time | None:
        return super().to_python("00:00" if value in ("24:00", "24:00:00", "24.00", "24") else value)


class SearchForm(forms.Form):
    """A question to the social map: words, and what narrows it down."""

    q = Words(
        label=gettext_lazy("Wat zoek je?"),
        required=False,
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"type": "search", "enterkeyhint": "search"}),
        error_messages={"max_length": gettext_lazy("Dit zijn veel woorden. Met een paar woorden vind je meer.")},
    )
    buurt = forms.ChoiceField(
        label=gettext_lazy("Dicht bij"),
        required=False,
        error_messages={
            "invalid_choice": gettext_lazy("Deze buurt kennen we niet. Kies er een uit de lijst, of zoek overal.")
        },
    )
    soort = forms.ChoiceField(
        label=gettext_lazy("Waarvoor"),
        required=False,
        error_messages={
            "invalid_choice": gettext_lazy("Dit onderwerp staat niet op de kaart. Kies er een uit de lijst.")
        },
    )
    taal = forms.ChoiceField(
        label=gettext_lazy("Taal"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Deze taal staat niet op de kaart. Kies er een uit de lijst.")},
    )
    door = forms.ChoiceField(
        label=gettext_lazy("Door wie"),
        required=False,
        choices=[
            ("", gettext_lazy("iedereen")),
            ("informal", gettext_lazy("buren en vrijwilligers")),
            ("formal", gettext_lazy("beroepskrachten")),
        ],
        error_messages={
            "invalid_choice": gettext_lazy("Kies uit de lijst: buren en vrijwilligers, of beroepskrachten.")
        },
    )
    leeftijd = forms.IntegerField(
        label=gettext_lazy("Leeftijd"),
        required=False,
        min_value=0,
        max_value=OLDEST,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        error_messages={
            name: gettext_lazy("Schrijf een leeftijd in jaren, zoals 8 of 75. Of laat het leeg.")
            for name in ("invalid", "min_value", "max_value")
        },
    )
    open = forms.BooleanField(label=gettext_lazy("Alleen wat nu open is"), required=False)
    gratis = forms.BooleanField(label=gettext_lazy("Alleen wat niets kost"), required=False)
    rolstoel = forms.BooleanField(label=gettext_lazy("Een rolstoel kan naar binnen"), required=False)

    def __init__(
        self,
        data: QueryDict,
        *,
        home: str,
        areas: Sequence[Neighbourhood],
        subjects: Sequence[Subject],
        languages: Sequence[str],
    ) -> None:
        """home: where somebody lives or works, which is chosen for them until they choose otherwise."""
        self.areas = {one.code: one for one in areas}
        self.chose_area = bool(data.get("buurt"))
        if home in self.areas and "buurt" not in data:
            data = data.copy()
            data["buurt"] = home
        super().__init__(data)
        self._choose("buurt", [("", _("overal")), *grouped(areas)])
        offered = [*most(subjects), *(one for one in subjects if one.key == data.get("soort"))]
        self._choose("soort", [("", _("alles")), *{one.key: one.name for one in offered}.items()])
        tongues = sorted(((code, language(code)) for code in languages), key=lambda one: (one[0] != "nl", one[1]))
        self._choose("taal", [("", _("alle talen")), *tongues])

    def _choose(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]

    @property
    def near(self) -> Neighbourhood | None:
        return self.areas.get(self.cleaned_data.get("buurt", ""))

    @property
    def words(self) -> str:
        """The words, also when something else is wrong: whether somebody is in danger is always heard."""
        return typed(self.data.get("q", ""))[:LONGEST]

    @property
    def asks(self) -> bool:
        """Whether somebody asks something; living somewhere is no question."""
        said = self.cleaned_data
        return bool(said["q"] or self.chose_area or self.narrowed)

    @property
    def usual(self) -> list[forms.BoundField]:
        return [self[name] for name in ("buurt", "soort", "taal", "open")]

    @property
    def further(self) -> list[forms.BoundField]:
        return [self[name] for name in FURTHER]

    @property
    def chose_further(self) -> bool:
        """Whether what is folded away was used, or is wrong: then it is shown."""
        return any(self.data.get(name) or name in self.errors for name in FURTHER)

    @property
    def narrowed(self) -> list[str]:
        """The names of what was chosen besides the words and the place; nought years is an age."""
        said = self.cleaned_data
        return [name for name in NARROWS if said[name] or (name == "leeftijd" and said[name] == 0)]

    @property
    def needs(self) -> Needs:
        said = self.cleaned_data
        return Needs(free=said["gratis"], wheelchair=said["rolstoel"], age=said["leeftijd"], by_whom=said["door"])


def most(subjects: Sequence[Subject]) -> list[Subject]:
    """The subjects that most listings are about, by name; a long list helps nobody choose."""
    chosen = {one.key for one in sorted(subjects, key=lambda one: -one.services)[:MOST_SUBJECTS]}
    return [one for one in subjects if one.key in chosen]


def grouped(areas: Sequence[Neighbourhood]) -> list[tuple[Any, Any]]:
    """Municipalities first, then each district with its neighbourhoods, by name."""
    kinds = Neighbourhood.Kind
    by_name = sorted(areas, key=lambda one: (one.name.casefold(), one.code))
    towns = [(one.code, one.name) for one in by_name if one.kind == kinds.GEMEENTE]
    groups, inside = [], set[str]()
    for district in (one for one in by_name if one.kind == kinds.WIJK):
        parts = [one for one in by_name if one.parent_id == district.code]
        inside |= {one.code for one in parts}
        whole = (district.code, _("heel %(name)s") % {"name": district.name})
        groups.append((district.name, [whole, *((one.code, one.name) for one in parts)]))
    rest = [(one.code, one.name) for one in by_name if one.kind == kinds.BUURT and one.code not in inside]
    return [*towns, *groups, *rest]


class FoundForm(forms.Form):
    """Whether a listing is still right, as somebody found it."""

    found = forms.ChoiceField(choices=[(one, one) for one in ("right", "unreached")])

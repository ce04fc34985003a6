"""What is asked of whoever offers or asks: one sentence, and whatever more they want to say."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.bridge.offering import NoRoom, offerable
from nabij.bridge.offers import LONGEST, MOST_ROOM
from nabij.bridge.usual_kinds import DEFAULTS
from nabij.bridge.weeks import DAY_NAMES, DAYS, PART_NAMES, PARTS, in_words
from nabij.people.models import Neighbourhood
from nabij.web.story.forms import DAY, NOT_A_DAY

SLOTS = [(f"{day}-{part}", f"{day}-{part}") for day in DAYS for part in PARTS]
NOTHING = _("Er staat nog niets. Eén zin is genoeg.")
TOO_LONG = _("Dit is te lang. Houd het bij één zin, van hooguit %(most)s tekens.")


class WeekForm(forms.Form):
    """A sentence on a board, with its kinds and the parts of a week."""

    line = forms.CharField(
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": NOTHING},
    )
    neighbourhood = forms.ChoiceField(label=_("Op het prikbord van"))
    week = forms.MultipleChoiceField(label=_("Wanneer kan het?"), choices=SLOTS, required=False)
    kinds = forms.MultipleChoiceField(
        label=_("Wat voor hulp is dit?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kies je niets, dan haalt Nabij het uit je zin."),
    )

    def __init__(self, *args: Any, places: Iterable[Neighbourhood], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {one.code: one for one in places}
        self.fields["neighbourhood"].choices = [(code, one.name) for code, one in self.places.items()]  # type: ignore[attr-defined]
        self.fields["line"].error_messages["max_length"] = TOO_LONG % {"most": LONGEST}
        if len(self.places) < 2:
            self.fields["neighbourhood"].widget = forms.HiddenInput()
            self.fields["neighbourhood"].required = False

    @property
    def place(self) -> Neighbourhood | None:
        only = next(iter(self.places.values())) if len(self.places) == 1 else None
        return only or self.places.get(self.cleaned_data.get("neighbourhood", ""))

    @property
    def weekdays(self) -> list[tuple[str, list[tuple[str, str, bool]]]]:
        """The week as a grid: each day with its parts, as value, what it is called, and whether it is chosen."""
        chosen = self["week"].value() or []
        return [
            (
                str(DAY_NAMES[day]),
                [(f"{day}-{part}", in_words([f"{day}-{part}"]), f"{day}-{part}" in chosen) for part in PARTS],
            )
            for day in DAYS
        ]

    @property
    def parts(self) -> list[str]:
        return [str(PART_NAMES[part]) for part in PARTS]


class OfferForm(WeekForm):
    """What somebody offers, for whom, when, how often, and until when."""

    called = forms.CharField(
        label=_("Voor wie?"),
        max_length=120,
        required=False,
        help_text=_("Leeg is: voor jezelf. Een ander zegt eerst zelf ja. Dan staat die naam erbij."),
    )
    said_yes = forms.BooleanField(label=_("Die persoon zei zelf al ja tegen mij"), required=False)
    room = forms.IntegerField(
        label=_("Hoe vaak per maand kun je?"),
        required=False,
        min_value=1,
        max_value=MOST_ROOM,
        help_text=_("Zo wordt niemand te vaak gevraagd. Leeg is: geen grens."),
    )
    until = forms.DateField(label=_("Tot en met welke dag?"), required=False, widget=DAY, error_messages=NOT_A_DAY)
    group = forms.ChoiceField(label=_("Namens wie?"), required=False, widget=forms.Select(attrs={"silent": True}))

    def __init__(self, *args: Any, groups: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["line"].label = _("Wat bied je aan?")
        self.fields["line"].help_text = _("Eén zin zonder namen. Bijvoorbeeld: ik doe graag boodschappen voor iemand.")
        self.fields["kinds"].choices = [(kind.key, kind.name) for kind in offerable()]  # type: ignore[attr-defined]
        for name in ("invalid", "min_value", "max_value"):
            self.fields["room"].error_messages[name] = str(NoRoom())
        self.fields["group"].choices = [("", _("mijzelf")), *groups]  # type: ignore[attr-defined]
        if not groups:
            del self.fields["group"]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("called", "").strip() and told.get("group"):
            self.add_error("group", _("Voor een ander staat alleen die naam erbij. Kies hier: mijzelf."))
        return told


class AskForm(WeekForm):
    """What somebody asks, for whom, and until which day it is of use."""

    called = forms.CharField(
        label=_("Voor wie?"),
        max_length=120,
        required=False,
        help_text=_("Leeg is: voor jezelf. Voor een ander vraagt Nabij eerst of het goed is."),
    )
    by_day = forms.DateField(label=_("Uiterlijk welke dag?"), required=False, widget=DAY, error_messages=NOT_A_DAY)
    to_coordinator = forms.BooleanField(required=False)
    said_yes = forms.BooleanField(label=_("Die persoon zei zelf al ja tegen mij"), required=False)

    field_order = ("line", "called", "said_yes", "neighbourhood", "week", "by_day", "kinds", "to_coordinator")

    def __init__(self, *args: Any, for_whom: bool, coordinators: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["line"].label = _("Wat vraag je?")
        self.fields["line"].help_text = _("Eén zin zonder namen. Bijvoorbeeld: wie hangt een lamp voor mij op?")
        self.fields["kinds"].choices = [(kind.key, kind.name) for kind in DEFAULTS]  # type: ignore[attr-defined]
        if coordinators:
            said = _("%(names)s mag weten dat jij dit vraagt, en zoekt mee")
            self.fields["to_coordinator"].label = said % {"names": coordinators}
        else:
            del self.fields["to_coordinator"]
        if not for_whom:
            del self.fields["called"], self.fields["said_yes"]


class PauseForm(forms.Form):
    """Until when an offer rests; empty is until one says so."""

    until = forms.DateField(
        label=_("Vanaf welke dag kan het weer?"), required=False, widget=DAY, error_messages=NOT_A_DAY
    )

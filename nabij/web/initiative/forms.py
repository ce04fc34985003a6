"""What is asked of who puts something on the map: two minutes, and nothing that is not needed."""

import re
from collections.abc import Sequence
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.bridge.weeks import DAY_NAMES
from nabij.directory.entering import NoReason
from nabij.directory.hours import WEEK
from nabij.directory.initiatives import LONGEST_WHY
from nabij.directory.own_rows import MEETING, Said
from nabij.people.models import Neighbourhood
from nabij.web.map.forms import Until, grouped, typed
from nabij.web.map.lines import language

OFFERED = ("nl", "en", "tr", "ar", "pl", "uk", "ti", "fa", "ber", "so", "es", "pap", "ngt")
CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
NOT_A_CLOCK = {"invalid": _("Schrijf een tijd zoals 10:00.")}
WAYS = [
    ("", _("Met een rol: iedereen. Zonder rol: alleen wie inlogt")),
    (
        "introduction",
        _("Alleen via een kennismaking: alleen wie de buurt coördineert leest hoe je te bereiken bent"),
    ),
]


def words(label: Any, *, most: int, help_text: Any = "", required: bool = False, rows: int = 0) -> forms.CharField:
    """A box of one line, or of some; what is too long is said so, and stays."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(),
        error_messages={"max_length": _("Dit is te lang. Maak het korter.")},
    )


class InitiativeForm(forms.Form):
    """What neighbours do: what, where, when, through whom, in which languages and for whom."""

    name = words(_("Hoe heet het?"), most=100, required=True)
    description = words(_("Wat doen jullie? Eén zin is genoeg."), most=400, required=True, rows=2)
    virtual = forms.BooleanField(label=_("Dit is een groep op de telefoon of op internet"), required=False)
    link = forms.CharField(
        label=_("Link"),
        required=False,
        max_length=300,
        help_text=_("Van een groepsapp: wie de link heeft, kan erin en ziet daar ieders nummer."),
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )
    category = forms.ChoiceField(label=_("Waar gaat het over?"))
    neighbourhood = forms.ChoiceField(label=_("In welke buurt?"))
    place = words(_("Op welke plek?"), most=100, help_text=_("Zoals een buurthuis, een school of een moskee."))
    address = words(_("Straat en nummer"), most=120)
    at_home = forms.BooleanField(label=_("Bij iemand thuis: het adres komt niet op de kaart"), required=False)
    days = forms.MultipleChoiceField(
        label=_("Op welke dagen?"),
        required=False,
        choices=[(day, DAY_NAMES[code]) for day, code in zip(WEEK, DAY_NAMES, strict=True)],
        widget=forms.CheckboxSelectMultiple,
    )
    opens = forms.TimeField(label=_("Van"), required=False, widget=CLOCK, error_messages=NOT_A_CLOCK)
    closes = Until(label=_("Tot"), required=False, widget=CLOCK, error_messages=NOT_A_CLOCK)
    hours = words(_("Of in woorden"), most=120, help_text=_("Zoals: elke eerste zaterdag, niet in de vakantie."))
    contact = words(_("Via wie kom je binnen?"), most=80, help_text=_("Een voornaam is genoeg."))
    role = words(
        _("Wat doet die persoon daar?"),
        most=60,
        help_text=_(
            "Zoals gastvrouw. Met een rol ziet iedereen de naam, het nummer en de mail. Zonder rol alleen wie inlogt."
        ),
    )
    phone = words(_("Telefoon"), most=40, help_text=_("Een nummer of een mailadres: een van de twee is genoeg."))
    email = forms.EmailField(
        label=_("Mail"),
        required=False,
        error_messages={"invalid": _("Dit is geen mailadres. Schrijf het zoals naam@voorbeeld.nl.")},
    )
    introduction = forms.ChoiceField(
        label=_("Wie mag zien hoe je te bereiken bent?"), required=False, choices=WAYS, widget=forms.RadioSelect
    )
    languages = forms.MultipleChoiceField(
        label=_("In welke talen?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    for_whom = words(_("Voor wie?"), most=200, help_text=_("Laat dit leeg als iedereen mag komen."))
    community = words(_("Voor welke gemeenschap?"), most=120)
    go_between = words(
        _("Wie neemt mensen mee?"),
        most=120,
        help_text=_("Vraag eerst of die persoon het goed vindt. Iedereen leest die naam."),
    )

    def __init__(
        self, *args: Any, areas: Sequence[Neighbourhood], subjects: Sequence[str], home: str, **kwargs: Any
    ) -> None:
        """subjects: what the map is about, by name. home: where somebody lives, chosen until they choose otherwise."""
        super().__init__(*args, **kwargs)
        self.areas = {one.code: one for one in areas}
        names = list(dict.fromkeys((MEETING, *subjects)))
        for field, choices in (("neighbourhood", grouped(areas)), ("category", [(one, one) for one in names])):
            self.fields[field].choices = [("", _("kies")), *choices]  # type: ignore[attr-defined]
            self.fields[field].error_messages |= {
                "required": _("Kies er een uit de lijst."),
                "invalid_choice": _("Kies er een uit de lijst."),
            }
        self.fields["languages"].choices = [(code, language(code)) for code in OFFERED]  # type: ignore[attr-defined]
        for needed in ("contact", "phone", "email"):  # Of these the mistake says what is needed.
            self.fields[needed].widget.attrs["silent"] = True
        self.fields["neighbourhood"].initial = home
        self.fields["name"].error_messages["required"] = _("Schrijf hoe het heet.")
        self.fields["description"].error_messages["required"] = _("Schrijf in één zin wat jullie doen.")

    def clean_link(self) -> str:
        """An address that a browser may follow; who types no https means it."""
        said = self.cleaned_data["link"].strip()
        if said and "://" not in said:
            said = f"https://{said}"
        if said and not re.fullmatch(r"https?://[^\s/@]+\.[^\s/@]+(/\S*)?", said):
            raise forms.ValidationError(
                _("Dit is geen link. Plak hem zoals hij in de groep staat, met https:// ervoor.")
            )
        return said

    def clean_phone(self) -> str:
        said: str = self.cleaned_data["phone"].strip()
        if (said and not 6 <= len(re.sub(r"\D", "", said)) <= 15) or re.search(r"[^\d\s()+./-]", said):
            raise forms.ValidationError(_("Dit is geen telefoonnummer. Schrijf alleen cijfers, zoals 06 12 34 56 78."))
        return said

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("virtual") and not told.get("link") and "link" not in self.errors:
            self.add_error("link", _("Zonder link kan niemand in de groep komen. Plak hem hier."))
        if not told.get("virtual"):
            self._somebody(told)
        if told.get("opens") and told.get("closes") and time.min < told["closes"] <= told["opens"]:
            self.add_error("closes", _("Het einde ligt niet na het begin. Kijk de tijden nog eens na."))
        if (told.get("opens") or told.get("closes")) and not told.get("days"):
            self.add_error("days", _("Kies ook op welke dag."))
        self._times(told)
        return told

    def _times(self, told: dict[str, Any]) -> None:
        """A day alone, or half a time, brings nobody to the door."""
        opens, closes = told.get("opens"), told.get("closes")
        if {"opens", "closes"} & set(self.errors):
            return
        if opens and not closes:
            self.add_error("closes", _("Tot hoe laat? Ongeveer is genoeg."))
        elif closes and not opens:
            self.add_error("opens", _("Vanaf hoe laat? Ongeveer is genoeg."))
        elif told.get("days") and not (opens or told.get("hours")):
            self.add_error("opens", _("Schrijf ook hoe laat. Of schrijf het bij “in woorden”."))

    def _somebody(self, told: dict[str, Any]) -> None:
        """Nobody comes in where nobody is named, or who is named cannot be reached."""
        if not told.get("contact") and "contact" not in self.errors:
            self.add_error("contact", _("Schrijf via wie je binnenkomt. Een voornaam is genoeg."))
        unread = {"phone", "email"} & set(self.errors)
        if not (told.get("phone") or told.get("email") or unread):
            self.add_error("phone", _("Schrijf een nummer of een mailadres erbij. Je kiest hieronder wie het ziet."))

    @property
    def place_of(self) -> Neighbourhood:
        return self.areas[self.cleaned_data["neighbourhood"]]

    @property
    def said(self) -> Said:
        """What was filled in, as the map keeps it; nothing that is empty."""
        told: dict[str, str] = {}
        for name, value in self.cleaned_data.items():
            if name == "neighbourhood" or not value:
                continue
            told[name] = as_words(name, value)
        return told


def as_words(name: str, value: Any) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, list):
        return (";" if name == "languages" else ",").join(value)
    return "1" if value is True else typed(str(value))


def as_typed(said: Said) -> dict[str, Any]:
    """What is kept, as the form shows it again."""
    lists = {"days": ",", "languages": ";"}
    return {name: value.split(lists[name]) if name in lists else value for name, value in said.items()}


# A mail may come to somebody else, when the address was typed wrongly.
NO_NAMES = _("Wie dit stuurde, leest dit, soms in een mail. Zet er geen namen in.")


class NoForm(forms.Form):
    """Why something does not come on the map."""

    why = words(_("Waarom niet?"), most=LONGEST_WHY, help_text=NO_NAMES, required=True, rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why"].error_messages["required"] = str(NoReason())

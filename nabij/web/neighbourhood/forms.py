"""What a neighbourhood chooses, what its places are, and what somebody is there for. Nothing of it has to be said."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nabij.bridge.reasons import TONGUE_NAMES, tongue
from nabij.people.models import Hat, Neighbourhood, Person, Place, Signpost, Structure
from nabij.people.structure import LONGEST_WHAT
from nabij.web.map.forms import Until
from nabij.web.people.forms import CLOCK, CLOCKS, NO_CLOCK, NUMBER, TEXT, TICKS, HoursForm

NO_NAME = {"required": _("Hoe heet de plek? Eén woord is genoeg.")}
STEPS = {"": _("weet ik niet"), "1": _("ja"), "0": _("nee")}


class StructureForm(forms.Form):
    """One number, and a page of the team: both off until chosen."""

    phone = forms.CharField(
        label=_("Welk nummer bellen mensen in deze buurt?"),
        max_length=30,
        required=False,
        help_text=_("Eén nummer voor alle vragen. Laat het leeg als er geen is."),
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
    )
    hours = forms.CharField(
        label=_("Wanneer neemt iemand op?"),
        max_length=120,
        required=False,
        help_text=_("Bijvoorbeeld: maandag tot en met vrijdag, 9 tot 17 uur."),
    )
    team = forms.BooleanField(
        label=_("Een pagina waarop staat wie er waarvoor is"),
        required=False,
        help_text=_("Wie hier een pet draagt, zet zichzelf erop. Niemand komt er vanzelf op te staan."),
    )

    def __init__(self, *args: Any, now: Structure | None, **kwargs: Any) -> None:
        said = {"phone": now.phone, "hours": now.hours, "team": now.team} if now else {}
        super().__init__(*args, **kwargs | {"initial": said})

    def clean_phone(self) -> str:
        said: str = self.cleaned_data["phone"].strip()
        if said and not NUMBER.fullmatch(said):
            raise ValidationError(_("Dit is geen telefoonnummer. Schrijf het zo: 0299 12 34 56."))
        return said

    def clean(self) -> None:
        if self.cleaned_data.get("hours") and self.cleaned_data.get("phone") == "":
            self.add_error("phone", _("Welk nummer is dat? Schrijf het erbij, of haal de tijden weg."))


class PlaceForm(forms.Form):
    """A place to meet: what it is, where, and whether one comes in without a step."""

    name = forms.CharField(label=_("Hoe heet de plek?"), max_length=120, error_messages=NO_NAME)
    what = forms.CharField(
        label=_("Wat kun je er?"),
        max_length=300,
        required=False,
        widget=TEXT,
        help_text=_("Bijvoorbeeld: koffie drinken, formulieren invullen, iemand spreken."),
    )
    address = forms.CharField(label=_("Straat en nummer"), max_length=200, required=False)
    step_free = forms.ChoiceField(
        label=_("Kom je er zonder drempel binnen?"),
        choices=list(STEPS.items()),
        required=False,
        widget=forms.RadioSelect,
    )
    hours = forms.CharField(
        label=_("Wil je iets zeggen over de tijden?"),
        max_length=300,
        required=False,
        help_text=_("Bijvoorbeeld: in de zomer dicht. De dagen en uren zet je hierna erbij."),
    )

    def __init__(self, *args: Any, now: Place | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs | {"initial": self.of(now) if now else {}})
        if now:
            self.fields["hours"].help_text = _("Bijvoorbeeld: in de zomer dicht.")

    @staticmethod
    def of(place: Place) -> dict[str, Any]:
        stepless = "" if place.step_free is None else str(int(place.step_free))
        return {
            "name": place.name,
            "what": place.what,
            "address": place.address,
            "step_free": stepless,
            "hours": place.hours,
        }

    @property
    def said(self) -> dict[str, Any]:
        told = self.cleaned_data
        words = {name: told[name].strip() for name in ("name", "what", "address", "hours")}
        return words | {"step_free": None if told["step_free"] == "" else told["step_free"] == "1"}


class PlaceHoursForm(HoursForm):
    """When a place is open."""

    address = "place_hours"
    closes = Until(
        label=_("Tot"),
        input_formats=CLOCKS,
        widget=CLOCK,
        error_messages=NO_CLOCK,
        help_text=_("Tot middernacht is 0.00 uur."),
    )

    def __init__(self, *args: Any, place: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.place = place

    @property
    def action(self) -> str:
        return reverse(self.address, args=[self.place])


class SignpostForm(forms.Form):
    """What somebody is there for, in which languages, and who may know."""

    hat = forms.ChoiceField(label=_("In welke pet?"))
    called = forms.CharField(label=_("Hoe mogen mensen je noemen?"), max_length=80, required=False)
    what = forms.CharField(
        label=_("Waarvoor kunnen mensen bij je komen?"),
        max_length=LONGEST_WHAT,
        widget=TEXT,
        error_messages={"required": _("Schrijf in één zin waarvoor mensen bij je kunnen komen.")},
    )
    languages = forms.MultipleChoiceField(label=_("In welke talen?"), required=False, widget=TICKS)
    reach = forms.CharField(
        label=_("Hoe vinden mensen je?"),
        max_length=120,
        help_text=_("Bijvoorbeeld: dinsdagochtend in het buurthuis, of via het buurtteam. Een nummer hoeft niet."),
        error_messages={"required": _("Schrijf hoe mensen je vinden. Een plek en een dag is genoeg.")},
    )
    public = forms.BooleanField(
        label=_("Ook wie niet inlogt mag dit lezen"),
        required=False,
        help_text=_("Anders leest alleen de buurt het: wie er woont of werkt en inlogt."),
    )

    def __init__(self, *args: Any, person: Person, hats: Sequence[Hat], now: Signpost | None, **kwargs: Any) -> None:
        """hats: the hats in which one may stand in this team; none for a guide. now: what stands there already."""
        super().__init__(*args, **kwargs | {"initial": as_said(person, now)})
        self.hats = {str(one.id): one for one in hats}
        codes = dict.fromkeys([*TONGUE_NAMES, *person.languages, *(now.languages if now else ())])
        self.fields["languages"].choices = [(code, tongue(code)) for code in codes]  # type: ignore[attr-defined]
        if len(self.hats) < 2:
            del self.fields["hat"]
        else:
            self.fields["hat"].choices = [(key, str(one)) for key, one in self.hats.items()]  # type: ignore[attr-defined]

    @property
    def worn(self) -> Hat | None:
        """The hat that was chosen; the only one; or none, for a guide."""
        return self.hats.get(self.cleaned_data.get("hat", "")) or next(iter(self.hats.values()), None)

    @property
    def said(self) -> dict[str, Any]:
        return {"hat": self.worn} | {name: value for name, value in self.cleaned_data.items() if name != "hat"}


def as_said(person: Person, now: Signpost | None) -> dict[str, Any]:
    if now is None:
        return {"called": person.first_name, "languages": person.languages}
    return {
        "hat": str(now.hat_id or ""),
        "called": now.called,
        "what": now.what,
        "languages": now.languages,
        "reach": now.reach,
        "public": now.public,
    }


class TakeOffForm(forms.Form):
    """Why somebody is taken off a page."""

    why = forms.CharField(
        label=_("Waarom?"),
        max_length=200,
        help_text=_("Wie het schreef, leest dit."),
        error_messages={"required": _("Schrijf in één zin waarom. Wie het schreef, leest dat.")},
    )


def area_named(here: Neighbourhood, *, other: Neighbourhood) -> str:
    """The name of where somebody stands, when that is not the page one reads."""
    return "" if here.code == other.code else other.name

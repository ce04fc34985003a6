"""What one can say on one's own page. Each form is small, and nothing in it has to be said."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nabij.bridge.reasons import TONGUE_NAMES, tongue
from nabij.directory.languages import code_of
from nabij.people.models import Hat, Neighbourhood, Person, Strength, WayToReach
from nabij.web.days import WEEKDAYS, opening
from nabij.web.map.forms import grouped

CODE = re.compile(r"[a-z]{2,3}(-[a-z]{2,8})?")
NUMBER = re.compile(r"\+?[\d\s().-]{6,30}")
CLOCKS = ("%H:%M", "%H:%M:%S", "%H.%M", "%H")
CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
NO_CLOCK = {
    "invalid": _("Deze tijd bestaat niet. Schrijf hem zo: 9.00."),
    "required": _("Kies een tijd, zoals 9.00."),
}
TICKS = forms.CheckboxSelectMultiple(attrs={"class": "utrecht-checkbox utrecht-checkbox--html-input"})
TEXT = forms.Textarea(attrs={"rows": 2})
KNOWN_NEIGHBOURHOOD = {"invalid_choice": _("Deze buurt kennen we niet. Kies er een uit de lijst.")}


class Own(forms.Form):
    """A form on one's own page: it knows its own address, and its fields have names of their own on the page."""

    address: ClassVar[str]
    button: ClassVar[Any] = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = f"{self.address}_%s"

    @property
    def action(self) -> str:
        return reverse(self.address)

    def choose(self, name: str, choices: Sequence[Any]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]


class LanguagesForm(Own):
    """The languages somebody speaks: the usual ones to tick, and any other by name or code."""

    address = "my_languages"
    spoken = forms.MultipleChoiceField(label=_("Welke talen spreek je?"), required=False, widget=TICKS)
    others = forms.CharField(
        label=_("Nog een taal?"),
        max_length=200,
        required=False,
        help_text=_("Schrijf de naam of de code. Zet een komma tussen twee talen."),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, initial={"spoken": person.languages}, **kwargs)
        codes = dict.fromkeys([*TONGUE_NAMES, *person.languages])
        self.choose("spoken", [(code, tongue(code)) for code in codes])

    def clean_others(self) -> list[str]:
        bits = [bit.strip() for bit in self.cleaned_data["others"].split(",")]
        return [self.code(bit) for bit in bits if bit]

    def code(self, said: str) -> str:
        found = code_of(said) or (said.lower() if CODE.fullmatch(said.lower()) else "")
        if not found:
            raise ValidationError(_("De taal “%(name)s” kennen we niet. Schrijf de code, zoals hu.") % {"name": said})
        return found

    @property
    def languages(self) -> list[str]:
        return [*self.cleaned_data["spoken"], *self.cleaned_data["others"]]


class WithNeighbourhood(Own):
    """A form in which one chooses a neighbourhood."""

    def __init__(self, *args: Any, areas: Sequence[Neighbourhood], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.areas = {one.code: one for one in areas}
        self.choose("neighbourhood", [("", _("geen")), *grouped(areas)])

    def clean_neighbourhood(self) -> Neighbourhood | None:
        return self.areas.get(self.cleaned_data["neighbourhood"])


class HomeForm(WithNeighbourhood):
    """Where somebody lives: the street, never the door."""

    address = "my_home"
    street = forms.CharField(
        label=_("In welke straat woon je?"),
        max_length=120,
        required=False,
        help_text=_("Alleen de straat. Een huisnummer is niet nodig."),
    )
    neighbourhood = forms.ChoiceField(label=_("In welke buurt?"), required=False, error_messages=KNOWN_NEIGHBOURHOOD)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        said = {"street": person.street, "neighbourhood": person.neighbourhood_id}
        super().__init__(*args, initial=said, **kwargs)


class ThroughForm(Own):
    """Community, go-between and stand-in, if somebody wants that said."""

    address = "my_go_between"
    community = forms.CharField(
        label=_("Bij welke gemeenschap hoor je?"),
        max_length=80,
        required=False,
        help_text=_("Alleen als je dat wilt zeggen. Bijvoorbeeld: de kerk, de moskee, de volkstuin."),
    )
    go_between = forms.CharField(
        label=_("Via wie komen mensen het best bij jou?"),
        max_length=120,
        required=False,
        help_text=_("De naam van iemand die je vertrouwt."),
    )
    stand_in = forms.CharField(label=_("Wie is er als jij er niet bent?"), max_length=120, required=False)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        said = {
            "community": person.community,
            "go_between": person.go_between or "",
            "stand_in": person.stand_in or "",
        }
        super().__init__(*args, initial=said, **kwargs)


class StrengthForm(Own):
    """What somebody can, knows, likes or has lived through."""

    address = "my_strengths"
    STARTS: ClassVar[dict[str, Any]] = {
        Strength.Kind.CAN: _("Ik kan"),
        Strength.Kind.KNOWS: _("Ik weet veel van"),
        Strength.Kind.LIKES: _("Ik houd van"),
        Strength.Kind.LIVED: _("Ik heb meegemaakt"),
    }
    kind = forms.ChoiceField(label=_("Hoe begint je zin?"), choices=list(STARTS.items()))
    what = forms.CharField(
        label=_("Wat is het?"),
        max_length=200,
        error_messages={"required": _("Er staat nog niets. Eén woord is genoeg.")},
        help_text=_("Bijvoorbeeld: fietsen repareren, of alleen zijn met drie kinderen."),
    )
    open = forms.BooleanField(label=_("De buurt mag dit zien"), required=False)


class HoursForm(Own):
    """When somebody can be reached."""

    address = "my_hours"
    weekdays = forms.TypedMultipleChoiceField(
        label=_("Op welke dagen?"),
        coerce=int,
        widget=TICKS,
        error_messages={"required": _("Kies een dag.")},
    )
    opens = forms.TimeField(label=_("Vanaf"), input_formats=CLOCKS, widget=CLOCK, error_messages=NO_CLOCK)
    closes = forms.TimeField(label=_("Tot"), input_formats=CLOCKS, widget=CLOCK, error_messages=NO_CLOCK)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose("weekdays", [(number, opening(str(name))) for number, name in enumerate(WEEKDAYS)])


class WayForm(Own):
    """A number or address for the people of one's circles."""

    address = "my_ways"
    kind = forms.ChoiceField(
        label=_("Hoe?"),
        choices=((WayToReach.Kind.PHONE, _("Telefoon")), (WayToReach.Kind.MAIL, _("Mail"))),
    )
    value = forms.CharField(
        label=_("Welk nummer of mailadres?"),
        max_length=200,
        error_messages={"required": _("Er staat nog niets. Vul een nummer of mailadres in.")},
    )
    note = forms.CharField(
        label=_("Wil je er iets bij zeggen?"),
        max_length=200,
        required=False,
        help_text=_("Bijvoorbeeld: liever appen dan bellen."),
    )

    def clean(self) -> None:
        said = self.cleaned_data.get("value", "")
        if said and self.cleaned_data.get("kind") == WayToReach.Kind.PHONE and not NUMBER.fullmatch(said):
            self.add_error("value", _("Dit is geen telefoonnummer. Schrijf het zo: 06 12 34 56 78."))
        if said and self.cleaned_data.get("kind") == WayToReach.Kind.MAIL:
            try:
                validate_email(said)
            except ValidationError:
                self.add_error("value", _("Dit is geen mailadres. Schrijf het zo: naam@voorbeeld.nl."))


class MandateForm(Own):
    """What somebody can and cannot in one of their own hats, and whether the neighbourhood sees it."""

    address = "my_mandate"
    can = forms.CharField(label=_("Dit kan ik"), max_length=1000, required=False, widget=TEXT)
    cannot = forms.CharField(label=_("Dit kan ik niet"), max_length=1000, required=False, widget=TEXT)
    open = forms.BooleanField(label=_("De buurt mag deze pet zien"), required=False)

    def __init__(self, *args: Any, hat: Hat, **kwargs: Any) -> None:
        super().__init__(*args, initial={"can": hat.can, "cannot": hat.cannot, "open": hat.open}, **kwargs)
        self.hat = hat
        self.auto_id = f"{hat.id}_%s"
        if not hat.neighbourhood_id:
            del self.fields["open"]

    @property
    def action(self) -> str:
        return reverse(self.address, args=[self.hat.id])

    @property
    def said(self) -> dict[str, Any]:
        return {"open": False, **self.cleaned_data}


class GiveBackForm(Own):
    """Giving back a hat that was granted, with the reason."""

    address = "hat_ends"
    button = _("Geef terug")
    why = forms.CharField(
        label=_("Waarom?"),
        max_length=300,
        error_messages={"required": _("Er staat nog niets. Eén zin is genoeg.")},
    )

    def __init__(self, *args: Any, hat: Hat, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hat = hat
        self.auto_id = f"{hat.id}_back_%s"

    @property
    def action(self) -> str:
        return reverse(self.address, args=[self.hat.id])


class HatForm(WithNeighbourhood):
    """A hat of one's own."""

    address = "my_hats"
    role = forms.CharField(
        label=_("Hoe heet de pet?"),
        max_length=80,
        error_messages={"required": _("Hoe heet deze pet? Eén woord is genoeg, zoals buurvrouw.")},
        help_text=_("Bijvoorbeeld: buurvrouw, of kookt bij de eettafel."),
    )
    can = forms.CharField(label=_("Dit kan ik"), max_length=1000, required=False, widget=TEXT)
    cannot = forms.CharField(label=_("Dit kan ik niet"), max_length=1000, required=False, widget=TEXT)
    neighbourhood = forms.ChoiceField(label=_("In welke buurt?"), required=False, error_messages=KNOWN_NEIGHBOURHOOD)
    open = forms.BooleanField(
        label=_("De buurt mag deze pet zien"),
        required=False,
        help_text=_("Anders zien alleen de mensen in je kringen hem."),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, initial={"neighbourhood": person.neighbourhood_id}, **kwargs)

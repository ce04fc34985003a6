"""What is typed about a dilemma; the rules stand in the verbs."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django import forms
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from nabij.people.models import Neighbourhood, Person
from nabij.trust.models import Circle
from nabij.web.letter.forms import DayInput
from nabij.weighing.deciding import Decided, Goes
from nabij.weighing.decisions import WorkingTogether
from nabij.weighing.dilemmas import Option, Participant, Perspective
from nabij.weighing.raising import Asked, Told
from nabij.weighing.speaking import Valued
from nabij.weighing.speaking_as import Worn
from nabij.weighing.voices import HIGHEST, LOWEST, Voice

DAYS = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"]
VALUES = [(str(value), str(value)) for value in range(LOWEST, HIGHEST + 1)]
SILENT = {"silent": True}
OTHERWISE = "anders"


def box(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class InHat(forms.Form):
    """In which hat somebody speaks; a choice only for whoever has one."""

    hat = forms.ChoiceField(
        label=_("Met welke pet op?"),
        required=False,
        widget=forms.Select(attrs=SILENT),
        error_messages={"invalid_choice": _("Deze pet draag je niet meer. Kies een andere, of geen.")},
    )

    def __init__(self, *args: Any, hats: Iterable[Worn], bare: Any = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worn = [(str(one.hat), one.role) for one in hats]
        if worn:
            choices = [*worn, ("", bare or _("zonder pet"))]
            self.fields["hat"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["hat"]

    @property
    def worn(self) -> UUID | None:
        said = self.cleaned_data.get("hat")
        return UUID(said) if said else None


class RaiseForm(InHat):
    """A dilemma, told without names."""

    circle = forms.ChoiceField(
        label=_("Waar speelt dit?"),
        help_text=_("Wie die kring leest, leest ook dit dilemma. Wie je erbij vraagt, ziet niets van de kring."),
        error_messages={"required": _("Kies waar dit speelt."), "invalid_choice": _("Kies waar dit speelt.")},
    )
    neighbourhood = forms.ChoiceField(
        label=_("In welke buurt?"),
        error_messages={"required": _("Kies een buurt."), "invalid_choice": _("Kies een buurt.")},
    )
    question = forms.CharField(
        label=_("Wat is de vraag?"),
        max_length=300,
        widget=box(2),
        help_text=_("Vertel het zonder namen. Zoals: mag een moeder houden wat ze won met bingo?"),
        error_messages={"required": _("Wat is de vraag? Eén zin is genoeg.")},
    )
    options = forms.CharField(
        label=_("Wat kunnen jullie kiezen?"),
        max_length=1900,
        widget=box(4),
        help_text=_("Elke keuze op een eigen regel. Minstens twee, hooguit zes."),
        error_messages={
            "required": _("Eén keuze is geen dilemma. Schrijf er minstens twee op die van elkaar verschillen.")
        },
    )
    facts = forms.CharField(label=_("Wat weten jullie?"), max_length=2000, required=False, widget=box(3))
    unknown = forms.CharField(label=_("Wat weten jullie niet?"), max_length=1000, required=False, widget=box(2))
    closes = forms.DateField(
        label=_("Tot en met welke dag kan iedereen een stem geven?"),
        widget=DayInput,
        input_formats=DAYS,
        error_messages={
            "required": _("Kies een dag."),
            "invalid": _("Deze dag bestaat niet. Schrijf bijvoorbeeld 24-11-2026."),
        },
    )
    field_order = ("circle", "question", "options", "facts", "unknown", "closes", "neighbourhood", "hat")

    def __init__(
        self, *args: Any, circles: Iterable[tuple[Circle, str]], areas: Iterable[Neighbourhood], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.circles = {str(one.id): one for one, _name in circles}
        self.areas = {one.code: one for one in areas}
        self.fields["circle"].choices = [(str(one.id), name) for one, name in circles]  # type: ignore[attr-defined]
        self.fields["neighbourhood"].choices = [(code, one.name) for code, one in self.areas.items()]  # type: ignore[attr-defined]

    @property
    def told(self) -> Told:
        said = self.cleaned_data
        return Told(said["question"], said["options"].splitlines(), facts=said["facts"], unknown=said["unknown"])

    @property
    def closes_at(self) -> datetime:
        """The end of the day that was chosen."""
        return make_aware(datetime.combine(self.cleaned_data["closes"], time(23, 59)))


class AlongForm(forms.Form):
    """Who is asked along, and as what: somebody one knows, or somebody from outside by their mail."""

    person = forms.ChoiceField(label=_("Wie?"), required=False, widget=forms.Select(attrs=SILENT))
    name = forms.CharField(label=_("Staat die er niet bij? Hoe heet die?"), max_length=120, required=False)
    mail = forms.EmailField(
        label=_("Mailadres"),
        required=False,
        error_messages={"invalid": _("Dit is geen mailadres. Schrijf bijvoorbeeld naam@voorbeeld.nl.")},
    )
    part = forms.ChoiceField(
        label=_("Hoe denkt die mee?"),
        choices=[
            (Participant.Part.WEIGHS, _("weegt mee en geeft een stem")),
            (Participant.Part.FACILITATES, _("leidt het gesprek, en heeft hier zelf geen belang bij")),
            (Participant.Part.RESIDENT, _("om die persoon gaat het")),
        ],
        initial=Participant.Part.WEIGHS,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe die meedenkt."), "invalid_choice": _("Kies hoe die meedenkt.")},
    )

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.id): one for one in people}
        choices = [("", _("kies iemand")), *((key, one.called) for key, one in self.people.items())]
        self.fields["person"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not said.get("person") and not said.get("name") and not self.errors:
            self.add_error("person", _("Kies iemand, of schrijf een naam en een mailadres op."))
        if said.get("name") and not said.get("mail") and "mail" not in self.errors:
            self.add_error("mail", _("Naar welk mailadres mag de brief?"))
        return said

    @property
    def known(self) -> Asked | None:
        chosen = self.people.get(self.cleaned_data["person"])
        return Asked(chosen, part=self.cleaned_data["part"]) if chosen else None


class VoiceForm(InHat):
    """A number from 1 to 5 for each option, and why when one likes."""

    def __init__(self, *args: Any, options: Iterable[Option], voice: Voice | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options = list(options)
        said = {one.option_id: one for one in voice.choices.all()} if voice else {}
        for one in self.options:
            before = said.get(one.id)
            self.fields[f"value_{one.number}"] = value_field(one, initial=str(before.value) if before else None)
            self.fields[f"why_{one.number}"] = why_field(initial=before.why if before else "")
        if voice and "hat" in self.fields:
            self.initial["hat"] = str(voice.hat_id or "")
        if "hat" in self.fields:
            self.order_fields([*(name for name in self.fields if name != "hat"), "hat"])

    @property
    def rows(self) -> list[tuple[Option, forms.BoundField, forms.BoundField]]:
        return [(one, self[f"value_{one.number}"], self[f"why_{one.number}"]) for one in self.options]

    @property
    def valued(self) -> list[Valued]:
        said = self.cleaned_data
        return [
            Valued(one.id, value=int(said[f"value_{one.number}"]), why=said[f"why_{one.number}"])
            for one in self.options
        ]


def value_field(option: Option, *, initial: str | None) -> forms.ChoiceField:
    problem = _("Kies een cijfer van 1 (liever niet) tot 5 (graag).")
    return forms.ChoiceField(
        label=option.words,
        choices=VALUES,
        initial=initial,
        widget=forms.RadioSelect,
        error_messages={"required": problem, "invalid_choice": problem},
    )


def why_field(*, initial: str) -> forms.CharField:
    return forms.CharField(label=_("Waarom?"), max_length=500, required=False, initial=initial)


class PerspectiveForm(InHat):
    """How it looks from one side."""

    logic = forms.ChoiceField(
        label=_("Vanuit wie kijk je?"),
        choices=Perspective.Logic.choices,
        error_messages={"invalid_choice": _("Kies een van de vier."), "required": _("Kies een van de vier.")},
    )
    words = forms.CharField(
        label=_("Hoe ziet het er dan uit?"),
        max_length=1000,
        widget=box(3),
        error_messages={"required": _("Er staat nog niets. Eén zin is genoeg.")},
    )
    field_order = ("logic", "words", "hat")


class DecisionForm(InHat):
    """What is decided and why, and who thinks otherwise."""

    option = forms.ChoiceField(
        label=_("Wat kiezen jullie?"),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Kies een van deze keuzes.")),
    )
    words = forms.CharField(
        label=_("Wat gaan jullie doen?"),
        max_length=500,
        widget=box(2),
        error_messages={"required": _("Schrijf op wat jullie doen.")},
    )
    reasons = forms.CharField(
        label=_("Waarom?"), max_length=2000, widget=box(3), error_messages={"required": _("Schrijf op waarom.")}
    )
    minority = forms.CharField(
        label=_("Wie denkt anders, en waarom?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, **SILENT}),
        help_text=_("Dit blijft bij het besluit staan."),
    )
    field_order = ("option", "words", "reasons", "minority", "hat")

    def __init__(self, *args: Any, options: Iterable[Option], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options = {str(one.id): one for one in options}
        choices = [(key, one.words) for key, one in self.options.items()]
        self.fields["option"].choices = [*choices, (OTHERWISE, _("iets anders"))]  # type: ignore[attr-defined]

    @property
    def decided(self) -> Decided:
        said = self.cleaned_data
        option = self.options.get(said["option"])
        return Decided(words=said["words"], reasons=said["reasons"], option=option, minority=said["minority"])


class CameForm(forms.Form):
    """What came of it."""

    words = forms.CharField(
        label=_("Wat kwam ervan?"),
        max_length=1000,
        widget=box(3),
        error_messages={"required": _("Er staat nog niets. Eén zin is genoeg.")},
    )


class TogetherForm(forms.Form):
    """How working together goes, for oneself alone unless one shares it."""

    how = forms.ChoiceField(
        label=_("Hoe gaat het samenwerken nu?"),
        choices=WorkingTogether.How.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een van deze drie."), "invalid_choice": _("Kies een van deze drie.")},
    )
    words = forms.CharField(label=_("Wil je er iets bij zeggen?"), max_length=1000, required=False, widget=box(2))
    shared = forms.BooleanField(label=_("De ander mag dit lezen"), required=False)

    @property
    def goes(self) -> Goes:
        said = self.cleaned_data
        return Goes(how=said["how"], words=said["words"], shared=said["shared"])

"""What is typed about a referral. Rules stand in the verbs; here only what can be filled in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.bridge.lifecycle import Outcome, Reason, State
from nabij.bridge.referral_reading import Choice
from nabij.bridge.referring import Said, Words
from nabij.people.models import Person
from nabij.web.seal.forms import day_field

HEADINGS = {
    "outside": _("Buiten Nabij, met de mail"),
    "group": _("Teams en groepen"),
    "formal": _("Beroepskrachten"),
    "informal": _("Buren, vrijwilligers en bewoners"),
}
YES, FIRST, WITHOUT = "yes", "first", "without"
WHOM = _("Wie vraag je? Kies er één.")
CHOOSE = _("Kies één antwoord.")


class ReferralForm(forms.Form):
    """Whom one asks, what goes along, and how whom it is about said yes."""

    about = forms.ChoiceField(label=_("Om wie gaat het?"))
    to = forms.ChoiceField(label=_("Wie vraag je?"), error_messages={"required": WHOM, "invalid_choice": WHOM})
    what = forms.CharField(
        label=_("Wat vraag je?"),
        max_length=300,
        help_text=_("In gewone woorden. Eén zin is genoeg."),
        error_messages={"required": _("Wat vraag je? Eén zin is genoeg.")},
    )
    lived = forms.CharField(
        label=_("Wat zag of beleefde iemand zelf?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ervaring telt hier even zwaar als wat op papier staat."),
    )
    known = forms.CharField(
        label=_("Wat is er officieel bekend?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Een besluit, een regeling, wat een dokter zei. Alleen wat nodig is."),
    )
    reach = forms.CharField(label=_("Hoe bereik je diegene?"), max_length=200, required=False)
    agreed = forms.ChoiceField(
        label=_("Is dit afgesproken?"),
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    ground = forms.CharField(
        label=_("Hoe ging dat, of waarom moet het zonder?"),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"silent": True}),
        help_text=_("Bijvoorbeeld: ze zei ja aan de keukentafel."),
    )

    def __init__(
        self, *args: Any, people: Sequence[Person], choices: Sequence[Choice], reads: bool, own: bool, **kwargs: Any
    ) -> None:
        """people: whom it may be about. reads: whether they can read it first. own: it is about whoever asks."""
        super().__init__(*args, **kwargs)
        self.people = {str(one.id): one for one in people}
        self.fields["about"].choices = [(key, one.called) for key, one in self.people.items()]  # type: ignore[attr-defined]
        self.fields["to"].choices = [("", _("kies wie je vraagt")), *headed(choices)]  # type: ignore[attr-defined]
        if len(people) == 1:
            del self.fields["about"]
        if own:
            del self.fields["agreed"], self.fields["ground"]
            return
        name = {"name": people[0].first_name if len(people) == 1 else str(_("Diegene"))}
        ways: list[tuple[str, Any]] = [(YES, _("%(name)s zei ja") % name)]
        ways += [(FIRST, _("%(name)s leest het eerst zelf") % name), (WITHOUT, _("Het moet zonder"))]
        self.fields["agreed"].choices = [one for one in ways if reads or one[0] != FIRST]  # type: ignore[attr-defined]

    @property
    def person(self) -> Person:
        return self.people[self.cleaned_data.get("about") or next(iter(self.people))]

    @property
    def first_read(self) -> bool:
        return self.cleaned_data.get("agreed") == FIRST

    @property
    def said(self) -> Said:
        return Said(
            **{name: self.cleaned_data[name] for name in ("what", "lived", "known", "reach") if name in self.fields},
            ground=self.how,
            agreed=self.cleaned_data.get("agreed") != WITHOUT,
        )

    @property
    def how(self) -> str:
        typed = str(self.cleaned_data.get("ground", ""))
        return str(_("Ligt eerst voor.")) if self.first_read and not typed.strip() else typed


def headed(choices: Sequence[Choice]) -> list[tuple[Any, list[tuple[str, str]]]]:
    """Each choice under its heading."""
    found = {
        heading: [(one.key, one.name) for one in choices if one.heading == key] for key, heading in HEADINGS.items()
    }
    return [(heading, some) for heading, some in found.items() if some]


# What is asked with each step.
ASKED: dict[str, tuple[str, ...]] = {
    State.REQUESTED: (),
    State.ACCEPTED: ("hears_by",),
    State.IN_PROGRESS: ("hears_by",),
    State.ON_HOLD: ("code", "reason", "hears_by"),
    State.REJECTED: ("code", "reason", "alternative"),
    State.COMPLETED: ("outcome", "reason"),
    State.FAILED: ("code", "reason"),
    State.CANCELLED: ("code", "reason"),
    State.IN_ERROR: (),
}


class StepForm(forms.Form):
    """One step, with what belongs to it."""

    outcome = forms.ChoiceField(label=_("Wat heeft het gebracht?"), choices=Outcome, widget=forms.RadioSelect)
    code = forms.ChoiceField(label=_("Waarom?"), choices=[("", _("kies een reden")), *Reason.choices])
    reason = forms.CharField(label=_("In je eigen woorden"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    alternative = forms.CharField(label=_("Wie of wat kan wel helpen?"), max_length=300)
    hears_by = day_field(_("Wanneer laat je weer iets weten?"))

    def __init__(self, data: Any = None, *, state: str) -> None:
        super().__init__(data, auto_id=f"{state}-%s")
        self.state = state
        for name in [one for one in self.fields if one not in ASKED[state]]:
            del self.fields[name]
        for name, one in self.fields.items():
            one.required = False  # The verb says what is missing.
            one.widget.attrs["silent"] = not (name == "reason" and state == State.COMPLETED)

    @property
    def words(self) -> Words:
        typed = {name: self.cleaned_data[name] for name in self.fields if name != "hears_by"}
        return Words(**typed, hears_by=self.cleaned_data.get("hears_by"))


class ThanksForm(forms.Form):
    """For whom, and in which words."""

    to = forms.ChoiceField(label=_("Voor wie?"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Waarvoor?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Alleen diegene leest het."),
        error_messages={"required": _("Waarvoor bedank je? Eén zin is genoeg, en één keer.")},
    )

    def __init__(self, data: Any = None, *, people: Sequence[tuple[Any, str]]) -> None:
        super().__init__(data, auto_id="dank-%s")
        self.fields["to"].choices = [(str(key), name) for key, name in people]  # type: ignore[attr-defined]
        if len(people) == 1:
            self.fields["to"].widget = forms.HiddenInput()
            self.fields["to"].initial = str(people[0][0])

"""What is typed about an introduction; the rules stand in the verbs."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.timezone import make_aware
from django.utils.translation import gettext_lazy as _

from nabij.bridge.asks import Ask
from nabij.bridge.introducing import Went, When
from nabij.bridge.introductions import LONGEST, IntroductionAnswer, Meeting
from nabij.bridge.offers import Offer
from nabij.people.models import Person, Place
from nabij.web.letter.forms import DayInput

CHOOSE = {"required": _("Kies iemand."), "invalid_choice": _("Deze persoon is hier niet gevonden. Kies opnieuw.")}
NO_TIME = {"invalid": _("Schrijf de tijd zo: 10:00.")}
DAYS = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"]


class MeetingForm(forms.Form):
    """How, where and when: all of it may stay open."""

    how = forms.ChoiceField(label=_("Hoe?"), choices=Meeting.How.choices, initial="coffee", required=False)
    place = forms.ModelChoiceField(
        label=_("Waar?"), queryset=Place.objects.none(), required=False, empty_label=_("ergens anders, of nog niet")
    )
    spot = forms.CharField(label=_("Ergens anders? Waar dan?"), max_length=120, required=False)
    day = forms.DateField(
        label=_("Welke dag?"),
        required=False,
        widget=DayInput,
        input_formats=DAYS,
        error_messages={"invalid": _("Deze dag bestaat niet. Schrijf bijvoorbeeld 24-11-2026.")},
    )
    clock = forms.TimeField(
        label=_("Hoe laat?"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H.%M", "%H"],
        error_messages=NO_TIME,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = Place.objects.standing().order_by("name")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("clock") and not said.get("day") and "day" not in self.errors:
            self.add_error("day", _("Op welke dag is dat?"))
        if said.get("day") and not said.get("clock") and "clock" not in self.errors:
            self.add_error("clock", _("Hoe laat is dat?"))
        return said

    @property
    def when(self) -> When:
        said = self.cleaned_data
        day, clock = said.get("day"), said.get("clock")
        meets_at = make_aware(datetime.combine(day, clock)) if day and clock else None
        how = said.get("how") or Meeting.How.COFFEE
        return When(how=how, place=said.get("place"), spot=said.get("spot", ""), meets_at=meets_at)


class ProposalForm(MeetingForm):
    """Two people, and why they should meet."""

    one = forms.ChoiceField(label=_("Wie?"), error_messages=CHOOSE)
    other = forms.ChoiceField(label=_("Met wie?"), error_messages=CHOOSE)
    why = forms.CharField(
        label=_("Waarom zouden zij elkaar leren kennen?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Dit lezen ze allebei. Schrijf niets uit een verhaal."),
        error_messages={"required": _("Waarom zouden zij elkaar leren kennen? Eén zin is genoeg.")},
    )
    field_order = ("one", "other", "why", "how", "place", "spot", "day", "clock")

    def __init__(self, *args: Any, people: list[Person], me: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.id): one for one in people}
        choices: list[tuple[str, Any]] = [("", _("kies iemand")), (str(me.id), _("ik zelf"))]
        choices += [(key, one.called) for key, one in self.people.items() if one.id != me.id]
        self.people[str(me.id)] = me
        for name in ("one", "other"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def person(self, name: str) -> Person:
        return self.people[self.cleaned_data[name]]


class ForAskForm(forms.Form):
    """An ask, and who may want to: somebody's offer, or a person. The buttons of a short list post it."""

    ask = forms.ModelChoiceField(queryset=Ask.objects.none())
    offer = forms.ModelChoiceField(queryset=Offer.objects.none(), required=False)
    person = forms.ModelChoiceField(queryset=Person.objects.none(), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, model in (("ask", Ask), ("offer", Offer), ("person", Person)):
            self.fields[name].queryset = model.objects.all()  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """Yes, no or later; of whom, when whoever proposed it notes what was said on the telephone."""

    answer = forms.ChoiceField(
        choices=IntroductionAnswer.Kind.choices,
        error_messages={"required": _("Kies ja, nee of later."), "invalid_choice": _("Kies ja, nee of later.")},
    )
    side = forms.UUIDField(required=False, error_messages={"invalid": _("Kies ja, nee of later.")})


# As the faces of one's own words, but about meeting somebody.
FACES: list[tuple[str, Any]] = [
    ("5", _("heel fijn")),
    ("4", _("fijn")),
    ("3", _("gewoon")),
    ("2", _("niet zo fijn")),
    ("1", _("helemaal niet fijn")),
]
YES_NO = [("yes", _("Ja")), ("no", _("Nee"))]


class WentForm(forms.Form):
    """How it went: whether they met, a face, a line."""

    met = forms.ChoiceField(
        label=_("Hebben jullie elkaar gezien of gesproken?"),
        choices=YES_NO,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee."), "invalid_choice": _("Kies ja of nee.")},
    )
    face = forms.TypedChoiceField(
        label=_("Hoe was het?"),
        choices=[("", _("dat zeg ik liever niet")), *FACES],
        widget=forms.RadioSelect,
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": _("Kies een van deze woorden, of laat het leeg.")},
    )
    contact = forms.ChoiceField(
        label=_("Houden jullie zelf contact?"),
        choices=[("", _("weet ik nog niet")), *YES_NO],
        widget=forms.RadioSelect,
        required=False,
        error_messages={"invalid_choice": _("Kies ja, nee of nog niet.")},
    )
    line = forms.CharField(
        label=_("Wil je er iets bij zeggen?"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @property
    def went(self) -> Went:
        said = self.cleaned_data
        contact = {"yes": True, "no": False}.get(said["contact"])
        return Went(met=said["met"] == "yes", contact=contact, face=said["face"], line=said["line"])


class MessageForm(forms.Form):
    """What one writes to the other."""

    words = forms.CharField(
        label=_("Je berichtje"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Er staat nog niets. Eén zin is genoeg.")},
    )

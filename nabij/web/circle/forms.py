"""What is asked on the pages of a circle: who, from when, until which day."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nabij.people.models import Person
from nabij.web.story.forms import DAY, NOT_A_DAY

DAYS = ["%Y-%m-%d", "%d-%m-%Y"]
NO_ADDRESS = {"invalid": _("Dit is geen mailadres. Het ziet eruit als naam@voorbeeld.nl.")}
FROM_NOW, ALL = "nu", "alles"


def end_of(day: date) -> datetime:
    """The moment after the last day."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


class BoundsForm(forms.Form):
    """From when somebody reads, and until which day."""

    past = forms.ChoiceField(
        label=_("Wat mag deze persoon lezen?"),
        choices=[(FROM_NOW, _("Wat er vanaf nu bij komt")), (ALL, _("Ook wat er eerder stond"))],
        widget=forms.RadioSelect,
        initial=FROM_NOW,
        required=False,
    )
    last = forms.DateField(
        label=_("Tot en met welke dag?"),
        required=False,
        widget=DAY,
        input_formats=DAYS,
        error_messages=NOT_A_DAY,
        help_text=_("Leeg is: tot iemand het stopt."),
    )

    def bounds(self, *, at: datetime) -> dict[str, datetime | None]:
        """sees_from and until, as the verbs have them; the past stays closed unless it was opened."""
        last = self.cleaned_data["last"]
        opened = self.cleaned_data["past"] == ALL
        return {"sees_from": None if opened else at, "until": end_of(last) if last else None}


class ReaderForm(BoundsForm):
    """Whom to let read along, among those one knows."""

    person = forms.ChoiceField(label=_("Wie mag dit ook lezen?"))
    field_order = ("person", "past", "last")

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = people  # type: ignore[attr-defined]


class InvitationForm(BoundsForm):
    """Somebody who is not here yet, or whom one noted before."""

    who = forms.ChoiceField(label=_("Staat deze persoon al in het verhaal?"), required=False)
    name = forms.CharField(
        label=_("Wie nodig je uit?"), max_length=120, help_text=_("Voornaam en achternaam."), required=False
    )
    address = forms.EmailField(
        label=_("Het mailadres van deze persoon"),
        max_length=200,
        error_messages={"required": _("Naar welk mailadres gaat de uitnodiging? Vul het in."), **NO_ADDRESS},
    )
    field_order = ("who", "name", "address", "past", "last")

    def __init__(self, *args: Any, people: Sequence[Person] = (), **kwargs: Any) -> None:
        """people: whom one noted in this story, and who cannot log in yet."""
        super().__init__(*args, **kwargs)
        self.people = {str(one.id): one for one in people}
        choices = [("", _("nee, iemand anders")), *((key, one.called) for key, one in self.people.items())]
        self.fields["who"].choices = choices  # type: ignore[attr-defined]
        self.fields["name"].widget.attrs["silent"] = True
        if not people:
            del self.fields["who"]

    @property
    def person(self) -> Person | None:
        return self.people.get(self.cleaned_data.get("who", ""))

    @property
    def called(self) -> str:
        return self.person.called if self.person else self.cleaned_data["name"]


class LogInForm(forms.Form):
    """The address at which somebody whom the circle knows will log in."""

    address = forms.EmailField(
        label=_("Het mailadres van deze persoon"),
        max_length=200,
        help_text=_("Vraag het deze persoon zelf. Wie deze mail leest, kan hiermee inloggen."),
        error_messages={"required": _("Naar welk mailadres gaat de uitnodiging? Vul het in."), **NO_ADDRESS},
    )


class CodeForm(BoundsForm):
    """What whoever scans the code will read."""


class PastForm(forms.Form):
    """From when the past is opened."""

    since = forms.ChoiceField(
        label=_("Vanaf wanneer?"),
        choices=[("begin", _("Alles, vanaf het begin")), ("day", _("Vanaf een dag"))],
        widget=forms.RadioSelect,
        initial="begin",
        error_messages={"required": _("Kies vanaf wanneer.")},
    )
    day = forms.DateField(
        label=_("Welke dag?"), required=False, widget=DAY, input_formats=DAYS, error_messages=NOT_A_DAY
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("since") == "day" and not said.get("day") and "day" not in self.errors:
            self.add_error("day", _("Vanaf welke dag? Kies er een."))
        return said

    @property
    def start(self) -> datetime | None:
        """The first moment that is opened; None is the beginning."""
        if self.cleaned_data["since"] == "begin":
            return None
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], time()))


class LastDayForm(forms.Form):
    """Until which day somebody reads."""

    last = forms.DateField(
        label=_("Tot en met welke dag?"),
        widget=DAY,
        input_formats=DAYS,
        error_messages={"required": _("Welke dag? Kies er een."), **NOT_A_DAY},
    )


class SmallerForm(forms.Form):
    """A smaller circle: what it is called, and who is in it."""

    name = forms.CharField(
        label=_("Hoe heet deze kring?"),
        max_length=120,
        help_text=_("Bijvoorbeeld: alleen wij tweeën."),
        error_messages={"required": _("Hoe heet deze kring? Een paar woorden zijn genoeg.")},
    )
    readers = forms.MultipleChoiceField(
        label=_("Wie mag dit lezen?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.id): one for one in people}
        self.fields["readers"].choices = [(key, one.called) for key, one in self.people.items()]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> list[Person]:
        return [self.people[key] for key in self.cleaned_data["readers"]]

"""What is asked of whoever goes away."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.stories.models import Story
from nabij.web.circle.forms import ALL, DAYS, FROM_NOW
from nabij.web.story.forms import DAY, NOBODY_YET, NOT_A_DAY

RECENT, THREE_MONTHS = "laatst", timedelta(days=92)


class AwayForm(forms.Form):
    """From until, who stands in, and what they read for that time."""

    starts = forms.DateField(
        label=_("Vanaf welke dag?"),
        widget=DAY,
        input_formats=DAYS,
        error_messages={"required": _("Vanaf welke dag ben je er niet? Kies er een."), **NOT_A_DAY},
    )
    ends = forms.DateField(
        label=_("Tot en met welke dag?"),
        widget=DAY,
        input_formats=DAYS,
        error_messages={"required": _("Tot en met welke dag ben je er niet? Kies er een."), **NOT_A_DAY},
        help_text=_("Weet je het nog niet? Kies een dag dichtbij. Terugkomen kan altijd eerder."),
    )
    stand_in = forms.ChoiceField(
        label=_("Wie neemt voor je waar?"),
        error_messages={"required": _("Wie neemt voor je waar? Kies iemand.")},
    )
    stories = forms.MultipleChoiceField(
        label=_("In welke verhalen leest die persoon zolang mee?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kleinere kringen, besloten notities en wat alleen jij leest, gaan niet mee."),
    )
    past = forms.ChoiceField(
        label=_("Wat mag die persoon lezen?"),
        choices=[
            (RECENT, _("Wat er de laatste drie maanden bij kwam")),
            (FROM_NOW, _("Wat er vanaf nu bij komt")),
            (ALL, _("Alles wat ik lees")),
        ],
        widget=forms.RadioSelect,
        initial=RECENT,
    )

    def __init__(self, *args: Any, people: list[tuple[str, str]], mine: Sequence[Story], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mine = {str(one.id): one for one in mine}
        self.fields["stand_in"].choices = [NOBODY_YET, *people]  # type: ignore[attr-defined]
        self.fields["stories"].choices = [(key, str(one)) for key, one in self.mine.items()]  # type: ignore[attr-defined]
        self.fields["stories"].initial = list(self.mine)

    @property
    def chosen(self) -> list[Story]:
        return [self.mine[key] for key in self.cleaned_data["stories"]]

    def sees_from(self, *, at: datetime) -> datetime | None:
        """From when they read; None is all of it."""
        return {RECENT: at - THREE_MONTHS, FROM_NOW: at, ALL: None}[self.cleaned_data["past"]]

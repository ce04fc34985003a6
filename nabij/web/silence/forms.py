"""What is asked about a silence: what one will do and when, or until when it may rest."""

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.stories.models import SilenceAnswer
from nabij.web.circle.forms import DAYS
from nabij.web.story.forms import DAY, NOT_A_DAY


class ContactForm(forms.Form):
    """What one promises, and for which day."""

    what = forms.CharField(
        label=_("Wat is de afspraak?"),
        max_length=300,
        error_messages={"required": _("Wat is de afspraak? Een paar woorden zijn genoeg.")},
    )
    day = forms.DateField(
        label=_("Wanneer?"),
        widget=DAY,
        input_formats=DAYS,
        error_messages={"required": _("Kies een dag."), **NOT_A_DAY},
    )


class RestForm(forms.Form):
    """Until when a silence is expected, and why if one likes."""

    until = forms.DateField(
        label=_("Tot welke dag mag het rusten?"),
        widget=DAY,
        input_formats=DAYS,
        error_messages={"required": _("Kies een dag."), **NOT_A_DAY},
    )
    reason = forms.ChoiceField(
        label=_("Waarom is het stil?"),
        choices=[("", _("dat zeg ik liever niet")), *SilenceAnswer.Reason.choices],
        required=False,
        help_text=_("Alleen jij ziet dit."),
    )

"""What is typed about looking together: whom one asks with one sentence, what they answer, and what they do then."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.bridge.lifecycle import Side, State
from nabij.bridge.looking_along import LATER, NO, YES
from nabij.bridge.referral_reading import Whole
from nabij.web.referral.forms import ReferralForm
from nabij.web.seal.forms import day_field

LOOKING = (State.ACCEPTED, State.IN_PROGRESS, State.ON_HOLD)


class TogetherForm(ReferralForm):
    """Whom one asks to look along, one sentence, and how whom it is about said yes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("lived", "known", "reach"):
            del self.fields[name]
        self.fields["to"].label = _("Wie vraag je erbij?")
        self.fields["what"].help_text = _("Eén zin. Bijvoorbeeld: wil je een keer met me meedenken bij de koffie?")


class AlongForm(forms.Form):
    """Yes, later or no to looking along."""

    kind = forms.ChoiceField(
        label=_("Kijk je mee?"),
        choices=[(YES, _("Ja, ik kijk mee")), (LATER, _("Later")), (NO, _("Nee, nu niet"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja, later of nee."), "invalid_choice": _("Kies ja, later of nee.")},
    )
    day = day_field(_("Op welke dag laat je iets horen?"))
    words = forms.CharField(
        label=_("Wil je er iets bij zeggen?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].required = False  # With a no there is none; else the verb asks for it.
        self.fields["day"].help_text = _("Bij ja of later.")


class NoteForm(forms.Form):
    """What they do, now that they looked together."""

    words = forms.CharField(
        label=_("Wat gaan jullie doen?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Eén zin is genoeg. Ook ‘we wachten nog even’ mag."),
        error_messages={"required": _("Wat gaan jullie doen? Eén zin is genoeg.")},
    )


def form_along(whole: Whole, data: Any = None) -> AlongForm | NoteForm | None:
    """What whoever is asked to look along says now; None when that is nothing."""
    if not whole.referral.together or Side.RECEIVER not in whole.sides:
        return None
    if whole.state == State.REQUESTED:
        return AlongForm(data)
    return NoteForm(data) if whole.state in LOOKING else None

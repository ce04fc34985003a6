"""What one says against a reason: which one of whose, and what is so instead."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.bridge.contradictions import RATHER_NOT
from nabij.bridge.fit import Candidate


class ContradictionForm(forms.Form):
    """Not so, or not any more, or rather somebody else; for this ask, or by who may say so for all of them."""

    ground = forms.ChoiceField(
        label=_("Wat klopt niet?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Kies wat er niet klopt."),
            "invalid_choice": _("Deze reden staat er niet meer. Kies uit wat er nu staat."),
        },
    )
    words = forms.CharField(
        label=_("Wat klopt er dan?"),
        max_length=200,
        required=False,
        error_messages={"max_length": _("Dit is te lang. Houd het bij hooguit 200 tekens.")},
    )
    for_all = forms.BooleanField(label=_("Dit geldt altijd, niet alleen voor deze vraag"), required=False)
    offer = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, candidate: Candidate, may_correct: bool) -> None:
        begun = {"offer": candidate.offer}
        super().__init__(data, initial=begun, auto_id=f"{candidate.offer.hex}-%s")
        self.said = {reason.ground: reason.words for reason in candidate.reasons}
        rather_not = (RATHER_NOT, _("Ik vraag liever iemand anders. Dat zie alleen jij."))
        self.fields["ground"].choices = [*self.said.items(), rather_not]  # type: ignore[attr-defined]
        if not may_correct:
            del self.fields["for_all"]

"""What is asked on the map: one line, whose word it is, where somebody stands now."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.moments import rings
from nabij.moments.models import Tie
from nabij.moments.tieline import NoName, TieLine, TieTooLong, read_tie
from nabij.people.models import Person

NOT_TOLD = {"invalid_choice": gettext_lazy("Kies wie dit zegt.")}


class Told(forms.Form):
    """A form with whose word it is: of whom it is about, or of whoever writes."""

    told = forms.ChoiceField(
        label=gettext_lazy("Wie zegt dit?"), required=False, widget=forms.RadioSelect, error_messages=NOT_TOLD
    )

    def __init__(self, *args: Any, me: Person, residents: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = [one for one in residents if one.id != me.id]
        self.tellers = {str(one.id): one for one in (me, *others)}
        self.me = me
        choices = [(str(one.id), one.first_name) for one in others]
        self.fields["told"].choices = [(str(me.id), _("ik")), *choices]  # type: ignore[attr-defined]
        self.initial["told"] = self.initial["told"] if self.initial.get("told") in self.tellers else str(me.id)
        if not others or me in residents:
            del self.fields["told"]

    @property
    def told_by(self) -> Person:
        return self.tellers.get(self.cleaned_data.get("told", ""), self.me)


class LineForm(Told):
    """Somebody around the resident, in one line."""

    line = forms.CharField(
        max_length=900,
        help_text=gettext_lazy("Bijvoorbeeld: zus Els, heel dichtbij, geeft soep en krijgt gezelschap."),
        error_messages={"required": gettext_lazy("Er staat nog geen naam. Eén woord is genoeg.")},
    )
    field_order = ("line", "told")

    def __init__(self, *args: Any, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["line"].label = label

    def clean_line(self) -> TieLine:
        try:
            return read_tie(self.cleaned_data["line"])
        except (NoName, TieTooLong) as problem:
            raise forms.ValidationError(str(problem)) from problem


class PlaceForm(Told):
    """Where somebody stands now: a ring and a turn, or one step from where they stood."""

    STEPS = (("nearer", -1, 0), ("farther", 1, 0), ("left", 0, -30), ("right", 0, 30))

    ring = forms.IntegerField(min_value=1, max_value=3, required=False)
    turn = forms.IntegerField(min_value=0, max_value=359, required=False)
    step = forms.ChoiceField(choices=[(name, name) for name, _ring, _turn in STEPS], required=False)

    def __init__(self, *args: Any, tie: Tie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.tie = tie

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        ring, turn = said.get("ring") or self.tie.stands_in, said.get("turn")
        for name, inward, by in self.STEPS:
            if name == said.get("step"):
                ring = min(max(self.tie.stands_in + inward, 1), 3)
                turn = rings.beside(ring, self.tie.turned or 0, by=by) if by else self.tie.turned
        return said | {"ring": ring, "turn": turn}


class TieWords(Told):
    """What is said of somebody on the map."""

    called = forms.CharField(
        label=gettext_lazy("Wie is dat?"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld: zus, woont in Edam."),
    )
    kind = forms.ChoiceField(label=gettext_lazy("Hoe kennen zij elkaar?"), choices=Tie.Kind.choices)
    weight = forms.ChoiceField(label=gettext_lazy("Hoe sterk is de band?"), choices=Tie.Weight.choices)
    gives = forms.CharField(
        label=gettext_lazy("Wat komt er van deze kant?"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Alleen wat deze persoon zelf zei."),
    )
    takes = forms.CharField(label=gettext_lazy("Wat gaat er naar deze kant?"), max_length=300, required=False)
    field_order = ("called", "kind", "weight", "gives", "takes", "told")

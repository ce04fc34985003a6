"""What is asked about a sealed note. Rules stand in the verbs; here only what can be typed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.people.models import Hat
from nabij.stories.sealreading import Seconds
from nabij.stories.seals import SealReview
from nabij.web.faces import Face
from nabij.web.story.forms import DAY, NOT_A_DAY
from nabij.web.story.lines import face_of

TOLD, UNTOLD = "told", "untold"
YES_OR_NO = {"required": _("Kies ja of nee.")}


def day_field(label: Any, *, required: bool = True) -> forms.DateField:
    said = {"required": _("Kies een dag."), **NOT_A_DAY}
    return forms.DateField(label=label, widget=DAY, required=required, error_messages=said)


class PersonForm(forms.Form):
    """Choosing one of some professionals, by face."""

    second = forms.ChoiceField(
        label=_("Wie bewaart het met jou?"),
        widget=forms.RadioSelect,
        help_text=_("Een beroepskracht die je vertrouwt. Samen beslissen jullie later."),
        error_messages={"required": _("Kies een tweede persoon."), "invalid_choice": _("Kies een tweede persoon.")},
    )

    def __init__(self, *args: Any, seconds: Seconds, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.seconds = seconds
        self.hats = {str(one.id): one for one in (*seconds.first, *seconds.others)}
        self.fields["second"].choices = [(key, one.person.called) for key, one in self.hats.items()]  # type: ignore[attr-defined]

    @property
    def hat(self) -> Hat:
        return self.hats[self.cleaned_data["second"]]

    @property
    def groups(self) -> list[tuple[Any, list[tuple[Any, Face]]]]:
        """Each choice with the face that stands beside it; who reads here first, under a heading of their own."""
        faces = [
            (one, face_of(self.hats[one.data["value"]].person, hat=self.hats[one.data["value"]]))
            for one in self["second"]
        ]
        count = len(self.seconds.first)
        both = (
            (_("Leest hier mee, of is vertrouwenspersoon"), faces[:count]),
            (_("Anderen die je kent"), faces[count:]),
        )
        return [(title, some) for title, some in both if some]


class SealForm(PersonForm):
    """A new sealed note."""

    words = forms.CharField(
        label=_("Wat wil je opschrijven?"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Er staat nog niets. Eén woord is genoeg.")},
    )
    reason = forms.CharField(
        label=_("Waarom nog niet lezen?"),
        max_length=500,
        error_messages={"required": _("Waarom nog niet lezen? Eén zin is genoeg.")},
    )
    review_on = day_field(_("Wanneer kijken jullie er weer naar?"))
    told = forms.ChoiceField(
        label=_("Mag degene om wie het gaat weten dat er iets besloten is?"),
        choices=[(TOLD, _("Ja, vertel dat er iets is. Niet wat.")), (UNTOLD, _("Nee, vertellen is gevaarlijk."))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nee.")},
    )
    why_untold = forms.CharField(
        label=_("Waarom is vertellen gevaarlijk?"),
        max_length=500,
        required=False,
        help_text=_("Alleen als je nee kiest."),
        widget=forms.TextInput(attrs={"silent": True}),
    )
    field_order = ("words", "reason", "second", "review_on", "told", "why_untold")

    @property
    def why(self) -> str | None:
        return self.cleaned_data["why_untold"] if self.cleaned_data["told"] == UNTOLD else None


class LineForm(forms.Form):
    """One more line."""

    words = forms.CharField(
        label=_("Schrijf er iets bij"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Er staat nog niets. Eén woord is genoeg.")},
    )


class ReviewForm(forms.Form):
    """What one proposes to do with it."""

    kind = forms.ChoiceField(
        label=_("Wat stel je voor?"),
        choices=[
            (SealReview.Kind.OPEN, _("Openen: wie het verhaal leest, leest het dan ook")),
            (SealReview.Kind.RENEW, _("Langer besloten houden, tot een nieuwe dag")),
            (SealReview.Kind.DELETE, _("Verwijderen: de woorden zijn dan weg")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat je voorstelt.")},
    )
    until = day_field(_("Tot wanneer?"), required=False)
    why = forms.CharField(
        label=_("Waarom?"),
        max_length=500,
        required=False,
        help_text=_("Nodig bij langer of verwijderen. Schrijf hier niet wat er in de notitie staat."),
    )


class YesForm(forms.Form):
    """Yes or no, with words if somebody wants."""

    yes = forms.TypedChoiceField(
        label=_("Wat is je antwoord?"),
        choices=[("yes", _("Ja")), ("no", _("Nee"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages=YES_OR_NO,
    )
    words = forms.CharField(label=_("Wil je er iets bij zeggen?"), max_length=300, required=False)

"""A worry in one's own words, and the answer to it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.stories.concerns import ConcernAnswer
from nabij.web.seal.forms import PersonForm, day_field


class ConcernForm(PersonForm):
    """With whom, and what."""

    about = forms.CharField(label=_("Om wie gaat het?"), max_length=120, required=False)
    words = forms.CharField(
        label=_("Waar maak je je zorgen over?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Wat zag of hoorde je zelf? Je hoeft niets te bewijzen."),
        error_messages={"required": _("Waar maak je je zorgen over? Eén zin is genoeg.")},
    )
    cannot_wait = forms.BooleanField(label=_("Het kan niet wachten"), required=False)
    field_order = ("words", "about", "second", "cannot_wait")

    def __init__(self, *args: Any, about: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["second"].label = _("Met welke beroepskracht deel je dit?")
        chosen = _("Kies een beroepskracht om dit mee te delen.")
        self.fields["second"].error_messages |= {"required": chosen, "invalid_choice": chosen}
        self.fields["second"].help_text = _("Alleen jullie twee lezen het. Je krijgt antwoord.")
        if about:
            del self.fields["about"]


class AnswerForm(forms.Form):
    """Taken up until a day, or the answer."""

    kind = forms.ChoiceField(
        label=_("Wat laat je weten?"),
        choices=[
            (ConcernAnswer.Kind.TAKEN_UP, _("Ik ga ermee aan de slag")),
            (ConcernAnswer.Kind.ANSWERED, _("Dit is mijn antwoord")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat je laat weten.")},
    )
    words = forms.CharField(
        label=_("In je eigen woorden"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Wat laat je weten? Eén zin is genoeg.")},
    )
    day = day_field(_("Ga je aan de slag? Wanneer laat je weer iets weten?"), required=False)

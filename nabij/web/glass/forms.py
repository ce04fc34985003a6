"""What is asked of whoever breaks the glass, and of whoever watches over it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.trust.glass import BreakGlass
from nabij.web.days import opening
from nabij.web.seal.forms import day_field


class SeekForm(forms.Form):
    """Why, whom and where; the verb says what is missing."""

    reason = forms.CharField(
        label=_("Wat is er aan de hand?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "silent": True}),
        help_text=_("In je eigen woorden. De vertrouwenspersoon leest dit meteen."),
    )
    name = forms.CharField(
        label=_("Om wie gaat het?"),
        max_length=120,
        required=False,
        help_text=_("De hele naam, precies zoals die hier staat."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "silent": True}),
    )
    place = forms.CharField(
        label=_("In welke straat of buurt?"),
        max_length=120,
        required=False,
        help_text=_("De straat zonder nummer, of de naam van de buurt."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "silent": True}),
    )


class TellingForm(forms.Form):
    """Whether the circle hears of it now."""

    told = forms.TypedChoiceField(
        label=_("Mag de kring weten dat dit gebeurde?"),
        choices=[("yes", _("Ja, vertel het nu")), ("no", _("Nog niet"))],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies ja of nog niet.")},
    )
    why = forms.CharField(label=_("Waarom?"), max_length=500, required=False)
    again = day_field(_("Nog niet? Wanneer vragen we het je weer?"), required=False)


class VerdictForm(forms.Form):
    """What the trusted third thinks of it."""

    verdict = forms.ChoiceField(
        label=_("Was deze noodopening nodig?"),
        choices=lambda: [(one.value, opening(str(one.label))) for one in BreakGlass.Verdict],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat je ervan vindt.")},
    )
    words = forms.CharField(
        label=_("Wat vind je ervan?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Wat vind je ervan? Eén zin is genoeg.")},
    )

"""What is asked on the ladder: the question, and then only what and when."""

from django import forms
from django.utils.translation import gettext_lazy as _

HOW = [("letter", "letter"), ("agreed", "agreed"), ("mine", "mine")]


class QuestionForm(forms.Form):
    """The question in one line, and whether it can wait."""

    vraag = forms.CharField(
        label=_("Wat is de vraag?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "silent": True}),
        help_text=_("In gewone woorden. Eén zin is genoeg."),
    )
    spoed = forms.BooleanField(label=_("Dit kan niet wachten"), required=False)


class HelpForm(forms.Form):
    """What is asked or promised, and for which day. Who or what it is about is already chosen."""

    what = forms.CharField(
        label=_("Wat ga je doen?"),
        max_length=300,
        error_messages={
            "required": _("Wat is de afspraak? Een paar woorden zijn genoeg."),
            "max_length": _("Dit is te lang voor één afspraak. Houd het bij hooguit 300 tekens."),
        },
    )
    day = forms.DateField(
        label=_("Wanneer?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Deze dag bestaat niet. Schrijf hem zo: 3-12-2026.")},
    )
    how = forms.ChoiceField(choices=HOW, widget=forms.HiddenInput)
    person = forms.UUIDField(required=False, widget=forms.HiddenInput)
    hat = forms.UUIDField(required=False, widget=forms.HiddenInput)
    service = forms.UUIDField(required=False, widget=forms.HiddenInput)
    name = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

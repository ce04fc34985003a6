"""What is asked about one's own data. Each form is small; only what is needed now has to be said."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from nabij.trust.models import Request
from nabij.trust.requesting import LONGEST_WORDS
from nabij.web.mine.answers import answers_to

WORDS = forms.Textarea(attrs={"rows": 4})
ASKABLE = [kind for kind in Request.Kind if kind != Request.Kind.OBJECT]


def contact_field() -> forms.BooleanField:
    """Whether the privacy contact answers, and not whoever would."""
    return forms.BooleanField(label=_("Laat het privacycontact antwoorden"), required=False)


def name_contact(form: forms.Form, name: str) -> None:
    """Says who that is; without a name nobody else can answer, and it is not asked."""
    if not name:
        del form.fields["contact"]
        return
    said = _("Dat is %(name)s. Die zit niet in je kring en leest niet in je verhaal.")
    form.fields["contact"].help_text = said % {"name": name}


class RequestForm(forms.Form):
    """Something I ask about what is known of me."""

    kind = forms.ChoiceField(
        label=_("Wat wil je?"),
        choices=[(kind.value, kind.label) for kind in ASKABLE],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat je wilt."), "invalid_choice": _("Kies wat je wilt.")},
    )
    words = forms.CharField(
        label=_("In je eigen woorden"), max_length=LONGEST_WORDS, required=False, strip=True, widget=WORDS
    )
    contact = contact_field()

    def __init__(self, *args: Any, contact: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_contact(self, contact)


class NotedForm(RequestForm):
    """What somebody asked on paper, by phone or in a talk, noted for them."""

    way = forms.ChoiceField(
        label=_("Hoe vroeg deze persoon het?"),
        choices=[(way.value, way.label) for way in Request.Way if way != Request.Way.HERE],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies hoe het gevraagd is.")},
    )
    field_order = ["kind", "words", "way"]


class ObjectionForm(forms.Form):
    """What I do not want, and whether my circle may know."""

    words = forms.CharField(
        label=_("Wat is je bezwaar?"),
        max_length=LONGEST_WORDS,
        widget=WORDS,
        error_messages={"required": _("Er staat nog niets. Eén zin is genoeg.")},
    )
    show_circle = forms.BooleanField(
        label=_("Laat het ook zien aan iedereen die in deze kring leest"),
        required=False,
    )
    contact = contact_field()

    def __init__(self, *args: Any, contact: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name_contact(self, contact)


class CorrectionForm(forms.Form):
    """What I put beside a note about me."""

    words = forms.CharField(
        label=_("Wat klopt er wel?"),
        max_length=1000,
        widget=WORDS,
        help_text=_("Jouw woorden staan meteen onder de notitie. Iedereen die de notitie leest, leest ze mee."),
        error_messages={"required": _("Er staat nog niets. Eén zin is genoeg.")},
    )


class LimitForm(forms.Form):
    """Why something is limited, if somebody wants to say so."""

    words = forms.CharField(label=_("Waarom?"), max_length=500, required=False, widget=WORDS)


class ReplyForm(forms.Form):
    """The answer to a request."""

    kind = forms.ChoiceField(
        label=_("Wat is je antwoord?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies een antwoord."), "invalid_choice": _("Kies een antwoord.")},
    )
    words = forms.CharField(
        label=_("Uitleg"),
        max_length=LONGEST_WORDS,
        required=False,
        widget=WORDS,
        help_text=_("Is het geen ja? Dan hoort er een reden bij."),
    )

    def __init__(self, *args: Any, request: Request, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = answers_to(request)  # type: ignore[attr-defined]


class ExtensionForm(forms.Form):
    """Why an answer takes longer."""

    why = forms.CharField(
        label=_("Waarom duurt het langer?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Schrijf ook waarom. Dat hoort wie het vroeg te weten.")},
    )

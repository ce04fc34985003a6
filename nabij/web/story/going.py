"""The page of how it goes: what was said before, as a picture and a table, and room to say it now."""

from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from nabij.stories import reading, verbs
from nabij.stories.going import HIGHEST, Face, Goes
from nabij.stories.models import Story
from nabij.web.goings import MOUTHS, goings
from nabij.web.me import Request, for_me
from nabij.web.story.acts import allowed, to_story
from nabij.web.story.choosing import choosing

NUMBER, FACE = "cijfer", "gezicht"  # What one may put beside the words: ?met=cijfer
NO_NUMBER = gettext_lazy("Een cijfer gaat van 0 tot en met 10.")


class GoingForm(forms.Form):
    """How it goes: words, and one thing beside them, which may stay empty."""

    words = forms.CharField(
        label=gettext_lazy("Hoe gaat het?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Er staat nog niets. Eén woord is genoeg.")},
    )

    def __init__(self, *args: object, beside: str, asks: str, **kwargs: object) -> None:
        """beside: a face or a number; asks: how the question is put to who is at the screen."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["words"].label = asks
        self.fields[beside] = NumberField() if beside == NUMBER else FaceField()

    @property
    def goes(self) -> Goes:
        said = self.cleaned_data
        face = said.get(FACE)
        return Goes(face=int(face) if face else None, number=said.get(NUMBER))


class NumberField(forms.IntegerField):
    """A number from nought to ten, when somebody likes numbers."""

    def __init__(self) -> None:
        wrong = dict.fromkeys(("invalid", "min_value", "max_value"), NO_NUMBER)
        words = {"label": gettext_lazy("Welk cijfer geef je het?"), "help_text": gettext_lazy("Van 0 tot en met 10.")}
        super().__init__(required=False, min_value=0, max_value=HIGHEST, error_messages=wrong, **words)  # type: ignore[arg-type]


class FaceField(forms.ChoiceField):
    """A face, when somebody likes faces."""

    def __init__(self) -> None:
        choices = [("", gettext_lazy("niets erbij")), *((str(one.value), one.label) for one in reversed(Face))]
        wrong = {"invalid_choice": gettext_lazy("Kies een gezicht uit de lijst, of niets.")}
        words = {"label": gettext_lazy("Wil je er een gezicht bij?"), "widget": forms.RadioSelect}
        super().__init__(required=False, choices=choices, initial="", error_messages=wrong, **words)  # type: ignore[arg-type]


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def how_it_goes(request: Request, story: UUID) -> HttpResponse:
    """What was said about how it goes, and a form to say it: by the resident, or by who heard it."""
    me = request.me
    try:
        there, told = reading.how_it_goes(story, by=me.person, hat=me.hat, at=me.at)
    except Story.DoesNotExist as missing:
        raise Http404 from missing
    mine = me.person in there.residents
    teller = me.person if mine else there.residents[0]
    beside = asked_beside(request, told_number=bool(told and told[0].number is not None))
    asks = _("Hoe gaat het met je?") if mine else _("Hoe gaat het met %(name)s?") % {"name": teller.first_name}
    form, choice = (
        GoingForm(request.POST or None, beside=beside, asks=asks),
        choosing(request, there.story, teller=teller),
    )
    if request.method == "POST" and form.is_valid() and choice.circle:
        said = {"story": there.story, "circle": choice.circle, "person": teller, "words": form.cleaned_data["words"]}
        if allowed(form, lambda: verbs.tell(by=me.person, at=me.at, goes=form.goes, **said)):
            return to_story(request, there.story, _("Bewaard."))
    only = {one.id: one.name for one in there.circles if one.id != there.story.circle_id}
    words = {
        "form": form,
        "choosing": choice,
        "story": there.story,
        "mine": mine,
        "title": asks,
        "button": _("Bewaar"),
        "back": reverse("story", args=[story]),
        "pictures": goings(told, only=only),
        "several": len(there.residents) > 1,
        "faces": [(option, mouth_of(option.data["value"])) for option in form[FACE]] if beside == FACE else [],
        "other": FACE if beside == NUMBER else NUMBER,
        "beside": beside,
    }
    wrong = form.is_bound and bool(form.errors or choice.problem)
    return render(request, "story/going.html", words, status=400 if wrong else 200)


def asked_beside(request: Request, *, told_number: bool) -> str:
    """A number where that was chosen, or given the last time; else a face. Never both."""
    usual = NUMBER if told_number else FACE
    chosen = request.POST.get("met") or request.GET.get("met", usual)
    return chosen if chosen in (NUMBER, FACE) else usual


def mouth_of(value: str) -> str:
    return MOUTHS[Face(int(value))] if value else ""

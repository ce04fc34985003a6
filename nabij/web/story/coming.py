"""What is asked when somebody else comes: how one comes in, and later whether the resident had to begin again."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.stories import reading, verbs
from nabij.stories.models import OwnWords
from nabij.web.me import Request, for_me
from nabij.web.story.acts import allowed, asked, found, page, to_story
from nabij.web.story.choosing import choosing

YES_OR_NO = gettext_lazy("Kies ja of nee.")


class ComingForm(forms.Form):
    """One line, as somebody says it."""

    words = forms.CharField(
        label=gettext_lazy("Hoe kom je binnen?"),
        max_length=300,
        help_text=gettext_lazy("Bijvoorbeeld: twee keer kort bellen, niet voor tienen, eerst koffie."),
        error_messages={"required": gettext_lazy("Er staat nog niets. Eén zin is genoeg.")},
    )


class AgainForm(forms.Form):
    """Yes or no, and a line if they like."""

    again = forms.ChoiceField(
        label=gettext_lazy("Moest je opnieuw beginnen?"),
        choices=[
            (OwnWords.Kind.NOT_AGAIN.value, gettext_lazy("Nee, ik kon verder waar ik was")),
            (OwnWords.Kind.AGAIN.value, gettext_lazy("Ja, ik moest opnieuw beginnen")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": YES_OR_NO, "invalid_choice": YES_OR_NO},
    )
    words = forms.CharField(label=gettext_lazy("Wil je er iets bij zeggen?"), max_length=500, required=False)

    @property
    def said(self) -> str:
        """Their line, or the answer itself."""
        chosen = dict(self.fields["again"].choices)[self.cleaned_data["again"]]  # type: ignore[attr-defined]
        return str(self.cleaned_data["words"] or f"{chosen}.")


@page
@for_me
def way_in(request: Request, story: UUID) -> HttpResponse:
    """How one comes in, by the resident's word; what stood there before stays kept, and is no longer shown."""
    me, there = request.me, found(story)
    residents = reading.with_readers(there).residents
    teller = me.person if me.person in residents else residents[0]
    now = reading.own_words([there]).way_in
    form = ComingForm(request.POST if request.method == "POST" else None, initial={"words": now.words if now else ""})
    choice = choosing(request, there, teller=teller)
    if request.method == "POST" and form.is_valid() and choice.circle:
        said = {"story": there, "circle": choice.circle, "person": teller, "words": form.cleaned_data["words"]}
        if allowed(form, lambda: verbs.tell(kind=OwnWords.Kind.WAY_IN, by=me.person, at=me.at, **said)):
            return to_story(request, there, _("Bewaard. Wie komt, leest dit eerst."))
    title = _("Hoe kom je bij mij binnen?") if me.person in residents else _("Hoe kom je binnen bij %(name)s?")
    return asked(request, form, story=there, title=title % {"name": there.short}, button=_("Bewaar"), choosing=choice)


@page
@for_me
def began_again(request: Request, story: UUID) -> HttpResponse:
    """Whether the resident had to begin again when somebody took over; everybody of the story reads the answer."""
    me, there = request.me, found(story)
    residents = reading.with_readers(there).residents
    teller = me.person if me.person in residents else residents[0]
    form, choice = (
        AgainForm(request.POST if request.method == "POST" else None),
        choosing(request, there, teller=teller),
    )
    if teller != me.person:
        label = _("Moest %(name)s opnieuw beginnen? Vraag het, en schrijf het antwoord op.")
        form.fields["again"].label = label % {"name": teller.first_name}
    if request.method == "POST" and form.is_valid() and choice.circle:
        said: dict[str, Any] = {"circle": choice.circle, "words": form.said, "kind": form.cleaned_data["again"]}
        if allowed(form, lambda: verbs.tell(story=there, person=teller, by=me.person, at=me.at, **said)):
            return to_story(request, there, _("Bewaard. Dank je."))
    title = _("Nu iemand anders meeleest")
    return asked(request, form, story=there, title=title, button=_("Bewaar"), choosing=choice)

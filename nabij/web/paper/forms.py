"""What is chosen before something goes on paper. Nothing of it is kept."""

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.people.models import Person
from nabij.stories import paper
from nabij.stories.models import Promise
from nabij.web.story.choosing import name_of

PARTS = [
    (paper.WORDS, gettext_lazy("De eigen woorden, en wat telt")),
    (paper.GOES, gettext_lazy("Hoe het gaat")),
    (paper.AROUND, gettext_lazy("Wie er omheen staan")),
    (paper.PROMISES, gettext_lazy("De afspraken")),
    (paper.MOMENTS, gettext_lazy("Wat er de laatste tien keer gebeurde")),
]
AT_FIRST = [paper.WORDS, paper.AROUND, paper.PROMISES]
TICKS = forms.CheckboxSelectMultiple
CHOOSE = {
    "required": gettext_lazy("Er is nog niets gekozen. Kies wat op papier komt."),
    "invalid_choice": gettext_lazy("Iets van wat je koos, is er niet meer. Kies opnieuw wat op papier komt."),
}


class SheetForm(forms.Form):
    """Which parts go on the sheet, and of which circles: at first only what everybody of the story reads."""

    parts = forms.MultipleChoiceField(
        label=gettext_lazy("Wat komt op het blad?"),
        choices=PARTS,
        initial=AT_FIRST,
        widget=TICKS,
        error_messages=CHOOSE,
    )
    circles = forms.MultipleChoiceField(label=gettext_lazy("Van welke kring?"), widget=TICKS, error_messages=CHOOSE)

    def __init__(self, *args: Any, there: paper.ForPaper, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.only = {one.id for one in there.circles}
        if len(there.circles) == 1:
            del self.fields["circles"]
            return
        choices = [(str(one.id), there.only.get(one.id) or name_of(one, there.story)) for one in there.circles]
        self.fields["circles"].choices = choices  # type: ignore[attr-defined]
        self.fields["circles"].initial = choices[0][:1]

    @property
    def of(self) -> set[UUID]:
        """The circles that go on it."""
        return {UUID(one) for one in self.cleaned_data.get("circles", [])} or self.only


class CardForm(forms.Form):
    """Which promises go on the card, and how each who made one is reached; one may write another number, or none."""

    promises = forms.MultipleChoiceField(
        label=gettext_lazy("Wat komt op het kaartje?"), widget=TICKS, error_messages=CHOOSE
    )

    def __init__(self, *args: Any, card: paper.Card, words: dict[UUID, str], **kwargs: Any) -> None:
        """words: each promise as a line of text."""
        super().__init__(*args, **kwargs)
        small = card.there.only
        self.fields["promises"].choices = [(str(one.id), said(one, words, small)) for one in card.promises]  # type: ignore[attr-defined]
        self.fields["promises"].initial = [str(one.id) for one in card.promises if one.circle_id not in small]
        others: dict[UUID, Person] = {
            one.who_id: one.who for one in card.promises if one.who not in card.there.residents
        }
        for key, who in others.items():
            self.fields[f"reach_{key}"] = forms.CharField(
                label=_("Hoe is %(name)s te bereiken?") % {"name": who.first_name},
                required=False,
                max_length=80,
                initial=card.numbers.get(key, ""),
            )

    def chosen(self, card: paper.Card) -> list[tuple[Promise, str | None]]:
        """The promises that go on it, each with how who made it is reached; whom it is about needs no number."""
        said = self.cleaned_data
        return [(one, said.get(f"reach_{one.who_id}")) for one in card.promises if str(one.id) in said["promises"]]


def said(promise: Promise, words: dict[UUID, str], small: dict[UUID, str]) -> str:
    """The line of a promise, with the smaller circle that alone reads it."""
    if promise.circle_id not in small:
        return words[promise.id]
    return f"{words[promise.id]} {_('(alleen voor %(circle)s)') % {'circle': small[promise.circle_id]}}"

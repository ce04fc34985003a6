"""Which other one is the same, and how one knows."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.people.models import Person
from nabij.stories.merging import Candidate
from nabij.stories.models import Story
from nabij.trust.merges import Merge
from nabij.web.days import local_day, say_date

CHOOSE = gettext_lazy("Kies wie of wat hetzelfde is.")
HOW = gettext_lazy("Kies hoe je dat weet.")


class MergeForm(forms.Form):
    """One other person or story, and one of a few reasons, so that nothing has to be typed."""

    same = forms.ChoiceField(
        label=gettext_lazy("Wie of wat is hetzelfde?"),
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    why = forms.ChoiceField(
        label=gettext_lazy("Hoe weet je dat?"),
        choices=Merge.Why.choices,
        widget=forms.RadioSelect,
        error_messages={"required": HOW, "invalid_choice": HOW},
    )

    def __init__(self, *args: Any, people: Sequence[Candidate], stories: Sequence[Story] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.person.id): one.person for one in people}
        self.stories = {str(one.id): one for one in stories}
        told = [(key, _called_since(one)) for key, one in self.stories.items()]
        known = [(str(one.person.id), _called_where(one.person)) for one in people]
        self.fields["same"].choices = [*told, *known]  # type: ignore[attr-defined]
        self.alike = len(told) + sum(one.alike for one in people)

    @property
    def near(self) -> list[Any]:
        """The stories about the same people, and who goes by a name that is alike."""
        return list(self["same"])[: self.alike]

    @property
    def others(self) -> list[Any]:
        return list(self["same"])[self.alike :]

    @property
    def chose_another(self) -> bool:
        return self.data.get("same", "") in [one.data["value"] for one in self.others]

    @property
    def person(self) -> Person | None:
        return self.people.get(self.cleaned_data["same"])

    @property
    def story(self) -> Story:
        return self.stories[self.cleaned_data["same"]]


def _called_where(person: Person) -> str:
    """Dina Post, Wheermolen, sinds 3 november, opgeschreven door Yusuf: two of one name are told apart."""
    where = [person.neighbourhood.name] if person.neighbourhood else []
    day, writer = say_date(local_day(person.made_at), year=True), person.made_by
    said = _("opgeschreven door %(writer)s op %(day)s") if writer else _("bekend sinds %(day)s")
    return ", ".join([person.called, *where, said % {"day": day, "writer": writer and writer.first_name}])


def _called_since(story: Story) -> str:
    said = _("Het andere verhaal van %(name)s, sinds %(day)s")
    return said % {"name": story, "day": say_date(local_day(story.opened_at), year=True)}

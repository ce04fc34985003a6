"""What is asked of memory, and what is written down as learned."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.memory.search import Within
from nabij.moments.models import Moment
from nabij.moments.oneline import LONGEST_LINE
from nabij.stories.lessons import Lesson
from nabij.stories.models import Story
from nabij.stories.reading import circles_of, find

KINDS = (
    ("", gettext_lazy("alles")),
    ("momenten", gettext_lazy("wat er gebeurde")),
    ("woorden", gettext_lazy("eigen woorden")),
    ("lessen", gettext_lazy("wat we leerden")),
    ("afspraken", gettext_lazy("afspraken")),
    ("prikbord", gettext_lazy("vraag en aanbod")),
    ("doorverwijzingen", gettext_lazy("doorverwijzingen")),
    ("kennismakingen", gettext_lazy("kennismakingen")),
    ("buurtafspraak", gettext_lazy("buurtafspraak")),
)
OF_KIND = {
    "momenten": frozenset({Moment.Kind.NOTE}),
    "woorden": frozenset({Moment.Kind.OWN_WORDS}),
    "lessen": frozenset({Moment.Kind.LESSON}),
    "afspraken": frozenset({"promise"}),
    "prikbord": frozenset({"ask", "offer"}),
    "doorverwijzingen": frozenset({"referral"}),
    "kennismakingen": frozenset({"side", "introduction"}),
    "buurtafspraak": frozenset({"clause"}),
}
TIMES = (
    ("", gettext_lazy("altijd")),
    ("maand", gettext_lazy("de laatste maand")),
    ("halfjaar", gettext_lazy("het laatste half jaar")),
    ("jaar", gettext_lazy("het laatste jaar")),
    ("eerder", gettext_lazy("meer dan een jaar geleden")),
)
DAYS = {"maand": 31, "halfjaar": 183, "jaar": 366, "eerder": 366}


class MemoryForm(forms.Form):
    """A question to memory and what narrows it down; the search itself says what is too long or says nothing."""

    vraag = forms.CharField(
        label=gettext_lazy("Waar zoek je naar?"),
        required=False,
        strip=False,
        widget=forms.TextInput(attrs={"type": "search", "enterkeyhint": "search", "autocomplete": "off"}),
    )
    soort = forms.ChoiceField(label=gettext_lazy("Soort"), required=False, choices=KINDS)
    verhaal = forms.ChoiceField(label=gettext_lazy("Verhaal"), required=False)
    tijd = forms.ChoiceField(label=gettext_lazy("Wanneer"), required=False, choices=TIMES)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Somebody's question may hold a sign that no database keeps; it finds nothing.
        self.fields["vraag"].validators = []
        self.story = self._chosen_story()
        self.offer_stories([self.story] if self.story else [])

    def _chosen_story(self) -> Story | None:
        """The story that was chosen, when it is theirs to read."""
        try:
            return find(UUID(self.data.get("verhaal", "")))
        except (ValueError, Story.DoesNotExist):
            return None

    def offer_stories(self, stories: Sequence[Story]) -> None:
        """The stories one may choose: those of what was found, and the chosen one."""
        known = {one.id: one for one in (*([self.story] if self.story else []), *stories)}
        choices = [(str(key), str(one)) for key, one in known.items()]
        self.fields["verhaal"].choices = [("", _("alle verhalen")), *choices]  # type: ignore[attr-defined]

    @property
    def words(self) -> str:
        return self.data.get("vraag", "").replace("\x00", " ")

    def within(self, *, at: datetime) -> Within:
        """What was chosen; what does not exist narrows nothing down."""
        said = self.cleaned_data
        line = at - timedelta(days=DAYS.get(said.get("tijd", ""), 0))
        time: dict[str, datetime] = {}
        if said.get("tijd"):
            time = {"until" if said["tijd"] == "eerder" else "since": line}
        circles = tuple(one.id for one in circles_of(self.story)) if self.story else None
        return Within(kinds=OF_KIND.get(said.get("soort", ""), frozenset()), circles=circles, **time)

    @property
    def narrowed(self) -> bool:
        return any(self.data.get(name) for name in ("soort", "verhaal", "tijd"))


class LessonForm(forms.Form):
    """What was tried, and whether it helped."""

    tried = forms.CharField(
        label=gettext_lazy("Wat probeerden jullie?"),
        max_length=LONGEST_LINE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Schrijf het zo dat een ander er iets aan heeft. Namen halen we er straks uit."),
        error_messages={
            "required": gettext_lazy("Er staat nog niets. Eén zin is genoeg."),
            "max_length": gettext_lazy("Dit is te lang. Schrijf de kern op, in een paar zinnen."),
        },
    )
    helped = forms.ChoiceField(
        label=gettext_lazy("Hielp het?"),
        choices=Lesson.Helped.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Kies of het hielp."),
            "invalid_choice": gettext_lazy("Kies of het hielp."),
        },
    )
    seen = forms.CharField(required=False, max_length=LONGEST_LINE, widget=forms.HiddenInput)

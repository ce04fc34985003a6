"""What is asked about a promise: who does what and how often, an answer, how it went, and who takes it over."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.people.models import Person
from nabij.post.preferences import without_mail
from nabij.stories.models import Promise
from nabij.stories.turns import Course, Rhythm
from nabij.web.days import say_date
from nabij.web.story.forms import DAY, NOBODY_YET, NOT_A_DAY

SAID_YES = gettext_lazy("Deze persoon heeft al ja gezegd")
STOP, OTHER_DAY = "stop", "other_day"


def no_mail_to(person: Person) -> str:
    """Said before somebody is asked who wants no letters."""
    said = _("%(name)s wil geen vragen in de mail. Bel, of vraag het als je %(name)s ziet.")
    return said % {"name": person.first_name}


class WhoForm(forms.Form):
    """Somebody is chosen among the people around, oneself first."""

    who = forms.ChoiceField(label=gettext_lazy("Wie doet het?"))

    def __init__(self, *args: Any, people: list[Person], me: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(one.id): one for one in people}
        apart = without_mail([one.id for one in people], asker=me.id)
        self.fields["who"].help_text = " ".join(no_mail_to(one) for one in people if one.id in apart)
        self.others = [(str(one.id), one.called) for one in people if one.id != me.id]
        oneself = [(str(me.id), _("ik"))] if str(me.id) in self.people else []
        self.fields["who"].choices = [*oneself, *self.others]  # type: ignore[attr-defined]

    @property
    def person(self) -> Person:
        return self.people[self.cleaned_data["who"]]


class PromiseForm(WhoForm):
    """Who does what, until when; of what comes back or always runs also how often, and what belongs to it."""

    what = forms.CharField(
        label=gettext_lazy("Wat is de afspraak?"),
        max_length=300,
        error_messages={"required": gettext_lazy("Wat is de afspraak? Een paar woorden zijn genoeg.")},
    )
    day = forms.DateField(label=gettext_lazy("Wanneer?"), required=False, widget=DAY, error_messages=NOT_A_DAY)
    said_yes = forms.BooleanField(label=SAID_YES, required=False)
    rhythm = forms.ChoiceField(
        label=gettext_lazy("Hoe vaak?"),
        choices=Rhythm.choices,
        required=False,
        widget=forms.Select(attrs={"silent": True}),
        help_text=gettext_lazy("Doorlopend is voor wat iemand draagt zonder vaste dag."),
    )
    until = forms.DateField(
        label=gettext_lazy("Tot en met wanneer?"), required=False, widget=DAY, error_messages=NOT_A_DAY
    )
    bounds = forms.CharField(
        label=gettext_lazy("Waar begint het, en waar houdt het op?"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld: wel de post, niet het geld."),
    )
    for_whom = forms.ChoiceField(
        label=gettext_lazy("Voor wie?"), required=False, widget=forms.Select(attrs={"silent": True})
    )
    MORE = ("rhythm", "until", "bounds", "for_whom")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everybody = [(key, one.called) for key, one in self.people.items()]
        self.fields["for_whom"].choices = [("", _("voor niemand in het bijzonder")), *everybody]  # type: ignore[attr-defined]

    @property
    def plain(self) -> list[forms.BoundField]:
        return [one for one in self if one.name not in self.MORE]

    @property
    def more(self) -> list[forms.BoundField]:
        """What most promises do without."""
        return [self[name] for name in self.MORE]

    @property
    def opened(self) -> bool:
        """Whether any of that was filled in, or is wrong."""
        return self.is_bound and any(one.errors or one.data for one in self.more if one.name != "for_whom")

    @property
    def beneficiary(self) -> Person | None:
        return self.people.get(self.cleaned_data["for_whom"])

    @property
    def course(self) -> Course:
        said = self.cleaned_data
        return Course(rhythm=said["rhythm"], until=said["until"], bounds=said["bounds"])


class HandoverForm(WhoForm):
    """Who is asked to take it over, from which day."""

    who = forms.ChoiceField(
        label=gettext_lazy("Wie doet het?"),
        error_messages={"required": gettext_lazy("Wie neemt het over? Kies iemand.")},
    )
    day = forms.DateField(label=gettext_lazy("Vanaf welke dag?"), required=False, widget=DAY, error_messages=NOT_A_DAY)
    words = forms.CharField(
        label=gettext_lazy("Wat vraag je?"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Zo staat het in de brief. Laat je het leeg, dan staat er alleen wat de afspraak is."),
    )
    said_yes = forms.BooleanField(label=SAID_YES, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Nobody is chosen beforehand, least of all whom the story is about."""
        super().__init__(*args, **kwargs)
        self.fields["who"].choices = [NOBODY_YET, *self.fields["who"].choices]  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """An answer to what was asked, one's own or as somebody told it."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Wat is het antwoord?"),
        choices=[
            ("yes", gettext_lazy("Ja")),
            (OTHER_DAY, gettext_lazy("Een andere dag")),
            ("no", gettext_lazy("Nee, dit keer niet")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies een antwoord.")},
    )
    day = forms.DateField(label=gettext_lazy("Welke dag wel?"), required=False, widget=DAY, error_messages=NOT_A_DAY)
    words = forms.CharField(label=gettext_lazy("Wil je er iets bij zeggen?"), max_length=300, required=False)


class KeepingForm(forms.Form):
    """Whether a promise was kept, and if not why; or that it goes to another day, or need not be done any more."""

    turn = forms.DateField(required=False, widget=forms.HiddenInput)
    kept = forms.ChoiceField(
        label=gettext_lazy("Is het gelukt?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies ja of nee.")},
    )
    day = forms.DateField(label=gettext_lazy("Welke dag wel?"), required=False, widget=DAY, error_messages=NOT_A_DAY)
    why = forms.CharField(label=gettext_lazy("Hoe ging het?"), max_length=300, required=False)

    def __init__(self, *args: Any, promise: Promise, today: date, **kwargs: Any) -> None:
        """turn: which time is meant, of what comes back; said of another than is at hand by then counts for nothing."""
        super().__init__(*args, **kwargs)
        day = promise.day_on(today)
        if promise.rhythm == Rhythm.ALWAYS:
            choices = [("yes", _("Het is klaar")), ("no", _("Het stopt, en het is niet klaar"))]
            self.fields["kept"].label = _("Houdt het op?")
        elif promise.recurs:
            choices = [
                ("yes", _("Ja, gedaan")),
                ("no", _("Nee, het lukte niet")),
                (STOP, _("Het hoeft niet meer. Hier houdt het op")),
            ]
            self.fields["kept"].label = _("Is het %(day)s gelukt?") % {"day": say_date(day) if day else ""}
            self.fields["turn"].initial = day
        else:
            choices = [
                ("yes", _("Ja, gedaan")),
                (OTHER_DAY, _("Nog niet. Het wordt een andere dag")),
                ("no", _("Nee, het lukte niet")),
            ]
        self.fields["kept"].choices = choices  # type: ignore[attr-defined]
        if promise.rhythm:
            del self.fields["day"]

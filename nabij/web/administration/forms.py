"""What administrators fill in. Each form knows its own address, its title and what its button says."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from nabij.people.granting import Shown
from nabij.people.models import Group, Hat, Neighbourhood, ProofKind
from nabij.web.map.forms import grouped

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
NO_DAY = {"invalid": _("Deze dag bestaat niet. Schrijf hem zo: 31-12-2026."), "required": _("Kies een dag.")}
DAYS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y")
MOMENTS = ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d-%m-%Y %H:%M", "%Y-%m-%dT%H:%M:%S")
MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
NO_MOMENT = {"invalid": _("Deze tijd bestaat niet. Schrijf hem zo: 31-12-2026 17:00."), "required": _("Kies een tijd.")}
TEXT = forms.Textarea(attrs={"rows": 2})
ONE_WORD = {"required": _("Er staat nog niets. Eén woord is genoeg.")}
ONE_SENTENCE = {"required": _("Er staat nog niets. Eén zin is genoeg.")}
MAIL = {
    "required": _("Welk mailadres?"),
    "invalid": _("Dit is geen mailadres. Schrijf het zo: naam@voorbeeld.nl."),
}
UNKNOWN = {"invalid_choice": _("Deze keuze is er niet meer. Kies er een uit de lijst.")}


def day(label: Any, *, required: bool = True, **more: Any) -> forms.DateField:
    return forms.DateField(
        label=label, required=required, widget=DAY, input_formats=DAYS, error_messages=NO_DAY, **more
    )


class Doing(forms.Form):
    """A form of administration; `key` keeps the names of its fields apart from those of others on the page."""

    title: ClassVar[str | Promise]
    button: ClassVar[str | Promise] = _("Bewaar")
    who: ClassVar[str | Promise] = ""

    def __init__(self, *args: Any, action: str, key: object = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.action, self.key = action, str(key)
        self.auto_id = f"{type(self).__name__.lower()}{self.key}_%s"

    def choose(self, name: str, choices: Iterable[Any]) -> None:
        self.fields[name].choices = list(choices)  # type: ignore[attr-defined]


class Somewhere(Doing):
    """A form in which one chooses a neighbourhood."""

    nowhere: ClassVar[str | Promise] = _("geen")

    def __init__(self, *args: Any, areas: Sequence[Neighbourhood], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.areas = {one.code: one for one in areas}
        self.choose("neighbourhood", [("", self.nowhere), *grouped(areas)])

    def clean_neighbourhood(self) -> Neighbourhood | None:
        return self.areas.get(self.cleaned_data["neighbourhood"])


class InviteForm(Somewhere):
    """Somebody new."""

    title, button = _("Nodig iemand uit"), _("Stuur de uitnodiging")
    who = _("Deze persoon krijgt een mail met hoe je inlogt. Er staat niets in over iemand anders.")
    name = forms.CharField(label=_("Voornaam en achternaam"), max_length=120, error_messages=ONE_WORD)
    mail = forms.EmailField(label=_("Mailadres"), error_messages=MAIL)
    neighbourhood = forms.ChoiceField(
        label=_("In welke buurt woont of werkt deze persoon?"), required=False, error_messages=UNKNOWN
    )


class MailForm(Doing):
    """Another address to log in with."""

    title = _("Verander het mailadres")
    who = _(
        "Zie eerst zelf wie het vraagt. Met het oude adres kan niemand meer inloggen, en deze persoon wordt overal"
        " uitgelogd. Beide adressen krijgen een mail met je reden."
    )
    mail = forms.EmailField(label=_("Nieuw mailadres"), error_messages=MAIL)
    why = forms.CharField(
        label=_("Waarom?"),
        max_length=200,
        error_messages=ONE_SENTENCE,
        help_text=_("Andere beheerders en deze persoon lezen dit. Houd het zakelijk."),
    )


class StopForm(Doing):
    """A log-in stands still."""

    title, button = _("Zet dit account stil"), _("Zet stil")
    who = _("Wat deze persoon schreef, blijft staan. De reden lezen jullie en deze persoon.")
    why = forms.CharField(label=_("Waarom?"), max_length=300, error_messages=ONE_SENTENCE)


class AppointForm(Doing):
    """Somebody becomes an administrator."""

    title, button = _("Maak beheerder"), _("Maak beheerder")
    who = _("Een beheerder kan accounts en petten geven en nemen. De reden lezen alle beheerders.")
    why = forms.CharField(label=_("Waarom?"), max_length=200, error_messages=ONE_SENTENCE)


class DismissForm(Doing):
    """Somebody stops as an administrator."""

    title, button = _("Laat stoppen als beheerder"), _("Laat stoppen")
    who = _("Daarna kan deze persoon hier niets meer regelen. De reden lezen alle beheerders.")
    why = forms.CharField(label=_("Waarom?"), max_length=200, error_messages=ONE_SENTENCE)


class TakeOffForm(Doing):
    """A hat is taken off."""

    title, button = _("Zet deze pet af"), _("Zet af")
    who = _("Wie de pet ziet, leest ook deze reden. Houd hem zakelijk.")
    why = forms.CharField(label=_("Waarom?"), max_length=300, error_messages=ONE_SENTENCE)


class ProofForm(Doing):
    """A proof that was seen."""

    title = _("Noteer een bewijs")
    who = _("Geef het papier terug. Bewaar geen kopie en schrijf geen nummer op.")
    kind = forms.ChoiceField(label=_("Wat heb je gezien?"), choices=ProofKind.choices, error_messages=UNKNOWN)
    seen_on = day(_("Op welke dag zag je het?"))
    valid_until = day(_("Tot wanneer geldt het?"), required=False)

    def clean(self) -> None:
        seen, until = self.cleaned_data.get("seen_on"), self.cleaned_data.get("valid_until")
        if seen and until and until < seen:
            self.add_error("valid_until", _("Het bewijs was al verlopen toen je het zag. Vraag een nieuw."))

    @property
    def shown(self) -> Shown:
        return Shown(**{name: self.cleaned_data[name] for name in ("kind", "seen_on", "valid_until")})


class GrantForm(Somewhere):
    """A hat with its mandate, and what was shown for it."""

    title, button = _("Geef een pet"), _("Geef deze pet")
    who = _("Wie de pet ziet, leest ook wat erbij hoort: wat mag, wat niet, van wie, en welk bewijs je zag.")
    role = forms.CharField(
        label=_("Hoe heet de pet?"),
        max_length=80,
        error_messages=ONE_WORD,
        help_text=_("Bijvoorbeeld: wijkwerker, of maatje."),
    )
    formal = forms.BooleanField(label=_("Deze pet hoort bij een baan"), required=False)
    group = forms.ChoiceField(label=_("Voor welke groep?"), required=False, error_messages=UNKNOWN)
    employer = forms.CharField(label=_("Wie is de werkgever?"), max_length=120, required=False)
    neighbourhood = forms.ChoiceField(label=_("In welke buurt?"), required=False, error_messages=UNKNOWN)
    open = forms.BooleanField(label=_("De hele buurt mag deze pet zien"), required=False)
    can = forms.CharField(label=_("Dit mag je in deze pet"), max_length=1000, required=False, widget=TEXT)
    cannot = forms.CharField(label=_("Dit mag je niet"), max_length=1000, required=False, widget=TEXT)
    until = day(_("Tot en met welke dag?"), required=False)
    kind = forms.ChoiceField(
        label=_("Welk bewijs heb je gezien?"),
        required=False,
        choices=[("", _("geen")), *ProofKind.choices],
        error_messages=UNKNOWN,
    )
    seen_on = day(_("Op welke dag zag je het?"), required=False)
    valid_until = day(_("Tot wanneer geldt het?"), required=False)

    def __init__(self, *args: Any, groups: Sequence[Group], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = {str(one.id): one for one in groups}
        self.choose("group", [("", _("geen")), *((key, one.name) for key, one in self.groups.items())])

    def clean_group(self) -> Group | None:
        return self.groups.get(self.cleaned_data["group"])

    def clean(self) -> None:
        seen, until = self.cleaned_data.get("seen_on"), self.cleaned_data.get("valid_until")
        if self.cleaned_data.get("kind") and not seen and "seen_on" not in self.errors:
            self.add_error("seen_on", _("Op welke dag zag je het bewijs?"))
        if seen and until and until < seen:
            self.add_error("valid_until", _("Het bewijs was al verlopen toen je het zag. Vraag een nieuw."))

    @property
    def said(self) -> dict[str, Any]:
        """As the verb wants it: what was shown apart from the rest."""
        said = dict(self.cleaned_data)
        shown = Shown(said.pop("kind"), said.pop("seen_on"), said.pop("valid_until"))
        return said | {"proofs": [shown] if shown.kind else []}


class RuleForm(Somewhere):
    """What a hat needs from some day on."""

    title, nowhere = _("Zeg wat een pet nodig heeft"), _("overal")
    who = _("Iedereen kan dit lezen. Wie het bewijs die dag niet heeft, draagt de pet dan niet.")
    role = forms.CharField(label=_("Bij welke pet?"), max_length=80, error_messages=ONE_WORD)
    kind = forms.ChoiceField(label=_("Welk bewijs?"), choices=ProofKind.choices, error_messages=UNKNOWN)
    neighbourhood = forms.ChoiceField(label=_("In welke buurt?"), required=False, error_messages=UNKNOWN)
    since = day(_("Vanaf welke dag?"), help_text=_("Geef mensen de tijd om het te regelen."))


class GroupForm(Somewhere):
    """A group."""

    title = _("Zet een groep erbij")
    who = _("Iedereen kan groepen zien.")
    name = forms.CharField(label=_("Hoe heet de groep?"), max_length=120, error_messages=ONE_WORD)
    kind = forms.ChoiceField(label=_("Wat is het?"), choices=Group.Kind.choices, error_messages=UNKNOWN)
    formal = forms.BooleanField(label=_("De mensen doen dit voor hun werk"), required=False)
    neighbourhood = forms.ChoiceField(label=_("In welke buurt?"), required=False, error_messages=UNKNOWN)


class PlaceForm(Somewhere):
    """A place to meet."""

    title = _("Zet een plek erbij")
    who = _("Iedereen kan plekken zien.")
    name = forms.CharField(label=_("Hoe heet de plek?"), max_length=120, error_messages=ONE_WORD)
    address = forms.CharField(label=_("Straat en nummer"), max_length=200, required=False)
    neighbourhood = forms.ChoiceField(label=_("In welke buurt?"), required=False, error_messages=UNKNOWN)
    hours = forms.CharField(
        label=_("Wanneer is het open?"), max_length=300, required=False, help_text=_("Bijvoorbeeld: ma-vr 9-17 uur.")
    )


class DutyForm(Somewhere):
    """Who has duty for a neighbourhood."""

    title = _("Zet een dienst erbij")
    who = _("In de buurt ziet iedereen wie dienst heeft, en het nummer.")
    hat = forms.ChoiceField(label=_("Wie heeft dienst?"), error_messages=UNKNOWN | {"required": _("Kies iemand.")})
    neighbourhood = forms.ChoiceField(
        label=_("Voor welke buurt?"), error_messages=UNKNOWN | {"required": _("Kies een buurt.")}
    )
    starts = forms.DateTimeField(label=_("Vanaf"), widget=MOMENT, input_formats=MOMENTS, error_messages=NO_MOMENT)
    ends = forms.DateTimeField(label=_("Tot"), widget=MOMENT, input_formats=MOMENTS, error_messages=NO_MOMENT)
    phone = forms.CharField(label=_("Welk nummer bel je?"), max_length=30, error_messages=ONE_WORD)

    def __init__(self, *args: Any, hats: Sequence[Hat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hats = {str(one.id): one for one in hats}
        self.choose("hat", [(key, f"{one.person.called}, {one.role}") for key, one in self.hats.items()])

    @property
    def said(self) -> dict[str, Any]:
        said = dict(self.cleaned_data)
        return said | {"person": self.hats[said.pop("hat")].person}


class SettingForm(Doing):
    """What the installation says of itself under one key."""

    who = _("Iedereen kan dit lezen, ook wie niet is ingelogd.")
    words = forms.CharField(label=_("Wat wil je zeggen?"), max_length=5000, required=False, widget=TEXT)
    began = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)


class ReviewForm(Doing):
    """That somebody looked at who may what."""

    title, button = _("Ik heb alles nagekeken"), _("Zet erbij dat je keek")
    who = _("Alle beheerders lezen dit.")
    changed = forms.CharField(
        label=_("Wat heb je veranderd?"),
        max_length=1000,
        widget=TEXT,
        error_messages=ONE_SENTENCE,
        help_text=_("Veranderde er niets? Schrijf dan: niets."),
    )

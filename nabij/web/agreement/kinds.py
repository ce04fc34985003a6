"""The kinds of help of a neighbourhood: read by everybody, kept by who works there."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from nabij.bridge import keeping_kinds
from nabij.bridge.agreeing import kinds_there
from nabij.bridge.kinds import Kind
from nabij.bridge.ladder import RUNGS
from nabij.bridge.models import KindOfHelp
from nabij.directory.reading import subjects
from nabij.people.models import Neighbourhood
from nabij.web.agreement.views import me_of
from nabij.web.days import opening
from nabij.web.people.forms import TICKS


class KindForm(forms.Form):
    """What one kind is called here, by which words it is heard, and what it is on the social map."""

    name = forms.CharField(
        label=gettext_lazy("Hoe heet het hier?"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("Laat het leeg voor de gewone naam."),
    )
    starts_on = forms.ChoiceField(
        label=gettext_lazy("Waar begint het?"), choices=[(rung.value, rung.label) for rung in RUNGS]
    )
    words = forms.CharField(
        label=gettext_lazy("Welke woorden gebruiken mensen hier?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Zet een komma ertussen. Een begin is genoeg: klus verstaat ook klussen."),
    )
    categories = forms.MultipleChoiceField(
        label=gettext_lazy("Waar hoort het bij op de kaart?"), required=False, widget=TICKS
    )

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["categories"].choices = [  # type: ignore[attr-defined]
            (one.key.removeprefix("category:"), one.name) for one in subjects() if one.key.startswith("category:")
        ]
        if own:
            self.fields["name"].help_text = ""
            self.fields["name"].widget.attrs["silent"] = True
        else:
            del self.fields["starts_on"]

    @property
    def said(self) -> dict[str, Any]:
        return self.cleaned_data | {"words": self.cleaned_data["words"].replace("\n", ",").split(",")}


@dataclass(frozen=True)
class KindLine:
    """One kind in the list: what it is called, where it starts, and the words of this neighbourhood."""

    key: str
    name: str
    starts: str
    words: str


@require_http_methods(["GET", "HEAD", "POST"])
def of_neighbourhood(request: HttpRequest, code: str) -> HttpResponse:
    """The kinds of help here; who works here changes one (`?soort=`), or adds one."""
    me = me_of(request)
    here = get_object_or_404(Neighbourhood.objects.select_related("parent__parent").defer("outline"), code=code)
    there, rows = kinds_there(here), {one.key: one for one in KindOfHelp.objects.filter(neighbourhood=here)}
    chosen = there.get(request.GET.get("soort", ""))
    own = chosen is None
    form = KindForm(request.POST or None, own=own, initial=begun(chosen, rows))
    if request.method == "POST" and me and form.is_valid():
        key = chosen.key if chosen else ""
        try:
            keeping_kinds.keep_kind(neighbourhood=here, key=key, by=me.person, hat=me.hat, at=me.at, **form.said)
        except keeping_kinds.Unkept as problem:
            form.add_error(problem.field or None, str(problem))
        else:
            messages.success(request, _("Bewaard. Vragen worden vanaf nu zo begrepen."))
            return redirect("kinds_of_help", code)
    words = {
        "area": here,
        "form": form,
        "chosen": opening(str(chosen.name)) if chosen else "",
        "own": [line_of(kind, rows) for key, kind in there.items() if key in rows],
        "usual": [line_of(kind, rows) for key, kind in there.items() if key not in rows],
        "may": bool(me) and here.code in keeping_kinds.my_work_places(),
    }
    return render(request, "agreement/kinds.html", words, status=400 if request.method == "POST" else 200)


def begun(chosen: Kind | None, rows: dict[str, KindOfHelp]) -> dict[str, Any]:
    """What is said of a kind here already; the usual subjects are ticked."""
    if chosen is None:
        return {}
    row = rows.get(chosen.key)
    said = {"name": row.name, "words": ", ".join(row.words)} if row else {}
    return said | {"categories": list(chosen.categories)}


def line_of(kind: Kind, rows: dict[str, KindOfHelp]) -> KindLine:
    words = rows[kind.key].words if kind.key in rows else []
    return KindLine(kind.key, opening(str(kind.name)), str(kind.starts.label), ", ".join(words))

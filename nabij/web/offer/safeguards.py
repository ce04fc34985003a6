"""What was seen of who offers, noted by who coordinates."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nabij.bridge.nonames import Unsayable
from nabij.bridge.safeguards import OverNow, Safeguard, may_see_papers, note_seen
from nabij.people.models import Person, ProofKind
from nabij.web.me import Request, for_me
from nabij.web.story.acts import page
from nabij.web.story.forms import DAY, NOT_A_DAY

OTHER = "anders"


class SafeguardForm(forms.Form):
    """What was seen, and until when it holds; the paper goes back."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Wat zag je?"),
        choices=[
            (ProofKind.VOG.value, ProofKind.VOG.label),
            (ProofKind.TRAINING.value, ProofKind.TRAINING.label),
            (OTHER, gettext_lazy("iets anders")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Wat zag je? Een VOG, een training of iets anders.")},
    )
    word = forms.CharField(label=gettext_lazy("Wat dan?"), max_length=40, required=False)
    valid_until = forms.DateField(
        label=gettext_lazy("Tot wanneer geldt het?"), required=False, widget=DAY, error_messages=NOT_A_DAY
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("kind") == OTHER and not said.get("word", "").strip():
            self.add_error("word", _("Wat zag je dan? Een paar woorden zijn genoeg."))
        return said


@page
@for_me
def noted(request: Request, person: UUID) -> HttpResponse:
    """What was seen of somebody; only for who may note it."""
    me, who = request.me, get_object_or_404(Person, id=person)
    if not may_see_papers(who, by=me.person):
        raise Http404
    form = SafeguardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        kind = said["word"] if said["kind"] == OTHER else said["kind"]
        try:
            note_seen(person=who, kind=kind, by=me.person, at=me.at, valid_until=said["valid_until"])
        except Unsayable as problem:
            form.add_error("valid_until" if isinstance(problem, OverNow) else "kind", str(problem))
        else:
            messages.success(request, _("Genoteerd. Het papier bewaart Nabij niet."))
            return redirect("safeguards", who.id)
    seen = Safeguard.objects.filter(person=who).order_by("kind", "-at")
    names = {one.id: one.first_name for one in Person.objects.filter(id__in=[one.seen_by_id for one in seen])}
    lines = [(one.in_words(me.today), names.get(one.seen_by_id, _("Iemand"))) for one in seen]
    words = {"form": form, "who": who, "lines": lines}
    return render(request, "offer/safeguards.html", words, status=400 if form.errors else 200)

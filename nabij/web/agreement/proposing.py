"""Proposing a version: from what holds now, or from an example, so that nobody faces an empty page."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nabij.bridge import agreeing
from nabij.bridge.agreement_reading import Beginning, beginning
from nabij.bridge.kinds import Kind
from nabij.people.models import Neighbourhood
from nabij.web.agreement.forms import ClauseForm, WholeForm, filled, kinds_in, unchecked
from nabij.web.days import opening
from nabij.web.me import Request, for_me

A_YEAR = timedelta(days=365)


@dataclass
class Proposal:
    """The forms of one proposal, as they stand on the screen."""

    whole: WholeForm
    clauses: list[ClauseForm]
    kinds: dict[str, Kind]

    @property
    def valid(self) -> bool:
        return all([self.whole.is_valid(), *(one.is_valid() for one in self.clauses)])

    @property
    def lines(self) -> list[agreeing.Line]:
        return [one.line for one in self.clauses if one.cleaned_data["there"]]

    @property
    def keys(self) -> str:
        return ",".join(one.kind for one in self.clauses)

    @property
    def more(self) -> list[tuple[str, str]]:
        """Kinds of question that do not stand there yet."""
        there = {one.kind for one in self.clauses}
        return [(key, opening(str(kind.name))) for key, kind in self.kinds.items() if key not in there]


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def proposal(request: Request, code: str) -> HttpResponse:
    """A proposal; another kind of question is put on the form without losing what was typed."""
    me = request.me
    here = get_object_or_404(Neighbourhood.objects.select_related("parent__parent").defer("outline"), code=code)
    begun = beginning(here)
    if request.method != "POST":
        return page(request, here, begun, put_together(begun, today=me.today))
    made = sent(request, begun)
    if "erbij" in request.POST:
        return page(request, here, begun, with_more(made, begun, key=request.POST.get("more", "")))
    if made.valid:
        try:
            new = agreeing.propose(
                neighbourhood=here,
                lines=made.lines,
                groups=made.whole.chosen,
                review_on=made.whole.cleaned_data["review_on"],
                why=made.whole.cleaned_data["why"],
                by=me.person,
                hat=me.hat,
                at=me.at,
            )
        except agreeing.Unagreed as problem:
            made.whole.add_error(problem.field or None, str(problem))
        else:
            messages.success(request, _("Voorgesteld. De groepen die je koos, kunnen nu tekenen."))
            return redirect("agreement_version", new.id)
    return page(request, here, begun, made, status=400)


def put_together(begun: Beginning, *, today: date) -> Proposal:
    """From what holds now, or from the example."""
    named = [str(one) for one in begun.named]
    said = {"residents": named, "organisations": named, "review_on": today + A_YEAR}
    return Proposal(
        whole=WholeForm(initial=said, groups=begun.groups),
        clauses=[clause(line.kind, begun, initial=filled(line)) for line in begun.lines],
        kinds=begun.kinds,
    )


def sent(request: Request, begun: Beginning) -> Proposal:
    """As it was typed."""
    keys = kinds_in(request.POST.get("kinds", ""), known=begun.kinds)
    clauses = [clause(key, begun, data=request.POST) for key in keys]
    return Proposal(whole=WholeForm(request.POST, groups=begun.groups), clauses=clauses, kinds=begun.kinds)


def with_more(made: Proposal, begun: Beginning, *, key: str) -> Proposal:
    """The same with one kind of question more; nothing is judged yet."""
    clauses = [clause(one.kind, begun, initial=unchecked(one)) for one in made.clauses]
    if key in dict(made.more):
        clauses.append(clause(key, begun, initial={"starts_on": begun.kinds[key].starts}))
        clauses[-1].opened = True
    whole = WholeForm(initial=unchecked(made.whole), groups=begun.groups)
    return Proposal(whole=whole, clauses=clauses, kinds=begun.kinds)


def clause(key: str, begun: Beginning, **said: Any) -> ClauseForm:
    kind = begun.kinds[key]
    floor = str(kind.starts.label).lower() if kind.firm else ""
    return ClauseForm(kind=key, name=opening(str(kind.name)), floor=floor, **said)


def page(request: Request, here: Neighbourhood, begun: Beginning, made: Proposal, *, status: int = 200) -> HttpResponse:
    wrong = [one for one in made.clauses if status == 400 and one.errors]
    words = {
        "area": here,
        "made": made,
        "wrong": wrong,
        "from_example": begun.from_example,
        "number": begun.number,
        "may": begun.may_speak,
    }
    return render(request, "agreement/proposal.html", words, status=status)

"""What somebody carries on one page, and the last step."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from nabij.memory import bridged_hits, leaving
from nabij.memory.carrying import Carried, State, carried
from nabij.stories.reading import residents_in, stories_in
from nabij.trust.models import Looked
from nabij.trust.verbs import note_looks
from nabij.web.faces import Act
from nabij.web.me import Request, for_me
from nabij.web.today.lines import came_back


@dataclass(frozen=True)
class Line:
    """One thing as a line: what it is, in whose story, how it stands, and what one can do."""

    words: str
    about: str
    stands: str
    taken: bool
    acts: tuple[Act, ...]


@require_safe
@for_me
def carrying(request: Request) -> HttpResponse:
    """Everything I carry, kind by kind, and what gets lost most as counts."""
    me = request.me
    found = carried(by=me.person, at=me.at)
    everything = [one for _kind, items in found for one in items]
    stories = stories_in({one.circle for one in everything if one.circle})
    about = residents_in(set(stories))
    seen = [(story, about.get(circle, [])) for circle, (story, _name) in stories.items()]
    note_looks(by=me.person, hat=me.hat, seen=seen, at=me.at, what=Looked.LISTED)
    bridged_hits.note_seen([one.it for one in everything], by=me.person, hat=me.hat, at=me.at)
    named = {circle: str(story) for circle, (story, _name) in stories.items()}
    kinds = [(kind.title, [line(one, named=named) for one in items]) for kind, items in found]
    words = {
        "kinds": kinds,
        "checks": leaving.checks(by=me.person, everything=everything),
        "left": len([one for one in everything if one.waits]),
    }
    return render(request, "leaving/carrying.html", words)


def line(one: Carried, *, named: dict[UUID, str]) -> Line:
    about = named.get(one.circle, "") if one.circle and one.kind != "story" else ""
    # What is still mine says nothing: the page opens with it, and it would stand on nearly every line.
    stands = {State.MINE: "", State.ASKED: _("Gevraagd."), State.TAKEN: _("Overgenomen.")}[one.state]
    return Line(one.words, about, one.note or stands, one.state == State.TAKEN, tuple(acts_of(one)))


def acts_of(one: Carried) -> list[Act]:
    """The way to somebody else for each kind; what is taken over needs nothing any more."""
    if one.state == State.TAKEN:
        return []
    return {
        "story": story_acts,
        "promise": lambda it: [ask("promise_handover", it), see("promise", it)],
        "come_back": come_back_acts,
        "seal": lambda it: [see("seal", it)],
        "concern": lambda it: [see("concern", it)],
        "request": lambda it: [see("request", it)],
        **dict.fromkeys(("ask", "referral", "introduction"), bridge_acts),
        "party": party_acts,
        "minded": lambda it: [see("offer", it)],
    }.get(one.kind, lambda it: [])(one)


def see(page: str, one: Carried) -> Act:
    return Act(label=_("Bekijk"), url=reverse(page, args=[one.key]), weight="subtle")


def ask(page: str, one: Carried) -> Act:
    return Act(label=_("Vraag een ander"), url=reverse(page, args=[one.key]))


def story_acts(one: Carried) -> list[Act]:
    if one.may_be_asked:
        name = one.it.other
        asking = Act(
            label=_("Vraag het aan %(name)s") % {"name": name},
            url=reverse("handover_asked", args=[one.it.id]),
            post=True,
            icon="check",
        )
        return [asking, Act(label=_("Iemand anders"), url=reverse("give_story", args=[one.key]), weight="subtle")]
    if one.state == State.MINE:
        return [Act(label=_("Wie neemt dit over?"), url=reverse("give_story", args=[one.key]))]
    return [Act(label=_("Bekijk"), url=reverse("handover", args=[one.it.id]), weight="subtle")]


def bridge_acts(one: Carried) -> list[Act]:
    return [*([hand(one)] if one.state == State.MINE else []), see(one.kind, one)]


def party_acts(one: Carried) -> list[Act]:
    page = reverse("agreement_version", args=[one.it.agreement_id])
    return [*([hand(one)] if one.state == State.MINE else []), Act(label=_("Bekijk"), url=page, weight="subtle")]


def hand(one: Carried) -> Act:
    return Act(label=_("Vraag een ander"), url=reverse("hand_on", args=[one.kind, one.key]))


def come_back_acts(one: Carried) -> list[Act]:
    done = came_back(one.key)
    return [done, ask("give_come_back", one)] if one.circle and one.state == State.MINE else [done]


@require_POST
@for_me
def end(request: Request) -> HttpResponse:
    """The last step: out of every circle of others, when nothing is left in my hands."""
    try:
        left = leaving.go(by=request.me.person, at=request.me.at)
    except leaving.StillCarried as problem:
        messages.error(request, str(problem))
        return redirect("carrying")
    said = ngettext(
        "Je leest in %(count)s kring niet meer mee. Wat je schreef, blijft.",
        "Je leest in %(count)s kringen niet meer mee. Wat je schreef, blijft.",
        left,
    )
    messages.success(request, said % {"count": left})
    return redirect("home")

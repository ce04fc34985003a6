"""Asking somebody to take over what one carries in the bridge, and saying whether one does."""

from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from nabij.bridge import handing_on
from nabij.bridge.handings import THINGS, HandingOn
from nabij.memory.carrying import Carried, State, carried
from nabij.people.models import Hat, Person
from nabij.trust.models import HasAccount
from nabij.web.leaving.giving import ToForm, asking, page
from nabij.web.me import Me, Request, for_me
from nabij.web.story.forms import NOBODY_YET
from nabij.web.story.lines import role_of

MOST = 200


def mine(kind: str, thing: UUID, *, me: Me) -> Carried:
    """One thing that I carry; what is not mine is not there."""
    if kind in THINGS:
        for _kind, items in carried(by=me.person, at=me.at):
            for one in items:
                if (one.kind, one.key) == (kind, thing) and one.state != State.TAKEN:
                    return one
    raise Http404


def people_for(one: Carried, *, me: Me) -> list[Person]:
    """Whom I know by name and who logs in; of a signature, who may sign for that group."""
    known = Person.objects.filter(HasAccount("id")).exclude(id=me.person.id).exclude(name="")
    about = {getattr(one.it, name, None) for name in ("about_id", "by_id", "one_id", "other_id")}
    people = list(known.exclude(id__in=about - {None}).order_by("name", "id")[:MOST])
    return handing_on.who_may_sign(one.key, people=people) if one.kind == "party" else people


def grouped(people: list[Person], *, me: Me) -> list[tuple[str, list[tuple[str, str]]]]:
    """Who wears a hat of a group of mine first, then who wears one, then whom I know besides."""
    worn = Hat.objects.worn_on(me.today).filter(person__in=people).select_related("group").order_by("formal", "id")
    mine = {one.group_id for one in me.hats} - {None}
    hats = {one.person_id: one for one in sorted(worn, key=lambda hat: hat.group_id in mine)}
    parts: dict[str, list[tuple[str, str]]] = {_("Met jou in een groep"): [], _("Met een pet"): [], _("Anderen"): []}
    together, wearing, others = parts.values()
    for one in people:
        hat = hats.get(one.id)
        part = others if hat is None else together if hat.group_id in mine else wearing
        part.append((str(one.id), ", ".join(filter(None, [one.called, role_of(hat)]))))
    return [(title, some) for title, some in parts.items() if some]


@page
@for_me
def give(request: Request, kind: str, thing: UUID) -> HttpResponse:
    """Asks somebody to take it over; until they say yes it stays mine."""
    me, there = request.me, mine(kind, thing, me=request.me)
    form = ToForm(request.POST or None, people=people_for(there, me=me))
    form.fields["to"].choices = [NOBODY_YET, *grouped(list(form.people.values()), me=me)]  # type: ignore[attr-defined]
    form.fields["to"].label = _("Wie neemt dit over?")
    form.fields["to"].help_text = _("Wie je vraagt, leest eerst alleen de regel hierboven. Na een ja ook de rest.")
    if request.method == "POST" and form.is_valid():
        to = form.people[form.cleaned_data["to"]]
        try:
            handing_on.hand_on(kind=kind, thing=thing, what=there.words, to=to, by=me.person, at=me.at)
        except (handing_on.NotYoursToHandOn, handing_on.AskedAlready) as problem:
            form.add_error("to", str(problem))
        else:
            messages.success(request, _("De vraag is gesteld."))
            return redirect("carrying")
    return asking(request, form, title=there.words, button=_("Vraag het"))


def page_of(handing: HandingOn) -> str:
    """Where it stands; of a signature the version that was signed."""
    if handing.party:
        return reverse("agreement_version", args=[handing.party.agreement_id])
    return reverse(handing.kind, args=[handing.key])


@page
@for_me
def one(request: Request, handing: UUID) -> HttpResponse:
    """What somebody asks me to take over, with yes and no; and for who asked, the answer."""
    me, theirs = request.me, HandingOn.objects.select_related("person", "to")
    there = get_object_or_404(theirs.filter(Q(to=request.me.person) | Q(person=request.me.person)), id=handing)
    if request.method == "POST" and there.to_id == me.person.id:
        try:
            handing_on.answer(handing=there, yes=request.POST.get("yes") == "ja", by=me.person, at=me.at)
        except handing_on.AnsweredHanding as problem:
            messages.error(request, str(problem))
        else:
            messages.success(request, _("Bewaard."))
        return redirect("handing", there.id)
    words = {"handing": there, "to_me": there.to_id == me.person.id, "kind": there.called, "page_of": page_of(there)}
    return render(request, "leaving/handing.html", words)

"""The page of a circle, and what changes in it: somebody is let in, the past opens, reading ends."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nabij.people.models import Person
from nabij.stories import circles, families, reading, verbs
from nabij.stories.circles import Inside
from nabij.trust.models import Circle, Looked, Membership, member_circles
from nabij.trust.verbs import AlreadyIn, EndGone, NotYours, end_on, leave, let_in, note_look, open_past
from nabij.trust.whatfor import NeedsYes
from nabij.web.back import back
from nabij.web.circle.forms import LastDayForm, PastForm, ReaderForm, SmallerForm, end_of
from nabij.web.circle.lines import former, row, tabs, waiting
from nabij.web.faces import Face
from nabij.web.me import Request, for_me
from nabij.web.story.acts import found
from nabij.web.story.choosing import name_of
from nabij.web.story.lines import face_of

page = require_http_methods(["GET", "HEAD", "POST"])


def inside(circle: UUID, *, request: Request) -> Inside:
    try:
        return circles.inside(circle, at=request.me.at)
    except Circle.DoesNotExist as missing:
        raise Http404 from missing


@page
@for_me
def readers(request: Request, story: UUID) -> HttpResponse:
    """Who can read a story: its widest circle that is mine."""
    there = reading.circles_of(found(story))
    return shown(request, inside(there[0].id, request=request))


@page
@for_me
def circle(request: Request, circle: UUID) -> HttpResponse:
    """One circle of a story."""
    return shown(request, inside(circle, request=request))


def shown(request: Request, seen: Inside) -> HttpResponse:
    """Who reads here; and lets somebody in whom one knows."""
    me = request.me
    members = [one.it for one in seen.seats]
    form = ReaderForm(request.POST or None, people=reading.who_may_join(members, today=me.today))
    if request.method == "POST" and form.is_valid():
        person, hat = reading.person_and_hat(form.cleaned_data["person"])
        try:
            let_in(circle=seen.circle, person=person, by=me.person, hat=hat, at=me.at, **form.bounds(at=me.at))
        except (AlreadyIn, NeedsYes) as problem:
            form.add_error("person", str(problem))
        except EndGone as problem:
            form.add_error("last", str(problem))
        else:
            messages.success(request, _("%(name)s leest nu mee.") % {"name": person.first_name})
            return redirect("circle", seen.circle.id)
    look_at(request, seen)
    return render(
        request, "circle/circle.html", words_of(seen, request) | {"form": form}, status=400 if form.errors else 200
    )


def look_at(request: Request, seen: Inside) -> None:
    """Whom it is about sees that somebody looked who reads along."""
    me, about = request.me, [one.id for one in seen.residents]
    why = seen.circle.purpose_id or ""
    note_look(by=me.person, hat=me.hat, about=about, thing=seen.story, at=me.at, what=Looked.READERS, purpose=why)


def words_of(seen: Inside, request: Request) -> dict[str, object]:
    me = request.me.person
    widest = seen.circle.id == seen.story.circle_id
    members = [one.it for one in seen.seats]
    return {
        "parents": widest and families.parents_outside(story=seen.story, child=me, readers=members),
        "seen": seen,
        "story": seen.story,
        "title": _("Wie kan dit lezen?") if widest else seen.circle.name,
        "tabs": tabs(seen),
        "rows": [row(one, seen=seen, me=me) for one in seen.seats],
        "former": [former(one) for one in seen.former],
        "waiting": [waiting(one, seen=seen, me=me) for one in seen.waiting],
        "stops": seen.residents,
        "mine": me in seen.residents,
    }


@page
@for_me
def smaller(request: Request, story: UUID) -> HttpResponse:
    """Begins a smaller circle by choosing faces among those who read the story."""
    me, there = request.me, found(story)
    seen = inside(reading.circles_of(there)[0].id, request=request)
    fixed = [one.it for one in seen.seats if one.it.as_resident or one.it.person_id == me.person.id]
    others = [one.it for one in seen.seats if one.it not in fixed]
    form = SmallerForm(request.POST or None, people=[one.person for one in others])
    if request.method == "POST" and form.is_valid():
        try:
            made = verbs.begin_smaller_circle(
                story=there, name=form.cleaned_data["name"], by=me.person, at=me.at, readers=form.chosen, hat=me.hat
            )
        except (verbs.CircleNameless, NeedsYes) as problem:
            form.add_error("name", str(problem))
        else:
            messages.success(request, _("De kring is er. Wat je hier schrijft, lezen alleen zij."))
            return redirect("circle", made.id)
    words = {
        "form": form,
        "story": there,
        "fixed": [face(one) for one in fixed],
        "faces": [(str(one.person_id), face(one)) for one in others],
    }
    look_at(request, seen)
    return render(request, "circle/smaller.html", words, status=400 if form.errors else 200)


def face(it: Membership) -> Face:
    return face_of(it.person, hat=it.hat, about=[it.person_id] if it.as_resident else [])


def current(membership: UUID, *, me: Person) -> Membership:
    """A seat in a circle of mine; who reads behind broken glass sees seats too, and does nothing here."""
    mine = Membership.objects.current().filter(circle__in=member_circles(me.id))
    return get_object_or_404(mine.select_related("person", "circle"), id=membership)


def sheet(request: Request, it: Membership, form: object, *, title: str, button: str, words: str) -> HttpResponse:
    """One question about one member."""
    said = {"form": form, "it": it, "title": title, "button": button, "words": words, "circle": it.circle}
    return render(request, "circle/ask.html", said, status=400 if getattr(form, "errors", None) else 200)


@page
@for_me
def past(request: Request, membership: UUID) -> HttpResponse:
    """Opens what was written before somebody came."""
    me, it, form = request.me, current(membership, me=request.me.person), PastForm(request.POST or None)
    seen = inside(it.circle_id, request=request)
    theirs = next(row(one, seen=seen, me=me.person) for one in seen.seats if one.it.id == it.id)
    if not theirs.may_open:
        messages.info(request, _("Hier valt niets meer te openen."))
        return redirect("circle", it.circle_id)
    if request.method == "POST" and form.is_valid():
        mine = seen.seat_of(me.person)
        limits = [one for one in (form.start, mine.reads_from if mine else None) if one]
        open_past(membership=it, by=me.person, at=me.at, since=max(limits, default=None))
        messages.success(request, _("%(name)s leest nu ook wat er eerder stond.") % {"name": it.person.first_name})
        return redirect("circle", it.circle_id)
    title = _("Open wat er eerder stond voor %(name)s") % {"name": it.person.first_name}
    words = _("Het blijft open. Iedereen in de kring ziet dat jij het opende.")
    return sheet(request, it, form, title=title, button=_("Open het"), words=words)


@page
@for_me
def last_day(request: Request, membership: UUID) -> HttpResponse:
    """Until which day somebody reads; the resident says so."""
    me, it, form = request.me, current(membership, me=request.me.person), LastDayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            end_on(membership=it, until=end_of(form.cleaned_data["last"]), by=me.person, at=me.at)
        except EndGone as problem:
            form.add_error("last", str(problem))
        except NotYours as problem:
            messages.error(request, str(problem))
            return redirect("circle", it.circle_id)
        else:
            messages.success(request, _("Bewaard."))
            return redirect("circle", it.circle_id)
    title = _("Tot wanneer leest %(name)s mee?") % {"name": it.person.first_name}
    words = _("Daarna stopt het vanzelf. Wat %(name)s zelf schreef, blijft.") % {"name": it.person.first_name}
    return sheet(request, it, form, title=title, button=_("Bewaar"), words=words)


@page
@for_me
def leaving(request: Request, membership: UUID) -> HttpResponse:
    """Before one leaves: what stays, and what one still promised; then it ends. The resident ends another's at once."""
    if request.method == "POST":
        return ended(request, membership)
    try:
        before = circles.before_leaving(membership, by=request.me.person)
    except Membership.DoesNotExist as missing:
        raise Http404 from missing
    if before.membership.person_id != request.me.person.id or before.membership.as_resident:
        return redirect("circle", before.membership.circle_id)
    name = name_of(before.membership.circle, before.story) if before.story else before.membership.circle.name
    return render(request, "circle/leaving.html", {"before": before, "name": name})


def ended(request: Request, membership: UUID) -> HttpResponse:
    me, there = request.me, current(membership, me=request.me.person)
    otherwise = reverse("stories")
    try:
        leave(membership=there, by=me.person, at=me.at)
    except NotYours as problem:
        messages.error(request, str(problem))
        return redirect(back(request, otherwise=otherwise))
    if there.person_id == me.person.id:
        messages.success(request, _("Je leest dit verhaal niet meer. Wat je zelf schreef blijft."))
        return redirect("stories")
    messages.success(request, _("%(name)s leest dit verhaal niet meer.") % {"name": there.person.first_name})
    return redirect(back(request, otherwise=otherwise))

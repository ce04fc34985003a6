"""Pages of persons and groups."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from nabij.bridge.reasons import listed, tongue
from nabij.directory.models import Service
from nabij.people import reading
from nabij.people.models import Group, Person
from nabij.stories.merging import said_of
from nabij.trust.merging import read_instead
from nabij.trust.models import Looked, MyPeople
from nabij.trust.reading import reads_about
from nabij.trust.verbs import note_look
from nabij.web.days import WEEKDAYS
from nabij.web.faces import Face
from nabij.web.me import Request, for_me


@require_safe
@for_me
def person(request: Request, person: UUID) -> HttpResponse:
    """Somebody's page. Opening it is written down, and they can see who did."""
    me = request.me
    if not Person.objects.filter(id=person, id__any_of=MyPeople()).exists():
        raise Http404  # Also whom one sees behind broken glass alone: that is read there, and logged as such.
    try:
        seen = reading.portrait(person_id=person, at=me.at)
    except Person.DoesNotExist as missing:
        raise Http404 from missing
    if remains := read_instead(person, by=me.person.id):
        return redirect("person", remains)
    note_look(by=me.person, hat=me.hat, about=[seen.person.id], thing=seen.person, at=me.at, what=Looked.PAGE)
    shape = seen.hats[0].shape if seen.hats else "informal"
    words = {
        "seen": seen,
        "face": Face(seen.person.called, shape),
        "hours": [(WEEKDAYS[one.weekday], one.opens, one.closes) for one in seen.hours],
        "languages": listed([tongue(code) for code in seen.person.languages]),
        "is_me": seen.person.id == me.person.id,
        "in_my_circles": reads_about(seen.person, by=request.me.person),
        "formal": bool(me.hat and me.hat.formal),
        "merged": said_of(person),
    }
    return render(request, "people/person.html", words)


@require_safe
def group(request: Request, group: UUID) -> HttpResponse:
    """A group: what it is, its people whom I may see, and what it offers."""
    here = get_object_or_404(Group.objects.select_related("neighbourhood", "place"), id=group)
    at = timezone.now()
    hats = reading.group_people(group=here, at=at)
    words = {
        "group": here,
        "face": Face(here.name, "formal" if here.formal else "informal"),
        "people": [(Face(hat.person.called, hat.shape, role=hat.role), hat) for hat in hats],
        "services": list(Service.objects.filter(group=here).order_by("name")[:50]),
    }
    return render(request, "people/group.html", words)


@require_safe
def who_sees_what(request: Request) -> HttpResponse:
    """In plain words: who can read what, and who cannot."""
    return render(request, "people/who_sees_what.html")

"""My own copy: as a ZIP, on paper, and on paper for somebody who does not log in."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nabij.memory.archive import archive
from nabij.memory.own_data import gather, note_taken
from nabij.memory.readable import readable
from nabij.memory.taking import BeingMade, TakenJustNow, take_along
from nabij.people.models import Person
from nabij.trust.reading import reads_about
from nabij.web.again import asked_again
from nabij.web.me import Request, for_me


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
@asked_again  # Whoever takes everything along shows once more who they are.
def own_copy(request: Request) -> HttpResponse:
    """Everything about me as one ZIP: made while I wait, handed to me alone, and kept nowhere."""
    me = request.me
    if request.method != "POST":
        return render(request, "mine/copy.html")
    try:
        data = take_along(by=me.person, at=me.at)
    except (BeingMade, TakenJustNow) as problem:
        return render(request, "mine/copy.html", {"problem": str(problem)}, status=409)
    answer = HttpResponse(archive(data, installation=settings.NABIJ_NAME), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="mijn-gegevens-{me.today.isoformat()}.zip"'
    answer["Cache-Control"] = "no-store"
    return answer


@require_safe
@for_me
@asked_again
def own_paper(request: Request) -> HttpResponse:
    """Everything about me, to print."""
    return printed(request, request.me.person)


@require_safe
@for_me
def paper(request: Request, person: UUID) -> HttpResponse:
    """Everything about somebody of my circles, to print for them: what we both may read, and no more."""
    who = get_object_or_404(Person, id=person)
    if who == request.me.person or not reads_about(who, by=request.me.person):
        raise Http404
    return printed(request, who)


def printed(request: Request, person: Person) -> HttpResponse:
    me = request.me
    data = gather(person=person, at=me.at)
    note_taken(person=person, by=me.person, at=me.at, what="print", why=_("op papier gezet"))
    words = {
        "who": person,
        "mine": person == me.person,
        "tables": [(table.part, readable(table)) for table in data.tables if table.rows],
        "day": localdate(me.at),
        "by": me.person,
    }
    return render(request, "mine/paper.html", words)

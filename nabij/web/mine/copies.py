"""My own copy: as a ZIP, on paper, and on paper for somebody who does not log in."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nabij.memory.archive import archive
from nabij.memory.own_data import gather, note_taken
from nabij.memory.readable import readable
from nabij.people.models import Person
from nabij.trust.models import Trace
from nabij.trust.reading import reads_about
from nabij.web.again import asked_again
from nabij.web.me import Request, for_me

AGAIN_AFTER = timedelta(minutes=3)


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
@asked_again  # Whoever takes everything along shows once more who they are.
def own_copy(request: Request) -> HttpResponse:
    """Everything about me as one ZIP: made while I wait, handed to me alone, and kept nowhere."""
    me = request.me
    if request.method != "POST":
        return render(request, "mine/copy.html")
    problem = too_soon(request)
    if problem:
        return render(request, "mine/copy.html", {"problem": problem}, status=409)
    data = gather(person=me.person, at=me.at)
    note_taken(person=me.person, by=me.person, at=me.at, what="export")
    answer = HttpResponse(archive(data, installation=settings.NABIJ_NAME), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="mijn-gegevens-{me.today.isoformat()}.zip"'
    answer["Cache-Control"] = "no-store"
    return answer


def too_soon(request: Request) -> str:
    """Twice at the same time, or twice in a few minutes, is one time: the sentence that says so."""
    me = request.me
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_xact_lock(hashtext('own copy'), hashtext(%s))", [str(me.person.id)])
        if not cursor.fetchone()[0]:
            return _("Je kopie wordt op dit moment al gemaakt. Wacht even, dan staat hij bij je downloads.")
    if Trace.objects.filter(who=me.person.id, what="export", at__gt=me.at - AGAIN_AFTER).exists():
        return _("Je hebt je kopie net opgehaald. Kijk bij je downloads. Over een paar minuten kan het opnieuw.")
    return ""


@require_safe
@for_me
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

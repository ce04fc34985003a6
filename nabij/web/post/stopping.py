"""The page behind the link under a letter: no more mail, with one button; and the same for a mail program (RFC 8058).

Looking has no effect, because mail scanners open links before people do. No cookie gives this page any power, so it
needs no CSRF token; a mail program posts without one, and follows no redirect.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from nabij.people.models import Account
from nabij.post.models import Letter, Preference
from nabij.post.preferences import wants_none_of, wish_of
from nabij.post.preferring import may_stop, say_by_link
from nabij.post.stopping import letter_of_token
from nabij.trust.acting import acting_as, office
from nabij.trust.acting import link as through
from nabij.web.letter.views import closed

Pace = Preference.Pace
ONE_WRITER = "writer"


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscription(request: HttpRequest, token: str) -> HttpResponse:
    """Asks, stops, or lets mail come again for who has no other page to say so."""
    key = letter_of_token(token)
    with acting_as(office("door"), purpose="afmelding"):
        letters = Letter.objects.select_related("reader", "writer")
        letter = letters.filter(id=key).first() if key else None
        if letter is None or not may_stop(letter):
            return closed(render(request, "letter/unknown.html", status=404))
        logs_in = Account.objects.filter(person=letter.reader_id).exists()
    with acting_as(through(reader=letter.reader_id, reach=letter.id), purpose="afmelding"):
        if request.method == "POST":
            only_writer = request.POST.get("of") == ONE_WRITER and not logs_in
            again = request.POST.get("again") == "yes" and not logs_in
            pace = Pace.AT_ONCE if again else Pace.NONE
            say_by_link(letter=letter, pace=pace, only_writer=only_writer, at=timezone.now())
        return closed(page(request, letter, logs_in=logs_in))


def page(request: HttpRequest, letter: Letter, *, logs_in: bool) -> HttpResponse:
    """How it stands now, and the one button that changes it."""
    writer = letter.writer if not logs_in and letter.writer_id != letter.reader_id else None
    words = {
        "letter": letter,
        "logs_in": logs_in,
        "writer": writer,
        "stopped": wish_of(letter.reader_id).pace == Pace.NONE,
        "stopped_writer": writer is not None and wants_none_of(writer=writer.id, person=letter.reader_id),
    }
    return render(request, "letter/stop.html", words)

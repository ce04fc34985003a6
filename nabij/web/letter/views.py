"""The letter behind a link: what is asked, three answers, and what became of it.

Whoever holds the token is the reader of that letter; no cookie gives this page any power, so it needs no CSRF token.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from nabij.post.models import Letter, Link
from nabij.post.verbs import LinkExpired, LinkUsed
from nabij.stories.answering import answer_by_link
from nabij.stories.carrying import NotGoing
from nabij.stories.models import Answer, Promise
from nabij.stories.verbs import AnsweredAlready, DayGone, DayNeeded
from nabij.trust.acting import acting_as, office
from nabij.trust.acting import link as through
from nabij.web.days import say_date
from nabij.web.faces import Face
from nabij.web.introduction import bylink
from nabij.web.letter import asked, how, offered, referral
from nabij.web.letter.forms import AnswerForm
from nabij.web.story.lines import course_said, role_of
from nabij.web.weighing import bylink as weighing
from nabij.weighing.letters import ASKED, DECIDED, OPEN, TOGETHER

Way = Callable[[HttpRequest, Link, str], HttpResponse]
WEIGHED = (ASKED, OPEN, DECIDED, TOGETHER)
TOO_LATE = {LinkUsed: 409, AnsweredAlready: 409, NotGoing: 404}


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def letter(request: HttpRequest, token: str) -> HttpResponse:
    """Looking has no effect, because mail scanners open links before people do; only the answer uses the link up."""
    with acting_as(office("door"), purpose="brief"):
        link = Link.objects.of_token(token).first()
    if link is None:
        return closed(render(request, "letter/unknown.html", status=404))
    with acting_as(through(reader=link.reader_id, reach=link.letter.about_id), purpose="brief"):
        ask, take = ways_of(link.letter)
        return closed((take if request.method == "POST" else ask)(request, link, token))


def ways_of(letter: Letter) -> tuple[Way, Way]:
    """How a letter is shown and answered, by its kind and what it is about."""
    return WAYS.get(f"{letter.kind} {letter.about_kind}") or WAYS.get(letter.kind, (show, answer))


WAYS: dict[str, tuple[Way, Way]] = {
    Letter.Kind.PROMISED: (how.show, how.answer),
    Letter.Kind.INTRODUCTION: (bylink.show, bylink.answer),
    Letter.Kind.MESSAGE: (bylink.show, bylink.answer),
    "question ask": (asked.show, asked.answer),
    "question offer": (offered.show, offered.answer),
    "question referral": (referral.show, referral.answer),
    **dict.fromkeys((f"question {about}" for about in WEIGHED), (weighing.show, weighing.answer)),
}


def closed(response: HttpResponse) -> HttpResponse:
    """The address holds the key: no other site and no search engine hears it."""
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response


def show(request: HttpRequest, link: Link, token: str) -> HttpResponse:
    if link.expires < timezone.now():
        return how.gone(request)
    return page(request, link, form=AnswerForm())


def answer(request: HttpRequest, link: Link, token: str) -> HttpResponse:
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return page(request, link, form=form, status=422)
    said = form.cleaned_data
    try:
        answer_by_link(link=link, kind=said["answer"], day=said["day"], at=timezone.now())
    except (DayNeeded, DayGone) as problem:
        form.add_error("day", str(problem))
        return page(request, link, form=form, status=422)
    except LinkExpired:
        return how.gone(request)
    except (LinkUsed, AnsweredAlready, NotGoing) as problem:
        return page(request, link, problem=problem, status=TOO_LATE[type(problem)])
    return redirect("letter", token=token)


def page(
    request: HttpRequest,
    link: Link,
    *,
    form: AnswerForm | None = None,
    problem: ValueError | None = None,
    status: int = 200,
) -> HttpResponse:
    asked = Promise.objects.as_it_stands().filter(id=link.letter.about_id).first()
    if asked is None:
        return render(request, "letter/unknown.html", status=404)
    hat = link.letter.hat
    writer = link.letter.writer
    asker = Face(writer.called if writer else "", hat.shape if hat else "informal", role_of(hat))
    context = {
        "letter": link.letter,
        "link": link,
        "promise": asked,
        "course": course_said(asked, now=timezone.now()),
        "form": form,
        "problem": problem,
        "asker": asker,
        "answers": answers(asker),
        "other_day": _("Stel deze dag voor"),
        "said": said(asked),
    }
    return render(request, "letter/letter.html", context, status=status)


def answers(asker: Face) -> tuple[tuple[str, str, str, str], ...]:
    """The two buttons that need nothing more; another day has its own, under the box for the day."""
    heard = _("%(name)s krijgt bericht") % {"name": asker.first_name}
    return (
        (Answer.Kind.YES, _("Ja, dat doe ik"), heard, "check"),
        (Answer.Kind.NO, _("Nee, dit keer niet"), _("Dat is goed. Je hoeft niet te zeggen waarom"), "cross"),
    )


def said(asked: Promise) -> str:
    """What the reader answered, as they would say it."""
    given = getattr(asked, "answer", None)
    if given is None:
        return ""
    day = say_date(given.day) if given.day else ""
    return {
        Answer.Kind.YES: _("Je antwoord: ja."),
        Answer.Kind.NO: _("Je antwoord: nee, dit keer niet."),
        Answer.Kind.OTHER_DAY: _("Je antwoord: liever %(day)s.") % {"day": day},
    }[Answer.Kind(given.kind)]

"""Today, and the box in which one line is written."""

from datetime import timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nabij.moments.models import FollowUp, Moment
from nabij.moments.oneline import Reading, TooLong
from nabij.moments.verbs import NothingSaid, Unwritable
from nabij.stories import writing
from nabij.stories.models import Promise
from nabij.stories.reading import asked_of_others, logs_in, members_of, residents_in, stories_in
from nabij.stories.writing import Taps, Understood, keep_line, understand
from nabij.trust.models import Looked
from nabij.trust.verbs import note_looks
from nabij.trust.whatfor import MayNotWrite, NotInUse
from nabij.web.back import back
from nabij.web.days import greeting
from nabij.web.me import Me, Request, for_me
from nabij.web.story.lines import listed, own_promise_line
from nabij.web.today.box import FOR_WHOM, HANGS, ONLY_ME, WHY, Box, choose, empty_box, filled_box
from nabij.web.today.lines import asked_lines, come_back_lines, stream_line
from nabij.web.today.post import post_to
from nabij.web.today.why import why_of
from nabij.web.waiting import waiting

AT_FIRST, FURTHER, FURTHEST = 20, 30, 600
ASKED_WEEKS = 4
SHORT_OF_BOX = ("csrfmiddlewaretoken", "line", "circle", "seen", "back", "fixed")


@require_safe
@for_me
def today(request: Request) -> HttpResponse:
    """What I noted and promised, what I come back to, and what happened around me."""
    me, upto = request.me, asked_for(request, "tot")
    promised_upto, back_upto = asked_for(request, "beloofd"), asked_for(request, "terug")
    stream = list(Moment.objects.stream(upto + 1))
    promised = list(Promise.objects.of(me.person.id)[: promised_upto + 1])
    come_backs = list(FollowUp.objects.open_for(me.person.id, until=me.today)[: back_upto + 1])
    asked = asked_of_others(by=me.person, since=me.at - timedelta(weeks=ASKED_WEEKS))
    circles = {one.circle_id for one in stream} | {one.circle_id for one in come_backs}
    circles |= {one.circle_id for one in (*promised, *asked)}
    waits = waiting(me)
    circles |= {circle for one in waits["instead"] for circle in one.circles}
    about, stories = residents_in(circles), stories_in(circles)
    seen = [(story, about.get(circle, [])) for circle, (story, _name) in stories.items()]
    note_looks(by=me.person, hat=me.hat, seen=seen, at=me.at, what=Looked.TODAY)
    return render(
        request,
        "today/today.html",
        {
            "greeting": f"{greeting(me.at)}, {me.person.first_name}",
            "box": empty_box(me=me),
            **waits,
            **post_to(me),
            "formal": bool(me.hat and me.hat.formal),
            "promises": [own_promise_line(one, now=me.at) for one in promised[:promised_upto]],
            "more_promised": f"/?beloofd={promised_upto + FURTHER}#beloofd" if len(promised) > promised_upto else "",
            "come_backs": come_back_lines(come_backs[:back_upto], stories=stories, me=me),
            "more_come_backs": f"/?terug={back_upto + FURTHER}#terug" if len(come_backs) > back_upto else "",
            "asked": asked_lines(asked),
            "moments": [stream_line(one, about=about, stories=stories) for one in stream[:upto]],
            "further": f"/?tot={upto + FURTHER}#stroom" if len(stream) > upto else "",
        },
    )


def asked_for(request: Request, name: str) -> int:
    """How many lines of a list; a number that is none is the first page."""
    said = request.GET.get(name, "")
    return min(int(said), FURTHEST) if said.isdecimal() and len(said) < 5 else AT_FIRST


def taps_of(request: Request) -> dict[str, str]:
    return {key: str(value) for key, value in request.POST.items() if key not in SHORT_OF_BOX}


@require_POST
@for_me
def reading(request: Request) -> HttpResponse:
    """How Nabij reads the line so far: a piece of the page, asked for while somebody types."""
    return render(request, "today/reading.html", {"box": box_of(request)})


def read_line(request: Request) -> Understood:
    """The line as Nabij reads it; on a story's page the people of its circle are meant first."""
    fixed = request.POST.get("circle", "") if request.POST.get("fixed") == "1" else ""
    try:
        circle = UUID(fixed) if fixed else None
    except ValueError:
        circle = None
    me = request.me
    return understand(line=request.POST.get("line", ""), by=me.person, today=me.today, circle=circle)


def box_of(request: Request, *, problem: str = "") -> Box:
    line = request.POST.get("line", "")
    try:
        read = read_line(request)
    except TooLong as too_long:
        read, problem = Understood(Reading(text=line), ()), str(too_long)
    return filled_box(
        me=request.me,
        read=read,
        chosen=request.POST.get("circle", ""),
        fixed=request.POST.get("fixed") == "1",
        back=back(request, name="back"),
        problem=problem,
        hangs=HANGS in request.POST,
        taps=taps_of(request),
    )


@require_POST
@for_me
def moments(request: Request) -> HttpResponse:
    """Keeps the line, once its readers have been seen; until then the box comes back with their faces."""
    me, line = request.me, request.POST.get("line", "")
    try:
        read = read_line(request)
        mine, taps = writing.circles(by=me.person), taps_of(request)
        chosen, answer = request.POST.get("circle", ""), taps.get(FOR_WHOM, "")
        going = choose(read.reading, chosen=chosen, mine=mine, answer=answer)
        if line.strip() and request.POST.get("seen", ONLY_ME) != going.seen:
            return again(request, box_of(request))  # Other faces than the writer saw.
        moment = keep_line(
            reading=read.reading,
            circle=going.circle,
            taps=Taps(taps),
            by=me.person,
            at=me.at,
            hat=me.hat,
            purpose=why_of(circle=going.circle, me=me, chosen=taps.get(WHY, "")).key,
        )
    except (NothingSaid, TooLong, Unwritable, MayNotWrite, NotInUse) as problem:
        return again(request, box_of(request, problem=str(problem)), status=400)
    messages.success(request, kept(moment, me=me))
    return redirect(next_step(request, read.reading, moment))


def again(request: Request, box: Box, *, status: int = 200) -> HttpResponse:
    return render(request, "today/write.html", {"box": box, "asks_again": status == 200}, status=status)


def kept(moment: Moment, *, me: Me) -> str:
    """Who can read it now, by name."""
    others = [one for one in members_of(moment.circle_id) if one.person_id != me.person.id]
    names = [one.person.first_name for one in others if logs_in(one)]
    if not names:
        return _("Bewaard. Alleen jij kunt het lezen.")
    return _("Bewaard. %(names)s kunnen het lezen.") % {"names": listed([*names, _("jij")])}


def next_step(request: Request, read: Reading, moment: Moment) -> str:
    """Back to where the box stood, or on to the picture that comes with it, or to who can help; as was tapped."""
    taps = taps_of(request)
    asked = {offer.kind for n, offer in enumerate(read.offers) if taps.get(f"offer-{n}") == "yes"}
    if HANGS in request.POST and stories_in({moment.circle_id}):
        return reverse("attachments", args=[moment.id])
    if not asked & {"ask", "urgent"}:
        return back(request, name="back")
    return help_for(moment, urgent="urgent" in asked)


def help_for(moment: Moment, *, urgent: bool) -> str:
    """Who can help with it. What was written stands in no address: those are kept by browsers and in logs."""
    story = stories_in({moment.circle_id}).get(moment.circle_id)
    if not story:
        return reverse("help")
    asked = {"moment": str(moment.id)} | ({"spoed": "1"} if urgent else {})
    return reverse("nearest", args=[story[0].id]) + "?" + urlencode(asked)

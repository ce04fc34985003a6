"""Today, and the box in which one line is written."""

from collections.abc import Mapping
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nabij.moments.models import FollowUp, Moment
from nabij.moments.oneline import Reading, TooLong
from nabij.moments.verbs import NothingSaid, Unwritable, come_back
from nabij.stories import writing
from nabij.stories.models import Promise, Story
from nabij.stories.reading import residents_in, stories_in
from nabij.stories.writing import Taps, Understood, keep_line, understand
from nabij.web.back import back
from nabij.web.days import greeting
from nabij.web.me import Me, Request, for_me
from nabij.web.story.lines import moment_line, own_promise_line
from nabij.web.today.box import ONLY_ME, Box, choose, empty_box, filled_box, key_of
from nabij.web.today.lines import come_back_lines

AT_FIRST, FURTHER, FURTHEST = 20, 30, 600
SHORT_OF_BOX = ("csrfmiddlewaretoken", "line", "circle", "seen", "back", "fixed")


@require_safe
@for_me
def today(request: Request) -> HttpResponse:
    """What I noted and promised, what I come back to, and what happened around me."""
    me = request.me
    said = request.GET.get("tot", "")
    upto = min(int(said), FURTHEST) if said.isdecimal() and len(said) < 5 else AT_FIRST
    stream = list(Moment.objects.stream(upto + 1))
    circles = {moment.circle_id for moment in stream}
    about, stories = residents_in(circles), stories_in(circles)
    return render(
        request,
        "today/today.html",
        {
            "greeting": f"{greeting(me.at)}, {me.person.first_name}",
            "box": empty_box(me=me),
            "promises": [own_promise_line(one) for one in Promise.objects.of(me.person.id)[:20]],
            "come_backs": come_back_lines(FollowUp.objects.open_for(me.person.id, until=me.today)[:20], me=me),
            "moments": [
                moment_line(one, about=about.get(one.circle_id, []), story=stories.get(one.circle_id))
                for one in stream[:upto]
            ],
            "further": f"/?tot={upto + FURTHER}#stroom" if len(stream) > upto else "",
        },
    )


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
        taps=taps_of(request),
    )


@require_POST
@for_me
def moments(request: Request) -> HttpResponse:
    """Keeps the line, once its readers have been seen; until then the box comes back with their faces."""
    me, line = request.me, request.POST.get("line", "")
    try:
        read = read_line(request)
        circle = choose(read.reading, chosen=request.POST.get("circle", ""), mine=writing.circles(by=me.person))
        if line.strip() and request.POST.get("seen", ONLY_ME) != key_of(circle):
            return again(request, box_of(request))  # Other faces than the writer saw.
        moment = keep_line(
            reading=read.reading, circle=circle, taps=Taps(taps_of(request)), by=me.person, at=me.at, hat=me.hat
        )
    except (NothingSaid, TooLong, Unwritable) as problem:
        return again(request, box_of(request, problem=str(problem)), status=400)
    messages.success(request, kept(moment, me=me))
    return redirect(next_step(request, read.reading, moment))


def again(request: Request, box: Box, *, status: int = 200) -> HttpResponse:
    return render(request, "today/write.html", {"box": box, "asks_again": status == 200}, status=status)


def kept(moment: Moment, *, me: Me) -> str:
    """Who can read it now, by name."""
    names = [
        one.person.first_name
        for one in moment.circle.memberships.current().exclude(person=me.person).select_related("person")
    ]
    if not names:
        return _("Bewaard. Alleen jij kunt het lezen.")
    listed = (
        names[0] if len(names) == 1 else _("%(most)s en %(last)s") % {"most": ", ".join(names[:-1]), "last": names[-1]}
    )
    return _("Bewaard. %(names)s en jij kunnen het lezen.") % {"names": listed}


def next_step(request: Request, read: Reading, moment: Moment) -> str:
    """Back to where the box stood, or on to who can help when that was tapped."""
    taps = taps_of(request)
    story = Story.objects.filter(circle=moment.circle_id).first()
    for number, offer in enumerate(read.offers):
        if offer.kind in ("ask", "urgent") and taps.get(f"offer-{number}") == "yes":
            return help_for(story, moment.line, urgent=offer.kind == "urgent")
    return back(request, name="back")


def help_for(story: Story | None, question: str, *, urgent: bool) -> str:
    if not story:
        return "/kaart/?" + urlencode({"q": question[:200]})
    asked: Mapping[str, str] = {"vraag": question[:300]} | ({"spoed": "1"} if urgent else {})
    return reverse("nearest", args=[story.id]) + "?" + urlencode(asked)


@require_POST
@for_me
def came_back(request: Request, follow_up: UUID) -> HttpResponse:
    """I came back to it."""
    there = get_object_or_404(FollowUp.objects.filter(done__isnull=True, person=request.me.person), id=follow_up)
    come_back(follow_up=there, by=request.me.person, at=request.me.at)
    messages.success(request, _("Goed dat je erop terugkwam."))
    return redirect("home")

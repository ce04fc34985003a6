"""Looking together: a page that asks one other along, letting that rest, and what who is asked says."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from nabij.bridge import looking_along, referring
from nabij.bridge import referral_reading as reading
from nabij.bridge.referral_reading import Choice
from nabij.insight.one_hand import OneHand, in_one_hand
from nabij.people.models import Hat, Person
from nabij.stories.models import Story
from nabij.stories.reading import look_into
from nabij.trust.models import HasAccount, Looked, Membership
from nabij.web.days import number, opening
from nabij.web.me import Me, Request, for_me
from nabij.web.referral.views import WRONG
from nabij.web.referral.views import found as find_referral
from nabij.web.referral.views import shown as show_referral
from nabij.web.story.acts import found as find_story
from nabij.web.together.forms import AlongForm, TogetherForm, form_along

page = require_http_methods(["GET", "HEAD", "POST"])


@page
@for_me
def look_together(request: Request, story: UUID) -> HttpResponse:
    """Asks one from the other world to look along; whom it is about asks for themselves on another page."""
    me, there = request.me, find_story(story)
    opened = look_into(story=there, by=me.person, hat=me.hat, at=me.at, what=Looked.HELP)
    people = opened.residents or ([there.person] if there.person else [])
    if me.person in people or not people:
        raise Http404
    invited = next(iter(in_one_hand(by=me.person, at=me.at, story=there.id)), None)
    form = form_for(request, there, people=people, invited=invited)
    if request.method == "POST" and form.is_valid() and (sent := send(form, me=me, story=there)):
        messages.success(request, sent)
        return redirect("story", there.id)
    words = {"form": form, "story": there, "name": people[0].first_name, "why": why(invited, me=me) if invited else []}
    return render(request, "together/look.html", words, status=400 if form.errors else 200)


def form_for(request: Request, story: Story, *, people: list[Person], invited: OneHand | None) -> TogetherForm:
    me = request.me
    about = people[0].id if len(people) == 1 else None
    reads = Person.objects.filter(HasAccount("id"), id__in=[one.id for one in people]).exists()
    choices = whom_to_ask(story, me=me, about=about, question=invited.question if invited else "")
    return TogetherForm(request.POST or None, people=people, choices=choices, reads=reads, own=False)


def whom_to_ask(story: Story, *, me: Me, about: UUID | None, question: str) -> list[Choice]:
    """From the other world: who is nearest; where nobody stands, whoever one knows there."""
    hat = hat_in(story, me=me)
    formal = bool(hat and hat.formal)
    heading = "informal" if formal else "formal"
    near = looking_along.candidates(story=story, question=question, formal=formal, by=me.person, at=me.at)
    if near:
        return [Choice(f"hat:{one.hat}", ", ".join(filter(None, (one.name, one.called))), heading) for one in near]
    known = reading.to_choose(by=me.person, about=about, today=me.today)
    return [one for one in known if one.heading == heading]


def hat_in(story: Story, *, me: Me) -> Hat | None:
    """In which hat I read it; else the one I wear."""
    seat = Membership.objects.current().filter(circle=story.circle_id, person=me.person).select_related("hat").first()
    return (seat.hat if seat else None) or me.hat


def send(form: TogetherForm, *, me: Me, story: Story) -> str:
    """What to say of it; empty when it could not be, and then the form says why."""
    try:
        made = looking_along.ask_along(
            story=story,
            about=form.person,
            whom=reading.whom(form.cleaned_data["to"], by=me.person, at=me.at),
            said=form.said,
            by=me.person,
            at=me.at,
            hat=me.hat,
            first_read=form.first_read,
        )
    except tuple(WRONG) as problem:
        name = WRONG[type(problem)]
        form.add_error(name if name in form.fields else None, str(problem))
        return ""
    if form.first_read:
        return _("Bewaard. %(name)s leest het eerst. Na een ja gaat het door.") % {"name": made.about_name}
    return _("Gevraagd aan %(name)s. Je hoort het antwoord.") % {"name": made.to_name}


def why(one: OneHand, *, me: Me) -> list[str]:
    """Why this is asked, in sentences: how long, how many worries, and what was agreed."""
    days = (me.today - one.alone_since).days
    said = ngettext(
        "Dit verhaal ligt %(days)s dag bij jou alleen.", "Dit verhaal ligt %(days)s dagen bij jou alleen.", days
    )
    worried = _("%(count)s keer in vier weken was er een zorg, vaker dan in de vier weken ervoor.")
    agreed = (
        ngettext(
            "In de buurt is bij zo'n vraag een antwoord binnen %(term)s dag afgesproken.",
            "In de buurt is bij zo'n vraag een antwoord binnen %(term)s dagen afgesproken.",
            one.term,
        )
        if one.agreed
        else _("In de buurt is hier geen tijd voor afgesproken. Nabij houdt %(term)s dagen aan.")
    )
    return [said % {"days": days}, worried % {"count": opening(number(one.worries))}, agreed % {"term": one.term}]


@require_POST
@for_me
def rest(request: Request, story: UUID) -> HttpResponse:
    """Not now: the invitation rests for four weeks."""
    me, there = request.me, find_story(story)
    if not in_one_hand(by=me.person, at=me.at, story=there.id):
        raise Http404
    looking_along.not_now(circle=there.circle, by=me.person, at=me.at)
    messages.success(request, _("Goed. We vragen dit vier weken niet. Alleen jij ziet dit."))
    return redirect("story", there.id)


@require_POST
@for_me
def along(request: Request, referral: UUID) -> HttpResponse:
    """Whoever is asked says yes, later or no; and after looking together what they do."""
    whole = find_referral(request, referral)
    form = form_along(whole, request.POST)
    if form is None:
        raise Http404
    if form.is_valid():
        try:
            answered(form, whole=whole, me=request.me)
        except (referring.DayNeeded, looking_along.NotAsked, looking_along.NothingDone) as problem:
            form.add_error("day" if isinstance(problem, referring.DayNeeded) else None, str(problem))
        except (referring.ClosedAlready, referring.NotNow) as late:
            return show_referral(request, whole, along=form, problem=str(late), status=409)
        else:
            messages.success(request, _("Bewaard. Wie het vroeg, hoort het."))
            return redirect("referral", referral)
    return show_referral(request, whole, along=form, status=400)


def answered(form: Any, *, whole: reading.Whole, me: Me) -> None:
    said: dict[str, Any] = {"referral": whole.referral, "by": me.person, "at": me.at, **form.cleaned_data}
    if isinstance(form, AlongForm):
        looking_along.answer_along(**said)
    else:
        looking_along.note_together(**said)

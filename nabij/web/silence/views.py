"""The page of who is longer silent than usual; nobody else reads it, and nothing here says something about a person."""

from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from nabij.insight.attention import Attention, Silent, attention
from nabij.insight.measures.silence import ANSWERS
from nabij.memory.standing_in import days_away
from nabij.stories.heeding import RestsTooLong, answer_silence, get_in_touch, let_rest
from nabij.stories.models import SilenceAnswer
from nabij.stories.reading import residents_in
from nabij.stories.verbs import DayGone
from nabij.trust.models import Circle, Looked
from nabij.trust.verbs import note_looks
from nabij.web.me import Me, Request, for_me
from nabij.web.silence.forms import ContactForm, RestForm
from nabij.web.story.acts import allowed, asked, page
from nabij.web.story.choosing import choosing


def found(me: Me) -> Attention:
    return attention(by=me.person, at=me.at, away=partial(days_away, by=me.person, until=me.today))


def one_of(request: Request, story: UUID) -> Silent:
    """One line of the list; what is not on it any more is not there."""
    there = next((one for one in found(request.me).silent if one.story.id == story), None)
    if there is None:
        raise Http404
    return there


@require_safe
@for_me
def silent(request: Request) -> HttpResponse:
    """At most three lines, and in one sentence how often the list was right."""
    me, told = request.me, found(request.me)
    about = residents_in({one.circle.id for one in told.silent})
    seen = [(one.story, about.get(one.circle.id, [])) for one in told.silent]
    note_looks(by=me.person, hat=me.hat, seen=seen, at=me.at, what=Looked.LISTED)
    lines = [(one.story, said_of(one, me=me)) for one in told.silent]
    return render(request, "silence/silent.html", {"lines": lines, "rests": told.rests, "right": how_often(told)})


def said_of(one: Silent, *, me: Me) -> str:
    """What was usual between two, and what is so now; no more than that."""
    usual = ngettext(
        "Meestal hoor je elkaar elke dag.", "Meestal hoor je elkaar om de %(days)s dagen.", one.silence.usual
    )
    days = one.days(me.today)
    return f"{usual % {'days': one.silence.usual}} {_('Nu %(days)s dagen niet.') % {'days': days}}"


def how_often(told: Attention) -> str:
    """From ten answers on the share, with its doubt in the same breath."""
    if not told.doubt:
        left = {"count": told.answers, "from": ANSWERS}
        return _("Na %(from)s antwoorden staat hier hoe vaak dit klopte. Je gaf er nu %(count)s.") % left
    low, high = (round(100 * one) for one in told.doubt)
    said = _("Het klopte %(right)s van de %(count)s keer. Dat past bij %(low)s tot %(high)s van de 100.")
    return said % {"right": told.right, "count": told.answers, "low": low, "high": high}


@require_POST
@for_me
def answer(request: Request, story: UUID) -> HttpResponse:
    """It was right, or there was nothing."""
    me, there = request.me, one_of(request, story)
    right = request.POST.get("klopte") == "ja"
    kind = SilenceAnswer.Kind.RIGHT if right else SilenceAnswer.Kind.NOTHING
    answer_silence(circle=there.circle, last=there.silence.last, kind=kind, by=me.person, at=me.at)
    messages.success(request, _("Bewaard. Alleen jij ziet dit. Deze stilte staat niet meer in de lijst."))
    return redirect("silent")


@page
@for_me
def contact(request: Request, story: UUID) -> HttpResponse:
    """Promises to get in touch."""
    me, there = request.me, one_of(request, story)
    choice = choosing(request, there.story)
    begun = {"what": _("Neemt contact op met %(name)s") % {"name": there.story.short}}
    form = ContactForm(request.POST or None, initial=begun)
    if request.method == "POST" and form.is_valid() and choice.circle and promised(form, there, choice.circle, me=me):
        messages.success(request, _("Bewaard. Het staat ook bij Vandaag."))
        return redirect("silent")
    more: dict[str, Any] = {"title": _("Ik neem contact op"), "button": _("Bewaar"), "choosing": choice}
    return asked(request, form, story=there.story, back=reverse("silent"), **more)


def promised(form: ContactForm, there: Silent, circle: Circle, *, me: Me) -> bool:
    """Makes the promise, unless something is said that cannot be: then the form says so, with what was typed."""
    told: dict[str, Any] = {"story": there.story, "silent": there.circle, "last": there.silence.last}
    told |= {"circle": circle, "by": me.person, "hat": me.hat, "at": me.at, **form.cleaned_data}
    try:
        return allowed(form, lambda: get_in_touch(**told))
    except DayGone as problem:
        form.add_error("day", str(problem))
    return False


@page
@for_me
def rest(request: Request, story: UUID) -> HttpResponse:
    """Lets a silence rest until a day."""
    me, there = request.me, one_of(request, story)
    form = RestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            let_rest(circle=there.circle, last=there.silence.last, by=me.person, at=me.at, **form.cleaned_data)
        except RestsTooLong as problem:
            form.add_error("until", str(problem))
        else:
            messages.success(request, _("Bewaard. Alleen jij ziet dit."))
            return redirect("silent")
    title = _("Laat de stilte met %(name)s even rusten") % {"name": there.story.short}
    return asked(request, form, story=there.story, back=reverse("silent"), title=title, button=_("Bewaar"))

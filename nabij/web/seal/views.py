"""The pages of sealed notes. Each act calls one verb; a mistake loses nothing that was typed."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from nabij.moments.verbs import NothingSaid, Unwritable
from nabij.stories import reading, sealing, sealreading
from nabij.stories.sealreading import Sealed
from nabij.stories.seals import SealedNote, SealKeeper
from nabij.stories.verbs import DayGone
from nabij.trust.models import Looked
from nabij.trust.whatfor import MayNotWrite
from nabij.web.me import Request, for_me
from nabij.web.seal.forms import LineForm, PersonForm, ReviewForm, SealForm, YesForm
from nabij.web.story.acts import found as find_story

WRONG_DAY = (DayGone, sealing.DayTooFar)
TOGETHER = (sealing.NotTogether, sealing.ProposedAlready, sealing.OverAlready, sealing.NowhereToOpen)


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def new(request: Request, story: UUID) -> HttpResponse:
    """Writes what the resident may not read yet: why, with whom, until when, and whether they hear of it.

    The page shows a name and nothing of the story, and its look says no more than that of a list: another would tell
    the resident what they must not hear while telling is the danger.
    """
    me, there = request.me, find_story(story)
    if not sealreading.may_seal(there, by=me.person, at=me.at):
        raise Http404("only professionals seal, and never what is about themselves")
    seconds = sealreading.may_keep(story=there, by=me.person, at=me.at)
    form = SealForm(request.POST or None, seconds=seconds)
    if request.method == "POST" and form.is_valid():
        said = {key: form.cleaned_data[key] for key in ("words", "reason", "review_on")}
        try:
            made = sealing.seal(
                story=there, second=form.hat.person, why_untold=form.why, by=me.person, hat=me.hat, at=me.at, **said
            )
        except WRONG_DAY as problem:
            form.add_error("review_on", str(problem))
        except (NothingSaid, Unwritable) as problem:
            form.add_error("words", str(problem))
        except sealing.WhyNotTold as problem:
            form.add_error("why_untold", str(problem))
        except (sealing.ReasonNeeded, sealing.OwnStory) as problem:
            form.add_error("reason", str(problem))
        else:
            name = {"name": form.hat.person.first_name}
            messages.success(request, _("Bewaard. We vragen %(name)s om dit met je te bewaren.") % name)
            return redirect("seal", made.id)
    reading.look_into(story=there, by=me.person, hat=me.hat, at=me.at, what=Looked.LISTED)
    return render(request, "seal/new.html", {"form": form, "story": there}, status=400 if form.errors else 200)


@require_safe
@for_me
def notes(request: Request) -> HttpResponse:
    """Every sealed note I keep or am asked to keep."""
    me = request.me
    there = [(one, asked_of(one, request)) for one in sealreading.mine(by=me.person)]
    return render(request, "seal/notes.html", {"notes": there})


def asked_of(sealed: Sealed, request: Request) -> str:
    """What is asked of me now, in a sentence; nothing when all is well."""
    me = request.me
    what = sealed.waits_for(me.person.id)
    if not what and sealed.is_due(me.today) and not sealed.proposal:
        what = "review"
    return sentence(what, sealed)


def sentence(what: str, sealed: Sealed) -> str:
    said = {
        "second": _("%(name)s vraagt je dit mee te bewaren."),
        "proposal": _("Er ligt een voorstel. Jouw antwoord is nodig."),
        "place": _("Jullie zijn het eens. Zet het in het verhaal."),
        "another": _("Hier is een andere tweede persoon nodig."),
        "review": _("Kijk er samen opnieuw naar."),
    }
    return said.get(what, "") % {"name": sealed.note.by_name}


def open_note(request: Request, note: UUID) -> Sealed:
    me = request.me
    try:
        return sealreading.open_sealed(note_id=note, by=me.person, hat=me.hat, at=me.at)
    except SealedNote.DoesNotExist as missing:
        raise Http404 from missing


@require_safe
@for_me
def note(request: Request, note: UUID) -> HttpResponse:
    """One note: what stands in it, who keeps it, what was decided, and what is asked of me."""
    return shown(request, open_note(request, note))


def shown(request: Request, sealed: Sealed, **forms_: forms.Form) -> HttpResponse:
    """The page, with the forms that belong to how it stands; a form with mistakes in place of the empty one."""
    me = request.me
    waits = sealed.waits_for(me.person.id)
    over = bool(sealed.outcome)
    words: dict[str, Any] = {
        "sealed": sealed,
        "waits": waits,
        "asked": asked_of(sealed, request),
        "other": sealed.other(me.person.id),
        "mine": sealed.seat(me.person.id),
        "due": sealed.is_due(me.today),
        "yes_form": forms_.get("yes") or YesForm(),
        "line_form": None if over or waits == "second" else forms_.get("line") or LineForm(auto_id="regel-%s"),
        "review_form": forms_.get("review") or ReviewForm(auto_id="voorstel-%s"),
        "may_propose": not over and not waits and not sealed.proposal and confirmed(sealed, me.person.id),
        "person_form": forms_.get("person") or (another(request, sealed) if waits == "another" else None),
    }
    return render(request, "seal/note.html", words, status=400 if forms_ else 200)


def confirmed(sealed: Sealed, person: UUID) -> bool:
    other = sealed.other(person)
    return bool(other and sealing.said_yes(other))


def another(request: Request, sealed: Sealed, *, data: Any = None) -> PersonForm:
    me = request.me
    seconds = sealreading.second_persons(by=me.person, at=me.at, circle=sealed.note.circle_id)
    return PersonForm(data, seconds=seconds)


@require_POST
@for_me
def answer(request: Request, note: UUID) -> HttpResponse:
    """Yes or no to keeping it with the writer."""
    me, there, form = request.me, open_note(request, note), YesForm(request.POST)
    seat = there.seat(me.person.id)
    if not form.is_valid() or seat is None or hasattr(seat, "answer"):
        return shown(request, there, yes=form)
    sealing.answer_as_second(keeper=seat, by=me.person, at=me.at, **form.cleaned_data)
    if form.cleaned_data["yes"]:
        messages.success(request, _("Bewaard. Jullie bewaren dit nu samen."))
        return redirect("seal", there.note.id)
    messages.success(request, _("Bewaard. Je leest deze notitie niet meer."))
    return redirect("home")


@require_POST
@for_me
def lines(request: Request, note: UUID) -> HttpResponse:
    """One more line in it."""
    me, there, form = request.me, open_note(request, note), LineForm(request.POST, auto_id="regel-%s")
    if form.is_valid():
        try:
            sealing.write_in(sealed=there.note, words=form.cleaned_data["words"], by=me.person, at=me.at)
        except (NothingSaid, Unwritable, sealing.OverAlready) as problem:
            form.add_error("words", str(problem))
        else:
            messages.success(request, _("Bewaard. Alleen jullie twee lezen het."))
            return redirect("seal", there.note.id)
    return shown(request, there, line=form)


@require_POST
@for_me
def proposal(request: Request, note: UUID) -> HttpResponse:
    """Proposes to open, renew or delete it."""
    me, there, form = request.me, open_note(request, note), ReviewForm(request.POST, auto_id="voorstel-%s")
    if form.is_valid():
        try:
            sealing.propose(sealed=there.note, by=me.person, at=me.at, **form.cleaned_data)
        except WRONG_DAY as problem:
            form.add_error("until", str(problem))
        except sealing.ReasonNeeded as problem:
            form.add_error("why", str(problem))
        except TOGETHER as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Bewaard. Het gaat pas in als de ander ja zegt."))
            return redirect("seal", there.note.id)
    return shown(request, there, review=form)


@require_POST
@for_me
def agreement(request: Request, note: UUID) -> HttpResponse:
    """Says yes or no to what the other proposed."""
    me, there, form = request.me, open_note(request, note), YesForm(request.POST)
    waiting = there.proposal
    if waiting is None or waiting.by_id == me.person.id:
        return redirect("seal", there.note.id)
    if not form.is_valid():
        return shown(request, there, yes=form)
    try:
        sealing.agree(review=waiting, by=me.person, hat=me.hat, at=me.at, **form.cleaned_data)
    except (sealing.NowhereToOpen, MayNotWrite) as problem:
        form.add_error("yes", str(problem))
        return shown(request, there, yes=form)
    messages.success(request, _("Bewaard."))
    return redirect("seal", there.note.id)


@require_POST
@for_me
def second(request: Request, note: UUID) -> HttpResponse:
    """Asks another to keep it."""
    me, there = request.me, open_note(request, note)
    form = another(request, there, data=request.POST)
    if form.is_valid():
        try:
            sealing.ask_another(sealed=there.note, person=form.hat.person, by=me.person, at=me.at)
        except sealing.PlaceTaken as problem:
            form.add_error("second", str(problem))
        else:
            name = {"name": form.hat.person.first_name}
            messages.success(request, _("We vragen %(name)s om dit met je te bewaren.") % name)
            return redirect("seal", there.note.id)
    return shown(request, there, person=form)


@require_POST
@for_me
def place(request: Request, note: UUID) -> HttpResponse:
    """Puts in the story what both agreed to open."""
    me, there = request.me, open_note(request, note)
    find_story(there.note.story_id)
    if there.waits_for(me.person.id) == "place":
        sealing.put_in_story(sealed=there.note, by=me.person, hat=me.hat, at=me.at)
        messages.success(request, _("Het staat nu in het verhaal."))
    return redirect("story", there.note.story_id)


@require_POST
@for_me
def departure(request: Request, note: UUID) -> HttpResponse:
    """Stops keeping it."""
    me, there = request.me, open_note(request, note)
    seat: SealKeeper | None = there.seat(me.person.id)
    try:
        if seat:
            sealing.step_down(keeper=seat, by=me.person, at=me.at)
    except sealing.LastKeeper as problem:
        messages.error(request, str(problem))
        return redirect("seal", there.note.id)
    messages.success(request, _("Je bewaart deze notitie niet meer."))
    return redirect("home")

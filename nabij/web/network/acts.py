"""What one does with somebody on the map: move them, say it anew, take them off. Each is a row of its own."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from nabij.moments import network as around
from nabij.moments.models import Tie
from nabij.moments.rings import RING_WORDS
from nabij.stories import netmap
from nabij.stories.netmap import OneTie
from nabij.stories.reading import look_into
from nabij.stories.together import told_now
from nabij.trust.models import Looked
from nabij.trust.whatfor import MayNotWrite
from nabij.web.atonce import BEGAN, AtOnce, at_once, settled
from nabij.web.errors import bad_request
from nabij.web.me import Request, for_me
from nabij.web.network.forms import PlaceForm, TieWords, Told
from nabij.web.story.lines import around as as_around
from nabij.web.story.lines import reader_faces

REFUSED = (around.TieIsOver, around.OnlyByThemselves, MayNotWrite)


def one_tie(request: Request, tie: UUID) -> OneTie:
    try:
        return netmap.find_tie(tie, by=request.me.person)
    except Tie.DoesNotExist as missing:
        raise Http404 from missing


def to_map(one: OneTie, *, band: bool = False) -> HttpResponse:
    url = reverse("network", args=[one.story.id])
    return redirect(f"{url}?band={one.tie.id}#band-{one.tie.id}" if band else url)


@require_http_methods(["POST"])
@for_me
def place(request: Request, tie: UUID) -> HttpResponse:
    """Somebody stands elsewhere from now on: where they were dragged, or one step."""
    me, one = request.me, one_tie(request, tie)
    if one.is_over and (now := told_now(one.tie)):
        one = one_tie(request, now.id)  # Told anew by somebody else meanwhile: they still stand there.
    form = PlaceForm(request.POST, tie=one.tie, me=me.person, residents=one.residents)
    if not form.is_valid():
        return bad_request(request, ValueError())
    where = {"ring": form.cleaned_data["ring"], "turn": form.cleaned_data["turn"]}
    try:
        around.move(tie=one.tie, by=me.person, at=me.at, told_by=form.told_by, hat=me.hat, **where)
    except REFUSED as problem:
        messages.info(request, str(problem))
        return to_map(one)
    return to_map(one, band=bool(form.cleaned_data["step"]))


@require_http_methods(["POST"])
@for_me
def ending(request: Request, tie: UUID) -> HttpResponse:
    """Somebody does not stand there any more; the map of then still shows them."""
    me, one = request.me, one_tie(request, tie)
    form = Told(request.POST, me=me.person, residents=one.residents)
    if not form.is_valid():
        return bad_request(request, ValueError())
    try:
        around.end(tie=one.tie, by=me.person, at=me.at, told_by=form.told_by, hat=me.hat)
    except REFUSED as problem:
        messages.info(request, str(problem))
    else:
        said = _("%(name)s staat er niet meer bij. Op de kaart van eerder blijft de naam staan.")
        messages.success(request, said % {"name": one.tie.with_whom})
    return to_map(one)


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def tie(request: Request, tie: UUID) -> HttpResponse:
    """One tie: how it stood, and what is said of it now. Told anew by somebody else meanwhile, both stand there."""
    me, first = request.me, one_tie(request, tie)
    now = told_now(first.tie) if first.is_over else first.tie
    if now is None and request.method != "POST":
        messages.info(request, str(around.TieIsOver()))
        return to_map(first)
    one = one_tie(request, now.id) if now else first
    if one != first and request.method != "POST":
        return redirect("tie", one.tie.id)
    before = began_with(request, first)
    form = TieWords(sent(request, before), initial=said_of(one.tie), me=me.person, residents=one.residents)
    both = None
    if request.method == "POST" and form.is_valid():
        if not one.is_over and before.id != one.tie.id and said_of(one.tie).items() - form.cleaned_data.items():
            both = at_once(
                form,
                theirs=said_of(one.tie),
                before=said_of(before),
                by=one.tie.noted_by or one.tie.told_by,
                at=one.tie.noted_at,
                key=one.tie.id,
                me=me.person,
            )
        elif retold(request, one, form):
            messages.success(request, _("Bewaard."))
            return to_map(one)
    return tie_page(request, one, form=form, both=both)


def tie_page(request: Request, one: OneTie, *, form: TieWords, both: AtOnce | None) -> HttpResponse:
    me = request.me
    look_into(story=one.story, by=me.person, hat=me.hat, at=me.at, what=Looked.WRITING)
    words = {
        "form": form,
        "one": one,
        "at_once": both,
        "began": one.tie.id,
        "title": one.tie.with_whom,
        "face": as_around(one.tie).face,
        "ring": RING_WORDS[one.tie.stands_in],
        "history": history(one),
        "readers": reader_faces(one.readers, me=me.person.id),
    }
    return render(request, "network/tie.html", words, status=400 if form.errors else 409 if both else 200)


def began_with(request: Request, one: OneTie) -> Tie:
    """What somebody had before them when they began: what the form says, else what stands at this address."""
    try:
        began = UUID(request.POST.get(BEGAN, ""))
    except ValueError:
        return one.tie
    return Tie.objects.filter(id=began, owner=one.tie.owner_id).first() or one.tie


def sent(request: Request, before: Tie) -> QueryDict | None:
    return settled(request.POST, form=TieWords, theirs=said_of(before))


def said_of(tie: Tie) -> dict[str, str]:
    return {name: getattr(tie, name) for name in ("called", "kind", "weight", "gives", "takes")}


def retold(request: Request, one: OneTie, form: TieWords) -> bool:
    """Says it anew, or in the form why not; what was typed stays."""
    me, said = request.me, {name: form.cleaned_data[name] for name in said_of(one.tie)}
    if said == said_of(one.tie) and not one.is_over:
        return True
    try:
        around.retell(tie=one.tie, by=me.person, at=me.at, told_by=form.told_by, hat=me.hat, **said)
    except REFUSED as problem:
        form.add_error(None, str(problem))
        return False
    return True


def history(one: OneTie) -> list[dict[str, object]]:
    """In which ring they stood and from when, the newest first, by whose word."""
    told = [(one.tie.noted_at, one.tie.ring, one.tie.told_by_id)]
    for move in reversed(one.stood):
        if move.ring != told[-1][1]:
            told.append((move.at, move.ring, move.told_by_id))
    return [{"at": at, "ring": RING_WORDS[ring], "by": one.name_of(by)} for at, ring, by in reversed(told)]

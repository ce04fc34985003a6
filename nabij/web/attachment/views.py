"""Putting a picture or paper with what I wrote, and opening one; opening is a look, as reading the moment is."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from nabij.moments.cleaning import Unkept
from nabij.moments.models import Attachment, Moment
from nabij.stories import attaching
from nabij.stories.models import Story
from nabij.stories.reading import look_into
from nabij.trust.models import Looked
from nabij.web.attachment.forms import AttachmentForm
from nabij.web.me import Request, for_me

KINDS = {Attachment.Kind.PICTURE: "image/jpeg", Attachment.Kind.PAPER: "application/pdf"}
# Whatever a browser makes of it: nothing in it is run, and nothing is fetched.
SHUT = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def attachments(request: Request, moment: UUID) -> HttpResponse:
    """Puts a picture or paper with what I wrote; what is wrong with it stands above the field."""
    me, (there, story) = request.me, own(request, moment)
    form = AttachmentForm(request.POST or None, request.FILES or None)
    form.is_bound = request.method == "POST"
    if request.method == "POST" and form.is_valid():
        sent, alt = form.cleaned_data["file"], form.cleaned_data["alt"]
        try:
            attaching.attach(moment=there, story=story, data=sent.read(), alt=alt, by=me.person, hat=me.hat, at=me.at)
        except (Unkept, attaching.StoryFull) as problem:
            form.add_error("file", str(problem))
        else:
            messages.success(request, _("Bewaard. Wie dit moment leest, ziet het ook."))
            return redirect(reverse("story", args=[story.id]) + "#verder")
    look_into(story=story, by=me.person, hat=me.hat, at=me.at, what=Looked.WRITING)
    words = {"form": form, "story": story, "moment": there}
    return render(request, "attachment/new.html", words, status=400 if form.errors else 200)


def own(request: Request, moment: UUID) -> tuple[Moment, Story]:
    try:
        return attaching.find_own(moment, by=request.me.person)
    except Moment.DoesNotExist as missing:
        raise Http404 from missing


@never_cache
@require_safe
@for_me
def attachment(request: Request, attachment: UUID) -> HttpResponse:
    """The whole picture or paper, to save and open outside the browser."""
    found = opened(request, attachment)
    kind = KINDS[Attachment.Kind(found.kind)]
    answer = shut(HttpResponse(Attachment.objects.content_of(found.id), content_type=kind))
    answer["Content-Disposition"] = f'attachment; filename="{found.called}"'
    return answer


@never_cache
@require_safe
@for_me
def small(request: Request, attachment: UUID) -> HttpResponse:
    """The small picture, as it stands with its moment."""
    found = opened(request, attachment, what=Looked.READ)
    content = Attachment.objects.small_of(found.id)
    if not content:
        raise Http404
    return shut(HttpResponse(content, content_type="image/jpeg"))


def opened(request: Request, key: UUID, *, what: str = Looked.ATTACHMENT) -> Attachment:
    me = request.me
    try:
        return attaching.open_attachment(key, by=me.person, hat=me.hat, at=me.at, what=what)
    except Attachment.DoesNotExist as missing:
        raise Http404 from missing


def shut(answer: HttpResponse) -> HttpResponse:
    answer["Content-Security-Policy"] = SHUT
    answer["Cache-Control"] = "no-store"
    return answer

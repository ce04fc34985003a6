"""A draft of one place: the script asks for it when a form opens, and sends it while somebody types."""

import json

from django.http import HttpResponse, JsonResponse
from django.views.decorators.http import require_http_methods

from nabij.stories.drafts import Draft, NoDraft, TypedElsewhere, draft_of, keep_draft
from nabij.web.me import Request, for_me


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def drafts(request: Request) -> HttpResponse:
    """What I was writing in one place; or keeps what I am writing there, unless another screen of mine was ahead."""
    me, sent = request.me, request.POST
    if request.method != "POST":
        return JsonResponse(said(draft_of(by=me.person, place=request.GET.get("place", "")[:300].replace("\0", ""))))
    try:
        typed = typed_in(sent.get("typed", ""))
        kept = keep_draft(by=me.person, place=sent.get("place", ""), typed=typed, seen=sent.get("seen", ""), at=me.at)
    except TypedElsewhere as problem:
        return JsonResponse(said(problem.there), status=409)
    except NoDraft as problem:
        return JsonResponse({"problem": str(problem)}, status=400)
    return JsonResponse(said(kept))


def said(draft: Draft | None) -> dict[str, object]:
    return {"typed": draft.typed, "at": draft.version} if draft else {}


def typed_in(text: str) -> dict[str, str]:
    """What was typed in each field, by the name of the field."""
    try:
        typed = json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise NoDraft from problem
    if not isinstance(typed, dict) or not all(isinstance(one, str) for one in typed.values()):
        raise NoDraft
    return typed

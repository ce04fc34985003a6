"""The hat somebody wears is kept in their session; the door reads it for the next page."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from nabij.web.me import Me, for_me


@require_POST
@for_me
def wear(request: HttpRequest) -> HttpResponse:
    me: Me = request.me  # type: ignore[attr-defined]
    chosen = next((hat for hat in me.hats if str(hat.id) == request.POST.get("hat")), None)
    if chosen is None:
        raise Http404("not a hat of this person")
    request.session["hat"] = str(chosen.id)
    return HttpResponseRedirect(_back(request))


def _back(request: HttpRequest) -> str:
    """The page one came from, when it is one of ours."""
    there = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(there, {request.get_host()}, require_https=request.is_secure())
    return there if ours else "/"

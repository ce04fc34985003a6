"""Where to go after a form: the page that is named in it, when that is one of ours."""

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def back(request: HttpRequest, *, name: str = "next", otherwise: str = "/") -> str:
    """The path in the form's field `name`; never another site, and never one that hides as a path ("//..")."""
    said = request.POST.get(name, "")
    return said if said.startswith("/") and url_has_allowed_host_and_scheme(said, allowed_hosts=None) else otherwise

"""The door of administration: behind it somebody acts as administrator, so no circle, story or hat is theirs there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from nabij.people.granting import Ungranted
from nabij.people.own import Unsaid
from nabij.trust.acting import acting_as, administrator
from nabij.web.me import Request

View = Callable[..., HttpResponse]
Page = Callable[..., HttpResponse]


def for_administrators(view: View) -> View:
    """A page for administrators; for anybody else it is not there."""

    @wraps(view)
    def shown(request: Request, *args: object, **kwargs: object) -> HttpResponse:
        if getattr(request, "me", None) is None:
            return redirect_to_login(request.get_full_path())
        if not request.me.administers:
            raise Http404("not an administrator")
        with acting_as(administrator(request.me.person.id), purpose="beheer"):
            return view(request, *args, **kwargs)

    return shown


def kept(
    request: Request, form: forms.Form, verb: Callable[[dict[str, Any]], Any], *, said: str, to: str, page: Page
) -> HttpResponse:
    """Calls the verb with what the form says; a mistake stands in the form, on its page, with all that was typed."""
    if form.is_valid():
        try:
            verb(form.cleaned_data)
        except Ungranted as problem:
            form.add_error(None, str(problem))
        except Unsaid as problem:
            form.add_error(problem.field if problem.field in form.fields else None, str(problem))
        else:
            messages.success(request, said)
            return redirect(to)
    return page(request, typed=form)

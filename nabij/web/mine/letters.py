"""How I want mail: one page, on which everything about it is said."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from nabij.people.models import Account
from nabij.post.preferences import Preference, wish_of
from nabij.post.preferring import HoursUnclear, prefer
from nabij.web.me import Request, for_me

CLOCK = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
CLOCKS = ("%H:%M", "%H:%M:%S", "%H.%M", "%H")
NO_CLOCK = {"invalid": gettext_lazy("Deze tijd bestaat niet. Schrijf hem zo: 9.00.")}
CHOOSE = gettext_lazy("Kies een van de vier.")


class PostForm(forms.Form):
    """How often, when not, and in which language."""

    pace = forms.ChoiceField(
        label=gettext_lazy("Hoe wil je mail?"),
        choices=Preference.Pace.choices,
        widget=forms.RadioSelect,
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )
    quiet_from = forms.TimeField(
        label=gettext_lazy("Geen mail vanaf"),
        required=False,
        widget=CLOCK,
        input_formats=CLOCKS,
        error_messages=NO_CLOCK,
        help_text=gettext_lazy("Wat dan komt, wacht tot je rust voorbij is."),
    )
    quiet_until = forms.TimeField(
        label=gettext_lazy("Tot"), required=False, widget=CLOCK, input_formats=CLOCKS, error_messages=NO_CLOCK
    )
    language = forms.ChoiceField(
        label=gettext_lazy("In welke taal?"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def my_post(request: Request) -> HttpResponse:
    me = request.me
    form = PostForm(request.POST or None, initial=stands(request))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        quiet = (said["quiet_from"], said["quiet_until"])
        try:
            prefer(by=me.person, pace=said["pace"], quiet=quiet, language=said["language"], at=me.at)
        except HoursUnclear as problem:
            form.add_error("quiet_until", str(problem))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("my_post")
    wish = wish_of(me.person.id)
    words = {"form": form, "since": wish.since, "by_link": wish.by_link, "now": me.at}
    return render(request, "mine/post.html", words, status=400 if form.is_bound else 200)


def stands(request: Request) -> dict[str, Any]:
    """What holds now, also for who chose nothing yet."""
    wish = wish_of(request.me.person.id)
    begin, end = wish.quiet or (None, None)
    language = Account.objects.filter(person=request.me.person).values_list("language", flat=True).first()
    return {"pace": wish.pace, "quiet_from": begin, "quiet_until": end, "language": language or settings.LANGUAGE_CODE}

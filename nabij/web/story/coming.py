"""The page of how one comes in: one line, which the resident may change and who comes next reads first."""

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from nabij.stories import reading, verbs
from nabij.stories.models import OwnWords
from nabij.web.me import Request, for_me
from nabij.web.story.acts import allowed, asked, found, to_story
from nabij.web.story.choosing import choosing


class ComingForm(forms.Form):
    """One line, as somebody says it."""

    words = forms.CharField(
        label=gettext_lazy("Hoe kom je binnen?"),
        max_length=300,
        help_text=gettext_lazy("Bijvoorbeeld: twee keer kort bellen, niet voor tienen, eerst koffie."),
        error_messages={"required": gettext_lazy("Er staat nog niets. Eén zin is genoeg.")},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_me
def way_in(request: Request, story: UUID) -> HttpResponse:
    """How one comes in, by the resident's word; what stood there before stays kept, and is no longer shown."""
    me, there = request.me, found(story)
    residents = reading.with_readers(there).residents
    teller = me.person if me.person in residents else residents[0]
    _wants, now, _going = reading.own_words(there)
    form = ComingForm(request.POST or None, initial={"words": now.words if now else ""})
    choice = choosing(request, there, teller=teller)
    if request.method == "POST" and form.is_valid() and choice.circle:
        said = {"story": there, "circle": choice.circle, "person": teller, "words": form.cleaned_data["words"]}
        if allowed(form, lambda: verbs.tell(kind=OwnWords.Kind.WAY_IN, by=me.person, at=me.at, **said)):
            return to_story(request, there, _("Bewaard. Wie komt, leest dit eerst."))
    title = _("Hoe kom je bij mij binnen?") if me.person in residents else _("Hoe kom je binnen bij %(name)s?")
    return asked(request, form, story=there, title=title % {"name": there.short}, button=_("Bewaar"), choosing=choice)

"""What every page knows: the theme, the name of this installation, the way around, and what time it is."""

from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nabij.people.models import Hat
from nabij.web.faces import Face, HatPeg, Wardrobe
from nabij.web.me import Me


@dataclass(frozen=True)
class Way:
    """One entry of the main navigation: `under` is where one is still in it, `here` what aria-current says."""

    section: str
    url: str
    word: Any
    icon: str
    under: str
    here: str = ""


TODAY = Way("today", "/", _("Vandaag"), "home", under="")
STORIES = Way("stories", "/verhalen/", _("Verhalen"), "book", under="/verhalen/")
MINE = Way("stories", "/mijn-verhaal/", _("Mijn verhaal"), "book", under="/verhalen/")
NEIGHBOURHOOD = Way("neighbourhood", "/buurt/", _("Buurt"), "houses", under="/buurt")
MAP = Way("map", "/kaart/", _("Kaart"), "pin", under="/kaart/")


def ways(path: str, *, me: Me | None) -> tuple[Way, ...]:
    """A visitor finds what is public; whoever has a story of their own, or no formal hat, finds the way to it."""
    found: tuple[Way, ...] = (NEIGHBOURHOOD, MAP)
    if me:
        found = (TODAY, *_stories(me), *found)
    return tuple(replace(way, here=_here(path, way)) for way in found)


def _stories(me: Me) -> tuple[Way, ...]:
    """The stories one reads, one's own, or both; a page of a story counts as one of them."""
    own = me.has_story or not me.formal
    if not me.hats:
        return (MINE,)
    return (STORIES, replace(MINE, section="mine", under="")) if own else (STORIES,)


def _here(path: str, way: Way) -> str:
    if path == way.url:
        return "page"
    return "true" if way.under and path.startswith(way.under) else ""


def wardrobe(me: Me) -> Wardrobe:
    """The hats of whoever is at the screen, as pegs in the head of the page."""
    name = me.person.called
    return Wardrobe(
        person=str(me.person.id),
        name=name,
        pegs=tuple(
            HatPeg(str(hat.id), _title(hat), Face(name, hat.shape), hat == me.hat, short=hat.role) for hat in me.hats
        ),
        action=reverse("wear"),
        leave=reverse("account_logout"),
        profile=reverse("my_page"),
        mandate=reverse("hat", args=[me.hat.id]) if me.hat else "",
        administration=reverse("administration") if me.administers else "",
    )


def _title(hat: Hat) -> str:
    return f"{hat.role}, {hat.group.name}" if hat.group else hat.role


def look(request: HttpRequest) -> dict[str, Any]:
    """The context processor. It asks the database nothing: the door has read who is there (`request.me`).

    Whoever passes `now` or `wardrobe` to render() has the last word.
    """
    me: Me | None = getattr(request, "me", None)
    return {
        "theme": settings.NABIJ_THEME,
        "theme_css": settings.NABIJ_THEME_CSS,
        "installation": settings.NABIJ_NAME,
        "demo": settings.DEMO,
        "ways": ways(request.path, me=me),
        "now": me.at if me else timezone.now(),
        "wardrobe": wardrobe(me) if me else None,
    }

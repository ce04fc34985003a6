"""What every page knows: the theme, the name of this installation, the way around, and what time it is."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nabij.people.models import Hat

from .faces import Face, HatPeg, Wardrobe
from .me import Me

# Where everybody finds the way: path, word, icon. A page says with `section` which one it belongs to.
WAYS = (
    ("today", "/", _("Vandaag"), "home"),
    ("stories", "/verhalen/", _("Verhalen"), "book"),
    ("neighbourhood", "/buurt/", _("Buurt"), "houses"),
    ("map", "/kaart/", _("Kaart"), "pin"),
)


@dataclass(frozen=True)
class Way:
    """One entry of the main navigation; `here` is what aria-current says: page, true or nothing."""

    section: str
    url: str
    word: Any
    icon: str
    here: str = ""


def ways(path: str) -> tuple[Way, ...]:
    return tuple(Way(section, url, word, icon, _here(path, url)) for section, url, word, icon in WAYS)


def _here(path: str, url: str) -> str:
    if path == url:
        return "page"
    return "true" if url != "/" and path.startswith(url) else ""


def wardrobe(me: Me) -> Wardrobe:
    """The hats of whoever is at the screen, as pegs in the head of the page."""
    pegs = (HatPeg(str(hat.id), _title(hat), Face(me.person.name, hat.shape), hat == me.hat) for hat in me.hats)
    return Wardrobe(person=str(me.person.id), pegs=tuple(pegs), action=reverse("wear"), leave=reverse("account_logout"))


def _title(hat: Hat) -> str:
    return f"{hat.role}, {hat.group.name}" if hat.group else hat.role


def look(request: HttpRequest) -> dict[str, Any]:
    """The context processor. It asks the database nothing: the door has read who is there (`request.me`).

    Whoever passes `now` or `wardrobe` to render() has the last word.
    """
    me: Me | None = getattr(request, "me", None)
    return {
        "theme": getattr(settings, "NABIJ_THEME", "nabij-theme"),
        "theme_css": getattr(settings, "NABIJ_THEME_CSS", ""),
        "installation": getattr(settings, "NABIJ_NAME", "Nabij"),
        "ways": ways(request.path),
        "now": me.at if me else timezone.now(),
        "wardrobe": wardrobe(me) if me else None,
    }

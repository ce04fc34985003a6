"""One mail for all that waited a day or a week: how much of what, and where it stands; no names, and nothing of it."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nabij.post.models import Letter
from nabij.web.post.mail import (
    SAYS,
    WEIGHED,
    Mail,
    NothingToSay,
    ask_of,
    heard_of,
    stands_of,
    still_asked,
    still_going,
    still_referred,
    written,
)

PLACES = {
    "question": "#wacht",
    "introduction": "#wacht",
    "promised": "#beloofd",
    "news": "#gevraagd",
    "notice": "#post",
    "message": "#post",
    "day": "",
    "week": "",
}
COUNTED: dict[str, Callable[[int], str]] = {
    "question": lambda n: ngettext("Er is je iets gevraagd.", "Er is je %(count)s keer iets gevraagd.", n),
    "news": lambda n: ngettext("Je kreeg antwoord.", "Je kreeg %(count)s keer antwoord.", n),
    "notice": lambda n: ngettext("Er wacht iets op je.", "Er wachten %(count)s dingen op je.", n),
    "promised": lambda n: ngettext("Hoe ging je afspraak?", "Hoe gingen je %(count)s afspraken?", n),
    "introduction": lambda n: ngettext(
        "Er is iets over een kennismaking.", "Er is %(count)s keer iets over een kennismaking.", n
    ),
    "message": lambda n: ngettext("Je kreeg een berichtje.", "Je kreeg %(count)s berichtjes.", n),
    "day": lambda n: _("Vandaag wilde je iets doen, of ergens op terugkomen."),
    "week": lambda n: _("Deze week wil je iets doen, of ergens op terugkomen."),
}


def digest_of(letters: Sequence[Letter], *, at: datetime) -> Mail:
    """The mail, with what still holds; when nothing does there is nothing to say."""
    counts = Counter(sort_of(one) for one in letters if still_holds(one, at=at))
    if not counts:
        raise NothingToSay(_("Er was al antwoord. De brief is niet verstuurd."))
    lines = [
        (COUNTED[sort](counts[sort]) % {"count": counts[sort]}, settings.NABIJ_URL + reverse("home") + PLACES[sort])
        for sort in COUNTED
        if counts[sort]
    ]
    return written("post/digest", _("Wat er op je wacht"), {"lines": lines}, letter=letters[0])


def sort_of(letter: Letter) -> str:
    if letter.about_kind in COUNTED:
        return letter.about_kind
    return letter.kind if letter.kind in COUNTED else Letter.Kind.NOTICE.value


def still_holds(letter: Letter, *, at: datetime) -> bool:
    """Whether its reason is still there. It holds no link of its own here, so it cannot be too late for that."""
    if letter.kind == Letter.Kind.INTRODUCTION:
        return stands_of(letter, at=at)
    if letter.kind == Letter.Kind.MESSAGE:
        return True
    asks = STILL.get(f"{letter.kind} {letter.about_kind}") or STILL.get(letter.kind)
    try:
        asks(letter) if asks else SAYS[letter.kind](letter, at)
    except NothingToSay:
        return False
    return True


STILL: dict[str, Callable[[Letter], object]] = {
    Letter.Kind.QUESTION: still_asked,
    Letter.Kind.PROMISED: still_going,
    "question ask": ask_of,
    "question offer": heard_of,
    "question referral": still_referred,
    **dict.fromkeys(WEIGHED, lambda _letter: None),  # What is asked stands behind the link, also that it is over.
}

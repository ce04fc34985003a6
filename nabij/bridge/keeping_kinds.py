"""Keeping the kinds of help of a neighbourhood: what they are called there, by which words, under which subjects."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from nabij.bridge.kinds import PLAIN, Kind, kinds_of
from nabij.bridge.ladder import RungName
from nabij.bridge.models import KindOfHelp
from nabij.bridge.usual_kinds import DEFAULTS
from nabij.people.areas import upward
from nabij.people.models import Hat, Neighbourhood, Person
from nabij.trust.verbs import leave_trace

MOST_WORDS = 30
USUAL = {kind.key for kind in DEFAULTS}


class Unkept(ValueError):
    """What a neighbourhood cannot say of a kind of help; `field` says where on the form."""

    field = ""


class NoWorkHere(Unkept):
    """The words by which everybody's questions are heard are kept by who works there."""

    def __init__(self) -> None:
        super().__init__(_("Wie hier werkt, houdt de soorten hulp bij. Vraag het iemand met een pet van het werk."))


class Unnamed(Unkept):
    """A kind of its own has a name."""

    field = "name"

    def __init__(self) -> None:
        super().__init__(_("Hoe heet deze soort hulp? Eén of twee woorden zijn genoeg."))


class ThereAlready(Unkept):
    """Two kinds of one name would be one."""

    field = "name"

    def __init__(self, kind: Kind) -> None:
        super().__init__(_("“%(name)s” staat er al. Verander die.") % {"name": kind.name})


class NoPlainWord(Unkept):
    """Words are words: no signs that would mean something to a machine."""

    field = "words"

    def __init__(self, word: str) -> None:
        said = _("“%(word)s” kan niet. Gebruik letters, cijfers en streepjes, hoogstens zestig tekens.")
        super().__init__(said % {"word": word[:70]})


class TooManyWords(Unkept):
    """A few words that people use, no dictionary."""

    field = "words"

    def __init__(self) -> None:
        super().__init__(_("Hoogstens %(most)d woorden. Kies die mensen echt gebruiken.") % {"most": MOST_WORDS})


def my_work_places() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("select trust.my_work_places()")
        return list(cursor.fetchone()[0])


def kinds_noted(neighbourhood: Neighbourhood) -> dict[str, Kind]:
    """The kinds as they are noted here, whatever is agreed about where they start."""
    return {kind.key: kind for kind in kinds_of(upward(neighbourhood), usual=DEFAULTS, as_signed=False)}


@transaction.atomic
def keep_kind(
    *,
    neighbourhood: Neighbourhood,
    key: str,
    name: str,
    words: Sequence[str],
    categories: Sequence[str],
    by: Person,
    hat: Hat | None,
    at: datetime,
    starts_on: str = "",
) -> KindOfHelp:
    """What one kind is called here and by which words it is heard; without a key it is a new one of this neighbourhood.

    starts_on: of a new one alone. Where another starts is agreed, and not changed by this.
    """
    if neighbourhood.code not in my_work_places():
        raise NoWorkHere
    there, name = kinds_noted(neighbourhood), " ".join(name.split())
    said = {"name": name, "words": plain(words), "categories": list(categories)}
    if not name and key not in USUAL:
        raise Unnamed
    kind = there.get(key) or new_kind(name, there=there, starts_on=starts_on)
    kept = KindOfHelp.objects.filter(neighbourhood=neighbourhood, key=kind.key).first()
    if kept is None:
        kept = KindOfHelp.objects.create(neighbourhood=neighbourhood, key=kind.key, starts_on=kind.starts, **said)
    else:
        KindOfHelp.objects.filter(id=kept.id).update(**said)
    leave_trace(by=by, hat=hat, what="keep_kind", thing=kept, circle=None, at=at)
    return kept


def new_kind(name: str, *, there: dict[str, Kind], starts_on: str) -> Kind:
    key = slugify(name)[:40]
    if not key:
        raise Unnamed
    same = [kind for kind in there.values() if kind.key == key or str(kind.name).lower() == name.lower()]
    if same:
        raise ThereAlready(same[0])
    return Kind(key, name, RungName(starts_on))


def plain(words: Sequence[str]) -> list[str]:
    kept = list(dict.fromkeys(" ".join(word.lower().split()) for word in words if word.strip()))
    if len(kept) > MOST_WORDS:
        raise TooManyWords
    for word in kept:
        if not PLAIN.fullmatch(word):
            raise NoPlainWord(word)
    return kept

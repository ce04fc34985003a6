"""Saying how one wants letters: on one's own page, or by the link that stands in every letter."""

from datetime import datetime, time

from django.db import transaction
from django.utils.translation import gettext as _

from nabij.people.models import Account, Person
from nabij.post.models import Letter
from nabij.post.preferences import Preference, wants_none_of, wish_of

Pace = Preference.Pace


def may_stop(letter: Letter) -> bool:
    """Whether its reader may stop such letters. Who cannot log in may stop being invited too."""
    if letter.kind == Letter.Kind.INVITATION:
        return not Account.objects.filter(person=letter.reader_id).exists()
    return not letter.always


class WantsNoMail(ValueError):
    """Who cannot log in and wants no letters is asked in another way."""

    def __init__(self, person: Person) -> None:
        name = {"name": person.called}
        super().__init__(_("%(name)s wil geen mail van Nabij. Bel, of vraag het zelf.") % name)


def by_mail(letter: Letter) -> bool:
    """Whether its reader wants it by mail; who cannot log in finds it nowhere else, so whoever wrote it hears."""
    if letter.kind == Letter.Kind.WELCOME:
        return True
    logs_in = Account.objects.filter(person=letter.reader_id).exists()
    none = wish_of(letter.reader_id).pace == Pace.NONE
    if logs_in:
        return letter.always or not none
    if none or (letter.writer_id and wants_none_of(writer=letter.writer_id, person=letter.reader_id)):
        raise WantsNoMail(letter.reader)
    return True


class HoursUnclear(ValueError):
    """Quiet hours begin and end."""

    def __init__(self) -> None:
        super().__init__(_("Vul twee verschillende tijden in, of laat ze allebei leeg."))


@transaction.atomic
def prefer(*, by: Person, pace: str, quiet: tuple[time | None, time | None], language: str, at: datetime) -> Preference:
    """How somebody wants letters from now on, and in which language Nabij writes them."""
    begin, end = quiet
    if (begin is None) != (end is None) or (begin is not None and begin == end):
        raise HoursUnclear
    Account.objects.filter(person=by).exclude(language=language).update(language=language)
    return Preference.objects.create(person=by, pace=pace, quiet_from=begin, quiet_until=end, at=at)


@transaction.atomic
def say_by_link(*, letter: Letter, pace: str, only_writer: bool, at: datetime) -> Preference:
    """No more mail, or mail again, of whoever wrote this letter or of everybody; the actor is the letter's link."""
    reader = letter.reader_id
    if only_writer:
        return Preference.objects.create(person_id=reader, writer_id=letter.writer_id, pace=pace, by_link=True, at=at)
    quiet = wish_of(reader).quiet or (None, None)
    return Preference.objects.create(
        person_id=reader, pace=pace, quiet_from=quiet[0], quiet_until=quiet[1], by_link=True, at=at
    )

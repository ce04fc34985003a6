"""Who reads a story and who hears of it, in sentences that are true: who cannot log in reads nothing yet."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nabij.people.models import Person
from nabij.stories.reading import Telling, logs_in
from nabij.trust.models import Membership
from nabij.web.days import number, opening
from nabij.web.story.lines import listed


def who_reads(told: Telling, *, me: Person) -> list[str]:
    """How many read this now, who will once they can log in, who lets others in, and who can stop that."""
    members = told.readers_in(told.circles[0])
    now, later = [one for one in members if logs_in(one)], [one for one in members if not logs_in(one)]
    count = opening(number(len(now)))
    found = [_("Alleen jij.") if len(now) == 1 else _("%(count)s mensen.") % {"count": count}]
    if later:
        found.append(
            ngettext(
                "%(names)s leest mee zodra %(names)s kan inloggen.",
                "%(names)s lezen mee zodra ze kunnen inloggen.",
                len(later),
            )
            % {"names": names_of(later, me=me)}
        )
    found.append(_("Wie meeleest kan iemand erbij vragen."))
    return [*found, *who_can_stop([one for one in now if one.as_resident], me=me)]


def who_can_stop(residents: Sequence[Membership], *, me: Person) -> list[str]:
    if [one.person_id for one in residents] == [me.id]:
        return [_("Jij kunt dat stoppen.")]
    if not residents:
        return []
    said = ngettext("%(names)s kan dat stoppen.", "%(names)s kunnen dat stoppen.", len(residents))
    return [opening(said % {"names": names_of(residents, me=me)})]


def who_sees_looks(told: Telling, *, me: Person) -> str:
    """That whom it is about can see who was here, or will once they can log in."""
    residents = [one for one in told.readers_in(told.circles[0]) if one.as_resident and one.person_id != me.id]
    now, later = [one for one in residents if logs_in(one)], [one for one in residents if not logs_in(one)]
    found = []
    if now:
        said = ngettext("%(names)s kan zien dat je hier was.", "%(names)s kunnen zien dat je hier was.", len(now))
        found.append(said % {"names": names_of(now, me=me)})
    if later:
        said = ngettext(
            "%(names)s kan zien dat je hier was, zodra %(names)s kan inloggen.",
            "%(names)s kunnen zien dat je hier was, zodra ze kunnen inloggen.",
            len(later),
        )
        found.append(said % {"names": names_of(later, me=me)})
    return " ".join(found)


def names_of(members: Sequence[Membership], *, me: Person) -> str:
    return listed([_("jij") if one.person_id == me.id else one.person.first_name for one in members])


def smaller_circles(told: Telling, *, me: Person) -> list[tuple[str, str]]:
    """Each smaller circle by name, with who reads in it."""
    return [(one.name, names_of(told.readers_in(one), me=me)) for one in told.smaller]

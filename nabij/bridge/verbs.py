"""What comes of looking for help: a question to somebody, an agreement, or a promise of one's own."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from nabij.bridge.around import within
from nabij.bridge.kinds import named_in
from nabij.bridge.offering import heard_in, note_asked
from nabij.bridge.offers import Offer
from nabij.bridge.usual_kinds import DEFAULTS
from nabij.directory.models import Service
from nabij.moments.models import Saying
from nabij.people.models import Hat, Person
from nabij.stories import verbs
from nabij.stories.models import Promise, Story
from nabij.stories.reading import circles_of

NEVER = (Saying.Kind.UNSAFE, Saying.Kind.QUARREL, Saying.Kind.NOT_TELL)
NOT_ASKED = (*NEVER, Saying.Kind.TOO_MUCH)


class NotNow(ValueError):
    """Whom this circle said not to ask now is not sent a question."""

    def __init__(self, person: Person) -> None:
        super().__init__(_("In deze kring is gezegd: vraag %(name)s nu niets.") % {"name": person.first_name})


class NobodyChosen(ValueError):
    """A question goes to somebody one can see."""

    def __init__(self) -> None:
        super().__init__(_("Deze persoon is hier niet gevonden. Kies iemand van de ladder."))


def ask_help(
    *,
    story: Story,
    person_id: UUID,
    what: str,
    by: Person,
    at: datetime,
    hat_id: UUID | None = None,
    day: date | None = None,
    agreed: bool = False,
) -> Promise:
    """Asks somebody from the ladder; a letter goes to them, unless they said yes already (`agreed`)."""
    who = Person.objects.filter(id=person_id).first()
    if who is None:
        raise NobodyChosen
    refuse_whom_not_to_ask(story=story, who=who, what=what, at=at)
    hat = Hat.objects.filter(id=hat_id, person=who).first() if hat_id else None
    note_asked_for(who, what=what, by=by, at=at)
    put = verbs.note_agreed if agreed else verbs.ask
    return put(
        who=who,
        circle=circles_of(story)[0],
        what=what,
        by=by,
        at=at,
        story=story,
        for_whom=story.person,
        hat=hat,
        day=day,
    )


def note_asked_for(who: Person, *, what: str, by: Person, at: datetime) -> None:
    """Counts the asking with what they offer of this kind: so the same few are not asked each time."""
    kinds = heard_in(what, kinds=DEFAULTS)
    theirs = Offer.objects.open_on(localdate(at)).filter(person=who, kinds__overlap=kinds).exclude(person=by)
    if kinds and (one := theirs.order_by("-at", "-id").first()):
        note_asked(offer=one, by=by, at=at)


def refuse_whom_not_to_ask(*, story: Story, who: Person, what: str, at: datetime) -> None:
    """As told in this story's circles: not safe, a quarrel, not to know; too much as well, unless it is only a talk."""
    still = Q(until__isnull=True) | Q(until__gt=at)
    kinds = NEVER if any(kind.talk for kind in named_in(what, DEFAULTS)[:1]) else NOT_ASKED
    if Saying.objects.filter(within(story), still, about=who, kind__in=kinds).exists():
        raise NotNow(who)


def do_it_myself(
    *,
    story: Story,
    what: str,
    by: Person,
    at: datetime,
    hat: Hat | None = None,
    day: date | None = None,
    service_id: UUID | None = None,
    whom: str = "",
) -> Promise:
    """Promises to arrange it, to get in touch with a service, or to ask somebody whom no letter reaches."""
    if whom and not service_id:
        what = (_("%(name)s vragen: %(what)s") % {"name": whom, "what": what})[:300]
    service = Service.objects.filter(id=service_id).first() if service_id else None
    return verbs.promise(
        circle=circles_of(story)[0],
        what=what,
        by=by,
        at=at,
        story=story,
        for_whom=story.person,
        hat=hat,
        day=day,
        service=service,
    )

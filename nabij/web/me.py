"""Who is at the screen: the person, the hats they have, the one they wear, and the time it is."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps
from uuid import UUID

from django.contrib.auth.views import redirect_to_login
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from nabij.base.standing import Standing
from nabij.people.models import Administrator, Hat, Person
from nabij.trust.models import Membership


@dataclass(frozen=True)
class Me:
    """The person at the screen."""

    person: Person
    hat: Hat | None
    hats: list[Hat]
    at: datetime
    has_story: bool = False
    administers: bool = False

    @property
    def formal(self) -> bool:
        """Whether one of the hats is formal."""
        return any(hat.formal for hat in self.hats)

    @property
    def today(self) -> date:
        return timezone.localdate(self.at)


class Request(HttpRequest):
    """A request of somebody who is logged in."""

    me: Me


def who_is_there(*, person: UUID, hat: UUID | None, at: datetime) -> Me:
    """Reads the person and their hats; the worn hat is the chosen one while they have it, else their first."""
    hats = list(
        Hat.objects.worn_on(timezone.localdate(at)).filter(person_id=person).select_related("group").order_by("id")
    )
    worn = next((one for one in hats if one.id == hat), hats[0] if hats else None)
    there = PERSON.one(id=person)
    return Me(person=there, hat=worn, hats=hats, at=at, has_story=there.has_story, administers=there.administers)


def with_story(*, id: UUID) -> QuerySet[Person]:
    """That person, with `has_story` and `administers`."""
    own = Membership.objects.current().filter(person=OuterRef("pk"), as_resident=True, circle__story__isnull=False)
    keeps = Administrator.objects.current().filter(person=OuterRef("pk"))
    return Person.objects.annotate(has_story=Exists(own), administers=Exists(keeps)).filter(id=id)


PERSON = Standing(with_story, id=UUID)


def for_me(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page for whoever is logged in; others are shown the log-in first, and come back here after it."""

    @wraps(view)
    def shown(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if getattr(request, "me", None) is None:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    return shown

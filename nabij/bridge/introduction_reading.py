"""Reading introductions: what somebody is asked, what they said yes to, and what whoever proposed it follows."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from nabij.bridge.charged import people_of
from nabij.bridge.introducing import in_touch, introduced_to
from nabij.bridge.introduction_letters import WENT
from nabij.bridge.introductions import HowItWent, Introduction, IntroductionOutcome, Meeting, Side
from nabij.people.models import Person
from nabij.post.models import Letter

MOST = 60


@dataclass(frozen=True)
class Seen:
    """One introduction, as far as somebody reads it. `mine`: their side; `sides`: both, for a third who proposed it.

    `sides` is one for who asks for another, or coordinates: that of who asks. `asked`: what that person asked.
    """

    id: UUID
    stands: str
    mine: Side | None = None
    proposed: Introduction | None = None
    sides: list[Side] = field(default_factory=list)
    meeting: Meeting | None = None
    other: Person | None = None
    went: list[HowItWent] = field(default_factory=list)
    messages: list[Letter] = field(default_factory=list)
    in_touch: bool = False
    asked: str = ""
    by_hand: bool = False  # Whether it began with one's own hand.

    @property
    def may_end(self) -> bool:
        """Whether one may take it back: who proposed it, or raised a hand, while it is asked."""
        return self.stands == "asked" and (self.by_hand or self.proposed is not None)

    @property
    def passed_on(self) -> Side | None:
        """The side of who asks, for who asks for them or coordinates."""
        return self.sides[0] if len(self.sides) == 1 else None

    @property
    def waits(self) -> bool:
        """Whether my own answer is still asked."""
        return self.stands == "asked" and self.mine is not None and self.mine.said in ("", "later")

    @property
    def my_own(self) -> HowItWent | None:
        """That I said how it went; what I said, `told` reads, and no link does."""
        return next((one for one in self.went if self.mine and one.person_id == self.mine.person_id), None)


def seen(introduction: UUID, *, by: UUID) -> Seen | None:
    """One introduction with all that hangs on it; None for whom it is not there."""
    sides = list(Side.objects.of_introduction(introduction))
    people = people_of(side.person_id for side in sides)
    for side in sides:
        side.person = people.get(side.person_id, side.person if side.person_id == by else Person(id=side.person_id))
    proposed = Introduction.objects.filter(id=introduction).first()
    if not sides and proposed is None:
        return None
    mine = next((one for one in sides if one.person_id == by), None)
    stands = IntroductionOutcome.objects.filter(introduction=introduction).values_list("kind", flat=True).first()
    other = introduced_to(introduction) if mine and stands == IntroductionOutcome.Kind.TOGETHER else None
    return Seen(
        id=introduction,
        stands=stands or "asked",
        mine=mine,
        proposed=proposed,
        sides=[] if mine else sides,
        meeting=meeting_of(introduction),
        other=other,
        went=list(HowItWent.objects.filter(introduction=introduction).only("id", "introduction_id", "person_id", "at")),
        messages=messages_of(introduction) if other else [],
        in_touch=bool(other) and in_touch(one=by, other=other.id) if other else False,
        asked=next((one.asked for one in sides if one.asked), "") if mine is None or mine.second else "",
        by_hand=any(one.by_hand for one in sides),
    )


def meeting_of(introduction: UUID) -> Meeting | None:
    """When and where, as it was said last."""
    newest = Meeting.objects.filter(introduction=introduction).select_related("place").order_by("-at", "-id")
    return newest.first()


def told(introduction: UUID) -> list[HowItWent]:
    """What was said of how it went, as far as whoever acts reads it."""
    return list(HowItWent.objects.filter(introduction=introduction).order_by("at", "id"))


def messages_of(introduction: UUID) -> list[Letter]:
    """What the two wrote each other, the newest first; the rules show each only what they wrote or was for them."""
    written = Letter.objects.filter(kind=Letter.Kind.MESSAGE, about_kind="introduction", about_id=introduction)
    return list(written.order_by("-written_at", "-id")[:MOST])


@dataclass(frozen=True)
class Mine:
    """All introductions of somebody: what is asked, what goes on, what they proposed for others."""

    asked: list[Side]
    together: list[tuple[Side, Person | None]]
    over: list[Side]
    proposed: list[Introduction]
    said_yes: list[Side] = field(default_factory=list)  # Of which the other has not answered yet.


def all_of(person: Person) -> Mine:
    """What is asked of me, with whom I met, and what I proposed; four questions, however many there are."""
    sides = list(Side.objects.of(person.id)[:MOST])
    ids = [one.introduction_id for one in sides if one.stands == IntroductionOutcome.Kind.TOGETHER]
    both = {one.id: one for one in Introduction.objects.filter(id__in=ids).only("id", "one_id", "other_id")}
    keys = {one.id: one.other_id if one.one_id == person.id else one.one_id for one in both.values()}
    people = {one.id: one for one in Person.objects.filter(id__in=keys.values())}
    thirds = Introduction.objects.filter(proposed_by=person).exclude(one=person).exclude(other=person)
    return Mine(
        asked=[one for one in sides if one.stands == "asked" and one.said != "yes"],
        said_yes=[one for one in sides if one.stands == "asked" and one.said == "yes"],
        together=[(one, people.get(keys[one.introduction_id])) for one in sides if one.introduction_id in keys],
        over=[one for one in sides if one.stands == IntroductionOutcome.Kind.OFF],
        proposed=list(thirds.select_related("one", "other", "outcome").order_by("-at", "-id")[:MOST]),
    )


def waiting_for(person: Person, *, at: datetime) -> list[tuple[Side, str]]:
    """What is asked of somebody now: an answer, or how it went when its time has come; two questions at most."""
    sides = list(Side.objects.of(person.id)[:MOST])
    found = [(one, "answer") for one in sides if one.stands == "asked" and one.said == ""]
    ids = [one.introduction_id for one in sides if one.stands == IntroductionOutcome.Kind.TOGETHER]
    if not ids:
        return found
    told = HowItWent.objects.filter(person=person, introduction=OuterRef("about_id"))
    due = Letter.objects.filter(reader=person, about_kind=WENT, about_id__in=ids, due__lte=at).exclude(Exists(told))
    came = set(due.values_list("about_id", flat=True))
    return [*found, *((one, "went") for one in sides if one.introduction_id in came)]

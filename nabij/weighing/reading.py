"""Reading a dilemma: all of it that whoever acts may see, by a log-in or by the link in a letter."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import BooleanField, Exists, Func, OuterRef, Prefetch, QuerySet

from nabij.people.models import Person
from nabij.post.models import Link
from nabij.weighing.decisions import A_MONTH, Came, Decision, WorkingTogether
from nabij.weighing.dilemmas import Dilemma, Option, Participant, Perspective
from nabij.weighing.speaking_as import is_open
from nabij.weighing.voices import Choice, Voice


class VoicesOpen(Func):
    """Whether all have spoken, or the voices closed."""

    template = "trust.voices_open(%(expressions)s)"
    output_field = BooleanField()


@dataclass(frozen=True)
class Spoken:
    """How many have spoken, of how many; never who."""

    spoken: int
    asked: int


@dataclass(frozen=True)
class Whole:
    """A dilemma as one reads it; before the voices are open `voices` holds one's own alone."""

    dilemma: Dilemma
    options: list[Option]
    people: list[Participant]
    mine: Participant | None
    perspectives: list[Perspective]
    is_open: bool
    spoken: Spoken
    my_voice: Voice | None
    voices: list[Voice]
    decision: Decision | None
    came: list[Came]
    together: list[WorkingTogether]

    @property
    def going(self) -> list[Participant]:
        """Who think along still."""
        return [one for one in self.people if not hasattr(one, "ended")]

    @property
    def along(self) -> Participant | None:
        """As what whoever acts thinks along; None for who stopped, or only reads it."""
        return self.mine if self.mine in self.going else None

    @property
    def may_speak(self) -> bool:
        return bool(self.along and not self.is_open and self.along.part != Participant.Part.FACILITATES)

    @property
    def may_tell(self) -> bool:
        return bool(self.along and not self.decision)

    @property
    def may_decide(self) -> bool:
        weighs = self.along and self.along.part == Participant.Part.WEIGHS
        return bool(weighs and self.is_open and not self.decision)

    def asks_how(self, *, at: datetime) -> bool:
        """Whether it is asked by now how working together goes after it."""
        return bool(self.along and self.decision and at >= self.decision.at + A_MONTH)


def whole(dilemma: UUID, *, who: Person) -> Whole:
    """All of one dilemma; raises Dilemma.DoesNotExist when it is not there for whoever acts."""
    there = Dilemma.objects.get(id=dilemma)
    people = list(Participant.objects.filter(dilemma=there).select_related("ended").order_by("at", "id"))
    voices = voices_of(there.id)
    decision = Decision.objects.filter(dilemma=there).first()
    return Whole(
        dilemma=there,
        options=list(Option.objects.filter(dilemma=there).order_by("number")),
        people=people,
        mine=next((one for one in people if one.person_id == who.id), None),
        perspectives=perspectives_of(there.id),
        is_open=is_open(there.id),
        spoken=spoken_of(there.id),
        my_voice=next((one for one in voices if one.person_id == who.id), None),
        voices=voices,
        decision=decision,
        came=list(Came.objects.filter(decision=decision).order_by("at", "id")) if decision else [],
        together=list(WorkingTogether.objects.filter(decision=decision).order_by("at", "id")) if decision else [],
    )


def whole_by_link(link: Link) -> Whole:
    """What a link reaches: that one dilemma, as its reader."""
    return whole(link.letter.about_id, who=link.reader)


def voices_of(dilemma: UUID) -> list[Voice]:
    """With what each says of every option, in the order of the options."""
    choices = Prefetch("choices", Choice.objects.order_by("option__number"))
    return list(Voice.objects.filter(dilemma=dilemma).prefetch_related(choices).order_by("at", "id"))


def perspectives_of(dilemma: UUID) -> list[Perspective]:
    """Of each person the last of each side; whom it concerns first."""
    last: dict[tuple[str, UUID], Perspective] = {}
    for one in Perspective.objects.filter(dilemma=dilemma).order_by("at", "id"):
        last[one.logic, one.by_id] = one
    order = list(Perspective.Logic)
    return sorted(last.values(), key=lambda one: (order.index(Perspective.Logic(one.logic)), one.at, one.id))


def spoken_of(dilemma: UUID) -> Spoken:
    with connection.cursor() as cursor:
        cursor.execute("select spoken, asked from trust.voices_spoken(%s)", [dilemma])
        return Spoken(*cursor.fetchone())


def where_i_think_along(who: UUID) -> "QuerySet[Dilemma]":
    """What somebody raised or was asked about and still thinks along, the newest first."""
    mine = Participant.objects.filter(person=who, ended__isnull=True).values("dilemma")
    return Dilemma.objects.filter(id__in=mine).order_by("-at", "-id")


def around(who: UUID) -> "QuerySet[Dilemma]":
    """What was raised in the circles somebody reads, and is not asked of them; the newest first."""
    mine = Participant.objects.filter(person=who, ended__isnull=True).values("dilemma")
    return Dilemma.objects.filter(raised_in__isnull=False).exclude(id__in=mine).order_by("-at", "-id")


def waits_for(who: UUID, *, at: datetime) -> "QuerySet[Participant]":
    """Where somebody's voice is still asked for, the first to close first."""
    spoken = Voice.objects.filter(dilemma=OuterRef("dilemma"), person=who)
    asked = Participant.objects.filter(person=who, ended__isnull=True, dilemma__closes__gt=at)
    return asked.exclude(part=Participant.Part.FACILITATES).exclude(Exists(spoken)).order_by("dilemma__closes", "id")


def to_decide(who: UUID) -> "QuerySet[Dilemma]":
    """What somebody raised, of which the voices are open and nothing was decided; the oldest first."""
    raised = Dilemma.objects.filter(raised_by=who, decision__isnull=True)
    return raised.annotate(is_open=VoicesOpen("id")).filter(is_open=True).order_by("at", "id")

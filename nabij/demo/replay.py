"""Lets the half year happen again: every fact in the order of its day, through the verb, by whoever did it.

What lies ahead of the clock has not happened yet and is left out.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from django.utils.translation import gettext as _

from nabij.demo import cast, happenings
from nabij.demo.calendar import FIRST_DAY
from nabij.demo.ground import Ground, details
from nabij.demo.happenings import (
    CircleFact,
    InvitationFact,
    LookFact,
    MemberFact,
    MomentFact,
    OwnWordsFact,
    RequestFact,
    SayingFact,
    ShownFact,
    StoryFact,
    TieFact,
)
from nabij.directory.load import Progress
from nabij.moments.models import FollowUp, Moment
from nabij.moments.verbs import ComeBack, Present, come_back, draw_tie, note, say
from nabij.people.models import Hat
from nabij.people.verbs import note_person
from nabij.post.inviting import invite
from nabij.post.requests import ask as ask_about_oneself
from nabij.post.requests import reply
from nabij.stories.families import begin_between, circle_for, let_parents_read, open_file, show_parents
from nabij.stories.going import Goes
from nabij.stories.models import Story
from nabij.stories.verbs import begin_smaller_circle, open_story, tell
from nabij.trust.models import Circle, Membership
from nabij.trust.requesting import privacy_contact
from nabij.trust.verbs import begin_circle, leave, let_in, note_in, note_look, own_circle

EVENING = dt.time(17, 30)


@dataclass(frozen=True)
class Event:
    """Something to let happen, and when; `rank` keeps apart what happened in the same minute."""

    on: dt.datetime
    rank: int
    happen: Callable[[], object]


@dataclass
class Replay:
    """What has happened so far, by the keys of the data."""

    ground: Ground
    circles: dict[str, Circle] = field(default_factory=dict)
    stories: dict[str, Story] = field(default_factory=dict)
    worn: dict[tuple[str, str], str] = field(default_factory=dict)
    # What else happens, told apart because it is of another kind: (day, rank, what to do) of each.
    more: Sequence[Callable[["Replay"], Iterator[tuple[dt.datetime, int, Callable[[], object]]]]] = ()

    def run(self, *, progress: Progress) -> int:
        """Everything up to the clock of the ground; returns how much that was."""
        moment = self.ground.calendar.moment
        past = [event for event in self._events() if moment(event.on) <= self.ground.at]
        for done, event in enumerate(sorted(past, key=lambda event: (event.on, event.rank)), start=1):
            event.happen()
            progress(_("Wat er gebeurde"), done, len(past))
        return len(past)

    # -- What there is to happen -----------------------------------------------------------------------------------

    def _events(self) -> Iterator[Event]:
        for key, fact in cast.people().items():
            if fact.known_as:
                yield Event(_early(FIRST_DAY), 0, partial(self._know, key))
        for story in happenings.stories().values():
            yield Event(story.on, 1, partial(self._open, story))
            yield from self._within(story)
        for circle in happenings.circles().values():
            yield Event(circle.on, 1, partial(self._begin, circle))
            yield from self._joining(circle.key, circle.by, circle.hat, circle.members)
        for moment in happenings.moments():
            yield Event(moment.at, 4, partial(self._note, moment))
        for asked in happenings.requests():
            yield Event(asked.on, 4, partial(self._ask, asked))
        for more in self.more:
            for on, rank, happen in more(self):
                yield Event(on, rank, happen)

    def _within(self, story: StoryFact) -> Iterator[Event]:
        yield from self._joining(story.key, story.opened_by, story.hat, story.members)
        for asked in story.invitations:
            yield Event(asked.on, 3, partial(self._invite, asked))
        for smaller in story.smaller:
            yield Event(smaller.on, 2, partial(self._begin_smaller, smaller))
        for apart in story.apart:
            yield from self._joining(apart.key, story.opened_by, story.hat, apart.members)
        for shown in story.shown:
            yield Event(shown.on, 5, partial(self._show, story, shown))
        for words in story.own_words:
            yield Event(words.on, 3, partial(self._tell, words))
        for tie in story.ties:
            yield Event(tie.on, 3, partial(self._draw, tie))
        for saying in story.sayings:
            yield Event(saying.on, 3, partial(self._say, saying))
        for look in story.looks:
            yield Event(look.on, 3, partial(self._look, look))

    def _joining(self, circle: str, by: str, hat: str, members: tuple[MemberFact, ...]) -> Iterator[Event]:
        for member in members:
            yield Event(member.since, 2, partial(self._let_in, circle, member, by, hat))
            if member.until:
                yield Event(member.until, 5, partial(self._leave, circle, member))

    # -- How it happens --------------------------------------------------------------------------------------------

    def _at(self, written: dt.datetime) -> dt.datetime:
        return self.ground.calendar.moment(written)

    def _hat(self, who: str, key: str) -> Hat | None:
        return self.ground.hats[who, key] if key else None

    def _know(self, key: str) -> None:
        """Somebody notes a person by what they are known as, for themselves at first."""
        fact, at = cast.people()[key], self._at(_early(FIRST_DAY))
        with self.ground.acting(fact.noted_by):
            by = self.ground.people[fact.noted_by]
            self.ground.people[key] = note_person(known_as=fact.known_as, by=by, at=at, **details(fact))

    def _open(self, fact: StoryFact) -> None:
        self.ground.meet(fact.opened_by, *fact.about, *fact.parents)
        with self.ground.acting(fact.opened_by, fact.hat):
            story = self._begin_story(fact)
            self.stories[fact.key], self.circles[fact.key] = story, story.circle
            for apart in fact.apart:
                self.circles[apart.key] = circle_for(story=story, teller=self.ground.people[apart.of])
        if fact.parents:
            with self.ground.acting(fact.person):
                let_parents_read(story=story, by=self.ground.people[fact.person], at=self._at(fact.on))
        if fact.opened_by not in fact.about:
            for circle in (fact.key, *(apart.key for apart in fact.apart)):
                self.worn[circle, fact.opened_by] = fact.hat

    def _begin_story(self, fact: StoryFact) -> Story:
        """Of a child with its parents, between two, of a household, or of somebody alone."""
        at, people = self._at(fact.on), self.ground.people
        by, hat = people[fact.opened_by], self._hat(fact.opened_by, fact.hat)
        about = [people[one] for one in fact.about]
        if fact.parents:
            return open_file(person=about[0], by=by, at=at, hat=hat)
        if fact.between:
            return begin_between(one=about[0], other=about[1], by=by, at=at, hat=hat)
        if fact.person:
            return open_story(by=by, at=at, person=about[0], hat=hat)
        for one in about if by not in about else ():  # A household is seen by whoever knows its people.
            note_in(circle=own_circle(by=by, at=at), person=one, at=at)
        return open_story(by=by, at=at, household=self.ground.households[fact.household], hat=hat)

    def _show(self, story: StoryFact, fact: ShownFact) -> None:
        """A child lets its parents read what it told in its own circle."""
        with self.ground.acting(story.person):
            told = Moment.objects.select_related("author", "told_by").get(
                circle=self.circles[fact.circle], line=fact.line
            )
            child = self.ground.people[story.person]
            show_parents(moment=told, story=self.stories[story.key], by=child, at=self._at(fact.on))

    def _ask(self, fact: RequestFact) -> None:
        """Somebody asks what is known of them; whoever answers does so in the hat of their work."""
        people = self.ground.people
        with self.ground.acting(fact.person):
            one = people[fact.person]
            to, at = privacy_contact() if fact.to_contact else None, self._at(fact.on)
            asked = ask_about_oneself(kind=fact.kind, person=one, by=one, at=at, words=fact.words, answerer=to)
        if fact.answered and self._at(fact.answered) <= self.ground.at:
            with self.ground.acting(fact.by, fact.hat):
                at = self._at(fact.answered)
                reply(request=asked, kind=fact.answer, words=fact.reply, by=people[fact.by], at=at)

    def _begin(self, fact: CircleFact) -> None:
        at, by = self._at(fact.on), self.ground.people[fact.by]
        with self.ground.acting(fact.by, fact.hat):
            if fact.kind == Circle.Kind.OWN:
                self.circles[fact.key] = own_circle(by=by, at=at)
            else:
                hat = self._hat(fact.by, fact.hat)
                self.circles[fact.key] = begin_circle(name=fact.name, kind=fact.kind, by=by, at=at, hat=hat)
        self.worn[fact.key, fact.by] = fact.hat

    def _begin_smaller(self, fact: CircleFact) -> None:
        people, hat = self.ground.people, self.worn.get((fact.within, fact.by), "")
        self.ground.meet(fact.by, *(reader.who for reader in fact.members))
        with self.ground.acting(fact.by, hat):
            self.circles[fact.key] = begin_smaller_circle(
                story=self.stories[fact.within],
                name=fact.name,
                by=people[fact.by],
                at=self._at(fact.on),
                readers=[people[reader.who] for reader in fact.members],
                hat=self._hat(fact.by, hat),
            )
        self.worn[fact.key, fact.by] = hat

    def _let_in(self, circle: str, member: MemberFact, by: str, hat: str) -> None:
        self.ground.meet(by, member.who)
        with self.ground.acting(by, hat):
            let_in(
                circle=self.circles[circle],
                person=self.ground.people[member.who],
                by=self.ground.people[by],
                at=self._at(member.since),
                hat=self._hat(member.who, member.hat),
                sees_from=self._at(member.since) if member.later else None,
            )
        self.worn[circle, member.who] = member.hat

    def _invite(self, fact: InvitationFact) -> None:
        self.ground.meet(fact.by, fact.who)
        at, hat = self._at(fact.on), self._hat(fact.by, fact.hat)
        with self.ground.acting(fact.by, fact.hat):
            invite(
                circle=self.circles[fact.circle],
                person=self.ground.people[fact.who],
                by=self.ground.people[fact.by],
                hat=hat,
                at=at,
                sees_from=at,
            )

    def _leave(self, circle: str, member: MemberFact) -> None:
        if member.until:
            one = self.ground.people[member.who]
            with self.ground.acting(member.who, member.hat):
                membership = Membership.objects.current().get(circle=self.circles[circle], person=one)
                leave(membership=membership, by=one, at=self._at(member.until))

    def _tell(self, fact: OwnWordsFact) -> None:
        people = self.ground.people
        with self.ground.acting(fact.noted_by, self.worn.get((fact.circle or fact.story, fact.noted_by), "")):
            tell(
                story=self.stories[fact.story],
                person=people[fact.person],
                words=fact.words,
                matters=fact.matters,
                by=people[fact.noted_by],
                at=self._at(fact.on),
                circle=self.circles.get(fact.circle),
                goes=_goes(fact.goes),
            )

    def _draw(self, fact: TieFact) -> None:
        people, scribe = self.ground.people, self._scribe(fact)
        self.ground.meet(scribe, fact.other)
        with self.ground.acting(scribe, self.worn.get((fact.circle, scribe), "")):
            draw_tie(
                circle=self.circles[fact.circle],
                owner=people[fact.owner],
                other=people.get(fact.other),
                group=self.ground.groups.get(fact.group),
                kind=fact.kind,
                called=fact.called,
                ring=fact.ring,
                weight=fact.weight,
                gives=fact.gives,
                takes=fact.takes,
                told_by=people[fact.told_by],
                at=self._at(fact.on),
            )

    def _scribe(self, fact: TieFact) -> str:
        """Who draws a tie: whoever tells it, or else the resident, or whoever opened the story for them."""
        story = happenings.stories()[fact.circle]
        reads = (fact.circle, fact.told_by) in self.worn or fact.told_by == fact.owner
        teller = fact.told_by if reads else fact.owner
        return teller if cast.people()[teller].login else story.opened_by

    def _say(self, fact: SayingFact) -> None:
        people = self.ground.people
        self.ground.meet(fact.noted_by, fact.about)
        with self.ground.acting(fact.noted_by, self.worn.get((fact.circle, fact.noted_by), "")):
            say(
                circle=self.circles[fact.circle],
                about=people[fact.about],
                owner=people[fact.owner],
                kind=fact.kind,
                words=fact.words,
                said_by=people[fact.said_by],
                by=people[fact.noted_by],
                at=self._at(fact.on),
            )

    def _look(self, fact: LookFact) -> None:
        story, hat = self.stories[fact.story], self._hat(fact.who, fact.hat)
        with self.ground.acting(fact.who, fact.hat):
            about = [story.person_id] if story.person_id else []
            by, at = self.ground.people[fact.who], self._at(fact.on)
            note_look(by=by, hat=hat, about=about, thing=story, at=at, why=fact.purpose)

    def _note(self, fact: MomentFact) -> None:
        people, hat = self.ground.people, fact.hat or self.worn.get((fact.circle, fact.by), "")
        self.ground.meet(fact.by, *fact.present, *fact.concerned)
        there = [Present(people[one]) for one in fact.present]
        concerned = [Present(people[one], there=False) for one in fact.concerned]
        with self.ground.acting(fact.by, hat):
            noted = note(
                line=self.ground.calendar.words(fact.line),
                circle=self.circles[fact.circle],
                by=people[fact.by],
                at=self._at(fact.at),
                hat=self._hat(fact.by, hat),
                told_by=people[fact.told_by] if fact.told_by else None,
                kind=_kind(fact),
                themes=fact.themes,
                present=[*there, *concerned],
                come_backs=self._come_backs(fact),
            )
            self._came_back(fact, noted)

    def _come_backs(self, fact: MomentFact) -> list[ComeBack]:
        if not fact.come_back:
            return []
        return [ComeBack(self.ground.calendar.day(fact.come_back.day), fact.come_back.action)]

    def _came_back(self, fact: MomentFact, noted: Moment) -> None:
        if fact.come_back and fact.come_back.done:
            follow_up = FollowUp.objects.get(moment=noted)
            at = self._at(dt.datetime.combine(fact.come_back.done, EVENING))
            come_back(follow_up=follow_up, by=self.ground.people[fact.by], at=at)


def _kind(fact: MomentFact) -> str:
    if fact.own or fact.told_by:
        return Moment.Kind.OWN_WORDS
    return Moment.Kind.LESSON if fact.lesson else Moment.Kind.NOTE


def _goes(said: str) -> Goes | None:
    """gezicht 3, cijfer 6; nothing for what somebody wants."""
    kind, _space, value = said.partition(" ")
    return Goes(**{{"gezicht": "face", "cijfer": "number"}[kind]: int(value)}) if said else None


def _early(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(8))

"""What happens in danger in an invented neighbourhood: concerns, and breaking the glass under the eye of a third."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from nabij.people.models import Hat, Neighbourhood, Person
from nabij.post.models import Letter, Sending
from nabij.stories.breaking import MOST_A_DAY, judge, seek, tell_circle
from nabij.stories.caring import answer_concern, share
from nabij.stories.concerns import Concern
from nabij.trust import administering, appointing
from nabij.trust.acting import acting_as, office
from nabij.trust.glass import BreakGlass
from tests.conftest import owner


class Endangered:
    """The part of a neighbourhood that meets danger; the rest of it stands in `neighbourhood.py`."""

    truth: Any
    now: Any
    clock: Any
    chance: Any
    actors: Any
    act: Any
    learn: Any
    some: Any
    somebody: Any

    def somebody_is_trusted(self) -> bool | None:
        truth = self.truth
        worn = {key: hat for key, hat in truth.where("hat", open=True).items() if truth.is_worn(key, hat)}
        seen = {hat["person"] for hat in worn.values()} & set(self.actors)
        free = sorted(seen - {row["person"] for row in truth.all("trustedthird").values()})
        if not free or len(truth.all("trustedthird")) >= 2:
            return None
        with acting_as(office("beheer")):
            here = Neighbourhood.objects.get(code="BU04390302")
            appointing.trust(person=Person(id=self.chance.choice(free)), neighbourhood=here, since=truth.today)
        self.learn()
        return True

    def third_for(self, by: UUID) -> UUID | None:
        truth, hat = self.truth, self.truth.formal_hat(by)
        if hat is None or truth.all("hat")[hat]["neighbourhood"] is None:
            return None
        rows = sorted(truth.all("trustedthird").items(), key=lambda one: (one[1]["since"], one[0]))
        return next((r["person"] for _key, r in rows if r["person"] != by and r["person"] in truth.people(by)), None)

    def the_glass_is_broken(self) -> bool | None:
        """Sometimes now, sometimes a day that is long over: what was opened then, is heard of still."""
        truth = self.truth
        if not truth.all("trustedthird"):
            return None
        formal = {who for who in self.actors if truth.formal_hat(who)}
        about = {who for who in self.actors if truth.story_circles(who) and truth.all("person")[who]["neighbourhood"]}
        by, whom = self.somebody(formal), self.somebody(about)
        at, name = self.chance.choice([self.now, self.clock]), truth.all("person")[whom]["name"]
        hat, third = truth.formal_hat(by), self.third_for(by)
        seated = {seat["circle"] for seat in truth.seats(by).values()} & truth.story_circles(whom)
        yours = seated if whom == by else seated & truth.readable(by)
        standing = [g for g in truth.where("breakglass", by=by, person=whom).values() if g["until"] > self.now]
        tried = len(truth.where("glassattempt", by=by))
        opens = whom in about and not standing
        allowed = bool(hat and third and tried < MOST_A_DAY)
        allowed = allowed and not (whom in about and yours) and not (opens and third == whom)

        def seeks(me: Person) -> None:
            worn = Hat.objects.get(id=hat) if hat else None
            seek(name=name, place="Oost", reason="Gevaar.", by=me, hat=worn, at=at)

        return self.act(by, allowed, seeks)

    def a_glass(self) -> UUID | None:
        key: UUID | None = self.some("breakglass")
        return key

    def the_circle_is_told(self) -> bool | None:
        key = self.a_glass()
        if key is None:
            return None
        third, told = self.truth.all("breakglass")[key]["third"], self.chance.random() < 0.7
        by, there = self.somebody([third]), BreakGlass(id=key)
        later = {} if told else {"why": "Nog niet.", "again": timezone.localdate(self.clock) + timedelta(days=9)}
        return self.act(by, by == third, lambda me: tell_circle(glass=there, told=told, by=me, at=self.clock, **later))

    def it_is_judged(self) -> bool | None:
        key = self.a_glass()
        if key is None or self.truth.where("glassreview", glass=key):
            return None
        third = self.truth.all("breakglass")[key]["third"]
        by, there = self.chance.choice([third, self.somebody()]), BreakGlass(id=key)
        return self.act(
            by, by == third, lambda me: judge(glass=there, verdict="needed", words="Ja.", by=me, at=self.clock)
        )

    def a_day_passes(self) -> bool | None:
        """What was opened in danger is over."""
        if not self.a_glass():
            return None
        with owner():
            BreakGlass.objects.filter(until__gt=self.now).update(until=self.now - timedelta(minutes=1))
        self.learn()
        return True

    def a_concern_is_shared(self) -> bool | None:
        truth, by = self.truth, self.somebody()
        formal = {key: hat for key, hat in truth.where("hat", formal=True).items() if truth.is_worn(key, hat)}
        hats = sorted(key for key, hat in formal.items() if hat["person"] != by)
        if not hats:
            return None
        key = self.chance.choice(hats)
        to = formal[key]["person"]
        worn = Hat(id=key, person=Person(id=to, name="Iemand"))
        allowed = to in truth.people(by)
        return self.act(by, allowed, lambda me: share(to=worn, words="Zorg.", by=me, at=self.clock))

    def a_concern_is_answered(self) -> bool | None:
        done = {row["concern"] for row in self.truth.all("concernanswer").values()}
        waiting = [key for key in sorted(self.truth.all("concern")) if key not in done]
        if not waiting:
            return None
        key = self.chance.choice(waiting)
        with owner():
            there = Concern.objects.get(id=key)
        by = self.somebody([there.to_id])
        return self.act(
            by,
            by == there.to_id,
            lambda me: answer_concern(concern=there, kind="answered", words="Gebeld.", by=me, at=self.clock),
        )

    def a_hat_is_taken_off(self) -> bool | None:
        """By whoever wears it; what it opened is shut at once."""
        worn = sorted(key for who in self.actors for key in self.truth.worn(who))
        if len(worn) < 4:
            return None
        key = self.chance.choice(worn)
        whose = self.truth.all("hat")[key]["person"]
        by = self.somebody([whose])
        there = Hat(id=key, role="buur", person=Person(id=whose, name="Iemand"))
        return self.act(
            by, by == whose, lambda me: administering.take_off_hat(hat=there, by=me, at=self.clock, why="Klaar.")
        )

    def the_letters_go_out(self) -> bool | None:
        sent = {row["letter"] for row in self.truth.all("sending").values()}
        waiting = [key for key in sorted(self.truth.all("letter")) if key not in sent][:3]
        if not waiting:
            return None
        with acting_as(office("post")):
            for key in waiting:
                Sending.objects.create(letter=Letter(id=key), at=self.clock)
        self.learn()
        return True

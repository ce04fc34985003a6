"""What happens with rights in an invented neighbourhood: yes and its end, requests, limits, words beside a note."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from nabij.moments.models import CameBack, FollowUp
from nabij.people.models import Person
from nabij.post.requests import Thing, ask, object_to, reply, take_longer
from nabij.trust.consenting import consent
from nabij.trust.models import Circle, Consent, Invitation, InvitationEnd, Limit, Request, Withdrawal
from nabij.trust.requesting import Answerer, lift, limit, put_beside
from tests.conftest import owner
from tests.rules.truth import BEGINNING


class Asking:
    """The part of a neighbourhood that asks for what is its right; the rest of it stands in `neighbourhood.py`."""

    truth: Any
    clock: Any
    chance: Any
    actors: Any
    contact: UUID
    act: Any
    some: Any
    somebody: Any
    members: Any
    residents: Any
    a_circle: Any

    def a_yes_is_given(self) -> bool | None:
        key, truth = self.a_circle(), self.truth
        if key is None or not self.residents(key):
            return None
        person = self.somebody(self.residents(key))
        by = self.chance.choice([person, self.somebody(self.members(key))])
        logins = {row["person"] for row in truth.all("account").values()}
        own = person == by and key in truth.own_circles(by)
        noted = key in truth.circles(by) and person not in logins
        allowed = person in self.residents(key) and (own or noted)
        there = Circle(id=key)
        return self.act(
            by,
            allowed,
            lambda me: consent(person=Person(id=person), circle=there, informed="Verteld.", by=me, at=self.clock),
        )

    def a_yes_is_taken_back(self) -> bool | None:
        taken = {row["consent"] for row in self.truth.all("withdrawal").values()}
        standing = [key for key in sorted(self.truth.all("consent")) if key not in taken]
        if not standing:
            return None
        key = self.chance.choice(standing)
        it = self.truth.all("consent")[key]
        by = self.somebody([it["person"]])
        there = Consent(id=key)
        return self.act(
            by,
            by in (it["person"], it["noted_by"]),
            lambda me: Withdrawal.objects.create(consent=there, by=me, why="Liever niet.", at=self.clock),
        )

    def something_is_put_beside(self) -> bool | None:
        key, truth = self.some("moment"), self.truth
        if key is None:
            return None
        circle = truth.all("moment")[key]["circle"]
        by = self.somebody(self.members(circle))
        person = self.chance.choice([by, self.somebody(truth.fellows(by))])
        allowed = circle in truth.circles(by) and key in truth.sees_moment(by) and person in truth.fellows(by)
        said = {"note": key, "circle": Circle(id=circle), "words": "Anders.", "person": Person(id=person)}
        return self.act(by, allowed, lambda me: put_beside(by=me, at=self.clock, **said))

    def an_answerer(self, by: UUID) -> UUID:
        return self.chance.choice([self.contact, self.somebody(self.truth.company(by))])

    def may_ask(self, by: UUID, *, person: UUID, answerer: UUID) -> bool:
        company = self.truth.company(by)
        contact = {self.contact} if self.truth.is_contact(self.contact) else set()
        return person in company and answerer != person and answerer in company | contact

    def somebody_objects(self) -> bool | None:
        key, truth = self.some("moment"), self.truth
        if key is None:
            return None
        circle = truth.all("moment")[key]["circle"]
        by = self.somebody(self.members(circle))
        person, answerer = self.chance.choice([by, self.somebody(truth.company(by))]), self.an_answerer(by)
        shown = self.chance.random() < 0.8
        kind, about = self.chance.choice([("moments.moment", key), ("trust.membership", self.some("membership"))])
        thing = Thing(kind, about, Circle(id=circle))
        may = self.may_ask(by, person=person, answerer=answerer) and (not shown or circle in truth.circles(by))
        allowed = may and not truth.waits(by, person=person, thing=thing, shown=shown)
        to = Answerer(answerer, "Iemand")
        whom = Person(id=person, name="Iemand")
        return self.act(
            by,
            allowed,
            lambda me: object_to(
                thing=thing, words="Nee.", person=whom, by=me, at=self.clock, show_circle=shown, answerer=to
            ),
        )

    def something_is_limited(self) -> bool | None:
        """One note, or now and then all of a circle."""
        key, truth = self.some("moment"), self.truth
        if key is None:
            return None
        it = truth.all("moment")[key]
        circle, whole = it["circle"], self.chance.random() < 0.15
        if truth.in_force(circle=circle, about_id=None) or truth.in_force(about_id=key):
            return None
        by = self.somebody(self.residents(circle))
        answerer = self.an_answerer(by)
        own = circle in truth.own_circles(by)
        allowed = self.may_ask(by, person=by, answerer=answerer) and own
        author = it["author"] if self.chance.random() < 0.5 and not whole else None
        thing = Thing("stories.story" if whole else "moments.moment", key, Circle(id=circle))

        def limits(me: Person) -> None:
            to = Answerer(answerer, "Iemand")
            asked = ask(kind="limit", person=me, by=me, at=self.clock, thing=thing, answerer=to)
            note = None if whole else key
            limit(request=asked, circle=Circle(id=circle), by=me, at=self.clock, note=note, author=author)

        return self.act(by, allowed, limits)

    def a_limit_ends(self) -> bool | None:
        open_ = sorted(self.truth.in_force())
        if not open_:
            return None
        key = self.chance.choice(open_)
        it = self.truth.all("limit")[key]
        by = self.somebody([it["person"], it["answerer"]])
        there = Limit(id=key, circle_id=it["circle"])
        return self.act(by, by in (it["person"], it["answerer"]), lambda me: lift(limit=there, by=me, at=self.clock))

    def a_request_is_answered(self) -> bool | None:
        done = {row["request"] for table in ("reply", "extension") for row in self.truth.all(table).values()}
        waiting = [key for key in sorted(self.truth.all("request")) if key not in done]
        if not waiting:
            return None
        key = self.chance.choice(waiting)
        by = self.chance.choice([self.somebody([self.truth.all("request")[key]["answerer"]]), self.somebody()])
        with owner():
            there = Request.objects.get(id=key)
        verb: Any = self.chance.choice([reply, take_longer])
        said = {"kind": "granted", "words": ""} if verb is reply else {"why": "Ziek."}
        return self.act(by, there.answerer_id == by, lambda me: verb(request=there, by=me, at=self.clock, **said))

    def somebody_comes_back_to_it(self) -> bool | None:
        done = {row["follow_up"] for row in self.truth.all("cameback").values()}
        waiting = [key for key in sorted(self.truth.all("followup")) if key not in done]
        if not waiting:
            return None
        key = self.chance.choice(waiting)
        it = self.truth.all("followup")[key]
        by = self.chance.choice([self.somebody(self.members(it["circle"])), self.somebody()])
        mine = it["circle"] in self.truth.circles(by) or it["person"] == by
        there = FollowUp(id=key)
        return self.act(
            by,
            mine and key in self.truth.sees_followup(by),
            lambda me: CameBack.objects.create(follow_up=there, by=me, at=self.clock),
        )

    def somebody_is_asked_in(self) -> bool | None:
        key, truth = self.a_circle(), self.truth
        if key is None:
            return None
        by = self.somebody(self.members(key))
        whom = self.somebody(truth.people(by))
        since = self.chance.choice([None, self.clock + timedelta(hours=1)])
        begins = truth.beginning(by, key)
        logins = {row["person"] for row in truth.all("account").values()}
        apart = truth.only_the_child(circle=key, person=whom) and key not in truth.own_circles(by)
        may = begins is not None and truth.all("circle")[key]["kind"] != "own" and (since or BEGINNING) >= begins
        noted = truth.all("person")[whom]["made_by"] == by
        allowed = may and truth.knows(by, whom) and not apart and (whom in logins or noted)
        said = {"circle": Circle(id=key), "person": Person(id=whom), "name": "Iemand", "sees_from": since}
        ends = self.clock + timedelta(days=7)
        return self.act(by, allowed, lambda me: Invitation.objects.create(by=me, at=self.clock, expires=ends, **said))

    def an_invitation_is_taken_back(self) -> bool | None:
        over = {row["invitation"] for row in self.truth.all("invitationend").values()}
        open_ = [key for key in sorted(self.truth.all("invitation")) if key not in over]
        if not open_:
            return None
        key = self.chance.choice(open_)
        it = self.truth.all("invitation")[key]
        by = self.somebody([it["by"], *self.residents(it["circle"])])
        allowed = it["by"] == by or it["circle"] in self.truth.own_circles(by)
        there = Invitation(id=key)
        return self.act(
            by,
            allowed,
            lambda me: InvitationEnd.objects.create(invitation=there, kind="withdrawn", by=me, at=self.clock),
        )

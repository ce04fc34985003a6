"""What happens to sealed notes in an invented neighbourhood: sealed, kept by a second, opened or deleted by both."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from nabij.people.models import Person
from nabij.stories.models import Story
from nabij.stories.sealing import agree, answer_as_second, propose, seal
from nabij.stories.seals import SealedNote, SealKeeper, SealReview


class Sealing:
    """The part of a neighbourhood that seals; the rest of it stands in `neighbourhood.py`."""

    truth: Any
    clock: Any
    chance: Any
    actors: Any
    act: Any
    some: Any
    somebody: Any
    members: Any
    residents: Any

    def something_is_sealed(self) -> bool | None:
        key, truth = self.some("story"), self.truth
        if key is None:
            return None
        circle = truth.all("story")[key]["circle"]
        by = self.somebody(set(self.members(circle)) - self.residents(circle))
        hats = truth.where("hat", formal=True).items()
        formal = {hat["person"] for key, hat in hats if truth.is_worn(key, hat)}
        second = self.somebody((formal & truth.people(by)) - self.residents(circle) - {by})
        may = by in formal and circle in truth.circles(by) and circle not in truth.own_circles(by) and second != by
        fits = second in truth.people(by) & formal and second not in self.residents(circle)
        review = timezone.localdate(self.clock) + timedelta(days=30)

        def seals(me: Person) -> None:
            there = Story.objects.select_related("person", "household").get(id=key)
            said = {"words": "Bang voor thuis.", "reason": "gevaar", "second": Person.objects.get(id=second)}
            seal(story=there, review_on=review, by=me, at=self.clock, **said)

        return self.act(by, may and fits, seals)

    def somebody_says_whether_they_keep_it(self) -> bool | None:
        answered = {row["keeper"] for row in self.truth.all("keeperanswer").values()}
        open_ = [key for key in sorted(self.truth.where("sealkeeper", until=None)) if key not in answered]
        if not open_:
            return None
        key = self.chance.choice(open_)
        it = self.truth.all("sealkeeper")[key]
        by, yes = self.chance.choice([it["person"], self.somebody()]), self.chance.random() < 0.8
        there = SealKeeper(id=key, note_id=it["note"], put_by_id=it["put_by"])
        return self.act(
            by, by == it["person"], lambda me: answer_as_second(keeper=there, yes=yes, by=me, at=self.clock)
        )

    def both_decide(self) -> bool | None:
        """One proposes to open or delete it, the other agrees; or somebody who keeps it not at all tries."""
        notes = [key for key in sorted(self.truth.all("sealednote")) if len(self.both(key)) == 2 and not self.over(key)]
        if not notes:
            return None
        key = self.chance.choice(notes)
        by = self.chance.choice([*self.both(key), self.somebody(), self.somebody()])
        kind = self.chance.choice(["open", "delete"])
        others = [who for who in self.both(key) if who != by]
        kept = key in self.truth.keeps(by)
        done = self.act(by, kept, lambda me: self.decided(me, key, kind))
        if done:
            review = max(self.truth.where("sealreview", note=key))
            self.act(others[0], True, lambda me: self.agreed(me, review))
        return done

    def both(self, note: UUID) -> list[UUID]:
        return [who for who in self.actors if note in self.truth.keeps(who)]

    def over(self, note: UUID) -> bool:
        return bool(self.truth.where("sealreview", note=note))

    def decided(self, me: Person, note: UUID, kind: str) -> None:
        propose(sealed=SealedNote.objects.get(id=note), kind=kind, why="klaar", by=me, at=self.clock)

    def agreed(self, me: Person, review: UUID) -> None:
        agree(review=SealReview.objects.select_related("note").get(id=review), yes=True, by=me, at=self.clock)

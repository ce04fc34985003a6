"""Who sees what of dilemmas, in plain Python: no voice of another before its time, whoever asks."""

from uuid import UUID

from tests.rules.introduced_truth import IntroducedTruth


class WeighedTruth(IntroducedTruth):
    """The rules over dilemmas and all that hangs on them."""

    def current(self, dilemma: UUID) -> set[UUID]:
        """Who thinks along still, as somebody of the table of participants."""
        ended = {row["participant"] for row in self.all("participantend").values()}
        return set(self.where("participant", dilemma=dilemma)) - ended

    def thinks_along(self, dilemma: UUID, who: UUID) -> bool:
        return any(self.all("participant")[key]["person"] == who for key in self.current(dilemma))

    def weighings(self, who: UUID) -> set[UUID]:
        mine = {key for key in self.all("dilemma") if self.thinks_along(key, who)}
        return mine | set(self.where("dilemma", raised_by=who))

    def spoke(self, dilemma: UUID, who: UUID) -> bool:
        """A word about every option."""
        options = len(self.where("option", dilemma=dilemma))
        voices = self.where("voice", dilemma=dilemma, person=who)
        return any(len(self.where("choice", voice=key)) == options for key in voices)

    def is_open(self, dilemma: UUID) -> bool:
        if self.all("dilemma")[dilemma]["closes"] <= self.now:
            return True
        people = (self.all("participant")[key] for key in self.current(dilemma))
        weigh = [row["person"] for row in people if row["part"] == "weighs"]
        return len(weigh) > 1 and all(self.spoke(dilemma, one) for one in weigh)

    def hangs_on(self, table: str, column: str, seen: set[UUID]) -> set[UUID]:
        return {key for key, row in self.all(table).items() if row[column] in seen}

    def sees_dilemmacircle(self, who: UUID) -> set[UUID]:
        return self.timed(who, "dilemmacircle", at="at")

    def sees_dilemma(self, who: UUID) -> set[UUID]:
        told = {self.all("dilemmacircle")[key]["dilemma"] for key in self.sees_dilemmacircle(who)}
        return self.weighings(who) | told

    def sees_option(self, who: UUID) -> set[UUID]:
        return self.hangs_on("option", "dilemma", self.sees_dilemma(who))

    def sees_participant(self, who: UUID) -> set[UUID]:
        mine = set(self.where("participant", person=who))
        return mine | self.hangs_on("participant", "dilemma", self.weighings(who))

    def sees_participantend(self, who: UUID) -> set[UUID]:
        return self.hangs_on("participantend", "participant", self.sees_participant(who))

    def sees_perspective(self, who: UUID) -> set[UUID]:
        return self.hangs_on("perspective", "dilemma", self.weighings(who))

    def sees_voice(self, who: UUID) -> set[UUID]:
        there = {key for key in self.weighings(who) if self.is_open(key)}
        shown = self.hangs_on("voice", "dilemma", there)
        rows = self.all("voice")
        kept = {key for key in shown if self.thinks_along(rows[key]["dilemma"], rows[key]["person"])}
        return kept | set(self.where("voice", person=who))

    def sees_choice(self, who: UUID) -> set[UUID]:
        return self.hangs_on("choice", "voice", self.sees_voice(who))

    def sees_decision(self, who: UUID) -> set[UUID]:
        return self.hangs_on("decision", "dilemma", self.sees_dilemma(who))

    def sees_came(self, who: UUID) -> set[UUID]:
        return self.hangs_on("came", "decision", self.sees_decision(who))

    def sees_workingtogether(self, who: UUID) -> set[UUID]:
        shared = set(self.where("workingtogether", other=who, shared=True))
        return shared | set(self.where("workingtogether", person=who))

"""Who sees what of rules, of doing otherwise and of what was weighed before, in plain Python."""

from uuid import UUID

from tests.rules.weighed_truth import WeighedTruth


class DeviatedTruth(WeighedTruth):
    """The rules over the register, backing and precedents."""

    def asked_to_back(self, who: UUID) -> set[UUID]:
        return {row["deviation"] for row in self.where("backingasked", person=who).values()}

    def sees_dilemma(self, who: UUID) -> set[UUID]:
        """Also of which one is asked to back doing otherwise."""
        decided = {self.all("deviation")[key]["decision"] for key in self.asked_to_back(who)}
        return super().sees_dilemma(who) | {self.all("decision")[key]["dilemma"] for key in decided}

    def sees_deviation(self, who: UUID) -> set[UUID]:
        weighed = WeighedTruth.sees_dilemma(self, who)
        mine = {key for key, row in self.all("decision").items() if row["dilemma"] in weighed}
        return self.asked_to_back(who) | self.hangs_on("deviation", "decision", mine)

    def sees_backingasked(self, who: UUID) -> set[UUID]:
        return self.hangs_on("backingasked", "deviation", self.sees_deviation(who))

    def sees_backing(self, who: UUID) -> set[UUID]:
        return self.hangs_on("backing", "deviation", self.sees_deviation(who))

    def sees_review(self, who: UUID) -> set[UUID]:
        return self.hangs_on("review", "deviation", self.sees_deviation(who))

    def sees_rule(self, who: UUID) -> set[UUID]:
        deviated = {self.all("deviation")[key]["rule"] for key in self.sees_deviation(who)}
        return deviated | self.hangs_on("rule", "neighbourhood", self.neighbourhoods(who))

    def sees_ruleending(self, who: UUID) -> set[UUID]:
        return self.hangs_on("ruleending", "rule", self.sees_rule(who))

    def sees_precedent(self, who: UUID) -> set[UUID]:
        ended = {row["precedent"] for row in self.all("precedentending").values()}
        told = {row["precedent"] for row in self.where("precedentteller", person=who).values()}
        return told | (self.hangs_on("precedent", "neighbourhood", self.neighbourhoods(who)) - ended)

    def sees_precedentteller(self, who: UUID) -> set[UUID]:
        return self.hangs_on("precedentteller", "precedent", self.sees_precedent(who))

    def sees_precedentending(self, who: UUID) -> set[UUID]:
        return self.hangs_on("precedentending", "precedent", self.sees_precedent(who))

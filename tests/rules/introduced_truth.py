"""Who sees what of introductions, in plain Python: each their own side until both said yes."""

from uuid import UUID

from tests.rules.bridge_truth import BridgeTruth
from tests.rules.truth import Row


class IntroducedTruth(BridgeTruth):
    """The rules over introductions and all that hangs on them."""

    def together(self, introduction: UUID) -> bool:
        return bool(self.where("introductionoutcome", introduction=introduction, kind="together"))

    def sees_introduction(self, who: UUID) -> set[UUID]:
        rows = self.all("introduction").items()
        mine = {key for key, row in rows if who in (row["one"], row["other"]) and self.together(key)}
        return mine | set(self.where("introduction", proposed_by=who)) | self.charged_to_introduce(who)

    def charged_to_introduce(self, who: UUID) -> set[UUID]:
        """Of whom one stands in for, as long as it goes on; and what one took over."""
        found = self.took(who, "introduction")
        for key, row in self.all("introduction").items():
            two = {row["one"], row["other"]}
            off = self.where("introductionoutcome", introduction=key, kind="off")
            heard = len(self.where("howitwent", introduction=key)) == 2
            third = row["proposed_by"] in self.absent(who) - two and who not in two
            found |= {key} if third and not off and not heard else set()
        return found

    def mine_to_introduce(self, who: UUID) -> set[UUID]:
        """As a third, who does not ask it for somebody."""
        found = set()
        charged = self.charged_to_introduce(who)
        for key, row in self.all("introduction").items():
            if row["proposed_by"] != who and key not in charged:
                continue
            sides = {row["one"], row["other"]}
            for asker in self.where("asker", ask=row["ask"]).values() if row["ask"] else ():
                sides |= {asker["about"], asker["asked_by"]}
            found |= set() if who in sides else {key}
        return found

    def its_turn(self, key: UUID, row: Row) -> bool:
        if not row["second"]:
            return True
        others = set(self.where("side", introduction=row["introduction"])) - {key}
        return any(self.where("introductionanswer", side=one, kind="yes") for one in others)

    def sees_side(self, who: UUID) -> set[UUID]:
        mine = {key for key, row in self.where("side", person=who).items() if self.its_turn(key, row)}
        as_third = self.mine_to_introduce(who)
        return mine | {key for key, row in self.all("side").items() if row["introduction"] in as_third}

    def sees_introductionanswer(self, who: UUID) -> set[UUID]:
        sides = self.sees_side(who)
        return {key for key, row in self.all("introductionanswer").items() if row["side"] in sides}

    def beside_a_side(self, who: UUID, table: str) -> set[UUID]:
        there = {self.all("side")[key]["introduction"] for key in self.sees_side(who)}
        return {key for key, row in self.all(table).items() if row["introduction"] in there}

    def sees_introductionoutcome(self, who: UUID) -> set[UUID]:
        proposed = set(self.where("introduction", proposed_by=who))
        theirs = {key for key, row in self.all("introductionoutcome").items() if row["introduction"] in proposed}
        return theirs | self.beside_a_side(who, "introductionoutcome")

    def sees_meeting(self, who: UUID) -> set[UUID]:
        return self.beside_a_side(who, "meeting")

    def sees_howitwent(self, who: UUID) -> set[UUID]:
        as_third = self.mine_to_introduce(who)
        theirs = {key for key, row in self.all("howitwent").items() if row["introduction"] in as_third}
        return theirs | set(self.where("howitwent", person=who))

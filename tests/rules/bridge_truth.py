"""Who sees what of offers and asks, in plain Python: who asks is hidden from the neighbourhood."""

from uuid import UUID

from tests.rules.truth import Row, Truth


class BridgeTruth(Truth):
    """The rules over offers, asks and what was seen of who offers."""

    def still_offered(self, key: UUID, row: Row) -> bool:
        pauses = sorted(self.where("offerpause", offer=key).values(), key=lambda one: (one["at"], one["id"]))
        rests = bool(pauses) and (pauses[-1]["until"] is None or pauses[-1]["until"] > self.today)
        over = row["until"] is not None and row["until"] < self.today
        return not (rests or over or self.where("offerending", offer=key))

    def sees_offer(self, who: UUID) -> set[UUID]:
        here, rows = self.neighbourhoods(who), self.all("offer").items()
        open_here = {key for key, row in rows if row["neighbourhood"] in here and self.still_offered(key, row)}
        return open_here | set(self.where("offer", person=who)) | set(self.minded(who)) & set(self.all("offer"))

    def sees_heardoffer(self, who: UUID) -> set[UUID]:
        return self.heard_by(who) | set(self.where("heardoffer", person=who))

    def heard_by(self, who: UUID) -> set[UUID]:
        """What they wrote down, or whom they stand in for, or somebody who left where they coordinate."""
        away, there, found = self.absent(who), self.coordinated(who), set()
        for key, row in self.all("heardoffer").items():
            left = not self.where("account", person=row["noted_by"], is_active=True)
            coordinates = left and row["neighbourhood"] in there and row["person"] != who
            found |= {key} if row["noted_by"] in {who, *away} or coordinates else set()
        return found

    def minded(self, who: UUID) -> set[UUID]:
        """The offers of who has no login, by whoever wrote them down."""
        said = {row["heard"] for row in self.where("offeryes", yes=True).values()} & self.heard_by(who)
        return {key for key in said if not self.where("account", person=self.all("heardoffer")[key]["person"])}

    def sees_offeryes(self, who: UUID) -> set[UUID]:
        known = self.sees_heardoffer(who)
        return {key for key, row in self.all("offeryes").items() if row["heard"] in known}

    def of_my_offer(self, who: UUID, table: str) -> set[UUID]:
        mine = self.where("offer", person=who)
        return {key for key, row in self.all(table).items() if row["offer"] in mine}

    def of_minded(self, who: UUID, table: str) -> set[UUID]:
        return {key for key, row in self.all(table).items() if row["offer"] in self.minded(who)}

    def sees_offerpause(self, who: UUID) -> set[UUID]:
        return self.of_my_offer(who, "offerpause") | self.of_minded(who, "offerpause")

    def sees_offerending(self, who: UUID) -> set[UUID]:
        return self.of_my_offer(who, "offerending") | self.of_minded(who, "offerending")

    def sees_offerasked(self, who: UUID) -> set[UUID]:
        return self.of_my_offer(who, "offerasked") | set(self.where("offerasked", by=who))

    def sees_safeguard(self, who: UUID) -> set[UUID]:
        people = self.people(who)
        seen = {key for key, row in self.all("safeguard").items() if row["person"] in people}
        return seen | set(self.where("safeguard", person=who)) | set(self.where("safeguard", seen_by=who))

    def ask_stands(self, key: UUID) -> bool:
        agreed = any(
            row["about"] == row["asked_by"] or self.where("askyes", ask=key, yes=True)
            for row in self.where("asker", ask=key).values()
        )
        return agreed and all(row["kind"] == "nobody" for row in self.where("askending", ask=key).values())

    def coordinated(self, who: UUID) -> set[str]:
        hats = [hat for hat in self.worn(who).values() if hat["formal"] and hat["granted_by"] != who]
        return {hat["neighbourhood"] for hat in hats if hat["role"].startswith("coördinator")} - {None}

    def absent(self, who: UUID) -> set[UUID]:
        """For whom somebody stands in today."""
        rows = self.where("absence", stand_in=who, ended_at=None).values()
        return {row["person"] for row in rows if row["starts"] <= self.today <= row["ends"]}

    def took(self, who: UUID, kind: str) -> set[UUID]:
        """What somebody said yes to take over."""
        return {row[kind] for row in self.where("handingon", to=who, yes=True).values()} - {None}

    def sees_handingon(self, who: UUID) -> set[UUID]:
        return set(self.where("handingon", person=who)) | set(self.where("handingon", to=who))

    def sees_asker(self, who: UUID) -> set[UUID]:
        away, seen = self.absent(who), set()
        there = self.coordinated(who).union(*(self.coordinated(one) for one in away))
        for key, row in self.all("asker").items():
            known = who in (row["about"], row["asked_by"]) or self.reads(who, row["circle_key"], row["at"])
            for_another = row["asked_by"] in away and row["about"] != row["asked_by"]
            known |= (for_another and not self.where("askending", ask=row["ask"])) or row["ask"] in self.took(
                who, "ask"
            )
            place = self.all("ask")[row["ask"]]["neighbourhood"]
            looks_along = row["to_coordinator"] and place in there and self.ask_stands(row["ask"])
            seen |= {key} if known or looks_along else set()
        return seen

    def asks_of_seen(self, who: UUID) -> set[UUID]:
        return {self.all("asker")[key]["ask"] for key in self.sees_asker(who)}

    def sees_ask(self, who: UUID) -> set[UUID]:
        here, rows = self.neighbourhoods(who), self.all("ask").items()
        standing = {key for key, row in rows if row["neighbourhood"] in here and self.ask_stands(key)}
        return standing | self.asks_of_seen(who)

    def sees_askyes(self, who: UUID) -> set[UUID]:
        known = self.asks_of_seen(who)
        return {key for key, row in self.all("askyes").items() if row["ask"] in known}

    def sees_askending(self, who: UUID) -> set[UUID]:
        known = self.asks_of_seen(who)
        return {key for key, row in self.all("askending").items() if row["ask"] in known}

    def sees_contradiction(self, who: UUID) -> set[UUID]:
        offers, asks, seen = self.sees_offer(who), self.asks_of_seen(who), set()
        for key, row in self.all("contradiction").items():
            for_all = row["ask"] is None and row["offer"] in offers
            for_ask = row["ask"] in asks and row["ground"] != "rather_not"
            seen |= {key} if row["by"] == who or for_all or for_ask else set()
        return seen

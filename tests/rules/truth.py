"""Who sees what, said once more in plain Python: what the invented neighbourhoods are held against.

Nothing here asks the database. Every method `sees_<table>` gives the keys that a person sees of that table; every
method `may_<act>` says whether the rules allow it. `now` is the clock of the rules.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

Row = dict[str, Any]
BEGINNING = datetime(1, 1, 2, tzinfo=UTC)


@dataclass
class Truth:
    """Everything that was made, as plain rows by table, and the rules over them."""

    now: datetime
    today: date
    rows: dict[str, dict[UUID, Row]] = field(default_factory=dict)

    def all(self, table: str) -> dict[UUID, Row]:
        return self.rows.get(table, {})

    def where(self, table: str, **wanted: Any) -> dict[UUID, Row]:
        return {k: row for k, row in self.all(table).items() if all(row[name] == v for name, v in wanted.items())}

    # -- Words -------------------------------------------------------------------------------------------------------

    def is_current(self, seat: Row) -> bool:
        return seat["until"] is None or seat["until"] > self.now

    def seats(self, who: UUID) -> dict[UUID, Row]:
        return {key: seat for key, seat in self.where("membership", person=who).items() if self.is_current(seat)}

    def circles(self, who: UUID) -> set[UUID]:
        return {seat["circle"] for seat in self.seats(who).values()}

    def own_circles(self, who: UUID) -> set[UUID]:
        """Of which one is the resident, or decides for a child."""
        return {s["circle"] for s in self.seats(who).values() if s["as_resident"] or s["parent_of"]}

    def new_circles(self, who: UUID) -> set[UUID]:
        begun = {seat["circle"] for seat in self.all("membership").values()}
        return set(self.where("circle", made_by=who)) - begun

    def beginning(self, who: UUID, circle: UUID) -> datetime | None:
        """From when somebody reads in a circle; None when they do not."""
        since = [self.begins(key, seat) for key, seat in self.seats(who).items() if seat["circle"] == circle]
        return min(since, default=None)

    def begins(self, key: UUID, seat: Row) -> datetime:
        opened = [row["since"] or BEGINNING for row in self.where("opening", membership=key).values()]
        return min([seat["sees_from"] or BEGINNING, *opened])

    def reads(self, who: UUID, circle: UUID | None, at: datetime) -> bool:
        """Whether what was written to a circle at a moment is read by somebody."""
        since = self.beginning(who, circle) if circle else None
        return since is not None and since <= at

    def company(self, who: UUID) -> set[UUID]:
        mine = self.circles(who)
        seated = {seat["person"] for seat in self.all("membership").values() if seat["circle"] in mine}
        noted = {row["person"] for row in self.all("noted").values() if row["circle"] in mine}
        return {who} | seated | noted

    def neighbourhoods(self, who: UUID) -> set[str]:
        """One neighbourhood is enough: whoever has it, as home or in a hat they wear."""
        home = {self.all("person")[who]["neighbourhood"]}
        return (home | {hat["neighbourhood"] for hat in self.worn(who).values()}) - {None}

    def worn(self, who: UUID) -> dict[UUID, Row]:
        return {key: hat for key, hat in self.where("hat", person=who).items() if self.is_worn(hat)}

    def is_worn(self, hat: Row) -> bool:
        return hat["until"] is None or hat["until"] >= self.today

    def open_hats(self, who: UUID) -> dict[UUID, Row]:
        near = self.neighbourhoods(who)
        return {key: hat for key, hat in self.all("hat").items() if hat["open"] and hat["neighbourhood"] in near}

    def people(self, who: UUID) -> set[UUID]:
        worn = {hat["person"] for hat in self.open_hats(who).values() if self.is_worn(hat)}
        met = {row["person"] for row in self.where("acquaintance", who=who).values()}
        return self.company(who) | worn | met

    def knows(self, who: UUID, person: UUID) -> bool:
        return person in self.people(who) or self.all("person")[person]["made_by"] == who

    def years(self, person: UUID) -> int | None:
        for row in self.where("birth", person=person).values():
            born: date = row["day"]
            return self.today.year - born.year - ((self.today.month, self.today.day) < (born.month, born.day))
        return None

    def is_parent(self, parent: UUID, child: UUID) -> bool:
        return bool(self.where("parent", parent=parent, child=child))

    def children(self, who: UUID) -> set[UUID]:
        mine = {row["child"] for row in self.where("parent", parent=who).values()}
        return {child for child in mine if (self.years(child) or 99) < 16}

    def past_a_parent(self, *, circle: UUID, teller: UUID | None, writer: UUID) -> bool:
        """Whether a child of twelve to fifteen is told of where its parent reads, by somebody else."""
        if teller is None or teller == writer or not 12 <= (self.years(teller) or 0) <= 15:
            return False
        seated = [s for s in self.where("membership", circle=circle).values() if self.is_current(s)]
        return any(self.is_parent(seat["person"], teller) for seat in seated)

    def only_the_child(self, *, circle: UUID, person: UUID) -> bool:
        seated = [s for s in self.where("membership", circle=circle, as_resident=True).values() if self.is_current(s)]
        return any(self.is_parent(person, s["person"]) and (self.years(s["person"]) or 0) >= 12 for s in seated)

    # -- Who sees what -----------------------------------------------------------------------------------------------

    def sees(self, who: UUID, table: str) -> set[UUID]:
        keys: set[UUID] = getattr(self, f"sees_{table}")(who)
        return keys

    def timed(self, who: UUID, table: str, *, at: str, circle: str = "circle") -> set[UUID]:
        return {key for key, row in self.all(table).items() if self.reads(who, row[circle], row[at])}

    def sees_circle(self, who: UUID) -> set[UUID]:
        return self.circles(who) | self.new_circles(who)

    def sees_membership(self, who: UUID) -> set[UUID]:
        mine = self.circles(who)
        return {k for k, s in self.all("membership").items() if s["circle"] in mine or s["person"] == who}

    def sees_opening(self, who: UUID) -> set[UUID]:
        seats = self.sees_membership(who)
        return {key for key, row in self.all("opening").items() if row["membership"] in seats}

    def sees_noted(self, who: UUID) -> set[UUID]:
        return {key for key, row in self.all("noted").items() if row["circle"] in self.circles(who)}

    def sees_acquaintance(self, who: UUID) -> set[UUID]:
        return {key for key, row in self.all("acquaintance").items() if who in (row["who"], row["person"])}

    def sees_person(self, who: UUID) -> set[UUID]:
        return self.people(who)

    def sees_hat(self, who: UUID) -> set[UUID]:
        company = self.company(who)
        return {key for key, hat in self.all("hat").items() if hat["person"] in company} | set(self.open_hats(who))

    def sees_birth(self, who: UUID) -> set[UUID]:
        mine = self.children(who) | {who}
        return {k for k, row in self.all("birth").items() if row["person"] in mine or row["noted_by"] == who}

    def sees_parent(self, who: UUID) -> set[UUID]:
        company = self.company(who)
        rows = self.all("parent").items()
        return {k for k, r in rows if who in (r["child"], r["parent"], r["noted_by"]) or r["child"] in company}

    def sees_moment(self, who: UUID) -> set[UUID]:
        ever = {seat["circle"] for seat in self.where("membership", person=who).values()}
        left = {circle for circle in ever if self.beginning(who, circle) != BEGINNING}
        kept = {key for key, row in self.where("moment", author=who).items() if row["circle"] in left}
        return self.timed(who, "moment", at="noted_at") | kept

    def sees_presence(self, who: UUID) -> set[UUID]:
        seen = self.sees_moment(who)
        return {key for key, row in self.all("presence").items() if row["moment"] in seen}

    def sees_followup(self, who: UUID) -> set[UUID]:
        return self.timed(who, "followup", at="noted_at") | set(self.where("followup", person=who))

    def sees_tie(self, who: UUID) -> set[UUID]:
        return self.timed(who, "tie", at="noted_at")

    def sees_saying(self, who: UUID) -> set[UUID]:
        return self.timed(who, "saying", at="at")

    def sees_story(self, who: UUID) -> set[UUID]:
        mine = self.circles(who)
        smaller = {row["story"] for row in self.all("storycircle").values() if row["circle"] in mine}
        return {key for key, row in self.all("story").items() if row["circle"] in mine} | smaller

    def sees_storycircle(self, who: UUID) -> set[UUID]:
        return {key for key, row in self.all("storycircle").items() if row["circle"] in self.circles(who)}

    def sees_party(self, who: UUID) -> set[UUID]:
        seen = self.sees_story(who)
        return {key for key, row in self.all("party").items() if row["story"] in seen}

    def sees_ownwords(self, who: UUID) -> set[UUID]:
        return self.timed(who, "ownwords", at="at")

    def sees_scan(self, who: UUID) -> set[UUID]:
        return self.timed(who, "scan", at="at")

    def sees_resource(self, who: UUID) -> set[UUID]:
        seen = self.sees_scan(who)
        return {key for key, row in self.all("resource").items() if row["scan"] in seen}

    def sees_promise(self, who: UUID) -> set[UUID]:
        return self.timed(who, "promise", at="asked_at") | set(self.where("promise", who=who))

    def sees_answer(self, who: UUID) -> set[UUID]:
        seen = self.sees_promise(who)
        return {key for key, row in self.all("answer").items() if row["promise"] in seen}

    def sees_keeping(self, who: UUID) -> set[UUID]:
        seen = self.sees_promise(who)
        return {key for key, row in self.all("keeping").items() if row["promise"] in seen}

    def sees_letter(self, who: UUID) -> set[UUID]:
        mine = {key for key, row in self.all("letter").items() if who in (row["reader"], row["writer"])}
        return mine | self.timed(who, "letter", at="written_at", circle="circle_key")

    def sees_trace(self, who: UUID) -> set[UUID]:
        return self.timed(who, "trace", at="at", circle="circle_key") | set(self.where("trace", who=who))

    # -- Sealed notes: their keepers, and whom one is told of ----------------------------------------------------------

    def keeps(self, who: UUID, *, asked: bool = False) -> set[UUID]:
        """The sealed notes somebody keeps; asked: those they did not answer for yet."""
        seats = self.where("sealkeeper", person=who, until=None)
        said = {row["keeper"]: row["yes"] for row in self.all("keeperanswer").values()}
        return {seat["note"] for key, seat in seats.items() if said.get(key) is (None if asked else True)}

    def sees_sealednote(self, who: UUID) -> set[UUID]:
        return self.keeps(who) | self.keeps(who, asked=True)

    def of_kept(self, who: UUID, table: str) -> set[UUID]:
        kept = self.keeps(who)
        return {key for key, row in self.all(table).items() if row["note"] in kept}

    def sees_sealkeeper(self, who: UUID) -> set[UUID]:
        return self.of_kept(who, "sealkeeper") | set(self.where("sealkeeper", person=who))

    def sees_keeperanswer(self, who: UUID) -> set[UUID]:
        seen = self.sees_sealkeeper(who)
        return {key for key, row in self.all("keeperanswer").items() if row["keeper"] in seen}

    def sees_sealedline(self, who: UUID) -> set[UUID]:
        return self.of_kept(who, "sealedline")

    def sees_sealreview(self, who: UUID) -> set[UUID]:
        return self.of_kept(who, "sealreview")

    def sees_sealagreement(self, who: UUID) -> set[UUID]:
        seen = self.sees_sealreview(who)
        return {key for key, row in self.all("sealagreement").items() if row["review"] in seen}

    def sees_sealopening(self, who: UUID) -> set[UUID]:
        return self.of_kept(who, "sealopening")

    def sees_sealtold(self, who: UUID) -> set[UUID]:
        own = self.own_circles(who)
        told = {key for key, row in self.all("sealtold").items() if row["circle"] in own}
        return self.of_kept(who, "sealtold") | told

    # -- Logs ----------------------------------------------------------------------------------------------------------

    def sees_look(self, who: UUID) -> set[UUID]:
        young = {child for child in self.children(who) if (self.years(child) or 99) < 12}
        about = {key for key, row in self.all("look").items() if row["about"] in young | {who}}
        return about | set(self.where("look", who=who))

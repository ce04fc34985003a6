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
        """Not what is limited as a whole, but for whom it is about and for whoever answers."""
        seats = self.seats(who).values()
        return {s["circle"] for s in seats if s["as_resident"] or not self.limited_for(who, s["circle"])}

    def in_force(self, **wanted: Any) -> dict[UUID, Row]:
        lifted = {row["limit"] for row in self.all("lifting").values()}
        return {key: row for key, row in self.where("limit", **wanted).items() if key not in lifted}

    def limited_for(self, who: UUID, circle: UUID) -> bool:
        return any(row["answerer"] != who for row in self.in_force(circle=circle, about_id=None).values())

    def limited_notes(self, who: UUID) -> set[UUID]:
        """What one does not read of one's circles because somebody limited it."""
        seated = {s["circle"] for s in self.where("membership", person=who).values() if not s["as_resident"]}
        limits = self.in_force().values()
        here = [row for row in limits if row["about_id"] and row["circle"] in seated - self.broken(who)]
        return {row["about_id"] for row in here if who not in (row["person"], row["author"], row["answerer"])}

    def formal_hat(self, who: UUID) -> UUID | None:
        """The first hat somebody wears, when that is one of work."""
        first = min(self.worn(who), default=None)
        return first if first and self.all("hat")[first]["formal"] else None

    def broken(self, who: UUID) -> set[UUID]:
        """The circles that somebody opened in danger and reads now."""
        theirs = [g["person"] for g in self.where("breakglass", by=who).values() if g["until"] > self.now]
        if not theirs or self.formal_hat(who) is None:
            return set()
        return {circle for person in theirs for circle in self.story_circles(person)}

    def story_circles(self, person: UUID) -> set[UUID]:
        """The circles of stories that are about somebody now."""
        about = {seat["circle"] for seat in self.seats(person).values() if seat["as_resident"]}
        return about & set(self.where("circle", kind="story"))

    def readable(self, who: UUID) -> set[UUID]:
        return self.circles(who) | self.broken(who)

    def own_circles(self, who: UUID) -> set[UUID]:
        """Of which one is the resident, or decides for a child."""
        return {s["circle"] for s in self.seats(who).values() if s["as_resident"] or s["parent_of"]}

    def new_circles(self, who: UUID) -> set[UUID]:
        begun = {seat["circle"] for seat in self.all("membership").values()}
        return set(self.where("circle", made_by=who)) - begun

    def beginning(self, who: UUID, circle: UUID) -> datetime | None:
        """From when somebody reads in a circle; None when they do not."""
        if circle not in self.circles(who):
            return None
        since = [self.begins(key, seat) for key, seat in self.seats(who).items() if seat["circle"] == circle]
        return min(since, default=None)

    def begins(self, key: UUID, seat: Row) -> datetime:
        opened = [row["since"] or BEGINNING for row in self.where("opening", membership=key).values()]
        return min([seat["sees_from"] or BEGINNING, *opened])

    def reads(self, who: UUID, circle: UUID | None, at: datetime) -> bool:
        """Whether what was written to a circle at a moment is read by somebody."""
        since = self.beginning(who, circle) if circle else None
        return circle in self.broken(who) or (since is not None and since <= at)

    def reads_since(self, who: UUID, circle: UUID | None, at: datetime) -> bool:
        """As a member, and not behind broken glass."""
        since = self.beginning(who, circle) if circle else None
        return since is not None and since <= at

    def company(self, who: UUID) -> set[UUID]:
        return {who} | self.of_circles(self.circles(who))

    def of_circles(self, circles: set[UUID]) -> set[UUID]:
        seated = {seat["person"] for seat in self.all("membership").values() if seat["circle"] in circles}
        return seated | {row["person"] for row in self.all("noted").values() if row["circle"] in circles}

    def fellows(self, who: UUID) -> set[UUID]:
        """Whom one's circles know; of one's own circle of one only who cannot log in."""
        mine = self.circles(who)
        seated = {seat["person"] for seat in self.all("membership").values() if seat["circle"] in mine}
        logins = {row["person"] for row in self.all("account").values()}
        alone = set(self.where("circle", kind="own"))
        noted = [row for row in self.all("noted").values() if row["circle"] in mine]
        return {who} | seated | {r["person"] for r in noted if r["circle"] not in alone or r["person"] not in logins}

    def neighbourhoods(self, who: UUID) -> set[str]:
        """One neighbourhood is enough: whoever has it, as home or in a hat they wear."""
        home = {self.all("person")[who]["neighbourhood"]}
        return (home | {hat["neighbourhood"] for hat in self.worn(who).values()}) - {None}

    def worn(self, who: UUID) -> dict[UUID, Row]:
        return {key: hat for key, hat in self.where("hat", person=who).items() if self.is_worn(key, hat)}

    def is_worn(self, key: UUID, hat: Row) -> bool:
        return (hat["until"] is None or hat["until"] >= self.today) and not self.where("takingoff", hat=key)

    def open_hats(self, who: UUID) -> dict[UUID, Row]:
        near = self.neighbourhoods(who)
        return {key: hat for key, hat in self.all("hat").items() if hat["open"] and hat["neighbourhood"] in near}

    def people(self, who: UUID) -> set[UUID]:
        worn = {hat["person"] for key, hat in self.open_hats(who).items() if self.is_worn(key, hat)}
        met = {row["person"] for row in self.where("acquaintance", who=who).values()}
        return self.company(who) | worn | met

    def knows(self, who: UUID, person: UUID) -> bool:
        return person in self.people(who) or self.all("person")[person]["made_by"] == who

    def may_write_to(self, who: UUID, person: UUID) -> bool:
        """Whom one knows; and who wrote first is answered, also by whoever does not know them."""
        return self.knows(who, person) or bool(self.where("letter", writer=person, reader=who))

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
        return self.readable(who) | self.new_circles(who)

    def sees_membership(self, who: UUID) -> set[UUID]:
        mine = self.readable(who)
        return {k for k, s in self.all("membership").items() if s["circle"] in mine or s["person"] == who}

    def sees_opening(self, who: UUID) -> set[UUID]:
        seats = self.sees_membership(who)
        return {key for key, row in self.all("opening").items() if row["membership"] in seats}

    def sees_noted(self, who: UUID) -> set[UUID]:
        return {key for key, row in self.all("noted").items() if row["circle"] in self.readable(who)}

    def sees_acquaintance(self, who: UUID) -> set[UUID]:
        return {key for key, row in self.all("acquaintance").items() if who in (row["who"], row["person"])}

    def sees_person(self, who: UUID) -> set[UUID]:
        return self.people(who) | self.of_circles(self.broken(who))

    def sees_hat(self, who: UUID) -> set[UUID]:
        company = self.company(who) | self.of_circles(self.broken(who))
        return {key for key, hat in self.all("hat").items() if hat["person"] in company} | set(self.open_hats(who))

    def sees_takingoff(self, who: UUID) -> set[UUID]:
        seen = self.sees_hat(who)
        return {key for key, row in self.all("takingoff").items() if row["hat"] in seen}

    def sees_birth(self, who: UUID) -> set[UUID]:
        mine = self.children(who) | {who}
        return {k for k, row in self.all("birth").items() if row["person"] in mine or row["noted_by"] == who}

    def sees_parent(self, who: UUID) -> set[UUID]:
        company = self.company(who)
        rows = self.all("parent").items()
        return {k for k, r in rows if who in (r["child"], r["parent"], r["noted_by"]) or r["child"] in company}

    def sees_moment(self, who: UUID) -> set[UUID]:
        ever = {seat["circle"] for seat in self.where("membership", person=who).values()}
        left = {circle for circle in ever if self.beginning(who, circle) != BEGINNING} - self.broken(who)
        kept = {key for key, row in self.where("moment", author=who).items() if row["circle"] in left}
        return (self.timed(who, "moment", at="noted_at") | kept) - self.limited_notes(who)

    def sees_presence(self, who: UUID) -> set[UUID]:
        seen = self.sees_moment(who)
        return {key for key, row in self.all("presence").items() if row["moment"] in seen}

    def sees_followup(self, who: UUID) -> set[UUID]:
        seen = self.timed(who, "followup", at="noted_at") | set(self.where("followup", person=who))
        limited = self.limited_notes(who)
        return {key for key in seen if self.all("followup")[key]["moment"] not in limited}

    def sees_tie(self, who: UUID) -> set[UUID]:
        return self.timed(who, "tie", at="noted_at")

    def sees_placing(self, who: UUID) -> set[UUID]:
        return self.timed(who, "placing", at="at")

    def sees_tieend(self, who: UUID) -> set[UUID]:
        return self.timed(who, "tieend", at="at")

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
        glasses = {key for key, row in self.all("look").items() if row["about"] in self.shown_glasses(who)}
        return about | glasses | set(self.where("look", who=who))

    # -- Breaking the glass --------------------------------------------------------------------------------------------

    def told_glasses(self, who: UUID) -> set[UUID]:
        """What the circles of somebody heard of, and was broken since they read there."""
        told = {row["glass"] for row in self.where("glasstelling", told=True).values()}
        return {key for key in told if self.hears_of(who, self.all("breakglass")[key])}

    def hears_of(self, who: UUID, glass: Row) -> bool:
        seats = self.where("membership", person=glass["person"], as_resident=True).values()
        return any(self.reads_since(who, seat["circle"], glass["at"]) for seat in seats)

    def shown_glasses(self, who: UUID) -> set[UUID]:
        own = self.own_circles(who)
        seats = self.where("membership", as_resident=True).values()
        about = {seat["person"] for seat in seats if seat["circle"] in own}
        told = {key for key in self.told_glasses(who) if self.all("breakglass")[key]["person"] in about}
        return told | set(self.where("breakglass", third=who))

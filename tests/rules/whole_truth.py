"""Who sees what of rights, consents, invitations, danger and letters: the rest of `truth`, in plain Python."""

from uuid import UUID

from nabij.bridge.lifecycle import GOING
from nabij.post.requests import Thing
from tests.rules.deviated_truth import DeviatedTruth

NOTE = "moments.moment"


class WholeTruth(DeviatedTruth):
    """The rules over every table that hangs on a circle, a note or a request."""

    def along(self, table: str, column: str, seen: set[UUID]) -> set[UUID]:
        """What is seen by whoever sees what it hangs on."""
        return {key for key, row in self.all(table).items() if row[column] in seen}

    def mine(self, table: str, who: UUID, *columns: str) -> set[UUID]:
        return {key for key, row in self.all(table).items() if who in [row[column] for column in columns]}

    def is_contact(self, who: UUID) -> bool:
        """Whether somebody wears the hat of the privacy contact."""
        return any(hat["formal"] and hat["role"] == "privacycontact" for hat in self.worn(who).values())

    # -- Who is there for what -----------------------------------------------------------------------------------------

    def sees_signpost(self, who: UUID) -> set[UUID]:
        here = self.neighbourhoods(who)
        shown = {
            key
            for key, row in self.where("signpost", until=None).items()
            if self.where("account", person=row["person"])
            and (row["public"] or row["neighbourhood"] in here)
            and (row["kind"] == "guide" or self.is_worn(row["hat"], self.all("hat")[row["hat"]]))
        }
        return shown | self.mine("signpost", who, "person", "ended_by")

    # -- Rights --------------------------------------------------------------------------------------------------------

    def sees_account(self, who: UUID) -> set[UUID]:
        return self.mine("account", who, "person")

    def sees_request(self, who: UUID) -> set[UUID]:
        return self.mine("request", who, "person", "answerer", "noted_by")

    def sees_reply(self, who: UUID) -> set[UUID]:
        return self.along("reply", "request", self.sees_request(who))

    def sees_extension(self, who: UUID) -> set[UUID]:
        return self.along("extension", "request", self.sees_request(who))

    def sees_correction(self, who: UUID) -> set[UUID]:
        return self.along("correction", "about_id", self.sees_moment(who)) | self.mine("correction", who, "person")

    def sees_objection(self, who: UUID) -> set[UUID]:
        seen, notes = self.mine("objection", who, "person"), self.sees_moment(who)
        answered = self.along("objection", "request", self.mine("request", who, "answerer", "noted_by"))
        rows = self.all("objection").items()
        shown = {key for key, row in rows if self.reads_since(who, row["shown_in"], row["at"])}
        return seen | answered | {key for key, row in rows if key in shown and self.is_read(row, notes)}

    def is_read(self, row: dict[str, object], notes: set[UUID]) -> bool:
        return row["about_kind"] != NOTE or row["about_id"] in notes

    def sees_limit(self, who: UUID) -> set[UUID]:
        return self.along("limit", "circle", self.own_circles(who)) | self.mine(
            "limit", who, "person", "author", "answerer"
        )

    def sees_lifting(self, who: UUID) -> set[UUID]:
        return self.along("lifting", "limit", self.sees_limit(who))

    def sees_consent(self, who: UUID) -> set[UUID]:
        rows = self.all("consent").items()
        since = {key for key, row in rows if self.reads_since(who, row["circle"], row["at"])}
        return since | self.mine("consent", who, "person", "noted_by")

    def sees_withdrawal(self, who: UUID) -> set[UUID]:
        return self.along("withdrawal", "consent", self.sees_consent(who))

    def sees_cameback(self, who: UUID) -> set[UUID]:
        return self.along("cameback", "follow_up", self.sees_followup(who))

    def sees_turn(self, who: UUID) -> set[UUID]:
        return self.along("turn", "promise", self.sees_promise(who))

    def sees_closing(self, who: UUID) -> set[UUID]:
        """Of the whole story, also by who came later or reads a smaller circle of it; not behind broken glass."""
        return self.along("closing", "story", self.sees_story(who))

    def sees_reopening(self, who: UUID) -> set[UUID]:
        return self.along("reopening", "closing", self.sees_closing(who))

    def sees_merge(self, who: UUID) -> set[UUID]:
        """Who is in both circles, and whom it is about."""
        here = self.circles(who)
        both = {key for key, row in self.all("merge").items() if {row["circle"], row["double_circle"]} <= here}
        return both | self.mine("merge", who, "person", "double")

    def sees_mergeend(self, who: UUID) -> set[UUID]:
        return self.along("mergeend", "merge", self.sees_merge(who))

    def sees_handhold(self, who: UUID) -> set[UUID]:
        here = self.neighbourhoods(who)
        return {key for key, row in self.all("handhold").items() if row["neighbourhood"] in here}

    def said_there(self, table: str, who: UUID) -> set[UUID]:
        """What was said and signed around the agreement of where one lives or works, and by oneself."""
        return self.along(table, "neighbourhood", self.neighbourhoods(who)) | self.mine(table, who, "person")

    def sees_penholder(self, who: UUID) -> set[UUID]:
        return self.said_there("penholder", who)

    def sees_remark(self, who: UUID) -> set[UUID]:
        return self.said_there("remark", who)

    # -- The social map ------------------------------------------------------------------------------------------------

    def sees_initiative(self, who: UUID) -> set[UUID]:
        """Who sent it in, and who coordinates there."""
        there = self.coordinated(who)
        return self.mine("initiative", who, "by") | {
            key for key, row in self.all("initiative").items() if row["neighbourhood"] in there
        }

    def sees_initiativeanswer(self, who: UUID) -> set[UUID]:
        return self.along("initiativeanswer", "initiative", self.sees_initiative(who))

    def sees_unfinishedlist(self, who: UUID) -> set[UUID]:
        """Who coordinates in the neighbourhood of that list."""
        there = self.coordinated(who)
        return {key for key, row in self.all("unfinishedlist").items() if row["neighbourhood"] in there}

    def sees_ownerchange(self, who: UUID) -> set[UUID]:
        """When, where on the web and whether it is still there; never an old number, address or text."""
        return {key for key, row in self.all("ownerchange").items() if row["field"] in ("times", "web", "status")}

    def sees_readyline(self, who: UUID) -> set[UUID]:
        return self.timed(who, "readyline", at="at")

    def sees_feed(self, who: UUID) -> set[UUID]:
        return self.mine("feed", who, "person")

    def sees_attachment(self, who: UUID) -> set[UUID]:
        return self.along("attachment", "moment", self.sees_moment(who))

    def sees_draft(self, who: UUID) -> set[UUID]:
        return self.mine("draft", who, "person")

    def sees_timespent(self, who: UUID) -> set[UUID]:
        return self.mine("timespent", who, "person")

    def sees_silenceanswer(self, who: UUID) -> set[UUID]:
        return self.mine("silenceanswer", who, "person")

    def sees_lookrest(self, who: UUID) -> set[UUID]:
        return self.mine("lookrest", who, "person")

    def sees_partneranswer(self, who: UUID) -> set[UUID]:
        return self.mine("partneranswer", who, "person")

    def sees_absence(self, who: UUID) -> set[UUID]:
        return self.along("absence", "person", self.company(who)) | self.mine("absence", who, "stand_in")

    def sees_handover(self, who: UUID) -> set[UUID]:
        """Whom it is about, and who leaves; nobody who reads along hears it before them."""
        return self.along("handover", "circle", self.own_circles(who)) | self.mine("handover", who, "person")

    def sees_lesson(self, who: UUID) -> set[UUID]:
        return self.along("lesson", "moment", self.sees_moment(who))

    def waits(self, by: UUID, *, person: UUID, thing: Thing, shown: bool) -> bool:
        """Whether the same objection is waiting for an answer, as far as whoever objects can know."""
        answered = {row["request"] for row in self.all("reply").values()}
        same = self.where("request", kind="object", person=person, about_kind=thing.kind, about_id=thing.id)
        waiting = same.keys() & self.sees_request(by) - answered
        told = self.where("objection", shown_in=thing.circle.id) if shown and thing.circle else None
        if told is None:
            return bool(waiting)
        return bool(waiting & {told[key]["request"] for key in told.keys() & self.sees_objection(by)})

    # -- Invitations, concerns, letters --------------------------------------------------------------------------------

    def sees_invitation(self, who: UUID) -> set[UUID]:
        """Who is asked in is known to the whole circle, as who reads there is."""
        return self.along("invitation", "circle", self.readable(who)) | self.mine("invitation", who, "by")

    def sees_invitationend(self, who: UUID) -> set[UUID]:
        return self.along("invitationend", "invitation", self.sees_invitation(who))

    def sees_concern(self, who: UUID) -> set[UUID]:
        return self.mine("concern", who, "by", "to")

    def sees_concernanswer(self, who: UUID) -> set[UUID]:
        return self.along("concernanswer", "concern", self.sees_concern(who))

    # -- Referrals -----------------------------------------------------------------------------------------------------

    def received(self, who: UUID) -> set[UUID]:
        """What is asked of somebody, or of a group of which they were given a hat; not what lies elsewhere first."""
        groups = {hat["group"] for hat in self.worn(who).values() if hat["granted_by"] != who} - {None}
        rows = self.all("receiver").values()
        asked = {row["referral"] for row in rows if row["person"] == who or row["group"] in groups}
        away = {row["referral"] for row in rows if row["person"] in self.absent(who)}
        asked |= {one for one in away if self.stands(one) in GOING} | self.took(who, "referral")
        return asked & {row["referral"] for row in self.where("referralstep", state="requested").values()}

    def stands(self, referral: UUID) -> str:
        steps = sorted(self.where("referralstep", referral=referral).values(), key=lambda one: one["number"])
        return steps[-1]["state"] if steps else ""

    def sees_referral(self, who: UUID) -> set[UUID]:
        young = {child for child in self.children(who) if (self.years(child) or 99) < 12}
        of_children = {key for key, row in self.all("referral").items() if row["about"] in young}
        return self.mine("referral", who, "by", "about") | of_children | self.received(who)

    def sees_receiver(self, who: UUID) -> set[UUID]:
        return self.along("receiver", "referral", self.sees_referral(who))

    def sees_referralstep(self, who: UUID) -> set[UUID]:
        return self.along("referralstep", "referral", self.sees_referral(who))

    def sees_thanks(self, who: UUID) -> set[UUID]:
        return self.mine("thanks", who, "by", "to")

    def sees_sending(self, who: UUID) -> set[UUID]:
        return self.along("sending", "letter", self.sees_letter(who))

    def sees_preference(self, who: UUID) -> set[UUID]:
        """One's own; and of whom one knows who cannot log in, what was said of all letters or of one's own."""
        logins = {row["person"] for row in self.all("account").values()}
        seen = set()
        for key, row in self.all("preference").items():
            asked = row["writer"] in (None, who) and row["person"] not in logins and self.knows(who, row["person"])
            seen |= {key} if asked or row["person"] == who else set()
        return seen

    # -- What hangs on a person ----------------------------------------------------------------------------------------

    def sees_waytoreach(self, who: UUID) -> set[UUID]:
        known = self.fellows(who) | self.of_circles(self.broken(who))
        rows = self.all("waytoreach").items()
        return {
            k for k, r in rows if who in (r["person"], r["only_for"]) or (not r["only_for"] and r["person"] in known)
        }

    def sees_reachablehours(self, who: UUID) -> set[UUID]:
        return self.along("reachablehours", "person", self.people(who))

    def sees_strength(self, who: UUID) -> set[UUID]:
        offered = self.along("strength", "person", self.people(who)) & set(self.where("strength", open=True))
        return offered | self.along("strength", "person", self.fellows(who))

    def sees_householdmember(self, who: UUID) -> set[UUID]:
        return self.along("householdmember", "person", self.company(who))

    def sees_household(self, who: UUID) -> set[UUID]:
        return {self.all("householdmember")[key]["household"] for key in self.sees_householdmember(who)}

    def sees_duty(self, who: UUID) -> set[UUID]:
        here = self.neighbourhoods(who)
        return {key for key, row in self.all("duty").items() if row["neighbourhood"] in here}

    def sees_proof(self, who: UUID) -> set[UUID]:
        return self.along("proof", "hat", self.sees_hat(who))

    def sees_administrator(self, who: UUID) -> set[UUID]:
        return self.mine("administrator", who, "person")

    def sees_suspension(self, who: UUID) -> set[UUID]:
        return self.mine("suspension", who, "person")

    def sees_hold(self, who: UUID) -> set[UUID]:
        return self.mine("hold", who, "person_key") | self.along("hold", "circle_key", self.own_circles(who))

    def sees_release(self, who: UUID) -> set[UUID]:
        return self.along("release", "hold", self.sees_hold(who))

    def sees_knock(self, who: UUID) -> set[UUID]:
        shown = {key for key in self.mine("invitation", who, "by") if self.all("invitation")[key]["code_hash"]}
        return self.along("knock", "invitation", shown) | self.mine("knock", who, "person")

    def sees_erasure(self, who: UUID) -> set[UUID]:
        return self.along("erasure", "request", self.sees_request(who))

    # -- Danger --------------------------------------------------------------------------------------------------------

    def sees_trustedthird(self, who: UUID) -> set[UUID]:
        here = self.neighbourhoods(who)
        rows = self.all("trustedthird").items()
        return {key for key, row in rows if row["neighbourhood"] in here or row["person"] == who}

    def sees_glassattempt(self, who: UUID) -> set[UUID]:
        return self.mine("glassattempt", who, "by", "third")

    def sees_breakglass(self, who: UUID) -> set[UUID]:
        return self.mine("breakglass", who, "by", "third") | self.told_glasses(who)

    def sees_glasstelling(self, who: UUID) -> set[UUID]:
        told = self.along("glasstelling", "glass", self.sees_breakglass(who)) & set(
            self.where("glasstelling", told=True)
        )
        return told | self.mine("glasstelling", who, "by")

    def sees_glassreview(self, who: UUID) -> set[UUID]:
        return self.along("glassreview", "glass", self.sees_breakglass(who))

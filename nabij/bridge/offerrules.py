"""Who sees an offer: the neighbourhood it was made in, while it stands; what became of it, whoever offers."""

from nabij.base.guard import Guard, Policy
from nabij.base.privacy import Keep
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_HATS, MY_NEIGHBOURHOODS, MY_PEOPLE, for_office
from nabij.trust.policies.terms import ALONG_PERSON, SEEN, after, along, goes

MY_OFFER = f"offer_id in (select id from public.bridge_offer where person_id = {ME})"
OF_OFFER = "offer_id in (select id from public.bridge_offer)"
YEAR_AGO = f"interval '{Keep.YEAR.term}'"
LONG_OVER = f"(until < current_date - {YEAR_AGO} or trust.offer_ended_at(id) < statement_timestamp() - {YEAR_AGO})"


def beside_an_offer(table: str, *, see: str, add: str, check: str = MY_OFFER, more: tuple[Policy, ...] = ()) -> Guard:
    """A row of its own of what became of an offer, which goes with it."""
    columns = {"bridge_offerpause": "id, offer_id, until, at"}.get(table, "id, offer_id, by_id, at")
    return Guard(
        table,
        grants=("select", "insert"),
        offices=(f"select ({columns})", "delete"),
        policies=(
            Policy("see_own", "select", MY_OFFER, says=see),
            Policy("add_own", "insert", check=check, says=add),
            *more,
            for_rights(OF_OFFER, says="What became of an offer goes with it."),
            SEEN,
            along("offer_id", table="bridge_offer", says="What became of an offer goes with it."),
        ),
    )


OFFERS = (
    Guard(
        "bridge_offer",
        grants=("select", "insert", "update (line, kinds, week, room, until)"),
        offices=("select (id, person_id, neighbourhood_id, group_id, since, until, at)", "delete"),
        policies=(
            Policy("see_own", "select", f"person_id = {ME}", says="You see what you offered."),
            Policy(
                "see_neighbourhood",
                "select",
                f"neighbourhood_id = {MY_NEIGHBOURHOODS} and (until is null or until >= current_date)"
                " and trust.still_offered(id)",
                says="Whoever lives or works there sees what is offered in a neighbourhood, while it is.",
            ),
            Policy(
                "add_own",
                "insert",
                check=f"person_id = {ME} and neighbourhood_id = {MY_NEIGHBOURHOODS} and (group_id is null"
                f" or group_id in (select h.group_id from public.people_hat h where h.id = {MY_HATS}))",
                says="You offer in your own name, where you live or work; for a group when you wear its hat.",
            ),
            Policy(
                "change_own",
                "update",
                f"person_id = {ME} and trust.still_offered(id)",
                f"person_id = {ME}",
                says="You change what you offer, while it stands.",
            ),
            for_rights(f"person_id = {ERASED_PEOPLE}", says="What somebody offered who is forgotten goes."),
            SEEN,
            goes("after_its_term", rule=LONG_OVER, says="An offer goes a year after it ended."),
        ),
    ),
    beside_an_offer("bridge_offerpause", see="You see when your offer rests.", add="You let your own offer rest."),
    beside_an_offer(
        "bridge_offerending",
        see="You see that your offer ended.",
        add="You end your own offer, in your own name.",
        check=f"by_id = {ME} and {MY_OFFER}",
    ),
    beside_an_offer(
        "bridge_offerasked",
        see="You see by whom you were asked for what you offer.",
        add="You ask for what is offered in your neighbourhood, in your own name.",
        check=f"by_id = {ME} and trust.may_ask_offer(offer_id)",
        more=(
            Policy("see_asker", "select", f"by_id = {ME}", says="You see whom you asked."),
            after(Keep.YEAR, column="at", says="That somebody was asked goes after a year.")[1],
        ),
    ),
    Guard(
        "bridge_safeguard",
        grants=("select", "insert", "delete"),
        offices=("select", "delete"),
        policies=(
            Policy("see_own", "select", f"person_id = {ME}", says="You see what was seen of you."),
            Policy(
                "see_known",
                "select",
                f"person_id = {MY_PEOPLE}",
                says="Whoever sees somebody sees that a VOG or a training was seen of them.",
            ),
            Policy("see_seer", "select", f"seen_by_id = {ME}", says="You see what you noted that you saw."),
            Policy(
                "add_coordinator",
                "insert",
                check=f"seen_by_id = {ME} and person_id <> {ME} and trust.may_see_papers(person_id)",
                says="Who coordinates there, or wears a granted hat of the group, notes what they saw of who offers.",
            ),
            Policy("end_seer", "delete", f"seen_by_id = {ME}", says="You take back what you noted by mistake."),
            for_office("reminders", command="select", says="Of whom something ends, and who saw it, are told in time."),
            for_rights(f"person_id = {ERASED_PEOPLE}", says="What was seen of somebody who is forgotten goes."),
            SEEN,
            ALONG_PERSON,
        ),
    ),
)

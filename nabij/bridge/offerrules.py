"""Who sees an offer: the neighbourhood it was made in, while it stands; what became of it, whoever offers."""

from nabij.base.guard import OFFICE, Guard, Policy
from nabij.base.privacy import Keep
from nabij.bridge.heard_rules import BY_LINK, I_MIND, REACH, READER
from nabij.trust.policies.erasing import ERASED_PEOPLE, for_rights
from nabij.trust.policies.parts import ME, MY_HATS, MY_NEIGHBOURHOODS, MY_PEOPLE, for_office
from nabij.trust.policies.terms import ALONG_PERSON, SEEN, after, along, goes

MY_OFFER = f"offer_id in (select id from public.bridge_offer where person_id = {ME})"
OF_OFFER = "offer_id in (select id from public.bridge_offer)"
YEAR_AGO = f"interval '{Keep.YEAR.term}'"
LONG_OVER = f"(until < current_date - {YEAR_AGO} or trust.offer_ended_at(id) < statement_timestamp() - {YEAR_AGO})"


def beside_an_offer(
    table: str,
    *,
    see: str,
    add: str,
    check: str = MY_OFFER,
    more: tuple[Policy, ...] = (),
    also: tuple[str, ...] = (),
) -> Guard:
    """A row of its own of what became of an offer, which goes with it. also: what its offices may do besides."""
    columns = {"bridge_offerpause": "id, offer_id, until, at"}.get(table, "id, offer_id, by_id, at")
    return Guard(
        table,
        grants=("select", "insert"),
        offices=(f"select ({columns})", "delete", *also),
        policies=(
            Policy("see_own", "select", MY_OFFER, says=see),
            Policy("add_own", "insert", check=check, says=add),
            *more,
            for_rights(OF_OFFER, says="What became of an offer goes with it."),
            SEEN,
            along("offer_id", table="bridge_offer", says="What became of an offer goes with it."),
        ),
    )


def minded(what: str, *, check: str) -> tuple[Policy, Policy]:
    """The same for an offer of somebody without a login, by who wrote it down for them."""
    return (
        Policy("see_minded", "select", f"offer_id = {I_MIND}", says=f"Who minds another's offer sees that {what}."),
        Policy("add_minded", "insert", check=check, says=f"Who minds another's offer says that {what}."),
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
            Policy(
                "see_minded",
                "select",
                f"id = {I_MIND}",
                says="Who wrote it down for somebody without a login sees how their offer stands.",
            ),
            Policy(
                "change_minded",
                "update",
                f"id = {I_MIND} and trust.still_offered(id)",
                f"id = {I_MIND} and line = trust.offered_line(id)",
                says="Who wrote it down for somebody without a login says when it can be, in the words of their yes.",
            ),
            Policy(
                "link_see",
                "select",
                f"id = {REACH} and person_id = {READER}",
                to=OFFICE,
                says="A link shows whether what was said yes to is offered, to whose it is.",
            ),
            for_rights(f"person_id = {ERASED_PEOPLE}", says="What somebody offered who is forgotten goes."),
            SEEN,
            goes("after_its_term", rule=LONG_OVER, says="An offer goes a year after it ended."),
        ),
    ),
    beside_an_offer(
        "bridge_offerpause",
        see="You see when your offer rests.",
        add="You let your own offer rest.",
        more=minded("it rests", check=f"offer_id = {I_MIND}"),
    ),
    beside_an_offer(
        "bridge_offerending",
        see="You see that your offer ended.",
        add="You end your own offer, in your own name.",
        check=f"by_id = {ME} and {MY_OFFER}",
        more=(
            *minded("it ended", check=f"by_id = {ME} and offer_id = {I_MIND}"),
            Policy("link_see", "select", BY_LINK, to=OFFICE, says="A link shows whether it ended, to whose it is."),
            Policy(
                "link_add",
                "insert",
                check=f"by_id = {READER} and {BY_LINK}",
                to=OFFICE,
                says="A link ends what was said yes to, for whose it is.",
            ),
        ),
        also=("insert",),
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

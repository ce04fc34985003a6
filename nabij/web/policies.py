"""What the app may do with the tables of Django, allauth and procrastinate: no row-level security, few rights."""

from nabij.base.guard import Guard
from nabij.base.privacy import Keep
from nabij.trust.policies.doors import OF_FORGOTTEN
from nabij.trust.policies.erasing import for_rights
from nabij.trust.policies.parts import FULL, for_office
from nabij.trust.policies.terms import SEEN, after, along


def others(table: str, *, why: str, sequences: tuple[str, ...] = ()) -> Guard:
    return Guard(table, grants=FULL, offices=FULL, rls=False, sequences=sequences, why=why)


def door(table: str, *, why: str) -> Guard:
    """A table of allauth that the office 'door' alone reaches, as if it were ours."""
    theirs = (
        for_office("door", says=why),
        for_rights(f"user_id {OF_FORGOTTEN}", says="How somebody logged in who is forgotten goes."),
        SEEN,
        along("user_id", table="people_account", says="It goes with the account that it logs in."),
    )
    return Guard(table, offices=FULL, policies=theirs, why=why)


GUARDS = [
    Guard("django_session", why="Closed: sessions stand in trust_session, found by a hash."),
    door("mfa_authenticator", why="Log-in keeps passkeys and authenticator apps."),
    door("socialaccount_socialaccount", why="Log-in knows which account of a provider is whose."),
    Guard("socialaccount_socialapp", why="Closed: the provider stands in the settings."),
    Guard("socialaccount_socialtoken", why="Closed: no token of a provider is kept."),
    Guard(
        "web_tally",
        offices=FULL,
        policies=(
            for_office("door", says="Whoever lets people in counts how often they knock."),
            *after(Keep.SHORT, column="until", says="How often somebody knocked is forgotten within thirty days."),
        ),
    ),
    Guard(
        "account_emailaddress",
        offices=FULL,
        rls=False,
        why="allauth keeps addresses beside the account; log-in runs as the office door, and nobody else reads them.",
    ),
    Guard(
        "account_emailconfirmation",
        offices=FULL,
        rls=False,
        why="allauth's own; unused while the code proves the address.",
    ),
    others("procrastinate_jobs", sequences=("procrastinate_jobs_id_seq",), why="Jobs carry ids only."),
    others("procrastinate_workers", why="Which workers live; nothing personal."),
    others(
        "procrastinate_periodic_defers", sequences=("procrastinate_periodic_defers_id_seq",), why="When jobs recur."
    ),
    Guard(
        "procrastinate_events",
        grants=("select", "insert"),
        offices=("select", "insert"),
        rls=False,
        sequences=("procrastinate_events_id_seq",),
        why="What became of a job; ids only.",
    ),
]

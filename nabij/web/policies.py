"""What the app may do with the tables of Django, allauth and procrastinate: no row-level security, few rights."""

from nabij.base.guard import Guard
from nabij.trust.policies.parts import FULL, for_office


def others(table: str, *, why: str, sequences: tuple[str, ...] = ()) -> Guard:
    return Guard(table, grants=FULL, offices=FULL, rls=False, sequences=sequences, why=why)


GUARDS = [
    Guard(
        "web_tally",
        offices=FULL,
        policies=(for_office("door", says="Whoever lets people in counts how often they knock."),),
    ),
    others("django_session", why="Sessions hold a login's id and hat, found by a random key."),
    others("nabij_cache", why="Django's cache: counters of log-in, for minutes; nothing that somebody wrote."),
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

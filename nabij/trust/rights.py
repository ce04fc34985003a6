"""Who may what: everybody with a log-in or a granted hat, for administrators. Nothing of what is written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import F, Func, Prefetch, Q, QuerySet, TextField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from nabij.people.mandates import LapsedHats
from nabij.people.models import Account, Administrator, Hat, Proof
from nabij.people.running_out import beside_the_name
from nabij.trust.models import RightsReview
from nabij.trust.upkeep import QUARTER

LONG_UNUSED = timedelta(days=183)
PERSON = beside_the_name("person")


class GrantedBy(Func):
    """The name of whoever granted a hat or saw a proof for it, also for who does not know them otherwise."""

    function = "trust.granted_by"
    output_field = TextField()


def with_grantor(hats: QuerySet[Hat]) -> QuerySet[Hat]:
    return hats.annotate(grantor=GrantedBy(F("id"), F("granted_by_id")))


def proofs() -> Prefetch:
    """The proofs of hats, the newest first, each with the name of who saw it."""
    seen = Proof.objects.annotate(seer=GrantedBy(F("hat_id"), F("seen_by_id")))
    return Prefetch("proofs", queryset=seen.order_by("-seen_on", "-id"))


@dataclass
class Right:
    """What one person may here."""

    name: str
    account: Account | None = None  # None for who has a granted hat and no log-in.
    administrator: bool = False
    unused: bool = False
    hats: list[Hat] = field(default_factory=list)


def accounts(*, words: str = "") -> QuerySet[Account]:
    """Log-ins by name; `words`: a part of the name or of the address."""
    found = Account.objects.select_related("person").defer("password", *PERSON).order_by("person__name", "id")
    for word in words.split():
        found = found.filter(Q(person__name__icontains=word) | Q(email__icontains=word))
    return found


def hats(*, today: date) -> QuerySet[Hat]:
    """Granted hats that are not over and not taken off; `lapsed` when a proof their role needs is missing."""
    found = (
        Hat.objects.granted_on(today)
        .select_related("person", "group", "neighbourhood")
        .defer(*PERSON, "neighbourhood__outline")
    )
    lapsed = Q(id__any_of=LapsedHats(today))
    return with_grantor(found).annotate(lapsed=lapsed).prefetch_related(proofs()).order_by("person__name", "role", "id")


def mandates(*, today: date) -> QuerySet[Hat]:
    """Any hat whoever acts may see, worn or not, with all that its page tells of it."""
    seen = Hat.objects.select_related("person", "group", "neighbourhood", "taking_off")
    found = with_grantor(seen).annotate(
        lapsed=Q(id__any_of=LapsedHats(today)), taken_by=GrantedBy(F("id"), F("taking_off__by_id"))
    )
    return found.prefetch_related(proofs())


def rights(*, at: datetime) -> list[Right]:
    """Everybody with a log-in, with their hats; in a few questions, however many they are."""
    keep = set(Administrator.objects.current().values_list("person_id", flat=True))
    worn: dict[object, list[Hat]] = {}
    for hat in hats(today=timezone.localdate(at)):
        worn.setdefault(hat.person_id, []).append(hat)
    found = [
        Right(one.person.called, one, one.person_id in keep, unused(one, at=at), worn.pop(one.person_id, []))
        for one in accounts()
    ]
    return [*found, *(Right(theirs[0].person.called, hats=theirs) for theirs in worn.values())]


def unused(account: Account, *, at: datetime) -> bool:
    return (account.last_login or account.made_at) < at - LONG_UNUSED


@dataclass(frozen=True)
class Looked:
    """When somebody last looked at who may what, and until when that is fresh enough."""

    last: RightsReview | None
    due: bool
    before: list[RightsReview]


def looked(*, at: datetime) -> Looked:
    found = list(RightsReview.objects.select_related("by").defer(*beside_the_name("by")).order_by("-at", "-id")[:8])
    last = found[0] if found else None
    return Looked(last, last is None or last.at <= at - QUARTER, found)


HEADINGS = (
    _("naam"),
    _("mail"),
    _("kan inloggen"),
    _("laatst ingelogd"),
    _("beheerder"),
    _("pet"),
    _("groep"),
    _("buurt"),
    _("sinds"),
    _("tot en met"),
    _("gegeven door"),
    _("bewijzen"),
    _("let op"),
)


def as_rows(found: list[Right]) -> Iterator[list[str]]:
    """The same as rows for a spreadsheet: one for each hat, and one for who wears none."""
    yield [f"{heading}" for heading in HEADINGS]
    for one in found:
        worn: list[Hat | None] = [*one.hats] or [None]
        for hat in worn:
            yield [*of_account(one), *(of_hat(hat) if hat else [""] * 7), remark(one, hat)]


def of_account(one: Right) -> list[str]:
    account = one.account
    if account is None:
        return [one.name, "", said(yes=False), "", said(yes=False)]
    last = f"{timezone.localdate(account.last_login)}" if account.last_login else ""
    return [one.name, account.email, said(yes=account.is_active), last, said(yes=one.administrator)]


def of_hat(hat: Hat) -> list[str]:
    shown = "; ".join(
        f"{proof}, {proof.seen_on}" + (f" - {proof.valid_until}" if proof.valid_until else "")
        for proof in hat.proofs.all()
    )
    where = (f"{hat.group or ''}", f"{hat.neighbourhood or ''}", f"{hat.since}", f"{hat.until or ''}")
    return [hat.role, *where, getattr(hat, "grantor", None) or str(_("beheer")), shown]


def remark(one: Right, hat: Hat | None) -> str:
    found = [str(_("lang niet ingelogd"))] if one.unused else []
    found += [str(_("mist een bewijs"))] if hat and getattr(hat, "lapsed", False) else []
    return ", ".join(found)


def said(*, yes: bool) -> str:
    return str(_("ja") if yes else _("nee"))

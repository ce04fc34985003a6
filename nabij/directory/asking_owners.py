"""Whoever does what stands on the map is asked by mail: once a season, or when three times nobody reached them.

One mail for each address, with all its listings. Acts as the office 'reminders'. Nothing of anybody who asked for help
stands in it.
"""

import secrets
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from nabij.directory.correcting import stopped
from nabij.directory.models import Service
from nabij.directory.owners import LIVES, OwnerLetter, hash_of_address
from nabij.directory.sure_of_all import sure_of_all
from nabij.directory.sureness import SEASON, Sureness
from nabij.post.envelopes import DoorMail, hand_over
from nabij.post.models import hash_of

AT_ONCE = 300  # Addresses in one night; the others come the next.
A_MONTH = timedelta(days=30)
WAITS = timedelta(days=3)  # As long as a mail may lie when the mail server is in trouble.
Why = OwnerLetter.Why


@dataclass(frozen=True)
class Listed:
    """One listing of an address, and how sure it is."""

    key: UUID
    name: str
    sure: Sureness


def ask_owners(*, at: datetime) -> int:
    """Asks whoever is due; how many mails went."""
    asked = 0
    for address, listed in sorted(by_address(at=at).items()):
        why = why_ask(address, listed, at=at)
        if why and asked < AT_ONCE:
            ask(address=address, listed=listed, why=why, at=at)
            asked += 1
    return asked


def by_address(*, at: datetime) -> dict[str, list[Listed]]:
    """Every address that stands with a listing, or else with its organisation, with what it is the address of."""
    found: dict[str, list[Listed]] = defaultdict(list)
    sure = sure_of_all(at=at)
    rows = Service.objects.filter(pk__in=sure).order_by("name", "id")
    for key, name, own, other in rows.values_list("pk", "name", "email", "organization__email"):
        address = (own or other or "").strip().lower()
        if is_mail(address):
            found[address].append(Listed(key, name, sure[key]))
    return found


def is_mail(address: str) -> bool:
    try:
        validate_email(address)
    except ValidationError:
        return False
    return True


def why_ask(address: str, listed: list[Listed], *, at: datetime) -> str:
    """Why this address is asked now; empty when it is not."""
    key = hash_of_address(address)
    lately = list(OwnerLetter.objects.filter(address_hash=key, at__gt=at - SEASON))
    missed = [one for one in listed if one.sure.out_of_reach and not _asked_of(one, lately)]
    silent = any(one.sure.confirmed is None or one.sure.today - one.sure.confirmed > SEASON for one in listed)
    if any(letter.why == Why.UNREACHED and letter.at > at - A_MONTH for letter in lately):
        missed = []  # Whoever says of each of their listings that nobody answers, does not make us write each day.
    why = Why.UNREACHED if missed else Why.SEASON if silent and not lately else ""
    return "" if why and stopped(key) else why


def _asked_of(one: Listed, lately: list[OwnerLetter]) -> bool:
    """Whether they were asked of this one since it was last right: once is enough until they answer."""
    return any(
        letter.why == Why.UNREACHED
        and one.key in letter.services
        and (one.sure.confirmed is None or timezone.localdate(letter.at) >= one.sure.confirmed)
        for letter in lately
    )


@transaction.atomic
def ask(*, address: str, listed: list[Listed], why: str, at: datetime) -> OwnerLetter:
    """Hands over the mail; the key in its link is kept nowhere else."""
    token = secrets.token_urlsafe(32)
    letter = OwnerLetter.objects.create(
        address_hash=hash_of_address(address),
        services=[one.key for one in listed],
        why=why,
        token_hash=hash_of(token),
        at=at,
        expires=at + LIVES,
    )
    said = {
        "why": why,
        "names": "\n".join(f"- {one.name}" for one in listed),
        "token": token,
        "until": letter.expires.isoformat(),
    }
    hand_over(mail=DoorMail("owner", address, settings.LANGUAGE_CODE, said), at=at, lives=WAITS)
    return letter

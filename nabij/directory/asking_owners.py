"""Whoever does what stands on the map is asked by mail: once a season, or when three times nobody reached them.

One mail for each address, with all its listings. Acts as the office 'reminders'. Nothing of anybody who asked for help
stands in it.
"""

import json
import secrets
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import connection, transaction
from django.utils import timezone

from nabij.directory.correcting import who_wants_none
from nabij.directory.models import Service
from nabij.directory.owners import LIVES, OwnerLetter, hash_of_address
from nabij.directory.sure_of_all import sure_of_all
from nabij.directory.sureness import SEASON, Sureness
from nabij.post.envelopes import DoorMail, hand_over_all
from nabij.post.models import hash_of

AT_ONCE = 300  # Mails in one night; who is left is asked the next.
A_MONTH = timedelta(days=30)
WAITS = timedelta(days=3)  # As long as a mail may lie when the mail server is in trouble.
Why = OwnerLetter.Why


@dataclass(frozen=True)
class Listed:
    """One listing of an address, and how sure it is."""

    key: UUID
    name: str
    sure: Sureness


@dataclass(frozen=True)
class Due:
    """An address that is asked now, about which listings (the key and name of each), and why."""

    address: str
    listed: dict[UUID, str]
    why: str


def ask_owners(*, at: datetime) -> int:
    """Asks whoever is due; how many mails went. As many questions to the database for many addresses as for one."""
    return len(ask(list(islice(due(at=at), AT_ONCE)), at=at))


def due(*, at: datetime) -> Iterator[Due]:
    """Who is asked now, by address."""
    lately, silent = lately_asked(at=at), who_wants_none()
    for address, listed in sorted(by_address(at=at).items()):
        key = hash_of_address(address)
        why = "" if key in silent else why_ask(listed, lately[key], at=at)
        if why:
            yield Due(address, {one.key: one.name for one in listed}, why)


def lately_asked(*, at: datetime) -> dict[bytes, list[OwnerLetter]]:
    """By the hash of each address what it was asked this season."""
    found: dict[bytes, list[OwnerLetter]] = defaultdict(list)
    for letter in OwnerLetter.objects.filter(at__gt=at - SEASON):
        found[bytes(letter.address_hash)].append(letter)
    return found


def by_address(*, at: datetime) -> dict[str, list[Listed]]:
    """Every address that stands with a listing, or else with its organisation, with what it is the address of.

    Of what neighbours keep themselves, the address they gave, whether or not the map shows it.
    """
    found: dict[str, list[Listed]] = defaultdict(list)
    sure, kept = sure_of_all(at=at), mail_of_initiatives()
    rows = Service.objects.filter(pk__in=sure).order_by("name", "id")
    said = ("pk", "name", "came_from", "email", "organization__email")
    for key, name, source, own, other in rows.values_list(*said):
        address = (kept.get(source) or own or other or "").strip().lower()
        if is_mail(address):
            found[address].append(Listed(key, name, sure[key]))
    return found


def mail_of_initiatives() -> dict[str, str]:
    """By where its rows come from. Of nobody but the office 'reminders' there is any."""
    with connection.cursor() as cursor:
        cursor.execute("select trust.mail_of_initiatives()")
        return dict(json.loads(cursor.fetchone()[0]))


def is_mail(address: str) -> bool:
    try:
        validate_email(address)
    except ValidationError:
        return False
    return True


def why_ask(listed: list[Listed], lately: list[OwnerLetter], *, at: datetime) -> str:
    """Why an address with these listings, that was lately asked so, is asked now; empty when it is not."""
    missed = [one for one in listed if one.sure.out_of_reach and not _asked_of(one, lately)]
    silent = any(one.sure.confirmed is None or one.sure.today - one.sure.confirmed > SEASON for one in listed)
    if any(letter.why == Why.UNREACHED and letter.at > at - A_MONTH for letter in lately):
        missed = []  # Else one visitor, with one listing after another, could have us write every day.
    return Why.UNREACHED if missed else Why.SEASON if silent and not lately else ""


def _asked_of(one: Listed, lately: list[OwnerLetter]) -> bool:
    """Whether they were asked of this one since it was last right: once is enough until they answer."""
    return any(
        letter.why == Why.UNREACHED
        and one.key in letter.services
        and (one.sure.confirmed is None or timezone.localdate(letter.at) >= one.sure.confirmed)
        for letter in lately
    )


@transaction.atomic
def ask(asked: list[Due], *, at: datetime) -> list[OwnerLetter]:
    """Hands over a mail for each; the key in its link is kept nowhere else."""
    tokens = [secrets.token_urlsafe(32) for _ in asked]
    letters = [
        OwnerLetter(
            address_hash=hash_of_address(one.address),
            services=list(one.listed),
            why=one.why,
            token_hash=hash_of(token),
            at=at,
            expires=at + LIVES,
        )
        for one, token in zip(asked, tokens, strict=True)
    ]
    OwnerLetter.objects.bulk_create(letters)
    mails = [_mail(one, token, until=at + LIVES) for one, token in zip(asked, tokens, strict=True)]
    hand_over_all(mails=mails, at=at, lives=WAITS)
    return letters


def _mail(one: Due, token: str, *, until: datetime) -> DoorMail:
    names = "\n".join(f"- {name}" for name in one.listed.values())
    said = {"why": str(one.why), "names": names, "token": token, "until": until.isoformat()}
    return DoorMail("owner", one.address, settings.LANGUAGE_CODE, said)

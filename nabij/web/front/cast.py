"""Everybody with an account, as faces one can step behind; read by the office 'door', in a demo alone."""

from dataclasses import dataclass
from datetime import date

from nabij.people.models import Account, Hat
from nabij.web.faces import Face


@dataclass(frozen=True)
class Shoes:
    """Somebody in the example neighbourhood, and in a few words who that is."""

    account: int
    face: Face
    who: str


def everybody(*, today: date) -> list[Shoes]:
    """In the order in which they were made, which is that of the cast."""
    accounts = list(Account.objects.filter(is_active=True).select_related("person").order_by("id"))
    hats: dict[object, list[Hat]] = {}
    for hat in Hat.objects.worn_on(today).filter(person__account__in=accounts).select_related("group").order_by("id"):
        hats.setdefault(hat.person_id, []).append(hat)
    return [shoes(account, hats.get(account.person_id, [])) for account in accounts]


def shoes(account: Account, hats: list[Hat]) -> Shoes:
    shape = hats[0].shape if hats else "informal"
    return Shoes(account.pk, Face(account.person.called, shape), ", ".join(dict.fromkeys(hat.role for hat in hats)))

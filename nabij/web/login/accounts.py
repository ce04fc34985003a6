"""Who is logged in: allauth's backend, which also reads whether this person must show two things."""

from datetime import date
from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from nabij.base.standing import Standing
from nabij.people.models import Account, Administrator, Hat


class Accounts(AuthenticationBackend):
    """Finds the account of a session, in the one query that is made for it anyway."""

    def get_user(self, user_id: Any) -> Account | None:
        account = ACCOUNT.first(pk=user_id, day=timezone.localdate())
        return account if account and self.user_can_authenticate(account) else None


def with_two(day: date) -> QuerySet[Account]:
    """Accounts with `two`: whether their person wears a formal hat that day, or is an administrator."""
    worn = Hat.objects.worn_on(day).filter(person=OuterRef("person"), formal=True)
    keeps = Administrator.objects.current().filter(person=OuterRef("person"))
    return Account.objects.annotate(two=Exists(worn) | Exists(keeps))


ACCOUNT = Standing(lambda *, pk, day: with_two(day).filter(pk=pk), pk=int, day=date)


def needs_two(account: Account) -> bool:
    """The same, for an account that was found another way."""
    known: bool | None = getattr(account, "two", None)
    return ACCOUNT.one(pk=account.pk, day=timezone.localdate()).two if known is None else known

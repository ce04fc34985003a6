"""Who is logged in: allauth's backend, which also reads whether this person must show two things."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from nabij.people.models import Account, Administrator, Hat


class Accounts(AuthenticationBackend):
    """Finds the account of a session, in the one query that is made for it anyway."""

    def get_user(self, user_id: Any) -> Account | None:
        account = with_two().filter(pk=user_id).first()
        return account if account and self.user_can_authenticate(account) else None


def with_two() -> QuerySet[Account]:
    """Accounts with `two`: whether their person wears a formal hat today, or is an administrator."""
    worn = Hat.objects.worn_on(timezone.localdate()).filter(person=OuterRef("person"), formal=True)
    keeps = Administrator.objects.current().filter(person=OuterRef("person"))
    return Account.objects.annotate(two=Exists(worn) | Exists(keeps))


def needs_two(account: Account) -> bool:
    """The same, for an account that was found another way."""
    known: bool | None = getattr(account, "two", None)
    return with_two().get(pk=account.pk).two if known is None else known  # type: ignore[attr-defined]

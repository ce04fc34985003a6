"""Who is logged in: allauth's backend, which also reads whether this person wears a formal hat today."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from nabij.people.models import Account, Hat


class Accounts(AuthenticationBackend):
    """Finds the account of a session, in the one query that is made for it anyway."""

    def get_user(self, user_id: Any) -> Account | None:
        account = with_formal().filter(pk=user_id).first()
        return account if account and self.user_can_authenticate(account) else None


def with_formal() -> QuerySet[Account]:
    """Accounts with `formal`: whether their person wears a formal hat today."""
    worn = Hat.objects.worn_on(timezone.localdate()).filter(person=OuterRef("person"), formal=True)
    return Account.objects.annotate(formal=Exists(worn))


def wears_formal(account: Account) -> bool:
    """The same, for an account that was found another way."""
    known: bool | None = getattr(account, "formal", None)
    if known is not None:
        return known
    return Hat.objects.worn_on(timezone.localdate()).filter(person=account.person_id, formal=True).exists()
